"""The stop rule: who leads, who says stop, who says go or hold, and the limits that mean it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.reports.agreement_tasks import CALL_HEADS, call_row, objects, on_task
from maturity.reports.blocks import Block, Run, Strong, Table, said
from maturity.reports.decided import carried_out_by, due, not_heard, owner_label
from maturity.results.criteria import CriterionResults
from maturity.results.model import Results
from maturity.results.values import Origin, OwnerOrigin
from questionnaires.decisions import Status
from questionnaires.words import StopRule

_MEANS: Final = {
    StopRule.BREAKS: "When it breaks",
    StopRule.STOP: "Stop, unless",
    StopRule.GO_OR_HOLD: "Hold, unless",
}
_DOES: Final = {
    StopRule.BREAKS: "leads",
    StopRule.STOP: "says stop",
    StopRule.GO_OR_HOLD: "says go or hold",
}
ORIGINS: Final = {
    Origin.DECIDED: "decided",
    Origin.AGREED: "not decided; the answers agree",
    Origin.STRICTEST: "not decided; the strictest answer",
    Origin.NOT_AGREED: "not decided; the answers differ, so the default",
    Origin.LIMIT: "not decided; the strictest that can be reached",
    Origin.ONE_TEAM: "not decided; one team's answer",
    Origin.DEFAULT_DOCUMENTED: "not decided; as documented",
    Origin.DEFAULT_OURS: "not decided; our suggestion",
}
"""Where the value of a limit comes from, in a cell."""

_BY_ANSWERS: Final = {
    OwnerOrigin.AGREED: ORIGINS[Origin.AGREED],
    OwnerOrigin.ONE_TEAM: ORIGINS[Origin.ONE_TEAM],
}
"""What is said beside an owner who could be taken for one that was decided."""


def stop_rule(results: Results, today: dt.date) -> Iterator[Block]:
    """Whom to call, and what has to hold; that the questionnaire names none of it, where it does not."""
    tasks = results.questionnaire.stop_rule
    if tasks:
        says = "; ".join(_says(results, part, task) for part, task in tasks.items())
        yield said(Strong(f"{says[0].upper()}{says[1:]}."))
        rows = tuple(call_row(results, part, tasks[part], today) for part in StopRule if part in tasks)
        yield Table("stop-tasks", "Whom to call, at any hour", CALL_HEADS, rows, stacks=True)
    else:
        yield said("The questionnaire does not mark who says stop, who says go or hold, and who leads.")
    held = [item for part in _MEANS for item in results.criterion if item.stop_rule is part]
    if held:
        rows = tuple(_limit(results, item, today) for item in held)
        yield Table(
            "stop-limits",
            "The stop rule: what has to hold, and who answers for it",
            ("Limit", "Value from", "Owner"),
            rows,
            stacks=True,
        )
    elif tasks:
        yield said("No limit that means stop is recommended by these answers.")


def _says(results: Results, part: StopRule, task: str) -> str:
    """`Operations says stop, Endpoint in its place`; or that it is not decided who does."""
    one = on_task(results, task)
    if one is None or one.status is not Status.DECIDED or one.owner is None:
        return f"who {_DOES[part]} is not decided"
    owner, deputy = (f"{owner_label(results, key)}{not_heard(results, key)}" for key in (one.owner, one.deputy or ""))
    instead = f"{deputy} in its place" if one.deputy else "nobody in its place"
    but = objects(one, one.deputy or "")
    return f"{owner} {_DOES[part]}, {instead}{f', although it {but}' if but else ''}"


def _limit(results: Results, item: CriterionResults, today: dt.date) -> tuple[Run, ...]:
    assert item.stop_rule is not None
    origin = "in conflict with another limit" if item.conflict else ORIGINS[item.threshold_origin]
    parked = next((one for one in results.decision if one.id == item.parked_by), None)
    by_answers = _BY_ANSWERS.get(item.owner_origin)
    owner = f"{item.owner} ({by_answers})" if by_answers else item.owner
    until = (f"; parked until {due(results, parked, today)}, with {carried_out_by(results, parked)}",) if parked else ()
    return (Strong(f"{_MEANS[item.stop_rule]}: "), item.statement), (origin, *map(Strong, until)), (owner,)
