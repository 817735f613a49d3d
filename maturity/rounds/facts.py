"""How a fact names its source, and when it is too old to be relied on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from maturity.results.criteria import SourceResults
from maturity.results.questions import Fact

OURS: Final = "judgement of the questionnaire's authors"
"""What stands for the source of what was not found on any page."""

OLD_AFTER: Final = dt.timedelta(days=180)
"""A fact that nobody has checked for longer is marked wherever it is shown."""


def is_too_old(checked: dt.date, today: dt.date) -> bool:
    """Whether a fact was last checked too long ago to be relied on."""
    return today - checked > OLD_AFTER


def is_old(source: SourceResults, today: dt.date) -> bool:
    """Whether a page was last checked too long ago; words of ours do not age."""
    return not source.ours and source.checked is not None and is_too_old(source.checked, today)


def source_line(source: SourceResults, today: dt.date) -> str:
    """Title and date of a page, with what a reader should know about it."""
    if source.ours:
        return OURS
    parts = [f"{source.title}, {source.dated or 'undated'}"]
    if source.secondary:
        parts.append("secondary")
    if is_old(source, today):
        parts.append(f"last checked {source.checked}: may be out of date")
    return "; ".join(parts)


def each_once(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Facts of which several pages say the same are one, with all these pages, of each the version of the last date."""
    found: dict[tuple[str, str, str | None], Fact] = {}
    for fact in facts:
        key = fact.title, fact.text, fact.remark
        if key not in found:
            found[key] = fact
            continue
        pages = {page.title: page for page in (*found[key].source, *fact.source)}
        found[key] = fact.model_copy(update={"source": tuple(pages.values())})
    yield from found.values()


def said_by(fact: Fact, today: dt.date) -> str:
    """Who says a fact, in a line; or what to keep in mind about it."""
    return " / ".join(source_line(source, today) for source in fact.source) or fact.remark or ""
