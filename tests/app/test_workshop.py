"""A room at the workshop, by keys alone: what it settles is in the file of decisions before the next thing happens."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets._toast import Toast

from maturity import clock
from maturity.app.app import MaturityApp
from maturity.app.screens.talk import TalkScreen
from maturity.app.screens.workshop import WorkshopScreen
from maturity.files.saving import NotSavedError, write_once
from maturity.files.workspace import Workspace
from maturity.rounds.workshop import Workshop
from questionnaires.decisions import Control, Outcome
from questionnaires.words import Facet
from tests.given.builders import THEN
from tests.given.person import ANSWERS, Person, sitting_at
from tests.given.talked_about import at_odds, decisions_in

Refuse = Callable[[bool], None]


@pytest.fixture
def room(workspace: Workspace) -> Workspace:
    at_odds(ANSWERS)
    return workspace


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Makes the disk refuse decisions, or accept them again."""
    refusing = False

    def attempt(path: Path, data: bytes, *, within: Path) -> None:
        if refusing:
            raise NotSavedError(f"{path.name} was not saved: No space left. It will be tried again.")
        write_once(path, data, within=within)

    def switch(on: bool) -> None:
        nonlocal refusing
        refusing = on

    monkeypatch.setattr("maturity.files.adding.write_once", attempt)
    return switch


@asynccontextmanager
async def talking(workspace: Workspace) -> AsyncIterator[Person]:
    """Somebody at the list of a workshop, when everything is read."""
    async with sitting_at(MaturityApp(workspace, is_workshop=True), toasts=True) as person:
        await person.rest()
        assert "5 items open" in person.sees()
        yield person


async def to(person: Person, question: str) -> None:
    """Opens the item on a question, as the list shows it."""
    for _ in range(20):
        marked = next((line for line in person.sees().splitlines() if line.startswith("▸")), "")
        if question in marked:
            break
        await person.press("down")
    await person.press("enter")
    assert question in person.sees().splitlines()[0]


def said(name: str) -> dict[str, Any]:
    """What the last entry says of its outcome, or the entry itself."""
    entry = decisions_in(ANSWERS)[-1]
    found: dict[str, Any] = entry[name]
    return found


async def test_an_owner_is_decided_in_seven_keys_and_nothing_is_seen_before_the_reveal(room: Workspace) -> None:
    async with talking(room) as person:
        await person.press("enter")
        assert "r shows where the teams stand" in person.sees()
        assert "Speaks first" not in person.sees()
        await person.press("d")
        assert "Which outcome?" not in person.sees(), "only r reveals"
        assert "r shows where the teams stand first." in person.sees()
        await person.press("r", "d")
        assert "You type now.   Enter goes on   esc goes back   Nothing is saved yet." in person.sees()
        await person.press("enter")
        assert "Type who decides" in person.sees(), "before anything else, so that no digit goes into a name"
        await person.type("Anna Berg")
        await person.press("enter")
        assert any(line.endswith(" OPE") for line in person.sees().splitlines() if "[2] Operations" in line)
        await person.press("2")
        assert "Deputy        none   a digit names one, 0 nobody" in person.sees()
        assert decisions_in(ANSWERS) == []
        await person.press("enter")
        assert "◉ Decided on 2026-11-21 by Anna Berg: Operations." in person.sees()
        await person.press("x")
        assert "◉ as decided: Operations" in person.sees()
        assert "The answers: contested" in person.sees()
        await person.press("escape")
        (entry,) = decisions_in(ANSWERS)
        assert (entry["question"], entry["outcome"], entry["decider"]) == (
            "ownership.pause",
            {"owner": "operations"},
            "Anna Berg",
        )
        assert str(entry["review_by"]) == "2027-02-19"
        await person.press("n", "r", "d", "3", "k")
        assert "Decided by    Anna Berg" in person.sees(), "who decided before is not asked for again"
        assert "· control needed" in person.sees()
        await person.press("enter", "n", "r", "d", "3", "c")
        await person.type("Ben Ode")
        await person.press("enter", "a", "enter")
    assert [one["decider"] for one in decisions_in(ANSWERS)] == ["Anna Berg", "Anna Berg", "Ben Ode"]
    assert [one.get("agreed_by", []) for one in decisions_in(ANSWERS)][1:] == [[], ["endpoint", "operations"]]


async def test_what_is_decided_anew_keeps_deputy_reason_and_objections_until_they_are_cleared(room: Workspace) -> None:
    async with talking(room) as person:
        await person.press("enter", "r", "d")
        await person.type("Anna")
        await person.press("enter", "1", "d", "w")
        await person.type("They are on call.")
        await person.press("enter", "1", "enter")
        assert said("outcome") == {"owner": "endpoint", "deputy": "operations"}
        await person.press("d", "1")
        assert "from the decision of 2026-11-21   0 clears all but who decides" in person.sees()
        await person.press("2", "enter")
        entry = decisions_in(ANSWERS)[-1]
        assert entry["outcome"] == {"owner": "endpoint", "deputy": "operations"}
        assert (entry["because"], entry["agreed_by"]) == ("They are on call.", ["endpoint", "operations"])
        await person.press("d", "2")
        assert "Operations was, and is the owner now" in person.sees()
        assert "Asked anew    agreed, objected and why: the outcome is another" in person.sees()
        assert "Agreed by     nobody noted" in person.sees()
        await person.press("escape", "3")
        assert "Deputy        Operations" in person.sees()
        assert "is the owner now" not in person.sees(), "a hint holds only while it is true"
        await person.press("w", "enter", "0")
        assert "Taken over" not in person.sees()
        await person.press("escape", "escape")
        assert "Which outcome?" not in person.sees(), "nothing is left to be forgotten"
        await person.press("d", "2", "0", "enter")
    entry = decisions_in(ANSWERS)[-1]
    assert (entry["outcome"], "because" in entry, "agreed_by" in entry) == ({"owner": "operations"}, False, False)


async def test_a_limit_beyond_what_is_documented_is_refused_with_the_fact_and_one_within_is_saved(
    room: Workspace,
) -> None:
    async with talking(room) as person:
        await to(person, "Hours to stop")
        await person.press("r", "d")
        await person.type("Anna")
        await person.press("enter")
        assert "░ strictest possible" in person.sees(), "nothing is cut at the end of an option"
        await person.press("4")
        assert (
            "NOT POSSIBLE The option is 4 hours, stricter than the service can do: 8 hours. Less than 8 hours"
            in " ".join(person.sees().split())
        )
        assert decisions_in(ANSWERS) == []
        await person.press("t")
        await person.type("6")
        await person.press("enter")
        assert "NOT POSSIBLE The value is 6 hours, stricter" in " ".join(person.sees().split())
        await person.press("backspace", "9", "enter")
        assert "◉ 9 hours" in person.sees()
        await person.press("escape", "3", "w")
        await person.type("Nobody is up at night.")
        await person.press("enter", "a", "2")
        await person.type("Too slow for us.")
        await person.press("enter")
        assert "Agreed by     END" in person.sees()
        await person.press("right", "enter")
    entry = decisions_in(ANSWERS)[-1]
    assert entry["outcome"] == {"option": 3}
    assert entry["agreed_by"] == ["endpoint"], "whoever objects does not agree"
    assert entry["because"] == "Nobody is up at night."
    assert entry["objected_by"] == [{"team": "operations", "reason": "Too slow for us."}]
    assert str(entry["review_by"]) == "2027-02-26", "a week later than offered"


async def test_control_above_the_offer_needs_a_safeguard_and_who_tests_it(room: Workspace) -> None:
    async with talking(room) as person:
        await to(person, "Releasing")
        await person.press("r", "d")
        await person.type("Anna")
        await person.press("enter", "3")
        assert "by Endpoint" in person.sees()
        assert "What becomes of the rest?" in person.sees()
        assert "[k] we keep this level   the agreement says “this level is kept”" in person.sees()
        assert "[g] we give up what is above it   the agreement says “given up beyond this”" in person.sees()
        await person.press("escape", "5")
        assert "[k] we keep this level   ▲ NOT POSSIBLE" in person.sees()
        assert "The service offers at most “" in person.sees(), "the fact stands there before anybody tries"
        assert "What covers what is not offered?" in person.sees()
        await person.press("k")
        assert "Press a digit: 1 to 4." in person.sees()
        await person.press("enter", "2")
        assert "You type now." in person.sees()
        await person.type("Our own rings wait")
        await person.press("enter", "escape")
        await person.type(".")
        await person.press("enter", "enter")
        assert said("outcome")["tested_by"] == "operations", "the digit that a team has everywhere"
        await person.press("d", "5", "2")
        assert "Our own rings wait." in person.sees(), "what was said before is gone on with"
        assert "Which safeguard of ours covers it?   go on with it or delete it, then Enter" in person.sees()
        await person.type(" Always")
        await person.press("enter", "enter")
    assert said("outcome") == {
        "option": 5,
        "control": "covered",
        "safeguard": "Our own rings wait. Always",
        "tested_by": "operations",
    }


async def test_a_stage_has_a_day_and_a_prerequisite_a_status(room: Workspace) -> None:
    async with talking(room) as person:
        await to(person, "Approvals")
        await person.press("r", "d")
        await person.type("Anna")
        await person.press("enter", "left", "2")
        assert "Which outcome? · in 24 months" in person.sees(), "the next stage follows"
        await person.press("enter")
        assert "Decide: Approvals · in 12 months" in person.sees()
        await person.press("enter")
        assert "12 months decided; 24 months open: d decides that" in person.sees()
        await person.press("d")
        assert "Which outcome? · in 24 months" in person.sees()
        await person.press("4", "b")
        await person.press(*["backspace"] * 10)
        await person.type("soon")
        await person.press("enter")
        assert "That is no day to come" in person.sees()
        await person.press(*["backspace"] * 4)
        await person.type("+700")
        await person.press("enter", "enter")
        entry = decisions_in(ANSWERS)[-1]
        assert (entry["facet"], str(entry["outcome"]["by"])) == ("in_24_months", "2028-10-21")
        await person.press("n", "r", "d", "2", "enter")
        assert "Name who carries it out in the plan (tab Plan, s)." in " ".join((await person.looks()).split())
    assert said("outcome") == {"status": "partly"}


async def test_an_owner_with_deputy_and_objection_takes_five_keys_and_a_reason_can_follow(room: Workspace) -> None:
    async with talking(room) as person:
        await person.press("enter", "r", "d")
        await person.type("Anna")
        await person.press("enter", "1", "enter", "d", "3")
        assert "Deputy        none   a digit names one, 0 nobody" in person.sees()
        await person.press("3")
        assert "Nobody is the deputy of oneself." in person.sees()
        await person.press("2", "o")
        assert "Objection     ▲ Endpoint: without a reason given   1 writes it" in person.sees()
        assert "o notes OPE instead" in person.sees()
        await person.press("1")
        assert "Why does Endpoint object?" in person.sees()
        await person.type("No rota.")
        await person.press("enter", "o", "enter")
        assert "Endpoint objected: No rota. Operations objected, without a reason given." in " ".join(
            person.sees().split()
        )
    entry = decisions_in(ANSWERS)[-1]
    assert entry["outcome"] == {"owner": "security", "deputy": "operations"}
    assert entry["objected_by"] == [{"team": "endpoint", "reason": "No rota."}, {"team": "operations"}]


async def test_two_stages_are_decided_in_one_go_and_changed_in_one_go(room: Workspace) -> None:
    async with talking(room) as person:
        await to(person, "Approvals")
        await person.press("r", "d")
        await person.type("Anna")
        await person.press("enter", "left", "left", "1")
        assert "A digit chooses, and the next stage follows." in person.sees()
        assert "Which outcome? · in 24 months" in person.sees()
        await person.press("escape")
        assert "Which outcome? · today" in person.sees(), "a step back chooses the stage before anew"
        await person.press("1", "4", "b", "enter")
        assert "Decide: Approvals · today and in 24 months" in person.sees()
        await person.press("enter")
        assert [(one["facet"], one["outcome"]["option"]) for one in decisions_in(ANSWERS)] == [
            ("today", 1),
            ("in_24_months", 4),
        ]
        await person.press("d", "2", "enter", "p")
        assert "Not saved: This is decided" in person.sees()
        await person.press("enter")
        changed = decisions_in(ANSWERS)[-1]
        assert (changed["facet"], changed["outcome"]["option"]) == ("today", 2), "Enter leaves the other stage"
        await person.press("n", "r", "d", "1", "p")
    proposed = decisions_in(ANSWERS)[-1]
    assert (proposed["question"], proposed["status"]) == ("readiness.licences", "proposed")


async def test_parked_with_a_next_step_and_taken_back_by_an_entry_that_says_so(room: Workspace) -> None:
    async with talking(room) as person:
        await person.press("enter", "k")
        await person.type("Ask who is on call.")
        await person.press("enter")
        await person.type("Bea")
        await person.press("enter", "enter")
        (entry,) = decisions_in(ANSWERS)
        assert (entry["status"], str(entry["due"])) == ("parked", "2026-12-05")
        assert entry["next_step"] == {"what": "Ask who is on call.", "owner": "Bea"}
        await person.press("u")
        assert "It is open again. Taken back: “Pausing”: Parked on 2026-11-21" in person.sees()
        await person.press("k")
        await person.type("Ask again.")
        await person.press("enter")
        await person.type("2")
        await person.press("enter", "enter")
    parked, back, again = decisions_in(ANSWERS)
    assert (back["status"], back["supersedes"]) == ("superseded", [parked["id"]])
    assert again["next_step"]["owner"] == "Operations", (
        "the digit of a team takes the place of the name that is offered"
    )


async def test_what_if_saves_nothing_until_enter_makes_the_outcome_a_decision(room: Workspace) -> None:
    async with talking(room) as person:
        await person.press("enter", "r", "x", "right", "down")
        assert "What if: ◂ Endpoint answers ▸" in person.sees()
        assert "▲ changes Found: contested  → agreed" in person.sees()
        await person.press("escape", "x", "enter")
        assert "Choose an option first" in person.sees(), "what was tried before is forgotten"
        await person.press("down", "down")
        assert "▲ changes In the room: open  → settled" in person.sees()
        assert decisions_in(ANSWERS) == []
        await person.press("enter")
        await person.type("Anna")
        await person.press("enter", "enter")
    assert said("outcome") == {"owner": "security"}


async def test_what_cannot_be_saved_is_said_kept_and_tried_again(room: Workspace, refuse: Refuse) -> None:
    async with talking(room) as person:
        await person.press("enter", "r", "d")
        await person.type("Anna")
        refuse(True)
        await person.press("enter", "1", "enter")
        assert "▲ NOT SAVED" in person.sees()
        assert "No space left." in person.sees()
        assert "It is kept here and tried again.   n next open item   u takes it back" in person.sees()
        await person.press("escape")
        assert next(line for line in person.sees().splitlines() if "Pausing" in line).endswith("▲ NOT SAVED")
        await person.press("escape")
        assert "Stay here; it is tried again" in person.sees(), "nobody leaves without having been asked"
        refuse(False)
        await person.press("1")
        assert "NOT SAVED" not in person.sees()
        assert "Decided on 2026-11-21 by Anna: Endpoint." in person.sees()
    assert said("outcome") == {"owner": "endpoint"}


async def test_what_another_facilitator_decided_otherwise_meanwhile_is_said_at_once_and_nothing_is_said_to_follow(
    room: Workspace,
) -> None:
    async with talking(room) as person:
        await person.press("enter", "r", "d")
        other = Workshop.open(room, None, clock.today())
        other.decide("ownership.pause", Facet.OWNER, Outcome(owner="security"), "Ben")
        await person.type("Anna")
        await person.press("enter", "1", "enter")
        assert "▲ At odds: " in person.sees()
        assert "What followed from it" not in person.sees()
        await person.press("d", "1", "enter", "enter")
        assert "Decided on 2026-11-21 by Anna: Endpoint." in await person.looks(), "one in their place settles it"


async def test_what_is_worked_out_too_late_for_a_screen_that_was_left_is_shown_to_nobody(room: Workspace) -> None:
    async with talking(room) as person:
        items = person.app.screen
        await person.press("enter", "r")
        talk = person.app.screen
        await person.press("escape", "escape")
        assert isinstance(items, WorkshopScreen)
        assert isinstance(talk, TalkScreen)
        items.show("")
        talk.show_words()
        await talk._worked_out()
        assert person.screen == "HomeScreen"


async def test_who_leaves_and_ends_the_program_with_a_decision_that_is_not_saved_finds_it_beside_the_log(
    room: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused(path: Path, data: bytes, *, within: Path) -> None:
        if path.parent == ANSWERS:
            raise NotSavedError(f"{path.name} was not saved: No space left.")
        write_once(path, data, within=within)

    monkeypatch.setattr("maturity.files.adding.write_once", refused)
    app = MaturityApp(room, is_workshop=True)
    async with sitting_at(app) as person:
        await person.rest()
        await person.press("enter", "r", "d")
        await person.type("Anna")
        await person.press("enter", "1", "enter", "escape", "escape", "2")
        assert person.screen == "HomeScreen"
        await person.press("f10", "2")
    (rescued,) = tmp_path.glob("decisions--rescued-*.toml")
    assert f"1 decision could not be saved; put {rescued} into the folder of the answers." in app.last_words
    assert tomllib.loads(rescued.read_text(encoding="utf-8"))["decision"][0]["outcome"] == {"owner": "endpoint"}


async def test_nobody_leaves_in_the_middle_of_a_decision_without_having_been_asked(room: Workspace) -> None:
    async with talking(room) as person:
        await person.press("enter", "r", "d")
        await person.type("Anna")
        await person.press("f10")
        assert "1  Stay here" in person.sees()
        await person.press("f10", "1", "enter", "1", "w")
        await person.type("They are on call.")
        await person.press("enter", "escape", "escape")
        assert "“Pausing” is not settled: nothing of what you entered is saved yet." in " ".join(person.sees().split())
        await person.press("escape", "1")
        assert "They are on call." in person.sees(), "the reason outlives another outcome"
        await person.press("enter", "k")
        await person.type("Ask.")
        await person.press("ctrl+q")
        assert "2  Leave and forget it" in person.sees()
        await person.press("2")
        assert not person.app.is_running
    assert [entry["because"] for entry in decisions_in(ANSWERS)] == ["They are on call."]


async def test_the_clock_tells_minutes_and_draws_nothing_but_the_line_it_stands_on(
    room: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with talking(room) as person:
        await person.press("enter", "r")
        await person.rest()
        drawn: list[str] = []
        refresh = Widget.refresh

        def noted(widget: Widget, *regions: Region, **how: bool) -> Widget:
            drawn.append(type(widget).__name__)
            return refresh(widget, *regions, **how)

        monkeypatch.setattr(Widget, "refresh", noted)
        monkeypatch.setattr("maturity.clock.now", lambda: THEN + dt.timedelta(minutes=7))
        screen = person.app.screen
        assert isinstance(screen, TalkScreen)
        screen.show_state()
        assert "7 min · saved" in await person.looks()
        assert set(drawn) == {"TopBar"}


async def test_the_number_of_an_item_leads_to_it_and_what_was_revealed_stays_so(room: Workspace) -> None:
    def marked(person: Person) -> str:
        return next(line for line in person.sees().splitlines() if line.startswith("▸"))

    async with talking(room) as person:
        await person.press("4")
        assert marked(person).split()[1] == "4"
        await person.press("4", "2", "9")
        assert marked(person).split()[1] == "2", "there is no item of that number"
        await person.press("enter", "r", "5")
        assert "Enter goes to item 5: " in person.sees()
        await person.press("enter")
        assert "5 of 5" in person.sees()
        await person.press("2", "b", "enter")
        assert "4 of 5" in person.sees(), "another key forgets the number"
        await person.press("escape", "2", "enter", "d")
        assert "Who decides?" in person.sees(), "what was revealed stays so"


async def test_a_vote_counts_as_a_new_round_only_if_the_room_says_so(room: Workspace) -> None:
    async with talking(room) as person:
        await person.press("enter", "r", "v", "2", "2")
        assert "Record them as answers of a new round" in person.sees()
        await person.press("1")
        assert len(list(ANSWERS.glob("*.toml"))) == 2
        assert "Voted: Operations 2 of 2" in person.sees(), "what the teams voted stays in sight"
        assert next(line for line in person.sees().splitlines() if "[2]" in line).startswith(" ▸")
        await person.press("enter")
        await person.type("Anna")
        await person.press("enter")
        assert "Voted         Operations 2 of 2" in person.sees()
        await person.press("escape", "escape", "escape", "v", "2")
        assert "1 voted, 1 changed" in person.sees()
        await person.press("2", "2")
        assert "recorded as answers of a new round" in person.sees()
        assert len(list(ANSWERS.glob("*.toml"))) == 4
        await person.press("escape", "down", "u")
        assert "“Pausing”: the vote of Endpoint and Operations." in " ".join(person.sees().split())
        await person.press("escape")
        assert len(list(ANSWERS.glob("*.toml"))) == 4, "Esc takes nothing back"
        await person.press("u", "enter")
        assert len(list(ANSWERS.glob("*.toml"))) == 2


async def test_the_comparison_shows_what_was_decided_and_the_workshop_goes_on_where_it_was_left(
    room: Workspace,
) -> None:
    async with sitting_at(MaturityApp(room), (80, 30)) as person:
        assert "Then: press w for the workshop" in person.sees()
        await person.press("c", "w", "enter", "r", "d")
        await person.type("Anna")
        await person.press("enter", "1", "enter", "escape", "escape")
        assert person.screen == "ComparisonScreen"
        await person.press("2")
        assert "Pausing" not in "".join(line for line in person.sees().splitlines() if line.startswith("▸"))
        await person.press("w")
        assert "1 of 5 done" in person.sees()
        marked = next(line for line in person.sees().splitlines() if line.startswith("▸"))
        assert "Releasing" in marked
        await person.press("escape", "escape", "escape")
        assert "Workshop: decided on 1 question; press w to go on." in await person.looks()
        await person.press("w")
        assert "1 of 5 done" in person.sees()


async def test_a_notice_covers_neither_the_panel_nor_the_keys_and_goes_with_the_next_step(room: Workspace) -> None:
    async with talking(room) as person:
        await person.press("enter", "k")
        await person.type("Ask.")
        await person.press("enter")
        await person.type("Bea")
        await person.press("enter")
        await person.type("soon")
        await person.press("enter")
        assert "That is no day to come" in await person.looks()
        screen = person.app.screen
        assert isinstance(screen, TalkScreen)
        (toast,) = screen.query(Toast)
        assert not toast.region.overlaps(screen.panel.region)
        assert toast.region.bottom <= screen.query_one("#prompt").region.y
        assert toast.region.y > 0, "the top line says whether everything is saved"
        await person.press(*["backspace"] * 4)
        await person.type("+7")
        await person.press("enter")
        assert "That is no day to come" not in await person.looks()


async def test_n_leads_to_the_next_item_that_is_open_and_the_arrows_to_each(room: Workspace) -> None:
    second = Workshop.open(room, None, clock.today()).items[1].question
    assert second == "control.release"
    level = Outcome(option=1, control=Control.KEPT)
    Workshop.open(room, None, clock.today()).decide(second, Facet.NEEDED, level, "Anna")
    async with sitting_at(MaturityApp(room, is_workshop=True)) as person:
        await person.rest()
        await person.press("enter")
        assert "n Next open" in await person.footer()
        await person.press("n")
        assert "3 of 5" in person.sees()
        await person.press("left")
        assert "2 of 5" in person.sees()
        assert "n goes to the next open item" in person.sees()
        await person.press("left", "right", "right", "s", "s", "s")
        assert "1 of 5" in person.sees()
        await person.press("n")
        assert "3 of 5" in person.sees(), "what was skipped comes once nothing else is open"


async def test_who_steps_back_from_a_change_is_told_that_it_stays_decided_and_of_no_change_nothing(
    room: Workspace,
) -> None:
    Workshop.open(room, None, clock.today()).decide("ownership.pause", Facet.OWNER, Outcome(owner="endpoint"), "Anna")
    async with sitting_at(MaturityApp(room, is_workshop=True)) as person:
        await person.rest()
        await person.press("1", "enter", "d", "3", "escape", "escape")
        assert "u takes it back" in person.sees(), "nothing but an outcome was looked at"
        await person.press("d", "3", "w")
        await person.type("No rota.")
        await person.press("enter", "escape", "escape")
        assert "“Pausing” is decided as before; the change is not saved." in " ".join(person.sees().split())
        await person.press("2", "k")
        await person.type("Ask")
        await person.press("f10")
        assert "“Pausing” is decided as before; what you entered is not saved." in " ".join(person.sees().split())
