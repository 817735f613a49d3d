"""A matrix on a terminal and as SVG: the same signs and words, in the same columns."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import pytest

from maturity.pictures.cells import Drawn, drawn
from maturity.pictures.matrix_layout import MatrixColumns, matrix_columns
from maturity.pictures.shapes import Line, Matrix
from maturity.pictures.svg import LETTER, WIDTH, column_x, svg
from maturity.pictures.widths import broken, width_of
from tests.given.example_results import example_results
from tests.given.matrices import matrices, strange
from tests.given.pictured import crowd_results, measured_results

_TEXT: Final = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_X: Final = re.compile(r'\bx="([-\d.]+)"')
IN_SVG: Final = int(WIDTH / LETTER)
"""Columns of text that the drawing is wide."""


@cache
def drawings() -> list[Matrix]:
    """Of few and of many teams, of an unknown file too; made when a test asks for them."""
    made = (example_results(), measured_results(), crowd_results(2, 1), crowd_results(7, 3), strange())
    return [found for results in made for found in matrices(results) if found.rows]


def texts_in_svg(found: Matrix) -> Iterator[tuple[str, float]]:
    """What is written, in order, and where it begins or, of a sign, has its middle."""
    for attributes, words in _TEXT.findall(str(svg(found))):
        x = _X.search(attributes)
        yield html.unescape(words), float(x.group(1)) if x else 0.0


def lines_in_cells(lines: list[Drawn], row: Line, columns: MatrixColumns, width: int) -> list[Drawn]:
    """The lines of a terminal on which the squares of a row stand."""
    of_row = [line for line in lines if line.id == row.id and line.pieces]
    return of_row if columns.name else of_row[len(broken(row.label, width)) :]


@pytest.mark.parametrize("width", [IN_SVG, 80, 120, 200])
def test_on_a_terminal_every_line_of_a_square_stands_in_its_column(width: int) -> None:
    for found in drawings():
        columns = matrix_columns(found, width)
        starts = [columns.name + sum(columns.sizes[:at]) + at for at in range(len(found.heads))]
        drawing = list(drawn(found, width, legend=False))
        for row in (row for row in found.rows if row.id and not row.is_heading):
            lines = lines_in_cells(drawing, row, columns, width)
            for at, expected in enumerate(columns.lines(row)):
                piece = at + (1 if columns.name else 0)
                shown = [line.pieces[piece].text[1:].rstrip() for line in lines]
                assert shown == [*expected, *[""] * (len(lines) - len(expected))]
                assert width_of("".join(part.text for part in lines[0].pieces[:piece])) == starts[at]


def test_as_svg_every_line_of_a_square_stands_in_its_column_as_well() -> None:
    for found in drawings():
        columns = matrix_columns(found, IN_SVG)
        middles = [column_x(found, at) for at in range(len(found.heads))]
        shown = texts_in_svg(found)
        for row in (row for row in found.rows if not row.is_heading):
            for middle, size, is_told, lines in zip(
                middles, columns.sizes, columns.told, columns.lines(row), strict=True
            ):
                for line in lines:
                    indent = len(line) - len(line.lstrip())
                    x = middle - size * LETTER / 2 + indent * LETTER if is_told else middle
                    assert any(words == line.strip() and abs(at - x) < 0.01 for words, at in shown), (row.id, line)


def test_the_columns_lie_at_the_same_places_in_both() -> None:
    for found in drawings():
        columns = matrix_columns(found, IN_SVG)
        sizes = columns.sizes
        in_cells = [columns.name + 1 + sum(sizes[:at]) + at + size / 2 for at, size in enumerate(sizes)]
        in_svg = [column_x(found, at) / LETTER for at in range(len(sizes))]
        assert in_svg == pytest.approx(in_cells, abs=0.01)


def test_both_have_the_signs_of_all_squares_in_the_same_order() -> None:
    for found in drawings():
        signs = [square.sign.replace(" ", "") for row in found.rows for square in row.squares if square.sign]
        in_svg = "".join(words for words, _ in texts_in_svg(found)).replace(" ", "")
        place = 0
        for sign in signs:
            place = in_svg.find(sign, place) + len(sign)
            assert place >= len(sign), (found.id, sign)
