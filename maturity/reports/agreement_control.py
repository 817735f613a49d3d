"""How much control was agreed, what became of the rest, and which teams need more than that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.reports.agreement_settled import AGREED, rest, why
from maturity.reports.blocks import Block, Strong, Table
from maturity.reports.decided import not_heard, owner_label, wanted_beside, with_status
from maturity.results.decisions import DecisionResults
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from questionnaires.decisions import Control, Status
from questionnaires.words import Facet
from scoring.wording.words import listed

_CONTROL: Final = {
    Control.KEPT: "this level is kept",
    Control.GIVEN_UP: "what goes beyond it is given up",
    Control.COVERED: "covered by a safeguard",
}


def control(results: Results, today: dt.date) -> Iterator[Block]:
    """How much control was agreed, and what became of the rest."""
    found = with_status(results, Status.DECIDED, Facet.NEEDED)
    if found:
        rows = tuple(
            (why(one), (Strong(_level(results, one)),), tuple(_became(results, one)), *rest(results, one, today))
            for one in found
        )
        heads = ("Control over", "Agreed", "What becomes of it", *AGREED[1:])
        yield Table("agreement-levels", "Levels of control decided", heads, rows, stacks=True)


def _level(results: Results, one: DecisionResults) -> str:
    """The agreed level alone: what became of the rest has a cell of its own."""
    item = results.question_by_id.get(one.question)
    return item.scale[one.option] if item and one.option is not None and one.option < len(item.scale) else one.outcome


def _became(results: Results, one: DecisionResults) -> Iterator[str | Strong]:
    """`this level is kept. Security needs “They ask us first”: not covered, to be watched`."""
    yield _kept(results, one)
    above = list(_needs_above(results, one))
    if above:
        is_covered = one.safeguard is not None
        yield f". {'; '.join(above)}: "
        yield "covered by it" if is_covered else Strong("not covered, to be watched")
    if said := wanted_beside(results, one):
        yield f". {said.rstrip('.')}"


def _kept(results: Results, one: DecisionResults) -> str:
    if one.control is None:
        return "not said"
    if one.safeguard is None:
        return _CONTROL[one.control]
    tested = (
        f"{owner_label(results, one.tested_by)}{not_heard(results, one.tested_by)}" if one.tested_by else "nobody named"
    )
    return f"{_CONTROL[one.control]}: {one.safeguard.rstrip('.')}, to be tested by {tested}"


def _needs_above(results: Results, one: DecisionResults) -> Iterator[str]:
    """The teams whose middle answer is above the agreed level, the highest need first."""
    item = results.question_by_id.get(one.question)
    facet = next((facet for facet in item.facet if facet.name is Facet.NEEDED), None) if item else None
    if item is None or facet is None or one.option is None:
        return
    above: dict[float, list[str]] = {}
    for team in facet.team:
        if team.position is not None and team.position > one.option:
            above.setdefault(team.position, []).append(owner_label(results, team.id))
    for position, names in sorted(above.items(), reverse=True):
        yield f"{listed(names)} {'needs' if len(names) == 1 else 'need'} {_need(item, position)}"


def _need(item: QuestionResults, position: float) -> str:
    """The level of a position; of one between two levels both."""
    low = item.scale[int(position)]
    return f"“{low}”" if position == int(position) else f"between “{low}” and “{item.scale[int(position) + 1]}”"
