"""Whether the pilot may start and end, in one sentence, whatever is known of it."""

from __future__ import annotations

from typing import Final

from maturity.reports.conflicts import musts
from maturity.results.criteria import CriterionResults
from maturity.results.model import Results
from maturity.results.values import Outcome
from questionnaires.decisions import Status
from questionnaires.words import Gate

PILOT_GATES: Final = (Gate.START_PILOT, Gate.LEAVE_PILOT)


def verdict(results: Results) -> str:
    """Whether the pilot may end: by its figures; without any, by what is counted from the answers."""
    if results.gate is not None:
        return results.gate.says
    start, leave = (_failing(results, gate) for gate in PILOT_GATES)
    if start and leave:
        return f"Not yet: {by_what(results)} the pilot may neither start nor end."
    if start or leave:
        return f"Not yet: {by_what(results)} the pilot may not {'start' if start else 'end'}."
    return "Not known yet: no figures of the pilot were given."


def by_what(results: Results) -> str:
    """What the figures are counted from that nobody enters."""
    decided = any(one.status is Status.DECIDED for one in results.decision)
    return "by the answers and decisions" if decided else "by the answers"


def by_the_answers(item: CriterionResults) -> Outcome:
    """What the answers count of a must; not measured where they count nothing."""
    if item.computed is None:
        return Outcome.NOT_MEASURED
    return Outcome.PASS if item.computed.passes else Outcome.FAIL


def _failing(results: Results, gate: Gate) -> int:
    return sum(by_the_answers(item) is Outcome.FAIL for item in musts(results, gate))
