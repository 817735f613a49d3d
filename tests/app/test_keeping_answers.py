"""No answer is lost: not when the disk refuses, not when another program writes, not when the app itself fails."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from maturity.app.app import MaturityApp
from maturity.app.screens.answering import AnsweringScreen
from maturity.app.screens.opening import open_to_answer
from maturity.files.saving import NotSavedError, write_once
from maturity.files.workspace import Workspace
from questionnaires.words import Depth
from tests.given.person import ANSWERS, answering, at_home, saved, saved_answers, sitting_at, the_file

Refuse = Callable[[bool], None]


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Makes the disk refuse to be written, or accept again."""
    refusing = False

    def attempt(path: Path, data: bytes, *, within: Path) -> None:
        if refusing:
            raise NotSavedError(f"{path} was not saved: No space left. It will be tried again.")
        write_once(path, data, within=within)

    def switch(on: bool) -> None:
        nonlocal refusing
        refusing = on

    monkeypatch.setattr("maturity.files.workspace.write_once", attempt)
    return switch


async def test_an_answer_that_cannot_be_saved_is_said_and_saved_with_the_next_key(
    workspace: Workspace, refuse: Refuse
) -> None:
    async with answering(workspace, "ownership.pause", toasts=True) as person:
        refuse(True)
        await person.press("3")
        assert "▲ NOT SAVED" in person.sees()
        assert "◉ [3] Security" in person.sees()
        assert "No space left." in person.sees()
        assert saved_answers() == {}
        refuse(False)
        await person.press("f")
        assert "NOT SAVED" not in person.sees()
    assert saved_answers() == {"ownership.pause": {"owner": "security", "flag": True}}


async def test_going_on_saves_what_could_not_be_saved(workspace: Workspace, refuse: Refuse) -> None:
    async with answering(workspace, "ownership.pause") as person:
        refuse(True)
        await person.press("3")
        refuse(False)
        await person.press("enter")
        assert "· saved" in person.sees()
    assert saved_answers() == {"ownership.pause": {"owner": "security"}}


async def test_nobody_leaves_with_an_answer_that_is_not_saved(workspace: Workspace, refuse: Refuse) -> None:
    async with answering(workspace, "ownership.pause") as person:
        refuse(True)
        await person.press("3", "escape")
        assert person.screen == "AnsweringScreen"
        refuse(False)
        await person.press("escape")
        assert person.screen == "HomeScreen"
    assert saved_answers() == {"ownership.pause": {"owner": "security"}}


async def test_a_finish_that_cannot_be_saved_is_not_shown_as_finished(workspace: Workspace, refuse: Refuse) -> None:
    async with answering(workspace, "readiness.licences", toasts=True) as person:
        await person.press("1", "enter")
        refuse(True)
        await person.press("f")
        assert "No space left." in person.sees()
        assert "Finished" not in person.sees()
        refuse(False)
        await person.press("f")
    assert "completed" in saved()["respondent"]


async def test_an_answer_survives_another_programs_change_and_so_does_the_change(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause", toasts=True) as person:
        theirs = the_file().read_bytes() + b"# changed by hand\n"
        the_file().write_bytes(theirs)
        await person.press("3")
        assert "changed by another program" in person.sees()
        await person.press("f")
    assert saved_answers() == {"ownership.pause": {"owner": "security", "flag": True}}
    (aside,) = ANSWERS.glob("*.bak")
    assert aside.read_bytes() == theirs


async def test_finishing_keeps_another_programs_change_as_well(workspace: Workspace) -> None:
    async with answering(workspace, "readiness.licences") as person:
        await person.press("1", "enter")
        theirs = the_file().read_bytes() + b"# changed by hand\n"
        the_file().write_bytes(theirs)
        await person.press("f")
    assert "completed" in saved()["respondent"]
    (aside,) = ANSWERS.glob("*.bak")
    assert aside.read_bytes() == theirs


async def test_a_fault_of_the_app_is_one_sentence_without_anybodys_answer(
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(screen: AnsweringScreen) -> None:
        note = screen.response.answer("ownership.pause").note
        raise ValueError(note)

    file = workspace.begin("endpoint", workspace.questionnaire.questions[0].depth)
    app = MaturityApp(workspace, file)

    async def write_a_note_and_fail() -> None:
        async with sitting_at(app) as person:
            await person.press("enter", "n")
            await person.type("a secret")
            await person.press("f4")
            monkeypatch.setattr(AnsweringScreen, "action_flag", fail)
            await person.press("f")

    with pytest.raises(ValueError, match="a secret"):
        await write_a_note_and_fail()
    app._print_error_renderables()
    said = " ".join(capsys.readouterr().err.split())
    assert said.startswith("maturity had to stop because of a fault of its own. Everything you answered is saved.")
    assert "Traceback" not in said
    assert "a secret" not in said
    log = (tmp_path / "last-fault.log").read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "a secret" not in log
    assert saved_answers() == {"ownership.pause": {"note": "a secret"}}


@pytest.mark.parametrize("keys", [("enter", "enter"), ("enter", "enter", "enter"), ("v", "v"), ("enter", "v")])
async def test_two_keys_in_one_breath_open_a_response_once(workspace: Workspace, keys: tuple[str, ...]) -> None:
    """Opened twice, the older view shows 0 answered, and its next key undoes the answers given in the other."""
    workspace.begin("endpoint", Depth.FULL)
    async with at_home(workspace) as person:
        await person.press_at_once(*keys)
        assert len(person.app.screen_stack) == 3, [type(screen).__name__ for screen in person.app.screen_stack]


QUITTING = ["ctrl+q", "f10"]


@pytest.mark.parametrize("key", QUITTING)
async def test_quitting_tries_once_more_and_stays_with_what_is_not_saved(
    workspace: Workspace, refuse: Refuse, key: str
) -> None:
    app = MaturityApp(workspace, workspace.begin("endpoint", Depth.FULL))
    async with sitting_at(app) as person:
        await person.read_rule()
        refuse(True)
        await person.press("3", key)
        assert person.screen == "QuitDialog"
        assert "No space left" in person.sees()
        await person.press(key, "escape")
        assert person.screen == "AnsweringScreen"
        assert app.is_running
        refuse(False)
        await person.pilot.press(key)
    assert (app.return_code, app.last_words) == (0, "")
    assert saved_answers() == {"ownership.pause": {"owner": "security"}}


async def test_the_palette_does_not_quit_without_what_is_not_saved_either(workspace: Workspace, refuse: Refuse) -> None:
    app = MaturityApp(workspace, workspace.begin("endpoint", Depth.FULL))
    async with sitting_at(app) as person:
        await person.read_rule()
        refuse(True)
        await person.press("3", "f2")
        await person.type("Quit")
        await person.rest()
        await person.press("enter")
        await person.rest()
        assert person.screen == "QuitDialog"
        refuse(False)
        await person.press("1", "escape")
        assert person.screen == "HomeScreen"
    assert saved_answers() == {"ownership.pause": {"owner": "security"}}


async def test_whoever_quits_without_saving_finds_a_copy_beside_the_log(
    workspace: Workspace, refuse: Refuse, tmp_path: Path
) -> None:
    app = MaturityApp(workspace, workspace.begin("endpoint", Depth.FULL))
    async with sitting_at(app) as person:
        await person.read_rule()
        refuse(True)
        await person.press("3", "f10", "2")
    (copy,) = tmp_path.glob("*.toml")
    assert app.return_code == 1
    assert str(copy) in app.last_words
    assert tomllib.loads(copy.read_text())["answers"] == {"ownership.pause": {"owner": "security"}}
    assert saved_answers() == {}


async def test_the_review_says_saved_only_of_what_is_and_escape_there_loses_nothing(
    workspace: Workspace, refuse: Refuse
) -> None:
    async with answering(workspace, "readiness.licences") as person:
        refuse(True)
        await person.press("1", "enter")
        assert person.screen == "ReviewScreen"
        assert "not finished · ▲ NOT SAVED" in person.sees()
        await person.press("escape")
        assert person.screen == "ReviewScreen"
        await person.press("b")
        assert "▲ NOT SAVED" in person.sees(), "the same keeper on every screen"
        await person.press("enter")
        refuse(False)
        await person.press("escape")
        assert person.screen == "HomeScreen"
    assert saved_answers() == {"readiness.licences": {"status": "met"}}


async def test_what_is_not_saved_is_tried_again_by_itself(workspace: Workspace, refuse: Refuse) -> None:
    async with answering(workspace, "ownership.pause") as person:
        refuse(True)
        await person.press("3")
        refuse(False)
        while "NOT SAVED" in person.sees():
            await person.pilot.pause()
        assert "· saved" in person.sees()
    assert saved_answers() == {"ownership.pause": {"owner": "security"}}


async def test_what_is_not_saved_is_tried_again_by_itself_on_the_review_too(
    workspace: Workspace, refuse: Refuse
) -> None:
    async with answering(workspace, "readiness.licences") as person:
        refuse(True)
        await person.press("1", "enter")
        assert "not finished · ▲ NOT SAVED" in person.sees()
        refuse(False)
        async with asyncio.timeout(10):
            while "NOT SAVED" in person.sees():
                await person.pilot.pause()
        assert "not finished · saved" in person.sees()
    assert saved_answers() == {"readiness.licences": {"status": "met"}}


async def test_a_fault_of_the_app_never_claims_what_is_not_saved(
    workspace: Workspace,
    tmp_path: Path,
    refuse: Refuse,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(screen: AnsweringScreen) -> None:
        raise ValueError("a fault")

    app = MaturityApp(workspace, workspace.begin("endpoint", Depth.FULL))

    async def answer_and_fail() -> None:
        async with sitting_at(app) as person:
            monkeypatch.setattr(AnsweringScreen, "action_flag", fail)
            await person.read_rule()
            refuse(True)
            await person.press("3", "f")

    with pytest.raises(ValueError, match="a fault"):
        await answer_and_fail()
    app._print_error_renderables()
    said = " ".join(capsys.readouterr().err.split())
    assert "Everything you answered is saved." not in said
    assert "could not be saved; all its answers are in" in said
    (copy,) = tmp_path.glob("*.toml")
    assert tomllib.loads(copy.read_text())["answers"] == {"ownership.pause": {"owner": "security"}}


async def test_a_file_that_was_removed_is_made_anew_only_with_w(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause", toasts=True) as person:
        assert "Write anew" not in await person.footer()
        the_file().unlink()
        await person.press("3")
        assert "▲ NOT SAVED" in person.sees()
        assert "press w to write it anew" in " ".join(person.sees().replace("▌", " ").split())
        assert "w Write anew" in await person.footer()
        await person.press("escape", "f")
        assert list(ANSWERS.glob("*.toml")) == []
        await person.press("w")
        assert "NOT SAVED" not in person.sees()
    assert saved_answers() == {"ownership.pause": {"owner": "security", "flag": True}}


async def test_a_file_that_was_renamed_is_followed_and_said(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause", toasts=True) as person:
        the_file().rename(ANSWERS / "mine.toml")
        await person.press("3")
        assert "it goes on as mine.toml" in " ".join(person.sees().split())
    assert the_file().name == "mine.toml"
    assert saved_answers() == {"ownership.pause": {"owner": "security"}}


async def test_a_second_app_opens_a_response_for_reading_and_says_so(workspace: Workspace) -> None:
    file = workspace.begin("endpoint", Depth.FULL)
    other = Workspace(ANSWERS, workspace.questionnaire)
    async with sitting_at(MaturityApp(workspace, file)) as first, at_home(other, toasts=True) as second:
        for key in ("enter", "v"):
            await second.press(key)
            assert second.screen == "ReviewScreen"
            assert "close them there" in await second.looks()
            assert "open elsewhere · for reading" in second.sees()
            await second.press("f", "b", "enter", "escape")
            assert second.screen == "HomeScreen"
        await first.press("enter", "3", "escape")
        await second.press("enter", "f")
        assert second.screen == "AnsweringScreen"
    assert saved_answers() == {"ownership.pause": {"owner": "security", "flag": True}}
    assert [path.name for path in ANSWERS.iterdir()] == [the_file().name]


async def test_two_screens_of_one_response_are_impossible(workspace: Workspace) -> None:
    """Opened twice by whatever way, an older view would undo the answers of the newer one."""
    file = workspace.begin("endpoint", Depth.FULL)
    async with sitting_at(MaturityApp(workspace, file)) as person:
        open_to_answer(person.app, workspace, file)
        await person.settle()
        await person.press("enter", "3")
        open_to_answer(person.app, workspace, file)
        await person.settle()
        await person.press("f")
        assert len(person.app.screen_stack) == 3
    assert saved_answers() == {"ownership.pause": {"owner": "security", "flag": True}}
