"""The plan as it reads on a day: what is overdue first, then by date, then what has none; at last what is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from maturity.reports.criteria import WIDTH, counted, wrapped
from maturity.reports.decided import TO_BE_NAMED
from maturity.reports.verdict import by_the_answers, by_what
from maturity.results.build_plan import plan_items
from maturity.results.model import Results
from maturity.results.plan import PlanItemResults, PlanKind
from maturity.results.values import Outcome
from questionnaires.decisions import State
from questionnaires.words import Gate
from scoring.wording.words import listed

_MOST_NAMED: Final = 3
MARKED_BUT: Final = "marked as done, but "
"""Of a must that fails by the answers or the figures."""
NO_LONGER: Final = "no longer recommended"
"""Of something planned that the answers do not call for any more."""


class PlanState(StrEnum):
    """Where a line of the plan stands on a day."""

    OVERDUE = "overdue"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


STATES: Final = {
    PlanState.OVERDUE: "▲ overdue",
    PlanState.OPEN: "○ open",
    PlanState.DONE: "● done",
    PlanState.DROPPED: "– dropped",
}
"""The mark and the word of each."""
CLOSED: Final = (PlanState.DONE, PlanState.DROPPED)
"""Of these nothing is to be done any more."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line of the plan on a day; `note` is what the answers or the pilot's figures say of a must."""

    item: PlanItemResults
    state: PlanState
    note: str = ""

    @property
    def who(self) -> str:
        """Who does it: the person who was named, else who answers for it."""
        return self.item.person or self.item.owner or TO_BE_NAMED

    @property
    def date(self) -> str:
        """The day by which it is done, in words of one width."""
        return str(self.item.due) if self.item.due else "no date   "


def state_of(item: PlanItemResults, today: dt.date, outcome: Outcome | None = None) -> PlanState:
    """Done, open or overdue on that day; dropped where the answers no longer call for it. What passes is done, and what
    fails is not, whatever somebody said."""
    is_done = item.state is State.DONE if outcome is not Outcome.FAIL else False
    if is_done or outcome in (Outcome.PASS, Outcome.WAIVED):
        return PlanState.DONE
    if item.is_dropped:
        return PlanState.DROPPED
    return PlanState.OVERDUE if item.due is not None and item.due < today else PlanState.OPEN


def planned(results: Results) -> tuple[PlanItemResults, ...]:
    """What is to be done; worked out where older results do not hold it, or nothing was decided."""
    teams = results.questionnaire.teams
    return results.plan or tuple(plan_items(results.criterion, results.decision, teams=teams))


def plan_lines(results: Results, today: dt.date, *, is_whole: bool = False) -> list[PlanLine]:
    """Everything to be done, in its order: of the musts those of the next gate, and those that somebody planned;
    `is_whole` where the musts of every gate are wanted."""
    lines = [_line(results, item, today) for item in planned(results)]
    gate = _next(lines, results.gate.gate if results.gate else Gate.START_PILOT)
    shown = (one for one in lines if is_whole or one.item.gate in (None, gate) or one.item.entry is not None)
    return sorted(shown, key=_place)


def _place(line: PlanLine) -> tuple[int, bool, dt.date]:
    order = list(PlanState).index(line.state)
    return order, line.item.due is None, line.item.due or dt.date.max


def _next(lines: list[PlanLine], begins: Gate) -> Gate:
    """The first gate from the judged one on with a must that is not done; the last one where all of them are."""
    gates = list(Gate)
    waiting = {one.item.gate for one in lines if one.state not in CLOSED}
    return next((gate for gate in gates[gates.index(begins) :] if gate in waiting), gates[-1])


def _line(results: Results, item: PlanItemResults, today: dt.date) -> PlanLine:
    outcome, by = _outcome(results, item)
    state = state_of(item, today, outcome)
    if outcome is Outcome.WAIVED:
        return PlanLine(item, state, "waived")
    if outcome is Outcome.PASS:
        return PlanLine(item, state, f"passes {by}")
    if outcome is Outcome.FAIL:
        marked = MARKED_BUT if item.state is State.DONE else ""
        return PlanLine(item, state, f"{marked}fails {by}")
    if item.is_dropped:
        return PlanLine(item, state, NO_LONGER)
    is_unproved = item.kind is PlanKind.SHOW and item.state is State.DONE
    return PlanLine(item, state, "marked as done, not measured" if is_unproved else "")


def _outcome(results: Results, item: PlanItemResults) -> tuple[Outcome | None, str]:
    """What is known of a must, and what by: the pilot's figures, else what is counted from the answers."""
    verdicts = results.gate.verdict if results.gate else ()
    for verdict in verdicts:
        if verdict.criterion == item.criterion:
            return verdict.outcome, "by the figures" if verdict.figure or verdict.cycle else by_what(results)
    for criterion in results.criterion:
        if criterion.id == item.criterion and not criterion.conflict:
            found = by_the_answers(criterion)
            return (None if found is Outcome.NOT_MEASURED else found), by_what(results)
    return None, ""


def plan_text(results: Results, today: dt.date, *, width: int = WIDTH, is_whole: bool = False) -> str:
    """The plan as text: date, state, what, who, and the id by which it is changed."""
    lines = plan_lines(results, today, is_whole=is_whole)
    said = [f"{results.questionnaire.title}  ·  plan of round {results.round}", *wrapped(summary(lines), width), ""]
    said += lines_text(lines, width).splitlines()
    left = len(planned(results)) - len(lines)
    if left:
        said += ["", *wrapped(f"{counted(left, 'must', 'musts')} of other gates left out; --all lists them.", width)]
    return "\n".join(line.rstrip() for line in said) + "\n"


def lines_text(lines: list[PlanLine], width: int = WIDTH) -> str:
    """The lines alone."""
    said = []
    for line in lines:
        note = f" ({line.note})" if line.note else ""
        words = f"{line.item.says}{note} – {line.who}  [{line.item.subject}]"
        said += wrapped(words, width, f"{line.date}  {STATES[line.state]:<9}  ")
    return "".join(f"{line.rstrip()}\n" for line in said)


def summary(lines: list[PlanLine]) -> str:
    """How many of these are overdue, open and done, as in `2 overdue, 5 open (3 without a date), 1 done.`."""
    if not lines:
        return "Nothing is to be done: there is no must, and nothing was decided."
    counts = {state: sum(line.state is state for line in lines) for state in PlanState}
    open_ = f"{counts[PlanState.OPEN]} open{_lacking(lines)}"
    dropped = f", {counts[PlanState.DROPPED]} {NO_LONGER}" if counts[PlanState.DROPPED] else ""
    return f"{counts[PlanState.OVERDUE]} overdue, {open_}, {counts[PlanState.DONE]} done{dropped}."


def _lacking(lines: list[PlanLine]) -> str:
    """How many of what is open have no day, and how many nobody who does them."""
    open_ = [line for line in lines if line.state is PlanState.OPEN]
    counts = {
        "without a date": sum(line.item.due is None for line in open_),
        "without a person": sum(line.who == TO_BE_NAMED for line in open_),
    }
    said = [f"{number} {words}" for words, number in counts.items() if number]
    return f" ({', '.join(said)})" if said else ""


def plan_document(results: Results, today: dt.date, *, is_whole: bool = False) -> dict[str, object]:
    """The same for programs."""
    lines = plan_lines(results, today, is_whole=is_whole)
    return {"round": results.round, "today": today, "plan": [_as_document(line) for line in lines]}


def _as_document(line: PlanLine) -> dict[str, object]:
    item = line.item
    known = {
        "id": item.subject,
        "kind": item.kind.value,
        "what": item.says,
        "person": item.person,
        "owner": item.owner,
        "due": item.due,
        "state": line.state.value,
        "note": line.note or None,
        "question": item.question,
        "gate": item.gate.value if item.gate else None,
    }
    return {key: value for key, value in known.items() if value is not None}


def overdue_sentences(results: Results, today: dt.date) -> Iterator[str]:
    """Which decisions were to be looked at again, and what was to be done; nothing where nothing is overdue."""
    late = [one for one in plan_lines(results, today, is_whole=True) if one.state is PlanState.OVERDUE]
    if not results.plan or not late:
        return
    reviews = [one for one in late if one.item.kind is PlanKind.REVIEW]
    if reviews:
        verb = "decision is" if len(reviews) == 1 else "decisions are"
        yield f"{len(reviews)} {verb} to be reviewed: {_named(reviews)}."
    if others := [one for one in late if one.item.kind is not PlanKind.REVIEW]:
        yield f"{len(others)} overdue in the plan: {_named(others)}."


def overdue_in_short(results: Results, today: dt.date) -> str:
    """The same by numbers alone: `1 decision is to be reviewed. 2 overdue in the plan.`, or nothing."""
    return " ".join(one.partition(":")[0] + "." for one in overdue_sentences(results, today))


def overdue_lines(results: Results, today: dt.date, width: int = WIDTH) -> list[str]:
    """How much is overdue, and what lists it, for the beginning of a text."""
    late = overdue_in_short(results, today)
    return wrapped(f"▲ {late} `maturity plan` lists what.", width) if late else []


def _named(lines: list[PlanLine]) -> str:
    """What they are about, each with its day; of many the first three."""
    said = [f"“{one.item.says.partition(': ')[2]}” by {one.item.due}" for one in lines[:_MOST_NAMED]]
    more = len(lines) - _MOST_NAMED
    return listed([*said, *([f"{more} more"] if more > 0 else [])])
