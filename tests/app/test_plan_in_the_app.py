"""The plan in the comparison: what is overdue, what is done, who does it and until when, by keyboard."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from maturity.app.app import MaturityApp
from maturity.app.screens import home_words
from maturity.app.screens.comparison_page import ComparisonPage
from maturity.app.screens.comparison_things import thing_of
from maturity.app.screens.plan_dialog import PlanDialog
from maturity.app.screens.plan_list import plan_entries
from maturity.app.widgets.tab_line import TabLine
from maturity.files.saving import HeldError, NotSavedError
from maturity.files.workspace import Workspace
from maturity.rounds.overdue import Overdue
from tests.given.decisions import planned as planned_entry
from tests.given.person import ANSWERS, Person, at_home, sitting_at
from tests.given.plans import BEFORE, asked, results_in, write_plan
from tests.given.written import written


@pytest.fixture
def decided() -> Workspace:
    """The answers of three teams, and what they decided."""
    write_plan(ANSWERS)
    return Workspace(ANSWERS, asked())


def planned() -> list[dict[str, Any]]:
    """What the file of decisions holds of the plan."""
    document = tomllib.loads((ANSWERS / "decisions.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = document.get("plan", [])
    return found


async def to_the_plan(person: Person) -> None:
    await person.press("c", "shift+tab")
    assert person.app.screen.query_one(TabLine).titles[-1] == "Plan"


def marked(person: Person) -> str:
    screen = person.app.screen
    assert isinstance(screen, ComparisonPage)
    return screen.list.marked


@pytest.mark.parametrize(
    ("late", "says"),
    [
        (Overdue(), ""),
        (Overdue(reviews=1), "▲ 1 decision to review: c, then the tab Plan."),
        (
            Overdue(reviews=2, dues=1),
            "▲ 2 decisions to review, 1 overdue in the plan: c, then the tab Plan.",
        ),
        (Overdue(dues=3), "▲ 3 overdue in the plan: c, then the tab Plan."),
    ],
)
def test_the_first_screen_says_in_one_line_what_is_overdue(late: Overdue, says: str) -> None:
    line = home_words.overdue_words(late, lambda _, usual: usual).plain
    assert line == says
    assert len(line) <= 76


def test_the_list_says_word_and_glyph_of_each_state(decided: Workspace) -> None:
    lines = [line.rstrip() for line in written(plan_entries(results_in(ANSWERS))).splitlines()]
    assert lines == [
        "Overdue",
        "▲ 2026-11-10  Carry out: Pausing: Operations, deputy Endpoint",
        "  overdue     person to be named",
        "▲ 2026-11-20  Review: Pausing: Operations, deputy Endpoint",
        "  overdue     Anna Berg",
        "",
        "By date",
        "○ 2026-12-04  Next step: Look at the rota (Taste)",
        "  open        Ben",
        "○ 2027-05-01  Review: Days of watching: 5 days",
        "  open        Anna Berg",
        "",
        "Without a date",
        "○ no date     Show: A criterion",
        "  open        Sponsor",
    ]


async def test_d_marks_as_done_and_as_open_again_and_keeps_the_place(decided: Workspace) -> None:
    async with at_home(decided, toasts=True) as person:
        assert "▲ 1 decision to review, 1 overdue in the plan: c, then" in await person.looks()
        await to_the_plan(person)
        assert "d Done" in await person.footer()
        await person.press("d")
        assert [(one["decision"], one["state"]) for one in planned()] == [("pause1", "done")]
        assert marked(person).endswith("review:pause1"), "the next line, where the one that is done stood"
        assert "● 2026-11-10" in await person.looks()
        assert [one.message for one in person.app._notifications] == [
            "Marked as done: Carry out: Pausing: Operations, deputy Endpoint. Its review on 2026-11-20 stays."
        ]
        await person.press("end", "d")
        assert "state" not in planned()[-1], "open is what is not said"
        assert "▲ 2026-11-10" in await person.looks()
        await person.press("escape")
        assert "▲ 1 decision is to be reviewed. 1 overdue in the plan." in await person.looks()


async def test_s_says_who_and_until_when_and_what_cannot_be_keeps_what_was_typed(decided: Workspace) -> None:
    async with at_home(decided) as person:
        await to_the_plan(person)
        await person.press("end", "s")
        assert person.screen == "PlanDialog"
        await person.type("Kim Doe")
        await person.press("tab")
        await person.type("31.1.2027")
        await person.press("enter")
        assert "Due is" in await person.looks()
        assert planned() == []
        await person.press(*["backspace"] * 9)
        await person.type("2027-01-31")
        await person.press("enter")
        assert person.screen == "ComparisonScreen"
        (entry,) = planned()
        assert (entry["criterion"], entry["person"], str(entry["due"])) == ("prepared", "Kim Doe", "2027-01-31")
        assert "○ 2027-01-31  Show: A criterion" in await person.looks()


async def test_s_begins_with_who_and_when_the_line_names(decided: Workspace) -> None:
    async with at_home(decided) as person:
        await to_the_plan(person)
        await person.press("down", "down", "s")
        dialog = person.app.screen
        assert isinstance(dialog, PlanDialog)
        assert [typed.value for typed in dialog.inputs] == ["Ben", "2026-12-04"]


async def test_a_review_says_that_the_decision_holds_and_until_when(decided: Workspace) -> None:
    async with at_home(decided) as person:
        await to_the_plan(person)
        await person.press("down", "d")
        assert "Enter saves that it holds" in await person.looks()
        await person.press("enter")
        assert "2026-12-22  Review: Pausing" in await person.looks()
        await person.press("escape", "escape")
        assert "▲ 1 overdue in the plan: c" in await person.looks(), "the first screen has read it again"


def test_what_is_no_longer_recommended_comes_last_and_nothing_stands_behind_it(tmp_path: Path) -> None:
    entry = planned_entry("aaaa", "later", person="Kim Doe").model_copy(update={"recorded": BEFORE})
    results = results_in(write_plan(tmp_path / "planned", entry))
    last = plan_entries(results)[-1]
    assert [line.rstrip() for line in written(plan_entries(results)[-2:]).splitlines()][1:] == [
        "No longer recommended",
        "– no date     Show: A criterion",
        "  dropped     Kim Doe  no longer recommended",
    ]
    assert thing_of(results, last.id) == ("", "")
    assert thing_of(results, "criterion:stop") == ("criterion", "stop")


async def test_what_is_not_saved_is_said_and_esc_asks_before_it_is_thrown_away(
    decided: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [HeldError("decisions.toml was not saved: another program is adding to it.")]

    def refuse(*_: object, **__: object) -> None:
        raise held.pop() if held else NotSavedError("decisions.toml was not saved: the disk is full.")

    monkeypatch.setattr("maturity.rounds.planning.add_entries", refuse)
    async with at_home(decided, toasts=True) as person:
        await to_the_plan(person)
        await person.press("d")
        assert [notice.message for notice in person.app._notifications] == [
            "Nothing was saved: another program is adding to the decisions just now. Try it again."
        ]
        await person.press("s")
        await person.type("Kim Doe")
        await person.press("enter")
        assert "the disk is full" in await person.looks()
        await person.press("escape")
        assert person.screen == "ChooseDialog"
        await person.press("2")
        assert person.screen == "ComparisonScreen"
        assert "▲ 2026-11-10" in await person.looks()


async def test_without_decisions_there_is_no_plan(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.press("c")
        assert "Plan" not in person.app.screen.query_one(TabLine).titles
        assert not person.app.screen.check_action("done", ())


async def test_a_plan_that_was_sent_is_read_and_not_gone_on_with(decided: Workspace) -> None:
    async with sitting_at(MaturityApp(decided, results=results_in(ANSWERS))) as person:
        await person.press("shift+tab")
        assert "▲ 2026-11-10  Carry out: Pausing" in await person.looks()
        assert "Done" not in await person.footer()
        await person.press("d", "s")
        assert (person.screen, planned()) == ("ComparisonScreen", [])
