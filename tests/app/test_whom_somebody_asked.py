"""A roster beside the answers, on the screens: how many of those asked have answered, and who is late."""

from __future__ import annotations

import datetime as dt

import pytest

from maturity.app.screens.comparison_around import below
from maturity.app.screens.comparison_tabs import Tab
from maturity.app.screens.comparison_top import top
from maturity.files.workspace import Workspace
from maturity.results.head import CarriedResults
from maturity.results.invited import InvitedResults
from maturity.results.model import Results
from maturity.results.sections import TakenOver
from tests.given.asking import AFTER, BEFORE, UNTIL, asked, put_roster
from tests.given.builders import THEN
from tests.given.example_results import example_results
from tests.given.person import ANSWERS, at_home

OVERVIEW = Tab("overview", "Overview", ())


def with_asked(people: int, **parts: object) -> Results:
    """The results of the examples, where so many people of each team were asked."""
    teams = tuple(
        team.model_copy(
            update={"invited": InvitedResults(people=people, answered=team.respondents, until=UNTIL), **parts}
        )
        for team in example_results().team
    )
    return example_results().model_copy(update={"team": teams})


def legend(found: Results, today: dt.date, *, is_roomy: bool = False) -> list[str]:
    width = 118 if is_roomy else 78
    return [line.plain.rstrip() for line in below(found, OVERVIEW, width, today, is_roomy=is_roomy)]


def test_the_people_of_the_teams_are_counted_of_those_asked_with_the_last_day() -> None:
    assert legend(with_asked(3), BEFORE) == [
        "People:  END Endpoint 3 of 3  OPS Operations 1 of 3  SEC Security 1 of 3",
        "ARC Architecture 1 of 3  asked until 11 December 2026",
    ]
    assert legend(with_asked(3), AFTER)[-1] == (
        "ARC Architecture 1 of 3  ▲ asked until 11 December 2026, which is over"
    )


def test_people_of_an_earlier_round_stand_beside_those_asked_for_this_one() -> None:
    carried = CarriedResults.model_validate({"from": 1, "questions": {"endpoint": 3}})
    found = with_asked(3, taken_over=TakenOver(answers=4, people=2)).model_copy(update={"carried": carried})
    assert legend(found, AFTER, is_roomy=True)[0].startswith("People:  END Endpoint 3 of 3, +2  OPS Operations 1 of 3")


@pytest.mark.parametrize(
    ("letters", "says", "with_day"), [(5, "1 of 3", True), (12, "1 of 3", False), (14, "1", False)]
)
def test_where_three_rows_are_not_enough_the_day_gives_way_and_then_of_how_many_but_no_team(
    letters: int, says: str, with_day: bool
) -> None:
    team, known = with_asked(3).team[1], example_results()
    names = {f"team{place}": f"{place}{'x' * (letters - 1)}" for place in range(7)}
    many = tuple(team.model_copy(update={"name": name, "id": one}) for one, name in names.items())
    asking = known.questionnaire.model_copy(update={"teams": names, "codes": {}})
    rows = "  ".join(legend(found := known.model_copy(update={"team": many, "questionnaire": asking}), AFTER))
    assert len(legend(found, AFTER)) == 3
    assert [f"{name} {says}  " in f"{rows}  " for name in names.values()] == [True] * 7
    assert ("December" in rows) is with_day


def test_with_room_the_overview_says_who_is_late() -> None:
    said = " ".join(top(with_asked(3), 120, 40, AFTER, is_sent=False).plain.split())
    late = "Asked until 11 December 2026; 2 of Operations, 2 of Security and 2 of Architecture have not answered."
    assert late in said
    assert late not in " ".join(top(with_asked(3), 120, 40, BEFORE, is_sent=False).plain.split())


async def test_home_and_comparison_say_how_many_answered_of_those_asked_and_the_list_stays_in_sight(
    teams: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_roster(ANSWERS, asked("endpoint", people=3), asked("network", people=2))
    monkeypatch.setattr("maturity.clock.now", lambda: THEN + dt.timedelta(weeks=4))
    async with at_home(teams) as person:
        shown = await person.looks()
        assert "1 of 3" in shown
        assert "Not heard: Network (2 asked)." in shown
        assert "▲ Asked until 11 December 2026; 2 of Endpoint and 2 of Network have not" in shown
        await person.press("f")
        shown = await person.looks()
        assert shown.count("of 15") + shown.count("of 14") + shown.count("of 13") >= 3
        await person.press("c")
        shown = await person.looks()
        assert "END Endpoint 1 of 3" in shown
        assert "▲ asked until 11 December 2026, which is over" in " ".join(shown.split())
