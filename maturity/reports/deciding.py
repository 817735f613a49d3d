"""Who has to settle a question, and until when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from maturity.pictures.codes import codes
from maturity.results.findings import AgendaEntry
from maturity.results.model import Results
from maturity.results.values import AgendaClass
from questionnaires.words import Gate

UNTIL: Final = {
    Gate.START_PILOT: "before the pilot starts",
    Gate.LEAVE_PILOT: "before the pilot ends",
    Gate.BROAD_RING: "before going broad",
    Gate.TWELVE_MONTHS: "within 12 months",
    Gate.TWENTY_FOUR_MONTHS: "within 24 months",
}


_STARTED: Final = "was due before the pilot started"


def until_words(results: Results, gate: Gate) -> str:
    """Until when what a gate asks for is due; once the pilot has begun, when it was."""
    return _STARTED if gate is Gate.START_PILOT and results.is_begun else UNTIL[gate]


def settle_early(results: Results) -> str:
    """What is said of whatever hangs on the start of the pilot."""
    return (
        "Settle now, as it was due before the pilot started" if results.is_begun else "Settle before the pilot starts"
    )


def between(results: Results, entry: AgendaEntry) -> str:
    """The teams that the findings of an entry are about, by their codes: `END OPS`, `all 4 teams: END OPS SEC ARC`."""
    chosen, heard, names = _concerned(results, entry), {team.id for team in results.team}, codes(results)
    shown = " ".join(names[team] for team in chosen)
    return f"all {len(heard)} teams: {shown}" if len(heard) > 1 and heard == set(chosen) else shown


def concerned(results: Results, entry: AgendaEntry) -> list[str]:
    """The names of these teams."""
    names = {team.id: team.name for team in results.team} | results.questionnaire.teams
    return [names[team] for team in _concerned(results, entry)]


def _concerned(results: Results, entry: AgendaEntry) -> list[str]:
    """The ids of the teams that the findings of an entry are about, and of the team that a prerequisite concerns first;
    of all that answered where it is about none."""
    item = results.question_by_id[entry.question]
    found = [one for one in item.findings if one.kind in entry.findings]
    teams = {team for one in found for team in (*one.teams, *one.owners)} | {item.concerns}
    return [team for team in results.questionnaire.teams if team in teams] or [team.id for team in results.team]


def earlier(results: Results, urgency: AgendaClass, entries: Sequence[AgendaEntry]) -> str:
    """How many entries of a class are due before what the class is named after, as more hangs on them; else empty.

    `, 2 of them before the pilot starts`
    """
    gates = _BEFORE.get(urgency, ())
    due = Counter(until(results, entry) for entry in entries)
    return "".join(f", {due[words]} of them {words}" for gate in gates if due[words := until_words(results, gate)])


_BEFORE: Final = {AgendaClass.B: (Gate.START_PILOT,), AgendaClass.C: (Gate.START_PILOT, Gate.LEAVE_PILOT)}
"""By the class, the gates that come before the time that it names."""


def until(results: Results, entry: AgendaEntry) -> str:
    """Until when it is to be settled, in words."""
    gate = due_at(results, entry)
    return until_words(results, gate) if gate else "when time allows"


def due_at(results: Results, entry: AgendaEntry) -> Gate | None:
    """The first gate before which something hangs on it; else that of its class, None without."""
    gates = {
        item.gate
        for item in results.criterion
        if any(reason.question == entry.question for reason in item.because)
        or (item.computed is not None and entry.question in item.computed.open)
    }
    if entry.leverage is not None and entry.leverage.pilot_musts:
        gates.add(Gate.LEAVE_PILOT)
    first = next((gate for gate in UNTIL if gate in gates), None)
    if first is not None:
        return first
    if entry.urgency is AgendaClass.A:
        return Gate.LEAVE_PILOT if results.gate else Gate.START_PILOT
    return Gate.LEAVE_PILOT if entry.urgency is AgendaClass.B else None
