"""The small questionnaire with criteria that the tool counts by itself, and what teams say to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from questionnaires import Response
from scoring import Comparison
from tests.given.builders import compared, criterion, small, voices

SHARE: Final = '{ default = 100, unit = "%", comparison = "at_least", basis = "ours", sources = ["page"] }'
CYCLES: Final = (
    '{ default = 2, unit = "cycles", one = "cycle", comparison = "at_least", basis = "ours", sources = ["page"] }'
)


def measure(counting: str, below: str = 'denominator = "Those asked.", per = 100') -> str:
    """A measure that says what the tool counts."""
    return f'{{ numerator = "Settled.", {below}, {counting}, report = "This tool.", traps = ["A trap."] }}'


def share(identifier: str, counting: str, **parts: str) -> str:
    """A criterion of which the tool counts a share: `computed = {…}` or `counted = {…}`."""
    return criterion(identifier, threshold=SHARE, **parts).replace(
        'measure = { numerator = "Hours.", entry = "One thing.", report = "A report.", traps = ["A trap."] }',
        f"measure = {measure(counting)}",
    )


def row(identifier: str = "row", **parts: str) -> str:
    """A criterion on the cycles in a row."""
    return (
        criterion(identifier, threshold=CYCLES, **({"priority": '"should"'} | parts))
        .replace('"One thing.", report', '"The pilot.", computed = { cycles = true }, report')
        .replace('title = "A criterion"', 'title = "Cycles in a row"')
    )


BY_CYCLE: Final = criterion("stop").replace('entry = "One thing.",', 'entry = "One thing.", by = ["cycle"],')
OWNED: Final = share("owned", 'computed = { questions = ["ownership.*"], with = ["agreed"], documented = "customer" }')
FOUND: Final = share("found", 'computed = { questions = ["risk.*"], without = ["infeasible_together"] }')
GUARDED: Final = share(
    "guarded",
    'counted = { questions = ["control.*"], with = ["blocker"] }',
    when='{ findings = ["blocker"], questions = ["control.*"] }',
)
QUESTIONNAIRE: Final = small(BY_CYCLE + OWNED + FOUND + GUARDED + row())


def agreed() -> list[Response]:
    """Two teams that name one owner for pausing, and need more control over releasing than there is."""
    return [
        *voices("ownership.pause", owner={"endpoint": "endpoint", "operations": "endpoint"}),
        *voices("control.release", needed={"endpoint": 5, "operations": 1}),
    ]


def asked(responses: Iterable[Response], extra: str) -> Comparison:
    """What these responses say to the small questionnaire with these criteria."""
    return compared(responses, small(extra))
