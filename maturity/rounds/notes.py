"""What people said besides their choices: notes and flags, and each person's own choices, by today's questions.

Results hold none of it. It is read from the answers, and only when somebody looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from questionnaires import Questionnaire, Response, answers_for, label
from questionnaires.words import Facet
from scoring.counts.tally import Cell


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said on a question. `choices` are the chosen options in words, facet by facet."""

    question: str
    team: str
    person: str
    round: int
    choices: tuple[str, ...]
    note: str
    is_flagged: bool


class Notes:
    """The answers of some responses, looked at through the questions of today: a renamed question keeps its notes."""

    def __init__(
        self, questionnaire: Questionnaire, responses: Iterable[Response], earlier: Iterable[Response] = ()
    ) -> None:
        """Of the `earlier` round only what its answers say that still stand: on the facets on which nobody of the team
        has answered anew, as in the comparison."""
        self.questionnaire = questionnaire
        self._responses = tuple(responses)
        self._earlier = tuple(earlier)

    @property
    def round(self) -> int:
        """The round that is looked at, which what is taken over comes before; 0 without any response."""
        return max((response.respondent.round for response in self._responses), default=0)

    @cached_property
    def by_question(self) -> dict[str, tuple[Said, ...]]:
        """What was said on each question, in the order of the responses."""
        found: dict[str, list[Said]] = {}
        anew: set[Cell] = set()
        for response in self._responses:
            for said in self._said_in(response, set()):
                found.setdefault(said.question, []).append(said)
            anew |= self._facets_in(response)
        for response in self._earlier:
            for said in self._said_in(response, anew):
                found.setdefault(said.question, []).append(said)
        return {question: tuple(said) for question, said in found.items()}

    def _facets_in(self, response: Response) -> set[Cell]:
        """What is answered in a response; the basis of a need stands and falls with the need."""
        team, answers = response.respondent.team, answers_for(response, self.questionnaire)
        said = {(question, facet, team) for question, answer in answers.items() for facet in answer.facets}
        based = {(question, Facet.BASIS, team) for question, facet, _ in said if facet is Facet.NEEDED}
        return said | based

    def _said_in(self, response: Response, anew: set[Cell]) -> Iterable[Said]:
        """What a response says on each question, but for what was answered `anew`."""
        who, questionnaire = response.respondent, self.questionnaire
        for identifier, answer in answers_for(response, questionnaire).items():
            question = questionnaire.question_by_id.get(identifier)
            if question is None:
                continue
            facets = (*question.facets, Facet.BASIS)
            open_ = [facet for facet in facets if (identifier, facet, who.team) not in anew]
            standing = [facet for facet in open_ if answer.choice(facet) is not None]
            # A note alone stands while the team has answered nothing anew.
            if not standing and len(open_) < len(facets):
                continue
            choices = tuple(label(questionnaire.scale_of(question, facet), answer.choice(facet)) for facet in standing)
            yield Said(identifier, who.team, who.id, who.round, choices, answer.note, answer.flag)

    def on(self, question: str) -> tuple[Said, ...]:
        """What was said on a question."""
        return self.by_question.get(question, ())

    def written_on(self, question: str) -> tuple[Said, ...]:
        """The notes on a question."""
        return tuple(said for said in self.on(question) if said.note)

    def count_of(self, team: str) -> int:
        """How many people of a team answered."""
        return len(self._people.get(team, ()))

    def of_team(self, question: str, team: str) -> Iterator[tuple[int, Said]]:
        """What the people of a team said on a question, each with a number of its own, from 1."""
        places = {person: place for place, person in enumerate(self._people.get(team, ()), start=1)}
        yield from ((places[said.person], said) for said in self.on(question) if said.team == team)

    @cached_property
    def _people(self) -> dict[str, tuple[str, ...]]:
        """By team, the ids of its people, in the order of the responses."""
        found: dict[str, list[str]] = {}
        for response in (*self._responses, *self._earlier):
            found.setdefault(response.respondent.team, []).append(response.respondent.id)
        return {team: tuple(dict.fromkeys(people)) for team, people in found.items()}
