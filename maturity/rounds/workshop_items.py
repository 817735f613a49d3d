"""What a workshop goes through: what was left open first, then the agenda, then what is on no agenda."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from maturity import clock
from maturity.results.build_decisions import by_room
from questionnaires.decisions import Decision, State, Status
from scoring import Comparison, Criterion
from scoring.comparison.agenda import entry_of
from scoring.criteria.conflicts import broken_in
from scoring.criteria.counting import counts
from scoring.criteria.findings_now import excluded_now
from scoring.criteria.leverage import by_leverage, leverage
from scoring.criteria.room import RoomState, decided_elsewhere, otherwise, room_state
from scoring.decisions.planned import NOTHING_PLANNED, Plan, days_of
from scoring.wording.decisions import (
    decision_sentence,
    decisions_said,
    elsewhere_sentence,
    otherwise_sentence,
    wanted_beside,
)
from scoring.wording.plan import STEP_DONE
from scoring.wording.quantities import still_excludes


class Why(StrEnum):
    """Why something is taken up."""

    READY = STEP_DONE
    DUE = "due"
    PARKED = "parked"
    REVIEW = "to be reviewed"
    OTHERWISE = "answered otherwise since"
    PROPOSED = "proposed"
    AGENDA = "on the agenda"
    UNSETTLED = "not at one"


_GONE: Final = "As the teams answer now, nothing is left to settle here."
_EXCLUDED: Final = "Its limit and another exclude each other by what was decided."
_FIRST: Final = (Why.READY, Why.DUE, Why.PARKED, Why.REVIEW, Why.OTHERWISE, Why.PROPOSED)


@dataclass(frozen=True, slots=True)
class WorkshopItem:
    """One question to talk about.

    `number` stays while one sits together. `urgency` is its class on the agenda, "" where it has none; `why_says` what
    was said of it before, in sentences; `conflict` that decisions on it are at odds. `is_done` when it was settled or
    parked in this sitting, or no longer needs it by the answers, and `done_says` how. `excludes_says` tells that a
    limit which was decided in it and another exclude each other, `is_ready` that it was parked in this sitting and what
    was to be done first is done.
    """

    number: int
    question: str
    title: str
    why: Why
    urgency: str
    why_says: str
    conflict: str = ""
    is_done: bool = False
    state: RoomState = RoomState.OPEN
    done_says: str = ""
    excludes_says: str = ""
    is_ready: bool = False


def items_of(
    before: Comparison,
    criteria: Iterable[Criterion],
    today: dt.date,
    numbers: Mapping[str, int],
    excluded: Iterable[str] = (),
    plan: Plan = NOTHING_PLANNED,
) -> tuple[WorkshopItem, ...]:
    """What is taken up, by what stood `before` this sitting and what the `plan` says of it.

    Numbers that were given keep their place, though it may no longer be on the agenda; what is new comes last, as do
    questions whose limits are `excluded` by others since.
    """
    found = {item.question: item for item in _found(before, tuple(criteria), today, plan)}
    for name in sorted(excluded):
        found.setdefault(name, replace(_item(before, name, Why.UNSETTLED), why_says=_EXCLUDED))
    for name in numbers:
        found.setdefault(name, replace(_item(before, name, Why.AGENDA), is_done=True, done_says=_GONE))
    known = sorted(numbers, key=lambda name: numbers[name])
    order = [*known, *(name for name in found if name not in numbers)]
    return tuple(replace(found[name], number=place) for place, name in enumerate(order, start=1))


def _found(
    comparison: Comparison, criteria: tuple[Criterion, ...], today: dt.date, plan: Plan
) -> Iterator[WorkshopItem]:
    """The first reason counts: nothing is taken up twice."""
    seen: set[str] = set()
    for name, why, says in (
        *_left_open(comparison, today, plan),
        *_agenda(comparison, criteria),
        *_unsettled(comparison),
    ):
        if name not in seen:
            seen.add(name)
            yield replace(_item(comparison, name, why), why_says=says)


_Reason = tuple[str, Why, str]


def _left_open(comparison: Comparison, today: dt.date, plan: Plan) -> list[_Reason]:
    """What was left open: the longest due first."""
    found: list[tuple[int, dt.date, _Reason]] = []
    for decision in comparison.settled.decisions:
        why = _why(comparison, decision, today, plan)
        if why is None:
            continue
        later = otherwise(comparison, decision)
        said = decision_sentence(comparison.questionnaire, decision)
        if later is not None and (more := otherwise_sentence(comparison, decision, later)):
            said = f"{said} {more}"
        day = plan.due(decision.id, decision.due) or decision.review_by or decision.decided
        found.append((_FIRST.index(why), day, (decision.question, why, said)))
    found.sort(key=lambda one: one[:2])
    return [reason for _, _, reason in found]


def _why(comparison: Comparison, decision: Decision, today: dt.date, plan: Plan) -> Why | None:
    said, review = days_of(decision)
    due = plan.due(decision.id, said)
    is_open = plan.state(decision.id) is State.OPEN
    is_due = due is not None and due <= today and is_open
    if decision.status is Status.PARKED and not is_open:
        return Why.READY
    if decision.status is Status.PARKED:
        return Why.DUE if is_due else Why.PARKED
    if review is not None and review <= today:
        return Why.REVIEW
    later = otherwise(comparison, decision)
    if decision.status is Status.DECIDED and later is not None and later.teams:
        return Why.OTHERWISE
    if decision.status is Status.PROPOSED:
        return Why.DUE if is_due else Why.PROPOSED
    return Why.DUE if is_due else None


def _agenda(comparison: Comparison, criteria: tuple[Criterion, ...]) -> Iterator[_Reason]:
    hanging = leverage(criteria, counts(comparison, criteria))
    entries = by_room(comparison, by_leverage(comparison.agenda.entries, hanging))
    yield from ((entry.question, Why.AGENDA, "") for entry in entries[RoomState.OPEN])


def _unsettled(comparison: Comparison) -> Iterator[_Reason]:
    """Teams that are not at one in themselves, or on whether it applies, where nothing was decided."""
    agenda = comparison.agenda
    for finding in (*agenda.no_common_position, *agenda.applicability):
        if not comparison.settled.on(finding.question):
            yield finding.question, Why.UNSETTLED, ""


def _item(comparison: Comparison, name: str, why: Why) -> WorkshopItem:
    item = comparison.question(name)
    entry = entry_of(item) if item is not None else None
    title = comparison.questionnaire.question_by_id[name].title
    return WorkshopItem(0, name, title, why, entry.agenda_class.value if entry else "", "")


def marked(
    items: Iterable[WorkshopItem],
    now: Comparison,
    sitting: Container[str],
    at_odds: Mapping[str, str],
    plan: Plan = NOTHING_PLANNED,
) -> Iterator[WorkshopItem]:
    """The items with what has become of them; `sitting` are the ids of the entries of this sitting."""
    excluded = excluded_now(now)
    for one in items:
        compared = now.question(one.question)
        state = room_state(now, compared, excluded) if compared is not None else _state(now, one.question)
        mine = [entry for entry in now.settled.on(one.question) if entry.id in sitting]
        said = _told(now, mine) or one.done_says
        if compared is not None and not now.settled.on(one.question):
            said = said or elsewhere_sentence(now, decided_elsewhere(now, compared, excluded))
        is_settled = state is not RoomState.OPEN and any(entry.status is not Status.PROPOSED for entry in mine)
        # What only another limit stood in the way of is settled with that one.
        is_settled |= state is RoomState.SETTLED and not now.settled.on(one.question)
        found = replace(
            _excluding(one, now) if mine else one,
            state=state,
            is_done=one.is_done or is_settled,
            done_says=said,
            conflict=at_odds.get(one.question, ""),
        )
        yield _ready(found) if state is RoomState.PARKED and _is_next_done(mine, plan) else found


def _is_next_done(entries: Iterable[Decision], plan: Plan) -> bool:
    """Whether what was to be done first about something parked is done."""
    return any(one.status is Status.PARKED and plan.state(one.id) is State.DONE for one in entries)


def _ready(item: WorkshopItem) -> WorkshopItem:
    """What was parked in this sitting is open again: it keeps its place and its number, which hold for the day."""
    return replace(item, is_ready=True, is_done=False, done_says="", why_says=item.done_says)


def _excluding(item: WorkshopItem, now: Comparison) -> WorkshopItem:
    """With the limits that the one decided here and others exclude all the same."""
    if not now.settled.is_any_decided(item.question):
        return item
    broken = (one for one in broken_in(now) if item.question in one.questions)
    return replace(item, excludes_says=" ".join(still_excludes(now, item.question, one) for one in broken))


def _told(comparison: Comparison, entries: list[Decision]) -> str:
    """What was decided, and that what the teams want stays apart, where it does."""
    apart = (wanted_beside(comparison, entry) for entry in entries)
    return " ".join(filter(None, (decisions_said(comparison.questionnaire, entries), *apart)))


def _state(comparison: Comparison, question: str) -> RoomState:
    """Of a question that nobody answered."""
    if comparison.settled.is_parked(question):
        return RoomState.PARKED
    return RoomState.SETTLED if comparison.settled.is_any_decided(question) else RoomState.OPEN


def is_of_today(entry: Decision, today: dt.date) -> bool:
    """Whether an entry was written on the day of this sitting, or after it: a sitting may last past midnight."""
    return clock.day_of(entry.recorded) >= today
