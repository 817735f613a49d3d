"""How a question is answered in a team and between teams: drawn so that every kind of finding is met often."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Final

from questionnaires import Choice, Question, Questionnaire
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet, Kind, Means

Sizes = Mapping[str, int]
"""By team, how many people answer."""
Said = dict[str, list[dict[Facet, Choice]]]
"""By team, what each of its people says on a question, facet by facet."""

_TOP: Final = 5


def answers(chance: random.Random, questionnaire: Questionnaire, question: Question, sizes: Sizes) -> Said:
    """What everybody says on a question."""
    match question.kind:
        case Kind.OWNERSHIP:
            said = _owners(chance, questionnaire, question, sizes)
        case Kind.PREREQUISITE:
            said = _statuses(chance, sizes)
        case Kind.CONTROL:
            said = _controls(chance, sizes)
        case Kind.TRAJECTORY:
            said = _trajectories(chance, sizes)
        case _:
            said = {team: [{Facet.POSITION: place} for place in row] for team, row in _places(chance, sizes).items()}
    return _silenced(chance, question, said)


def _places(chance: random.Random, sizes: Sizes) -> dict[str, list[int]]:
    """On one facet: where each team stands, and how its people lie around that."""
    teams = list(sizes)
    return {
        team: _people(chance, centre, sizes[team])
        for team, centre in zip(teams, _centres(chance, len(teams)), strict=True)
    }


def _centres(chance: random.Random, teams: int) -> list[int]:
    here, there = chance.randint(0, _TOP), chance.randint(0, _TOP)
    match chance.choice(("together", "next", "dissenter", "camps", "anywhere")):
        case "together":
            return [here] * teams
        case "next":
            return [min(_TOP, here + chance.randint(0, 1)) for _ in range(teams)]
        case "dissenter":
            centres = [here] * teams
            centres[chance.randrange(teams)] = there
            return centres
        case "camps":
            return [chance.choice((here, there)) for _ in range(teams)]
        case _:
            return [chance.randint(0, _TOP) for _ in range(teams)]


def _people(chance: random.Random, centre: int, size: int) -> list[int]:
    match chance.choice(("one mind", "one mind", "near", "near", "halves", "torn", "one off", "anything")):
        case "one mind":
            return [centre] * size
        case "near":
            return [_inside(centre + chance.choice((-1, 0, 0, 1))) for _ in range(size)]
        case "halves":
            return [_inside(centre + place % 2) for place in range(size)]
        case "torn":
            ends = sorted((chance.randint(0, _TOP), chance.randint(0, _TOP)))
            return [ends[place % 2] for place in range(size)]
        case "one off":
            return [*[centre] * (size - 1), chance.randint(0, _TOP)]
        case _:
            return [chance.randint(0, _TOP) for _ in range(size)]


def _inside(place: int) -> int:
    return max(0, min(_TOP, place))


def _controls(chance: random.Random, sizes: Sizes) -> Said:
    """Needed anywhere; wanted the same, more, less, or on its own."""
    needed, own = _places(chance, sizes), _places(chance, sizes)
    said: Said = {}
    for team, row in needed.items():
        more = chance.choice((0, 0, 1, -1, 2, -2, None))
        wanted = own[team] if more is None else [_inside(place + more) for place in row]
        said[team] = [{Facet.NEEDED: need, Facet.WANTED: want} for need, want in zip(row, wanted, strict=True)]
    return said


def _trajectories(chance: random.Random, sizes: Sizes) -> Said:
    """Today anywhere; from there together, at different paces, in different directions, or not at all."""
    today = _places(chance, sizes)
    moves = chance.choice(((1,), (2,), (0,), (1, 3), (0, 2), (-1, 2), (-2,), (0, 1, 2, 3), (-2, -1, 0, 1, 2, 3)))
    said: Said = {}
    for team, row in today.items():
        move, half = chance.choice(moves), chance.choice((0, 1, 1, 2, -1))
        said[team] = [
            {
                Facet.TODAY: place,
                Facet.IN_12_MONTHS: _inside(place + (move if half == 2 else half if move else 0)),
                Facet.IN_24_MONTHS: _inside(place + move + chance.choice((0, 0, 0, 0, 1, -1))),
            }
            for place in row
        ]
    return said


def _owners(chance: random.Random, questionnaire: Questionnaire, question: Question, sizes: Sizes) -> Said:
    options = questionnaire.scale_by_id[question.scale].options
    present = [option.key for option in options if option.key in sizes]
    absent = [option.key for option in options if option.means is Means.TEAM and option.key not in sizes]
    others = [option.key for option in options if option.means is not Means.TEAM]
    here, unheard = chance.choice(present), chance.choice(absent or present)
    leads = chance.choice(others)
    named = {team: [here] * size for team, size in sizes.items()}
    match chance.choice(("one", "unheard", "claims", "denied", "outside", "mixed", "any")):
        case "unheard":
            named = {team: [unheard] * size for team, size in sizes.items()}
        case "claims":
            claimants = chance.sample(present, min(len(present), chance.randint(1, 3)))
            named.update({team: [team] * sizes[team] for team in claimants})
        case "denied":
            named[here] = [chance.choice([key for key in (*present, *others) if key != here])] * sizes[here]
        case "outside":
            named = {team: [chance.choice((leads, leads, leads, here))] * size for team, size in sizes.items()}
        case "mixed":
            few = (here, leads, unheard)
            named = {team: [chance.choice(few)] * size for team, size in sizes.items()}
        case "any":
            named = {team: [chance.choice(options).key for _ in range(size)] for team, size in sizes.items()}
    return {
        team: [{Facet.OWNER: owner} for owner in _divided(chance, row, [*present, *others])]
        for team, row in named.items()
    }


def _divided(chance: random.Random, row: Sequence[str], keys: Sequence[str]) -> list[str]:
    """Now and then a team of several is tied, or a few of it name another."""
    others = list(row)
    if len(others) > 1 and chance.random() < 0.35:
        for place in range(chance.randint(1, len(others) // 2)):
            others[place] = chance.choice(keys)
    return others


def _statuses(chance: random.Random, sizes: Sizes) -> Said:
    few = chance.choice((("met",), ("partly",), ("not_met",), ("met", "met", "not_met"), ("met", "partly", "not_met")))
    return {team: [{Facet.STATUS: chance.choice(few)} for _ in range(size)] for team, size in sizes.items()}


def _silenced(chance: random.Random, question: Question, said: Said) -> Said:
    """The same with some that do not know, to whom it does not apply, or who have left it open."""
    states: tuple[Choice | None, ...] = (DONT_KNOW, NOT_APPLICABLE, None)
    match chance.choice(
        ("said", "said", "said", "said", "some", "some", "team", "team", "most", "facet", "parts", "all")
    ):
        case "some":
            share, concerned = 0.2, list(said)
        case "team":
            share, concerned, states = 1.0, [chance.choice(list(said))], (chance.choice(states),)
        case "most":
            share, concerned, states = 0.6, list(said), (DONT_KNOW, DONT_KNOW, DONT_KNOW, chance.choice(states))
        case "facet":
            gone = chance.choice(question.facets)
            kept = [team for team in said if chance.random() < 0.5]
            return {
                team: [_but(person, gone, chance.choice(states)) if team in kept else person for person in people]
                for team, people in said.items()
            }
        case "parts":
            parts = {team: question.facets[place % len(question.facets)] for place, team in enumerate(said)}
            return {
                team: [{facet: choice for facet, choice in person.items() if facet is parts[team]} for person in people]
                for team, people in said.items()
            }
        case "all":
            share, concerned, states = chance.choice((0.9, 1.0)), list(said), (chance.choice(states),)
        case _:
            return said
    return {
        team: [
            _all(person, chance.choice(states)) if team in concerned and chance.random() < share else person
            for person in people
        ]
        for team, people in said.items()
    }


def _all(person: dict[Facet, Choice], state: Choice | None) -> dict[Facet, Choice]:
    return {} if state is None else dict.fromkeys(person, state)


def _but(person: dict[Facet, Choice], facet: Facet, state: Choice | None) -> dict[Facet, Choice]:
    others = {name: choice for name, choice in person.items() if name is not facet}
    return others if state is None else {**others, facet: state}
