"""Single questions of a comparison compared again with other counts, and a candidate judged on them again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from questionnaires import Candidate, Questionnaire
from scoring.comparison.compare import Comparison, questions_compared
from scoring.comparison.narrowed import narrowed
from scoring.comparison.questions import QuestionComparison
from scoring.counts.tally import Cell, Distribution, Progress, Tally, teams_in
from scoring.criteria.criteria import Recommended, recommended_of

Items = Mapping[str, QuestionComparison]
"""Questions compared, by their ids."""

Cells = Mapping[Cell, Distribution]
"""Counts, by question, facet and team."""


class Again:
    """Works through what single changes of the counts would make of a comparison.

    Only what is asked for is compared, as a change touches one question and those whose limits it may contradict;
    what is needed of the questionnaire for that is put together once.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._groups = _groups(comparison.questionnaire)
        self._cells: dict[tuple[str, ...], Cells] = {}
        self._asked: dict[tuple[str, ...], Questionnaire] = {}

    def group(self, question: str) -> tuple[str, ...]:
        """The question and all with which it can contradict itself, directly or over others."""
        return self._groups.get(question, (question,))

    def cells(self, questions: tuple[str, ...]) -> Cells:
        """The counts of these questions as they are."""
        if questions not in self._cells:
            items = [item for name in questions if (item := self.comparison.question(name))]
            self._cells[questions] = {
                (item.question.id, facet, team): cell
                for item in items
                for facet, row in item.cells.items()
                for team, cell in row.items()
            }
        return self._cells[questions]

    def items(self, questions: Iterable[str], cells: Cells, progress: Mapping[str, Progress]) -> Items:
        """These questions compared on these counts; absent where there are none.

        Whole groups have to be asked for: what contradicts a question that is left out is not found.
        """
        names = tuple(questions)
        asked = self._asked.get(names)
        if asked is None:
            asked = self._asked[names] = narrowed(self.comparison.questionnaire, names)
        # Bases, differences and flags are told beside a question: no finding and no criterion depends on them.
        counted = Tally(progress, cells)
        return {item.question.id: item for item in questions_compared(asked, counted, teams_in(asked, counted))}

    def judged(self, candidate: Candidate, items: Items) -> dict[str, Recommended]:
        """By its id, what is recommended of a candidate on these questions alone."""
        return recommended_of(replace(self.comparison, questions=tuple(items.values())), candidate)


def _groups(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    """By question, all that contradictions bind it to, itself included; absent where none does."""
    groups: dict[str, tuple[str, ...]] = {}
    for one in questionnaire.contradictions:
        joined = dict.fromkeys(other for name in one.questions for other in groups.get(name, (name,)))
        groups |= dict.fromkeys(joined, tuple(joined))
    return groups
