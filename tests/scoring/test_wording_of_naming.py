"""Who names whom as the owner of a task, told by team and by person, each in plain grammar."""

from __future__ import annotations

import pytest

from questionnaires import Choice
from questionnaires.words import FindingKind
from scoring.comparison.ownership import owner_from
from scoring.wording.findings import finding_sentence
from scoring.wording.owners import Naming, minority_sentence, owner_origin
from tests.given.builders import compared, voices

PAUSE = "ownership.pause"


def naming(**owner: Choice | list[Choice]) -> Naming:
    comparison = compared(voices(PAUSE, owner=owner))
    item = comparison.question(PAUSE)
    assert item is not None
    return Naming(comparison, item)


def test_several_teams_that_name_nobody_say_so_together() -> None:
    said = naming(endpoint="nobody", operations="nobody", security="network")
    assert said.who_names_whom(["endpoint", "operations", "security"]) == (
        "Endpoint and Operations say nobody yet; Security names Network"
    )


def test_one_of_several_teams_names_and_two_name() -> None:
    said = naming(endpoint="security", operations="network", network="network")
    assert said.backing("security") == "1 of 3 teams names Security, which has not been heard"
    assert said.backing("network") == "2 of 3 teams name Network"


def test_one_team_that_says_nobody_yet_says_so_beside_a_team_that_shares_its_vote() -> None:
    """Half a vote each for Endpoint and Network, and a whole one for nobody, who leads."""
    said = naming(endpoint=["endpoint", "network"], operations="nobody")
    finding = said.item.finding(FindingKind.ORPHAN)
    assert finding is not None
    assert finding_sentence(said.comparison, finding) == (
        "No owner yet: 1 of 2 teams says nobody yet; Endpoint names itself or Network."
    )


def test_teams_that_all_name_others_beside_the_service_are_quoted_only() -> None:
    said = naming(endpoint=["service", "nobody"], operations=["service", "nobody"])
    finding = said.item.finding(FindingKind.BOUNDARY_EXPECTED)
    assert finding is not None
    assert finding_sentence(said.comparison, finding) == (
        "Endpoint and Operations name The service or nobody yet; the documentation says it is ours."
    )


def test_several_teams_that_name_several_owners_as_often_are_told_together() -> None:
    said = naming(endpoint=["service", "nobody"], operations=["endpoint", "nobody"])
    finding = said.item.finding(FindingKind.UNDECIDED)
    assert finding is not None
    assert finding_sentence(said.comparison, finding) == ("Endpoint and Operations name several owners equally often.")


def test_where_an_owner_is_agreed_who_does_not_know_is_counted_and_told() -> None:
    said = naming(endpoint="endpoint", operations="endpoint", network="dont_know")
    owner = owner_from(said.scale, said.claims, PAUSE)
    assert owner_origin(said.comparison, owner, "pausing") == (
        "2 of 3 teams name the same owner for pausing; Network answered don't know"
    )


@pytest.mark.parametrize(
    ("owner", "says"),
    [
        ({"endpoint": "service", "operations": ["service", "nobody"]}, "1 of 3 people does not name The service."),
        (
            {"endpoint": ["service"] * 2, "operations": ["service", "nobody"] * 2},
            "2 of 6 people do not name The service.",
        ),
        ({"endpoint": "endpoint", "security": "endpoint"}, ""),
        # What one team says inside itself is told of the team.
        ({"endpoint": ["endpoint", "nobody"]}, ""),
        # Two claim it: there is no one owner.
        ({"endpoint": "endpoint", "security": ["security", "nobody"]}, ""),
    ],
    ids=["one person", "two people", "nobody", "one team", "two owners"],
)
def test_people_who_do_not_name_the_owner_are_counted_where_two_teams_do(
    owner: dict[str, Choice | list[Choice]], says: str
) -> None:
    said = naming(**owner)
    assert minority_sentence(said.comparison, said.item) == says
