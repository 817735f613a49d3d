"""How many have answered of those who were asked, as every report says it."""

from __future__ import annotations

import datetime as dt

import pytest

from maturity.reports.document import document
from maturity.reports.headline import cautions, cautions_in_short
from maturity.reports.html import html
from maturity.reports.invited import deadlines, heard_in_results, last_day, more_than_asked, out_of
from maturity.reports.markdown import markdown
from maturity.reports.outline import text
from maturity.reports.people import people_lines
from maturity.results.invited import InvitedResults, SilentTeam
from maturity.results.model import Results
from maturity.rounds.invited import Heard
from tests.given.asking import AFTER, BEFORE, UNTIL
from tests.given.example_results import example_results

LATER = dt.date(2026, 12, 18)
ENDPOINT = Heard("Endpoint", 3, 3, UNTIL)
SECURITY = Heard("Security", 2, 3, UNTIL)
NETWORK = Heard("Network", 0, 2, UNTIL)
DESK = Heard("Service desk", 0, None, UNTIL)


def silent(team: str, people: int | None, until: dt.date | None = UNTIL) -> SilentTeam:
    name = example_results().questionnaire.teams[team]
    return SilentTeam(id=team, name=name, invited=InvitedResults(people=people, answered=0, until=until))


def with_asked(*silent_teams: SilentTeam, until: dt.date | None = UNTIL, **people: int | None) -> Results:
    """The results of the examples, where so many people of each team were asked."""
    teams = tuple(
        team.model_copy(
            update={"invited": InvitedResults(people=people[team.id], answered=team.respondents, until=until)}
        )
        if team.id in people
        else team
        for team in example_results().team
    )
    return example_results().model_copy(update={"team": teams, "silent": silent_teams})


MIXED = with_asked(silent("network", 2), silent("service_desk", None), endpoint=3, security=3, architecture=None)
"""One team is whole, one lacks two, of one nobody knows how many; two are silent."""


@pytest.mark.parametrize(
    ("today", "teams", "says"),
    [
        (BEFORE, [ENDPOINT, SECURITY], ["Asked until 11 December 2026."]),
        (AFTER, [ENDPOINT, SECURITY], ["Asked until 11 December 2026; 1 of Security has not answered."]),
        (
            AFTER,
            [SECURITY, NETWORK, DESK],
            [
                "Asked until 11 December 2026; 1 of Security and 2 of Network have not answered; "
                "nobody of Service desk has answered."
            ],
        ),
        (
            AFTER,
            [SECURITY, Heard("Network", 1, 2, LATER)],
            [
                "Asked until 11 December 2026; 1 of Security has not answered.",
                "Asked until 18 December 2026: Network.",
            ],
        ),
        (AFTER, [ENDPOINT], []),
        (BEFORE, [ENDPOINT], []),
        (AFTER, [Heard("Security", 2, None, UNTIL)], []),
        (AFTER, [Heard("Security", 2, 3, None)], []),
        (AFTER, [], []),
    ],
)
def test_after_the_last_day_it_says_how_many_have_not_answered_and_nothing_that_is_unknown(
    today: dt.date, teams: list[Heard], says: list[str]
) -> None:
    assert list(deadlines(teams, today)) == says


def test_a_line_with_little_room_names_the_day_that_is_over_before_one_to_come() -> None:
    teams = [SECURITY, Heard("Network", 1, 2, LATER)]
    assert last_day(teams, BEFORE) == "asked until 18 December 2026"
    assert last_day(teams, AFTER) == "▲ asked until 11 December 2026, which is over"
    assert last_day([ENDPOINT], AFTER) == last_day([], AFTER) == ""


def test_more_answers_than_people_asked_are_said_as_such() -> None:
    assert more_than_asked([ENDPOINT, Heard("Security", 4, 3, None)]) == (
        "More answered than were asked: 4 of Security (3 asked)."
    )
    assert [out_of(4, 3), out_of(1_200, 1_300), out_of(4, None)] == ["4 of 3", "1,200 of 1,300", "4"]
    many = with_asked(endpoint=2)
    assert next(cautions(many)).startswith("Not asked: Network, Service desk and Application owners.")
    assert "More answered than were asked: 3 of Endpoint (2 asked)." in list(cautions(many))
    assert " ".join(next(people_lines(many, 88)).split()).startswith("Endpoint 3, where 2 were asked; ")


def test_each_team_says_how_many_of_those_asked_and_the_silent_ones_come_last() -> None:
    assert [" ".join(line.split()).partition(";")[0] for line in people_lines(MIXED, 88)] == [
        "Endpoint 3 of 3 asked",
        "Operations 1 person",
        "Security 1 of 3 asked",
        "Architecture 1 person, 1 not finished",
        "Network 0 of 2 asked",
        "Service desk nobody, although asked",
    ]


def test_who_has_only_begun_has_not_answered() -> None:
    endpoint = example_results().team[0]
    begun = endpoint.model_copy(update={"invited": InvitedResults(people=4, answered=2), "completed": 2})
    (line,) = people_lines(example_results().model_copy(update={"team": (begun,)}), 120)
    assert "4 asked, 1 more began without an answer, 1 not finished; " in line


def test_the_teams_that_were_asked_and_have_not_answered_are_named_with_how_many() -> None:
    assert list(cautions(MIXED))[:2] == [
        "Not heard: Network (2 asked) and Service desk (asked).",
        "Not asked: Application owners.",
    ]
    assert cautions_in_short(MIXED).startswith("Not heard: Network, Service desk. Not asked: Application owners.")
    many = MIXED.model_copy(update={"team": MIXED.team[:3]})
    assert cautions_in_short(many).startswith("Not heard: NET, DSK. Not asked: ARC, APP.")


@pytest.mark.parametrize("brief", [False, True])
def test_the_text_says_after_the_last_day_who_is_late(brief: bool) -> None:
    late = "Asked until 11 December 2026; 2 of Security and 2 of Network have not answered"
    said = {day: " ".join(text(MIXED, day, brief=brief).split()) for day in (BEFORE, AFTER)}
    assert late in said[AFTER]
    assert "Asked until 11 December 2026." in said[BEFORE]
    assert late not in said[BEFORE]


@pytest.mark.parametrize("brief", [False, True])
def test_the_report_says_whom_to_remind_and_who_is_late(brief: bool) -> None:
    moment = dt.datetime.combine(AFTER, dt.time(9), dt.UTC)
    made = document(MIXED, moment, "0", brief=brief)
    for written in (markdown(made), html(made)):
        assert "Remind 2 of Security." in written
        assert "3 of 3 of Endpoint, 1 of 3 of Security and 0 of 2 of Network" in written
        assert "2 of Security and 2 of Network have not answered; nobody of Service desk has answered." in written
        assert "Endpoint 3 of 3, Operations 1, Security 1 of 3, Architecture 1" in written


def test_without_a_roster_nothing_is_said_of_anybody_asked() -> None:
    assert heard_in_results(example_results()) == []
    assert "asked until" not in text(example_results(), AFTER).lower()
