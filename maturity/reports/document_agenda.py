"""What the room has to talk about: an item for every entry of the agenda, which never spreads over two pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.reports.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Link,
    Named,
    Part,
    Pictured,
    Run,
    Strong,
    ToWrite,
    said,
)
from maturity.reports.conflicts import conflict_sentence
from maturity.reports.decided import found_says, nothing_open
from maturity.reports.deciding import between, due_at, earlier, settle_early, until
from maturity.reports.document_decisions import settled_lists
from maturity.reports.firmness import ORDER
from maturity.reports.outline import CLASSES
from maturity.reports.pictures import picture_of
from maturity.results.findings import AgendaEntry, Finding
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from maturity.rounds.facts import said_by
from questionnaires.words import Gate, Kind, Reversible
from scoring.wording.words import listed

_LONG_LEGENDS: Final = (Kind.CONTROL, Kind.TRAJECTORY)
_EARLIER: Final = (
    "A class says how urgent a question is by itself. Where a criterion needs it earlier, that comes first, and its "
    "item says until when."
)
_DECISION: Final = ToWrite(("Decision", "Owner", "Review by"))


def agenda(results: Results, today: dt.date) -> Part:
    """The agenda with its lists of what cannot be compared before something else is settled."""
    return Part("discuss", "What to discuss", tuple(_blocks(results, today)), begins_page=True)


def anchor_of(results: Results, question: str) -> str:
    """Where most is said of a question: its item, or its row in the appendix."""
    places = {entry.question: place for place, entry in enumerate(results.agenda, start=1)}
    return f"item-{places[question]}" if question in places else question_anchor(question)


def question_anchor(question: str) -> str:
    """The anchor of a question, the same in every report."""
    return f"q-{question.replace('.', '-')}"


def _blocks(results: Results, today: dt.date) -> Iterator[Block | Item]:
    if not results.agenda:
        yield said(nothing_open(results))
    elif any(entry.leverage for entry in results.agenda):
        yield said(ORDER)
    by_class = {urgency: [entry for entry in results.agenda if entry.urgency is urgency] for urgency in CLASSES}
    if any(earlier(results, urgency, entries) for urgency, entries in by_class.items()):
        yield said(_EARLIER)
    for urgency, entries in by_class.items():
        if entries:
            count = f"{len(entries)}{earlier(results, urgency, entries)}"
            yield Heading(3, f"{CLASSES[urgency]} ({count})", f"class-{urgency.value.lower()}")
        yield from (_item(results, results.number_by_question[entry.question], entry, today) for entry in entries)
    yield from _torn("torn", "Teams that first have to agree among themselves", results, results.no_common_position)
    yield from _torn("applies", "Does this apply to us?", results, results.applicability_conflict)
    yield from settled_lists(results)
    named = {entry.question for entry in (*results.agenda, *results.settled, *results.parked)}
    flagged = [results.question_by_id[question] for question in results.flagged if question not in named]
    if flagged:
        links = tuple((Link(item.title, question_anchor(item.id)),) for item in flagged)
        yield Heading(3, "Also flagged for discussion", "flagged")
        yield Bullets(links)


def _torn(anchor: str, title: str, results: Results, findings: tuple[Finding, ...]) -> Iterator[Block]:
    if findings:
        yield Heading(3, f"{title} ({len(findings)})", anchor)
        yield Bullets(tuple(_line(results, finding) for finding in findings))


def _line(results: Results, finding: Finding) -> Run:
    question = finding.question
    return (
        Link(results.question_by_id[question].title, anchor_of(results, question)),
        f": {found_says(finding)}",
    )


def _item(results: Results, place: int, entry: AgendaEntry, today: dt.date) -> Item:
    item = results.question_by_id[entry.question]
    explained = _explained_at(results, item)
    is_early = due_at(results, entry) is Gate.START_PILOT
    early = (Strong(f"{settle_early(results)}. "),) if is_early else ()
    later = explained is not None and explained != place
    tied = conflict_sentence(results, item)
    reason = entry.reason if tied is None else entry.reason.replace(tied.found, "").strip()
    blocks = (
        said(*early, Strong(_weight(results, entry)), f" “{item.text}”"),
        *((said(Strong("Conflict of limits: "), tied.says),) if tied else ()),
        *((said(reason),) if reason else ()),
        Pictured(picture_of(results, item), legend=explained in (None, place)),
        *((said("The signs are explained in ", Link(f"item {explained}", f"item-{explained}"), "."),) if later else ()),
        Named(tuple(_told(results, entry, item, today))),
        _DECISION,
    )
    return Item(Heading(4, f"Item {place}. {entry.title}", f"item-{place}"), blocks)


def _explained_at(results: Results, item: QuestionResults) -> int | None:
    """The first item with as long a legend as this one, which alone shows it; None for a short one."""
    if item.kind not in _LONG_LEGENDS:
        return None
    kinds = [results.question_by_id[entry.question].kind for entry in results.agenda]
    return kinds.index(item.kind) + 1


def _weight(results: Results, entry: AgendaEntry) -> str:
    section = next((one.title for one in results.section if one.id == entry.section), entry.section)
    one_way = ", hard to take back" if entry.reversible is Reversible.ONE_WAY else ""
    flagged = f"; flagged by {listed(entry.flagged_by)}" if entry.flagged_by else ""
    return f"{section}; {entry.impact} impact{one_way}; {entry.answers}{flagged}."


def _told(results: Results, entry: AgendaEntry, item: QuestionResults, today: dt.date) -> Iterator[tuple[str, Run]]:
    yield "By, until", (f"{between(results, entry)}; {until(results, entry)}",)
    figures = [one for one in (item.bands_say, item.beyond_says, item.basis_says) if one]
    if figures:
        yield "Figures", (" ".join(figures),)
    flips = [one for one in (entry.fragile, entry.margin, entry.if_known) if one]
    yield "What flips it", (" ".join(flips) or "No single answer, moved by one step, would change this.",)
    if entry.pooled:
        yield "Counting people", (entry.pooled,)
    yield from facts_in_short(item, today)
    if entry.leverage_says:
        yield "What it unlocks", (entry.leverage_says,)


def facts_in_short(item: QuestionResults, today: dt.date) -> Iterator[tuple[str, Run]]:
    """What is documented, offered or suggested, and who says so."""
    found: dict[str, dict[str, list[str]]] = {}
    for fact in item.fact:
        sources = found.setdefault(fact.title, {}).setdefault(fact.text, [])
        sources += [source for source in [said_by(fact, today)] if source and source not in sources]
    for title, texts in found.items():
        said_of = (f"{text} ({'; '.join(sources)})" if sources else text for text, sources in texts.items())
        yield title, ("; ".join(said_of),)
