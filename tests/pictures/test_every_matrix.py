"""What holds for every matrix: a title, a legend, an alternative text, and the same rows as a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Final

import pytest

from maturity.pictures.shapes import Matrix
from maturity.pictures.svg import svg
from maturity.results.model import Results
from tests.given.example_results import example_results
from tests.given.matrices import TITLES, asked, matrices, results_of, strange
from tests.given.pictured import crowd_results, measured_results

RESULTS: Final[dict[str, Callable[[], Results]]] = {
    "examples": example_results,
    "with figures": measured_results,
    "nobody": lambda: results_of([]),
    "one answer": lambda: asked("risk.attitude", position={"endpoint": 1}),
    "one team": lambda: crowd_results(1, 1),
    "seven teams": lambda: crowd_results(7, 3),
    "forty people": lambda: crowd_results(2, 40),
    "a stranger": strange,
}
"""Made when a test asks for them: whoever only collects the tests does not wait."""


@pytest.fixture(params=RESULTS)
def drawings(request: pytest.FixtureRequest) -> list[Matrix]:
    return matrices(RESULTS[request.param]())


def test_a_matrix_has_a_title_an_alternative_text_and_a_legend_where_there_is_anything(drawings: list[Matrix]) -> None:
    for found in drawings:
        assert found.title.strip()
        assert found.says.strip().endswith(".")
        assert bool(found.legend) is bool(found.rows)
        assert all(key.sign.strip() and key.says.strip() for key in found.legend)
        assert len({key.sign for key in found.legend}) == len(found.legend)


def test_every_row_has_a_square_for_each_column_and_each_square_says_something(drawings: list[Matrix]) -> None:
    for found in drawings:
        for row in found.rows:
            assert row.is_heading or len(row.squares) == len(found.heads)
            assert all(square.sign or square.says for square in row.squares)


def test_the_sheet_has_every_row_whole(drawings: list[Matrix]) -> None:
    for found in drawings:
        assert len(found.sheet.rows) == sum(not row.is_heading for row in found.rows)
        for row in found.sheet.rows:
            assert len(row) == len(found.sheet.heads)
            assert all(cell.strip() for cell in row)
            assert "…" not in row[0]


@pytest.mark.parametrize("name", RESULTS)
def test_no_two_pictures_of_a_document_share_an_id(name: str) -> None:
    found = RESULTS[name]()
    renamed = [
        part.model_copy(update={"id": other}) for part, other in zip(found.section, ("title", "says"), strict=False)
    ]
    named = found.model_copy(update={"section": (*renamed, *found.section[len(renamed) :])})
    ids = Counter(one for picture in matrices(named) for one in re.findall(r'\bid="([^"]+)"', str(svg(picture))))
    assert [one for one, count in ids.items() if count > 1] == []


def test_the_titles_of_a_stranger_stand_whole_in_the_rows_and_in_the_sheet() -> None:
    for found in matrices(strange()):
        if found.id in ("agreement", "ownership", "readiness"):
            assert {row.label.partition(", ")[0] for row in found.rows if not row.is_heading} <= set(TITLES)
            assert {row[0] for row in found.sheet.rows} <= set(TITLES)
