"""Every export that the built-in questionnaire knows is told by its headers, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import pytest

from maturity.exports.reading import Told, open_export
from questionnaires import InvalidFile, builtin
from tests.exports import synthetic
from tests.exports.counted import TODAY
from tests.exports.synthetic import DAY, Device, fleet

SMALL: Final = fleet(5)
WRITERS: Final[dict[str, tuple[Callable[[Iterable[Device]], bytes], ...]]] = {
    "pilot_devices": (synthetic.list_of_pilot, synthetic.list_by_name),
    "quality_update_status": (
        synthetic.quality,
        synthetic.quality_at_start,
        synthetic.quality_in_german,
        synthetic.quality_in_american,
        synthetic.quality_of_2026_09,
    ),
    "feature_update_status": (synthetic.feature,),
    "device_versions": (synthetic.device_versions,),
    "all_devices": (synthetic.all_devices,),
    "management_status": (synthetic.management,),
    "expedited_update": (synthetic.expedited,),
    "feature_update_devices": (synthetic.feature_devices,),
    "device_performance": (synthetic.performance,),
    "uc_client": (synthetic.client,),
    "update_alerts": (synthetic.alerts,),
    "uc_client_update": (synthetic.client_updates,),
    "uc_service_update": (synthetic.service_updates,),
}


def export_of(folder: Path, data: bytes) -> str:
    (folder / "export").write_bytes(data)
    with open_export(folder / "export", builtin().exports, TODAY, told=Told(day=DAY)) as export:
        return export.table.export.id


@pytest.mark.parametrize("name", [export.id for export in builtin().exports if not export.is_tickets])
def test_each_export_is_told_by_its_headers(tmp_path: Path, name: str) -> None:
    assert {export_of(tmp_path, writer(SMALL)) for writer in WRITERS[name]} == {name}


def test_every_way_of_counting_is_in_an_export_that_a_fleet_is_written_as() -> None:
    ways = [way for criterion in builtin().candidates for way in criterion.measure.exported]
    used = {way.export for way in ways} | {way.beside.export for way in ways if way.beside is not None}
    assert used | {"pilot_devices"} == set(WRITERS)


@pytest.mark.parametrize(
    "headers",
    [
        "ClientRegistrationStatus,DeviceId,DeviceName,DeviceType,LastContact,OS,ReferenceId,SCCMCoManagementFeatures",
        "DeviceName,IntuneDeviceId,PolicyId,PolicyName,PolicyStatus,ReportStatus,UPN",
        "PolicyId,PolicyName,CountDevicesErrorStatus,CountDevicesSuccessStatus,ExpediteQUReleaseDate",
        "alertGroupName,alertGroupSeverity,alertGroupState,alertGroupLatestDateTime,impactDeviceCount",
    ],
)
def test_other_reports_are_taken_for_none_of_them(tmp_path: Path, headers: str) -> None:
    with pytest.raises(InvalidFile):
        export_of(tmp_path, f"{headers}\n".encode())


def test_no_column_about_people_is_known() -> None:
    names = ("upn", "user", "mail", "owner", "logged", "principal")
    headers = {header.casefold() for export in builtin().exports for one in export.columns for header in one.headers}
    assert {header for header in headers if any(name in header for name in names)} == {
        "ownership",
        "deploymentgroupname",
    }
