"""Questions, with what is documented or offered about them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Final

from pydantic import Field, model_validator

from questionnaires.bounds import ON_ONE_LINE, text
from questionnaires.parts import (
    MOST_REFERENCES,
    MOST_TEAMS,
    Documented,
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
from questionnaires.words import FACETS, Depth, Facet, Impact, Kind, Reversible, StopRule, TaskStatus

MOST_TOGETHER: Final = 6
"""Shares that one contradiction adds up: nobody settles more limits at once."""

QuestionText = Annotated[str, text(200), ON_ONE_LINE]


class Offered(QuestionnairePart):
    """What the service offers of a decision, as options of the question's scale."""

    default: int | None = Field(None, ge=0, le=5)
    """The option that holds when nobody changes anything, 0 to 5; absent when unknown."""
    most: int | None = Field(None, ge=0, le=5)
    """The highest option that can be had, 0 to 5; absent when unknown, or where sources differ."""
    price: Sentence
    """What it costs to have more than the default."""
    sources: tuple[Identifier, ...] = several(min_length=1, max_length=MOST_REFERENCES)
    """The ids of the dated sources that say so."""

    @model_validator(mode="after")
    def _is_sound(self) -> Offered:
        if self.default is not None and self.most is not None and self.default > self.most:
            raise ValueError("the default cannot be more than the most that is offered")
        return self


class Limit(QuestionnairePart):
    """The strictest option of a threshold that the service's documentation says can be reached."""

    option: int = Field(ge=0, le=5)
    """The strictest option that can be reached, 0 to 5."""
    text: Sentence
    """Why no stricter one can be."""
    sources: tuple[Identifier, ...] = several(min_length=1, max_length=MOST_REFERENCES)
    """The ids of the dated sources that say so."""


class Question(QuestionnairePart):
    """One thing asked. Which of the later fields it has depends on its kind."""

    id: QuestionIdentifier
    """The id of its section, a point, and a name of its own, as in "control.pause_rollout"."""
    kind: Kind = word()
    """What kind of question it is."""
    title: Title
    """What it is about, at most 40 characters, as it stands in lists and tables."""
    text: QuestionText
    """The question itself, at most 200 characters."""
    help: Annotated[str, Field(min_length=1, max_length=400)]
    """Why it is asked and what to think of, at most 400 characters."""
    scale: Identifier
    """The id of the scale on which it is answered."""
    depth: Depth = word()
    """The lowest depth at which it is asked: in the short set ("short"), the core set, or only in full."""
    impact: Impact = word()
    """How much hangs on the question, by its author."""
    reversible: Reversible = word()
    """Whether the decision can be taken back, by its author."""
    asked: tuple[Identifier, ...] = several(default=(), max_length=MOST_TEAMS)
    """The ids of the teams that are asked; absent when all are."""
    sources: tuple[Identifier, ...] = several(min_length=1, max_length=MOST_REFERENCES)
    """The ids of the sources that explain it."""
    phase: Label | None = None
    """The phase of the work that it belongs to, shown above it; may be left out."""

    documented: tuple[Documented, ...] = several(default=(), max_length=MOST_REFERENCES)
    """Whose task each page says it is, the oldest page first; only of an ownership question, and needed there."""
    standing: TaskStatus = word(TaskStatus.CURRENT)
    """What became of the documented task; absent while it is current."""
    standing_note: Sentence | None = None
    """What has changed since the pages were written; needed where the task was renamed or retired."""
    suggested: Identifier | None = None
    """The id of the team that the authors suggest as owner, shown after answering; only of an ownership question."""
    stop_rule: StopRule | None = word(None)
    """What its owner does: says "stop", or go or hold ("go_or_hold"), or leads when it "breaks"; each of one task."""

    offered: Offered | None = None
    """What the service offers; only of a control question, and needed there."""

    concerns: Identifier | None = None
    """The id of the team that it concerns first, without whose answer it is not confirmed; only of a prerequisite."""

    limit: Limit | None = None
    """The strictest that can be reached; only of a question on a quantity, absent where nothing limits it."""
    days_from: Identifier | None = None
    """What its days are counted from: "release", or the id of a ring whose last day is past; absent where not drawn."""
    agreement_only: bool = False
    """Whether no option of a quantity is the strict one, so that the default stands until the teams agree."""

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Question:
        if self.kind is Kind.OWNERSHIP and not self.documented:
            raise ValueError("an ownership question says what was documented, even if no owner was marked")
        if self.kind is not Kind.OWNERSHIP and (self.documented or self.suggested):
            raise ValueError("only an ownership question has a documented or suggested owner")
        if self.kind is not Kind.OWNERSHIP and self.stop_rule:
            raise ValueError(
                "only an ownership question says in stop_rule who it is that says stop, go or hold, or leads"
            )
        if self.kind is not Kind.PREREQUISITE and self.concerns:
            raise ValueError("only a prerequisite says in concerns whom it concerns first")
        if self.standing is not TaskStatus.CURRENT and self.standing_note is None:
            raise ValueError("a renamed or retired task says in standing_note what became of it")
        if (self.kind is Kind.CONTROL) != (self.offered is not None):
            raise ValueError("a control question, and no other, says what the service offers")
        return self

    @property
    def section(self) -> str:
        """The section is the first part of the id."""
        return self.id.partition(".")[0]

    @property
    def facets(self) -> tuple[Facet, ...]:
        """What is asked of it, in this order: its kind decides."""
        return FACETS[self.kind]

    @property
    def documented_first(self) -> Documented | None:
        """Whom the documentation named when the task was first listed, if it named anybody."""
        return self.documented[0] if self.documented else None

    @property
    def documented_now(self) -> Documented | None:
        """The latest page wins; pages are listed in the order of their dates."""
        return self.documented[-1] if self.documented else None

    def is_asked_of(self, team: str, depth: Depth) -> bool:
        """Whether this question reaches a respondent of that team at that depth."""
        return depth.reaches(self.depth) and (not self.asked or team in self.asked)


class Contradiction(QuestionnairePart):
    """Quantities in one unit whose limits exclude each other: two out of order, or shares that add up to too much."""

    id: Identifier
    """A name of its own."""
    lower: QuestionIdentifier | None = None
    """The id of the question on the quantity that must not be larger than the upper; absent with together."""
    upper: QuestionIdentifier | None = None
    """The id of the question on the quantity that must not be smaller than the lower; absent with together."""
    together: tuple[QuestionIdentifier, ...] = several(default=(), max_length=MOST_TOGETHER)
    """The ids of the questions on shares of one whole, at most at_most together; absent with lower and upper."""
    at_most: Number | None = None
    """The most that the shares may add up to, in their unit, such as 100; absent with lower and upper."""
    text: Sentence
    """Why, in a sentence."""

    @model_validator(mode="after")
    def _is_one_form(self) -> Contradiction:
        is_pair = self.lower is not None and self.upper is not None
        is_sum = len(self.together) > 1 and self.at_most is not None
        has_pair = self.lower is not None or self.upper is not None
        has_sum = bool(self.together) or self.at_most is not None
        if is_pair + is_sum != 1 or has_pair == has_sum:
            raise ValueError("names either lower and upper, or two questions or more in together, with at_most")
        if len(set(self.questions)) < len(self.questions):
            raise ValueError("names a question twice; a limit cannot contradict itself")
        return self

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions on all its quantities, in order: of a pair the lower one first."""
        return tuple(name for name in (self.lower, self.upper) if name is not None) or self.together

    def is_broken_by(self, limits: Sequence[Sequence[Decimal]]) -> bool:
        """Whether limits exclude each other: one or several for each question, in order, of which the one counts that
        leaves least room. What has no limit leaves room for all."""
        if not all(limits):
            return False
        if self.at_most is not None:
            return sum(map(max, limits)) > self.at_most
        lower, upper = limits
        return max(lower) > min(upper)
