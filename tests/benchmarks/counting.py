"""Figures counted in saved exports: `python -m uv run python -m tests.benchmarks --only counting`.

The yardstick is Python's own module for CSV over the same bytes in the same run. What is kept in memory is held beside
what a tenth of the rows takes.
"""

from __future__ import annotations

import datetime as dt
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from maturity.exports.reading import Told, open_export
from questionnaires import builtin
from questionnaires.builds import Builds, read_builds
from scoring.exports.figures import count_exports
from scoring.exports.table import Counted, Occasion, Table
from scoring.exports.table import Row as Cells
from tests.benchmarks.exports import ROWS, RUNS, TODAY, kept, lines, read_bare, write
from tests.benchmarks.table import Row, Yardstick, median_of
from tests.given.month_of_builds import HEAD, november

PILOT: Final = 500
COUNTED: Final = 1.4
"""The share of counting in the three times that reading and counting together may take."""
TOGETHER: Final = 3.0
BUILDS: Final = HEAD + november(4349, 4270)


def builds() -> Builds:
    """The builds that the rows are made of."""
    return read_builds(tomllib.loads(BUILDS), "builds.toml")


def listed(count: int, rows: int) -> Table:
    """A list of so many of the devices, spread over all rows."""
    keys = [row[8] for row in lines(rows)][1:]
    export = builtin().export_by_id["pilot_devices"]
    cells: list[Cells] = [(key, f"Ring{place % 5}") for place, key in enumerate(keys[:: len(keys) // count])]
    return Table("list.csv", export, ("device_id", "ring"), TODAY, True, cells)


def counted(pilot: Table, report: Table) -> Counted:
    """Every figure that the report tells."""
    deadlines = {f"ring{number}": 3 for number in range(5)}
    found = count_exports([pilot, report], builtin(), Occasion(builds(), "2026-11", 1, deadlines, TODAY))
    if found.faults or len(found.proposals) < 5:
        raise ValueError(f"not counted: {found.faults or found.unfilled}")
    return found


def read_and_count(path: Path, pilot: Table) -> Counted:
    """From the file to the figures."""
    with open_export(path, builtin().exports, TODAY, told=Told(day=dt.date(2026, 11, 28))) as export:
        return counted(pilot, export.table)


def in_memory(path: Path) -> Table:
    """The report with its rows in a list, so that only counting takes time."""
    with open_export(path, builtin().exports, TODAY, told=Told(day=dt.date(2026, 11, 28))) as export:
        table = export.table
        return Table(table.name, table.export, table.columns, table.day, True, list(table.rows))


def rows(count: int = ROWS) -> Iterator[Row]:
    """Counting in so many rows, of a small pilot and of a large one, and the memory that it takes."""
    builtin()
    with tempfile.TemporaryDirectory() as name:
        path, _, _ = write(Path(name), count)
        small, _, _ = write(Path(name), count // 10)
        alone = Yardstick("csv alone", median_of(lambda: read_bare(path), RUNS))
        report = in_memory(path)
        for size in (PILOT, count // 10, count):
            pilot, what = listed(size, count), f"figures of {size:,} in {count:,} rows"
            limit, both = (COUNTED, TOGETHER) if size < count else (None, None)
            seconds = median_of(lambda pilot=pilot: counted(pilot, report), RUNS)  # type: ignore[misc]
            yield alone.row(f"{what}, counted", seconds, limit, "" if limit else "with a list as long as the report")
            seconds = median_of(lambda pilot=pilot: read_and_count(path, pilot), RUNS)  # type: ignore[misc]
            yield alone.row(f"{what}, read and counted", seconds, both)
        pilot = listed(PILOT, count)
        most, least = kept(lambda: read_and_count(path, pilot)), kept(lambda: read_and_count(small, pilot))
        what = f"figures of {PILOT} in {count:,} rows, memory"
        yield Row(what, f"{most / 2**20:.1f} MiB", f"{count // 10:,} rows", most / least, 1.2)
        everybody = listed(count, count)
        most, least = kept(lambda: read_and_count(path, everybody)), kept(lambda: {row[0] for row in everybody.rows})
        what = f"figures of {count:,} in {count:,} rows, memory"
        yield Row(what, f"{most / count:.0f} bytes for each", "a set of the keys of the list", most / least)
