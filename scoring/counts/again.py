"""Whose answers of an earlier round still stand, where people can be told apart: those who have not answered again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from questionnaires import Answer, Questionnaire, Respondent, Response, answers_for, questions_for
from questionnaires.words import Facet
from scoring.counts.tally import Cell, Place, Tally, tally

Person = tuple[str, str]
"""Team and id: who answers for another team is somebody else there."""


class Again:
    """Who has answered what in the later of two rounds.

    Of somebody who was not in the earlier round nothing says whether it is one of those who were: what such a person
    answers replaces all that the team had said there. So it is in the teams `uncounted`, some of whose people are
    known as counts only.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        earlier: Iterable[Response],
        later: Iterable[Response],
        uncounted: Collection[str] = (),
    ) -> None:
        people = (response.respondent for response in earlier)
        self._known: set[Person] = {(who.team, who.id) for who in people if who.team not in uncounted}
        self._answered: dict[Cell, set[str]] = {}
        self._flagged: dict[Place, set[str]] = {}
        for response in later:
            who = response.respondent
            for question, answer in answers_for(response, questionnaire).items():
                for facet in questionnaire.question_by_id[question].facets:
                    if answer.choice(facet) is not None:
                        self._answered.setdefault((question, facet, who.team), set()).add(who.id)
                if answer.flag:
                    self._flagged.setdefault((question, who.team), set()).add(who.id)

    def replaces(self, who: Respondent, question: str, facet: Facet) -> bool:
        """Whether what this person said on a facet before counts no longer. What a need rests on goes with the need."""
        asked = Facet.NEEDED if facet is Facet.BASIS else facet
        return self._is_by(who, self._answered.get((question, asked, who.team), ()))

    def replaces_flag(self, who: Respondent, question: str, facets: Iterable[Facet]) -> bool:
        """Whether this person's flag counts no longer: it stands until it is set or something is answered anew."""
        flagged = self._is_by(who, self._flagged.get((question, who.team), ()))
        return flagged or any(self.replaces(who, question, facet) for facet in facets)

    def _is_by(self, who: Respondent, others: Collection[str]) -> bool:
        """Whether the person is among these of the team, or may be."""
        return who.id in others or any((who.team, other) not in self._known for other in others)


@dataclass(frozen=True, slots=True)
class Standing:
    """What people said in the earlier round and have not answered again, of the `teams` whose people are all known.

    `filled`: on how many facets somebody has left it open in the later round who stands with what was said before.
    """

    teams: frozenset[str] = frozenset()
    said: Tally = field(default_factory=Tally)
    filled: Mapping[Cell, int] = field(default_factory=dict)


def standing(
    questionnaire: Questionnaire,
    earlier: Collection[Response],
    later: Collection[Response],
    uncounted: Collection[str] = (),
) -> Standing:
    """What still stands of these responses, person by person; `uncounted` are the teams of which tallies count, too."""
    again = Again(questionnaire, earlier, later, uncounted)
    known = [response for response in earlier if response.respondent.team not in uncounted]
    rests = [rest for response in known if (rest := _rest(questionnaire, response, again)).answers]
    return Standing(
        frozenset(response.respondent.team for response in known),
        tally(questionnaire, rests),
        Counter(_filled(questionnaire, rests, later)),
    )


def _rest(questionnaire: Questionnaire, response: Response, again: Again) -> Response:
    """The response with nothing but what still stands of it."""
    who = response.respondent
    answers: dict[str, Answer] = {}
    for identifier, answer in answers_for(response, questionnaire).items():
        facets = questionnaire.question_by_id[identifier].facets
        said = [facet for facet in (*facets, Facet.BASIS) if answer.choice(facet) is not None]
        gone = [facet for facet in said if again.replaces(who, identifier, facet)]
        flag = answer.flag and not again.replaces_flag(who, identifier, facets)
        if flag or len(gone) < len(said):
            answers[identifier] = answer.model_copy(update={**{facet.value: None for facet in gone}, "flag": flag})
    # Nobody is asked here: what was left open then is not open now.
    return response.model_copy(update={"answers": answers, "respondent": who.model_copy(update={"only": ()})})


def _filled(questionnaire: Questionnaire, rests: Iterable[Response], later: Iterable[Response]) -> Iterator[Cell]:
    by_person = {(rest.respondent.team, rest.respondent.id): rest for rest in rests}
    for response in later:
        who = response.respondent
        rest = by_person.get((who.team, who.id))
        if rest is None:
            continue
        now = answers_for(response, questionnaire)
        asked = {question.id for question in questions_for(response, questionnaire)}
        for question, answer in rest.answers.items():
            if question in asked or (question in now and now[question].facets):
                yield from ((question, facet, who.team) for facet in answer.facets)
