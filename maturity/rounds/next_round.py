"""What is taken up again in a later round: the questions on the agenda of the round before, or some of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from maturity.files.gathering import Gathered
from maturity.files.workspace import Workspace
from maturity.rounds.agenda_items import CLASS_A, CLASSES_A_AND_B, NothingToSettleError, QuestionsToSettle
from maturity.rounds.choosing import choice_of, compared
from maturity.rounds.stood import round_before, stood_in_results
from questionnaires import Questionnaire, Respondent, name_of, parse, read_bytes
from scoring.comparison.compare import Comparison
from scoring.criteria.findings_now import excluded_now
from scoring.criteria.room import RoomState, room_state
from scoring.decisions.settled import settled_by

LAST_ROUND: Final = 999
"""Response files hold no higher one."""


def to_settle_here(workspace: Workspace, wanted: int | None) -> QuestionsToSettle:
    """By the answers that are in the workspace now."""
    return to_settle_in(workspace.read(), workspace, wanted)


def to_settle_in(gathered: Gathered, workspace: Workspace, wanted: int | None) -> QuestionsToSettle:
    """By the answers gathered from a workspace: what is on the agenda of the last round before the one `wanted`.

    Without a wish, a round that others have begun with what is contested is joined, else one is added to the
    last that new answers would begin in.
    Raises NothingToSettleError when fewer than two teams have answered before, or nothing is on the agenda.
    """
    questionnaire = workspace.questionnaire
    begun = {file.response.respondent.round for file in gathered.files if file.response.respondent.only is not None}
    last = gathered.round_to_answer if gathered.rounds else 0
    target = _not_too_late(wanted or (last if last in begun else last + 1))
    number = round_before(gathered, questionnaire, target)
    if number is None:
        raise NothingToSettleError(
            f"{name_of(workspace.folder)} holds no earlier round of two teams; name the folder of the answers with "
            "-w FOLDER, or the results file that was sent to you: --contested results.toml."
        )
    comparison = compared(gathered, questionnaire, choice_of(gathered, number))
    named = comparison.agenda.questions
    if not named:
        raise NothingToSettleError(f"Nothing is on the agenda of round {number}, so nothing is left to settle.")
    settled = _settled(comparison.with_settled(settled_by(questionnaire, gathered.entries)), named)
    return QuestionsToSettle(
        number,
        _in_order(questionnaire, named),
        target,
        {entry.question: entry.agenda_class for entry in comparison.agenda.entries},
        settled,
    )


def _settled(comparison: Comparison, named: Collection[str]) -> frozenset[str]:
    """Which of these questions are decided, so that nobody has to answer them again."""
    if not comparison.settled.decisions:
        return frozenset()
    excluded = excluded_now(comparison)
    items = [item for item in comparison.questions if item.question.id in named]
    return frozenset(item.question.id for item in items if room_state(comparison, item, excluded) is RoomState.SETTLED)


class Which(Enum):
    """What of the agenda a person may answer again."""

    AGENDA = auto()
    """All that is open on it."""
    A = auto()
    """Only class A."""
    A_AND_B = auto()
    """Only classes A and B."""
    CHOSEN = auto()
    """What one picks of it, decided questions too."""
    EVERYTHING = auto()
    """Every question, on the agenda or not."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One of the choices: the questions, None for all that there are, of which `count` are asked of the team."""

    which: Which
    only: tuple[str, ...] | None
    count: int


@dataclass(frozen=True, slots=True)
class AnsweringAgain:
    """The round in which a person may answer again, and the choices there are; of `found` the team is asked `asked`.
    Without an agenda everything is the only choice, and `found` is None."""

    round: int
    offers: tuple[Offer, ...]
    found: QuestionsToSettle | None = None
    asked: frozenset[str] = frozenset()


class NotAgainError(Exception):
    """This person cannot answer again; the message says why."""


def answering_again(gathered: Gathered, workspace: Workspace, who: Respondent) -> AnsweringAgain:
    """What a person may answer in the round after this one. Raises NotAgainError where there is none, or it has been
    begun already."""
    if who.voted:
        raise NotAgainError("This is a vote of the room, nobody's own answers; the room votes anew in the workshop.")
    number = who.round + 1
    if number > LAST_ROUND:
        raise NotAgainError(f"There is no round after round {LAST_ROUND}.")
    others = (file.response.respondent for file in gathered.files)
    if any((other.id, other.round) == (who.id, number) for other in others):
        raise NotAgainError(f"This person has answers of round {number} already.")
    asked = frozenset(question.id for question in workspace.questionnaire.asked_of(who.team, who.depth))
    everything = Offer(Which.EVERYTHING, None, len(asked))
    try:
        found = to_settle_in(gathered, workspace, number)
    except NothingToSettleError:
        return AnsweringAgain(number, (everything,))
    return AnsweringAgain(number, (*_offers(found, asked), everything), found, asked)


def _offers(found: QuestionsToSettle, asked: frozenset[str]) -> tuple[Offer, ...]:
    """The whole agenda, and less of it where that is less for this team."""
    offers = [Offer(Which.AGENDA, found.questions, len(asked.intersection(found.questions)))]
    for which, classes in ((Which.A, CLASS_A), (Which.A_AND_B, CLASSES_A_AND_B)):
        some = found.of_classes(classes)
        count = len(asked.intersection(some))
        if count and all(count != offer.count for offer in offers):
            offers.append(Offer(which, some, count))
    pickable = len(asked.intersection(found.agenda))
    return (*offers, Offer(Which.CHOSEN, (), pickable)) if pickable > 1 or found.settled else tuple(offers)


def to_settle_in_results(path: Path, questionnaire: Questionnaire) -> QuestionsToSettle:
    """By a results file, so that nobody needs the answers of the others. Raises InvalidFile, NothingToSettleError."""
    from maturity.results.model import read_results  # many models, which the app never needs

    shown = name_of(path)
    results = read_results(parse(read_bytes(path), shown), shown)
    listed_ones = (*results.no_common_position, *results.applicability_conflict)
    entries = (*results.agenda, *results.parked)
    open_ones = {entry.question for entry in entries} | {one.question for one in listed_ones if one.settled is None}
    settled = ({one.question for one in listed_ones} | {entry.question for entry in results.settled}) - open_ones

    def today(names: Collection[str]) -> frozenset[str]:
        return frozenset(questionnaire.renamed.get(name, name) for name in names)

    agenda = _in_order(questionnaire, today(open_ones | settled))
    if not agenda:
        raise NothingToSettleError(f"{shown} has no question of this questionnaire on its agenda.")
    return QuestionsToSettle(
        results.round,
        agenda,
        _not_too_late(results.round + 1),
        {
            questionnaire.renamed.get(entry.question, entry.question): entry.urgency
            for entry in (*entries, *results.settled)
        },
        today(settled),
        stood_in_results(results, questionnaire),
    )


def _not_too_late(number: int) -> int:
    if number > LAST_ROUND:
        raise NothingToSettleError(f"There is no round after round {LAST_ROUND}.")
    return number


def _in_order(questionnaire: Questionnaire, named: Collection[str]) -> tuple[str, ...]:
    return tuple(question.id for question in questionnaire.questions if question.id in named)
