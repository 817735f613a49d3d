"""What people said besides their choices: notes and flags, and each person's own choices, by today's questions.

Results hold none of it. It is read from the answers, and only when somebody looks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from questionnaires import EMPTY, Questionnaire, Response, answers_for, label
from questionnaires.words import Facet
from scoring.counts.again import Again


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said on a question. `choices` are the chosen options in words, facet by facet.

    `was` is what the same person chose in the `was_in` round, where they answered the same facet in both, and
    `is_confirmed` whether all of that is as it was.
    """

    question: str
    team: str
    person: str
    round: int
    choices: tuple[str, ...]
    note: str
    is_flagged: bool
    was: tuple[str, ...] = ()
    was_in: int = 0
    is_confirmed: bool = False


class Notes:
    """The answers of some responses, looked at through the questions of today: a renamed question keeps its notes."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        responses: Iterable[Response],
        earlier: Iterable[Response] = (),
        uncounted: Collection[str] = (),
    ) -> None:
        """Of the `earlier` round only what its answers say that still stand, as in the comparison; `uncounted` are the
        teams of which tallies count as well."""
        self.questionnaire = questionnaire
        self._responses = tuple(responses)
        self._earlier = tuple(earlier)
        self._before = {(one.respondent.team, one.respondent.id): one for one in self._earlier}
        self._uncounted = uncounted

    @cached_property
    def _again(self) -> Again:
        """Who has answered what anew; nobody asks where nothing is taken over."""
        return Again(self.questionnaire, self._earlier, self._responses, self._uncounted)

    @property
    def round(self) -> int:
        """The round that is looked at, which what is taken over comes before; 0 without any response."""
        return max((response.respondent.round for response in self._responses), default=0)

    @cached_property
    def by_question(self) -> dict[str, tuple[Said, ...]]:
        """What was said on each question, in the order of the responses."""
        found: dict[str, list[Said]] = {}
        for response in self._responses:
            for said in self._beside_what_was(response):
                found.setdefault(said.question, []).append(said)
        for response in self._earlier:
            for said in self._said_in(response, self._again):
                found.setdefault(said.question, []).append(said)
        return {question: tuple(said) for question, said in found.items()}

    def _said_in(self, response: Response, again: Again | None = None) -> Iterable[Said]:
        """What a response says on each question, but for what was answered `again`."""
        who, questionnaire = response.respondent, self.questionnaire
        for identifier, answer in answers_for(response, questionnaire).items():
            question = questionnaire.question_by_id[identifier]
            facets = (*question.facets, Facet.BASIS)
            open_ = [facet for facet in facets if not (again and again.replaces(who, identifier, facet))]
            standing = [facet for facet in open_ if answer.choice(facet) is not None]
            # A note alone stands while whoever wrote it has answered nothing anew.
            if not standing and len(open_) < len(facets):
                continue
            choices = tuple(label(questionnaire.scale_of(question, facet), answer.choice(facet)) for facet in standing)
            is_flagged = answer.flag and not (again and again.replaces_flag(who, identifier, question.facets))
            yield Said(identifier, who.team, who.id, who.round, choices, answer.note, is_flagged)

    def _beside_what_was(self, response: Response) -> Iterator[Said]:
        """What a response says, and what the same person said on it in the earlier round."""
        before = self._before.get((response.respondent.team, response.respondent.id))
        now = answers_for(response, self.questionnaire)
        then = answers_for(before, self.questionnaire) if before else {}
        for said in self._said_in(response):
            question = self.questionnaire.question_by_id[said.question]
            was, is_now = then.get(said.question, EMPTY), now[said.question]
            facets = [one for one in question.facets if None not in (was.choice(one), is_now.choice(one))]
            if before is None or not facets:
                yield said
                continue
            words = tuple(label(self.questionnaire.scale_of(question, facet), was.choice(facet)) for facet in facets)
            is_confirmed = all(was.choice(facet) == is_now.choice(facet) for facet in facets)
            yield replace(said, was=words, was_in=before.respondent.round, is_confirmed=is_confirmed)

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
