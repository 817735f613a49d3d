"""A fleet of devices with known truth, and every export as it would show that fleet, in the form of real files.

Who is what is drawn first, and the figures are added up from that; the cells are made from it afterwards. Nothing of
the counting is imported, so that both can only agree by being right. Names, keys and people are made up.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

RELEASED: Final = dt.date(2026, 8, 11)
MONTH: Final = "2026-08"
DAY: Final = dt.date(2026, 8, 30)
"""The day that every file shows: that of the release, 13 days to the deadline of the last ring, 5 more, and one."""
START: Final = dt.date(2026, 8, 10)
RINGS: Final = {"Test": 0, "Ring1": 3, "Ring2": 7, "Last": 13}
"""The rings of the pilot, with the days from the release to the deadline."""
ORDINARY: Final = {26100: 9168, 26200: 9168, 22631: 7517, 19045: 7663}
HOTPATCH: Final = {26100: 9106, 26200: 9106}
MODELS: Final = ("Latitude 5440", "EliteBook 840 G10", "Surface Pro 9", "ThinkPad T14", "OptiPlex Micro 7020")


class Kind(StrEnum):
    """What became of a device in the cycle."""

    CURRENT = "current"
    HOTPATCHED = "hotpatched"
    LOOKS_HOTPATCHED = "in the line without a restart, and its status says no"
    FAILED = "ready, online after the deadline, and without the update"
    PAUSED = "listed as up to date and paused, without the update"
    ON_LEAVE = "not seen for a month"
    EXCLUDED = "not ready, as somebody took it out"
    NEVER_REGISTERED = "in no row of the service"
    RE_ENROLLED = "current, with two older rows of the same device"
    OLD_WITH_SUPPORT = "Windows 10, enrolled for extended updates and current"
    OLD_WITHOUT = "Windows 10 and nothing"


WEIGHTS: Final = {
    Kind.CURRENT: 52,
    Kind.HOTPATCHED: 14,
    Kind.LOOKS_HOTPATCHED: 2,
    Kind.FAILED: 4,
    Kind.PAUSED: 3,
    Kind.ON_LEAVE: 4,
    Kind.EXCLUDED: 3,
    Kind.NEVER_REGISTERED: 4,
    Kind.RE_ENROLLED: 8,
    Kind.OLD_WITH_SUPPORT: 4,
    Kind.OLD_WITHOUT: 2,
}
HAS_IT: Final = {Kind.CURRENT, Kind.HOTPATCHED, Kind.RE_ENROLLED, Kind.OLD_WITH_SUPPORT}


@dataclass(frozen=True)
class Device:
    """One device, and what is true of it."""

    number: int
    key: str
    intune: str
    name: str
    kind: Kind
    ring: str | None
    """None where it is not on the list of the pilot."""
    base: int
    revision: int
    seen: dt.datetime
    installed: dt.datetime | None
    model: str
    is_corporate: bool
    system: str
    was_there: bool
    """Whether it stood in the export from the start of the cycle."""
    deferral: int
    alerts: tuple[tuple[dt.datetime, str], ...]
    crashes: int
    drivers: tuple[tuple[str, str, bool], ...]
    """Each by its catalogue id, its state, and whether somebody had approved it."""
    has_moved: bool
    """Whether it has the Windows version that it is going to."""

    @property
    def is_ready(self) -> bool:
        return self.kind not in (Kind.EXCLUDED, Kind.NEVER_REGISTERED)

    @property
    def has_it(self) -> bool:
        return self.kind in HAS_IT

    @property
    def is_supported(self) -> bool:
        return self.base != 19045 or self.kind is Kind.OLD_WITH_SUPPORT

    @property
    def build(self) -> str:
        return f"10.0.{self.base}.{self.revision}"


def fleet(size: int, seed: int = 14) -> list[Device]:
    """Devices of all kinds; every fifth is none of the pilot's."""
    chance = random.Random(seed)
    kinds = chance.choices(list(WEIGHTS), list(WEIGHTS.values()), k=size)
    return [_device(chance, number, kind) for number, kind in enumerate(kinds)]


def _key(chance: random.Random) -> str:
    digits = f"{chance.getrandbits(128):032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _device(chance: random.Random, number: int, kind: Kind) -> Device:
    base = 19045 if kind in (Kind.OLD_WITH_SUPPORT, Kind.OLD_WITHOUT) else chance.choice((26100, 26200, 22631))
    if kind in (Kind.HOTPATCHED, Kind.LOOKS_HOTPATCHED):
        base = chance.choice((26100, 26200))
    seen = dt.datetime.combine(DAY, dt.time(6)) - dt.timedelta(minutes=chance.randrange(0, 300))
    if kind is Kind.ON_LEAVE:
        seen -= dt.timedelta(days=chance.randrange(20, 40))
    days = chance.randrange(0, 12)
    installed = dt.datetime.combine(RELEASED, dt.time(9, 30)) + dt.timedelta(days=days, minutes=chance.randrange(600))
    ring = chance.choices(list(RINGS), (5, 20, 40, 35))[0]
    alerts = tuple(
        (dt.datetime.combine(DAY, dt.time(3)) - dt.timedelta(days=chance.randrange(1, 25)), status)
        for status in chance.choices(("Active", "Resolved", "Deleted"), k=chance.choice((0, 0, 0, 1, 2)))
    )
    return Device(
        number,
        _key(chance),
        _key(chance),
        f"PC-{number:05d}",
        kind,
        ring if number % 5 else None,
        base,
        _revision(chance, kind, base),
        seen,
        installed if kind in HAS_IT else None,
        chance.choice(MODELS[:4] if number % 5 else MODELS),
        chance.random() < 0.95,
        "Windows" if number % 5 or chance.random() < 0.8 else "iOS",
        chance.random() < 0.97,
        -1 if chance.random() < 0.03 else {"Test": 0, "Ring1": 1, "Ring2": 5, "Last": 10}[ring],
        alerts,
        chance.choice((0, 0, 0, 0, 1, 2)),
        _drivers(chance),
        chance.random() < 0.9,
    )


def _drivers(chance: random.Random) -> tuple[tuple[str, str, bool], ...]:
    known = [f"{number:032x}" for number in range(1, 6)]
    states = ("Installed", "Installed", "Offering", "Uninstalled")
    return tuple((one, chance.choice(states), chance.random() < 0.9) for one in chance.sample(known, 2))


def _revision(chance: random.Random, kind: Kind, base: int) -> int:
    if kind is Kind.HOTPATCHED and chance.random() < 0.2:
        return ORDINARY[base]
    if kind in (Kind.HOTPATCHED, Kind.LOOKS_HOTPATCHED):
        return HOTPATCH[base] + chance.choice((0, 0, 1))
    if kind in HAS_IT:
        return ORDINARY[base] + chance.choice((0, 0, 0, 240))
    return HOTPATCH.get(base, ORDINARY[base]) - chance.choice((231, 26, 1))


# The exports, as bytes.

Rows = Iterable[Sequence[str]]


def written(rows: Rows, delimiter: str = ",", line: str = "\r\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line).writerows(rows)
    return text.getvalue()


def zipped(data: bytes, name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return packed.getvalue()


def sql(moment: dt.datetime | None) -> str:
    """As the portal's own service and the export jobs write it: seven decimals, no zone."""
    return f"{moment:%Y-%m-%d %H:%M:%S}.0000000" if moment else ""


def zulu(moment: dt.datetime | None) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.1234567Z" if moment else ""


def german(moment: dt.datetime | None) -> str:
    return f"{moment:%d.%m.%Y %H:%M}" if moment else ""


def american(moment: dt.datetime | None) -> str:
    if moment is None:
        return ""
    hour = moment.hour % 12 or 12
    return f"{moment.month}/{moment.day}/{moment.year} {hour}:{moment:%M:%S} {'AM' if moment.hour < 12 else 'PM'}"


def list_of_pilot(devices: Iterable[Device]) -> bytes:
    rows = ((device.name, device.key.upper(), device.ring or "") for device in devices if device.ring)
    return written([("Device name", "Microsoft Entra device ID", "Ring"), *rows]).encode()


def list_by_name(devices: Iterable[Device]) -> bytes:
    rows = ((device.name.lower(), device.ring or "") for device in devices if device.ring)
    return written([("name", "ring"), *rows], ";").encode("cp1252")


_QUALITY: Final = (
    "DeviceName",
    "AADDeviceId",
    "SerialNumber",
    "UserPrincipalName",
    "BusinessGroupName",
    "DeploymentGroupName",
    "QUStatusLevel1Name",
    "QUPauseStatus",
    "OSBuild",
    "DeviceReadiness",
    "AlertCount",
    "LastIntuneSyncDateTimeUtc",
    "QUUpdateInstalledTime",
    "HotpatchStatus",
    "HotpatchReadiness",
    "ExtendedSecurity",
)


def _quality_row(device: Device, day: Callable[[dt.datetime | None], str]) -> list[str]:
    is_up = device.has_it or device.kind is Kind.PAUSED
    return [
        device.name,
        device.key,
        f"SN{device.number:07d}",
        f"person{device.number}@example.org",
        "N/A",
        f"Windows Autopatch - {device.ring}",
        "Up To Date" if is_up else "Not Up To Date",
        "Paused" if device.kind is Kind.PAUSED else "",
        device.build if device.number % 2 else device.build.removeprefix("10.0."),
        "Ready" if device.is_ready else "Not Ready",
        str(len(device.alerts)),
        day(device.seen),
        day(device.installed),
        "Hotpatched" if device.kind is Kind.HOTPATCHED else "Not hotpatched",
        "Ready",
        "Enrolled" if device.kind is Kind.OLD_WITH_SUPPORT else "",
    ]


def _older(row: Sequence[str], place: int, day: str, build: int) -> list[str]:
    """A row of the same device from before it was enrolled again."""
    older = list(row)
    older[place] = day
    older[build] = "10.0.26100.1742"
    return older


def _quality_rows(devices: Iterable[Device], day: Callable[[dt.datetime | None], str]) -> list[list[str]]:
    rows: list[list[str]] = []
    for device in devices:
        if device.kind is Kind.NEVER_REGISTERED:
            continue
        row = _quality_row(device, day)
        rows.append(row)
        if device.kind is Kind.RE_ENROLLED:
            for days in (50, 90):
                rows.insert(len(rows) // 2, _older(row, 11, day(device.seen - dt.timedelta(days=days)), 8))
    return rows


def quality(devices: Iterable[Device]) -> bytes:
    """As the portal saves it: a mark in front, commas."""
    return written([_QUALITY, *_quality_rows(devices, sql)]).encode("utf-8-sig")


def quality_at_start(devices: Iterable[Device]) -> bytes:
    return written([_QUALITY, *_quality_rows((one for one in devices if one.was_there), zulu)]).encode("utf-8-sig")


def quality_in_german(devices: Iterable[Device]) -> bytes:
    """As somebody's Excel saves it: German headers of the screen, semicolons, German days, UTF-16."""
    headers = dict(zip(_QUALITY, _QUALITY, strict=True))
    headers |= {"DeviceName": "Gerätename", "OSBuild": "Aktuelle Version", "DeviceReadiness": "Bereitschaft"}
    headers |= {"QUStatusLevel1Name": "Updatestatus", "AADDeviceId": "Microsoft Entra device ID"}
    rows = _quality_rows(devices, german)
    for row in rows:
        row[9] = {"Ready": "Bereit", "Not Ready": "Nicht bereit"}[row[9]]
    return written([list(headers.values()), *rows], ";").encode("utf-16")


def quality_in_american(devices: Iterable[Device]) -> bytes:
    """With the month first: the days after the twelfth say so."""
    return written([_QUALITY, *_quality_rows(devices, american)]).encode()


def quality_of_2026_09(devices: Iterable[Device]) -> bytes:
    """With the release that is installed, and without build or hotpatch."""
    without = [place for place, header in enumerate(_QUALITY) if header in ("OSBuild", "HotpatchStatus")]
    rows = []
    for device in devices:
        for row in _quality_rows([device], sql):
            release = "2026.08 B Security" if device.has_it and "1742" not in row[8] else "2026.07 B Security"
            rows.append([cell for place, cell in enumerate(row) if place not in without] + [release])
    headers = [header for place, header in enumerate(_QUALITY) if place not in without]
    return written([[*headers, "Installed release"], *rows]).encode("utf-8-sig")


def all_devices(devices: Iterable[Device]) -> bytes:
    """A ZIP with one CSV. Who was enrolled again stands there twice more, in older rows."""
    headers = [
        "Device ID",
        "Device name",
        "Compliance",
        "Last check-in",
        "Microsoft Entra Device ID",
        "OS version",
    ]
    headers += ["Serial number", "Manufacturer", "Model", "Primary user UPN", "Ownership", "OS", "SkuFamily"]
    rows: list[list[str]] = []
    for device in devices:
        row = [device.intune, device.name, "Compliant", sql(device.seen), device.key, device.build]
        row += [f"SN{device.number:07d}", "Contoso", device.model, f"person{device.number}@example.org"]
        row += ["Corporate" if device.is_corporate else "Personal", device.system, "Enterprise"]
        rows.append(row)
        if device.kind is Kind.RE_ENROLLED:
            rows.append(_older(row, 3, "2025-03-01 10:00:00.0000000", 5))
            rows.append(_older(row, 3, "0001-01-01 00:00:00.0000000", 5))
    return zipped(written([headers, *rows]).encode("utf-8-sig"), "DevicesWithInventory_1.csv")


def device_versions(devices: Iterable[Device]) -> bytes:
    headers = ["Device Name", "Intune Device Id", "Entra Device Id", "Primary UPN", "OS version"]
    headers += ["Windows feature version", "Windows quality version", "Managed by", "Last check-in"]
    rows = []
    for device in devices:
        before = "2026-07 B" if device.kind is Kind.LOOKS_HOTPATCHED else "Older releases"
        release = "2026-08 B" if device.has_it else before
        row = [device.name, device.intune, device.key, "someone@example.org", device.build]
        rows.append([*row, "24H2", release, "Intune", sql(device.seen)])
    return written([headers, *rows]).encode("utf-8-sig")


def feature(devices: Iterable[Device]) -> bytes:
    """In German, as a public tool has met it."""
    headers = ["Gerätename", "Microsoft Entra device ID", "Aktuelle Version", "Zielversion", "Updatestatus"]
    moved, waiting = ["25H2", "25H2", "Up To Date"], ["24H2", "25H2", "Not Up To Date"]
    rows = ([device.name, device.key, *(moved if device.has_moved else waiting)] for device in devices)
    return written([headers, *rows], ";").encode("utf-8")


def feature_devices(devices: Iterable[Device]) -> bytes:
    """Of the export jobs: each word twice, the second in the tenant's language, in a ZIP."""
    headers = ["PolicyId", "PolicyName", "FeatureUpdateVersion", "DeviceId", "AADDeviceId", "DeviceName", "UPN"]
    headers += [
        "AggregateState",
        "AggregateState_loc",
        "EventDateTimeUTC",
        "LatestAlertMessage",
        "LatestAlertMessage_loc",
    ]
    rows = (
        ["0f3c", "To 25H2", "Windows 11, version 25H2", device.intune, device.key, device.name, "x@example.org"]
        + (["Success", "Erfolgreich"] if device.has_moved else ["InProgress", "In Bearbeitung"])
        + [sql(device.seen), "0", "Nicht zutreffend"]
        for device in devices
    )
    return zipped(written([headers, *rows]).encode("utf-8-sig"), "WindowsUpdatePerPolicyPerDeviceStatus_1.csv")


def expedited(devices: Iterable[Device]) -> bytes:
    headers = ["PolicyId", "DeviceId", "AADDeviceId", "DeviceName", "AggregateState", "AggregateState_loc"]
    headers += ["CurrentDeviceUpdateStatus", "EventDateTimeUTC", "UPN"]
    rows = []
    for device in devices:
        if not device.is_ready:
            continue
        state = ["Success", "Erfolgreich", "8"] if device.has_it else ["InProgress", "In Bearbeitung", "2"]
        day = sql(device.installed or device.seen)
        rows.append(["0f3d", device.intune, device.key, device.name, *state, day, "x@example.org"])
    return zipped(written([headers, *rows]).encode("utf-8-sig"), "QualityUpdateDeviceStatusByPolicy_1.csv")


def management(devices: Iterable[Device]) -> bytes:
    headers = ["aadDeviceId", "deviceName", "updateStatus", "deviceReadiness", "lastIntuneSyncDateTimeUTC"]
    headers += ["isAssignedtoUpdateRing", "isAssignedtoCloudPolicy", "businessGroupName", "deploymentGroupName"]
    rows = []
    for device in devices:
        if device.kind is Kind.NEVER_REGISTERED:
            continue
        ready, ring = "Ready" if device.is_ready else "Not Ready", "false" if device.deferral < 0 else "true"
        rows.append(
            [device.key, device.name, "Up To Date", ready, zulu(device.seen), ring, "true", "N/A", device.ring or ""]
        )
    return written([headers, *rows]).encode()


def performance(devices: Iterable[Device]) -> bytes:
    headers = ["DeviceId", "DeviceName", "BlueScreenCount", "RestartCount", "BootScore", "Model"]
    rows = (
        [device.intune, device.name, str(device.crashes), "7", "62", device.model]
        for device in devices
        if device.is_ready
    )
    return zipped(written([headers, *rows]).encode("utf-8-sig"), "EAStartupPerfDevicePerformanceV2_1.csv")


def client(devices: Iterable[Device]) -> bytes:
    """Two daily snapshots in one file, the older of which says otherwise. Names are hidden."""
    headers = ["TimeGenerated [UTC]", "AzureADDeviceId", "DeviceName", "LastWUScanTime [UTC]", "OSBuild"]
    headers += ["OSFeatureUpdateStatus", "WUQualityDeferralDays", "WUQualityDeadlineDays"]
    rows = []
    for device in devices:
        if device.kind is Kind.NEVER_REGISTERED:
            continue
        status = "EndOfService" if device.base == 19045 else "InService"
        moment, before = dt.datetime.combine(DAY, dt.time(2)), dt.datetime.combine(DAY, dt.time(2)) - dt.timedelta(1)
        rows.append([american(moment), device.key, "#", american(device.seen), device.build, status])
        rows[-1] += [str(device.deferral), "2"]
        rows.append([american(before), device.key, "#", american(before), device.build, "Unknown", "-1", "-1"])
    return written([headers, *rows]).encode()


def alerts(devices: Iterable[Device]) -> bytes:
    """Every alert in two snapshots: in the older one all were active."""
    headers = ["TimeGenerated [UTC]", "AlertId", "AlertStatus", "AzureADDeviceId", "StartTime [UTC]", "UpdateCategory"]
    rows = []
    for device in devices:
        for number, (started, status) in enumerate(device.alerts):
            for day, told in ((DAY, status), (DAY - dt.timedelta(days=1), "Active")):
                snapshot = zulu(dt.datetime.combine(day, dt.time(4)))
                alert = f"{device.key}-{number}"
                rows.append([snapshot, alert, told, device.key, zulu(started), "WindowsQualityUpdate"])
    return written([headers, *rows]).encode()


def client_updates(devices: Iterable[Device]) -> bytes:
    """Two snapshots, the older of which knows nothing yet; a driver of before the release; and the month's update."""
    headers = ["TimeGenerated [UTC]", "AzureADDeviceId", "UpdateCategory", "CatalogId", "ClientState"]
    headers += ["UpdateInstalledTime [UTC]"]
    now, before = dt.datetime.combine(DAY, dt.time(2)), dt.datetime.combine(DAY, dt.time(2)) - dt.timedelta(1)
    rows = []
    for device in devices:
        for driver, state, _ in device.drivers:
            rows.append([zulu(now), device.key, "DriverUpdate", driver, state, zulu(device.seen)])
            rows.append([zulu(before), device.key, "DriverUpdate", driver, "Offering", ""])
        old = zulu(dt.datetime.combine(RELEASED, dt.time(1)) - dt.timedelta(hours=2))
        rows.append([zulu(now), device.key, "DriverUpdate", "f" * 32, "Installed", old])
        rows.append([zulu(now), device.key, "WindowsQualityUpdate", "", "Installed", zulu(device.seen)])
    return written([headers, *rows]).encode()


def service_updates(devices: Iterable[Device]) -> bytes:
    headers = ["TimeGenerated [UTC]", "AzureADDeviceId", "CatalogId", "DeploymentApprovedTime [UTC]", "ServiceState"]
    approved = zulu(dt.datetime.combine(START, dt.time(9)))
    rows = [
        [zulu(device.seen), device.key, driver, approved if is_approved else "", "Offering"]
        for device in devices
        for driver, _, is_approved in device.drivers
    ]
    return written([headers, *rows]).encode()
