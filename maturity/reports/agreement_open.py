"""What was not agreed: objections, what is open or only proposed with the teams that differ, and what is parked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.reports.agreement_tasks import by_answers
from maturity.reports.blocks import Block, Bullets, Run, Strong, Table, cells, said
from maturity.reports.criteria import counted
from maturity.reports.decided import about, due, owner_label, step, with_status
from maturity.reports.deciding import concerned, until
from maturity.reports.headline import unheard
from maturity.results.decisions import DecisionResults
from maturity.results.findings import AgendaEntry
from maturity.results.model import Results
from maturity.results.values import AgendaClass
from questionnaires.decisions import Status
from questionnaires.words import Kind
from scoring.wording.decisions import NO_REASON
from scoring.wording.findings import FINDING_WORDS
from scoring.wording.words import listed

_MOST_NAMED: Final = 12
"""Less urgent questions: of more the page would be read by nobody."""
_URGENT: Final = (AgendaClass.A, AgendaClass.B)


def objected(results: Results) -> Iterator[Block]:
    """Who does not agree to what, and why."""
    found = [
        (Strong(f"{one.title} – {owner_label(results, objection.team)}: "), objection.reason or NO_REASON)
        for one in results.decision
        for objection in one.objected_by
    ]
    if found:
        yield Bullets(tuple(found))
    elif results.decision:
        yield said("No objection is recorded.")


def otherwise(results: Results) -> Iterator[Block]:
    """Who answers otherwise since, by question and stage: that is no objection."""
    lines = {about(one): one.otherwise_says for one in results.decision if one.otherwise_says}
    if lines:
        yield Bullets(tuple((Strong(f"{what}: "), says) for what, says in lines.items()))


def not_agreed(results: Results) -> Iterator[Block]:
    """Decisions that exclude each other first, as somebody may think that they count; then the open questions that are
    urgent, and every contested owner, by the names of the teams."""
    for clash in results.clash:
        yield said(Strong(clash.says))
    shown = [entry for entry in results.agenda if entry.urgency in _URGENT or _is_task(results, entry)]
    named = {entry.question for entry in shown}
    lines = [_open(results, entry) for entry in shown]
    lines += [
        (Strong(f"{one.title}: "), f"proposed, not decided: {one.outcome}.")
        for one in with_status(results, Status.PROPOSED)
        if one.question not in named
    ]
    if lines:
        yield Bullets(tuple(lines))
    else:
        yield said("Nothing urgent is open.")
    if rest := [entry.title for entry in results.agenda if entry not in shown]:
        number = counted(len(rest), "less urgent question is", "less urgent questions are")
        yield said(f"Besides, {number} open: {_names(rest)}.")
    for sentence in dict.fromkeys(says for item in results.criterion for says in item.conflict_says):
        yield said(Strong("Limits that exclude each other: "), sentence)
    if silent := unheard(results):
        yield said(f"Not heard in this round: {listed(silent)}.")


def _names(titles: list[str]) -> str:
    """By their titles; of very many the first ones, and what lists the others."""
    more = len(titles) - _MOST_NAMED
    shown = [*titles[:_MOST_NAMED], *([f"{more} more, which “maturity compare” lists"] if more > 0 else [])]
    return listed(shown)


def _is_task(results: Results, entry: AgendaEntry) -> bool:
    return results.question_by_id[entry.question].kind is Kind.OWNERSHIP


def _open(results: Results, entry: AgendaEntry) -> Run:
    """`Calling a stop: contested; to be agreed: Endpoint or Operations; before the pilot ends`."""
    found = ", ".join(FINDING_WORDS[kind] for kind in entry.findings)
    said = [found, _differ(results, entry), until(results, entry)]
    for words, status in (("decided so far", Status.DECIDED), ("proposed", Status.PROPOSED)):
        outcomes = [one.outcome for one in with_status(results, status) if one.question == entry.question]
        said += [f"{words}: {listed(outcomes)}"] if outcomes else []
    return Strong(f"{entry.title}: "), f"{'; '.join(said)}."


def _differ(results: Results, entry: AgendaEntry) -> str:
    """Whom the teams name for a task; of all else the teams that it is about."""
    if _is_task(results, entry):
        return by_answers(results, results.question_by_id[entry.question])
    return _teams(results, entry)


def _between(results: Results, one: DecisionResults) -> str:
    """The same behind the title of what is parked; empty where nothing was found to discuss."""
    entry = next((entry for entry in results.parked if entry.question == one.question), None)
    return f" – {_differ(results, entry)}" if entry else ""


def _teams(results: Results, entry: AgendaEntry) -> str:
    """The teams that it is about, by their names; where these are many and no team is left out, how many."""
    names, heard = concerned(results, entry), {team.name for team in results.team}
    if len(heard) > 2 and heard == set(names):
        return f"between all {len(heard)} teams that answered"
    return f"between {listed(names)}" if len(names) > 1 else listed(names)


def parked(results: Results, today: dt.date) -> Iterator[Block]:
    """What is parked, with what is done next, by whom and until when."""
    found = with_status(results, Status.PARKED)
    if found:
        rows = tuple(
            cells(f"{one.title}{_between(results, one)}", *step(one), due(results, one, today)) for one in found
        )
        yield Table(
            "agreement-later", "Parked, with the next step", ("What", "Next step", "Who", "By"), rows, stacks=True
        )
