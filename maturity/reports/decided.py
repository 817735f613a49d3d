"""What was decided in the room, in the short words that every page on it shares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.reports.criteria import counted
from maturity.results.decisions import DecisionResults
from maturity.results.model import Results
from questionnaires.decisions import Status
from questionnaires.words import Facet, Kind
from scoring.wording.words import listed

NOBODY: Final = "none named"
"""Where nobody stands in for an owner."""
STAGES: Final = (Facet.TODAY, Facet.IN_12_MONTHS, Facet.IN_24_MONTHS)


def with_status(results: Results, status: Status, *facets: Facet) -> list[DecisionResults]:
    """The decisions of a status on any of these facets, or on any at all, as the questionnaire asks."""
    return [one for one in results.decision if one.status is status and (not facets or one.facet in facets)]


def owner_label(results: Results, key: str) -> str:
    """The name of a team, or of whom else a task can be given to."""
    if key in results.questionnaire.teams:
        return results.questionnaire.teams[key]
    tasks = (item for item in results.question if item.kind is Kind.OWNERSHIP)
    return next((item.scale[item.keys.index(key)] for item in tasks if key in item.keys), key)


def by_whom(one: DecisionResults) -> str:
    """When it was settled, and by whom: `2026-11-27, Anna Berg`."""
    return f"{one.decided}, {one.decider}" if one.decider else str(one.decided)


def review(one: DecisionResults, today: dt.date) -> str:
    """The day on which it is looked at again, and whether that is past."""
    if one.review_by is None:
        return "no day named"
    return f"{one.review_by}{', overdue' if one.review_by < today else ''}"


def next_step(one: DecisionResults, today: dt.date) -> str:
    """What is done about something parked, by whom and until when: `Ask the network team – Network, by 2026-12-04`."""
    if one.next_step is None:
        return "no next step is named"
    overdue = ", overdue" if one.due is not None and one.due < today else ""
    return f"{one.next_step.what.rstrip('.')} – {one.next_step.owner}, by {one.due}{overdue}"


def confirmed(results: Results, one: DecisionResults) -> str:
    """The criteria that show that it holds, by their titles; one that these answers do not call for by its id."""
    titles = {item.id: item.title for item in results.criterion}
    return "; ".join(titles.get(name, name) for name in one.confirmed_by) or "no criterion named"


def objections(results: Results) -> Iterator[tuple[DecisionResults, str]]:
    """Every decision that a team does not agree to, with the team and its reason."""
    for one in results.decision:
        for objection in one.objected_by:
            yield one, f"{owner_label(results, objection.team)}: {objection.reason}"


def discussed(results: Results) -> str:
    """What became of the questions that called for a discussion: `9 settled, 2 parked, 12 open`."""
    open_, settled, parked = len(results.agenda), len(results.settled), len(results.parked)
    total = counted(open_ + settled + parked, "question", "questions")
    return f"Of {total} to discuss, {settled} {_are(settled)} settled, {parked} parked and {open_} open."


def standing(results: Results) -> str:
    """How many decisions stand, by what they are: `12 decided, 2 parked and 1 proposed`."""
    words = {status: len(with_status(results, status)) for status in (Status.DECIDED, Status.PARKED, Status.PROPOSED)}
    return listed(f"{number} {status.value}" for status, number in words.items() if number)


def overdue(results: Results, today: dt.date) -> list[str]:
    """What is past its day: reviews of decisions, and what was to be done by then; the longest past first."""
    late = [(day, said) for one in results.decision for day, said in _days(one) if day < today]
    return [f"{said} by {day}" for day, said in sorted(late)]


def _days(one: DecisionResults) -> Iterator[tuple[dt.date, str]]:
    if one.review_by is not None:
        yield one.review_by, f"“{one.title}” was to be looked at again"
    if one.due is not None:
        who = f" ({one.next_step.owner})" if one.next_step else ""
        yield one.due, f"“{one.title}” was to be done{who}"


def decided_note(results: Results) -> str:
    """How far decisions reach, behind a count of what is open; empty without any."""
    if not results.decision:
        return ""
    settled, parked = len(results.settled), len(results.parked)
    parts = [f"{settled} {_are(settled)} settled"] if settled else []
    parts += [f"{parked} parked"] if parked else []
    return listed(parts)


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
