"""A results file's exit criteria, and the verdict of the gate on the pilot's figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from maturity.results.findings import OneAnswer
from maturity.results.values import (
    MOST_ENTRIES,
    Amount,
    Count,
    Day,
    DayOfPilot,
    Effect,
    Figure,
    Findings,
    Name,
    Origin,
    Outcome,
    OwnerOrigin,
    Text,
    Value,
)
from questionnaires.actuals import CriterionId, RingName
from questionnaires.actuals import Name as Person
from questionnaires.bounds import ON_ONE_LINE, text
from questionnaires.candidate import Measure
from questionnaires.parts import MOST_TEAMS, Identifier, Label, QuestionIdentifier, Sentence, several, word
from questionnaires.response import FileModel
from questionnaires.words import Direction, Gate, Priority


class CriterionChange(OneAnswer):
    """The one answer that would drop a criterion, or change its threshold or its owner."""

    effect: Effect
    """What would become of the criterion."""
    threshold: Figure | None = None
    """The threshold that would stand instead, in the criterion's unit; absent with every other effect."""
    owner: Text | None = None
    """The owner who would stand instead; absent with every other effect."""
    says: Text
    """What this one answer would change, in a sentence."""


class Reason(FileModel):
    """One answer that a criterion rests on."""

    question: QuestionIdentifier
    """The id of the question."""
    team: Identifier
    """The id of the team."""
    answer: Text
    """What the team answered, in words."""


class SourceResults(FileModel):
    """Where something comes from that a criterion rests on."""

    title: Label
    """The title of the page or paper."""
    place: Sentence
    """Where it can be found."""
    dated: Day | None = None
    """The day that the page itself gives; absent where it gives none, and for the authors' own judgement."""
    checked: Day | None = None
    """The day on which somebody last looked; absent for the authors' own judgement."""
    ours: Literal[True] | None = None
    """That it is the judgement of the questionnaire's authors; absent otherwise."""


class CriterionResults(FileModel):
    """An exit criterion that the answers call for."""

    id: CriterionId
    """The name by which the pilot's figures refer to it."""
    title: Name
    """What it is about."""
    statement: Text
    """What has to hold: one sentence that a pilot can pass or fail."""
    priority: Priority = word()
    """How firmly it is recommended."""
    gate: Gate = word()
    """When it has to be met."""
    deferred: Literal[True] | None = None
    """That it is a must which waits for the next gate, because ten others come before it; absent otherwise."""
    threshold: Figure
    """What the measured value is held against, in the unit."""
    unit: Label
    """The unit, such as "%" or "hours"."""
    one: Label | None = None
    """The unit of a single one, such as "hour"; absent when it is the same word."""
    comparison: Direction = word()
    """Whether the measured value has to be at least or at most the threshold."""
    threshold_origin: Origin
    """Where the threshold comes from."""
    threshold_says: Text
    """Where the threshold comes from, in sentences, with every team's own value."""
    threshold_by_team: dict[Identifier, Figure] = Field(default_factory=dict, max_length=MOST_TEAMS)
    """By team, the value that it gives, in the unit; absent where no question was asked about it."""
    owner: Text
    """Who answers for it, or between whom that has to be agreed."""
    owner_origin: OwnerOrigin
    """Where the owner comes from."""
    owner_says: Annotated[str, text(4000, least=0), ON_ONE_LINE]
    """Where the owner comes from, in a sentence; empty for a role that the questionnaire names."""
    measure: Measure
    """What is counted."""
    evidence: Sentence
    """What to show that it holds."""
    reason: Sentence
    """Why it matters."""
    findings: Findings = ()
    """The findings that call for it; absent when it is always recommended."""
    because: tuple[Reason, ...] = several(max_length=MOST_ENTRIES)
    """The answers that it rests on; empty when it rests on none."""
    because_says: tuple[Text, ...] = several(max_length=MOST_ENTRIES)
    """The answers that it rests on in words, a line for each question."""
    fragile: tuple[CriterionChange, ...] = several(default=(), max_length=3)
    """The single answers that would change it, at most one for each effect; absent without any."""
    source: tuple[SourceResults, ...] = several(max_length=MOST_ENTRIES)
    """What it rests on besides the answers."""


class FigureResults(FileModel):
    """One of the pilot's figures, held against the threshold."""

    ring: RingName | None = None
    """The ring that was counted; absent when the pilot was counted as a whole."""
    cycle: Annotated[int, Field(ge=1, le=999)] | None = None
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


class WaiverResults(FileModel):
    """Who has set a criterion aside."""

    by: Person
    """The person who answers for it."""
    until: DayOfPilot
    """The last day on which it is set aside."""
    reason: Sentence
    """Why it was set aside."""
    expired: Literal[True] | None = None
    """That the day has passed, and the criterion counts again; absent otherwise."""


class VerdictResults(FileModel):
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
    outcome: Outcome
    """Whether it passes; what was not measured never does."""
    figure: tuple[FigureResults, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The latest figures, one for each ring; absent when nothing was measured."""
    missing_rings: tuple[RingName, ...] = several(default=(), max_length=15)
    """The rings of the pilot without a figure, where others have one; absent when there is none."""
    cycles_in_a_row: Count | None = None
    """In how many cycles up to the latest it passed one after the other; absent where cycles are not counted."""
    waiver: WaiverResults | None = None
    """Who has set it aside; absent when nobody has."""


class Musts(FileModel):
    """How many musts have each outcome."""

    passed: Count = Field(alias="pass")
    """How many pass."""
    failed: Count = Field(alias="fail")
    """How many fail."""
    not_measured: Count
    """How many nobody has measured, or not in every ring."""
    waived: Count
    """How many are set aside."""


class GateResults(FileModel):
    """Whether the pilot may be left, by its figures."""

    gate: Gate = word()
    """The gate that is judged."""
    open: bool
    """Whether it may be passed: every must passes or is set aside, and there is at least one."""
    says: Text
    """Whether it may be passed, in a sentence for whoever decides."""
    cycles_in_a_row: Count | None = None
    """In how many cycles up to the latest every must that is counted by cycle passed; absent where none is."""
    musts: Musts
    """The musts of the gate, counted by outcome."""
    verdict: tuple[VerdictResults, ...] = several(max_length=MOST_ENTRIES)
    """The criteria of the gate, one by one."""
