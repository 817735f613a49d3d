"""The sentences on what the tool counts by itself, held against the answers, and on cycles against the figures."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from maturity.results.criteria import CriterionResults
from maturity.results.gate import VerdictResults
from tests.proofs.counting_rules import counted_on, decided_of, rule_of
from tests.proofs.criteria_rules import threshold_on
from tests.proofs.on_gate import computed_value, is_rounded
from tests.proofs.said import Row, Said
from tests.proofs.words import Unreadable, listed

_MOST_NAMED: Final = 10


def _criterion(said: Said) -> str:
    for model in reversed(said.around):
        if isinstance(model, CriterionResults):
            return model.id
        if isinstance(model, VerdictResults):
            return model.criterion
    raise Unreadable(f"{said.place} is about no criterion")


def _counted(said: Said) -> tuple[list[str], list[str]]:
    rule, question = rule_of(said.reading, _criterion(said))
    return counted_on(said.reading, rule, question)


def _names(said: Said, questions: Sequence[str]) -> str:
    titles = [f"“{said.reading.question(question).title}”" for question in questions]
    more = [f"{len(titles) - _MOST_NAMED} more"] if len(titles) > _MOST_NAMED else []
    return listed([*titles[:_MOST_NAMED], *more])


def _of_this_round(said: Said) -> bool:
    return said.number("round") == said.results.round


def _computed(said: Said) -> bool:
    """So many of the questions that somebody was asked are settled, so many of them because the room decided; exactly
    the others are named, at most ten."""
    settled, others = _counted(said)
    is_counted = (said.number("settled"), said.number("all")) == (len(settled), len(settled) + len(others))
    rule, _ = rule_of(said.reading, _criterion(said))
    is_counted &= int(said["decided"] or 0) == len(decided_of(said.reading, rule, settled))
    return is_counted and bool(settled or others) and said["open"] == _names(said, others) and _of_this_round(said)


def _nothing(said: Said) -> bool:
    """Nobody of a team that was heard was asked any of the questions."""
    return not any(_counted(said)) and _of_this_round(said)


def _with_value(said: Said) -> bool:
    """The same, after its value in the unit of the threshold."""
    value = computed_value(said, _criterion(said))
    if value is None:
        return False
    rule, _ = rule_of(said.reading, _criterion(said))
    return is_rounded(Fraction(said["value"]), value, threshold_on(said.reading, rule)) and _computed(said)


def _out_of(said: Said) -> bool:
    """So many questions have what is looked for: exactly these, at most ten of them named."""
    settled, _ = _counted(said)
    is_named = said["names"] == _names(said, settled)
    return said.number("all") == len(settled) and is_named and _of_this_round(said)


def _none_to_count(said: Said) -> bool:
    """No question has what is looked for."""
    return not _counted(said)[0] and _of_this_round(said)


def _cycles(said: Said) -> bool:
    """In so many cycles up to the latest all musts that are counted by cycle passed."""
    value = computed_value(said, _criterion(said))
    return value is not None and value == said.number("row")


def _no_cycle(said: Said) -> bool:
    """No cycle was measured of any must that is counted by cycle."""
    return computed_value(said, _criterion(said)) is None


_SETTLED: Final = (
    "{settled=\\d+} of {all}[, {decided=\\d+} of them decided in the room], computed from the answers of round {round}"
    "[; not yet: {open=“.+”(?: and \\d+ more)?}]."
)

COMPUTED: Final = (
    Row(_SETTLED, _computed),
    Row("Nothing to count: none of its questions was asked in round {round}.", _nothing),
    Row("{row=\\d+} {=cycle|cycles} in a row, computed from the pilot's figures.", _cycles),
    Row("Nothing to count: no cycle was measured of any must that is counted by cycle.", _no_cycle),
)

COUNTED: Final = (
    Row("Out of {all} by the answers of round {round}: {names=“.+”(?: and \\d+ more)?}.", _out_of),
    Row("By the answers of round {round} there is nothing to count yet.", _none_to_count),
)

FIGURES: Final = (Row(f"{{value=[0-9.]+}} {{unit=[^:]+}}: {_SETTLED}", _with_value), *COMPUTED[1:])
