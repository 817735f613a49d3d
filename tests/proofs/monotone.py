"""What must not happen whatever is answered: each property is tried on a world, and what breaks it is said."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from maturity.rounds.round import Round
from questionnaires import Answer, Question, Questionnaire, Response
from questionnaires.words import DONT_KNOW, Direction, Facet, FindingKind
from scoring.comparison.thresholds import Threshold
from scoring.conventions import BAND_ORDER
from tests.given.builders import THEN
from tests.proofs.cases import round_in
from tests.proofs.moved import Move, answered_anew
from tests.proofs.reading import Reading, read
from tests.proofs.worlds import World

_TRIES: Final = 4
"""Of all moves on a world, how many are tried."""

Bands = dict[tuple[str, Facet], tuple[int, Fraction]]


def _compared(questionnaire: Questionnaire, responses: tuple[Response, ...]) -> Round:
    return round_in(questionnaire, responses, carrying=False)


def bands_in(found: Round) -> Bands:
    """By question and facet, the place of the band and the gap; what cannot be compared is left out."""
    return {
        (item.question.id, facet.facet): (BAND_ORDER.index(facet.band), facet.gap)
        for item in found.comparison.questions
        for facet in item.facets
        if facet.band is not None and facet.gap is not None
    }


def _outward(reading: Reading) -> Iterator[Move]:
    """Steps away from all that other teams say, and from the middle of the own team."""
    for question in reading.answered_questions:
        if reading.ordinal(question.id):
            for facet in question.facets:
                yield from _outward_on(reading, question.id, facet)


def _outward_on(reading: Reading, question: str, facet: Facet) -> Iterator[Move]:
    places, middles = reading.places(question, facet), reading.middles(question, facet)
    for team, row in places.items():
        others = [place for name, other in places.items() if name != team for place in other]
        for before in set(row) if others else ():
            if before < 5 and max(others) <= before >= middles[team]:
                yield Move(question, facet, team, before, before + 1)
            if before > 0 and min(others) >= before <= middles[team]:
                yield Move(question, facet, team, before, before - 1)


def moving_away_never_calms(world: World, chance: random.Random) -> Iterator[str]:
    """An answer moved away from all other teams, and not towards its own, never gives its facet a calmer band."""
    responses = world.rounds[0]
    moves = list(_outward(read(world.questionnaire, responses)))
    before = bands_in(_compared(world.questionnaire, responses))
    for move in chance.sample(moves, min(_TRIES, len(moves))):
        changed = answered_anew(world.questionnaire, responses, move)
        assert changed is not None
        after = bands_in(_compared(world.questionnaire, changed))
        place = (move.question, move.facet)
        if place in before and (place not in after or after[place][0] < before[place][0]):
            yield f"{move}: {before[place]} became {after.get(place)}"


def _limits(reading: Reading) -> Iterator[Question]:
    asked = {rule.threshold.question for rule in reading.questionnaire.candidates}
    return (question for question in reading.answered_questions if question.id in asked and not question.agreement_only)


def asking_for_more_never_loosens(world: World, chance: random.Random) -> Iterator[str]:
    """A stricter answer on a quantity never loosens a threshold that rests on it."""
    responses = world.rounds[0]
    reading = read(world.questionnaire, responses)
    moves = [
        Move(question.id, Facet.POSITION, team, place, place + 1)
        for question in _limits(reading)
        for team, row in reading.places(question.id, Facet.POSITION).items()
        for place in set(row)
        if place < 5
    ]
    before = _compared(world.questionnaire, responses)
    for move in chance.sample(moves, min(_TRIES, len(moves))):
        changed = answered_anew(world.questionnaire, responses, move)
        assert changed is not None
        after = {one.id: one.threshold for one in _compared(world.questionnaire, changed).criteria}
        for criterion in before.criteria:
            was, now = criterion.threshold, after.get(criterion.id)
            if was.question == move.question and now is not None and _is_looser(now, was):
                yield f"{move}: {criterion.id} was {was.value}, became {now.value}"


def _is_looser(now: Threshold, was: Threshold) -> bool:
    return now.value < was.value if was.comparison is Direction.AT_LEAST else now.value > was.value


def agreeing_never_worsens(world: World, chance: random.Random) -> Iterator[str]:
    """One more person who says what is the middle of the own team never makes a band worse or a gap wider."""
    responses = world.rounds[0]
    reading = read(world.questionnaire, responses)
    places = [
        (question, facet, team, middle)
        for question in reading.answered_questions
        if reading.ordinal(question.id)
        for facet in question.facets
        for team, middle in reading.middles(question.id, facet).items()
        if middle.denominator == 1
    ]
    before = bands_in(_compared(world.questionnaire, responses))
    for question, facet, team, middle in chance.sample(places, min(_TRIES, len(places))):
        answer = Answer.model_validate({facet.value: int(middle)})
        voice = _joined(responses, team, {question.id: answer})
        after = bands_in(_compared(world.questionnaire, (*responses, voice)))
        place = (question.id, facet)
        if place in after and (place not in before or _is_worse(after[place], before[place])):
            yield f"{team} {middle} on {place}: {before.get(place)} became {after[place]}"


def _is_worse(after: tuple[int, Fraction], before: tuple[int, Fraction]) -> bool:
    return after[0] > before[0] or after[1] > before[1]


def _joined(responses: tuple[Response, ...], team: str, answers: dict[str, Answer]) -> Response:
    """One more person of a team."""
    first = responses[0]
    who = first.respondent.model_copy(
        update={"id": "onemore", "team": team, "only": tuple(answers), "started": THEN, "completed": None}
    )
    return first.model_copy(update={"respondent": who, "answers": answers})


def not_knowing_changes_nothing(world: World, chance: random.Random) -> Iterator[str]:
    """A team that nobody names and that says only that it does not know changes no band and no criterion."""
    questionnaire, responses = world.questionnaire, world.rounds[0]
    reading = read(questionnaire, responses)
    named = {
        owner
        for question in reading.answered_questions
        if question.kind == "ownership"
        for row in reading.row(question.id, Facet.OWNER).values()
        for owner in row
    }
    silent = [team.id for team in questionnaire.teams if team.id not in named and team.id not in reading.teams]
    if not silent:
        return
    team = chance.choice(silent)
    unknown = {
        question.id: Answer.model_validate({facet.value: DONT_KNOW for facet in question.facets})
        for question in questionnaire.questions
        if not question.asked or team in question.asked
    }
    before = _compared(questionnaire, responses)
    after = _compared(questionnaire, (*responses, _joined(responses, team, unknown)))
    if bands_in(before) != bands_in(after):
        yield f"{team}: other bands"
    # What nobody can answer may call for a criterion of its own.
    waits = {rule.id for rule in questionnaire.candidates if FindingKind.UNKNOWN in rule.when.findings}
    was, now = (
        {key: value for key, value in criteria_in(found).items() if key.partition(".")[0] not in waits}
        for found in (before, after)
    )
    if was != now:
        yield f"{team}: {sorted(set(was.items()) ^ set(now.items()))}"


def criteria_in(found: Round) -> dict[str, tuple[object, ...]]:
    """By criterion its threshold and its owner."""
    return {one.id: (one.threshold.value, one.threshold.origin, one.owner.named) for one in found.criteria}


def _essence(found: Round) -> tuple[object, ...]:
    """Bands, patterns, classes but *confirm*, thresholds and owners."""
    patterns = {item.question.id: item.claims.pattern for item in found.comparison.questions if item.claims}
    classes = {entry.question: entry.agenda_class for entry in found.comparison.agenda.entries}
    criteria = {key: (value[0], value[1], _sorted(str(value[2]))) for key, value in criteria_in(found).items()}
    return bands_in(found), patterns, {q: c for q, c in classes.items() if c.value != "confirm"}, criteria


def _sorted(owners: str) -> tuple[str, ...]:
    return tuple(sorted(owners.replace("to be agreed: ", "").split(" or ")))


def order_and_number_change_nothing(world: World, chance: random.Random) -> Iterator[str]:
    """Other order of files or of teams, and everybody twice, change nothing that anybody would act on."""
    questionnaire, responses = world.questionnaire, world.rounds[0]
    before = _compared(questionnaire, responses)
    shuffled = tuple(chance.sample(responses, len(responses)))
    if _compared(questionnaire, shuffled).results() != before.results():
        yield "other results by another order of files"
    turned = _with_teams(questionnaire, chance)
    if _essence(_compared(turned, responses)) != _essence(before):
        yield "another comparison by another order of teams"
    twice = tuple(_called(one, f"{one.respondent.id}{copy}") for one in responses for copy in "ab")
    if _essence(_compared(questionnaire, twice)) != _essence(before):
        yield "another comparison of everybody twice"


def two_rounds_are_of_the_same_people(world: World, chance: random.Random) -> Iterator[str]:
    """With two rounds, too, the order of files, other names of people, and everybody twice change nothing."""
    if len(world.rounds) < 2:
        return
    before = round_in(world.questionnaire, world.responses, carrying=world.carrying)
    shuffled = tuple(chance.sample(world.responses, len(world.responses)))
    if round_in(world.questionnaire, shuffled, carrying=world.carrying).results() != before.results():
        yield "other results of two rounds by another order of files"
    called = tuple(_called(one, f"{one.respondent.id[::-1]}") for one in world.responses)
    if round_in(world.questionnaire, called, carrying=world.carrying).results() != before.results():
        yield "other results of two rounds by other names of people"
    twice = tuple(_called(one, f"{one.respondent.id}{copy}") for one in world.responses for copy in "ab")
    after = round_in(world.questionnaire, twice, carrying=world.carrying)
    if (_essence(after), _steps(after)) != (_essence(before), _steps(before)):
        yield "another comparison of two rounds with everybody twice"


def _called(response: Response, name: str) -> Response:
    return response.model_copy(update={"respondent": response.respondent.model_copy(update={"id": name})})


def _steps(found: Round) -> dict[str, str]:
    return {item.question.id: item.step.value for item in found.movement.questions} if found.movement else {}


def _with_teams(questionnaire: Questionnaire, chance: random.Random) -> Questionnaire:
    """The same with its teams in another order."""
    whole = {name: getattr(questionnaire, name) for name in Questionnaire.model_fields}
    teams = tuple(chance.sample(questionnaire.teams, len(questionnaire.teams)))
    return Questionnaire.model_construct(**whole | {"teams": teams})


Property = Callable[[World, random.Random], Iterator[str]]

PROPERTIES: Final[tuple[Property, ...]] = (
    moving_away_never_calms,
    asking_for_more_never_loosens,
    agreeing_never_worsens,
    not_knowing_changes_nothing,
    order_and_number_change_nothing,
    two_rounds_are_of_the_same_people,
)
