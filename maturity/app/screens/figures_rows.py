"""The lines of the screen on saved exports: figures to accept, what is only shown, and what cannot be filled."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from textual.content import Content

from maturity.app.widgets.literal import fitted, paragraph, row, stacked
from maturity.reports.figures import mark_of, place_words, value_words
from maturity.rounds.filled import FilledFigure
from maturity.rounds.filling_folder import FolderFilled
from questionnaires import Fault

TICKED = "■"
NOT_TICKED = "□"
_TITLE = 42
_VALUE = 18


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list, and what is said of it when one is on it; a heading has nothing to say."""

    id: str
    words: Content
    about: Content | None = None


def lines_of(found: FolderFilled, ticked: Collection[str]) -> Iterator[Line]:
    """Everything that there is to go through, under headings."""
    figures = found.filled.figures if found.filled is not None else ()
    new = [one for one in figures if one.is_new]
    known = [one for one in figures if one.is_known and one.part is None]
    parts = [one for one in figures if one.part is not None]
    yield from _under("To accept", [line_of(one, one.id in ticked) for one in new])
    yield from _under("There already", [line_of(one) for one in known])
    yield from _under("Shown, for a person to enter", [line_of(one) for one in parts])
    yield from _under("To be mended first", [_fault(f"fault{n}", one) for n, one in enumerate(found.faults)])
    missing = found.filled.not_filled if found.filled is not None else ()
    for title, has_file in (("Not filled", True), ("Told by other reports", False)):
        rows = [one for one in missing if one.has_file is has_file]
        lines = [
            Line(f"{title}{n}", row(("○ ", "$quiet"), one.title), paragraph(one.reason)) for n, one in enumerate(rows)
        ]
        yield from _under(title, lines)
    yield from _under("Files that are not used", [_fault(f"unused{n}", one) for n, one in enumerate(found.unused)])
    remarks = found.filled.remarks if found.filled is not None else ()
    said = [Line(f"remark{n}", row(("· ", "$quiet"), words), paragraph(words)) for n, words in enumerate(remarks)]
    yield from _under("To know about the files", said)


def line_of(figure: FilledFigure, is_ticked: bool | None = None) -> Line:
    """A figure in one line; with a box where it can be accepted."""
    box = "  " if is_ticked is None else f"{TICKED if is_ticked else NOT_TICKED} "
    title = fitted(f"{figure.title}, {figure.ring}" if figure.ring else figure.title, _TITLE)
    counts = f"{figure.value} ({figure.counts})" if figure.counts else figure.value
    words = row((box, "bold"), f"{mark_of(figure)} {title} ", fitted(counts, _VALUE), (f" {_word(figure)}", "$quiet"))
    return Line(figure.id, words, _about(figure))


def _word(figure: FilledFigure) -> str:
    if figure.part is not None:
        return "a part"
    return "known" if figure.is_known else "passes" if figure.passes else "misses"


def _about(figure: FilledFigure) -> Content:
    """All that there is to know before accepting it."""
    rows = [paragraph(f"{place_words(figure)}: {value_words(figure)}")]
    rows.append(paragraph(f"{figure.report}; {figure.day}", "$quiet"))
    if figure.part is not None:
        rows.append(paragraph(f"Not written: {figure.part}"))
    if figure.is_known:
        rows.append(paragraph("The same figure stands in the file already."))
    return stacked([*rows, *(paragraph(f"– {words}") for words in figure.remarks)])


def _fault(name: str, fault: Fault) -> Line:
    return Line(name, row(("▲ ", "$error"), str(fault)), paragraph(str(fault)))


def _under(title: str, lines: list[Line]) -> Iterator[Line]:
    if lines:
        yield Line(f"heading {title}", row(title))
        yield from lines
