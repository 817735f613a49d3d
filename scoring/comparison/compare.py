"""Several teams side by side: what each question shows, the sections, and the agenda."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from questionnaires import Questionnaire
from questionnaires.words import Facet
from scoring.comparison.agenda import Agenda, agenda_of
from scoring.comparison.contradictions import contradictions
from scoring.comparison.questions import QuestionComparison, compare_question
from scoring.comparison.sections import SectionSummary, summarise
from scoring.counts.tally import Cell, Progress, Tally, cells_of, teams_in
from scoring.decisions.settled import NOTHING_SETTLED, Settled


@dataclass(frozen=True)
class Comparison:
    """The whole of what the teams of one round said, and what follows for the talk.

    Which of it one answer would change is `scoring.fragility`'s to say: it costs several times as much
    as everything here, and most who compare never show it. What the room `settled` stands beside what was answered
    and changes nothing of it: only what follows, such as criteria, takes it into account. `anew` are the cells that
    were answered in this round where others stand by what was said in an earlier one; None where all are of this round.
    """

    questionnaire: Questionnaire
    round: int
    teams: tuple[str, ...]
    progress: Mapping[str, Progress]
    questions: tuple[QuestionComparison, ...]
    sections: tuple[SectionSummary, ...]
    agenda: Agenda
    unknown: Mapping[str, int]
    incomparable: Mapping[str, int]
    settled: Settled = NOTHING_SETTLED
    anew: frozenset[Cell] | None = None

    def with_settled(self, settled: Settled) -> Comparison:
        """The same comparison with what the room has decided beside it."""
        return replace(self, settled=settled)

    def is_anew(self, question: str, facet: Facet, team: str) -> bool:
        """Whether a team has answered this in this round."""
        return self.anew is None or (question, facet, team) in self.anew

    def question(self, identifier: str) -> QuestionComparison | None:
        """What was found on a question; None where it was not compared."""
        return self._by_id.get(identifier)

    @property
    def undecided(self) -> Iterator[QuestionComparison]:
        """The questions of which not all was decided: of the others no answer changes what follows."""
        return (item for item in self.questions if not self.settled.is_all_decided(item.question))

    @cached_property
    def _by_id(self) -> dict[str, QuestionComparison]:
        return {item.question.id: item for item in self.questions}

    def label(self, team: str) -> str:
        """A team's name in the questionnaire."""
        return self.questionnaire.team_by_id[team].label


def compare(questionnaire: Questionnaire, counted: Tally, round_number: int) -> Comparison:
    """The comparison of everything counted. Same counts, same result; nothing else matters."""
    teams = teams_in(questionnaire, counted)
    questions = tuple(questions_compared(questionnaire, counted, teams))
    return Comparison(
        questionnaire,
        round_number,
        teams,
        counted.progress,
        questions,
        tuple(summarise(section, questions, teams) for section in questionnaire.sections),
        agenda_of(questions),
        counted.unknown,
        counted.incomparable,
    )


def questions_compared(
    questionnaire: Questionnaire, counted: Tally, teams: tuple[str, ...]
) -> Iterator[QuestionComparison]:
    """Each question that anybody was asked, compared by itself: no section and no agenda is made of them."""
    infeasible = contradictions(questionnaire, counted, teams)
    for question in questionnaire.questions:
        cells = {facet: dict(cells_of(counted, question, facet, teams)) for facet in question.facets}
        if any(cells.values()):
            yield compare_question(questionnaire, counted, question, cells, teams, infeasible)
