"""What is true of a fleet, added up from who is what: without the exports, and without what counts in them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

from tests.exports.synthetic import DAY, HAS_IT, ORDINARY, RELEASED, RINGS, Device, Kind

Figure = tuple[int | None, int | None]
"""A numerator, None where nothing can be told, and a denominator, None where a single thing is measured."""
Figures = dict[tuple[str, str | None], Figure]


def truth(devices: Sequence[Device]) -> Figures:
    """By criterion and ring, the numerator and the denominator that a careful person would count."""
    pilot = [device for device in devices if device.ring is not None]
    figures: Figures = {
        ("not_ready", None): _share(pilot, lambda device: not device.is_ready),
        ("failed_installs", None): _share(_offered(pilot), lambda device: device.kind not in HAS_IT),
        ("silent_devices", None): _share(pilot, lambda device: device.kind is Kind.ON_LEAVE),
        ("supported_version", None): _share(pilot, lambda device: device.is_supported),
        ("hotpatch_share", None): _share(
            [device for device in pilot if device.kind is Kind.HOTPATCHED],
            lambda device: device.revision < ORDINARY[device.base],
        ),
        ("coverage", None): (len(_without_policy(pilot)), None),
        ("alert_age", None): (_oldest_alert(pilot), None),
        ("pilot_size", None): _size(devices, pilot),
        ("pilot_mix", None): (len(_models(pilot)), len(_models(devices))),
        ("driver_approvals", None): _approvals([device for device in pilot if device.seen.date() >= RELEASED]),
        ("reliability", None): _crashes([device for device in pilot if device.is_ready]),
    }
    for ring in RINGS:
        members = [device for device in pilot if device.ring == ring]
        figures["currency_per_ring", ring] = _share(members, lambda device: device.kind in HAS_IT)
        figures["feature_update_tried", ring] = _share(members, lambda device: device.has_moved)
        figures["soak_set", ring] = (_usual_deferral(members), None)
        figures["last_ring_current", ring] = (_days_until_most(members), None)
    return {key: figure for key, figure in figures.items() if figure[0] is not None}


def _share(devices: Sequence[Device], counts: Callable[[Device], bool]) -> Figure:
    return sum(map(counts, devices)), len(devices)


def _offered(pilot: Sequence[Device]) -> list[Device]:
    """Ready, and seen after the last day of their ring."""
    return [one for one in pilot if one.is_ready and one.seen.date() > RELEASED + dt.timedelta(RINGS[one.ring or ""])]


def _without_policy(pilot: Sequence[Device]) -> list[Device]:
    recent = DAY - dt.timedelta(days=7)
    return [one for one in pilot if one.is_ready and one.seen.date() >= recent and one.deferral == -1]


def _oldest_alert(pilot: Sequence[Device]) -> int:
    days = [started.date() for device in pilot for started, status in device.alerts if status == "Active"]
    return (DAY - min(days)).days if days else 0


def _ours(device: Device) -> bool:
    return device.system == "Windows" and device.is_corporate


def _size(devices: Sequence[Device], pilot: Sequence[Device]) -> Figure:
    aim = min(500, -(-sum(map(_ours, devices)) // 10))
    through = sum(device.was_there and device.kind is not Kind.NEVER_REGISTERED for device in pilot)
    return min(through, aim), aim


def _models(devices: Sequence[Device]) -> set[str]:
    return {device.model for device in devices if _ours(device)}


def _crashes(devices: Sequence[Device]) -> Figure:
    return sum(device.crashes for device in devices), len(devices)


def _days_until_most(devices: Sequence[Device]) -> int | None:
    """Days from the release until at most 5 of 100 lacked it."""
    days = sorted((one.installed.date() - RELEASED).days for one in devices if one.installed is not None)
    had = next((place for place in range(len(days)) if (place + 1) * 100 >= 95 * len(devices)), None)
    return None if had is None else days[had]


def _approvals(devices: Sequence[Device]) -> Figure:
    """Every driver on every device once."""
    installs = [approved for device in devices for _, state, approved in device.drivers if state == "Installed"]
    return sum(installs), len(installs)


def _usual_deferral(devices: Sequence[Device]) -> int:
    return Counter(one.deferral for one in devices if one.deferral >= 0).most_common(1)[0][0]
