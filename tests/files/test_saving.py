"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import Mock

import pytest

from maturity.files.links import leads_elsewhere
from maturity.files.saving import HeldError, NotSavedError, _mode_for, digest, sweep, write, write_once

TEMPORARY = ".abc.maturity-tmp"


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses asked for, none of them waited."""
    asked: list[float] = []
    monkeypatch.setattr("time.sleep", asked.append)
    return asked


def refuse(monkeypatch: pytest.MonkeyPatch, times: int, error: OSError) -> None:
    """Replacing a file fails that many times."""
    failures = [error] * times
    really = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if failures:
            raise failures.pop()
        return really(self, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "some" / "where" / "answers.toml"
    write(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    write(path, b"a long old text")
    write(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), PermissionError(13, "Permission denied")])
def test_a_failure_leaves_the_old_file_whole_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float], error: OSError
) -> None:
    path = tmp_path / "answers.toml"
    write(path, b"old")
    refuse(monkeypatch, 100, error)
    with pytest.raises(
        NotSavedError, match=rf"answers\.toml was not saved: {error.strerror}\. It will be tried again\."
    ):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["answers.toml"]


def test_a_disk_that_fills_up_while_writing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answers.toml"
    write(path, b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSavedError, match="No space left on device"):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["answers.toml"]


def test_a_file_that_is_in_use_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    path = tmp_path / "answers.toml"
    refuse(monkeypatch, 2, PermissionError(13, "in use"))
    write(path, b"new")
    assert path.read_bytes() == b"new"
    assert len(pauses) == 2


def test_a_file_that_stays_in_use_is_given_up_after_about_two_and_a_half_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    refuse(monkeypatch, 100, PermissionError(13, "in use"))
    with pytest.raises(NotSavedError):
        write(tmp_path / "answers.toml", b"new")
    assert 2 <= sum(pauses) <= 3


def test_what_will_not_pass_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    refuse(monkeypatch, 100, OSError(28, "No space left on device"))
    with pytest.raises(NotSavedError):
        write(tmp_path / "answers.toml", b"new")
    assert pauses == []


def test_one_attempt_never_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]) -> None:
    refuse(monkeypatch, 1, PermissionError(13, "in use"))
    with pytest.raises(HeldError):
        write_once(tmp_path / "answers.toml", b"new")
    assert pauses == []


def test_the_folder_is_synced_after_the_file_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, seen = tmp_path / "answers.toml", []
    really = os.fsync

    def fsync(descriptor: int) -> None:
        seen.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), path.exists()))
        really(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    write_once(path, b"new")
    assert seen == [(False, False), (True, True)]


def test_a_file_system_that_cannot_sync_a_folder_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", fsync)
    write_once(tmp_path / "answers.toml", b"new")
    assert (tmp_path / "answers.toml").read_bytes() == b"new"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(NotSavedError, match=r"was not saved: .*Choose a folder you may write to"):
        write(tmp_path / "taken" / "answers.toml", b"new")


@pytest.mark.parametrize("leads_to", ["real/answers.toml", "real/not-there.toml", "real", "link.toml"])
@pytest.mark.parametrize("is_within", [True, False])
def test_what_a_link_leads_to_would_be_replaced(tmp_path: Path, leads_to: str, is_within: bool) -> None:
    real = tmp_path / "real" / "answers.toml"
    write(real, b"old")
    link = tmp_path / "link.toml"
    link.symlink_to(tmp_path / leads_to)
    with pytest.raises(
        NotSavedError, match=r"link\.toml was not saved: .*link\.toml is a link, and nothing is written"
    ):
        write(link, b"new", within=tmp_path if is_within else None)
    assert link.is_symlink()
    assert [entry.name for entry in real.parent.iterdir()] == ["answers.toml"]
    assert real.read_bytes() == b"old"


@pytest.mark.parametrize("place", ["link/answers.toml", "link/new/answers.toml", "below/link/new/answers.toml"])
@pytest.mark.parametrize("leads_to", ["real", "not-there"])
def test_a_folder_behind_a_link_would_be_written_into(tmp_path: Path, place: str, leads_to: str) -> None:
    (tmp_path / "real").mkdir()
    chosen = tmp_path / "chosen"
    link = chosen / place[: place.index("link")] / "link"
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / leads_to, target_is_directory=True)
    with pytest.raises(NotSavedError, match=r"answers\.toml was not saved: \S+link is a link, and nothing is written"):
        write(chosen / place, b"new", within=chosen)
    assert list((tmp_path / "real").iterdir()) == []
    assert not (tmp_path / "not-there").exists()


def test_below_the_folder_that_was_chosen_the_missing_ones_are_made(tmp_path: Path) -> None:
    chosen = tmp_path / "not" / "yet"
    for name in ("one.toml", "two.toml"):
        write(chosen / "results" / "of" / name, b"new", within=chosen)
    assert sorted(entry.name for entry in (chosen / "results" / "of").iterdir()) == ["one.toml", "two.toml"]


def test_the_folder_that_was_chosen_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    write(tmp_path / "link" / "results" / "results.toml", b"new", within=tmp_path / "link")
    assert (tmp_path / "real" / "results" / "results.toml").read_bytes() == b"new"


def test_a_file_where_a_folder_is_needed_is_said(tmp_path: Path) -> None:
    (tmp_path / "results").write_text("a file")
    with pytest.raises(NotSavedError, match=r"was not saved: .*Choose a folder you may write to"):
        write(tmp_path / "results" / "results.toml", b"new", within=tmp_path)


def test_a_path_would_write_a_line_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(NotSavedError) as refused:
        write(tmp_path / "taken" / "\nSaved.\x1b[2J", b"new")
    assert "\n" not in str(refused.value)
    assert "\x1b" not in str(refused.value)


@pytest.mark.parametrize(
    ("mode", "tag", "expected"),
    [
        (stat.S_IFLNK, 0, True),
        (stat.S_IFREG, 0, False),
        (stat.S_IFDIR, 0, False),
        (stat.S_IFLNK, 0xA000000C, True),
        (stat.S_IFDIR, 0xA0000003, True),
        (stat.S_IFREG, 0x9000001A, False),
        (stat.S_IFDIR, 0x9000701A, False),
    ],
    ids=["link", "file", "folder", "link on Windows", "junction", "file in OneDrive", "folder in OneDrive"],
)
def test_a_link_is_told_from_what_a_cloud_keeps(mode: int, tag: int, expected: bool) -> None:
    assert leads_elsewhere(Mock(spec_set=("st_mode", "st_reparse_tag"), st_mode=mode, st_reparse_tag=tag)) is expected


@pytest.mark.parametrize(("age", "is_left"), [(0, True), (600, True), (601, False), (10_000, False)])
def test_only_stale_temporary_files_are_swept(tmp_path: Path, age: int, is_left: bool) -> None:
    now = 1_000_000.0
    stale = tmp_path / TEMPORARY
    for path in (stale, tmp_path / "answers.toml", tmp_path / ".hidden", tmp_path / "x.maturity-tmp"):
        path.write_bytes(b"")
        os.utime(path, (now - age, now - age))
    sweep(tmp_path, now)
    assert stale.exists() is is_left
    assert (tmp_path / "answers.toml").exists()
    assert (tmp_path / ".hidden").exists()
    assert (tmp_path / "x.maturity-tmp").exists()


def test_a_temporary_file_that_cannot_be_removed_is_left(tmp_path: Path) -> None:
    folder = tmp_path / TEMPORARY
    folder.mkdir()
    sweep(tmp_path, folder.stat().st_mtime + 10_000)
    assert folder.exists()


def test_a_folder_that_cannot_be_listed_is_not_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> Iterator[Path]:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "glob", refused)
    sweep(tmp_path, 0)


def test_different_bytes_have_different_digests() -> None:
    assert digest(b"a") == digest(b"a") != digest(b"b")


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """Work under another umask."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("mask", "expected"), [(0o000, 0o666), (0o022, 0o644), (0o027, 0o640), (0o077, 0o600), (0o002, 0o664)]
)
def test_a_new_file_has_the_rights_that_the_umask_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mask: int, expected: int
) -> None:
    masks = [mask]

    def swap(new: int) -> int:
        masks.append(new)
        return masks[-2]

    monkeypatch.setattr(os, "umask", swap)
    assert _mode_for(tmp_path / "answers.toml") == expected
    assert masks[-1] == mask, "the umask of the process is as it was"


def test_a_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    before = rights(path)
    assert _mode_for(path) == before
    path.chmod(0o666)
    assert _mode_for(path) == rights(path) != before


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664] if os.name == "posix" else [0o666])
def test_what_is_written_over_a_file_has_its_rights(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "answers.toml"
    path.write_bytes(b"old")
    path.chmod(mode)
    with umask(0o077):
        write(path, b"new")
    assert (path.read_bytes(), rights(path)) == (b"new", mode)


def test_what_is_written_anew_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    with umask(0o027):
        (tmp_path / "any.toml").touch()
        write(tmp_path / "answers.toml", b"new")
    assert rights(tmp_path / "answers.toml") == rights(tmp_path / "any.toml")
