"""Answers in words: what a team says on a question, as it stands behind findings and criteria."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from questionnaires import Question, Questionnaire, Scale, label
from scoring.comparison.compare import Comparison
from scoring.comparison.facets import TeamFacet
from scoring.comparison.findings import Finding
from scoring.comparison.questions import QuestionComparison
from scoring.comparison.thresholds import stricter_option
from scoring.counts.tally import Distribution


@dataclass(frozen=True, slots=True)
class Because:
    """One answer that a criterion rests on: question, team, and the option's label."""

    question: str
    team: str
    answer: str


def reasons(comparison: Comparison, finding: Finding) -> Iterator[Because]:
    """The answers behind a finding: every concerned team's, on the facets that the finding is about."""
    for identifier in (finding.question, *([finding.other] if finding.other else [])):
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
        if words:
            prefix = _FACET_WORDS.get(facet.value)
            parts.append(f"{prefix} {words}" if prefix else words)
    return "; ".join(parts)


def _named_in_words(scale: Scale, cell: Distribution) -> str:
    """What is named most, with its share where the team does not speak with one voice."""
    most = max(cell.counts)
    if not most:
        return ""
    named = " or ".join(label(scale, scale.choice(place)) for place, count in enumerate(cell.counts) if count == most)
    return named if most == cell.answered else f"{named} ({most} of {cell.answered})"


def _state_in_words(dont_know: int, not_applicable: int) -> str:
    if dont_know:
        return "don't know"
    return "not applicable" if not_applicable else ""


def _position_in_words(questionnaire: Questionnaire, question: Question, entry: TeamFacet) -> str:
    if entry.position is None:
        return ""
    scale = questionnaire.scale_by_id[question.scale]
    if not entry.has_common_position:
        return f"no common position ({entry.lowest} to {entry.highest})"
    upper = stricter_option(entry.position)
    if entry.position.denominator == 1:
        return option_in_words(scale, upper)
    return f"between {option_in_words(scale, upper - 1)} and {option_in_words(scale, upper)}"


def option_in_words(scale: Scale, place: int) -> str:
    """An option of an ordinal scale; with its number, unless the label is a quantity of its own."""
    text = scale.options[place].label
    return text if scale.is_quantity else f"{place} “{text}”"
