"""Every finding by the smallest case that has it, beside the nearest case that has not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from questionnaires import Choice, Response
from questionnaires.loading import assemble
from questionnaires.words import FindingKind as F
from tests.given.builders import CONCERNING, SMALL, compared, small, voices_to


@dataclass(frozen=True)
class Case:
    kind: F
    has: list[Response]
    has_not: list[Response]
    question: str


def case(kind: F, question: str, facet: str, has: str, has_not: str) -> Case:
    """Answers as `e:1 o:4,5`, a letter for the team; several facets as `today/in_24_months` and `e:2/3`."""
    return Case(kind, said(question, facet, has), said(question, facet, has_not), question)


TEAMS = {"e": "endpoint", "o": "operations", "s": "security", "n": "network"}


def said(question: str, facet: str, text: str) -> list[Response]:
    facets: dict[str, dict[str, list[Choice]]] = {name: {} for name in facet.split("/")}
    for entry in text.split():
        letter, _, answers = entry.partition(":")
        for name, choices in zip(facets, answers.split("/"), strict=True):
            facets[name][TEAMS[letter]] = [int(c) if c.isdigit() else c for c in choices.split(",")]
    return voices_to(small(CONCERNING), question, **facets)


ATTITUDE, PAUSE, RELEASE, APPROVALS = "risk.attitude", "ownership.pause", "control.release", "future.approvals"
UNCLEAR = "control.unclear"
PAIR, FROM_TO = "needed/wanted", "today/in_24_months"

CASES = [
    case(F.ALIGNED, ATTITUDE, "position", "e:2 o:3", "e:2 o:3,4"),
    case(F.CLOSE, ATTITUDE, "position", "e:1 o:3", "e:1 o:3,4"),
    case(F.CLOSE, ATTITUDE, "position", "e:2 o:3,4", "e:2 o:3"),
    case(F.APART, ATTITUDE, "position", "e:1 o:4", "e:1 o:4,5"),
    case(F.APART, ATTITUDE, "position", "e:1 o:3,4", "e:1 o:3"),
    case(F.FAR_APART, ATTITUDE, "position", "e:1 o:4,5", "e:1 o:4"),
    case(F.UNANIMOUS, ATTITUDE, "position", "e:3 o:3 s:3", "e:3 o:3 s:4"),
    case(F.ADJACENT, ATTITUDE, "position", "e:3 o:4", "e:3 o:3"),
    case(F.LONE_DISSENTER, ATTITUDE, "position", "e:1 o:1 s:4", "e:1 o:1 s:2,3"),
    case(F.TWO_CAMPS, ATTITUDE, "position", "e:1 o:1 s:5 n:5", "e:1 o:3 s:5 n:5"),
    case(F.SPREAD, ATTITUDE, "position", "e:1 o:3 s:5", "e:1 o:1 s:5"),
    case(F.AGREED, PAUSE, "owner", "e:endpoint o:endpoint", "e:endpoint o:security"),
    case(F.UNCONFIRMED, PAUSE, "owner", "e:security o:security", "e:security o:security s:security"),
    case(F.CONTESTED, PAUSE, "owner", "e:endpoint o:operations", "e:endpoint o:endpoint"),
    case(F.UNAWARE_OWNER, PAUSE, "owner", "e:security o:security s:endpoint", "e:security o:security n:endpoint"),
    case(F.ORPHAN, PAUSE, "owner", "e:nobody o:nobody", "e:endpoint o:nobody"),
    case(F.SPLIT, PAUSE, "owner", "e:endpoint o:service", "e:service o:service"),
    case(F.BOUNDARY_CLAIMED, "ownership.deploy", "owner", "e:endpoint", "e:service"),
    case(F.BOUNDARY_EXPECTED, PAUSE, "owner", "e:service", "e:provider"),
    case(F.BLOCKER, RELEASE, "needed", "e:4", "e:3"),
    case(F.OFFER_UNKNOWN, UNCLEAR, "needed", "e:0", "e:dont_know"),
    case(F.OFFER_UNKNOWN, UNCLEAR, "needed", "e:0,5", "e:dont_know,not_applicable"),
    Case(F.OFFER_UNKNOWN, said(UNCLEAR, "needed", "e:5"), said(UNCLEAR, "wanted", "e:5"), UNCLEAR),
    case(F.COMFORT, RELEASE, PAIR, "e:2/3", "e:2/2"),
    case(F.EXPOSED, RELEASE, PAIR, "e:3/2", "e:3/3"),
    case(F.BASELINE_DISPUTE, APPROVALS, "today", "e:0 o:2", "e:0 o:1"),
    case(F.DIRECTION_DISPUTE, APPROVALS, FROM_TO, "e:2/3 o:2/2", "e:2/3 o:2/3"),
    case(F.PACE_DISPUTE, APPROVALS, FROM_TO, "e:1/2 o:1/4", "e:1/2 o:1/3"),
    case(F.PACE_DISPUTE, APPROVALS, FROM_TO, "e:1/4 o:3/4", "e:2/4 o:3/4"),
    case(F.PACE_DISPUTE, APPROVALS, f"{FROM_TO}/in_12_months", "e:1/2/2 o:1/4/2", "e:1/4/1 o:1/4/4"),
    case(F.BACKWARDS, APPROVALS, FROM_TO, "e:3/2", "e:3/3"),
    case(F.BACKWARDS, APPROVALS, "today/in_12_months/in_24_months", "e:1/4/3", "e:1/3/3"),
    case(F.PREREQUISITE_MET, "readiness.licences", "status", "e:met o:met", "e:met o:partly"),
    case(F.PREREQUISITE_PARTLY, "readiness.licences", "status", "e:met o:partly", "e:met o:not_met"),
    case(F.PREREQUISITE_NOT_MET, "readiness.licences", "status", "e:not_met o:not_met", "e:not_met o:partly"),
    case(F.PREREQUISITE_SPLIT, "readiness.licences", "status", "e:met o:not_met", "e:partly o:not_met"),
    case(F.UNKNOWN, ATTITUDE, "position", "e:dont_know o:dont_know s:1", "e:dont_know o:1"),
    case(F.UNKNOWN, "readiness.licences", "status", "e:dont_know", "e:met"),
    case(F.UNDECIDED, PAUSE, "owner", "e:endpoint,security", "e:endpoint,endpoint,security"),
    case(F.NO_COMMON_POSITION, ATTITUDE, "position", "e:1,4", "e:2,4"),
    case(F.APPLICABILITY_CONFLICT, ATTITUDE, "position", "e:not_applicable o:2", "e:dont_know o:2"),
    case(F.APPLICABILITY_CONFLICT, ATTITUDE, "position", "e:not_applicable o:2", "e:not_applicable,3 o:2"),
    case(F.NOT_COMPARABLE, ATTITUDE, "position", "e:2", "e:2 o:2"),
    case(F.NOT_COMPARABLE, PAUSE, "owner", "e:endpoint", "e:endpoint o:endpoint"),
    case(F.NOT_COMPARABLE, PAUSE, "owner", "e:dont_know o:dont_know", "e:service o:endpoint"),
    case(F.PREREQUISITE_MET, "readiness.reach", "status", "e:met n:met", "e:met s:met"),
    case(F.PREREQUISITE_UNCONFIRMED, "readiness.reach", "status", "e:met s:met", "e:met n:met"),
    case(F.PREREQUISITE_UNCONFIRMED, "readiness.reach", "status", "e:met n:dont_know", "e:met n:met,dont_know"),
    case(F.PREREQUISITE_UNCONFIRMED, "readiness.reach", "status", "e:met", "e:partly"),
    case(F.NOT_COMPARABLE, "readiness.licences", "status", "e:met", "e:met o:met"),
    Case(
        F.INFEASIBLE_TOGETHER,
        said("risk.soak", "position", "e:4") + said("risk.exposure", "position", "o:4"),
        said("risk.soak", "position", "e:4") + said("risk.exposure", "position", "o:3"),
        "risk.soak",
    ),
    Case(
        F.INFEASIBLE_TOGETHER,
        said("risk.soak", "position", "e:4") + said("risk.exposure", "position", "o:4"),
        said("risk.soak", "position", "e:4") + said("risk.exposure", "position", "o:3"),
        "risk.exposure",
    ),
]


def kinds(responses: list[Response], question: str) -> frozenset[F]:
    item = compared(responses, small(CONCERNING)).question(question)
    assert item is not None
    return item.kinds


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.kind.value)
def test_the_smallest_case_has_the_finding(case: Case) -> None:
    assert case.kind in kinds(case.has, case.question)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.kind.value)
def test_its_neighbour_has_not(case: Case) -> None:
    assert case.kind not in kinds(case.has_not, case.question)


def test_every_finding_has_a_case() -> None:
    assert {case.kind for case in CASES} == set(F)


@pytest.mark.parametrize(
    ("question", "facet", "text", "kind", "teams"),
    [
        (ATTITUDE, "position", "e:1 o:3 s:5", F.FAR_APART, ("endpoint", "security")),
        (ATTITUDE, "position", "e:3 o:3", F.ALIGNED, ()),
        (ATTITUDE, "position", "e:1 o:1 s:2,5", F.APART, ("endpoint", "operations", "security")),
        (ATTITUDE, "position", "e:2 o:3 s:2 n:0,5", F.CLOSE, ("endpoint", "security", "operations", "network")),
        (ATTITUDE, "position", "e:0,5 o:0,5", F.CLOSE, ("endpoint", "operations")),
        (ATTITUDE, "position", "e:1 o:4 s:1", F.LONE_DISSENTER, ("operations",)),
        (ATTITUDE, "position", "e:1 o:1 s:5 n:5", F.TWO_CAMPS, ()),
        (RELEASE, "needed", "e:4 o:3 s:5", F.BLOCKER, ("endpoint", "security")),
        (UNCLEAR, "needed", "e:0,5 o:2 n:dont_know", F.OFFER_UNKNOWN, ("endpoint", "operations")),
        (RELEASE, "needed", "e:3,5,5 o:3", F.BLOCKER, ("endpoint",)),
        (RELEASE, "needed", "e:2,5 o:3", F.BLOCKER, ("endpoint",)),
        (RELEASE, PAIR, "e:4/5 o:3/3 s:5/4", F.COMFORT, ("endpoint",)),
        (ATTITUDE, "position", "e:1,5 o:3", F.NO_COMMON_POSITION, ("endpoint",)),
        (ATTITUDE, "position", "e:not_applicable o:3", F.APPLICABILITY_CONFLICT, ("endpoint",)),
        ("readiness.licences", "status", "e:met o:partly s:not_met", F.PREREQUISITE_SPLIT, ("operations", "security")),
        ("readiness.licences", "status", "e:met o:met", F.PREREQUISITE_MET, ("endpoint", "operations")),
        ("ownership.deploy", "owner", "e:service o:operations", F.BOUNDARY_CLAIMED, ("operations",)),
    ],
)
def test_a_finding_names_the_teams_concerned(
    question: str, facet: str, text: str, kind: F, teams: tuple[str, ...]
) -> None:
    item = compared(said(question, facet, text)).question(question)
    assert item is not None
    found = item.finding(kind)
    assert found is not None
    assert found.teams == teams


@pytest.mark.parametrize(
    ("question", "other"), [("risk.soak", "risk.exposure"), ("risk.exposure", "risk.soak")], ids=["lower", "upper"]
)
def test_a_contradiction_is_found_on_both_questions_with_the_teams_on_either_side(question: str, other: str) -> None:
    responses = said("risk.soak", "position", "e:4 o:0") + said("risk.exposure", "position", "o:4 s:1")
    item = compared(responses).question(question)
    assert item is not None
    found = item.finding(F.INFEASIBLE_TOGETHER)
    assert found is not None
    assert (found.others, found.teams) == ((other,), ("endpoint", "operations"))


def test_the_stricter_middle_answer_of_a_torn_team_contradicts_as_well() -> None:
    """Of no day and 14 days, 14 would be recommended; three days are open at most."""
    responses = said("risk.soak", "position", "e:0,5") + said("risk.exposure", "position", "o:4")
    found = compared(responses).question("risk.soak")
    assert found is not None
    contradiction = found.finding(F.INFEASIBLE_TOGETHER)
    assert contradiction is not None
    assert contradiction.teams == ("endpoint", "operations")


def test_an_offer_that_is_unknown_blocks_nobody() -> None:
    assert F.BLOCKER not in kinds(said(UNCLEAR, "needed", "e:5"), UNCLEAR)


@pytest.mark.parametrize("answers", ["e:0", "e:5"])
def test_an_offer_that_is_known_is_not_unknown(answers: str) -> None:
    assert F.OFFER_UNKNOWN not in kinds(said(RELEASE, "needed", answers), RELEASE)


def test_a_retired_task_has_no_boundary() -> None:
    assert F.BOUNDARY_CLAIMED not in kinds(said("ownership.retired", "owner", "e:endpoint"), "ownership.retired")


def test_a_task_without_documented_owner_has_no_boundary() -> None:
    assert F.BOUNDARY_CLAIMED not in kinds(said("ownership.marked", "owner", "e:endpoint"), "ownership.marked")


def test_a_third_partys_page_draws_no_boundary() -> None:
    for word, found in (("false", True), ("true", False)):
        text = SMALL.read_text("utf-8").replace('id = "page"\n', f'id = "page"\nsecondary = {word}\n')
        questionnaire = assemble([("small.toml", text.encode())])
        item = compared(voices_to(questionnaire, PAUSE, owner={"endpoint": "service"}), questionnaire).question(PAUSE)
        assert item is not None
        assert (F.BOUNDARY_EXPECTED in item.kinds) is found


def test_a_prerequisite_nobody_answered_has_no_state() -> None:
    assert kinds([*said(ATTITUDE, "position", "e:1")], "readiness.licences") == {F.NOT_COMPARABLE}


def test_a_dispute_of_direction_is_none_of_pace() -> None:
    assert F.PACE_DISPUTE not in kinds(said(APPROVALS, FROM_TO, "e:2/5 o:2/1"), APPROVALS)


def test_teams_that_both_stay_differ_neither_in_direction_nor_in_pace() -> None:
    found = kinds(said(APPROVALS, FROM_TO, "e:0/0 o:4/4"), APPROVALS)
    assert not {F.DIRECTION_DISPUTE, F.PACE_DISPUTE} & found


def test_teams_of_which_a_start_is_unknown_differ_neither_in_direction_nor_in_pace() -> None:
    found = kinds(said(APPROVALS, FROM_TO, "e:0/5 o:dont_know/1 s:0/4"), APPROVALS)
    assert not {F.DIRECTION_DISPUTE, F.PACE_DISPUTE} & found
