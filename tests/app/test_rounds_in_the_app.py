"""Answering again after the workshop, and what moved since: by keyboard, in 80 columns."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from maturity.app.screens.comparison_page import ComparisonPage
from maturity.app.screens.profile import ProfileScreen
from maturity.app.widgets.lines import LinesView
from maturity.app.widgets.tab_line import TabLine
from maturity.files.workspace import Workspace
from questionnaires import Answer
from tests.given.person import ANSWERS, Person, at_home
from tests.given.rounds import AGENDA, FIRST, both_rounds, handed_in, in_round

SECTIONS = ("Ownership", "Control", "Risk", "Future", "Readiness")


@pytest.fixture
def both(workspace: Workspace) -> Workspace:
    """The finished answers of three teams in both rounds."""
    both_rounds(ANSWERS)
    return workspace


def begun() -> dict[str, Any]:
    """What the one file of the second round holds."""
    (path,) = ANSWERS.glob("*--r2.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def tabs(person: Person) -> list[str]:
    return list(person.app.screen.query_one(TabLine).titles)


def tab_of(person: Person) -> str:
    """The title of the tab that is shown and has the keys."""
    line = person.app.screen.query_one(TabLine)
    screen = person.app.screen
    assert isinstance(screen, ComparisonPage)
    assert screen.list is person.app.focused
    return line.titles[line.active]


def words(text: str) -> str:
    """The screen without its lines and boxes."""
    return " ".join(word for word in text.split() if word not in "│▌▐▸")


async def test_1_begins_the_next_round_with_what_is_on_the_agenda(teams: Workspace) -> None:
    before = (ANSWERS / "endpoint--endpoint1--r1.toml").read_bytes()
    async with at_home(teams) as person:
        await person.press("f")
        assert "Again" in await person.footer()
        await person.press("a")
        assert person.screen == "ChooseDialog"
        said = await person.looks()
        assert "Answer again, in round 2" in said
        assert "1  Only the open agenda: 4 questions" in said
        assert "4  Everything again" in said
        await person.press("escape")
        assert person.screen == "HomeScreen"
        assert not list(ANSWERS.glob("*--r2.toml"))
        await person.press("a", "1")
        assert person.screen == "AnsweringScreen"
        await person.read_rule()
        assert "Who pauses?" in person.sees()
    document = begun()
    assert document["respondent"]["only"] == list(AGENDA)
    assert {key: document["respondent"][key] for key in ("id", "team", "round", "depth")} == {
        "id": "endpoint1",
        "team": "endpoint",
        "round": 2,
        "depth": "full",
    }
    assert document["answers"] == {}
    assert (ANSWERS / "endpoint--endpoint1--r1.toml").read_bytes() == before


async def test_the_last_choice_begins_the_next_round_with_everything(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.press("f", "a", "4")
        assert person.screen == "AnsweringScreen"
    assert "only" not in begun()["respondent"]
    assert (begun()["respondent"]["id"], begun()["respondent"]["round"], begun()["answers"]) == ("endpoint1", 2, {})


async def test_the_second_round_from_the_first_key_to_finishing(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.press("f", "a", "1", "enter", "enter", "4", "enter", "enter")
        assert person.screen == "ReviewScreen"
        assert "Everything is answered." in person.sees()
        await person.press("f", "escape")
        assert person.screen == "HomeScreen"
        assert "4 of 4" in person.sees()
    document = begun()
    assert document["answers"] == {
        "ownership.pause": {"owner": "endpoint"},
        "control.release": {"needed": 3, "wanted": 2},
        "risk.attitude": {"position": 4},
        "risk.taste": {"position": 0},
    }
    assert "completed" in document["respondent"]


async def test_a_team_is_offered_what_it_is_asked(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.press("f", "end", "a", "1", "escape")
        assert "0 of 3" in await person.looks()
    assert begun()["respondent"]["team"] == "security"


async def test_a_twice_warns_and_begins_nothing(teams: Workspace) -> None:
    async with at_home(teams, toasts=True) as person:
        await person.press("f", "a", "1", "escape", "home", "a")
        assert person.screen == "HomeScreen"
        assert "This person has answers of round 2 already." in words(await person.looks())
    assert len(list(ANSWERS.glob("*.toml"))) == 4


async def test_what_was_begun_here_goes_on_with_enter(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.press("f", "a", "1", "enter", "escape", "home", "down", "enter")
        assert person.screen == "AnsweringScreen"
        assert "How much control over releasing?" in person.sees()


async def test_where_nothing_is_on_the_agenda_everything_is_offered(workspace: Workspace) -> None:
    handed_in(ANSWERS, [in_round(1, team, {"risk.soak": Answer(position=2)}) for team in ("endpoint", "security")])
    async with at_home(workspace) as person:
        await person.press("f", "a")
        assert "1  Everything: there is no agenda yet, or nothing is on it" in await person.looks()
        assert "2  " not in person.sees()
        await person.press("1")
        assert person.screen == "AnsweringScreen"
    assert "only" not in begun()["respondent"]


async def test_while_nobody_has_finished_there_is_no_again(workspace: Workspace) -> None:
    handed_in(ANSWERS, [in_round(1, "endpoint", FIRST["endpoint"], completed=False)])
    async with at_home(workspace) as person:
        assert "Again" not in await person.footer()
        await person.press("f", "a")
        assert person.screen == "HomeScreen"


async def test_after_the_last_round_that_there_can_be_a_warns(workspace: Workspace) -> None:
    handed_in(ANSWERS, [in_round(999, "endpoint", FIRST["endpoint"])])
    async with at_home(workspace, toasts=True) as person:
        await person.press("a")
        assert person.screen == "HomeScreen"
        assert "There is no round after round 999." in words(await person.looks())


async def test_the_comparison_gets_a_tab_on_what_moved_and_every_digit_goes_to_its_tab(both: Workspace) -> None:
    async with at_home(both) as person:
        await person.press("c")
        assert tabs(person) == ["Overview", "Agenda", "Criteria", "Notes", *SECTIONS, "Since round 1"]
        for place, tab in enumerate(tabs(person)[:9], start=1):
            await person.press(str(place))
            assert tab_of(person) == tab
        await person.press("0")
        line = " ".join(person.sees().splitlines()[1].split())
        assert line == "1Map 2Agenda 3Criteria 4Notes 5Owners 6Control 7Risk 8Future 9Ready 0Since", (
            "in 80 columns every name is a whole word"
        )
        assert tab_of(person) == "Since round 1"
        assert "1 newly agreed, 2 closer, 1 neither closer nor further apart, 1 not answered again." in words(
            await person.looks()
        )
        await person.press("end")
        assert "Not answered again (1) Days of watching" in words(await person.looks())
        await person.press("tab")
        assert tab_of(person) == "Overview"


async def test_a_file_of_a_round_that_nobody_joins_takes_nothing_over(both: Workspace) -> None:
    handed_in(ANSWERS, [in_round(999, "network", FIRST["security"])])
    async with at_home(both, toasts=True) as person:
        await person.press("c")
        assert "Since round 1" in tabs(person)
        said = words(await person.looks())
        assert "Round 2 is compared; round 999 was" in said
        assert "begun by one team and is left out." in said


async def test_the_profile_is_of_the_round_that_is_compared(both: Workspace) -> None:
    handed_in(ANSWERS, [in_round(999, "network", FIRST["security"])])
    async with at_home(both) as person:
        await person.press("p", "enter")
        assert isinstance(person.app.screen, ProfileScreen)
        assert person.app.screen.profile.results.round == 2


@pytest.mark.parametrize(("rounds", "begins"), [((999,), 2), ((3, 999), 3)])
async def test_new_answers_join_the_round_that_the_others_are_in(
    both: Workspace, rounds: tuple[int, ...], begins: int
) -> None:
    handed_in(
        ANSWERS, [in_round(number, "security", FIRST["security"], respondent=f"one{number}") for number in rounds]
    )
    async with at_home(both) as person:
        await person.press("n", "4")
        assert person.screen == "AnsweringScreen"
    (path,) = ANSWERS.glob("network--*.toml")
    assert tomllib.loads(path.read_text(encoding="utf-8"))["respondent"]["round"] == begins


async def test_enter_on_what_moved_shows_the_answers_behind_it(both: Workspace) -> None:
    async with at_home(both) as person:
        await person.press("c", "0", "enter")
        assert person.screen == "DetailPage"
        said = words(await person.looks())
        assert "Who pauses?" in said
        assert "since round 1: of 1 person in both rounds 1 changed" in said
        await person.press("escape")
        assert tab_of(person) == "Since round 1"
        await person.press("t", "0", "end", "enter")
        assert person.screen == "ComparisonScreen", "what was not asked again has nothing behind it"


async def test_with_one_round_nothing_moved_and_neither_0_nor_r_goes_anywhere(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.press("c", "2", "0")
        assert tabs(person) == ["Overview", "Agenda", "Criteria", "Notes", *SECTIONS]
        assert tab_of(person) == "Agenda"
        assert "Round" not in await person.footer()
        await person.press("r")
        assert person.screen == "ComparisonScreen"


async def test_the_export_of_the_app_holds_what_moved(both: Workspace) -> None:
    async with at_home(both) as person:
        await person.press("c", "e")
    results = tomllib.loads((ANSWERS / "results" / "results.toml").read_text(encoding="utf-8"))
    assert (results["round"], results["movement"]["against"]) == (2, 1)
    assert results["carried"] == {"from": 1, "questions": {"endpoint": 1, "operations": 1, "security": 1}}


async def test_what_was_not_answered_again_is_taken_over_and_t_leaves_it_out(both: Workspace) -> None:
    async with at_home(both, (120, 40)) as person:
        await person.press("c")
        said = words(await person.looks())
        rest = "where those who answered then have not answered again"
        assert f"▲ Taken over from round 1, {rest}: 1 question of Endpoint" in said
        await person.press("t")
        assert "▲ Round 2 asked only what was on the agenda." in words(await person.looks())
        await person.press("t")
        said = words(await person.looks())
        assert "▲ Taken over from round 1" in said
        assert "asked only what was on the agenda" not in said


async def test_on_a_small_screen_one_row_says_what_is_taken_over_and_which_key_leaves_it_out(both: Workspace) -> None:
    async with at_home(both) as person:
        await person.press("c")
        assert "▲ What was not answered again is taken over from round 1; t leaves it out.\n" in await person.looks()
        await person.press("t")
        assert "▲ Round 2 asked only its agenda; t takes over the answers to the rest.\n" in await person.looks()


async def test_with_and_without_the_earlier_answers_tab_and_line_stay(both: Workspace) -> None:
    async with at_home(both) as person:
        await person.press("c", "2", "down")
        agenda = person.app.screen.query_one("#list", LinesView)
        here = agenda.marked
        assert here == agenda.stops[1]
        await person.press("t", "t")
        assert tab_of(person) == "Agenda"
        assert agenda.marked == here


async def test_r_goes_to_another_round_and_back(both: Workspace) -> None:
    async with at_home(both) as person:
        await person.press("c")
        assert "Round" in await person.footer()
        await person.press("r")
        said = words(await person.looks())
        assert "Round 2, and what moved since round 1" in said
        await person.press("1")
        assert "comparison · round 1" in words(await person.looks())
        assert tabs(person) == ["Overview", "Agenda", "Criteria", "Notes", *SECTIONS]
        await person.press("r", "2")
        assert "comparison · round 2" in words(await person.looks())
        await person.press("escape")
        assert person.screen == "HomeScreen"


async def test_whoever_looks_behind_an_answer_sees_of_which_round_it_is(both: Workspace) -> None:
    async with at_home(both, (100, 60)) as person:
        await person.press("c", "r", "2", "0", "end", "enter", "p")
        said = words(await person.looks())
        assert person.screen == "DetailPage"
        assert said.count("answered in round 1") == 3
        assert "since round 1" not in said
        await person.press("escape", "0", "home", "down", "enter")
        assert "answered in round" not in words(await person.looks())


async def test_another_file_does_not_slip_below_the_line_one_is_on(workspace: Workspace) -> None:
    handed_in(ANSWERS, [in_round(1, "security", FIRST["security"], completed=False)])
    async with at_home(workspace) as person:
        handed_in(ANSWERS, [in_round(1, "endpoint", FIRST["endpoint"], completed=False)])
        await person.press("r")
        assert "Endpoint" in person.sees()
        await person.press("v")
        assert "Security · review" in person.sees()


async def test_who_has_not_finished_goes_on_and_does_not_begin_another_round(workspace: Workspace) -> None:
    begun_only = in_round(1, "endpoint", {"risk.soak": Answer(position=1)}, completed=False)
    handed_in(ANSWERS, [begun_only, in_round(1, "operations", FIRST["operations"])])
    async with at_home(workspace) as person:
        await person.press("f", "home", "a")
        assert [one.message for one in person.app._notifications] == ["It is not finished yet; Enter goes on with it."]
        assert person.screen == "HomeScreen"
    assert not list(ANSWERS.glob("*--r2.toml"))
