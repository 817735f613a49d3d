"""Draws a matrix as SVG: signs and words in columns, boxes of one ink behind them as one path."""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h

from maturity.pictures.matrix_layout import MatrixColumns, matrix_columns
from maturity.pictures.shapes import Ink, Line, Matrix
from maturity.pictures.svg_parts import COLUMNS, LETTER, ROW, number, paragraph, text


def column_x(matrix: Matrix, place: int) -> float:
    """The middle of a column of a matrix, in units from the left."""
    columns = matrix_columns(matrix, COLUMNS)
    before = columns.name + sum(columns.sizes[:place]) + place + 1
    return round((before + columns.sizes[place] / 2) * LETTER, 2)


def matrix_nodes(matrix: Matrix) -> tuple[list[h.Element], float]:
    """The parts of the drawing, and how far down it reaches."""
    if not matrix.rows:
        nodes = paragraph(matrix.says, ROW)
        return nodes, ROW * (len(nodes) + 1)
    columns = matrix_columns(matrix, COLUMNS)
    places = [column_x(matrix, at) for at in range(len(matrix.heads))]
    heads = columns.heads(matrix.heads)
    nodes = [
        node
        for lines, place in zip(heads, zip(places, columns.sizes, columns.told, strict=True), strict=True)
        for node in _lines(lines, place, ROW, Ink.QUIET)
    ]
    y = ROW * (max(len(lines) for lines in heads) + 0.5)
    boxes: dict[Ink, str] = {}
    for row in matrix.rows:
        drawn, y = _row(row, y, columns, places, boxes)
        nodes += drawn
    return [*(h.path(class_=f"fill-{ink.value}", d=boxes[ink]) for ink in boxes), *nodes], y


def _row(
    row: Line, y: float, columns: MatrixColumns, places: Sequence[float], boxes: dict[Ink, str]
) -> tuple[list[h.Element], float]:
    """Squares beside the name, or below it where there is no room beside it. Their boxes go to those of their ink."""
    is_alone = row.is_heading or not columns.name
    label = paragraph(row.label, y + ROW * 0.8, columns=COLUMNS if is_alone else columns.name)
    if row.is_heading:
        return [h.g(".heading")[label]], y + ROW * len(label) + 3
    y += ROW * len(label) if is_alone else 0
    texts = columns.lines(row)
    nodes = [*label]
    for square, lines, place in zip(
        row.squares, texts, zip(places, columns.sizes, columns.told, strict=True), strict=True
    ):
        boxes[square.ink] = boxes.get(square.ink, "") + _box_of(place, len(lines), y)
        nodes += _lines(lines, place, y + ROW * 0.75, square.ink)
    return nodes, y + ROW * max(0 if is_alone else len(label), *(len(lines) for lines in texts)) + 3


def _box_of(place: tuple[float, int, bool], lines: int, y: float) -> str:
    """Behind the lines of a square, as a piece of a path."""
    x, size, _ = place
    width, height = size * LETTER + 4, lines * ROW - 3
    return f"M{number(x - width / 2)} {number(y + 1.5)}h{number(width)}v{number(height)}h{number(-width)}z"


def _lines(lines: Sequence[str], place: tuple[float, int, bool], y: float, ink: Ink) -> list[h.Element]:
    """Lines below each other: words begin at the left of their column, signs stand in its middle."""
    x, size, is_told = place
    start, anchor = (x - size * LETTER / 2, "start") if is_told else (x, "middle")
    return [
        text(start + LETTER * (len(line) - len(line.lstrip())), y + at * ROW, line.strip(), ink, anchor)
        for at, line in enumerate(lines)
    ]
