"""Works out what would follow from other answers to one question or from a decision, fast enough for every key.

Only the question and those whose limits it may contradict are compared again, only the candidates that hang on them
are judged, and only what is computed from them is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from questionnaires import Candidate
from questionnaires.candidate import Counting
from questionnaires.counting import is_counted
from questionnaires.decisions import Decision
from questionnaires.question import Contradiction
from questionnaires.words import Facet, Priority
from scoring.comparison.compare import Comparison
from scoring.counts.tally import Distribution
from scoring.criteria.conflicts import broken_in, conflicts
from scoring.criteria.counting import Counted, counted_in, counts
from scoring.criteria.criteria import Criterion
from scoring.decisions.settled import Settled
from scoring.firmness.again import Again
from scoring.whatif.followed import CountChange, CriterionChange, Followed, QuestionChange
from scoring.whatif.stands import Stands, question_stand, recommended_of, stand_from, stand_of

Moved = Mapping[str, int]
"""By team, the option that all of its answers on a facet become."""


@dataclass(frozen=True, slots=True)
class _State:
    """A comparison with all that is held against another: the contradictions that are broken and their questions, and
    the criteria that are recommended."""

    comparison: Comparison
    broken: tuple[Contradiction, ...]
    excluded: frozenset[str]
    stands: Stands
    tied: frozenset[str]


class Supposing:
    """A comparison and its criteria, made ready once; every supposition is worked out against them."""

    def __init__(self, comparison: Comparison, criteria: Iterable[Criterion]) -> None:
        self.comparison = comparison
        self._criteria = tuple(criteria)
        self._again = Again(comparison)
        questionnaire = comparison.questionnaire
        self._rules = {one.id: one for one in questionnaire.candidates}
        self._covered = {
            one.id: tuple(asked.id for asked in questionnaire.questions if one.when.covers(asked.id, asked.impact))
            for one in questionnaire.candidates
        }
        self._counted = counts(comparison, self._criteria)
        stands = {one.id: stand_from(one.threshold, one.owner) for one in self._criteria}
        self._before = self._state(comparison, stands)

    def supposed(self, question: str, facet: Facet, moved: Moved, *decisions: Decision) -> Followed:
        """What would follow if all answers of these teams on a facet were these options, and if these were decided of
        the question, each in place of what stands on its facet.

        A team that gave none gives one; one that has not been heard, or was not asked, moves nothing.
        """
        group = self._again.group(question)
        after = self._after(group, question, facet, moved, decisions)
        return self._followed(question, group, self._before, after)

    def _after(
        self, group: tuple[str, ...], question: str, facet: Facet, moved: Moved, decisions: tuple[Decision, ...]
    ) -> _State:
        comparison = self.comparison
        cells = {
            (question, facet, team): moved_to(cell, moved[team])
            for team, cell in self._row(question, facet).items()
            if team in moved
        }
        if cells:
            items = self._again.items(group, {**self._again.cells(group), **cells}, comparison.progress)
            found = tuple(items.get(item.question.id, item) for item in comparison.questions)
            comparison = replace(comparison, questions=found)
        for decision in decisions:
            comparison = comparison.with_settled(with_decision(comparison.settled, decision))
        stands = dict(self._before.stands)
        for candidate in self._touched(group):
            for name in [name for name in stands if name.partition(".")[0] == candidate.id]:
                del stands[name]
            stands |= self._judged(comparison, candidate)
        return self._state(comparison, stands)

    def _row(self, question: str, facet: Facet) -> Mapping[str, Distribution]:
        item = self.comparison.question(question)
        return item.cells.get(facet, {}) if item is not None else {}

    def _touched(self, changed: tuple[str, ...]) -> Iterator[Candidate]:
        """The candidates of which criteria can change with these questions."""
        for one in self.comparison.questionnaire.candidates:
            hangs = one.threshold.question in changed or one.owner.task in changed
            if hangs or not set(self._covered[one.id]).isdisjoint(changed):
                yield one

    def _judged(self, comparison: Comparison, candidate: Candidate) -> Stands:
        names = recommended_of(comparison, candidate, self._covered[candidate.id])
        return dict.fromkeys(names, stand_of(comparison, candidate))

    def _state(self, comparison: Comparison, stands: Stands) -> _State:
        broken = broken_in(comparison)
        asked = {name: self._rule(name).threshold.question or "" for name in stands}
        tied = conflicts(broken, asked)
        excluded = frozenset(name for one in broken for name in one.questions)
        return _State(comparison, broken, excluded, stands, frozenset(tied))

    def _followed(self, question: str, group: tuple[str, ...], before: _State, after: _State) -> Followed:
        others = (self._question(name, before, after) for name in group if name != question)
        return Followed(
            self._question(question, before, after),
            tuple(one for one in others if one is not None and one.before != one.after),
            tuple(self._criteria_changed(before, after)),
            tuple(self._counts_changed({*group, *(before.excluded ^ after.excluded)}, after)),
            (self._musts(before), self._musts(after)),
            tuple(one for one in after.broken if one not in before.broken),
            tuple(one for one in before.broken if one not in after.broken),
            tuple(one for one in after.broken if one in before.broken and question in one.questions),
        )

    def _question(self, name: str, before: _State, after: _State) -> QuestionChange | None:
        was, now = before.comparison.question(name), after.comparison.question(name)
        if was is None or now is None:
            return None
        return QuestionChange(
            name,
            question_stand(before.comparison, was, before.excluded),
            question_stand(after.comparison, now, after.excluded),
        )

    def _criteria_changed(self, before: _State, after: _State) -> Iterator[CriterionChange]:
        for name in dict.fromkeys(chain(before.stands, after.stands)):
            was, now = before.stands.get(name), after.stands.get(name)
            musts = self._is_must(before, name), self._is_must(after, name)
            if was != now or musts[0] != musts[1]:
                yield CriterionChange(name, self._title(name), was, now, musts)

    def _counts_changed(self, touched: set[str], after: _State) -> Iterator[CountChange]:
        for candidate in self.comparison.questionnaire.candidates:
            part = candidate.measure.computed
            if part is None or part.cycles:
                continue
            were = {name for name in self._counted if self._rule(name) is candidate}
            are = {name for name in after.stands if self._rule(name) is candidate}
            if were == are and not self._counts_any(part, touched):
                continue
            for name in sorted(were | are):
                own = name.partition(".")[2] or None
                now = counted_in(after.comparison, part, own, after.excluded) if name in after.stands else None
                was = self._counted.get(name)
                if _numbers(was) != _numbers(now):
                    yield CountChange(name, self._title(name), was, now)

    def _counts_any(self, part: Counting, questions: Iterable[str]) -> bool:
        asked = self.comparison.questionnaire
        return any(is_counted(asked, part, asked.question_by_id[name]) for name in questions)

    def _musts(self, state: _State) -> int:
        return sum(self._is_must(state, name) for name in state.stands)

    def _is_must(self, state: _State, name: str) -> bool:
        if name not in state.stands or name in state.tied:
            return False
        return self._rule(name).priority is Priority.MUST

    def _rule(self, name: str) -> Candidate:
        return self._rules[name.partition(".")[0]]

    def _title(self, name: str) -> str:
        title, own = self._rule(name).title, name.partition(".")[2]
        return f"{title}: {self.comparison.questionnaire.question_by_id[own].title}" if own else title


def moved_to(cell: Distribution, option: int) -> Distribution:
    """The counts when all answers are one option; where there is none, one person gives it."""
    counts = [0] * len(cell.counts)
    counts[option] = max(cell.answered, 1)
    if cell.answered:
        return replace(cell, counts=tuple(counts))
    if cell.unanswered:
        return replace(cell, counts=tuple(counts), unanswered=cell.unanswered - 1)
    if cell.dont_know:
        return replace(cell, counts=tuple(counts), dont_know=cell.dont_know - 1)
    return replace(cell, counts=tuple(counts), not_applicable=cell.not_applicable - 1)


def with_decision(settled: Settled, decision: Decision) -> Settled:
    """What is settled with one more decision, in place of what stands on its facet."""
    place = (decision.question, decision.facet)
    return Settled((*(one for one in settled.decisions if (one.question, one.facet) != place), decision))


def _numbers(counted: Counted | None) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    return None if counted is None else (counted.settled, counted.open)
