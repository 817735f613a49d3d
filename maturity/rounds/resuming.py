"""Which response to answer: one to continue, or a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from maturity import clock
from maturity.files.gathering import Gathered, ResponseFile
from maturity.files.keeper import Keeper, lock_for
from maturity.files.links import is_link
from maturity.files.workspace import Workspace
from maturity.rounds.interview import depths_of, usual_depth
from maturity.rounds.stood import Stood
from questionnaires import (
    InvalidFile,
    Questionnaire,
    Response,
    clean,
    foreign,
    in_this_version,
    name_of,
    one_line,
    reference_to,
)
from questionnaires.bounds import joined_lines
from questionnaires.response import LONGEST_NAME
from questionnaires.words import Depth

_MOST_PEOPLE: Final = 8
"""Ids that a message names; of more only how many there are."""


class UnclearStartError(Exception):
    """What was asked for does not say which response is meant; the message says what to add."""


@dataclass(frozen=True, slots=True)
class Start:
    """What the command line says about who answers; None where it says nothing.

    `only` are the questions to take up again, None for all. `stood` is where the teams stood in the round before, by
    results that somebody sent.
    """

    team: str | None = None
    respondent: str | None = None
    name: str = ""
    depth: str | None = None
    round: int | None = None
    new: bool = False
    only: tuple[str, ...] | None = None
    stood: Stood | None = None


def find_or_begin(workspace: Workspace, start: Start) -> ResponseFile:
    """The one response that fits, or a new one for the team named. Raises UnclearStartError otherwise.

    One that was begun at a smaller depth fits, and goes on at the larger with all its answers. Whoever answered an
    earlier round keeps the id; of the answers nothing is carried over.
    """
    teams = ", ".join(workspace.questionnaire.team_by_id)
    if start.team is not None and start.team not in workspace.questionnaire.team_by_id:
        raise UnclearStartError(f'There is no team "{one_line(start.team)}"; the teams are {teams}.')
    gathered = workspace.read()
    files = () if start.new else gathered.of_people
    found = _found([file for file in files if _fits(file, start)], start)
    if found is not None:
        return _at_depth(continued(workspace, found), start.depth)
    before = _before(files, start)
    if before is not None:
        return begin_again(workspace, before, start.round or 1, start.only, start.depth, _name(start))
    if start.respondent is not None:
        raise UnclearStartError(
            f'There is no response of "{one_line(start.respondent)}" in {name_of(workspace.folder)}'
            f"{_who_is_there(files, start)}."
        )
    if start.team is None:
        raise UnclearStartError(f"Say which team you answer for: --team, one of {teams}{_who_is_there(files, start)}.")
    depth = Depth(start.depth) if start.depth else usual_depth(workspace.questionnaire)
    if start.depth and not workspace.questionnaire.asked_of(start.team, depth):
        raise UnclearStartError(
            f"This questionnaire asks {start.team} nothing at --depth {depth}; it has "
            f"{' and '.join(depths_of(workspace.questionnaire))}."
        )
    number = start.round or gathered.round_to_answer
    return workspace.begin(start.team, depth, _name(start), number, only=start.only)


def begun_with(file: ResponseFile, start: Start) -> str:
    """That a response goes on with what it was begun with, where that is not what is wanted now; else nothing."""
    who = file.response.respondent
    if start.only is None or who.only is None or set(who.only) == set(start.only):
        return ""
    count = "1 question" if len(who.only) == 1 else f"{len(who.only)} questions"
    return f"Round {who.round} was begun here with {count}, and goes on with {'it' if len(who.only) == 1 else 'these'}."


def _at_depth(file: ResponseFile, depth: str | None) -> ResponseFile:
    """With all that the depth asks. What has been asked already is never taken away."""
    if depth is None or file.response.respondent.depth.reaches(Depth(depth)):
        return file
    return replace(file, response=file.response.deepened(Depth(depth), clock.now()))


def _found(fitting: list[ResponseFile], start: Start) -> ResponseFile | None:
    """The response that is meant, of those that fit; None when there is none."""
    if start.respondent is not None:
        return max(fitting, key=lambda file: file.response.respondent.round) if fitting else None
    unfinished = [file for file in fitting if file.response.respondent.completed is None]
    if len(unfinished) == 1:
        return unfinished[0]
    if start.team is None:
        return None
    if unfinished:
        raise UnclearStartError(
            f"Several unfinished responses fit; say which with --respondent, one of {_people(unfinished)}."
        )
    if fitting:
        raise UnclearStartError(
            f"Somebody of this team has finished already: {_people(fitting)}. To change those answers add "
            f"--respondent {fitting[0].response.respondent.id}, to answer as another person add --new."
        )
    return None


def _before(files: Iterable[ResponseFile], start: Start) -> ResponseFile | None:
    """The response of an earlier round by the person who answers now; None when nobody is recognised."""
    if start.round is None:
        return None
    anywhen = replace(start, round=None, depth=None)
    earlier = [file for file in files if _fits(file, anywhen) and file.response.respondent.round < start.round]
    people = {file.response.respondent.id for file in earlier}
    if not people or (start.team is None and start.respondent is None):
        return None
    if len(people) > 1:
        raise UnclearStartError(
            f"Several people of this team have answered before; say which with --respondent, one of "
            f"{_people(earlier)}; or answer as another person with --new."
        )
    return max(earlier, key=lambda file: file.response.respondent.round)


def open_answers(gathered: Gathered, team: str, name: str, round_number: int) -> tuple[ResponseFile, ...]:
    """What somebody of this team has begun in a round and not finished; who gives a name is nobody with another."""
    found = (file for file in gathered.files if file.response.respondent.completed is None)
    return tuple(
        file
        for file in found
        if (file.response.respondent.team, file.response.respondent.round) == (team, round_number)
        and (not name or file.response.respondent.name in ("", name))
    )


def begin_again(
    workspace: Workspace,
    before: ResponseFile,
    round_number: int,
    only: tuple[str, ...] | None = None,
    depth: str | None = None,
    name: str = "",
) -> ResponseFile:
    """A new, empty response of a later round by the same person."""
    who = before.response.respondent
    return workspace.begin(who.team, Depth(depth or who.depth), name or who.name, round_number, who.id, only)


def open_response(workspace: Workspace, file: ResponseFile) -> Keeper:
    """The keeper through which a response is answered: the one there is, where it is open in this process already.

    Where another process has it open, its keeper is for reading only. Raises UnclearStartError when it is not to
    be continued.
    """
    known = workspace.keepers.find(file)
    if known is not None:
        return known
    continued(workspace, file)  # a link is not even locked
    lock = lock_for(file)
    try:
        ready = continued(workspace, _as_it_is_now(workspace, file))
    except UnclearStartError:
        lock.release()
        raise
    return workspace.keepers.add(workspace, ready, lock)


def _as_it_is_now(workspace: Workspace, file: ResponseFile) -> ResponseFile:
    """Another program may have gone on with a response since the folder was read."""
    try:
        now = workspace.read_again(file)
    except InvalidFile as error:
        raise UnclearStartError(f"{error.faults[0]}") from error
    was, found = file.response.respondent, now.response.respondent
    if (was.id, was.round) != (found.id, found.round):
        raise UnclearStartError(f"{name_of(file.path.name)} holds the answers of somebody else now; look again.")
    return now


def continued(workspace: Workspace, file: ResponseFile) -> ResponseFile:
    """A response to go on answering, as one to this version of the questionnaire.

    Raises UnclearStartError when some of its answers no longer mean what they meant: they would be shown
    as what nobody said; and when it is a link, which would have the answers written elsewhere. The file stays as
    it is.
    """
    if is_link(file.path):
        raise UnclearStartError(
            f"{name_of(file.path.name)} is a link: it is compared, but not answered; put the file itself in its "
            "place, or begin a new response."
        )
    questionnaire = workspace.questionnaire
    outside = foreign(file.response, questionnaire)
    changed = (*outside.unknown, *outside.incomparable, *_on_another_basis(file.response, questionnaire))
    if changed:
        version = file.response.questionnaire.version
        raise UnclearStartError(
            f"{name_of(file.path.name)} answers version {one_line(version)} of the questionnaire, and "
            f"{one_line(', '.join(changed[:5]))}{' and more' if len(changed) > 5 else ''} changed since; "
            "it is compared where that is possible, but not continued. Begin a new response instead."
        )
    return replace(file, response=in_this_version(file.response, questionnaire))


def _on_another_basis(response: Response, questionnaire: Questionnaire) -> Iterator[str]:
    """The answers with a basis whose list has changed since: compared all the same, but not to be shown as today's."""
    if response.questionnaire.scales.get("basis") != reference_to(questionnaire).scales.get("basis"):
        yield from (identifier for identifier, answer in response.answers.items() if answer.basis is not None)


def _name(start: Start) -> str:
    """The name as a file holds it: at most 80 characters on one line."""
    return joined_lines(clean(start.name))[:LONGEST_NAME]


def _people(files: Iterable[ResponseFile]) -> str:
    """Who is meant by each id, as far as files say it: `k7m2p4xa (Kim Doe, round 1, finished 2026-11-21)`. Nobody
    knows an id by heart."""
    latest: dict[str, ResponseFile] = {}
    for file in sorted(files, key=lambda file: file.response.respondent.round):
        latest[file.response.respondent.id] = file
    said = [_person(file.response) for file in latest.values()]
    more = [f"{len(said) - _MOST_PEOPLE} more"] if len(said) > _MOST_PEOPLE else []
    return ", ".join([*said[:_MOST_PEOPLE], *more])


def _person(response: Response) -> str:
    who = response.respondent
    day = f"finished {clock.day_of(who.completed)}" if who.completed else f"open, last on {clock.day_of(who.updated)}"
    return f"{who.id} ({', '.join(filter(None, (one_line(who.name), who.team, f'round {who.round}', day)))})"


def _who_is_there(files: Iterable[ResponseFile], start: Start) -> str:
    """Whoever else could be meant, of the team where one is named; empty where nobody has answered."""
    there = [file for file in files if start.team in (None, file.response.respondent.team)]
    return f"; to go on as somebody who has answered, --respondent, one of {_people(there)}" if there else ""


def _fits(file: ResponseFile, start: Start) -> bool:
    respondent = file.response.respondent
    return (
        (start.team is None or respondent.team == start.team)
        and (start.respondent is None or respondent.id == start.respondent)
        and (start.depth is None or Depth(start.depth).reaches(respondent.depth))
        and (start.round is None or respondent.round == start.round)
        and (not start.name or respondent.name == _name(start))
    )
