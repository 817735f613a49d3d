"""One keeper for an open response: it alone knows whether everything is on disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from maturity.files.gathering import ResponseFile
from maturity.files.keeper import Keeper, keep_patiently
from maturity.files.rescue import rescue
from maturity.files.saving import ChangedElsewhereError
from maturity.files.workspace import Workspace, to_bytes
from maturity.rounds.resuming import UnclearStartError, open_response
from questionnaires import Choice, Response, admit, parse
from questionnaires.words import Depth, Facet
from tests.given.builders import THEN, small

Refuse = Callable[[OSError | None], None]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "answers", small())


@pytest.fixture
def keeper(workspace: Workspace) -> Keeper:
    return open_response(workspace, workspace.begin("endpoint", Depth.FULL))


@pytest.fixture(autouse=True)
def _no_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    def sleep(seconds: float) -> None:
        raise AssertionError("nobody waits here")

    monkeypatch.setattr("time.sleep", sleep)


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Has the system refuse to replace any file, or no longer."""
    refusal: list[OSError | None] = [None]
    really = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if refusal[0] is not None:
            raise refusal[0]
        return really(path, target)

    monkeypatch.setattr(Path, "replace", replace)

    def switch(error: OSError | None) -> None:
        refusal[0] = error

    return switch


def chosen(keeper: Keeper, position: int) -> Response:
    return keeper.response.with_choice("risk.attitude", Facet.POSITION, position, THEN)


def on_disk(path: Path) -> Choice | None:
    return admit(parse(path.read_bytes(), path.name), path.name, small()).answer("risk.attitude").position


def test_what_is_kept_is_on_disk(keeper: Keeper) -> None:
    keeper.keep(chosen(keeper, 3))
    assert (keeper.is_saved, keeper.problem, on_disk(keeper.path)) == (True, "", 3)


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), PermissionError(errno.EACCES, "Permission denied")]
)
def test_what_is_refused_is_said_at_once_and_saved_later(keeper: Keeper, refuse: Refuse, error: OSError) -> None:
    refuse(error)
    keeper.keep(chosen(keeper, 3))
    assert not keeper.is_saved
    assert str(error.strerror) in keeper.problem
    assert not keeper.try_again()
    assert on_disk(keeper.path) is None
    refuse(None)
    assert keeper.try_again()
    assert on_disk(keeper.path) == 3


def test_only_who_may_wait_waits_for_a_file_that_is_held(
    keeper: Keeper, refuse: Refuse, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            refuse(None)

    monkeypatch.setattr("time.sleep", pause)
    refuse(PermissionError(errno.EACCES, "in use"))
    keep_patiently(keeper, chosen(keeper, 3))
    assert (keeper.is_saved, len(pauses), on_disk(keeper.path)) == (True, 2, 3)


def test_a_version_by_another_program_is_set_aside(keeper: Keeper) -> None:
    theirs = keeper.path.read_bytes() + b"# by hand\n"
    keeper.path.write_bytes(theirs)
    keeper.keep(chosen(keeper, 3))
    assert keeper.is_saved
    assert "Both were kept" in keeper.notice
    (aside,) = keeper.path.parent.glob("*.bak")
    assert (aside.read_bytes(), on_disk(keeper.path)) == (theirs, 3)


def test_a_version_by_another_program_stops_who_sets_nothing_aside(keeper: Keeper) -> None:
    theirs = keeper.path.read_bytes() + b"# by hand\n"
    keeper.path.write_bytes(theirs)
    keeper.sets_aside = False
    with pytest.raises(ChangedElsewhereError):
        keeper.keep(chosen(keeper, 3))
    assert (keeper.is_saved, keeper.path.read_bytes()) == (False, theirs)


def test_what_was_replaced_but_not_synced_is_no_version_by_another(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, calls = os.fsync, [0]

    def fsync(descriptor: int) -> None:
        calls[0] += 1
        if calls[0] == 2:  # after the file its folder
            raise OSError(errno.EIO, "Input/output error")
        really(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    keeper.keep(chosen(keeper, 3))
    assert not keeper.is_saved
    keeper.keep(chosen(keeper, 4))
    assert (keeper.is_saved, on_disk(keeper.path)) == (True, 4)
    assert list(keeper.path.parent.glob("*.bak")) == []


def make_folder(path: Path) -> None:
    path.mkdir()


def make_large(path: Path) -> None:
    path.write_bytes(b"#" * (1 << 20) + b"##")


@pytest.mark.parametrize("make", [make_folder, os.mkfifo, make_large])
def test_what_cannot_be_read_for_the_conflict_check_is_not_saved_and_tried_again(
    keeper: Keeper, make: Callable[[Path], None]
) -> None:
    before = keeper.path.rename(keeper.path.with_suffix(".away"))
    make(keeper.path)
    keeper.keep(chosen(keeper, 3))
    assert not keeper.is_saved
    assert not keeper.is_gone
    keeper.path.rmdir() if keeper.path.is_dir() else keeper.path.unlink()
    before.rename(keeper.path)
    assert keeper.try_again()
    assert on_disk(keeper.path) == 3


def test_a_file_that_cannot_be_looked_at_is_not_taken_for_removed(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lstat(path: Path) -> os.stat_result:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "lstat", lstat)
        keeper.keep(chosen(keeper, 3))
    assert (keeper.is_saved, keeper.is_gone, keeper.is_held) == (False, False, True)
    assert keeper.try_again()


def test_a_file_that_was_removed_is_made_anew_only_when_a_person_says_so(keeper: Keeper) -> None:
    keeper.path.unlink()
    keeper.keep(chosen(keeper, 3))
    assert keeper.is_gone
    assert "deleted, moved or renamed" in keeper.problem
    assert not keeper.try_again()
    assert not keeper.settle()
    assert not keeper.path.exists()
    assert keeper.write_anew()
    assert on_disk(keeper.path) == 3


def test_a_file_that_was_removed_is_noticed_on_leaving(keeper: Keeper) -> None:
    keeper.keep(chosen(keeper, 3))
    keeper.path.unlink()
    assert not keeper.settle()


def test_a_file_that_was_renamed_is_followed(keeper: Keeper) -> None:
    keeper.keep(chosen(keeper, 2))
    renamed = keeper.path.rename(keeper.path.with_name("mine.toml"))
    keeper.keep(chosen(keeper, 3))
    assert (keeper.is_saved, keeper.path, on_disk(renamed)) == (True, renamed, 3)
    assert "was renamed; it goes on as mine.toml" in keeper.notice


@pytest.mark.parametrize("many", [0, 2])
def test_a_file_that_was_renamed_is_followed_only_when_it_is_clear_to_which(keeper: Keeper, many: int) -> None:
    data = keeper.path.read_bytes()
    keeper.path.unlink()
    for number in range(many):
        keeper.path.with_name(f"{number}.toml").write_bytes(data)
    keeper.path.with_name("other.toml").write_bytes(data.replace(b"endpoint", b"security"))
    keeper.path.with_name("link.toml").symlink_to(keeper.path.with_name("other.toml"))
    keeper.keep(chosen(keeper, 3))
    assert keeper.is_gone


def test_a_temporary_file_that_cannot_be_removed_is_survived(
    keeper: Keeper, refuse: Refuse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unlink(path: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", unlink)
        refuse(OSError(errno.ENOSPC, "No space left on device"))
        keeper.keep(chosen(keeper, 3))
    assert "No space left" in keeper.problem
    refuse(None)
    assert keeper.try_again()


def test_one_process_has_one_keeper_of_a_response(workspace: Workspace, keeper: Keeper) -> None:
    (file,) = workspace.read().files
    assert open_response(workspace, file) is keeper
    assert open_response(workspace.at(workspace.folder), file) is keeper
    keeper.close()
    assert open_response(workspace, file) is not keeper


def test_a_second_program_opens_a_response_for_reading_until_the_first_closes_it(
    workspace: Workspace, keeper: Keeper
) -> None:
    other = Workspace(workspace.folder, small())
    (file,) = other.read().files
    second = open_response(other, file)
    assert (second.is_for_reading, second.is_saved) == (True, True)
    second.close()
    keeper.keep(chosen(keeper, 4))
    keeper.close()
    third = open_response(other, file)
    assert not third.is_for_reading
    assert third.response.answer("risk.attitude").position == 4, "as it is now, not as it was listed"
    third.close()
    assert [path.name for path in workspace.folder.iterdir()] == [keeper.path.name]


def test_a_response_that_somebody_elses_answers_took_the_place_of_is_not_opened(workspace: Workspace) -> None:
    file = workspace.begin("endpoint", Depth.FULL)
    who = file.response.respondent.model_copy(update={"id": "zzzz"})
    file.path.write_bytes(to_bytes(file.response.model_copy(update={"respondent": who})))
    with pytest.raises(UnclearStartError, match="somebody else"):
        open_response(workspace, file)
    assert [path.name for path in workspace.folder.iterdir()] == [file.path.name]


def test_what_could_not_be_saved_is_rescued_as_a_response_file(keeper: Keeper, refuse: Refuse, tmp_path: Path) -> None:
    refuse(OSError(errno.ENOSPC, "No space left on device"))
    keeper.keep(chosen(keeper, 3))
    assert "no copy could be written" in rescue([keeper], tmp_path / "logs")
    refuse(None)
    said = rescue([keeper], tmp_path / "logs")
    (copy,) = (tmp_path / "logs").glob("*.toml")
    assert str(copy) in said
    assert on_disk(copy) == 3


def test_a_response_for_reading_is_not_written(workspace: Workspace, keeper: Keeper) -> None:
    other = Workspace(workspace.folder, small())
    second = open_response(other, ResponseFile(keeper.path, keeper.response, ""))
    before = keeper.path.read_bytes()
    assert second.settle()
    assert keeper.path.read_bytes() == before
