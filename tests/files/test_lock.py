"""A lock says that a response is open; it goes with its process, follows no link, and is in nobody's way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from maturity.files.lock import lock_of
from tests.cli.test_real_processes import environment

HOLDS: Final = """
import sys
from pathlib import Path
from maturity.files.lock import lock_of
lock = lock_of(Path(sys.argv[1]), "k7m2-r1")
print(lock.descriptor is not None, flush=True)
sys.stdin.read()
"""


def test_a_kill_leaves_nothing_locked(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"True\n"
        assert lock_of(tmp_path, "k7m2-r1").is_held_elsewhere
        other.kill()
    lock = lock_of(tmp_path, "k7m2-r1")
    assert lock.descriptor is not None
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_another_response_is_not_locked(tmp_path: Path) -> None:
    first, second = lock_of(tmp_path, "k7m2-r1"), lock_of(tmp_path, "k7m2-r2")
    assert second.descriptor is not None
    first.release()
    second.release()


@pytest.mark.parametrize("what", ["link", "dangling link", "folder", "pipe", "no folder"])
def test_where_there_can_be_no_lock_one_works_without(tmp_path: Path, what: str) -> None:
    target = tmp_path / "mine"
    target.write_text("mine")
    folder = tmp_path / "answers"
    path = folder / ".k7m2-r1.maturity-lock"
    if what != "no folder":
        folder.mkdir()
    if "link" in what:
        path.symlink_to(target if what == "link" else tmp_path / "not-there")
    elif what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    before = sorted(tmp_path.iterdir())
    lock = lock_of(folder, "k7m2-r1")
    assert (lock.descriptor, lock.is_held_elsewhere) == (None, False)
    lock.release()
    assert (target.read_text(), sorted(tmp_path.iterdir())) == ("mine", before)


def test_a_file_that_was_removed_under_the_lock_is_locked_anew(tmp_path: Path) -> None:
    first = lock_of(tmp_path, "k7m2-r1")
    first.path.unlink()
    second = lock_of(tmp_path, "k7m2-r1")
    assert second.descriptor is not None
    first.release()
    assert lock_of(tmp_path, "k7m2-r1").is_held_elsewhere
    second.release()
