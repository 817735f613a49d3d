"""Each criterion cycle by cycle and ring by ring, as a table of a document."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.reports.blocks import Block, Link, Run, Table, cells, said
from maturity.reports.by_cycle import ByCycle, besides, by_cycle
from maturity.reports.criteria import counted
from maturity.reports.cycle_cells import Cell, note_meanings
from maturity.reports.gate import state_words
from maturity.results.gate import GateResults


def cycles_blocks(gate: GateResults) -> Iterator[Block]:
    """The table, and what it has no row or no room for; nothing before the pilot has a second cycle."""
    found = by_cycle(gate)
    measured = [one for one in found if one.is_measured]
    if not measured:
        return
    heads = ("Criterion, ring", "Verdict", *(f"Cycle {number}" for number, _ in measured[0].cycles))
    caption = "Ring by ring and cycle by cycle: the figure that stands, its counts and its day"
    yield Table("gate-cycles", caption, heads, tuple(row for one in measured for row in _rows(one)), stacks=True)
    if notes := note_meanings(cell for one in measured for cell in one.cells):
        sentence = "; ".join(notes)
        yield said(f"{sentence[:1].upper()}{sentence[1:]}.")
    if sentences := " ".join(besides(gate, found)):
        yield said(sentences)


def _rows(one: ByCycle) -> Iterator[tuple[Run, ...]]:
    """A row for each ring."""
    title = Link(one.verdict.title, f"criterion-{one.verdict.criterion}")
    for place, ring in enumerate(cell.ring for cell in one.cycles[0][1]):
        told = (_told(one, number, some[place]) for number, some in one.cycles)
        yield (title, f", {ring}" if ring else ""), *cells(state_words(one.verdict), *told)


def _told(one: ByCycle, number: int, cell: Cell) -> str:
    """`● 96 % (48 of 50), 2026-12-04; 1 earlier figure`, or since when nobody measured it."""
    if cell.value:
        again = f"; {counted(cell.overtakes, 'earlier figure', 'earlier figures')}" if cell.overtakes else ""
        return f"{cell.said}, {cell.day}{again}"
    since = [stale for stale in one.verdict.stale if stale.cycle == number and (stale.ring or "") == cell.ring]
    return cell.said + "".join(f"; latest figure of {stale.since}, in cycle {stale.measured_cycle}" for stale in since)
