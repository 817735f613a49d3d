"""`python -m tests.content.counts` prints how much is asked at each depth, its time, and how old the facts are."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from maturity.rounds.interview import minutes, words_to_read
from questionnaires import Question, builtin
from questionnaires.words import Depth
from tests.content.sections_became import BECAME, NOT_ASKED

MOST_CORE_QUESTIONS = 42


def asked_at(depth: Depth) -> list[Question]:
    """The questions of a depth, those of the lower ones included."""
    return [question for question in builtin().questions if depth.reaches(question.depth)]


def facts() -> Iterator[str]:
    """The source of every fact: owners by page, what is offered, limits, and defaults of criteria."""
    for question in builtin().questions:
        yield from (entry.source for entry in question.documented)
        yield from question.offered.sources if question.offered else ()
        yield from question.limit.sources if question.limit else ()
    for candidate in builtin().candidates:
        yield from candidate.threshold.sources


def facts_by_age() -> Counter[str]:
    """How many facts rest on pages of each year, on pages about the page, and on our own judgement."""
    found: Counter[str] = Counter()
    for identifier in facts():
        source = builtin().source_by_id[identifier]
        kind = "ours" if source.ours else str(source.dated.year) if source.dated else "undated"
        found[f"{kind}, a third party's" if source.secondary else kind] += 1
    return found


def lines() -> Iterator[str]:
    """Questions and facets by depth, words and minutes, facts by the year of their page, and what became of each."""
    questionnaire = builtin()
    for depth in Depth:
        mine = asked_at(depth)
        counts = []
        for section in questionnaire.sections:
            found = [question for question in mine if question.section == section.id]
            counts.append(f"{section.id} {len(found)}/{sum(len(question.facets) for question in found)}")
        facets, words = sum(len(question.facets) for question in mine), words_to_read(questionnaire, mine)
        exact = Fraction(words, 200) + Fraction(5 * facets, 60)
        yield f"{depth.value}: {len(mine)} questions, {facets} facets ({', '.join(counts)})"
        yield f"    {words} words, {float(exact):.1f} minutes; said on screen: about {minutes(questionnaire, depth)}"
    yield "Facts by the year of their page"
    yield from (f"    {year}: {count}" for year, count in sorted(facts_by_age().items()))
    yield "What became of each question of control, risk appetite, operating model and readiness"
    yield from (f"    {name}: {text}" for name, text in BECAME.items())
    yield "Not asked, and why"
    yield from (f"    {name}: {text}" for name, text in NOT_ASKED.items())


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines()) + "\n")
