"""Whatever is put into a file: it is read, or refused in sentences that repeat nothing of what it says of people."""

from __future__ import annotations

from pathlib import Path

import pytest

from questionnaires import InvalidFile
from tests.exports.hostile_exports import PERSON, Bad, hostile, special
from tests.exports.saved import WasRead, read, saved


def _tried(path: Path) -> tuple[WasRead | None, list[str]]:
    try:
        return read(path), []
    except InvalidFile as error:
        return None, [str(fault) for fault in error.faults]


def _is_sound(sentence: str) -> bool:
    return sentence.isprintable() and PERSON not in sentence and len(sentence) < 700


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


def test_there_are_many_kinds_of_them() -> None:
    assert len(list(hostile())) >= 60
    assert len({str(bad) for bad in hostile()}) == len(list(hostile()))
