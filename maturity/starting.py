"""Which response to answer: one to continue, or a new one."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.gathering import ResponseFile
from maturity.workspace import Workspace
from questionnaires import clean
from questionnaires.words import Depth


class UnclearStartError(Exception):
    """What was asked for does not say which response is meant; the message says what to add."""


@dataclass(frozen=True, slots=True)
class Start:
    """What the command line says about who answers; None where it says nothing."""

    team: str | None = None
    respondent: str | None = None
    name: str = ""
    depth: str | None = None
    round: int | None = None
    new: bool = False


def find_or_begin(workspace: Workspace, start: Start) -> ResponseFile:
    """The one response that fits, or a new one for the team named. Raises UnclearStartError otherwise."""
    teams = ", ".join(workspace.questionnaire.team_by_id)
    if start.team is not None and start.team not in workspace.questionnaire.team_by_id:
        raise UnclearStartError(f'There is no team "{clean(start.team)}"; the teams are {teams}.')
    fitting = [] if start.new else [file for file in workspace.read().files if _fits(file, start)]
    if start.respondent is not None:
        if not fitting:
            raise UnclearStartError(f'There is no response of "{clean(start.respondent)}" in {workspace.folder}.')
        return max(fitting, key=lambda file: file.response.respondent.round)
    if start.team is None:
        unfinished = [file for file in fitting if file.response.respondent.completed is None]
        if len(unfinished) == 1:
            return unfinished[0]
        raise UnclearStartError(f"Say which team you answer for: --team, one of {teams}.")
    unfinished = [file for file in fitting if file.response.respondent.completed is None]
    if len(unfinished) > 1:
        ids = ", ".join(file.response.respondent.id for file in unfinished)
        raise UnclearStartError(f"Several unfinished responses fit; say which with --respondent, one of {ids}.")
    if unfinished:
        return unfinished[0]
    if fitting:
        ids = ", ".join(file.response.respondent.id for file in fitting)
        raise UnclearStartError(
            f"Somebody of this team has finished already ({ids}). To change those answers add --respondent, "
            "to answer as another person add --new."
        )
    return workspace.begin(start.team, Depth(start.depth or Depth.CORE), clean(start.name)[:80], start.round or 1)


def _fits(file: ResponseFile, start: Start) -> bool:
    respondent = file.response.respondent
    return (
        (start.team is None or respondent.team == start.team)
        and (start.respondent is None or respondent.id == start.respondent)
        and (start.depth is None or respondent.depth == start.depth)
        and (start.round is None or respondent.round == start.round)
        and (not start.name or respondent.name == clean(start.name)[:80])
    )
