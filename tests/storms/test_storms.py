"""The harness of storms can fail: it finds faults that were put there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Final, cast

import pytest

from questionnaires import builtin
from tests.storms import decisions, one_storm, workshop, workshop_screen
from tests.storms.decisions import ADDING
from tests.storms.facilitator import Facilitator
from tests.storms.memory import Memory
from tests.storms.one_storm import weather
from tests.storms.person import Person
from tests.storms.plan import Storm
from tests.storms.sitting import INJECTED, ROOT, Sitting

_LIES: Final = """
from pathlib import Path
import maturity.files.saving, maturity.files.workspace
def write(path, data, *, within=None):
    if not path.exists():
        path.write_bytes(data)
maturity.files.saving.write = maturity.files.workspace.write_once = write
from maturity.cli import run
run()
"""
"""The app on a disk that takes the first version of a file, and says yes to every later one without writing it."""


@pytest.fixture
def lying(tmp_path: Path) -> Path:
    """Code of an app that says saved and saves nothing."""
    package = tmp_path / "code" / "maturity"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(
        f"__path__.append({str(ROOT / 'maturity')!r})\nimport sys\nsys.path.append({str(ROOT)!r})\n__version__ = '0'\n"
    )
    (package / "__main__.py").write_text(_LIES)
    return tmp_path / "code"


def test_an_app_that_says_saved_and_saves_nothing_is_found(lying: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The disk never catches up with such an app: there is nothing to wait for.
    monkeypatch.setattr(one_storm, "_STANDS_STILL", 0.1)
    seen = weather(Storm(3, "Ctrl+Q"), builtin(), lying)
    assert seen.counts["other answers than were given"]
    assert seen.counts["a wrong exit code"]


def test_a_good_disk_and_an_orderly_end_are_no_reason_to_complain() -> None:
    seen = weather(Storm(3, "Ctrl+Q"), builtin())
    assert seen.bad == []
    assert seen.counts["keys acknowledged as saved"] > 3


@pytest.mark.parametrize("call", ["open", "read", "write", "fsync", "replace", "stat", "scandir", "unlink"])
@pytest.mark.parametrize("error", ["ENOSPC", "WIN32"])
def test_a_call_that_is_to_fail_fails_below_the_folder_and_nowhere_else(tmp_path: Path, call: str, error: str) -> None:
    tries = {
        "open": "open(path, 'rb')",
        "read": "open(path, 'rb').read()",
        "write": "path.write_bytes(b'x')",
        "fsync": "os.fsync(os.open(path, os.O_WRONLY))",
        "replace": "path.replace(path.with_name('other'))",
        "stat": "path.stat()",
        "scandir": "list(path.parent.iterdir())",
        "unlink": "path.unlink()",
    }
    (tmp_path / "inside").mkdir()
    for folder in ("inside", "."):
        (tmp_path / folder / "file").write_bytes(b"something")
    script = f"""
import os
from pathlib import Path
for folder in ("inside", "."):
    path = Path(folder, "file")
    try:
        {tries[call]}
    except OSError as error:
        print(folder, error.errno, getattr(error, "winerror", None))
"""
    wanted = {"STORM_BELOW": str(tmp_path / "inside"), "STORM_CALLS": call, "STORM_ERROR": error}
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, **wanted, "PYTHONPATH": str(INJECTED)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == {"ENOSPC": "inside 28 None\n", "WIN32": "inside 13 32\n"}[error]


def test_an_answer_that_is_missing_on_disk_is_a_difference(tmp_path: Path) -> None:
    memory = Memory()
    memory.answers[("k7m2", 1)] = {"ownership.pause": {"owner": "security"}}
    (said,) = memory.differences(tmp_path)
    assert "ownership.pause: None on disk, {'owner': 'security'} was given" in said


def test_a_person_remembers_what_their_keys_mean() -> None:
    person = Person(builtin(), "network", seed=1)
    person.arrive(0)
    for key in ("2", "f", "enter", "d"):
        person.pressed(key)
    first, second, *_ = person.questions
    assert person.answers == {first.id: {"owner": "operations", "flag": True}, second.id: {"owner": "dont_know"}}


def test_a_decision_that_is_called_saved_and_is_not_is_found() -> None:
    early = ADDING.replace("    while True:", '    print("before", flush=True)\n    while True:')
    assert early != ADDING
    found = decisions.storm(1, 0, 1, early)
    assert (found.counts["kills"], found.counts["lost"]) == (1, 1)
    assert found.bad == ["seed 0, kill 0: lost before"]


def test_a_decision_of_a_workshop_that_is_called_saved_and_is_not_is_found(tmp_path: Path) -> None:
    seen: Counter[str] = Counter()
    workshop.judge(tmp_path, {"before"}, {"reported"}, seen)
    assert (seen["decided and reported, lost"], seen["of earlier sittings, lost"]) == (1, 1)


def test_what_a_screen_called_decided_or_taken_back_and_is_not_in_the_file_is_found(tmp_path: Path) -> None:
    class Shown:
        text = (
            "◉ Decided on 2026-11-27 by D1ax0: Endpoint.\nTaken back: “A task”: Parked on\n2026-11-27: Ask S1ax1 – Ben"
        )

    room, found = Facilitator(cast("Sitting", Shown()), "1a", 0), workshop_screen.Found()
    room.look()
    workshop_screen.judge(tmp_path, b"", [room], found)
    assert (found.counts["said saved, lost"], found.counts["said taken back, lost"]) == (2, 1)
