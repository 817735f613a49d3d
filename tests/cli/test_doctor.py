"""What `doctor` says of a terminal and of the folders, and what to do."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.given.commands import Command
from tests.given.files import Outcome
from tests.test_floors import modules_after


class Terminal:
    """Standard input or output that is a terminal."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


@pytest.fixture(autouse=True)
def good_terminal(place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with nothing to complain of, whatever the tests run in."""
    for name in ("NO_COLOR", "TERM_PROGRAM", "TERMINAL_EMULATOR", "WT_SESSION", "TMUX", "STY", "VTE_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setattr("locale.getencoding", lambda: "UTF-8")
    monkeypatch.setattr("maturity.cli.doctor.settings_folder", lambda: place / "settings")
    of_size(monkeypatch, 120, 40)
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)


def of_size(monkeypatch: pytest.MonkeyPatch, width: int, height: int) -> None:
    monkeypatch.setattr("os.get_terminal_size", lambda *_: os.terminal_size((width, height)))


def whole_lines(said: Outcome) -> list[str]:
    """The lines before the terminal broke them."""
    return said.out.replace("\n" + " " * 11, " ").splitlines()


def line_on(about: str, said: Outcome) -> str:
    """The one line on a thing, with whether it is fine."""
    (found,) = [line for line in whole_lines(said) if line[11:].startswith(f"{about}: ")]
    return found


def test_where_everything_is_fine_every_line_says_so_and_the_code_is_0(command: Command) -> None:
    said = command("doctor")
    *lines, blank, last = whole_lines(said)
    assert (said.code, said.err, blank, last) == (0, "", "", "Everything is fine.")
    assert {line[:11] for line in lines} == {"ok         "}
    assert [line[11:].partition(":")[0] for line in lines] == [
        *("terminal", "size", "colours", "TERM", "letters", "keys", "clipboard"),
        *("answers", "settings", "reader", "versions"),
    ]


def test_what_asks_for_attention_is_counted_and_the_code_is_1(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "linux")
    of_size(monkeypatch, 79, 24)
    said = command("doctor")
    assert (said.code, said.out.splitlines()[-1]) == (1, "2 lines ask for attention.")
    assert line_on("colours", said) == (
        "attention  colours: 16, as TERM promises no more, and COLORTERM is not set. "
        "The app reads with 16; set COLORTERM=truecolor where your terminal has more."
    )


@pytest.mark.parametrize(
    ("width", "height", "words"),
    [
        (80, 24, "ok         size: 80 wide and 24 high."),
        (
            80,
            23,
            "attention  size: 80 wide and 23 high. Make the window 80 wide and 24 high, so that whole titles fit.",
        ),
        (
            59,
            50,
            "attention  size: 59 wide and 50 high. Make the window 80 wide and 24 high: in this one the app shows ",
        ),
    ],
)
def test_the_size_is_held_against_what_the_app_needs(
    command: Command, monkeypatch: pytest.MonkeyPatch, width: int, height: int, words: str
) -> None:
    of_size(monkeypatch, width, height)
    assert line_on("size", command("doctor")).startswith(words)


def test_no_colour_that_somebody_asked_for_is_fine(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert line_on("colours", command("doctor")) == "ok         colours: none, as NO_COLOR is set."


@pytest.mark.parametrize(("term", "to_do"), [("dumb", "use assess --plain"), ("", "Set TERM=xterm-256color")])
def test_a_terminal_without_a_usable_name_is_told_what_to_do(
    command: Command, monkeypatch: pytest.MonkeyPatch, term: str, to_do: str
) -> None:
    monkeypatch.setenv("TERM", term)
    line = line_on("TERM", command("doctor"))
    assert line.startswith("attention")
    assert to_do in line


def test_keys_that_a_program_keeps_are_named_with_what_works_instead(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "vscode")
    assert line_on("keys", command("doctor")) == (
        "ok         keys: VS Code may keep Ctrl+P and Ctrl+Q for itself; F2 opens the palette, F10 quits."
    )


def test_letters_of_another_encoding_ask_for_attention(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "cp437")
    line = line_on("letters", command("doctor"))
    assert line.startswith("attention  letters: the system says cp437, and maturity writes UTF-8.")


def test_looking_at_folders_leaves_nothing_behind(command: Command, place: Path) -> None:
    (place / "answers").mkdir()
    said = command("doctor", "-w", "answers")
    assert line_on("answers", said) == "ok         answers: answers can be written."
    assert line_on("settings", said).endswith("is made when something is saved.")
    assert [path.name for path in place.rglob("*")] == ["answers"]


def test_a_file_in_place_of_a_folder_is_found(command: Command, place: Path) -> None:
    (place / "answers").touch()
    assert line_on("answers", command("doctor", "-w", "answers")) == (
        "attention  answers: answers is no folder. Choose another with -w or MATURITY_WORKSPACE."
    )


def test_a_folder_that_refuses_is_found(command: Command, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError

    (place / "answers").mkdir()
    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    said = command("doctor", "-w", "answers")
    assert line_on("answers", said).startswith("attention  answers: answers cannot be written.")
    assert said.code == 1


def test_nobody_is_named_and_no_value_of_the_environment_is_shown_but_the_terminal(
    command: Command, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: place)
    monkeypatch.setenv("MATURITY_WORKSPACE", str(place / "mine"))
    monkeypatch.setenv("USER", "olga")
    monkeypatch.setenv("TERM_PROGRAM", "secret-terminal")
    said = command("doctor").out
    assert "answers: ~" in said
    assert str(place) not in said
    assert "olga" not in said
    assert "secret" not in said


def test_a_strange_name_of_a_terminal_stays_on_its_line(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm\n\x1b]52;c;eA==\x07ok")
    said = command("doctor")
    assert "\x1b" not in said.out
    assert len(whole_lines(said)) == 13


def test_no_screen_and_no_model_is_loaded_for_it() -> None:
    loaded = modules_after("from maturity.cli import main; main(['doctor'])")
    assert not {"textual", "rich", "maturity.results.model"} & loaded


def test_without_a_terminal_it_says_what_works_there(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: False, raising=False)
    assert line_on("terminal", command("doctor")) == (
        "attention  terminal: standard output is none. "
        "The app cannot open here; use compare, report, gate, check or assess --plain."
    )


def test_only_a_path_makes_a_line_wider_than_the_terminal(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.delenv("COLUMNS", raising=False)
    of_size(monkeypatch, 60, 20)
    wide = [line.strip() for line in command("doctor").out.splitlines() if len(line) > 60]
    assert not [line for line in wide if " " in line]


@pytest.mark.parametrize("name", ["x" * 300, "x\0y"])
def test_a_folder_that_no_system_can_hold_is_an_attention_and_no_fault(command: Command, name: str) -> None:
    said = command("-w", name, "doctor")
    assert said.code == 1
    assert "cannot be used (" in line_on("answers", said)
    assert said.err == ""
