"""How long it takes to work out what would follow: `python -m uv run python -m tests.benchmarks.what_if`.

Of the full questionnaire with seven teams of fifteen people, every team moved to every option of every question. As
ratios to a bare option list that moves in the same run, because absolute times depend on the machine; in time of the
processor, because others may be using it. Nothing here is asserted in the test suite.
"""

from __future__ import annotations

import asyncio
import gc
import random
import statistics
import sys
import time
from typing import Any, Final

from questionnaires import builtin
from questionnaires.decisions_admission import settles
from scoring import Comparison, compare, recommend, tally
from scoring.whatif.supposing import Supposing
from scoring.wording.whatif import differences
from tests.benchmarks.keys import BareList, at
from tests.benchmarks.speed import response
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


def main() -> None:
    mean = compared(of_one_mind=True)
    list_moves = asyncio.run(bare([item.question.title for item in mean.questions]))
    sys.stdout.write(f"{'a bare list moves':<44}{list_moves * 1000:>8.2f} ms\n")
    for name, comparison in (("of one mind", mean), ("at random", compared(of_one_mind=False))):
        start = time.thread_time()
        supposing = Supposing(comparison, recommend(comparison))
        ready = time.thread_time() - start
        gc.collect()  # what lies about of making the answers is swept now, and not while a key is timed
        sys.stdout.write(f"{f'{name}: made ready, once':<44}{ready * 1000:>8.2f} ms\n")
        for what, times in (
            ("a team moved", moves(comparison, supposing)),
            ("an outcome chosen", decisions(comparison, supposing)),
        ):
            for which, taken in (("median", statistics.median(times)), ("worst", max(times))):
                row = f"{name}: {what}, {which} of {len(times)}"
                sys.stdout.write(f"{row:<44}{taken * 1000:>8.2f} ms {taken / list_moves:>6.2f} x\n")


if __name__ == "__main__":
    main()
