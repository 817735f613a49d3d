"""Rows come while the file is read, and whoever does not want the rest stops it."""

from __future__ import annotations

from io import FileIO
from itertools import islice
from pathlib import Path

import pytest

from maturity.exports import limits, packed, rows, source
from maturity.exports.reading import headers_at, open_export
from maturity.exports.source import Stopped
from questionnaires import InvalidFile
from questionnaires.reading import opened
from tests.exports.saved import EXPORTS, TODAY, refused, saved, zipped

MANY = "Serial,State\n" + "".join(f"serial-{number:06},on\n" for number in range(40_000))


@pytest.mark.parametrize("is_zipped", [False, True])
def test_the_first_row_comes_before_the_rest_is_read(tmp_path: Path, is_zipped: bool) -> None:
    told: list[tuple[int, int]] = []
    path = saved(tmp_path, zipped(MANY) if is_zipped else MANY)
    with open_export(path, EXPORTS, TODAY, progress=lambda done, size: told.append((done, size))) as found:
        told.clear()
        taken = iter(found.table.rows)
        assert list(islice(taken, 2)) == [("serial-000000", "on"), ("serial-000001", "on")]
        assert max(done for done, _ in told) <= 2 * limits.BLOCK < len(MANY) / 2
        assert sum(1 for _ in taken) == 39_998
    assert told[-1] == (len(MANY), len(MANY))


@pytest.mark.parametrize("is_zipped", [False, True])
def test_whoever_is_told_how_far_it_is_may_stop_it(tmp_path: Path, is_zipped: bool) -> None:
    def enough(done: int, _: int) -> None:
        if done > 300_000:
            raise Stopped

    path = saved(tmp_path, zipped(MANY) if is_zipped else MANY)
    with open_export(path, EXPORTS, TODAY, progress=enough) as found:
        taken = iter(found.table.rows)
        with pytest.raises(Stopped):
            list(taken)
    assert found._source.file.closed


def test_rows_can_be_taken_once_more(tmp_path: Path) -> None:
    with open_export(saved(tmp_path, "Serial,State\na,on,x\nb,on\n"), EXPORTS, TODAY) as found:
        assert list(found.table.rows) == list(found.table.rows) == [("b", "on")]
        assert len(found.remarks) == 1


def test_a_file_that_is_changed_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, MANY)
    with open_export(path, EXPORTS, TODAY) as found:
        taken = iter(found.table.rows)
        next(taken)
        with path.open("a") as file:
            file.write("late,on\n")
        with pytest.raises(InvalidFile, match="was changed while it was read; read it again"):
            list(taken)


def test_a_file_that_is_refused_is_let_go_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[FileIO] = []

    def kept(path: Path, name: str) -> FileIO:
        held.append(opened(path, name))
        return held[-1]

    monkeypatch.setattr(source, "opened", kept)
    for data in ("", "User\nanna\n", MANY.encode("utf-32"), zipped(MANY)[:-30], zipped("")):
        refused(tmp_path, data)
    assert len(held) == 5
    assert all(file.closed for file in held)


def test_a_disk_that_fails_meanwhile_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() > 200_000:
                raise OSError(5, "Input/output error")
            return super().read(size)

    monkeypatch.setattr(source, "opened", lambda path, _: Failing(path, "rb"))
    path = saved(tmp_path, MANY)
    with open_export(path, EXPORTS, TODAY) as found, pytest.raises(InvalidFile) as caught:
        list(found.table.rows)
    assert str(caught.value) == f"{path}: cannot be read (Input/output error)"


def test_the_headers_of_a_file_that_is_not_known_can_be_had(tmp_path: Path) -> None:
    text = "Nummer;Eröffnet am;Kategorie\x1b\n1;2;3\n"
    for data in (text.encode("cp1252"), zipped(text.encode("utf-16")), f"sep=;\n{text}"):
        assert headers_at(saved(tmp_path, data)) == ("Nummer", "Eröffnet am", "Kategorie\ufffd")
    with pytest.raises(InvalidFile, match="is empty"):
        headers_at(saved(tmp_path, ""))


def test_more_rows_than_are_read_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_ROWS", 3)
    lines = "Serial,State\na,on\nb,on\nc,on\n"
    assert refused(tmp_path, lines) == []
    assert refused(tmp_path, f"{lines}d,on\n") == ["line 5: is one of more than the 3 rows that are read"]


def test_larger_files_than_are_read_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 1000)
    monkeypatch.setattr(packed, "MOST_BYTES", 1000)
    assert refused(tmp_path, MANY) == [f"has {len(MANY):,} bytes; at most 1,000 are read"]
    assert refused(tmp_path, zipped(MANY[:1100])) == ["“export.csv”: unpacks to 1,100 bytes; at most 1,000 are read"]
    large = zipped(MANY)
    assert refused(tmp_path, large) == [f"has {len(large):,} bytes; at most 1,000 are read"]


def test_a_file_that_grows_while_it_is_read_is_not_read_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, MANY)
    with open_export(path, EXPORTS, TODAY) as found:
        monkeypatch.setattr(source, "MOST_BYTES", 200_000)
        with pytest.raises(InvalidFile, match="has more than the 200,000 bytes that are read"):
            list(found.table.rows)
