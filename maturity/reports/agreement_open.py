"""What was not agreed: objections, what is open with the teams that differ, what is parked or only proposed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.reports.agreement_tasks import by_answers
from maturity.reports.blocks import Block, Bullets, Run, Strong, said
from maturity.reports.criteria import counted
from maturity.reports.decided import next_step, objections, with_status
from maturity.reports.deciding import concerned, until
from maturity.reports.headline import unheard
from maturity.results.findings import AgendaEntry
from maturity.results.model import Results
from maturity.results.values import AgendaClass
from questionnaires.decisions import Status
from questionnaires.words import Kind
from scoring.wording.findings import FINDING_WORDS
from scoring.wording.words import listed

_URGENT: Final = (AgendaClass.A, AgendaClass.B)


def objected(results: Results) -> Iterator[Block]:
    """Who does not agree to what, and why; and who answers otherwise since."""
    found = [(Strong(f"{one.title}: "), says) for one, says in objections(results)]
    found += [(Strong(f"{one.title}: "), one.otherwise_says) for one in results.decision if one.otherwise_says]
    if found:
        yield Bullets(tuple(found))
    elif results.decision:
        yield said("No objection is recorded.")


def not_agreed(results: Results) -> Iterator[Block]:
    """The open questions that are urgent, and every contested owner, by the names of the teams."""
    shown = [entry for entry in results.agenda if entry.urgency in _URGENT or _is_task(results, entry)]
    if shown:
        yield Bullets(tuple(_open(results, entry) for entry in shown))
    else:
        yield said("Nothing urgent is open.")
    if rest := len(results.agenda) - len(shown):
        yield said(f"Besides, {counted(rest, 'less urgent question is', 'less urgent questions are')} open.")
    for sentence in dict.fromkeys(says for item in results.criterion for says in item.conflict_says):
        yield said(Strong("Limits that exclude each other: "), sentence)
    if silent := unheard(results):
        yield said(f"Not heard in this round: {listed(silent)}.")


def _is_task(results: Results, entry: AgendaEntry) -> bool:
    return results.question_by_id[entry.question].kind is Kind.OWNERSHIP


def _open(results: Results, entry: AgendaEntry) -> Run:
    """`Calling a stop: contested; to be agreed: Endpoint or Operations; before the pilot ends`."""
    found = ", ".join(FINDING_WORDS[kind] for kind in entry.findings)
    between = (
        by_answers(results, results.question_by_id[entry.question])
        if _is_task(results, entry)
        else f"between {listed(concerned(results, entry))}"
    )
    return Strong(f"{entry.title}: "), f"{found}; {between}; {until(results, entry)}."


def parked(results: Results, today: dt.date) -> Iterator[Block]:
    """What is parked, with what is done next, by whom and until when."""
    found = with_status(results, Status.PARKED)
    if found:
        yield Bullets(tuple((Strong(f"{one.title}: "), f"{next_step(one, today)}.") for one in found))


def proposed(results: Results) -> Iterator[Block]:
    """What somebody proposed, and nobody has decided."""
    found = with_status(results, Status.PROPOSED)
    if found:
        yield Bullets(tuple((Strong(f"{one.title}: "), f"{one.outcome}.") for one in found))
