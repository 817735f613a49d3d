"""The verb on saved exports, called on those that lie in the place of a test, and what it wrote or refused."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from tests.given.commands import Command
from tests.given.files import Outcome
from tests.given.pilot_exports import PERSON, write_exports

TODAY: Final = dt.datetime(2026, 12, 15, 9, tzinfo=dt.UTC)
SIGNED: Final = ("-o", "actuals.toml", "--by", "Kim Doe")


@pytest.fixture
def figures(command: Command, examples: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The verb on the examples; where no file is named, on the three that lie there."""
    monkeypatch.setattr("maturity.clock.now", lambda: TODAY)
    write_exports(Path())

    def run(*arguments: str | Path, files: tuple[str, ...] = ("pilot.csv", "quality.csv", "builds.toml")) -> Outcome:
        return command("-w", examples, "figures", *files, *arguments)

    return run


def written() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(Path("actuals.toml").read_text(encoding="utf-8"))["actual"]
    return found


def figure(entry: dict[str, Any]) -> tuple[object, ...]:
    return tuple(entry.get(part) for part in ("criterion", "ring", "cycle", "numerator", "denominator"))


def refused(said: Outcome) -> list[str]:
    """What was said of files that cannot be used; nothing was written."""
    assert said.code == 3
    assert said.out == ""
    assert not Path("actuals.toml").exists()
    assert PERSON not in said.err
    return said.messages
