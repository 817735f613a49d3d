"""What to do next, in at most five lines, each of which follows from the results."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from maturity.reports.blocks import Link, Run, Strong, Words
from maturity.reports.criteria import counted
from maturity.reports.decided import overdue
from maturity.reports.deciding import UNTIL, between, until
from maturity.reports.document_musts import chosen, is_ours
from maturity.reports.headline import unheard
from maturity.reports.invited import heard_in_results, not_heard, to_remind, with_asked
from maturity.reports.owners import silent_owners
from maturity.results.model import Results
from maturity.results.values import AgendaClass
from questionnaires.words import Gate
from scoring.wording.words import listed

_FIRST = 3
_MOST_EARLY = 5


def steps(results: Results, today: dt.date) -> Iterator[Run]:
    """What is overdue, whom to ask, what to settle between whom, what has to be settled before the pilot starts, what
    to confirm."""
    found = [
        *_overdue(results, today),
        *_ask(results),
        *_settle(results),
        *_before_the_start(results),
        *_confirm(results),
    ]
    yield from found or [("Nothing is open.",)]


def _overdue(results: Results, today: dt.date) -> Iterator[Run]:
    if late := overdue(results, today):
        yield Strong(f"Overdue on {today}: "), f"{late}."


def _ask(results: Results) -> Iterator[Run]:
    owners = silent_owners(results)
    others = [name for name in unheard(results) if name not in owners]
    heard = heard_in_results(results)
    named = listed(with_asked(owners, heard))
    missing = f" Remind {listed(some)}." if (some := to_remind(heard)) else ""
    if owners:
        silent = not_heard(others, heard)
        also = "".join(f" {one.replace('Not heard:', 'Not heard either:')}" for one in silent)
        yield Strong("Ask to answer: "), f"{named}, named as owners but not heard.{also}{missing}"
    elif others:
        said = " ".join(not_heard(others, heard)) if heard else f"{listed(others)}, not heard yet."
        yield Strong("Ask to answer: "), f"{said}{missing}"
    elif missing:
        yield Strong("Ask to answer: "), missing.strip()


def _settle(results: Results) -> Iterator[Run]:
    is_urgent = any(entry.urgency is AgendaClass.A for entry in results.agenda)
    head = "Settle with the teams first: " if is_urgent else "Settle with the teams next, none of it urgent: "
    words: list[Words] = [Strong(head)]
    for place, entry in enumerate(results.agenda[:_FIRST], start=1):
        words += [f"{place}. ", Link(entry.title, f"item-{place}"), f" ({between(results, entry)}); "]
    if results.agenda:
        yield *words[:-1], str(words[-1]).replace("; ", ".")


def _before_the_start(results: Results) -> Iterator[Run]:
    """What hangs on the first gate comes early, whatever its class."""
    early = [
        (place, entry)
        for place, entry in enumerate(results.agenda, start=1)
        if until(results, entry) == UNTIL[Gate.START_PILOT] and place > _FIRST
    ]
    words: list[Words] = [Strong("Settle before the pilot starts: ")]
    for place, entry in early[:_MOST_EARLY]:
        words += [f"{place}. ", Link(entry.title, f"item-{place}"), "; "]
    if early:
        more = len(early) - _MOST_EARLY
        yield *words[:-1], f"; and {more} more." if more > 0 else "."


def _confirm(results: Results) -> Iterator[Run]:
    shown = chosen(results)
    ours = sum(map(is_ours, shown))
    every = sum(map(is_ours, results.criterion))
    if ours:
        besides = f"; so are {every - ours} of later or less firm criteria" if every > ours else ""
        musts = Link(f"{ours} of the {counted(len(shown), 'threshold', 'thresholds')} below", "missing")
        yield Strong("Confirm or change: "), musts, f" are our suggestion, for want of a published figure{besides}."
