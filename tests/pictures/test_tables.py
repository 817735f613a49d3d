"""The heat map's tables: every cell says in glyphs and words what its colour says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from maturity.pictures.glyphs import GLYPHS, NOTHING, WORDS, bar
from maturity.pictures.matrix import SECTION_PREFIX, Cell, Table, overview, section, short, team_cell, verdict
from maturity.results.build import results
from maturity.results.model import Results
from maturity.results.values import Band
from questionnaires import Response
from tests.given.builders import Voices, compared, voices
from tests.given.example_results import example_comparison, example_results


def results_of(responses: Iterable[Response]) -> Results:
    return results(compared(responses), ())


def cell(question: str, team: str, **facets: Voices) -> Cell:
    return team_cell(results_of(voices(question, **facets)).question_by_id[question], team)


def word(question: str, **facets: Voices) -> str:
    return verdict(results_of(voices(question, **facets)).question_by_id[question]).text


def tables(found: Results, width: int) -> list[Table]:
    return [overview(found, width), *(section(found, part.id, width) for part in found.section)]


@pytest.mark.parametrize("width", [80, 120])
def test_tables_fit_their_width(width: int) -> None:
    for table in tables(example_results(), width):
        assert table.label_width + sum(size for _, size in table.columns) <= width


def test_every_row_has_a_cell_for_the_verdict_and_each_team() -> None:
    for table in tables(example_results(), 120):
        assert [title for title, _ in table.columns] == [
            "verdict",
            "Endpoint",
            "Operations",
            "Security",
            "Architecture",
        ]
        assert all(len(row.cells) == 5 for row in table.rows if not row.is_heading)


def test_every_colour_has_its_glyph_and_a_word_or_number_beside_it() -> None:
    glyphs = {column.value: GLYPHS[column] for column in Band}
    seen = set()
    for table in tables(example_results(), 120):
        for row in table.rows:
            for found in row.cells:
                seen.add(found.level)
                if found.level in glyphs:
                    assert found.text.startswith(f"{glyphs[found.level]} ")
                    assert len(found.text) > 2
                else:
                    assert found.level in ("quiet", "plain")
                    assert found.text.strip()
    assert set(glyphs) <= seen


def test_every_question_that_was_asked_has_a_row() -> None:
    found, comparison = example_results(), example_comparison()
    asked = [item.question.id for item in comparison.questions]
    rows = [row.id for row in overview(found, 100).rows if row.id]
    sections = [f"{SECTION_PREFIX}{part.section.id}" for part in comparison.sections]
    assert rows == sections + asked
    assert [row.id for part in found.section for row in section(found, part.id, 80).rows if row.id] == asked


def test_the_four_columns_have_glyphs_and_words_of_their_own() -> None:
    assert len(set(GLYPHS.values())) == len(set(WORDS.values())) == len(Band) == 4


@pytest.mark.parametrize(
    ("positions", "said"),
    [
        ({"endpoint": 1, "security": 1}, "▁ aligned"),
        ({"endpoint": 1, "security": 3}, "▃ close"),
        ({"endpoint": 1, "security": 4}, "▅ apart"),
        ({"endpoint": 0, "security": 5}, "▇ far apart"),
        ({"endpoint": 1}, "– one team only"),
    ],
)
def test_the_verdict_is_a_word(positions: Voices, said: str) -> None:
    assert word("risk.attitude", position=positions) == said


def test_the_verdict_of_a_claim_is_its_pattern() -> None:
    assert "contested" in word("ownership.pause", owner={"endpoint": "endpoint", "security": "security"}).lower()


def test_a_verdict_that_cannot_be_given_says_why() -> None:
    torn = word("risk.attitude", position={"endpoint": [0, 5, 0, 5], "security": "dont_know"})
    assert torn == f"{NOTHING} no common position"
    unknown = word("risk.attitude", position={"endpoint": "dont_know", "security": "dont_know"})
    assert "know" in unknown


def test_a_torn_team_is_marked_by_a_question_mark_and_both_ends_of_its_answers() -> None:
    found = cell("risk.attitude", "endpoint", position={"endpoint": [0, 5, 0, 5], "security": 1})
    assert (found.text, found.level) == ("? 0–5", "quiet")
    found = cell("risk.hours_to_stop", "endpoint", position={"endpoint": [0, 4], "security": 1})
    assert (found.text, found.level) == ("? 72–4 hours", "quiet")


@pytest.mark.parametrize(
    ("question", "said", "shown"),
    [
        ("control.release", {"needed": [0, 5], "wanted": [3, 3]}, "? 0–5/3"),
        ("control.release", {"needed": [2, 3], "wanted": [4, 1]}, "? 2½/1–4"),
        ("control.release", {"needed": [5, 0, 5, 0], "wanted": [1, 1, 5, 5]}, "? 0–5/1–5"),
        ("future.approvals", {"today": [1, 1], "in_12_months": [0, 4], "in_24_months": [5, 5]}, "? 1→0–4→5"),
        ("future.approvals", {"today": [4, 0]}, "? 0–4→–→–"),
    ],
)
def test_of_several_answers_only_the_torn_one_shows_both_its_ends(
    question: str, said: Mapping[str, list[int]], shown: str
) -> None:
    facets: dict[str, Voices] = {facet: {"endpoint": [*values], "security": 2} for facet, values in said.items()}
    assert cell(question, "endpoint", **facets) == Cell(shown, "quiet")
    assert cell(question, "security", **facets).text.partition(" ")[0] in GLYPHS.values()


def test_both_ends_of_a_torn_team_are_what_somebody_answered_and_no_middle() -> None:
    """The middle of five answers is an answer as well, and still not what the team stands for."""
    found = cell("risk.attitude", "endpoint", position={"endpoint": [1, 1, 2, 5, 5], "security": 2})
    assert found.text == "? 1–5"


def test_with_a_torn_team_a_question_has_the_verdict_of_the_middle_answers() -> None:
    assert word("risk.attitude", position={"endpoint": [0, 5], "security": 0}) == f"{GLYPHS[Band.APART]} apart"
    assert word("risk.attitude", position={"endpoint": [0, 5], "security": [0, 5]}) == f"{GLYPHS[Band.CLOSE]} close"


@pytest.mark.parametrize(
    ("said", "text"),
    [("dont_know", "don't know"), ("not_applicable", "n/a")],
)
def test_states_are_words_of_their_own(said: str, text: str) -> None:
    assert cell("risk.attitude", "endpoint", position={"endpoint": said, "security": 1}) == Cell(text, "quiet")


def test_a_team_that_was_not_asked_and_one_that_did_not_answer_differ() -> None:
    item = results_of(
        [
            *voices("risk.taste", position={"endpoint": 1}),
            *voices("risk.attitude", position={"operations": 1, "network": 1}),
        ]
    ).question_by_id["risk.taste"]
    assert team_cell(item, "network").text == "not asked"
    assert team_cell(item, "operations").text == "no answer"


def test_quantities_are_shown_in_their_own_words() -> None:
    found = cell("risk.hours_to_stop", "endpoint", position={"endpoint": 2, "security": 2})
    assert found == Cell("▁ 1 day", "aligned")


def test_a_team_alone_has_no_distance() -> None:
    assert cell("risk.attitude", "endpoint", position={"endpoint": 2}) == Cell("  2", "plain")


def test_control_and_trajectory_show_all_their_positions() -> None:
    both = {"endpoint": 3, "security": 1}
    assert cell("control.release", "endpoint", needed=both, wanted={"endpoint": 2, "security": 2}).text.endswith(" 3/2")
    path = cell("future.approvals", "endpoint", today={"endpoint": 1}, in_12_months={"endpoint": 3})
    assert path.text.endswith("1→3→–")


def test_an_owner_is_named_and_marked_when_the_others_name_another() -> None:
    owners: Voices = {"endpoint": "endpoint", "security": "service", "network": "service"}
    assert cell("ownership.pause", "endpoint", owner=owners) == Cell("▇ Endpoint", "far_apart")
    assert cell("ownership.pause", "network", owner=owners) == Cell("▁ The service", "aligned")
    assert cell("ownership.pause", "endpoint", owner={"endpoint": ["service", "network"]}) == Cell(
        "? Network/The service", "quiet"
    )


def test_a_section_counts_how_often_a_team_stands_apart() -> None:
    found = results_of(voices("risk.attitude", position={"endpoint": 0, "operations": 5, "security": 5, "network": 5}))
    (risk,) = (row for row in overview(found, 120).rows if row.id == "section:risk")
    assert [shown.text for shown in risk.cells[1:]] == ["▇ 1/1", "▁ 0/1", "▁ 0/1", "▁ 0/1"]
    (control,) = (row for row in overview(found, 120).rows if row.id == "section:control")
    assert [shown.text for shown in control.cells[1:]] == [NOTHING] * 4


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "–"), (0, "0"), (0.5, "½"), (3, "3"), (3.0, "3"), (2.5, "2½")],
)
def test_a_position_is_short(value: float | None, shown: str) -> None:
    assert short(value) == shown


@pytest.mark.parametrize(
    ("theirs", "glyph", "level"),
    [(0, "▁", "aligned"), (1, "▁", "aligned"), (2, "▃", "close"), (3, "▅", "apart"), (5, "▇", "far_apart")],
)
def test_a_distance_has_the_level_of_its_band(theirs: int, glyph: str, level: str) -> None:
    assert cell("risk.attitude", "endpoint", position={"endpoint": 0, "security": theirs}) == Cell(f"{glyph} 0", level)


def test_a_question_with_several_answers_has_the_level_of_the_one_furthest_away() -> None:
    needed, wanted = {"endpoint": 0, "security": 1}, {"endpoint": 0, "security": 3}
    assert cell("control.release", "endpoint", needed=needed, wanted=wanted) == Cell("▅ 0/0", "apart")
    assert cell("control.release", "endpoint", needed=wanted, wanted=needed) == Cell("▅ 0/0", "apart")


@pytest.mark.parametrize(
    ("done", "whole", "drawn"),
    [(0, 0, "░░░░"), (0, 9, "░░░░"), (8, 9, "███░"), (9, 9, "████"), (12, 9, "████"), (1, 4, "█░░░")],
)
def test_a_bar_is_full_only_when_everything_is_done(done: int, whole: int, drawn: str) -> None:
    assert bar(done, whole, 4) == drawn
