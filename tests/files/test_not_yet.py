"""Decisions of a day that has not come: refused by themselves, and read as soon as the day has come."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from maturity.files.decided import check_alone
from maturity.files.gathering import Gathered, Gathering, KnownFiles, whole
from questionnaires import InvalidFile, parse
from questionnaires.decisions import Decision, PlanEntry
from questionnaires.decisions_admission import admit_decisions
from tests.given.builders import small
from tests.given.decisions import DAY, decide, decisions_text, planned

TASK = "ownership.pause"
NIGHT = dt.datetime(2026, 11, 28, 1, 0, tzinfo=dt.timezone(dt.timedelta(hours=12)))
"""A day later than it is in Greenwich, where it is DAY."""


def gathered(
    folder: Path, today: dt.date, monkeypatch: pytest.MonkeyPatch, known: KnownFiles | None = None
) -> Gathered:
    monkeypatch.setattr("maturity.clock.today", lambda: today)
    return whole(Gathering([folder], small(), known=known))


def put(folder: Path, *entries: Decision | PlanEntry) -> Path:
    """A file that was written a while ago, so that what it holds may be known."""
    folder.mkdir()
    (folder / "decisions.toml").write_text(decisions_text(*entries), encoding="utf-8")
    os.utime(folder / "decisions.toml", (1e9, 1e9))
    return folder


def late(days: int) -> Decision:
    day = DAY + dt.timedelta(days=days)
    moment = dt.datetime.combine(day, dt.time(9), dt.UTC)
    return decide("late1", TASK, owner="security", supersedes=("aaaa",), decided=day, recorded=moment)


def test_an_entry_of_a_later_year_is_refused_with_the_day_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = decide("aaaa", TASK, owner="endpoint"), decide("bbbb", "risk.soak", option=3)
    found = gathered(put(tmp_path / "round", late(180), *others), DAY, monkeypatch)
    assert [one.id for one in found.entries] == ["bbbb"]
    (fault,) = found.faults
    assert (Path(fault.file).name, fault.key) == ("decisions.toml", 'entry "late1"')
    assert fault.message == (
        "decided is 2027-05-26 and recorded is 2027-05-26, after today, 2026-11-27; correct the day, or the clock of "
        "this computer"
    )
    (label,) = found.left_out
    assert label.endswith("(in part)")


def test_what_was_recorded_in_the_future_is_refused_of_the_plan_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)
    entry = planned("plan1", "stop").model_copy(update={"recorded": moment})
    found = gathered(put(tmp_path / "round", entry), DAY, monkeypatch)
    assert found.plan == ()
    assert found.faults[0].message.startswith("recorded is 2026-12-01, after today, 2026-11-27; ")


def test_what_was_decided_where_it_is_tomorrow_already_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    east = decide("east1", TASK, owner="security", decided=NIGHT.date(), recorded=NIGHT)
    found = gathered(put(tmp_path / "round", east), DAY, monkeypatch)
    assert ([one.id for one in found.entries], found.faults) == (["east1"], ())


def test_files_that_are_known_are_asked_again_when_the_day_has_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, known = put(tmp_path / "round", late(2), decide("aaaa", TASK, owner="endpoint")), KnownFiles()
    assert [gathered(folder, DAY, monkeypatch, known).entries, len(gathered(folder, DAY, monkeypatch).faults)] == [
        (),
        1,
    ]
    tomorrow = gathered(folder, DAY + dt.timedelta(days=1), monkeypatch, known)
    assert {one.id for one in tomorrow.entries} == {"late1", "aaaa"}
    assert tomorrow.faults == ()


def test_a_file_that_is_checked_by_itself_is_told_the_same() -> None:
    found = admit_decisions(parse(decisions_text(late(2)).encode(), "d.toml"), "d.toml", small())
    check_alone(found, "d.toml", small(), DAY + dt.timedelta(days=1))
    with pytest.raises(InvalidFile) as caught:
        check_alone(found, "d.toml", small(), DAY)
    assert [(fault.file, fault.key) for fault in caught.value.faults] == [("d.toml", 'entry "late1"')]
