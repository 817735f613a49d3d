"""Limits of shares that add up to more than there is: what is found, told, and what one answer would change."""

from __future__ import annotations

from typing import Final

import pytest

from questionnaires import Answer, Questionnaire
from questionnaires.words import Depth, FindingKind
from scoring import Comparison, recommend
from scoring.comparison.agenda import AgendaEntry
from scoring.criteria.leverage import leverage
from scoring.firmness.again import Again
from scoring.fragility.criteria import Effect, criteria_fragility
from scoring.fragility.findings import fragility
from scoring.wording.changes import flip_sentence, flip_sentences
from scoring.wording.criteria import threshold_sentence
from scoring.wording.findings import finding_sentence
from tests.given.builders import Voices, compared, criterion, respond, small, voices_to

TOGETHER: Final = """
[[contradiction]]
id = "days_leave_no_room"
together = ["risk.soak", "risk.exposure", "risk.fleet"]
at_most = 50
text = "There are fifty days in all."
"""
COMPARISON: Final = {"soak": "at_least", "exposure": "at_most", "fleet": "at_most"}
F: Final = FindingKind.INFEASIBLE_TOGETHER


def default(question: str, days: int) -> str:
    """A criterion on one of the limits, with the days that stand where nobody answers."""
    threshold = (
        f'{{ question = "risk.{question}", default = {days}, unit = "days", one = "day",'
        f' comparison = "{COMPARISON[question]}", basis = "ours", sources = ["page"] }}'
    )
    # The days for the fleet are asked in full only, so that no must may rest on them.
    priority = '"should"' if question == "fleet" else '"must"'
    return criterion(f"{question}_{days}", threshold=threshold, statement='"Within {threshold}."', priority=priority)


FITTING: Final = TOGETHER + default("soak", 1) + default("exposure", 7) + default("fleet", 30)


def said(extra: str = FITTING, **limits: Voices) -> Comparison:
    """The comparison of these answers on days of watching, days open and days for the fleet."""
    questionnaire = small(extra)
    responses = [
        one for name, voices in limits.items() for one in voices_to(questionnaire, f"risk.{name}", position=voices)
    ]
    # Somebody is heard even where nobody knows anything of the limits.
    responses += voices_to(questionnaire, "risk.attitude", position={"network": 1})
    return compared(responses, questionnaire)


def sentences(comparison: Comparison) -> dict[str, str]:
    """By question, how its contradictions are told."""
    return {
        item.question.id: finding_sentence(comparison, finding)
        for item in comparison.questions
        for finding in item.findings
        if finding.kind is F
    }


# Days of watching: 0, 1, 3, 5, 7, 14; days open and for the fleet: 60, 30, 14, 7, 3, 1.
FLEET_OF_ALL: Final[Voices] = {"endpoint": 1, "security": 1}


def test_what_adds_up_to_all_that_there_is_fits() -> None:
    assert sentences(said(soak={"endpoint": 2}, exposure={"security": 3}, fleet=FLEET_OF_ALL)) == {}
    assert sentences(said(soak={"endpoint": 5}, exposure={"security": 3}, fleet=FLEET_OF_ALL)).keys() == {
        "risk.soak",
        "risk.exposure",
        "risk.fleet",
    }


def test_each_question_says_whose_value_is_whose_and_what_they_add_up_to() -> None:
    comparison = said(soak={"endpoint": 2, "operations": 0}, exposure={"security": 1}, fleet={"endpoint": "dont_know"})
    assert sentences(comparison)["risk.soak"] == (
        "Cannot hold together: 3 days by Endpoint here, 30 days by Security on “Days open” and 30 days by default on "
        "“Days for the fleet” add up to 63 days, above 50 days. There are fifty days in all."
    )
    assert sentences(comparison)["risk.fleet"] == (
        "Cannot hold together: 30 days by default here, 3 days by Endpoint on “Days of watching” and 30 days by "
        "Security on “Days open” add up to 63 days, above 50 days. There are fifty days in all."
    )


def test_of_several_defaults_the_largest_is_added_up_and_named() -> None:
    two = FITTING + default("fleet", 14)
    found = sentences(said(two, soak={"endpoint": 2}, exposure={"security": 1}, fleet={"endpoint": "dont_know"}))
    assert "30 days by default on “Days for the fleet”" in found["risk.soak"]


def test_a_team_is_concerned_whose_own_value_could_not_hold_with_the_others() -> None:
    """Fourteen days open and thirty for the fleet leave room for five days of watching, and not for fourteen."""
    comparison = said(
        soak={"endpoint": 5, "operations": 3}, exposure={"security": 2}, fleet={"endpoint": 1, "network": 0}
    )
    item = comparison.question("risk.soak")
    assert item is not None
    found = item.finding(F)
    assert found is not None
    assert found.teams == ("endpoint", "security", "network")
    assert (found.others, found.contradiction) == (("risk.exposure", "risk.fleet"), "days_leave_no_room")


def test_without_a_threshold_of_one_there_is_no_limit_to_add_up() -> None:
    without = TOGETHER + default("soak", 1) + default("exposure", 7)
    assert sentences(said(without, soak={"endpoint": 5}, exposure={"security": 0})) == {}


def test_it_takes_the_column_of_a_contradiction_on_the_agenda() -> None:
    comparison = said(soak={"endpoint": 2}, exposure={"security": 1}, fleet=FLEET_OF_ALL)
    entries: list[AgendaEntry] = [
        entry for entry in comparison.agenda.entries if entry.question in sentences(comparison)
    ]
    assert [[finding.kind for finding in entry.findings if finding.kind is F] for entry in entries] == [[F]] * 3


def test_one_answer_on_any_of_the_limits_that_makes_room_is_named() -> None:
    """Fourteen days open instead of thirty leave room; so do fourteen for the fleet."""
    comparison = said(soak={"endpoint": 2}, exposure={"security": 1}, fleet={"endpoint": 1})
    flips = fragility(comparison)
    item = comparison.question("risk.soak")
    assert item is not None
    finding = item.finding(F)
    assert finding is not None
    flip = flips[finding]
    changes = {(one.question, one.before, one.after) for one in (flip.change, *flip.others)}
    assert changes == {("risk.exposure", 1, 2), ("risk.fleet", 1, 2)}
    assert flip_sentence(comparison, flips, finding) == (
        "If Security said 14 days instead of 30 days on “Days open”, this would fall away; one answer of Endpoint "
        "could do the same."
    )


WATCHED_BY_DEFAULT: Final = TOGETHER + default("soak", 7) + default("exposure", 7) + default("fleet", 30)


def test_an_answer_that_would_tear_its_team_says_so() -> None:
    """Fourteen days open, of 60 and 14, are a day too many. With 60 and 7 all fit, and Security has no position."""
    nobody: Voices = {"endpoint": "dont_know"}
    comparison = said(WATCHED_BY_DEFAULT, soak=nobody, exposure={"security": [0, 2]}, fleet=nobody)
    flips = fragility(comparison)
    (finding,) = [found for found in flips if found.kind is F and found.question == "risk.exposure"]
    assert flips[finding].tears
    assert flip_sentence(comparison, flips, finding) == (
        "If one of the 2 people of Security said 7 days instead of 14 days, this would fall away, and Security would "
        "have no common position."
    )


def test_an_answer_that_tears_nobody_is_named_first_and_alone() -> None:
    comparison = said(soak={"endpoint": 4}, exposure={"security": [0, 2]}, fleet={"endpoint": "dont_know"})
    flips = [flip for found, flip in fragility(comparison).items() if found.kind is F]
    assert {(flip.change.question, flip.tears, flip.others) for flip in flips} == {("risk.soak", False, ())}


def test_of_two_contradictions_on_a_question_it_is_said_which_would_fall_away() -> None:
    """Seven days of watching against three days open, and with sixty for the fleet more than there is."""
    comparison = said(soak={"endpoint": 4}, exposure={"security": 4}, fleet={"endpoint": 0})
    item = comparison.question("risk.soak")
    assert item is not None
    findings = [finding for finding in item.findings if finding.kind is F]
    told = flip_sentences(comparison, fragility(comparison), findings)
    assert "“cannot hold together” with “Days open” would fall away" in told
    assert "“cannot hold together” with “Days open” and “Days for the fleet” would fall away" in told


def test_all_its_questions_are_compared_again_together() -> None:
    comparison = said(soak={"endpoint": 2}, exposure={"security": 1}, fleet=FLEET_OF_ALL)
    assert set(Again(comparison).group("risk.fleet")) == {"risk.soak", "risk.exposure", "risk.fleet"}


WAITS: Final = criterion("fit", when='{ findings = ["infeasible_together"], questions = ["risk.soak"] }')


def test_a_criterion_that_waits_for_it_hangs_on_all_its_questions_and_falls_away_with_one_answer() -> None:
    comparison = said(FITTING + WAITS, soak={"endpoint": 2}, exposure={"security": 1}, fleet={"endpoint": 1})
    criteria = recommend(comparison)
    hanging = leverage(criteria)
    assert {name for name, one in hanging.items() if [c.id for c in one.trigger] == ["fit"]} == set(
        sentences(comparison)
    )
    dropped = [flip for flip in criteria_fragility(comparison, criteria)["fit"] if flip.effect is Effect.DROPPED]
    assert [(flip.change.question, flip.change.after) for flip in dropped] == [("risk.exposure", 2)]


def test_a_threshold_names_all_with_which_it_cannot_hold_in_one_sentence() -> None:
    comparison = said(soak={"endpoint": 2}, exposure={"security": 1}, fleet={"endpoint": 1})
    threshold = recommend(comparison)[0].threshold
    assert threshold.infeasible_with == (("risk.exposure", "risk.fleet"),)
    assert threshold_sentence(comparison, threshold).endswith(
        "Not settled yet: it cannot hold together with “Days open” and “Days for the fleet”, see the agenda."
    )


def test_a_limit_that_nobody_was_asked_about_counts_with_its_default() -> None:
    questionnaire: Questionnaire = small(FITTING)
    answers = {"risk.soak": Answer(position=5), "risk.exposure": Answer(position=3)}
    core = [respond("endpoint", answers, questionnaire=questionnaire, depth=Depth.CORE)]
    comparison = compared(core, questionnaire)
    assert comparison.question("risk.fleet") is None
    assert set(sentences(comparison)) == {"risk.soak", "risk.exposure"}
    assert {one.id: bool(one.threshold.infeasible_with) for one in recommend(comparison)}["fleet_30"]


@pytest.mark.parametrize("open_for", range(6))
def test_asking_for_less_to_be_used_up_never_takes_room_away(open_for: int) -> None:
    """Fewer days open are stricter, and leave more room to the others."""
    fits = not sentences(said(soak={"endpoint": 0}, exposure={"security": open_for}, fleet=FLEET_OF_ALL))
    assert fits is (open_for >= 2)
