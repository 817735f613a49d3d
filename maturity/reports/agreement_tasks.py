"""Who owns what: by decision, else as far as the answers go, and never more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.pictures.positions import NONE
from maturity.reports.blocks import Run, Strong, Words
from maturity.reports.decided import (
    NOBODY,
    by_whom,
    confirmed,
    due,
    not_heard,
    owner_label,
    person_planned,
    review,
    step,
)
from maturity.reports.decisions import title_of
from maturity.results.decisions import DecisionResults
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from questionnaires.decisions import Status
from questionnaires.words import Facet, FindingKind, StopRule
from scoring.wording.words import listed

SAYS: Final = {
    StopRule.BREAKS: "Leads when it breaks",
    StopRule.STOP: "Says stop",
    StopRule.GO_OR_HOLD: "Says go or hold",
}
HEADS: Final = ("Task", "Owner", "Deputy", "Decided", "Review by", "To be shown by")
CALL_HEADS: Final = ("Task", "Owner, name and number", "Deputy, name and number", "Decided")
_LINE: Final = "_" * 26
"""To be filled in by hand."""


def on_task(results: Results, task: str) -> DecisionResults | None:
    """What stands on who owns a task: decided, parked or proposed."""
    return next((one for one in results.decision if one.question == task and one.facet is Facet.OWNER), None)


def task_row(results: Results, task: str, today: dt.date) -> tuple[Run, ...]:
    """A task with owner, deputy, decider, review and criteria; where nothing was decided, how far the answers go."""
    return _row(results, task, today, (title_of(results, task),))


def call_row(results: Results, part: StopRule, task: str, today: dt.date) -> tuple[Run, ...]:
    """The same of a task of which somebody is called in the night: with whom the plan names, and lines for name and
    number."""
    title, owner, deputy, *_ = _row(results, task, today, (Strong(f"{SAYS[part]}: "), title_of(results, task)))
    one = _decided(results, task)
    if one is None:
        return title, (*owner, f" Until then: {_LINE}"), deputy, (NONE,)
    person = person_planned(results, one)
    settled = f"{by_whom(results, one)}. Review by {review(one, today)}. Shown by: {confirmed(results, one)}."
    return title, (*owner, f"{f' – {person}' if person else ''}: {_LINE}"), (*deputy, f": {_LINE}"), (settled,)


def _decided(results: Results, task: str) -> DecisionResults | None:
    one = on_task(results, task)
    return one if one is not None and one.status is Status.DECIDED and one.owner is not None else None


def _row(results: Results, task: str, today: dt.date, title: Run) -> tuple[Run, ...]:
    one = _decided(results, task)
    if one is None or one.owner is None:
        return title, (not_decided(results, task, today),), (NONE,), (NONE,), (NONE,), (NONE,)
    why = (f" – {one.because.rstrip('.')}.",) if one.because else ()
    deputy: tuple[Words, ...] = (NOBODY,)
    if one.deputy:
        deputy = (owner_label(results, one.deputy), *_but(results, one, one.deputy))
    owner = (Strong(owner_label(results, one.owner)), *_but(results, one, one.owner))
    rest = (by_whom(results, one), review(one, today), confirmed(results, one))
    return (*title, *why), owner, deputy, *((cell,) for cell in rest)


def _but(results: Results, one: DecisionResults, team: str) -> Iterator[str]:
    if silent := not_heard(results, team):
        yield silent
    if said := objects(one, team):
        yield f", although it {said}"


def objects(one: DecisionResults, team: str) -> str:
    """Of a team that a decision names, that it does not agree to it; empty where it does not object."""
    teams = {objection.team for objection in one.objected_by}
    if team not in teams:
        return ""
    return "alone objected" if len(teams) == 1 else "objected"


def not_decided(results: Results, task: str, today: dt.date) -> str:
    """That nothing was decided, what is proposed or parked, and how far the answers go."""
    one, said = on_task(results, task), ["Not decided yet"]
    if one is not None and one.owner:
        said.append(f"{owner_label(results, one.owner)} is proposed")
    if one is not None and one.status is Status.PARKED:
        what, who = step(one)
        said.append(f"Parked: {what} – {who}, by {due(results, one, today)}")
    said.append(f"By the answers: {by_answers(results, results.question_by_id.get(task))}")
    return f"{'. '.join(said)}."


def by_answers(results: Results, item: QuestionResults | None) -> str:
    """Whom the teams name: `Operations`, `to be agreed: Endpoint or Network, while Security answers “Nobody yet”`."""
    if item is None:
        return "not asked in this round"
    named = {key for keys in item.named.values() for key in keys}
    labels = {key: label for key, label in zip(item.keys, item.scale, strict=False) if key in named}
    if not labels:
        return "nobody is named"
    unconfirmed = next((one for one in item.findings if one.kind is FindingKind.UNCONFIRMED), None)
    if unconfirmed is not None and unconfirmed.owners:
        return f"{owner_label(results, unconfirmed.owners[0])}, to be confirmed by that team"
    if len(labels) > 1:
        return f"to be agreed: {_each(results, item, labels)}"
    (label,) = labels.values()
    return label if item.pattern is not None else f"{label}, by one team alone"


def _each(results: Results, item: QuestionResults, labels: dict[str, str]) -> str:
    """The teams that could own it, as in `Endpoint or Operations`; of what is no team, and may mean that nobody owns it
    yet, who answers so."""
    teams = results.questionnaire.teams
    own = " or ".join(label for key, label in labels.items() if key in teams)
    others = "; ".join(_saying(results, item, key, label) for key, label in labels.items() if key not in teams)
    return ", while ".join(filter(None, (own, others)))


def _saying(results: Results, item: QuestionResults, key: str, label: str) -> str:
    saying = [owner_label(results, team) for team, keys in item.named.items() if key in keys]
    return f"{listed(saying)} {'answers' if len(saying) == 1 else 'answer'} “{label}”"
