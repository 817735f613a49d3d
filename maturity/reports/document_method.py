"""How a report came about, what its words mean, and every question with its answers."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.reports.blocks import Block, Bullets, Heading, Link, Named, Part, Run, Table, cells, said
from maturity.reports.document_agenda import anchor_of, question_anchor
from maturity.reports.glossary import words_of
from maturity.reports.outline import how_to_read
from maturity.reports.sections import STANDS_APART, beware
from maturity.results.model import Results
from maturity.results.questions import QuestionResults


def method(results: Results) -> Part:
    """How the figures are to be read, and how far they carry."""
    return Part("method", "Method and limits", tuple(_method(results)), True)


def glossary(results: Results) -> Part:
    """The words that stand in a report."""
    entries: tuple[tuple[str, Run], ...] = tuple((word, (meaning,)) for word, meaning in words_of(results))
    return Part("words", "What the words mean", (Named(entries),))


def appendix(results: Results) -> Part:
    """All questions that anybody was asked, section by section."""
    return Part("questions", "All questions", tuple(_appendix(results)), True)


def _method(results: Results) -> Iterator[Block]:
    yield Bullets(tuple((sentence,) for sentence in (*how_to_read(results), STANDS_APART)))
    bands = results.conventions.bands
    yield said(
        f"Bands of a gap: aligned {bands.aligned}; close {bands.close}; apart {bands.apart}; "
        f"far apart {bands.far_apart}."
    )
    limits = [*beware(results), *([results.noise.says] if results.noise else [])]
    if limits:
        yield said(" ".join(limits))
    lapsed = results.questionnaire.lapsed
    if lapsed:
        yield Heading(3, "No longer asked for", "lapsed")
        yield Bullets(tuple((f"{title}: {reason}",) for title, reason in lapsed.items()))


def _appendix(results: Results) -> Iterator[Block]:
    numbers = {entry.question: place for place, entry in enumerate(results.agenda, start=1)}
    for section in results.section:
        items = [item for item in results.question if item.section == section.id]
        if not items:
            continue
        heads = ("Question", "Found", *(team.name for team in results.team))
        rows = tuple(_row(results, item, numbers.get(item.id)) for item in items)
        anchors = tuple(question_anchor(item.id) for item in items)
        yield Table(f"all-{section.id.replace('_', '-')}", section.title, heads, rows, anchors)


def _row(results: Results, item: QuestionResults, place: int | None) -> tuple[Run, ...]:
    name: Run = (item.title, f" – {item.text}")
    if place is not None:
        name = (Link(f"{item.title} (item {place})", anchor_of(results, item.id)),)
    found = item.verdict.says if item.verdict else ""
    return (name, *cells(found, *(_answer(item, team.id) for team in results.team)))


def _answer(item: QuestionResults, team: str) -> str:
    """A team's answer in words; whoever was not asked is another matter than whoever has not answered."""
    counts = [
        entry.answered + entry.dont_know + entry.not_applicable + entry.unanswered for _, entry in item.answers_of(team)
    ]
    return item.answers.get(team) or ("no answer" if any(counts) else "not asked")
