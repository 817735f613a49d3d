"""Answers in words: what a team says on a question, as it stands behind findings and criteria."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from questionnaires import Question, Questionnaire, Scale, label
from questionnaires.words import BASIS_FROM, Facet
from scoring.comparison.compare import Comparison
from scoring.comparison.facets import TeamFacet
from scoring.comparison.findings import Finding
from scoring.comparison.questions import QuestionComparison
from scoring.counts.tally import Distribution


@dataclass(frozen=True, slots=True)
class Because:
    """One answer that a criterion rests on: question, team, and the option's label."""

    question: str
    team: str
    answer: str


def reasons(comparison: Comparison, finding: Finding) -> Iterator[Because]:
    """The answers behind a finding: every concerned team's, on the facets that the finding is about."""
    for identifier in finding.questions:
        item = comparison.question(identifier)
        if item is None:
            continue
        for team in finding.teams or comparison.teams:
            answer = answer_in_words(comparison.questionnaire, item, team)
            if answer:
                yield Because(identifier, team, answer)


_FACET_WORDS: Final = {
    "needed": "needs",
    "wanted": "wants",
    "today": "today",
    "in_12_months": "in 12 months",
    "in_24_months": "in 24 months",
}


def answer_in_words(questionnaire: Questionnaire, item: QuestionComparison, team: str) -> str:
    """A team's answer on a question: the label of its position or of what it names; empty without any."""
    scale = questionnaire.scale_by_id[item.question.scale]
    parts = []
    for facet, cells in item.cells.items():
        cell = cells.get(team)
        if cell is None:
            continue
        compared = item.facet(facet)
        if compared:
            entry = compared.team(team)
            words = _position_in_words(questionnaire, item.question, entry) if entry else ""
        else:
            words = _named_in_words(scale, cell)
        words = words or _state_in_words(cell.dont_know, cell.not_applicable)
        if words and facet is Facet.NEEDED and (basis := basis_in_words(questionnaire, item, team)):
            words += f" ({basis})"
        if words:
            prefix = _FACET_WORDS.get(facet.value)
            parts.append(f"{prefix} {words}" if prefix else words)
    return "; ".join(parts)


def basis_in_words(questionnaire: Questionnaire, item: QuestionComparison, team: str) -> str:
    """What a team's needs of 4 or 5 rest on; empty where nobody gives a basis.

    Of one person `by law or regulation`; of several counted: `needs of 4 or 5: 2 by contract, 1 without a basis`.
    """
    row, cell = item.bases.get(team, ()), item.cells[Facet.NEEDED].get(team)
    if cell is None or not any(row):
        return ""
    options = questionnaire.scale_by_id["basis"].options
    given = [(count, f"by {_begun_small(option.label)}") for count, option in zip(row, options, strict=True) if count]
    if cell.answered == 1:
        return given[0][1]
    without = sum(cell.counts[BASIS_FROM:]) - sum(row)
    counted = [*given, (without, "without a basis")] if without > 0 else given
    return f"needs of {BASIS_FROM} or 5: {', '.join(f'{count} {words}' for count, words in counted)}"


def _begun_small(words: str) -> str:
    """A label within a sentence; one that begins with an abbreviation stays as it is."""
    return words if words[1:2].isupper() else f"{words[0].lower()}{words[1:]}"


def _named_in_words(scale: Scale, cell: Distribution) -> str:
    """What is named most, with its share of all who said anything, where the team does not speak with one voice."""
    most = max(cell.counts)
    if not most:
        return ""
    named = " or ".join(label(scale, scale.choice(place)) for place, count in enumerate(cell.counts) if count == most)
    return named if most == cell.said else f"{named} ({most} of {cell.said})"


def _state_in_words(dont_know: int, not_applicable: int) -> str:
    """What a team says that gives no answer: both, where some of it say the one and some the other."""
    said = ((dont_know, "don't know"), (not_applicable, "not applicable"))
    return " or ".join(words for count, words in said if count)


def _position_in_words(questionnaire: Questionnaire, question: Question, entry: TeamFacet) -> str:
    if entry.position is None:
        return ""
    scale = questionnaire.scale_by_id[question.scale]
    if entry.is_torn:
        return f"no common position ({ends_in_words(scale, entry)})"
    return place_in_words(scale, entry.position)


def ends_in_words(scale: Scale, entry: TeamFacet) -> str:
    """The lowest and the highest answer of a team that has any: `0 to 5`, `72 hours to 4 hours`."""
    assert entry.lowest is not None
    assert entry.highest is not None
    ends = (entry.lowest, entry.highest)
    return " to ".join(scale.options[place].label if scale.is_quantity else str(place) for place in ends)


def place_in_words(scale: Scale, position: Fraction) -> str:
    """A position in the words of its scale; one between two options names both."""
    if position.denominator == 1:
        return option_in_words(scale, int(position))
    lower, upper = (option_in_words(scale, place(position)) for place in (math.floor, math.ceil))
    return f"between {lower} and {upper}"


def option_in_words(scale: Scale, place: int) -> str:
    """An option of an ordinal scale; with its number, unless the label is a quantity of its own."""
    text = scale.options[place].label
    return text if scale.is_quantity else f"{place} “{text}”"
