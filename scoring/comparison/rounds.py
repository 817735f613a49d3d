"""One round against an earlier one: how the gap and the shape of each question moved, and what is newly agreed.

On each facet only the teams that have a view in both rounds are set against each other: a gap that shrinks
because a team is missing, or without a common position, is no agreement. Nothing is carried over from one round
to the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from questionnaires import Question, Questionnaire
from questionnaires.words import Facet, Kind
from scoring.comparison.facets import team_facet
from scoring.comparison.questions import QuestionComparison, compare_question
from scoring.comparison.sections import column_for, is_comparable
from scoring.conventions import BAND_ORDER, Band
from scoring.counts.tally import Tally, cells_of, teams_in


class Step(StrEnum):
    """How a question moved from the earlier round to the later one."""

    NEWLY_AGREED = "newly_agreed"
    CLOSER = "closer"
    UNCHANGED = "unchanged"
    FURTHER_APART = "further_apart"
    NO_LONGER_AGREED = "no_longer_agreed"
    NOT_COMPARABLE = "not_comparable"
    NOT_ASKED_AGAIN = "not_asked_again"
    ASKED_FIRST = "asked_first"


@dataclass(frozen=True, slots=True)
class QuestionMovement:
    """A question in two rounds, over `teams`, which answered it in both.

    `before` and `after` hold these teams only, and are None where fewer than two are left; `missing` answered
    it in the earlier round only, `joined` in the later only, and those `without_common_position` lack one in
    either round.
    """

    question: Question
    step: Step
    teams: tuple[str, ...]
    missing: tuple[str, ...]
    joined: tuple[str, ...]
    without_common_position: tuple[str, ...]
    before: QuestionComparison | None
    after: QuestionComparison | None


@dataclass(frozen=True, slots=True)
class Movement:
    """All questions against an earlier round.

    `both` are the teams in both rounds, `gone` those that answered nothing again, `came` those that had answered
    nothing before.
    """

    against: int
    questions: tuple[QuestionMovement, ...]
    both: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()

    def of_step(self, step: Step) -> tuple[QuestionMovement, ...]:
        """The questions that moved in this way."""
        return tuple(item for item in self.questions if item.step is step)


def movement(questionnaire: Questionnaire, earlier: Tally, later: Tally, against: int) -> Movement:
    """Every question that was answered in either round, in the order of the questionnaire; `against` is the
    number of the earlier one."""
    before, after = (teams_in(questionnaire, counted) for counted in (earlier, later))
    return Movement(
        against,
        tuple(_movements(questionnaire, earlier, later)),
        tuple(team for team in before if team in after),
        tuple(team for team in before if team not in after),
        tuple(team for team in after if team not in before),
    )


def _movements(questionnaire: Questionnaire, earlier: Tally, later: Tally) -> Iterator[QuestionMovement]:
    for question in questionnaire.questions:
        teams = [team.id for team in questionnaire.teams]
        first, second = (_answering(counted, question, teams) for counted in (earlier, later))
        if not first and not second:
            continue
        both = tuple(team for team in teams if team in first and team in second)
        missing = tuple(team for team in teams if team in first and team not in second)
        joined = tuple(team for team in teams if team in second and team not in first)
        if not second or not first:
            step = Step.ASKED_FIRST if second else Step.NOT_ASKED_AGAIN
            yield QuestionMovement(question, step, both, missing, joined, (), None, None)
            continue
        views = {facet: _viewed(question, facet, earlier, later, both) for facet in question.facets}
        torn = tuple(team for team in both if any(view.get(team) is False for view in views.values()))
        kept = {facet: [team for team, has in view.items() if has] for facet, view in views.items()}
        before, after = (_alone(questionnaire, counted, question, kept) for counted in (earlier, later))
        if len(both) < 2 or not is_comparable(before) or not is_comparable(after):
            yield QuestionMovement(question, Step.NOT_COMPARABLE, both, missing, joined, torn, None, None)
            continue
        yield QuestionMovement(question, _step(before, after), both, missing, joined, torn, before, after)


def _answering(counted: Tally, question: Question, teams: Iterable[str]) -> set[str]:
    return {
        team for facet in question.facets for team, cell in cells_of(counted, question, facet, teams) if cell.answered
    }


def _viewed(question: Question, facet: Facet, earlier: Tally, later: Tally, teams: tuple[str, ...]) -> dict[str, bool]:
    """Of the teams that answered a facet in both rounds, whether each has a view of its own in both."""
    first, second = (dict(cells_of(counted, question, facet, teams)) for counted in (earlier, later))
    answered = [team for team in teams if team in first and team in second]
    answered = [team for team in answered if first[team].answered and second[team].answered]
    if question.kind in (Kind.OWNERSHIP, Kind.PREREQUISITE):
        return dict.fromkeys(answered, True)
    return {
        team: all(team_facet(team, cells[team]).has_common_position for cells in (first, second)) for team in answered
    }


def _alone(
    questionnaire: Questionnaire, counted: Tally, question: Question, kept: Mapping[Facet, list[str]]
) -> QuestionComparison:
    """The question by itself, each facet with the teams that are kept on it."""
    cells = {facet: dict(cells_of(counted, question, facet, teams)) for facet, teams in kept.items()}
    alone = Tally(
        cells=MappingProxyType({(question.id, f, team): cell for f, row in cells.items() for team, cell in row.items()})
    )
    teams = tuple(team.id for team in questionnaire.teams)
    return compare_question(questionnaire, alone, question, cells, teams, ())


def _step(before: QuestionComparison, after: QuestionComparison) -> Step:
    was, is_now = _apartness(before), _apartness(after)
    if is_now[0] == 0 < was[0]:
        return Step.NEWLY_AGREED
    if was[0] == 0 < is_now[0]:
        return Step.NO_LONGER_AGREED
    if is_now == was:
        return Step.UNCHANGED
    return Step.CLOSER if is_now < was else Step.FURTHER_APART


def _apartness(item: QuestionComparison) -> tuple[int, Fraction, Fraction]:
    """Column, then gap and distance of the worst facet, or disagreement between the teams: larger is further apart."""
    column = column_for(item) or Band.ALIGNED
    worst = item.worst
    if worst is None:
        return BAND_ORDER.index(column), 1 - (item.agreement or Fraction(0)), Fraction(0)
    return BAND_ORDER.index(column), worst.gap or Fraction(0), worst.distance or Fraction(0)
