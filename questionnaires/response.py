"""What was answered: one respondent of one team in one round, as it stands in the file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import ItemsView, Iterator, Mapping
from typing import Annotated, Any, Final

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    SerializerFunctionWrapHandler,
    WithJsonSchema,
    WrapSerializer,
)

from questionnaires.bounds import IN_OUR_TIME, ON_LINES_JOINED, YEAR_SCHEMA
from questionnaires.faults import shown
from questionnaires.parts import Hash, Identifier, QuestionIdentifier, QuestionnaireIdentifier, VersionLabel, several
from questionnaires.words import BASIS_FROM, DONT_KNOW, NOT_APPLICABLE, RESERVED, Depth, Facet

LONGEST_NOTE: Final = 2000
LONGEST_NAME: Final = 80
MOST_ANSWERS: Final = 500
MOST_SCALES: Final = 200

Moment = Annotated[AwareDatetime, YEAR_SCHEMA, IN_OUR_TIME]

Choice = int | str
"""An option of a scale as it stands in a file: 0 to 5, a key, `dont_know` or `not_applicable`."""


def _ordinal(value: object) -> Choice:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 5:
        return value
    if isinstance(value, str) and value in RESERVED:
        return value
    raise ValueError(f'is {shown(value)}; choose 0 to 5, or "{DONT_KNOW}" or "{NOT_APPLICABLE}"')


_KEY: Final = re.compile(r"[a-z0-9_]{1,60}")


def _keyed(value: object) -> str:
    if isinstance(value, str) and _KEY.fullmatch(value):
        return value
    raise ValueError(f'is {shown(value)}; the key of an option, "{DONT_KNOW}" or "{NOT_APPLICABLE}" was expected')


_ORDINAL_SCHEMA = {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 5}, {"enum": [DONT_KNOW, NOT_APPLICABLE]}]}
Ordinal = Annotated[Choice, PlainValidator(_ordinal), WithJsonSchema(_ORDINAL_SCHEMA)]
Keyed = Annotated[str, PlainValidator(_keyed), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9_]{1,60}$"})]


class FileModel(BaseModel):
    """A frozen part of a file; unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Answer(FileModel):
    """One choice per facet, and what the respondent wants to say besides. An absent facet was never answered.

    Every choice may also be "dont_know" or "not_applicable". The kind of the question says which facets it has.
    """

    owner: Keyed | None = None
    """Who owns the task of an ownership question: the key of one owner, such as a team's."""
    needed: Ordinal | None = None
    """How much control our organisation needs, of a control question: 0 (least) to 5 (most)."""
    basis: Keyed | None = None
    """What a need of 4 or 5 rests on, as the key of a law, a contract or the like; absent below that."""
    wanted: Ordinal | None = None
    """How much control we want, of a control question, on the same scale as the need: 0 to 5."""
    position: Ordinal | None = None
    """The option chosen on a question with one scale, such as on risk: 0 to 5, 5 being the strictest of a quantity."""
    today: Ordinal | None = None
    """The stage where we are today, of a question on where we are heading: 0 to 5."""
    in_12_months: Ordinal | None = None
    """The stage where we should be in 12 months, of the same question: 0 to 5."""
    in_24_months: Ordinal | None = None
    """The stage where we should be in 24 months, of the same question: 0 to 5."""
    status: Keyed | None = None
    """Whether a prerequisite is in place: "met", "partly" or "not_met"."""
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    """What the respondent wants to say about the question, in free words; results and tallies leave it out."""
    flag: bool = False
    """Whether the respondent wants the question discussed."""

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


class SharedAnswers(Mapping[str, Answer]):
    """Answers by the id of the question, of which thousands of responses share the parts: a tenth of the memory.

    `entries` are the questions with their answers, the same objects wherever the same was answered; `places` is where
    each question stands among them, the same object wherever the same questions were answered.
    """

    __slots__ = ("_places", "entries")

    def __init__(self, places: Mapping[str, int], entries: tuple[tuple[str, Answer], ...]) -> None:
        self._places = places
        self.entries = entries

    def __getitem__(self, question: str) -> Answer:
        return self.entries[self._places[question]][1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self.entries)

    def __repr__(self) -> str:
        return repr(dict(self.entries))

    def items(self) -> ItemsView[str, Answer]:
        """The questions with their answers, in their order."""
        return dict(self.entries).items()


def _as_written(answers: Mapping[str, Answer], write: SerializerFunctionWrapHandler) -> object:
    return write(dict(answers.items()))


Answers = Annotated[
    Mapping[QuestionIdentifier, Answer], Field(max_length=MOST_ANSWERS, strict=False), WrapSerializer(_as_written)
]


class QuestionnaireRef(FileModel):
    """The questionnaire that was answered, and what its scales meant at the time."""

    id: QuestionnaireIdentifier
    """The id of the questionnaire, such as "windows-autopatch"."""
    version: VersionLabel
    """The version of the questionnaire, a label."""
    fingerprint: Hash
    """A hash of the questionnaire's exact content; another one means another version, whatever its label."""
    scales: Annotated[dict[Identifier, Hash], Field(max_length=MOST_SCALES)] = Field(default_factory=dict)
    """By scale, a short hash of what its options mean: where it differs, answers are not compared."""


class Respondent(FileModel):
    """Who answered, for which team, in which round, and when."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]{4,32}$")]
    """A random name of 4 to 32 small letters and digits, made once and kept in every round."""
    team: Identifier
    """The id of the team for which the respondent answers."""
    name: Annotated[str, Field(max_length=LONGEST_NAME), ON_LINES_JOINED] = ""
    """The respondent's name, if given; it never leaves this file."""
    round: Annotated[int, Field(ge=1, le=999)] = 1
    """The round of answering, from 1; rounds are compared one by one."""
    depth: Depth = Field(Depth.CORE, strict=False)
    """What the respondent is asked: the short set ("short"), the core questions ("core"), or all of them ("full")."""
    only: Annotated[tuple[QuestionIdentifier, ...], several(max_length=MOST_ANSWERS)] | None = None
    """The ids of the only questions asked, in a later round that takes up what is contested; absent when all are."""
    voted: bool = False
    """Whether the team in the room answered as one voice, so that no person is counted; absent where a person did."""
    started: Moment
    """When the respondent began, with the time zone, such as 2026-11-21T09:00:00Z."""
    updated: Moment
    """When the file last changed, with the time zone."""
    completed: Moment | None = None
    """When the respondent finished, with the time zone; absent while answers are open."""
    at: QuestionIdentifier | None = None
    """The id of the question to come back to; absent where none was looked at yet."""
    answered: Annotated[int, Field(ge=0, le=MOST_ANSWERS)] | None = None
    """How many answers follow, so that a file that was cut off is noticed; leave it out when writing by hand."""


class Response(FileModel):
    """All answers of one respondent of one team in one round."""

    questionnaire: QuestionnaireRef
    """The questionnaire that is answered."""
    respondent: Respondent
    """Who answers."""
    answers: Answers = Field(default_factory=dict)
    """The answers, by the id of the question, as in [answers."control.pause_rollout"]."""

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

    def with_answer(self, question: str, answer: Answer, now: dt.datetime) -> Response:
        """This response with a question answered like this as a whole: with all columns, note and flag."""
        return self._with(question, answer, now)

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
        return self._stamped({"completed": max(now, self.respondent.started)}, now)

    def deepened(self, depth: Depth, now: dt.datetime) -> Response:
        """This response, open again, with more to answer: nothing is lost, and the first open question comes next."""
        return self._stamped({"depth": depth, "at": None, "completed": None}, now)

    def _with(self, question: str, answer: Answer, now: dt.datetime) -> Response:
        answers = {**self.answers, question: answer}
        if answer == EMPTY:
            del answers[question]
        answered = self.model_copy(update={"answers": answers})
        return answered._stamped({"completed": None}, now)  # noqa: SLF001 (another of its own class)

    def _stamped(self, changes: dict[str, Any], now: dt.datetime) -> Response:
        # A clock that was set back must not make a file that is refused afterwards.
        updated = max(now, self.respondent.started)
        respondent = self.respondent.model_copy(update={**changes, "updated": updated})
        return self.model_copy(update={"respondent": respondent})
