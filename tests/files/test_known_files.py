"""Only what changed since is read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from maturity.files import one_file
from maturity.files.gathering import Gathered, Gathering, KnownFiles, whole
from questionnaires import read_bytes
from tests.given.builders import small
from tests.given.files import DIFFERENT, GOOD, put, response_text, two_teams

LONG_AGO = 1_700_000_000


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were opened, in their order."""
    names: list[str] = []

    def read(path: Path) -> bytes:
        names.append(path.name)
        return read_bytes(path)

    monkeypatch.setattr(one_file, "read_bytes", read)
    return names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two teams that answered long ago."""
    two_teams(tmp_path)
    for path in tmp_path.iterdir():
        os.utime(path, (LONG_AGO, LONG_AGO))
    return tmp_path


def read(folder: Path, known: KnownFiles) -> Gathered:
    return whole(Gathering([folder], small(), known=known))


def test_what_did_not_change_is_not_opened_again(folder: Path, opened: list[str]) -> None:
    known = KnownFiles()
    first, second = read(folder, known), read(folder, known)
    assert opened == ["endpoint.toml", "security.toml"]
    assert second == first
    assert all(one is other for one, other in zip(first.files, second.files, strict=True))


def test_nothing_is_known_of_what_somebody_else_read(folder: Path, opened: list[str]) -> None:
    read(folder, KnownFiles())
    read(folder, KnownFiles())
    assert len(opened) == 4


def test_of_another_size_it_is_read_again(folder: Path, opened: list[str]) -> None:
    known = KnownFiles()
    read(folder, known)
    put(folder / "security.toml", response_text("security", DIFFERENT, "secu1", name="Kim"))
    os.utime(folder / "security.toml", (LONG_AGO, LONG_AGO))
    found = read(folder, known)
    assert opened[2:] == ["security.toml"]
    assert found.files[1].response.respondent.name == "Kim"


def test_of_another_time_it_is_read_again(folder: Path, opened: list[str]) -> None:
    known = KnownFiles()
    read(folder, known)
    os.utime(folder / "endpoint.toml", (LONG_AGO, LONG_AGO + 1))
    read(folder, known)
    assert opened[2:] == ["endpoint.toml"]


def test_another_file_of_the_same_size_and_time_in_its_place_is_read(folder: Path, opened: list[str]) -> None:
    known, path = KnownFiles(), folder / "endpoint.toml"
    read(folder, known)
    other = put(folder / "other", path.read_bytes().replace(b"position = 1", b"position = 4"))
    os.utime(other, (LONG_AGO, LONG_AGO))
    other.replace(path)
    found = read(folder, known)
    assert opened[2:] == ["endpoint.toml"]
    assert found.files[0].response.answer("risk.attitude").position == 4


def test_what_was_written_just_before_it_was_read_is_read_again(tmp_path: Path, opened: list[str]) -> None:
    path = put(tmp_path / "a.toml", response_text("endpoint", GOOD))
    known, status = KnownFiles(), path.stat()
    read(tmp_path, known)
    with path.open("r+b") as file:  # in place: the same file, of the same size
        file.write(path.read_bytes().replace(b"position = 1", b"position = 4"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert read(tmp_path, known).files[0].response.answer("risk.attitude").position == 4


def test_what_could_not_be_read_is_tried_each_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    really, known = os.open, KnownFiles()

    def locked(path: str | Path, flags: int) -> int:
        if Path(path).name == "endpoint.toml":
            raise PermissionError(13, "Permission denied")
        return really(path, flags)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", locked)
        assert len(read(folder, known).faults) == 1
    assert (len(read(folder, known).files), opened[2:]) == (2, ["endpoint.toml"])


def test_faults_of_a_file_are_known_as_well(folder: Path, opened: list[str]) -> None:
    known = KnownFiles()
    os.utime(put(folder / "broken.toml", "kind ="), (LONG_AGO, LONG_AGO))
    first = read(folder, known)
    second = read(folder, known)
    assert (len(second.faults), second, second.labels) == (1, first, first.labels)
    assert len(opened) == 3


def test_what_is_gone_is_gone_and_what_comes_is_read(folder: Path, opened: list[str]) -> None:
    known = KnownFiles()
    read(folder, known)
    (folder / "endpoint.toml").rename(folder.parent / "endpoint.toml")
    assert [file.path.name for file in read(folder, known).files] == ["security.toml"]
    (folder.parent / "endpoint.toml").rename(folder / "endpoint.toml")
    assert len(read(folder, known).files) == 2
    assert opened[2:] == ["endpoint.toml"]


def test_a_file_that_is_named_is_not_known_from_its_folder(folder: Path) -> None:
    known, path = KnownFiles(), put(folder / "results.toml", 'kind = "results"\nschema = 1\n')
    os.utime(path, (LONG_AGO, LONG_AGO))
    assert len(read(folder, known).skipped) == 1
    named = whole(Gathering([path], small(), known=known))
    assert (named.skipped, len(named.faults)) == ((), 1)
