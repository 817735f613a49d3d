"""Two rounds worked out from the answers alone, to hold what is said of them against: nothing here asks `scoring`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from random import Random
from statistics import median
from typing import Final

from questionnaires import Answer, Choice, Question, Response
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, RESERVED, Depth, Facet, Kind, Level
from tests.given.builders import respond, small

TEAMS: Final = tuple(team.id for team in small().teams)
ORDERED: Final = (Kind.POSITION, Kind.CONTROL, Kind.TRAJECTORY)

Said = Mapping[str, Sequence[Choice]]
"""By team what its members chose, of the options only."""

Round = Sequence[Response]


def options(responses: Round, question: Question, facet: Facet) -> dict[str, list[Choice]]:
    found: dict[str, list[Choice]] = {}
    for response in responses:
        choice = response.answer(question.id).choice(facet)
        if choice is not None and choice not in RESERVED:
            found.setdefault(response.respondent.team, []).append(choice)
    return found


def spoke(responses: Round, question: Question, facet: Facet) -> set[str]:
    """The teams of which anybody said anything."""
    return {
        response.respondent.team for response in responses if response.answer(question.id).choice(facet) is not None
    }


def is_near(said: Said) -> bool:
    """Within a step of each other by their middle answers, and each within itself."""
    return gap(said) <= 1 and not any(is_torn(row) for row in said.values())


def is_torn(row: Sequence[Choice]) -> bool:
    return sum(abs(Fraction(choice) - middle(row)) for choice in row) > len(row)


def gap(said: Said) -> Fraction:
    middles = [middle(row) for row in said.values()]
    return max(middles) - min(middles)


def middle(row: Sequence[Choice]) -> Fraction:
    return Fraction(median(Fraction(choice) for choice in row))


def most_named(row: Sequence[Choice]) -> set[Choice]:
    return {choice for choice in row if row.count(choice) == max(map(row.count, row))}


def is_one(said: Said) -> bool:
    """Whether all name the same, and it alone."""
    named = [most_named(row) for row in said.values()]
    return len(named[0]) == 1 and all(one == named[0] for one in named)


def is_taken(said: Said, heard: Said) -> bool:
    """Whether one owner is named that is somebody, and that takes the task itself where it is a team."""
    (owner,) = most_named(next(iter(said.values()))) if is_one(said) else {"nobody"}
    is_confirmed = owner not in TEAMS or (str(owner) in heard and most_named(heard[str(owner)]) == {owner})
    return owner != "nobody" and is_confirmed


def is_agreed(question: Question, responses: Round, kept: Callable[[Facet], set[str]]) -> bool:
    """Whether those teams agree that are kept on each facet, of facets that two of them answered."""
    verdicts = []
    for facet in question.facets:
        everybody = options(responses, question, facet)
        said = {team: row for team, row in everybody.items() if team in kept(facet)}
        if len(said) < 2:
            continue
        if question.kind in ORDERED:
            verdicts.append(is_near(said))
        else:
            verdicts.append(is_taken(said, everybody) if question.kind is Kind.OWNERSHIP else is_one(said))
    return bool(verdicts) and all(verdicts)


def everybody(responses: Round, question: Question) -> Callable[[Facet], set[str]]:
    return lambda facet: set(options(responses, question, facet))


def last_words(earlier: Round, later: Round, question: Question) -> list[Response]:
    """The later answers, and the earlier ones of facets on which a team has said nothing since."""
    kept = list(later)
    for response in earlier:
        team = response.respondent.team
        silent = {f.value: None for f in question.facets if team in spoke(later, question, f)}
        answer = response.answer(question.id).model_copy(update=silent)
        kept.append(response.model_copy(update={"answers": {question.id: answer}}))
    return kept


def in_both(earlier: Round, later: Round, question: Question) -> Callable[[Facet], set[str]]:
    return lambda facet: set(options(earlier, question, facet)) & set(options(later, question, facet))


def two_rounds(seed: int) -> tuple[list[Response], list[Response]]:
    """Up to four teams of up to five people, of which somebody may leave, come or be somebody else the second time.

    In each round the answers lie around one view, so that teams agree often enough.
    """
    chance = Random(seed)
    members = {team: [f"{team[:4]}{place:02}" for place in range(chance.choice([1, 1, 2, 3, 5]))] for team in TEAMS}
    found = []
    for _ in range(2):
        views = chance.randrange(2**32)
        present = [team for team in TEAMS if chance.random() < 0.8]
        people = [
            (team, f"{name}x" if chance.random() < 0.1 else name)
            for team in present
            for name in members[team]
            if chance.random() < 0.75
        ]
        found.append([_response(team, name, views, chance) for team, name in people])
    return found[0], found[1]


def _response(team: str, name: str, views: int, chance: Random) -> Response:
    asked = [question for question in small().asked_of(team, Depth.FULL) if chance.random() < 0.9]
    answers = {question.id: _answer(question, Random(f"{views}{question.id}"), chance) for question in asked}
    return respond(team, answers, respondent=name)


def _answer(question: Question, views: Random, chance: Random) -> Answer:
    scale = small().scale_by_id[question.scale]
    last = len(scale.options) - 1
    chosen: dict[str, Choice] = {}
    for facet in question.facets:
        view, draw = views.randint(0, last), chance.random()
        if draw < 0.08:
            continue
        if scale.level is Level.ORDINAL:
            view = min(last, max(0, view + chance.choice([0, 0, 0, 1, -1, 2, -3])))
        elif chance.random() < 0.25:
            view = chance.randint(0, last)
        chosen[facet.value] = chance.choice([DONT_KNOW, NOT_APPLICABLE]) if draw < 0.16 else scale.choice(view)
    return Answer.model_validate(chosen)
