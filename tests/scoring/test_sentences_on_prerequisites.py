"""What is said of prerequisites, of what nobody knows and of what does not apply, holds of the answers."""

from __future__ import annotations

from typing import Final

import pytest

from questionnaires import Answer, Choice, Response, builtin
from questionnaires.words import Depth, Facet
from questionnaires.words import FindingKind as F
from scoring import Comparison, QuestionComparison, recommend
from scoring.criteria.counting import counts
from scoring.wording.findings import finding_sentence
from tests.given.builders import CONCERNING, compared, respond, small, voices_to

LICENCES: Final = "readiness.eligible_licence"
NETWORK: Final = "readiness.network_endpoints"
BUTTON: Final = "risk_appetite.release_button"
APPROVALS: Final = "operating_model.approvals"
Said = dict[str, Choice | list[Choice]]


def on(question: str, facet: str, said: Said, *others: Response) -> Comparison:
    return compared([*voices_to(builtin(), question, **{facet: said}), *others], builtin())


def asked_of(comparison: Comparison, question: str) -> QuestionComparison:
    item = comparison.question(question)
    assert item is not None
    return item


def sentences(comparison: Comparison, question: str, *kinds: F) -> list[str]:
    found = asked_of(comparison, question).findings
    return [finding_sentence(comparison, finding) for finding in found if finding.kind in kinds]


def status(question: str, said: Said, *others: Response) -> list[str]:
    met = (F.PREREQUISITE_MET, F.PREREQUISITE_UNCONFIRMED)
    return sentences(on(question, "status", said, *others), question, *met)


CASES: Final[dict[str, tuple[str, Said, str]]] = {
    "all_met": (
        LICENCES,
        {"endpoint": ["met", "met"], "architecture": "met", "security": "met"},
        "Met: all 3 teams that answered say so.",
    ),
    "both_met": (LICENCES, {"endpoint": "met", "architecture": "met"}, "Met: both teams that answered say so."),
    "met_and_not_known": (
        LICENCES,
        {"endpoint": "met", "security": "met", "network": "dont_know", "operations": "dont_know"},
        "Met: 2 of 4 teams say so; Operations and Network do not know.",
    ),
    "met_with_a_minority_that_does_not_know": (
        LICENCES,
        {"endpoint": "met", "security": ["met", "met", "met", "met", "dont_know"]},
        "Met: both teams that answered say so; 1 of 5 people of Security does not know.",
    ),
    "met_by_a_minority_of_its_team": (
        LICENCES,
        {"endpoint": "met", "security": ["met", "dont_know", "dont_know"]},
        "Met: 1 of 2 teams says so; Security (2 of 3 people) does not know.",
    ),
    "met_where_it_applies": (
        LICENCES,
        {"endpoint": "met", "architecture": "met", "security": "not_applicable"},
        "Met: 2 of 3 teams say so; Security says that it does not apply.",
    ),
    "met_by_one": (
        NETWORK,
        {"endpoint": "met", "security": "met", "network": "dont_know", "operations": "dont_know"},
        "Met, not confirmed: 2 of 4 teams say so; Operations and Network do not know; it concerns Network first.",
    ),
    "met_and_unheard": (
        NETWORK,
        {"endpoint": "met", "security": "met"},
        "Met, not confirmed: both teams that answered say so; it concerns Network first, which has not been heard.",
    ),
    "met_and_confirmed": (
        NETWORK,
        {"endpoint": "met", "network": ["met", "met", "dont_know"]},
        "Met: both teams that answered say so; 1 of 3 people of Network does not know.",
    ),
    "met_by_a_minority_of_whom_it_concerns": (
        NETWORK,
        {"endpoint": "met", "security": "met", "network": ["met", "dont_know", "dont_know"]},
        "Met, not confirmed: 2 of 3 teams say so; Network (2 of 3 people) does not know; it concerns Network first.",
    ),
    "met_by_one_team_only": (
        NETWORK,
        {"endpoint": "met"},
        "Met, not confirmed: the one team that answered says so; it concerns Network first, which has not been heard.",
    ),
    "met_where_it_does_not_apply": (
        NETWORK,
        {"endpoint": "met", "security": "met", "network": "not_applicable"},
        "Met, not confirmed: 2 of 3 teams say so; Network says that it does not apply; it concerns Network first.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_that_it_is_met_says_by_how_many_and_who_does_not_know(case: str) -> None:
    question, said, sentence = CASES[case]
    assert status(question, said) == [sentence]


@pytest.mark.parametrize(
    ("question", "depth", "absence"),
    [
        (NETWORK, Depth.FULL, "which has not answered this one"),
        ("readiness.hotpatch_ready", Depth.CORE, "which was not asked this one"),
    ],
)
def test_whom_it_concerns_first_may_have_answered_something_else(question: str, depth: Depth, absence: str) -> None:
    first = builtin().question_by_id[question].concerns
    assert first is not None
    other = respond(first, {BUTTON: Answer(position=1)}, questionnaire=builtin(), depth=depth)
    label = builtin().team_by_id[first].label
    (sentence,) = status(question, {"security": "met", "architecture": "met"}, other)
    assert sentence.endswith(f"; it concerns {label} first, {absence}.")


def test_what_is_met_but_not_confirmed_is_not_counted_as_in_place() -> None:
    met: Said = {"endpoint": "met", "security": "met"}
    cases: list[tuple[Said, bool]] = [
        (met, False),
        (met | {"network": "dont_know"}, False),
        (met | {"network": "met"}, True),
        ({"network": "met", "endpoint": "dont_know", "operations": "dont_know"}, True),
    ]
    for said, is_met in cases:
        comparison = on(NETWORK, "status", said)
        assert (NETWORK in counts(comparison, recommend(comparison))["prerequisites_met"].settled) is is_met, said


def test_what_is_met_but_not_confirmed_names_all_who_said_anything() -> None:
    said: Said = {"endpoint": "met", "security": "met", "network": "dont_know"}
    silent = respond("operations", {BUTTON: Answer(position=1)}, questionnaire=builtin())
    found = asked_of(on(NETWORK, "status", said, silent), NETWORK).finding(F.PREREQUISITE_UNCONFIRMED)
    assert found is not None
    assert set(found.teams) == set(said)


def test_a_team_that_does_not_know_makes_nothing_calmer_and_nothing_worse_than_one_that_is_silent() -> None:
    met: Said = {"endpoint": "met", "security": "met"}
    further: list[Said] = [{}, {"network": "dont_know"}, {"network": ["dont_know", "dont_know"]}]
    kinds = {asked_of(on(NETWORK, "status", met | more), NETWORK).kinds for more in further}
    assert kinds == {frozenset({F.PREREQUISITE_UNCONFIRMED})}


def test_one_team_alone_cannot_be_compared_and_what_it_lacks_is_said_all_the_same() -> None:
    for said, kinds in (
        ("met", {F.NOT_COMPARABLE}),
        ("partly", {F.NOT_COMPARABLE, F.PREREQUISITE_PARTLY}),
        ("not_met", {F.NOT_COMPARABLE, F.PREREQUISITE_NOT_MET}),
        ("dont_know", {F.NOT_COMPARABLE, F.UNKNOWN}),
    ):
        assert asked_of(on(LICENCES, "status", {"endpoint": said}), LICENCES).kinds == kinds


def test_what_the_team_it_concerns_knows_is_not_unknown_because_others_were_never_told() -> None:
    others: Said = {"endpoint": "dont_know", "operations": "dont_know"}
    cases: list[tuple[Said, set[F]]] = [
        ({"network": "met"}, {F.NOT_COMPARABLE}),
        ({"network": "partly"}, {F.NOT_COMPARABLE, F.PREREQUISITE_PARTLY}),
        ({"network": ["met", "dont_know"]}, {F.NOT_COMPARABLE}),
        ({"network": ["met", "dont_know", "dont_know"]}, {F.NOT_COMPARABLE, F.UNKNOWN}),
        ({"network": "not_applicable"}, {F.NOT_COMPARABLE, F.UNKNOWN}),
        ({"security": "met"}, {F.NOT_COMPARABLE, F.PREREQUISITE_UNCONFIRMED, F.UNKNOWN}),
    ]
    for said, kinds in cases:
        assert asked_of(on(NETWORK, "status", others | said), NETWORK).kinds == kinds, said


def test_what_nobody_knows_is_not_met_because_one_person_in_each_team_says_so() -> None:
    torn: list[Choice] = ["met", "dont_know", "dont_know"]
    item = asked_of(on(LICENCES, "status", {"endpoint": torn, "security": torn}), LICENCES)
    assert item.kinds == {F.UNKNOWN}


UNKNOWN: Final[dict[str, tuple[Said, list[str]]]] = {
    "unknown_by_people": ({"endpoint": 1, "security": 1, "operations": 1, "architecture": ["dont_know"] * 4}, []),
    "unknown_one_of_five": (
        {"operations": ["dont_know"] * 6, "security": [1, 1, 1, 1, "dont_know"], "endpoint": 1},
        [],
    ),
    "unknown_two_of_three": (
        {"operations": "dont_know", "security": [1, 1, "dont_know", "dont_know", "dont_know"], "endpoint": 1},
        ["Mostly unknown: 2 of 3 teams do not know: Operations and Security (3 of 5 people)."],
    ),
    "unknown_half": ({"operations": "dont_know", "endpoint": 1}, []),
    "unknown_to_half_of_a_team": ({"operations": ["dont_know", 4]}, []),
    "unknown_one_team": (
        {"operations": ["dont_know", "dont_know", 4]},
        ["Mostly unknown: Operations (2 of 3 people) does not know."],
    ),
    "unknown_to_all_that_it_applies_to": (
        {"operations": "dont_know", "endpoint": "dont_know", "network": "not_applicable"},
        ["Mostly unknown: 2 of 2 teams do not know: Endpoint and Operations; Network says that it does not apply."],
    ),
}


@pytest.mark.parametrize("case", UNKNOWN)
def test_unknown_is_what_most_teams_do_not_know_and_only_they_are_named(case: str) -> None:
    said, expected = UNKNOWN[case]
    assert sentences(on(BUTTON, "position", said), BUTTON, F.UNKNOWN) == expected


def test_of_several_facets_a_team_knows_a_question_when_it_answers_as_many_as_it_does_not_know() -> None:
    responses = voices_to(
        builtin(),
        APPROVALS,
        today={"endpoint": 1, "security": "dont_know"},
        in_12_months={"endpoint": "dont_know", "security": "dont_know"},
        in_24_months={"endpoint": "dont_know", "security": 4},
    )
    comparison = compared(responses, builtin())
    assert sentences(comparison, APPROVALS, F.UNKNOWN) == [
        "Mostly unknown: 2 of 2 teams do not know: Endpoint (2 of 3 answers) and Security (2 of 3 answers)."
    ]


@pytest.mark.parametrize(
    ("said", "facet"),
    [
        ({"endpoint": (1, "dont_know", "dont_know")}, Facet.IN_12_MONTHS),
        ({"endpoint": (1, "dont_know", "dont_know"), "security": ("dont_know", 1, "dont_know")}, Facet.TODAY),
    ],
    ids=["of one team", "of the other team before"],
)
def test_unknown_is_told_of_the_first_facet_where_a_team_says_so_that_does_not_know(
    said: dict[str, tuple[Choice, ...]], facet: Facet
) -> None:
    facets = ("today", "in_12_months", "in_24_months")
    rows = {name: {team: row[place] for team, row in said.items()} for place, name in enumerate(facets)}
    found = asked_of(compared(voices_to(builtin(), APPROVALS, **rows), builtin()), APPROVALS).finding(F.UNKNOWN)
    assert found is not None
    assert (found.facet, found.teams) == (facet, tuple(said))


def test_where_nobody_answers_that_it_does_not_apply_to_a_team_is_no_conflict() -> None:
    said: Said = {"endpoint": "not_applicable", "security": "dont_know"}
    assert asked_of(on(BUTTON, "position", said), BUTTON).kinds == {F.NOT_COMPARABLE, F.UNKNOWN}


def test_a_team_that_does_not_know_is_no_second_team_to_compare_with() -> None:
    said: Said = {"endpoint": "met", "security": "dont_know"}
    other = respond("security", {BUTTON: Answer(position=1)}, questionnaire=builtin(), respondent="other")
    assert asked_of(on(LICENCES, "status", said, other), LICENCES).kinds == {F.NOT_COMPARABLE}


def test_a_conflict_on_one_facet_does_not_hide_that_of_another_team_on_another() -> None:
    responses = voices_to(
        builtin(),
        APPROVALS,
        today={"endpoint": "not_applicable", "security": 1, "operations": 2},
        in_24_months={"endpoint": 3, "security": ["not_applicable", "dont_know"], "operations": 3},
    )
    comparison = compared(responses, builtin())
    found = [one for one in asked_of(comparison, APPROVALS).findings if one.kind is F.APPLICABILITY_CONFLICT]
    assert [(one.facet, one.teams) for one in found] == [
        (Facet.TODAY, ("endpoint",)),
        (Facet.IN_24_MONTHS, ("security",)),
    ]
    assert sentences(comparison, APPROVALS, F.APPLICABILITY_CONFLICT) == [
        "Endpoint says that this does not apply today; Operations and Security answer it.",
        "Security (1 of 2 people) says that this does not apply in 24 months; Endpoint and Operations answer it.",
    ]


@pytest.mark.parametrize(
    ("network", "is_unknown"),
    [
        pytest.param(["met"], False, id="knows"),
        pytest.param(["dont_know"], True, id="does not know"),
        pytest.param(["dont_know", "dont_know", "met"], True, id="mostly does not know"),
        pytest.param(["dont_know", "met"], False, id="half of it knows"),
        pytest.param([], True, id="has not answered"),
    ],
)
@pytest.mark.parametrize("concerning", [True, False])
def test_a_prerequisite_is_known_once_the_team_that_it_concerns_first_knows(
    network: list[Choice], *, is_unknown: bool, concerning: bool
) -> None:
    """However many others were never told. Without such a team, most teams decide."""
    questionnaire = small(CONCERNING if concerning else CONCERNING.replace('concerns = "network"', ""))
    teams: Said = {"endpoint": ["dont_know"], "operations": ["dont_know"], "network": network}
    comparison = compared(voices_to(questionnaire, "readiness.reach", status=teams), questionnaire)
    (item,) = (item for item in comparison.questions if item.question.id == "readiness.reach")
    assert (F.UNKNOWN in item.kinds) is (is_unknown or not concerning)
