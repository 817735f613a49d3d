"""Figures counted in the exports of a fleet of which everything is known: each equals the truth."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from scoring.exports.table import Counted
from tests.exports import synthetic
from tests.exports.counted import counted_in_files
from tests.exports.synthetic import DAY, START, fleet
from tests.exports.truth import Figures, truth

Files = dict[str, tuple[bytes, dt.date]]

FLEET: Final = fleet(300)
TRUE: Final = truth(FLEET)
LIST: Final[Files] = {"list.csv": (synthetic.list_of_pilot(FLEET), DAY)}
REPORTS: Final[Files] = {
    "quality.csv": (synthetic.quality(FLEET), DAY),
    "start.csv": (synthetic.quality_at_start(FLEET), START),
    "devices.zip": (synthetic.all_devices(FLEET), DAY),
    "feature.csv": (synthetic.feature(FLEET), DAY),
    "performance.zip": (synthetic.performance(FLEET), DAY),
    "client.csv": (synthetic.client(FLEET), DAY),
    "alerts.csv": (synthetic.alerts(FLEET), DAY),
    "updates.csv": (synthetic.client_updates(FLEET), DAY),
    "approvals.csv": (synthetic.service_updates(FLEET), DAY),
}


def told(counted: Counted) -> Figures:
    return {
        (one.criterion, one.ring): (int(one.numerator), None if one.denominator is None else int(one.denominator))
        for one in counted.proposals
    }


def true_of(*criteria: str) -> Figures:
    return {key: figure for key, figure in TRUE.items() if key[0] in criteria}


def test_every_figure_that_the_exports_tell_is_true(tmp_path: Path) -> None:
    counted = counted_in_files(tmp_path, LIST | REPORTS)
    assert counted.faults == ()
    assert told(counted) == TRUE


def test_the_order_of_the_files_changes_nothing(tmp_path: Path) -> None:
    files = list((LIST | REPORTS).items())
    assert told(counted_in_files(tmp_path, dict(reversed(files)))) == TRUE


@pytest.mark.parametrize("seed", range(3))
def test_other_fleets_are_counted_as_well(tmp_path: Path, seed: int) -> None:
    devices = fleet(120, seed)
    files = {
        "list.csv": (synthetic.list_of_pilot(devices), DAY),
        "quality.csv": (synthetic.quality(devices), DAY),
        "devices.zip": (synthetic.all_devices(devices), DAY),
    }
    counted = told(counted_in_files(tmp_path, files))
    assert counted == {key: figure for key, figure in truth(devices).items() if key in counted}
    assert len(counted) > 8


@pytest.mark.parametrize("way", ["quality_in_german", "quality_in_american", "quality_of_2026_09"])
def test_the_form_of_the_report_changes_no_figure(tmp_path: Path, way: str) -> None:
    """German headers, semicolons and UTF-16; the month before the day; the release in place of builds."""
    counted = told(counted_in_files(tmp_path, LIST | {"quality.csv": (getattr(synthetic, way)(FLEET), DAY)}))
    same = true_of("not_ready", "failed_installs", "currency_per_ring")
    assert {key: counted.get(key) for key in same} == same


def test_a_list_of_names_gives_the_same_figures(tmp_path: Path) -> None:
    files = {"list.csv": (synthetic.list_by_name(FLEET), DAY), "quality.csv": REPORTS["quality.csv"]}
    counted = counted_in_files(tmp_path, files)
    same = true_of("not_ready", "failed_installs", "currency_per_ring")
    assert {key: told(counted).get(key) for key in same} == same
    assert "list.csv has no keys, so each device is found by its name, where no other has the same." in "\n".join(
        counted.remarks
    )


def test_other_reports_tell_the_same(tmp_path: Path) -> None:
    """Currency by the distribution report, readiness and policies by the management status."""
    files = {
        "versions.csv": (synthetic.device_versions(FLEET), DAY),
        "management.csv": (synthetic.management(FLEET), DAY),
        "moved.zip": (synthetic.feature_devices(FLEET), DAY),
    }
    counted = told(counted_in_files(tmp_path, LIST | files))
    assert counted == true_of("not_ready", "coverage", "currency_per_ring", "silent_devices", "feature_update_tried")


def test_a_drill_is_counted_to_the_day_on_which_enough_report_success(tmp_path: Path) -> None:
    few = [device for device in FLEET if device.has_it]
    files: Files = {
        "list.csv": (synthetic.list_of_pilot(few), DAY),
        "expedited.zip": (synthetic.expedited(few), DAY),
    }
    (figure,) = counted_in_files(tmp_path, files).proposals
    pilot = [device for device in few if device.ring]
    days = sorted((device.installed.date() - synthetic.RELEASED).days for device in pilot if device.installed)
    assert figure.criterion == "expedite_drill"
    assert figure.numerator == days[-(-len(pilot) * 95 // 100) - 1]
    assert figure.part is not None


def test_nothing_about_people_is_kept_or_said(tmp_path: Path) -> None:
    counted = counted_in_files(tmp_path, LIST | REPORTS)
    assert "@" not in repr(counted)
    assert "UserPrincipalName" not in repr(counted)
    assert FLEET[1].name not in repr(counted)
