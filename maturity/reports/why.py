"""Why a criterion does not pass, and who set it aside: the same words on the first page, in the gate and in the app."""

from __future__ import annotations

from typing import Final

from maturity.reports.criteria import plain, unit_of
from maturity.reports.gate_words import OUTCOMES, counts_words, shown, took_part_words, value_words
from maturity.results.gate import FigureResults, VerdictResults
from maturity.results.values import Outcome
from questionnaires.words import Direction

_COMPARISONS: Final = {Direction.AT_LEAST: "at least", Direction.AT_MOST: "at most"}


def hidden(verdict: VerdictResults) -> Outcome | None:
    """The outcome without the waiver, where it hides one."""
    if verdict.outcome is not Outcome.WAIVED or verdict.waiver is None:
        return None
    if verdict.waiver.hides is not None:
        return verdict.waiver.hides
    computed = verdict.computed
    is_missed = computed.value is not None if computed is not None else any(not one.passes for one in verdict.figure)
    return Outcome.FAIL if is_missed else Outcome.NOT_MEASURED


def waiver_says(verdict: VerdictResults) -> str:
    """Who set it aside, until when, why, and the figure that this hides; empty where nobody has."""
    waiver = verdict.waiver
    if waiver is None:
        return ""
    state = "the waiver has ended: set aside" if waiver.expired else "set aside"
    said = f"{state} by {waiver.by} until {waiver.until}: {waiver.reason}"
    under = hidden(verdict)
    if under is None:
        return said
    figure = worst_says(verdict)
    return f"{said.rstrip('.')}; without the waiver {OUTCOMES[under]}{f': {figure}' if figure else ''}"


def worst_says(verdict: VerdictResults, *, with_limit: bool = True) -> str:
    """The figure that misses the threshold, of several rings the worst, and the threshold: `Test 18 of 21 (85.7 %), at
    least 90 %`; empty where none misses it."""
    missed = [figure for figure in verdict.figure if not figure.passes]
    limit = f", {_COMPARISONS[verdict.comparison]} {plain(verdict.threshold)} {unit_of(verdict, verdict.threshold)}"
    limit = limit if with_limit else ""
    if verdict.computed is not None:
        return _computed_says(verdict, limit)
    if not missed:
        return ""
    sign = 1 if verdict.comparison is Direction.AT_LEAST else -1
    worst = min(missed, key=lambda figure: sign * figure.value)
    rings = sum(figure.ring is not None for figure in missed)
    others = f", the worst of {rings} rings that miss it" if rings > 1 else ""
    return f"{_figure_says(verdict, worst)}{limit}{others}"


def _figure_says(verdict: VerdictResults, figure: FigureResults) -> str:
    counts, value = counts_words(figure), value_words(verdict, figure)
    said = f"{' of '.join(counts)} ({value})" if counts else value
    stale = verdict.behind_cycle is not None and figure.cycle not in (None, verdict.behind_cycle)
    return f"{f'{figure.ring} ' if figure.ring else ''}{said}{f' in cycle {figure.cycle}' if stale else ''}"


def _computed_says(verdict: VerdictResults, limit: str) -> str:
    """What the tool counts by itself, where it misses the threshold."""
    found = verdict.computed
    if found is None or found.value is None or found.passes:
        return ""
    number = found.numerator
    if found.denominator is None:
        return f"{number} {unit_of(verdict, number)}{limit}"
    value = shown(found.value, verdict.threshold)
    return f"{number} of {found.denominator} ({plain(value)} {unit_of(verdict, value)}){limit}"


def why_not(verdict: VerdictResults) -> str:
    """Why it does not pass: the figure that misses, or who set it aside; of what passes that too few took part, or
    nobody knows how many. Empty where nothing of it is so."""
    if verdict.outcome is Outcome.WAIVED:
        return waiver_says(verdict)
    missed = "" if verdict.outcome is Outcome.PASS else worst_says(verdict)
    return "; ".join(filter(None, (missed, _too_few(verdict))))


def _too_few(verdict: VerdictResults) -> str:
    """On how many a drill was held, where they were too few or nobody said so."""
    return "; ".join(dict.fromkeys(took_part_words(figure) for figure in verdict.figure if figure.fewest is not None))


def state_says(verdict: VerdictResults) -> str:
    """The verdict with its reason, beside the threshold: `▲ FAIL: Test 18 of 21 (85.7 %)`; of what was set aside what
    lies under it: who did so stands elsewhere."""
    under = hidden(verdict)
    outcome = f"{OUTCOMES[verdict.outcome]}{f', without the waiver {OUTCOMES[under]}' if under else ''}"
    is_missed = Outcome.PASS not in (verdict.outcome, under)
    missed = worst_says(verdict, with_limit=False) if is_missed else ""
    return ": ".join(filter(None, (outcome, "; ".join(filter(None, (missed, _too_few(verdict)))))))
