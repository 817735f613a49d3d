"""What a file of the pilot's figures may hold, and how each fault is said."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from questionnaires import InvalidFile
from questionnaires.actuals import read_actuals
from questionnaires.reading import parse
from tests.given.pilots import TODAY, actuals, document, figure, waiver

ALONE = "denominator stands without a numerator; give both, or neither"
SIGNED = "a figure says when (date) and by whom (by) it was taken"
EMPTY = "denominator is 0; leave both out while there is nothing to count"


def faults(found: dict[str, Any]) -> list[str]:
    """Key and sentence of every fault."""
    with pytest.raises(InvalidFile) as caught:
        read_actuals(found, "pilot.toml")
    return [f"{fault.key}: {fault.message}" for fault in caught.value.faults]


def without(key: str, **parts: Any) -> dict[str, Any]:
    return {name: value for name, value in figure(19, 20, **parts).items() if name != key}


def test_a_figure_is_read_exactly() -> None:
    (found,) = actuals(figure("33.3", 100, ring="Ring1", cycle=2, report="The monthly report.")).actual
    assert (found.numerator, found.denominator) == (Decimal("33.3"), Decimal(100))
    assert (found.ring, found.cycle, found.by, found.report) == ("Ring1", 2, "Kim", "The monthly report.")


def test_a_single_thing_that_was_measured_is_divided_by_nothing() -> None:
    (found,) = actuals(without("denominator")).actual
    assert (found.is_measured, found.denominator, found.divisor) == (True, None, Decimal(1))


def test_a_figure_of_zero_is_measured() -> None:
    assert actuals(figure(0, 20)).actual[0].is_measured


def test_an_entry_without_figures_is_not_measured_and_needs_no_name() -> None:
    (found,) = actuals({"criterion": "stop"}).actual
    assert not found.is_measured


def test_a_pilot_without_figures_is_sound() -> None:
    found = actuals(rings=[])
    assert (found.actual, found.waiver, found.pilot.rings) == ((), (), ())


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (without("numerator"), f"actual[0]: {ALONE}"),
        (without("date"), f"actual[0]: {SIGNED}"),
        (without("by"), f"actual[0]: {SIGNED}"),
        (figure(0, 0), f"actual[0]: {EMPTY}"),
        (figure(0, "-0.0"), f"actual[0]: {EMPTY}"),
        (figure(-1, 20), "actual[0].numerator: is -1; the smallest allowed is 0"),
        (figure(1, -20), "actual[0].denominator: is -20; the smallest allowed is 0"),
        (figure("1000000001", 1), "actual[0].numerator: is 1000000001; the largest allowed is 1000000000"),
        (figure("1e-5000", 1), "actual[0].numerator: is 1E-5000; at most 9 digits after the point"),
        (figure(1, "1e-99999999"), "actual[0].denominator: is 1E-99999999; at most 9 digits after the point"),
        (figure(19, 20, by=""), "actual[0].by: must not be empty"),
        (figure(19, 20, by="  \t"), "actual[0].by: must not be empty"),
        (figure(19, 20, cycle=0), "actual[0].cycle: is 0; the smallest allowed is 1"),
        (
            figure(19, 20, date="2026-12-04"),
            'actual[0].date: is "2026-12-04"; a date was expected, such as 2026-11-21',
        ),
        (
            figure(19, 20, ring="Ring9"),
            'actual[0].ring: is "Ring9", but the rings of the pilot are: Test, Ring1, Last',
        ),
        (figure(19, 20, nominator=19), "actual[0].nominator: is not a known key; remove it or correct its name"),
        (without("criterion"), "actual[0].criterion: is missing; add it"),
    ],
)
def test_an_unsound_figure_is_named_with_its_key(entry: dict[str, Any], fault: str) -> None:
    assert faults(document(entry)) == [fault]


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "true", "[1]", '"many"'])
def test_what_is_no_number_is_no_figure(number: str) -> None:
    text = (
        'kind = "actuals"\nschema = 1\n[pilot]\nquestionnaire = "small"\n[[actual]]\ncriterion = "stop"\n'
        f'numerator = {number}\ndenominator = 1\ndate = 2026-12-04\nby = "Kim"\n'
    )
    (fault,) = faults(parse(text.encode(), "pilot.toml"))
    assert fault.startswith("actual[0].numerator: ")


def test_a_ring_needs_rings_of_the_pilot() -> None:
    (fault,) = faults(document(figure(19, 20, ring="Test"), rings=[]))
    assert fault == 'actual[0].ring: is "Test", but the rings of the pilot are: none are named in pilot.rings'


def test_what_is_measured_again_stands_beside_what_was_before() -> None:
    assert len(actuals(figure(5, 1), figure(9, 1)).actual) == 2
    assert len(actuals(*(figure(part, 20, ring="Test", cycle=1) for part in (18, 20))).actual) == 2


def test_a_figure_of_the_whole_pilot_does_not_stand_beside_those_of_rings() -> None:
    (fault,) = faults(document(figure(1, 20), figure(20, 20, ring="Test")))
    assert fault == "actual[0].ring: is missing, but other figures of this criterion name theirs; add it"


def test_another_criterion_may_be_counted_by_ring() -> None:
    assert len(actuals(figure(1, 20), figure(20, 20, ring="Test", criterion="other")).actual) == 2


def test_a_figure_without_cycle_is_not_overtaken_silently() -> None:
    (fault,) = faults(document(figure(1, 20, ring="Test"), figure(20, 20, ring="Test", cycle=1)))
    assert fault == "actual[0].cycle: is missing, but other figures of this criterion and ring name theirs; add it"


def test_an_entry_left_empty_may_stand_beside_a_ring_and_a_cycle() -> None:
    assert len(actuals({"criterion": "stop"}, figure(20, 20, ring="Test", cycle=1)).actual) == 2


@pytest.mark.parametrize("key", ["by", "reason", "until", "criterion"])
def test_a_waiver_has_a_name_a_reason_and_an_end(key: str) -> None:
    entry = waiver(TODAY)
    del entry[key]
    assert faults(document(waivers=[entry])) == [f"waiver[0].{key}: is missing; add it"]


def test_nobody_can_waive() -> None:
    assert faults(document(waivers=[waiver(TODAY, by=" ")])) == ["waiver[0].by: must not be empty"]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"kind": "response"}, "kind"),
        ({"schema": 2}, "schema"),
        ({"pilot": {}}, "pilot.questionnaire"),
        ({"pilot": {"questionnaire": "small", "round": 0}}, "pilot.round"),
        ({"actual": {}}, "actual"),
        ({"figures": []}, "figures"),
    ],
)
def test_another_document_is_refused_at_its_key(change: dict[str, Any], key: str) -> None:
    assert [fault.split(":")[0] for fault in faults(document() | change)] == [key]


def test_all_faults_of_a_file_are_said_together() -> None:
    found = document(without("by"), figure(-1, 20), waivers=[waiver(dt.date(2027, 1, 1), by="")])
    assert [fault.split(":")[0] for fault in faults(found)] == ["actual[0]", "actual[1].numerator", "waiver[0].by"]
