"""When the decisions are looked at again, and the lines on which the teams sign."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.reports.blocks import Block, Bullets, Run, Strong, Table, cells, said
from maturity.reports.criteria import counted
from maturity.reports.decided import owner_label, with_status
from maturity.results.decisions import DecisionResults
from maturity.results.model import Results
from questionnaires.decisions import Status

_FEW: Final = 4


def reviews(results: Results, today: dt.date) -> Iterator[Block]:
    """By day, the earliest first, what is looked at again."""
    found: dict[dt.date, list[str]] = {}
    for one in with_status(results, Status.DECIDED):
        if one.review_by is not None:
            found.setdefault(one.review_by, []).append(one.title)
    if found:
        yield Bullets(tuple(_day(day, found[day], today) for day in sorted(found)))


def _day(day: dt.date, titles: list[str], today: dt.date) -> Run:
    """A few by their titles; of more the count, as each has its day beside it above."""
    said = "; ".join(titles) if len(titles) <= _FEW else f"{len(titles)} decisions, each with this day beside it above"
    return Strong(f"{day}{', overdue' if day < today else ''}: "), f"{said}."


def signatures(results: Results) -> Iterator[Block]:
    """A line for each team that answered or has a part in a decision, and for a provider that has; with what it signs
    for."""
    if not _is_noted(results):
        yield said("Who agreed was not noted in the room.")
    rows = tuple(((name,), *cells(_part(results, team), "", "", "")) for team, name in _signing(results).items())
    heads = ("Team", "Signs for", "Name", "Date", "Signature")
    yield Table("agreement-lines", "A line for each team", heads, rows, stacks=True)


def _is_noted(results: Results) -> bool:
    """Whether anybody wrote down of any decision who agreed to it."""
    return any(one.agreed_by for one in with_status(results, Status.DECIDED))


def _signing(results: Results) -> dict[str, str]:
    """By id, the names of these teams in the order of the questionnaire; then of those outside that own something."""
    heard = {team.id for team in results.team}
    named = dict.fromkeys(team for one in results.decision for team in _teams(one))
    teams = results.questionnaire.teams
    inside = {team: name for team, name in teams.items() if team in heard or team in named}
    return inside | {key: owner_label(results, key) for key in sorted(named) if key not in teams}


def _teams(one: DecisionResults) -> Iterator[str]:
    yield from filter(None, (one.owner, one.deputy, one.tested_by, *one.agreed_by))
    yield from (objection.team for objection in one.objected_by)


def _part(results: Results, team: str) -> str:
    """`owner of 4 tasks, deputy of 1 task, agreed to 9, objected to 1, agreement not noted for 2`; of agreement only
    where any is noted, and of teams, as nobody outside can be noted."""
    decided = with_status(results, Status.DECIDED)
    agreed = {one.id for one in decided if team in one.agreed_by}
    objected = {one.id for one in decided if any(objection.team == team for objection in one.objected_by)}
    is_asked = team in results.questionnaire.teams and _is_noted(results)
    tasks = {
        "owner of": sum(one.owner == team for one in decided),
        "deputy of": sum(one.deputy == team for one in decided),
    }
    tests = sum(one.tested_by == team for one in decided)
    others = {
        "agreed to": len(agreed),
        "objected to": len(objected),
        "agreement not noted for": len(decided) - len(agreed | objected) if is_asked else 0,
    }
    said = [f"{words} {counted(number, 'task', 'tasks')}" for words, number in tasks.items() if number]
    said += [f"tests {counted(tests, 'safeguard', 'safeguards')}"] if tests else []
    said += [f"{words} {number}" for words, number in others.items() if number]
    return ", ".join(said) or "no part in a decision yet"
