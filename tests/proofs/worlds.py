"""Rounds of responses drawn from a seed: who answers, in which rounds, and what."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from questionnaires import Answer, Question, Questionnaire, QuestionnaireRef, Respondent, Response, reference_to
from questionnaires.decisions import Decision
from questionnaires.words import BASIS_FROM, DONT_KNOW, Depth, Facet, Kind, Level
from tests.given.builders import THEN
from tests.proofs.climates import answers
from tests.proofs.fields import any_field
from tests.proofs.reading import read
from tests.proofs.rooms import room_in, with_counts

MOST_PEOPLE: Final = 15


@dataclass(frozen=True, slots=True)
class Person:
    """Who answers; the same in every round."""

    id: str
    team: str
    depth: Depth
    is_done: bool


Given = dict[Person, dict[str, Answer]]
"""What each person answers, by question."""


@dataclass(frozen=True, slots=True)
class World:
    """One or two rounds of a questionnaire; with `carrying`, answers of the first stand in the second. Beside them
    what the room `decided` after the first, and entries that exclude each other."""

    seed: int
    questionnaire: Questionnaire
    rounds: tuple[tuple[Response, ...], ...]
    carrying: bool
    decided: tuple[Decision, ...] = ()
    clashes: tuple[tuple[Decision, ...], ...] = ()

    @property
    def responses(self) -> tuple[Response, ...]:
        """The responses of all rounds."""
        return tuple(response for responses in self.rounds for response in responses)


def world(seed: int, questionnaire: Questionnaire | None = None) -> World:
    """The rounds of this seed, on a questionnaire that it chooses where none is given."""
    chance = random.Random(seed)
    chosen = questionnaire or any_field(chance)
    people = _people(chance, chosen)
    given = _answers(chance, chosen, people, _asked(chance, chosen))
    if chance.random() < 0.01:
        given = {person: {} for person in people}
    elif chance.random() < 0.01:
        given = {person: _nothing_known(chosen, said) for person, said in given.items()}
    ref = reference_to(chosen)
    rounds = [_responses(ref, 1, given, None)]
    if chance.random() < 0.5:
        only = _taken_up(chance, chosen)
        asked = [question for question in chosen.questions if only is None or question.id in only]
        again = _answers(chance, chosen, _people_later(chance, chosen, people), asked)
        later = _later(chance, chosen, given, again)
        # Now and then some open a fresh file, in which everything is asked.
        whole = {person for person in later if chance.random() < 0.5} if chance.random() < 0.2 else set()
        rounds.append(
            tuple(
                one
                for person, said in later.items()
                for one in _responses(ref, 2, {person: said}, None if person in whole else only)
            )
        )
    return World(seed, chosen, tuple(rounds), len(rounds) == 2 and chance.random() < 0.5)


def decided_world(seed: int) -> World:
    """The world of this seed after its room has met."""
    drawn = world(seed)
    decided = room_in(drawn.questionnaire, random.Random(f"room {seed}"))
    talked_about = read(drawn.questionnaire, drawn.rounds[0])
    clashes = tuple((one, one.model_copy(update={"id": f"{one.id}a", "decider": "Cy Dorn"})) for one in decided[:1])
    return replace(drawn, decided=tuple(with_counts(talked_about, one) for one in decided[1:]), clashes=clashes)


def _nothing_known(questionnaire: Questionnaire, said: Mapping[str, Answer]) -> dict[str, Answer]:
    """The same questions answered, each with *don't know*."""
    facets = {question: questionnaire.question_by_id[question].facets for question in said}
    return {
        name: Answer.model_validate(dict.fromkeys((f.value for f in mine), DONT_KNOW)) for name, mine in facets.items()
    }


def _people(chance: random.Random, questionnaire: Questionnaire) -> list[Person]:
    teams = [team.id for team in questionnaire.teams]
    most = min(7, len(teams))
    count = 1 if chance.random() < 0.03 else chance.randint(2, most)
    style = chance.choice(("single", "single", "few", "few", "few", "mixed", "mixed", "many"))
    # The whole of the largest questionnaire is asked of fewer, so that no round takes a second.
    limit = MOST_PEOPLE if len(questionnaire.questions) < 60 else 5
    largest = {"single": 1, "few": 4, "mixed": limit, "many": limit}[style]
    sizes = {team: chance.randint(1, largest) for team in chance.sample(teams, count)}
    if style == "many":
        sizes[chance.choice(list(sizes))] = limit
    depths = (Depth.FULL,) if chance.random() < 0.7 else (Depth.FULL, Depth.CORE)
    return [_person(chance, team, number, depths) for team, size in sizes.items() for number in range(size)]


def _person(chance: random.Random, team: str, number: int, depths: Sequence[Depth]) -> Person:
    return Person(f"{team.replace('_', '')}{number:02}", team, chance.choice(depths), chance.random() < 0.8)


def _people_later(chance: random.Random, questionnaire: Questionnaire, before: list[Person]) -> list[Person]:
    """Most of them again, and a few others: some of teams that had not answered."""
    gone = {team.id for team in questionnaire.teams if chance.random() < 0.12}
    stay = [person for person in before if person.team not in gone and chance.random() < 0.8]
    teams = sorted({person.team for person in before})
    if chance.random() < 0.25:
        teams.append(chance.choice([team.id for team in questionnaire.teams]))
    new = [
        _person(chance, team, 50 + number, (Depth.FULL,))
        for team in teams
        for number in range(chance.choice((0, 0, 0, 1, 2)))
    ]
    # A team that is chosen twice has new people once: one person answers a round once.
    return list({person.id: person for person in (*stay, *new)}.values()) or before


def _asked(chance: random.Random, questionnaire: Questionnaire) -> list[Question]:
    """All of them, but for some rounds that leave a few open."""
    if chance.random() < 0.85:
        return list(questionnaire.questions)
    return [question for question in questionnaire.questions if chance.random() < 0.7]


def _taken_up(chance: random.Random, questionnaire: Questionnaire) -> tuple[str, ...] | None:
    if chance.random() < 0.5:
        return None
    few = [question.id for question in questionnaire.questions if chance.random() < 0.5]
    return tuple(few) or (questionnaire.questions[0].id,)


def _answers(
    chance: random.Random, questionnaire: Questionnaire, people: Sequence[Person], asked: Sequence[Question]
) -> Given:
    """What everybody answers; who is not asked a question answers it only now and then."""
    sizes = dict(Counter(person.team for person in people))
    given: Given = {person: {} for person in people}
    for question in asked:
        said = answers(chance, questionnaire, question, sizes)
        turns = {team: iter(rows) for team, rows in said.items()}
        for person in people:
            choices = next(turns[person.team])
            is_asked = question.is_asked_of(person.team, person.depth)
            if choices and (is_asked or chance.random() < 0.02):
                given[person][question.id] = _answer(chance, questionnaire, question, choices)
    for person in people:
        if chance.random() < 0.03:
            given[person] = {}
    return given


def _answer(
    chance: random.Random, questionnaire: Questionnaire, question: Question, choices: Mapping[Facet, int | str]
) -> Answer:
    parts: dict[str, Any] = {facet.value: choice for facet, choice in choices.items()}
    need = choices.get(Facet.NEEDED)
    if question.kind is Kind.CONTROL and isinstance(need, int) and need >= BASIS_FROM and chance.random() < 0.7:
        parts["basis"] = chance.choice(questionnaire.scale_by_id["basis"].options).key
    return Answer(**parts, flag=chance.random() < 0.03)


def _later(chance: random.Random, questionnaire: Questionnaire, before: Given, again: Given) -> Given:
    """Who was there before says the same again on some questions, moves by a step on some, and answers others anew."""
    ways = {
        question.id: chance.choice(("same", "same", "moved", "moved", "anew", "anew"))
        for question in questionnaire.questions
    }
    later: Given = {}
    for person, said in again.items():
        kept = before.get(person, {})
        later[person] = {
            question: _again(chance, questionnaire, question, ways[question], kept.get(question, answer), answer)
            for question, answer in said.items()
        }
    return later


def _again(
    chance: random.Random, questionnaire: Questionnaire, question: str, way: str, old: Answer, new: Answer
) -> Answer:
    scale = questionnaire.scale_by_id[questionnaire.question_by_id[question].scale]
    if way == "anew":
        return new
    if way == "same" or scale.level is not Level.ORDINAL or chance.random() < 0.5:
        return old
    step = chance.choice((-1, 1))
    moved = {
        facet.value: choice + step
        for facet in old.facets
        if isinstance(choice := old.choice(facet), int) and 0 <= choice + step < len(scale.options)
    }
    changed = old.model_copy(update=moved)
    return changed if changed.wants_basis else changed.model_copy(update={"basis": None})


def _responses(ref: QuestionnaireRef, number: int, given: Given, only: tuple[str, ...] | None) -> tuple[Response, ...]:
    return tuple(
        Response(
            questionnaire=ref,
            respondent=Respondent(
                id=person.id,
                team=person.team,
                round=number,
                depth=person.depth,
                only=only,
                started=THEN,
                updated=THEN,
                completed=THEN if person.is_done else None,
            ),
            answers=said,
        )
        for person, said in given.items()
    )
