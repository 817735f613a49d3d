"""What is said of a round: each text with the place where it stands, and what it can be held against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from maturity.results.criteria import CriterionResults
from maturity.results.findings import AgendaEntry, Finding
from maturity.results.model import Results
from maturity.results.movement import QuestionMoved
from maturity.results.questions import QuestionResults
from questionnaires import Question, Questionnaire, Response, Scale
from questionnaires.actuals import Actuals
from questionnaires.response import FileModel
from questionnaires.words import Facet
from tests.proofs.last_words import LastWords
from tests.proofs.reading import Reading
from tests.proofs.words import FACETS, Unreadable, known, names_in, place_in, teams_in

Model = TypeVar("Model", bound=FileModel)


@dataclass(frozen=True)
class Case:
    """All that a sentence can be held against: the answers as they are read, and what else was handed in.

    `reading` is of what is compared: with carrying, of both rounds. `later` is the round alone, and `earlier` the
    one that it is set against; `last` is what everybody said last, by their `words`, be it carried over or not.
    `results` are what is said; only what speaks of another part of them looks there.
    """

    seed: int
    questionnaire: Questionnaire
    responses: tuple[Response, ...]
    reading: Reading
    later: Reading
    earlier: Reading | None
    last: Reading
    words: LastWords | None
    carrying: bool
    results: Results
    actuals: Actuals | None
    today: dt.date


@dataclass(frozen=True)
class Said:
    """One text of a case, the place in the results where it stands, and what encloses it there.

    `parts` are what a row's pattern has found in it; `key` the key of a text that stands in a table.
    """

    case: Case
    place: str
    text: str
    around: tuple[FileModel, ...] = ()
    key: str = ""
    parts: Mapping[str, str | None] = field(default_factory=dict)

    def __getitem__(self, part: str) -> str:
        return self.parts.get(part) or ""

    @property
    def reading(self) -> Reading:
        return self.case.reading

    @property
    def results(self) -> Results:
        return self.case.results

    @property
    def question(self) -> Question:
        """The question that the text is about."""
        for model in reversed(self.around):
            if isinstance(model, QuestionResults):
                return self.reading.question(model.id)
            if isinstance(model, Finding | AgendaEntry | QuestionMoved):
                return self.reading.question(model.question)
        raise Unreadable(f"{self.place} is about no question")

    @property
    def scale(self) -> Scale:
        """The scale on which that question is answered."""
        return self.reading.scale(self.question.id)

    @property
    def criterion(self) -> CriterionResults:
        """The criterion that the text is about."""
        return self.within(CriterionResults)

    def within(self, kind: type[Model]) -> Model:
        """The innermost part of the results of this kind that the text stands in."""
        for model in reversed(self.around):
            if isinstance(model, kind):
                return model
        raise Unreadable(f"{self.place} is in no {kind.__name__}")

    def teams(self, part: str) -> tuple[str, ...]:
        """The teams that a part names."""
        return teams_in(self.case.questionnaire, self[part])

    def owners(self, part: str, last: str = "and") -> tuple[str, ...]:
        """The owners that a part names."""
        by_label = {option.label: option.key for option in self.scale.options}
        return tuple(known(by_label, name) for name in names_in(self[part], last))

    def at(self, part: str) -> Fraction:
        """The place on the question's scale that a part stands for."""
        return place_in(self.scale, self[part])

    def number(self, part: str) -> int:
        """A whole number."""
        if not self[part].isdecimal():
            raise Unreadable(self[part])
        return int(self[part])

    def facet(self, part: str = "where") -> Facet:
        """The facet that a part names; where it names none, the only one of the question."""
        words = self[part].strip()
        if words:
            return known(FACETS, words)
        if len(self.question.facets) != 1:
            raise Unreadable(f"{self.text!r} names no facet")
        return self.question.facets[0]


@dataclass(frozen=True, slots=True)
class Fault:
    """A text that is false, or that nothing proves: where it stands, in which world, and the row that it breaks."""

    place: str
    seed: int
    text: str
    sentence: str = ""


def fault(said: Said, sentence: str = "") -> Fault:
    """What is kept of a text, without all that it was held against."""
    return Fault(said.place, said.case.seed, said.text, sentence)


Holds = Callable[[Said], bool]


@dataclass(frozen=True)
class Row:
    """One sentence of the catalogue, in the words in which it is read, and when it is true of the answers: as a
    function, and in the words of its docstring."""

    sentence: str
    holds: Holds

    @property
    def when(self) -> str:
        """When it is true, in words; empty where nobody has said so."""
        return (self.holds.__doc__ or "").strip()


def told(words: str, holds: Holds) -> Holds:
    """A condition that is made of another one, with words of its own."""

    def told_holds(said: Said) -> bool:
        return holds(said)

    told_holds.__doc__ = words
    return told_holds
