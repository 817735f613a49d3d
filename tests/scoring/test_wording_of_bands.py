"""The band of each facet of a question in words, and which of them stands for the question."""

from __future__ import annotations

from scoring.wording.bands import bands_sentence
from tests.given.builders import compared_on


def test_each_facet_has_its_band_and_the_worst_is_named() -> None:
    item = compared_on(
        "control.release",
        needed={"endpoint": 1, "operations": 3, "security": [1, 2]},
        wanted={"endpoint": 1, "operations": 5, "security": 3},
    )
    assert bands_sentence(item) == (
        "Control needed: close, 2 steps; control wanted: far apart, 4 steps. The worst counts: control wanted."
    )


def test_of_facets_in_one_band_none_is_called_the_worst() -> None:
    item = compared_on(
        "future.approvals",
        today={"endpoint": 1, "operations": 1},
        in_12_months={"endpoint": 1, "operations": [1, 2]},
        in_24_months={"endpoint": 1, "operations": 2},
    )
    assert (
        bands_sentence(item)
        == "Today: aligned, 0 steps; in 12 months: aligned, 0.5 steps; in 24 months: aligned, 1 step."
    )


def test_a_facet_without_a_gap_is_not_compared() -> None:
    item = compared_on("future.approvals", today={"endpoint": 1}, in_12_months={"endpoint": 1, "operations": 3})
    assert bands_sentence(item) == "Today: not compared; in 12 months: close, 2 steps; in 24 months: not compared."


def test_one_facet_and_nothing_compared_need_no_such_words() -> None:
    assert bands_sentence(compared_on("risk.attitude", position={"endpoint": 1, "operations": 5})) == ""
    assert bands_sentence(compared_on("control.release", needed={"endpoint": 1}, wanted={"endpoint": 5})) == ""


def test_a_facet_on_which_a_team_is_torn_says_so() -> None:
    item = compared_on(
        "control.release", needed={"endpoint": [0, 4], "security": 2}, wanted={"endpoint": 2, "security": 2}
    )
    assert bands_sentence(item) == (
        "Control needed: close, 0 steps, a team without a common position; control wanted: aligned, 0 steps."
        " The worst counts: control needed."
    )
