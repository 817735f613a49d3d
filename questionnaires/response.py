"""What was answered: one respondent of one team in one round, as it stands in the file."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema

from questionnaires.reading import shown
from questionnaires.words import BASIS_FROM, DONT_KNOW, NOT_APPLICABLE, RESERVED, Depth, Facet

LONGEST_NOTE: Final = 2000
MOST_ANSWERS: Final = 500

Choice = int | str
"""An option of a scale as it stands in a file: 0 to 5, a key, `dont_know` or `not_applicable`."""


def _ordinal(value: object) -> Choice:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 5:
        return value
    if isinstance(value, str) and value in RESERVED:
        return value
    raise ValueError(f'is {shown(value)}; choose 0 to 5, or "{DONT_KNOW}" or "{NOT_APPLICABLE}"')


def _keyed(value: object) -> str:
    if isinstance(value, str) and 0 < len(value) <= 60:
        return value
    raise ValueError(f'is {shown(value)}; the key of an option, "{DONT_KNOW}" or "{NOT_APPLICABLE}" was expected')


_ORDINAL_SCHEMA = {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 5}, {"enum": [DONT_KNOW, NOT_APPLICABLE]}]}
Ordinal = Annotated[Choice, PlainValidator(_ordinal), WithJsonSchema(_ORDINAL_SCHEMA)]
Keyed = Annotated[str, PlainValidator(_keyed), WithJsonSchema({"type": "string", "minLength": 1, "maxLength": 60})]


class Written(BaseModel):
    """A frozen part of a response file; unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Answer(Written):
    """One choice per facet, and what the respondent wants to say besides. An absent facet was never answered."""

    owner: Keyed | None = None
    needed: Ordinal | None = None
    basis: Keyed | None = None
    wanted: Ordinal | None = None
    position: Ordinal | None = None
    today: Ordinal | None = None
    in_12_months: Ordinal | None = None
    in_24_months: Ordinal | None = None
    status: Keyed | None = None
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    flag: bool = False

    def choice(self, facet: Facet) -> Choice | None:
        """What was chosen on this facet; None when it was never answered."""
        chosen: Choice | None = getattr(self, facet.value)
        return chosen

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The facets that hold a choice."""
        return tuple(facet for facet in Facet if self.choice(facet) is not None)

    @property
    def wants_basis(self) -> bool:
        """Whether the need is so high that it is asked for its basis."""
        return isinstance(self.needed, int) and self.needed >= BASIS_FROM


EMPTY: Final = Answer()


class Asked(Written):
    """The questionnaire that was answered, and what its scales meant at the time."""

    id: Annotated[str, Field(max_length=60)]
    version: Annotated[str, Field(max_length=40)]
    fingerprint: Annotated[str, Field(max_length=64)]
    scales: Annotated[dict[str, str], Field(max_length=200)] = Field(default_factory=dict)


class Respondent(Written):
    """Who answered. The id is random, made once and kept across rounds; the name never leaves the file.

    `at` is the question to come back to; `answered` the number of answers that follow, so that a file
    that was cut off between two of them is noticed.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]{4,32}$")]
    team: Annotated[str, Field(min_length=1, max_length=60)]
    name: Annotated[str, Field(max_length=80)] = ""
    round: Annotated[int, Field(ge=1, le=999)] = 1
    depth: Depth = Field(Depth.CORE, strict=False)
    started: AwareDatetime
    updated: AwareDatetime
    completed: AwareDatetime | None = None
    at: Annotated[str, Field(max_length=121)] | None = None
    answered: Annotated[int, Field(ge=0, le=MOST_ANSWERS)] | None = None


class Response(Written):
    """All answers of one respondent of one team in one round."""

    questionnaire: Asked
    respondent: Respondent
    answers: Annotated[dict[str, Answer], Field(max_length=MOST_ANSWERS)] = Field(default_factory=dict)

    def answer(self, question: str) -> Answer:
        """The answer to a question; an empty one when there is none."""
        return self.answers.get(question, EMPTY)

    def with_choice(self, question: str, facet: Facet, choice: Choice | None, now: dt.datetime) -> Response:
        """This response with one facet chosen anew, or emptied with None.

        A need that no longer asks for a basis loses it.
        """
        changed = self.answer(question).model_copy(update={facet.value: choice})
        if not changed.wants_basis:
            changed = changed.model_copy(update={Facet.BASIS.value: None})
        return self._with(question, changed, now)

    def with_note(self, question: str, note: str, now: dt.datetime) -> Response:
        """This response with another note on a question."""
        return self._with(question, self.answer(question).model_copy(update={"note": note[:LONGEST_NOTE]}), now)

    def with_flag(self, question: str, flag: bool, now: dt.datetime) -> Response:
        """This response with a question flagged for discussion, or no longer."""
        return self._with(question, self.answer(question).model_copy(update={"flag": flag}), now)

    def at(self, question: str, now: dt.datetime) -> Response:
        """This response with the place where the respondent is, so as to come back to it."""
        return self._stamped({"at": question}, now)

    def completed(self, now: dt.datetime) -> Response:
        """This response, finished. A later change opens it again."""
        return self._stamped({"completed": now}, now)

    def _with(self, question: str, answer: Answer, now: dt.datetime) -> Response:
        answers = {**self.answers, question: answer}
        if answer == EMPTY:
            del answers[question]
        return self.model_copy(update={"answers": answers})._stamped({"completed": None}, now)

    def _stamped(self, changes: dict[str, Any], now: dt.datetime) -> Response:
        respondent = self.respondent.model_copy(update={**changes, "updated": now})
        return self.model_copy(update={"respondent": respondent})
