"""A round with one team less, or with some answers moved by the declared sequence, read again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from questionnaires import Choice
from questionnaires.words import Level
from tests.proofs.reading import Cells, Reading

TURNS: Final = 20


def variants(reading: Reading) -> Iterator[tuple[str | None, Reading]]:
    """Each team left out, unless it is the only one, with its name; then the twenty turns."""
    for team in reading.teams if len(reading.teams) > 1 else ():
        cells = {place: rows for place, rows in reading.cells.items() if place[1] != team}
        yield team, Reading(reading.questionnaire, cells, room=reading.room)
    for turn in range(TURNS):
        yield None, _turned(reading, turn)


def _turned(reading: Reading, turn: int) -> Reading:
    """Of the answers to each question, counted through by facet, team and option, those that are moved in a turn."""
    cells: Cells = {place: dict(rows) for place, rows in reading.cells.items()}
    for place, question in enumerate(reading.questionnaire.questions):
        number = 0
        for facet in question.facets:
            for team in reading.row(question.id, facet):
                moved, number = _moved(reading, cells[question.id, team][facet], question.id, (number, place, turn))
                cells[question.id, team][facet] = moved
    return Reading(reading.questionnaire, cells, room=reading.room)


def _moved(
    reading: Reading, row: list[Choice | None], question: str, at: tuple[int, int, int]
) -> tuple[list[Choice | None], int]:
    number, place, turn = at
    scale = reading.scale(question)
    options, is_nominal = len(scale.options), scale.level is Level.NOMINAL
    states = [choice for choice in row if choice is None or scale.index(choice) is None]
    chosen = sorted(index for choice in row if choice is not None and (index := scale.index(choice)) is not None)
    after: list[Choice | None] = []
    for one, option in enumerate(chosen, start=number):
        stands = ((one * 618_034 + place * 414_214) % 1_000_000 * TURNS // 1_000_000 + turn) % TURNS
        if is_nominal:
            option = (option + 1 + (one + place) % (options - 1)) % options if stands < 1 else option  # noqa: PLW2901
        elif stands < 4:
            goes_up = option == 0 or (stands < 2 and option < options - 1)
            option += 1 if goes_up else -1  # noqa: PLW2901
        after.append(scale.choice(option))
    return [*after, *states], number + len(chosen)
