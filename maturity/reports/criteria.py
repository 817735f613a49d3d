"""One exit criterion as text."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from maturity.results.criteria import CriterionResults, MeasureResults, SourceResults
from maturity.results.gate import VerdictResults
from maturity.results.values import Origin, OwnerOrigin
from maturity.rounds.facts import OURS, is_too_old

WIDTH: Final = 88
"""Columns of every text; fits a mail and a terminal."""

NEXT_IN_LINE: Final = " (next in line: ten musts that always apply come first, to leave the pilot)"
"""Behind a criterion that waits for a gate with room for it."""

_COMPARISONS: Final = {"at_least": "at least", "at_most": "at most"}


def wrapped(content: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of at most `width`; `first` begins the first of them, `rest` the others: by default as many spaces."""
    return textwrap.wrap(
        content,
        width,
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def criterion_lines(
    item: CriterionResults, today: dt.date, width: int = WIDTH, outcome: str = "", decided: Iterable[str] = ()
) -> Iterator[str]:
    """One criterion: statement, measure, threshold, owner, reason, and the answers behind it. `outcome` is the word
    and mark of its verdict, where there is one, and `decided` what the room said of it."""
    deferred = NEXT_IN_LINE if item.deferred else ""
    title = "  ".join(filter(None, (outcome, priority_words(item), item.title)))
    yield from wrapped(f"{title}{deferred}", width, "", "  ")
    previous = ""
    for name, content in criterion_rows(item, today, decided):
        shown = name if name != previous else ""
        previous = name
        yield from wrapped(content, width, f"  {shown:<10}" if name else "  ")


def priority_words(item: CriterionResults) -> str:
    """How firmly it is recommended; of one in a conflict of limits, once that is settled."""
    return f"{item.priority.upper()} once settled" if item.conflict else item.priority.upper()


def criterion_rows(item: CriterionResults, today: dt.date, decided: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """The parts of a criterion, each with its name; the statement has none."""
    measure = item.measure
    yield "", item.statement
    yield "Measure", measured(measure)
    if item.counted_says is not None:
        yield "Counted", item.counted_says
    if item.computed_says is not None:
        yield "Now", item.computed_says
    yield "Report", measure.report
    yield "Threshold", f"{bound(item)}. {item.threshold_says}"
    yield "Owner", f"{owner_of(item)}. {item.owner_says}".strip()
    yield from (("Decision", said) for said in decided)
    yield "Reason", item.reason
    for line in item.because_says:
        yield "Because", line
    if item.firm is not None:
        yield "Firm", item.firm.says
    for flip in item.fragile:
        yield "Changes", flip.says
    yield "Evidence", evidence_of(item)
    for trap in measure.traps:
        yield "Trap", trap
    for source in item.source:
        yield "Source", _source(source, today)


def evidence_of(item: CriterionResults) -> str:
    """What to show that it holds, and what writes the page that it asks for."""
    return " ".join(filter(None, (item.evidence, item.page_says)))


def measured(measure: MeasureResults) -> str:
    """What is counted out of what; of a single thing that is measured what one entry is about."""
    if measure.denominator is None:
        return " ".join(filter(None, (measure.numerator, measure.entry)))
    per = f" × {measure.per}" if measure.per != 1 else ""
    return f"{measure.numerator.rstrip('.')} ÷ {measure.denominator.rstrip('.')}{per}."


def now(item: CriterionResults) -> str | None:
    """What the answers count of a criterion that nobody measures: `9 of 15 now`; None of all others."""
    if item.computed is None:
        return None
    return f"{item.computed.numerator} of {item.computed.denominator} now" if item.computed.denominator else None


def _source(source: SourceResults, today: dt.date) -> str:
    """A page with its date and the day on which somebody last looked."""
    if source.ours or source.checked is None:
        return OURS
    old = ": may be out of date" if is_too_old(source.checked, today) else ""
    return f"{source.title}, {source.dated or 'undated'}, checked {source.checked}{old}"


def owner_of(item: CriterionResults | VerdictResults) -> str:
    """The owner, with the person's name where one is given: `Operations (Kim Doe)`.

    Beside an owner that is not settled the name stands apart, so that nobody takes the person for one of the teams.
    """
    if item.owner_name is None:
        return item.owner
    is_open = item.owner.startswith("to be ") or item.owner.endswith(")")
    return f"{item.owner}; named: {item.owner_name}" if is_open else f"{item.owner} ({item.owner_name})"


def if_decided(origin: Origin | OwnerOrigin) -> str:
    """Behind a threshold or an owner that the room settled, so that it is told from what the answers say."""
    return ", decided" if origin in (Origin.DECIDED, OwnerOrigin.DECIDED) else ""


def limit_told(item: CriterionResults) -> str:
    """The threshold in words, and that it was decided: `at most 8 hours, decided`."""
    return f"{bound(item)}{if_decided(item.threshold_origin)}"


def owner_told(item: CriterionResults) -> str:
    """The owner, and that it was decided: `owner Operations, decided`."""
    return f"owner {owner_of(item)}{if_decided(item.owner_origin)}"


def bound(item: CriterionResults | VerdictResults) -> str:
    """The threshold in words: `at most 8 hours`, `all`, `none`."""
    if item.unit == "%" and item.comparison == "at_least" and item.threshold == 100:
        return "all"
    if item.comparison == "at_most" and item.threshold == 0:
        return "none at all"
    return f"{_COMPARISONS[item.comparison]} {plain(item.threshold)} {unit_of(item, item.threshold)}"


def unit_of(item: CriterionResults | VerdictResults, value: float) -> str:
    """The unit of a criterion, for so many of it."""
    return (item.one or item.unit) if value == 1 else item.unit


def plain(value: float) -> str:
    """A number as people write it: a whole one without a point."""
    return str(int(value) if value == int(value) else value)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: `1 must`, `2 musts`."""
    return f"{number} {one if number == 1 else many}"
