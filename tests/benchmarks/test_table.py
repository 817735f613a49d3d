"""The table of benchmarks: what is held, what is not, and what was measured before."""

from __future__ import annotations

import math

import pytest

from tests.benchmarks.table import Row, Yardstick, as_row, duration, markdown, text

BARE = Yardstick("bare Python", 0.010)


def test_a_limit_is_held_up_to_its_value_and_not_above() -> None:
    assert BARE.row("a", 0.020, 2).held == "yes"
    assert BARE.row("a", math.nextafter(0.020, 1), 2).held == "NO"
    assert BARE.row("a", 9.0).held == ""


def test_what_was_not_measured_is_unknown_and_neither_zero_nor_held() -> None:
    row = Row("a", "", "bare Python", None, 2, "why")
    assert row.held == "unknown"
    assert text([row]).splitlines()[1].split() == ["a", "?", "2", "unknown", "bare", "Python", "why"]


def test_a_plain_tuple_is_a_row_as_well() -> None:
    assert as_row(("a", 1.5, 2.0, "bare Python")) == Row("a", "", "bare Python", 1.5, 2.0)
    assert as_row(("a", 1.5, 0, "bare Python")).limit is None


@pytest.mark.parametrize(("seconds", "said"), [(1.534, "1.53 s"), (0.0381, "38.1 ms"), (0.0007, "700 µs")])
def test_a_duration_keeps_three_digits(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_ratios_of_an_earlier_run_stand_beside_those_of_this_one() -> None:
    rows = [BARE.row("a|b", 0.012, 1.3, "a note"), BARE.row("new", 0.030)]
    assert markdown(rows, {"a|b": 2.7, "gone": 1}) == (
        "| what | value | before | ratio | limit | held | of | note |\n"
        "| --- | --: | --: | --: | --: | --- | --- | --- |\n"
        "| a\\|b | 12.0 ms | 2.70 | 1.20 | 1.3 | yes | bare Python | a note |\n"
        "| new | 30.0 ms |  | 3.00 |  |  | bare Python |  |\n"
    )
    assert "before" not in markdown(rows)
