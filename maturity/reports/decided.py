"""What was decided in the room, in the short words that every page on it shares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from maturity.reports.criteria import counted
from maturity.results.decisions import DecisionResults
from maturity.results.findings import Finding
from maturity.results.model import Results
from maturity.results.plan import PlanItemResults, PlanKind
from questionnaires.decisions import State, Status
from questionnaires.words import Facet, Kind
from scoring.wording.decisions import wanted_sentence
from scoring.wording.plan import STEP_DONE
from scoring.wording.words import FACET_WORDS, listed

TO_BE_NAMED: Final = "person to be named"
"""Where nobody does what a decision asks for."""
NOBODY: Final = "none named"
"""Where nobody stands in for an owner."""
NOT_HEARD: Final = "has not been heard"
"""Of a team that is named and has not answered anything."""
_MOST_DAYS: Final = 4
"""Of what is due, more than this hides what is most."""
_MOST_CRITERIA: Final = 2
"""In a cell beside others."""
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


def not_heard(results: Results, key: str) -> str:
    """Behind the name of a team that a decision names and that has not answered anything: that nobody has heard it;
    empty of all others."""
    heard = {team.id for team in results.team}
    return f" ({NOT_HEARD})" if heard and key in results.questionnaire.teams and key not in heard else ""


def about(one: DecisionResults) -> str:
    """The title of what was decided, and of a shift the stage: `Approving updates, in 24 months`."""
    return f"{one.title}, {FACET_WORDS[one.facet]}" if one.facet in STAGES else one.title


def by_whom(results: Results, one: DecisionResults) -> str:
    """When it was settled, by whom, who agreed and who objected: `2026-11-27, Anna Berg; Security agreed; Endpoint
    objected`."""
    said = [f"{one.decided}, {one.decider}" if one.decider else str(one.decided)]
    objected = [objection.team for objection in one.objected_by]
    for teams, what in ((one.agreed_by, "agreed"), (objected, "objected")):
        if teams:
            said.append(f"{listed([owner_label(results, team) for team in teams])} {what}")
    return "; ".join(said)


def review(one: DecisionResults, today: dt.date) -> str:
    """The day on which it is looked at again, and whether that is past."""
    if one.review_by is None:
        return "no day named"
    return f"{one.review_by}{', overdue' if one.review_by < today else ''}"


def due(results: Results, one: DecisionResults, today: dt.date) -> str:
    """The day by which it is to be done or taken up again, as it was planned since; whether that is past, or done."""
    item = _planned(results, one)
    day = item.due if item else one.due
    if item is not None and item.state is State.DONE:
        state = STEP_DONE if one.status is Status.PARKED else "done"
        return f"{day}, {state}" if day else state
    if day is None:
        return "no day named"
    return f"{day}{', overdue' if day < today else ''}"


def is_step_done(results: Results, one: DecisionResults) -> bool:
    """Whether what was to be done about something parked is done, so that it can be decided."""
    item = _planned(results, one)
    return one.status is Status.PARKED and item is not None and item.state is State.DONE


def _planned(results: Results, one: DecisionResults) -> PlanItemResults | None:
    """What the plan says is to be done about a decision; None where there is no plan, as in older files."""
    items = (item for item in results.plan if item.kind is not PlanKind.REVIEW)
    return next((item for item in items if item.decision == one.id), None)


def person_planned(results: Results, one: DecisionResults) -> str:
    """Whom somebody named in the plan for a decision; empty where nobody is."""
    item = _planned(results, one)
    return (item and item.person) or ""


def carried_out_by(results: Results, one: DecisionResults) -> str:
    """Who does what a decision asks for, as it was planned."""
    item = _planned(results, one)
    return (item and (item.person or item.owner)) or TO_BE_NAMED


def step(one: DecisionResults) -> tuple[str, str]:
    """What is done about something parked, and by whom."""
    if one.next_step is None:
        return "no next step is named", "nobody is named"
    return one.next_step.what.rstrip("."), one.next_step.owner


def confirmed(results: Results, one: DecisionResults) -> str:
    """The criteria that will show that it holds, by their titles: two, and how many more; one that these answers do
    not call for by its id."""
    titles = {item.id: item.title for item in results.criterion}
    said = [titles.get(name, name) for name in one.confirmed_by[:_MOST_CRITERIA]]
    more = len(one.confirmed_by) - len(said)
    return "; ".join([*said, *([f"and {more} more"] if more else [])]) or "no criterion named"


def discussed(results: Results) -> str:
    """What became of the questions that called for a discussion: `9 settled, 2 parked and 12 open`; `10 settled (1
    by a decision on another question)` where one has no decision of its own."""
    numbers = {_settled(results): len(results.settled), "parked": len(results.parked), "open": len(results.agenda)}
    said = [f"{number} {word}" for word, number in numbers.items() if number]
    total = counted(sum(numbers.values()), "question", "questions")
    return f"Of {total} to discuss: {listed(said)}." if said else "No question calls for a discussion."


def _settled(results: Results) -> str:
    """That questions are settled, and how many of them without a decision of their own."""
    made = {one.question for one in with_status(results, Status.DECIDED)}
    others = sum(entry.question not in made for entry in results.settled)
    return f"settled ({others} by a decision on another question)" if others else "settled"


def nothing_open(results: Results) -> str:
    """What is said where the agenda is empty: that nothing called for a discussion, or what became of what did."""
    if results.settled or results.parked:
        return f"Nothing is open. {discussed(results)}"
    return "Nothing: no question calls for a discussion."


def found_says(finding: Finding) -> str:
    """What was found, which stays true; and since when it is settled, where it is: of what teams want never, as only
    they can, but what is needed."""
    if finding.settled is None:
        return finding.says
    what = "What is needed was settled" if finding.facet is Facet.WANTED else "Settled"
    return f"{finding.says} {what} on {finding.settled}."


def wanted_beside(results: Results, one: DecisionResults) -> str:
    """That the teams want different levels of control although one was decided; empty of all else."""
    item = results.question_by_id.get(one.question)
    if item is None or one.status is not Status.DECIDED or one.facet is not Facet.NEEDED:
        return ""
    return next((wanted_sentence(facet.gap) for facet in item.facet if facet.name is Facet.WANTED), "")


def standing(results: Results) -> str:
    """How many decisions stand, by what they are, and on how many questions, as a shift may have several stages:
    `12 decided, 2 parked and 1 proposed, on 14 questions`; empty without any."""
    words = {status: len(with_status(results, status)) for status in (Status.DECIDED, Status.PARKED, Status.PROPOSED)}
    said = listed(f"{number} {status.value}" for status, number in words.items() if number)
    questions = len({one.question for one in results.decision})
    return f"{said}, on {counted(questions, 'question', 'questions')}" if said else ""


def overdue(results: Results, today: dt.date) -> str:
    """What is past its day, the longest past first: reviews, and what was to be done; empty where nothing is."""
    late = [f"{said} by {day}" for day, said in _days(results) if day < today]
    return _few(late, "; ")


def coming(results: Results, today: dt.date) -> str:
    """The next day on which something is due, and what: `2026-12-04: “Network endpoints” (Network)`; else empty."""
    ahead = [(day, said) for day, said in _days(results) if day >= today]
    if not ahead:
        return ""
    first = ahead[0][0]
    return f"{first}: {_few([said for day, said in ahead if day == first], ', ')}"


def _few(said: Sequence[str], mark: str) -> str:
    """The first of them, and how many more there are."""
    more = [f"and {len(said) - _MOST_DAYS} more"] if len(said) > _MOST_DAYS else []
    return mark.join((*said[:_MOST_DAYS], *more))


def _days(results: Results) -> list[tuple[dt.date, str]]:
    """Every day that was set for what is not done, the earliest first, with what it is about."""
    found: list[tuple[dt.date, str]] = []
    for one in results.decision:
        if one.review_by is not None and one.status is Status.DECIDED:
            found.append((one.review_by, f"“{one.title}” (review)"))
        item = _planned(results, one)
        day = item.due if item else one.due
        if day is not None and (item is None or item.state is State.OPEN):
            person = (item.person if item else None) or (one.next_step.owner if one.next_step else "to be done")
            found.append((day, f"“{one.title}” ({person})"))
    return sorted(found)
