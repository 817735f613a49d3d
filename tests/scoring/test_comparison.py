"""What a comparison holds besides its findings."""

from __future__ import annotations

from fractions import Fraction

from questionnaires import Answer
from questionnaires.words import Facet, FindingKind
from scoring.comparison.claims import Boundary
from tests.given.builders import compared, compared_on, respond, voices


def test_without_responses_there_is_nothing_to_compare() -> None:
    comparison = compared([])
    assert (comparison.teams, comparison.questions, comparison.agenda.entries) == ((), (), ())


def test_teams_come_in_the_order_of_the_questionnaire() -> None:
    said = {"risk.attitude": Answer(position=1)}
    comparison = compared([respond(team, said) for team in ("network", "endpoint", "security")])
    assert comparison.teams == ("endpoint", "security", "network")


def test_a_team_that_opened_its_file_and_said_nothing_is_no_team() -> None:
    silent = respond("operations", {"risk.attitude": Answer(note="Later.", flag=True)})
    comparison = compared([respond("endpoint", {"risk.attitude": Answer(position=1)}), silent])
    assert comparison.teams == ("endpoint",)
    item = comparison.question("risk.attitude")
    assert item is not None
    assert set(item.cells[Facet.POSITION]) == {"endpoint"}


def test_whoever_answers_that_they_do_not_know_makes_a_team() -> None:
    unsure = respond("operations", {"risk.attitude": Answer(position="dont_know")})
    assert compared([unsure]).teams == ("operations",)


def test_a_silent_member_of_a_team_that_answered_is_counted_as_unanswered() -> None:
    members = [respond("endpoint", {"risk.attitude": Answer(position=1)}), respond("endpoint", {}, respondent="k7m3")]
    item = compared(members).question("risk.attitude")
    assert item is not None
    cell = item.cells[Facet.POSITION]["endpoint"]
    assert (cell.answered, cell.unanswered) == (1, 1)


def test_a_question_that_nobody_was_asked_is_left_out() -> None:
    comparison = compared([respond("security", {"risk.soak": Answer(position=1)})])
    assert comparison.question("risk.taste") is None
    assert comparison.question("risk.attitude") is not None


def test_a_label_is_the_name_of_a_team() -> None:
    assert compared([]).label("network") == "Network"


def test_agreement_is_of_nominal_questions_only() -> None:
    assert compared_on("ownership.pause", owner={"endpoint": "service", "security": "service"}).agreement == 1
    assert compared_on("readiness.licences", status={"endpoint": ["met", "partly"], "security": "met"}).agreement == (
        Fraction(1, 2)
    )
    assert compared_on("risk.attitude", position={"endpoint": 1, "security": 1}).agreement is None


def test_claims_and_boundary_are_of_ownership_questions_only() -> None:
    owned = compared_on("ownership.deploy", owner={"endpoint": "service"})
    assert owned.claims is not None
    assert owned.boundary is not None
    assert owned.boundary.kind is Boundary.ACCEPTED
    other = compared_on("risk.attitude", position={"endpoint": 1})
    assert (other.claims, other.boundary) == (None, None)


def test_the_latest_documented_owner_counts() -> None:
    boundary = compared_on("ownership.pause", owner={"endpoint": "service"}).boundary
    assert boundary is not None
    assert boundary.kind is Boundary.EXPECTED


def test_what_people_flagged_and_based_a_need_on_is_kept_by_team() -> None:
    answer = Answer(needed=5, wanted=4, basis="law", flag=True)
    item = compared([respond("endpoint", {"control.release": answer}), respond("security", {})]).question(
        "control.release"
    )
    assert item is not None
    assert (item.flags, item.bases) == ({"endpoint": 1}, {"endpoint": (1, 0)})
    assert item.differences["endpoint"].index(1) == 4


def test_answered_counts_options_over_facets_and_teams() -> None:
    item = compared_on("control.release", needed={"endpoint": [1, "dont_know"], "security": 2}, wanted={"endpoint": 1})
    assert item.answered == 3


def test_asking_for_what_is_not_there_gives_none() -> None:
    item = compared_on("risk.attitude", position={"endpoint": 1})
    assert (item.facet(Facet.OWNER), item.finding(FindingKind.BLOCKER)) == (None, None)
    assert compared(voices("risk.attitude", position={"endpoint": 1})).question("risk.gone") is None
