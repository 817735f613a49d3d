"""A drill timed by the clock on the wall: the exact figure, what is wrong with what was typed, and where it is kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.examples import examples
from maturity.files.gathering import gather
from maturity.files.saving import NotSavedError
from maturity.rounds.drill_typed import Typed
from maturity.rounds.drills import Drill, Drills, drills, so_far
from maturity.rounds.round import round_of
from questionnaires import InvalidFile, Questionnaire, builtin, parse, read_bytes
from questionnaires.actuals import Actual, Actuals, read_actuals
from questionnaires.words import Direction
from scoring import compare, recommend, tally
from tests.given.builders import compared, criterion, small
from tests.given.files import put, two_teams

NOW: Final = dt.datetime(2026, 12, 15, 9, tzinfo=dt.UTC)
ONE: Final = 'entry = "One thing."'
DAYS: Final = '{ default = 2, unit = "days", one = "day", comparison = "at_most", basis = "ours", sources = ["page"] }'
LEAST: Final = DAYS.replace("at_most", "at_least").replace("2,", "0.33333,")
RULES: Final = (
    criterion("stop")
    + criterion("crowd").replace(ONE, f"{ONE}, fewest = 20")
    + criterion("length", threshold=DAYS)
    + criterion("least", threshold=LEAST)
    + criterion("share").replace(ONE, 'denominator = "Of all."')
    + criterion("cycle").replace(ONE, f'{ONE}, by = ["cycle"]')
    + criterion("later", gate='"broad_ring"')
    + criterion("cost", threshold=DAYS.replace("days", "euros"))
)
DRILL: Final = Typed("2026-12-14 21:30", "2026-12-14 23:10", "24", "Ada Lovelace", "Ticket 7")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: NOW)
    monkeypatch.setattr("maturity.clock.zone", lambda: dt.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return two_teams(tmp_path / "answers")


@cache
def rules() -> Questionnaire:
    return small(RULES)


def kept(folder: Path, number: int = 1) -> Drills:
    gathered = gather([folder], rules())
    found = drills(folder, round_of(gathered, rules(), number), gathered.figures)
    assert found is not None
    return found


def drill(name: str = "stop") -> Drill:
    return next(Drill(one) for one in recommend(compared([], rules())) if one.id == name)


def written(path: Path) -> Actuals:
    return read_actuals(parse(read_bytes(path), path.name), path.name)


def wrong(folder: Path, typed: Typed, name: str = "stop") -> list[tuple[str, str]]:
    with pytest.raises(InvalidFile) as caught:
        kept(folder).entry(drill(name), typed)
    return [(fault.key, fault.message) for fault in caught.value.faults]


def test_drills_are_what_is_timed_once_by_people_for_the_gate(folder: Path) -> None:
    found = kept(folder)
    assert {one.id for one in found.round.criteria if found.drill(one.id)} == {"stop", "crowd", "length", "least"}


def test_of_ours_they_are_the_four_drills(folder: Path) -> None:
    criteria = recommend(compare(builtin(), tally(builtin(), examples()), 1))
    found = Drills(folder, replace(kept(folder).round, criteria=criteria))
    named = {one.id for one in criteria if found.drill(one.id)}
    assert named == {"pause_drill", "recovery_drill", "ring_uninstall", "expedite_drill"}


@pytest.mark.parametrize(
    ("name", "minutes", "value"),
    [
        ("stop", 100, "1.6667"),
        ("stop", 90, "1.5"),
        ("stop", 24 * 60, "24"),
        ("stop", 600, "10"),
        ("length", 1, "0.0007"),
        ("length", 24 * 60, "1"),
        ("least", 8 * 60, "0.33333"),
    ],
)
def test_the_figure_has_as_many_decimals_as_its_threshold_asks_for(name: str, minutes: int, value: str) -> None:
    assert str(drill(name).value(minutes)) == value


@given(st.sampled_from(["stop", "length", "least"]), st.integers(1, 10_000))
def test_the_figure_passes_exactly_if_the_time_does(name: str, minutes: int) -> None:
    one = drill(name)
    threshold, value = Fraction(one.criterion.threshold.value), Fraction(one.value(minutes))
    exact = Fraction(minutes, 60 if name == "stop" else 24 * 60)
    is_least = one.criterion.threshold.comparison is Direction.AT_LEAST
    assert (value >= threshold, value <= exact) == (exact >= threshold, True) if is_least else True
    assert is_least or (value <= threshold, value >= exact) == (exact <= threshold, True)
    assert abs(value - exact) < Fraction(1, 10**4)


@pytest.mark.parametrize(
    ("how_many", "says"),
    [("19", "it passes, on 19, and at least 20 are asked for."), ("20", "it passes."), ("", "it passes.")],
)
def test_a_drill_on_fewer_than_are_asked_for_says_so_before_it_is_saved(how_many: str, says: str) -> None:
    assert so_far(drill("crowd"), replace(DRILL, how_many=how_many)).endswith(f"at most 24 hours: {says}")


def test_how_many_took_part_is_asked_for_where_there_is_a_least_number(folder: Path) -> None:
    asked = "is empty; write how many took part, of at least 20 that are asked for"
    assert wrong(folder, replace(DRILL, how_many=""), "crowd") == [("how many", asked)]
    assert wrong(folder, replace(DRILL, how_many="all"), "crowd") == [("how many", 'is "all"; write a whole number')]
    assert kept(folder).entry(drill("crowd"), replace(DRILL, how_many="12")).took_part == 12
    assert kept(folder).entry(drill(), replace(DRILL, how_many="")).took_part is None


def test_ours_asks_for_20_in_the_drill_that_pauses_a_rollout() -> None:
    asked = {one.id: one.measure.fewest for one in builtin().candidates if one.measure.fewest}
    assert asked == {"pause_drill": 20}


def test_a_drill_is_an_entry_of_the_day_on_which_it_was_over(folder: Path) -> None:
    found = kept(folder).entry(drill(), DRILL)
    assert found == Actual(
        criterion="stop",
        date=dt.date(2026, 12, 14),
        numerator=Decimal("1.6667"),
        report="2026-12-14 21:30 to 2026-12-14 23:10 (1 hour 40 minutes); Ticket 7",
        by="Ada Lovelace",
        took_part=24,
    )
    assert so_far(drill(), DRILL) == "1 hour 40 minutes: 1.6667 hours, at most 24 hours: it passes."


@pytest.mark.parametrize(
    ("started", "stopped", "minutes"),
    [
        ("2026-12-13 23:50", "2026-12-15 00:05", 24 * 60 + 15),
        ("2026-12-14 7:05", "8:00", 55),
        ("2026-12-14T07:05", " 2026-12-14  08:00 ", 55),
    ],
)
def test_a_stop_without_a_day_is_on_that_of_the_start(folder: Path, started: str, stopped: str, minutes: int) -> None:
    found = kept(folder).entry(drill(), Typed(started, stopped, by="Ada"))
    assert found.numerator == drill().value(minutes)


def test_in_the_night_in_which_clocks_go_back_the_hour_counts_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.clock.zone", lambda: ZoneInfo("Europe/Berlin"))
    night = Typed("2026-10-25 01:00", "2026-10-25 04:00")
    assert so_far(drill(), night) == "4 hours, at most 24 hours: it passes."


def test_everything_wrong_with_what_was_typed_is_said_at_once(folder: Path) -> None:
    assert wrong(folder, Typed("yesterday", "2026-12-14 25:00", "many", " ")) == [
        ("start", 'is "yesterday"; write a day and a time as in 2026-11-27 21:30'),
        ("stop", 'is "2026-12-14 25:00"; write a day and a time as in 2026-11-27 23:10'),
        ("how many", 'is "many"; write a whole number, or leave it empty'),
        ("who", "is empty; write who took the time"),
    ]
    assert so_far(drill(), Typed("yesterday", "2026-12-14 25:00")) == ""


@pytest.mark.parametrize(
    ("started", "stopped", "words"),
    [
        ("2026-12-14 21:30", "2026-12-14 21:30", "is not after the start; write its day as well where that is another"),
        ("2026-12-14 21:30", "02:00", "is not after the start; write its day as well where that is another"),
        ("2026-12-15 08:30", "2026-12-15 09:01", "has not come yet; write when it was over"),
        ("2026-12-14 21:30", "", "is empty; write a day and a time as in 2026-11-27 23:10"),
    ],
)
def test_a_stop_is_after_the_start_and_before_now(folder: Path, started: str, stopped: str, words: str) -> None:
    assert wrong(folder, Typed(started, stopped, by="Ada")) == [("stop", words)]


def test_a_drill_from_before_the_answers_is_none_of_this_round(folder: Path) -> None:
    ((key, words),) = wrong(folder, Typed("2025-12-14 21:30", "22:30", by="Ada"))
    assert key == "date"
    assert "before these answers were begun" in words


def test_the_file_in_use_keeps_every_byte(folder: Path) -> None:
    before = (
        '# Ours.\nkind = "actuals"\nschema = 1\n[pilot]\nquestionnaire = "small"\n\n[[actual]]\ncriterion = "stop"\n'
    )
    put(folder / "figures.toml", before)
    found = kept(folder)
    assert found.path == folder / "figures.toml"
    assert found.saved(drill(), found.entry(drill(), DRILL)) == (
        "Saved in figures.toml: A criterion, 1.6667 hours, at most 24 hours: it passes."
    )
    after = (folder / "figures.toml").read_text()
    assert after.startswith(before)
    assert written(folder / "figures.toml").actual[-1].by == "Ada Lovelace"
    again = kept(folder)
    assert "so nothing was added" in again.saved(drill(), again.entry(drill(), DRILL))
    assert (folder / "figures.toml").read_text() == after


def test_a_file_is_begun_from_the_template_where_there_is_none(folder: Path) -> None:
    found = kept(folder)
    found.saved(drill(), found.entry(drill(), DRILL))
    assert "# A line that begins with # does not count." in (folder / "actuals.toml").read_text()
    assert [one.numerator for one in written(folder / "actuals.toml").actual if one.is_measured] == [Decimal("1.6667")]


def test_figures_of_another_round_are_left_alone(folder: Path) -> None:
    put(folder / "actuals.toml", 'kind = "actuals"\nschema = 1\n[pilot]\nquestionnaire = "small"\nround = 2\n')
    found = kept(folder)
    found.saved(drill(), found.entry(drill(), DRILL))
    assert found.path == folder / "actuals-r1.toml"
    assert written(found.path).pilot.round == 1


def test_figures_of_another_questionnaire_are_left_alone(folder: Path) -> None:
    path = put(folder / "actuals.toml", 'kind = "actuals"\nschema = 1\n[pilot]\nquestionnaire = "other"\n')
    before = path.read_bytes()
    found = kept(folder)
    with pytest.raises(NotSavedError) as caught:
        found.saved(drill(), found.entry(drill(), DRILL))
    assert str(caught.value) == (
        "actuals.toml was not saved: it holds figures of other answers than these, of round 1 of small; rename it "
        "first."
    )
    assert path.read_bytes() == before


def test_where_two_files_hold_the_figures_none_is_in_use(folder: Path) -> None:
    for name in ("one.toml", "two.toml"):
        put(folder / name, 'kind = "actuals"\nschema = 1\n[pilot]\nquestionnaire = "small"\n')
    gathered = gather([folder], rules())
    assert drills(folder, round_of(gathered, rules(), 1), gathered.figures) is None
