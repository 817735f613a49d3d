"""Ownership: whom each team names for each task, what the claims amount to, and whose task it is documented."""

from __future__ import annotations

import pytest

from maturity.pictures.ownership import Only, ownership
from maturity.pictures.shapes import Ink, Line, Square
from questionnaires.words import TaskStatus
from tests.given.builders import Voices
from tests.given.example_results import example_results
from tests.given.matrices import asked, results_of
from tests.given.pictured import crowd_results


def row(question: str, owner: Voices) -> Line:
    """The row of one task of the small questionnaire, of which these teams name these owners."""
    return next(line for line in ownership(asked(question, owner=owner)).rows if line.id == question)


def claims(question: str, owner: Voices) -> Square:
    return row(question, owner).squares[0]


def documented(question: str, owner: Voices) -> Square:
    return row(question, owner).squares[-1]


def test_every_task_has_a_row_below_its_phase() -> None:
    rows = ownership(example_results()).rows
    assert [line.label for line in rows if line.is_heading] == ["Prepare", "Deploy", "Operate"]
    tasks = [item.id for item in example_results().question if item.kind == "ownership"]
    assert [line.id for line in rows if not line.is_heading] == tasks


def test_tasks_without_a_phase_have_no_heading_or_come_below_one_of_their_own() -> None:
    alone = ownership(asked("ownership.pause", owner={"endpoint": "endpoint"}))
    assert not any(line.is_heading for line in alone.rows)
    found = example_results()
    first = found.question[0].model_copy(update={"phase": None})
    mixed = ownership(found.model_copy(update={"question": (first, *found.question[1:])}))
    assert [line.label for line in mixed.rows if line.is_heading] == ["Other tasks", "Deploy", "Operate"]


@pytest.mark.parametrize(
    ("owner", "shown"),
    [
        ({"endpoint": "endpoint", "security": "endpoint"}, Square("▁", "agreed", Ink.ALIGNED)),
        ({"endpoint": "endpoint", "security": "security"}, Square("▇", "contested", Ink.FAR_APART)),
        ({"endpoint": "network", "security": "network"}, Square("▃", "not confirmed", Ink.CLOSE)),
        ({"endpoint": "nobody", "security": "nobody"}, Square("▇", "no owner", Ink.FAR_APART)),
        ({"endpoint": "endpoint"}, Square("–", "not compared", Ink.QUIET)),
        ({"endpoint": "dont_know"}, Square("–", "not compared", Ink.QUIET)),
    ],
)
def test_the_claims_are_told_by_sign_and_word(owner: Voices, shown: Square) -> None:
    assert claims("ownership.pause", owner) == shown


@pytest.mark.parametrize(
    ("question", "owner", "shown"),
    [
        ("ownership.pause", {"endpoint": "endpoint"}, Square("", "customer 2026", Ink.QUIET)),
        ("ownership.pause", {"endpoint": "service"}, Square("△", "customer 2026", Ink.APART)),
        ("ownership.deploy", {"endpoint": "service"}, Square("", "service 2026", Ink.QUIET)),
        ("ownership.deploy", {"endpoint": "endpoint"}, Square("△", "service 2026", Ink.APART)),
        ("ownership.marked", {"endpoint": "endpoint"}, Square("", "nobody marked 2026", Ink.QUIET)),
        ("ownership.retired", {"endpoint": "endpoint"}, Square("", "no longer done", Ink.QUIET)),
    ],
)
def test_the_documented_owner_stands_with_its_year_and_is_marked_where_the_teams_see_it_otherwise(
    question: str, owner: Voices, shown: Square
) -> None:
    assert documented(question, owner) == shown


def test_a_task_that_no_page_names_is_not_documented() -> None:
    found = example_results()
    bare = found.question[0].model_copy(update={"fact": (), "documented": None, "standing": TaskStatus.CURRENT})
    assert ownership(found.model_copy(update={"question": (bare,)})).rows[-1].squares[-1].says == "not documented"


def test_the_owner_that_each_team_names_and_every_state_without_one_are_told_apart() -> None:
    said: Voices = {"endpoint": "endpoint", "operations": ["security", "service"], "security": "dont_know"}
    squares = row("ownership.pause", {**said, "network": "not_applicable"}).squares[1:-1]
    assert [square.sign for square in squares] == ["▇END", "◇SEC/SER", "?", "n/a"]


@pytest.mark.parametrize(
    ("only", "tasks"),
    [
        (Only.CONTESTED, ["ownership.customer_pause"]),
        (Only.UNAWARE, ["ownership.review_update_reports"]),
        (Only.NOBODY, ["ownership.lead_when_an_update_breaks"]),
        (Only.BOUNDARY, ["ownership.monitor_release_signals", "ownership.manage_drivers_and_firmware"]),
    ],
)
def test_only_what_has_to_be_settled_is_shown_and_counted(only: Only, tasks: list[str]) -> None:
    matrix = ownership(example_results(), only)
    assert [line.id for line in matrix.rows if not line.is_heading] == tasks
    assert len(matrix.sheet.rows) == len(tasks)
    assert matrix.says.startswith(f"{len(tasks)} of 16 tasks ")
    assert matrix.id == f"ownership-{only.value}"


@pytest.mark.parametrize("only", Only)
def test_where_nothing_is_left_it_says_of_how_many_tasks(only: Only) -> None:
    matrix = ownership(asked("ownership.pause", owner={"endpoint": "endpoint", "security": "endpoint"}), only)
    assert matrix.rows == ()
    assert matrix.says.startswith("None of the 4 tasks is ")


def test_it_is_told_with_all_counts() -> None:
    assert ownership(example_results()).says == (
        "16 tasks: agreed 7, split 4, not confirmed 2, unaware owner 1, contested 1, no owner 1. "
        "On 2 the teams see the line to the service elsewhere than it is documented."
    )
    assert ownership(results_of([])).says == "No task was put to anybody, so there is no owner to show."


def test_the_sheet_gives_owners_by_name_with_counts_and_on_which_side_the_line_is_seen() -> None:
    sheet = ownership(example_results()).sheet
    assert sheet.heads == (
        "Task",
        "Phase",
        "Claims",
        "Endpoint",
        "Operations",
        "Security",
        "Architecture",
        "Documented",
    )
    by_title = {cells[0]: cells for cells in sheet.rows}
    assert by_title["Calling a stop"] == (
        "Calling a stop",
        "Operate",
        "contested",
        "Endpoint (2 of 3) (3 answers; far apart)",
        "Operations (1 answer; aligned)",
        "Operations (1 answer; aligned)",
        "Operations (1 answer; aligned)",
        "customer 2024",
    )
    assert by_title["Watching an update for harm"][-1] == "service 2024: claimed by us"
    assert by_title["Choosing drivers and firmware"][-1] == "customer 2024: left to the service"


def test_the_legend_names_everyone_whom_a_code_stands_for() -> None:
    legend = {key.sign: key.says for key in ownership(example_results()).legend}
    assert legend["SER"] == "Microsoft alone"
    assert legend["NOB"] == "Nobody yet"
    assert legend["DSK"] == "Service desk"
    assert "NET" not in legend


def test_seven_teams_with_many_people_each_have_a_column() -> None:
    matrix = ownership(crowd_results(7, 40))
    assert all(len(line.squares) == 9 for line in matrix.rows if not line.is_heading)
