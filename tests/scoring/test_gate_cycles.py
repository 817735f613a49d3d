"""Cycles in a row: over every must that is counted by cycle, measured or not, and what ended the row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from questionnaires.words import By, Priority
from scoring import Criterion
from scoring.criteria.gate import Judgement, judge
from scoring.wording.gate import cycles_sentence
from tests.given.pilots import TODAY, actuals, figure, waiver, wanted

RINGS = ["Test", "Last"]


def counted(name: str, by: tuple[By, ...] = (By.CYCLE,), **parts: Any) -> Criterion:
    """A must that is counted by cycle, called by its id."""
    return replace(wanted(name, by=by, **parts), title=name.capitalize())


def judged(criteria: Sequence[Criterion], *figures: dict[str, Any], waived: Sequence[str] = ()) -> Judgement:
    waivers = [waiver(TODAY, criterion=name) for name in waived]
    return judge(criteria, actuals(*figures, waivers=waivers, rings=RINGS), TODAY)


def in_cycles(name: str, *cycles: int, part: int = 100, **parts: Any) -> list[dict[str, Any]]:
    return [figure(part, 100, criterion=name, cycle=cycle, **parts) for cycle in cycles]


def said(judgement: Judgement) -> tuple[int | None, str | None]:
    return judgement.consecutive_cycles, cycles_sentence(judgement)


def test_a_must_that_nobody_measured_ends_the_row() -> None:
    judgement = judged([counted("current"), counted("installs"), counted("tested")], *in_cycles("current", 1, 2))
    sentence = "In a row: none. In cycle 2, the latest, “Installs” and “Tested” were not measured."
    assert said(judgement) == (0, sentence)


def test_without_any_figure_there_is_no_cycle() -> None:
    drill = figure(100, 100, criterion="drill")
    assert said(judged([counted("current"), counted("installs"), wanted("drill")], drill)) == (
        0,
        "In a row: none. No cycle was measured of “Current” and “Installs”, which are counted by cycle.",
    )
    assert said(judged([counted("current")])) == (
        0,
        "In a row: none. No cycle was measured of “Current”, which is counted by cycle.",
    )


def test_no_must_that_is_counted_by_cycle_says_nothing() -> None:
    wish = counted("wish", priority=Priority.SHOULD)
    figures = [*in_cycles("wish", 1, 2), *in_cycles("drill", 1, 2)]
    assert said(judged([wanted("drill"), wish], *figures)) == (None, None)


def test_cycles_that_all_passed_are_counted_up_to_the_latest() -> None:
    criteria = [counted("current"), counted("installs")]
    figures = [*in_cycles("current", 1, 2), *in_cycles("installs", 1, 2)]
    sentence = "In a row: 2 cycles up to cycle 2, in which both musts that are counted by cycle passed."
    assert said(judged(criteria, *figures)) == (2, sentence)


def test_one_must_and_one_cycle_are_said_in_the_singular() -> None:
    sentence = "In a row: 1 cycle up to cycle 1, in which the one must that is counted by cycle passed."
    assert said(judged([counted("current")], *in_cycles("current", 1))) == (1, sentence)


def test_what_ended_the_row_before_is_named() -> None:
    criteria = [counted("current"), counted("installs"), counted("tested", (By.RING, By.CYCLE))]
    figures = [
        *in_cycles("current", 2, part=50),
        *in_cycles("current", 3),
        *in_cycles("installs", 3),
        *in_cycles("tested", 3, ring="Test"),
        *in_cycles("tested", 2, 3, ring="Last"),
    ]
    sentence = (
        "In a row: 1 cycle up to cycle 3, in which all 3 musts that are counted by cycle passed. In cycle 2, “Current” "
        "failed; “Installs” was not measured; “Tested” was not measured in every ring."
    )
    assert said(judged(criteria, *figures)) == (1, sentence)


def test_where_everything_was_measured_only_what_failed_is_named() -> None:
    judgement = judged(
        [counted("current"), counted("installs")], *in_cycles("current", 1, part=50), *in_cycles("installs", 1)
    )
    assert said(judgement) == (0, "In a row: none. In cycle 1, the latest, “Current” failed.")


def test_a_cycle_that_nobody_measured_is_a_gap() -> None:
    sentence = (
        "In a row: 1 cycle up to cycle 4, in which the one must that is counted by cycle passed. "
        "In cycle 3, “Current” was not measured."
    )
    assert said(judged([counted("current")], *in_cycles("current", 1, 2, 4))) == (1, sentence)


def test_a_must_that_is_behind_ends_the_row() -> None:
    criteria = [counted("current"), counted("installs")]
    judgement = judged(criteria, *in_cycles("current", 1, 2), *in_cycles("installs", 1))
    assert said(judgement) == (0, "In a row: none. In cycle 2, the latest, “Installs” was not measured.")
    assert [verdict.consecutive_cycles for verdict in judgement.verdicts] == [2, 1]
    assert not judgement.is_open


def test_a_waiver_makes_no_good_cycle_and_says_so() -> None:
    criteria = [counted("current"), counted("installs")]
    judgement = judged(criteria, *in_cycles("current", 1, 2), waived=["installs"])
    sentence = (
        "In a row: none. In cycle 2, the latest, “Installs” (waived) was not measured. A waiver makes no good cycle."
    )
    assert judgement.is_open
    assert said(judgement) == (0, sentence)


def test_a_rule_that_makes_hundreds_of_musts_makes_no_endless_sentence() -> None:
    criteria = [counted(f"must_{place}") for place in range(6)]
    _, sentence = said(judged(criteria, *in_cycles("must_0", 1)))
    assert sentence == (
        "In a row: none. In cycle 1, the latest, “Must_1”, “Must_2”, “Must_3”, “Must_4” and “Must_5” were not measured."
    )
    criteria = [counted(f"must_{place}") for place in range(500)]
    _, sentence = said(judged(criteria, *in_cycles("must_0", 1)))
    assert sentence == (
        "In a row: none. In cycle 1, the latest, “Must_1”, “Must_2”, “Must_3”, “Must_4”, “Must_5” and 494 more "
        "were not measured."
    )
