"""The lines of the screen on saved exports: figures to accept, what is only shown, and what cannot be filled."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from maturity.app.widgets.literal import fitted, paragraph, row, stacked
from maturity.reports.figures import (
    BUILDS_LACK,
    NOT_ASKED,
    builds_to_add,
    mark_of,
    notes_of,
    place_words,
    title_of,
    to_add_builds,
    value_words,
    when_asked,
)
from maturity.rounds.filled import Filled, FilledFigure, NotFilled
from maturity.rounds.filling_folder import FolderFilled, OpenKind
from questionnaires import one_line

TICKED = "■"
NOT_TICKED = "□"
_NARROW: Final = 76
_VALUE: Final = 20
_MOST_VALUE: Final = 40
_LEAST_TITLE: Final = 20
_MARKS_AND_WORD: Final = 12
"""Columns of a narrow screen, of a value there and at most, of a title at least, and of box, mark and last word."""
_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list, and what is said of it when one is on it; a heading has nothing to say."""

    id: str
    words: Content
    about: Content | None = None


def lines_of(found: FolderFilled, ticked: Collection[str], width: int) -> Iterator[Line]:
    """Everything that there is to go through, under headings, in so many columns."""
    filled = found.filled
    figures = filled.figures if filled is not None else ()
    new, later = (
        [line_of(one, width, is_ticked=one.id in ticked) for one in figures if one.is_new and one.is_asked is is_asked]
        for is_asked in (True, False)
    )
    known = [line_of(one, width) for one in figures if one.is_known and one.part is None]
    missing = filled.not_filled if filled is not None else ()
    remarks = filled.remarks if filled is not None else ()
    yield from _under("Say which report this is", [_kind(one, width) for one in found.kinds if one.chosen is None])
    yield from _under("To accept", new)
    yield from _under(f"To accept as well: {NOT_ASKED}", later)
    yield from _under("There already", known)
    yield from _under("Shown, for a person to enter", [line_of(one, width) for one in figures if one.part is not None])
    yield from _under("To be mended first", [_said("fault", one, "▲", "$error", width) for one in found.faults])
    yield from _under(BUILDS_LACK, list(_lacking(filled, width)) if filled is not None else [])
    for title, has_file in (("Not filled", True), ("Told by other reports", False)):
        yield from _under(title, [_missing(one, width) for one in missing if one.has_file is has_file])
    yield from _under("As you said", [_kind(one, width) for one in found.kinds if one.chosen is not None])
    yield from _under("Files that are not used", [_said("unused", one, "▲", "$error", width) for one in found.unused])
    yield from _under("To know about the files", [_said("remark", one, "·", "$quiet", width) for one in remarks])


def line_of(figure: FilledFigure, width: int, *, is_ticked: bool | None = None) -> Line:
    """A figure in one line; with a box where it can be accepted. The ring is never cut."""
    box = "  " if is_ticked is None else f"{TICKED if is_ticked else NOT_TICKED} "
    value = min(_MOST_VALUE, _VALUE + max(0, width - _NARROW) // 2)
    room = max(_LEAST_TITLE, width - value - _MARKS_AND_WORD)
    ring = f", {figure.ring}" if figure.ring else ""
    title = fitted(f"{_cut(figure.title, room - cell_len(ring))}{ring}", room)
    counts = f"{figure.value} ({figure.counts})" if figure.counts else figure.value
    words = row((box, "bold"), f"{mark_of(figure)} {title} ", fitted(counts, value), (f" {_word(figure)}", "$quiet"))
    return Line(figure.id, words, _about(figure))


def _cut(title: str, width: int) -> str:
    return title if cell_len(title) <= width else fitted(title, width)


def _word(figure: FilledFigure) -> str:
    if figure.part is not None:
        return "a part"
    if figure.is_known:
        return "known"
    return "so far" if figure.is_open else "passes" if figure.passes else "misses"


def _about(figure: FilledFigure) -> Content:
    """All that there is to know before accepting it."""
    rows = [paragraph(f"{place_words(figure)}: {value_words(figure)}")]
    rows.append(paragraph(f"{figure.report}; {figure.day}", "$quiet"))
    if not figure.is_asked:
        rows.append(paragraph(f"{NOT_ASKED[0].upper()}{NOT_ASKED[1:]}; {when_asked(figure)}."))
    if figure.part is not None:
        rows.append(paragraph(f"Not written: {figure.part}"))
    if figure.is_known:
        rows.append(paragraph("The same figure stands in the file already."))
    return stacked([*rows, *(paragraph(f"– {words}") for words in notes_of(figure))])


def _missing(one: NotFilled, width: int) -> Line:
    title = title_of(one)
    about = paragraph(f"{title}: {one.reason}")
    return Line(f"missing {title} {one.reason}", row(("○ ", "$quiet"), fitted(title, width - 2)), about)


def _lacking(filled: Filled, width: int) -> Iterator[Line]:
    """What the builds do not know; below the list stands what to write into a file of them."""
    for says in filled.lacking.says:
        about = stacked([paragraph(says), paragraph(to_add_builds(filled)), *map(row, builds_to_add(filled))])
        yield Line(f"builds {says}", row(("▲ ", "$error"), fitted(says, width - 2)), about)


def _kind(one: OpenKind, width: int) -> Line:
    """A file that may be several reports, and which of them somebody has said that it is."""
    name = one_line(one.name, _LONGEST_NAME)
    if one.chosen is None:
        titles = " or ".join(f"“{one_line(fitting.title)}”" for fitting in one.fitting)
        mark, colour, words = "▲", "$error", f"{name}: may be {titles}; not used before you say which, with w"
    else:
        mark, colour, words = (
            "·",
            "$quiet",
            f"{name}: read as “{one_line(one.chosen.title)}”, as you said; w changes it",
        )
    return Line(kind_id(one), row((f"{mark} ", colour), fitted(words, width - 2)), paragraph(f"{words}."))


def kind_id(one: OpenKind) -> str:
    """The id of the line of such a file."""
    return f"kind {one.name}"


def _said(kind: str, one: object, mark: str, colour: str, width: int) -> Line:
    """A sentence; all of it is said below the list, where it does not fit into a line."""
    words = str(one)
    return Line(f"{kind} {words}", row((f"{mark} ", colour), fitted(words, width - 2)), paragraph(words))


def _under(title: str, lines: list[Line]) -> Iterator[Line]:
    if lines:
        yield Line(f"heading {title}", row(title))
        yield from lines
