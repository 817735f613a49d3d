"""What was agreed: owners, limits, control, stages and prerequisites."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from maturity.reports.agreement_tasks import HEADS, on_task, task_row
from maturity.reports.blocks import Block, Run, Strong, Table, said
from maturity.reports.decided import STAGES, by_whom, carried_out_by, confirmed, due, owner_label, review, with_status
from maturity.results.decisions import DecisionResults
from maturity.results.model import Results
from questionnaires.decisions import Control, Status
from questionnaires.words import Facet, FindingKind, Kind

_CONTROL = {
    Control.KEPT: "this level is kept",
    Control.GIVEN_UP: "given up beyond this",
    Control.COVERED: "covered by a safeguard",
}

_AGREED = ("Agreed", "Decided", "Review by", "To be shown by")


def owners(results: Results, today: dt.date) -> Iterator[Block]:
    """The tasks whose owner was decided; and those on which only the answers agree."""
    shown = set(results.questionnaire.stop_rule.values())
    tasks = [one.question for one in with_status(results, Status.DECIDED, Facet.OWNER) if one.question not in shown]
    if tasks:
        rows = tuple(task_row(results, task, today) for task in tasks)
        yield Table("agreement-tasks", "Owners decided in the room", HEADS, rows, stacks=True)
    agreed = _by_owner(results, FindingKind.AGREED)
    if agreed:
        yield said(Strong("Not decided in the room, but the answers agree: "), f"{agreed}.")
    unconfirmed = _by_owner(results, FindingKind.UNCONFIRMED)
    if unconfirmed:
        yield said(Strong("To be confirmed by the team that is named: "), f"{unconfirmed}.")


def _by_owner(results: Results, kind: FindingKind) -> str:
    """The tasks without a decision of which the teams say so, by owner: `Endpoint: A, B; Operations: C`."""
    found: dict[str, list[str]] = {}
    shown = set(results.questionnaire.stop_rule.values())
    for item in results.question:
        claims = [one for one in item.findings if one.kind is kind and len(one.owners) == 1]
        if item.kind is Kind.OWNERSHIP and claims and item.id not in shown and on_task(results, item.id) is None:
            found.setdefault(owner_label(results, claims[0].owners[0]), []).append(item.title)
    return "; ".join(f"{owner}: {', '.join(titles)}" for owner, titles in found.items())


def limits(results: Results, today: dt.date) -> Iterator[Block]:
    """The limits and attitudes that were decided: what has no unit is an attitude, and bounds nothing."""
    found = with_status(results, Status.DECIDED, Facet.POSITION)
    if found:
        rows = tuple(
            (
                (*(("Attitude: ",) if one.value is None else ()), *_why(one)),
                (Strong(one.outcome),),
                *_rest(results, one, today),
            )
            for one in found
        )
        heads = ("Limit or attitude", *_AGREED)
        yield Table("agreement-values", "Limits and attitudes decided", heads, rows, stacks=True)


def control(results: Results, today: dt.date) -> Iterator[Block]:
    """How much control was agreed, and what became of the rest."""
    found = with_status(results, Status.DECIDED, Facet.NEEDED)
    if found:
        rows = tuple(
            (_why(one), (Strong(_level(results, one)),), (_became(results, one),), *_rest(results, one, today))
            for one in found
        )
        heads = ("Control over", "Agreed", "What becomes of it", "Decided", "Review by", "To be shown by")
        yield Table("agreement-levels", "Levels of control decided", heads, rows, stacks=True)


def _level(results: Results, one: DecisionResults) -> str:
    """The agreed level alone: what became of the rest has a cell of its own."""
    item = results.question_by_id.get(one.question)
    return item.scale[one.option] if item and one.option is not None and one.option < len(item.scale) else one.outcome


def _became(results: Results, one: DecisionResults) -> str:
    if one.control is None:
        return "not said"
    if one.safeguard is None:
        return _CONTROL[one.control]
    tested = (
        f", to be tested by {owner_label(results, one.tested_by)}"
        if one.tested_by
        else ", to be tested by nobody named"
    )
    return f"{_CONTROL[one.control]}: {one.safeguard.rstrip('.')}{tested}"


def stages(results: Results, today: dt.date) -> Iterator[Block]:
    """The stages with their dates, and what was said of prerequisites."""
    found = [one for one in with_status(results, Status.DECIDED, *STAGES, Facet.STATUS) if not one.is_missing]
    if found:
        rows = tuple((_why(one), (Strong(one.outcome),), *_rest(results, one, today)) for one in found)
        yield Table("agreement-goals", "Stages and prerequisites decided", ("About", *_AGREED), rows, stacks=True)
    if odd := "; ".join(_out_of_order(results)):
        yield said(Strong("To be looked at again, as one does not lead to the other: "), f"{odd}.")


def missing(results: Results, today: dt.date) -> Iterator[Block]:
    """The prerequisites of which the room says that they are not there, with who puts them in place and until when."""
    found = [one for one in with_status(results, Status.DECIDED, Facet.STATUS) if one.is_missing]
    if found:
        rows = tuple(
            (
                _why(one),
                (Strong(one.outcome),),
                (carried_out_by(results, one),),
                (due(results, one, today),),
                *_rest(results, one, today),
            )
            for one in found
        )
        heads = (
            "Prerequisite",
            "Decided that it is",
            "Put in place by",
            "Until",
            "Decided",
            "Review by",
            "To be shown by",
        )
        yield Table("agreement-lacking", "Prerequisites that are missing", heads, rows, stacks=True)


def _out_of_order(results: Results) -> Iterator[str]:
    """Stages of one shift that go back, or of which the later one is to be reached first."""
    found: dict[str, list[DecisionResults]] = {}
    for one in sorted(with_status(results, Status.DECIDED, *STAGES), key=lambda one: STAGES.index(one.facet)):
        found.setdefault(one.question, []).append(one)
    for stages_of in found.values():
        for before, after in pairwise(stages_of):
            goes_back = before.option is not None and after.option is not None and after.option < before.option
            if goes_back or (before.by is not None and after.by is not None and after.by < before.by):
                yield f"“{after.title}”, {before.outcome}, then {after.outcome}"


def _why(one: DecisionResults) -> Run:
    return (one.title, *((f" – {one.because.rstrip('.')}.",) if one.because else ()))


def _rest(results: Results, one: DecisionResults, today: dt.date) -> tuple[Run, ...]:
    return (by_whom(results, one),), (review(one, today),), (confirmed(results, one),)
