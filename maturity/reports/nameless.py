"""Results as they may be sent on: nobody is named in them, and no place where something lies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from maturity.results.criteria import CriterionResults
from maturity.results.gate import FigureResults, GateResults, VerdictResults
from maturity.results.model import Results
from maturity.results.plan import PlanItemResults

LEFT_OUT: Final = "name left out"


def nameless(results: Results) -> Results:
    """The same results without the names of owners, of whoever took a figure or signed a waiver, and without the
    places where figures can be looked up: these may be paths or hosts. Who decided and who takes the next step is
    written down to be read, and stays."""
    criteria = tuple(_unnamed(item) for item in results.criterion)
    gate = _without_names(results.gate) if results.gate is not None else None
    plan = tuple(_unnamed_plan(item) for item in results.plan)
    return results.model_copy(update={"criterion": criteria, "gate": gate, "plan": plan})


def _unnamed(item: CriterionResults) -> CriterionResults:
    return item.model_copy(update={"owner_name": None})


def _unnamed_plan(item: PlanItemResults) -> PlanItemResults:
    """What was typed with a decision is meant to be read; who answers for a criterion is not."""
    return item.model_copy(update={"person": None}) if item.criterion else item


def _without_names(gate: GateResults) -> GateResults:
    return gate.model_copy(update={"verdict": tuple(unnamed_verdict(verdict) for verdict in gate.verdict)})


def unnamed_verdict(verdict: VerdictResults, said: str = LEFT_OUT) -> VerdictResults:
    """A verdict that says something else in the place of each name."""
    waiver = verdict.waiver.model_copy(update={"by": said}) if verdict.waiver is not None else None
    figures = _figures(verdict.figure, said)
    cycles = tuple(cycle.model_copy(update={"figure": _figures(cycle.figure, said)}) for cycle in verdict.cycle)
    return verdict.model_copy(update={"owner_name": None, "figure": figures, "waiver": waiver, "cycle": cycles})


def _figures(figures: Iterable[FigureResults], said: str) -> tuple[FigureResults, ...]:
    return tuple(figure.model_copy(update={"by": said, "report": None}) for figure in figures)
