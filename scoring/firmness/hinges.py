"""Which criteria can change when questions are answered otherwise, and what has to be looked at to see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from questionnaires import Candidate, Questionnaire
from scoring.criteria.criteria import Criterion

Calling = Mapping[str, tuple[str, ...]]
"""By the id of a candidate, the questions that call for it now."""


@dataclass(frozen=True, slots=True)
class Hinge:
    """A candidate of which criteria can change, at most so many, and the questions that show whether they do."""

    candidate: Candidate
    questions: tuple[str, ...]
    most: int


def calling(criteria: Iterable[Criterion]) -> Calling:
    """What calls for the candidates that are recommended; empty for those that always are."""
    found: dict[str, dict[str, None]] = {}
    for criterion in criteria:
        questions = found.setdefault(criterion.candidate.id, {})
        questions |= dict.fromkeys(finding.question for finding in criterion.findings)
    return {candidate: tuple(questions) for candidate, questions in found.items()}


def hinges(questionnaire: Questionnaire, called: Calling, changed: tuple[str, ...]) -> Iterator[Hinge]:
    """The candidates of which criteria can change with what is said on the `changed` questions."""
    impacts = {name: questionnaire.question_by_id[name].impact for name in changed}
    for candidate in questionnaire.candidates:
        when = candidate.when
        decided = [name for name in (candidate.threshold.question, candidate.owner.task) if name]
        is_decided = any(name in impacts for name in decided)
        may_call = [] if when.always else [name for name in changed if when.covers(name, impacts[name])]
        elsewhere = [name for name in called.get(candidate.id, ()) if name not in impacts]
        if when.each:
            # Each question calls for a criterion of its own; those of others change only with what decides them all.
            elsewhere = elsewhere if is_decided else []
            most = len(may_call) + len(elsewhere)
        elif when.always or elsewhere:
            # It stays whatever is said here, and of the questions that call for it one will do to see it.
            elsewhere = elsewhere[:1]
            most = int(is_decided)
        else:
            most = int(bool(may_call))
        if most:
            yield Hinge(candidate, tuple(dict.fromkeys((*decided, *may_call, *elsewhere))), most)
