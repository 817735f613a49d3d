"""What the built-in questionnaire has to contain, as tables to hold it against."""

from __future__ import annotations

from typing import Final

THRESHOLDS: Final = (
    ("devices_current", "%", "80 85 90 95 97 99"),
    ("last_ring_days", "days", "30 21 14 10 7 3"),
    ("exploited_flaw_days", "days", "14 10 7 5 3 2"),
    ("soak_days", "days", "0 1 2 4 7 14"),
    ("failed_installs", "%", "10 7 5 3 2 1"),
    ("tickets", "tickets per 100 devices", "10 5 3 2 1 0.5"),
    ("calls_per_day", "calls per 1,000 devices", "20 10 5 3 2 1"),
    ("forced_restarts", "restarts per 100 devices", "20 10 5 3 1 0"),
    ("network_share", "%", "80 60 40 30 20 10"),
    ("hours_to_stop", "hours", "72 48 24 12 8 4"),
    ("recovery_hours", "hours", "72 24 8 4 2 1"),
    ("largest_reach", "%", "50 25 10 5 2 1"),
    ("exempted_devices", "%", "10 7 5 3 2 1"),
    ("exemption_life", "days", "365 180 90 60 30 14"),
    ("not_ready", "%", "10 7 5 3 2 1"),
)
"""Threshold, unit, and the values of options 0 (loosest) to 5 (strictest)."""

OFFERS: Final = (
    ("monthly_release", 4, None),
    ("out_of_band_release", None, None),
    ("ring_timing", 3, 5),
    ("hold_next_ring", 4, None),
    ("ring_membership", 3, 5),
    ("expedite_update", 5, 5),
    ("pause_rollout", 5, 5),
    ("service_pause", None, None),
    ("undo_update", None, None),
    ("drivers_and_firmware", 4, 4),
    ("feature_version", 5, 5),
    ("microsoft_365_apps", 1, 1),
    ("edge_channel", 3, 3),
    ("restart_time", 3, 3),
    ("hotpatch", 4, 5),
    ("one_device", 3, 3),
    ("service_defaults", 2, 4),
    ("see_what_happened", 4, 5),
    ("automate", 3, 3),
)
"""Decision, what holds by default, and the most that can be had; None where no page says, or they differ."""

CORE_FACETS: Final = {"ownership": 16, "control": 12, "risk_appetite": 10, "operating_model": 18, "readiness": 4}
"""Choices that the core set asks for, by section; a control question asks two, a trajectory three."""
