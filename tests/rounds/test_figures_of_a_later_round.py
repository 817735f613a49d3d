"""From which day on the pilot's figures count, when answers of an earlier round stand beside a later one's."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
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


def begun(number: int, team: str) -> Response:
    answers = {"risk.attitude": Answer(position=1), **({"risk.soak": Answer(position=2)} if number == 1 else {})}
    response = in_round(number, team, answers, questionnaire=small(RULES))
    moment = dt.datetime.combine(BEGAN[number], dt.time(9), dt.UTC)
    who = response.respondent.model_copy(update={"started": moment, "updated": moment, "completed": None})
    return response.model_copy(update={"respondent": who})


def second(folder: Path, *, carrying: bool) -> Round:
    handed_in(folder, [begun(number, team) for number in BEGAN for team in ("endpoint", "security")])
    return round_of(gather([folder], small(RULES)), small(RULES), 2, 1, carrying=carrying)


def refused(found: Round, day: dt.date) -> str:
    """What is wrong with a figure of that day; nothing where it counts."""
    figures = read_actuals(document(figure(95, 100, date=day), round=2, rings=[]), "pilot.toml")
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
    assert ("before the round began" in said) is is_refused
    assert bool(said) is is_refused


def test_where_everything_was_answered_again_figures_count_since_the_later_round_began(tmp_path: Path) -> None:
    found = second(tmp_path, carrying=True)
    assert found.carried is not None
    assert refused(replace(found, carried=replace(found.carried, questions={})), dt.date(2026, 11, 20))


def test_where_only_counts_of_the_earlier_round_are_there_no_day_is_too_early(tmp_path: Path) -> None:
    assert not refused(replace(second(tmp_path, carrying=True), earlier=()), dt.date(2026, 11, 1))
