"""What home says of a folder, as values: what comes next, and how far each team has come."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from maturity.app.screens.home_words import next_words, reading, team_rows
from maturity.files.gathering import gather
from maturity.rounds.teams import Answered, team_states
from questionnaires import Answer, Response
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
