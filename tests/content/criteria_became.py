"""What became, with version 2026.12, of each criterion of the version before, and of what experts missed in it."""

from __future__ import annotations

from typing import Final

BECAME: Final = {
    "currency_per_ring": "by release, or by the build of its own line and version; 95 of all pilot devices is ours",
    "ownership_settled": "computed; says what don't know and not asked do; names 14 core tasks",
    "thresholds_fit_together": "computed with the boundary to the service; limits that exclude each other",
    "pause_drill": "24 hours (ours) for devices online, out of hours; says which pause was tried; timed on devices",
    "stop_rule": "each cycle, by rings: the rule, signed once, was used, on one page with one name",
    "blockers_compensated": "the tool counts the decisions, people the safeguards",
    "prerequisites_met": "before the start, always, computed, ours; an unsure team does not block it alone",
    "failed_installs": "titled for what it counts, devices online that lack it; a pending restart counts; 2",
    "recovery_drill": "one device, as its question asks; a ring's uninstall is ring_uninstall",
    "business_scenarios": "before the broad ring, which has most devices; a miss needs a decision",
    "not_ready": "first must, as all other shares rest on its denominator; 2; by device ID from the groups",
    "report_reading": "evidence of it: one page per cycle; how security reads its page is a trap",
    "service_boundary": "computed with the limits, over core tasks",
    "thresholds_agreed": "kept apart from found_settled, computed: far apart is no contradiction",
    "contested_task": "its count says which tasks are open; the agenda has each of them",
    "orphan_task": "as above",
    "expedite_drill": "one clock, from the day of the fix, the days to decide included",
    "coverage": "second must: of ready devices seen within 7 days, 0 without a policy that has arrived",
    "tickets_against_before": "kept; the owner is a core task",
    "reliability": "from the export with BlueScreenCount (2025), no longer a page of 2021",
    "pilot_size": "500 or a tenth of the fleet, whichever is fewer",
    "pilot_mix": "kept, with the columns for models",
    "pilot_length": "computed; stays recommended: a must would make every pilot wait for its second month",
    "out_of_hours_stop": "the drill is held out of hours by the person on call",
    "go_or_hold_log": "the page of the cycle",
    "offer_tried": "the tool counts the decisions, people the tests",
    "exposed_need": "counted by the tool; before the broad ring, as it takes more than a pilot",
    "communication": "what users and service desk were told stands on the page of the cycle",
    "contacts_and_support": "before the start; pages of 2026",
    "way_back": "at least three devices; before the broad ring, as a pilot can still return by hand",
    "driver_approvals": "by installs the service made, from the driver report or Log Analytics",
    "soak_set": "from the pilot ring's deadline; 2, what the documented presets leave; owner in core",
    "last_ring_current": "the last ring of all, by its settings and the pilot; 21, as nobody sees it before day 18",
    "tickets_per_cycle": "kept; the owner is a core task",
    "reach_before_stop": "kept; owned by who designs the rings",
    "exempted_devices": "3; no pilot devices, so that no share counts them twice",
    "exemptions_recorded": "kept; the owner is a core task",
    "exemption_life": "renewals included, as its question now asks",
    "alert_age": "from the alerts' StartTime; Customer Action and severity; owner in core",
    "announcements_decided": "kept; the owner is a core task",
    "supported_version": "extended security updates count; by edition",
    "comfort_replaced": "counted by the tool",
    "comfort_all": "counted by the tool",
    "direction_settled": "computed over all shifts asked",
    "baseline_settled": "computed over all shifts asked",
    "pace_settled": "computed over all shifts asked",
    "targets_12_months": "computed",
    "targets_reached": "entered: it holds two rounds against each other, which the tool does not count",
    "direction_24_months": "computed",
    "all_tasks_owned": "computed, of the tasks beyond the core: owned by somebody and by no two teams",
    "drills_repeated": "kept",
    "deputies": "the tool counts the tasks with an owner, people the deputies",
    "facts_rechecked": "dropped: it looked at this tool's sources and not at a pilot",
    "old_tooling_retired": "kept",
    "guardrails_reviewed": "kept",
    "backwards_explained": "titled for a target before today; counted by the tool",
}
"""By the id that it had, what changed."""

MOVED: Final[dict[str, str | None]] = {
    "thresholds_fit_together": "found_settled",
    "report_reading": "stop_rule",
    "service_boundary": "found_settled",
    "contested_task": "ownership_settled",
    "orphan_task": "ownership_settled",
    "out_of_hours_stop": "pause_drill",
    "go_or_hold_log": "stop_rule",
    "communication": "stop_rule",
    "facts_rechecked": None,
}
"""By the id that is gone, the id under which it lives on; None where it is dropped."""

MISSED: Final = {
    "silent_devices": "1 % and not 5: more would leave no room beside 95, 2 and 2",
    "restart_in_working_hours": "before the broad ring; the limit is asked for",
    "feature_update_tried": "before the broad ring, could: not every pilot has a new version; 95, documented",
    "hotpatch_share": "before the broad ring, could; 90, ours",
    "m365_and_edge_current": "before the broad ring; 90, documented for Microsoft 365 Apps",
    "network_load": "before the broad ring; a share of the line, whose limit is asked for",
    "scanner_agrees": "to leave the pilot, could: only who runs a scanner can measure it",
    "standard_change": "before the broad ring, could: not everybody has a change board",
    "recovery_keys": "before the start: the recovery drill needs them",
    "admin_rights_least": "before the broad ring, could",
}
"""By the id that it has now, how it was taken up: gate, priority or default, where that is not as it was proposed."""

OURS: Final = {
    "baseline": "tickets and crashes of two cycles on record; before the start, should, computed",
    "prerequisites_checked": "what people have to do beside prerequisites_met: look; the tool counts out of how many",
    "ring_uninstall": "split from recovery_drill, whose question asks about one device",
    "busiest_day": "calls on one day, a limit that was missing; before the broad ring",
    "found_settled": "what the comparison found, as one of the ten",
}
"""Other criteria that are new, by id, and why."""
