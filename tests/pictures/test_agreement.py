"""The agreement map: every square says in signs and words what its colour says."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from maturity.pictures.agreement import agreement, verdict
from maturity.pictures.codes import owner_codes
from maturity.pictures.glyphs import GLYPHS
from maturity.pictures.shapes import Ink, Square
from maturity.pictures.squares import DONT_KNOW, LEVELS, NO_ANSWER, NOT_APPLICABLE, NOT_ASKED, label, short, team_square
from maturity.results.model import Results
from maturity.results.values import Band
from tests.given.builders import Voices, voices
from tests.given.example_results import example_comparison, example_results
from tests.given.matrices import asked, results_of
from tests.given.pictured import crowd_results


def square(question: str, team: str, **facets: Voices) -> Square:
    found = asked(question, **facets)
    return team_square(found.question_by_id[question], team, owner_codes(found))


def words(found: Results, team: str) -> dict[str, str]:
    """The cell of a team for each question of the sheet."""
    sheet = agreement(found).sheet
    column = sheet.heads.index(team)
    return {row[0]: row[column] for row in sheet.rows}


def test_every_question_has_a_row_below_the_heading_of_its_section() -> None:
    rows = agreement(example_results()).rows
    asked_of_anybody = [item.question.id for item in example_comparison().questions]
    assert [row.id for row in rows if not row.is_heading] == asked_of_anybody
    assert [row.id for row in rows if row.is_heading] == [
        "section:ownership",
        "section:control",
        "section:risk_appetite",
        "section:operating_model",
        "section:readiness",
    ]
    assert rows[0].label == "Ownership: Who owns updates: who answers for what?"


def test_a_column_for_the_verdict_and_one_for_every_team_by_its_code() -> None:
    matrix = agreement(example_results())
    assert [head.code for head in matrix.heads] == ["verdict", "END", "OPS", "SEC", "ARC"]
    assert [head.title for head in matrix.heads[1:]] == ["Endpoint", "Operations", "Security", "Architecture"]
    assert all(len(row.squares) == 5 for row in matrix.rows if not row.is_heading)


def test_one_section_is_drawn_alone() -> None:
    matrix = agreement(example_results(), "control")
    assert {row.id.partition(".")[0] for row in matrix.rows if not row.is_heading} == {"control"}
    assert matrix.title == "Control: where the teams stand"
    assert matrix.says == (
        "6 questions: 1 aligned, 2 close, 2 apart, 1 far apart. "
        "Apart or far apart from the others: Endpoint on 0 of 6, Operations on 1 of 6, Security on 0 of 6, "
        "Architecture on 0 of 6."
    )


def test_every_colour_has_a_sign_of_its_own_and_a_word_beside_it() -> None:
    signs = {key.ink: key.sign for key in LEVELS}
    seen = set()
    for row in agreement(example_results()).rows:
        for one in row.squares:
            seen.add(one.ink)
            assert one.says
            if one.ink in signs:
                assert one.sign.startswith(signs[one.ink])
            else:
                assert one.ink in (Ink.QUIET, Ink.PLAIN)
    assert set(signs) <= seen


def test_the_legend_explains_every_sign_that_begins_a_square_and_every_code() -> None:
    for found in (example_results(), crowd_results(7, 3)):
        matrix = agreement(found)
        keys = {key.sign for key in matrix.legend}
        for row in matrix.rows:
            for one in row.squares:
                assert one.sign[0] in keys or one.sign in keys or one.sign[0].isdigit()
        codes = {head.code for head in matrix.heads[1:]}
        named = {item.named[team] for item in found.question for team in item.named}
        owners = owner_codes(found)
        assert codes | {owners[owner] for some in named for owner in some} <= keys


@pytest.mark.parametrize(
    ("said", "shown"),
    [("dont_know", DONT_KNOW), ("not_applicable", NOT_APPLICABLE)],
)
def test_states_without_an_answer_have_signs_and_words_of_their_own(said: str, shown: Square) -> None:
    assert square("risk.attitude", "endpoint", position={"endpoint": said, "security": 1}) == shown


def test_a_team_that_was_not_asked_and_one_that_did_not_answer_differ() -> None:
    found = results_of(
        [
            *voices("risk.taste", position={"endpoint": 1}),
            *voices("risk.attitude", position={"operations": 1, "network": 1}),
        ]
    )
    taste = found.question_by_id["risk.taste"]
    assert team_square(taste, "network", {}) == NOT_ASKED
    assert team_square(taste, "operations", {}) == NO_ANSWER
    assert len({one.sign for one in (DONT_KNOW, NOT_APPLICABLE, NO_ANSWER, NOT_ASKED)}) == 4


@pytest.mark.parametrize(
    ("theirs", "shown"),
    [
        (1, Square("▁0", "aligned", Ink.ALIGNED)),
        (2, Square("▃0", "close", Ink.CLOSE)),
        (3, Square("▅0", "apart", Ink.APART)),
        (5, Square("▇0", "far apart", Ink.FAR_APART)),
    ],
)
def test_an_answer_stands_behind_the_sign_of_its_distance(theirs: int, shown: Square) -> None:
    assert square("risk.attitude", "endpoint", position={"endpoint": 0, "security": theirs}) == shown


def test_a_team_alone_has_no_distance() -> None:
    assert square("risk.attitude", "endpoint", position={"endpoint": 2}) == Square("2", "not compared")


def test_of_several_answers_the_one_furthest_away_gives_the_level() -> None:
    needed: Voices = {"endpoint": 0, "security": 1}
    wanted: Voices = {"endpoint": 0, "security": 3}
    assert square("control.release", "endpoint", needed=needed, wanted=wanted).sign == "▅0/0"
    assert square("control.release", "endpoint", needed=wanted, wanted=needed).sign == "▅0/0"


def test_control_and_trajectory_show_all_their_positions() -> None:
    path = square("future.approvals", "endpoint", today={"endpoint": 1}, in_12_months={"endpoint": 3})
    assert path.sign == "1→3→–"
    both: Voices = {"endpoint": [3, 2], "security": 1}
    assert square("control.release", "endpoint", needed=both, wanted=both).sign == "▃2½/2½"


@pytest.mark.parametrize(
    ("question", "said", "shown"),
    [
        ("risk.attitude", {"position": [1, 1, 2, 5, 5]}, "◇1–5"),
        ("control.release", {"needed": [2, 3], "wanted": [4, 1]}, "◇2½/1–4"),
        ("future.approvals", {"today": [1, 1], "in_12_months": [0, 4], "in_24_months": [5, 5]}, "◇1→0–4→5"),
        ("risk.hours_to_stop", {"position": [0, 5]}, "◇72–1"),
    ],
)
def test_a_torn_team_shows_both_its_ends_and_no_middle(
    question: str, said: Mapping[str, list[int]], shown: str
) -> None:
    facets: dict[str, Voices] = {facet: {"endpoint": [*values], "security": 2} for facet, values in said.items()}
    assert square(question, "endpoint", **facets) == Square(shown, "no common position", Ink.QUIET)
    assert square(question, "security", **facets).sign[0] in GLYPHS.values()


def test_a_quantity_is_shown_by_its_value_and_its_unit_beside_the_title() -> None:
    found = asked("risk.hours_to_stop", position={"endpoint": 2, "security": [2, 3]})
    item = found.question_by_id["risk.hours_to_stop"]
    assert team_square(item, "endpoint", {}).sign == "▁24"
    assert team_square(item, "security", {}).sign == "▁24…8"
    assert label(item) == item.title if "hours" in item.title.lower() else f"{item.title}, hours"
    assert "24…8" in {key.sign for key in agreement(found).legend}


def test_a_share_carries_its_sign_and_needs_no_unit_beside_the_title() -> None:
    current = example_results().question_by_id["risk_appetite.devices_current"]
    assert team_square(current, "endpoint", {}).sign == "▁95%"
    assert label(current) == current.title


def test_an_owner_is_named_by_its_code_and_marked_when_the_others_name_another() -> None:
    owners: Voices = {"endpoint": "endpoint", "security": "service", "network": "service"}
    assert square("ownership.pause", "endpoint", owner=owners) == Square("▇END", "far apart", Ink.FAR_APART)
    assert square("ownership.pause", "network", owner=owners) == Square("▁SER", "aligned", Ink.ALIGNED)


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        (["service", "network"], "◇NET/SER"),
        (["service", "network", "nobody"], "◇NET/SER/NOB"),
        (["service", "network", "nobody", "security", "endpoint"], "◇END/SEC/+3"),
    ],
)
def test_owners_named_equally_often_are_all_counted(named: list[str], shown: str) -> None:
    assert square("ownership.pause", "endpoint", owner={"endpoint": [*named]}) == Square(
        shown, "no common position", Ink.QUIET
    )


def test_the_verdict_is_a_sign_and_its_word() -> None:
    found = asked("risk.attitude", position={"endpoint": [0, 5], "security": 0})
    assert verdict(found.question_by_id["risk.attitude"]) == Square("▅", "apart", Ink.APART)
    alone = asked("risk.attitude", position={"endpoint": 0})
    assert verdict(alone.question_by_id["risk.attitude"]).ink is Ink.QUIET
    assert agreement(alone, "control").says == "3 questions: 3 without a verdict."


def test_the_sheet_has_the_same_rows_with_answers_in_words_and_their_counts() -> None:
    found = example_results()
    matrix = agreement(found)
    assert [row[0] for row in matrix.sheet.rows] == [item.title for item in found.question]
    assert words(found, "Endpoint")["Exposure or disruption"] == "3 “Within a week” (3 answers; aligned)"
    assert words(found, "Endpoint")["Network endpoints"] == "Partly met (1 of 3) (1 answer; 2 don't know)"
    assert words(found, "Security")["Failed installs"] == "don't know (0 answers; 1 don't know)"
    assert words(found, "Architecture")["Failed installs"] == "not asked"


def test_of_a_torn_team_the_sheet_gives_the_ends_and_no_level() -> None:
    assert (
        words(example_results(), "Endpoint")["What lets an update go on"] == "no common position (1 to 5) (3 answers)"
    )


def test_without_answers_it_says_why_there_is_nothing() -> None:
    empty = results_of([])
    assert agreement(empty).rows == ()
    assert agreement(empty).says == "Nobody has answered anything yet, so there is nothing to compare."
    one = asked("risk.attitude", position={"endpoint": 1})
    assert agreement(one, "no_such_section").says == "No question of this section was asked of anybody."
    assert agreement(one, "no_such_section").rows == ()


def test_questions_of_a_section_that_the_file_does_not_describe_are_not_lost() -> None:
    found = example_results()
    fewer = found.model_copy(update={"section": found.section[1:]})
    shown = [row.id for row in agreement(fewer).rows if not row.is_heading]
    assert sorted(shown) == sorted(item.id for item in found.question)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "–"), (0, "0"), (0.5, "½"), (3, "3"), (3.0, "3"), (2.5, "2½")],
)
def test_a_position_is_short(value: float | None, shown: str) -> None:
    assert short(value) == shown


def test_the_four_levels_have_signs_and_words_of_their_own() -> None:
    assert len({key.sign for key in LEVELS}) == len({key.says for key in LEVELS}) == len(Band) == 4
