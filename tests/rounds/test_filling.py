"""What figures from exports are counted for, and how they are held against their thresholds."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.rounds.filling_cycle import Cycle, cycle_of
from maturity.rounds.filling_figures import value_words
from maturity.rounds.filling_occasion import RingDays, deadlines_of, month_of
from questionnaires import builtin
from questionnaires.actuals import Actual, Actuals, Pilot
from questionnaires.builds import Build, Builds, MonthOfBuilds, builtin_builds, overlaid
from questionnaires.words import Direction
from scoring.comparison.thresholds import Origin, Threshold

NOVEMBER = dt.date(2026, 11, 10)


def month(name: str, released: dt.date, *builds: tuple[int, int]) -> MonthOfBuilds:
    named = builds or ((26100, 1),)
    found = [Build(base=base, ordinary=ordinary, source="Made up", checked=released) for base, ordinary in named]
    return MonthOfBuilds(month=name, released=released, build=tuple(found))


def there(*figures: tuple[int | None, dt.date]) -> Actuals:
    entries = [Actual(criterion="any", cycle=cycle, date=day, numerator=Decimal(1), by="Kim") for cycle, day in figures]
    return Actuals(pilot=Pilot(questionnaire="any"), actual=tuple(entries))


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (dt.date(2026, 10, 1), None),
        (dt.date(2026, 10, 13), "2026-10"),
        (dt.date(2026, 11, 9), "2026-10"),
        (NOVEMBER, "2026-11"),
        (dt.date(2026, 12, 14), "2026-11"),
        (dt.date(2026, 12, 15), None),
    ],
)
def test_the_month_is_the_latest_released_unless_the_builds_must_lack_a_later_one(day: dt.date, found: str) -> None:
    builds = Builds(month=(month("2026-11", NOVEMBER), month("2026-10", dt.date(2026, 10, 13))))
    known = month_of(builds, day)
    assert (known.month if known else None) == found


OCTOBER = dt.date(2026, 10, 13)
BUILDS = Builds(month=(month("2026-09", dt.date(2026, 9, 8)), month("2026-10", OCTOBER), month("2026-11", NOVEMBER)))


def cycle(name: str, *figures: tuple[int | None, dt.date], named: int | None = None) -> Cycle:
    return cycle_of(there(*figures), BUILDS.of(name), BUILDS, named)


@pytest.mark.parametrize(
    ("figures", "number"),
    [
        ((), 1),
        (((None, NOVEMBER),), 1),
        (((1, dt.date(2026, 11, 20)),), 1),
        (((1, dt.date(2026, 11, 9)),), 2),
        (((1, dt.date(2026, 10, 20)), (2, NOVEMBER)), 2),
        (((7, dt.date(2026, 10, 20)), (3, dt.date(2026, 9, 20))), 8),
    ],
)
def test_a_month_that_is_the_latest_is_the_cycle_of_its_figures_or_the_next(figures: Any, number: int) -> None:
    assert cycle("2026-11", *figures) == Cycle(number)


def test_an_earlier_month_keeps_the_cycle_that_its_figures_have() -> None:
    three = ((1, dt.date(2026, 9, 27)), (2, OCTOBER), (2, dt.date(2026, 11, 9)), (3, NOVEMBER))
    assert [cycle(name, *three) for name in ("2026-09", "2026-10", "2026-11")] == [
        Cycle(1, is_earlier=True),
        Cycle(2, is_earlier=True),
        Cycle(3),
    ]


def test_an_earlier_month_without_figures_is_asked_about_unless_somebody_names_its_cycle() -> None:
    later = ((4, dt.date(2026, 9, 20)), (5, NOVEMBER))
    assert cycle("2026-10", *later).against == (
        "the release of 2026-10 came before that of cycle 5, and none of the pilot's figures is of it; if it is meant, "
        "name the number of its cycle: --cycle N"
    )
    assert cycle("2026-10", *later, named=9) == Cycle(9, is_named=True)


def test_a_cycle_that_is_named_is_never_that_of_two_months() -> None:
    said = Actual(criterion="any", cycle=3, release="2026-11", date=NOVEMBER, numerator=Decimal(1), by="Kim")
    figures = Actuals(pilot=Pilot(questionnaire="any"), actual=(said,))
    october = cycle_of(figures, BUILDS.of("2026-10"), BUILDS, 3)
    assert october.against == "cycle 3 is that of the release of 2026-11, and these files are of 2026-10; name another"
    assert cycle_of(figures, BUILDS.of("2026-10"), BUILDS, 2) == Cycle(2, is_named=True)
    assert cycle_of(figures, BUILDS.of("2026-11"), BUILDS, 3) == Cycle(3, is_named=True)


def test_what_a_figure_says_of_its_release_goes_before_its_day() -> None:
    copied = Actual(
        criterion="any", cycle=1, release="2026-09", date=dt.date(2026, 11, 28), numerator=Decimal(1), by="Kim"
    )
    by_hand = copied.model_copy(update={"release": None, "criterion": "another"})
    figures = Actuals(pilot=Pilot(questionnaire="any"), actual=(by_hand, by_hand, copied))
    assert [cycle_of(figures, one, BUILDS).number for one in BUILDS.month] == [1, 2, 2]
    assert not any(cycle_of(figures, one, BUILDS).against for one in BUILDS.month)


def test_a_cycle_is_where_most_of_its_figures_are_as_some_are_taken_late() -> None:
    figures = ((1, dt.date(2026, 10, 2)), (1, dt.date(2026, 10, 3)), (1, OCTOBER), (2, dt.date(2026, 11, 2)))
    assert cycle("2026-09", *figures) == Cycle(1, is_earlier=True)
    assert cycle("2026-10", *figures) == Cycle(2)


def test_without_a_release_the_cycle_is_the_latest_that_there_is() -> None:
    assert cycle_of(None, None, BUILDS) == Cycle(1)
    assert cycle_of(there((3, NOVEMBER), (2, NOVEMBER)), None, BUILDS) == Cycle(3)


def test_deadlines_are_those_that_somebody_named_or_of_the_ring_so_called() -> None:
    rings = ("Windows Autopatch - Ring1", "RING 2", "Broad", "Pilot")
    assert deadlines_of(rings, builtin(), {"pilot": 20, "ring2": 4}) == (
        RingDays("Windows Autopatch - Ring1", 3),
        RingDays("RING 2", 4, is_named=True),
        RingDays("Broad", None),
        RingDays("Pilot", 20, is_named=True),
    )


def test_what_somebody_says_of_builds_goes_before_what_is_known() -> None:
    below = Builds(month=(month("2026-11", NOVEMBER, (26100, 1), (22631, 2)),), deadlines={"First": 3, "Broad": 12})
    above = Builds(
        month=(month("2026-11", NOVEMBER, (26100, 9)), month("2026-12", dt.date(2026, 12, 8))), deadlines={"First": 5}
    )
    both = overlaid(below, above)
    november = both.of("2026-11")
    assert november is not None
    assert [(one.base, one.ordinary) for one in november.build] == [(26100, 9), (22631, 2)]
    assert [one.month for one in both.month] == ["2026-11", "2026-12"]
    assert both.deadlines == {"First": 5, "Broad": 12}
    assert overlaid(builtin_builds(), Builds()) == builtin_builds()


@given(
    st.fractions(0, 200, max_denominator=5000),
    st.integers(0, 100),
    st.sampled_from(list(Direction)),
)
def test_a_value_never_looks_as_if_it_lay_on_the_other_side_of_its_threshold(
    value: Fraction, bound: int, direction: Direction
) -> None:
    threshold = Threshold(Decimal(bound), "%", direction, Origin.DEFAULT_OURS)
    words = value_words(threshold, value)
    shown = Fraction(words.removesuffix(" %"))
    assert (shown < bound, shown > bound) == (value < bound, value > bound)
    assert abs(shown - value) <= Fraction(1, 20)
