"""What has been published of real exports: their headers and values, in the form in which they come.

No file as a whole is public. Identifiers, and names of devices, people and policies, are made up; all else is as it was
seen in a tenant in July 2026, or read in 2026 by code that reads real files.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from questionnaires import builtin
from questionnaires.export import Holds
from tests.exports.saved import column, export, read, saved, zipped

FEATURE_STATES: Final = export(
    "feature_states",
    (
        column("device", "DeviceId", holds=Holds.KEY),
        column("policy", "PolicyId", holds=Holds.KEY),
        column("name", "DeviceName"),
        column("state", "AggregateState"),
        column("status", "CurrentDeviceUpdateStatus"),
        column("alert", "LatestAlertMessage"),
    ),
    known_by=("device", "state"),
)
PROFILES: Final = export(
    "profiles",
    (
        column("device", "IntuneDeviceId", holds=Holds.KEY),
        column("policy", "PolicyId", holds=Holds.KEY),
        column("name", "DeviceName"),
        column("state", "ReportStatus"),
    ),
    known_by=("device", "state"),
)
POLICY: Final = "00000000-aaaa-4508-8eec-000000000000"


def _device(number: int) -> str:
    return f"{number:08x}-bbbb-4b6b-a91b-000000000000"


def test_the_states_of_a_feature_update_are_read_without_their_twins_and_without_people(tmp_path: Path) -> None:
    headers = (
        "PolicyId,DeviceId,DeviceName,UPN,AggregateState,AggregateState_loc,CurrentDeviceUpdateStatus,"
        "CurrentDeviceUpdateStatus_loc,LatestAlertMessage,LatestAlertMessage_loc"
    )
    done, begun = "Success,Success,8,Installed,0,Not applicable", "InProgress,In progress,2,Offering,0,Not applicable"
    rows = [
        f"{POLICY},{_device(number)},DESKTOP-{number},user{number}@example.org,{done if number < 6 else begun}"
        for number in range(9)
    ]
    text = "\r\n".join((headers, *rows, ""))
    path = saved(tmp_path, zipped(text.encode("utf-8-sig"), "WindowsUpdatePerPolicyPerDeviceStatus_x.csv"), "e.zip")
    found = read(path, (FEATURE_STATES, PROFILES))
    assert found.table.columns == ("policy", "device", "name", "state", "status", "alert")
    assert found.rows == [
        (POLICY, _device(number), f"DESKTOP-{number}", *(("Success", "8") if number < 6 else ("InProgress", "2")), "0")
        for number in range(9)
    ]


def test_a_profile_on_a_device_without_name_and_user_is_read(tmp_path: Path) -> None:
    text = (
        "PolicyId,PolicyName,IntuneDeviceId,DeviceName,UPN,PolicyStatus,ReportStatus,UnifiedPolicyType\r\n"
        f"{POLICY},Windows one,{_device(1)},LAPTOP,user@example.org,2,Succeeded,GroupPolicyConfiguration\r\n"
        f"{POLICY},Windows two,{_device(2)},,,2,Succeeded,GroupPolicyConfiguration\r\n"
    )
    found = read(saved(tmp_path, zipped(text.encode("utf-8-sig"))), (FEATURE_STATES, PROFILES))
    assert found.table.export is PROFILES
    assert found.rows == [(POLICY, _device(1), "LAPTOP", "Succeeded"), (POLICY, _device(2), "", "Succeeded")]


def test_a_mark_and_lone_quotation_marks_as_they_come_from_exports_are_read(tmp_path: Path) -> None:
    notes = export("notes", (column("name", "DeviceName"), column("state", "State"), column("note", "Note")), ("name",))
    text = '\ufeffDeviceName,State,Note\nPC1,ok,a"b\nPC2,fail,plain\n'
    assert read(saved(tmp_path, text), (notes,)).rows == [("PC1", "ok", 'a"b'), ("PC2", "fail", "plain")]


def test_the_status_of_quality_updates_is_known_by_the_headers_that_were_seen(tmp_path: Path) -> None:
    text = (
        "DeviceName,BusinessGroupName,DeploymentGroupName,QUStatusLevel1Name,OSBuild,AlertCount,AADDeviceId,"
        "ExtendedSecurity,UserPrincipalName\n"
        f"PC1,N/A,Windows Autopatch - Ring1,Up To Date,10.0.26100.4349,0,{_device(1)},,user@example.org\n"
        f"PC2,N/A,Windows Autopatch - Test,Not Up To Date,19045.5371,3,{_device(2)},Enrolled,user@example.org\n"
    )
    found = read(saved(tmp_path, text), builtin().exports)
    assert found.table.export.id == "quality_update_status"
    rows = [dict(zip(found.table.columns, row, strict=True)) for row in found.rows]
    assert [row["device_id"] for row in rows] == [_device(1), _device(2)]
    assert [row["status"] for row in rows] == ["Up To Date", "Not Up To Date"]
    assert [row["build"] for row in rows] == ["10.0.26100.4349", "19045.5371"]
    assert [row["ring"] for row in rows] == ["Windows Autopatch - Ring1", "Windows Autopatch - Test"]
    assert not any("user@" in cell for row in found.rows for cell in row)


def test_a_table_of_log_analytics_has_its_zone_in_its_headers(tmp_path: Path) -> None:
    alerts = export(
        "alerts",
        (column("device", "AzureADDeviceId", holds=Holds.KEY), column("since", "StartTime")),
        ("device", "since"),
    )
    text = (
        f"\ufeffTimeGenerated [UTC],AzureADDeviceId,StartTime [UTC]\n11/17/2026,{_device(1)},11/2/2026 1:02:03.000 AM\n"
    )
    assert read(saved(tmp_path, text), (alerts,)).rows == [(_device(1), "11/2/2026 1:02:03.000 AM")]


def test_german_headers_as_they_were_seen_are_read(tmp_path: Path) -> None:
    feature = export(
        "feature",
        (
            column("name", "DeviceName", "Gerätename"),
            column("version", "OSVersion", "Aktuelle Version"),
            column("status", "FUStatusLevel1Name", "Updatestatus"),
            column("readiness", "DeviceReadiness", "Bereitschaft"),
        ),
        known_by=("name", "status"),
    )
    headers = "Gerätename;Aktuelle Version;Zielversion;Updatestatus;Bereitschaft;Warnungen"
    text = f"{headers}\r\nPC1;24H2;25H2;Aktuell;Bereit;0\r\n"
    for encoding in ("utf-8-sig", "cp1252", "utf-16"):
        assert read(saved(tmp_path, text.encode(encoding)), (feature,)).rows == [("PC1", "24H2", "Aktuell", "Bereit")]
