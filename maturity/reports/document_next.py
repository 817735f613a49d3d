"""What to do next, in a few lines, each of which follows from the results."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from maturity.reports.blocks import Link, Run, Strong, Words
from maturity.reports.criteria import counted
from maturity.reports.decided import overdue
from maturity.reports.deciding import between, due_at, settle_early
from maturity.reports.document_musts import chosen, is_ours
from maturity.reports.headline import unheard
from maturity.reports.invited import heard_in_results, not_heard, to_remind, with_asked
from maturity.reports.owners import silent_owners
from maturity.reports.why import worst_says
from maturity.results.model import Results
from maturity.results.values import AgendaClass, Outcome
from questionnaires.words import Gate, Priority
from scoring.wording.words import listed

_FIRST = 3
_MOST_EARLY = 5


def steps(results: Results, today: dt.date) -> Iterator[Run]:
    """What is overdue, which figures miss, whom to ask, what to settle between whom, what has to be settled before the
    pilot starts, what to confirm."""
    found = [
        *_overdue(results, today),
        *_figures(results),
        *_ask(results),
        *_settle(results),
        *_before_the_start(results),
        *_confirm(results),
    ]
    yield from found or [("Nothing is open.",)]


def _overdue(results: Results, today: dt.date) -> Iterator[Run]:
    if late := overdue(results, today):
        yield Strong(f"Overdue on {today}: "), f"{late}."


def _figures(results: Results) -> Iterator[Run]:
    """The musts whose figures miss, each with its worst ring, and when what was set aside counts again."""
    verdicts = [one for one in results.gate.verdict if one.priority is Priority.MUST] if results.gate else []
    missing = [one for one in verdicts if one.outcome is Outcome.FAIL and one.figure]
    words: list[Words] = [Strong("Bring to their thresholds: ")] if missing else []
    for one in missing:
        words += [Link(one.title, f"criterion-{one.criterion}"), f": {worst_says(one)}; "]
    if words:
        words[-1] = str(words[-1]).replace("; ", ". ")
    for one in verdicts:
        if one.outcome is Outcome.WAIVED and one.waiver is not None:
            words += [Strong("A waiver ends: "), Link(one.title, f"criterion-{one.criterion}")]
            words += [f" counts again after {one.waiver.until}. "]
    if words:
        yield *words[:-1], str(words[-1]).rstrip()


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
        if due_at(results, entry) is Gate.START_PILOT and place > _FIRST
    ]
    words: list[Words] = [Strong(f"{settle_early(results)}: ")]
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
