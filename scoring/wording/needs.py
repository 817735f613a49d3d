"""What needs of control rest on, in a sentence."""

from __future__ import annotations

from scoring.comparison.answers import basis_in_words
from scoring.comparison.compare import Comparison
from scoring.comparison.questions import QuestionComparison


def basis_sentence(comparison: Comparison, item: QuestionComparison) -> str:
    """`What the need rests on: Security, by law or regulation.`; empty where nobody gives a basis."""
    said = {team: basis_in_words(comparison.questionnaire, item, team) for team in item.bases}
    given = [f"{comparison.label(team)}, {words}" for team, words in said.items() if words]
    return f"What the need rests on: {'; '.join(given)}." if given else ""
