"""At a terminal, what takes its time says so and leaves nothing behind; elsewhere nothing is said."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from maturity.cli import waiting as module
from maturity.cli.waiting import gathered_at, told_how_far, waiting
from questionnaires import builtin
from tests.given.commands import Command

GONE = f"\r{'':<40}\r"


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> pytest.CaptureFixture[str]:
    """Standard error is a terminal."""
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    return capsys


def test_what_takes_long_is_said_once_it_does_and_is_gone_at_the_end(
    terminal: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = threading.Event()
    say = module._say

    def heard(words: str) -> None:
        say(words)
        said.set()

    monkeypatch.setattr(module, "_SOON", 0)
    monkeypatch.setattr(module, "_say", heard)
    with waiting("Comparing the teams"):
        assert said.wait(10)
    assert terminal.readouterr().err == f"{GONE}Comparing the teams{GONE}"


def test_what_takes_no_time_is_not_spoken_of(
    terminal: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SOON", 3600)
    with waiting("Comparing the teams"):
        pass
    assert terminal.readouterr().err == GONE


def test_a_fault_meanwhile_leaves_no_line_behind(terminal: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyError), waiting("Comparing the teams"):
        raise KeyError
    assert terminal.readouterr().err.endswith(GONE)


def test_reading_says_how_many_files_are_read_of_how_many(
    terminal: pytest.CaptureFixture[str], examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SOON", 0)
    assert len(gathered_at([examples], builtin()).files) == 6
    said = terminal.readouterr().err.split(GONE)
    assert said == ["", *(f"Reading {done} of 6 files" for done in range(1, 7)), ""]


def test_an_interruption_of_the_reading_leaves_no_line_behind(
    terminal: pytest.CaptureFixture[str], examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SOON", 0)
    say, said = module._say, iter(("Reading 1 of 6 files",))

    def interrupted(words: str) -> None:
        say(words)
        if words == next(said, ""):
            raise KeyboardInterrupt

    monkeypatch.setattr(module, "_say", interrupted)
    with pytest.raises(KeyboardInterrupt):
        gathered_at([examples], builtin())
    assert terminal.readouterr().err == f"{GONE}Reading 1 of 6 files{GONE}"


def test_a_program_that_reads_what_is_said_hears_nothing_of_waiting(
    command: Command, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SOON", 0)
    for verb in ("compare", "check"):
        assert command(verb, examples).err == ""


def test_of_a_large_file_it_is_said_how_far_it_is_once_it_takes_long(
    terminal: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LONG", 0)
    monkeypatch.setattr(module, "_SOON", 0)
    with told_how_far("a\x1b[2J\nvery long name of an export.csv") as tell:
        tell(1, 3)
        tell(3, 3)
    said = terminal.readouterr().err.split(GONE)
    assert said == ["", *(f"Reading a\ufffd[2J↵very long name of…: {share} %" for share in (33, 100)), ""]
    assert max(map(len, said)) <= len(GONE) - 2


def test_of_a_file_that_is_read_at_once_nothing_is_said(terminal: pytest.CaptureFixture[str]) -> None:
    with told_how_far("export.csv") as tell:
        tell(1, 3)
    assert terminal.readouterr().err == GONE


def test_elsewhere_nothing_is_said_of_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LONG", 0)
    with told_how_far("export.csv") as tell:
        tell(1, 3)
    assert capsys.readouterr().err == ""
