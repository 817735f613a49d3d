"""The plan as it stands, and what a thing of it was called first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import permutations

from questionnaires.decisions import State, Status
from scoring.decisions.planned import NOTHING_PLANNED, days_of, planned_by
from scoring.decisions.standing import first_by_entry
from tests.given.decisions import LATER, decide, planned

DAY = dt.date(2027, 1, 31)


@dataclass(frozen=True)
class Named:
    id: str
    supersedes: tuple[str, ...] = ()


def test_the_first_entry_stays_whatever_supersedes_it() -> None:
    entries = (Named("bbbb"), Named("aaaa", ("bbbb",)), Named("cccc", ("aaaa",)), Named("dddd"))
    for some in permutations(entries):
        assert first_by_entry(some) == {"aaaa": "bbbb", "bbbb": "bbbb", "cccc": "bbbb", "dddd": "dddd"}


def test_of_two_first_ones_the_smaller_counts_and_of_a_circle_one() -> None:
    assert first_by_entry([Named("cccc", ("bbbb", "aaaa")), Named("aaaa"), Named("bbbb")])["cccc"] == "aaaa"
    assert first_by_entry([Named("aaaa", ("bbbb",)), Named("bbbb", ("aaaa",))]) == {"aaaa": "aaaa", "bbbb": "aaaa"}


def test_what_is_superseded_elsewhere_is_left_out() -> None:
    assert first_by_entry([Named("aaaa", ("gone",))]) == {"aaaa": "aaaa"}


def test_the_last_entry_says_who_until_when_and_how_far() -> None:
    entries = (
        planned("aaaa", "stop", person="Ann", due=DAY),
        planned("bbbb", "stop", person="Ben", state=State.DONE, supersedes=("aaaa",)),
    )
    for some in permutations(entries):
        plan = planned_by(some)
        assert plan.entries["stop"].person == "Ben"
        assert (plan.due("stop"), plan.due("stop", DAY), plan.state("stop")) == (None, DAY, State.DONE)
        assert plan.firsts["bbbb"] == "aaaa"


def test_what_nobody_planned_is_open_and_due_when_it_was_said() -> None:
    assert (NOTHING_PLANNED.due("stop"), NOTHING_PLANNED.due("stop", DAY)) == (None, DAY)
    assert NOTHING_PLANNED.state("stop") is State.OPEN


def test_only_what_is_decided_is_reviewed_and_what_is_proposed_is_taken_up_by_that_day() -> None:
    made = decide("aaaa", "ownership.pause", owner="operations", due=DAY)
    assert days_of(made) == (DAY, LATER)
    assert days_of(made.model_copy(update={"status": Status.PROPOSED, "due": None})) == (LATER, None)
