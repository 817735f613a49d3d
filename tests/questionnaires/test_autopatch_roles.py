"""The ownership questions against the published tables of roles; `python -m tests.content` prints them."""

from __future__ import annotations

from collections import Counter

import pytest

from questionnaires import builtin
from questionnaires.parts import Documented
from questionnaires.words import Depth, DocumentedOwner, Gate, Kind, Priority
from tests.content.__main__ import lines
from tests.content.ownership_became import BECAME
from tests.content.roles import IN_NO_TABLE, LATER_ROWS, MARKS, PAGES, ROWS_2022, Row

QUESTIONNAIRE = builtin()
TASKS = {q.id.removeprefix("ownership."): q for q in QUESTIONNAIRE.questions if q.kind is Kind.OWNERSHIP}
LAPSED = {entry.id: entry for entry in QUESTIONNAIRE.lapsed}
ROWS = (*ROWS_2022, *LATER_ROWS)


def documented(place: str) -> tuple[Documented, ...]:
    return TASKS[place].documented if place in TASKS else LAPSED[place].documented


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.place)
def test_a_row_is_documented_with_every_table_on_which_it_stands(row: Row) -> None:
    said = [(entry.source, entry.owner) for entry in documented(row.place) if entry.source in PAGES]
    marked = zip(PAGES, row.owners, strict=True)
    assert said == [(page, MARKS[mark]) for page, mark in marked if mark != "-"]


def test_the_table_of_2022_has_the_published_counts() -> None:
    counts = Counter((row.phase, MARKS[row.owners[0]]) for row in ROWS_2022)
    assert counts == {
        ("Prepare", "customer"): 7,
        ("Deploy", "customer"): 9,
        ("Deploy", "service"): 6,
        ("Operate", "customer"): 12,
        ("Operate", "service"): 13,
    }
    assert len(ROWS_2022) == 47


def test_45_rows_of_2022_are_asked_in_their_order_and_phase_and_two_have_lapsed() -> None:
    asked = [(TASKS[row.place].phase, row.place) for row in ROWS_2022 if row.place in TASKS]
    assert asked == [(row.phase, row.place) for row in ROWS_2022 if row.place not in LAPSED]
    assert len(asked) == 45
    places = [place for _, place in asked]
    assert [place for place in TASKS if place in places] == places


def test_every_ownership_question_is_a_row_or_a_task_that_no_table_has() -> None:
    assert {row.place for row in ROWS} - set(LAPSED) | set(IN_NO_TABLE) == set(TASKS)
    assert len({row.place for row in ROWS}) == len(ROWS)
    assert [place for place in IN_NO_TABLE if any(e.source in PAGES and e.owner for e in documented(place))] == []


def test_a_task_that_has_lapsed_keeps_its_owners_and_is_not_asked() -> None:
    tasks = [entry.id for entry in QUESTIONNAIRE.lapsed if entry.documented]
    assert tasks == ["fix_readiness_assessment_issues", "enrol_tenant", "enrolment_support_requests"]


def test_a_device_in_two_rings_is_settled_by_the_service_in_one_group_and_by_us_between_two() -> None:
    now = [documented(f"ring_overlap_{place}")[-1].owner for place in ("within_a_group", "between_groups")]
    assert now == [DocumentedOwner.SERVICE, DocumentedOwner.CUSTOMER]
    old = "ownership.keep_one_ring_per_device"
    assert QUESTIONNAIRE.renamed[old] == "ownership.ring_overlap_within_a_group"


def test_a_first_talk_asks_for_the_owners_and_the_limits_of_the_musts_and_for_one_limit_more() -> None:
    musts = [
        one
        for one in QUESTIONNAIRE.candidates
        if one.priority is Priority.MUST and one.gate in (Gate.START_PILOT, Gate.LEAVE_PILOT)
    ]
    wanted = {name for one in musts for name in (one.owner.task, one.threshold.question) if name}
    short = {question.id for question in QUESTIONNAIRE.questions if question.depth is Depth.SHORT}
    assert short == wanted | {"risk_appetite.last_ring_days"}


def test_core_asks_for_sixteen_owners_and_two_of_them_are_documented_as_the_service() -> None:
    core = [task for task, question in TASKS.items() if Depth.CORE.reaches(question.depth)]
    assert len(core) == 16
    services = [task for task in core if QUESTIONNAIRE.documented_owner(TASKS[task]) is DocumentedOwner.SERVICE]
    assert services == ["deploy_updates", "monitor_release_signals"]


def test_no_side_is_named_where_the_latest_page_is_silent_or_a_third_partys() -> None:
    assert [QUESTIONNAIRE.documented_owner(TASKS[place]) for place in ("service_pause", "approve_or_hold")] == [
        None,
        None,
    ]


def test_a_suggested_team_is_asked() -> None:
    suggested = [task for task, q in TASKS.items() if q.suggested and q.asked and q.suggested not in q.asked]
    assert suggested == []


def test_an_owner_is_described_without_its_name_so_that_a_team_can_be_called_otherwise() -> None:
    options = QUESTIONNAIRE.scale_by_id["owner"].options
    assert [option.key for option in options if option.label.lower() in option.behaviour.lower()] == []


def test_answers_on_the_owner_scale_mean_what_they_meant_before() -> None:
    assert QUESTIONNAIRE.scale_by_id["owner"].meaning == "565edb59"


def test_what_became_of_a_question_is_said_of_one_that_is_asked_renamed_or_lapsed() -> None:
    known = {*TASKS, *LAPSED, *(old.removeprefix("ownership.") for old in QUESTIONNAIRE.renamed)}
    assert [name for name in BECAME if name not in known] == []


def test_the_tables_are_printed_row_by_row() -> None:
    printed = [line.strip() for line in lines()]
    assert [sum(line.startswith(row.what + " ") for line in printed) for row in ROWS] == [1] * len(ROWS)
    assert "Deploy 2022: 15 rows, customer 9, service 6" in printed
    assert "Asked: 8 short, 8 core, 55 full" in printed
