"""Who has the month's release: the traps of builds, hotpatches, releases and status columns."""

from __future__ import annotations

import dataclasses

import pytest

from questionnaires.builds import Build, Builds, MonthOfBuilds
from scoring.exports.table import Occasion
from tests.exports.counted import counted, occasion, table
from tests.exports.small import DAY, RELEASED, SEEN, key, listed, one, quality, reason, share

CURRENT = ("currency_per_ring", "Last")


def with_builds(*builds: Build) -> Occasion:
    month = MonthOfBuilds(month="2026-08", released=RELEASED, build=builds)
    return dataclasses.replace(occasion(), builds=Builds(month=(month,)))


def build(base: int, ordinary: int | None, hotpatch: int | None = None, **more: bool) -> Build:
    return Build(base=base, ordinary=ordinary, hotpatch=hotpatch, source="A page.", checked=RELEASED, **more)


def test_up_to_date_is_not_read_because_paused_and_in_progress_are_listed_under_it() -> None:
    rows = [("1", "10.0.26100.9168"), ("2", "10.0.26100.8875")]
    assert share(counted(listed("Last", "Last"), quality(*rows)), *CURRENT) == (1, 2)


def test_a_device_in_no_row_is_not_current_and_said() -> None:
    found = counted(listed("Last", "Last", "Last"), quality(("1", "26100.9168")))
    assert share(found, *CURRENT) == (1, 3)
    assert "On the list and in no row: 2 devices of 3, not counted above the line." in one(found, *CURRENT).remarks


def test_a_later_build_of_the_same_base_is_current_and_builds_of_different_bases_are_never_compared() -> None:
    rows = [("1", "26100.9999"), ("2", "22631.7517"), ("3", "22631.7516"), ("4", "19045.7663")]
    assert share(counted(listed(*["Last"] * 4), quality(*rows)), *CURRENT) == (3, 4)


@pytest.mark.parametrize(
    ("revision", "status", "is_current"),
    [
        ("9106", "Hotpatched", True),
        ("9107", "enrolled", True),
        ("9105", "Hotpatched", False),
        ("9106", "Not hotpatched", False),
        ("9106", "", False),
        ("9168", "Not hotpatched", True),
    ],
)
def test_between_hotpatch_and_ordinary_build_the_status_tells(revision: str, status: str, is_current: bool) -> None:
    rows = quality(("1", f"26100.{revision}", status), columns="build hotpatch_status")
    assert share(counted(listed("Last"), rows), *CURRENT) == (int(is_current), 1)


def test_without_the_status_column_a_hotpatch_build_tells_nothing_and_the_column_is_named() -> None:
    found = counted(listed("Last", "Last"), quality(("1", "26100.9106"), ("2", "26100.9168")))
    assert reason(found, "currency_per_ring") == (
        'quality.csv, Last: cannot be told of 1 device that only the column "HotpatchStatus" could tell, '
        "which the file lacks."
    )


def test_a_status_in_a_language_that_nobody_has_seen_is_refused_by_name() -> None:
    rows = quality(("1", "26100.9106", "Corrigé à chaud"), columns="build hotpatch_status")
    found = reason(counted(listed("Last"), rows), "currency_per_ring")
    assert 'of 1 device with "Corrigé à chaud" for the release without a restart, which cannot be read' in found


def test_the_installed_release_goes_before_the_build() -> None:
    rows = quality(
        ("1", "26100.9106", "2026.08 B Security"),
        ("2", "26100.9168", "2026.07 B Security"),
        ("3", "26100.1", "2026.09 B Security"),
        ("4", "26100.9168", ""),
        ("5", "26100.9168", "Older releases"),
        columns="build installed_release",
    )
    assert share(counted(listed(*["Last"] * 5), rows), *CURRENT) == (4, 5)


def test_the_installed_release_alone_will_do() -> None:
    rows = quality(("1", "2026.08 D Preview"), ("2", "2026.07 D Preview"), columns="installed_release")
    assert share(counted(listed("Last", "Last"), rows), *CURRENT) == (1, 2)


def test_a_release_of_the_month_that_may_have_come_before_its_own_leaves_the_word_to_the_build() -> None:
    rows = [("1", "26100.9100", "2026.08 A"), ("2", "26100.9168", "2026.08 A")]
    report = quality(*rows, columns="build installed_release")
    found = counted(listed("Last", "Last"), report, when=with_builds(build(26100, 9168)))
    assert share(found, *CURRENT) == (1, 2)


def test_a_base_build_that_the_builds_lack_is_said_and_is_not_counted_as_not_current() -> None:
    rows = [("1", "26100.9168"), ("2", "27900.1"), ("3", "27900.2"), ("4", "26100.1")]
    found = counted(listed(*["Last"] * 4), quality(*rows))
    assert found.lacking.says == ("The build of 2026-08 for 27900 is not known (2 devices).",)
    assert reason(found, "currency_per_ring") == "The build of 2026-08 for 27900 is not known."
    assert share(found, "not_ready") == (0, 4)


def test_an_unknown_base_build_of_one_ring_leaves_the_other_rings() -> None:
    found = counted(listed("Ring1", "Last"), quality(("1", "27900.1"), ("2", "26100.9168")))
    assert share(found, *CURRENT) == (1, 1)
    assert reason(found, "failed_installs") == "The build of 2026-08 for 27900 is not known."
    assert [one.ring for one in found.proposals if one.criterion == "currency_per_ring"] == ["Last"]


def test_an_ordinary_build_that_nobody_knows_tells_of_the_hotpatched_only() -> None:
    rows = [("1", "26100.4851", "Hotpatched"), ("2", "26100.4850", ""), ("3", "26100.4900", "")]
    when = with_builds(build(26100, None, 4851))
    two = counted(listed("Last", "Last"), quality(*rows[:2], columns="build hotpatch_status"), when=when)
    assert share(two, *CURRENT) == (1, 2)
    found = counted(listed(*["Last"] * 3), quality(*rows, columns="build hotpatch_status"), when=when)
    assert found.lacking.says == ("The ordinary build of 2026-08 for 26100 is not known (1 device).",)
    assert found.lacking.lines[5:8] == ("base = 26100", "ordinary = …", "hotpatch = 4851")


def test_a_hotpatch_that_nobody_knows_tells_of_all_but_the_hotpatched() -> None:
    when = with_builds(build(26100, 9445, is_hotpatch_unknown=True))
    columns = "build hotpatch_status"
    rows = [("1", "26100.9445", "Hotpatched"), ("2", "26100.9300", "No"), ("3", "26100.9300", "Yes")]
    assert share(counted(listed("Last", "Last"), quality(*rows[:2], columns=columns), when=when), *CURRENT) == (1, 2)
    found = counted(listed(*["Last"] * 3), quality(*rows, columns=columns), when=when)
    assert found.lacking.says == ("The hotpatch build of 2026-08 for 26100 is not known (1 device).",)


def test_an_empty_build_is_not_current_and_one_that_cannot_be_read_is_refused_by_name() -> None:
    assert share(counted(listed("Last", "Last"), quality(("1", ""), ("2", "0.0.0.0"))), *CURRENT) == (0, 2)
    found = counted(listed("Last"), quality(("1", "24H2")))
    assert reason(found, "currency_per_ring").endswith('1 device with the build "24H2", which cannot be read.')


def test_without_a_month_whose_builds_are_known_nothing_is_current_or_not() -> None:
    for month in (None, "2031-01"):
        found = counted(listed("Last"), quality(("1", "26100.9168")), when=occasion(month))
        assert reason(found, "currency_per_ring").endswith("1 device for which no month with known builds is named.")
        assert share(found, "not_ready") == (0, 1)


def test_a_file_from_before_the_day_it_counts_on_is_said_and_proposed_all_the_same() -> None:
    early = quality(("1", "26100.9168"), day=DAY.replace(day=28))
    found = one(counted(listed("Last"), early), *CURRENT)
    assert found.so_far == "Counts on 2026-08-29 at the earliest."
    assert found.report.startswith("So far, until 2026-08-28: ")
    on_time = one(counted(listed("Last"), quality(("1", "26100.9168"), day=DAY.replace(day=29))), *CURRENT)
    assert (on_time.so_far, on_time.remarks) == (None, ())
    assert "So far" not in on_time.report


def test_a_ring_whose_deadline_nobody_knows_is_counted_and_said() -> None:
    found = one(counted(listed("Branch"), quality(("1", "26100.9168"))), "currency_per_ring", "Branch")
    assert found.remarks == ("The deadline of Branch is not known, so whether it counts already is not checked.",)


def test_the_share_of_hotpatches_is_of_those_meant_for_it_and_ordinary_builds_fail_it() -> None:
    rows = [
        ("1", "26100.9106", "Yes"),
        ("2", "26100.9168", "Yes"),
        ("3", "26100.9106", "No"),
        ("4", "22631.7517", "Yes"),
    ]
    found = counted(listed(*["Last"] * 4), quality(*rows, columns="build hotpatch_status"))
    assert share(found, "hotpatch_share") == (1, 3)


def test_a_month_without_a_hotpatch_has_no_share_of_it() -> None:
    rows = quality(("1", "26100.9106", "Yes"), columns="build hotpatch_status")
    found = counted(listed("Last"), rows, when=with_builds(build(26100, 9168)))
    assert reason(found, "hotpatch_share").endswith("1 device in 2026-08, which had no release without a restart.")


def test_failed_installs_are_of_those_who_were_ready_and_seen_after_the_deadline_of_their_ring() -> None:
    seen = {
        1: "2026-08-15 09:00:00",
        2: "2026-08-14 23:59:59",
        3: "2026-08-25 00:00:00",
        4: "2026-08-24 10:00:00",
        5: SEEN,
    }
    ready = {5: "Not Ready"}
    rows = [
        (key(number), "Up To Date", ready.get(number, "Ready"), day, "26100.1" if number % 2 else "26100.9168")
        for number, day in seen.items()
    ]
    report = table("quality_update_status", "device_id status readiness last_seen build", rows)
    found = counted(listed("Ring1", "Ring1", "Last", "Last", "Last"), report)
    assert share(found, "failed_installs") == (2, 2)


def test_failed_installs_need_the_deadline_of_every_ring() -> None:
    found = counted(listed("Ring1", "Branch"), quality(("1", "26100.9168"), ("2", "26100.1")))
    assert reason(found, "failed_installs").endswith("1 device in a ring whose deadline is not known, or in none.")
