"""What the built-in questionnaire has to contain, as tables to hold it against."""

from __future__ import annotations

from typing import Final

ROWS_2022: Final = (
    ("Prepare", "customer", "review_prerequisites"),
    ("Prepare", "customer", "ensure_device_prerequisites"),
    ("Prepare", "customer", "ensure_infrastructure_prerequisites"),
    ("Prepare", "customer", "configure_network_endpoints"),
    ("Prepare", "customer", "fix_readiness_assessment_issues"),
    ("Prepare", "customer", "enrol_tenant"),
    ("Prepare", "customer", "identify_communication_stakeholders"),
    ("Deploy", "customer", "add_admin_contacts"),
    ("Deploy", "service", "deploy_service_configuration"),
    ("Deploy", "service", "run_preregistration_checks"),
    ("Deploy", "service", "maintain_service_configuration"),
    ("Deploy", "customer", "align_customer_configuration"),
    ("Deploy", "customer", "resolve_conflicting_policies"),
    ("Deploy", "customer", "register_devices"),
    ("Deploy", "service", "assign_devices_to_rings"),
    ("Deploy", "customer", "override_ring_assignment"),
    ("Deploy", "service", "run_postregistration_checks"),
    ("Deploy", "customer", "remediate_not_ready"),
    ("Deploy", "customer", "remediate_not_registered"),
    ("Deploy", "customer", "populate_test_ring"),
    ("Deploy", "service", "keep_one_ring_per_device"),
    ("Deploy", "customer", "communicate_to_users"),
    ("Operate", "customer", "maintain_admin_contacts"),
    ("Operate", "customer", "maintain_test_ring"),
    ("Operate", "service", "evaluate_updates"),
    ("Operate", "service", "define_release_schedule"),
    ("Operate", "service", "release_scheduled_updates"),
    ("Operate", "service", "release_expedited_updates"),
    ("Operate", "service", "deploy_updates"),
    ("Operate", "service", "monitor_release"),
    ("Operate", "customer", "review_update_reports"),
    ("Operate", "service", "service_pause"),
    ("Operate", "customer", "customer_pause"),
    ("Operate", "customer", "educate_users"),
    ("Operate", "service", "fix_not_up_to_date"),
    ("Operate", "customer", "fix_ineligible_devices"),
    ("Operate", "service", "raise_objective_incident"),
    ("Operate", "customer", "deregister_devices"),
    ("Operate", "service", "reregister_devices"),
    ("Operate", "customer", "request_unenrolment"),
    ("Operate", "service", "remove_service_data"),
    ("Operate", "customer", "maintain_updates_after_unenrolment"),
    ("Operate", "customer", "respond_to_message_centre"),
    ("Operate", "service", "highlight_tenant_alerts"),
    ("Operate", "customer", "respond_to_tenant_alerts"),
    ("Operate", "customer", "raise_support_requests"),
    ("Operate", "service", "manage_support_requests"),
)
"""Phase, documented owner and task of every row of the roles table of 19 December 2022, in its order."""

THRESHOLDS: Final = (
    ("devices_current", "%", "80 85 90 95 97 99"),
    ("last_ring_days", "days", "30 21 14 10 7 3"),
    ("exploited_flaw_days", "days", "14 10 7 5 3 2"),
    ("soak_days", "days", "0 1 3 5 7 14"),
    ("failed_installs", "%", "10 7 5 3 2 1"),
    ("tickets", "tickets per 100 devices", "10 5 3 2 1 0.5"),
    ("hours_to_stop", "hours", "72 48 24 12 8 4"),
    ("recovery_hours", "hours", "72 24 8 4 2 1"),
    ("largest_reach", "%", "50 25 10 5 2 1"),
    ("exempted_devices", "%", "10 7 5 3 2 1"),
    ("exemption_life", "days", "365 180 90 60 30 14"),
    ("not_ready", "%", "20 10 7 5 3 1"),
)
"""Threshold, unit, and the values of options 0 (loosest) to 5 (strictest)."""

OFFERS: Final = (
    ("monthly_release", 3, 4),
    ("out_of_band_release", 1, 4),
    ("ring_timing", 3, 5),
    ("hold_next_ring", 2, 2),
    ("ring_membership", 3, 5),
    ("pause_rollout", 5, 5),
    ("service_pause", None, None),
    ("undo_update", 5, 5),
    ("expedite_update", 5, 5),
    ("drivers_and_firmware", 3, 4),
    ("feature_version", 5, 5),
    ("microsoft_365_apps", 1, 1),
    ("edge_channel", 3, 3),
    ("restart_time", 3, 5),
    ("hotpatch", 2, 5),
    ("exempt_device", 5, 5),
    ("service_defaults", 2, 2),
    ("see_what_happened", 4, 4),
    ("automate", 3, 3),
)
"""Decision, what holds by default, and the most that can be had; None where sources differ."""

CORE_FACETS: Final = {"ownership": 14, "control": 16, "risk_appetite": 10, "operating_model": 12, "readiness": 4}
"""Choices that the core set asks for, by section; a control question asks two, a trajectory three."""
