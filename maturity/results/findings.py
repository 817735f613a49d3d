"""What a results file says about a question: findings, what would end them, and the entries of the agenda."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from maturity.results.made import ResultsModel
from maturity.results.values import (
    MOST_OPTIONS,
    AgendaClass,
    Band,
    Count,
    Day,
    Evidence,
    Figure,
    Findings,
    Owners,
    Place,
    Points,
    Questions,
    Share,
    Teams,
    Text,
)
from questionnaires.parts import MOST_TEAMS, Identifier, QuestionIdentifier, Title, several, word
from questionnaires.words import Facet, FindingKind, Impact, Reversible


class OneAnswer(ResultsModel):
    """One answer that would change something, if it were the next option instead, or another owner."""

    question: QuestionIdentifier
    """The id of the question on which it was given."""
    facet: Facet = word()
    """The facet of that question."""
    team: Identifier
    """The id of the team that gave it."""
    before: Place | None = None
    """The option that was chosen, by its place on the scale, from 0; absent where it was "don't know"."""
    after: Place
    """The option that would change something, by its place on the scale, from 0."""
    answers: Count
    """How many answers the team gave of which this is one, or how many of its people do not know."""


class FindingChange(OneAnswer):
    """The one answer that would end a finding."""

    becomes: FindingKind | None = word(None)
    """The finding that would take its place; absent where none would."""
    also: Teams = ()
    """The ids of the other teams of which one answer could do the same; absent when there is none."""
    tears: Literal[True] | None = None
    """That it would leave the team without the common position that it has; absent otherwise."""
    says: Text
    """What this one answer would change, in a sentence."""


class FindingMargin(ResultsModel):
    """The answers of one team that would calm a question if all of them were one option instead."""

    question: QuestionIdentifier
    """The id of the question on which they were given."""
    facet: Facet = word()
    """The facet of that question."""
    team: Identifier
    """The id of the team that gave them."""
    moved: tuple[Place, ...] = several(min_length=1, max_length=3)
    """The options that were chosen, by their places on the scale, from 0: as many as there are answers to move."""
    after: Place
    """The option that all of them would have to be, by its place on the scale, from 0."""
    answers: Count
    """How many answers the team gave, of which these are some."""
    becomes: FindingKind | None = word(None)
    """The calmer finding that would take its place; absent where none would."""
    says: Text
    """What it takes, in a sentence."""


class Finding(ResultsModel):
    """One thing that the comparison says about a question."""

    kind: FindingKind = word()
    """What it says, one word of a closed list."""
    question: QuestionIdentifier
    """The id of the question."""
    facet: Facet | None = word(None)
    """The facet that it is about; absent when it is about the question as a whole."""
    teams: Teams
    """The ids of the teams concerned; empty where it concerns none in particular."""
    owners: Owners = ()
    """The keys of the owners that a finding on ownership is about; absent elsewhere."""
    other: QuestionIdentifier | None = None
    """The id of the second question, of two that contradict each other; absent elsewhere."""
    others: Questions = ()
    """The ids of the other questions, of three or more of which the limits contradict each other; absent elsewhere."""
    says: Text
    """The finding in a sentence."""
    fragile: FindingChange | None = None
    """The one answer, moved by one step, that would end the finding; absent where no single one would."""
    if_known: FindingChange | None = None
    """The answer of somebody who does not know that would end it; absent where none would."""
    settled: Day | None = None
    """The day on which the question was decided in the room; absent while it is open."""
    margin: FindingMargin | None = None
    """What it takes to calm it, where a step of one answer does not; absent where up to three of one team do not."""


class LeverageResults(ResultsModel):
    """The recommended criteria that hang on a question; what is absent is none."""

    owner: Count = 0
    """How many it names the owner of."""
    threshold: Count = 0
    """How many it sets the threshold of."""
    trigger: Count = 0
    """How many what was found on it calls for."""
    counted: Count = 0
    """How many are computed from it and others."""
    pilot_musts: Count = 0
    """How many of all these, each counted once, are musts to leave the pilot."""
    musts: Count = 0
    """How many of them are musts of any gate."""
    others: Count = 0
    """How many of them are no musts."""


class ToAsk(ResultsModel):
    """An answer that is missing, and would change much."""

    team: Identifier
    """The id of the team to ask."""
    question: QuestionIdentifier
    """The id of the question that nobody of it answered."""
    facet: Facet = word()
    """The facet on which most hangs, of those that are open."""
    mean: Figure
    """How many criteria one answer would add, drop or change on average, if every option is as likely."""
    changes: tuple[Count, ...] = several(max_length=MOST_OPTIONS)
    """By option, in the order of the scale, how many criteria an answer of that option would add, drop or change."""
    unheard: bool = False
    """Whether the team has not answered anything at all; absent otherwise."""
    says: Text
    """The same in a sentence."""


class MinorityResults(ResultsModel):
    """The people who do not name the one owner that the teams are found to name most."""

    people: Count
    """How many name another owner, or say that nobody owns it yet."""
    of: Count
    """How many people named an owner, or said that nobody owns it yet."""


class AgendaEntry(ResultsModel):
    """One question to discuss."""

    question: QuestionIdentifier
    """The id of the question."""
    section: Identifier
    """The id of its section."""
    title: Title
    """What it is about."""
    urgency: AgendaClass = Field(alias="class", strict=False)
    """How urgent it is, from A to C; "confirm" is agreed, but on little evidence."""
    column: Band = word()
    """The column of the agenda's table that its findings take."""
    impact: Impact = word()
    """How much hangs on it, by its author."""
    reversible: Reversible = word()
    """Whether the decision can be taken back, by its author."""
    findings: Findings
    """The findings that put it on the agenda."""
    reason: Text
    """Why it is on the agenda, in sentences."""
    fragile: Text | None = None
    """Which one answer would change that, in sentences; absent where no single one would."""
    if_known: Text | None = None
    """What somebody who does not know could change by an answer, in sentences; absent where that changes nothing."""
    margin: Text | None = None
    """What it takes to calm it where a step of one answer does not, in sentences; absent where three do not."""
    pooled: Text | None = None
    """How it would read if people were counted instead of teams; absent where that reads alike."""
    answers: Text
    """How many answers of each team it rests on, in words."""
    evidence: Evidence = word()
    """What the team with the fewest answers amounts to, in words."""
    distance: Share | None = None
    """How far the teams are from each other, 0 to 1; absent below two teams."""
    gap: Points | None = None
    """The gap of the question's worst facet, in points; absent on scales without an order."""
    flags: Count = 0
    """How many people want it discussed; absent when nobody does."""
    flagged_by: tuple[Title, ...] = several(default=(), max_length=MOST_TEAMS)
    """The names of the teams of these people; absent when nobody wants it discussed."""
    leverage: LeverageResults | None = None
    """What hangs on it, by which the entries of a class are sorted; absent in files of an older version."""
    leverage_says: Text | None = None
    """The same in a sentence."""
    decision_says: Text | None = None
    """What was proposed, decided or parked of it, in sentences; absent where nothing was."""
