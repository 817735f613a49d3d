"""What is said of who owns a task holds of the answers: who is counted, who was heard, and who says otherwise."""

from __future__ import annotations

from typing import Final

import pytest

from questionnaires import Answer, Choice, Response, builtin
from questionnaires.loading import assemble
from questionnaires.words import Depth
from questionnaires.words import FindingKind as F
from scoring import Comparison, QuestionComparison, recommend
from scoring.comparison.ownership import Owner, OwnerOrigin
from scoring.wording.criteria import owner_sentence
from scoring.wording.findings import finding_sentence
from tests.given.builders import SMALL, compared, respond, voices_to

PAUSE: Final = "ownership.customer_pause"
SERVICE_TASK: Final = "ownership.deploy_updates"
Named = dict[str, Choice | list[Choice]]


def on_pausing(named: Named, *others: Response, question: str = PAUSE) -> Comparison:
    return compared([*voices_to(builtin(), question, owner=named), *others], builtin())


def elsewhere(team: str) -> Response:
    """Somebody of a team who answers another question, and leaves all the rest open."""
    return respond(team, {"risk_appetite.release_button": Answer(position=1)}, questionnaire=builtin())


def asked_of(comparison: Comparison, question: str = PAUSE) -> QuestionComparison:
    item = comparison.question(question)
    assert item is not None
    return item


def said(comparison: Comparison, kind: F, question: str = PAUSE) -> str:
    finding = asked_of(comparison, question).finding(kind)
    assert finding is not None, asked_of(comparison, question).kinds
    return finding_sentence(comparison, finding)


def owner(comparison: Comparison) -> Owner:
    return next(one.owner for one in recommend(comparison) if one.owner.task == PAUSE)


CASES: Final[dict[str, tuple[Named, F, str]]] = {
    "all_alike": (
        {"endpoint": "endpoint", "operations": "endpoint", "security": ["endpoint", "endpoint"]},
        F.AGREED,
        "Agreed: all 3 teams that answered name Endpoint.",
    ),
    "agreed_minority": (
        {"endpoint": ["endpoint", "endpoint", "security"], "operations": ["endpoint", "endpoint", "operations"]},
        F.AGREED,
        "Agreed: both teams that answered name Endpoint; 2 of 6 people name another.",
    ),
    "agreed_minority_nobody": (
        {"endpoint": ["endpoint", "endpoint", "nobody"], "operations": "endpoint"},
        F.AGREED,
        "Agreed: both teams that answered name Endpoint; 1 of 4 people says nobody yet.",
    ),
    "agreed_minority_of_both_kinds": (
        {"endpoint": ["endpoint", "endpoint", "nobody"], "operations": ["endpoint", "endpoint", "service"]},
        F.AGREED,
        "Agreed: both teams that answered name Endpoint; 2 of 6 people name another or say nobody yet.",
    ),
    "agreed_but_one_does_not_know": (
        {"endpoint": "endpoint", "operations": "endpoint", "security": "dont_know", "network": "not_applicable"},
        F.AGREED,
        "Agreed: 2 of 4 teams name Endpoint; Security answered don't know; Network answered not applicable.",
    ),
    "unconfirmed_silent": (
        {"endpoint": "operations", "security": "operations"},
        F.UNCONFIRMED,
        "Not confirmed: both teams that answered name Operations, which has not been heard.",
    ),
    "unconfirmed_dk": (
        {"endpoint": "operations", "security": "operations", "operations": "dont_know"},
        F.UNCONFIRMED,
        "Not confirmed: 2 of 3 teams name Operations, which itself answered don't know.",
    ),
    "unconfirmed_na": (
        {"endpoint": "operations", "security": "operations", "operations": ["not_applicable", "dont_know"]},
        F.UNCONFIRMED,
        "Not confirmed: 2 of 3 teams name Operations, which itself answered don't know or not applicable.",
    ),
    "unconfirmed_minority": (
        {"endpoint": ["operations", "operations", "endpoint"], "security": "operations"},
        F.UNCONFIRMED,
        "Not confirmed: both teams that answered name Operations, which has not been heard;"
        " 1 of 4 people names another.",
    ),
    "orphan_unheard": (
        {
            "endpoint": "service_desk",
            "operations": "service_desk",
            "architecture": "service_desk",
            "security": "network",
        },
        F.UNCONFIRMED,
        "Not confirmed: 3 of 4 teams name Service desk, which has not been heard; Security names Network.",
    ),
    "unheard_against_a_claim": (
        {"endpoint": "service_desk", "operations": "service_desk", "network": "network"},
        F.SPLIT,
        "Split: the teams do not all name one owner (Endpoint and Operations name Service desk; Network names itself).",
    ),
    "orphan_claimed": (
        {"endpoint": "endpoint", "operations": "nobody", "security": "nobody"},
        F.ORPHAN,
        "No owner yet: 2 of 3 teams say nobody yet; Endpoint names itself.",
    ),
    "orphan_claimed_by_a_tied_team": (
        {"endpoint": ["endpoint", "nobody"], "operations": ["nobody", "security"], "security": "nobody"},
        F.ORPHAN,
        "No owner yet: all 3 teams that answered say nobody yet, 2 of them beside another;"
        " Endpoint names itself or nobody yet; Operations names Security or nobody yet.",
    ),
    "orphan_claimed_and_not_known": (
        {"endpoint": "endpoint", "operations": "nobody", "security": "nobody", "network": "dont_know"},
        F.ORPHAN,
        "No owner yet: 2 of 4 teams say nobody yet; Endpoint names itself; Network answered don't know.",
    ),
    "unaware_and_not_known": (
        {"endpoint": "operations", "security": "operations", "operations": "endpoint", "network": "dont_know"},
        F.UNAWARE_OWNER,
        "Unaware owner: 2 of 4 teams name Operations, which itself names Endpoint"
        " (Endpoint and Security name Operations; Network answered don't know).",
    ),
    "all_say_nobody": (
        {"endpoint": "nobody", "operations": "nobody"},
        F.ORPHAN,
        "No owner yet: both teams that answered say nobody yet.",
    ),
    "orphan_named_by_others": (
        {"endpoint": "operations", "operations": "security", "security": "nobody"},
        F.ORPHAN,
        "No owner: no team that answered takes it (Endpoint names Operations; Operations names Security;"
        " Security says nobody yet).",
    ),
    "unaware_says_nobody": (
        {"endpoint": "operations", "security": "operations", "network": "operations", "operations": "nobody"},
        F.UNAWARE_OWNER,
        "Unaware owner: 3 of 4 teams name Operations, which itself says nobody yet"
        " (Endpoint, Security and Network name Operations).",
    ),
    "unaware_names_others": (
        {"endpoint": "operations", "security": "operations", "operations": ["endpoint", "external_provider"]},
        F.UNAWARE_OWNER,
        "Unaware owner: 2 of 3 teams name Operations, which itself names Endpoint or External provider"
        " (Endpoint and Security name Operations).",
    ),
    "split_pair": (
        {"endpoint": ["endpoint", "external_provider"], "operations": ["endpoint", "external_provider"]},
        F.SPLIT,
        "Split: the teams do not all name one owner (Endpoint and Operations name Endpoint or External provider).",
    ),
    "contested": (
        {"endpoint": "endpoint", "security": "security", "network": "endpoint"},
        F.CONTESTED,
        "Contested: Endpoint and Security each name themselves; Network names Endpoint.",
    ),
    "contested_tied": (
        {"endpoint": ["endpoint", "operations"], "operations": "operations"},
        F.CONTESTED,
        "Contested: Operations names itself; Endpoint names itself or Operations.",
    ),
    "contested_both_tied": (
        {"endpoint": ["endpoint", "operations"], "operations": ["endpoint", "operations"]},
        F.CONTESTED,
        "Contested: Endpoint names itself or Operations; Operations names itself or Endpoint.",
    ),
    "left_to_the_service": (
        {"endpoint": "service", "security": "service"},
        F.BOUNDARY_EXPECTED,
        "Endpoint and Security leave this to the service; the documentation says it is ours.",
    ),
    "left_to_the_service_or_not": (
        {"endpoint": "service", "security": ["service", "security"]},
        F.BOUNDARY_EXPECTED,
        "Endpoint leaves this to the service; Security names itself or Microsoft alone;"
        " the documentation says it is ours.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_finding_on_ownership_says_what_was_answered(case: str) -> None:
    named, kind, sentence = CASES[case]
    assert said(on_pausing(named), kind) == sentence


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        (
            {"endpoint": "endpoint", "security": "security"},
            "Endpoint and Security give this task to us; the documentation gives it to the service.",
        ),
        (
            {"endpoint": "external_provider", "security": ["service", "endpoint"], "network": "network"},
            "Network gives this task to us; Endpoint names External provider;"
            " Security names Endpoint or Microsoft alone; the documentation gives it to the service.",
        ),
    ],
)
def test_whoever_takes_a_task_of_the_service_is_quoted_with_what_it_named(named: Named, sentence: str) -> None:
    comparison = on_pausing(named, question=SERVICE_TASK)
    assert said(comparison, F.BOUNDARY_CLAIMED, SERVICE_TASK) == sentence


@pytest.mark.parametrize(
    ("others", "absence", "aside"),
    [
        ((), "which has not been heard", "not heard yet"),
        ((respond("operations", {}, questionnaire=builtin()),), "which has not been heard", "not heard yet"),
        ((elsewhere("operations"),), "which has not answered this one", "has not answered this one"),
    ],
    ids=["no file", "nothing in its file", "another question"],
)
def test_an_owner_who_said_nothing_here_is_told_from_one_who_said_nothing_at_all(
    others: tuple[Response, ...], absence: str, aside: str
) -> None:
    comparison = on_pausing({"endpoint": "operations", "security": "operations"}, *others)
    assert said(comparison, F.UNCONFIRMED).endswith(f"name Operations, {absence}.")
    assert owner(comparison).named == f"Operations (to be confirmed: {aside})"


FULL_TASK: Final = "ownership.configure_network_endpoints"


def test_an_owner_who_was_not_asked_is_not_said_to_have_left_the_question_open() -> None:
    core = respond(
        "network",
        {"risk_appetite.release_button": Answer(position=1)},
        questionnaire=builtin(),
        depth=Depth.CORE,
    )
    comparison = on_pausing({"endpoint": "network", "security": "network"}, core, question=FULL_TASK)
    assert said(comparison, F.UNCONFIRMED, FULL_TASK) == (
        "Not confirmed: both teams that answered name Network, which was not asked this one."
    )


@pytest.mark.parametrize(
    ("case", "named", "sentence"),
    [
        (
            "agreed_minority",
            "Endpoint",
            "Both teams that answered name the same owner for “Calling a stop”; 2 of 6 people name another.",
        ),
        (
            "unconfirmed_dk",
            "Operations (to be confirmed: answered don't know)",
            "2 of 3 teams name Operations, which itself answered don't know, for “Calling a stop”.",
        ),
        (
            "orphan_unheard",
            "to be agreed: Network or Service desk",
            "3 of 4 teams name Service desk, which has not been heard, for “Calling a stop”; Security names Network.",
        ),
        (
            "split_pair",
            "to be agreed: Endpoint or External provider",
            "The teams do not all name one owner for “Calling a stop”.",
        ),
        ("all_say_nobody", "to be named", "No team names an owner among us for “Calling a stop”."),
    ],
)
def test_the_owner_of_a_criterion_says_what_was_answered(case: str, named: str, sentence: str) -> None:
    comparison = on_pausing(CASES[case][0])
    found = owner(comparison)
    assert (found.named, owner_sentence(comparison, found)) == (named, sentence)


@pytest.mark.parametrize("fourth", ["nobody", "service"])
def test_of_a_dissent_that_names_no_other_owner_the_one_that_is_named_remains_to_be_confirmed(fourth: str) -> None:
    comparison = on_pausing(
        {"endpoint": "service_desk", "operations": "service_desk", "architecture": "service_desk", "security": fourth}
    )
    found = owner(comparison)
    aside = {"nobody": "some say nobody yet", "service": "some leave it to the service"}[fourth]
    assert found.named == f"Service desk (to be confirmed: not heard yet; {aside})"
    assert found.origin is OwnerOrigin.UNCONFIRMED


def test_of_one_team_it_is_not_said_that_the_teams_differ() -> None:
    comparison = on_pausing({"endpoint": ["endpoint", "security"]})
    assert owner_sentence(comparison, owner(comparison)) == (
        "The only team that names an owner names several equally often for “Calling a stop”."
    )


def test_an_owner_that_is_called_otherwise_than_its_team_is_quoted_once() -> None:
    text = SMALL.read_text(encoding="utf-8")
    for label in ("Endpoint", "Operations"):
        text = text.replace(f'means = "team", label = "{label}"', f'means = "team", label = "Team {label}"')
    other = assemble([("other.toml", text.encode())])
    named: Named = {"endpoint": "operations", "security": "operations", "operations": "endpoint"}
    comparison = compared(voices_to(other, "ownership.pause", owner=named), other)
    assert said(comparison, F.UNAWARE_OWNER, "ownership.pause") == (
        "Unaware owner: 2 of 3 teams name Team Operations, which itself names Team Endpoint"
        " (Endpoint and Security name Team Operations)."
    )
