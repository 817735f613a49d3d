"""A sponsor who reads the first page only reads which teams are not of one mind, and on what."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pytest

from maturity.reports.outline import text
from maturity.results.build import results
from questionnaires import Choice, builtin
from scoring import recommend
from tests.given.builders import compared, voices_to

TODAY: Final = dt.date(2026, 11, 21)
RELEASE: Final = "risk_appetite.release_button"
HOURS: Final = "risk_appetite.hours_to_stop"

Said = dict[str, Choice | list[Choice]]


def report(question: str, said: Said, *, brief: bool = False) -> str:
    """The report of a round in which nothing else was answered, on one line."""
    comparison = compared(voices_to(builtin(), question, position=said), builtin())
    found = results(comparison, recommend(comparison))
    return " ".join(text(found, TODAY, brief=brief).split())


@pytest.mark.parametrize(
    ("question", "said", "named"),
    [
        (
            RELEASE,
            {"endpoint": 1, "security": 1, "operations": [5, 2]},
            "No common position: Operations on “What lets an update go on”.",
        ),
        (
            HOURS,
            {"endpoint": [0, 5], "security": [0, 5]},
            "No common position: Endpoint on “Hours to stop a rollout” and Security on “Hours to stop a rollout”.",
        ),
    ],
    ids=["torn_after", "two_torn"],
)
def test_the_first_page_names_torn_teams_and_on_what(question: str, said: Said, named: str) -> None:
    assert named in report(question, said, brief=True)
    assert named in report(question, said)


@pytest.mark.parametrize("said", [{"endpoint": 1, "security": 1, "operations": 1}, {"endpoint": 1, "security": 5}])
def test_the_first_page_names_no_team_that_is_of_one_mind(said: Said) -> None:
    assert "No common position" not in report(RELEASE, said, brief=True)


def test_a_question_with_a_torn_team_is_never_listed_as_aligned() -> None:
    aligned = "Aligned: What lets an update go on."
    assert aligned in report(RELEASE, {"endpoint": 1, "security": 1, "operations": 1})
    assert aligned not in report(RELEASE, {"endpoint": 1, "security": 1, "operations": [5, 2]})
    assert aligned not in report(RELEASE, {"endpoint": [0, 5], "security": [0, 5]})


def test_a_dispute_with_a_torn_team_is_on_the_agenda_with_its_range() -> None:
    found = report(RELEASE, {"endpoint": 1, "security": 1, "operations": [5, 2]})
    assert "no question calls for a discussion" not in found
    assert "1 to 4 steps, depending on where Operations (2 to 5) settles" in found
