"""The agenda as text: every entry by the number that it has on the screens as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.reports.criteria import wrapped
from maturity.reports.decided import nothing_open
from maturity.reports.decisions import in_room, said_on, title_of
from maturity.reports.firmness import ORDER
from maturity.reports.in_short import heading
from maturity.results.findings import AgendaEntry
from maturity.results.model import Results
from maturity.results.values import AgendaClass
from questionnaires.words import Reversible
from scoring.wording.words import listed

CLASSES: Final = {
    AgendaClass.A: "A  Settle first",
    AgendaClass.B: "B  Settle during the pilot",
    AgendaClass.C: "C  Settle when time allows",
    AgendaClass.CONFIRM: "Confirm  Agreed, but on little evidence",
}
STABLE: Final = "No single answer, moved by one step, would change this."
_INDENT: Final = " " * 6


def agenda_parts(results: Results, width: int, *, is_whole: bool) -> Iterator[list[str]]:
    """What stands above the agenda, then each class of it; `is_whole` where all that is known of an entry is told."""
    yield [*heading("What to discuss"), *_above(results, width)]
    numbered = list(enumerate(results.agenda, start=1))
    for key, title in CLASSES.items():
        entries = [(number, entry) for number, entry in numbered if entry.urgency is key]
        if entries:
            lines = [f"{title} ({len(entries)})", ""]
            for number, entry in entries:
                lines += (_whole if is_whole else _in_brief)(results, number, entry, width)
            yield [*lines, ""]
    for title, mark, questions in in_room(results):
        lines = [f"{title} ({len(questions)})", ""]
        for question in questions:
            lines += wrapped(title_of(results, question), width, f"   {mark.sign}  ")
            lines += [line for said in said_on(results, question) for line in wrapped(said, width, _INDENT)]
        yield [*lines, ""]


def _above(results: Results, width: int) -> Iterator[str]:
    if not results.agenda:
        yield from wrapped(nothing_open(results), width)
    elif any(entry.leverage for entry in results.agenda):
        yield from wrapped(ORDER, width)
        yield ""


def _in_brief(results: Results, number: int, entry: AgendaEntry, width: int) -> Iterator[str]:
    """What it is about, why it is here and what hangs on it, and which answer would change it."""
    yield from wrapped(_title(results, entry), width, f"  {number:>2}. ")
    yield from wrapped(" ".join(filter(None, (entry.reason, entry.leverage_says))), width, _INDENT)
    yield from wrapped(entry.decision_says or "", width, _INDENT)
    yield from wrapped(entry.fragile or entry.margin or STABLE, width, f"{_INDENT}~ ")


def _whole(results: Results, number: int, entry: AgendaEntry, width: int) -> Iterator[str]:
    """The same, with how many answers it rests on, how far apart the teams are, what needs rest on, and all that would
    change it."""
    item = results.question_by_id[entry.question]
    yield from wrapped(_title(results, entry, entry.answers), width, f"  {number:>2}. ")
    known = (entry.reason, item.bands_say, item.beyond_says, item.basis_says, entry.leverage_says, entry.decision_says)
    for said in filter(None, known):
        yield from wrapped(said, width, _INDENT)
    first = entry.fragile or (None if entry.margin else STABLE)
    for said in filter(None, (first, entry.margin, entry.if_known, entry.pooled)):
        yield from wrapped(said, width, f"{_INDENT}~ ")


def _title(results: Results, entry: AgendaEntry, *more: str) -> str:
    section = next(section.title for section in results.section if section.id == entry.section)
    weight = f"{entry.impact} impact{', hard to take back' if entry.reversible is Reversible.ONE_WAY else ''}"
    flags = f"  [flagged by {listed(entry.flagged_by)}]" if entry.flagged_by else ""
    return f"{entry.title}  ({'; '.join((section, weight, *more))}){flags}"
