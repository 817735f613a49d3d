"""Sections in columns, against teams, and teams against teams."""

from __future__ import annotations

import pytest

from maturity.pictures.agreement import apart, columns, distances
from maturity.pictures.shapes import Ink, Matrix, Square
from maturity.results.sections import Pair, Standing
from tests.given.example_results import example_results
from tests.given.matrices import asked, results_of
from tests.given.pictured import crowd_results


def signs(matrix: Matrix) -> dict[str, list[str]]:
    """The signs of every row, by its label."""
    return {row.label: [one.sign for one in row.squares] for row in matrix.rows}


def test_sections_are_counted_by_column_and_added_up() -> None:
    assert signs(columns(example_results())) == {
        "Ownership": ["7", "2", "4", "3", "0"],
        "Control": ["1", "2", "2", "1", "0"],
        "Risk appetite": ["3", "2", "2", "3", "0"],
        "Operating model": ["2", "2", "2", "0", "0"],
        "Readiness": ["0", "1", "1", "0", "2"],
        "In all": ["13", "9", "11", "7", "2"],
    }


def test_the_columns_have_a_sign_and_a_word_as_their_head() -> None:
    assert [(head.code, head.title) for head in columns(example_results()).heads] == [
        ("▁", "▁ aligned"),
        ("▃", "▃ close"),
        ("▅", "▅ apart"),
        ("▇", "▇ far apart"),
        ("–", "– not comparable"),
    ]


def test_a_count_of_none_has_no_colour() -> None:
    by_label = {row.label: row for row in columns(example_results()).rows}
    assert [one.ink for one in by_label["Readiness"].squares] == [
        Ink.QUIET,
        Ink.CLOSE,
        Ink.APART,
        Ink.QUIET,
        Ink.PLAIN,
    ]


def test_the_columns_are_told_with_all_counts() -> None:
    assert columns(example_results()).says == (
        "Of 42 questions 13 aligned, 9 close, 11 apart, 7 far apart; 2 not comparable."
    )


def test_a_row_about_a_section_says_which() -> None:
    for matrix in (columns(example_results()), apart(example_results())):
        assert [row.id for row in matrix.rows] == [
            *(f"section:{part.id}" for part in example_results().section),
            "",
        ]


def test_a_team_stands_apart_on_so_many_of_so_many_questions() -> None:
    assert signs(apart(example_results())) == {
        "Ownership": ["▃2/16", "▅5/16", "▁1/13", "▃2/16"],
        "Control": ["▁0/6", "▃1/6", "▁0/6", "▁0/6"],
        "Risk appetite": ["▁0/10", "▁1/10", "▅2/7", "▁0/9"],
        "Operating model": ["▁0/6", "▅2/6", "▁0/6", "▁0/4"],
        "Readiness": ["▇2/2", "▇2/2", "–", "–"],
        "In all": ["▁4/40", "▅11/40", "▁3/32", "▁2/35"],
    }


@pytest.mark.parametrize(
    ("some", "of", "shown"),
    [
        (0, 0, Square("–", "nothing to compare", Ink.QUIET)),
        (1, 10, Square("▁1/10", "hardly ever", Ink.ALIGNED)),
        (1, 4, Square("▃1/4", "at times", Ink.CLOSE)),
        (1, 2, Square("▅1/2", "often", Ink.APART)),
        (2, 3, Square("▇2/3", "mostly", Ink.FAR_APART)),
        (9, 3, Square("▇9/3", "mostly", Ink.FAR_APART)),
    ],
)
def test_how_often_has_a_word_and_what_cannot_be_compared_is_no_zero(some: int, of: int, shown: Square) -> None:
    found = example_results()
    standing = (Standing(id="control", apart=some, compared=of),)
    first = found.team[0].model_copy(update={"section": standing})
    row = next(row for row in apart(found.model_copy(update={"team": (first,)})).rows if row.label == "Control")
    assert row.squares == (shown,)


def test_a_team_alone_cannot_be_compared() -> None:
    assert apart(asked("risk.attitude", position={"endpoint": 1})).says == (
        "Questions on which a team stands apart: Endpoint cannot be compared."
    )


def test_distances_are_the_same_from_both_sides_and_none_from_itself() -> None:
    assert signs(distances(example_results(), "risk_appetite")) == {
        "Endpoint": ["╲", "▃1.2", "▃1.3", "▁0.4"],
        "Operations": ["▃1.2", "╲", "▅2.1", "▃1.4"],
        "Security": ["▃1.3", "▅2.1", "╲", "▁0.9"],
        "Architecture": ["▁0.4", "▃1.4", "▁0.9", "╲"],
    }


def test_distances_say_who_is_furthest_from_whom_and_who_nearest() -> None:
    assert distances(example_results(), "risk_appetite").says == (
        "6 pairs of teams, mean distance in steps: furthest are Operations and Security, 2.1; "
        "nearest are Endpoint and Architecture, 0.4."
    )
    two = asked("risk.attitude", position={"endpoint": 0, "security": 4})
    assert distances(two, "risk").says == "1 pair of teams, mean distance in steps: Endpoint and Security 4.0."


def test_of_two_teams_without_a_shared_answer_nothing_is_said() -> None:
    found = example_results()
    part = found.section[1].model_copy(
        update={
            "distance": (
                Pair(teams=("endpoint", "operations"), points=1.5),
                Pair(teams=("operations", "security"), points=4.2),
                Pair(teams=("unheard_of", "security"), points=5),
            )
        }
    )
    matrix = distances(found.model_copy(update={"section": (part,)}), part.id)
    assert signs(matrix) == {
        "Endpoint": ["╲", "▃1.5", "–"],
        "Operations": ["▃1.5", "╲", "▇4.2"],
        "Security": ["–", "▇4.2", "╲"],
    }
    assert ("–", "no shared answers") in {(key.sign, key.says) for key in matrix.legend}


def test_where_nobody_can_be_far_from_anybody_it_says_why() -> None:
    none = "No two teams have answered the same question with an order here."
    assert distances(example_results(), "ownership").says == none
    assert distances(example_results(), "no_such_section").says == none
    assert distances(example_results(), "ownership").rows == ()


def test_without_answers_it_says_why_there_is_nothing() -> None:
    empty = results_of([])
    assert columns(empty.model_copy(update={"section": ()})).rows == ()
    assert apart(empty).rows == ()
    assert apart(empty).says == "Nobody has answered anything yet, so there is nothing to compare."


def test_the_sheets_have_the_same_rows_with_sign_and_word() -> None:
    assert apart(example_results()).sheet.rows[0] == (
        "Ownership",
        "▃2/16 at times",
        "▅5/16 often",
        "▁1/13 hardly ever",
        "▃2/16 at times",
    )
    assert columns(example_results()).sheet.heads == (
        "Section",
        "aligned",
        "close",
        "apart",
        "far apart",
        "not comparable",
    )


def test_seven_teams_have_seven_columns() -> None:
    found = crowd_results(7, 3)
    assert [head.code for head in apart(found).heads] == ["END", "OPS", "SEC", "NET", "ARC", "DSK", "APP"]
    assert len(distances(found, "control").rows) == 7
