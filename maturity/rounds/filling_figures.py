"""Proposed figures held against the criteria of a round: value, threshold, and whether they can be written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from maturity.rounds.filled import FilledFigure, NotFilled
from maturity.rounds.round import Round
from questionnaires import Fault
from questionnaires.actuals import Actual, Actuals, Pilot
from questionnaires.text import letters_of
from questionnaires.words import Direction
from scoring.comparison.thresholds import Threshold
from scoring.criteria.counting import Counts, counts, denominator
from scoring.criteria.criteria import Criterion, in_words
from scoring.criteria.figures import meets
from scoring.criteria.misfits import misfits
from scoring.exports.table import Proposal, Unfilled

_NOBODY: Final = "nobody"
"""Whose name stands for that of the person who has not signed yet."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The figures, and what is wrong with those that the gate would refuse."""

    figures: tuple[FilledFigure, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What proposals are held against."""

    found: Round
    there: Actuals | None
    """The pilot's figures, as far as there are any."""
    today: dt.date
    rings: Mapping[str, str]
    """How the pilot's figures call the rings, by the letters of those of the list."""
    release: str | None
    """The month of the release that is counted."""


def figures_of(proposals: Iterable[Proposal], beside: Beside) -> Proposed:
    """The proposals as they are shown, of the criteria that the answers recommend."""
    found, there, rings = beside.found, beside.there, beside.rings
    criteria = {one.id: one for one in found.criteria}
    counted = counts(found.comparison, found.criteria)
    known = {_same(one) for one in there.actual} if there is not None else set()
    figures: list[FilledFigure] = []
    refused: list[Fault] = []
    for place, proposal in enumerate(one for one in proposals if one.criterion in criteria):
        criterion = criteria[proposal.criterion]
        ring = rings.get(letters_of(proposal.ring), proposal.ring) if proposal.ring else None
        figure = _figure(f"figure{place}", proposal, ring, criterion, counted, known)
        figure = replace(figure, release=beside.release if figure.cycle is not None else None)
        if reason := _against(figure, criterion, found, beside.today, counted):
            refused.append(Fault("figures", _title(criterion, ring), reason))
        else:
            figures.append(figure)
    order = [*rings.values()]
    places = {one: place for place, one in enumerate(dict.fromkeys(figure.criterion for figure in figures))}
    figures.sort(
        key=lambda one: (not one.is_asked, places[one.criterion], order.index(one.ring) if one.ring in order else -1)
    )
    return Proposed(tuple(figures), tuple(refused))


def not_filled_of(unfilled: Iterable[Unfilled], found: Round, exports: Container[str]) -> tuple[NotFilled, ...]:
    """The criteria that an export could tell, and does not here; `exports` are the ids of those that are there."""
    criteria = {one.id: one for one in found.criteria}
    asked = ((criteria[one.criterion], one.reason, one.ring) for one in unfilled if one.criterion in criteria)
    rings: dict[NotFilled, list[str]] = {}
    for one, reason, ring in asked:
        has_file = any(way.export in exports for way in one.measure.exported)
        rings.setdefault(NotFilled(one.id, one.title, reason, has_file), []).extend((ring,) if ring else ())
    return tuple(replace(one, rings=tuple(named)) for one, named in rings.items())


def _figure(
    name: str,
    proposal: Proposal,
    ring: str | None,
    criterion: Criterion,
    counted: Counts,
    known: set[tuple[object, ...]],
) -> FilledFigure:
    whole = denominator(criterion, counted)
    divisor = proposal.denominator or (Decimal(whole) if whole else None)
    value = Fraction(proposal.numerator) * criterion.measure.per / Fraction(divisor or 1)
    figure = FilledFigure(
        name,
        criterion.id,
        criterion.title,
        ring,
        proposal.cycle,
        proposal.day,
        proposal.numerator,
        proposal.denominator,
        value_words(criterion.threshold, value),
        bound_words(criterion.threshold),
        meets(criterion, value),
        proposal.report,
        proposal.remarks,
        proposal.part,
        is_known=False,
        gate=criterion.gate,
        so_far=proposal.so_far,
        is_open=_is_open(proposal, criterion, meets(criterion, value)),
    )
    return replace(figure, is_known=_same(figure.signed(_NOBODY)) in known)


def _is_open(proposal: Proposal, criterion: Criterion, passes: bool) -> bool:
    """Whether later days may move a figure over its threshold: one that only grows does not fall back below it."""
    if proposal.so_far is None:
        return False
    is_above = passes is (criterion.threshold.comparison is Direction.AT_LEAST)
    return not (proposal.only_grows and is_above)


def _same(entry: Actual) -> tuple[object, ...]:
    """What makes two entries the same figure, whoever took it."""
    return entry.criterion, entry.ring, entry.cycle, entry.date, entry.numerator, entry.denominator


def _against(figure: FilledFigure, criterion: Criterion, found: Round, today: dt.date, counted: Counts) -> str:
    """Why the gate would refuse a figure; empty where it would take it."""
    rings = (figure.ring,) if figure.ring else ()
    pilot = Pilot(questionnaire=found.comparison.questionnaire.head.id, round=found.comparison.round, rings=rings)
    entry = Actuals(pilot=pilot, actual=(figure.signed(_NOBODY),))
    wrong = misfits([criterion], entry, found.began, today, counted)
    return "; ".join(f"{key.partition('.')[2]} {message}" for key, message in wrong)


def _title(criterion: Criterion, ring: str | None) -> str:
    return f"{criterion.title}, {ring}" if ring else criterion.title


def bound_words(threshold: Threshold) -> str:
    """`at least 95 %`, `at most 8 hours`."""
    word = "at least" if threshold.comparison is Direction.AT_LEAST else "at most"
    return f"{word} {in_words(threshold)}"


def value_words(threshold: Threshold, value: Fraction) -> str:
    """The value with its unit, rounded so far only that it lies on its own side of the threshold."""
    bound = Fraction(threshold.value)
    for digits in (1, 2, 3, 6):
        short = round(value, digits)
        if (short < bound, short > bound) == (value < bound, value > bound):
            break
    number = round(Decimal(short.numerator) / Decimal(short.denominator), digits).normalize()
    unit = threshold.one if number == 1 and threshold.one else threshold.unit
    return f"{number:f} {unit}"
