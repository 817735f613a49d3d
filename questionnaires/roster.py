"""What somebody who asks teams writes about them: other names for them, and whom they asked. Neither changes what is
compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, TypeVar

from pydantic import Field, StringConstraints, ValidationError

from questionnaires.bounds import ON_ONE_LINE, Day
from questionnaires.faults import Fault, InvalidFile, shown, validate
from questionnaires.model import Questionnaire
from questionnaires.parts import MOST_TEAMS, Identifier, several
from questionnaires.reading import expect
from questionnaires.response import FileModel
from questionnaires.team_names import NAME_SCHEMA, TeamName, alike, misnamed
from questionnaires.words import FileKind

MOST_ASKED: Final = 100
"""Entries: seven teams in a dozen rounds."""
MOST_PEOPLE: Final = 10_000
MOST_LABELS: Final = 500

PersonLabel = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40), NAME_SCHEMA, ON_ONE_LINE
]
RoundNumber = Annotated[int, Field(ge=1, le=999)]


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom somebody asked of a team for a round: how many, None where the roster does not say, and until when."""

    people: int | None = None
    until: dt.date | None = None
    labels: tuple[str, ...] = ()


class Asked(FileModel):
    """Whom somebody asked of one team, for one round."""

    team: Identifier
    """The id of the team, such as "security"."""
    people: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] | None = None
    """How many people were asked; absent where labels say it, or nobody knows."""
    labels: tuple[PersonLabel, ...] = several(default=(), max_length=MOST_LABELS)
    """What whoever asks calls these people, such as "Anna" or "Night shift"; answers are never matched to them."""
    round: RoundNumber | None = None
    """The round for which they were asked; absent for the one above."""
    until: Day | None = None
    """The last day on which this team is waited for; absent for the day above, in the round above."""


class Roster(FileModel):
    """What an organisation calls the teams of a questionnaire, and whom it asked of them."""

    teams: Annotated[dict[Identifier, TeamName], Field(min_length=1, max_length=MOST_TEAMS)] = Field(
        default_factory=dict
    )
    """By the id of a team, the name that is shown instead, at most 20 letters."""
    round: RoundNumber = 1
    """The round that people were asked for, from 1."""
    until: Day | None = None
    """The last day on which answers in that round are waited for, such as 2026-12-11."""
    asked: tuple[Asked, ...] = several(default=(), max_length=MOST_ASKED)
    """The teams that were asked, each once in a round."""

    def invited(self, number: int) -> dict[str, Invited]:
        """By team, whom somebody asked for this round; empty where nobody was."""
        return {
            asked.team: Invited(asked.people or len(asked.labels) or None, self.until_of(asked), asked.labels)
            for asked in self.asked
            if self.round_of(asked) == number
        }

    def round_of(self, asked: Asked) -> int:
        """The round for which somebody was asked."""
        return self.round if asked.round is None else asked.round

    @property
    def rounds(self) -> tuple[int, ...]:
        """The rounds for which anybody was asked."""
        return tuple(sorted({self.round_of(asked) for asked in self.asked}))

    def until_of(self, asked: Asked) -> dt.date | None:
        """The last day for a team. The day above is of the round above: of another round it says nothing."""
        return asked.until or (self.until if self.round_of(asked) == self.round else None)


def admit_roster(document: dict[str, Any], name: str, questionnaire: Questionnaire) -> Roster:
    """The roster in a parsed document. Raises InvalidFile with all faults, those against the questionnaire as well."""
    body = expect(document, FileKind.ROSTER, name)
    roster, faults = None, []
    try:
        roster = validate(Roster, body, name)
    except InvalidFile as error:
        faults = list(error.faults)
    teams = body.get("teams")
    given = teams if isinstance(teams, dict) else {}
    named = {team: label.strip() for team, label in given.items() if isinstance(label, str) and label.strip()}
    faults += [Fault(name, f"teams.{team}", message) for team, message in misnamed(given, named, questionnaire)]
    unknown = dict(_unknown(body, questionnaire))
    # Whoever wrote a name in place of an id is told the ids, and not also the letters that ids are made of.
    faults = [fault for fault in faults if fault.key not in unknown]
    faults += [Fault(name, key, message) for key, message in (*unknown.items(), *_inconsistent(body))]
    if roster is None or faults:
        raise InvalidFile(faults)
    return roster


def _entries(body: Mapping[str, Any]) -> list[Any]:
    """What stands in the list of those asked, as many as there may be."""
    asked = body.get("asked")
    return asked[:MOST_ASKED] if isinstance(asked, list) else []


def _unknown(body: Mapping[str, Any], questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    """Teams that were asked and that there are not."""
    teams = ", ".join(questionnaire.team_by_id)
    for place, entry in enumerate(_entries(body)):
        team = entry.get("team") if isinstance(entry, dict) else None
        if isinstance(team, str) and team not in questionnaire.team_by_id:
            yield f"asked[{place}].team", f"is {shown(team)}, no team of this questionnaire; its teams are {teams}"


def _inconsistent(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What cannot both be, among the entries that are sound by themselves."""
    head = _sound(Roster, {key: body[key] for key in ("round", "until") if key in body}) or Roster()
    found: dict[tuple[str, int], tuple[int, Asked]] = {}
    for place, entry in enumerate(_entries(body)):
        asked = _sound(Asked, entry)
        if asked is None:
            continue
        key = (asked.team, head.round_of(asked))
        if key in found:
            yield f"asked[{place}].team", f'names "{asked.team}" a second time for round {key[1]}; keep one of the two'
        found.setdefault(key, (place, asked))
        yield from ((f"asked[{place}].{part}", message) for part, message in _miscounted(asked))
    yield from _too_early(head, found)


def _miscounted(asked: Asked) -> Iterator[tuple[str, str]]:
    """A number and labels that do not agree, and labels that nobody could tell apart."""
    count = len(asked.labels)
    if asked.people and count and asked.people != count:
        labels = "label is" if count == 1 else "labels are"
        yield "people", f"is {asked.people}, but {count} {labels} given; make them agree, or leave people out"
    known: set[str] = set()
    for place, label in enumerate(asked.labels):
        if alike(label) in known:
            yield f"labels[{place}]", f"is {shown(label)} a second time; give each person a label of its own"
        known.add(alike(label))


def _too_early(head: Roster, found: Mapping[tuple[str, int], tuple[int, Asked]]) -> Iterator[tuple[str, str]]:
    """Rounds of a team that would end before the one before them."""
    before: dict[str, tuple[int, dt.date]] = {}
    for team, number in sorted(found):
        place, asked = found[team, number]
        until = head.until_of(asked)
        if until is None:
            continue
        if team in before and until < before[team][1]:
            earlier, day = before[team]
            key = f"asked[{place}].until" if asked.until else "until"
            yield key, f"is {until}, but {team} is asked until {day} in round {earlier}; set one of the days right"
        before[team] = number, until


Model = TypeVar("Model", bound=FileModel)


def _sound(model: type[Model], data: object) -> Model | None:
    """The part, where it is sound by itself; what is wrong with another was said with the whole."""
    try:
        return model.model_validate(data)
    except ValidationError:
        return None
