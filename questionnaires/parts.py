"""What every piece of a questionnaire is made of: frozen values, bounded texts, sources, teams and sections."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from questionnaires.bounds import LARGEST_NUMBER, MOST_DECIMALS, ON_ONE_LINE, WRITTEN_AS_NUMBER, number_schema, text
from questionnaires.words import DocumentedOwner

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}$")]
QuestionIdentifier = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}\.[a-z0-9_]{1,60}$")]
TeamCode = Annotated[str, Field(pattern=r"^[A-Z0-9]{3}$")]
"""What people write for a team where there is little room: three capitals or digits."""
QuestionnaireIdentifier = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,60}$")]
VersionLabel = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,40}$")]
Hash = Annotated[str, Field(pattern=r"^[a-z0-9]{1,64}$")]
"""Of a questionnaire or a scale: hexadecimal digits."""
Title = Annotated[str, text(40), ON_ONE_LINE]
Label = Annotated[str, text(60), ON_ONE_LINE]
Sentence = Annotated[str, text(240), ON_ONE_LINE]
Paragraph = Annotated[str, Field(min_length=1, max_length=600)]
Number = Annotated[
    Decimal,
    Field(strict=False, ge=-LARGEST_NUMBER, le=LARGEST_NUMBER, decimal_places=MOST_DECIMALS),
    WRITTEN_AS_NUMBER,
    WithJsonSchema(number_schema(-LARGEST_NUMBER)),
]

MOST_TEAMS: Final = 7
MOST_REFERENCES: Final = 20
"""Sources, pages, traps or forms of a word in one place: more than this, and nobody follows any."""


def several(**limits: Any) -> Any:
    """A tuple field: TOML hands over arrays, which strict validation would refuse."""
    return Field(strict=False, **limits)


def word(default: Any = ...) -> Any:
    """A field that holds a word of a closed vocabulary: TOML hands over plain strings."""
    return Field(default, strict=False)


class QuestionnairePart(BaseModel):
    """A frozen piece of a questionnaire; unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Source(QuestionnairePart):
    """Where a fact comes from."""

    id: Identifier
    """The name by which questions and criteria refer to it."""
    title: Label
    """The title of the page or paper, at most 60 characters."""
    place: Sentence
    """Where it can be found: a path, an address, or who said it."""
    dated: dt.date | None = None
    """The day that the page itself gives; absent where it gives none, and then it explains, but carries no fact."""
    checked: dt.date
    """The day on which somebody last looked; a fact looked at more than 180 days ago is marked."""
    secondary: bool = False
    """Whether it is a page about the page, such as the press, and no first hand."""
    ours: bool = False
    """Whether it is the authors' own judgement."""


class Team(QuestionnairePart):
    """One of at most seven teams, so that owners fit the digits."""

    id: Identifier
    """The name that stands in responses and results."""
    label: Annotated[str, text(20), ON_ONE_LINE]
    """The name that is shown, at most 20 characters."""
    about: Sentence
    """What the team does, in a sentence, so that people find theirs."""
    code: TeamCode | None = None
    """What people write for it where there is little room, three capitals or digits; absent: made of the name."""


class Section(QuestionnairePart):
    """A part of the questionnaire that is walked through and summed up as one."""

    id: Identifier
    """The first part of the id of each of its questions."""
    title: Title
    """The heading, at most 40 characters."""
    question: Sentence
    """The one question that the whole section asks."""
    about: Paragraph
    """What to think of before answering, at most 600 characters."""


class Documented(QuestionnairePart):
    """Whose task it is by one page of the documentation."""

    owner: DocumentedOwner | None = word(None)
    """Whose task the page says it is; absent when it marks no owner."""
    source: Identifier
    """The id of the dated source."""


class Lapsed(QuestionnairePart):
    """Something that was once asked for and no longer is: listed with the reason, not asked."""

    id: Identifier
    """A name of its own."""
    title: Title
    """What was asked for, at most 40 characters."""
    reason: Sentence
    """Why it no longer is."""
    documented: tuple[Documented, ...] = several(default=(), max_length=MOST_REFERENCES)
    """Whose task each page said it was, the oldest page first; only of a task that somebody owned."""
    sources: tuple[Identifier, ...] = several(min_length=1, max_length=MOST_REFERENCES)
    """The ids of the dated sources that say so."""


class Term(QuestionnairePart):
    """A word of the field that not everybody knows."""

    id: Identifier
    """A name of its own."""
    word: Title
    """The word or phrase, as it stands in the texts."""
    forms: tuple[Title, ...] = several(default=(), max_length=MOST_REFERENCES)
    """The other forms in which it occurs, such as the plural."""
    meaning: Sentence
    """What it means, in a sentence."""

    def occurs_in(self, text: str) -> bool:
        """Whether the text uses the word, in any of its forms."""
        words = "|".join(re.escape(form) for form in (self.word, *self.forms))
        return re.search(rf"\b(?:{words})\b", text, re.IGNORECASE) is not None
