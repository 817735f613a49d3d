"""Whether a must stays in a variant where other questions call for it than do now."""

from __future__ import annotations

from collections.abc import Mapping

from questionnaires import Answer, Questionnaire, Response
from questionnaires.words import Depth
from scoring import recommend
from scoring.firmness.musts import firmness
from tests.given.builders import compared, criterion, respond, small, voices_to


def rests_on(questionnaire: Questionnaire, responses: list[Response]) -> Mapping[str, tuple[str, ...]]:
    """By the id of each must, the teams without each of which it would not be as it is."""
    comparison = compared(responses, questionnaire)
    return {must: found.rests_on for must, found in firmness(comparison, recommend(comparison)).items()}


def everybody(questionnaire: Questionnaire, **positions: dict[str, int]) -> list[Response]:
    """One person of each team, by question; needs on control, positions elsewhere."""
    answers: dict[str, dict[str, Answer]] = {}
    for name, said in positions.items():
        question, facet = ("control.release", "needed") if name == "release" else (f"risk.{name}", "position")
        for team, place in said.items():
            answers.setdefault(team, {})[question] = Answer.model_validate({facet: place})
    return [respond(team, given, questionnaire=questionnaire) for team, given in answers.items()]


def test_a_must_stays_where_another_question_calls_for_it_once_the_first_does_not() -> None:
    """Without Network nobody is close on attitude, but on watching they are, and on releasing, which is no matter."""
    when = '{ findings = ["close"], questions = ["risk.attitude", "risk.soak"] }'
    questionnaire = small(criterion("near", when=when))
    people = everybody(
        questionnaire,
        attitude={"endpoint": 2, "operations": 2, "network": 4},
        soak={"endpoint": 1, "operations": 3, "network": 5},
        release={"endpoint": 0, "operations": 2, "network": 2},
    )
    assert rests_on(questionnaire, people)["near"] == ()


def test_a_must_stays_where_one_of_two_questions_that_call_for_it_still_does() -> None:
    questionnaire = small(criterion("blocked", when='{ findings = ["blocker"], questions = ["control.*"] }'))
    people = voices_to(questionnaire, "control.release", needed={"endpoint": 5})
    people += voices_to(questionnaire, "control.minor", needed={"operations": 5})
    assert rests_on(questionnaire, people)["blocked"] == ()


def test_a_must_rests_on_the_only_team_that_was_asked_the_question_that_calls_for_it() -> None:
    questionnaire = small(criterion("blocked", when='{ findings = ["blocker"], questions = ["control.*"] }'))
    people = [
        respond("network", {"control.minor": Answer(needed=5)}, questionnaire=questionnaire),
        respond("endpoint", {"risk.attitude": Answer(position=1)}, questionnaire=questionnaire, depth=Depth.CORE),
    ]
    assert rests_on(questionnaire, people)["blocked"] == ("network",)


def test_a_must_rests_on_the_team_without_which_another_would_own_it() -> None:
    """Endpoint and Security name Endpoint, Operations itself: to be agreed. Without Operations it would be Endpoint."""
    questionnaire = small(criterion("stop", owner='{ task = "ownership.pause" }'))
    named = {"endpoint": "endpoint", "operations": "operations", "security": "endpoint"}
    people = voices_to(questionnaire, "ownership.pause", owner=named)
    assert rests_on(questionnaire, people)["stop"] == ("operations",)
