"""Who owns what: by decision, else as far as the answers go, and never more."""

from __future__ import annotations

import datetime as dt
from typing import Final

from maturity.pictures.positions import NONE
from maturity.reports.blocks import Run, Strong, Words
from maturity.reports.decided import NOBODY, by_whom, confirmed, due, owner_label, review, step
from maturity.reports.decisions import title_of
from maturity.results.decisions import DecisionResults
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from questionnaires.decisions import Status
from questionnaires.words import Facet, FindingKind, StopRule

SAYS: Final = {
    StopRule.BREAKS: "Leads when it breaks",
    StopRule.STOP: "Says stop",
    StopRule.GO_OR_HOLD: "Says go or hold",
}
HEADS: Final = ("Task", "Owner", "Deputy", "Decided", "Review by", "Confirmed by")


def on_task(results: Results, task: str) -> DecisionResults | None:
    """What stands on who owns a task: decided, parked or proposed."""
    return next((one for one in results.decision if one.question == task and one.facet is Facet.OWNER), None)


def task_row(results: Results, task: str, today: dt.date, says: str = "") -> tuple[Run, ...]:
    """A task with owner, deputy, decider, review and criteria; where nothing was decided, how far the answers go."""
    title: tuple[Words, ...] = (title_of(results, task),)
    first = (Strong(f"{says}: "), *title) if says else title
    one = on_task(results, task)
    if one is None or one.status is not Status.DECIDED or one.owner is None:
        return first, (not_decided(results, task, today),), (NONE,), (NONE,), (NONE,), (NONE,)
    deputy = owner_label(results, one.deputy) if one.deputy else NOBODY
    why = (f" – {one.because.rstrip('.')}.",) if one.because else ()
    rest = (deputy, by_whom(results, one), review(one, today), confirmed(results, one))
    return (*first, *why), (Strong(owner_label(results, one.owner)),), *((cell,) for cell in rest)


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
    """Whom the teams name: `Operations`, `to be agreed: Endpoint or Operations`."""
    if item is None:
        return "not asked in this round"
    named = {key for keys in item.named.values() for key in keys}
    labels = [label for key, label in zip(item.keys, item.scale, strict=False) if key in named]
    if not labels:
        return "nobody is named"
    unconfirmed = next((one for one in item.findings if one.kind is FindingKind.UNCONFIRMED), None)
    if unconfirmed is not None and unconfirmed.owners:
        return f"{owner_label(results, unconfirmed.owners[0])}, to be confirmed by that team"
    if len(labels) > 1:
        return f"to be agreed: {' or '.join(labels)}"
    return labels[0] if item.pattern is not None else f"{labels[0]}, by one team alone"
