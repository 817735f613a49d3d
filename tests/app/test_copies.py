"""A copy of one's answers where one wants it: by keys, to the file that was named, and over nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.files.copies import offered_place
from maturity.files.workspace import Workspace
from tests.given.builders import respond
from tests.given.person import ANSWERS, Person, answering, the_file


async def name(person: Person, place: str) -> None:
    await person.press("w", "ctrl+u")
    await person.type(place)
    await person.press("enter")


async def test_w_saves_a_copy_where_one_chooses_and_says_the_whole_path(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    async with answering(workspace, "ownership.pause", size=(200, 40)) as person:
        await person.press("1")
        await name(person, "stick/mine.toml")
        assert f"● The copy is in this file:\n {tmp_path / 'stick' / 'mine.toml'}" in person.sees()
        assert (tmp_path / "stick" / "mine.toml").read_bytes() == the_file().read_bytes()
        await person.press("escape")
        assert person.screen == "AnsweringScreen"


@pytest.mark.parametrize("screen", ["questions", "review"])
async def test_a_folder_takes_the_copy_under_the_name_of_the_file(workspace: Workspace, screen: str) -> None:
    Path("stick").mkdir()
    async with answering(workspace, "readiness.licences") as person:
        await person.press("1", *(("enter",) if screen == "review" else ()))
        await name(person, ' "stick" ')
    assert Path("stick", the_file().name).read_bytes() == the_file().read_bytes()


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("there.toml", "is there already and was left alone; choose another name."),
        ("nowhere/mine.toml", "choose one that is there."),
        ("answers/mine.toml", "Your answers are in that folder already"),
        ("", "Say where the copy goes"),
        ("there.toml/x", "choose one that is there."),
        ("~nobody-of-that-name/x", "is no place for a file"),
    ],
)
async def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_written(
    workspace: Workspace, place: str, says: str
) -> None:
    Path("there.toml").write_text("mine", encoding="utf-8")
    async with answering(workspace, "ownership.pause", size=(200, 30)) as person:
        await person.press("1")
        await name(person, place)
        assert says in person.sees()
        assert person.screen == "CopyDialog"
        await person.type("x")
        assert says not in person.sees()
    assert Path("there.toml").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in ANSWERS.glob("*.toml")] == [the_file().name]


async def test_f5_puts_the_path_on_the_clipboard(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("w", "f5")
        assert "Sent to the clipboard" in person.sees()
        assert person.app.clipboard == str(the_file())


def test_a_copy_is_offered_on_the_desktop_else_at_home_else_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    response = respond("endpoint", {})
    monkeypatch.setattr("platformdirs.user_desktop_path", lambda: tmp_path / "Desktop")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert offered_place(response).parent == tmp_path
    (tmp_path / "home").mkdir()
    assert offered_place(response).parent == tmp_path / "home"
    (tmp_path / "Desktop").mkdir()
    assert offered_place(response).parent == tmp_path / "Desktop"
