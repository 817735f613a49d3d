"""How a report came about, what its words mean, and every question with its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from maturity.pictures.codes import codes, owner_codes
from maturity.pictures.glyphs import GLYPHS
from maturity.pictures.shapes import Square
from maturity.pictures.squares import DONT_KNOW, NO_ANSWER, NOT_APPLICABLE, NOT_ASKED, team_square
from maturity.reports.blocks import Block, Bullets, Heading, Link, Named, Part, Run, Strong, Table, cells, said
from maturity.reports.document_agenda import anchor_of, question_anchor
from maturity.reports.glossary import words_of
from maturity.reports.how_to_read import how_to_read
from maturity.reports.sections import STANDS_APART, beware
from maturity.results.model import Results
from maturity.results.questions import QuestionResults

_LEVELS: Final = "".join(GLYPHS.values())
_SILENT: Final = (NOT_ASKED, NO_ANSWER, DONT_KNOW, NOT_APPLICABLE)


def method(results: Results) -> Part:
    """How the figures are to be read, and how far they carry."""
    return Part("method", "Method and limits", tuple(_method(results)))


def glossary(results: Results) -> Part:
    """The words that stand in a report, by the alphabet."""
    entries: tuple[tuple[str, Run], ...] = tuple(
        (word, (meaning,)) for word, meaning in sorted(words_of(results), key=_by_word)
    )
    return Part("words", "What the words mean", (Named(entries),))


def _by_word(entry: tuple[str, str]) -> str:
    return entry[0].casefold()


def appendix(results: Results) -> Part:
    """All questions that anybody was asked, section by section."""
    return Part("questions", "All questions", tuple(_appendix(results)))


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
    """What every answer is, in short: whole, with its counts, it stands beside the picture of its question."""
    yield said(
        "Each answer in short, with how far it is from those of the others. In words, with how many people gave it, it "
        "stands in the table beside the picture of its question."
    )
    numbers = {entry.question: place for place, entry in enumerate(results.agenda, start=1)}
    owners, names = owner_codes(results), codes(results)
    for section in results.section:
        items = [item for item in results.question if item.section == section.id]
        if not items:
            continue
        heads = ("Question", "Found", *(names[team.id] for team in results.team))
        rows = tuple(_row(results, item, numbers.get(item.id), owners) for item in items)
        anchors = tuple(question_anchor(item.id) for item in items)
        yield Table(f"all-{section.id.replace('_', '-')}", section.title, heads, rows, anchors)


def _row(results: Results, item: QuestionResults, place: int | None, owners: Mapping[str, str]) -> tuple[Run, ...]:
    name: Run = (item.title, f" – {item.text}")
    if place is not None:
        name = (Link(f"{item.title} (item {place})", anchor_of(results, item.id)),)
    if (decided := results.decided_by_question.get(item.id)) is not None:
        name = (*name, Strong(f" Decided on {decided.decided}: {decided.outcome}."))
    found = item.verdict.says if item.verdict else ""
    return (name, *cells(found, *(_answer(team_square(item, team.id, owners)) for team in results.team)))


def _answer(square: Square) -> str:
    """A team's answer as in a map, with a word for how far it is from others; whoever was not asked is another matter
    than whoever has not answered."""
    return square.says if square in _SILENT else f"{square.sign.lstrip(_LEVELS)}, {square.says}"
