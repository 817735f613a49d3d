"""The same people in two rounds: who of them moved, and who is new. Counts only; nobody is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Final

from questionnaires import Answer, Questionnaire, Response, answers_for
from questionnaires.words import Facet

Person = tuple[str, str]
"""Team and id: who answers for another team is somebody else there."""

Said = Mapping[str, Mapping[Facet, object]]
"""By question and facet what one person chose, don't know and not applicable included."""


@dataclass(frozen=True, slots=True)
class Turnover:
    """People of a team: those in both rounds `moved` or `stayed`, those in one are `new` or `gone`."""

    moved: int = 0
    stayed: int = 0
    new: int = 0
    gone: int = 0

    @property
    def both(self) -> int:
        """How many are in both rounds."""
        return self.moved + self.stayed

    @property
    def is_other_people(self) -> bool:
        """Whether nobody of those who answered before answered again, but others did."""
        return not self.both and self.new > 0 and self.gone > 0

    def __add__(self, other: Turnover) -> Turnover:
        return Turnover(
            self.moved + other.moved, self.stayed + other.stayed, self.new + other.new, self.gone + other.gone
        )


@dataclass(frozen=True, slots=True)
class Repeated:
    """Answers that the same people gave in both rounds to questions that nobody had to discuss: how many, and how
    many of them are the `same`."""

    answers: int
    same: int


@dataclass(frozen=True, slots=True)
class PeopleMoved:
    """By team over all, and by question and team, how many people moved, stayed, came and went.

    Of a question those count who said something on it, and those in both rounds on a facet that they answered both
    times. Over all, whoever changed any answer moved. Teams of which only counts are known have no entry. Whoever did
    not answer again may have been among those who voted in the room, so that nobody of a team that voted is gone.
    """

    teams: Mapping[str, Turnover]
    questions: Mapping[str, Mapping[str, Turnover]]
    repeated: Repeated


def people_moved(
    questionnaire: Questionnaire,
    earlier: Iterable[Response],
    later: Iterable[Response],
    *,
    discussed: Collection[str] = (),
    uncounted: Collection[str] = (),
) -> PeopleMoved:
    """The people of two rounds by their ids. `discussed` are the questions that were to be discussed after the
    earlier round; `uncounted` the teams of which answers are known as counts only, so that somebody may be missed."""
    earlier, later = tuple(earlier), tuple(later)
    voted = {
        (response.respondent.team, name) for response in later if response.respondent.voted for name in response.answers
    }
    voters = {team for team, _ in voted}
    first, second = (_said(questionnaire, responses, uncounted) for responses in (earlier, later))
    teams: defaultdict[str, list[int]] = defaultdict(lambda: [0] * _WAYS)
    questions: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0] * _WAYS))
    answers = same = 0
    for person in dict.fromkeys((*first, *second)):
        before, after, team = first.get(person, {}), second.get(person, {}), person[0]
        has_moved = False
        for question in dict.fromkeys((*before, *after)):
            kept = _kept(before.get(question, {}), after.get(question, {}))
            # Who answered one half then and the other half now has neither moved nor stayed.
            is_out = question not in after and (team, question) in voted
            if not is_out and (kept or question not in before or question not in after):
                questions[question][team][_way(question in before, question in after, not all(kept))] += 1
            has_moved |= not all(kept)
            if question not in discussed:
                answers, same = answers + len(kept), same + sum(kept)
        if after or team not in voters:
            teams[team][_way(bool(before), bool(after), has_moved)] += 1
    return PeopleMoved(
        {team: Turnover(*row) for team, row in teams.items()},
        {question: {team: Turnover(*row) for team, row in rows.items()} for question, rows in questions.items()},
        Repeated(answers, same),
    )


def _said(
    questionnaire: Questionnaire, responses: Iterable[Response], uncounted: Collection[str]
) -> dict[Person, Said]:
    found: dict[Person, Said] = {}
    for response in responses:
        who = response.respondent
        if who.voted:
            continue
        said = {
            identifier: choices
            for identifier, answer in answers_for(response, questionnaire).items()
            if (choices := _choices(answer, questionnaire.question_by_id[identifier].facets))
        }
        if said and who.team not in uncounted:
            found[who.team, who.id] = said
    return found


def _choices(answer: Answer, facets: Iterable[Facet]) -> dict[Facet, object]:
    return {facet: choice for facet in facets if (choice := answer.choice(facet)) is not None}


def _kept(before: Mapping[Facet, object], after: Mapping[Facet, object]) -> list[bool]:
    """Of each facet answered both times, whether the answer is the same."""
    return [before[facet] == after[facet] for facet in before if facet in after]


def _way(was: bool, is_again: bool, has_moved: bool) -> int:
    """Where one person is counted, who is in either round or in both."""
    if was and is_again:
        return 0 if has_moved else 1
    return 2 if is_again else 3


_WAYS: Final = len(fields(Turnover))
