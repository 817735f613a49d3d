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
    """A must of these results, by its title; what is no longer recommended has the title that the questionnaire has."""
    item = said.within(PlanItemResults)
    name = item.criterion or ""
    if item.is_dropped and all(one.id != name for one in said.results.criterion):
        titles = {one.id: one.title for one in said.reading.questionnaire.candidates}
        return said["title"] == titles.get(name.partition(".")[0], name)
    musts = {one.id: one.title for one in said.results.criterion if one.priority is Priority.MUST}
    return said["title"] == musts.get(name)


def _about(said: Said, status: Status) -> bool:
    one = _entry(said)
    title = said.reading.question(one.question).title
    return one.status is status and said["what"] == f"{title}: {outcome_of(said.reading, one)}"


def _carried_out(said: Said) -> bool:
    """What was decided, with a day by which it is done, or a stage with the day on which it is to be reached; neither
    a safeguard to be tested nor a prerequisite that is missing."""
    one = _entry(said)
    assert one.outcome is not None
    is_dated = one.due is not None or one.outcome.by is not None
    is_plain = one.outcome.safeguard is None and one.outcome.status in (None, "met")
    return _about(said, Status.DECIDED) and is_dated and is_plain


def _tested(said: Said) -> bool:
    """The safeguard that was decided on in place of a control."""
    one = _entry(said)
    title = said.reading.question(one.question).title
    assert one.outcome is not None
    assert one.outcome.safeguard is not None
    return one.status is Status.DECIDED and said["what"] == f"{title}: {one.outcome.safeguard.rstrip('.')}"


def _provided(said: Said) -> bool:
    """A prerequisite of which it was decided that it is not met, or partly."""
    one = _entry(said)
    assert one.outcome is not None
    is_missing = one.status is Status.DECIDED and one.outcome.status in ("partly", "not_met")
    return is_missing and _about(said, Status.DECIDED)


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
    """Whoever answers for the criterion; of a decision the team that tests its safeguard."""
    name = said.within(PlanItemResults).criterion
    if name is None:
        one = _entry(said)
        tests = one.outcome.tested_by if one.outcome else None
        return tests is not None and said.text == said.reading.questionnaire.team_by_id[tests].label
    return said.text in [one.owner for one in said.results.criterion if one.id == name]


LINES: Final = (
    Row("Show: {title}", _must),
    Row("Carry out: {what}", _carried_out),
    Row("Test the safeguard: {what}", _tested),
    Row("Put in place: {what}", _provided),
    Row("Decide: {what} (proposed)", _proposed),
    Row("Next step: {step}", _step),
    Row("Review: {what}", _reviewed),
)
PEOPLE: Final = (Row("{person}", _person),)
OWNERS: Final = (Row("{owner}", _owner),)
