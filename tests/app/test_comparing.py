"""The facilitator's way: from the files of several teams to what to settle and what the pilot has to show."""

from __future__ import annotations

import tomllib

import pytest

from maturity.app.screens.comparison_lists import criterion_entries
from maturity.app.screens.comparison_page import ComparisonPage
from maturity.app.widgets.lines import LinesView
from maturity.app.widgets.tab_line import TabLine
from maturity.files.saving import NotSavedError
from maturity.files.workspace import Workspace
from questionnaires import builtin
from tests.given.builders import voices_to
from tests.given.example_results import example_results
from tests.given.person import ANSWERS, Person, at_home
from tests.given.rounds import handed_in

TABS = (
    "Overview",
    "Agenda",
    "Criteria",
    "Notes",
    "Ownership",
    "Control",
    "Risk appetite",
    "Operating model",
    "Readiness",
)


RELEASE = "risk_appetite.release_button"


def on_one_line(screen: str) -> str:
    """What a screen says, without frames and however it is wrapped."""
    return " ".join(word for word in screen.split() if word not in "│▁▂▃▄▅▆▇█")


def tab_of(person: Person) -> str:
    """The title of the tab that is shown and has the keys."""
    line = person.app.screen.query_one(TabLine)
    screen = person.app.screen
    assert isinstance(screen, ComparisonPage)
    assert screen.list is person.app.focused
    assert screen.tabs[screen.current].title == line.titles[line.active]
    return line.titles[line.active]


async def test_home_says_who_has_answered_and_how_far_everybody_is(examples: Workspace) -> None:
    async with at_home(examples, (100, 30)) as person:
        said = await person.looks()
        assert "Next: press c to compare the teams; Architecture has not finished." in said
        assert "Not heard: Network, Service desk and Application owners." in said
        assert "c8m3q6ya" not in said, "people only show when somebody asks for them"
        await person.press("f")
        said = await person.looks()
        assert "● finished" in said
        assert "○ open" in said


async def test_digits_turn_to_the_tabs(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c")
        for place, tab in enumerate(TABS, start=1):
            await person.press(str(place))
            assert tab_of(person) == tab


async def test_enter_in_one_breath_with_a_digit_opens_what_lies_under_the_new_tab(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c")
        await person.press_at_once("3", "down", "enter")
        assert person.screen == "DetailPage"


async def test_help_explains_the_words_of_a_comparison(examples: Workspace) -> None:
    async with at_home(examples, size=(120, 130)) as person:
        await person.press("c", "question_mark")
        seen = on_one_line(person.sees().replace("│", " "))
        assert "Ask first: whose answer is missing most" in seen
        assert "Ring:" in seen


async def test_tab_turns_through_the_tabs_and_round(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c", "tab", "tab")
        assert tab_of(person) == "Criteria"
        await person.press("shift+tab", "shift+tab", "shift+tab")
        assert tab_of(person) == "Readiness"
        await person.press("tab")
        assert tab_of(person) == "Overview"


async def test_a_section_of_the_overview_leads_to_its_tab(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c", "v", "down", "enter")
        assert tab_of(person) == "Control"


async def test_below_a_section_its_gaps_stand_beside_those_of_answers_at_random(examples: Workspace) -> None:
    async with at_home(examples, (140, 40)) as person:
        await person.press("c")
        assert "random answers" not in await person.looks()
        await person.press("8")
        assert (
            "Of 6 questions with a gap the teams are within 1 step on 3 and over 3 apart on 0; random answers "
            "would give"
        ) in await person.looks()
        await person.press("5")
        assert "random answers" not in await person.looks()


async def test_the_answers_behind_a_question_begin_with_the_band_of_each_of_them(examples: Workspace) -> None:
    async with at_home(examples, (140, 70)) as person:
        await person.press("c", "8", "enter")
        words = " ".join(word for word in (await person.looks()).split() if word != "│")
        assert "Today: close, 2 steps; in 12 months: apart, 3 steps; in 24 months: apart, 3 steps." in words


async def test_enter_on_a_task_shows_the_answers_behind_it_and_p_what_each_person_said(examples: Workspace) -> None:
    async with at_home(examples, (100, 60)) as person:
        await person.press("c", str(TABS.index("Ownership") + 1))
        tasks = person.app.focused
        assert isinstance(tasks, LinesView)
        while tasks.marked != "ownership.customer_pause":
            await person.press("down")
        await person.press("enter")
        assert person.screen == "DetailPage"
        assert "We have the console" not in person.sees(), "people are folded away"
        assert "p shows what each person said (1 note and 1 flag)." in person.sees()
        await person.press("p")
        said = person.sees()
        assert "We have the console and the rights" in said
        assert "person 1: Endpoint" in said
        assert "h4t9w2ke" not in said
        await person.press("escape")
        assert tab_of(person) == "Ownership"


async def test_a_note_leads_to_the_answers_behind_it(examples: Workspace) -> None:
    async with at_home(examples, (100, 60)) as person:
        await person.press("c", str(TABS.index("Notes") + 1))
        assert "We have the console and the rights" not in person.sees()
        await person.press("p")
        assert "We have the console and the rights" in person.sees()
        await person.press("enter")
        assert person.screen == "DetailPage"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_title_of_the_agenda_is_whole_and_has_its_number(
    examples: Workspace, size: tuple[int, int]
) -> None:
    async with at_home(examples, size) as person:
        await person.press("c", "2")
        seen = ""
        for _ in range(7):
            seen += on_one_line(await person.looks())
            await person.press(*["down"] * 4)
    for number, entry in enumerate(example_results().agenda, start=1):
        assert f" {number} {entry.title}" in seen


async def test_the_agenda_opens_the_answers_behind_an_entry(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.press("c", "2", "enter")
        assert person.screen == "DetailPage"
        await person.press("escape")
        assert tab_of(person) == "Agenda"


async def test_a_dispute_with_a_torn_team_leads_from_the_agenda_to_both_of_its_people(autopatch: Workspace) -> None:
    handed_in(ANSWERS, voices_to(builtin(), RELEASE, position={"endpoint": 1, "security": 1, "operations": [5, 2]}))
    async with at_home(autopatch) as person:
        await person.press("c")
        assert "◇ OPS on 1." in on_one_line(person.sees())
        assert "◇ no common position" in person.sees()
        await person.press(str(TABS.index("Risk appetite") + 1), "v")
        assert "◇2–5" in person.sees()
        await person.press(str(TABS.index("Agenda") + 1))
        assert "What lets an update go on" in person.sees()
        await person.press("enter")
        assert person.screen == "DetailPage"
        assert "1 to 4 steps, depending on where Operations (2 to 5) settles" in on_one_line(person.sees())
        await person.press("p", "end")
        said = on_one_line(await person.looks())
        assert "person 1: Hold until each ring is signed" in said
        assert "person 2: " in said
        assert "; no common position" in said
        await person.press("escape")
        assert tab_of(person) == "Agenda"


async def test_whom_to_ask_first_is_said_above_and_leads_to_the_answers_behind_it(examples: Workspace) -> None:
    async with at_home(examples, (100, 60)) as person:
        await person.press("c")
        assert "Ask first (end of Agenda): Service desk, Security and Application owners." in person.sees()
        await person.press("2", "end", "enter")
        assert person.screen == "DetailPage"
        assert "Testing business applications" in person.sees()


async def test_a_question_on_the_agenda_says_behind_it_what_hangs_on_it(examples: Workspace) -> None:
    async with at_home(examples, (100, 60)) as person:
        await person.press("c", "2", "enter")
        assert "Names the owner of 7 criteria" in person.sees()


async def test_a_must_says_how_firm_it_is(examples: Workspace) -> None:
    async with at_home(examples, (100, 70)) as person:
        await person.press("c", "3", "enter")
        assert "stays in 19 of 24 variants" in " ".join(person.sees().replace("│", " ").split())


async def test_a_criterion_opens_with_measure_threshold_owner_and_reason(examples: Workspace) -> None:
    async with at_home(examples, (100, 70)) as person:
        await person.press("c", "3", "down", "enter")
        assert person.screen == "DetailPage"
        for word in ("Measure", "Threshold", "Owner", "Reason"):
            assert word.lower() in person.sees().lower()


async def test_limits_that_exclude_each_other_are_one_line_and_open_as_one(examples: Workspace) -> None:
    """Security wants the last ring done in 3 days, and all of them wait 4 before the broad ring."""
    lines = [entry.id for entry in criterion_entries(example_results()) if entry.id]
    before = next(place for place, name in enumerate(lines) if name.startswith("conflict:"))
    async with at_home(examples, (100, 70)) as person:
        await person.press("c", "3", *["down"] * before)
        assert (
            on_one_line(await person.looks()).count(
                "CONFLICT “The soak before the broad ring is set” (at least 4 days)"
            )
            == 1
        )
        await person.press("enter")
        assert person.screen == "DetailPage"
        seen = on_one_line(person.sees().replace("│", " "))
        for words in ("cannot both hold", "The soak before the broad ring is set MUST once settled"):
            assert words in seen
        await person.press("escape")
        assert tab_of(person) == "Criteria"


async def test_e_writes_results_that_parse(teams: Workspace) -> None:
    async with at_home(teams, toasts=True) as person:
        await person.press("c", "e")
        assert "Wrote answers/results/results.toml" in person.sees()
        await person.press("escape")
        assert "could not be used" not in person.sees()
    results = tomllib.loads((ANSWERS / "results" / "results.toml").read_text(encoding="utf-8"))
    assert results["kind"] == "results"
    assert len(results["team"]) == 3
    assert results["question"]


async def test_an_export_that_cannot_be_written_is_said(teams: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotSavedError("results.toml was not saved.")

    monkeypatch.setattr("maturity.app.screens.comparison.export_results", refuse)
    async with at_home(teams, toasts=True) as person:
        await person.press("c", "e")
        assert "results.toml was not saved." in person.sees()
    assert not (ANSWERS / "results").exists()


async def test_a_team_profile_is_chosen_from_a_list_that_starts_at_the_team_one_is_on(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("p")
        assert person.screen == "ChooseDialog"
        await person.press("2")
        assert "Operations · profile" in person.sees()
        await person.press("escape", "f", "end", "p", "enter")
        assert "profile" in person.sees()


async def test_a_profile_opens_what_is_behind_the_marked_line(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("p", "1", "enter")
        assert person.screen == "BehindDialog"
        said = " ".join(person.sees().replace("│", " ").split())
        assert "control needed: It runs within our limits ×2" in said
        assert "Comfort: Endpoint (4 against 3) wants more control than it needs." in said
        await person.press("escape", "end", "enter")
        assert "Tickets on record for two cycles" in person.sees()
        await person.press("escape", "escape")
        assert person.screen == "HomeScreen"


async def test_leaving_the_comparison_leads_home(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.press("c", "escape")
        assert person.screen == "HomeScreen"


async def test_unusable_files_are_counted_and_named_with_their_faults(examples: Workspace) -> None:
    (ANSWERS / "broken.toml").write_text('kind = "response"\nschema = 1\n', encoding="utf-8")
    (ANSWERS / "noise.toml").write_text("= [bold", encoding="utf-8")
    (ANSWERS / "results.toml").write_text('kind = "results"\nschema = 1\n', encoding="utf-8")
    async with at_home(examples, (100, 40)) as person:
        assert "▲ 2 files could not be used: x shows why." in person.sees()
        await person.press("x")
        assert person.screen == "ProblemsDialog"
        for name in ("broken.toml", "noise.toml", "results.toml"):
            assert name in person.sees()
        await person.press("escape", "c")
        assert "4 teams, 6 people" in person.sees()


async def test_the_same_person_and_round_twice_is_left_out_and_named(examples: Workspace) -> None:
    (original,) = ANSWERS.glob("security--*.toml")
    (ANSWERS / "copy.toml").write_bytes(original.read_bytes() + b"# another\n")
    async with at_home(examples, (100, 40)) as person:
        assert "▲ 2 files could not be used: x shows why." in person.sees()
        await person.press("x")
        assert "copy.toml" in person.sees()
        assert original.name in " ".join(person.sees().split())


async def test_r_reads_the_folder_again(examples: Workspace) -> None:
    async with at_home(examples) as person:
        for path in ANSWERS.glob("*.toml"):
            if not path.name.startswith("security"):
                path.unlink()
        await person.press("r")
        assert "1 response" in person.sees()
        assert "Next: hand this file to whoever compares" in person.sees()
        assert "Compare" not in await person.footer()


async def test_with_one_team_the_profile_opens_at_once(examples: Workspace) -> None:
    for path in ANSWERS.glob("*.toml"):
        if not path.name.startswith("endpoint"):
            path.unlink()
    async with at_home(examples) as person:
        await person.press("p")
        assert "Endpoint · profile" in person.sees()
        assert "3 people" in person.sees()


async def test_a_key_right_after_enter_leads_where_it_leads_and_nothing_opens_behind(examples: Workspace) -> None:
    async with at_home(examples, (100, 30)) as person:
        await person.press("c", "2", "down")
        await person.press_at_once("enter", "3")
        assert person.screen == "ComparisonScreen"
        assert tab_of(person) == "Criteria"
        await person.press("1")
        await person.press_at_once("enter", "escape")
        assert person.screen == "HomeScreen"
