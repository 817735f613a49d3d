"""Whatever is put into a file: it is read, or refused in sentences that repeat nothing of what it says of people."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires import InvalidFile, one_line
from tests.exports.hostile_exports import LINES, PERSON, Bad, hostile, special
from tests.exports.saved import WasRead, read, saved, zipped


def _tried(path: Path) -> tuple[WasRead | None, list[str]]:
    try:
        return read(path), []
    except InvalidFile as error:
        return None, [str(fault) for fault in error.faults]


def _is_sound(sentence: str) -> bool:
    return sentence == one_line(sentence) and PERSON not in sentence and len(sentence) < 700


@pytest.mark.parametrize("bad", tuple(hostile()), ids=str)
def test_a_bad_export_is_read_or_refused_in_sentences(tmp_path: Path, bad: Bad) -> None:
    path = saved(tmp_path, bad.data())
    found, faults = _tried(path)
    if found is None:
        assert bad.said, faults
        assert bad.said in faults[0]
    else:
        assert not bad.said, found.rows[:3]
        assert not any(PERSON in cell for row in found.rows for cell in row)
        assert all(len(row) == len(found.table.columns) for row in found.rows)
    assert len(faults) <= 20
    assert all(map(_is_sound, (*faults, *(found.remarks if found else ()))))
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.posix
@pytest.mark.parametrize("bad", tuple(special()), ids=str)
def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path, bad: Bad) -> None:
    path = tmp_path / "export.csv"
    bad.write(path)
    found, faults = _tried(path)
    assert found is None
    assert [bad.said in fault for fault in faults] == [True]


SOUND = (LINES.encode(), LINES.encode("utf-16"), zipped(LINES * 3), zipped(LINES, way=zipfile.ZIP_STORED))
CHANGES = st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=3)), max_size=4)


@settings(deadline=None)
@given(st.sampled_from(SOUND), CHANGES, st.integers(0, 400))
def test_whatever_is_changed_in_a_sound_file_it_is_read_or_refused(
    data: bytes, changes: list[tuple[int, bytes]], cut: int
) -> None:
    for place, instead in changes:
        data = data[:place] + instead + data[place + len(instead) :]
    with tempfile.TemporaryDirectory() as folder:
        found, faults = _tried(saved(Path(folder), data[: len(data) - max(0, cut - 350)]))
    assert (found is None) == bool(faults)
    assert all(map(_is_sound, faults))


def test_there_are_many_kinds_of_them() -> None:
    assert len(list(hostile())) >= 60
    assert len({str(bad) for bad in hostile()}) == len(list(hostile()))
