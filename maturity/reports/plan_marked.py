"""What is said of the plan once something was decided, or a line of it marked as done, or as open again."""

from __future__ import annotations

import datetime as dt

from maturity.reports.plan import MARKED_BUT, PlanState, plan_lines
from maturity.results.model import Results
from maturity.results.plan import PlanKind
from questionnaires.decisions import State


def marked_says(results: Results, subject: str, today: dt.date) -> str:
    """What was marked as done, or as open again, in sentences: one id may stand for two lines, of which only what is to
    be done is marked; and what passes or fails by itself does so whatever was marked.

    `Marked as done: Test the safeguard: Pausing: a call. Its review on 2027-05-01 stays.`
    """
    lines = [line for line in plan_lines(results, today, is_whole=True) if line.item.subject == subject]
    marked = next((line for line in lines if line.item.kind is not PlanKind.REVIEW), None)
    if marked is None:
        return ""
    said = f"Marked as {'done' if marked.item.state is State.DONE else 'open'}: {marked.item.says.rstrip('.')}."
    if marked.item.state is State.DONE and marked.state is not PlanState.DONE:
        said += f" It is not done all the same: it {marked.note.removeprefix(MARKED_BUT)}."
    elif marked.item.state is State.OPEN and marked.state is PlanState.DONE:
        said += f" It counts as done all the same: {marked.note}."
    reviews = [f" Its review on {line.item.due} stays." for line in lines if line is not marked]
    return f"{said}{''.join(reviews)}"


def nobody_named(results: Results, question: str, key: str = "s") -> str:
    """Where to name who carries out what was decided on a question; empty where somebody is named, or nothing is to be
    done. `key` is the one that does so in the plan."""
    is_open = any(
        item.question == question
        and item.kind is PlanKind.CARRY_OUT
        and item.state is State.OPEN
        and not (item.person or item.owner)
        for item in results.plan
    )
    return f"Name who carries it out in the plan (tab Plan, {key})." if is_open else ""
