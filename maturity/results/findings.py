"""What a results file says about a question: findings, what would end them, and the entries of the agenda."""

from __future__ import annotations

from pydantic import Field

from maturity.results.values import (
    AgendaClass,
    Band,
    Count,
    Evidence,
    Findings,
    Owners,
    Place,
    Points,
    Share,
    Teams,
    Text,
)
from questionnaires.parts import MOST_TEAMS, Identifier, QuestionIdentifier, Title, several, word
from questionnaires.response import FileModel
from questionnaires.words import Facet, FindingKind, Impact, Reversible


class OneAnswer(FileModel):
    """One answer that would change something, if it were the next option instead, or another owner."""

    question: QuestionIdentifier
    """The id of the question on which it was given."""
    facet: Facet = word()
    """The facet of that question."""
    team: Identifier
    """The id of the team that gave it."""
    before: Place
    """The option that was chosen, by its place on the scale, from 0."""
    after: Place
    """The option that would change something, by its place on the scale, from 0."""
    answers: Count
    """How many answers the team gave, of which this is one."""


class FindingChange(OneAnswer):
    """The one answer that would end a finding."""

    becomes: FindingKind | None = word(None)
    """The finding that would take its place; absent where none would."""
    also: Teams = ()
    """The ids of the other teams of which one answer could do the same; absent when there is none."""
    says: Text
    """What this one answer would change, in a sentence."""


class Finding(FileModel):
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
    says: Text
    """The finding in a sentence."""
    fragile: FindingChange | None = None
    """The one answer that would end the finding; absent where no single one would."""


class MinorityResults(FileModel):
    """The people who do not name the one owner that the teams are found to name most."""

    people: Count
    """How many name another owner, or say that nobody owns it yet."""
    of: Count
    """How many people named an owner, or said that nobody owns it yet."""


class AgendaEntry(FileModel):
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
    pooled: Text | None = None
    """How it would read if people were counted instead of teams; absent where that reads alike."""
    answers: Text
    """How many answers of each team it rests on, in words."""
    evidence: Evidence = word()
    """What the team with the fewest answers amounts to, in words."""
    distance: Share | None = None
    """How far the teams are from each other, 0 to 1, by which entries are sorted; absent below two teams."""
    gap: Points | None = None
    """The gap of the question's worst facet, in points; absent on scales without an order."""
    flags: Count = 0
    """How many people want it discussed; absent when nobody does."""
    flagged_by: tuple[Title, ...] = several(default=(), max_length=MOST_TEAMS)
    """The names of the teams of these people; absent when nobody wants it discussed."""
