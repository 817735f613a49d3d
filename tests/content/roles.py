"""The published tables of who does what, row by row: 19 December 2022, 27 June 2023 and 8 July 2024."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PAGES: Final = ("roles_2022", "roles_2023", "roles_2024")
MARKS: Final = {"C": "customer", "S": "service", "0": None, "-": "no such row"}
"""How a page marks a row: the customer's, the service's, nobody's, or not there."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the tables in a few words of ours, and where it is asked."""

    phase: str
    """Under which it stands in the first table that has it."""
    what: str
    owners: str
    """A letter of MARKS for each of the PAGES."""
    place: str
    """The question that asks for it, or the entry among what has lapsed."""


ROWS_2022: Final = tuple(
    Row(phase, what, owners, place)
    for phase, what, owners, place in (
        ("Prepare", "review the prerequisites", "CCC", "review_prerequisites"),
        ("Prepare", "prerequisites of devices", "CCC", "ensure_device_prerequisites"),
        ("Prepare", "prerequisites of the environment", "CCC", "ensure_infrastructure_prerequisites"),
        ("Prepare", "network endpoints", "CCC", "configure_network_endpoints"),
        ("Prepare", "issues of the readiness tool", "CCC", "fix_readiness_assessment_issues"),
        ("Prepare", "enrol the tenant", "CCC", "enrol_tenant"),
        ("Prepare", "whom to inform", "CCC", "identify_communication_stakeholders"),
        ("Deploy", "add admin contacts", "CCC", "add_admin_contacts"),
        ("Deploy", "deploy the service's configuration", "SSS", "deploy_service_configuration"),
        ("Deploy", "checks before registration", "SSS", "run_preregistration_checks"),
        ("Deploy", "maintain the service's configuration", "SSS", "maintain_service_configuration"),
        ("Deploy", "keep ours in line with it", "CCC", "align_customer_configuration"),
        ("Deploy", "conflicting and unsupported policies", "CCC", "resolve_conflicting_policies"),
        ("Deploy", "register devices", "CCC", "register_devices"),
        ("Deploy", "assign devices to rings", "SSS", "assign_devices_to_rings"),
        ("Deploy", "override the assignment", "CCC", "override_ring_assignment"),
        ("Deploy", "checks after registration", "SSS", "run_postregistration_checks"),
        ("Deploy", "remediate Not ready", "CCC", "remediate_not_ready"),
        ("Deploy", "remediate Not registered", "CCC", "remediate_not_registered"),
        ("Deploy", "populate the Test ring", "CCC", "populate_test_ring"),
        ("Deploy", "one ring for each device", "SSS", "ring_overlap_within_a_group"),
        ("Deploy", "communicate to users and help desk", "CCC", "communicate_to_users"),
        ("Operate", "maintain contacts", "CCC", "maintain_admin_contacts"),
        ("Operate", "maintain the Test ring", "CCC", "maintain_test_ring"),
        ("Operate", "evaluate updates", "S--", "evaluate_updates"),
        ("Operate", "release schedule", "SSS", "define_release_schedule"),
        ("Operate", "release as scheduled", "SSS", "release_scheduled_updates"),
        ("Operate", "release expedited", "SSS", "release_expedited_updates"),
        ("Operate", "deploy to devices", "SSS", "deploy_updates"),
        ("Operate", "monitor through the cycle", "SSS", "monitor_release"),
        ("Operate", "review reports", "CCC", "review_update_reports"),
        ("Operate", "pause, by the service", "SSS", "service_pause"),
        ("Operate", "pause, by the customer", "CCC", "customer_pause"),
        ("Operate", "educate users", "CCC", "educate_users"),
        ("Operate", "devices not up to date", "SS0", "fix_not_up_to_date"),
        ("Operate", "ineligible devices", "CC0", "fix_ineligible_devices"),
        ("Operate", "incident when the objective is missed", "SSS", "raise_objective_incident"),
        ("Operate", "deregister devices", "CCC", "deregister_devices"),
        ("Operate", "register them again", "SSC", "reregister_devices"),
        ("Operate", "request unenrolment", "CCC", "request_unenrolment"),
        ("Operate", "remove the service's data", "SSS", "remove_service_data"),
        ("Operate", "updates after unenrolment", "CCC", "maintain_updates_after_unenrolment"),
        ("Operate", "respond to notices", "CCC", "respond_to_message_centre"),
        ("Operate", "highlight alerts about the tenant", "SSS", "highlight_tenant_alerts"),
        ("Operate", "respond to these alerts", "CCC", "respond_to_tenant_alerts"),
        ("Operate", "raise support requests", "CCC", "raise_support_requests"),
        ("Operate", "manage support requests", "SSS", "manage_support_requests"),
    )
)
"""All rows of 2022 in their order, with what the later tables mark."""

LATER_ROWS: Final = tuple(
    Row(phase, what, owners, place)
    for phase, what, owners, place in (
        ("Prepare", "review privacy and data", "-CC", "review_privacy"),
        ("Prepare", "prepare to remove old policies", "-CC", "prepare_policy_removal"),
        ("Deploy", "remove old policies", "-CC", "remove_from_unsupported_policies"),
        ("Deploy", "expedited updates on or off", "-CC", "switch_expedited_updates"),
        ("Deploy", "allow or block Microsoft 365 Apps", "-CC", "allow_microsoft_365_apps_updates"),
        ("Deploy", "drivers and firmware", "-CC", "manage_drivers_and_firmware"),
        ("Deploy", "customise update settings", "-CC", "customise_update_settings"),
        ("Operate", "monitor signals for safe release", "-SS", "monitor_release_signals"),
        ("Operate", "test business scenarios", "-CC", "test_business_scenarios"),
        ("Operate", "communicate the release schedule", "-SS", "communicate_release_schedule"),
        ("Operate", "review what's new", "-CC", "review_whats_new"),
        ("Prepare", "manage enrolment support requests", "--S", "enrolment_support_requests"),
        ("Deploy", "review network optimisation", "--C", "delivery_and_bandwidth"),
        ("Deploy", "confirm needs, configure workloads", "--C", "microsoft_365_apps_and_edge"),
        ("Deploy", "decide the feature version", "--C", "choose_feature_version"),
        ("Deploy", "consider the distribution of groups", "--C", "design_groups_and_rings"),
        ("Deploy", "conflicts between custom groups", "--C", "ring_overlap_between_groups"),
        ("Operate", "custom release schedule", "--C", "configure_custom_schedule"),
        ("Operate", "populate and maintain the Last ring", "--C", "maintain_last_ring"),
        ("Operate", "release out of band", "--S", "release_out_of_band_updates"),
        ("Operate", "review release announcements", "--C", "review_announcements"),
        ("Operate", "health of up to date devices", "--0", "keep_current_devices_healthy"),
    )
)
"""What 2023 and then 2024 added."""

IN_NO_TABLE: Final = (
    "update_strategy",
    "name_critical_applications",
    "standing_change_approval",
    "approve_or_hold",
    "lead_when_an_update_breaks",
)
"""Tasks that no table has, and pilots stall on."""

LEFT_OUT: Final = {
    "Review the FAQ (2024, customer)": "reading, which settles nothing between teams",
    "Consult the deployment guide (2024, customer)": "reading, which settles nothing between teams",
    "Run on-going checks that devices are in one ring (2023, service)": "the same work as one ring for each device",
    "Review device conflict scenarios (2024, customer)": "the same work as settling the conflicts",
    "Readiness tool and enrolment": "lapsed: listed with the reason, not asked",
    "Enrolment support requests (2024, service)": "lapsed: listed with the reason, not asked",
}
"""Rows that no question asks for, with the reason."""
