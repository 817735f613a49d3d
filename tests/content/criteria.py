"""`python -m tests.content.criteria` prints the exit criteria: by gate, what each must rests on, and the defaults."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Final

from questionnaires import Candidate, builtin
from questionnaires.candidate import Counting
from questionnaires.words import Gate, Priority
from tests.content.criteria_became import BECAME, MISSED, MOVED, OURS

TEN: Final = (
    ("not_ready", "remediate_not_ready", "2"),
    ("coverage", "resolve_conflicting_policies", "0"),
    ("currency_per_ring", "review_update_reports", "95"),
    ("failed_installs", "review_update_reports", "2"),
    ("stop_rule", "approve_or_hold", "100"),
    ("pause_drill", "customer_pause", "24"),
    ("recovery_drill", "lead_when_an_update_breaks", "8"),
    ("business_scenarios", "test_business_scenarios", "100"),
    ("ownership_settled", "update_strategy", "100"),
    ("found_settled", "update_strategy", "100"),
)
"""The ten musts to leave the pilot, in their order: criterion, the task whose owner answers for it, and its default."""

AT_THE_START: Final = ("prerequisites_met",)
"""The must before a pilot starts."""

DEFAULTS: Final = (
    ("currency_per_ring", "95", "at_least", "ours"),
    ("supported_version", "99", "at_least", "documented"),
    ("m365_and_edge_current", "90", "at_least", "documented"),
    ("feature_update_tried", "95", "at_least", "documented"),
    ("soak_set", "2", "at_least", "documented"),
    ("pause_drill", "24", "at_most", "ours"),
    ("recovery_drill", "8", "at_most", "ours"),
    ("ring_uninstall", "24", "at_most", "ours"),
    ("last_ring_current", "21", "at_most", "ours"),
    ("silent_devices", "1", "at_most", "ours"),
    ("exempted_devices", "3", "at_most", "ours"),
    ("tickets_against_before", "110", "at_most", "ours"),
    ("alert_age", "14", "at_most", "ours"),
    ("pilot_size", "100", "at_least", "ours"),
    ("pilot_length", "2", "at_least", "ours"),
    ("prerequisites_met", "100", "at_least", "ours"),
)
"""Criterion, default threshold, comparison, and where the default comes from, besides those of the ten musts."""

SHARES: Final = ("currency_per_ring", "not_ready", "failed_installs", "silent_devices")
"""Shares of pilot devices whose defaults, met to the last device, make up all of them."""

PRESETS: Final = {"Ring1": (1, 2), "Ring2": (5, 2), "Last": (10, 3)}
"""Deferral and deadline, in days, of the service's own rings by the page of 2025."""


def lines() -> Iterator[str]:
    """How many there are by gate and priority; each with its owner and threshold; and what hangs on what."""
    candidates = builtin().candidates
    yield from _counts(candidates)
    for gate in Gate:
        yield f"{gate.value}"
        ordered = sorted(
            (one for one in candidates if one.gate is gate), key=lambda one: list(Priority).index(one.priority)
        )
        yield from (f"    {_row(one)}" for one in ordered)
    yield "What the musts rest on, by question"
    yield from (f"    {question}: {', '.join(names)}" for question, names in rests_on().items())
    yield "Defaults that make up all pilot devices"
    yield f"    {' + '.join(f'{name} {_default(name)}' for name in SHARES)} = {sum(map(_default, SHARES))}"
    yield "What became of each"
    yield from (f"    {name} -> {MOVED.get(name, name) or 'gone'}: {text}" for name, text in BECAME.items())
    yield "What was missed, and what else is new"
    yield from (f"    {name}: {text}" for name, text in (*MISSED.items(), *OURS.items()))


def _counts(candidates: tuple[Candidate, ...]) -> Iterator[str]:
    yield f"{'':14}{'must':>8}{'should':>8}{'could':>8}{'computed':>10}{'counted':>9}{'entered':>9}"
    for gate in Gate:
        here = [one for one in candidates if one.gate is gate]
        found = Counter(one.priority for one in here)
        ways = Counter(way_of(one) for one in here)
        row = "".join(f"{found[priority]:8}" for priority in Priority)
        yield f"{gate.value:14}{row}{ways['computed']:10}{ways['counted']:9}{ways['entered']:9}"


def way_of(candidate: Candidate) -> str:
    """Who gives the figure: the tool, people out of a number that the tool knows, or people alone."""
    measure = candidate.measure
    return "computed" if measure.computed else "counted" if measure.counted else "entered"


def _row(candidate: Candidate) -> str:
    part, condition = candidate.threshold, "" if candidate.when.always else ", with a condition"
    owner = candidate.owner.task or candidate.owner.role
    bound = f"{part.comparison.value} {part.default} {part.unit} ({part.basis.value})"
    return f"{candidate.priority.value:7}{candidate.id:26}{bound:48}{way_of(candidate)}{condition}; {owner}"


def counting_of(name: str) -> Counting:
    """What the tool counts for a criterion."""
    measure = next(one.measure for one in builtin().candidates if one.id == name)
    part = measure.computed or measure.counted
    assert part is not None
    return part


def rests_on() -> dict[str, list[str]]:
    """By the question that gives owner or threshold, with its depth: the musts that hang on it."""
    known: dict[str, list[str]] = {}
    for one in builtin().candidates:
        for question in (one.owner.task, one.threshold.question):
            if one.priority is Priority.MUST and question is not None:
                depth = builtin().question_by_id[question].depth.value
                known.setdefault(f"{question} ({depth})", []).append(one.id)
    return known


def _default(name: str) -> int:
    return int(next(one.threshold.default for one in builtin().candidates if one.id == name))


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines()) + "\n")
