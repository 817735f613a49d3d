"""The criteria gate by gate: a line or two of each, or all that is known of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.reports.conflicts import by_conflict, conflict_lines, conflict_of, of_gate
from maturity.reports.criteria import (
    NEXT_IN_LINE,
    criterion_lines,
    limit_told,
    now,
    owner_told,
    priority_words,
    wrapped,
)
from maturity.reports.decisions import followed_by
from maturity.reports.gate_words import outcomes
from maturity.reports.in_short import heading
from maturity.results.criteria import CriterionResults
from maturity.results.model import Results
from questionnaires.words import Gate, Priority

GATES: Final = {
    Gate.START_PILOT: "Before the pilot starts",
    Gate.LEAVE_PILOT: "To leave the pilot",
    Gate.BROAD_RING: "Before going broad",
    Gate.TWELVE_MONTHS: "After 12 months",
    Gate.TWENTY_FOUR_MONTHS: "After 24 months",
}
STARTED: Final = "Due before the pilot started"


def gate_title(results: Results, gate: Gate) -> str:
    """What a gate is called; that of the start says so once the pilot has begun."""
    return STARTED if gate is Gate.START_PILOT and results.is_begun else GATES[gate]


MORE: Final = (
    "Each with its threshold and owner, and of a must what is to be true. `maturity compare --criteria` tells each "
    "whole: what is measured, by which report, why, on whose answers it rests, evidence, traps and sources."
)


def gate_parts(results: Results, width: int, today: dt.date, *, is_whole: bool) -> Iterator[list[str]]:
    """A part for each gate; `is_whole` where each criterion is to be told whole."""
    yield [
        *heading("What the pilot has to show: recommended exit criteria"),
        *([] if is_whole or not results.criterion else [*wrapped(MORE, width), ""]),
    ]
    found = outcomes(results)
    for gate in GATES:
        title = gate_title(results, gate)
        criteria = [item for item in results.criterion if item.gate is gate]
        if not criteria:
            continue
        lines = [f"{title}: {of_gate(results, gate)}", "-" * len(title), *([""] if is_whole else [])]
        for group in by_conflict(criteria):
            if group[0].conflict:
                lines += [*conflict_lines(conflict_of(results, group[0].conflict), width), ""]
            for item in group:
                if is_whole:
                    lines += [
                        *criterion_lines(item, today, width, found.get(item.id, ""), followed_by(results, item)),
                        "",
                    ]
                else:
                    lines += in_brief(item, width, found.get(item.id, ""))
        yield lines if is_whole else [*lines, ""]


def in_brief(item: CriterionResults, width: int, outcome: str = "") -> Iterator[str]:
    """What it is about, how much of it, and who answers for it; of a must what is to be true as well."""
    first = "  ".join(filter(None, (outcome, f"{priority_words(item):<6}"))) + "  "
    title = f"{item.title}{NEXT_IN_LINE}" if item.deferred else item.title
    said = " – ".join(filter(None, (title, limit_told(item), now(item), owner_told(item))))
    is_must = item.priority is Priority.MUST and not item.conflict
    yield from wrapped(f"{said}. {item.statement}" if is_must else said, width, first, " " * 8)
