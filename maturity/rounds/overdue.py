"""What is overdue of the decisions of a folder: to be known before anything is compared."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from maturity.files.found import Gathered
from questionnaires import Questionnaire
from questionnaires.decisions import State
from scoring.decisions.planned import days_of, planned_by
from scoring.decisions.settled import settled_by


@dataclass(frozen=True, slots=True)
class Overdue:
    """How many decisions were to be looked at again before today, and how many things to be done before it."""

    reviews: int = 0
    dues: int = 0


def overdue_in(gathered: Gathered, questionnaire: Questionnaire, today: dt.date) -> Overdue:
    """What is overdue of the decisions that stand; whatever is overdue of the musts is known by who compares."""
    if not gathered.entries:
        return Overdue()
    decisions = settled_by(questionnaire, gathered.entries).decisions
    plan = planned_by(gathered.plan)
    days = [(one.id, *days_of(one)) for one in decisions]
    dues = (plan.due(name, due) for name, due, _ in days if plan.state(name) is State.OPEN)
    return Overdue(
        sum(review is not None and review < today for _, _, review in days),
        sum(due is not None and due < today for due in dues),
    )


def progress_in(gathered: Gathered, questionnaire: Questionnaire) -> tuple[int, int]:
    """On how many questions something is decided, and how many are parked; nothing is compared for it, so whether a
    decision settles all on which the teams are apart is not known here."""
    settled = settled_by(questionnaire, gathered.entries)
    asked = {one.question for one in settled.decisions}
    return sum(settled.is_any_decided(name) for name in asked), sum(settled.is_parked(name) for name in asked)
