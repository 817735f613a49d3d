"""Who owns a criterion, and how that came about."""

from __future__ import annotations

import pytest

from questionnaires import Choice
from scoring.comparison.ownership import Owner, OwnerOrigin
from scoring.criteria.criteria import recommend
from scoring.wording.criteria import owner_sentence
from tests.given.builders import compared, criterion, small, voices_to

PAUSE = small(criterion("stop", owner='{ task = "ownership.pause" }'))
Named = dict[str, Choice | list[Choice]]


def owner(named: Named) -> Owner:
    (found,) = recommend(compared(voices_to(PAUSE, "ownership.pause", owner=named), PAUSE))
    return found.owner


@pytest.mark.parametrize(
    ("named", "origin", "words", "keys"),
    [
        ({"endpoint": "endpoint", "security": "endpoint"}, OwnerOrigin.AGREED, "Endpoint", ("endpoint",)),
        ({"endpoint": "provider", "security": "provider"}, OwnerOrigin.AGREED, "Provider", ("provider",)),
        ({"endpoint": "security"}, OwnerOrigin.ONE_TEAM, "Security", ("security",)),
        (
            {"endpoint": "security", "operations": "security"},
            OwnerOrigin.UNCONFIRMED,
            "Security (to be confirmed: not heard yet)",
            ("security",),
        ),
        (
            {"endpoint": "operations", "operations": "endpoint"},
            OwnerOrigin.TO_BE_AGREED,
            "to be agreed: Endpoint or Operations",
            ("endpoint", "operations"),
        ),
        (
            {"endpoint": ["endpoint", "security"]},
            OwnerOrigin.TO_BE_AGREED,
            "to be agreed: Endpoint or Security",
            ("endpoint", "security"),
        ),
        (
            {"endpoint": "endpoint", "operations": "nobody", "security": "service"},
            OwnerOrigin.TO_BE_AGREED,
            "to be agreed: Endpoint (some leave it to the service, some say nobody yet)",
            ("endpoint", "service", "nobody"),
        ),
        (
            {"endpoint": ["nobody", "provider"]},
            OwnerOrigin.TO_BE_AGREED,
            "to be agreed: Provider (some say nobody yet)",
            ("provider", "nobody"),
        ),
        (
            {"endpoint": "network", "operations": "endpoint", "security": "service"},
            OwnerOrigin.TO_BE_AGREED,
            "to be agreed: Endpoint or Network (some leave it to the service)",
            ("endpoint", "network", "service"),
        ),
        ({"endpoint": "service", "operations": "nobody"}, OwnerOrigin.TO_BE_NAMED, "to be named", ()),
        ({"endpoint": "service", "operations": "service"}, OwnerOrigin.TO_BE_NAMED, "to be named", ()),
        ({"endpoint": "nobody"}, OwnerOrigin.TO_BE_NAMED, "to be named", ()),
        ({"endpoint": "dont_know"}, OwnerOrigin.TO_BE_NAMED, "to be named", ()),
        ({}, OwnerOrigin.TO_BE_NAMED, "to be named", ()),
    ],
)
def test_the_owner_is_whom_the_teams_name(named: Named, origin: OwnerOrigin, words: str, keys: tuple[str, ...]) -> None:
    assert owner(named) == Owner(words, origin, keys, "ownership.pause")


def test_a_role_stands_where_no_task_fits() -> None:
    questionnaire = small(criterion("stop", owner='{ role = "Sponsor of the pilot" }'))
    (found,) = recommend(compared([], questionnaire))
    assert found.owner == Owner("Sponsor of the pilot", OwnerOrigin.ROLE)


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ({"endpoint": "endpoint", "security": "endpoint"}, "Both teams that answered name the same owner for"),
        (
            {"endpoint": "security", "operations": "security"},
            "Both teams that answered name Security, which has not been heard, for",
        ),
        ({"endpoint": "endpoint", "security": "security"}, "The teams do not all name one owner for"),
        ({"endpoint": "endpoint"}, "Only one team names an owner for"),
        ({}, "No team names an owner among us for"),
    ],
)
def test_the_origin_of_an_owner_is_said_with_the_task(named: Named, sentence: str) -> None:
    comparison = compared(voices_to(PAUSE, "ownership.pause", owner=named), PAUSE)
    (found,) = recommend(comparison)
    assert owner_sentence(comparison, found.owner) == f"{sentence} “Pausing”."


def test_a_role_needs_no_words_on_where_it_comes_from() -> None:
    assert owner_sentence(compared([]), Owner("Sponsor", OwnerOrigin.ROLE)) == ""
