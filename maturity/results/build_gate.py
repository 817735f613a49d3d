"""The verdict on the pilot's figures."""

from __future__ import annotations

from maturity.results.gate import FigureResults, GateResults, Musts, VerdictResults, WaiverResults
from maturity.results.values import rounded
from questionnaires.actuals import Waiver
from scoring.criteria.figures import Figure
from scoring.criteria.gate import Judgement, Outcome, Verdict
from scoring.wording.gate import cycles_sentence, headline


def gate_results(judgement: Judgement) -> GateResults:
    """The verdicts as results hold them."""
    return GateResults(
        gate=judgement.gate,
        open=judgement.is_open,
        says=headline(judgement),
        cycles_in_a_row=judgement.consecutive_cycles,
        cycles_say=cycles_sentence(judgement),
        musts=Musts.model_validate({outcome.value: judgement.count(outcome) for outcome in Outcome}),
        verdict=tuple(_verdict(judgement, verdict) for verdict in judgement.verdicts),
    )


def _verdict(judgement: Judgement, verdict: Verdict) -> VerdictResults:
    criterion, waiver = verdict.criterion, verdict.waiver or verdict.expired
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
        figure=tuple(_figure(figure) for figure in verdict.figures),
        missing_rings=verdict.missing,
        behind_cycle=verdict.behind,
        stale_rings=verdict.stale,
        cycles_in_a_row=verdict.consecutive_cycles,
        waiver=_waiver(waiver, is_expired=verdict.expired is not None) if waiver else None,
    )


def _waiver(waiver: Waiver, *, is_expired: bool) -> WaiverResults:
    return WaiverResults(by=waiver.by, until=waiver.until, reason=waiver.reason, expired=True if is_expired else None)


def _figure(figure: Figure) -> FigureResults:
    actual = figure.actual
    assert actual.date is not None
    assert actual.by is not None
    assert actual.numerator is not None
    assert actual.denominator is not None
    return FigureResults(
        ring=actual.ring,
        cycle=actual.cycle,
        date=actual.date,
        by=actual.by,
        report=actual.report,
        numerator=rounded(actual.numerator),
        denominator=rounded(actual.denominator),
        value=rounded(figure.value),
        passes=figure.passes,
        small=True if figure.is_small else None,
        of_day=figure.of_day if figure.of_day > 1 else None,
        missed_before=figure.missed_before or None,
    )
