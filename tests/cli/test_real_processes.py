"""What only a process of its own can show: kills in the middle of saving, closed pipes, odd encodings."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import tomllib
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]

SAVES: Final = """
import sys
from pathlib import Path
from maturity.files.saving import write
path, number = Path(sys.argv[1]), 0
while True:
    number += 1
    write(path, f"first = {number}\\n{'# filling' * 500}\\nlast = {number}\\n".encode())
    if number == 3:
        print("saving", flush=True)
"""


def environment(**more: str) -> dict[str, str]:
    """That of whoever runs these tests, with streams that are buffered as they are at home."""
    ours = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**ours, "PYTHONPATH": str(ROOT), **more}


@pytest.mark.parametrize("turn", range(4))
def test_a_kill_in_the_middle_of_saving_leaves_a_whole_file(tmp_path: Path, turn: int) -> None:
    path = tmp_path / "answers.toml"
    with subprocess.Popen(
        [sys.executable, "-c", SAVES, str(path)], stdout=subprocess.PIPE, env=environment()
    ) as saving:
        assert saving.stdout is not None
        saving.stdout.readline()
        while tomllib.loads(path.read_text())["first"] < 5 + 7 * turn:
            continue
        saving.kill()
    document = tomllib.loads(path.read_text())
    assert document["first"] == document["last"] >= 5


def test_data_is_utf8_whatever_the_pipe_expects(examples: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "maturity", "compare", "--criteria", str(examples)],
        capture_output=True,
        env=environment(PYTHONIOENCODING="cp437"),
        check=True,
    )
    assert "Measure   " in done.stdout.decode("utf-8")
    assert "÷" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_a_reader_who_goes_away_gets_no_traceback(examples: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "maturity", "compare", str(examples)],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(),
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_without_a_terminal_the_app_refuses_at_once() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "maturity"],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"The app needs a terminal.")


@pytest.mark.parametrize("number", [None, signal.SIGHUP])
def test_the_app_ends_when_its_terminal_vanishes(tmp_path: Path, number: signal.Signals | None) -> None:
    """As when the program that opened the terminal is killed: it would go on for ever, on half a processor; or with a
    signal behind it, as from a multiplexer, when it would wait for ever for its last words to be written."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "maturity", "-w", str(tmp_path / "answers")],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(TERM="xterm-256color"),
        cwd=tmp_path,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        seen = b""
        while b"Answer for your team" not in seen:
            seen += os.read(ours, 65536)
        os.close(ours)
        if number is not None:
            process.send_signal(number)
        assert process.wait(timeout=30) == (0 if number is None else 128 + number)
    finally:
        process.kill()
        process.wait()
