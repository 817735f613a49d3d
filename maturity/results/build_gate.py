"""The verdict on the pilot's figures."""

from __future__ import annotations

from maturity.results.build_counting import computed_results
from maturity.results.gate import CycleResults, FigureResults, GateResults, Musts, VerdictResults, WaiverResults
from maturity.results.made import made_of
from maturity.results.values import rounded
from questionnaires.actuals import Waiver
from questionnaires.decisions import Status
from scoring.comparison.compare import Comparison
from scoring.criteria.counting import NO_COUNTS, Counts
from scoring.criteria.figures import Figure
from scoring.criteria.gate import Judgement, Outcome, Verdict
from scoring.wording.counting import computed_sentence, cycles_in_a_row
from scoring.wording.gate import cycles_sentence, headline


def gate_results(judgement: Judgement, comparison: Comparison | None = None, counts: Counts = NO_COUNTS) -> GateResults:
    """The verdicts as results hold them, with what the answers of the comparison count."""
    return GateResults(
        gate=judgement.gate,
        open=judgement.is_open,
        says=headline(judgement, "the answers and decisions" if _is_decided(comparison) else "the answers"),
        cycles_in_a_row=judgement.consecutive_cycles,
        cycles_say=cycles_sentence(judgement),
        conflicts=judgement.conflicts,
        musts=made_of(Musts, {outcome.value: judgement.count(outcome) for outcome in Outcome}),
        verdict=tuple(_verdict(judgement, verdict, comparison, counts) for verdict in judgement.verdicts),
    )


def _is_decided(comparison: Comparison | None) -> bool:
    """Whether anything was decided that counts."""
    decisions = comparison.settled.decisions if comparison else ()
    return any(one.status is Status.DECIDED for one in decisions)


def _verdict(judgement: Judgement, verdict: Verdict, comparison: Comparison | None, counts: Counts) -> VerdictResults:
    criterion, waiver = verdict.criterion, verdict.waiver or verdict.expired
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
        computed=computed_results(verdict.computed, counted) if verdict.computed else None,
        computed_says=says,
        missing_rings=verdict.missing,
        behind_cycle=verdict.behind,
        stale_rings=verdict.stale,
        cycles_in_a_row=verdict.consecutive_cycles,
        waiver=_waiver(waiver, is_expired=verdict.expired is not None) if waiver else None,
        cycle=tuple(CycleResults(number=number, outcome=found) for number, found in sorted(verdict.cycles.items())),
    )


def _waiver(waiver: Waiver, *, is_expired: bool) -> WaiverResults:
    return WaiverResults(by=waiver.by, until=waiver.until, reason=waiver.reason, expired=True if is_expired else None)


def _figure(figure: Figure) -> FigureResults:
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
        of_day=figure.of_day if figure.of_day > 1 else None,
        missed_before=figure.missed_before or None,
    )
