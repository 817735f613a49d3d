"""What was decided, for the report: whole as on the page that teams sign, or in short."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.reports.agreement import agreement_parts
from maturity.reports.blocks import Block, Bullets, Heading, Item, Part, Run, Strong, said
from maturity.reports.criteria import wrapped
from maturity.reports.decided import (
    by_whom,
    coming,
    discussed,
    due,
    is_step_done,
    overdue,
    review,
    standing,
    step,
    with_status,
)
from maturity.reports.decisions import decisions_on
from maturity.reports.plain import block_lines
from maturity.results.decisions import DecisionResults
from maturity.results.findings import AgendaEntry
from maturity.results.model import Results
from questionnaires.decisions import Status
from scoring.wording.plan import STEP_DONE

MOST_IN_SHORT: Final = 12
"""Lines that leave a short report at two pages."""
_ELSEWHERE: Final = ("agreement-open",)
"""What the report says at length in another place."""


def decided_part(results: Results, today: dt.date) -> Iterator[Part]:
    """What was decided, by whom and when, in short; nothing where nothing was."""
    if results.decision:
        yield Part("decided", "What was decided", tuple(decided_in_short(results, today)))


def agreement_part(results: Results, today: dt.date) -> Iterator[Part]:
    """The page that teams sign without its lines to sign; nothing where nothing was decided."""
    if results.decision:
        yield Part("agreement", "The agreement", tuple(_whole(results, today)), begins_page=True)


def decided_in_short(results: Results, today: dt.date, most: int = MOST_IN_SHORT) -> Iterator[Block]:
    """The counts and what is next, then a line for each decision, of at most so many."""
    yield from _opening(results, today)
    made = with_status(results, Status.DECIDED)
    if made:
        yield Bullets(tuple(_decision(results, one, today) for one in made[:most]))
    if len(made) > most:
        yield said(f"And {len(made) - most} more, each in the agreement.")
    parked = with_status(results, Status.PARKED)
    if parked:
        yield said(Strong("Parked:"))
        yield Bullets(
            tuple((f"{one.title}: {' – '.join(step(one))}, by {due(results, one, today)}.",) for one in parked)
        )
    proposed = with_status(results, Status.PROPOSED)
    if proposed:
        yield said(Strong("Proposed, not decided: "), "; ".join(f"{one.title}: {one.outcome}" for one in proposed), ".")


def _decision(results: Results, one: DecisionResults, today: dt.date) -> Run:
    return Strong(f"{one.title}: "), f"{one.outcome} ({by_whom(results, one)}; review by {review(one, today)})."


def _whole(results: Results, today: dt.date) -> Iterator[Block | Item]:
    yield said("“maturity agreement” writes these pages by themselves, with a line for each team to sign.")
    for part in agreement_parts(results, today):
        if part.anchor not in _ELSEWHERE:
            yield Heading(3, part.title, part.anchor)
            yield from part.blocks


def _opening(results: Results, today: dt.date) -> Iterator[Block]:
    yield said(f"{discussed(results)} On record: {standing(results)}.")
    if ahead := coming(results, today):
        yield said(Strong("Next on "), f"{ahead}.")


def settled_lists(results: Results) -> Iterator[Block]:
    """What of the agenda was settled or parked since, in sentences."""
    for name, entries in (("Settled", results.settled), ("Parked", results.parked)):
        if entries:
            yield Heading(3, f"{name} ({len(entries)})", f"class-{name.lower()}")
            yield Bullets(tuple(_line(results, entry) for entry in entries))


def _line(results: Results, entry: AgendaEntry) -> Run:
    is_ready = any(is_step_done(results, one) for one in decisions_on(results, entry.question))
    ready = f" {STEP_DONE.capitalize()}." if is_ready else ""
    return Strong(f"{entry.title}: "), f"{entry.decision_says or 'nothing is on record.'}{ready}"


def decided_in_text(results: Results, width: int, today: dt.date, *, brief: bool) -> Iterator[str]:
    """What was decided as lines of text, first what is overdue; with `brief` no more than in a short report."""
    if late := overdue(results, today):
        yield from (*wrapped(f"Overdue on {today}: {late}.", width), "")
    most = MOST_IN_SHORT if brief else len(results.decision)
    yield from block_lines(decided_in_short(results, today, most), width)
