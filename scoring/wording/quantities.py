"""Sentences on quantities: limits that exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from questionnaires.question import Contradiction
from scoring.comparison.compare import Comparison
from scoring.comparison.thresholds import chosen_option, recommended_values, team_thresholds
from scoring.decisions.settled import NOTHING_SETTLED
from scoring.wording.sentences import Told
from scoring.wording.words import listed


def infeasible(told: Told) -> str:
    """The limits that exclude each other, who gives them, and why they cannot all hold: told from one of them."""
    # What the teams answered, whatever was decided since.
    comparison, here = told.comparison.with_settled(NOTHING_SETTLED), told.finding.question
    found = next(one for one in comparison.questionnaire.contradictions if one.id == told.finding.contradiction)
    limits = _limits(comparison, found)
    mine = next(limit for limit in limits if limit.question == here)
    others = [limit for limit in limits if limit is not mine]
    if found.at_most is None:
        (other,) = others
        return f"Cannot hold together with “{other.title}”: {mine.says} here, {other.says} there. {found.text}"
    parts = [f"{mine.largest} here", *(f"{other.largest} on “{other.title}”" for other in others)]
    return f"Cannot hold together: {listed(parts)} {_sum(limits, found.at_most)}. {found.text}"


def conflict(comparison: Comparison, contradiction: Contradiction) -> str:
    """The same, told from none of them: `7 days by A on “X” and 3 days by default on “Y” cannot both hold. …`."""
    limits = _limits(comparison, contradiction)
    if contradiction.at_most is None:
        parts = listed(f"{limit.says} on “{limit.title}”" for limit in limits)
        return f"{parts} cannot both hold. {contradiction.text}"
    parts = listed(f"{limit.largest} on “{limit.title}”" for limit in limits)
    return f"{parts} {_sum(limits, contradiction.at_most)}. {contradiction.text}"


def still_excludes(comparison: Comparison, question: str, contradiction: Contradiction) -> str:
    """That a limit which was decided and another exclude each other all the same.

    `Still excludes “Soak”: 14 days as decided here, 7 days by Endpoint there.`
    """
    limits = _limits(comparison, contradiction)
    here = next(limit for limit in limits if limit.question == question)
    others = [limit for limit in limits if limit is not here]
    if len(others) > 1:
        parts = (f"{other.largest} on “{other.title}”" for other in others)
        return f"Still excludes others: {here.largest} here, {listed(parts)}."
    return f"Still excludes “{others[0].title}”: {here.says} here, {others[0].says} there."


@dataclass(frozen=True, slots=True)
class _Limit:
    """A limit as it `says`, with who gives it; of several defaults `largest` names the one that leaves least room of
    shares that add up."""

    question: str
    title: str
    unit: str
    most: Decimal
    says: str
    largest: str


def _limits(comparison: Comparison, contradiction: Contradiction) -> list[_Limit]:
    return [_limit(comparison, name) for name in contradiction.questions]


def _sum(limits: list[_Limit], at_most: Decimal) -> str:
    unit, total = limits[0].unit, sum((limit.most for limit in limits), Decimal(0))
    return f"add up to {total.normalize():f} {unit}, above {at_most.normalize():f} {unit}"


def _limit(comparison: Comparison, question: str) -> _Limit:
    """The threshold that would be recommended of a quantity, with who gives it; or that it is the default."""
    questionnaire = comparison.questionnaire
    asked, item = questionnaire.question_by_id[question], comparison.question(question)
    scale, entries = questionnaire.scale_by_id[asked.scale], item.facets[0].teams if item else ()
    teams = team_thresholds(questionnaire, asked, entries)
    option, unit = chosen_option(asked, teams), scale.unit or ""
    if (decided := comparison.settled.limit(questionnaire, asked)) is not None:
        says = f"{decided.normalize():f} {unit} as decided"
        return _Limit(question, asked.title, unit, decided, says, says)
    _, values = recommended_values(questionnaire, asked, entries)
    most = max(values)
    if option is None:
        says = f"{listed(f'{value.normalize():f}' for value in values)} {unit} by default"
        return _Limit(question, asked.title, unit, most, says, f"{most.normalize():f} {unit} by default")
    named = listed(comparison.label(team.team) for team in teams if team.option >= option)
    says = f"{scale.options[option].label} by {named}"
    return _Limit(question, asked.title, unit, most, says, says)
