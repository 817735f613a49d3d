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
    "pause_rollout": "asks for our own pause only; help says what the upper options mean",
    "service_pause": "kept on the ladder, of which every option now fits somebody else's pause",
    "undo_update": "asks about many devices; unknown, as the Autopatch pages do not describe it; options said in help",
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
    "exposure_or_disruption": "one dimension: how soon, at the price named; new options, not compared with old ones",
    "release_button": "asks what should settle it, not two things",
    "novelty": "kept",
    "devices_current": "counts from the last day to install, of pilot devices; short",
    "last_ring_days": "until the last ring of all is current, which help defines; short",
    "exploited_flaw_days": "clock starts when the fix comes out; of devices that lack it",
    "soak_days": "needs agreement, as no value is the strict one; from the last day to install; 2 and 4 are new",
    "failed_installs": "a share of ready devices that were online, as its criterion counts; three teams; short",
    "tickets": "last option in the unit of the others",
    "hours_to_stop": "of devices that are online; 12 is the limit, as the call comes before the click; short",
    "recovery_hours": "one device, until its work is possible again; short",
    "largest_reach": "asked of the network team too; full",
    "exemption_life": "in all, renewals included; new options, so old answers are not compared",
    "exempted_devices": "kept; asked of four teams",
    "not_ready": "of pilot devices; 2 is an option, 20 no longer; short",
    "network_share": "new: share of a site's line",
    "forced_restarts": "new: restarts forced on people at work",
    "calls_per_day": "new: what the service desk can answer on a day, asked of it alone",
}

OPERATING_MODEL: Final = {
    "approvals": "kept",
    "ownership": "asks how it is settled, in stages that rise; new options, so old answers are not compared",
    "standards": "last stage says what becomes of a deviation; asked of four teams",
    "lifecycle": "kept; asked of four teams",
    "alignment": "its text names no team, so that nobody thinks it is about others; core",
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
    "co_management_workloads": "core; help says where the pages of 2025 and 2026 differ; asked of two teams",
    "no_conflicting_policies": "known and removable on the day, as the old ring steers until then; core",
    "no_own_rings": "merged into no_conflicting_policies",
    "device_groups": "one thing: no device in two groups",
    "hotpatch_ready": "kept",
    "network_endpoints": "Windows Update, Intune and Autopatch; not asked of security",
    "diagnostic_data": "kept; windows_data_switch and sign_in_assistant are new beside it",
    "client_broker": "kept",
    "roles_assigned": "full; help names deputies, providers and scope tags",
    "support_route": "one thing: a request that was answered",
    "baseline_recorded": "one thing: tickets; baseline_crashes is the other",
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
NEW: Final = frozenset({"control.one_device", "readiness.baseline_crashes"})
"""Questions that took the place of another, or a part of it."""

GONE: Final = {
    "control.exempt_device": "control.one_device",
    "readiness.no_own_rings": "readiness.no_conflicting_policies",
}
"""Questions that are no longer asked, each with the one that took its place."""
