"""Which criteria are recommended: when, for which questions, in which order, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from questionnaires import Answer, Questionnaire, Response
from questionnaires.words import FindingKind
from scoring.comparison.answers import Because, reasons
from scoring.comparison.findings import Finding
from scoring.comparison.ownership import Owner, OwnerOrigin
from scoring.criteria.criteria import Criterion, recommend
from tests.given.builders import compared, criterion, respond, small, voices_to

BLOCKERS = '{ findings = ["blocker"], questions = ["control.*"]%s }'
NEEDS = {"endpoint": 5, "operations": 2}


def recommended(questionnaire: Questionnaire, responses: list[Response]) -> tuple[Criterion, ...]:
    return recommend(compared(responses, questionnaire))


def needed(questionnaire: Questionnaire, *questions: str) -> list[Response]:
    return [one for question in questions for one in voices_to(questionnaire, question, needed=NEEDS)]


def test_a_criterion_that_is_always_meant_needs_no_answers() -> None:
    (found,) = recommended(small(criterion("stop")), [])
    assert (found.id, found.statement, found.findings) == ("stop", "Stopped within 24 hours.", ())


def test_a_criterion_is_meant_when_its_finding_is_there() -> None:
    questionnaire = small(criterion("blocked", when=BLOCKERS % ""))
    (found,) = recommended(questionnaire, needed(questionnaire, "control.release"))
    assert [(finding.kind, finding.question) for finding in found.findings] == [
        (FindingKind.BLOCKER, "control.release")
    ]


def test_a_criterion_is_not_meant_without_its_finding() -> None:
    questionnaire = small(criterion("blocked", when=BLOCKERS % ""))
    assert recommended(questionnaire, needed(questionnaire, "control.unclear")) == ()


def test_a_finding_on_another_question_means_nothing() -> None:
    when = '{ findings = ["blocker"], questions = ["control.minor", "risk.*"] }'
    questionnaire = small(criterion("blocked", when=when))
    assert recommended(questionnaire, needed(questionnaire, "control.release")) == ()


def test_several_questions_make_one_criterion() -> None:
    questionnaire = small(criterion("blocked", when=BLOCKERS % ""))
    (found,) = recommended(questionnaire, needed(questionnaire, "control.release", "control.minor"))
    assert found.questions == ("control.release", "control.minor")


def test_with_each_every_question_makes_its_own() -> None:
    part = criterion("blocked", when=BLOCKERS % ", each = true", statement='"{question} within {threshold}."')
    questionnaire = small(part)
    found = recommended(questionnaire, needed(questionnaire, "control.release", "control.minor"))
    assert [(one.id, one.statement) for one in found] == [
        ("blocked.control.release", "Releasing within 24 hours."),
        ("blocked.control.minor", "Minor matter within 24 hours."),
    ]


def test_impacts_narrow_the_questions() -> None:
    questionnaire = small(criterion("blocked", when=BLOCKERS % ', impacts = ["low"]'))
    (found,) = recommended(questionnaire, needed(questionnaire, "control.release", "control.minor"))
    assert found.questions == ("control.minor",)


@pytest.mark.parametrize(
    ("default", "unit", "words"),
    [
        ("1", "hours", "1 hours"),
        ("8", "hours", "8 hours"),
        ("100", "%", "100 %"),
        ("1", "%", "1 %"),
        ("2.50", "%", "2.5 %"),
        ("0", "days", "0 days"),
    ],
)
def test_the_threshold_is_written_out_with_its_unit(default: str, unit: str, words: str) -> None:
    part = f'{{ default = {default}, unit = "{unit}", comparison = "at_most", basis = "ours", sources = ["page"] }}'
    (found,) = recommended(small(criterion("stop", threshold=part)), [])
    assert found.statement == f"Stopped within {words}."


@pytest.mark.parametrize(
    ("default", "words"), [("1", "1 copy"), ("1.0", "1 copy"), ("0.1", "0.1 copies"), ("2", "2 copies")]
)
def test_a_questionnaire_says_what_one_is_called(default: str, words: str) -> None:
    unit = 'unit = "copies", one = "copy"'
    part = f'{{ default = {default}, {unit}, comparison = "at_most", basis = "ours", sources = ["page"] }}'
    (found,) = recommended(small(criterion("stop", threshold=part)), [])
    assert found.statement == f"Stopped within {words}."


def test_criteria_come_by_gate_then_priority_then_the_catalogues_order() -> None:
    parts = [
        ("late", "24_months", "must"),
        ("could", "leave_pilot", "could"),
        ("second", "leave_pilot", "must"),
        ("broad", "broad_ring", "should"),
        ("third", "leave_pilot", "must"),
        ("should", "leave_pilot", "should"),
    ]
    text = "".join(criterion(name, gate=f'"{gate}"', priority=f'"{priority}"') for name, gate, priority in parts)
    assert [one.id for one in recommended(small(text), [])] == ["second", "third", "should", "could", "broad", "late"]


def test_the_reasons_are_the_answers_of_the_teams_concerned() -> None:
    questionnaire = small(criterion("blocked", when=BLOCKERS % ""))
    (found,) = recommended(questionnaire, needed(questionnaire, "control.release"))
    assert found.because == (Because("control.release", "endpoint", "needs 5 “Five”"),)


def test_a_finding_without_teams_has_the_answers_of_all() -> None:
    questionnaire = small(criterion("same", when='{ findings = ["unanimous"], questions = ["risk.*"] }'))
    responses = voices_to(questionnaire, "risk.attitude", position={"endpoint": 2, "operations": 2})
    (found,) = recommended(questionnaire, responses)
    assert found.because == (
        Because("risk.attitude", "endpoint", "2 “Two”"),
        Because("risk.attitude", "operations", "2 “Two”"),
    )


def test_a_contradiction_has_reasons_on_both_questions() -> None:
    when = '{ findings = ["infeasible_together"], questions = ["risk.*"] }'
    questionnaire = small(criterion("fit", when=when))
    responses = voices_to(questionnaire, "risk.soak", position={"endpoint": 5})
    responses += voices_to(questionnaire, "risk.exposure", position={"operations": 5})
    (found,) = recommended(questionnaire, responses)
    assert found.because == (
        Because("risk.soak", "endpoint", "14 days"),
        Because("risk.exposure", "operations", "1 day"),
    )


def test_only_a_criterion_of_one_question_has_that_question_in_its_title() -> None:
    of_each = ["A criterion: Releasing", "A criterion: Minor matter"]
    for each, titles in ((", each = true", of_each), ("", ["A criterion"])):
        questionnaire = small(criterion("blocked", when=BLOCKERS % each))
        found = recommended(questionnaire, needed(questionnaire, "control.release", "control.minor"))
        assert [one.title for one in found] == titles


def test_a_rule_on_one_of_two_limits_has_reasons_on_both() -> None:
    questionnaire = small(criterion("fit", when='{ findings = ["infeasible_together"], questions = ["risk.soak"] }'))
    responses = voices_to(questionnaire, "risk.soak", position={"endpoint": 5})
    responses += voices_to(questionnaire, "risk.exposure", position={"operations": 5})
    (found,) = recommended(questionnaire, responses)
    assert [(one.question, one.team) for one in found.because] == [
        ("risk.soak", "endpoint"),
        ("risk.exposure", "operations"),
    ]


def test_a_team_that_does_not_know_an_owner_says_so_as_a_reason() -> None:
    questionnaire = small(criterion("known", when='{ findings = ["unknown"], questions = ["ownership.*"] }'))
    answers = {"ownership.pause": Answer(owner="dont_know"), "risk.attitude": Answer(position=2)}
    (found,) = recommended(questionnaire, [respond("endpoint", answers, questionnaire=questionnaire)])
    assert found.because == (Because("ownership.pause", "endpoint", "don't know"),)


def test_a_team_that_was_not_asked_gives_no_reason() -> None:
    questionnaire = small(criterion("same", when='{ findings = ["unanimous"], questions = ["risk.*"] }'))
    responses = voices_to(questionnaire, "risk.taste", position={"endpoint": 2, "operations": 2})
    responses += voices_to(questionnaire, "risk.attitude", position={"security": 2})
    (found,) = recommended(questionnaire, responses)
    assert {reason.team for reason in found.because} == {"endpoint", "operations"}


def test_a_question_that_nobody_was_asked_gives_no_reason() -> None:
    finding = Finding(FindingKind.UNANIMOUS, "risk.attitude", ("endpoint",))
    assert list(reasons(compared([]), finding)) == []


def test_the_threshold_names_every_teams_own_value_as_a_reason() -> None:
    part = (
        '{ question = "risk.hours_to_stop", default = 24, unit = "hours", comparison = "at_most",'
        ' basis = "ours", sources = ["page"] }'
    )
    questionnaire = small(criterion("stop", threshold=part))
    responses = voices_to(questionnaire, "risk.hours_to_stop", position={"endpoint": 1, "security": 3})
    (found,) = recommended(questionnaire, responses)
    assert found.questions == ("risk.hours_to_stop",)
    assert [(one.team, one.answer) for one in found.because] == [("endpoint", "2 days"), ("security", "8 hours")]


def test_a_criterion_without_statement_cannot_be_made() -> None:
    (found,) = recommended(small(criterion("stop")), [])
    with pytest.raises(ValueError, match="criterion stop lacks"):
        replace(found, statement="")


def test_a_criterion_without_owner_cannot_be_made() -> None:
    (found,) = recommended(small(criterion("stop")), [])
    with pytest.raises(ValueError, match="criterion stop lacks"):
        replace(found, owner=Owner("", OwnerOrigin.TO_BE_NAMED))


def test_no_criterion_is_made_without_a_reason() -> None:
    (found,) = recommended(small(criterion("stop")), [])
    unfounded = found.candidate.model_copy(update={"reason": ""})
    with pytest.raises(ValueError, match="criterion stop lacks"):
        replace(found, candidate=unfounded)


def test_every_criterion_of_a_recommendation_has_an_id_of_its_own() -> None:
    when = '{ findings = ["far_apart"], questions = ["control.*", "risk.*"], each = true }'
    again = """
[[question]]
id = "risk.release"
kind = "position"
title = "Releasing, the risk"
text = "Which risk of releasing?"
help = "The same last word as another question."
scale = "ladder"
depth = "full"
impact = "high"
reversible = "two-way"
sources = ["page"]
"""
    questionnaire = small(again + criterion("apart", when=when, statement='"{question} settled."'))
    ends = {"endpoint": 0, "operations": 5}
    responses = voices_to(questionnaire, "control.release", needed=ends)
    responses += voices_to(questionnaire, "risk.release", position=ends)
    identifiers = [one.id for one in recommended(questionnaire, responses)]
    assert len(set(identifiers)) == len(identifiers) == 2
