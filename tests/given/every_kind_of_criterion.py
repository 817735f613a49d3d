"""The small questionnaire with criteria of every kind: always, on findings, for each question; with and without answers
behind threshold and owner."""

from __future__ import annotations

from typing import Final

from tests.given.builders import criterion, small

HOURS: Final = (
    '{ question = "risk.hours_to_stop", default = 24, unit = "hours", comparison = "at_most",'
    ' basis = "ours", sources = ["page"] }'
)
SOAK: Final = (
    '{ question = "risk.soak", default = 3, unit = "days", comparison = "at_least",'
    ' basis = "ours", sources = ["page"] }'
)
PAUSING: Final = '{ task = "ownership.pause" }'
SHOULD: Final = '"should"'


def when(*findings: str, on: str, each: bool = False) -> str:
    """The condition of a candidate as TOML."""
    kinds = ", ".join(f'"{finding}"' for finding in findings)
    return f'{{ findings = [{kinds}], questions = ["{on}"], each = {str(each).lower()} }}'


CRITERIA: Final = "".join(
    [
        criterion("stop", threshold=HOURS, owner=PAUSING),
        criterion("watch", threshold=SOAK, priority=SHOULD),
        criterion("sponsored"),
        criterion("blocked", when=when("blocker", on="control.*"), threshold=HOURS, owner=PAUSING),
        criterion("tried", when=when("offer_unknown", "exposed", on="control.*", each=True), owner=PAUSING),
        criterion("wide", when=when("far_apart", "apart", "close", on="risk.*"), gate='"broad_ring"'),
        criterion("fit", when=when("infeasible_together", on="risk.*"), threshold=SOAK),
        criterion("fit_each", when=when("infeasible_together", "far_apart", on="risk.*", each=True)),
        criterion("owned", when=when("contested", "orphan", "split", on="ownership.*", each=True), priority=SHOULD),
        criterion("ready", when=when("prerequisite_split", "prerequisite_not_met", on="readiness.*")),
        criterion("known", when=when("unknown", "prerequisite_partly", on="readiness.*"), priority=SHOULD),
    ]
)
CONTRADICTION: Final = """
[[contradiction]]
id = "fleet_exceeds_exposure"
lower = "risk.fleet"
upper = "risk.exposure"
text = "The fleet cannot take longer than a flaw may stay open."
"""
QUESTIONNAIRE: Final = small(CRITERIA + CONTRADICTION)
