"""The built-in questionnaire asks what was designed: its thresholds, tasks, offers and shifts."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from questionnaires import Question, builtin
from questionnaires.words import Depth, DocumentedOwner, Kind
from tests.content.counts import MOST_CORE_QUESTIONS, asked_at, facts_by_age
from tests.given.autopatch_tables import CORE_FACETS, OFFERS, THRESHOLDS

QUESTIONNAIRE = builtin()
QUESTIONS = QUESTIONNAIRE.questions


def of_kind(kind: Kind) -> list[Question]:
    return [question for question in QUESTIONS if question.kind is kind]


@pytest.mark.parametrize(("name", "unit", "values"), THRESHOLDS)
def test_a_threshold_runs_from_loosest_to_strictest(name: str, unit: str, values: str) -> None:
    scale = QUESTIONNAIRE.scale_of(QUESTIONNAIRE.question_by_id[f"risk_appetite.{name}"])
    assert scale.unit == unit
    assert [option.value for option in scale.options] == [Decimal(value) for value in values.split()]


def test_positions_are_the_fifteen_thresholds_and_two_to_four_attitudes() -> None:
    positions = of_kind(Kind.POSITION)
    thresholds = [question.id for question in positions if QUESTIONNAIRE.scale_of(question).is_quantity]
    assert sorted(thresholds) == sorted(f"risk_appetite.{name}" for name, _, _ in THRESHOLDS)
    assert 2 <= len(positions) - len(thresholds) <= 4


def test_a_stop_in_the_documented_delay_or_faster_is_beyond_the_limit() -> None:
    limit = QUESTIONNAIRE.question_by_id["risk_appetite.hours_to_stop"].limit
    assert limit is not None
    assert limit.option == 3


def test_a_soak_longer_than_the_exposure_is_a_contradiction() -> None:
    pairs = [(item.lower, item.upper) for item in QUESTIONNAIRE.contradictions]
    assert pairs == [("risk_appetite.soak_days", "risk_appetite.last_ring_days")]


def test_the_defaults_of_soak_and_of_devices_not_ready_can_be_answered() -> None:
    defaults = {one.threshold.question: one.threshold.default for one in QUESTIONNAIRE.candidates}
    for name in ("soak_days", "not_ready"):
        scale = QUESTIONNAIRE.scale_of(QUESTIONNAIRE.question_by_id[f"risk_appetite.{name}"])
        assert defaults[f"risk_appetite.{name}"] in [option.value for option in scale.options]


def test_one_task_is_kept_without_a_documented_owner() -> None:
    task = QUESTIONNAIRE.question_by_id["ownership.keep_current_devices_healthy"]
    assert task.documented_first is not None
    assert task.documented_first.owner is None


def test_every_task_of_the_customer_has_a_suggested_team() -> None:
    ours = [q for q in QUESTIONS if q.documented_now and q.documented_now.owner is DocumentedOwner.CUSTOMER]
    assert [question.id for question in ours if question.suggested is None] == []


@pytest.mark.parametrize(("name", "default", "most"), OFFERS)
def test_a_decision_carries_what_the_service_offers(name: str, default: int | None, most: int | None) -> None:
    offered = QUESTIONNAIRE.question_by_id[f"control.{name}"].offered
    assert offered is not None
    assert (offered.default, offered.most) == (default, most)


def test_no_decision_is_missing_from_the_table_of_offers() -> None:
    assert {question.id for question in of_kind(Kind.CONTROL)} == {f"control.{name}" for name, _, _ in OFFERS}


def test_ten_shifts_have_six_stages_of_their_own() -> None:
    shifts = of_kind(Kind.TRAJECTORY)
    assert len(shifts) == len({question.scale for question in shifts}) == 10


def test_about_two_dozen_prerequisites_are_asked() -> None:
    assert 20 <= len(of_kind(Kind.PREREQUISITE)) <= 26


def test_core_is_split_as_designed_and_fits_one_sitting() -> None:
    core = [question for question in QUESTIONS if Depth.CORE.reaches(question.depth)]
    facets: Counter[str] = Counter()
    for question in core:
        facets[question.section] += len(question.facets)
    assert facets == CORE_FACETS
    assert facets.total() <= 66
    assert len(core) <= 42


def test_the_sets_are_short_enough_for_a_first_talk_and_for_one_sitting() -> None:
    sizes = {depth: (len(asked_at(depth)), sum(len(one.facets) for one in asked_at(depth))) for depth in Depth}
    assert sizes[Depth.SHORT][1] <= 14
    assert sizes[Depth.CORE] <= (MOST_CORE_QUESTIONS, 66)
    assert sizes[Depth.FULL][0] == len(QUESTIONS)


def test_facts_rest_on_more_recent_pages_than_those_of_2022() -> None:
    ages = facts_by_age()
    assert sum(ages[year] for year in ("2023", "2024", "2025", "2026")) > 3 * ages["2022"]
    assert ages["undated"] == 0
