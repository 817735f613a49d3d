"""What stands above the tables of a comparison, as values: whole sentences, in no more rows than there are."""

from __future__ import annotations

from typing import Any, Final

import pytest

from maturity.app.screens.comparison_around import below
from maturity.app.screens.comparison_tabs import Tab
from maturity.app.screens.comparison_top import top
from maturity.reports.headline import cautions, headline
from maturity.reports.outline import round_notice
from maturity.results.gate import GateResults
from maturity.results.head import CarriedResults, LeftOut
from maturity.results.model import Results
from maturity.results.sections import TakenOver
from maturity.results.values import AgendaClass
from tests.given.builders import THEN
from tests.given.example_results import example_results

NARROW: Final = (78, 24)
WIDE: Final = (118, 40)
UNUSABLE: Final = tuple(f"answers of somebody, number {place}.toml" for place in range(9))
FILES: Final = {"left_out": LeftOut(files=UNUSABLE, unknown={}, incomparable={})}
CARRIED: Final = {
    "carried": CarriedResults.model_validate(
        {"from": 1, "questions": {"endpoint": 15, "operations": 15, "security": 9}}
    )
}
PARTIAL: Final = {"partial": True}
IN_SHORT: Final = "Not yet: 5 of 13 musts pass, 4 fail, 3 are not measured, 1 is waived"
SAYS: Final = f"{IN_SHORT}; 19 recommended criteria are not measured."
GATE: Final = {
    "gate": GateResults.model_validate(
        {
            "gate": "leave_pilot",
            "open": False,
            "says": SAYS,
            "musts": {"pass": 5, "fail": 4, "not_measured": 3, "waived": 1},
            "verdict": (),
        }
    )
}
EVERYTHING: Final[dict[str, Any]] = {**FILES, **CARRIED, **GATE}


SETTLE: Final = "7 to settle first (of 40 questions compared); then 11 musts to show."


def with_(parts: dict[str, Any]) -> Results:
    """The comparison of the examples, and what else there may be to say above it."""
    return example_results().model_copy(update=parts)


def rows(found: Results, size: tuple[int, int], *, is_sent: bool = False) -> list[str]:
    """The rows of a screen of that height, in a box of that width."""
    return [line.plain.rstrip() for line in top(found, *size, THEN.date(), is_sent=is_sent).wrap(size[0])]


@pytest.mark.parametrize(
    "parts", [{}, FILES, CARRIED, PARTIAL, GATE, EVERYTHING, {**PARTIAL, **GATE}, {**PARTIAL, **FILES}]
)
def test_on_a_small_screen_six_rows_are_enough_and_none_is_cut(parts: dict[str, Any]) -> None:
    for is_sent in (False, True):
        found = rows(with_(parts), NARROW, is_sent=is_sent)
        assert len(found) <= 6
        assert [row for row in found if "…" in row] == []
        assert SETTLE in found


def test_where_there_is_room_everything_is_said_in_full() -> None:
    found = with_({**CARRIED, **GATE})
    said = (SAYS, headline(found), *(words.removeprefix("Not heard: ") for words in cautions(found)))
    notice = round_notice(found, "")
    shown = " ".join(rows(found, WIDE))
    assert [sentence for sentence in (*said, notice) if sentence not in shown] == []


def test_of_the_examples_a_small_screen_says_what_to_settle_who_is_missing_and_whether_one_may_leave() -> None:
    found = rows(example_results(), NARROW)
    assert found == [
        SETTLE,
        "Settle first  1 ▇ Reading the update reports  unaware owner",
        "of 7 (tab 2)  2 ▇ When an update breaks something  no owner",
        "              3 ▇ Calling a stop  contested",
        "Not heard     Network, Service desk, Application owners. ◇ END on 1.",
        "May it end?   Not yet: by the answers the pilot may neither start nor end.",
    ]


def test_what_is_taken_over_or_was_not_asked_is_said_in_one_row() -> None:
    assert "▲ What was not answered again is taken over from round 1; t leaves it out." in rows(
        with_({**CARRIED, "round": 2}), NARROW
    )
    assert "▲ Round 2 asked only its agenda; t takes over the answers to the rest." in rows(
        with_({**PARTIAL, **GATE, "round": 2}), NARROW
    )


def test_sent_results_promise_no_key_that_only_a_folder_has() -> None:
    for size in (NARROW, WIDE):
        shown = " ".join(rows(with_(EVERYTHING), size, is_sent=True))
        assert "; t " not in shown
        assert "; x " not in shown


def test_files_that_are_missing_come_before_everything_that_was_computed_without_them() -> None:
    assert rows(with_(EVERYTHING), NARROW)[0] == (
        "▲ 9 files left out, because unusable; x on the first screen says why."
    )
    assert rows(with_(FILES), WIDE)[0].startswith("▲ Left out, because unusable: answers of somebody, number 0.toml, ")


def test_without_room_fewer_things_to_settle_are_named_and_everything_else_is_said() -> None:
    assert rows(with_(EVERYTHING), NARROW) == [
        "▲ 9 files left out, because unusable; x on the first screen says why.",
        f"{IN_SHORT}.",
        SETTLE,
        "Settle first  1 ▇ Reading the update reports",
        "Not heard     Network, Service desk, Application owners. ◇ END on 1.",
        "▲ What was not answered again is taken over from round 1; t leaves it out.",
    ]


def test_where_nothing_is_urgent_or_comparable_a_small_screen_says_so() -> None:
    calm = {"agenda": tuple(entry for entry in example_results().agenda if entry.urgency is not AgendaClass.A)}
    assert rows(with_({**calm, **CARRIED}), NARROW)[0] == (
        "None to settle first (of 40 questions compared); then 11 musts to show."
    )
    alone = with_({"team": example_results().team[:1], **CARRIED, **GATE})
    assert headline(alone) in " ".join(rows(alone, NARROW))


def test_below_a_table_stand_codes_names_and_people_of_each_round() -> None:
    taken = TakenOver(answers=4, people=2)
    teams = tuple(team.model_copy(update={"taken_over": taken}) for team in example_results().team)
    found = with_({**CARRIED, "team": teams})
    tab = Tab("overview", "Overview", ())
    assert [line.plain.rstrip() for line in below(found, tab, 78, THEN.date(), is_roomy=False)] == [
        "People:  END Endpoint 3+2  OPS Operations 1+2  SEC Security 1+2",
        "ARC Architecture 1+2  + = people of round 1",
    ]
    (alone,) = below(example_results(), tab, 118, THEN.date(), is_roomy=True)
    assert alone.plain.rstrip().endswith("ARC Architecture 1  1 = single voice")
