"""A questionnaire as a whole: its parts, found by their ids."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field

from questionnaires.candidate import Candidate
from questionnaires.export import Export
from questionnaires.parts import (
    Label,
    Lapsed,
    Paragraph,
    QuestionnaireIdentifier,
    QuestionnairePart,
    Section,
    Source,
    Team,
    Term,
    VersionLabel,
)
from questionnaires.question import Contradiction, Question
from questionnaires.ring import Ring
from questionnaires.scale import Scale
from questionnaires.words import Depth, DocumentedOwner, Facet, StopRule, TaskStatus


class Head(QuestionnairePart):
    """What names a questionnaire and its version."""

    id: QuestionnaireIdentifier
    """The name that responses refer to: small letters, digits and hyphens."""
    version: VersionLabel
    """A label for this version; versions are never ordered."""
    title: Label
    """The name that is shown, at most 60 characters."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en"
    """The language of its texts, such as "en" or "de-CH"."""
    about: Paragraph
    """What it is about and who should answer, at most 600 characters."""


class Questionnaire(QuestionnairePart):
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
    rings: tuple[Ring, ...] = ()
    exports: tuple[Export, ...] = ()
    renamed: dict[str, str] = Field(default_factory=dict)
    fingerprint: str = ""

    @cached_property
    def team_by_id(self) -> dict[str, Team]:
        """Its teams, each under its id."""
        return {team.id: team for team in self.teams}

    @cached_property
    def section_by_id(self) -> dict[str, Section]:
        """Its sections, each under its id."""
        return {section.id: section for section in self.sections}

    @cached_property
    def scale_by_id(self) -> dict[str, Scale]:
        """Its scales, each under its id."""
        return {scale.id: scale for scale in self.scales}

    @cached_property
    def question_by_id(self) -> dict[str, Question]:
        """Its questions, each under its id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def place_by_id(self) -> dict[str, int]:
        """The place of each question among all, from 0, under its id."""
        return {question.id: place for place, question in enumerate(self.questions)}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Its sources, each under its id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def export_by_id(self) -> dict[str, Export]:
        """The exports in which figures can be counted, each under its id."""
        return {export.id: export for export in self.exports}

    @cached_property
    def stop_rule(self) -> dict[StopRule, str]:
        """The id of the task behind each part of the stop rule, in the order in which a bad night needs them."""
        tasks = {question.stop_rule: question.id for question in self.questions if question.stop_rule}
        return {part: tasks[part] for part in StopRule if part in tasks}

    def scale_of(self, question: Question, facet: Facet | None = None) -> Scale:
        """The scale on which a facet of a question is answered; the basis has one of its own."""
        return self.scale_by_id["basis" if facet is Facet.BASIS else question.scale]

    def documented_owner(self, question: Question) -> DocumentedOwner | None:
        """Whose task the latest page says it is; None where it marks nobody, and of a task that is no longer done.

        None too where that page is a third party's: it may know what has changed, but it settles no side.
        """
        now = question.documented_now if question.standing is not TaskStatus.RETIRED else None
        return now.owner if now and not self.source_by_id[now.source].secondary else None

    def asked_of(self, team: str, depth: Depth) -> tuple[Question, ...]:
        """The questions a respondent of that team meets at that depth, in order."""
        return tuple(question for question in self.questions if question.is_asked_of(team, depth))
