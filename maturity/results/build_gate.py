"""The verdict on the pilot's figures, as a tree."""

from __future__ import annotations

from maturity.files.trees import Tree, number, present
from questionnaires.actuals import Waiver
from scoring.criteria.gate import Figure, Judgement, Outcome, Verdict, headline


def gate_tree(judgement: Judgement) -> Tree:
    """The verdicts as results hold them."""
    return {
        "gate": judgement.gate.value,
        "open": judgement.is_open,
        "says": headline(judgement),
        **({"cycles_in_a_row": judgement.consecutive_cycles} if judgement.consecutive_cycles is not None else {}),
        "musts": {outcome.value: judgement.count(outcome) for outcome in Outcome},
        "verdict": [_verdict_tree(verdict) for verdict in judgement.verdicts],
    }


def _verdict_tree(verdict: Verdict) -> Tree:
    waiver = verdict.waiver or verdict.expired
    return present(
        criterion=verdict.criterion.id,
        title=verdict.criterion.title,
        priority=verdict.criterion.priority.value,
        threshold=number(verdict.criterion.threshold.value),
        unit=verdict.criterion.threshold.unit,
        one=verdict.criterion.threshold.one,
        comparison=verdict.criterion.threshold.comparison.value,
        owner=verdict.criterion.owner.named,
        outcome=verdict.outcome.value,
        figure=[_figure_tree(figure) for figure in verdict.figures] or None,
        missing_rings=list(verdict.missing) or None,
        cycles_in_a_row=verdict.consecutive_cycles,
        waiver=_waiver_tree(waiver, verdict.expired is not None) if waiver else None,
    )


def _waiver_tree(waiver: Waiver, expired: bool) -> Tree:
    return present(by=waiver.by, until=waiver.until, reason=waiver.reason, expired=expired or None)


def _figure_tree(figure: Figure) -> Tree:
    actual = figure.actual
    assert actual.numerator is not None
    assert actual.denominator is not None
    return present(
        ring=actual.ring,
        cycle=actual.cycle,
        date=actual.date,
        by=actual.by,
        report=actual.report,
        numerator=number(actual.numerator),
        denominator=number(actual.denominator),
        value=number(figure.value),
        passes=figure.passes,
        small=True if figure.is_small else None,
    )
