"""Three teams after their talk: two things decided, one of them overdue, and one parked; and a must beside them."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any, Final

from maturity.files.decisions_file import DECISIONS_NAME
from maturity.files.gathering import gather
from maturity.results.model import Results
from maturity.rounds.choosing import choice_of, round_chosen
from questionnaires import Questionnaire
from questionnaires.decisions import Decision, PlanEntry
from tests.given.builders import criterion, small
from tests.given.decisions import decide, decisions_text, park
from tests.given.rounds import FIRST, handed_in, in_round

TODAY: Final = dt.date(2026, 11, 21)
BEFORE: Final = dt.datetime(2026, 10, 20, 10, 0, tzinfo=dt.UTC)
"""When it was decided: the day of review is yesterday, and what was to be done is late as well."""

MUSTS: Final = (
    criterion("stop", owner='{ task = "ownership.pause" }')
    + criterion("prepared", gate='"start_pilot"', owner='{ role = "Sponsor" }')
    + criterion("later", when='{ findings = ["blocker"], questions = ["control.*"] }')
)
"""The last one is not called for by the answers."""


@cache
def asked() -> Questionnaire:
    """The small questionnaire with a must to start the pilot, and one to leave it."""
    return small(MUSTS)


def decisions() -> tuple[Decision, ...]:
    """What the file of decisions holds."""
    parts: dict[str, Any] = {"on": asked(), "decided": BEFORE.date(), "recorded": BEFORE}
    late, review, later = dt.date(2026, 11, 10), dt.date(2026, 11, 20), dt.date(2027, 5, 1)
    parked = park("taste1", "risk.taste", decided=BEFORE.date(), recorded=BEFORE, due=dt.date(2026, 12, 4))
    return (
        decide("pause1", "ownership.pause", owner="operations", deputy="endpoint", due=late, review_by=review, **parts),
        decide("soak1", "risk.soak", option=3, review_by=later, **parts),
        parked,
    )


def write_plan(folder: Path, *plan: PlanEntry) -> Path:
    """A folder with the answers, the decisions, and what was planned."""
    handed_in(folder, [in_round(1, team, answers, questionnaire=asked()) for team, answers in FIRST.items()])
    text = decisions_text(*decisions(), *plan, on=asked())
    (folder / DECISIONS_NAME).write_text(text, encoding="utf-8")
    return folder


def results_in(folder: Path) -> Results:
    """Everything computed of what is in a folder."""
    gathered = gather([folder], asked())
    return round_chosen(gathered, asked(), choice_of(gathered)).results()
