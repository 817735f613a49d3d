"""Figures counted in saved exports: `python -m uv run python -m tests.benchmarks --only counting`.

The yardstick is Python's own module for CSV over the same bytes in the same run: those of the report and of the list,
as both are read. What is kept in memory is held beside what a tenth of the rows takes.
"""

from __future__ import annotations

import csv
import datetime as dt
import gc
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from maturity.exports.reading import Told, open_export
from questionnaires import builtin
from questionnaires.builds import Builds, read_builds
from scoring.exports.figures import count_exports
from scoring.exports.table import Counted, Occasion, Table
from tests.benchmarks.exports import ROWS, RUNS, TODAY, kept, lines, read_bare, write
from tests.benchmarks.table import Row, Yardstick, digits, median_of
from tests.given.month_of_builds import HEAD, november

PILOT: Final = 500
COUNTED: Final = 1.4
"""The share of counting in the three times that reading and counting together may take."""
TOGETHER: Final = 3.0
BUILDS: Final = HEAD + november(4349, 4270)


def builds() -> Builds:
    """The builds that the rows are made of."""
    return read_builds(tomllib.loads(BUILDS), "builds.toml")


def list_of(path: Path, count: int, rows: int) -> Path:
    """A list of so many of the devices, spread over all rows."""
    keys = [row[8] for row in lines(rows)][1:]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerow(("device_id", "ring"))
        csv.writer(file).writerows(
            (key, f"Ring{place % 5}") for place, key in enumerate(keys[:: len(keys) // count][:count])
        )
    return path


def counted(pilot: Table, report: Table) -> Counted:
    """Every figure that the report tells."""
    deadlines = {f"ring{number}": 3 for number in range(5)}
    found = count_exports([pilot, report], builtin(), Occasion(builds(), "2026-11", 1, deadlines, TODAY))
    if found.faults or len(found.proposals) < 5:
        raise ValueError(f"not counted: {found.faults or found.unfilled}")
    return found


def read_and_count(path: Path, pilot: Path) -> Counted:
    """From the files to the figures."""
    told, exports = Told(day=dt.date(2026, 11, 28)), builtin().exports
    with (
        open_export(pilot, exports, TODAY, told=told) as listed,
        open_export(path, exports, TODAY, told=told) as report,
    ):
        return counted(listed.table, report.table)


def in_memory(path: Path) -> Table:
    """A file with its rows in a list, so that only counting takes time."""
    with open_export(path, builtin().exports, TODAY, told=Told(day=dt.date(2026, 11, 28))) as export:
        table = export.table
        return replace(table, rows=list(table.rows))


def seconds_of_counting(pilot: Path, path: Path) -> float:
    """Without reading; nothing of it stands in the way of what is measured next."""
    listed, report = in_memory(pilot), in_memory(path)
    return median_of(lambda: counted(listed, report), RUNS)


def of_size(size: int, path: Path, count: int) -> Iterator[Row]:
    """Counting in so many rows with a list of a size, which is read as well."""
    pilot = list_of(path.with_name(f"pilot {size}.csv"), size, count)
    what = f"figures of {size:,} in {count:,} rows"
    report_alone = Yardstick("csv alone, the report", median_of(lambda: read_bare(path), RUNS))
    both = median_of(lambda: read_bare(path) + read_bare(pilot), RUNS)
    both_alone = Yardstick("csv alone, report and list", both)
    yield both_alone.row(f"{what}, counted", seconds_of_counting(pilot, path), COUNTED if size < count else None)
    seconds = median_of(lambda: read_and_count(path, pilot), RUNS)
    note = f"{digits(seconds / report_alone.seconds)} of the report alone"
    yield both_alone.row(f"{what}, read and counted", seconds, TOGETHER, note)


def rows(count: int = ROWS) -> Iterator[Row]:
    """Counting in so many rows, of a small pilot and of a large one, and the memory that it takes."""
    builtin()
    gc.set_threshold(200_000, 20, 20)  # as the command does
    with tempfile.TemporaryDirectory() as name:
        path, _, _ = write(Path(name), count)
        small, _, _ = write(Path(name), count // 10)
        for size in (PILOT, count // 10, count):
            yield from of_size(size, path, count)
        pilot, everybody = (Path(name) / f"pilot {size}.csv" for size in (PILOT, count))
        most, least = kept(lambda: read_and_count(path, pilot)), kept(lambda: read_and_count(small, pilot))
        what = f"figures of {PILOT} in {count:,} rows, memory"
        yield Row(what, f"{most / 2**20:.1f} MiB", f"{count // 10:,} rows", most / least, 1.2)
        keys = in_memory(everybody).rows
        most, least = kept(lambda: read_and_count(path, everybody)), kept(lambda: {row[0] for row in keys})
        what = f"figures of {count:,} in {count:,} rows, memory"
        yield Row(what, f"{most / count:.0f} bytes for each", "a set of the keys of the list", most / least)
