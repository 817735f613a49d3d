"""The lines of a plan, held against the entries of the room and the criteria that they are about."""

from __future__ import annotations

from typing import Final

from maturity.results.plan import PlanItemResults
from questionnaires.decisions import Decision, Status
from questionnaires.words import Priority
from tests.proofs.on_decisions import outcome_of
from tests.proofs.said import Row, Said


def _entry(said: Said) -> Decision:
    """The entry of the room that a line is about."""
    item = said.within(PlanItemResults)
    return next(one for one in said.reading.room.values() if one.id == item.decision)


def _must(said: Said) -> bool:
    """A must of these results, by its title."""
    name = said.within(PlanItemResults).criterion
    musts = {one.id: one.title for one in said.results.criterion if one.priority is Priority.MUST}
    return said["title"] == musts.get(name or "")


def _about(said: Said, status: Status) -> bool:
    one = _entry(said)
    title = said.reading.question(one.question).title
    return one.status is status and said["what"] == f"{title}: {outcome_of(said.reading, one)}"


def _carried_out(said: Said) -> bool:
    """What was decided, with a day by which it is done."""
    return _about(said, Status.DECIDED) and _entry(said).due is not None


def _proposed(said: Said) -> bool:
    """What was only proposed, with a day by which it is taken up."""
    one = _entry(said)
    return _about(said, Status.PROPOSED) and (one.due or one.review_by) is not None


def _reviewed(said: Said) -> bool:
    """What was decided, with a day on which it is looked at again."""
    return _entry(said).review_by is not None and _about(said, Status.DECIDED)


def _step(said: Said) -> bool:
    """The next step of what is parked."""
    one = _entry(said)
    assert one.next_step is not None
    words = f"{one.next_step.what.rstrip('.')} ({said.reading.question(one.question).title})"
    return one.status is Status.PARKED and said["step"] == words


def _person(said: Said) -> bool:
    """Whoever does the next step, or decided what is looked at again."""
    one = _entry(said)
    return said.text in (one.decider, one.next_step.owner if one.next_step else None)


def _owner(said: Said) -> bool:
    """Whoever answers for the criterion."""
    name = said.within(PlanItemResults).criterion
    return said.text in [one.owner for one in said.results.criterion if one.id == name]


LINES: Final = (
    Row("Show: {title}", _must),
    Row("Carry out: {what}", _carried_out),
    Row("Decide: {what} (proposed)", _proposed),
    Row("Next step: {step}", _step),
    Row("Review: {what}", _reviewed),
)
PEOPLE: Final = (Row("{person}", _person),)
OWNERS: Final = (Row("{owner}", _owner),)
