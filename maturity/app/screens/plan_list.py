"""The plan as a list: a line for each thing to be done, under what has become of it by today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity import clock
from maturity.app.widgets.literal import Part, row
from maturity.app.widgets.pages import Entry
from maturity.reports.decided import TO_BE_NAMED
from maturity.reports.plan import NO_LONGER, STATES, PlanLine, PlanState, plan_lines
from maturity.results.model import Results
from maturity.results.plan import PlanItemResults

_COLOURS: Final = {
    PlanState.OVERDUE: "$error",
    PlanState.OPEN: "$accent",
    PlanState.DONE: "$success",
    PlanState.DROPPED: "$quiet",
}


def plan_entries(results: Results, *, is_whole: bool = False) -> list[Entry]:
    """Overdue first, then by date, then without one, at last what is done; `is_whole` with the musts of every gate."""
    entries: list[Entry] = []
    heading = ""
    for line in plan_lines(results, clock.today(), is_whole=is_whole):
        if (words := _heading(line)) != heading:
            heading = words
            blank = [row()] if entries else []
            entries.append(Entry("", (*blank, row((words, "bold $primary")))))
        entries.append(_entry(line))
    return entries


def identifier_of(item: PlanItemResults) -> str:
    """What a line is called: the criterion or question that stands behind it, and of that what it is about."""
    if item.question is None:
        return f"criterion:{item.subject}"
    return f"question:{item.question}:{item.kind.value}:{item.subject}"


def item_at(results: Results, identifier: str) -> PlanItemResults | None:
    """What a line is about; None where there is no such line."""
    return next((one for one in results.plan if identifier_of(one) == identifier), None)


def _heading(line: PlanLine) -> str:
    if line.state is PlanState.OPEN:
        return "By date" if line.item.due else "Without a date"
    return (NO_LONGER if line.state is PlanState.DROPPED else line.state.value).capitalize()


def _entry(line: PlanLine) -> Entry:
    glyph, _, word = STATES[line.state].partition(" ")
    first = row((f"{glyph} ", _COLOURS[line.state]), f"{line.date}  ", (line.item.says, "bold"))
    return Entry(identifier_of(line.item), (first, row(*_second(line, word))))


def _second(line: PlanLine, word: str) -> Iterator[Part]:
    yield (f"  {word:<12}", _COLOURS[line.state])
    yield (line.who, "$warning" if line.who == TO_BE_NAMED or line.who.startswith("to be") else "$quiet")
    if line.note:
        yield (f"  {line.note}", "$quiet")
