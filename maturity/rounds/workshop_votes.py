"""A quick vote in the room: each team answers one question again as one voice, in the round after this one.

Whoever answers for a team for the first time replaces what its people said on that question before.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from maturity import clock
from maturity.files.gathering import Gathered, ResponseFile
from maturity.files.saving import ChangedElsewhereError, NotSavedError
from maturity.files.workspace import Workspace, to_bytes
from maturity.rounds.choosing import RoundChoice
from maturity.rounds.next_round import LAST_ROUND
from questionnaires import Questionnaire, Response, name_of
from questionnaires.words import Depth, Facet
from scoring.wording.words import listed

Votes = Mapping[str, int]
"""By team, the option it chooses, by its place on the scale."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What teams choose on a facet of a question."""

    question: str
    facet: Facet
    options: Votes


@dataclass(frozen=True, slots=True)
class Written:
    """A file as a vote left it, by its digest, and what stood in it before; None where it was not there."""

    path: Path
    state: str
    before: bytes | None


@dataclass(frozen=True, slots=True)
class RoomVote:
    """A vote of this sitting: `said_before` are the ids of what had been settled by then."""

    question: str
    teams: tuple[str, ...]
    files: tuple[Written, ...]
    said_before: frozenset[str]

    def says(self, questionnaire: Questionnaire) -> str:
        """Whose vote on what: `“Pausing”: the vote of Endpoint and Operations.`."""
        names = listed(team.label for team in questionnaire.teams if team.id in self.teams)
        return f"“{questionnaire.question_by_id[self.question].title}”: the vote of {names}."


_ROOM: Final = "room"
_LENGTH: Final = 12
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


class NoVoteError(Exception):
    """This vote cannot be recorded; the message says why."""


def voter_id() -> str:
    """A random id for a team that votes in the room, longer than anybody's own, so that its vote is found again."""
    return _ROOM + "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH - len(_ROOM)))


def is_vote(file: ResponseFile, today: dt.date) -> bool:
    """Whether a response is a vote of the sitting of this day."""
    who = file.response.respondent
    # Older files say it by nothing but their id.
    is_of_room = who.voted or (who.id.startswith(_ROOM) and len(who.id) == _LENGTH)
    return is_of_room and who.only is not None and clock.day_of(who.started) >= today


def choice_with_votes(gathered: Gathered, choice: RoundChoice, today: dt.date) -> RoundChoice:
    """What is looked at once somebody has voted in the room: the votes, and all else as it was answered before."""
    number = choice.number + 1
    if any(file.response.respondent.round == number and is_vote(file, today) for file in gathered.files):
        return RoundChoice(number, choice.number, carrying=True)
    return choice


def round_of_votes(gathered: Gathered, number: int, today: dt.date) -> int:
    """The round in which a vote on this one stands: the same where it holds votes of this sitting, else the next."""
    is_begun = any(file.response.respondent.round == number and is_vote(file, today) for file in gathered.files)
    return number if is_begun else number + 1


def record_votes(
    workspace: Workspace, file_of: Mapping[str, ResponseFile], number: int, vote: Vote
) -> tuple[Written, ...]:
    """Writes the vote of each team into its response of the round of this number, begun where `file_of` has none; what
    was written.

    Raises NoVoteError where there can be none, or where it could not be saved; nothing of it counts then.
    """
    questionnaire = workspace.questionnaire
    if number > LAST_ROUND:
        raise NoVoteError(f"There is no round after round {LAST_ROUND}.")
    asked = questionnaire.question_by_id[vote.question]
    strangers = [team for team in vote.options if not asked.is_asked_of(team, Depth.FULL)]
    if strangers:
        names = listed(questionnaire.team_by_id[team].label for team in strangers)
        raise NoVoteError(f"This question is not asked of {names}.")
    written: list[Written] = []
    try:
        for team, place in vote.options.items():
            written.append(_record(workspace, file_of.get(team), number, vote, team, place))
    except (NotSavedError, ChangedElsewhereError) as error:
        # A vote counts of all teams or of none.
        with suppress(NoVoteError, NotSavedError):
            take_back_votes(workspace, written)
        raise NoVoteError(str(error)) from error
    return tuple(written)


def _record(workspace: Workspace, file: ResponseFile | None, number: int, vote: Vote, team: str, place: int) -> Written:
    before = to_bytes(file.response) if file is not None else None
    if file is None:
        file = workspace.begin(team, Depth.FULL, "", number, voter_id(), only=(vote.question,))
    response = _voted(workspace.questionnaire, file.response, vote, place)
    saved = workspace.save(ResponseFile(file.path, response, file.digest))
    return Written(saved.path, saved.digest, before)


def take_back_votes(workspace: Workspace, files: Iterable[Written]) -> None:
    """Makes the files of a vote what they were before it, where nothing was added to any of them since.

    Raises NoVoteError where something was, and nothing is changed then; NotSavedError where the disk refuses.
    """
    changed = [name_of(one.path) for one in files if not workspace.has_only(one.path, one.state)]
    if changed:
        raise NoVoteError(f"{listed(changed)} has changed since. Vote again with v, or change the file by hand.")
    for one in files:
        workspace.put_back(one.path, one.before)


def votes_on_file(gathered: Gathered, number: int, today: dt.date) -> Iterator[RoomVote]:
    """The votes of this sitting as their files hold them, for a program that was begun again since: what stood there
    before is what is left without them."""
    files = voted_before(gathered, number, today)
    questions = dict.fromkeys(name for file in files.values() for name in file.response.respondent.only or ())
    for name in questions:
        voted = {team: file for team, file in files.items() if name in (file.response.respondent.only or ())}
        written = (Written(file.path, file.digest, _without(file.response, name)) for file in voted.values())
        last = max(file.response.respondent.updated for file in voted.values())
        said = frozenset(entry.id for entry in gathered.entries if entry.recorded <= last)
        yield RoomVote(name, tuple(voted), tuple(written), said)


def _without(response: Response, question: str) -> bytes | None:
    """A response without the vote on one question; None where nothing else was voted on."""
    only = tuple(name for name in response.respondent.only or () if name != question)
    if not only:
        return None
    who = response.respondent.model_copy(update={"only": only})
    answers = {name: answer for name, answer in response.answers.items() if name != question}
    return to_bytes(response.model_copy(update={"respondent": who, "answers": answers}))


def voted_before(gathered: Gathered, number: int, today: dt.date) -> dict[str, ResponseFile]:
    """By team, what it voted before in this sitting."""
    files = [file for file in gathered.files if file.response.respondent.round == number and is_vote(file, today)]
    return {file.response.respondent.team: file for file in files}


def _voted(questionnaire: Questionnaire, response: Response, vote: Vote, place: int) -> Response:
    """The response with this vote; it asks for no more than was voted on."""
    scale, now = questionnaire.scale_by_id[questionnaire.question_by_id[vote.question].scale], clock.now()
    voted = response.with_choice(vote.question, vote.facet, scale.choice(place), now)
    only = tuple(dict.fromkeys((*(voted.respondent.only or ()), vote.question)))
    who = voted.respondent.model_copy(update={"only": only, "voted": True})
    return voted.model_copy(update={"respondent": who}).completed(now)
