"""Results as they may be sent on: nobody is named in them, and no place where something lies."""

from __future__ import annotations

from typing import Final

from maturity.results.criteria import CriterionResults
from maturity.results.gate import CycleResults, FigureResults, GateResults, VerdictResults
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
    return gate.model_copy(update={"verdict": tuple(_verdict(verdict) for verdict in gate.verdict)})


def _verdict(verdict: VerdictResults) -> VerdictResults:
    waiver = verdict.waiver.model_copy(update={"by": LEFT_OUT}) if verdict.waiver is not None else None
    figures = tuple(_figure(figure) for figure in verdict.figure)
    cycles = tuple(_cycle(cycle) for cycle in verdict.cycle)
    return verdict.model_copy(update={"owner_name": None, "figure": figures, "waiver": waiver, "cycle": cycles})


def _cycle(cycle: CycleResults) -> CycleResults:
    return cycle.model_copy(update={"figure": tuple(_figure(figure) for figure in cycle.figure)})


def _figure(figure: FigureResults) -> FigureResults:
    return figure.model_copy(update={"by": LEFT_OUT, "report": None})
