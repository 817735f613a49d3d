"""What the pilot's figures say of each criterion: the words, the figure that decides, and the threshold beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from maturity.pictures.outcome_signs import MARKS
from maturity.pictures.quantities import in_unit
from maturity.pictures.shapes import Ink, Key
from maturity.results.criteria import CriterionResults
from maturity.results.gate import VerdictResults
from maturity.results.model import Results
from maturity.results.values import Outcome
from questionnaires.words import Direction, Priority

OUTCOMES: Final = {
    Outcome.FAIL: (MARKS[Outcome.FAIL], "fails", Ink.FAR_APART),
    Outcome.NOT_MEASURED: (MARKS[Outcome.NOT_MEASURED], "not measured", Ink.APART),
    Outcome.WAIVED: (MARKS[Outcome.WAIVED], "waived", Ink.CLOSE),
    Outcome.PASS: (MARKS[Outcome.PASS], "passes", Ink.ALIGNED),
}
"""Sign, word and ink of each verdict, what needs most attention first."""
NO_FIGURES: Final = "There are no figures of the pilot yet, so there is nothing to draw."


def rank(verdict: VerdictResults | None) -> tuple[int, bool]:
    """Failures first, of which musts come first. Sorting by it keeps the order of the criteria among others alike."""
    if verdict is None:
        return len(OUTCOMES), False
    return list(OUTCOMES).index(verdict.outcome), verdict.priority is not Priority.MUST


def verdicts_of(results: Results) -> list[VerdictResults]:
    """The verdicts of the gate, failures first; none without figures."""
    return sorted(results.gate.verdict if results.gate else (), key=rank)


def threshold_words(one: CriterionResults | VerdictResults) -> str:
    """A threshold with its comparison and its unit: `≥ 95 %`."""
    sign = "≥" if one.comparison is Direction.AT_LEAST else "≤"
    return f"{sign} {in_unit(one.threshold)} {unit_of(one, one.threshold)}"


def unit_of(one: CriterionResults | VerdictResults, value: float) -> str:
    """The unit of a criterion, for so many of it."""
    return (one.one or one.unit) if value == 1 else one.unit


def figure_words(one: CriterionResults | VerdictResults, value: float) -> str:
    """A figure with one decimal, or with as many as it takes to lie on its own side of the threshold."""
    for digits in (1, 2, 3):
        short = round(value, digits)
        if (short < one.threshold, short > one.threshold) == (value < one.threshold, value > one.threshold):
            return in_unit(short)
    return in_unit(value)


def figure_of(one: CriterionResults | VerdictResults) -> float | None:
    """The figure that decides: of several rings the worst, or what the tool computes."""
    if one.computed is not None:
        return one.computed.value
    values = [figure.value for figure in one.figure] if isinstance(one, VerdictResults) else []
    if not values:
        return None
    return min(values) if one.comparison is Direction.AT_LEAST else max(values)


def outcome_keys(signs: Iterable[str]) -> Iterator[Key]:
    """The lines of a legend about the verdicts that occur."""
    found = set(signs)
    yield from (Key(sign, word, ink) for sign, word, ink in OUTCOMES.values() if sign in found)
