"""What is taken up again in a later round: the questions on the agenda of the round before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from maturity.files.gathering import Gathered
from maturity.files.workspace import Workspace
from maturity.rounds.choosing import choice_of, compared
from maturity.rounds.stood import Stood, stood_in_results
from questionnaires import Questionnaire, Respondent, name_of, parse, read_bytes

LAST_ROUND: Final = 999
"""Response files hold no higher one."""


@dataclass(frozen=True, slots=True)
class QuestionsToSettle:
    """The questions on the agenda of a round, in the order in which they are asked, and the round to ask them in.

    `stood` is where the teams stood, where that was sent with the agenda.
    """

    round: int
    questions: tuple[str, ...]
    asked_in: int
    stood: Stood | None = None


class NothingToSettleError(Exception):
    """There is no agenda to start from; the message says what to do."""


def to_settle_here(workspace: Workspace, wanted: int | None) -> QuestionsToSettle:
    """By the answers that are in the workspace now."""
    return to_settle_in(workspace.read(), workspace, wanted)


def to_settle_in(gathered: Gathered, workspace: Workspace, wanted: int | None) -> QuestionsToSettle:
    """By the answers gathered from a workspace: what is on the agenda of the last round before the one `wanted`.

    Without a wish, a round that others have begun with what is contested is joined, else one is added to the
    last that new answers would begin in.
    Raises NothingToSettleError when fewer than two teams have answered before, or nothing is on the agenda.
    """
    begun = {file.response.respondent.round for file in gathered.files if file.response.respondent.only is not None}
    last = gathered.round_to_answer if gathered.rounds else 0
    target = _not_too_late(wanted or (last if last in begun else last + 1))
    for number in sorted((number for number in gathered.rounds if number < target), reverse=True):
        if len(gathered.counts_of_round(workspace.questionnaire, number).answered_teams) < 2:
            continue
        comparison = compared(gathered, workspace.questionnaire, choice_of(gathered, number))
        questions = _in_order(workspace.questionnaire, comparison.agenda.questions)
        if not questions:
            raise NothingToSettleError(f"Nothing is on the agenda of round {number}, so nothing is left to settle.")
        return QuestionsToSettle(number, questions, target)
    raise NothingToSettleError(
        f"{name_of(workspace.folder)} holds no earlier round of two teams; name the folder of the answers with "
        "-w FOLDER, or the results file that was sent to you: --contested results.toml."
    )


@dataclass(frozen=True, slots=True)
class AnsweringAgain:
    """The round in which a person may answer again, the questions on the agenda, and how many of them are asked of
    the team; None and 0 where there is no agenda."""

    round: int
    only: tuple[str, ...] | None
    count: int


class NotAgainError(Exception):
    """This person cannot answer again; the message says why."""


def answering_again(gathered: Gathered, workspace: Workspace, who: Respondent) -> AnsweringAgain:
    """What a person may answer in the round after this one. Raises NotAgainError where there is none, or it has been
    begun already."""
    number = who.round + 1
    if number > LAST_ROUND:
        raise NotAgainError(f"There is no round after round {LAST_ROUND}.")
    others = (file.response.respondent for file in gathered.files)
    if any((other.id, other.round) == (who.id, number) for other in others):
        raise NotAgainError(f"This person has answers of round {number} already.")
    try:
        only = to_settle_in(gathered, workspace, number).questions
    except NothingToSettleError:
        return AnsweringAgain(number, None, 0)
    asked = {question.id for question in workspace.questionnaire.asked_of(who.team, who.depth)}
    return AnsweringAgain(number, only, len(asked.intersection(only)))


def to_settle_in_results(path: Path, questionnaire: Questionnaire) -> QuestionsToSettle:
    """By a results file, so that nobody needs the answers of the others. Raises InvalidFile, NothingToSettleError."""
    from maturity.results.model import read_results  # many models, which the app never needs

    shown = name_of(path)
    results = read_results(parse(read_bytes(path), shown), shown)
    named = {entry.question for entry in results.agenda}
    named |= {finding.question for finding in (*results.no_common_position, *results.applicability_conflict)}
    questions = _in_order(questionnaire, {questionnaire.renamed.get(name, name) for name in named})
    if not questions:
        raise NothingToSettleError(f"{shown} has no question of this questionnaire on its agenda.")
    asked_in = _not_too_late(results.round + 1)
    return QuestionsToSettle(results.round, questions, asked_in, stood_in_results(results, questionnaire))


def _not_too_late(number: int) -> int:
    if number > LAST_ROUND:
        raise NothingToSettleError(f"There is no round after round {LAST_ROUND}.")
    return number


def _in_order(questionnaire: Questionnaire, named: set[str] | frozenset[str]) -> tuple[str, ...]:
    return tuple(question.id for question in questionnaire.questions if question.id in named)
