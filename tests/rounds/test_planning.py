"""What somebody says of the plan: entries in the file of decisions, and results that show them at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from maturity import clock
from maturity.files.gathering import gather
from maturity.files.lock import lock_of
from maturity.files.saving import HeldError, NotSavedError
from maturity.rounds.overdue import Overdue, overdue_in
from maturity.rounds.planning import Planning, Wanted, planning
from questionnaires import InvalidFile
from questionnaires.decisions import Decision, PlanEntry, State
from tests.given.builders import THEN
from tests.given.decisions import take_back
from tests.given.plans import BEFORE, TODAY, asked, results_in, write_plan


@pytest.fixture(autouse=True)
def _then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: THEN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_plan(tmp_path / "answers")


def read(folder: Path) -> Planning:
    return planning(gather([folder], asked()), folder, asked())


def test_what_is_said_is_on_disk_and_shows_as_when_all_is_compared_anew(folder: Path) -> None:
    before, results = read(folder), results_in(folder)
    plan = before
    for subject, wanted in (
        ("stop", Wanted(person="Kim Doe", due="2027-01-31")),
        ("stop", Wanted(state=State.DONE)),
        ("stop", Wanted(person="", state=State.OPEN)),
        ("pause1", Wanted(state=State.DONE)),
        ("taste1", Wanted(due="2027-02-01")),
    ):
        plan = plan.saved(plan.planned(results, subject, wanted))
        results = plan.shown(results)
        assert results == results_in(folder)
    assert read(folder).plan.entries.keys() == {"stop", "pause1", "taste1"}
    stop = plan.plan.entries["stop"]
    assert (stop.person, stop.due, stop.state) == (None, dt.date(2027, 1, 31), State.OPEN)


def test_an_entry_stands_in_place_of_the_one_before_and_changes_only_what_was_said(folder: Path) -> None:
    plan, results = read(folder), results_in(folder)
    (first,) = plan.planned(results, "stop", Wanted(person=" Kim Doe ", due="2027-01-31"))
    plan = plan.saved((first,))
    (second,) = plan.planned(results, "stop", Wanted(state=State.DONE))
    assert isinstance(second, PlanEntry)
    assert (second.person, second.due, second.supersedes) == ("Kim Doe", dt.date(2027, 1, 31), (first.id,))
    assert (second.criterion, second.decision, second.recorded) == ("stop", None, THEN)


def test_a_day_is_typed_as_in_the_workshop(folder: Path) -> None:
    (entry,) = read(folder).planned(results_in(folder), "stop", Wanted(due="+30"))
    assert isinstance(entry, PlanEntry)
    assert entry.due == clock.today() + dt.timedelta(days=30)


def test_a_decision_that_holds_is_said_again_with_another_day_and_keeps_what_was_planned(folder: Path) -> None:
    plan, results = read(folder), results_in(folder)
    plan = plan.saved(plan.planned(results, "pause1", Wanted(state=State.DONE)))
    plan = plan.saved(plan.reviewed("pause1", "2027-05-20"))
    assert plan.shown(results) == results_in(folder)
    (again,) = [one for one in plan.decisions if one.supersedes == ("pause1",)]
    (before,) = [one for one in plan.decisions if one.id == "pause1"]
    assert (again.review_by, again.recorded) == (dt.date(2027, 5, 20), THEN)
    kept = set(Decision.model_fields) - {"id", "review_by", "recorded", "supersedes"}
    assert {name: getattr(again, name) for name in kept} == {name: getattr(before, name) for name in kept}
    assert plan.plan.state(again.id) is State.DONE
    assert plan.plan.firsts[again.id] == "pause1"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (
            Wanted(due="31.1.2027"),
            'plan: due: is "31.1.2027"; write a day as in 2027-01-31, in a year from 2020 to 2100, or +30',
        ),
        (
            Wanted(due="0001-01-01"),
            'plan: due: is "0001-01-01"; write a day as in 2027-01-31, in a year from 2020 to 2100, or +30',
        ),
        (Wanted(person="K" * 81), "plan: person: is too long; at most 80 characters"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(folder: Path, wanted: Wanted, said: str) -> None:
    with pytest.raises(InvalidFile) as error:
        read(folder).planned(results_in(folder), "stop", wanted)
    assert str(error.value) == said


def test_a_review_before_the_decision_is_refused(folder: Path) -> None:
    with pytest.raises(InvalidFile, match="review_by is 2026-01-01, before it was decided on 2026-10-20"):
        read(folder).reviewed("pause1", "2026-01-01")


def test_what_cannot_be_saved_is_not_shown(folder: Path) -> None:
    plan = replace(read(folder), folder=folder / "file")
    (folder / "file").write_text("", encoding="utf-8")
    with pytest.raises(NotSavedError, match="was not saved"):
        plan.saved(plan.planned(results_in(folder), "stop", Wanted(state=State.DONE)))


def test_another_day_of_review_is_offered_after_as_long_as_before(folder: Path) -> None:
    assert read(folder).offered_review("pause1", TODAY) == TODAY + dt.timedelta(days=31)


def test_what_is_overdue_is_known_before_anything_is_compared(folder: Path) -> None:
    def late(day: dt.date) -> Overdue:
        return overdue_in(gather([folder], asked()), asked(), day)

    assert late(TODAY) == Overdue(reviews=1, dues=1)
    assert late(dt.date(2026, 11, 10)) == Overdue()
    plan, results = read(folder), results_in(folder)
    plan.saved(plan.planned(results, "pause1", Wanted(state=State.DONE)))
    assert late(TODAY) == Overdue(reviews=1)
    read(folder).saved(read(folder).reviewed("pause1", "2027-05-20"))
    assert late(TODAY) == Overdue()


def test_what_was_taken_back_takes_the_place_of_nothing(folder: Path) -> None:
    plan, results = read(folder), results_in(folder)
    (before,) = [one for one in plan.decisions if one.id == "pause1"]
    other = before.model_copy(update={"id": "other1", "supersedes": ("pause1",), "review_by": dt.date(2028, 1, 1)})
    plan = plan.saved((other, take_back("back1", "other1", decided=BEFORE.date(), recorded=BEFORE)))
    assert plan.shown(results) == results_in(folder)


def test_whoever_waits_is_saved_once_the_file_is_free_and_whoever_does_not_is_told_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, results = read(folder), results_in(folder)
    entries = plan.planned(results, "stop", Wanted(person="Kim Doe"))
    held = lock_of(folder, "decisions")
    with pytest.raises(HeldError):
        plan.saved(entries)
    monkeypatch.setattr("maturity.files.adding.time.sleep", lambda _: held.release())
    plan.saved(entries, waits=True)
    assert read(folder).plan.entries["stop"].person == "Kim Doe"
