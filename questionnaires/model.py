"""What a questionnaire consists of: frozen, typed values as they stand in its files."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from questionnaires.words import (
    FACETS,
    ORDINAL_OPTIONS,
    RESERVED,
    Basis,
    Comparison,
    Depth,
    DocumentedOwner,
    Facet,
    FindingKind,
    Gate,
    Impact,
    Kind,
    Level,
    Means,
    Priority,
    Reversible,
    Standing,
)

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}$")]
QuestionIdentifier = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}\.[a-z0-9_]{1,60}$")]
Title = Annotated[str, Field(min_length=1, max_length=40)]
Label = Annotated[str, Field(min_length=1, max_length=60)]
Sentence = Annotated[str, Field(min_length=1, max_length=240)]
Paragraph = Annotated[str, Field(min_length=1, max_length=600)]
Number = Annotated[Decimal, Field(strict=False, allow_inf_nan=False)]


def several(**limits: Any) -> Any:
    """A tuple field: TOML hands over arrays, which strict validation would refuse."""
    return Field(strict=False, **limits)


def word(default: Any = ...) -> Any:
    """A field that holds a word of a closed vocabulary: TOML hands over plain strings."""
    return Field(default, strict=False)


class Part(BaseModel):
    """A frozen piece of a questionnaire; unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Source(Part):
    """Where a fact comes from. `ours` marks our own judgement, `secondary` a page about the page.

    A page that states no date has none; it may explain a question but cannot carry a fact.
    """

    id: Identifier
    title: Label
    place: Sentence
    dated: dt.date | None = None
    checked: dt.date
    secondary: bool = False
    ours: bool = False


class Team(Part):
    """One of at most seven teams, so that owners fit the digits."""

    id: Identifier
    label: Annotated[str, Field(min_length=1, max_length=20)]
    about: Sentence


class Section(Part):
    """A part of the questionnaire that is walked through and summed up as one."""

    id: Identifier
    title: Title
    question: Sentence
    about: Paragraph


class Option(Part):
    """One choice of a scale. `value` is the quantity it stands for, `means` what an owner is."""

    key: Identifier
    label: Label
    behaviour: Sentence
    value: Number | None = None
    means: Means | None = word(None)


class Scale(Part):
    """The options of a facet, in order. Option 0 of an ordinal scale is the loosest."""

    id: Identifier
    level: Level = word()
    options: tuple[Option, ...] = several(min_length=2, max_length=10)
    unit: Label | None = None

    @model_validator(mode="after")
    def _is_sound(self) -> Scale:
        keys = [option.key for option in self.options]
        if len(set(keys)) < len(keys):
            raise ValueError("option keys must differ from each other")
        if RESERVED & set(keys):
            raise ValueError("dont_know and not_applicable are reserved and cannot be options")
        if self.level is Level.ORDINAL and len(keys) != ORDINAL_OPTIONS:
            raise ValueError(f"an ordinal scale has exactly {ORDINAL_OPTIONS} options, this one has {len(keys)}")
        values = [option.value for option in self.options if option.value is not None]
        if values and (len(values) < len(keys) or self.level is not Level.ORDINAL or self.unit is None):
            raise ValueError("a quantity needs an ordinal scale, a unit, and a value on every option")
        steps = {after > before for before, after in pairwise(values) if after != before}
        if values and (len(steps) != 1 or len(set(values)) < len(values)):
            raise ValueError("the values of a quantity must only rise or only fall")
        return self

    @property
    def is_quantity(self) -> bool:
        return self.options[0].value is not None

    @property
    def stricter(self) -> Comparison:
        """How a threshold on this quantity reads: option 5 is the strictest, whichever way values run."""
        first, last = self.options[0].value, self.options[-1].value
        if first is None or last is None:
            raise ValueError(f"scale {self.id} is no quantity")
        return Comparison.AT_LEAST if last > first else Comparison.AT_MOST

    def index(self, choice: int | str) -> int | None:
        """The place of a choice on this scale; None when it is not one of its options."""
        if self.level is Level.ORDINAL:
            return choice if isinstance(choice, int) and 0 <= choice < len(self.options) else None
        return self._places.get(choice) if isinstance(choice, str) else None

    def choice(self, index: int) -> int | str:
        """What stands in a response for the option at this place."""
        return index if self.level is Level.ORDINAL else self.options[index].key

    @cached_property
    def meaning(self) -> str:
        """A short hash of what answers on this scale mean: level, ordered keys, values, unit; not the texts."""
        values = [
            [option.key, None if option.value is None else f"{option.value.normalize():f}"] for option in self.options
        ]
        canonical = json.dumps([self.level.value, values, self.unit])
        return hashlib.sha256(canonical.encode()).hexdigest()[:8]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {option.key: place for place, option in enumerate(self.options)}


class Documented(Part):
    """Whose task it is by one page of the documentation; no owner when the page marks none."""

    owner: DocumentedOwner | None = word(None)
    source: Identifier


class Offered(Part):
    """What the service offers of a decision, as options of the question's scale; None is unknown."""

    default: int | None = Field(None, ge=0, le=5)
    most: int | None = Field(None, ge=0, le=5)
    price: Sentence
    sources: tuple[Identifier, ...] = several(min_length=1)

    @model_validator(mode="after")
    def _is_sound(self) -> Offered:
        if self.default is not None and self.most is not None and self.default > self.most:
            raise ValueError("the default cannot be more than the most that is offered")
        return self


class Limit(Part):
    """The strictest option of a threshold that the service's documentation says can be reached."""

    option: int = Field(ge=0, le=5)
    text: Sentence
    sources: tuple[Identifier, ...] = several(min_length=1)


class Question(Part):
    """One thing asked. Which of the later fields it has depends on its kind."""

    id: QuestionIdentifier
    kind: Kind = word()
    title: Title
    text: Annotated[str, Field(min_length=1, max_length=200)]
    help: Annotated[str, Field(min_length=1, max_length=400)]
    scale: Identifier
    depth: Depth = word()
    impact: Impact = word()
    reversible: Reversible = word()
    asked: tuple[Identifier, ...] = several(default=())
    sources: tuple[Identifier, ...] = several(min_length=1)
    phase: Label | None = None
    # ownership
    documented: tuple[Documented, ...] = several(default=())
    standing: Standing = word(Standing.CURRENT)
    standing_note: Sentence | None = None
    suggested: Identifier | None = None
    # control
    offered: Offered | None = None
    # thresholds
    limit: Limit | None = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Question:
        if self.kind is Kind.OWNERSHIP and not self.documented:
            raise ValueError("an ownership question says what was documented, even if no owner was marked")
        if self.kind is not Kind.OWNERSHIP and (self.documented or self.suggested):
            raise ValueError("only an ownership question has a documented or suggested owner")
        if self.standing is not Standing.CURRENT and self.standing_note is None:
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
        return FACETS[self.kind]

    @property
    def documented_first(self) -> Documented | None:
        return self.documented[0] if self.documented else None

    @property
    def documented_now(self) -> Documented | None:
        """The latest page wins; pages are listed in the order of their dates."""
        return self.documented[-1] if self.documented else None

    def is_asked_of(self, team: str, depth: Depth) -> bool:
        """Whether this question reaches a respondent of that team at that depth."""
        return (depth is Depth.FULL or self.depth is Depth.CORE) and (not self.asked or team in self.asked)


class Contradiction(Part):
    """Two quantities in one unit of which `lower` cannot exceed `upper` if both are to hold."""

    id: Identifier
    lower: QuestionIdentifier
    upper: QuestionIdentifier
    text: Sentence


class Lapsed(Part):
    """Something that was once asked for and no longer is: listed with the reason, not asked."""

    id: Identifier
    title: Title
    reason: Sentence
    sources: tuple[Identifier, ...] = several(min_length=1)


class Term(Part):
    """A word of the field that not everybody knows, and the other forms in which it occurs."""

    id: Identifier
    word: Title
    forms: tuple[Title, ...] = several(default=())
    meaning: Sentence

    def occurs_in(self, text: str) -> bool:
        """Whether the text uses the word, in any of its forms."""
        words = "|".join(re.escape(form) for form in (self.word, *self.forms))
        return re.search(rf"\b(?:{words})\b", text, re.IGNORECASE) is not None


class When(Part):
    """The closed set of conditions: always, or any of these findings on any of these questions.

    With `each`, every question that triggers yields a criterion of its own.
    """

    always: bool = False
    findings: tuple[Annotated[FindingKind, word()], ...] = several(default=())
    questions: tuple[str, ...] = several(default=())
    impacts: tuple[Annotated[Impact, word()], ...] = several(default=())
    each: bool = False

    @model_validator(mode="after")
    def _is_sound(self) -> When:
        if self.always == bool(self.findings):
            raise ValueError("when is either always = true, or names findings and questions")
        if self.findings and not self.questions:
            raise ValueError("findings need the questions, or a section as `control.*`, on which they count")
        if self.each and self.always:
            raise ValueError("each needs findings to be one criterion per question")
        return self


class ThresholdPart(Part):
    """The threshold: a question's answers, with a default that stands where they give none."""

    question: QuestionIdentifier | None = None
    default: Number
    unit: Label
    comparison: Comparison = word()
    basis: Basis = word()
    sources: tuple[Identifier, ...] = several(min_length=1)


class OwnerPart(Part):
    """The owner: who the teams say does this task, or a role where no task of the table fits."""

    task: QuestionIdentifier | None = None
    role: Label | None = None

    @model_validator(mode="after")
    def _is_one(self) -> OwnerPart:
        if (self.task is None) == (self.role is None):
            raise ValueError("owner is either a task or a role")
        return self


class Measure(Part):
    """What is counted: value = numerator ÷ denominator × per."""

    numerator: Sentence
    denominator: Sentence
    per: Annotated[int, Field(ge=1, le=1000)] = 1
    report: Sentence
    traps: tuple[Sentence, ...] = several(min_length=1)


class Candidate(Part):
    """An exit criterion that may be recommended. `{threshold}` and `{question}` stand in its statement."""

    id: Identifier
    title: Title
    statement: Sentence
    reason: Sentence
    evidence: Sentence
    priority: Priority = word()
    gate: Gate = word()
    when: When
    threshold: ThresholdPart
    owner: OwnerPart
    measure: Measure
    sources: tuple[Identifier, ...] = several(min_length=1)


class Head(Part):
    """What names a questionnaire and its version; a version is a label, never ordered."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,60}$")]
    version: Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,40}$")]
    title: Label
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en"
    about: Paragraph


class Questionnaire(Part):
    """A versioned set of questions with all that they refer to."""

    head: Head
    teams: tuple[Team, ...]
    sections: tuple[Section, ...]
    scales: tuple[Scale, ...]
    questions: tuple[Question, ...]
    sources: tuple[Source, ...]
    candidates: tuple[Candidate, ...]
    contradictions: tuple[Contradiction, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    terms: tuple[Term, ...] = ()
    renamed: dict[str, str] = Field(default_factory=dict)
    fingerprint: str = ""

    @cached_property
    def team_by_id(self) -> dict[str, Team]:
        return {team.id: team for team in self.teams}

    @cached_property
    def section_by_id(self) -> dict[str, Section]:
        return {section.id: section for section in self.sections}

    @cached_property
    def scale_by_id(self) -> dict[str, Scale]:
        return {scale.id: scale for scale in self.scales}

    @cached_property
    def question_by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    def scale_of(self, question: Question, facet: Facet | None = None) -> Scale:
        """The scale on which a facet of a question is answered; the basis has one of its own."""
        return self.scale_by_id["basis" if facet is Facet.BASIS else question.scale]

    def asked_of(self, team: str, depth: Depth) -> tuple[Question, ...]:
        """The questions a respondent of that team meets at that depth, in order."""
        return tuple(question for question in self.questions if question.is_asked_of(team, depth))
