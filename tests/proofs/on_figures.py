"""What figures say of a question, each sentence with when it is true of the answers."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import comb, lcm
from typing import Final

from maturity.results.questions import FacetResults
from questionnaires.words import ORDINAL_OPTIONS, Facet
from tests.proofs.reading import average_deviation
from tests.proofs.rules import worst_facet
from tests.proofs.said import Row, Said
from tests.proofs.words import known, steps_in


def _facets(said: Said) -> list[Facet]:
    """The facet that a figure is of: the one in which it stands, else the worst."""
    for model in reversed(said.around):
        if isinstance(model, FacetResults):
            return [model.name]
    worst = worst_facet(said.reading, said.question)
    return [worst] if worst else []


def _chance(said: Said) -> bool:
    """The chance of medians of teams of these sizes lying as close as these do, in 100 cases."""
    for facet in _facets(said):
        sizes = [len(row) for row in said.reading.places(said.question.id, facet).values()]
        gap = said.reading.gap(said.question.id, facet)
        if gap is None or len(sizes) != said.number("answers"):
            continue
        cases = round(100 * medians_within(tuple(sorted(sizes)), gap))
        if said["cases"] == (str(cases) if cases else "fewer than 1"):
            return True
    return False


@cache
def medians_within(sizes: tuple[int, ...], gap: Fraction) -> Fraction:
    """How likely the medians of teams of these sizes, each answer any option alike, lie within a gap."""
    spreads = [_medians(size) for size in sizes]
    halves = [Fraction(half, 2) for half in range(2 * ORDINAL_OPTIONS - 1)]
    total = Fraction(0)
    for low in halves:
        inside, above = Fraction(1), Fraction(1)
        for spread in spreads:
            inside *= sum((share for place, share in spread.items() if low <= place <= low + gap), Fraction(0))
            above *= sum((share for place, share in spread.items() if low < place <= low + gap), Fraction(0))
        total += inside - above
    return total


@cache
def _medians(size: int) -> dict[Fraction, Fraction]:
    """How likely each median of so many answers is: every way to choose them is counted."""
    found: Counter[Fraction] = Counter()
    for counts in _ways(size, ORDINAL_OPTIONS):
        ways, left = 1, size
        for count in counts:
            ways *= comb(left, count)
            left -= count
        row = [place for place, count in enumerate(counts) for _ in range(count)]
        middle = Fraction(row[(size - 1) // 2] + row[size // 2], 2)
        found[middle] += ways
    return {middle: Fraction(ways, ORDINAL_OPTIONS**size) for middle, ways in found.items()}


def _ways(size: int, options: int) -> list[tuple[int, ...]]:
    """All counts of so many answers over so many options."""
    bars = combinations(range(size + options - 1), options - 1)
    return [
        tuple(after - before - 1 for before, after in zip((-1, *bar), (*bar, size + options - 1), strict=True))
        for bar in bars
    ]


def _people_instead(said: Said) -> bool:
    """By people the spread falls into another band than by teams; and that team has most of the answers."""
    for facet in _facets(said):
        rows = said.reading.places(said.question.id, facet)
        people = sorted(place for row in rows.values() for place in row)
        (team,) = [t.id for t in said.case.questionnaire.teams if t.label == said["team"]]
        by_people, by_team = average_deviation(people), _weighted(list(rows.values()))
        is_closer = by_people < by_team
        counts = (len(rows.get(team, [])), len(people))
        if (
            counts == (said.number("own"), said.number("all"))
            and counts[0] == max(map(len, rows.values()))
            and (said["way"] == "closer") == is_closer
            and by_people != by_team
        ):
            return True
    return False


def _weighted(rows: list[list[int]]) -> Fraction:
    """The average deviation when every team weighs alike."""
    size = lcm(*map(len, rows))
    return average_deviation(sorted(place for row in rows for place in row for _ in range(size // len(row))))


def _share_between(said: Said) -> bool:
    """How much of the differences lies between the teams: 1 less what is inside them, by shares at most each option."""
    for facet in _facets(said):
        rows = list(said.reading.places(said.question.id, facet).values())
        shares = [
            [Fraction(sum(p <= option for p in row), len(row)) for option in range(ORDINAL_OPTIONS - 1)] for row in rows
        ]
        total = _variation([sum(column, Fraction(0)) / len(rows) for column in zip(*shares, strict=True)])
        inside = sum(map(_variation, shares), Fraction(0)) / len(rows)
        if total and said.number("percent") == round(100 * (total - inside) / total) and any(len(r) > 1 for r in rows):
            return True
    return False


def _variation(shares: list[Fraction]) -> Fraction:
    return sum((share * (1 - share) for share in shares), Fraction(0))


def _cannot_tell(said: Said) -> bool:
    return any(
        all(len(row) == 1 for row in said.reading.places(said.question.id, facet).values()) for facet in _facets(said)
    )


def _to_turn(said: Said) -> bool:
    """How far answers have to move on average: the sum over options of how the shares below differ."""
    by_label = {team.label: team.id for team in said.case.questionnaire.teams}
    for facet in _facets(said):
        rows, middles = (
            said.reading.places(said.question.id, facet),
            said.reading.middles(said.question.id, facet),
        )
        first, second = known(by_label, said["first"]), known(by_label, said["second"])
        if first not in rows or second not in rows:
            continue
        shares = [
            [Fraction(sum(p <= o for p in rows[t]), len(rows[t])) for o in range(ORDINAL_OPTIONS)]
            for t in (first, second)
        ]
        moved = sum((abs(a - b) for a, b in zip(*shares, strict=True)), Fraction(0))
        ends = (middles[first], middles[second]) == (min(middles.values()), max(middles.values()))
        if ends and abs(steps_in(said["steps"]) - moved) <= Fraction(1, 20):
            return True
    return False


FIGURES: Final = (
    Row("By chance alone, {answers} answers would lie this close in {cases} of 100 cases.", _chance),
    Row(
        "If people counted instead of teams, the answers would look {way=closer|further apart}: "
        "{own} of the {all} are {team}'s.",
        _people_instead,
    ),
    Row("{percent} % of the differences lie between the teams, the rest inside them.", _share_between),
    Row(
        "Whether people differ inside the teams cannot be told: every team gave one answer.",
        _cannot_tell,
    ),
    Row(
        "To turn the answers of {first} into those of {second}, each would have to move by {steps} on average.",
        _to_turn,
    ),
)
