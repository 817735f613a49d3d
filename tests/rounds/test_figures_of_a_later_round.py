"""From which day on the pilot's figures count, when answers of an earlier round stand beside a later one's."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from maturity.files.gathering import gather
from maturity.rounds.round import Round, round_of
from questionnaires import Answer, InvalidFile, Response
from questionnaires.actuals import read_actuals
from tests.given.builders import criterion, small
from tests.given.pilots import document, figure
from tests.given.rounds import handed_in, in_round

BEGAN: Final = {1: dt.date(2026, 11, 2), 2: dt.date(2026, 12, 1)}
TODAY: Final = dt.date(2026, 12, 15)
RULES: Final = criterion("stop")


def begun(number: int, team: str, *, all_again: bool = False) -> Response:
    answers = {"risk.attitude": Answer(position=1)}
    if number == 1 or all_again:
        answers["risk.soak"] = Answer(position=2)
    response = in_round(number, team, answers, questionnaire=small(RULES))
    moment = dt.datetime.combine(BEGAN[number], dt.time(9), dt.UTC)
    who = response.respondent.model_copy(update={"started": moment, "updated": moment, "completed": None})
    return response.model_copy(update={"respondent": who})


def second(folder: Path, *, carrying: bool, all_again: bool = False) -> Round:
    teams = ("endpoint", "security")
    handed_in(folder, [begun(number, team, all_again=all_again) for number in BEGAN for team in teams])
    return round_of(gather([folder], small(RULES)), small(RULES), 2, 1, carrying=carrying)


def refused(found: Round, day: dt.date) -> str:
    """What is wrong with a figure of that day; nothing where it counts."""
    figures = read_actuals(document(figure(95, 1, date=day), round=2, rings=[]), "pilot.toml")
    try:
        found.judged(figures, "pilot.toml", TODAY)
    except InvalidFile as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("day", "carrying", "is_refused"),
    [
        pytest.param(dt.date(2026, 11, 20), True, False, id="carrygate"),
        pytest.param(dt.date(2026, 11, 20), False, True, id="carrygate_without"),
        pytest.param(BEGAN[1], True, False, id="first_day_of_the_earlier_round"),
        pytest.param(dt.date(2026, 11, 1), True, True, id="before_the_earlier_round"),
        pytest.param(BEGAN[2], False, False, id="first_day_of_the_round"),
    ],
)
def test_with_answers_carried_over_figures_count_since_their_round_began(
    tmp_path: Path, day: dt.date, carrying: bool, is_refused: bool
) -> None:
    said = refused(second(tmp_path, carrying=carrying), day)
    assert ("before these answers were begun" in said or "before the round began" in said) is is_refused
    assert bool(said) is is_refused


def test_where_everything_was_answered_again_figures_count_since_the_later_round_began(tmp_path: Path) -> None:
    assert refused(second(tmp_path, carrying=True, all_again=True), dt.date(2026, 11, 20))
