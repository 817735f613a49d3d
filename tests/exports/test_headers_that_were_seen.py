"""Whole reports, by the headers that are documented for them or were seen: each is known for what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from questionnaires import builtin
from tests.exports.saved import read, saved

ON_SCREEN: Final = (
    "Device name,Autopatch group,Deployment ring,Update status,Pause status,Current version,Readiness,Alerts,"
    "Microsoft Entra device ID,Serial number,Intune last check-in time,Service State,Service Substate,Client State,"
    "Client Substate,Servicing Channel,User Last Logged On,Primary User UPN,Hex Error Code,Cadence Type,"
    "Quality update Installed Time,Hotpatch status,Hotpatch readiness,Quality update policy,Extended security update,"
    "Scope tag,Target compliance,Target release,Installed release,Applied policy"
)
IN_FILES: Final = (
    "DeviceName,BusinessGroupName,BusinessGroupAltName,DeploymentGroupName,QUStatusLevel1Name,QUPauseStatus,OSBuild,"
    "DeviceReadiness,AlertCount,AlertNames,PolicyAlertsArray,AADDeviceId,SerialNumber,LastIntuneSyncDateTimeUtc,"
    "QUServiceState,QUServiceSubstate,QUClientState,QUClientSubstate,OSServicingChannel,UserPrincipalName,"
    "QUServiceUpdateAlertErrorCode,CadenceType,QUUpdateInstalledTime,HotpatchStatus,HotpatchReadiness,"
    "QualityUpdatePolicyName,ExtendedSecurity,ScopeTag"
)
FEATURE: Final = (
    "DeviceName,OSVersion,TargetOSVersion,FUStatusLevel1Name,DeviceReadiness,FUAlerts,FUErrorCode,FUServiceState,"
    "FUServiceSubstate,FUClientState,FUClientSubstate,LastIntuneSyncDateTimeUtc,AADDeviceId,SerialNumber,PhaseName"
)
INVENTORY: Final = (
    "Device ID,Device name,Last check-in,{},OS version,Microsoft Entra registered,Serial number,"
    "Manufacturer,Model,Free storage,Primary user UPN,Compliance,Managed by,Ownership,Device state,OS,SkuFamily,"
    "JoinType"
)
OF_POLICY: Final = (
    "AADDeviceId,AggregateState,AggregateState_loc,CurrentDeviceUpdateStatus,CurrentDeviceUpdateStatus_loc,"
    "CurrentDeviceUpdateSubstatus,CurrentDeviceUpdateSubstatus_loc,DeviceId,DeviceName,EventDateTimeUTC,"
    "LastWUScanTimeUTC,LatestAlertMessage,LatestAlertMessage_loc,OwnerType,PolicyId,UPN"
)
CLIENTS: Final = (
    "AzureADDeviceId,DeviceName,LastWUScanTime [UTC],OSBuild,OSBuildNumber,OSRevisionNumber,OSEdition,OSVersion,"
    "OSArchitecture,OSServicingChannel,OSSecurityUpdateStatus,OSQualityUpdateStatus,OSQualityUpdateReleaseTime [UTC],"
    "OSFeatureUpdateStatus,OSFeatureUpdateEOSTime [UTC],WUQualityDeferralDays,WUQualityDeadlineDays,"
    "WUQualityGracePeriodDays,WUQualityPauseState,SCCMClientId,TimeGenerated [UTC]"
)
ALERTS: Final = (
    "TimeGenerated [UTC],AlertId,AlertClassification,AlertStatus,AlertSubtype,AlertType,AzureADDeviceId,"
    "StartTime [UTC],ResolvedTime [UTC],ErrorCode,ErrorSymName,Recommendation,UpdateCategory,TargetBuild"
)
REPORTS: Final = {
    "quality_update_status": (ON_SCREEN, IN_FILES),
    "feature_update_status": (FEATURE,),
    "device_versions": (
        "Device Name,Intune Device Id,Entra Device Id,Primary UPN,OS version,Windows feature version,"
        "Windows quality version,Managed by,Last check-in",
    ),
    "all_devices": (INVENTORY.format("Microsoft Entra Device ID"), INVENTORY.format("Azure AD Device ID")),
    "expedited_update": (OF_POLICY,),
    "feature_update_devices": (f"{OF_POLICY},Build,FeatureUpdateVersion,PolicyName,WindowsUpdateVersion",),
    "uc_client": (CLIENTS,),
    "update_alerts": (ALERTS,),
}


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("report", list(REPORTS))
def test_a_report_with_all_its_columns_is_known_for_what_it_is(tmp_path: Path, report: str, delimiter: str) -> None:
    for headers in REPORTS[report]:
        names = headers.split(",")
        cells = [f"anna@example.org {place}" for place in range(len(names))]
        text = "\r\n".join((delimiter.join(names), delimiter.join(cells), ""))
        found = read(saved(tmp_path, text.encode("utf-8-sig")), builtin().exports)
        assert found.table.export.id == report
        assert len(found.table.columns) > 2
        taken = {int(cell.rpartition(" ")[2]) for row in found.rows for cell in row}
        assert not {names[place] for place in taken} & {"UPN", "UserPrincipalName", "Primary User UPN", "Primary UPN"}
        assert not {names[place] for place in taken} & {"Primary user UPN", "User Last Logged On"}
