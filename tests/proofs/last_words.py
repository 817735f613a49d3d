"""What people of two rounds said last, read person by person: what somebody has not answered again stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from questionnaires import Answer, Choice, Question, Questionnaire, Response
from questionnaires.words import Facet
from tests.proofs.reading import Bases, Cells, Reading

_NOTHING = Answer()


class LastWords:
    """The people of two rounds, each by team and id. A team may have people in the later round that were not in the
    earlier: what one of them answers may be what one of those says now, so that nothing stands there any more."""

    def __init__(self, questionnaire: Questionnaire, first: Iterable[Response], second: Iterable[Response]) -> None:
        self.questionnaire = questionnaire
        self.first, self.second = ({(r.respondent.team, r.respondent.id): r for r in some} for some in (first, second))

    def _said(self, response: Response | None, question: Question, facet: Facet) -> Choice | None:
        return response.answers.get(question.id, _NOTHING).choice(facet) if response else None

    def _later(self, team: str) -> dict[str, Response]:
        return {person: response for (mine, person), response in self.second.items() if mine == team}

    def stands(self, team: str, person: str, question: Question, facet: Facet) -> bool:
        """Whether what a person said in the earlier round, if anything, still counts."""
        speakers = [who for who, r in self._later(team).items() if self._said(r, question, facet) is not None]
        return person not in speakers and all((team, who) in self.first for who in speakers)

    def flag_stands(self, team: str, person: str, question: Question) -> bool:
        """Whether somebody's flag does: nobody who is, or may be, that person has answered anew or flagged again."""
        flagging = [who for who, r in self._later(team).items() if r.answers.get(question.id, _NOTHING).flag]
        is_known = person not in flagging and all((team, who) in self.first for who in flagging)
        return is_known and all(self.stands(team, person, question, facet) for facet in question.facets)

    def is_flagged(self, question: Question) -> bool:
        """Whether any flag on a question counts."""
        if any(response.answers.get(question.id, _NOTHING).flag for response in self.second.values()):
            return True
        return any(
            response.answers.get(question.id, _NOTHING).flag and self.flag_stands(*who, question)
            for who, response in self.first.items()
        )

    def pair(self, team: str, person: str, question: Question) -> list[Choice | None]:
        """What a person says on the facets, as far as it was said in one answer: of the later round, else the earlier
        where all of that stands."""
        again = self.second.get((team, person))
        said = [self._said(again, question, facet) for facet in question.facets]
        if None not in said or not all(self.stands(team, person, question, facet) for facet in question.facets):
            return said
        return [self._said(self.first.get((team, person)), question, facet) for facet in question.facets]

    @property
    def people(self) -> list[tuple[str, str]]:
        """Everybody of either round."""
        return list(dict.fromkeys((*self.first, *self.second)))

    def rows(self, reading: Reading, earlier: Reading) -> Reading:
        """The later round, with what still stands of the earlier."""
        cells: Cells = {place: dict(rows) for place, rows in earlier.cells.items()}
        for (identifier, team), rows in reading.cells.items():
            question = self.questionnaire.question_by_id[identifier]
            before = cells.setdefault((identifier, team), {})
            for facet, row in rows.items():
                if any(choice is not None for choice in row):
                    before[facet] = self._row(team, question, facet)
                elif not any(choice is not None for choice in before.get(facet, ())):
                    before[facet] = row
        return Reading(self.questionnaire, cells, bases=self._bases(reading))

    def _bases(self, reading: Reading) -> Bases:
        """What needs of 4 or 5 rest on: those of the later round, and those of needs that still stand."""
        known = [option.key for scale in self.questionnaire.scales if scale.id == "basis" for option in scale.options]
        bases = {place: list(given) for place, given in reading.bases.items()}
        for (team, person), response in self.first.items():
            for identifier, answer in response.answers.items():
                question = self.questionnaire.question_by_id.get(identifier)
                if question is None or answer.needed not in (4, 5) or answer.basis not in known:
                    continue
                if self.stands(team, person, question, Facet.NEEDED):
                    bases.setdefault((identifier, team), []).append(answer.basis)
        return bases

    def _row(self, team: str, question: Question, facet: Facet) -> list[Choice | None]:
        """Of a facet on which the team has said something again: by person what was said last."""
        row: list[Choice | None] = []
        standing = {
            person: choice
            for (mine, person), response in self.first.items()
            if mine == team and self.stands(team, person, question, facet)
            if (choice := self._said(response, question, facet)) is not None
        }
        for person, response in self._later(team).items():
            if _is_asked(response, question):
                said = self._said(response, question, facet)
                row.append(standing.pop(person, None) if said is None else said)
        return [*row, *standing.values()]


def _is_asked(response: Response, question: Question) -> bool:
    who, answer = response.respondent, response.answers.get(question.id)
    is_asked = question.is_asked_of(who.team, who.depth) and (who.only is None or question.id in who.only)
    return is_asked or bool(answer and any(answer.choice(facet) is not None for facet in question.facets))


def carried_questions(words: LastWords) -> Mapping[str, int]:
    """By team, on how many questions anything that somebody said in the earlier round still counts."""
    found: dict[str, set[str]] = {}
    for (team, person), response in words.first.items():
        for question in words.questionnaire.questions:
            answer = response.answers.get(question.id, _NOTHING)
            if any(
                answer.choice(facet) is not None and words.stands(team, person, question, facet)
                for facet in question.facets
            ):
                found.setdefault(team, set()).add(question.id)
    return {team: len(questions) for team, questions in found.items()}
