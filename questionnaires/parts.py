"""What every piece of a questionnaire is made of: frozen values, bounded texts, sources, teams and sections."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

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
