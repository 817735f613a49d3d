"""What became, with version 2026.12, of each question but ownership's that read wrongly before, or was missing."""

from __future__ import annotations

from typing import Final

CONTROL: Final = {
    "monthly_release": "says what third parties quote of September 2026; most unknown; asked of five teams",
    "out_of_band_release": "default and most unknown: by third parties approval is needed by default since 2026",
    "ring_timing": "impact high; stays full, as the six core decisions weigh more",
    "hold_next_ring": "most unknown: a policy for each ring with approval would hold it, by third parties",
    "ring_membership": "full: easy to answer, decides little",
    "expedite_update": "price names the roles page of 2024, which gives it to the service",
    "pause_rollout": "asks for stopping only; letting go on belongs to ownership.approve_or_hold",
    "service_pause": "kept on the ladder, of which every option now fits somebody else's pause",
    "undo_update": "asks about many devices; price says latest update only",
    "drivers_and_firmware": "most is to stop each one: approval can be skipped, so nothing waits for a yes for sure",
    "feature_version": "impact high; price warns of the lowest version of a group",
    "microsoft_365_apps": "price says that Cloud Update goes first",
    "edge_channel": "read again: the groups page of May 2025 lets us choose; a third party quotes an older page",
    "restart_time": "most is our own limits: no page lets a single restart wait for a yes; full",
    "hotpatch": "asks whether devices get updates without restart, not about a technology",
    "exempt_device": "replaced by one_device, which asks for control of a single device",
    "service_defaults": "kept; most is a refusal, where there is a setting for it",
    "see_what_happened": "options run from ring to device to own systems; a feed of our own can be had",
    "automate": "kept",
}
"""By the name that the question had. All texts ask "How much say do we keep …", so that each can stand alone."""

RISK_APPETITE: Final = {
    "exposure_or_disruption": "one dimension: how far we would go; new options, so old answers are not compared",
    "release_button": "asks what settles it, not two things",
    "novelty": "kept",
    "devices_current": "counts from the last day to install, of pilot devices; short",
    "last_ring_days": "until the last ring is current, which help defines; short",
    "exploited_flaw_days": "clock starts when the fix comes out",
    "soak_days": "needs agreement, as no value is the strict one; counts installed days",
    "failed_installs": "a share of all pilot devices, so that shares add up; three teams; short",
    "tickets": "last option in the unit of the others",
    "hours_to_stop": "of devices that are online; short",
    "recovery_hours": "one device, until its work is possible again; short",
    "largest_reach": "asked of the network team too; full",
    "exemption_life": "in all, renewals included; new options, so old answers are not compared",
    "exempted_devices": "kept; asked of four teams",
    "not_ready": "of pilot devices; short",
    "network_share": "new: share of a site's line",
    "forced_restarts": "new: restarts forced on people at work",
    "calls_per_day": "new: what the service desk can take on the worst day",
}

OPERATING_MODEL: Final = {
    "approvals": "kept",
    "ownership": "the two highest stages are shared work",
    "standards": "kept; asked of four teams",
    "lifecycle": "kept; asked of four teams",
    "alignment": "names architecture too; core",
    "visible_control": "labels have a subject",
    "definition_of_good": "core",
    "exceptions": "kept; asked of five teams",
    "recovery": "asks how ready we are",
    "skills_and_cover": "kept; asked of five teams",
}

READINESS: Final = {
    "eligible_licence": "one thing, licences, P1 or P2 among them; asked of operations too",
    "joined_devices": "says that hybrid joined devices are synchronised, by a supported Entra Connect",
    "entra_and_intune": "one thing: enrolled in Intune",
    "corporate_owned": "one thing: ownership; recent_check_in is the other",
    "co_management_workloads": "core; help says where the pages of 2025 and 2026 differ",
    "no_conflicting_policies": "holds no_own_rings too; core",
    "no_own_rings": "merged into no_conflicting_policies",
    "device_groups": "one thing: no device in two groups",
    "hotpatch_ready": "kept",
    "network_endpoints": "Windows Update, Intune and Autopatch",
    "diagnostic_data": "kept; windows_data_switch and sign_in_assistant are new beside it",
    "client_broker": "kept",
    "roles_assigned": "full; help names deputies, providers and scope tags",
    "support_route": "one thing: a request that was answered",
    "baseline_recorded": "crashes are recorded too",
    "recent_check_in": "new: seldom connected devices",
    "windows_data_switch": "new: without it reports stay empty",
    "sign_in_assistant": "new: hardening switches it off",
    "edition_and_version": "new: edition, 64-bit, supported version, Extended Security Updates, cloud PCs",
    "update_reports_workspace": "new: several criteria are measured from it",
    "recovery_keys": "new: needed when an update is undone",
    "standard_change": "new: a change board can be later than the first ring",
    "staff_agreement": "new: staff representatives can stop a pilot",
    "provider_contract": "new: a contract must change before an owner can",
    "delivery_optimisation": "new: thin lines",
}

LAPSED: Final = {
    "security_defaults": "listed now",
    "mdm_authority": "not lapsed: asked as entra_and_intune and co_management_workloads",
}

NOT_ASKED: Final = {
    "windows_server": "out of what Autopatch does; said in help of edition_and_version",
    "secure_boot_certificates": "no first-hand page of a report was found, and the dates of 2026 have passed",
    "third_party_applications": "decides how a scanner's list is read, not how the pilot runs: for a criterion",
    "vulnerability_scanner": "the same",
    "reason_class_of_exemptions": "belongs to the record of each exemption: for a criterion",
    "cost": "decided before a pilot; what a licence leaves out is said where it matters",
}
"""Topics that no question asks, with the reason."""

BECAME: Final = {
    f"{section}.{name}": text
    for section, names in {
        "control": CONTROL,
        "risk_appetite": RISK_APPETITE,
        "operating_model": OPERATING_MODEL,
        "readiness": READINESS,
    }.items()
    for name, text in names.items()
}
GONE: Final = {
    "control.exempt_device": "control.one_device",
    "readiness.no_own_rings": "readiness.no_conflicting_policies",
}
"""Questions that are no longer asked, each with the one that took its place."""
