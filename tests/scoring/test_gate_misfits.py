"""Figures that cannot be right against the criteria they are about: each with its key, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from questionnaires.actuals import read_actuals
from questionnaires.words import By, Direction
from scoring.criteria.misfits import misfits, misnamed
from tests.given.builders import criterion, small
from tests.given.every_kind_of_criterion import PAUSING
from tests.given.pilots import MEASURED, TODAY, actuals, document, figure, waiver, wanted

DAY = dt.timedelta(days=1)
UNKNOWN = "is not a criterion that these answers recommend"


def faults(*figures: dict[str, Any], **wants: Any) -> list[tuple[str, str]]:
    return list(misfits([wanted(**wants)], actuals(*figures), MEASURED, TODAY))


def test_a_share_is_at_most_the_whole() -> None:
    says = "is above the denominator, of which it should be a part (stop)"
    assert faults(figure(20, 20), figure(21, 20)) == [("actual[1].numerator", says)]


def test_all_of_something_is_a_share_as_well() -> None:
    assert [key for key, _ in faults(figure(21, 20), value="100")] == ["actual[0].numerator"]


@pytest.mark.parametrize("threshold", [{"value": "120"}, {"value": "101"}, {"value": "8", "unit": "hours"}])
def test_more_than_the_denominator_is_sound_where_it_is_no_share(threshold: dict[str, str]) -> None:
    assert faults(figure(130, 100), comparison=Direction.AT_MOST, **threshold) == []


SINGLE = {"unit": "hours", "value": "8", "comparison": Direction.AT_MOST, "per": 1, "single": True}


def test_a_single_thing_that_is_measured_has_no_denominator() -> None:
    says = (
        "is 2, but this criterion is measured as it is and divided by nothing; leave it out, and give each "
        "measurement an entry of its own (stop)"
    )
    assert faults(figure(14, 2), **SINGLE) == [("actual[0].denominator", says)]
    assert [key for key, _ in faults(figure(14, "0.5"), **SINGLE)] == ["actual[0].denominator"]


def test_a_single_thing_may_say_that_it_is_one() -> None:
    alone = {name: value for name, value in figure(14, 1).items() if name != "denominator"}
    assert faults(figure(14, 1), figure(14, "1.0"), alone, **SINGLE) == []


def test_what_is_counted_out_of_so_many_says_of_how_many() -> None:
    alone = {name: value for name, value in figure(14, 1).items() if name != "denominator"}
    says = "is missing, but this criterion counts out of so many; add it (stop)"
    assert faults(alone) == [("actual[0].denominator", says)]


def test_none_of_something_is_a_part_of_it() -> None:
    assert faults(figure(0, 20), figure(0, "0.5"), figure("0.5", 1)) == []


def test_a_figure_from_before_the_answers_is_a_fault() -> None:
    early = figure(1, 1, date=MEASURED - DAY)
    says = f"is {MEASURED - DAY}, before these answers were begun on {MEASURED}; it belongs to an earlier round (stop)"
    assert faults(figure(1, 1), early) == [("actual[1].date", says)]


def test_a_figure_from_a_day_that_has_not_come_is_a_fault() -> None:
    says = f"is {TODAY + DAY}, which has not come yet; enter what was measured (stop)"
    assert faults(figure(1, 1, date=TODAY), figure(1, 1, date=TODAY + DAY)) == [("actual[1].date", says)]


def test_without_a_first_day_no_date_is_too_early() -> None:
    assert not list(misfits([wanted()], actuals(figure(1, 1, date=dt.date(2020, 1, 1))), None, TODAY))


def test_ring_and_cycle_are_named_where_each_has_a_figure_of_its_own() -> None:
    by = (By.RING, By.CYCLE)
    says = "is missing; this criterion has a figure for each"
    assert faults(figure(1, 1, cycle=2), by=by) == [("actual[0].ring", f"{says} ring (stop, cycle 2)")]
    assert faults(figure(1, 1, ring="Test"), by=by) == [("actual[0].cycle", f"{says} cycle (stop, Test)")]
    assert faults(figure(1, 1, ring="Test", cycle=2), by=by) == []


def test_what_nobody_measured_has_no_fault() -> None:
    assert faults({"criterion": "stop", "date": TODAY + DAY}, by=(By.RING, By.CYCLE)) == []


def test_a_criterion_that_was_not_recommended_is_a_fault() -> None:
    waivers = [waiver(TODAY), waiver(TODAY, criterion="another")]
    found = actuals({"criterion": "stop"}, {"criterion": "other"}, waivers=waivers)
    assert list(misfits([wanted()], found, None, TODAY)) == [
        ("actual[1].criterion", f'"other" {UNKNOWN}'),
        ("waiver[1].criterion", f'"another" {UNKNOWN}'),
    ]


def test_where_every_owner_is_a_task_there_is_no_role_to_name() -> None:
    chosen = small(criterion("stop", owner=PAUSING))
    assert list(misnamed(chosen, read_actuals(document() | {"role": [{"role": "Boss", "name": "Kim"}]}, "p.toml"))) == [
        ("role[0].role", '"Boss" is no role of this questionnaire; its criteria name tasks only')
    ]
