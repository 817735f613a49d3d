"""What is made of the rows that count: a numerator and a denominator, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from questionnaires.candidate import Measure
from questionnaires.exported import Aim, What
from scoring.exports.asking import Counting, needed
from scoring.exports.choosing import Files
from scoring.exports.counting import Sums, distinct_of, size_of, until_share
from scoring.exports.outcomes import Untold
from scoring.exports.rows import Found
from scoring.exports.sentences import aimed_at

Figure = tuple[Decimal, Decimal | None]
"""A numerator and a denominator; the latter is None where a single thing is measured."""


def amount_of(counting: Counting, found: Found, sums: Sums, measure: Measure, files: Files) -> Figure | str:
    """The figure, or in words why there is none."""
    numerator = _NUMERATORS[counting.way.what](counting, found, sums)
    if isinstance(numerator, str):
        return numerator
    if measure.denominator is None or measure.counted is not None:
        return numerator, None
    if counting.way.aim is not None:
        return _towards(counting, counting.way.aim, numerator, files)
    if counting.way.what is What.DISTINCT and counting.way.column is not None:
        size = distinct_of(counting, found, counting.way.column)
        return f"rows {size.why}" if isinstance(size, Untold) else _out_of(numerator, size)
    return _out_of(numerator, sums.below)


def _out_of(numerator: Decimal, below: int) -> Figure | str:
    return (numerator, Decimal(below)) if below else "nothing is there to be counted out of"


def _wanted(aim: Aim, size: int) -> int:
    """The number that is aimed at: the share of all, or the most."""
    return min(aim.most, -(-size * aim.share // 100))


def said_of_aim(counting: Counting, sums: Sums, files: Files) -> str | None:
    """How many were counted and how many are asked for; None where no size is aimed at, or a file of all is lacking."""
    aim = counting.way.aim
    found = None if aim is None else files.last(aim.export)
    if aim is None or found is None or any(needed(aim.among, None, found)):
        return None
    size = size_of(counting, found, aim.among)
    return None if isinstance(size, Untold) else aimed_at(sums.above, _wanted(aim, size), aim, size, found)


def _towards(counting: Counting, aim: Aim, numerator: Decimal, files: Files) -> Figure | str:
    """Up to a size: without the file that tells how many there are in all, only the full number is known to do."""
    found = files.last(aim.export)
    lacking = [] if found is None else list(needed(aim.among, None, found))
    if found is None or lacking:
        if numerator >= aim.most:
            return Decimal(aim.most), Decimal(aim.most)
        title = f"“{files.titles[aim.export]}”{' with ' if lacking else ''}{' and '.join(lacking)}"
        return f"{numerator} counted; whether {aim.share} % of all are fewer than {aim.most:,} needs a file of {title}"
    size = size_of(counting, found, aim.among)
    if isinstance(size, Untold):
        return f"{found.table.name}: rows {size.why}"
    wanted = _wanted(aim, size)
    return _out_of(min(numerator, Decimal(wanted)), wanted)


def _count(_counting: Counting, _found: Found, sums: Sums) -> Decimal | str:
    return Decimal(sums.above)


def _sum(_counting: Counting, _found: Found, sums: Sums) -> Decimal | str:
    return sum((number * count for number, count in sums.values.items() if isinstance(number, Decimal)), Decimal(0))


def _oldest(_counting: Counting, found: Found, sums: Sums) -> Decimal | str:
    days = [day for day in sums.values if isinstance(day, int)]
    return Decimal(max(0, found.table.day.toordinal() - min(days))) if days else Decimal(0)


def _most_frequent(_counting: Counting, _found: Found, sums: Sums) -> Decimal | str:
    numbers = {number: count for number, count in sums.values.items() if isinstance(number, Decimal)}
    return min(numbers, key=lambda number: (-numbers[number], number)) if numbers else "no row has a number there"


def _distinct(_counting: Counting, _found: Found, sums: Sums) -> Decimal | str:
    return Decimal(sum(isinstance(text, str) for text in sums.values))


def _days_until(counting: Counting, _found: Found, sums: Sums) -> Decimal | str:
    if counting.month is None:
        return "the day of the release is not known"
    days = until_share(counting.way, sums, counting.month.released)
    return f"less than {counting.way.share} % have it so far" if days is None else Decimal(days)


_NUMERATORS: Final[dict[What, Callable[[Counting, Found, Sums], Decimal | str]]] = {
    What.COUNT: _count,
    What.SUM: _sum,
    What.OLDEST: _oldest,
    What.MOST_FREQUENT: _most_frequent,
    What.DISTINCT: _distinct,
    What.DAYS_UNTIL: _days_until,
}
