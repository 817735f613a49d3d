"""A hundred bad exports at once through `maturity figures`: each is named, in sentences, and nothing is written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from tests.exports.hostile_exports import PERSON, hostile, special
from tests.given.commands import Command
from tests.given.pilot_exports import write_exports

_LONGEST: Final = 600


def test_each_is_named_in_sentences_and_nothing_is_written(
    command: Command, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime(2026, 12, 15, 9, tzinfo=dt.UTC))
    write_exports(Path())
    names = []
    for place, bad in enumerate((*hostile(), *special())):
        names.append(f"bad{place}.{'zip' if place % 2 else 'csv'}")
        bad.write(Path(names[-1]))
    before = sorted(path.name for path in Path().iterdir())
    said = command(
        "-w",
        examples,
        "figures",
        "pilot.csv",
        "quality.csv",
        "builds.toml",
        *names,
        "-o",
        "actuals.toml",
        "--by",
        "Kim",
    )
    assert (said.code, said.out) == (3, "")
    assert {message.partition(":")[0] for message in said.messages} == set(names)
    assert all(len(message) < _LONGEST for message in said.messages)
    assert PERSON not in said.err
    assert sorted(path.name for path in Path().iterdir()) == before
