"""What a line of the comparison is about, and all that stands behind it."""

from __future__ import annotations

from maturity.app.screens.detail import (
    Detail,
    People,
    conflict_detail,
    criterion_detail,
    question_detail,
    unnamed,
    without_names,
)
from maturity.reports.by_cycle import TITLE as CYCLE_BY_CYCLE
from maturity.reports.by_cycle import by_cycle, ring_lines
from maturity.reports.by_day import TITLE as DAY_BY_DAY
from maturity.reports.by_day import by_day, day_lines
from maturity.reports.conflicts import conflict_of
from maturity.reports.decisions import followed_by
from maturity.results.gate import VerdictResults
from maturity.results.model import Results


def thing_of(results: Results, identifier: str) -> tuple[str, str]:
    """A kind of thing, and its id; two empty texts where nothing stands behind the line.

    Rows and lanes of pictures have the bare ids of what they are about, lanes with the id of a team behind it.
    """
    kind, _, rest = identifier.partition(":")
    if kind == "question":
        question = rest.partition(":")[0]
        return (kind, question) if question in results.question_by_id else ("", "")
    if kind == "cycles":  # a lane of the picture of them
        kind = "criterion"
    if kind in ("criterion", "conflict"):
        # What was planned of a criterion that is no longer recommended has a line, and nothing behind it.
        return (kind, rest) if any(one.id == rest.partition(":")[0] for one in results.criterion) else ("", "")
    if kind in results.question_by_id:
        return "question", kind
    if any(one.id == identifier for one in results.criterion):
        return "criterion", identifier
    section = rest if kind == "section" else identifier
    return ("section", section) if any(one.id == section for one in results.section) else ("", "")


def detail_of(results: Results, people: People, identifier: str) -> Detail | None:
    """All that stands behind a line; None where nothing does."""
    kind, name = thing_of(results, identifier)
    if kind == "question" and (item := results.question_by_id.get(name)):
        return question_detail(results, people, item)
    criterion = next((item for item in results.criterion if item.id == name.partition(":")[0]), None)
    if criterion and kind == "criterion":
        verdict, decided, history = _verdict(results, name), followed_by(results, criterion), _history(results, name)
        if people.is_open or verdict is None:
            return criterion_detail(criterion if people.is_open else unnamed(criterion), verdict, decided, history)
        return criterion_detail(unnamed(criterion), without_names(verdict), decided, history)
    if criterion and kind == "conflict":
        return conflict_detail(conflict_of(results, criterion.conflict))
    return None


def _history(results: Results, criterion: str) -> list[tuple[str, str]]:
    """A line for each ring of each cycle, where the pilot has several; or for each day, where it was measured again."""
    if results.gate is None:
        return []
    cycles = [line for one in by_cycle(results.gate) if one.verdict.criterion == criterion for line in ring_lines(one)]
    days = [line for one in by_day(results.gate) if one.verdict.criterion == criterion for line in day_lines(one)]
    return [*((CYCLE_BY_CYCLE, line) for line in cycles), *((DAY_BY_DAY, line) for line in days)]


def _verdict(results: Results, criterion: str) -> VerdictResults | None:
    """What the pilot's figures say of a criterion."""
    verdicts = results.gate.verdict if results.gate else ()
    return next((verdict for verdict in verdicts if verdict.criterion == criterion), None)
