"""Results as they may be sent on: nobody is named in them, and no place where something lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from maturity.reports.sources import files_of
from maturity.results.criteria import CriterionResults
from maturity.results.gate import FigureResults, GateResults, VerdictResults
from maturity.results.model import Results
from maturity.results.plan import PlanItemResults


def nameless(results: Results) -> Results:
    """The same results without the names of owners, and without the places where figures that somebody typed can be
    looked up: these may be paths or hosts. Who signed a figure or set a criterion aside, who decided and who takes the
    next step is written down to be read, and stays."""
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
    return gate.model_copy(update={"verdict": tuple(_without_places(verdict) for verdict in gate.verdict)})


def _without_places(verdict: VerdictResults) -> VerdictResults:
    """A verdict with those who signed, and without owners and places."""
    return _with_figures(verdict.model_copy(update={"owner_name": None}), {})


def unnamed_verdict(verdict: VerdictResults, said: str) -> VerdictResults:
    """A verdict that says something else in the place of each name."""
    waiver = verdict.waiver.model_copy(update={"by": said}) if verdict.waiver is not None else None
    return _with_figures(verdict.model_copy(update={"owner_name": None, "waiver": waiver}), {"by": said})


def _with_figures(verdict: VerdictResults, update: Mapping[str, str]) -> VerdictResults:
    """The same with all its figures changed so, and without the places that somebody typed."""
    cycles = tuple(cycle.model_copy(update={"figure": _figures(cycle.figure, update)}) for cycle in verdict.cycle)
    latest, earlier = _figures(verdict.figure, update), _figures(verdict.earlier, update)
    return verdict.model_copy(update={"figure": latest, "earlier": earlier, "cycle": cycles})


def _figures(figures: Iterable[FigureResults], update: Mapping[str, str]) -> tuple[FigureResults, ...]:
    return tuple(
        figure.model_copy(update={**update, "report": figure.report if files_of(figure.report) else None})
        for figure in figures
    )
