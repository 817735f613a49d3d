"""Whose missing answer matters most: how many criteria would change with it, over all that it might be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from questionnaires.words import Depth, Facet
from scoring.comparison.compare import Comparison
from scoring.comparison.ownership import OwnerOrigin
from scoring.comparison.questions import QuestionComparison
from scoring.counts.tally import Cell, Distribution, Progress
from scoring.criteria.criteria import Criterion, Recommended
from scoring.firmness.again import Again, Items
from scoring.firmness.hinges import Hinge, calling, hinges

MOST_TO_ASK: Final = 3
"""More than these, and nobody is called."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What a team that was asked has not answered, and what hangs on it.

    `changes` are, by option of the scale, the criteria that one answer of that option would add, drop, or give
    another threshold or owner, or of which it would confirm the owner; every option counts alike, as nobody knows
    which it would be. `is_heard` says whether the team has answered anything at all.
    """

    team: str
    question: str
    facet: Facet
    changes: tuple[int, ...]
    is_heard: bool

    @property
    def mean(self) -> Fraction:
        """How many criteria would change, on average over the options."""
        return Fraction(sum(self.changes), len(self.changes))


@dataclass(frozen=True, slots=True)
class _Open:
    """A cell without an answer, and the questions that an answer in it touches."""

    cell: Cell
    counts: Distribution
    touched: tuple[str, ...]
    is_heard: bool


def most_missed(comparison: Comparison, criteria: Iterable[Criterion]) -> tuple[Missing, ...]:
    """The missing answers that would change most criteria, at most three: most first, then as it is asked.

    Missing is what nobody of a team answered that was asked: left open, or *don't know*. Of several facets of a
    question that one counts on which most hangs. Of a team that has answered nothing at all, the tasks count for
    which another names it.
    """
    again, called = Again(comparison), calling(criteria)

    @cache
    def hinges_on(questions: tuple[str, ...]) -> tuple[Hinge, ...]:
        return tuple(hinges(comparison.questionnaire, called, questions))

    open_ = [(cell, hinges_on(cell.touched)) for cell in (*_unanswered(comparison, again), *_unheard(comparison))]
    open_.sort(key=lambda pair: -_most(pair[1]))
    places = {question.id: place for place, question in enumerate(comparison.questionnaire.questions)}
    teams = {team.id: place for place, team in enumerate(comparison.questionnaire.teams)}
    found: dict[tuple[str, str], Missing] = {}
    for cell, turning in open_:
        # How much can change at most is known beforehand, so that most cells need not be tried.
        first = sorted(found.values(), key=lambda one: -one.mean)[:MOST_TO_ASK]
        if not _most(turning) or (len(first) == MOST_TO_ASK and first[-1].mean > _most(turning)):
            break
        missing = _tried(again, cell, turning)
        place = (missing.question, missing.team)
        if missing.mean and (place not in found or missing.mean > found[place].mean):
            found[place] = missing
    ranked = sorted(found.values(), key=lambda one: (-one.mean, places[one.question], teams[one.team]))
    return tuple(ranked[:MOST_TO_ASK])


def _most(turning: Iterable[Hinge]) -> int:
    """How many criteria can change at most."""
    return sum(hinge.most for hinge in turning)


def _unanswered(comparison: Comparison, again: Again) -> Iterator[_Open]:
    """What a team that has been heard left open, as a whole. That a question does not apply to it is an answer, and
    where the room has decided no answer changes what follows."""
    for item in comparison.undecided:
        touched = again.group(item.question.id)
        for facet, row in item.cells.items():
            for team, counts in row.items():
                if not counts.answered and not counts.not_applicable:
                    yield _Open((item.question.id, facet, team), counts, touched, is_heard=True)


def _unheard(comparison: Comparison) -> Iterator[_Open]:
    """The tasks that others give to a team that has answered nothing, as far as it is asked about them."""
    questionnaire = comparison.questionnaire
    for team in questionnaire.teams:
        if team.id in comparison.teams:
            continue
        for task in (item.question for item in comparison.undecided if _names(item, team.id)):
            if task.is_asked_of(team.id, Depth.FULL):
                nothing = Distribution((0,) * len(questionnaire.scale_by_id[task.scale].options), unanswered=1)
                yield _Open((task.id, Facet.OWNER, team.id), nothing, (task.id,), is_heard=False)


def _names(item: QuestionComparison, team: str) -> bool:
    """Whether a team names this one as the owner."""
    return item.claims is not None and any(team in owners for owners in item.claims.named.values())


def _tried(again: Again, cell: _Open, turning: tuple[Hinge, ...]) -> Missing:
    """What each option would change as the one answer in a cell."""
    comparison = again.comparison
    question, facet, team = cell.cell
    # Whoever gives one answer has been heard.
    progress = {**comparison.progress, team: Progress(answered=1)}
    cells = again.cells(cell.touched)
    before = [_outcomes(again, hinge, {}) for hinge in turning]
    changes = []
    for option in range(len(cell.counts.counts)):
        items = again.items(cell.touched, {**cells, cell.cell: _answered(cell.counts, option)}, progress)
        after = [_outcomes(again, hinge, items) for hinge in turning]
        changes.append(sum(map(_differing, before, after)))
    return Missing(team, question, facet, tuple(changes), cell.is_heard)


Outcomes = Mapping[str, tuple[Decimal, tuple[str, ...], bool]]
"""By the id of each criterion, its threshold, its owners, and whether these are to be confirmed."""


def _outcomes(again: Again, hinge: Hinge, changed: Items) -> Outcomes:
    """What is recommended of a candidate when some questions have changed."""
    items = {name: item for name in hinge.questions if (item := changed.get(name) or again.comparison.question(name))}
    return {name: _outcome(one) for name, one in again.judged(hinge.candidate, items).items()}


def _outcome(criterion: Recommended) -> tuple[Decimal, tuple[str, ...], bool]:
    # Not the owner in words: why a team has yet to confirm may be said otherwise once it has answered something else.
    owner = criterion.owner
    return criterion.threshold.value, owner.keys, owner.origin is OwnerOrigin.UNCONFIRMED


def _differing(before: Outcomes, after: Outcomes) -> int:
    """How many criteria are in one of them only, or not the same in both."""
    return sum(before.get(name) != after.get(name) for name in {*before, *after})


def _answered(counts: Distribution, option: int) -> Distribution:
    """The counts with one answer, given by whoever left it open, else by somebody who did not know."""
    answers = tuple(count + (place == option) for place, count in enumerate(counts.counts))
    if counts.unanswered:
        return replace(counts, counts=answers, unanswered=counts.unanswered - 1)
    return replace(counts, counts=answers, dont_know=counts.dont_know - 1)
