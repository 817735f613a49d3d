"""The built-in exit criteria: which there are, who owns them, what they are held against, and who gives the figures."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from questionnaires import Question, builtin
from questionnaires.words import DefaultBasis, Depth, Direction, DocumentedOwner, Gate, Impact, Kind, Priority
from tests.content.criteria import AT_THE_START, DEFAULTS, PRESETS, SHARES, TEN, counting_of, lines, way_of
from tests.content.criteria_became import BECAME, MISSED, MOVED, OURS

QUESTIONNAIRE = builtin()
CANDIDATES = {candidate.id: candidate for candidate in QUESTIONNAIRE.candidates}
CONDITIONAL = [candidate for candidate in QUESTIONNAIRE.candidates if not candidate.when.always]
NOT_OF_THE_PILOT = {
    "exempted_devices",
    "reach_before_stop",
    "pilot_size",
    "way_back",
    "tickets_against_before",
    "reliability",
}
"""Criteria whose denominator is the fleet, a rehearsal, or what was before."""


def musts(gate: Gate) -> list[str]:
    chosen = [one for one in CANDIDATES.values() if one.gate is gate and one.priority is Priority.MUST]
    return [one.id for one in chosen if one.when.always]


def tasks(depth: Depth) -> list[Question]:
    return [one for one in QUESTIONNAIRE.questions if one.kind is Kind.OWNERSHIP and depth.reaches(one.depth)]


def documented(question: Question) -> DocumentedOwner | None:
    """Whose task the latest page says it is."""
    return QUESTIONNAIRE.documented_owner(question)


def test_ten_musts_leave_the_pilot_in_their_order() -> None:
    assert musts(Gate.LEAVE_PILOT) == [name for name, _, _ in TEN]


@pytest.mark.parametrize(("name", "task", "default"), TEN)
def test_a_must_has_its_owner_and_its_default(name: str, task: str, default: str) -> None:
    assert CANDIDATES[name].owner.task == f"ownership.{task}"
    assert CANDIDATES[name].threshold.default == Decimal(default)


def test_what_a_pilot_needs_is_asked_for_before_it_starts() -> None:
    assert tuple(musts(Gate.START_PILOT)) == AT_THE_START


def test_every_gate_has_a_must() -> None:
    assert [gate for gate in Gate if not musts(gate)] == []


@pytest.mark.parametrize(("name", "default", "comparison", "basis"), DEFAULTS)
def test_a_default_stands_with_its_basis(name: str, default: str, comparison: str, basis: str) -> None:
    threshold = CANDIDATES[name].threshold
    assert threshold.default == Decimal(default)
    assert (threshold.comparison, threshold.basis) == (Direction(comparison), DefaultBasis(basis))


def test_the_shares_of_pilot_devices_make_up_all_of_them() -> None:
    assert sum(CANDIDATES[name].threshold.default for name in SHARES) == 100


def test_current_not_ready_and_failed_leave_room_for_each_other_by_default() -> None:
    assert (
        sum(CANDIDATES[name].threshold.default for name in ("currency_per_ring", "not_ready", "failed_installs")) < 100
    )


def test_the_services_own_presets_keep_the_defaults_on_time() -> None:
    first, second, last = (sum(PRESETS["Ring1"]), PRESETS["Ring2"][0], sum(PRESETS["Last"]))
    assert second - first >= CANDIDATES["soak_set"].threshold.default
    assert last + 5 <= CANDIDATES["last_ring_current"].threshold.default


def test_every_owner_is_a_task_and_up_to_the_broad_ring_one_that_a_core_round_asks() -> None:
    assert [one.id for one in CANDIDATES.values() if one.owner.task is None] == []
    near = [one for one in CANDIDATES.values() if one.gate not in (Gate.TWELVE_MONTHS, Gate.TWENTY_FOUR_MONTHS)]
    core = {question.id for question in tasks(Depth.CORE)}
    assert [one.id for one in near if one.owner.task not in core] == []


def test_the_core_tasks_that_are_counted_are_those_that_no_page_gives_to_the_service() -> None:
    core = [q.id for q in tasks(Depth.CORE) if documented(q) is not DocumentedOwner.SERVICE]
    assert sorted(counting_of("ownership_settled").questions) == sorted(core)
    assert counting_of("deputies").questions == counting_of("ownership_settled").questions


def test_the_tasks_beyond_the_core_are_those_of_the_customer_that_are_asked_in_full() -> None:
    full = [question for question in tasks(Depth.FULL) if question.depth is Depth.FULL]
    ours = [question.id for question in full if documented(question) is DocumentedOwner.CUSTOMER]
    assert sorted(counting_of("all_tasks_owned").questions) == sorted(ours)


def test_wants_beyond_needs_are_counted_by_impact() -> None:
    decisions = [one for one in QUESTIONNAIRE.questions if one.kind is Kind.CONTROL]
    high = [one.id for one in decisions if one.impact is Impact.HIGH]
    assert sorted(counting_of("comfort_replaced").questions) == sorted(high)
    assert sorted(counting_of("comfort_all").questions) == sorted({one.id for one in decisions} - set(high))


def test_limits_that_can_exclude_each_other_are_counted_with_the_boundary() -> None:
    limits = {name for one in QUESTIONNAIRE.contradictions for name in one.questions}
    assert set(counting_of("found_settled").questions) == limits | {"ownership.*"}


def test_the_prerequisites_of_a_start_are_all_but_the_records_of_what_was_before() -> None:
    asked = [one.id for one in QUESTIONNAIRE.questions if one.kind is Kind.PREREQUISITE]
    records = counting_of("baseline").questions
    assert list(counting_of("prerequisites_met").questions) == [name for name in asked if name not in records]


def test_every_limit_can_be_in_dispute_and_sets_a_criterion() -> None:
    positions = [one for one in QUESTIONNAIRE.questions if one.kind is Kind.POSITION]
    limits = {one.id for one in positions if QUESTIONNAIRE.scale_of(one).is_quantity}
    assert set(CANDIDATES["thresholds_agreed"].when.questions) == limits
    assert set(counting_of("thresholds_agreed").questions) == limits
    assert {one.threshold.question for one in CANDIDATES.values()} - {None} == limits


def test_nobody_enters_what_the_tool_reads_from_the_answers() -> None:
    read = [one for one in CANDIDATES.values() if one.measure.report.startswith("This tool")]
    assert [one.id for one in read if way_of(one) != "computed"] == ["targets_reached"]
    assert [one.id for one in CANDIDATES.values() if way_of(one) == "computed" and one not in read] == []


def test_people_enter_at_most_twenty_figures_to_leave_the_pilot() -> None:
    here = [one for one in CANDIDATES.values() if one.gate is Gate.LEAVE_PILOT and way_of(one) != "computed"]
    assert len(here) <= 20


def test_every_rule_with_a_condition_has_answers_that_trigger_it_and_answers_that_do_not() -> None:
    assert [one.id for one in CONDITIONAL if {example.fires for example in one.examples} != {True, False}] == []


def test_a_share_of_devices_is_one_of_pilot_devices() -> None:
    shares = {one.id: one.measure.denominator for one in CANDIDATES.values() if one.measure.denominator}
    devices = {name for name, text in shares.items() if re.search(r"\bdevices?\b", text)}
    assert {name for name in devices if "pilot devices" not in shares[name].lower()} <= NOT_OF_THE_PILOT


def test_reports_are_called_by_their_names_and_not_by_their_places() -> None:
    assert [one.id for one in CANDIDATES.values() if " > " in one.measure.report] == []


def test_only_what_is_counted_out_of_so_many_has_a_denominator() -> None:
    for candidate in CANDIDATES.values():
        unit, per = candidate.threshold.unit, f"{candidate.measure.per:,}"
        assert candidate.measure.is_single is not (unit == "%" or unit.endswith(f"per {per} devices")), candidate.id


def test_each_criterion_of_the_version_before_is_accounted_for_and_each_new_one_has_its_reason() -> None:
    assert len(BECAME) == 56
    kept = [MOVED.get(name, name) for name in BECAME]
    assert {*filter(None, kept), *MISSED, *OURS} == set(CANDIDATES)
    assert [name for name in MOVED if name in CANDIDATES] == []


def test_the_table_names_every_criterion() -> None:
    printed = "\n".join(lines())
    assert [name for name in CANDIDATES if name not in printed] == []
