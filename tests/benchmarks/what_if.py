"""How long it takes to work out what would follow, beside a bare option list that moves in the same run.

`python -m uv run python -m tests.benchmarks --only what-if`. Of the full questionnaire with seven teams of fifteen
people, every team moved to every option of every question. In time of the processor, because others may be using it.
"""

from __future__ import annotations

import asyncio
import gc
import random
import statistics
import time
from collections.abc import Iterator
from typing import Any, Final

from questionnaires import builtin
from questionnaires.decisions_admission import settles
from scoring import Comparison, compare, recommend, tally
from scoring.whatif.supposing import Supposing
from scoring.wording.whatif import differences
from tests.benchmarks.keys import BareList, at
from tests.benchmarks.speed import response
from tests.benchmarks.table import Row, Yardstick
from tests.given.decided import possible

TEAMS: Final = 7
RESPONDENTS: Final = 15
SIZE: Final = (80, 24)


def compared(*, of_one_mind: bool) -> Comparison:
    """Seven teams of fifteen people, who have answered everything."""
    questionnaire, chance = builtin(), random.Random(2026)
    answered = [
        response(questionnaire, team.id, place * RESPONDENTS + number, chance, of_one_mind=of_one_mind)
        for place, team in enumerate(questionnaire.teams[:TEAMS])
        for number in range(RESPONDENTS)
    ]
    return compare(questionnaire, tally(questionnaire, answered), 1)


def moves(comparison: Comparison, supposing: Supposing) -> list[float]:
    """Seconds for each team moved to each option, with the sentences that say what follows."""
    times = []
    for item in comparison.questions:
        for facet, row in item.cells.items():
            for team, cell in row.items():
                for option in range(len(cell.counts)):
                    start = time.thread_time()
                    differences(comparison, supposing.supposed(item.question.id, facet, {team: option}))
                    times.append(time.thread_time() - start)
    return times


def decisions(comparison: Comparison, supposing: Supposing) -> list[float]:
    """The same for each outcome that can be decided."""
    times = []
    for item in comparison.questions:
        for facet in settles(item.question):
            for entry in possible(comparison.questionnaire, item.question, facet):
                start = time.thread_time()
                differences(comparison, supposing.supposed(entry.question, facet, {}, entry))
                times.append(time.thread_time() - start)
    return times


async def bare(titles: list[str]) -> float:
    async def nothing(pilot: Any) -> None:
        await pilot.press("home")

    return await at(BareList(titles), SIZE, nothing)


def rows() -> Iterator[Row]:
    """Medians and worst cases, of teams that are of one mind and of answers at random."""
    mean = compared(of_one_mind=True)
    list_moves = Yardstick("a bare list moves", asyncio.run(bare([item.question.title for item in mean.questions])))
    for name, comparison in (("of one mind", mean), ("at random", compared(of_one_mind=False))):
        start = time.thread_time()
        supposing = Supposing(comparison, recommend(comparison))
        yield list_moves.row(f"{name}: made ready, once", time.thread_time() - start)
        gc.collect()  # what lies about of making the answers is swept now, and not while a key is timed
        for what, times in (
            ("a team moved", moves(comparison, supposing)),
            ("an outcome chosen", decisions(comparison, supposing)),
        ):
            note = f"of {len(times)}"
            yield list_moves.row(f"{name}: {what}, median", statistics.median(times), note=note)
            yield list_moves.row(f"{name}: {what}, worst", max(times), note=note)
