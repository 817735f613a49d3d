"""The pilot's figures, each as a bar beside its threshold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from maturity.pictures.positions import NONE, sentence
from maturity.pictures.shapes import Axis, Chart, Ink, Key, Lane, Mark, Sheet, Span, SpanKind, Tick
from maturity.pictures.verdicts import (
    NO_FIGURES,
    OUTCOMES,
    figure_of,
    figure_words,
    outcome_keys,
    threshold_words,
    unit_of,
    verdicts_of,
)
from maturity.results.gate import VerdictResults
from maturity.results.model import Results
from maturity.results.values import Outcome
from questionnaires.words import Direction

THRESHOLD: Final = "┃"
FARTHEST: Final = 2.0
"""The end of the axis, as a multiple of the threshold: a figure beyond it is drawn there, and read beside it."""

_KEYS: Final = (
    Key("█", "the figure, as a share of its threshold"),
    Key(THRESHOLD, "the threshold", Ink.LIMIT),
    Key("░", "where a figure passes", Ink.ALIGNED),
)


def bullets(results: Results) -> Chart:
    """A bullet for the figure of every ring of every criterion, failures first: each as a share of its threshold."""
    measured = [one for one in verdicts_of(results) if figure_of(one) is not None]
    lanes = tuple(lane for verdict in measured for lane in _lanes(verdict))
    signs = (lane.after[:1] for lane in lanes)
    empty = "Nothing has been measured yet, so there is nothing to draw." if results.gate else NO_FIGURES
    return Chart(
        "bullets",
        "Figures against thresholds",
        Axis((Tick(0, "0"), Tick(1, "threshold"), Tick(FARTHEST, "twice")), "nothing", "twice, or more"),
        lanes,
        (*_KEYS, *outcome_keys(signs)) if lanes else (),
        sentence((_counted(lanes), *(f"{lane.label}: {lane.after[2:]}" for lane in lanes))) if lanes else empty,
        Sheet(("Criterion", "Figure", "Threshold", "Verdict"), tuple(_row(one) for one in measured)),
    )


def _counted(lanes: Sequence[Lane]) -> str:
    passing = sum(lane.ink is OUTCOMES[Outcome.PASS][2] for lane in lanes)
    return f"{passing} of {len(lanes)} figures pass"


def _lanes(verdict: VerdictResults) -> Iterator[Lane]:
    """One for the figure of each ring; of what the tool computes one for that."""
    if verdict.computed is not None and verdict.computed.value is not None:
        yield _lane(verdict, "", verdict.computed.value, passes=verdict.computed.passes)
    for figure in verdict.figure:
        behind = any(stale.ring == figure.ring for stale in verdict.stale)
        since = f" (cycle {figure.cycle}, not since)" if behind else ""
        yield _lane(verdict, figure.ring or "", figure.value, since, passes=figure.passes)


def _lane(verdict: VerdictResults, ring: str, value: float, since: str = "", *, passes: bool) -> Lane:
    """`since` says so of a figure that is older than the latest cycle."""
    sign, word, ink = OUTCOMES[Outcome.PASS if passes else Outcome.FAIL]
    shown = f"{figure_words(verdict, value)} {unit_of(verdict, value)}"
    zone = (1.0, FARTHEST) if verdict.comparison is Direction.AT_LEAST else (0.0, 1.0)
    return Lane(
        f"bullet:{verdict.criterion}:{ring}",
        f"{verdict.title}, {ring}" if ring else verdict.title,
        (Mark(1, THRESHOLD, f"threshold {threshold_words(verdict)}", Ink.LIMIT),),
        (
            Span(*zone, SpanKind.ZONE, f"passes: {threshold_words(verdict)}", Ink.ALIGNED),
            *([Span(0, share_of(verdict, value), SpanKind.BAR, shown, ink)] if value else []),
        ),
        f"{sign} {figure_words(verdict, value)} / {threshold_words(verdict)}, {word}{since}",
        ink,
    )


def share_of(verdict: VerdictResults, value: float) -> float:
    """A figure as a share of its threshold; where that is nothing, nothing is as much, and all else is at the end."""
    if verdict.threshold <= 0:
        return 1.0 if value <= verdict.threshold else FARTHEST
    return min(FARTHEST, value / verdict.threshold)


def _row(verdict: VerdictResults) -> tuple[str, ...]:
    value = figure_of(verdict)
    shown = NONE if value is None else f"{figure_words(verdict, value)} {unit_of(verdict, value)}"
    return verdict.title, shown, threshold_words(verdict), OUTCOMES[verdict.outcome][1]
