"""The examples beside the rules for criteria: what they do, and that every one of the catalogue does what it says."""

from __future__ import annotations

import pytest

from questionnaires import Answer, Candidate, Example, builtin
from questionnaires.words import FindingKind
from scoring.comparison.ownership import TO_BE_NAMED, Owner, OwnerOrigin
from scoring.comparison.thresholds import Origin
from scoring.criteria.criteria import MOST_MUSTS
from scoring.criteria.examples import called_for, not_holding
from tests.given.builders import criterion, small

CATALOGUE = builtin()
RULES = [candidate for candidate in CATALOGUE.candidates if candidate.when.findings]
EXAMPLES = [
    pytest.param(candidate, place, id=f"{candidate.id}-{place}-{'fires' if example.fires else 'stays silent'}")
    for candidate in RULES
    for place, example in enumerate(candidate.examples)
]
SHOWN = [
    pytest.param(candidate, kind, id=f"{candidate.id}-{kind.value}")
    for candidate in RULES
    for kind in candidate.when.findings
    if kind is not FindingKind.NO_COMMON_POSITION  # takes two voices of one team, and an example has one
]
BLOCKED = '{ findings = ["blocker"], questions = ["control.*"] }'


def example(fires: bool, *, needed: int, wanted: int = 0, text: str = "Two teams on releasing.") -> str:
    """An example on how much control endpoint needs over releasing, of which at most 3 can be had."""
    return f"""
[[criterion.example]]
text = "{text}"
fires = {str(fires).lower()}
[criterion.example.answers."control.release"]
endpoint = {{ needed = {needed}, wanted = {wanted} }}
security = {{ needed = 1, wanted = "dont_know" }}
"""


def wrong(when: str, *examples: str) -> list[int]:
    """The places of the examples that do not hold, beside a rule with this condition."""
    questionnaire = small(criterion("rule", when=when) + "".join(examples))
    (candidate,) = questionnaire.candidates
    return [place for place, _ in not_holding(questionnaire, candidate)]


@pytest.mark.parametrize(("candidate", "place"), EXAMPLES)
def test_every_example_of_the_catalogue_holds(candidate: Candidate, place: int) -> None:
    found = candidate.examples[place]
    assert bool(called_for(CATALOGUE, candidate, found)) is found.fires, found.text


@pytest.mark.parametrize(("candidate", "kind"), SHOWN)
def test_every_finding_that_triggers_a_rule_has_an_example(candidate: Candidate, kind: FindingKind) -> None:
    firing = [found for found in candidate.examples if found.fires]
    criteria = [one for found in firing for one in called_for(CATALOGUE, candidate, found)]
    assert kind in {finding.kind for one in criteria for finding in one.findings}


def test_an_example_that_fires_as_it_says_holds() -> None:
    assert wrong(BLOCKED, example(True, needed=4)) == []


def test_an_example_that_stays_silent_as_it_says_holds() -> None:
    assert wrong(BLOCKED, example(False, needed=3)) == []


def test_the_examples_that_do_not_hold_are_named_by_their_places() -> None:
    silent, loud = example(True, needed=3), example(False, needed=4)
    assert wrong(BLOCKED, example(True, needed=4), silent, example(False, needed=3), loud) == [1, 3]


def test_a_rule_without_examples_has_none_that_fails() -> None:
    assert wrong(BLOCKED) == []


def test_with_each_the_criterion_of_any_question_counts() -> None:
    assert wrong(BLOCKED.replace(" }", ", each = true }"), example(True, needed=4)) == []


def test_another_rule_that_fires_does_not_count() -> None:
    loud, silent = criterion("loud", when=BLOCKED), criterion("silent", when=BLOCKED.replace("blocker", "exposed"))
    questionnaire = small(loud + silent + example(True, needed=4, wanted=4))
    assert [place for place, _ in not_holding(questionnaire, questionnaire.candidates[1])] == [0]


def test_rules_that_always_apply_have_no_say() -> None:
    before = "".join(criterion(f"must_{place}") for place in range(MOST_MUSTS))
    questionnaire = small(before + criterion("rule", when=BLOCKED) + example(True, needed=4))
    candidate = questionnaire.candidates[-1]
    (found,) = called_for(questionnaire, candidate, candidate.examples[0])
    assert found.candidate == candidate
    assert list(not_holding(questionnaire, candidate)) == []


def test_what_an_example_leaves_open_stands_on_its_default() -> None:
    threshold = (
        '{ question = "risk.hours_to_stop", default = 24, unit = "hours", comparison = "at_most", basis = "ours",'
        ' sources = ["page"] }'
    )
    rule = criterion("rule", when=BLOCKED, threshold=threshold, owner='{ task = "ownership.pause" }')
    questionnaire = small(rule + example(True, needed=4))
    (candidate,) = questionnaire.candidates
    (found,) = called_for(questionnaire, candidate, candidate.examples[0])
    assert (found.threshold.question, found.threshold.origin) == ("risk.hours_to_stop", Origin.DEFAULT_OURS)
    assert found.owner == Owner(TO_BE_NAMED, OwnerOrigin.TO_BE_NAMED, (), "ownership.pause")


def test_what_is_found_where_nobody_answers_counts_in_an_example_as_well() -> None:
    when = '{ findings = ["not_comparable"], questions = ["risk.attitude"] }'
    assert wrong(when, example(True, needed=1)) == []


def test_a_team_speaks_with_one_voice_on_all_questions_of_an_example() -> None:
    questionnaire = small(criterion("rule", when='{ findings = ["infeasible_together"], questions = ["risk.*"] }'))
    said = Example(
        text="Endpoint contradicts itself.",
        fires=True,
        answers={
            "risk.soak": {"endpoint": Answer(position=5)},
            "risk.exposure": {"endpoint": Answer(position=5)},
        },
    )
    (found,) = called_for(questionnaire, questionnaire.candidates[0], said)
    assert found.findings[0].teams == ("endpoint",)
