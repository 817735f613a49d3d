"""A world looked at as the program looks at it: compared, its criteria, what moved, and the verdict on figures."""

from __future__ import annotations

import random
from pathlib import Path

from maturity.files.found import Gathered, ResponseFile
from maturity.rounds.choosing import RoundChoice, round_chosen
from maturity.rounds.round import Round
from questionnaires import Questionnaire, Response
from questionnaires.decisions import Decision
from tests.proofs.counting_rules import denominators
from tests.proofs.figures import TODAY, figures
from tests.proofs.last_words import LastWords
from tests.proofs.reading import read
from tests.proofs.rooms import as_room
from tests.proofs.said import Case
from tests.proofs.worlds import World


def round_in(
    questionnaire: Questionnaire,
    responses: tuple[Response, ...],
    *,
    carrying: bool,
    decided: tuple[Decision, ...] = (),
    clashes: tuple[tuple[Decision, ...], ...] = (),
) -> Round:
    """The latest round of these responses, set against the one before it, with what the room decided."""
    files = tuple(ResponseFile(Path(f"{place}.toml"), response, "") for place, response in enumerate(responses))
    number = max(response.respondent.round for response in responses)
    choice = RoundChoice(number, number - 1 if number > 1 else None, carrying)
    return round_chosen(Gathered(files=files, entries=decided, clashes=clashes), questionnaire, choice)


def case_of(world: World) -> Case:
    """Everything that is said of a world, beside its answers as they are read without the program."""
    found = round_in(
        world.questionnaire,
        world.responses,
        carrying=world.carrying,
        decided=world.decided,
        clashes=world.clashes,
    )
    chance = random.Random(f"figures {world.seed}")
    actuals = None
    readings = [read(world.questionnaire, responses) for responses in world.rounds]
    earlier, later = (readings[0], readings[1]) if len(readings) > 1 else (None, readings[0])
    words = LastWords(world.questionnaire, *world.rounds) if earlier is not None else None
    last = words.rows(later, earlier) if words and earlier is not None else later
    whole = last if world.carrying else later
    whole.room, whole.clashes = as_room(world.decided), world.clashes
    if chance.random() < 0.6:
        head, known = world.questionnaire.head.id, denominators(whole)
        actuals = figures(chance, head, found.comparison.round, found.criteria, known)
        found = found.judged(actuals, "pilot.toml", TODAY)
    return Case(
        world.seed,
        world.questionnaire,
        world.responses,
        whole,
        later,
        earlier,
        last,
        words,
        world.carrying,
        found.results(),
        actuals,
        TODAY,
    )
