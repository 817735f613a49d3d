"""Counting in any rows gives what a slow and simple count gives, whatever their order."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from scoring.exports.table import Counted, Table
from tests.exports.counted import counted, table
from tests.exports.small import DAY, key, listed, share

RINGS = ("Ring1", "Last", "Ring1", "Last", "Ring1")
BUILDS = {"10.0.26100.9168": True, "26100.9500": True, "26100.9105": False, "22631.7516": False, "": False}
Row = tuple[int, int, str, str]

rows = st.lists(
    st.tuples(
        st.integers(1, 8),
        st.integers(1, 28),
        st.sampled_from(["Ready", "Not Ready", ""]),
        st.sampled_from(sorted(BUILDS)),
    ),
    max_size=20,
    unique_by=lambda row: (row[0], row[1]),
)


def report(of: list[Row]) -> Table:
    cells = [(key(one), f"2026-08-{day:02} 10:00:00", ready, build) for one, day, ready, build in of]
    return table("quality_update_status", "device_id last_seen readiness build", cells, DAY)


def slow(of: list[Row]) -> dict[str, tuple[int, int]]:
    """The latest row of each device on the list, looked at one by one."""
    latest: dict[int, Row] = {}
    for row in sorted(of, key=lambda row: row[1]):
        latest[row[0]] = row
    pilot = {number: latest.get(number) for number in range(1, len(RINGS) + 1)}
    not_ready = sum(row is None or row[2] != "Ready" for row in pilot.values())
    current = {number for number, row in pilot.items() if row is not None and BUILDS[row[3]]}
    figures = {"": (not_ready, len(RINGS))}
    for ring in set(RINGS):
        members = {number for number, name in enumerate(RINGS, 1) if name == ring}
        figures[ring] = (len(members & current), len(members))
    return figures


def fast(found: Counted) -> dict[str, tuple[int, int | None]]:
    rings = {ring: share(found, "currency_per_ring", ring) for ring in set(RINGS)}
    return {"": share(found, "not_ready"), **rings}


@given(rows, st.randoms(use_true_random=False))
def test_any_rows_in_any_order_give_what_a_slow_count_gives(of: list[Row], chance: random.Random) -> None:
    shuffled = chance.sample(of, len(of))
    others = [row for row in of if row[0] > len(RINGS)]
    if of and len(others) == len(of):
        return  # then the list is of something else, which is a fault
    assert fast(counted(listed(*RINGS), report(of))) == slow(of)
    assert fast(counted(listed(*RINGS), report(shuffled))) == slow(of)
