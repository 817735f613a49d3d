"""Another field in the app: people who answer on backups, and whoever compares them."""

from __future__ import annotations

import pytest

from maturity.app.screens.comparison_page import ComparisonPage
from maturity.app.widgets.tab_line import TabLine
from maturity.files.workspace import Workspace
from tests.given.backup_teams import SAID, TEAMS, TITLES, TYPED, answered, backups, words_of_updates
from tests.given.person import ANSWERS, Person, at_home, saved

TABS = ("Overview", "Agenda", "Criteria", "Notes", "Responsibility", "Keeping and restoring")
SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def empty() -> Workspace:
    """An empty workspace for the questionnaire on backups."""
    return Workspace(ANSWERS, backups())


@pytest.fixture
def full() -> Workspace:
    """The workspace of a facilitator: the answers of the three teams."""
    return Workspace(answered(ANSWERS), backups())


async def speaks_of_backups(person: Person) -> None:
    """Holds of the screen on top, and of its help."""
    assert words_of_updates(person.sees()) == []
    await person.press("question_mark")
    assert person.screen == "HelpDialog"
    assert words_of_updates(person.sees()) == []
    await person.press("escape")


async def test_the_app_opens_with_the_questionnaire(full: Workspace) -> None:
    async with at_home(full) as person:
        assert "Backup and restore" in person.sees()
        assert "Everybody who began has finished." in person.sees()
        await speaks_of_backups(person)


async def test_an_empty_home_speaks_of_backups_only(empty: Workspace) -> None:
    async with at_home(empty) as person:
        assert "Backup and restore" in person.sees()
        assert "Before the central backup service replaces our own scripts" in person.sees()
        assert "about 5 minutes" in person.sees()
        assert "example" not in person.sees()
        await speaks_of_backups(person)


async def test_the_example_of_another_questionnaire_is_not_offered(empty: Workspace) -> None:
    async with at_home(empty) as person:
        assert "Example" not in await person.footer()
        await person.press("e")
        assert "could not be used" not in person.sees()


async def test_a_new_response_offers_the_three_teams(empty: Workspace) -> None:
    async with at_home(empty) as person:
        await person.press("n")
        assert "Runs the databases and knows what is in them." in person.sees()
        assert "at most 5: about 5 minutes" in person.sees()
        assert words_of_updates(person.sees()) == []


@pytest.mark.parametrize("team", TEAMS)
async def test_a_team_answers_all_five_by_keyboard(empty: Workspace, team: str) -> None:
    async with at_home(empty) as person:
        await person.press("n", str(TEAMS.index(team) + 1))
        for place, keys in enumerate(TYPED[team], start=1):
            assert f"question {place} of 5" in person.sees()
            await person.read_rule()
            await person.press(*keys)
            assert words_of_updates(person.sees()) == []
            await person.press("enter")
        assert person.screen == "ReviewScreen"
        await person.press("f")
        assert "Finished. Thank you." in person.sees()
    document = saved()
    assert document["questionnaire"]["id"] == "backup-and-restore"
    assert document["answers"] == SAID[team]
    assert (document["respondent"]["team"], "completed" in document["respondent"]) == (team, True)


async def test_questions_review_and_their_help_speak_of_backups_only(empty: Workspace) -> None:
    async with at_home(empty, (120, 40)) as person:
        await person.press("n", "1")
        for _ in TITLES:
            await speaks_of_backups(person)
            await person.read_rule()
            await speaks_of_backups(person)
            await person.press("enter")
        assert person.screen == "ReviewScreen"
        await speaks_of_backups(person)


async def test_a_long_title_of_a_section_does_not_run_into_its_progress(full: Workspace) -> None:
    async with at_home(full) as person:
        await person.press("f", "v")
        assert "Keeping and restoring █" in person.sees()


def tab_of(person: Person) -> str:
    """The title of the tab that is shown and has the keys."""
    line = person.app.screen.query_one(TabLine)
    screen = person.app.screen
    assert isinstance(screen, ComparisonPage)
    assert screen.list is person.app.focused
    return line.titles[line.active]


@pytest.mark.parametrize("size", SIZES)
async def test_every_tab_of_the_comparison_can_be_visited(full: Workspace, size: tuple[int, int]) -> None:
    async with at_home(full, size) as person:
        await person.press("c")
        assert "3 teams, 3 people" in person.sees()
        for place, tab in enumerate(TABS, start=1):
            await person.press(str(place))
            assert tab_of(person) == tab
            assert words_of_updates(person.sees()) == []
        await person.press("7", "8", "9")
        assert tab_of(person) == TABS[-1], "there are no more"


async def test_the_overview_names_every_question(full: Workspace) -> None:
    async with at_home(full, (120, 40)) as person:
        await person.press("c")
        seen = person.sees()
        assert [title for title in TITLES if title not in seen] == []
        await speaks_of_backups(person)


@pytest.mark.parametrize("entry", range(5))
async def test_every_entry_of_the_agenda_shows_the_answers_behind_it(full: Workspace, entry: int) -> None:
    async with at_home(full, (100, 70)) as person:
        await person.press("c", "2", *["down"] * entry, "enter")
        assert person.screen == "DetailPage"
        assert [team for team in ("Database", "Platform", "Application") if team not in person.sees()] == []
        assert words_of_updates(person.sees()) == []
        await person.press("escape")
        assert tab_of(person) == "Agenda"


@pytest.mark.parametrize("criterion", range(4))
async def test_every_criterion_opens(full: Workspace, criterion: int) -> None:
    async with at_home(full, (100, 70)) as person:
        await person.press("c", "3", *["down"] * criterion, "enter")
        assert person.screen == "DetailPage"
        assert words_of_updates(person.sees()) == []


async def test_a_section_of_the_overview_leads_to_its_tab(full: Workspace) -> None:
    async with at_home(full) as person:
        await person.press("c", "v", "down", "enter")
        assert tab_of(person) == "Keeping and restoring"


@pytest.mark.parametrize("team", TEAMS)
async def test_every_team_has_a_profile(full: Workspace, team: str) -> None:
    async with at_home(full, (100, 60)) as person:
        await person.press("p", str(TEAMS.index(team) + 1))
        assert f"{team.capitalize()} · profile" in person.sees()
        assert "Keeping and restoring: your limits and leanings" in person.sees()
        assert "Keeping and restoring: what is in place" in person.sees()
        await speaks_of_backups(person)


async def test_results_are_written_from_the_app(full: Workspace) -> None:
    async with at_home(full) as person:
        await person.press("c", "e")
    written = (ANSWERS / "results" / "results.toml").read_text(encoding="utf-8")
    assert 'id = "backup-and-restore"' in written
    assert words_of_updates(written) == []
