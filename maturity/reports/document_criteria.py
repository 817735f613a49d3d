"""The exit criteria by gate and owner, and the pilot's figures against them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.reports.blocks import Block, Heading, Item, Link, Named, Part, Pictured, Run, Strong, Table, cells, said
from maturity.reports.conflicts import UNTIL_SETTLED, by_conflict, conflict_of, named, of_gate
from maturity.reports.criteria import bound, evidence_of, measured, priority_words
from maturity.reports.document_cycles import cycles_blocks, days_blocks
from maturity.reports.document_musts import order_of, state_of
from maturity.reports.gate import figure_sentences
from maturity.reports.gate_words import OUTCOMES, outcomes
from maturity.reports.gates import GATES, gate_title
from maturity.reports.pictures import of_figures
from maturity.reports.why import waiver_says
from maturity.results.criteria import CriterionResults
from maturity.results.model import Results
from questionnaires.words import Gate, Priority

_HEADS: Final = ("Criterion", "Must", "Threshold", "Now", "Owner", "Why")


def criteria(results: Results) -> Iterator[Part]:
    """What has to be shown at each gate; then the figures behind the verdicts, where there are any."""
    yield Part("criteria", "Exit criteria by gate and owner", tuple(_gates(results)), may_split=True)
    if results.gate is not None:
        pictures = map(Pictured, of_figures(results))
        told = (*cycles_blocks(results.gate), *days_blocks(results.gate))
        yield Part("figures", "The figures of the pilot", (*pictures, *told, _figures(results)))


def _gates(results: Results) -> Iterator[Block | Item]:
    if not results.criterion:
        yield said("The answers call for no criterion.")
    for gate in GATES:
        title = gate_title(results, gate)
        chosen = [item for item in results.criterion if item.gate is gate]
        if not chosen:
            continue
        yield Heading(3, f"{title}: {of_gate(results, gate)}", f"gate-{gate.value.replace('_', '-')}")
        for group in by_conflict(chosen):
            if group[0].conflict:
                conflict = conflict_of(results, group[0].conflict)
                words = " ".join((*conflict[0].conflict_says, UNTIL_SETTLED))
                yield said(Strong(f"Conflict of limits: {named(conflict)}. "), words)
        firm = [item for item in chosen if item.priority is Priority.MUST]
        yield from (_must(results, item) for item in order_of(results, firm))
        others = [item for item in chosen if item.priority is not Priority.MUST]
        if others:
            yield _others(results, gate, others)


def _must(results: Results, item: CriterionResults) -> Item:
    deferred = " (next in line: ten musts that always apply come first, to leave the pilot)" if item.deferred else ""
    blocks = (said(item.statement + deferred), Named(tuple(_rows(results, item))))
    return Item(Heading(4, item.title, f"criterion-{item.id}"), blocks)


def _rows(results: Results, item: CriterionResults) -> Iterator[tuple[str, Run]]:
    counted = item.computed_says is not None and item.id not in outcomes(results)
    yield "Now", (item.computed_says if counted and item.computed_says else state_of(results, item),)
    verdict = next((one for one in results.gate.verdict if one.criterion == item.id), None) if results.gate else None
    if verdict is not None and (waived := waiver_says(verdict)):
        yield "Waiver", (waived,)
    yield "Threshold", (Strong(bound(item)), f". {item.threshold_says}")
    yield "Owner", (Strong(item.owner), f". {item.owner_says}".rstrip())
    yield "Measure", (measured(item.measure),)
    yield "Why", (" ".join((item.reason, *item.because_says)),)
    if item.firm is not None:
        yield "Firm", (item.firm.says,)
    if item.fragile:
        yield "What changes it", (" ".join(flip.says for flip in item.fragile),)
    yield "Evidence", (evidence_of(item),)


def _others(results: Results, gate: Gate, items: list[CriterionResults]) -> Table:
    """What is only recommended, by owner, in a row each."""
    items = sorted(items, key=lambda item: item.owner)
    rows = tuple(
        (
            (Strong(item.title), f": {item.statement}"),
            *cells(priority_words(item).lower(), state_of(results, item), item.owner),
        )
        for item in items
    )
    anchors = tuple(f"criterion-{item.id}" for item in items)
    caption = f"{gate_title(results, gate)}: recommended besides"
    return Table(
        f"others-{gate.value.replace('_', '-')}", caption, ("Criterion", "Firmness", "Now", "Owner"), rows, anchors
    )


def _figures(results: Results) -> Table:
    """A row for each criterion of the gate: what does not pass comes first."""
    gate = results.gate
    assert gate is not None
    found = outcomes(results)
    verdicts = sorted(gate.verdict, key=lambda one: list(OUTCOMES.values())[::-1].index(found[one.criterion]))
    rows = tuple(
        (
            (Link(verdict.title, f"criterion-{verdict.criterion}"),),
            *cells(found[verdict.criterion], bound(verdict), "; ".join(figure_sentences(verdict)) or "no figure"),
        )
        for verdict in verdicts
    )
    return Table("gate-figures", "Every figure that decides", ("Criterion", "Verdict", "Threshold", "Figures"), rows)
