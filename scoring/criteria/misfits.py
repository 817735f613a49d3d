"""Which of the pilot's figures cannot be right against the criteria they are about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from questionnaires import Questionnaire
from questionnaires.actuals import Actual, Actuals
from questionnaires.words import By, Kind
from scoring.criteria.criteria import Criterion
from scoring.criteria.figures import is_share


def misfits(
    criteria: Iterable[Criterion], actuals: Actuals, not_before: dt.date | None, today: dt.date
) -> Iterator[tuple[str, str]]:
    """Figures that cannot be right against these criteria, each with its key and a sentence."""
    known = {criterion.id: criterion for criterion in criteria}
    for place, actual in enumerate(actuals.actual):
        criterion = known.get(actual.criterion)
        if criterion is None:
            yield f"actual[{place}].criterion", f'"{actual.criterion}" is not a criterion that these answers recommend'
        elif actual.is_measured:
            for key, message in _wrong(criterion, actual, not_before, today):
                yield f"actual[{place}].{key}", f"{message} ({_named(actual)})"
    for place, waiver in enumerate(actuals.waiver):
        if waiver.criterion not in known:
            yield f"waiver[{place}].criterion", f'"{waiver.criterion}" is not a criterion that these answers recommend'


def misnamed(questionnaire: Questionnaire, actuals: Actuals) -> Iterator[tuple[str, str]]:
    """Names for tasks and roles that the questionnaire does not have, each with its key and a sentence."""
    roles = dict.fromkeys(one.owner.role for one in questionnaire.candidates if one.owner.role is not None)
    for place, named in enumerate(actuals.role):
        if named.task is not None:
            question = questionnaire.question_by_id.get(named.task)
            if question is None or question.kind is not Kind.OWNERSHIP:
                yield f"role[{place}].task", f'"{named.task}" is no task of this questionnaire'
        elif named.role not in roles:
            known = f"the roles are {', '.join(roles)}" if roles else "its criteria name tasks only"
            yield f"role[{place}].role", f'"{named.role}" is no role of this questionnaire; {known}'


def _named(actual: Actual) -> str:
    """Which figure it is, for somebody who does not count entries."""
    cycle = f"cycle {actual.cycle}" if actual.cycle else None
    return ", ".join(part for part in (actual.criterion, actual.ring, cycle) if part)


def _wrong(
    criterion: Criterion, actual: Actual, not_before: dt.date | None, today: dt.date
) -> Iterator[tuple[str, str]]:
    """What cannot be right in one figure."""
    for part in criterion.measure.by:
        if (actual.ring if part is By.RING else actual.cycle) is None:
            yield part.value, f"is missing; this criterion has a figure for each {part}"
    if is_share(criterion) and (actual.numerator or 0) > (actual.denominator or 0):
        yield "numerator", "is above the denominator, of which it should be a part"
    if actual.date is not None and not_before is not None and actual.date < not_before:
        began = f"before these answers were begun on {not_before}"
        yield "date", f"is {actual.date}, {began}; it belongs to an earlier round"
    if actual.date is not None and actual.date > today:
        yield "date", f"is {actual.date}, which has not come yet; enter what was measured"
