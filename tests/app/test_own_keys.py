"""Keys of one's own: they work, the screens name them, and every fault of the file is said at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.app.app import MaturityApp, _places, own_keys
from maturity.app.keys import _bindings
from maturity.files.workspace import Workspace
from questionnaires import InvalidFile
from questionnaires.words import Depth
from tests.given.person import saved_answers, sitting_at


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "keys.toml"
    monkeypatch.setenv("MATURITY_KEYS", str(path))
    return path


def faults(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFile) as caught:
        own_keys()
    return [f"{fault.key}: {fault.message}" for fault in caught.value.faults]


async def test_a_key_of_ones_own_works_and_is_named_in_the_place_of_ours(keys: Path, workspace: Workspace) -> None:
    keys.write_text('[keys]\nanswering-undo = "z"\nanswering-flag = "v,ctrl+f"\n', encoding="utf-8")
    file = workspace.begin("endpoint", Depth.FULL)
    async with sitting_at(MaturityApp(workspace, file, own_keys=own_keys()), (100, 60)) as person:
        await person.press("enter", "1", "f")
        assert saved_answers() == {"ownership.pause": {"owner": "endpoint"}}, "the old key does nothing any more"
        await person.press("2")
        assert "z takes the change back" in person.sees()
        await person.press("v")
        assert saved_answers()["ownership.pause"] == {"owner": "operations", "flag": True}
        assert "v Flag" in await person.footer()
        await person.press("question_mark")
        assert "z  Take back the last answer" in person.sees()
        assert "v ^f  Flag this question" in person.sees()
        await person.press("escape", "z", "z", "u")
    assert saved_answers() == {"ownership.pause": {"owner": "endpoint"}}


async def test_two_keys_can_change_places(keys: Path, workspace: Workspace) -> None:
    keys.write_text('[keys]\nanswering-undo = "f"\nanswering-flag = "u"\n', encoding="utf-8")
    file = workspace.begin("endpoint", Depth.FULL)
    async with sitting_at(MaturityApp(workspace, file, own_keys=own_keys())) as person:
        await person.press("enter", "1", "u", "f", "f", "u")
    assert saved_answers() == {"ownership.pause": {"flag": True}}


def test_every_fault_is_said_at_once(keys: Path) -> None:
    said = faults(
        keys,
        'other = 1\n[keys]\nanswering-fly = "x"\nanswering-note = "nope"\nreview-finish = "b"\nhome-new = 4\n'
        'answering-flag = "3"\nanswering-undo = ""\n',
    )
    assert [line.split(",")[0] for line in said] == [
        "other: is unknown; there is one table",
        "keys.answering-fly: is nothing that can have another key; there are answering-back",
        'keys.answering-note: "nope" is no key; write one letter',
        "keys.home-new: is a text of one key or several",
        "keys.answering-undo: is a text of one key or several",
        'keys.answering-flag: "3" is also the key of “Choose 3” on the same screen',
        'keys.review-finish: "b" is also the key of review-questions on the same screen',
    ]


def test_two_lines_with_one_key_clash_only_where_they_meet(keys: Path) -> None:
    said = faults(keys, '[keys]\nanswering-flag = "z"\nanswering-undo = "z"\nreview-finish = "z"\n')
    assert [line.split(":")[0] for line in said] == ["keys.answering-undo", "keys.answering-flag"]


def test_a_key_of_the_whole_app_must_be_free_on_every_screen(keys: Path) -> None:
    (said,) = faults(keys, '[keys]\napp-help = "n"\n')
    assert said.startswith('keys.app-help: "n" is also the key of answering-note')


@pytest.mark.parametrize("text", ["keys = 3\n", "[keys\n"])
def test_what_is_no_table_of_keys_is_said(keys: Path, text: str) -> None:
    assert len(faults(keys, text)) == 1


def test_a_file_that_is_named_has_to_be_there_and_the_usual_one_has_not(
    keys: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(InvalidFile):
        own_keys()
    monkeypatch.delenv("MATURITY_KEYS")
    monkeypatch.setattr("platformdirs.user_config_dir", lambda *_, **__: str(tmp_path / "none"))
    assert own_keys() == {}


def test_q_leaves_the_program_on_the_first_screen_and_does_nothing_elsewhere() -> None:
    with_q = {
        screen.__name__ for screen, *_ in _places() if any(binding.key == "q" for _, binding in _bindings((screen,)))
    }
    assert with_q == {"HomeScreen"}


def test_of_many_wrong_keys_of_any_length_a_few_are_quoted_and_cut(keys: Path) -> None:
    said = faults(keys, f'[keys]\nanswering-undo = "{"x" * 5000},{",".join(["nope"] * 9)}"\n')
    assert said[0].startswith(
        f'keys.answering-undo: "{"x" * 39}…", "nope", "nope", "nope", "nope" and 5 more is no key; '
    )
