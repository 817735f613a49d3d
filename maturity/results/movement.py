"""A results file set against another round: what moved, question by question."""

from __future__ import annotations

from maturity.results.values import (
    MOST_ENTRIES,
    Band,
    Count,
    Findings,
    Name,
    Points,
    Round,
    Shape,
    Share,
    Step,
    Teams,
    Text,
)
from questionnaires.parts import MOST_TEAMS, Identifier, QuestionIdentifier, Title, several, word
from questionnaires.response import FileModel
from questionnaires.words import Facet


class Steps(FileModel):
    """How many questions moved which way."""

    newly_agreed: Count
    """How many are aligned now and were not before."""
    closer: Count
    """How many are closer than before, and not aligned yet."""
    unchanged: Count
    """How many are as they were."""
    further_apart: Count
    """How many are further apart than before."""
    no_longer_agreed: Count
    """How many were aligned before and are no longer."""
    not_comparable: Count
    """How many have fewer than two teams with an answer in both rounds."""
    not_asked_again: Count
    """How many were answered in the other round only."""
    asked_first: Count
    """How many were answered in this round only."""

    def of(self, step: Step) -> int:
        """How many questions moved this way."""
        return int(getattr(self, step.value))


class State(FileModel):
    """Where a question stood in one of the rounds, by the teams that answered it in both."""

    column: Band | None = word(None)
    """The column of the agenda's table; absent where its findings take none."""
    findings: Findings
    """What was found on it."""
    facet: Facet | None = word(None)
    """The worst facet; absent on scales without an order."""
    gap: Points | None = None
    """The gap of the worst facet, in points; absent on scales without an order."""
    distance: Share | None = None
    """How far the positions on it are from each other, 0 to 1; absent on scales without an order."""
    shape: Shape | None = None
    """How the positions on it lie to each other; absent on scales without an order."""
    agreement: Share | None = None
    """How often two people of different teams answer the same, on scales without an order; absent elsewhere."""


class QuestionMoved(FileModel):
    """One question in two rounds."""

    question: QuestionIdentifier
    """The id of the question."""
    section: Identifier
    """The id of its section."""
    title: Title
    """What it is about."""
    step: Step = word()
    """Which way it moved."""
    teams: Teams
    """The teams that answered it in both rounds; only these are compared."""
    missing: Teams = ()
    """The teams that answered it in the other round only; absent when there is none."""
    joined: Teams = ()
    """The teams that answered it in this round only; absent when there is none."""
    torn: Teams = ()
    """The teams left out on a facet where they have no common position in one round; absent when there is none."""
    before: State | None = None
    """Where it stood in the other round; absent where the rounds cannot be compared."""
    after: State | None = None
    """Where it stands in this round; absent where the rounds cannot be compared."""
    says: Text | None = None
    """How it moved, in sentences; absent where there is nothing to say."""


class MovementResults(FileModel):
    """What moved since another round."""

    against: Round
    """The round that this one is set against."""
    teams: tuple[Name, ...] = several(max_length=MOST_TEAMS)
    """The names of the teams that answered in both rounds."""
    gone: Teams = ()
    """The teams that answered in the other round only; absent when there is none."""
    came: Teams = ()
    """The teams that answered in this round only; absent when there is none."""
    says: Text | None = None
    """Which teams answered in one round only, in sentences; absent when all answered in both."""
    steps: Steps
    """The questions, counted by the way they moved."""
    question: tuple[QuestionMoved, ...] = several(max_length=MOST_ENTRIES)
    """Every question that was answered in either round."""
