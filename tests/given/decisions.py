"""Decisions in a line each, for the tests of every floor."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from maturity.files.decisions_text import head_text, text_of
from questionnaires import Questionnaire
from questionnaires.decisions import Decision, NextStep, Outcome, PlanEntry, Status
from questionnaires.decisions_admission import settles
from scoring import Comparison
from scoring.decisions.settled import settled_by
from tests.given.builders import small

DAY: Final = dt.date(2026, 11, 27)
LATER: Final = dt.date(2027, 5, 27)
MOMENT: Final = dt.datetime(2026, 11, 27, 15, 30, tzinfo=dt.UTC)


def decide(identifier: str, question: str, /, *, on: Questionnaire | None = None, **parts: Any) -> Decision:
    """A decision of Anna Berg: what is no part of a decision is one of its outcome, as in `owner="endpoint"`; `status_`
    is that of a prerequisite."""
    own = {key: parts.pop(key) for key in tuple(parts) if key in Outcome.model_fields and key != "status"}
    if "status_" in parts:
        own["status"] = parts.pop("status_")
    facet = parts.pop("facet", None)
    questionnaire = on or small()
    asked = questionnaire.question_by_id.get(question)
    whole: dict[str, Any] = {
        "id": identifier,
        "question": question,
        "facet": facet,
        "status": Status.DECIDED,
        "scale": questionnaire.scale_by_id[asked.scale].meaning if asked else None,
        "outcome": Outcome(**own),
        "decider": "Anna Berg",
        "decided": DAY,
        "recorded": MOMENT,
        "review_by": LATER,
    }
    return Decision(**{**whole, **parts})


def park(identifier: str, question: str, /, **parts: Any) -> Decision:
    """A question parked until somebody has looked at the rota."""
    whole: dict[str, Any] = {
        "id": identifier,
        "question": question,
        "status": Status.PARKED,
        "decided": DAY,
        "recorded": MOMENT,
        "due": LATER,
        "next_step": NextStep(what="Look at the rota.", owner="Ben"),
    }
    return Decision(**{**whole, **parts})


def take_back(identifier: str, *others: str, question: str = "ownership.pause", **parts: Any) -> Decision:
    """An entry that takes others back."""
    days = {"decided": DAY, "recorded": MOMENT}
    return Decision(id=identifier, question=question, status=Status.SUPERSEDED, supersedes=others, **{**days, **parts})


def planned(identifier: str, criterion: str, **parts: Any) -> PlanEntry:
    """Who does what about a criterion."""
    return PlanEntry(id=identifier, criterion=criterion, recorded=MOMENT, **parts)


def decisions_text(*entries: Decision | PlanEntry, on: Questionnaire | None = None) -> str:
    """A file of decisions with these entries, as the program writes it."""
    questionnaire = on or small()
    return head_text(questionnaire) + "".join(f"\n{text_of(entry, questionnaire)}" for entry in entries)


def settled(comparison: Comparison, *entries: Decision) -> Comparison:
    """The comparison with these decisions beside it, each on the facet that it is read for."""
    questions = comparison.questionnaire.question_by_id
    read = [one.model_copy(update={"facet": one.facet or settles(questions[one.question])[0]}) for one in entries]
    return comparison.with_settled(settled_by(comparison.questionnaire, read))
