"""Who answered: in this round, and what is taken over from the round before, each counted by itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from maturity.reports.outline import text
from maturity.reports.people import people_lines, teams_and_people
from maturity.results.model import Results
from questionnaires import Answer
from tests.given.two_rounds import BUTTON, HOURS, OWNER, in_core, second_of

TWO = {HOURS: Answer(position=1), OWNER: Answer(owner="endpoint")}
FIRST = in_core(1, {"endpoint1": TWO, "endpoint2": TWO, "security1": TWO, "operations1": {BUTTON: Answer(position=1)}})
SECOND = in_core(2, {"endpoint1": {HOURS: Answer(position=2)}, "operations1": {BUTTON: Answer(position=2)}}, (HOURS,))


@pytest.fixture
def mixed(tmp_path: Path) -> Results:
    """A second round in which one team answers a part, one answers anew and one has not begun."""
    return second_of(tmp_path, [*FIRST, *SECOND])


def test_each_team_says_what_is_of_this_round_and_what_of_the_one_before(mixed: Results) -> None:
    assert [" ".join(line.split()) for line in people_lines(mixed, 200)] == [
        "Endpoint 1 person in round 2; 1 of 1 answers given; 3 more taken over from round 1 (2 people then)",
        "Operations 1 person in round 2; 1 of 2 answers given",
        "Security nobody in round 2; 2 answers taken over from round 1 (1 person then)",
    ]


def test_no_line_is_wider_than_the_report(mixed: Results) -> None:
    assert max(map(len, people_lines(mixed, 88))) <= 88
    assert all(line in text(mixed, dt.date(2026, 12, 1)) for line in people_lines(mixed, 88))


def test_what_is_given_and_what_is_taken_over_add_up_to_all_that_counts(mixed: Results) -> None:
    for team in mixed.team:
        entries = [entry for question in mixed.question for _, entry in question.answers_of(team.id)]
        counts = sum(sum(one.counts) + one.dont_know + one.not_applicable for one in entries)
        assert team.answered + (team.taken_over.answers if team.taken_over else 0) == counts


def test_without_another_round_a_team_says_only_how_many_answered(tmp_path: Path) -> None:
    found = second_of(tmp_path, [*FIRST, *SECOND], carrying=False)
    lines = [" ".join(line.split()) for line in people_lines(found, 88)]
    assert lines == ["Endpoint 1 person; 1 of 1 answers given", "Operations 1 person; 1 of 2 answers given"]


def test_teams_and_people_say_that_answers_of_another_round_are_among_theirs(mixed: Results) -> None:
    assert teams_and_people(mixed) == "3 teams, 2 people and answers of round 1"


def test_a_team_of_several_in_one_of_the_rounds_is_not_called_one_person(mixed: Results) -> None:
    assert [team.people for team in mixed.team] == [2, 1, 1]
