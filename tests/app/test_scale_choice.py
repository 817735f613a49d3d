"""The widget for choosing on a scale: keys in, messages out, and every state visible without colour."""

from __future__ import annotations

import pytest
from textual.widget import Widget

from maturity.app.widgets.scale_choice import ChoiceView, ScaleChoice
from questionnaires import Choice
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from tests.given.builders import small
from tests.given.hosts import Host
from tests.given.person import sitting_at

OWNER = small().scale_by_id["owner"]
LADDER = small().scale_by_id["ladder"]
CONTROL = (Facet.NEEDED, Facet.WANTED)


def ownership(choice: Choice | None = None) -> ChoiceView:
    return ChoiceView("ownership.pause", OWNER, (Facet.OWNER,), (choice,), 0 if choice is None else 1)


def control(needed: Choice | None = None, wanted: Choice | None = None, active: int = 0) -> ChoiceView:
    return ChoiceView("control.release", LADDER, CONTROL, (needed, wanted), active)


def host_of(shown: ChoiceView) -> Host:
    def make() -> Widget:
        widget = app.scale_choice()
        widget.shown = shown
        return widget

    app = Host(make)
    return app


@pytest.mark.parametrize(
    ("shown", "keys", "heard"),
    [
        (ownership(), ("3",), [("owner", "security")]),
        (ownership(), ("down", "j", "k", "space"), [("owner", "operations")]),
        (ownership(), ("up", "space"), [("owner", "nobody")]),
        (ownership("network"), ("space",), [("owner", "network")]),
        (ownership(), ("9", "x"), []),
        (control(), ("0",), [("needed", 0)]),
        (control(needed=3, active=1), ("5",), [("wanted", 5)]),
        (control(needed=3, wanted=2, active=2), ("4",), [("wanted", 4)]),
        (control(active=0), ("right",), [1]),
        (control(active=0), ("left",), [0]),
        (control(needed=3, wanted=2, active=2), ("left",), [1]),
    ],
)
async def test_keys_choose_and_move(shown: ChoiceView, keys: tuple[str, ...], heard: list[object]) -> None:
    app = host_of(shown)
    async with sitting_at(app, (60, 30)) as person:
        await person.press(*keys)
    assert app.heard == heard


async def test_a_click_chooses_the_option_under_it() -> None:
    app = host_of(ownership())
    async with sitting_at(app, (60, 30)) as person:
        await person.pilot.click(ScaleChoice, offset=(10, 4))
        await person.settle()
    assert app.heard == [("owner", "security")]


async def test_a_click_below_the_options_chooses_nothing() -> None:
    app = host_of(ownership())
    async with sitting_at(app, (60, 30)) as person:
        await person.pilot.click(offset=(10, 25))
        await person.settle()
    assert app.heard == []


async def test_what_is_chosen_and_where_one_is_have_marks_of_their_own() -> None:
    async with sitting_at(host_of(ownership("security")), (60, 30)) as person:
        await person.press("up")
        lines = person.sees().splitlines()
    assert [line.strip() for line in lines if "◉" in line] == ["◉ [3] Security"]
    assert [line.strip() for line in lines if "▸" in line] == ["▸  [2] Operations"]


async def test_each_column_has_its_mark_and_the_one_that_waits_is_pointed_at() -> None:
    async with sitting_at(host_of(control(needed=4, active=1)), (60, 30)) as person:
        heading, *lines = person.sees().splitlines()
    assert heading.split() == ["need", "▼want"]
    chosen = next(line for line in lines if "[4] Four" in line)
    assert chosen.split()[-2:] == ["◉", "·"]


async def test_both_columns_can_mark_the_same_option() -> None:
    async with sitting_at(host_of(control(needed=2, wanted=2, active=2)), (60, 30)) as person:
        line = next(line for line in person.sees().splitlines() if "[2] Two" in line)
    assert line.split()[-2:] == ["◉", "◉"]


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (ownership(DONT_KNOW), "◉ Don't know"),
        (control(DONT_KNOW, NOT_APPLICABLE, 2), "◉ need: Don't know  ◉ want: Not applicable"),
    ],
)
async def test_an_answer_without_an_option_stands_below_in_words(shown: ChoiceView, words: str) -> None:
    async with sitting_at(host_of(shown), (60, 30)) as person:
        assert words.lower() in person.sees().lower()


async def test_with_room_every_option_has_its_sentence() -> None:
    async with sitting_at(host_of(control()), (60, 30)) as person:
        assert person.sees().count("Step ") == 6


async def test_without_room_only_the_option_one_is_on_has_its_sentence() -> None:
    async with sitting_at(host_of(control()), (60, 10)) as person:
        assert person.sees().count("Step ") == 1
        await person.press("down")
        assert "Step one." in person.sees()
        assert "Step zero." not in person.sees()


async def test_a_label_that_is_too_long_is_cut_with_an_ellipsis() -> None:
    long = OWNER.model_copy(
        update={
            "options": (
                OWNER.options[0].model_copy(update={"label": "A very long label of a team"}),
                *OWNER.options[1:],
            )
        }
    )
    async with sitting_at(host_of(ChoiceView("q", long, (Facet.OWNER,), (None,), 0)), (28, 20)) as person:
        assert "A very long label …" in person.sees()


async def test_a_new_question_starts_at_the_top_and_an_answered_one_at_its_choice() -> None:
    app = host_of(ownership())
    async with sitting_at(app, (60, 30)) as person:
        widget = app.query_one(ScaleChoice)
        await person.press("down", "down")
        widget.shown = control()
        await person.settle()
        assert widget.cursor == 0
        widget.shown = ownership("network")
        await person.settle()
        assert widget.cursor == 3


@pytest.mark.parametrize(("keys", "at"), [(("down",), "[1]"), (("up",), "[7]"), (("down", "up", "down"), "[1]")])
async def test_the_mark_is_on_an_answer_without_an_option_until_the_arrows_lead_to_one(
    keys: tuple[str, ...], at: str
) -> None:
    app = host_of(ownership(DONT_KNOW))
    async with sitting_at(app, (60, 30)) as person:
        assert "▸  ◉ don't know" in person.sees()
        await person.press("space", *keys)
        assert app.heard == [(Facet.OWNER, DONT_KNOW)], "space chooses what the mark is on"
        assert f"▸  {at}" in person.sees()
        assert "   ◉ don't know" in person.sees()
        app.query_one(ScaleChoice).shown = control()
        await person.settle()
        assert "▸  [0]" in person.sees()
