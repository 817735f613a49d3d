"""How the columns of a matrix share the room that there is, and on which lines its words stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from maturity.pictures.shapes import Head, Line, Matrix, Square
from maturity.pictures.widths import broken, fitted, width_of

_NAME: Final = 16
"""The fewest columns of the names of rows, beside their squares."""
_LONGEST: Final = 14
"""The most columns that a single word asks for."""


@dataclass(frozen=True, slots=True)
class MatrixColumns:
    """Columns of a matrix: the names of its rows, and each of its columns without the blank before it.

    Without a column for names these stand on lines of their own, above their squares."""

    name: int
    sizes: tuple[int, ...]
    told: tuple[bool, ...]
    """Which of them hold words that are broken into lines, and never left out."""
    has_words: bool
    """Whether the squares of the others say their words beside their signs: all of them, or none."""

    def lines(self, row: Line) -> list[list[str]]:
        """What is written in each square of a row, line by line."""
        return [
            _told_lines(square, size) if is_told else _sign_lines(told(square) if self.has_words else square.sign, size)
            for square, size, is_told in zip(row.squares, self.sizes, self.told, strict=True)
        ]

    def heads(self, heads: Sequence[Head]) -> list[list[str]]:
        """What is written above each column: titles where all of them fit, else codes; what is told is broken."""
        parts = list(zip(heads, self.sizes, self.told, strict=True))
        is_roomy = all(width_of(head.title) <= size for head, size, is_told in parts if not is_told)
        return [
            broken(head.title, size) if is_told or is_roomy else [fitted(head.code, size).rstrip()]
            for head, size, is_told in parts
        ]


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column of a matrix needs: with its signs broken, with its signs whole, and to say all it has to say."""

    narrowest: int
    least: int
    most: int
    title: int
    is_told: bool


def matrix_columns(matrix: Matrix, width: int) -> MatrixColumns:
    """Signs whole, and words that are told broken at blanks; then names and these words on as few lines as can be; then
    the words of all squares, or of none, so that none is cut; then the titles of all columns, or their codes.

    Where signs have to be broken for names to stand beside them, names stand above if that takes no more lines."""
    rows = [row for row in matrix.rows if not row.is_heading]
    columns = [_column(head, [row.squares[at] for row in rows]) for at, head in enumerate(matrix.heads)]
    longest = max((width_of(row.label) for row in rows), default=0)
    beside = _beside(rows, columns, longest, width)
    if beside is not None and all(size >= column.least for size, column in zip(beside.sizes, columns, strict=True)):
        return beside
    room = width - len(columns)
    narrow = _cut(_narrowed(columns, room), room)
    above = _laid(0, _widened(narrow, columns, room - sum(narrow)), columns, room)
    return beside if beside is not None and _height(rows, beside, width) < _height(rows, above, width) else above


def _laid(name: int, sizes: Sequence[int], columns: Sequence[_Column], room: int) -> MatrixColumns:
    """With titles where there is room; else with words; else with signs alone: in columns all alike if these fit."""
    words = [size if column.is_told else column.most for size, column in zip(sizes, columns, strict=True)]
    titles = [max(size, column.title) for size, column in zip(words, columns, strict=True)]
    wanted = (_alike(titles, columns), titles, _alike(words, columns), words, _alike(sizes, columns))
    found = next((found for found in wanted if sum(found) <= room), sizes)
    is_told = tuple(column.is_told for column in columns)
    return MatrixColumns(name, tuple(found), is_told, sum(words) <= room)


def _alike(sizes: Sequence[int], columns: Sequence[_Column]) -> list[int]:
    """All that hold no words to be read as wide as the widest of them."""
    widest = max((size for size, column in zip(sizes, columns, strict=True) if not column.is_told), default=0)
    return [size if column.is_told else widest for size, column in zip(sizes, columns, strict=True)]


def _beside(rows: Sequence[Line], columns: Sequence[_Column], longest: int, width: int) -> MatrixColumns | None:
    """Names beside their squares; None where there is no room."""
    least = max(1, min(longest, _NAME))
    sizes = _narrowed(columns, width - len(columns) - least)
    room = width - len(columns) - sum(sizes)
    if room < least:
        return None
    widths = [_widths(row, columns) for row in rows]
    found = [(name, _widened(sizes, columns, room - name)) for name in range(least, max(least, min(longest, room)) + 1)]
    name, sizes = min(found, key=lambda one: (_lines_in_all(widths, *one), -one[0]))
    return _laid(name, sizes, columns, width - len(columns) - name)


def _height(rows: Iterable[Line], laid: MatrixColumns, width: int) -> int:
    """How many lines the rows take."""
    total = 0
    for row in rows:
        squares = max(len(lines) for lines in laid.lines(row))
        label = len(broken(row.label, laid.name or width))
        total += max(label, squares) if laid.name else label + squares
    return total


def _widths(row: Line, columns: Sequence[_Column]) -> list[tuple[int, int]]:
    """The columns that each text of a row would take on one line; its name comes first, before column 0."""
    told_at = [at for at, column in enumerate(columns) if column.is_told]
    return [(0, width_of(row.label)), *((at + 1, width_of(told(row.squares[at]))) for at in told_at)]


def _lines_in_all(rows: Iterable[Sequence[tuple[int, int]]], name: int, sizes: Sequence[int]) -> int:
    """About how many lines the rows take: words that end a line early are not counted."""
    room = (name, *sizes)
    return sum(max(-(-width // room[at]) for at, width in row) for row in rows)


def _column(head: Head, squares: Sequence[Square]) -> _Column:
    """A column in which any square has no sign can only be told."""
    most = max((width_of(told(square)) for square in squares), default=0)
    is_told = head.is_told or not all(square.sign for square in squares)
    least = max((_least(square) if is_told else width_of(square.sign) for square in squares), default=0)
    parts = max((width_of(part) for square in squares for part in _parts(square.sign, 1)), default=0)
    code = max(1, width_of(head.code))
    narrowest = max(least if is_told else parts, code)
    return _Column(narrowest, max(least, code), max(most, least, code), width_of(head.title), is_told)


def _least(square: Square) -> int:
    """Columns for the sign and the longest word, of which only an endless one is broken."""
    word = max((width_of(word) for word in square.says.split()), default=0)
    return width_of(f"{square.sign} ") * bool(square.sign) + min(word, _LONGEST)


def _widened(sizes: Sequence[int], columns: Sequence[_Column], room: int) -> list[int]:
    """What is told on as few lines as there is room for, the narrowest first."""
    found = list(sizes)
    while room > 0:
        growing = [at for at, column in enumerate(columns) if column.is_told and found[at] < column.most]
        if not growing:
            break
        found[min(growing, key=found.__getitem__)] += 1
        room -= 1
    return found


def _narrowed(columns: Sequence[_Column], room: int) -> list[int]:
    """Signs whole, or as many of the widest as it takes broken."""
    most = max((column.least for column in columns), default=0)
    sizes = [column.least for column in columns]
    while most > 1 and sum(sizes) > room:
        most -= 1
        sizes = [max(column.narrowest, min(column.least, most)) for column in columns]
    return sizes


def _cut(sizes: Sequence[int], room: int) -> list[int]:
    """Where even broken signs have no room: all of them alike."""
    return list(sizes) if sum(sizes) <= room else [max(1, room // len(sizes))] * len(sizes)


def told(square: Square) -> str:
    """Sign and word on one line."""
    return f"{square.sign} {square.says}" if square.sign and square.says else square.sign or square.says


def _told_lines(square: Square, size: int) -> list[str]:
    """Sign and words, these broken into lines below each other beside the sign."""
    margin = width_of(square.sign) + 1 if square.sign else 0
    if size - margin < 2:
        return broken(told(square), size)
    first, *rest = broken(square.says, size - margin)
    return [f"{square.sign} {first}".rstrip() if margin else first, *(" " * margin + line for line in rest)]


_PARTS: Final = re.compile(r"[^/→]*[/→]|[^/→]+")
_ENDS: Final = re.compile(r"[^–…]*[–…]|[^–…]+")


def _parts(sign: str, size: int) -> list[str]:
    """Where a sign may be broken: after what separates its answers; one that is wider than `size` between its ends."""
    parts: list[str] = _PARTS.findall(sign)
    return [piece for part in parts for piece in (_ENDS.findall(part) if size < width_of(part) else [part])]


def _sign_lines(text: str, size: int) -> list[str]:
    """A sign, alone or with its word, on one line; or else broken."""
    if width_of(text) <= size:
        return [text]
    lines = [""]
    for part in _parts(text, size):
        if lines[-1] and width_of(lines[-1] + part) > size:
            lines.append("")
        lines[-1] += part
    return [fitted(line, size).rstrip() for line in lines]
