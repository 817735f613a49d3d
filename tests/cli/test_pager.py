"""At a terminal a long comparison is as wide as the terminal and goes through a pager; elsewhere nothing changes."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from maturity.cli.pager import WIDEST, columns, page
from maturity.reports.criteria import WIDTH
from tests.given.commands import Command

LONG = "".join(f"line {place}\n" for place in range(50))
SHORT = "one line\n"


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A terminal of 100 columns and 30 lines; `capsys` reads what is written to it."""
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)
    monkeypatch.setattr("shutil.get_terminal_size", lambda *_, **_of: os.terminal_size((100, 30)))
    monkeypatch.setenv("TERM", "xterm")
    return monkeypatch


@pytest.fixture
def pager(place: Path, terminal: pytest.MonkeyPatch) -> Path:
    """Where a pager that PAGER names writes what it is shown."""
    kept = place / "shown"
    script = place / "keep.py"
    script.write_text(
        f"import os, sys\nopen({str(kept)!r}, 'w').write(os.environ['LESS'] + '\\n' + sys.stdin.read())",
        encoding="utf-8",
    )
    terminal.setenv("PAGER", f'"{sys.executable}" "{script}"')
    terminal.delenv("LESS", raising=False)
    return kept


def test_a_long_text_goes_through_the_pager_and_nowhere_else(pager: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page(LONG, wanted=True)
    assert pager.read_text(encoding="utf-8") == f"-FRX\n{LONG}"
    assert capsys.readouterr().out == ""


def test_how_somebody_likes_less_is_left_to_them(pager: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESS", "-S")
    page(LONG, wanted=True)
    assert pager.read_text(encoding="utf-8").startswith("-S\n")


@pytest.mark.parametrize(("text", "wanted"), [(SHORT, True), (LONG, False)])
def test_what_fits_and_what_nobody_wants_paged_is_written(
    pager: Path, capsys: pytest.CaptureFixture[str], text: str, wanted: bool
) -> None:
    page(text, wanted=wanted)
    assert capsys.readouterr().out == text
    assert not pager.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [("PAGER", ""), ("PAGER", "no-such-pager-anywhere"), ("PAGER", "'never closed"), ("TERM", "dumb")],
)
def test_without_a_pager_that_works_the_text_is_written(
    pager: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    page(LONG, wanted=True)
    assert capsys.readouterr().out == LONG
    assert not pager.exists()


@pytest.mark.parametrize(("platform", "less"), [("win32", "less"), ("linux", None)])
def test_nobody_is_given_a_pager_on_windows_or_where_less_is_missing(
    terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], platform: str, less: str | None
) -> None:
    terminal.delenv("PAGER", raising=False)
    terminal.setattr(sys, "platform", platform)
    terminal.setattr(shutil, "which", lambda _: less)
    page(LONG, wanted=True)
    assert capsys.readouterr().out == LONG


def test_a_pager_that_stops_reading_is_no_fault(terminal: pytest.MonkeyPatch) -> None:
    terminal.setenv("PAGER", f'"{sys.executable}" -c pass')
    page("a long line\n" * 200_000, wanted=True)


def test_a_text_is_as_wide_as_its_terminal_within_reason(terminal: pytest.MonkeyPatch) -> None:
    found = []
    for width in (20, 72, 100, 300):
        terminal.setattr("shutil.get_terminal_size", lambda *_, width=width, **_of: os.terminal_size((width, 30)))
        found.append(columns(WIDTH))
    assert found == [40, 72, 100, WIDEST]


def test_compare_is_as_wide_as_the_terminal(terminal: pytest.MonkeyPatch, command: Command, examples: Path) -> None:
    lines = command("compare", "--no-pager", examples).out.splitlines()
    assert WIDTH < max(map(len, lines)) <= 100


def test_compare_pages_and_does_not_page_what_a_program_reads(pager: Path, command: Command, examples: Path) -> None:
    assert command("compare", "--json", examples).out.startswith("{")
    assert not pager.exists()
    assert command("compare", "--notes", examples).out == ""
    shown = pager.read_text(encoding="utf-8")
    assert "What to discuss" in shown
    assert "Notes" in shown


def test_without_a_terminal_nothing_depends_on_it(
    command: Command, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("PAGER", "no-such-pager-anywhere")
    assert max(map(len, command("compare", examples).out.splitlines())) <= WIDTH


def test_criteria_are_told_whole_when_they_are_asked_for(command: Command, examples: Path) -> None:
    brief, whole = command("compare", examples).out, command("compare", "--criteria", examples).out
    assert "  Evidence  " not in brief
    assert "  Evidence  " in whole
