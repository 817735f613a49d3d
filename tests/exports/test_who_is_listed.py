"""Holding exports against the list of the pilot: keys, names, rings, rows of one device, and lists that are no use."""

from __future__ import annotations

import pytest

from tests.exports.counted import counted, table
from tests.exports.small import SEEN, faults, key, listed, quality, reason, share

READY = "device_id readiness last_seen build"


def test_keys_are_compared_by_letters_and_digits() -> None:
    rows = [(key(1).upper(), "Ready", SEEN, ""), ("{" + key(2) + "}", "Ready", SEEN, "")]
    rows.append((key(3).replace("-", ""), "Ready", SEEN, ""))
    found = counted(listed("Last", "Last", "Last"), table("quality_update_status", READY, rows))
    assert share(found, "not_ready") == (0, 3)


def test_of_several_rows_of_one_device_the_later_check_in_counts_wherever_it_stands() -> None:
    rows = [
        (key(1), "Not Ready", "2026-08-29 23:59:59.0000000", ""),
        (key(1), "Ready", "2026-08-30T00:00:01.0000000Z", ""),
        (key(1), "Not Ready", "", ""),
        (key(2), "Ready", "2026-08-30 10:00:00", ""),
        (key(2), "Not Ready", "2026-08-30 11:00:00", ""),
    ]
    found = counted(listed("Last", "Last"), table("quality_update_status", READY, rows))
    assert share(found, "not_ready") == (1, 2)
    assert "quality_update_status.csv: rows of what a later row is about, left out: 3." in found.remarks


def test_days_that_may_mean_two_are_told_apart_by_the_column_before_rows_are_compared() -> None:
    """As days of the United States the first row is the later one; the third, of a device not on the list, says so."""
    rows = [
        (key(1), "Ready", "8/3/2026 1:00:00 PM", ""),
        (key(1), "Not Ready", "3/8/2026 1:00:00 PM", ""),
        (key(9), "Ready", "8/30/2026 1:00:00 PM", ""),
    ]
    assert share(counted(listed("Last"), table("quality_update_status", READY, rows)), "not_ready") == (0, 1)
    rows[2] = (key(9), "Ready", "30/8/2026 1:00:00 PM", "")
    assert share(counted(listed("Last"), table("quality_update_status", READY, rows)), "not_ready") == (1, 1)


def test_days_that_stay_untold_are_refused_by_name_where_they_are_asked() -> None:
    rows = [(key(1), "Ready", "8/3/2026", "26100.9168"), (key(2), "Ready", "3/8/2026", "26100.9168")]
    found = counted(listed("Last", "Last"), table("quality_update_status", READY, rows))
    assert '2 devices with "8/3/2026", which may mean two days' in reason(found, "failed_installs")
    assert share(found, "currency_per_ring", "Last") == (2, 2)


def test_rows_of_others_are_left_out_and_counted() -> None:
    rows = [(key(1), "Ready", SEEN, ""), (key(8), "Ready", SEEN, ""), (key(9), "Ready", SEEN, "")]
    rows.append(("00000000-0000-0000-0000-000000000000", "Ready", SEEN, ""))
    found = counted(listed("Last"), table("quality_update_status", READY, rows, name="q.csv"))
    assert share(found, "not_ready") == (0, 1)
    assert found.remarks == (
        "q.csv: 2 of 4 rows are not on the list and are left out.",
        "q.csv: rows with an empty key, left out: 1.",
    )


def test_two_rings_for_one_device_are_refused_with_both_rows() -> None:
    rows = [(key(1), "Ring1"), (key(2), "Last"), (key(1).upper(), "Last"), (key(2), ""), (key(1), "RING 1")]
    found = counted(table("pilot_devices", "device_id ring", rows, name="list.csv"), quality(("1", "")))
    assert faults(found) == [
        'list.csv: row 4: the device of row 2 is in "Ring1" there and in "Last" here; keep one',
        'list.csv: row 5: the device of row 3 is in "Last" there and in no ring here; keep one',
    ]
    assert (found.proposals, found.unfilled) == ((), ())


def test_a_device_listed_twice_in_one_ring_is_counted_once_and_said() -> None:
    rows = [(key(1), "Last"), (key(1), "last "), (key(2), "Last"), ("", "Last")]
    found = counted(table("pilot_devices", "device_id ring", rows, name="list.csv"), quality(("1", ""), ("2", "")))
    assert share(found, "not_ready") == (0, 2)
    assert found.remarks == (
        "list.csv: rows without key, left out: 1.",
        "list.csv: rows that name a device again, in the same ring, left out: 1.",
    )


def test_a_ring_is_told_by_its_letters_and_named_as_the_list_writes_it_first() -> None:
    found = counted(listed("Ring 1", "ring1", "RING-1"), quality(("1", "26100.9168"), ("2", "26100.9168")))
    assert share(found, "currency_per_ring", "Ring 1") == (2, 3)


def test_a_device_without_ring_counts_in_the_whole_and_in_no_ring() -> None:
    found = counted(listed("Last", ""), quality(("1", "26100.9168"), ("2", "26100.9168")))
    assert share(found, "not_ready") == (0, 2)
    assert share(found, "currency_per_ring", "Last") == (1, 1)
    assert "rows without ring, counted in no figure of a ring: 1 (such as row 3)." in "\n".join(found.remarks)


def test_a_list_whose_keys_match_nothing_is_one_sentence() -> None:
    rows = [(key(8), "Ready", SEEN, ""), (key(9), "Ready", SEEN, "")]
    found = counted(listed("Last", "Last"), table("quality_update_status", READY, rows, name="q.csv"))
    assert faults(found) == [
        "pilot_devices.csv: none of 2 devices on it stands in q.csv: "
        "the usual cause is the object id of the group export in place of the device id"
    ]
    assert found.proposals == ()


def test_an_empty_list_two_lists_and_none_are_one_sentence_each() -> None:
    assert faults(counted(table("pilot_devices", "device_id ring", [], name="a.csv"), quality(("1", "")))) == [
        "a.csv: lists no device; give one in each row"
    ]
    another = table("pilot_devices", "device_id ring", [(key(1), "Last")], name="b.csv")
    assert faults(counted(listed("Last"), another)) == [
        "b.csv: is a list of the pilot, and so is pilot_devices.csv; give one of them"
    ]
    assert faults(counted(quality(("1", "")))) == [
        "quality.csv: can only be counted with the list of the pilot; give that as well"
    ]


NAMES = "device_id name readiness last_seen build"


def test_without_keys_a_list_is_held_against_names_that_are_unique_in_both() -> None:
    names = [("PC-1", "Last"), ("pc-2", "Last"), ("PC-3", "Last"), ("PC-3", "Last")]
    rows = [
        (key(1), "pc 1", "Ready", SEEN, ""),
        (key(2), "PC-2", "Ready", SEEN, ""),
        (key(5), "PC-2", "Ready", "2026-01-01", ""),
        (key(3), "PC-3", "Ready", SEEN, ""),
    ]
    found = counted(
        table("pilot_devices", "name ring", names, name="list.csv"),
        table("quality_update_status", NAMES, rows, name="q.csv"),
    )
    assert share(found, "not_ready") == (3, 4)
    assert found.remarks == (
        "list.csv has no keys, so each device is found by its name, where no other has the same.",
        "list.csv: names that stand in several rows, found in no report: 1.",
        "q.csv is held against the list by names, as one of the two has no keys of the other.",
        "q.csv: 1 of 4 rows are not on the list and are left out.",
        "q.csv: names that several have there, so that none of them is found: 1.",
    )


def test_a_report_in_which_no_name_of_the_list_stands_is_read_to_its_end() -> None:
    report = table("quality_update_status", NAMES, [(key(1), "PC-1", "Ready", SEEN, "")], name="q.csv")
    found = counted(table("pilot_devices", "name ring", [("PC-9", "Last")], name="list.csv"), report)
    assert faults(found) == [
        "list.csv: none of 1 device on it stands in q.csv: "
        "the usual cause is the object id of the group export in place of the device id"
    ]


def test_two_rows_of_one_key_under_one_name_are_one_device() -> None:
    rows = [(key(1), "PC-1", "Not Ready", "2026-01-01", ""), (key(1), "PC-1", "Ready", SEEN, "")]
    found = counted(
        table("pilot_devices", "name ring", [("PC-1", "Last")]), table("quality_update_status", NAMES, rows)
    )
    assert share(found, "not_ready") == (0, 1)


def test_a_report_without_names_cannot_be_held_against_a_list_of_names() -> None:
    found = counted(table("pilot_devices", "name ring", [("PC-1", "Last")]), quality(("1", "26100.9168")))
    words = 'quality.csv is held against the list by names: "DeviceName" has to stand in both.'
    assert reason(found, "not_ready") == words


def test_a_list_with_keys_and_names_is_held_by_keys_but_where_the_report_has_only_names() -> None:
    rows = [(key(1), "PC-1", "Last"), (key(2), "PC-2", "Last")]
    crashes = table("device_performance", "name blue_screens", [("PC-2", "3"), ("PC-1", "1")])
    both = table("quality_update_status", NAMES, [(key(1), "PC-2", "Not Ready", SEEN, "")])
    found = counted(table("pilot_devices", "device_id name ring", rows), both, crashes)
    assert share(found, "not_ready") == (2, 2)
    assert share(found, "reliability") == (4, 2)


@pytest.mark.parametrize("word", ["Prêt", "Not yet\x1b[31m\nevaluated"])
def test_a_word_that_nobody_has_seen_is_refused_by_name_on_one_line(word: str) -> None:
    rows = [(key(1), word, SEEN, ""), (key(2), "Ready", SEEN, "")]
    found = reason(counted(listed("Last", "Last"), table("quality_update_status", READY, rows)), "not_ready")
    assert "cannot be told of 1 device with" in found
    assert found.isprintable()


def test_a_column_that_was_not_selected_is_named_with_what_to_do() -> None:
    found = counted(
        listed("Last"), table("quality_update_status", "device_id build", [(key(1), "26100.9168")], name="q.csv")
    )
    assert reason(found, "not_ready") == (
        'q.csv lacks the column "DeviceReadiness" or "Readiness"; choose it in the report and save it again.'
    )
    assert share(found, "currency_per_ring", "Last") == (1, 1)


def test_a_list_without_any_ring_gives_no_figure_of_a_ring_and_says_so() -> None:
    found = counted(listed("", ""), quality(("1", "26100.9168")))
    assert reason(found, "currency_per_ring") == "pilot_devices.csv names no ring, and this is counted by ring."
    assert share(found, "not_ready") == (1, 2)


def test_a_number_that_cannot_be_read_is_not_left_out_of_a_sum() -> None:
    names = table("pilot_devices", "name ring", [("PC-1", "Last")])
    found = counted(names, table("device_performance", "name blue_screens", [("PC-1", "1,234")]))
    assert reason(found, "reliability").endswith('of 1 device with "1,234", which cannot be read.')


def test_a_list_of_more_rings_than_a_pilot_has_is_one_sentence() -> None:
    rings = [f"Site {number}" for number in range(40_000)]
    found = counted(listed(*rings), quality(("1", "26100.9168")))
    assert faults(found) == ["pilot_devices.csv: has 40000 rings; a pilot has at most 15"]
