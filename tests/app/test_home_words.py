"""What home says of a folder, as values: what comes next, and how far each team has come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import pytest

from maturity.app.screens.home_rows import reading
from maturity.app.screens.home_words import asked_row, next_words, team_rows, workshop_words
from maturity.files.gathering import gather
from maturity.rounds.invited import Heard
from maturity.rounds.teams import Answered, TeamState, team_states
from questionnaires import Answer, Response
from tests.given.asking import AFTER, BEFORE, asked, put_roster
from tests.given.builders import respond, small
from tests.given.rounds import first_round, handed_in, in_round, second_round


def usual(_: str, key: str) -> str:
    return key


def test_home_says_how_far_reading_is() -> None:
    assert [reading(0, 0), reading(1, 2000)] == ["Reading the folder", "Reading 1 of 2,000 files"]


def in_folder(folder: Path, responses: Iterable[Response]) -> tuple[str, list[str]]:
    """What home says comes next, and of the teams."""
    handed_in(folder, responses)
    gathered = gather([folder], small())
    states = team_states(small(), gathered, gathered.round_to_answer, Answered())
    return str(next_words(small(), gathered, states, usual)), str(team_rows(small(), states, None)).splitlines()


def test_home_says_of_each_team_what_is_missing_and_who_is_not_heard(tmp_path: Path) -> None:
    finished, open_ = first_round()[0], respond("security", {"risk.attitude": Answer(position=1)}, respondent="secu9")
    step, teams = in_folder(tmp_path, [finished, open_])
    assert step == "Next: press c to compare the teams; Security has not finished."
    assert [" ".join(line.split()) for line in teams[2:3]] == ["Security 1 0 of 1 ░░░░░░░ 1/14 ○ 13 open"]
    assert teams[-1].startswith("Not heard: Operations and Network.")


@pytest.mark.parametrize(
    ("decided", "parked", "says"),
    [
        (0, 0, "Then: press w for the workshop, in which the teams settle what is open."),
        (1, 0, "Workshop: decided on 1 question; press w to go on."),
        (9, 1, "Workshop: decided on 9 questions, 1 parked; press w to go on."),
        (0, 2, "Workshop: 2 parked; press w to go on."),
    ],
)
def test_home_says_how_far_the_workshop_has_come(decided: int, parked: int, says: str) -> None:
    assert str(workshop_words(decided, parked, usual)) == says


@pytest.mark.parametrize(
    ("teams", "says"),
    [
        ((), ""),
        (("endpoint",), "Next: hand this file to whoever compares, or put the other teams' files beside it."),
        (("endpoint", "security"), "Next: press c to compare the teams. Everybody who began has finished."),
    ],
)
def test_what_comes_next_follows_from_what_is_in_the_folder(tmp_path: Path, teams: tuple[str, ...], says: str) -> None:
    assert in_folder(tmp_path, [one for one in first_round() if one.respondent.team in teams])[0] == says


def test_whoever_has_begun_goes_on_and_one_team_needs_another(tmp_path: Path) -> None:
    begun = [respond("endpoint", {"risk.attitude": Answer(position=1)}, respondent=name) for name in ("endp8", "endp9")]
    assert in_folder(tmp_path, begun[:1])[0] == "Next: press Enter to go on answering; 14 questions are open."
    assert in_folder(tmp_path, begun)[0].endswith("One more team is needed to compare.")


def test_a_round_that_goes_on_is_said_with_the_one_that_can_be_compared(tmp_path: Path) -> None:
    said, _ = in_folder(tmp_path, [*first_round(), second_round()[0]])
    assert said == "Next: round 2 goes on. Press c to compare the teams in round 1."


def test_names_of_teams_and_shares_stand_in_columns_in_any_script(tmp_path: Path) -> None:
    handed_in(tmp_path, [in_round(1, "endpoint", {"risk.attitude": Answer(position=1)})])
    gathered = gather([tmp_path], small())
    named = [team.model_copy(update={"label": "端末の管理を担う人々"}) for team in small().teams]
    questionnaire = small().model_copy(update={"teams": tuple(named)})
    questionnaire.__dict__.pop("team_by_id", None)
    states = team_states(questionnaire, gathered, 1, Answered())
    head, line = str(team_rows(questionnaire, states, None)).splitlines()[:2]
    assert line.startswith("端末の管理を担う人々 1 ")
    assert head.index("people") == 21


def lines(content: object) -> list[str]:
    """Rows without the room between their columns."""
    return [" ".join(line.split()) for line in str(content).splitlines()]


def asked_in(folder: Path, *entries: str, today: dt.date = AFTER) -> tuple[list[str], list[str]]:
    """What home says of the teams where a roster says whom somebody asked, and of the days."""
    put_roster(folder, *entries)
    gathered = gather([folder], small())
    states = team_states(small(), gathered, gathered.round_to_answer, Answered())
    return lines(team_rows(small(), states, None)), lines(asked_row(states, today))


def test_home_says_how_many_have_answered_of_those_asked_and_who_is_silent(tmp_path: Path) -> None:
    handed_in(tmp_path, first_round())
    teams, days = asked_in(
        tmp_path, asked("endpoint", people=3), asked("security", people=1), asked("network", people=2)
    )
    assert [team.partition(" █")[0] for team in teams[1:]] == [
        "Endpoint 1 of 3 1 of 1",
        "Operations 1 1 of 1",
        "Security 1 of 1 1 of 1",
        "Not heard: Network (2 asked).",
    ]
    assert days == ["▲ Asked until 11 December 2026; 2 of Endpoint and 2 of Network have not answered."]


@pytest.mark.parametrize(
    ("people", "answered", "missing"),
    [(3, 14, "○ 2 people"), (2, 14, "○ 1 person"), (1, 14, "● nothing"), (3, 9, "○ 5 open")],
)
def test_a_team_that_has_finished_lacks_whoever_else_was_asked(people: int, answered: int, missing: str) -> None:
    state = TeamState("endpoint", 1, 0, 1, answered, 14, Heard("Endpoint", 1, people, None))
    assert lines(team_rows(small(), [state], None))[1].endswith(missing)


def test_home_says_the_last_day_before_it_is_over_and_where_more_answered_than_asked(tmp_path: Path) -> None:
    twice = in_round(1, "endpoint", {"risk.attitude": Answer(position=1)}, respondent="endpoint2")
    handed_in(tmp_path, [*first_round(), twice])
    teams, days = asked_in(tmp_path, asked("endpoint", people=1), asked("security"), today=BEFORE)
    assert teams[1].startswith("Endpoint 2 of 1 2 of 2 ")
    assert teams[3].startswith("Security 1 1 of 1 ")
    assert days == ["Asked until 11 December 2026. More answered than were asked: 2 of Endpoint (1 asked)."]


def test_home_names_those_asked_where_nobody_has_begun(tmp_path: Path) -> None:
    teams, days = asked_in(tmp_path, asked("security", people=3), asked("network"))
    assert teams == [
        "Not heard: Security (3 asked) and Network (asked).",
        "Not asked: Endpoint and Operations.",
    ]
    assert days == ["▲ Asked until 11 December 2026; 3 of Security have not answered; nobody of Network has answered."]


def test_large_numbers_of_people_take_their_room_from_beside_the_bar(tmp_path: Path) -> None:
    handed_in(tmp_path, first_round())
    put_roster(tmp_path, asked("endpoint", people=10_000))
    gathered = gather([tmp_path], small())
    head, *rows = str(team_rows(small(), team_states(small(), gathered, 1, Answered()), None)).splitlines()
    assert "1 of 10,000 " in rows[0]
    assert {row.index("of 1 ") - 2 for row in rows[1:3]} == {head.index("finished")}
    assert max(map(len, [head, *rows])) <= 76
