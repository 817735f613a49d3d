"""Who is responsible for what, as a table for a spreadsheet: a row for each task and each safeguard, by team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.files.spreadsheet import csv_text, first_line
from maturity.reports.agreement_tasks import SAYS, by_answers, objects, on_task
from maturity.reports.decided import due, owner_label, review, step, with_status
from maturity.reports.decisions import title_of
from maturity.results.model import Results
from questionnaires.decisions import Status
from questionnaires.words import Facet, Kind

HEADS: Final = ("task", "owner", "deputy", "decided on", "by", "review by", "status", "id")
BEGINS: Final = first_line(HEADS)
"""The first line, by which the next table knows what it may replace."""

_Row = tuple[str, ...]


def responsibilities(results: Results, today: dt.date) -> str:
    """The file as text: the owners in the order of the questionnaire's teams, then who is no team, then what nobody
    owns by decision."""
    teams = list(results.questionnaire.teams)
    rows = sorted(
        _rows(results, today), key=lambda row: teams.index(row[0]) if row[0] in teams else len(teams) + (not row[0])
    )
    return csv_text(HEADS, (row for _, row in rows))


def _rows(results: Results, today: dt.date) -> Iterator[tuple[str, _Row]]:
    """Each with the key of its owner; an empty one where none was decided."""
    asked = [item.id for item in results.question if item.kind is Kind.OWNERSHIP]
    decided = [one.question for one in results.decision if one.facet is Facet.OWNER]
    says = {task: f"{SAYS[part]}: " for part, task in results.questionnaire.stop_rule.items()}
    for task in dict.fromkeys((*asked, *decided)):
        owner, row = _task(results, task, today)
        yield owner, (f"{says.get(task, '')}{title_of(results, task)}", *row, task)
    for one in with_status(results, Status.DECIDED, Facet.NEEDED):
        if one.tested_by and one.safeguard:
            task = f"Test the safeguard for “{one.title}”: {one.safeguard}"
            known = owner_label(results, one.tested_by), "", str(one.decided), one.decider or "", review(one, today)
            yield one.tested_by, (task, *known, "decided", one.question)


def _task(results: Results, task: str, today: dt.date) -> tuple[str, _Row]:
    one, item = on_task(results, task), results.question_by_id.get(task)
    answers = by_answers(results, item)
    if one is None:
        is_agreed = item is not None and item.pattern == "agreed"
        return "", (answers, "", "", "", "", "by the answers, not decided" if is_agreed else "not agreed")
    day, who = str(one.decided), one.decider or ""
    if one.status is Status.PARKED or one.owner is None:
        what, person = step(one)
        return "", (answers, "", day, who, due(results, one, today), f"parked: {what} – {person}")
    if one.status is Status.PROPOSED:
        return "", (f"proposed: {owner_label(results, one.owner)}", "", day, who, "", "proposed")
    deputy = owner_label(results, one.deputy) if one.deputy else ""
    objected = f", {len(one.objected_by)} objected" if one.objected_by else ""
    if alone := objects(one, one.deputy or ""):
        objected = f", the deputy {alone}" if len(one.objected_by) == 1 else f"{objected}, the deputy among them"
    return one.owner, (owner_label(results, one.owner), deputy, day, who, review(one, today), f"decided{objected}")
