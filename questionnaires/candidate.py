"""Candidates for exit criteria: a closed set of parts, as data."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from questionnaires.parts import Identifier, Label, Number, Part, QuestionIdentifier, Sentence, Title, several, word
from questionnaires.words import Basis, Comparison, FindingKind, Gate, Impact, Priority


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
