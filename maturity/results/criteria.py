"""Exit criteria: what the pilot has to show, and what that rests on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from maturity.results.counting import ComputedResults
from maturity.results.findings import OneAnswer
from maturity.results.made import ResultsModel
from maturity.results.values import (
    MOST_ENTRIES,
    Count,
    Day,
    Effect,
    Figure,
    Findings,
    Name,
    Origin,
    OwnerOrigin,
    Teams,
    Text,
)
from questionnaires.actuals import CriterionId
from questionnaires.actuals import Name as Person
from questionnaires.bounds import ON_ONE_LINE, text
from questionnaires.candidate import MOST_PER, Measured
from questionnaires.decisions import EntryId
from questionnaires.parts import MOST_TEAMS, Identifier, Label, QuestionIdentifier, Sentence, several, word
from questionnaires.words import Direction, Gate, Priority, StopRule


class WithEffect(ResultsModel):
    """A part that says first what would become of a criterion."""

    effect: Effect = word()
    """What would become of the criterion."""


class CriterionChange(OneAnswer, WithEffect):
    """The one answer that would drop a criterion, or change its threshold or its owner."""

    threshold: Figure | None = None
    """The threshold that would stand instead, in the criterion's unit; absent with every other effect."""
    owner: Text | None = None
    """The owner who would stand instead; absent with every other effect."""
    says: Text
    """What this one answer would change, in a sentence."""


class Reason(ResultsModel):
    """One answer that a criterion rests on."""

    question: QuestionIdentifier
    """The id of the question."""
    team: Identifier
    """The id of the team."""
    answer: Text
    """What the team answered, in words."""


class Firm(ResultsModel):
    """In how many variants of the round a must stays as it is."""

    variants: Count
    """How many variants were tried: each team left out once, and twenty with some of the answers moved."""
    stays: Count | None = None
    """In how many it is recommended; absent for a must that is recommended whatever the answers."""
    threshold: Count | None = None
    """In how many its threshold is the same; absent where no answer stands behind it."""
    owner: Count | None = None
    """In how many its owner is the same, or the same are named; absent where no answer stands behind it."""
    rests_on: Teams = ()
    """The ids of the teams without which, each left out alone, it would fall away or change; absent without any."""
    says: Text
    """The same in a sentence."""


class SourceResults(ResultsModel):
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
    secondary: Literal[True] | None = None
    """That it is a page about the page, such as the press, and no first hand; absent otherwise."""


class MeasureResults(Measured, ResultsModel):
    """What is counted: value = numerator ÷ denominator × per; without a denominator the numerator itself."""

    per: Annotated[int, Field(ge=1, le=MOST_PER)]
    """By what the quotient is multiplied, 1 to 1000: 100 for a percentage."""


Ends = Annotated[tuple[Figure, ...], several(min_length=2, max_length=2)]


class CriterionResults(ResultsModel):
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
    """That it is a must which waits for the next gate, behind ten others that always apply; absent otherwise."""
    conflict: tuple[CriterionId, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The ids of all criteria whose limits exclude each other, its own among them; absent where it excludes none."""
    conflict_says: tuple[Text, ...] = several(default=(), max_length=MOST_ENTRIES)
    """Which limits exclude each other, who gives them, and why, a sentence for each contradiction; absent without."""
    threshold: Figure
    """What the measured value is held against, in the unit."""
    unit: Label
    """The unit, such as "%" or "hours"."""
    one: Label | None = None
    """The unit of a single one, such as "hour"; absent when it is the same word."""
    comparison: Direction = word()
    """Whether the measured value has to be at least or at most the threshold."""
    threshold_origin: Origin = word()
    """Where the threshold comes from."""
    threshold_says: Text
    """Where the threshold comes from, in sentences, with every team's own value."""
    threshold_by_team: dict[Identifier, Figure] = Field(default_factory=dict, max_length=MOST_TEAMS)
    """By team, the value of its that counts, in the unit: the stricter of its middle answers; absent without any."""
    threshold_ends: dict[Identifier, Ends] = Field(default_factory=dict, max_length=MOST_TEAMS)
    """By team without a common position, the values at either end of its answers, in the unit; absent without one."""
    owner: Text
    """Who answers for it, or between whom that has to be agreed."""
    owner_name: Person | None = None
    """The name of the person who answers for it, by the pilot's figures; absent where nobody is named."""
    owner_origin: OwnerOrigin = word()
    """Where the owner comes from."""
    owner_says: Annotated[str, text(4000, least=0), ON_ONE_LINE]
    """Where the owner comes from, in a sentence; empty for a role that the questionnaire names."""
    decided_by: tuple[EntryId, ...] = several(default=(), max_length=2)
    """The ids of the decisions that its owner and its threshold follow; absent where they follow none."""
    parked_by: EntryId | None = None
    """The id of the entry by which the question of its threshold is parked; absent where it is not."""
    measure: MeasureResults
    """What is counted."""
    computed: ComputedResults | None = None
    """Its figure by the answers, which nobody enters; absent where people measure, and of cycles in a row."""
    computed_says: Text | None = None
    """The same in a sentence, with the questions that are not settled; absent together with it."""
    counted: Count | None = None
    """Out of how many people measure it, by the answers; absent where they count that themselves."""
    counted_says: Text | None = None
    """The same in a sentence, with the questions that are counted; absent together with it."""
    stop_rule: StopRule | None = word(None)
    """Of which part of the stop rule it is a limit; absent where it is none."""
    evidence: Sentence
    """What to show that it holds."""
    page_says: Text | None = None
    """What writes the page that it asks for, in a sentence; absent without one, and before anything is decided."""
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
    firm: Firm | None = None
    """How firm it is; absent for what is no must."""
    source: tuple[SourceResults, ...] = several(max_length=MOST_ENTRIES)
    """What it rests on besides the answers."""
