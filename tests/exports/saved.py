"""Saved exports for tests: files with given bytes, and what is read of them."""

from __future__ import annotations

import datetime as dt
import io
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from maturity.exports.reading import NOTHING_TOLD, Told, open_export
from questionnaires import InvalidFile
from questionnaires.export import Export, ExportColumn, Holds
from scoring.exports.table import Row, Table

TODAY: Final = dt.date(2026, 11, 20)
WRITTEN: Final = dt.datetime(2026, 11, 18, 12, tzinfo=dt.UTC)


def column(name: str, *headers: str, holds: Holds = Holds.TEXT) -> ExportColumn:
    return ExportColumn(id=name, headers=headers or (name,), holds=holds)


def export(name: str, columns: tuple[ExportColumn, ...], known_by: tuple[str, ...], **more: object) -> Export:
    return Export.model_validate(
        {
            "id": name,
            "title": name.capitalize(),
            "place": "A report.",
            "key": columns[0].id,
            "known_by": known_by,
            "column": columns,
            "sources": ("ours",),
            **more,
        }
    )


MACHINES: Final = export(
    "machines",
    (
        column("serial", "Serial", "Machine Serial", holds=Holds.KEY),
        column("state", "State", "Zustand"),
        column("ring", "Ring", "Deployment Ring"),
        column("seen", "Last seen", holds=Holds.DAY),
    ),
    known_by=("serial", "state"),
    latest="seen",
)
LISTED: Final = export(
    "listed",
    (column("serial", "Serial", holds=Holds.KEY), column("ring", "Ring")),
    known_by=("serial", "ring"),
    is_list=True,
    one="machine",
    many="machines",
)
EXPORTS: Final = (MACHINES, LISTED)


@dataclass(frozen=True)
class WasRead:
    table: Table
    rows: list[Row]
    remarks: tuple[str, ...]


def saved(folder: Path, data: bytes | str, name: str = "export.csv", written: dt.datetime = WRITTEN) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    os.utime(path, (written.timestamp(), written.timestamp()))
    return path


def read(path: Path, exports: tuple[Export, ...] = EXPORTS, told: Told = NOTHING_TOLD) -> WasRead:
    with open_export(path, exports, TODAY, told=told) as export:
        table = export.table
        rows = list(table.rows)
        return WasRead(table, rows, export.remarks)


def rows_of(folder: Path, data: bytes | str, exports: tuple[Export, ...] = EXPORTS) -> list[Row]:
    return read(saved(folder, data), exports).rows


def refused(folder: Path, data: bytes | str, told: Told = NOTHING_TOLD) -> list[str]:
    """What is said of a file that cannot be used, without its name; nothing where it can."""
    path = saved(folder, data)
    try:
        read(path, told=told)
    except InvalidFile as error:
        return [str(fault).removeprefix(f"{path}: ") for fault in error.faults]
    return []


def zipped(data: bytes | str, name: str = "export.csv", way: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", way) as archive:
        archive.writestr(name, data)
    return packed.getvalue()
