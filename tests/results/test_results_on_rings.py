"""What results hold so that rings, limits and cycles can be drawn, and how it reads back."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from maturity.results.model import Results, read_results
from maturity.results.writing import to_json, to_toml
from questionnaires import builtin
from questionnaires.words import DefaultBasis
from tests.given.example_results import example_document, example_results
from tests.given.pictured import measured_results


def test_the_rings_of_a_questionnaire_are_in_the_results_with_their_sources() -> None:
    rings = example_results().ring
    assert [(ring.name, ring.last_day) for ring in rings] == [(ring.name, ring.last_day) for ring in builtin().rings]
    assert {source.dated.year for ring in rings for source in ring.source if source.dated} == {2024, 2025}


def test_a_limit_its_default_and_from_when_its_days_count_stand_beside_its_question() -> None:
    asked = example_results().question_by_id
    stop, soak = asked["risk_appetite.hours_to_stop"], asked["risk_appetite.soak_days"]
    assert (stop.limit, [(one.value, one.basis) for one in stop.default]) == (3, [(24, DefaultBasis.OURS)])
    assert (soak.limit, [(one.value, one.basis) for one in soak.default]) == (None, [(2, DefaultBasis.DOCUMENTED)])
    assert (soak.days_from, soak.agreement_only, stop.days_from, stop.agreement_only) == ("ring1", True, None, None)


def test_every_cycle_of_a_criterion_stands_in_its_verdict() -> None:
    gate = measured_results().gate
    assert gate is not None
    cycles = {one.criterion: [(cycle.number, cycle.outcome.value) for cycle in one.cycle] for one in gate.verdict}
    assert cycles["failed_installs"] == [(1, "fail"), (2, "pass")]
    assert cycles["currency_per_ring"] == [(1, "fail"), (2, "fail")]
    assert cycles["pause_drill"] == []


@pytest.mark.parametrize(("write", "read"), [(to_toml, tomllib.loads), (to_json, json.loads)])
def test_all_of_it_reads_back(write: Callable[[Results], str], read: Callable[[str], dict[str, Any]]) -> None:
    assert read_results(read(write(measured_results())), "results") == measured_results()


def test_results_of_before_without_any_of_it_are_read() -> None:
    document = example_document()
    del document["ring"]
    for item in document["question"]:
        for key in ("limit", "default", "days_from", "agreement_only"):
            item.pop(key, None)
    found = read_results(document, "older.toml")
    assert (found.ring, {(item.limit, item.default, item.days_from) for item in found.question}) == (
        (),
        {(None, (), None)},
    )
