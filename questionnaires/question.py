"""Questions, with what is documented or offered about them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from questionnaires.parts import Identifier, Label, Part, QuestionIdentifier, Sentence, Title, several, word
from questionnaires.words import FACETS, Depth, DocumentedOwner, Facet, Impact, Kind, Reversible, Standing


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
