"""Each criterion that is counted by cycle: what was measured in which cycle and ring, and nothing beyond that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from maturity.pictures.outcome_signs import MARKS
from maturity.pictures.widths import broken, fitted, width_of
from maturity.reports.criteria import WIDTH, bound, counted
from maturity.reports.cycle_cells import NOT_MEASURED, Cell, aligned, note_meanings
from maturity.reports.gate import counts_words, state_words, value_words
from maturity.results.gate import FigureResults, GateResults, VerdictResults
from maturity.results.values import Outcome
from questionnaires.words import Priority
from scoring.wording.words import listed

MOST_CYCLES: Final = 12
"""The latest cycles that are told, a year of months; the results hold all of them."""
TITLE: Final = "Cycle by cycle"
_GAP: Final = "   "


@dataclass(frozen=True, slots=True)
class ByCycle:
    """A criterion with its cells, ring by ring, for each of the cycles."""

    verdict: VerdictResults
    cycles: tuple[tuple[int, tuple[Cell, ...]], ...]

    @property
    def is_measured(self) -> bool:
        """Whether there is a figure in any of the cycles."""
        return any(cell.value for cell in self.cells)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All of them, one cycle after the other."""
        return tuple(cell for _, cells in self.cycles for cell in cells)

    @property
    def says(self) -> str:
        """All on one line: `cycle 1: first ● 96 % (48 of 50) · broad ▲ 91 % (91 of 100)   cycle 2: …`."""
        return _GAP.join(f"cycle {number}: {' · '.join(cell.says for cell in cells)}" for number, cells in self.cycles)


def by_cycle(gate: GateResults) -> tuple[ByCycle, ...]:
    """The criteria that are counted by cycle, in their order; none before the pilot has a second cycle."""
    if not any(cycle.figure for verdict in gate.verdict for cycle in verdict.cycle):
        return ()
    numbers = cycles_of(gate)[-MOST_CYCLES:]
    return tuple(
        ByCycle(verdict, tuple((number, _cells(verdict, number)) for number in numbers))
        for verdict in gate.verdict
        if verdict.cycles_in_a_row is not None
    )


def cycles_of(gate: GateResults) -> list[int]:
    """The numbers of the cycles in which anything was measured, the first one first."""
    return sorted({cycle.number for verdict in gate.verdict for cycle in verdict.cycle})


def _cells(verdict: VerdictResults, number: int) -> tuple[Cell, ...]:
    figures = {one.ring: one for cycle in verdict.cycle if cycle.number == number for one in cycle.figure}
    latest = (figure.ring for figure in verdict.figure)
    ever = (figure.ring for cycle in verdict.cycle for figure in cycle.figure)
    rings = tuple(dict.fromkeys((*latest, *ever, *verdict.missing_rings))) or (None,)
    return tuple(_cell(verdict, ring, figures.get(ring)) for ring in rings)


def _cell(verdict: VerdictResults, ring: str | None, figure: FigureResults | None) -> Cell:
    if figure is None:
        return Cell(ring or "", MARKS[Outcome.NOT_MEASURED])
    value, counts = value_words(verdict, figure), counts_words(figure)
    overtakes, is_small, of_day = figure.overtakes or 0, figure.small is True, figure.of_day or 1
    return Cell(ring or "", _mark(figure), value, counts, str(figure.date), overtakes, is_small, of_day)


def _mark(figure: FigureResults) -> str:
    return MARKS[Outcome.PASS if figure.passes else Outcome.FAIL]


def cycles_text(gate: GateResults, width: int = WIDTH) -> str:
    """The criteria cycle by cycle, below a heading; empty before the pilot has a second cycle."""
    found = by_cycle(gate)
    if not found:
        return ""
    lines = ["", TITLE, "-" * len(TITLE), "", _legend()]
    if notes := note_meanings(cell for one in found for cell in one.cells):
        line = _GAP.join(notes)
        lines += [line] if width_of(line) <= width else notes
    for one in found:
        if one.is_measured:
            lines += ["", *_lines(one, width)]
    for sentence in besides(gate, found):
        lines += ["", *broken(sentence, width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _legend() -> str:
    words = {Outcome.PASS: "passes", Outcome.FAIL: "misses the threshold", Outcome.NOT_MEASURED: NOT_MEASURED}
    return f"Signs: {_GAP.join(f'{MARKS[outcome]} {said}' for outcome, said in words.items())}"


def _lines(one: ByCycle, width: int) -> Iterator[str]:
    firm = "" if one.verdict.priority is Priority.MUST else ", recommended"
    yield from broken(f"{one.verdict.title} ({bound(one.verdict)}{firm}): {state_words(one.verdict)}", width)
    yield from grid(one.cycles, width)
    for sentence in (*again_sentences(one), *stale_sentences(one.verdict)):
        yield from (f"    {line}" for line in broken(sentence, width - 4))


def ring_lines(one: ByCycle) -> Iterator[str]:
    """A line for each ring of each cycle, with the day of its figure, and what the figures do not say themselves."""
    texts = aligned(one.cycles)
    size = max(map(width_of, texts))
    label = max(len(f"cycle {number}") for number, _ in one.cycles)
    places = [(number if not place else None, cell) for number, cells in one.cycles for place, cell in enumerate(cells)]
    for (number, cell), text in zip(places, texts, strict=True):
        begin = f"cycle {number}" if number is not None else ""
        yield f"{begin:<{label}}  {fitted(text, size)}  {cell.day}".rstrip()
    yield from note_meanings(one.cells)
    yield from again_sentences(one)
    yield from stale_sentences(one.verdict)


def grid(cycles: Sequence[tuple[int, Sequence[Cell]]], width: int) -> Iterator[str]:
    """A line for each cycle, or as many as it takes; rings, values and counts stand below each other."""
    texts = dict(zip((cell for _, cells in cycles for cell in cells), aligned(cycles), strict=True))
    label = 4 + max(len(f"cycle {number}") for number, _ in cycles) + 2
    size = max(map(width_of, texts.values()))
    beside = max(1, (width - label + len(_GAP)) // (size + len(_GAP)))
    for number, cells in cycles:
        first = f"    cycle {number}".ljust(label)
        for start in range(0, len(cells), beside):
            some = _GAP.join(fitted(texts[cell], size) for cell in cells[start : start + beside]).rstrip()
            for place, line in enumerate([some] if label + size <= width else broken(some, width - label)):
                yield f"{' ' * label if start or place else first}{line}"


def again_sentences(one: ByCycle) -> Iterator[str]:
    """In which cycles a ring was measured again, so that a figure of an earlier day does not count."""
    for number, cells in one.cycles:
        rings = [
            f"{f'{cell.ring}, ' if cell.ring else ''}{counted(cell.overtakes, 'earlier figure', 'earlier figures')}"
            for cell in cells
            if cell.overtakes
        ]
        if rings:
            yield f"measured again in cycle {number}: {'; '.join(rings)}"


def stale_sentences(verdict: VerdictResults) -> Iterator[str]:
    """Since when there is no figure of what was measured before the latest cycle, and what never was."""
    alike = {(stale.cycle, stale.since, stale.measured_cycle): None for stale in verdict.stale}
    for cycle, since, measured in alike:
        rings = [one.ring for one in verdict.stale if one.ring and (one.since, one.measured_cycle) == (since, measured)]
        named = f": {', '.join(rings)}" if rings else ""
        figures = "latest figures" if len(rings) > 1 else "latest figure"
        yield f"not measured in cycle {cycle}{named}; {figures} of {since}, in cycle {measured}"
    if verdict.missing_rings:
        yield f"not measured in any cycle: {', '.join(verdict.missing_rings)}"


def besides(gate: GateResults, found: Iterable[ByCycle]) -> Iterator[str]:
    """What has no line: what nobody measured, cycles without a figure or without room, and what is not counted by
    cycle and was measured again."""
    yield from _never_measured(found)
    yield from _left_out(gate)
    yield from _again_besides(gate)


def _never_measured(found: Iterable[ByCycle]) -> Iterator[str]:
    titles = [f"“{one.verdict.title}”" for one in found if not one.is_measured]
    if titles:
        yield f"Not measured in any of these cycles: {listed(titles)}."


def _left_out(gate: GateResults) -> Iterator[str]:
    """Numbers between two cycles in which nothing was measured, and cycles for which there is no room."""
    numbers = cycles_of(gate)
    for before, after in pairwise(numbers[-MOST_CYCLES:]):
        if after - before == 2:
            yield f"In cycle {before + 1} none of these criteria was measured."
        elif after - before > 2:
            yield f"In cycles {before + 1} to {after - 1} none of these criteria was measured."
    if len(numbers) > MOST_CYCLES:
        earlier = len(numbers) - MOST_CYCLES
        yield f"{counted(earlier, 'earlier cycle is', 'earlier cycles are')} left out here; the results hold them."


def _again_besides(gate: GateResults) -> Iterator[str]:
    """What is not counted by cycle and was measured again."""
    for verdict in gate.verdict:
        for figure in verdict.figure:
            if figure.overtakes and verdict.cycles_in_a_row is None:
                ring = f", {figure.ring}" if figure.ring else ""
                value = f"{_mark(figure)} {value_words(verdict, figure)}"
                earlier = counted(figure.overtakes, "earlier figure", "earlier figures")
                yield f"Measured again: “{verdict.title}”{ring}, {value} on {figure.date} after {earlier}."
