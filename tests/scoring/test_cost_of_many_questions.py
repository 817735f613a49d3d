"""What twice as many questions cost, in lines that are run: twice as much, and an example beside a rule no more."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from questionnaires import Answer, Questionnaire, reference_to
from questionnaires.loading import assemble
from scoring import compare, recommend, tally
from scoring.criteria.examples import called_for
from tests.given.builders import HEADER, criterion, respond
from tests.given.large_questionnaire import large

FEW, MANY = 60, 120

EXAMPLE = """
[[criterion.example]]
text = "Far apart."
fires = true
answers = { "s0.q3" = { red = { position = 0 }, blue = { position = 5 } } }
"""


def lines(action: Callable[[], object]) -> int:
    """How many lines of Python are run, each pass of a loop counted anew."""
    count = 0

    def counted(_: FrameType, event: str, __: object) -> Any:
        nonlocal count
        count += event == "line"
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        action()
    finally:
        sys.settrace(before)
    return count


def with_rules(questions: int, when: str) -> Questionnaire:
    """Four rules; the first has an example."""
    rules = criterion("rule0", when=when) + EXAMPLE + "".join(criterion(f"rule{n}", when=when) for n in (1, 2, 3))
    return assemble([("large.toml", large(questions).encode()), ("rules.toml", (HEADER + rules).encode())])


def cost_of_criteria(questions: int, when: str) -> int:
    """Of the criteria that two teams call for who are far apart on every question."""
    questionnaire = with_rules(questions, when)
    people = [
        respond(team, {question.id: Answer(position=place) for question in questionnaire.questions})
        for team, place in (("red", 0), ("blue", 5))
    ]
    people = [one.model_copy(update={"questionnaire": reference_to(questionnaire)}) for one in people]
    comparison = compare(questionnaire, tally(questionnaire, people), 1)
    return lines(lambda: recommend(comparison))


def cost_of_an_example(questions: int) -> int:
    questionnaire = with_rules(questions, '{ findings = ["far_apart"], questions = ["s0.q3"] }')
    (candidate, *_) = questionnaire.candidates
    assert called_for(questionnaire, candidate, candidate.examples[0])
    return lines(lambda: called_for(questionnaire, candidate, candidate.examples[0]))


def test_criteria_for_each_question_cost_in_proportion() -> None:
    when = '{ findings = ["far_apart"], questions = ["s0.*"], each = true }'
    assert cost_of_criteria(MANY, when) < 2.1 * cost_of_criteria(FEW, when)


def test_a_criterion_on_all_questions_costs_in_proportion() -> None:
    when = '{ findings = ["far_apart"], questions = ["s0.*"] }'
    assert cost_of_criteria(MANY, when) < 2.1 * cost_of_criteria(FEW, when)


def test_an_example_costs_what_its_own_questions_do() -> None:
    assert cost_of_an_example(MANY) < 1.5 * cost_of_an_example(FEW)
