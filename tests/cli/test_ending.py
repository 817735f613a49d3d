"""However the program is ended: nothing is lost, the code is the usual one, and no traceback is seen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.cli.test_real_processes import environment
from tests.given.loaded import Loaded, Piped

CODES: Final = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130}
NORMAL_SCREEN: Final = b"\x1b[?1049l"
LONGEST: Final = 60
"""Seconds without a word, after which a test fails instead of waiting for ever."""


class Sitting:
    """The real app in a terminal of its own."""

    def __init__(self, loaded: Loaded, place: Path) -> None:
        self.place = place
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = loaded.start(
            ["-w", str(place / "answers"), "assess", "--team", "endpoint"],
            [theirs, theirs, theirs],
            place,
            environment(TERM="xterm-256color", XDG_STATE_HOME=str(place / "state"), XDG_DATA_HOME=str(place)),
        )
        os.close(theirs)
        self.seen = b""

    def until(self, text: bytes) -> None:
        """Reads on until the screen says this."""
        while text not in self.seen:
            readable, _, _ = select.select([self.ours], [], [], LONGEST)
            assert readable, f"the screen never said {text!r}: {self.seen[-2000:]!r}"
            self.seen += os.read(self.ours, 65536)

    def press(self, key: bytes) -> None:
        self.seen = b""
        os.write(self.ours, key)

    def ended(self) -> int:
        """The exit code, when everything that was said has been read."""
        try:
            while data := os.read(self.ours, 65536):
                self.seen += data
        except OSError:
            pass  # Linux: nobody is at the other end any more
        return self.process.wait()

    @property
    def path(self) -> Path:
        (path,) = (self.place / "answers").glob("*.toml")
        return path

    def refuse(self) -> None:
        """Makes the next answer impossible to save."""
        path = self.path
        path.rename(self.place / "away.toml")
        path.mkdir()

    def rescued(self) -> Path:
        (copy,) = (self.place / "state").rglob("*--rescued-*.toml")
        return copy


@pytest.fixture(scope="session")
def loaded() -> Iterator[Loaded]:
    """The program, loaded for all who start it."""
    ready = Loaded(environment())
    yield ready
    ready.close()


@pytest.fixture
def sitting(loaded: Loaded, tmp_path: Path) -> Iterator[Sitting]:
    """Somebody who has answered the first question."""
    person = Sitting(loaded, tmp_path)
    try:
        person.until(b"question 1 of")
        person.press(b"\r")  # the rule of the first section is read
        person.until(b"[1]")
        person.press(b"1")
        person.until(b"1 of 42")
        yield person
    finally:
        person.process.kill()
        os.close(person.ours)


def owner_in(path: Path) -> object:
    return next(iter(tomllib.loads(path.read_text(encoding="utf-8"))["answers"].values()))["owner"]


@pytest.mark.parametrize("number", CODES, ids=lambda number: number.name)
def test_a_signal_ends_the_app_with_its_usual_code(sitting: Sitting, number: signal.Signals) -> None:
    sitting.process.send_signal(number)
    assert sitting.ended() == CODES[number]
    assert NORMAL_SCREEN in sitting.seen
    assert b"Traceback" not in sitting.seen
    assert owner_in(sitting.path) == "endpoint"
    assert [path.name for path in (sitting.place / "answers").iterdir()] == [sitting.path.name], "nothing stays locked"


@pytest.mark.parametrize("number", CODES, ids=lambda number: number.name)
def test_a_signal_rescues_what_is_not_saved(sitting: Sitting, number: signal.Signals) -> None:
    sitting.refuse()
    sitting.press(b"2")
    sitting.until(b"NOT SAVED")
    sitting.process.send_signal(number)
    assert sitting.ended() == 1
    said = sitting.seen.rpartition(NORMAL_SCREEN)[2]
    assert str(sitting.rescued()).encode() in said
    assert b"Traceback" not in said
    assert owner_in(sitting.rescued()) == "operations"


def test_what_was_typed_just_before_a_signal_is_rescued(sitting: Sitting) -> None:
    sitting.refuse()
    sitting.press(b"n")
    sitting.until(b"Esc asks first")
    sitting.press(b"Nights and weekends")
    sitting.process.send_signal(signal.SIGTERM)
    assert sitting.ended() == 1
    answers = tomllib.loads(sitting.rescued().read_text(encoding="utf-8"))["answers"]
    assert next(iter(answers.values()))["note"] == "Nights and weekends"


def test_a_terminal_that_vanishes_rescues_what_is_not_saved(sitting: Sitting) -> None:
    sitting.refuse()
    sitting.press(b"2")
    sitting.until(b"NOT SAVED")
    ours, sitting.ours = sitting.ours, os.open(os.devnull, os.O_RDONLY)
    os.close(ours)
    assert sitting.process.wait() == 1
    assert owner_in(sitting.rescued()) == "operations"


def plainly(place: Path, shell: str) -> subprocess.CompletedProcess[bytes]:
    """`--plain` as a shell runs it, with redirections."""
    return subprocess.run(
        ["sh", "-c", f'exec "$0" -m maturity -w answers assess --plain --team endpoint {shell}', sys.executable],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment(XDG_STATE_HOME=str(place / "state")),
        cwd=place,
        check=False,
    )


@pytest.mark.parametrize(("shell", "code"), [("<&-", 0), (">&-", 1), ("<&- >&-", 1), ("<&- >&- 2>&-", 1), ("2>&-", 0)])
def test_closed_streams_are_no_traceback(tmp_path: Path, shell: str, code: int) -> None:
    done = plainly(tmp_path, shell)
    assert (done.returncode, done.stderr) == (code, b"")
    (path,) = (tmp_path / "answers").iterdir()
    assert tomllib.loads(path.read_text(encoding="utf-8"))["kind"] == "response"


@pytest.mark.parametrize("shell", ["<&-", ">&-"])
def test_without_a_stream_the_app_refuses_as_without_a_terminal(tmp_path: Path, shell: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m maturity {shell}', sys.executable],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment(),
        cwd=tmp_path,
        check=False,
    )
    assert (done.returncode, done.stderr[:25]) == (2, b"The app needs a terminal.")


STOPS_AT: Final = """
import builtins, os, signal, sys
really, name = builtins.__import__, sys.argv.pop(1)
def stop(module, *rest, **more):
    if module == name:
        os.kill(os.getpid(), signal.SIGINT)
    return really(module, *rest, **more)
builtins.__import__ = stop
from maturity.cli import run
run()
"""


@pytest.mark.parametrize(
    "module", ["argparse", "maturity.cli.exit_codes", "pydantic", "maturity.cli.plain", "maturity.rounds.answering"]
)
def test_an_interruption_while_modules_are_loaded_is_no_traceback(tmp_path: Path, module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STOPS_AT, module, "-w", "answers", "assess", "--plain", "--team", "endpoint"],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment(),
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode in (-signal.SIGINT, 130)
    assert done.stderr in (b"", b"Interrupted. Everything you answered is saved.\n")


def walking(loaded: Loaded, place: Path) -> Piped:
    """Somebody on the plain way."""
    arguments = ["-w", "answers", "assess", "--plain", "--team", "endpoint"]
    return Piped(loaded, arguments, place, environment(XDG_STATE_HOME=str(place / "state")))


@pytest.mark.parametrize("number", CODES, ids=lambda number: number.name)
@pytest.mark.parametrize("is_saved", [True, False])
def test_a_signal_ends_the_plain_way_alike(
    loaded: Loaded, tmp_path: Path, number: signal.Signals, is_saved: bool
) -> None:
    with walking(loaded, tmp_path) as person:
        person.says(b"1", b"Question 2 of")
        if not is_saved:
            (path,) = (tmp_path / "answers").glob("*.toml")
            path.unlink()
            person.says(b"2", b"Question 3 of")
        person.process.send_signal(number)
        code = person.process.wait()
        said = person.stderr.readall()
    assert code == (CODES[number] if is_saved else 1)
    assert b"Traceback" not in said
    assert (b"Type w to write it anew" in said) is not is_saved
    assert (b"--rescued-" in said) is not is_saved
    assert len(list((tmp_path / "answers").iterdir())) == is_saved


def test_the_plain_way_refuses_what_is_open_elsewhere(loaded: Loaded, tmp_path: Path) -> None:
    with walking(loaded, tmp_path) as person:
        person.says(b"1", b"Question 2 of")
        done = plainly(tmp_path, "")
        assert (done.returncode, done.stdout) == (4, b"")
        assert done.stderr.count(b"\n") == 1
        assert b"are open in another window" in done.stderr
        person.process.kill()
    assert plainly(tmp_path, "").returncode == 0, "a kill leaves nothing locked"


def test_what_the_plain_way_could_not_save_is_saved_with_w(loaded: Loaded, tmp_path: Path) -> None:
    with walking(loaded, tmp_path) as person:
        person.says(b"1", b"Question 2 of")
        (path,) = (tmp_path / "answers").glob("*.toml")
        path.unlink()
        person.says(b"2", b"Question 3 of")
        assert not path.exists()
        person.says(b"w", b"Saved anew.")
        person.stdin.close()
        assert person.process.wait() == 0
    assert [answer["owner"] for answer in tomllib.loads(path.read_text())["answers"].values()] == [
        "endpoint",
        "operations",
    ]
