"""What was agreed: owners, limits, stages and prerequisites."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from maturity.pictures.positions import NONE
from maturity.reports.agreement_tasks import HEADS, on_task, task_row
from maturity.reports.blocks import Block, Run, Strong, Table, said
from maturity.reports.decided import STAGES, by_whom, carried_out_by, confirmed, due, owner_label, review, with_status
from maturity.results.decisions import DecisionResults
from maturity.results.model import Results
from questionnaires.decisions import Status
from questionnaires.words import Facet, FindingKind, Kind

AGREED: Final = ("Agreed", "Decided", "Review by", "To be shown by")


def owners(results: Results, today: dt.date) -> Iterator[Block]:
    """The tasks whose owner was decided; and those on which only the answers agree."""
    shown = set(results.questionnaire.stop_rule.values())
    tasks = [one.question for one in with_status(results, Status.DECIDED, Facet.OWNER) if one.question not in shown]
    if tasks:
        rows = tuple(task_row(results, task, today) for task in tasks)
        yield Table("agreement-tasks", "Owners decided in the room", HEADS, rows, stacks=True)
    if above := [one.title for one in with_status(results, Status.DECIDED, Facet.OWNER) if one.question in shown]:
        yield said(Strong("Decided as well, and told under “When something breaks”: "), f"{', '.join(above)}.")
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
                (*(("Attitude: ",) if one.value is None else ()), *why(one)),
                (Strong(one.outcome),),
                *rest(results, one, today),
            )
            for one in found
        )
        heads = ("Limit or attitude", *AGREED)
        yield Table("agreement-values", "Limits and attitudes decided", heads, rows, stacks=True)


def stages(results: Results, today: dt.date) -> Iterator[Block]:
    """The stages with their dates, and what was said of prerequisites."""
    found = [one for one in with_status(results, Status.DECIDED, *STAGES, Facet.STATUS) if not one.is_missing]
    if found:
        rows = tuple(
            (why(one), (Strong(one.outcome),), (_by_whom_reached(results, one),), *rest(results, one, today))
            for one in found
        )
        heads = ("About", "Agreed", "Carried out by", *AGREED[1:])
        yield Table("agreement-goals", "Stages and prerequisites decided", heads, rows, stacks=True)
    if odd := "; ".join(_out_of_order(results)):
        yield said(
            Strong("To be looked at again, as the later stage lies below the earlier one, or is due before it: "),
            f"{odd}.",
        )


def _by_whom_reached(results: Results, one: DecisionResults) -> str:
    """Who does what a stage asks for that is to be reached by a day; nobody of what is so today."""
    return carried_out_by(results, one) if one.by is not None or one.due is not None else NONE


def missing(results: Results, today: dt.date) -> Iterator[Block]:
    """The prerequisites of which the room says that they are not there, with who puts them in place and until when."""
    found = [one for one in with_status(results, Status.DECIDED, Facet.STATUS) if one.is_missing]
    if found:
        rows = tuple(
            (
                why(one),
                (Strong(one.outcome),),
                (carried_out_by(results, one),),
                (due(results, one, today),),
                *rest(results, one, today),
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


def why(one: DecisionResults) -> Run:
    """What it is about, and why it was decided so."""
    return (one.title, *((f" – {one.because.rstrip('.')}.",) if one.because else ()))


def rest(results: Results, one: DecisionResults, today: dt.date) -> tuple[Run, ...]:
    """The last cells of a row: when and by whom it was decided, when it is looked at again, and what will show it."""
    return (by_whom(results, one),), (review(one, today),), (confirmed(results, one),)
