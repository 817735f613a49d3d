"""Figures counted in saved files, for tests."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Final

from maturity.exports.reading import Told, open_export
from questionnaires import builtin
from questionnaires.builds import Builds, read_builds
from scoring.exports.figures import count_exports
from scoring.exports.table import Counted, Occasion, Row, Table
from tests.exports.synthetic import DAY, MONTH, RINGS

TODAY: Final = dt.date(2026, 11, 28)


@cache
def shipped_builds() -> Builds:
    """The builds that the program ships with."""
    place = Path(__file__).parents[2] / "questionnaires" / "builds.toml"
    return read_builds(tomllib.loads(place.read_text(encoding="utf-8")), place.name)


def occasion(month: str | None = MONTH, cycle: int | None = 3, deadlines: Mapping[str, int] | None = None) -> Occasion:
    days = RINGS if deadlines is None else deadlines
    return Occasion(shipped_builds(), month, cycle, {ring.lower(): count for ring, count in days.items()}, TODAY)


def counted_in_files(folder: Path, files: Mapping[str, tuple[bytes, dt.date]], when: Occasion | None = None) -> Counted:
    """Saves files, reads them and counts in them; each shows the day that is named."""
    with ExitStack() as opened:
        tables = []
        for name, (data, day) in files.items():
            (folder / name).write_bytes(data)
            told = Told(day=day)
            tables.append(opened.enter_context(open_export(folder / name, builtin().exports, TODAY, told=told)).table)
        return count_exports(tables, builtin(), when or occasion())


def table(export: str, columns: str, rows: Iterable[Row], day: dt.date = DAY, name: str | None = None) -> Table:
    """A table as the reading hands it over, of an export of the built-in questionnaire."""
    told = builtin().export_by_id[export]
    return Table(name or f"{export}.csv", told, tuple(columns.split()), day, True, list(rows))


def counted(*tables: Table, when: Occasion | None = None) -> Counted:
    return count_exports(tables, builtin(), when or occasion())
