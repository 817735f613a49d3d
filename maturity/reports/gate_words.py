"""The words of a verdict, and a figure of the pilot as people write it."""

from __future__ import annotations

from typing import Final

from maturity.pictures.outcome_signs import MARKS
from maturity.reports.criteria import plain, unit_of
from maturity.results.gate import FigureResults, VerdictResults
from maturity.results.model import Results
from maturity.results.values import Outcome
from questionnaires.words import Direction

_WORDS: Final = {
    Outcome.PASS: "pass",
    Outcome.FAIL: "FAIL",
    Outcome.NOT_MEASURED: "not measured",
    Outcome.WAIVED: "waived",
}
OUTCOMES: Final = {outcome: f"{MARKS[outcome]} {word}" for outcome, word in _WORDS.items()}


def outcomes(results: Results) -> dict[str, str]:
    """By criterion, the word and mark of its verdict; empty where there are no figures."""
    verdicts = results.gate.verdict if results.gate else ()
    return {verdict.criterion: OUTCOMES[verdict.outcome] for verdict in verdicts}


def value_words(verdict: VerdictResults, figure: FigureResults) -> str:
    """The value with its unit; one that only rounding puts on the threshold which it misses says so."""
    value = shown(figure.value, verdict.threshold)
    words = f"{plain(value)} {unit_of(verdict, value)}"
    if figure.passes or value != verdict.threshold:
        return words
    return f"just {'under' if verdict.comparison is Direction.AT_LEAST else 'over'} {words}"


def shown(value: float, threshold: float) -> float:
    """The value with one decimal, or with as many more as it takes to lie on its own side of the threshold."""
    for digits in (1, 2, 3):
        short = round(value, digits)
        if (short < threshold, short > threshold) == (value < threshold, value > threshold):
            return short
    return value


def took_part_words(figure: FigureResults) -> str:
    """How many took part, and how many it should have been where that is not so or not known; empty where neither is
    asked: `on 12, and at least 20 are asked for`."""
    if figure.fewest is None:
        return f"on {figure.took_part}" if figure.took_part is not None else ""
    asked = f"at least {figure.fewest} are asked for"
    return f"on {figure.took_part}, and {asked}" if figure.took_part else f"on how many is not said, and {asked}"


def counts_words(figure: FigureResults) -> tuple[str, str] | None:
    """The two counts behind a value; a single thing that was measured has none."""
    if figure.denominator == 1 and figure.value == figure.numerator:
        return None
    return plain(figure.numerator), plain(figure.denominator)
