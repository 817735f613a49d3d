"""A results file set against another round: what moved, question by question."""

from __future__ import annotations

from maturity.results.made import ResultsModel
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
from questionnaires.words import Facet


class Steps(ResultsModel):
    """How many questions moved which way."""

    newly_agreed: Count
    """How many are agreed now and were not before: within a step on each part, or one owner or status named."""
    closer: Count
    """How many have a narrower gap, or more agreement between the teams, without being newly agreed."""
    unchanged: Count
    """How many are neither closer nor further apart, wherever the answers went."""
    further_apart: Count
    """How many have a wider gap, or less agreement between the teams, without being no longer agreed."""
    no_longer_agreed: Count
    """How many were agreed before and are no longer."""
    not_comparable: Count
    """How many have no part that two teams answered in both rounds."""
    not_asked_again: Count
    """How many were answered in the other round only."""
    asked_first: Count
    """How many were answered in this round only."""

    def of(self, step: Step) -> int:
        """How many questions moved this way."""
        return int(getattr(self, step.value))


class State(ResultsModel):
    """Where a question stood in one of the rounds, by the teams that answered it in both.

    Of an owner that these teams name, what it says itself counts for what was found, also where it answered in one
    round only.
    """

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


class PeopleCount(ResultsModel):
    """People of a team in two rounds, recognised by the random name in their answers; nobody is named."""

    team: Identifier
    """The id of the team."""
    moved: Count = 0
    """How many answered in both rounds and changed an answer; absent when nobody did."""
    stayed: Count = 0
    """How many answered in both rounds and changed none; absent when nobody did."""
    new: Count = 0
    """How many answered in this round only; absent when nobody did."""
    gone: Count = 0
    """How many answered in the other round only; absent when nobody did."""

    @property
    def is_other_people(self) -> bool:
        """Whether nobody of those who answered before answered again, but others did."""
        return not self.moved and not self.stayed and self.new > 0 and self.gone > 0


class RepeatedResults(ResultsModel):
    """Answers that the same people gave in both rounds to questions that nobody had put on the agenda or flagged."""

    answers: Count
    """How many there are."""
    same: Count
    """How many of them are the same in both rounds."""


class CoverageResults(ResultsModel):
    """What this round can say by itself, without anything carried over."""

    asked: Count
    """How many questions it asked of two teams or more."""
    teams: Count
    """How many teams there are in both rounds: those that answered the other one or have a file here, be it opened."""
    answering: Count
    """How many of these teams have answered anything in this round."""
    compared: Count
    """How many of these questions two teams have answered."""
    again: Count
    """How many of these questions two teams had answered in the other round."""
    before: Count
    """How many questions two teams had answered in the other round in all."""


class QuestionMoved(ResultsModel):
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
    """The teams without a common position in one of the rounds; absent when there is none."""
    before: State | None = None
    """Where it stood in the other round; absent where the rounds cannot be compared."""
    after: State | None = None
    """Where it stands now, with what is carried over if anything is; absent where the rounds cannot be compared."""
    moved: bool = False
    """Whether any of the teams compared stands elsewhere than before; absent where none does."""
    agreed: bool = False
    """Whether everybody agrees on it in both rounds, wherever the answers went; absent otherwise."""
    holds_with: tuple[QuestionIdentifier, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The ids of the thresholds with which its own now holds together and did not before; absent when there is none."""
    contradicts: tuple[QuestionIdentifier, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The ids of the thresholds with which its own cannot hold together and did before; absent when there is none."""
    people: tuple[PeopleCount, ...] = several(default=(), max_length=MOST_TEAMS)
    """By team, how many people moved on it; absent where nothing is known of who answered."""
    says: Text | None = None
    """How it moved, in sentences; absent where there is nothing to say."""

    @property
    def is_news(self) -> bool:
        """Whether anything is said of it that was not so before."""
        holding = bool(self.holds_with or self.contradicts)
        return self.step is not Step.UNCHANGED or self.moved or holding or self.before != self.after

    @property
    def has_other_people(self) -> bool:
        """Whether nobody who answered before for one of the teams compared answered again."""
        return any(count.is_other_people for count in self.people if count.team in self.teams)


class MovementResults(ResultsModel):
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
    moved_say: Text | None = None
    """On how many questions each team stands elsewhere than before, in a sentence; absent where none does."""
    people: tuple[PeopleCount, ...] = several(default=(), max_length=MOST_TEAMS)
    """By team, how many people changed any answer; absent for teams of which only counts are known."""
    repeated: RepeatedResults | None = None
    """How far people gave the same answer twice where nothing was discussed; absent without such answers."""
    people_say: Text | None = None
    """Who moved, came and went, in sentences; absent where nothing is known of who answered."""
    coverage: CoverageResults | None = None
    """What this round can say by itself; absent in files of older versions."""
    coverage_says: Text | None = None
    """That it can say less by itself than the other round on what it asked; absent where it can say as much."""
    steps: Steps
    """The questions, counted by the way they moved."""
    question: tuple[QuestionMoved, ...] = several(max_length=MOST_ENTRIES)
    """Every question that was answered in either round."""
