"""The verdict on the pilot's figures."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.results.build_counting import computed_results
from maturity.results.gate import (
    CycleResults,
    FigureResults,
    GateResults,
    Musts,
    StaleResults,
    VerdictResults,
    WaiverResults,
)
from maturity.results.made import made_of
from maturity.results.values import rounded
from questionnaires.decisions import Status
from scoring.comparison.compare import Comparison
from scoring.criteria.counting import NO_COUNTS, Counts
from scoring.criteria.figures import Figure
from scoring.criteria.gate import Judgement, Outcome, Verdict
from scoring.wording.counting import computed_sentence, cycles_in_a_row
from scoring.wording.gate import cycles_sentence, headline


def gate_results(judgement: Judgement, comparison: Comparison | None = None, counts: Counts = NO_COUNTS) -> GateResults:
    """The verdicts as results hold them, with what the answers of the comparison count.

    What happened in each cycle is told from the second one on: before that, the figures that decide are all there are.
    """
    is_told = len({cycle for verdict in judgement.verdicts for cycle in verdict.cycles}) > 1
    return GateResults(
        gate=judgement.gate,
        open=judgement.is_open,
        says=headline(judgement, "the answers and decisions" if _is_decided(comparison) else "the answers"),
        cycles_in_a_row=judgement.consecutive_cycles,
        cycles_say=cycles_sentence(judgement),
        conflicts=judgement.conflicts,
        musts=made_of(Musts, {outcome.value: judgement.count(outcome) for outcome in Outcome}),
        verdict=tuple(
            _over_cycles(found, verdict) if is_told else found
            for verdict in judgement.verdicts
            for found in (_verdict(judgement, verdict, comparison, counts),)
        ),
    )


def _is_decided(comparison: Comparison | None) -> bool:
    """Whether anything was decided that counts."""
    decisions = comparison.settled.decisions if comparison else ()
    return any(one.status is Status.DECIDED for one in decisions)


def _verdict(judgement: Judgement, verdict: Verdict, comparison: Comparison | None, counts: Counts) -> VerdictResults:
    criterion = verdict.criterion
    counted = counts.get(criterion.id) if verdict.computed else None
    says = computed_sentence(comparison, counted) if comparison and counted else cycles_in_a_row(verdict)
    return VerdictResults(
        criterion=criterion.id,
        title=criterion.title,
        priority=criterion.priority,
        threshold=rounded(criterion.threshold.value),
        unit=criterion.threshold.unit,
        one=criterion.threshold.one,
        comparison=criterion.threshold.comparison,
        owner=criterion.owner.named,
        owner_name=judgement.name_of(criterion),
        outcome=verdict.outcome,
        conflict=True if criterion.conflict else None,
        figure=tuple(_figure(figure) for figure in verdict.figures),
        earlier=tuple(_figure(one) for figure in verdict.in_order for one in figure.earlier),
        computed=computed_results(verdict.computed, counted) if verdict.computed else None,
        computed_says=says,
        missing_rings=verdict.missing,
        behind_cycle=verdict.behind,
        stale_rings=verdict.stale,
        cycles_in_a_row=verdict.consecutive_cycles,
        waiver=_waiver(verdict),
        cycle=tuple(CycleResults(number=number, outcome=found) for number, found in sorted(verdict.cycles.items())),
    )


def _over_cycles(found: VerdictResults, verdict: Verdict) -> VerdictResults:
    """The same with the figures of each cycle, what each of them overtakes, since when none was taken, and what a
    waiver hides."""
    cycles = tuple(
        CycleResults(
            number=cycle.number,
            outcome=cycle.outcome,
            figure=tuple(_figure(figure, is_told=True) for figure in verdict.figures_in(cycle.number)),
            missing_rings=verdict.missing_in(cycle.number),
        )
        for cycle in found.cycle
    )
    return found.model_copy(
        update={
            "figure": tuple(_figure(figure, is_told=True) for figure in verdict.figures),
            "stale": tuple(_stale(verdict)),
            "waiver": found.waiver.model_copy(update={"hides": verdict.hidden}) if found.waiver else None,
            "cycle": cycles,
        }
    )


def _stale(verdict: Verdict) -> Iterator[StaleResults]:
    """What was measured last before the cycle that the criterion is behind."""
    for actual in (figure.actual for figure in verdict.figures):
        if verdict.behind is not None and actual.cycle is not None and actual.cycle < verdict.behind:
            assert actual.date is not None
            yield StaleResults(ring=actual.ring, cycle=verdict.behind, measured_cycle=actual.cycle, since=actual.date)


def _waiver(verdict: Verdict) -> WaiverResults | None:
    waiver = verdict.waiver or verdict.expired
    if waiver is None:
        return None
    ended = verdict.expired is not None
    return WaiverResults(by=waiver.by, until=waiver.until, reason=waiver.reason, expired=True if ended else None)


def _figure(figure: Figure, *, is_told: bool = False) -> FigureResults:
    actual = figure.actual
    assert actual.date is not None
    assert actual.by is not None
    assert actual.numerator is not None
    return FigureResults(
        ring=actual.ring,
        cycle=actual.cycle,
        date=actual.date,
        by=actual.by,
        report=actual.report,
        numerator=rounded(actual.numerator),
        denominator=rounded(actual.divisor),
        value=rounded(figure.value),
        passes=figure.passes,
        small=True if figure.is_small else None,
        took_part=actual.took_part,
        fewest=figure.fewest,
        of_day=figure.of_day if figure.of_day > 1 else None,
        missed_before=figure.missed_before or None,
        overtakes=(figure.overtakes or None) if is_told else None,
    )
