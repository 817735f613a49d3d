"""What the responses in a folder say before they are read: what reading says of them, or nothing yet."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from maturity.files import heads
from maturity.files.heads import FolderSoFar, TeamSoFar, teams_so_far
from questionnaires import read_bytes
from tests.given.builders import small
from tests.given.files import GOOD, put, response_text
from tests.given.front import front_of
from tests.hostile.heads import disagreement

FRONT = front_of(small())
WHOLE = response_text("endpoint", GOOD, "endp1", name="Ada")
ONE = (TeamSoFar("Endpoint", 1, 0, 3, 15),)
PATIENCE = 20
"""Seconds after which a test that goes wrong lets go."""


def told(folder: Path, text: str | bytes = WHOLE) -> tuple[TeamSoFar, ...]:
    put(folder / "endpoint.toml", text)
    return teams_so_far(folder, FRONT)


def test_a_response_says_who_answered_and_how_far(tmp_path: Path) -> None:
    assert told(tmp_path) == ONE


@pytest.mark.parametrize(
    ("before", "instead", "answered"),
    [
        ("wanted = 2\n", "", 2),
        ("wanted = 2\n", 'note = "Not yet."\n', 2),
        ("position = 1\n", "flag = true\n", 2),
        ('owner = "endpoint"\n', 'owner = "dont_know"\n', 3),
        ("needed = 3\n", 'needed = 5\nbasis = "law"\n', 3),
    ],
    ids=["half of it", "half of it and a note", "only a flag", "nobody knows", "with a basis"],
)
def test_only_a_question_of_which_nothing_is_open_is_answered(
    tmp_path: Path, before: str, instead: str, answered: int
) -> None:
    assert [team.answered for team in told(tmp_path, WHOLE.replace(before, instead))] == [answered]


OTHERWISE = {
    "a letter before it": lambda text: "#" + text,
    "a mark of UTF-8": lambda text: "\ufeff" + text,
    "Windows newlines": lambda text: text.replace("\n", "\r\n"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "another questionnaire": lambda text: text.replace('id = "small"', 'id = "other"'),
    "another fingerprint": lambda text: text.replace('fingerprint = "', 'fingerprint = "0'),
    "a table before it": lambda text: "[x]\n" + text,
    "a key twice": lambda text: text.replace("round = 1\n", "round = 1\nround = 1\n"),
    "a question twice": lambda text: text.replace("answered = 3", "answered = 4") + text[text.rindex("\n[answers") :],
    "a table twice": lambda text: text + "\n[respondent]\nround = 2\n",
    "a vote": lambda text: text.replace("started", "voted = true\nstarted"),
    "a vote after a line left free": lambda text: text.replace("answered = 3\n", "answered = 3\n\nvoted = true\n"),
    "a vote behind a comment": lambda text: text.replace("answered = 3\n", "answered = 3\n# fine\nvoted = true\n"),
    "only some questions": lambda text: text.replace("started", 'only = ["risk.attitude"]\nstarted'),
    "the keys in a text": lambda text: text.replace('name = "Ada"', 'name = """\nround = 1\n"""'),
    "the keys in a comment": lambda text: text.replace("round = 1", "# round = 1"),
    "a name that steers": lambda text: text.replace("Ada", "\x1b[2J"),
    "a name that is no text": lambda text: text.encode().replace(b"Ada", b"\xc3"),
    "a name of 8 KiB": lambda text: text.replace("Ada", "A" * 8192),
    "a round that is none": lambda text: text.replace("round = 1", "round = 0"),
    "an id that is too short": lambda text: text.replace("endp1", "en"),
    "a team that is none": lambda text: text.replace('team = "endpoint"', 'team = "nobody"'),
    "a month that is none": lambda text: text.replace("updated = 2026-11", "updated = 2026-13"),
    "a year that is not ours": lambda text: text.replace("2026", "2101"),
    "updated before it was begun": lambda text: text.replace("updated = 2026", "updated = 2025"),
    "fewer answers than it says": lambda text: text[: text.rindex("\n[answers")],
    "cut off within an answer": lambda text: text[:-4],
    "an answer to nothing": lambda text: text.replace('"risk.attitude"', '"risk.nothing"'),
    "a choice that is none": lambda text: text.replace("position = 1", "position = 6"),
    "an owner that is none": lambda text: text.replace('owner = "endpoint"', 'owner = "mallory"'),
    "an answer of another kind": lambda text: text.replace("position = 1", 'owner = "endpoint"'),
    "a note that steers": lambda text: text.replace("position = 1", 'position = 1\nnote = "\x1b[2J"'),
    "a note that is too long": lambda text: text.replace("position = 1", f'position = 1\nnote = "{"a" * 2001}"'),
    "deep nesting": lambda text: text + "x = " + "[" * 5000,
    "64 KiB": lambda text: text + "#" * 65_536,
    "a megabyte too much": lambda text: text + "#" * 1_048_576,
    "something after it": lambda text: text + "\n",
}


@pytest.mark.parametrize("what", OTHERWISE)
def test_of_what_looks_another_way_nothing_is_said_yet(tmp_path: Path, what: str) -> None:
    assert told(tmp_path, OTHERWISE[what](WHOLE)) == ()


def test_one_file_that_looks_another_way_keeps_all_from_being_said(tmp_path: Path) -> None:
    put(tmp_path / "other.toml", "x = [")
    assert told(tmp_path) == ()


def test_a_response_that_was_cut_off_anywhere_is_told_as_it_is_read_or_not_yet(tmp_path: Path) -> None:
    for size in range(0, len(WHOLE), 7):
        put(tmp_path / "endpoint.toml", WHOLE[:size])
        assert disagreement(tmp_path, small(), FRONT) == ""


@pytest.mark.parametrize("size", range(12))
def test_whatever_lies_at_8_kib_what_follows_counts(tmp_path: Path, size: int) -> None:
    longest, last = f'note = "{"é" * 2000}"\n', "position = 1\n"
    filled = WHOLE.replace("wanted = 2\n", f"wanted = 2\n{longest}").replace(
        '"endpoint"\n\n', f'"endpoint"\n{longest}\n'
    )
    filled = filled.replace("Ada", "A" * size)
    assert len(filled.encode()) > 8192
    assert told(tmp_path, filled) == ONE
    assert told(tmp_path, filled.replace(last, "position = 6\n")) == ()


def test_the_same_person_twice_or_in_two_rounds_is_left_to_reading(tmp_path: Path) -> None:
    put(tmp_path / "again.toml", WHOLE)
    assert told(tmp_path) == ()
    put(tmp_path / "again.toml", response_text("endpoint", GOOD, "endp2", number=2))
    assert told(tmp_path) == ()


@pytest.mark.parametrize("kind", ["decisions", "actuals", "results"])
def test_what_makes_no_line_is_passed_over(tmp_path: Path, kind: str) -> None:
    put(tmp_path / "other.toml", f'kind = "{kind}"\nschema = 1\n')
    put(tmp_path / ".hidden.toml", "x = [")
    put(tmp_path / "notes.txt", "x = [")
    assert told(tmp_path) == ONE


@pytest.mark.parametrize("kind", ["roster", "tally", "questionnaire", "mystery"])
def test_of_what_may_change_the_lines_nothing_is_said_yet(tmp_path: Path, kind: str) -> None:
    put(tmp_path / "other.toml", f'kind = "{kind}"\nschema = 1\n')
    assert told(tmp_path) == ()


def test_more_files_than_are_worth_waiting_for_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(101):
        put(tmp_path / f"{number}.toml", "")
    monkeypatch.setattr(heads, "read_bytes", lambda path: pytest.fail(f"{path} was opened"))
    assert teams_so_far(tmp_path, FRONT) == ()


def test_a_folder_that_is_none_says_nothing(tmp_path: Path) -> None:
    for place in (tmp_path / "missing", put(tmp_path / "file", "x"), tmp_path / ("x" * 300), tmp_path / "a\x00b"):
        assert teams_so_far(place, FRONT) == ()


def test_a_file_that_is_replaced_while_it_is_read_says_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replaced(path: Path) -> bytes:
        found = read_bytes(path)
        path.unlink()
        path.mkdir()
        return found

    monkeypatch.setattr(heads, "read_bytes", replaced)
    assert told(tmp_path) == ONE
    assert teams_so_far(tmp_path, FRONT) == ()


@pytest.mark.posix
def test_a_device_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "device.toml").symlink_to("/dev/zero")
    (tmp_path / "circle.toml").symlink_to("circle.toml")
    os.mkfifo(tmp_path / "pipe.toml")
    monkeypatch.setattr(os, "open", lambda path, *more: pytest.fail(f"{path} was opened"))
    assert teams_so_far(tmp_path, FRONT) == ()


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A disk that answers nobody until it is let go."""
    released = threading.Event()

    def read(path: Path) -> bytes:
        released.wait(PATIENCE)
        return read_bytes(path)

    monkeypatch.setattr(heads, "read_bytes", read)
    monkeypatch.setattr(heads, "_SOON", 0.001)
    yield released
    released.set()


def test_nobody_waits_for_a_disk_that_hangs(
    tmp_path: Path, hanging: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heads, "front", lambda: FRONT)
    put(tmp_path / "endpoint.toml", WHOLE)
    so_far = FolderSoFar(tmp_path)
    assert so_far.known().teams == ()
    assert so_far.known().title == FRONT.title
    hanging.set()
    monkeypatch.setattr(heads, "_SOON", PATIENCE)
    assert so_far.known().teams == ONE
