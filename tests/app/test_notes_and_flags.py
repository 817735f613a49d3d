"""Notes and flags: written as they were typed, shown as they were written, and nothing in them runs."""

from __future__ import annotations

import json
import signal
import unicodedata
from pathlib import Path

import pytest
from textual import events

from maturity.files.workspace import Workspace, to_bytes
from questionnaires import Answer
from tests.given.builders import respond, small
from tests.given.person import ANSWERS, Person, answering, at_home, saved_answers

HOSTILE = "[@click=app.quit]x[/] [bold [/] [link=https://example.org]y[/link] $error %s {0}"


async def write(person: Person, note: str) -> None:
    await person.press("n")
    await person.type(note)
    await person.press("ctrl+s")


@pytest.mark.parametrize("note", [HOSTILE, "Zoë: 漢字 ▲ «no»"])
async def test_a_note_is_saved_and_shown_as_it_was_typed(workspace: Workspace, note: str) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await write(person, note)
        assert f"note: {note}" in " ".join(person.sees().split())
        place = next(at for at, line in enumerate(person.sees().split("\n")) if "note: " in line)
        await person.pilot.click(offset=(10, place))
        await person.settle()
        assert person.screen == "AnsweringScreen"
    assert saved_answers() == {"ownership.pause": {"note": note}}


async def test_a_note_of_several_lines_is_shown_in_one(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("n")
        await person.type("one")
        await person.press("enter")
        await person.type("two")
        await person.press("ctrl+s")
        assert "note: one two" in person.sees()
    assert saved_answers() == {"ownership.pause": {"note": "one\ntwo"}}


async def test_a_note_can_be_changed_and_emptied(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await write(person, "ab")
        await write(person, "c")
        assert saved_answers() == {"ownership.pause": {"note": "abc"}}
        await person.press("n", "backspace", "backspace", "backspace", "f4")
    assert saved_answers() == {}


async def test_f_flags_and_f_again_takes_the_flag_back(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("f")
        assert "▲ flagged" in person.sees()
        assert saved_answers() == {"ownership.pause": {"flag": True}}
        await person.press("f")
        assert "▲ flagged" not in person.sees()
    assert saved_answers() == {}


async def test_escape_leaves_a_note_that_was_not_changed_at_once(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await write(person, "ab")
        await person.press("n", "escape")
        assert person.screen == "AnsweringScreen"
    assert saved_answers() == {"ownership.pause": {"note": "ab"}}


@pytest.mark.parametrize(
    ("keys", "note"),
    [(("enter",), "abcd"), (("1",), "abcd"), (("2",), "ab"), (("escape",), "abcd"), (("3", "e", "f4"), "abcde")],
)
async def test_escape_asks_whether_a_changed_note_is_kept(
    workspace: Workspace, keys: tuple[str, ...], note: str
) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await write(person, "ab")
        await person.press("n", "c", "d", "escape")
        assert "The note was changed" in person.sees()
        assert saved_answers()["ownership.pause"] == {"note": "abcd"}, "what was typed is safe meanwhile"
        await person.press(*keys)
        assert person.screen == "AnsweringScreen"
    assert saved_answers() == {"ownership.pause": {"note": note}}


async def test_letters_in_a_note_are_no_commands(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await write(person, "df q?x")
    assert saved_answers() == {"ownership.pause": {"note": "df q?x"}}


async def test_a_note_says_how_much_it_holds_and_what_did_not_fit(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("n")
        await person.type("abc")
        assert "3 of 2000 characters" in person.sees()
        person.app.post_message(events.Paste("y" * 2010))
        await person.settle()
        assert "2000 of 2000 characters: full; 13 more did not fit." in person.sees()
        await person.type("z")
        assert "1 more did not fit" in person.sees()
        await person.press("backspace")
        assert "1999 of 2000 characters" in person.sees()
        await person.press("escape", "enter")
    assert saved_answers() == {"ownership.pause": {"note": "abc" + "y" * 1996}}


async def test_a_note_is_saved_while_it_is_typed_without_a_pause(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.app.screens.note._AT_THE_LATEST", 0.01)
    monkeypatch.setattr("maturity.app.screens.note._PAUSE", 3600.0)
    async with answering(workspace, "ownership.pause") as person:
        await person.press("n")
        await person.type("never a rest")
        while not saved_answers():
            await person.type("!")
        assert saved_answers()["ownership.pause"]["note"].startswith("never a rest")


@pytest.mark.parametrize("key", ["ctrl+q", "f10"])
async def test_a_note_that_is_being_typed_is_saved_on_quitting(workspace: Workspace, key: str) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("n")
        await person.type("half a sen")
        await person.pilot.press(key)
    assert saved_answers() == {"ownership.pause": {"note": "half a sen"}}


@pytest.mark.parametrize("key", ["ctrl+q", "f10"])
async def test_a_note_that_comes_in_one_breath_with_quitting_is_saved(workspace: Workspace, key: str) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("n")
        for sent in (*("x" * 300), key):
            person.app.post_message(events.Key(sent, sent if len(sent) == 1 else None))
        while person.app.return_code is None:
            await person.settle()
    assert saved_answers() == {"ownership.pause": {"note": "x" * 300}}


async def test_a_note_that_is_being_typed_is_saved_by_a_signal(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("n")
        await person.type("half a sen")
        signal.raise_signal(signal.SIGTERM)
        while person.app.return_code is None:
            await person.settle()
    assert saved_answers() == {"ownership.pause": {"note": "half a sen"}}
    assert person.app.return_code == 143


def two_teams_with(note: str) -> None:
    """A folder by hand: one team's note is the given text, escaped."""
    ANSWERS.mkdir()
    for team, owner in (("endpoint", "security"), ("security", "endpoint")):
        response = respond(
            team, {"ownership.pause": Answer(owner=owner, note="PLACE", flag=True)}, respondent=f"{team}1"
        )
        text = to_bytes(response).decode().replace('"PLACE"', json.dumps(note))
        Path(ANSWERS / f"{team}.toml").write_text(text, encoding="utf-8")


async def test_somebody_elses_note_is_shown_literally_behind_a_cell() -> None:
    two_teams_with(HOSTILE)
    async with at_home(Workspace(ANSWERS, small()), (120, 40)) as person:
        await person.press("c", "5", "enter", "p")
        assert person.screen == "DetailPage"
        said = " ".join(person.sees().replace("│", " ").split())
        assert f"“{HOSTILE}”" in said
        assert "▲ flagged for discussion" in said


async def test_no_escape_sequence_of_a_file_reaches_the_terminal() -> None:
    two_teams_with("a\x1b]52;c;cHduZWQ=\x07b\x1b[2Jc\x1b]8;;https://example.org\x1b\\d\x9b31me")
    async with at_home(Workspace(ANSWERS, small()), (120, 40)) as person:
        for keys in (("v",), ("escape", "c", "4", "p"), ("5", "enter")):
            await person.press(*keys)
            assert not {character for character in person.sees() if unicodedata.category(character) == "Cc"} - {"\n"}
        assert "52;c;" in person.sees(), "the note itself is shown, without what steers the terminal"
