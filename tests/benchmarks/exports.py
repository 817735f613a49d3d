"""Saved exports, read and counted: `python -m uv run python -m tests.benchmarks.exports [ROWS ...]`.

The yardstick is Python's own module for CSV, and for ZIP where the file is one, over the same bytes in the same run.
What is kept in memory is held beside what a tenth of the rows takes.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import sys
import tempfile
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from maturity.exports.reading import open_export
from questionnaires import builtin
from tests.benchmarks.table import Row, Yardstick, median_of, text

ROWS: Final = 200_000
RUNS: Final = 5
TODAY: Final = dt.date(2026, 12, 1)
READ: Final = 1.6
"""The share of reading in the three times that reading and counting together may take."""
HEADERS: Final = (
    "DeviceName,BusinessGroupName,DeploymentGroupName,QUStatusLevel1Name,QUPauseStatus,OSBuild,DeviceReadiness,"
    "AlertCount,AADDeviceId,SerialNumber,LastIntuneSyncDateTimeUtc,UserPrincipalName,QUUpdateInstalledTime,"
    "HotpatchStatus,CadenceType,QualityUpdatePolicyName,Installed release"
)


def lines(count: int) -> Iterator[list[str]]:
    """A report as it is exported, of so many rows."""
    chance = random.Random(2026)
    yield HEADERS.split(",")
    for number in range(count):
        key = f"{chance.getrandbits(128):032x}"
        seen = f"2026-11-{chance.randrange(1, 29):02} {chance.randrange(24):02}:{chance.randrange(60):02}:04.0000000"
        yield [
            f"DESKTOP-{number:07}",
            "N/A",
            f"Windows Autopatch - Ring{number % 5}",
            chance.choice(("Up To Date", "Not Up To Date")),
            "",
            f"10.0.26100.{chance.choice((4349, 4270, 4061, 3981))}",
            chance.choice(("Ready", "Ready", "Not Ready")),
            str(chance.randrange(3)),
            f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}",
            f"SN{key[:9]}",
            seen,
            f"user{number}@example.org",
            seen,
            "",
            "Scheduled",
            "Windows quality update policy",
            chance.choice(("2026.11 B Security", "2026.10 B Security")),
        ]


def write(folder: Path, count: int) -> tuple[Path, Path, Path]:
    """The report as it is, in a ZIP, and with one line whose quotation marks are no pairs."""
    plain, packed, bare = folder / f"{count}.csv", folder / f"{count}.zip", folder / f"{count} bare.csv"
    with plain.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows(lines(count))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(plain, "export.csv")
    bare.write_bytes(plain.read_bytes().replace(b"DESKTOP-0000007", b'"DESKTOP" 7', 1))
    return plain, packed, bare


def read(path: Path) -> int:
    """How many rows were read."""
    with open_export(path, builtin().exports, TODAY) as export:
        return sum(1 for _ in export.table.rows)


def read_bare(path: Path) -> int:
    """The same by Python's own modules."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive, archive.open("export.csv") as file:
            return sum(1 for _ in csv.reader(io.TextIOWrapper(file, encoding="utf-8-sig", newline="")))
    with path.open(newline="", encoding="utf-8-sig") as file:
        return sum(1 for _ in csv.reader(file))


def kept(work: Callable[[], object]) -> int:
    """Bytes that it takes at most at any moment."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def rows(count: int = ROWS) -> Iterator[Row]:
    """Reading so many rows, and the memory that it takes."""
    builtin()
    with tempfile.TemporaryDirectory() as name:
        plain, packed, bare = write(Path(name), count)
        small = write(Path(name), count // 10)
        csv_alone = Yardstick("csv alone", median_of(lambda: read_bare(plain), RUNS))
        both_alone = Yardstick("csv and zipfile alone", median_of(lambda: read_bare(packed), RUNS))
        what = f"an export of {count:,} rows"
        yield csv_alone.row(f"{what}, read", median_of(lambda: read(plain), RUNS), READ)
        yield both_alone.row(f"{what} in a ZIP, read", median_of(lambda: read(packed), RUNS), READ)
        yield csv_alone.row(f"{what}, one line without pairs of quotes", median_of(lambda: read(bare), RUNS), 3)
        for path, smaller in ((plain, small[0]), (packed, small[1]), (bare, small[2])):
            most, least = kept(lambda path=path: read(path)), kept(lambda path=smaller: read(path))  # type: ignore[misc]
            of = f"{count // 10:,} rows"
            yield Row(f"{what}, memory ({path.name})", f"{most / 2**20:.1f} MiB", of, most / least, 1.2)


def main() -> None:
    for size in sys.argv[1:] or [str(ROWS)]:
        sys.stdout.write(text(rows(int(size))))


if __name__ == "__main__":
    main()
