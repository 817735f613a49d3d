"""Figures beyond currency and readiness: silence, support, alerts, size, mix, policies, settings and drills."""

from __future__ import annotations

import datetime as dt

import pytest

from questionnaires.builds import Support
from scoring.exports.table import Occasion, Table
from tests.exports.counted import counted, occasion, shipped_builds, table
from tests.exports.small import DAY, SEEN, key, listed, one, quality, reason, share

DEVICES = "device_id last_seen build edition system ownership model"


def devices(*rows: tuple[int, str, str, str], name: str = "devices.csv") -> Table:
    """All devices: number, last check-in, build and edition; corporate and Windows, of one model."""
    whole = [(key(number), *cells, "Windows", "Corporate", "T14") for number, *cells in rows]
    return table("all_devices", DEVICES, whole, name=name)


def test_silent_is_who_was_not_seen_for_more_than_14_days_never_or_stands_in_no_list() -> None:
    rows = devices(
        (1, "2026-08-16 00:00:00.0000000", "", ""),
        (2, "2026-08-15 23:59:59.0000000", "", ""),
        (3, "0001-01-01 00:00:00.0000000", "", ""),
        (4, "", "", ""),
    )
    found = counted(listed(*["Last"] * 5), rows)
    assert share(found, "silent_devices") == (4, 5)
    assert one(found, "silent_devices").remarks == (
        "On the list and in no row: 1 device of 5, counted above the line.",
    )


def with_support(*rows: tuple[int, str | None, str]) -> Occasion:
    support = tuple(
        Support(base=base, edition=edition, until=dt.date.fromisoformat(until), source="A page.", checked=DAY)
        for base, edition, until in rows
    )
    return Occasion(shipped_builds().model_copy(update={"support": support}), "2026-08", 3, {}, DAY)


def test_support_ends_with_its_last_day_and_by_edition() -> None:
    when = with_support((26100, "Enterprise", "2026-08-30"), (26100, "Pro", "2026-08-29"), (19045, None, "2025-10-14"))
    rows = devices(
        (1, SEEN, "26100.1", "Enterprise"),
        (2, SEEN, "26100.1", "PRO"),
        (3, SEEN, "19045.1", "Enterprise"),
        (4, SEEN, "", ""),
    )
    assert share(counted(listed(*["Last"] * 5), rows, when=when), "supported_version") == (1, 5)


def test_extended_support_counts_whatever_the_version_and_its_absence_is_said() -> None:
    rows = devices((1, SEEN, "19045.1", "Pro"), (2, SEEN, "19045.1", "Pro"), (3, SEEN, "26100.1", "Enterprise"))
    extended = quality(("1", "Enrolled"), ("2", ""), ("4", "Enrolled"), columns="extended_support")
    found = counted(listed(*["Last"] * 4), rows, extended)
    assert share(found, "supported_version") == (3, 4)
    assert "quality.csv, 3 rows: AADDeviceId, ExtendedSecurity" in one(found, "supported_version").report
    without = counted(listed(*["Last"] * 4), rows, quality(("1", "26100.1")))
    assert share(without, "supported_version") == (1, 4)
    assert any("nobody counts by it" in remark for remark in one(without, "supported_version").remarks)


def test_an_edition_that_nobody_entered_is_refused_where_the_editions_differ() -> None:
    when = with_support((26100, "Enterprise", "2027-10-12"), (26100, "Pro", "2026-01-01"), (22631, "Pro", "2020-01-01"))
    found = counted(
        listed("Last", "Last"), devices((1, SEEN, "26100.1", "IoT"), (2, SEEN, "22631.1", "IoT")), when=when
    )
    assert "1 device with builds of 26100, whose support ends by edition" in reason(found, "supported_version")
    both = devices((1, SEEN, "22631.1", "IoT"), (2, SEEN, "22631.1", ""))
    assert share(counted(listed("Last", "Last"), both, when=when), "supported_version") == (0, 2)


def test_a_version_whose_support_nobody_entered_leaves_the_figure_open() -> None:
    found = counted(listed("Last"), devices((1, SEEN, "27900.1", "Pro")))
    assert found.lacking.says == ("Until when builds of 27900 are in support is not known (1 device).",)
    assert found.lacking.lines[:3] == ("[[support]]", "base = 27900", "until = …")
    assert reason(found, "supported_version") == "Until when builds of 27900 are in support is not known."


def test_without_the_edition_the_column_is_named() -> None:
    rows = table("all_devices", "device_id last_seen build", [(key(1), SEEN, "26100.1")])
    late = with_support((26100, "Enterprise", "2027-10-12"), (26100, "Pro", "2026-01-01"))
    assert 'only the column "SkuFamily" could tell' in reason(
        counted(listed("Last"), rows, when=late), "supported_version"
    )


ALERTS = "snapshot alert status device_id started"


def alerts(*rows: tuple[str, str, str, int, str]) -> Table:
    whole = [(snapshot, alert, status, key(number), started) for snapshot, alert, status, number, started in rows]
    return table("update_alerts", ALERTS, whole)


def test_the_oldest_alert_is_one_that_is_active_in_its_latest_snapshot_on_a_listed_device() -> None:
    rows = alerts(
        ("2026-08-29T04:00:00Z", "a1", "Active", 1, "2026-08-01T00:00:00Z"),
        ("2026-08-30T04:00:00Z", "a1", "Resolved", 1, "2026-08-01T00:00:00Z"),
        ("2026-08-30T04:00:00Z", "a2", "Active", 1, "2026-08-20T23:00:00Z"),
        ("2026-08-30T04:00:00Z", "a3", "Active", 2, "2026-08-10T23:00:00Z"),
        ("2026-08-30T04:00:00Z", "a4", "Active", 9, "2026-01-01T00:00:00Z"),
    )
    assert share(counted(listed("Last"), rows), "alert_age") == (10, None)
    assert share(counted(listed("Last", "Last"), rows), "alert_age") == (20, None)


def test_without_an_open_alert_the_age_is_0_even_where_no_alert_is_of_the_pilot() -> None:
    rows = alerts(("2026-08-30T04:00:00Z", "a4", "Active", 9, "2026-01-01T00:00:00Z"))
    found = counted(listed("Last"), rows, quality(("1", "26100.9168")))
    assert share(found, "alert_age") == (0, None)


def test_alerts_without_a_key_are_all_counted() -> None:
    rows = alerts(
        ("2026-08-30T04:00:00Z", "", "Active", 1, "2026-08-01T00:00:00Z"),
        ("2026-08-30T05:00:00Z", "", "Active", 1, "2026-08-20T00:00:00Z"),
    )
    assert share(counted(listed("Last"), rows), "alert_age") == (29, None)


def sized(pilot: int, all_of_them: int | None) -> tuple[Table, ...]:
    start = quality(*((str(number), "") for number in range(1, pilot + 1)), day=DAY.replace(day=10), name="start.csv")
    end = quality(*((str(number), "") for number in range(2, pilot + 2)), name="end.csv")
    tables = (listed(*["Last"] * (pilot + 1)), start, end)
    if all_of_them is None:
        return tables
    return (*tables, devices(*((number, SEEN, "", "") for number in range(1, all_of_them + 1))))


@pytest.mark.parametrize(
    ("pilot", "everybody", "figure"),
    [(4, 100, (3, 10)), (21, 101, (11, 11)), (601, None, (500, 500)), (501, 9000, (500, 500)), (401, 9000, (400, 500))],
)
def test_the_size_is_who_stands_in_both_files_towards_500_or_a_tenth_of_all(
    pilot: int, everybody: int | None, figure: tuple[int, int]
) -> None:
    found = counted(*sized(pilot, everybody))
    assert share(found, "pilot_size") == figure
    assert "Counts what stands in start.csv of 2026-08-10 as well." in one(found, "pilot_size").remarks


def test_a_size_below_500_needs_a_list_of_all_and_any_size_two_files() -> None:
    assert reason(counted(*sized(40, None)), "pilot_size") == (
        "end.csv: 39 counted; whether 10 % of all are fewer than 500 needs a file of “Devices, All devices”."
    )
    lacking = table("all_devices", "device_id last_seen system", [(key(1), SEEN, "Windows")])
    assert "“Devices, All devices” with ownership" in reason(counted(*sized(40, None), lacking), "pilot_size")
    found = counted(listed("Last"), quality(("1", "26100.9168")))
    assert "is the only day of “Quality update status” that is there" in reason(found, "pilot_size")


def test_all_are_devices_and_not_rows_corporate_and_windows() -> None:
    rows = [(key(number), SEEN, "", "", "Windows", "Corporate", "T14") for number in range(100)] * 2
    rows += [(key(number), SEEN, "", "", "iOS", "Corporate", "T14") for number in range(100, 900)]
    rows += [(key(number), SEEN, "", "", "Windows", "Personal", "T14") for number in range(900, 1900)]
    found = counted(*sized(21, None), table("all_devices", DEVICES, rows))
    assert share(found, "pilot_size") == (10, 10)


def test_the_mix_is_models_of_the_pilot_out_of_those_of_all_and_only_shown() -> None:
    rows = [
        (key(number), SEEN, "", "", "Windows", "Corporate", model)
        for number, model in enumerate(["T14", "t14 ", "840 G10", "", "7020"], 1)
    ]
    found = counted(listed("Last", "Last", "Last"), table("all_devices", DEVICES, rows))
    assert share(found, "pilot_mix") == (2, 3)
    assert one(found, "pilot_mix").part is not None


CLIENT = "device_id snapshot scanned deferral feature_status"


def test_no_policy_is_a_deferral_of_minus_1_on_a_ready_device_that_was_seen_lately() -> None:
    rows = [
        (key(1), SEEN, SEEN, "-1", "InService"),
        (key(2), SEEN, SEEN, "0", "InService"),
        (key(3), SEEN, "2026-08-22 23:59:59", "-1", "InService"),
        (key(4), SEEN, "2026-08-23 00:00:00", "-1", "InService"),
        (key(5), SEEN, SEEN, "-1", "InService"),
    ]
    ready = table(
        "quality_update_status",
        "device_id status readiness",
        [(key(number), "Up To Date", "Not Ready" if number == 5 else "Ready") for number in range(1, 6)],
    )
    found = counted(listed(*["Last"] * 5), table("uc_client", CLIENT, rows), ready)
    assert share(found, "coverage") == (2, None)
    alone = counted(listed(*["Last"] * 5), table("uc_client", CLIENT, rows))
    assert reason(alone, "coverage") == "Needs a file of “Quality update status”."


def test_of_a_ring_the_most_frequent_deferral_is_shown_and_minus_1_is_none() -> None:
    rows = [(key(number), SEEN, SEEN, days, "") for number, days in enumerate(["5", "5", "1", "-1", "-1", "-1"], 1)]
    found = counted(listed(*["Ring2"] * 6), table("uc_client", CLIENT, rows))
    assert share(found, "soak_set", "Ring2") == (5, None)
    assert one(found, "soak_set", "Ring2").part is not None


def test_a_driver_counts_as_approved_on_the_device_on_which_it_was() -> None:
    updates = [
        (key(1), SEEN, "DriverUpdate", "aa", "Installed", SEEN),
        (key(1), SEEN, "DriverUpdate", "bb", "Installed", SEEN),
        (key(2), SEEN, "DriverUpdate", "aa", "Installed", SEEN),
        (key(2), SEEN, "DriverUpdate", "bb", "Offering", SEEN),
        (key(2), SEEN, "WindowsQualityUpdate", "", "Installed", SEEN),
        (key(2), SEEN, "DriverUpdate", "cc", "Installed", "2026-08-10 23:59:59"),
        (key(9), SEEN, "DriverUpdate", "aa", "Installed", SEEN),
    ]
    approvals = [(key(1), SEEN, "AA", SEEN), (key(1), SEEN, "bb", ""), (key(2), SEEN, "bb", SEEN)]
    client = table("uc_client_update", "device_id snapshot category driver state installed", updates)
    service = table("uc_service_update", "device_id snapshot driver approved", approvals)
    assert share(counted(listed("Last", "Last"), client, service), "driver_approvals") == (1, 3)
    alone = counted(listed("Last", "Last"), client)
    assert reason(alone, "driver_approvals") == "Needs a file of “Log Analytics: UCServiceUpdateStatus”."


def test_a_share_is_reached_on_the_day_on_which_enough_of_all_had_it() -> None:
    """19 of 20 are 95 of 100; a day before the release counts as its own; who lacks it never gets there."""
    days = ["2026-08-01"] + ["2026-08-12"] * 17 + ["2026-08-20", ""]
    rows = [(str(number), "26100.9168" if day else "26100.1", day) for number, day in enumerate(days, 1)]
    report = quality(*rows, columns="build installed")
    assert share(counted(listed(*["Last"] * 20), report), "last_ring_current", "Last") == (9, None)
    found = counted(listed(*["Last"] * 21), report)
    assert reason(found, "last_ring_current") == "quality.csv, Last: less than 95 % have it so far."


def test_what_counts_and_has_no_day_never_reaches_a_share_and_is_not_day_0() -> None:
    report = quality(("1", "26100.9168", ""), columns="build installed")
    assert "less than 95 %" in reason(counted(listed("Last"), report), "last_ring_current")


def test_crashes_are_added_up_over_those_in_both() -> None:
    rows = [("PC-1", "2"), ("PC-2", "0"), ("PC-9", "7"), ("PC-3", "")]
    names = table("pilot_devices", "name ring", [(f"PC-{number}", "Last") for number in range(1, 5)])
    found = counted(names, table("device_performance", "name blue_screens", rows))
    assert share(found, "reliability") == (2, 3)
    assert one(found, "reliability").remarks[-1] == '"BlueScreenCount" is empty in rows that count: 1.'


def test_what_no_file_tells_is_said_of_every_criterion_that_one_could() -> None:
    found = counted(listed("Last"), quality(("1", "26100.9168")), when=occasion())
    assert reason(found, "silent_devices") == (
        "Needs a file of “Devices, All devices” or “Windows quality update device version”."
    )
    assert reason(found, "alert_age") == "Needs a file of “Log Analytics: UCUpdateAlert and UCDeviceAlert”."


def test_most_is_said_of_more_than_half_only() -> None:
    rows = [(key(number), SEEN, "10" if number < 3 else str(number)) for number in range(1, 5)]
    client = table("uc_client", "device_id scanned deferral", rows)
    said = [one(counted(listed(*rings), client), "soak_set", "Last").remarks for rings in (["Last"] * 3, ["Last"] * 4)]
    assert "Most have it, 2 of 3." in said[0]
    assert "2 of 4 have it." in said[1]


def test_the_size_of_the_fleet_stands_beside_the_size_of_the_pilot_with_its_file() -> None:
    found = counted(*sized(40, 200))
    figure = one(found, "pilot_size")
    assert "asked for: 10 % of the 200 with OS Windows and Ownership Corporate in devices.csv" in figure.remarks[0]
    assert "devices.csv, 200 rows" in figure.report
