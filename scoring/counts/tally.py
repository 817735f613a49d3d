"""Counts of what was answered. Tallies add up: any split of the responses gives the same sum."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Final

from questionnaires import Answer, Choice, Question, Questionnaire, Response, Scale, answers_for, foreign, questions_for
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet, Kind

PAIRS: Final[dict[Kind, tuple[Facet, Facet]]] = {
    Kind.CONTROL: (Facet.NEEDED, Facet.WANTED),
    Kind.TRAJECTORY: (Facet.TODAY, Facet.IN_24_MONTHS),
}
"""The facets of which a respondent's own difference, second − first, is counted."""

LARGEST_DIFFERENCE: Final = 5


@dataclass(frozen=True, slots=True)
class Distribution:
    """Answers of one team on one facet: counts over the whole scale, and three states that are no number."""

    counts: tuple[int, ...]
    dont_know: int = 0
    not_applicable: int = 0
    unanswered: int = 0

    @property
    def answered(self) -> int:
        """How many people chose an option."""
        return sum(self.counts)

    @property
    def said(self) -> int:
        """How many people said anything: an option, that they do not know, or that it does not apply."""
        return self.answered + self.dont_know + self.not_applicable

    @property
    def asked(self) -> int:
        """How many people were asked, whatever they said."""
        return self.answered + self.dont_know + self.not_applicable + self.unanswered

    def __add__(self, other: Distribution) -> Distribution:
        return Distribution(
            tuple(a + b for a, b in zip(self.counts, other.counts, strict=True)),
            self.dont_know + other.dont_know,
            self.not_applicable + other.not_applicable,
            self.unanswered + other.unanswered,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the respondents of a team have come; facets are counted, not questions.

    What the team voted in the room counts among what was `asked` and `answered`, but is no respondent's: `votes` are
    the responses that hold it.
    """

    respondents: int = 0
    completed: int = 0
    asked: int = 0
    answered: int = 0
    votes: int = 0

    def __add__(self, other: Progress) -> Progress:
        return Progress(
            self.respondents + other.respondents,
            self.completed + other.completed,
            self.asked + other.asked,
            self.answered + other.answered,
            self.votes + other.votes,
        )


Cell = tuple[str, Facet, str]
"""Question, facet, team."""

Place = tuple[str, str]
"""Question, team."""


@dataclass(frozen=True)
class Tally:
    """All counts of a set of responses."""

    progress: Mapping[str, Progress] = field(default_factory=lambda: MappingProxyType({}))
    cells: Mapping[Cell, Distribution] = field(default_factory=lambda: MappingProxyType({}))
    differences: Mapping[Place, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))
    flags: Mapping[Place, int] = field(default_factory=lambda: MappingProxyType({}))
    bases: Mapping[Place, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))
    unknown: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    incomparable: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def answered_teams(self) -> frozenset[str]:
        """The teams that gave at least one answer."""
        return frozenset(team for team, progress in self.progress.items() if progress.answered)

    def __add__(self, other: Tally) -> Tally:
        builder = _Builder()
        builder.add(self)
        builder.add(other)
        return builder.tally()

    def only(self, team: str) -> Tally:
        """The counts of one team."""
        return replace(
            self,
            progress=MappingProxyType({key: value for key, value in self.progress.items() if key == team}),
            cells=MappingProxyType({key: value for key, value in self.cells.items() if key[2] == team}),
            differences=MappingProxyType({key: value for key, value in self.differences.items() if key[1] == team}),
            flags=MappingProxyType({key: value for key, value in self.flags.items() if key[1] == team}),
            bases=MappingProxyType({key: value for key, value in self.bases.items() if key[1] == team}),
        )


class _Builder:
    """Adds up in place; a tally itself never changes."""

    def __init__(self) -> None:
        self.progress: dict[str, Progress] = {}
        self.cells: dict[Cell, Distribution] = {}
        self.differences: dict[Place, tuple[int, ...]] = {}
        self.bases: dict[Place, tuple[int, ...]] = {}
        self.flags: Counter[Place] = Counter()
        self.unknown: Counter[str] = Counter()
        self.incomparable: Counter[str] = Counter()

    def add(self, tally: Tally) -> None:
        for team, progress in tally.progress.items():
            self.progress[team] = self.progress.get(team, Progress()) + progress
        for cell, distribution in tally.cells.items():
            present = self.cells.get(cell)
            self.cells[cell] = present + distribution if present else distribution
        for mine, theirs in ((self.differences, tally.differences), (self.bases, tally.bases)):
            for place, counts in theirs.items():
                mine[place] = _added(mine.get(place), counts)
        self.flags.update(tally.flags)
        self.unknown.update(tally.unknown)
        self.incomparable.update(tally.incomparable)

    def tally(self) -> Tally:
        frozen = MappingProxyType
        return Tally(
            frozen(self.progress),
            frozen(self.cells),
            frozen(self.differences),
            frozen(dict(self.flags)),
            frozen(self.bases),
            frozen(dict(self.unknown)),
            frozen(dict(self.incomparable)),
        )


def _added(first: tuple[int, ...] | None, second: tuple[int, ...]) -> tuple[int, ...]:
    return second if first is None else tuple(a + b for a, b in zip(first, second, strict=True))


def tally(questionnaire: Questionnaire, responses: Iterable[Response]) -> Tally:
    """The counts of these responses, taken together."""
    counts: defaultdict[Cell, list[int]] = defaultdict(list)
    builder = _Builder()
    for response in responses:
        _count(questionnaire, response, counts, builder)
    for (question, facet, team), row in counts.items():
        *options, dont_know, not_applicable, unanswered = row
        builder.cells[question, facet, team] = Distribution(tuple(options), dont_know, not_applicable, unanswered)
    return builder.tally()


def _count(questionnaire: Questionnaire, response: Response, counts: dict[Cell, list[int]], builder: _Builder) -> None:
    """Counts one response.

    1. An answer to a question that is gone, or on a scale whose meaning changed, counts nowhere and is named.
    2. Flags, bases and own differences count whether or not the question was asked of this person.
    3. A question that was asked counts on every facet, where it stayed open as unanswered.
    4. One that was not asked counts only where it was answered all the same.
    """
    respondent = response.respondent
    team = respondent.team
    answers = answers_for(response, questionnaire)
    left_out = foreign(response, questionnaire)
    builder.unknown.update(left_out.unknown)
    builder.incomparable.update(left_out.incomparable)
    met = {question.id for question in questions_for(response, questionnaire)}
    asked = answered = 0
    for question in questionnaire.questions:
        answer = answers.get(question.id)
        if question.id in left_out.incomparable:
            continue
        if answer:
            _count_besides(questionnaire, question, answer, (question.id, team), builder)
        # An answer counts even where the question was not asked; a note or a flag alone is no answer.
        if question.id not in met and not (answer and answer.facets):
            continue
        scale = questionnaire.scale_by_id[question.scale]
        for facet in question.facets:
            choice = answer.choice(facet) if answer else None
            row = counts[question.id, facet, team]
            if not row:
                row.extend([0] * (len(scale.options) + 3))
            row[_slot(scale, choice)] += 1
            asked += 1
            answered += choice is not None
    is_one, is_vote = int(not respondent.voted), int(respondent.voted)
    progress = Progress(is_one, is_one * (respondent.completed is not None), asked, answered, is_vote)
    builder.progress[team] = builder.progress.get(team, Progress()) + progress


def _slot(scale: Scale, choice: Choice | None) -> int:
    options = len(scale.options)
    if choice is None:
        return options + 2
    if choice in _STATES:
        return options + _STATES.index(choice)
    index = scale.index(choice)
    assert index is not None, "responses are checked against their scales when they are read"
    return index


_STATES: Final = (DONT_KNOW, NOT_APPLICABLE)


def _count_besides(
    questionnaire: Questionnaire, question: Question, answer: Answer, place: Place, builder: _Builder
) -> None:
    """Flags, bases, and the respondent's own differences."""
    builder.flags[place] += answer.flag
    if question.kind in PAIRS:
        first, second = (answer.choice(facet) for facet in PAIRS[question.kind])
        if isinstance(first, int) and isinstance(second, int):
            row = [0] * (2 * LARGEST_DIFFERENCE + 1)
            row[second - first + LARGEST_DIFFERENCE] = 1
            builder.differences[place] = _added(builder.differences.get(place), tuple(row))
    if answer.basis is not None and answer.wants_basis:
        scale = questionnaire.scale_by_id["basis"]
        index = scale.index(answer.basis)
        if index is not None:
            row = [0] * len(scale.options)
            row[index] = 1
            builder.bases[place] = _added(builder.bases.get(place), tuple(row))


def teams_in(questionnaire: Questionnaire, counted: Tally) -> tuple[str, ...]:
    """The teams that gave at least one answer, in the questionnaire's order."""
    return tuple(team.id for team in questionnaire.teams if team.id in counted.answered_teams)


def cells_of(
    counted: Tally, question: Question, facet: Facet, teams: Iterable[str]
) -> Iterator[tuple[str, Distribution]]:
    """The distributions of the teams that were asked this facet, in the order of the teams."""
    for team in teams:
        distribution = counted.cells.get((question.id, facet, team))
        if distribution is not None:
            yield team, distribution
