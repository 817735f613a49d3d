"""Several files at once: which of them a ring is counted in, and what is told of all of them together."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from questionnaires import InvalidFile
from questionnaires.faults import Fault
from scoring.exports.table import Row, Table
from tests.exports.counted import counted, occasion
from tests.exports.small import DAY, SEEN, faults, key, listed, one, quality, reason, share

READY = "device_id readiness last_seen build"


def test_each_ring_is_counted_in_the_latest_file_in_which_any_of_it_stands() -> None:
    first = quality(("1", "26100.1"), ("2", "26100.9168"), name="ring1.csv", day=DAY.replace(day=20))
    last = quality(("3", "26100.9168"), ("4", "26100.1"), name="last.csv")
    found = counted(listed("Ring1", "Ring1", "Last", "Last"), last, first)
    assert share(found, "currency_per_ring", "Ring1") == (1, 2)
    assert one(found, "currency_per_ring", "Ring1").day == DAY.replace(day=20)
    assert "Ring1 stands in ring1.csv of 2026-08-20 and in no later file." in one(found, "not_ready").remarks
    assert one(found, "currency_per_ring", "Last").report == "last.csv, 2 rows: AADDeviceId, OSBuild"
    assert share(found, "not_ready") == (0, 4)
    assert one(found, "not_ready").report == (
        "ring1.csv, 2 rows: AADDeviceId, DeviceReadiness; last.csv, 2 rows: AADDeviceId, DeviceReadiness"
    )


def test_of_two_files_of_all_rings_the_later_one_counts() -> None:
    before = quality(("1", "26100.1"), name="a.csv", day=DAY.replace(day=20))
    after = quality(("1", "26100.9168"), name="b.csv")
    assert share(counted(listed("Last"), before, after), "currency_per_ring", "Last") == (1, 1)


def test_faults_of_all_files_are_told_together_and_nothing_is_proposed() -> None:
    def torn(name: str) -> Table:
        def rows() -> Iterator[Row]:
            yield (key(1), "Ready", SEEN, "26100.9168")
            raise InvalidFile([Fault(name, "line 3", "is torn; save it again")])

        whole = quality(("1", "26100.9168"), name=name)
        return dataclasses.replace(whole, columns=tuple(READY.split()), rows=rows())

    found = counted(listed("Last"), torn("a.csv"), quality(("1", "26100.9168")), torn("b.csv"))
    assert faults(found) == [f"{name}: line 3: is torn; save it again" for name in ("a.csv", "b.csv")]
    assert (found.proposals, found.unfilled) == ((), ())


def test_what_the_builds_lack_is_said_once_for_all_rings_and_files() -> None:
    found = counted(listed("Ring1", "Last", "Last"), quality(("1", "27900.1"), ("2", "27900.1"), ("3", "27900.2")))
    assert found.lacking.says == ("The build of 2026-08 for 27900 is not known (3 devices).",)


def test_an_empty_report_counts_everybody_as_absent() -> None:
    found = counted(listed("Last", "Last"), quality())
    assert share(found, "not_ready") == (2, 2)
    assert share(found, "currency_per_ring", "Last") == (0, 2)
    assert reason(found, "failed_installs") == "quality.csv: nothing is there to be counted out of."


def test_the_cycle_stands_only_with_figures_that_are_counted_by_cycle() -> None:
    found = counted(listed("Last"), quality(("1", "26100.9168")), when=occasion(cycle=4))
    assert {figure.cycle for figure in found.proposals if figure.criterion == "currency_per_ring"} == {4}
    assert one(found, "not_ready").cycle is None
