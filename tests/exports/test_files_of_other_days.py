"""Files from before the release, and of days well off the one that is meant."""

from __future__ import annotations

import datetime as dt
from typing import Final

from tests.exports.counted import counted, table
from tests.exports.small import DAY, RELEASED, SEEN, key, listed, one, quality, reason, share

BEFORE: Final = RELEASED - dt.timedelta(days=1)
OLD: Final = dt.date(2026, 7, 30)


def test_a_report_from_before_the_release_is_not_counted_in_its_cycle_and_others_are() -> None:
    old = quality(("1", "26100.9168"), name="old.csv", day=OLD)
    devices = table("all_devices", "device_id last_seen", [(key(1), SEEN)])
    found = counted(listed("Last"), old, devices)
    words = "old.csv shows 2026-07-30, before the release of 2026-08 (2026-08-11), and is not counted in its cycle."
    for criterion in ("currency_per_ring", "failed_installs", "pilot_size", "last_ring_current"):
        assert reason(found, criterion) == words
    assert share(found, "silent_devices") == (0, 1)
    assert one(found, "not_ready").day == OLD, "it is about no cycle"
    assert "Shows 2026-07-30, before the release of 2026-08 (2026-08-11)." in one(found, "not_ready").remarks


def test_a_ring_that_stands_only_in_a_report_from_before_the_release_counts_as_absent() -> None:
    old = quality(("1", "26100.9168"), ("2", "26100.9168"), name="old.csv", day=BEFORE)
    found = counted(listed("Ring1", "Last"), old, quality(("2", "26100.9168")))
    assert [share(found, "currency_per_ring", ring) for ring in ("Ring1", "Last")] == [(0, 1), (1, 1)]


def test_a_report_of_the_day_before_the_release_tells_who_was_there_at_the_start() -> None:
    old = quality(("1", "26100.1"), name="start.csv", day=BEFORE)
    devices = table("all_devices", "device_id system ownership", [(key(1), "Windows", "Corporate")])
    found = counted(listed("Last", "Last"), old, quality(("1", "26100.9168"), ("2", "26100.9168")), devices)
    assert share(found, "pilot_size") == (1, 1)
    assert "Counts what stands in start.csv of 2026-08-10 as well." in one(found, "pilot_size").remarks


def test_an_earlier_report_that_is_not_of_the_start_is_said() -> None:
    devices = table("all_devices", "device_id system ownership", [(key(1), "Windows", "Corporate")])
    old = quality(("1", "26100.1"), name="start.csv", day=OLD)
    found = counted(listed("Last"), old, quality(("1", "26100.9168")), devices)
    remark = "Counts what stands in start.csv of 2026-07-30 as well, 12 days before the release."
    assert remark in one(found, "pilot_size").remarks


def test_a_report_of_more_than_two_days_after_the_one_on_which_a_ring_counts_is_said() -> None:
    found = counted(listed("Last", "Ring1"), quality(("1", "26100.9168"), ("2", "26100.9168")))
    assert one(found, "currency_per_ring", "Last").remarks == ()
    assert one(found, "currency_per_ring", "Ring1").remarks == (
        "Shows 2026-08-30, 11 days after the day on which it counts (2026-08-19).",
    )
    assert one(found, "failed_installs").remarks == (), "the last of the rings counts on the very day"


def test_a_report_that_is_asked_besides_and_is_of_another_day_is_said() -> None:
    client = table("uc_client", "device_id scanned deferral", [(key(1), SEEN, "-1")])
    found = counted(listed("Last"), client, quality(("1", "26100.1"), name="old.csv", day=RELEASED))
    assert share(found, "coverage") == (1, None)
    assert "old.csv, which is asked besides, shows 2026-08-11, 19 days before that." in one(found, "coverage").remarks
    before = counted(listed("Last"), client, quality(("1", "26100.1"), name="old.csv", day=OLD))
    assert reason(before, "coverage").startswith("old.csv shows 2026-07-30, before the release of 2026-08")
    same = counted(listed("Last"), client, quality(("1", "26100.1"), day=DAY - dt.timedelta(days=2)))
    assert not any("besides" in words for words in one(same, "coverage").remarks)
