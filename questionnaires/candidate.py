"""Candidates for exit criteria: a closed set of parts, as data."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from questionnaires.exported import Exported
from questionnaires.parts import (
    MOST_REFERENCES,
    MOST_TEAMS,
    Identifier,
    Label,
    Number,
    QuestionIdentifier,
    QuestionnairePart,
    Sentence,
    Title,
    several,
    word,
)
from questionnaires.response import Answer
from questionnaires.words import (
    By,
    DefaultBasis,
    Depth,
    Direction,
    DocumentedOwner,
    Facet,
    FindingKind,
    Gate,
    Impact,
    Priority,
    StopRule,
    TicketsCounted,
)

MOST_EXAMPLES: Final = 6
MOST_PER: Final = 1000
MOST_PATTERNS: Final = 100
"""That one rule names: whoever means more names their sections."""
MOST_WAYS: Final = 6
"""Exports that tell one figure: nobody keeps more."""
MOST_QUESTIONS: Final = 12
"""An example is there to be read: more than this hides what it shows."""


QuestionPattern = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}\.([a-z0-9_]{1,60}|\*)$")]


class When(QuestionnairePart):
    """The closed set of conditions: always, or any of these findings on any of these questions."""

    always: bool = False
    """Whether it is recommended whatever the answers; otherwise findings and questions are named."""
    findings: tuple[Annotated[FindingKind, word()], ...] = several(default=(), max_length=len(FindingKind))
    """The findings of which any one triggers the rule; absent with always."""
    questions: tuple[QuestionPattern, ...] = several(default=(), max_length=MOST_PATTERNS)
    """The ids of the questions on which they count, or "control.*" for a whole section; absent with always."""
    impacts: tuple[Annotated[Impact, word()], ...] = several(default=(), max_length=len(Impact))
    """Only questions of these impacts count; absent when all do."""
    each: bool = False
    """Whether every question that triggers the rule yields a criterion of its own, instead of one for all."""

    @model_validator(mode="after")
    def _is_sound(self) -> When:
        if self.always == bool(self.findings):
            raise ValueError("when is either always = true, or names findings and questions")
        if self.findings and not self.questions:
            raise ValueError("findings need the questions, or a section as `control.*`, on which they count")
        if self.each and self.always:
            raise ValueError("each needs findings to be one criterion per question")
        return self

    def covers(self, question: str, impact: Impact) -> bool:
        """Whether findings count on this question: it is named, or all of its section are."""
        if self.impacts and impact not in self.impacts:
            return False
        return question in self._named or f"{question.partition('.')[0]}.*" in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(self.questions)


class Counting(QuestionnairePart):
    """What the tool counts by itself in the answers of a round: of how many questions how many are settled.

    Or, with cycles, how many cycles in a row the pilot's figures pass; then nothing else is named.
    """

    questions: tuple[QuestionPattern, ...] = several(default=(), max_length=MOST_PATTERNS)
    """The ids of the questions that are counted, or "control.*" for a whole section; absent with cycles."""
    having: tuple[Annotated[FindingKind, word()], ...] = several(default=(), max_length=len(FindingKind), alias="with")
    """A question counts as settled when any of these findings is made on it."""
    without: tuple[Annotated[FindingKind, word()], ...] = several(default=(), max_length=len(FindingKind))
    """A question counts as settled when somebody has answered it and none of these findings is made on it."""
    aligned: Facet | None = word(None)
    """A question counts as settled when this facet of it is aligned."""
    cycles: bool = False
    """Whether it is the cycles in a row in which every must that is counted by cycle passed."""
    documented: DocumentedOwner | None = word(None)
    """Only tasks count whose latest page says that they are this one's; absent when all do."""
    depth: Depth | None = word(None)
    """Only questions count that are asked at this depth; absent when all do."""

    @model_validator(mode="after")
    def _is_one(self) -> Counting:
        ways = [bool(self.having), bool(self.without), self.aligned is not None, self.cycles]
        if sum(ways) != 1:
            raise ValueError("counts by one of: with, without, aligned, cycles; give one of them")
        if self.cycles == bool(self.questions):
            raise ValueError("names the questions that are counted, unless it counts cycles")
        return self


class ThresholdPart(QuestionnairePart):
    """The threshold: a question's answers, with a default that stands where they give none."""

    question: QuestionIdentifier | None = None
    """The id of the question on a quantity whose answers set it; absent when the default always stands."""
    default: Number
    """The value that stands where the answers give none, in the unit."""
    unit: Label
    """The unit, such as "%" or "hours"; the same as that of the question's scale."""
    one: Label | None = None
    """The unit of a single one, such as "hour"; absent when it is the same word."""
    comparison: Direction = word()
    """Whether the measured value has to be at least or at most the threshold."""
    basis: DefaultBasis = word()
    """Whether the default is documented or the authors' own."""
    sources: tuple[Identifier, ...] = several(min_length=1, max_length=MOST_REFERENCES)
    """The ids of the dated sources of the default."""


class OwnerPart(QuestionnairePart):
    """The owner: who the teams say does this task, or a role where no task of the table fits."""

    task: QuestionIdentifier | None = None
    """The id of the ownership question whose answers name the owner; absent with a role."""
    role: Label | None = None
    """Who it is, where no task fits, such as "Sponsor"; absent with a task."""

    @model_validator(mode="after")
    def _is_one(self) -> OwnerPart:
        if (self.task is None) == (self.role is None):
            raise ValueError("owner is either a task or a role")
        return self


class Measured(QuestionnairePart):
    """What is counted: value = numerator ÷ denominator × per; without a denominator the numerator itself."""

    numerator: Sentence
    """What is counted or measured above the line."""
    denominator: Sentence | None = None
    """Out of what: the count below the line; absent where a single thing is measured, such as the hours of a drill."""
    entry: Sentence | None = None
    """What single thing one entry of the pilot's figures is about; absent where there is a denominator."""
    per: Annotated[int, Field(ge=1, le=MOST_PER)] = 1
    """By what the quotient is multiplied, 1 to 1000: 100 for a percentage."""
    by: tuple[Annotated[By, word()], ...] = several(default=(), max_length=2)
    """Whether each ring, each cycle, or each ring in each cycle has a figure of its own; absent when one will do."""
    report: Sentence
    """The report or record from which both are taken."""
    traps: tuple[Sentence, ...] = several(min_length=1, max_length=MOST_REFERENCES)
    """What is easily counted wrong."""

    @property
    def is_single(self) -> bool:
        """Whether a single thing is measured, so that the numerator is the value."""
        return self.denominator is None


class Measure(Measured):
    """What is counted, as a questionnaire says it: out of what, or of what single thing; and what the tool counts."""

    computed: Counting | None = None
    """What the tool counts by itself, so that nobody enters a figure; absent where people measure."""
    counted: Counting | None = None
    """What the tool counts as the denominator, while people enter the numerator; absent where they measure both."""
    exported: tuple[Exported, ...] = several(default=(), max_length=MOST_WAYS)
    """How the figure is counted in an export, the best way first; absent where no export tells it."""

    fewest: Annotated[int, Field(ge=1, le=MOST_PER)] | None = None
    """How many at least take part in the single thing that one entry is about, 1 to 1000; absent where any will do."""
    tickets: TicketsCounted | None = word(None)
    """What it counts of a service desk's tickets, out of all on the list of the pilot; absent where it counts none."""

    @property
    def counts_cycles(self) -> bool:
        """Whether the tool counts the cycles in a row."""
        return self.computed is not None and self.computed.cycles

    @model_validator(mode="after")
    def _is_share_or_single(self) -> Self:
        if (self.denominator is None) == (self.entry is None):
            raise ValueError("has either a denominator, or an entry where a single thing is measured; give one of them")
        if self.entry is not None and self.per != 1:
            raise ValueError("multiplies by per, but has no denominator; leave per out")
        if self.fewest is not None and self.denominator is not None:
            raise ValueError("says how many take part in fewest, but has a denominator; leave fewest out")
        if self.computed is not None and (self.counted is not None or self.by):
            raise ValueError("is computed by this tool, so nobody enters a figure; leave out counted and by")
        if self.computed is not None and self.exported:
            raise ValueError("is computed by this tool, so no export tells it; leave out exported")
        if self.tickets is not None and (By.CYCLE not in self.by or By.RING in self.by or self.denominator is None):
            raise ValueError("counts tickets of a cycle out of the pilot, so it has a denominator and by is cycle")
        if self.counted is not None and self.denominator is None:
            raise ValueError("has its denominator counted by this tool, so it says what that is in denominator")
        return self


Said = Annotated[dict[Identifier, Answer], Field(min_length=1, max_length=MOST_TEAMS)]
"""By team, what its one respondent answers to a question."""


class Example(QuestionnairePart):
    """What teams may say, by question and team, and whether it triggers the rule beside which it stands."""

    text: Sentence
    """What the example shows, in a sentence."""
    fires: bool
    """Whether these answers trigger the rule."""
    answers: Annotated[dict[QuestionIdentifier, Said], Field(min_length=1, max_length=MOST_QUESTIONS)]
    """By question and then by team, what the team's one respondent answers."""


class Candidate(QuestionnairePart):
    """An exit criterion that may be recommended."""

    id: Identifier
    """The name that stands in results and in the pilot's figures."""
    title: Title
    """What it is about, at most 40 characters."""
    statement: Sentence
    """What has to hold; {threshold} stands for the threshold, and with each {question} for the question's title."""
    reason: Sentence
    """Why it matters."""
    evidence: Sentence
    """What to show that it holds."""
    priority: Priority = word()
    """How firmly it is recommended; of the musts that always apply, at most ten hold the first gate."""
    gate: Gate = word()
    """When it has to be met."""
    when: When
    """When it is recommended."""
    threshold: ThresholdPart
    """What a measured value is held against."""
    owner: OwnerPart
    """Who answers for it."""
    measure: Measure
    """What is counted."""
    sources: tuple[Identifier, ...] = several(min_length=1, max_length=MOST_REFERENCES)
    """The ids of the sources that it rests on."""
    stop_rule: StopRule | None = word(None)
    """What it is a limit of: of "stop", of going on ("go_or_hold"), or of help when something "breaks"; else absent."""
    agreement: bool = False
    """Whether its evidence is a page that "maturity agreement" writes, in whole or in part."""
    examples: tuple[Example, ...] = several(default=(), max_length=MOST_EXAMPLES, alias="example")
    """Answers that trigger the rule or do not, at most 6, which "maturity check" tries; none with always."""

    @model_validator(mode="after")
    def _can_be_triggered(self) -> Candidate:
        if self.when.always and self.examples:
            raise ValueError("is always meant, so nothing can trigger it; remove its examples")
        return self
