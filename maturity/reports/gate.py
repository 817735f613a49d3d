"""The verdict on the pilot's figures as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.reports.criteria import WIDTH, bound, owner_of, plain, unit_of, wrapped
from maturity.reports.gate_words import OUTCOMES, counts_words, shown, took_part_words, value_words
from maturity.reports.sources import source_sentences
from maturity.reports.why import hidden, waiver_says
from maturity.results.gate import FigureResults, GateResults, VerdictResults
from maturity.results.values import Outcome
from questionnaires.words import Priority

IN_CONFLICT: Final = "its limit and others exclude each other: make these fit together first"

_PRIORITIES: Final = {
    Priority.MUST: "Musts",
    Priority.SHOULD: "Recommended besides",
    Priority.COULD: "Could",
}


def state_words(verdict: VerdictResults) -> str:
    """The verdict, and what a waiver hides: `◆ waived, without the waiver ▲ FAIL`."""
    under = hidden(verdict)
    return f"{OUTCOMES[verdict.outcome]}{f', without the waiver {OUTCOMES[under]}' if under else ''}"


def verdict_in_short(gate: GateResults) -> str:
    """The first line as far as it is about the musts, which alone decide; what is only recommended is left out."""
    musts, _, recommended = gate.says.partition("; ")
    return f"{musts}." if recommended else musts


def gate_text(gate: GateResults, width: int = WIDTH) -> str:
    """The verdict for a sponsor: the first line says it all, failures come before everything else."""
    lines = wrapped(gate.says, width)
    if gate.cycles_say is not None:
        lines += wrapped(gate.cycles_say, width)
    lines.append("")
    order = [Outcome.FAIL, Outcome.NOT_MEASURED, Outcome.WAIVED, Outcome.PASS]
    for priority, title in _PRIORITIES.items():
        verdicts = [verdict for verdict in gate.verdict if verdict.priority == priority]
        if not verdicts:
            continue
        lines += [title, "-" * len(title), ""]
        for outcome in order:
            for verdict in verdicts:
                if verdict.outcome == outcome:
                    lines += _verdict_lines(verdict, width)
        lines.append("")
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _verdict_lines(verdict: VerdictResults, width: int) -> Iterator[str]:
    outcome = OUTCOMES[verdict.outcome]
    yield from wrapped(f"{verdict.title} ({bound(verdict)}; owner {owner_of(verdict)})", width, f"{outcome:<16}")
    for words in figure_sentences(verdict):
        yield from wrapped(words, width, " " * 16)


def figure_sentences(verdict: VerdictResults) -> Iterator[str]:
    """What is behind a verdict: every figure, the rings without one, and who set it aside."""
    if verdict.computed_says is not None:
        yield _computed(verdict, verdict.computed_says)
    for figure in verdict.figure:
        place = [figure.ring, f"cycle {figure.cycle}" if figure.cycle is not None else None]
        where = f"{', '.join(part for part in place if part)}: " if any(place) else ""
        words = f"{where}{value_words(verdict, figure)} ({_counted(figure)}{figure.date}, {figure.by})"
        words += "" if figure.passes else "  ▲ misses the threshold"
        yield "; ".join([words, *_remarks(verdict, figure)])
    yield from source_sentences(verdict)
    latest = max((figure.cycle for figure in verdict.figure if figure.cycle is not None), default=None)
    if latest is not None and (verdict.cycles_in_a_row or 0) > 1:
        yield f"passes in {verdict.cycles_in_a_row} cycles in a row, up to cycle {latest}"
    if verdict.behind_cycle is not None:
        rings = f": {', '.join(verdict.stale_rings)}" if verdict.stale_rings else ""
        yield f"not measured in cycle {verdict.behind_cycle}, the latest{rings}"
    if verdict.missing_rings:
        yield f"not measured in {', '.join(verdict.missing_rings)}"
    if verdict.conflict:
        yield IN_CONFLICT
    if said := waiver_says(verdict):
        yield said


def _computed(verdict: VerdictResults, says: str) -> str:
    """What the tool counts by itself; of a share its value first, as that is held against the threshold."""
    figure = verdict.computed
    if figure is None or figure.value is None or figure.denominator is None:
        return says
    value = shown(figure.value, verdict.threshold)
    return f"{plain(value)} {unit_of(verdict, value)}: {says}"


def _remarks(verdict: VerdictResults, figure: FigureResults) -> Iterator[str]:
    """What to keep in mind about a figure: so few that one decides, or that it is not the only one."""
    if figure.small:
        yield "a small ring, where one more or less decides"
    if on := took_part_words(figure):
        yield on
    if figure.of_day:
        day = "that day" if figure.cycle is None else "this cycle and day"
        yield f"the {'worse' if figure.of_day == 2 else 'worst'} of {figure.of_day} figures of {day}"
    if figure.missed_before:
        figures = "figure" if figure.missed_before == 1 else "figures"
        # Only where cycles are counted is a figure of an earlier cycle another matter.
        cycle = " of this cycle" if verdict.cycles_in_a_row is not None else ""
        yield f"{figure.missed_before} {figures}{cycle} before it missed the threshold"


def _counted(figure: FigureResults) -> str:
    counts = counts_words(figure)
    return f"{' of '.join(counts)}, " if counts else ""
