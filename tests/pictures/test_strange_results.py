"""Pictures of results that no export wrote, and of texts that try to be more than text."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.pictures.calendar import calendar
from maturity.pictures.cells import drawn
from maturity.pictures.control import controls
from maturity.pictures.exit_criteria import bullets, cycles, exit_criteria
from maturity.pictures.of_question import of_question
from maturity.pictures.operating_model import trajectories
from maturity.pictures.risk import risks
from maturity.pictures.shapes import Chart, Picture
from maturity.pictures.svg import svg
from maturity.pictures.widths import width_of
from maturity.results.model import Results
from maturity.results.questions import FacetResults, QuestionResults
from questionnaires.words import Facet, Kind
from tests.given.example_results import example_results
from tests.given.pictured import crowd_results, measured_results
from tests.given.pictures import results_of
from tests.given.strangers import MARKED

HOSTILE: Final = (
    '<script>alert("x")</script>',
    "\u202eהעברית שלנו",
    "更新策略的所有权与控制权限问题",
    "x" * 39,
    "a&b <i>'\"</i> [@click=app.quit]",
    "👩‍👩‍👧‍👦 क्षि ﷽",
)


def pictures(results: Results) -> Iterator[Picture]:
    """Everything that can be drawn of results by these modules."""
    yield from controls(results)
    yield from risks(results)
    yield from trajectories(results)
    yield from (calendar(results), exit_criteria(results), bullets(results), cycles(results))
    yield from (
        of_question(results, item) for item in results.question if item.kind in (Kind.OWNERSHIP, Kind.PREREQUISITE)
    )


def assert_drawn(results: Results, widths: tuple[int, ...] = (40, 80, 200)) -> None:
    """Every picture has words, fits, and is a drawing that a parser reads, with ids of its own and no style."""
    ids: Counter[str] = Counter()
    for picture in pictures(results):
        assert picture.says
        assert picture.title
        assert {len(row) for row in picture.sheet.rows} <= {len(picture.sheet.heads)}
        for width in widths:
            assert all(width_of(line.text) <= width for line in drawn(picture, width)), (picture.id, width)
        text = str(svg(picture))
        ElementTree.fromstring(text)  # what was just drawn here
        assert not re.search(r"\sstyle=|<script|<i>|\son\w+=", text)
        ids.update(re.findall(r'\sid="([^"]*)"', text))
    assert set(ids.values()) == {1}


@pytest.mark.parametrize(
    "results",
    [
        example_results,
        measured_results,
        lambda: crowd_results(2, 1),
        lambda: crowd_results(7, 1),
        lambda: crowd_results(7, 40),
        lambda: results_of([]),
    ],
    ids=["example", "measured", "two people", "seven people", "280 people", "nobody"],
)
def test_every_picture_of_every_round_is_drawn(results: Callable[[], Results]) -> None:
    assert_drawn(results())


READ: Final = ("title", "text", "name", "says", "owner", "owner_name", "unit", "one", "price", "statement", "after")
"""Keys of texts that people read; words of a closed vocabulary are no plain texts."""


def by_a_stranger(results: Results, seed: int) -> Results:
    """The same results with the texts that people read replaced by those of a stranger."""
    texts = itertools.islice(itertools.cycle([*HOSTILE, *MARKED.values()]), seed, None)

    def replaced(value: Any, key: object = None) -> Any:
        if type(value) is str:
            return next(texts) if key in READ else value
        if key in ("bases_say", "teams") and isinstance(value, dict):
            return {name: next(texts) for name in value}
        if isinstance(value, dict):
            return {name: replaced(item, name) for name, item in value.items()}
        if isinstance(value, list | tuple):
            return [next(texts) if key == "scale" else replaced(item) for item in value]
        return value

    return Results.model_validate(replaced(results.model_dump(by_alias=True)))


@pytest.mark.parametrize("seed", range(4))
def test_texts_of_a_stranger_are_drawn_as_text(seed: int) -> None:
    assert_drawn(by_a_stranger(measured_results(), seed))


@cache
def ordered() -> list[QuestionResults]:
    return [item for item in crowd_results(4, 6).question if item.is_ordered]


@st.composite
def strange(draw: st.DrawFn) -> QuestionResults:
    """A question whose scale, values, limits and positions need not fit together, as a file may hold it."""
    item = draw(st.sampled_from(ordered()))
    scale = tuple(draw(st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=7)))
    values = draw(
        st.one_of(st.just(()), st.lists(st.sampled_from([0.0, -5.0, 7.0, 1e9, 0.0001]), max_size=7).map(tuple))
    )
    facets = tuple(_strange_facet(draw, facet) for facet in item.facet)
    offered = item.offered.model_copy(update={"most": draw(st.integers(0, 9)), "default": 9}) if item.offered else None
    return item.model_copy(
        update={
            "scale": scale,
            "values": values,
            "unit": draw(st.sampled_from([None, "days", HOSTILE[0]])),
            "facet": facets,
            "offered": offered,
            "limit": draw(st.one_of(st.none(), st.integers(0, 9))),
            "days_from": draw(st.sampled_from([None, "release", "ring1", "elsewhere"])),
        }
    )


def _strange_facet(draw: st.DrawFn, facet: FacetResults) -> FacetResults:
    teams = tuple(
        entry.model_copy(
            update={
                "counts": (*draw(st.lists(st.integers(0, 3), min_size=2, max_size=9)), 1),
                "position": draw(st.one_of(st.none(), st.sampled_from([0.0, 2.5, 5.0]))),
                "common_position": draw(st.sampled_from([None, True, False])),
            }
        )
        for entry in facet.team
    )
    name = draw(st.sampled_from([facet.name, facet.name, Facet.OWNER]))
    return facet.model_copy(update={"team": teams, "name": name})


@given(strange())
def test_a_question_whose_parts_do_not_fit_is_drawn_all_the_same(item: QuestionResults) -> None:
    results = crowd_results(4, 6).model_copy(update={"question": (item,)})
    assert_drawn(results, (40, 100))


def test_pictures_take_no_team_that_is_not_in_the_questionnaire_amiss() -> None:
    results = example_results()
    asked = results.questionnaire.model_copy(update={"teams": {}, "codes": {}})
    assert_drawn(results.model_copy(update={"questionnaire": asked}))


def test_a_chart_of_many_teams_in_one_place_shows_all_of_them() -> None:
    seven = crowd_results(7, 1)
    item = next(item for item in seven.question if len(item.facet[0].team) == 7 and item.kind is Kind.POSITION)
    teams = tuple(
        entry.model_copy(update={"position": 2.0, "common_position": True, "counts": (0, 0, 1, 0, 0, 0)})
        for entry in item.facet[0].team
    )
    facet = item.facet[0].model_copy(update={"team": teams})
    picture = of_question(seven, item.model_copy(update={"facet": (facet,)}))
    assert isinstance(picture, Chart)
    text = "\n".join(line.text for line in drawn(picture, 80, legend=False))
    assert all(text.count(mark.sign) == 1 for lane in picture.lanes if lane.id.endswith("teams") for mark in lane.marks)


def signs_of(picture: Picture) -> Iterator[str]:
    """Every sign of a picture, those of its legend among them."""
    yield from (key.sign for key in picture.legend)
    if isinstance(picture, Chart):
        yield from (mark.sign for lane in picture.lanes for mark in lane.marks)
        yield from (span.sign for lane in picture.lanes for span in lane.spans)
    else:
        yield from (square.sign for row in picture.rows for square in row.squares)


@pytest.mark.parametrize("results", [measured_results, lambda: crowd_results(7, 3)], ids=["measured", "crowd"])
def test_every_sign_is_a_letter_or_a_shape_that_terminals_have_and_is_explained(
    results: Callable[[], Results],
) -> None:
    found = results()
    for picture in pictures(found):
        signs = set(signs_of(picture))
        assert all(re.fullmatch("[0-9A-Za-z·×~?–/\u2500-\u25ff]*", sign) for sign in signs), picture.id
        keys = {key.sign for key in picture.legend}
        if isinstance(picture, Chart) and not picture.id.startswith("trajectory"):
            assert {mark.sign for lane in picture.lanes for mark in lane.marks} <= keys, picture.id
        assert len(keys) == len(picture.legend), picture.id
