"""The verdict of the gate on the pilot's figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from maturity.results.counting import ComputedResults
from maturity.results.made import ResultsModel
from maturity.results.values import (
    MOST_ENTRIES,
    Amount,
    Count,
    DayOfPilot,
    Figure,
    Name,
    Outcome,
    Text,
    Value,
)
from questionnaires.actuals import MOST_ENTRIES as MOST_FIGURES
from questionnaires.actuals import CriterionId, RingName
from questionnaires.actuals import Name as Person
from questionnaires.parts import Label, Sentence, several, word
from questionnaires.words import Direction, Gate, Priority

CycleNumber = Annotated[int, Field(ge=1, le=999)]


class FigureResults(ResultsModel):
    """One of the pilot's figures, held against the threshold."""

    ring: RingName | None = None
    """The ring that was counted; absent when the pilot was counted as a whole."""
    cycle: CycleNumber | None = None
    """The number of the cycle that was counted, from 1; absent when there is only one."""
    date: DayOfPilot
    """The day of the figure."""
    by: Person
    """Who took it."""
    report: Sentence | None = None
    """Where it can be looked up; absent where nobody said so."""
    numerator: Amount
    """What was counted or measured, 0 or more."""
    denominator: Amount
    """Out of how many, or 1 for a single thing that was measured."""
    value: Value
    """Numerator ÷ denominator × the measure's factor, in the unit of the threshold."""
    passes: bool
    """Whether it meets the threshold."""
    small: Literal[True] | None = None
    """That it counts so few in a ring that one more or less decides; absent otherwise."""
    took_part: Annotated[int, Field(ge=1, le=10_000_000)] | None = None
    """How many took part in the single thing that was measured; absent where nobody said so."""
    fewest: Annotated[int, Field(ge=1, le=1000)] | None = None
    """How many were to take part at least, where fewer did or nobody said how many; absent otherwise."""
    of_day: Annotated[int, Field(ge=2, le=MOST_FIGURES)] | None = None
    """How many figures of its ring, cycle and day there are, if they differ and this is the worst; absent otherwise."""
    missed_before: Annotated[int, Field(ge=1, le=MOST_FIGURES)] | None = None
    """How many figures that it overtakes, those of earlier cycles left aside, missed the threshold; absent if none."""
    overtakes: Annotated[int, Field(ge=1, le=MOST_FIGURES)] | None = None
    """How many figures of earlier days there are of its ring and cycle; absent if none, and before a second cycle."""


class CycleResults(ResultsModel):
    """One cycle of a criterion that is counted by cycle."""

    number: CycleNumber
    """The number of the cycle, from 1."""
    outcome: Outcome = word()
    """Whether it passed in this cycle, whether or not it is set aside."""
    figure: tuple[FigureResults, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The figures that stand in this cycle, one for each ring; absent before the pilot has a second cycle."""
    missing_rings: tuple[RingName, ...] = several(default=(), max_length=15)
    """The rings without a figure in this cycle; absent without any, and before the pilot has a second cycle."""


class StaleResults(ResultsModel):
    """What was measured before, but not in the latest cycle."""

    ring: RingName | None = None
    """The ring that was not measured; absent when the pilot is counted as a whole."""
    cycle: CycleNumber
    """The number of the cycle in which it was not measured."""
    measured_cycle: CycleNumber
    """The number of the cycle of its latest figure."""
    since: DayOfPilot
    """The day of its latest figure."""


class WaiverResults(ResultsModel):
    """Who has set a criterion aside."""

    by: Person
    """The person who answers for it."""
    until: DayOfPilot
    """The last day on which it is set aside."""
    reason: Sentence
    """Why it was set aside."""
    expired: Literal[True] | None = None
    """That the day has passed, and the criterion counts again; absent otherwise."""
    hides: Outcome | None = word(None)
    """The outcome without it; absent where it hides none, and before the pilot has a second cycle."""


class VerdictResults(ResultsModel):
    """What is known about one criterion of the gate."""

    criterion: CriterionId
    """The id of the criterion."""
    title: Name
    """What it is about."""
    priority: Priority = word()
    """How firmly it is recommended; the gate asks for the musts alone."""
    threshold: Figure
    """What the figures are held against, in the unit."""
    unit: Label
    """The unit, such as "%" or "hours"."""
    one: Label | None = None
    """The unit of a single one, such as "hour"; absent when it is the same word."""
    comparison: Direction = word()
    """Whether the figures have to be at least or at most the threshold."""
    owner: Text
    """Who answers for it."""
    owner_name: Person | None = None
    """The name of the person who answers for it; absent where nobody is named."""
    outcome: Outcome = word()
    """Whether it passes; what was not measured never does."""
    conflict: Literal[True] | None = None
    """That its limit and another exclude each other, which has to be settled before figures count; absent otherwise."""
    figure: tuple[FigureResults, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The latest figures, one for each ring; absent when nothing was measured, and where the tool computes it."""
    earlier: tuple[FigureResults, ...] = several(default=(), max_length=MOST_FIGURES)
    """The figures of earlier days that others of their ring and cycle overtake, the first one first; absent without."""
    computed: ComputedResults | None = None
    """The figure that the tool computes, from the answers or of the cycles in a row; absent where people measure."""
    computed_says: Text | None = None
    """The same in a sentence, with the questions that are not settled; absent together with it."""
    missing_rings: tuple[RingName, ...] = several(default=(), max_length=15)
    """The rings of the pilot without a figure, where others have one; absent when there is none."""
    behind_cycle: CycleNumber | None = None
    """The latest cycle, where it was measured before but not in this one, or not in every ring; absent otherwise."""
    stale_rings: tuple[RingName, ...] = several(default=(), max_length=15)
    """The rings that were measured, but not in the cycle that it is behind; absent without any."""
    stale: tuple[StaleResults, ...] = several(default=(), max_length=15)
    """What was not measured in the cycle that it is behind, each with the day of its latest figure; absent without."""
    cycles_in_a_row: Count | None = None
    """In how many cycles up to its latest it passed one after the other; absent where it is not counted by cycle."""
    waiver: WaiverResults | None = None
    """Who has set it aside; absent when nobody has."""
    cycle: tuple[CycleResults, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The cycles that were measured, the first one first; absent where it is not counted by cycle."""


class Musts(ResultsModel):
    """How many musts have each outcome."""

    passed: Count = Field(alias="pass")
    """How many pass."""
    failed: Count = Field(alias="fail")
    """How many fail."""
    not_measured: Count
    """How many nobody has measured, or not in every ring."""
    waived: Count
    """How many are set aside."""


class GateResults(ResultsModel):
    """Whether the pilot may be left, by its figures."""

    gate: Gate = word()
    """The gate that is judged."""
    open: bool
    """Whether it may be passed: every must passes or is set aside, there is at least one, and no conflict stands."""
    says: Text
    """Whether it may be passed, in a sentence for whoever decides."""
    cycles_in_a_row: Count | None = None
    """Cycles in a row, up to the latest, in which each must counted by cycle passed, waived or not; absent without."""
    cycles_say: Text | None = None
    """The same in a sentence, with the musts that ended the row; absent where no must is counted by cycle."""
    conflicts: Count = 0
    """How many conflicts of limits stand, with a must that is not set aside; absent without any."""
    musts: Musts
    """The musts of the gate, counted by outcome."""
    verdict: tuple[VerdictResults, ...] = several(max_length=MOST_ENTRIES)
    """The criteria of the gate, one by one."""
