"""The answers, read in the simplest way: lists of what people said, and nothing of `scoring`.

What is here is written from the rules, not from the product: medians of lists, counts of words.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from questionnaires import Choice, Question, Questionnaire, Response, Scale
from questionnaires.decisions import Decision
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet, FindingKind, Level

Cells = dict[tuple[str, str], dict[Facet, list[Choice | None]]]
"""By question and team, on each facet what each person who was asked says; None for those who have left it open."""


Bases = dict[tuple[str, str], list[str]]
"""By question and team, what each person with a need of 4 or 5 gives as its basis, if anything of the list."""


Room = Mapping[tuple[str, Facet], Decision]
"""By question and facet, the one decision that stands on it."""


class Reading:
    """What the people of one round said."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        cells: Cells,
        heard: frozenset[str] | None = None,
        bases: Bases | None = None,
        room: Room | None = None,
    ) -> None:
        self.questionnaire = questionnaire
        self.bases: Bases = bases or {}
        self.cells = cells
        self._heard = heard
        self.found: dict[str, set[FindingKind]] = {}
        """By question what is found on it, filled in by whoever works that out."""
        self.room: Room = room or {}
        """What the room decided or parked beside it, by question and facet; set by whoever knows it."""
        self.clashes: tuple[tuple[Decision, ...], ...] = ()
        """Entries that exclude each other."""
        self._places: dict[tuple[str, Facet], dict[str, list[int]]] = {}

    @cached_property
    def teams(self) -> tuple[str, ...]:
        """The teams that said anything in the round, in the order of the questionnaire."""
        heard = self._heard
        if heard is None:
            heard = frozenset(team for (_, team), rows in self.cells.items() if any(map(_said, rows.values())))
        return tuple(team.id for team in self.questionnaire.teams if team.id in heard)

    def only(self, question: str, kept: dict[Facet, set[str]]) -> Reading:
        """One question alone, on each facet of which only these teams are looked at; who was heard stays so."""
        cells: Cells = {
            (question, team): {facet: row if team in kept[facet] else [] for facet, row in rows.items()}
            for (asked, team), rows in self.cells.items()
            if asked == question
        }
        return Reading(self.questionnaire, cells, frozenset(self.teams))

    def question(self, identifier: str) -> Question:
        return self.questionnaire.question_by_id[identifier]

    def scale(self, identifier: str) -> Scale:
        return self.questionnaire.scale_by_id[self.question(identifier).scale]

    def row(self, question: str, facet: Facet) -> dict[str, list[Choice | None]]:
        """By team of those that were asked, what its people say."""
        return {team: self.cells[question, team][facet] for team in self.teams if (question, team) in self.cells}

    def places(self, question: str, facet: Facet) -> dict[str, list[int]]:
        """By team with any, the options chosen, by their places and in order; no state is one."""
        if (question, facet) not in self._places:
            self._places[question, facet] = dict(self._chosen(question, facet))
        return self._places[question, facet]

    def _chosen(self, question: str, facet: Facet) -> Iterator[tuple[str, list[int]]]:
        scale = self.scale(question)
        for team, said in self.row(question, facet).items():
            chosen = [place for choice in said if choice is not None and (place := scale.index(choice)) is not None]
            if chosen:
                yield team, sorted(chosen)

    def state(self, question: str, facet: Facet, state: Choice | None) -> dict[str, int]:
        """By team, how many say that they do not know, that it does not apply, or nothing."""
        return {team: said.count(state) for team, said in self.row(question, facet).items()}

    def said_by(self, team: str) -> list[Choice]:
        """Everything that its people have answered, states and all."""
        rows = [row for (_, one), facets in self.cells.items() if one == team for row in facets.values()]
        return [choice for row in rows for choice in row if choice is not None]

    def middles(self, question: str, facet: Facet) -> dict[str, Fraction]:
        """By team with an answer its median, torn or not."""
        return {team: statistics.median(map(Fraction, row)) for team, row in self.places(question, facet).items()}

    def torn(self, question: str, facet: Facet) -> list[str]:
        """The teams whose people are more than one point from their median on average."""
        return [team for team, row in self.places(question, facet).items() if average_deviation(row) > 1]

    def gap(self, question: str, facet: Facet) -> Fraction | None:
        """Between the highest and the lowest median of all teams; None for fewer than two."""
        middles = list(self.middles(question, facet).values())
        return max(middles) - min(middles) if len(middles) > 1 else None

    def named(self, question: str) -> dict[str, tuple[str, ...]]:
        """By team with an answer, the owners that most of its people name: several when tied."""
        options = self.scale(question).options
        found = {}
        for team, row in self.places(question, Facet.OWNER).items():
            most = max(map(row.count, row))
            found[team] = tuple(options[place].key for place in sorted(set(row)) if row.count(place) == most)
        return found

    def absence(self, question: str, facet: Facet, team: str) -> str | None:
        """Why a team has no answer on a facet, as it stands after its name; None where it has one."""
        if team not in self.teams:
            return "has not been heard"
        if (question, team) not in self.cells:
            return "was not asked this one"
        if team in self.places(question, facet):
            return None
        unknown, outside = (self.state(question, facet, state)[team] for state in (DONT_KNOW, NOT_APPLICABLE))
        if not unknown and not outside:
            return "has not answered this one"
        words = [words for count, words in ((unknown, "don't know"), (outside, "not applicable")) if count]
        return f"answered {' or '.join(words)}"

    def spoke(self, question: str, facet: Facet) -> list[str]:
        """The teams that said anything on a facet, be it that they do not know or that it does not apply."""
        return [team for team, row in self.row(question, facet).items() if _said(row)]

    def documented(self, question: str) -> str | None:
        """Whose task the latest page says it is; None for a task that is no longer, and where it marks nobody or is a
        third party's."""
        asked = self.question(question)
        if asked.standing == "retired" or not asked.documented or asked.documented[-1].owner is None:
            return None
        (page,) = (one for one in self.questionnaire.sources if one.id == asked.documented[-1].source)
        return None if page.secondary else asked.documented[-1].owner.value

    def ordinal(self, question: str) -> bool:
        return self.scale(question).level is Level.ORDINAL

    def means(self, question: str) -> dict[str, str]:
        """What each owner stands for."""
        return {option.key: option.means.value for option in self.scale(question).options if option.means}

    def stricter_middles(self, question: str) -> dict[str, int]:
        """By team, the stricter of its two middle answers: an option that somebody chose."""
        return {team: row[len(row) // 2] for team, row in self.places(question, Facet.POSITION).items()}

    @property
    def answered_questions(self) -> tuple[Question, ...]:
        """The questions that anybody of a team that was heard was asked."""
        asked = {question for question, team in self.cells if team in self.teams}
        return tuple(question for question in self.questionnaire.questions if question.id in asked)


def _said(row: Iterable[Choice | None]) -> bool:
    return any(choice is not None for choice in row)


def average_deviation(row: list[int]) -> Fraction:
    """How far answers lie from their median on average, in points; in halves of a point everything is whole."""
    middle = row[(len(row) - 1) // 2] + row[len(row) // 2]
    return Fraction(sum(abs(2 * place - middle) for place in row), 2 * len(row))


def read(questionnaire: Questionnaire, responses: Iterable[Response]) -> Reading:
    """What these responses say; nothing of it is computed yet."""
    cells: Cells = {}
    bases: Bases = {}
    known = [option.key for scale in questionnaire.scales if scale.id == "basis" for option in scale.options]
    for response in responses:
        who = response.respondent
        for question in questionnaire.questions:
            answer = response.answers.get(question.id)
            is_asked = question.is_asked_of(who.team, who.depth) and (who.only is None or question.id in who.only)
            said = {facet: answer.choice(facet) if answer else None for facet in question.facets}
            if is_asked or _said(said.values()):
                rows = cells.setdefault((question.id, who.team), {facet: [] for facet in question.facets})
                for facet, choice in said.items():
                    rows[facet].append(choice)
            if answer and answer.needed in (4, 5) and answer.basis in known:
                bases.setdefault((question.id, who.team), []).append(answer.basis)
    return Reading(questionnaire, cells, bases=bases)


def falls(values: list[Fraction]) -> bool:
    """Whether any value is below the one before it."""
    return any(after < before for before, after in pairwise(values))
