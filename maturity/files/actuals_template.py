"""The file for the pilot's figures, to be filled in: what to count stands beside every criterion."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Container, Iterable, Iterator
from typing import Final

from questionnaires.candidate import Measure
from questionnaires.words import SCHEMA, By, FileKind, Gate
from scoring import Comparison, Criterion
from scoring.criteria.counting import Counts, counts, denominator
from scoring.criteria.criteria import in_words

_KIND: Final = (f'kind = "{FileKind.ACTUALS}"', f"schema = {SCHEMA}")
_COMPARISONS: Final = {"at_least": "at least", "at_most": "at most"}


def template(comparison: Comparison, criteria: Iterable[Criterion], today: dt.date) -> str:
    """A file to fill in: one entry for each criterion to leave the pilot that people measure, with what to count beside
    it; what the tool counts by itself is told in a line."""
    chosen = [criterion for criterion in criteria if criterion.gate is Gate.LEAVE_PILOT]
    counted = counts(comparison, chosen)
    computed = [_computed(criterion, counted) for criterion in chosen if criterion.measure.computed is not None]
    lines = [
        *_KIND,
        "",
        "# A line that begins with # does not count. Of what somebody has measured, fill in numerator, denominator",
        "# (where there is such a line), date and by, and take the # before each away. Leave the rest as it is.",
        "# A criterion that is counted per ring or cycle gets one [[actual]] for each: add ring and cycle.",
        "# What is measured again, such as a drill that failed, gets a further [[actual]] with a date of its own:",
        "# the latest counts (where cycles are counted, the latest of each), and of several on one day the worst.",
        "",
        *_pilot(comparison),
        'rings = []          # for example ["first", "second"]',
    ]
    lines += _names(chosen)
    lines += ["", *computed] if computed else []
    for criterion in chosen:
        if criterion.measure.computed is None:
            lines += ["", *_entry(criterion, denominator(criterion, counted), today)]
    lines += [
        "",
        "# A criterion can be set aside by somebody with a name, until a day:",
        "#",
        "# [[waiver]]",
        '# criterion = "…"',
        '# by = "…"',
        "# until = 2027-01-31",
        '# reason = "…"',
    ]
    return "\n".join(lines) + "\n"


def missing(
    comparison: Comparison, criteria: Iterable[Criterion], today: dt.date, there: Container[str]
) -> tuple[int, str]:
    """Of how many criteria that people measure `there` is no entry yet, and their entries as the template has them."""
    chosen = [criterion for criterion in criteria if criterion.gate is Gate.LEAVE_PILOT]
    counted = counts(comparison, chosen)
    lacking = [one for one in chosen if one.measure.computed is None and one.id not in there]
    lines = [line for one in lacking for line in ("", *_entry(one, denominator(one, counted), today))]
    return len(lacking), "\n".join(lines[1:]) + "\n" if lines else ""


def head(comparison: Comparison, criteria: Iterable[Criterion], rings: Iterable[str]) -> str:
    """How a file begins to which figures are added that nobody has to fill in: with the rings of the pilot."""
    chosen = [criterion for criterion in criteria if criterion.gate is Gate.LEAVE_PILOT]
    named = ", ".join(map(_quoted, rings))
    lines = [
        *_KIND,
        "",
        "# The pilot's figures: an [[actual]] for each. What is measured again gets a further one: the latest counts.",
        "",
        *_pilot(comparison),
        f"rings = [{named}]",
        *_names(chosen),
    ]
    return "\n".join(lines) + "\n"


def _pilot(comparison: Comparison) -> list[str]:
    return [
        "[pilot]",
        f"questionnaire = {_quoted(comparison.questionnaire.head.id)}",
        f"round = {comparison.round}",
    ]


def _names(criteria: Iterable[Criterion]) -> list[str]:
    """How the people behind the owners are named, with a task and a role of these criteria."""
    named: dict[str, str] = {}
    for owner in (criterion.owner for criterion in criteria):
        named.setdefault(*(("role", owner.named) if owner.task is None else ("task", owner.task)))
    if not named:
        return []
    lines = ["", "# The people behind the owners are named once; every criterion of theirs shows the name:"]
    for part, value in named.items():
        lines += ["#", "# [[role]]", f"# {part} = {_quoted(value)}", '# name = "…"']
    return lines


def _computed(criterion: Criterion, counted: Counts) -> str:
    """What nobody enters: how much of it is settled now."""
    found = counted.get(criterion.id)
    now = f"{len(found.settled)} of {found.total}" if found else "from the figures below"
    return _comment(f"counted by this tool: {criterion.title}: {now}")


def _entry(criterion: Criterion, known: int | None, today: dt.date) -> Iterator[str]:
    direction = _COMPARISONS[criterion.threshold.comparison.value]
    measure = criterion.measure
    yield _comment(
        f"{criterion.priority.value.upper()}: {criterion.title}: {direction} {in_words(criterion.threshold)}"
    )
    yield _comment(f"  numerator: {measure.numerator}")
    yield _comment(f"  {_denominator(measure)}")
    yield _comment(f"  from: {measure.report}")
    yield "[[actual]]"
    yield f"criterion = {_quoted(criterion.id)}"
    for part in measure.by:
        yield f"# {part} = {'1' if part is By.CYCLE else _quoted('…')}  # one [[actual]] for each {part}"
    yield "# numerator = "
    if not measure.is_single:
        yield "# denominator = " if known is None else f"# denominator = {known}  # counted by this tool"
    yield f"# date = {today}"
    yield '# by = ""'
    if measure.fewest is not None:
        yield f"# took_part =   # how many took part, of at least {measure.fewest}"


def _denominator(measure: Measure) -> str:
    """What to count below the line; where nothing is, what one entry is about."""
    if measure.denominator is None:
        return f"no denominator: {measure.entry}"
    per = f" (× {measure.per})" if measure.per != 1 else ""
    return f"denominator: {measure.denominator}{per}"


def _comment(text: str) -> str:
    """A comment of one line, as every text of a criterion is one."""
    return f"# {text}"


def _quoted(text: str) -> str:
    """A basic TOML string; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)
