"""Which theme the app opens with, and that the one chosen is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.app import themes
from maturity.app.theme_choice import theme_to_open_with
from maturity.files.workspace import Workspace
from tests.given.person import ANSWERS, Person, at_home

MANY = {"TERM": "xterm-256color"}


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The file of settings, which is not there yet; its folder is where `_still_world` puts it."""
    return tmp_path / "settings" / "settings.toml"


def holding(settings: Path, words: str) -> None:
    settings.parent.mkdir()
    settings.write_text(words, encoding="utf-8")


async def choose(person: Person, name: str) -> None:
    await person.press("f2")
    await person.type(f"theme: {name}")
    await person.rest()
    await person.press("enter")


@pytest.mark.parametrize(
    ("environment", "theme"),
    [
        (MANY, themes.DARK),
        (MANY | {"COLORFGBG": "0;15"}, themes.LIGHT),
        ({"TERM": "xterm"}, themes.SIXTEEN_DARK),
        ({"TERM": "xterm", "COLORFGBG": "0;15"}, themes.SIXTEEN_LIGHT),
        ({"TERM": "vt220"}, themes.COLOURLESS),
        (MANY | {"NO_COLOR": "1"}, themes.COLOURLESS),
        (MANY | {"MATURITY_THEME": "projector"}, themes.PROJECTOR),
        (MANY | {"MATURITY_THEME": "maturity-light"}, themes.LIGHT),
        ({"TERM": "xterm", "MATURITY_THEME": "High-Contrast"}, themes.CONTRAST),
        (MANY | {"MATURITY_THEME": "projector", "NO_COLOR": "1"}, themes.COLOURLESS),
    ],
)
def test_a_terminal_gets_the_theme_that_it_can_show(environment: dict[str, str], theme: object) -> None:
    choice = theme_to_open_with(environment)
    assert (choice.theme, choice.notice) == (theme, "")


def test_a_name_of_no_theme_is_answered_with_their_names() -> None:
    choice = theme_to_open_with(MANY | {"MATURITY_THEME": "mauve"})
    assert choice.theme is themes.DARK
    assert choice.notice == (
        "MATURITY_THEME names no theme; there are: dark, light, high-contrast, projector, 16-dark, 16-light, "
        "colourless."
    )


def test_the_theme_of_the_settings_is_opened_with(settings: Path) -> None:
    holding(settings, 'theme = "projector"\n')
    assert theme_to_open_with(MANY).theme is themes.PROJECTOR


def test_what_the_terminal_cannot_show_is_not_opened_with_although_it_was_chosen_elsewhere(settings: Path) -> None:
    holding(settings, 'theme = "projector"\n')
    assert theme_to_open_with({"TERM": "linux"}).theme is themes.SIXTEEN_DARK


@pytest.mark.parametrize("words", ["theme =", "theme = 3\n", 'theme = "mauve"\n', "\0"])
def test_settings_that_are_not_ours_are_left_out_with_one_sentence(settings: Path, words: str) -> None:
    holding(settings, words)
    choice = theme_to_open_with(MANY)
    assert choice.theme is themes.DARK
    assert "settings" in choice.notice
    assert "mauve" not in choice.notice


async def test_the_theme_chosen_in_the_palette_is_the_one_next_time(workspace: Workspace, settings: Path) -> None:
    async with at_home(workspace) as person:
        await choose(person, "projector")
        assert person.app.theme == themes.PROJECTOR.name
    assert settings.read_text(encoding="utf-8") == 'theme = "projector"\n'
    assert not list(ANSWERS.rglob("*"))
    async with at_home(workspace) as person:
        assert person.app.theme == themes.PROJECTOR.name


async def test_choosing_a_theme_keeps_what_else_the_settings_hold(workspace: Workspace, settings: Path) -> None:
    holding(settings, 'theme = "dark"\nother = 1\n')
    async with at_home(workspace) as person:
        await choose(person, "light")
    assert settings.read_text(encoding="utf-8") == 'theme = "light"\nother = 1\n'


async def test_a_choice_that_cannot_be_kept_holds_and_is_spoken_of_once(workspace: Workspace, settings: Path) -> None:
    settings.parent.write_text("a file where the folder should be", encoding="utf-8")
    async with at_home(workspace, toasts=True) as person:
        await choose(person, "light")
        assert person.app.theme == themes.LIGHT.name
        assert [said.message[:30] for said in person.app._notifications] == ["The theme holds until you quit"]
        person.app.clear_notifications()
        await choose(person, "projector")
        assert person.app.theme == themes.PROJECTOR.name
        assert list(person.app._notifications) == []


async def test_settings_with_a_fault_are_spoken_of_when_the_app_opens_and_stay_as_they_are(
    workspace: Workspace, settings: Path
) -> None:
    holding(settings, "theme = [")
    async with at_home(workspace, toasts=True) as person:
        assert "Your settings are left out" in " ".join(person.sees().split())
        await choose(person, "light")
    assert settings.read_text(encoding="utf-8") == "theme = ["
