"""The pilot's figures, drawn for the criteria of a round: rings, cycles, repeated days, waivers that ended."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from questionnaires.actuals import Actual, Actuals, Pilot, Waiver
from questionnaires.words import By, Direction
from scoring import Criterion
from tests.given.builders import THEN

BEGAN: Final = THEN.date()
TODAY: Final = BEGAN + dt.timedelta(days=30)
_RINGS: Final = ("Test", "Ring1", "Last")


def figures(
    chance: random.Random,
    questionnaire: str,
    number: int,
    criteria: Sequence[Criterion],
    denominators: Mapping[str, int],
) -> Actuals:
    """Figures of most of the criteria that people measure, most of them good, and a few waivers; now and then a file
    in which nothing is measured yet. `denominators` are those that the answers count."""
    rings = _RINGS[: chance.choice((0, 1, 2, 3))]
    good = chance.choice((0.5, 0.9, 1.0, 1.0))
    asked = [item for item in criteria if item.measure.computed is None and denominators.get(item.id) != 0]
    actual = [one for item in asked for one in _of_one(chance, item, rings, good, denominators.get(item.id))]
    if chance.random() < 0.1:
        actual = [Actual(criterion=item.id) for item in asked]
    waived = chance.choice((0, 0.2, 0.2, 0.6))
    waivers = [_waiver(chance, item.id) for item in criteria if chance.random() < waived]
    return Actuals(
        pilot=Pilot(questionnaire=questionnaire, round=number, rings=rings), actual=tuple(actual), waiver=tuple(waivers)
    )


def _of_one(
    chance: random.Random, criterion: Criterion, rings: Sequence[str], good: float, known: int | None
) -> Iterator[Actual]:
    by = criterion.measure.by
    if chance.random() < (0.15 if good < 1 else 0.05) or (By.RING in by and not rings):
        return
    with_rings = By.RING in by or (rings and chance.random() < 0.2)
    cycles = list(range(1, chance.randint(1, 3) + 1)) if By.CYCLE in by or chance.random() < 0.2 else [None]
    for ring in rings if with_rings else [None]:
        if ring is not None and chance.random() < 0.1:
            continue
        for cycle in cycles:
            if cycle is not None and chance.random() < 0.12:
                continue
            yield _actual(chance, criterion, ring, cycle, good, known)
            if cycle is None and chance.random() < 0.25:
                yield _actual(chance, criterion, ring, None, good, known)


def _actual(
    chance: random.Random, criterion: Criterion, ring: str | None, cycle: int | None, good: float, known: int | None
) -> Actual:
    if chance.random() < 0.05:
        return Actual(criterion=criterion.id, ring=ring, cycle=cycle)
    bound, per = criterion.threshold.value, criterion.measure.per
    at_least = criterion.threshold.comparison is Direction.AT_LEAST
    passes = chance.random() < good
    if per == 100:
        below = known or chance.choice((10, 19, 20, 40, 100, 400))
        edge = -(-bound * below // 100) if at_least else bound * below // 100
        above = edge + (0 if passes else (-1 if at_least else 1))
        above = min(max(above, Decimal(0)), Decimal(below))
    else:
        below, step = 1, chance.choice((0, 1, 2))
        above = max(
            bound + (step if at_least == passes else -step) + (0 if passes else (-1 if at_least else 1)), Decimal(0)
        )
    return Actual(
        criterion=criterion.id,
        ring=ring,
        cycle=cycle,
        date=BEGAN + dt.timedelta(days=chance.randint(0, 20)),
        numerator=Decimal(above),
        denominator=None if (known or criterion.measure.is_single) and chance.random() < 0.7 else Decimal(below),
        by="Kim",
    )


def _waiver(chance: random.Random, criterion: str) -> Waiver:
    until = TODAY + dt.timedelta(days=chance.choice((-3, -1, 0, 10)))
    return Waiver(criterion=criterion, by="Sam", until=until, reason="The drill is planned.")
