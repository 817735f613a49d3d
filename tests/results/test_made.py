"""Results are taken as they are computed, and checked when they are read: both come to the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from maturity.results.counting import ComputedResults
from maturity.results.gate import Musts
from maturity.results.made import made_of
from maturity.results.model import Results
from tests.given.example_results import example_results
from tests.given.written_files import everything
from tests.proofs.cases import case_of
from tests.proofs.worlds import decided_world, world


def values(value: object, place: str = "") -> Iterator[tuple[str, str, object]]:
    """Every value with its place and its type: a number, a text or a list may be equal to one of another type."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from values(getattr(value, name), f"{place}.{name}")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield place, type(key).__name__, key
            yield from values(item, f"{place}[{key}]")
    elif isinstance(value, tuple | list):
        yield place, type(value).__name__, len(value)
        for number, item in enumerate(value):
            yield from values(item, f"{place}[{number}]")
    else:
        yield place, type(value).__name__, value


def differing(results: Results) -> list[object]:
    """Where what was computed is not what reading it back gives."""
    read = Results.model_validate(results.model_dump(by_alias=True, warnings="error"))
    return [pair for pair in zip(values(results), values(read), strict=True) if pair[0] != pair[1]]


@pytest.mark.parametrize("make", [example_results, lambda: everything().results()], ids=["examples", "everything"])
def test_what_is_computed_is_what_reading_it_gives(make: Callable[[], Results]) -> None:
    assert differing(make()) == []


@pytest.mark.parametrize("seed", range(4))
def test_so_it_is_whatever_people_answer_and_the_room_decides(seed: int) -> None:
    assert differing(case_of(world(seed)).results) == []
    assert differing(case_of(decided_world(seed)).results) == []


def test_a_part_takes_the_defaults_of_what_it_is_not_given() -> None:
    made = ComputedResults(numerator=1, passes=True)
    assert made == ComputedResults.model_validate({"numerator": 1, "passes": True})
    assert made.model_fields_set == {"numerator", "passes"}


@pytest.mark.parametrize("given", [{"numerator": 1}, {"numerator": 1, "passes": True, "soon": 2}])
def test_a_part_that_lacks_a_field_or_has_another_is_not_made(given: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="ComputedResults is made of numerator, "):
        ComputedResults(**given)


def test_a_part_is_made_by_the_keys_that_its_file_has() -> None:
    keys = {"pass": 3, "fail": 1, "not_measured": 0, "waived": 0}
    assert made_of(Musts, keys) == Musts.model_validate(keys)


def test_what_is_read_is_checked() -> None:
    with pytest.raises(ValidationError):
        ComputedResults.model_validate({"numerator": -1, "passes": 1})
    with pytest.raises(ValidationError):
        Results.model_validate({**example_results().model_dump(by_alias=True), "round": 0})
