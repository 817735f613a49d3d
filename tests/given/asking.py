"""Rosters of whom somebody asked, for tests of every floor."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

UNTIL: Final = dt.date(2026, 12, 11)
"""The last day of these rosters."""

BEFORE: Final = dt.date(2026, 12, 11)
AFTER: Final = dt.date(2026, 12, 12)


def asked(team: str, **parts: object) -> str:
    """An entry: `asked("security", people=3)`."""
    lines = [f"{key} = {value}" for key, value in parts.items()]
    return "\n".join(["[[asked]]", f'team = "{team}"', *lines, ""])


def roster(*entries: str, head: str = f"until = {UNTIL}") -> str:
    """The text of a roster."""
    return "\n".join(['kind = "roster"', "schema = 1", head, *entries])


def put_roster(folder: Path, *entries: str, head: str = f"until = {UNTIL}") -> Path:
    """A roster in a folder that is made when it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "roster.toml"
    path.write_text(roster(*entries, head=head), encoding="utf-8")
    return path
