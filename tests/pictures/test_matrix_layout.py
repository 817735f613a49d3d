"""Columns of a matrix: nothing is cut that has room, no line is too long, and rows are told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.pictures.agreement import agreement
from maturity.pictures.cells import drawn
from maturity.pictures.matrix_layout import matrix_columns
from maturity.pictures.shapes import Head, Line, Matrix, Sheet, Square
from maturity.pictures.svg import svg
from maturity.pictures.widths import width_of
from tests.given.example_results import example_results
from tests.given.matrices import matrices, strange
from tests.given.pictured import crowd_results

WORDS = st.text("abc xyz更新 עברית[]<&/→", max_size=160)


def matrix(labels: Sequence[str], *rows: Sequence[Square], heads: Sequence[Head] = ()) -> Matrix:
    lines = tuple(
        Line(f"row:{at}", label, tuple(row)) for at, (label, row) in enumerate(zip(labels, rows, strict=True))
    )
    columns = tuple(heads) or tuple(Head(f"C{at:02}", f"Column {at}") for at in range(len(rows[0])))
    return Matrix("made", "Made", columns, lines, (), "Made for a test.", Sheet((), ()))


def text(found: Matrix, width: int, row: str) -> str:
    """What is written in the lines of a row."""
    return "\n".join(line.text.rstrip() for line in drawn(found, width, legend=False) if line.id == row)


def test_where_there_is_room_columns_have_their_titles_and_squares_their_words() -> None:
    found = matrix(["First"], [Square("▁3", "aligned"), Square("▇5", "far apart")])
    assert [line.text.rstrip() for line in drawn(found, 80, legend=False)] == [
        "      Column 0     Column 1",
        "First ▁3 aligned   ▇5 far apart",
    ]


def test_columns_without_words_are_all_as_wide_as_the_widest_where_there_is_room() -> None:
    found = matrix(["First", "Second"], [Square("13", ""), Square("2", "")], [Square("7", ""), Square("0", "")])
    heads = (Head("A", "A title that is too long for any of it"), Head("B", "Another such title of a column"))
    lines = [line.text for line in drawn(replace(found, heads=heads), 60, legend=False)]
    assert lines == ["       A  B ", "First  13 2 ", "Second 7  0 "]


def test_no_word_of_a_square_is_cut_all_are_left_out_instead() -> None:
    found = matrix(["The name of a row that is fairly long"], [Square("▁3", "aligned"), Square("▇5", "far apart")])
    assert text(found, 54, "row:0") == "The name of a row that is fairly long ▁3  ▇5"
    assert text(found, 80, "row:0") == "The name of a row that is fairly long ▁3 aligned   ▇5 far apart"


def test_words_that_are_told_are_broken_into_lines_beside_their_sign() -> None:
    found = matrix(["A name"], [Square("▇", "cannot hold together")], heads=[Head("verdict", "Verdict", is_told=True)])
    assert text(replace(found, rows=(replace(found.rows[0], label="N" * 26),)), 40, "row:0").split("\n") == [
        "N" * 26 + " ▇ cannot hold",
        " " * 29 + "together",
    ]


def test_a_name_that_has_no_room_beside_its_squares_stands_above_them() -> None:
    squares = [Square("▇1→3→5", "far apart")] * 7
    shown = text(matrix(["Talking about updates across teams"], squares), 64, "row:0")
    assert shown.split("\n") == ["Talking about updates across teams", *[" ▇1→3→5" * 7]]


def test_a_sign_is_broken_between_its_answers_before_it_is_cut() -> None:
    squares = [Square("◇0–4→1–5→2–3", "no common position")] * 7
    shown = text(matrix(["Row"], squares), 60, "row:0").split("\n")
    assert [line.split() for line in shown] == [["Row", *["◇0–4→"] * 7], ["1–5→2–3"] * 7]


def test_rows_and_their_words_take_as_few_lines_as_can_be() -> None:
    heads = [Head("verdict", "Verdict", is_told=True), Head("END", "Endpoint")]
    names = ["Short", "Also short", "One name that is by far the longest one"]
    found = matrix(names, *([Square("▇", "cannot hold together"), Square("▁3", "")] for _ in names), heads=heads)
    assert [len(text(found, 52, f"row:{at}").split("\n")) for at in range(3)] == [1, 1, 2]


@pytest.mark.parametrize("width", [80, 120, 200])
def test_five_codes_and_whole_titles_fit(width: int) -> None:
    found = agreement(crowd_results(5, 1))
    lines = drawn(found, width, legend=False)
    assert all(head.code in lines[0].text or head.title in lines[0].text for head in found.heads[1:])
    for row in found.rows:
        name = width if row.is_heading else matrix_columns(found, width).name or width
        shown = " ".join(line.text[:name].strip() for line in lines if line.id == row.id)
        assert all(word in shown for word in row.label.split())
        for square in row.squares[1:]:
            assert square.sign in " ".join(line.text for line in lines if line.id == row.id)


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize(("teams", "people"), [(1, 1), (2, 1), (4, 40), (7, 3)])
def test_no_line_is_wider_than_there_is_room(teams: int, people: int, width: int) -> None:
    for found in matrices(crowd_results(teams, people)):
        assert all(width_of(line.text) <= width for line in drawn(found, width))


@pytest.mark.parametrize("width", [80, 120, 200])
def test_every_verdict_is_read_whole(width: int) -> None:
    for found in (agreement(example_results()), agreement(crowd_results(7, 3))):
        lines = drawn(found, width)
        for row in found.rows:
            shown = "".join(line.text for line in lines if line.id == row.id)
            assert all(word in shown.replace(" ", "") for square in row.squares[:1] for word in square.says.split())


@given(
    st.lists(WORDS, min_size=1, max_size=4),
    st.lists(st.tuples(st.sampled_from(["", "▁3", "◇END/OPS/+3", "?", "n/a"]), WORDS), min_size=1, max_size=9),
    st.integers(30, 130),
    st.booleans(),
)
def test_anything_is_laid_out(names: list[str], said: list[tuple[str, str]], width: int, is_told: bool) -> None:
    squares = [Square(sign, says) for sign, says in said]
    heads = [Head(f"C{at:02}", "T" * 9, is_told and at == 0) for at in range(len(said))]
    found = matrix(names, *(squares for _ in names), heads=heads)
    lines = drawn(found, width)
    assert all(width_of(line.text) <= max(40, width) for line in lines)
    for at, name in enumerate(names):
        of_row = "".join(line.text for line in lines if line.id == f"row:{at}")
        assert set(name) - {" "} <= set(of_row)
    assert set("".join(names)) - set(" <&") <= set(str(svg(found)))


def test_strange_results_are_drawn_at_any_width_and_every_row_is_there() -> None:
    for found in matrices(strange()):
        for width in (40, 80, 200):
            lines = drawn(found, width)
            assert all(width_of(line.text) <= width for line in lines)
            assert {row.id for row in found.rows} <= {line.id for line in lines} | {""}


def test_nothing_of_a_stranger_is_live_in_the_drawing() -> None:
    for found in matrices(strange()):
        assert "<script>" not in str(svg(found))
