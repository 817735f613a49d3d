"""`maturity figures` on the exports of several months: which cycle a month is, and what is not of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from tests.given.commands import Command
from tests.given.figures_verb import SIGNED, written
from tests.given.pilot_exports import BUILDS, key, report, saved

NEXT: Final = dt.date(2026, 12, 14)
"""A day in the month after."""


def december() -> None:
    """The exports of the next month, beside those of November, and the builds of both."""
    builds = BUILDS.replace("2026-11", "2026-12").replace("2026-12-10", "2026-12-08").replace("-12-20", "-12-09")
    saved(Path("builds.toml"), BUILDS + builds.partition("schema = 1\n")[2])
    saved(Path("december.csv"), report(NEXT), NEXT)


def test_a_month_that_is_read_again_later_keeps_its_cycle(figures: Command) -> None:
    figures(*SIGNED)
    december()
    figures(*SIGNED, "--so-far", files=("pilot.csv", "december.csv", "builds.toml"))
    assert [(one.get("cycle"), one.get("release")) for one in written()] == [
        (None, None),
        *[(1, "2026-11")] * 3,
        (None, None),
        *[(2, "2026-12")] * 3,
    ]
    before = Path("actuals.toml").read_bytes()
    again = figures(*SIGNED)
    assert again.messages == ["actuals.toml: nothing was added; 4 figures of these files stand there already."]
    assert Path("actuals.toml").read_bytes() == before


def test_an_earlier_month_with_other_figures_is_refused_until_its_cycle_is_named(figures: Command) -> None:
    figures(*SIGNED)
    december()
    figures(*SIGNED, "--so-far", files=("pilot.csv", "december.csv", "builds.toml"))
    before = Path("actuals.toml").read_bytes()
    saved(Path("quality.csv"), report(), NEXT)  # as a copy is that lost the day of its file
    said = figures(*SIGNED, "--month", "2026-11", "--on", str(NEXT))
    assert said.code == 3
    assert said.messages == [
        "figures: cycle: the release of 2026-11 is cycle 1, and not the latest; of what these files tell, 3 are not "
        "what stands there (first: Devices are current in every ring, Ring1, 19 of 20, 2026-12-14); if that is meant, "
        "name the cycle: --cycle 1"
    ]
    assert Path("actuals.toml").read_bytes() == before
    assert figures(*SIGNED, "--month", "2026-11", "--on", str(NEXT), "--cycle", "1").code == 0


def test_files_of_the_next_month_are_not_taken_for_the_one_that_is_named(figures: Command) -> None:
    december()
    files = ("pilot.csv", "december.csv", "builds.toml")
    said = figures(*SIGNED, "--month", "2026-11", files=files)
    assert said.code == 3
    assert said.messages == [
        "figures: month: the release of 2026-11 was followed by the next on 2026-12-08, and these files show "
        "2026-12-14; name the month of that day, or, if 2026-11 is meant, the number of its cycle: --cycle 1"
    ]
    assert not Path("actuals.toml").exists()
    assert figures(*SIGNED, "--so-far", "--month", "2026-11", "--cycle", "1", files=files).code == 0


def test_an_earlier_month_that_is_not_there_is_refused_until_its_cycle_is_named(figures: Command) -> None:
    december()
    figures(*SIGNED, "--so-far", files=("pilot.csv", "december.csv", "builds.toml"))
    said = figures(*SIGNED)
    assert said.code == 3
    assert said.messages == [
        "figures: cycle: the release of 2026-11 came before that of cycle 1, and none of the pilot's figures is of it; "
        "if it is meant, name the number of its cycle: --cycle N"
    ]
    assert figures(*SIGNED, "--cycle", "7").messages[-1] == "Added 4 figures to actuals.toml."


def test_an_earlier_month_is_no_matter_to_what_is_counted_in_no_cycle(figures: Command) -> None:
    december()
    figures(*SIGNED, "--so-far", files=("pilot.csv", "december.csv", "builds.toml"))
    headers = "Microsoft Entra Device ID,Device name,Last check-in,Ownership,OS"
    saved(
        Path("devices.csv"), "\n".join([headers, *(f"{key(one)},PC,2026-12-01,Corporate,Windows" for one in range(40))])
    )
    said = figures(files=("pilot.csv", "devices.csv", "builds.toml"))
    assert said.code == 0
    assert "● Few devices are silent\n  0 % (0 of 40)" in said.out
