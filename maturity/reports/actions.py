"""What has to be done, as a table for a spreadsheet or a tracker: a row for each thing to settle and for each must."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.files.spreadsheet import csv_text, first_line
from maturity.reports.by_cycle import by_cycle
from maturity.reports.by_day import by_day
from maturity.reports.criteria import bound
from maturity.reports.deciding import UNTIL, concerned, until, until_words
from maturity.reports.document_musts import order_of
from maturity.reports.plan import planned
from maturity.reports.verdict import PILOT_GATES
from maturity.results.criteria import CriterionResults
from maturity.results.model import Results
from maturity.results.plan import PlanKind
from maturity.results.values import AgendaClass, Outcome
from questionnaires.decisions import State
from questionnaires.words import Priority
from scoring.wording.words import listed

HEADS: Final = ("id", "text", "owner", "until", "state", "number", "kind")
CYCLES: Final = "cycles"
"""Heads a column behind these, where the pilot has several, or anything was measured again."""
BEGINS: Final = first_line(HEADS[:5])
"""The first line begins so, by which the next report knows what it may replace."""

_OUTCOMES: Final = {
    Outcome.PASS: "passes",
    Outcome.FAIL: "does not pass",
    Outcome.NOT_MEASURED: "not measured",
    Outcome.WAIVED: "waived",
}
_KINDS: Final = {
    PlanKind.CARRY_OUT: "carry out",
    PlanKind.NEXT_STEP: "take up",
    PlanKind.DECIDE: "decide",
    PlanKind.REVIEW: "review",
}


def actions(results: Results) -> str:
    """The file as text, with a line end of its own for spreadsheets."""
    return csv_text((*HEADS, CYCLES) if _cycles(results) else HEADS, _rows(results))


def _rows(results: Results) -> Iterator[tuple[str, ...]]:
    told = _cycles(results)
    for rows in (_to_settle, _to_take_up, _to_show):
        yield from ((*row, told.get(row[0], "")) if told else row for row in rows(results))


def _cycles(results: Results) -> dict[str, str]:
    """By criterion all its figures on one line, by cycle or by day; empty before anything was measured again."""
    if results.gate is None:
        return {}
    by_days = {one.verdict.criterion: one.says for one in by_day(results.gate)}
    return {one.verdict.criterion: one.says for one in by_cycle(results.gate)} | by_days


def _to_settle(results: Results) -> Iterator[tuple[str, ...]]:
    """By their places in the agenda."""
    for place, entry in enumerate(results.agenda, start=1):
        said = f"{entry.title}: {entry.reason}"
        owners = listed(concerned(results, entry))
        state = "to confirm" if entry.urgency is AgendaClass.CONFIRM else "open"
        yield entry.question, said, owners, until(results, entry), state, str(place), "settle"


def _to_take_up(results: Results) -> Iterator[tuple[str, ...]]:
    """What decisions ask for and is not done, as the plan has it: who does it, and by which day."""
    statuses = {one.id: one.status.value for one in results.decision}
    for item in planned(results):
        if item.decision in statuses and item.state is State.OPEN:
            who, day = item.person or item.owner or "", str(item.due or "")
            yield item.question or "", item.says, who, day, statuses[item.decision], "", _KINDS[item.kind]


def _to_show(results: Results) -> Iterator[tuple[str, ...]]:
    """These have no place in the agenda."""
    for gate in UNTIL:
        words = until_words(results, gate)
        found = [item for item in results.criterion if item.gate is gate and item.priority is Priority.MUST]
        for item in order_of(results, found):
            said = f"{item.title} ({bound(item)}): {item.statement}"
            yield item.id, said, item.owner, words, _state(results, item), "", "show"


def _state(results: Results, item: CriterionResults) -> str:
    """One word or two that a spreadsheet can filter by."""
    if item.conflict:
        return "limits in conflict"
    verdicts = {one.criterion: one.outcome for one in results.gate.verdict} if results.gate else {}
    if item.id in verdicts:
        return _OUTCOMES[verdicts[item.id]]
    if item.computed is not None:
        return _OUTCOMES[Outcome.PASS if item.computed.passes else Outcome.FAIL]
    return _OUTCOMES[Outcome.NOT_MEASURED] if item.gate in PILOT_GATES else "not due yet"
