"""Saved exports of a small pilot, with known figures: 40 devices in two rings, in the report of a day after both
deadlines.

One of the first ring stands in no row, one is not ready; one of the second lacks the month's release. Somebody who is
not on the list stands in the report as well.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Final

from tests.given.files import put
from tests.given.month_of_builds import HEAD, november

DAY: Final = dt.date(2026, 12, 1)
"""On which the exports were saved."""
RELEASED: Final = dt.date(2026, 11, 10)
RINGS: Final = ("Ring1", "Ring2")
MOST: Final = 40
BUILDS: Final = HEAD + november(7171)
PERSON: Final = "anna.berg@example.org"
HEADERS: Final = "DeviceName,QUStatusLevel1Name,OSBuild,DeviceReadiness,AADDeviceId,LastIntuneSyncDateTimeUtc,UPN"
FIGURES: Final = (
    ("not_ready", None, None, 2, 40),
    ("currency_per_ring", "Ring1", 1, 19, 20),
    ("currency_per_ring", "Ring2", 1, 19, 20),
    ("failed_installs", None, 1, 1, 38),
)
"""What they tell, counted by hand."""


def key(number: int) -> str:
    """The key of a device."""
    return f"00000000-0000-4000-8000-{number + 1:012}"


def listed(rings: tuple[str, str] = RINGS) -> str:
    """The list of the pilot."""
    rows = [f"{key(number)},{rings[number >= MOST // 2]}" for number in range(MOST)]
    return "\n".join(["device_id,ring", *rows]) + "\n"


def report(day: dt.date = DAY, current: str = "10.0.26100.7171", before: str = "10.0.26100.6584") -> str:
    """The report, as it stands on a day."""
    rows = [
        f"PC{number},Up To Date,{before if number == MOST - 1 else current},"
        f"{'Not Ready' if number == 1 else 'Ready'},{key(number)},{day} 06:00:00.0000000,{PERSON}"
        for number in range(1, MOST + 1)
    ]
    return "\n".join([HEADERS, *rows]) + "\n"


def saved(path: Path, text: str | bytes, day: dt.date = DAY) -> Path:
    """A file that was saved at noon of a day."""
    put(path, text)
    at = dt.datetime.combine(day, dt.time(12), dt.UTC).timestamp()
    os.utime(path, (at, at))
    return path


def write_exports(folder: Path) -> tuple[Path, Path, Path]:
    """List, report and builds."""
    return (
        saved(folder / "pilot.csv", listed()),
        saved(folder / "quality.csv", report()),
        saved(folder / "builds.toml", BUILDS),
    )
