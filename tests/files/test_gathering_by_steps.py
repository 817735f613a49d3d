"""A folder read one file at a time: how far it is, what is there so far, and what the system refuses."""

from __future__ import annotations

import errno
import itertools
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from maturity.files.gathering import Gathering, gather, sightings, whole
from maturity.files.tallies import people_in, tally_bytes, tally_document
from maturity.files.workspace import Workspace
from scoring import tally
from tests.given.builders import respond, small
from tests.given.commands import Command
from tests.given.files import DIFFERENT, GOOD, put, response_text, two_teams

REFUSALS = [
    OSError(errno.EACCES, "Permission denied"),
    OSError(errno.EIO, "Input/output error"),
    OSError(errno.EACCES, "Access is denied"),
    OSError(errno.EACCES, "The process cannot access the file because it is being used by another process"),
    OSError(errno.EACCES, "The process cannot access the file because another process has locked a portion of it"),
    OSError(errno.EINVAL, None),
]


def teams(gathering: Gathering) -> list[str]:
    return sorted(file.response.respondent.team for file in gathering.gathered().files)


def refused(monkeypatch: pytest.MonkeyPatch, call: str, folder: Path, error: OSError) -> None:
    """Whoever asks this of the folder hears this error; of anything else it is answered."""
    really: Callable[..., object] = getattr(Path, call)

    def refuse(self: Path, *arguments: object, **options: object) -> object:
        if self == folder:
            raise error
        return really(self, *arguments, **options)

    monkeypatch.setattr(Path, call, refuse)


def muddle(folder: Path) -> list[Path]:
    """Copies, versions that differ, a tally that counts somebody twice, a broken file and one of another kind."""
    two_teams(folder)
    for name, answers in (("copy", GOOD), ("other", DIFFERENT), ("again", GOOD)):
        put(folder / f"{name}.toml", response_text("network", answers, "netw1"))
    for name in ("twin", "double"):
        put(folder / f"{name}.toml", response_text("endpoint", GOOD, "endp2"))
    theirs = [respond("security", DIFFERENT, respondent=identifier) for identifier in ("secu1", "secu2")]
    put(folder / "sent.toml", tally_bytes(tally_document(small(), tally(small(), theirs), people_in(theirs), 1)))
    put(folder / "broken.toml", "kind =")
    put(folder / "results.toml", 'kind = "results"\nschema = 1\n')
    return sorted(folder.iterdir())


def test_each_step_reads_one_file(tmp_path: Path) -> None:
    gathering = Gathering([two_teams(tmp_path)], small())
    seen = [(gathering.done, gathering.whole, teams(gathering)) for _ in gathering.steps()]
    assert seen == [(1, 2, ["endpoint"]), (2, 2, ["endpoint", "security"])]


def test_nothing_is_looked_at_before_the_first_step(tmp_path: Path) -> None:
    gathering = Workspace(tmp_path / "later", small()).reading()
    two_teams(tmp_path / "later")
    assert len(whole(gathering).files) == 2


@pytest.mark.parametrize("seed", range(8))
def test_what_is_found_is_the_same_whatever_the_order_of_the_files(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "answers"
    files = muddle(folder)
    mixed = random.Random(seed).sample(files, len(files))
    found = gather(mixed, small())
    assert found == gather(files, small())
    assert len(found.conflicts) == 4
    assert [file.path.name for file in found.files] == ["endpoint.toml", "double.toml", "security.toml"]


def test_two_versions_count_for_nothing_as_soon_as_both_are_read(tmp_path: Path) -> None:
    put(tmp_path / "a.toml", response_text("endpoint", GOOD))
    put(tmp_path / "b.toml", response_text("endpoint", DIFFERENT))
    gathering = Gathering([tmp_path], small())
    assert [teams(gathering) for _ in gathering.steps()] == [["endpoint"], []]


def ticking(seconds: float) -> Callable[[], float]:
    """A clock on which this much time passes between any two looks at it."""
    moments: Iterator[float] = itertools.count(0.0, seconds)
    return lambda: next(moments)


def test_somebody_who_waits_sees_from_time_to_time_how_far_it_is(tmp_path: Path) -> None:
    for number in range(20):
        put(tmp_path / f"{number:02}.toml", response_text("endpoint", respondent=f"resp{number:02}"))
    seen = list(sightings(Gathering([tmp_path], small()), ticking(0.02)))
    assert [(one.done, one.is_all) for one in seen] == [(5, False), (18, False), (20, True)]
    assert {one.whole for one in seen} == {20}
    assert [len(one.gathered.files) for one in seen] == [5, 18, 20]


def test_what_is_quickly_read_is_seen_once(tmp_path: Path) -> None:
    (seen,) = sightings(Gathering([two_teams(tmp_path)], small()), ticking(0.001))
    assert (seen.done, seen.whole, len(seen.gathered.files), seen.is_all) == (2, 2, 2, True)


def test_a_file_that_vanishes_after_the_listing_is_no_longer_there(tmp_path: Path) -> None:
    gathering = Gathering([two_teams(tmp_path)], small())
    for _ in gathering.steps():
        (tmp_path / "security.toml").unlink(missing_ok=True)
    assert (teams(gathering), gathering.gathered().faults) == (["endpoint"], ())


def test_a_folder_that_vanishes_while_it_is_read_is_said(tmp_path: Path) -> None:
    folder = two_teams(tmp_path / "share")
    gathering = Gathering([folder], small())
    for _ in gathering.steps():
        if folder.exists():
            folder.rename(tmp_path / "gone")
    assert teams(gathering) == ["endpoint"]
    assert [str(fault) for fault in gathering.gathered().faults] == [
        f"{folder}: cannot be listed (it vanished meanwhile)"
    ]


@pytest.mark.parametrize("error", REFUSALS, ids=str)
@pytest.mark.parametrize(("call", "says"), [("iterdir", "listed"), ("stat", "read")])
def test_a_folder_that_the_system_refuses_is_named_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, says: str, error: OSError
) -> None:
    locked, fine = tmp_path / "locked", two_teams(tmp_path / "open")
    locked.mkdir()
    refused(monkeypatch, call, locked, error)
    (fault,) = gather([locked, fine], small()).faults
    assert str(fault) == f"{locked}: cannot be {says} ({error.strerror or 'unknown reason'})"
    assert len(gather([locked, fine], small()).files) == 2
    assert Workspace(locked, small()).read().faults == (fault,)


@pytest.mark.parametrize("error", REFUSALS, ids=str)
def test_a_folder_that_cannot_be_swept_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    folder = two_teams(tmp_path / "answers")
    refused(monkeypatch, "glob", folder, error)
    found = Workspace(folder, small()).read()
    assert (len(found.files), found.faults) == (2, ())


@pytest.mark.parametrize("call", ["iterdir", "stat"])
@pytest.mark.parametrize("verb", ["compare", "check"])
def test_the_command_line_says_so_in_a_line_and_ends_with_its_code(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str, call: str
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    refused(monkeypatch, call, locked, OSError(errno.EIO, "Input/output error"))
    said = command(verb, locked)
    assert said.code == 3
    assert said.messages[0].startswith(f"{locked}: cannot be ")
    assert "(Input/output error)" in said.messages[0]


def test_a_folder_that_is_not_there_yet_holds_nothing(tmp_path: Path) -> None:
    found = Workspace(tmp_path / "later", small()).read()
    assert (found.files, found.faults) == ((), ())
