"""Whether a results file has what a reader of it relies on."""

from __future__ import annotations

from typing import Any

import pytest

from maturity.results_check import check_results
from questionnaires import InvalidFile
from tests.maturity.example_results import example_results

AGAIN = "export the results again"


def faults(document: dict[str, Any]) -> list[str]:
    return [str(fault) for fault in check_results(document, "some.toml")]


def test_what_was_computed_is_sound() -> None:
    assert faults(example_results()) == []


@pytest.mark.parametrize(
    "part", ["round", "questionnaire", "conventions", "left_out", "team", "section", "question", "agenda", "criterion"]
)
@pytest.mark.parametrize("value", [None, "seven"], ids=["missing", "of another kind"])
def test_a_part_that_is_missing_or_of_another_kind_is_named(part: str, value: str | None) -> None:
    tree = example_results()
    del tree[part]
    if value:
        tree[part] = value
    assert faults(tree) == [f"some.toml: {part}: is missing or of another kind; {AGAIN}"]


@pytest.mark.parametrize(
    "key", ["id", "statement", "measure", "threshold", "unit", "owner", "priority", "gate", "reason"]
)
def test_a_criterion_lacks_neither_measure_nor_threshold_owner_or_reason(key: str) -> None:
    tree = example_results()
    del tree["criterion"][2][key]
    assert faults(tree) == [f"some.toml: criterion[2].{key}: is missing; {AGAIN}"]


def test_what_is_no_criterion_lacks_everything() -> None:
    tree = example_results() | {"criterion": ["one"]}
    assert len(faults(tree)) == 9


@pytest.mark.parametrize("change", [{"kind": "response"}, {"schema": 2}, {"schema": "1"}])
def test_another_kind_or_schema_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(InvalidFile):
        check_results(example_results() | change, "some.toml")
