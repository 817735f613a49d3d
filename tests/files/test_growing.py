"""Whether a folder has changed, without a look into it."""

from __future__ import annotations

import os
from pathlib import Path

from maturity.files.growing import FolderMark, mark_of

LONG_AGO = 1_700_000_000
SECOND = 1_000_000_000


def test_a_file_that_comes_goes_or_takes_anothers_place_changes_the_mark(tmp_path: Path) -> None:
    marks = []
    for change in (
        lambda: None,
        lambda: (tmp_path / "a.toml").write_text("1"),
        lambda: (tmp_path / "b.tmp").write_text("2"),
        lambda: (tmp_path / "b.tmp").replace(tmp_path / "a.toml"),
        lambda: (tmp_path / "a.toml").unlink(),
    ):
        os.utime(tmp_path, (LONG_AGO, LONG_AGO))
        change()
        marks.append(mark_of(tmp_path))
    assert marks[0].changed == LONG_AGO * SECOND
    assert all(mark.changed > LONG_AGO * SECOND for mark in marks[1:])


def test_a_folder_that_is_not_there_has_a_mark_and_another_once_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "later"
    before = mark_of(folder)
    folder.mkdir()
    assert before == FolderMark() != mark_of(folder)


def test_what_was_looked_at_just_after_a_change_may_have_missed_another() -> None:
    mark = FolderMark(changed=LONG_AGO * SECOND, size=1, inode=1)
    assert mark.may_miss(LONG_AGO * SECOND + SECOND)
    assert not mark.may_miss(LONG_AGO * SECOND + 3 * SECOND)


def test_a_clock_that_is_ahead_does_not_have_the_folder_read_for_ever() -> None:
    assert not FolderMark(changed=LONG_AGO * SECOND, size=1, inode=1).may_miss((LONG_AGO - 60) * SECOND)
