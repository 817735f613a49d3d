"""Small sets of responses, and every single answer in them moved by one step: what fragility is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from hypothesis import settings
from hypothesis import strategies as st

from questionnaires import Answer, Choice, Question, Questionnaire, Response, Scale
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Depth, Facet, Kind, Level
from scoring.fragility.changes import Change
from tests.given.builders import respond

EXAMPLES: Final = settings().max_examples // 10
"""Moving every answer takes its time; the thorough profile tries a thousand."""

TEAMS: Final = ("endpoint", "operations", "security", "network")
STATES: Final = (DONT_KNOW, NOT_APPLICABLE, None)

People = Sequence[tuple[str, Mapping[str, Mapping[str, Choice]]]]
"""The team of each person, and by question and facet what they choose."""


@st.composite
def people(draw: st.DrawFn, questionnaire: Questionnaire, questions: Sequence[str], most: int = 5) -> People:
    """Two to four teams, each of one to `most` people, who answer these questions.

    Every team keeps to a part of its scale, else hardly any would have a common position.
    """
    asked = [questionnaire.question_by_id[identifier] for identifier in questions]
    found = []
    for team in draw(st.lists(st.sampled_from(TEAMS), min_size=2, max_size=4, unique=True)):
        lowest = draw(st.integers(0, 4))
        part = range(lowest, draw(st.integers(lowest + 1, 5)) + 1)
        owners = draw(st.lists(st.integers(0, 6), min_size=1, max_size=3))
        one = st.fixed_dictionaries(
            {question.id: _choices(questionnaire, question, part, owners) for question in asked}
        )
        found += [(team, said) for said in draw(st.lists(one, min_size=1, max_size=most))]
    return found


def _choices(
    questionnaire: Questionnaire, question: Question, part: Sequence[int], owners: Sequence[int]
) -> st.SearchStrategy[dict[str, Choice]]:
    scale = questionnaire.scale_by_id[question.scale]
    places = {Level.ORDINAL: part, Level.NOMINAL: owners, Level.STATUS: range(len(scale.options))}[scale.level]
    options = [scale.choice(place) for place in places]
    chosen = st.sampled_from([*options, *options, *options, *STATES])
    facets = st.fixed_dictionaries({facet.value: chosen for facet in question.facets})
    return facets.map(lambda drawn: {facet: choice for facet, choice in drawn.items() if choice is not None})


def responses_of(questionnaire: Questionnaire, some: People) -> list[Response]:
    """What these people hand in."""
    return [
        respond(
            team,
            {question: Answer.model_validate(choices) for question, choices in said.items()},
            questionnaire=questionnaire,
            depth=Depth.CORE,
            respondent=f"person{place:04}",
        )
        for place, (team, said) in enumerate(some)
    ]


def every_move(questionnaire: Questionnaire, responses: list[Response]) -> Iterator[tuple[Change, list[Response]]]:
    """An ordinal answer or a status goes to the option beside it, an owner to any other.

    Where several of a team say the same, one of them is moved: who of them it is makes no difference.
    """
    seen = set()
    for place, response in enumerate(responses):
        for change, answer in _moves_of(questionnaire, response, responses):
            if change not in seen:
                seen.add(change)
                changed = response.model_copy(update={"answers": {**response.answers, change.question: answer}})
                yield change, [*responses[:place], changed, *responses[place + 1 :]]


def _moves_of(
    questionnaire: Questionnaire, response: Response, responses: Sequence[Response]
) -> Iterator[tuple[Change, Answer]]:
    """The changes of one person, each with the answer that it leads to."""
    team = response.respondent.team
    for identifier, answer in response.answers.items():
        question = questionnaire.question_by_id[identifier]
        scale = questionnaire.scale_by_id[question.scale]
        for facet in answer.facets:
            before = _place(scale, answer, facet)
            if before is None:
                continue
            of_team = [one.answer(identifier) for one in responses if one.respondent.team == team]
            answered = sum(_place(scale, one, facet) is not None for one in of_team)
            for after in range(len(scale.options)):
                if abs(after - before) == 1 or (question.kind is Kind.OWNERSHIP and after != before):
                    change = Change(identifier, facet, team, before, after, answered)
                    yield change, answer.model_copy(update={facet.value: scale.choice(after)})


def every_known(questionnaire: Questionnaire, responses: list[Response]) -> Iterator[tuple[Change, list[Response]]]:
    """Every *don't know* becomes each of the options.

    Where several of a team say so, one of them is changed: who of them it is makes no difference.
    """
    seen = set()
    for place, response in enumerate(responses):
        for change, answer in _known_by(questionnaire, response, responses):
            if change not in seen:
                seen.add(change)
                changed = response.model_copy(update={"answers": {**response.answers, change.question: answer}})
                yield change, [*responses[:place], changed, *responses[place + 1 :]]


def _known_by(
    questionnaire: Questionnaire, response: Response, responses: Sequence[Response]
) -> Iterator[tuple[Change, Answer]]:
    """What one person could say instead of *don't know*, each with the answer that it leads to."""
    team = response.respondent.team
    for identifier, answer in response.answers.items():
        scale = questionnaire.scale_by_id[questionnaire.question_by_id[identifier].scale]
        for facet in answer.facets:
            if answer.choice(facet) != DONT_KNOW:
                continue
            of_team = [one.answer(identifier) for one in responses if one.respondent.team == team]
            unknown = sum(one.choice(facet) == DONT_KNOW for one in of_team)
            for after in range(len(scale.options)):
                change = Change(identifier, facet, team, None, after, unknown)
                yield change, answer.model_copy(update={facet.value: scale.choice(after)})


def _place(scale: Scale, answer: Answer, facet: Facet) -> int | None:
    """The place of the option chosen; None for none, and for don't know and not applicable."""
    choice = answer.choice(facet)
    return None if choice is None else scale.index(choice)
