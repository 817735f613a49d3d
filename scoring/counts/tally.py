"""Counts of what was answered. Tallies add up: any split of the responses gives the same sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Final

from questionnaires import Answer, Choice, Question, Questionnaire, Response, Scale, foreign, questions_for
from questionnaires.response import EMPTY
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet, Kind
from scoring.counts.alike import Alike, what_alike_share

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
            self.add_cell(cell, distribution)
        for mine, theirs in ((self.differences, tally.differences), (self.bases, tally.bases)):
            for place, counts in theirs.items():
                mine[place] = _added(mine.get(place), counts)
        self.flags.update(tally.flags)
        self.unknown.update(tally.unknown)
        self.incomparable.update(tally.incomparable)

    def add_cell(self, cell: Cell, distribution: Distribution) -> None:
        present = self.cells.get(cell)
        self.cells[cell] = present + distribution if present else distribution

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
    groups: dict[Hashable, Alike] = {}
    for response in responses:
        likeness = what_alike_share(questionnaire, response)
        group = groups.get(likeness)
        if group is None:
            group = groups[likeness] = Alike(response)
        group.add(response)
    builder = _Builder()
    for group in groups.values():
        _count(questionnaire, group, builder)
    return builder.tally()


def _count(questionnaire: Questionnaire, group: Alike, builder: _Builder) -> None:
    """Counts responses that are counted alike, each distinct answer once.

    1. An answer to a question that is gone, or on a scale whose meaning changed, counts nowhere and is named.
    2. Flags, bases and own differences count whether or not the question was asked of this person.
    3. A question that was asked counts on every facet, where it stayed open as unanswered.
    4. One that was not asked counts only where it was answered all the same.
    """
    team = group.example.respondent.team
    left_out = foreign(group.example, questionnaire)
    builder.unknown.update(dict.fromkeys(left_out.unknown, group.size))
    builder.incomparable.update(dict.fromkeys(left_out.incomparable, group.size))
    met = {question.id for question in questions_for(group.example, questionnaire)}
    answers = group.by_question(questionnaire, left_out)
    asked = answered = 0
    for question in questionnaire.questions:
        if question.id in left_out.incomparable:
            continue
        said = answers.get(question.id, [])
        if said:
            _count_besides(questionnaire, question, said, (question.id, team), builder)
        if question.id in met:
            said = [*said, (EMPTY, group.size - sum(times for _, times in said))]
        else:
            # An answer counts even where the question was not asked; a note or a flag alone is no answer.
            said = [(answer, times) for answer, times in said if answer.facets]
        for facet in question.facets if said else ():
            row = _row(questionnaire.scale_by_id[question.scale], facet, said)
            builder.add_cell((question.id, facet, team), row)
            asked += row.asked
            answered += row.said
    progress = Progress(group.people, group.completed, asked, answered, group.votes)
    builder.progress[team] = builder.progress.get(team, Progress()) + progress


def _row(scale: Scale, facet: Facet, said: Iterable[tuple[Answer, int]]) -> Distribution:
    """How often each option of the scale, and each state that is none, was said on this facet."""
    row = [0] * (len(scale.options) + 3)
    for answer, times in said:
        row[_slot(scale, answer.choice(facet))] += times
    *options, dont_know, not_applicable, unanswered = row
    return Distribution(tuple(options), dont_know, not_applicable, unanswered)


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
    questionnaire: Questionnaire,
    question: Question,
    said: Iterable[tuple[Answer, int]],
    place: Place,
    builder: _Builder,
) -> None:
    """Flags, bases, and the respondents' own differences, of answers and how often each was given."""
    differences: Counter[int] = Counter()
    bases: Counter[int] = Counter()
    for answer, times in said:
        builder.flags[place] += answer.flag * times
        if question.kind in PAIRS:
            first, second = (answer.choice(facet) for facet in PAIRS[question.kind])
            if isinstance(first, int) and isinstance(second, int):
                differences[second - first] += times
        if answer.basis is not None and answer.wants_basis:
            index = questionnaire.scale_by_id["basis"].index(answer.basis)
            if index is not None:
                bases[index] += times
    if differences:
        row = tuple(differences[apart] for apart in range(-LARGEST_DIFFERENCE, LARGEST_DIFFERENCE + 1))
        builder.differences[place] = _added(builder.differences.get(place), row)
    if bases:
        row = tuple(bases[index] for index in range(len(questionnaire.scale_by_id["basis"].options)))
        builder.bases[place] = _added(builder.bases.get(place), row)


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
