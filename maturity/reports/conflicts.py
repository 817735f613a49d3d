"""Criteria whose limits exclude each other, as the one conflict that they are until somebody settles it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from maturity.reports.criteria import WIDTH, bound, counted, wrapped
from maturity.results.criteria import CriterionResults
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from questionnaires.words import FindingKind, Gate, Priority
from scoring.wording.words import listed

Conflict = tuple[CriterionResults, ...]
"""All criteria of one conflict, of any gate, in their order."""


class Tied(NamedTuple):
    """A contradiction of limits, as the question has it and as the criteria have it."""

    found: str
    says: str


UNTIL_SETTLED = "Until these limits fit together, none of these criteria is counted as a must."


def conflicts(results: Results, gate: Gate) -> list[Conflict]:
    """The conflicts that stand in the way of a gate: those with a must of it, each once."""
    groups = dict.fromkeys(item.conflict for item in _musts(results.criterion, gate) if item.conflict)
    return [conflict_of(results, ids) for ids in groups]


def conflict_of(results: Results, ids: Iterable[str]) -> Conflict:
    """The criteria of one conflict."""
    chosen = frozenset(ids)
    return tuple(item for item in results.criterion if item.id in chosen)


def musts(results: Results, gate: Gate = Gate.LEAVE_PILOT) -> list[CriterionResults]:
    """What has to be shown for a gate; what is in a conflict is none before that is settled."""
    return [item for item in _musts(results.criterion, gate) if not item.conflict]


def _musts(criteria: Iterable[CriterionResults], gate: Gate) -> Iterator[CriterionResults]:
    return (item for item in criteria if item.gate is gate and item.priority is Priority.MUST)


def by_conflict(criteria: Iterable[CriterionResults]) -> Iterator[tuple[CriterionResults, ...]]:
    """Each criterion by itself, and in the place of the first of a conflict all of it that are among these."""
    groups: dict[tuple[str, ...], list[CriterionResults]] = {}
    for item in criteria:
        groups.setdefault(item.conflict or (item.id,), []).append(item)
    yield from map(tuple, groups.values())


def of_gate(results: Results, gate: Gate) -> str:
    """How many there are: `8 musts, 1 conflict of limits, 20 more`."""
    criteria = [item for item in results.criterion if item.gate is gate]
    shown, tied = len(musts(results, gate)), sum(bool(item.conflict) for item in criteria)
    groups = len({item.conflict for item in criteria if item.conflict})
    between = f", {counted(groups, 'conflict', 'conflicts')} of limits" if groups else ""
    return f"{counted(shown, 'must', 'musts')}{between}, {len(criteria) - shown - tied} more"


def conflict_sentence(results: Results, item: QuestionResults) -> Tied | None:
    """Which limits of a question exclude those of others, with the values and who gives them; None without any.

    The sentence of the criteria, which is the same for all of these questions; else that of the finding.
    """
    found = next((one for one in item.findings if one.kind is FindingKind.INFEASIBLE_TOGETHER), None)
    if found is None:
        return None
    questions = [item.id, *filter(None, (found.other, *found.others))]
    titles = [f"“{results.question_by_id[one].title}”" for one in questions if one in results.question_by_id]
    sentences = (says for one in results.criterion for says in one.conflict_says)
    return Tied(found.says, next((says for says in sentences if all(title in says for title in titles)), found.says))


def named(conflict: Conflict) -> str:
    """The criteria with their limits: `“A” (at least 95 %) and “B” (at most 7 %)`."""
    return listed(f"“{item.title}” ({bound(item)})" for item in conflict)


def conflict_lines(conflict: Conflict, width: int = WIDTH) -> Iterator[str]:
    """One conflict: which limits, why they exclude each other, and what that means for the criteria."""
    yield from wrapped(f"CONFLICT  {named(conflict)}", width, "", "  ")
    for sentence in (*conflict[0].conflict_says, UNTIL_SETTLED):
        yield from wrapped(sentence, width, f"  {'Settle' if sentence != UNTIL_SETTLED else '':<10}")
