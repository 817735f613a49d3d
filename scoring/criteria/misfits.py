"""Which of the pilot's figures cannot be right against the criteria they are about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from questionnaires import Questionnaire
from questionnaires.actuals import Actual, Actuals
from questionnaires.words import By, Kind
from scoring.criteria.counting import NO_COUNTS, Counts, completed, denominator
from scoring.criteria.criteria import Criterion
from scoring.criteria.figures import is_share
from scoring.criteria.typed_over import typed_over


def misfits(
    criteria: Iterable[Criterion],
    actuals: Actuals,
    not_before: dt.date | None,
    today: dt.date,
    counts: Counts = NO_COUNTS,
) -> Iterator[tuple[str, str]]:
    """Figures that cannot be right against these criteria, and what the answers count of them, each with its key and a
    sentence."""
    known = {criterion.id: criterion for criterion in criteria}
    for place, actual in enumerate(actuals.actual):
        criterion = known.get(actual.criterion)
        if criterion is None:
            yield f"actual[{place}].criterion", f'"{actual.criterion}" is not a criterion that these answers recommend'
        elif actual.is_measured and criterion.measure.computed is not None:
            message = typed_over(criterion, actual, actuals, tuple(known.values()), counts)
            yield f"actual[{place}]", f"{message} ({_named(actual)})"
        elif actual.is_measured:
            whole = completed(criterion, actual, counts)
            wrong = (*_not_as_counted(criterion, actual, counts), *_wrong(criterion, whole, not_before, today))
            for key, message in wrong:
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


def _not_as_counted(criterion: Criterion, actual: Actual, counts: Counts) -> Iterator[tuple[str, str]]:
    """A denominator that is another than the answers count."""
    known = denominator(criterion, counts)
    if known == 0:
        yield "numerator", f"is {actual.numerator:f}, but the answers leave 0 to count it out of; remove this entry"
    elif known is not None and actual.denominator not in (None, known):
        yield "denominator", f"is {actual.denominator:f}, but the answers count {known}; enter {known}, or leave it out"


def _wrong(
    criterion: Criterion, actual: Actual, not_before: dt.date | None, today: dt.date
) -> Iterator[tuple[str, str]]:
    """What cannot be right in one figure."""
    for part in criterion.measure.by:
        if (actual.ring if part is By.RING else actual.cycle) is None:
            yield part.value, f"is missing; this criterion has a figure for each {part}"
    if criterion.measure.is_single and actual.divisor != 1:
        yield (
            "denominator",
            f"is {actual.divisor:f}, but this criterion is measured as it is and divided by nothing; leave it out, and "
            "give each measurement an entry of its own",
        )
    elif not criterion.measure.is_single and actual.denominator is None:
        yield "denominator", "is missing, but this criterion counts out of so many; add it"
    elif is_share(criterion) and (actual.numerator or 0) > actual.divisor:
        yield "numerator", "is above the denominator, of which it should be a part"
    if actual.date is not None and not_before is not None and actual.date < not_before:
        began = f"before these answers were begun on {not_before}"
        yield "date", f"is {actual.date}, {began}; it belongs to an earlier round"
    if actual.date is not None and actual.date > today:
        yield "date", f"is {actual.date}, which has not come yet; enter what was measured"
