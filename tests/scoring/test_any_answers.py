"""Whatever teams answer to the built-in questionnaire, it can be compared, and all that is said reads as a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires import Answer, Question, Response, builtin
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Depth, Facet, Gate, Level, Priority
from scoring import Comparison, Criterion, compare, recommend, tally
from scoring.comparison.ownership import OwnerOrigin
from scoring.criteria.criteria import MOST_MUSTS
from scoring.wording.criteria import because_sentences, owner_sentence, threshold_sentence
from scoring.wording.findings import finding_sentence
from tests.given.builders import respond

QUESTIONNAIRE: Final = builtin()
TEAMS: Final = [team.id for team in QUESTIONNAIRE.teams]
UNFINISHED: Final = re.compile(r"\bNone\b|[{}\n]|Fraction|Decimal|FindingKind")


def answer(question: Question, chance: Random, temper: float) -> Answer:
    """A valid answer; a high temper goes to the ends of the scale."""
    scale = QUESTIONNAIRE.scale_by_id[question.scale]
    chosen: dict[str, int | str] = {}
    for facet in question.facets:
        draw = chance.random()
        if draw < 0.08:
            continue
        if draw < 0.2:
            chosen[facet.value] = chance.choice([DONT_KNOW, NOT_APPLICABLE])
        elif scale.level is Level.ORDINAL and draw < temper:
            chosen[facet.value] = chance.choice([0, 5])
        else:
            chosen[facet.value] = scale.choice(chance.randrange(len(scale.options)))
    need = chosen.get(Facet.NEEDED)
    if isinstance(need, int) and need >= 4:
        chosen["basis"] = chance.choice(["law", "contract", "audit", "incident", "judgement"])
    return Answer(**chosen, flag=chance.random() < 0.1)  # type: ignore[arg-type]  # each facet has its own type


def people(seed: int, teams: list[str], largest: int, temper: float) -> Iterator[Response]:
    chance = Random(seed)
    for team in teams:
        for place in range(chance.randint(1, largest)):
            depth = chance.choice([Depth.CORE, Depth.FULL])
            answers = {
                question.id: answer(question, chance, temper) for question in QUESTIONNAIRE.asked_of(team, depth)
            }
            name = f"{team.replace('_', '')}{place:04}"
            yield respond(team, answers, questionnaire=QUESTIONNAIRE, depth=depth, respondent=name)


groups = st.builds(
    lambda seed, teams, largest, temper: list(people(seed, teams, largest, temper)),
    st.integers(0, 2**32),
    st.lists(st.sampled_from(TEAMS), unique=True, max_size=len(TEAMS)),
    st.sampled_from([1, 1, 3]),
    st.sampled_from([0.2, 0.6, 1.0]),
)


def outcome(responses: list[Response]) -> tuple[Comparison, tuple[Criterion, ...]]:
    comparison = compare(QUESTIONNAIRE, tally(QUESTIONNAIRE, responses), 1)
    return comparison, recommend(comparison)


def sentences(comparison: Comparison, criteria: tuple[Criterion, ...]) -> Iterator[str]:
    for item in comparison.questions:
        for finding in item.findings:
            yield finding_sentence(comparison, finding)
    for criterion in criteria:
        yield criterion.statement
        yield threshold_sentence(comparison, criterion.threshold)
        if criterion.owner.origin is not OwnerOrigin.ROLE:
            yield owner_sentence(comparison, criterion.owner)


@settings(max_examples=12)
@given(groups)
def test_everything_said_is_one_finished_sentence(responses: list[Response]) -> None:
    for sentence in sentences(*outcome(responses)):
        assert not UNFINISHED.search(sentence), sentence
        assert sentence.endswith("."), sentence
        assert not sentence[0].islower(), sentence


@settings(max_examples=6)
@given(groups)
def test_every_reason_quotes_an_answer(responses: list[Response]) -> None:
    comparison, criteria = outcome(responses)
    for criterion in criteria:
        assert all(reason.answer for reason in criterion.because)
        for line in because_sentences(comparison, criterion):
            assert "\n" not in line
            assert " – " in line


@settings(max_examples=6)
@given(groups)
def test_criteria_are_complete_each_its_own_and_at_most_ten_musts_always_apply(responses: list[Response]) -> None:
    _, criteria = outcome(responses)
    assert len({criterion.id for criterion in criteria}) == len(criteria)
    musts = [c for c in criteria if c.gate is Gate.LEAVE_PILOT and c.priority is Priority.MUST]
    assert sum(criterion.candidate.when.always for criterion in musts) <= MOST_MUSTS
    assert all(criterion.candidate.when.always for criterion in criteria if criterion.deferred)
    for criterion in criteria:
        assert criterion.owner.named
        assert criterion.measure.numerator
        assert criterion.measure.denominator or criterion.measure.entry


@settings(max_examples=6)
@given(groups, st.randoms(use_true_random=False))
def test_the_order_of_respondents_changes_nothing(responses: list[Response], chance: Random) -> None:
    shuffled = list(responses)
    chance.shuffle(shuffled)
    assert outcome(shuffled) == outcome(responses)


@settings(max_examples=6)
@given(groups)
def test_every_question_of_the_agenda_has_its_findings(responses: list[Response]) -> None:
    comparison, _ = outcome(responses)
    for entry in comparison.agenda.entries:
        assert entry.findings
    listed = [entry.question for entry in comparison.agenda.entries]
    assert len(set(listed)) == len(listed)
    assert {entry.question for entry in comparison.agenda.entries if entry.flags} <= set(comparison.agenda.flagged)


@pytest.mark.parametrize("team", TEAMS)
def test_one_silent_respondent_makes_no_team_and_breaks_nothing(team: str) -> None:
    comparison, criteria = outcome([respond(team, {}, questionnaire=QUESTIONNAIRE)])
    assert (comparison.teams, comparison.questions, comparison.agenda.entries) == ((), (), ())
    assert [criterion.candidate.when.always for criterion in criteria] == [True] * len(criteria)
