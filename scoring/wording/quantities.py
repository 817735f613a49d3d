"""Sentences on quantities: limits that cannot hold together."""

from __future__ import annotations

from scoring.comparison.thresholds import chosen_option, recommended_values, team_thresholds
from scoring.wording.sentences import Told
from scoring.wording.words import listed


def infeasible(told: Told) -> str:
    """The two limits that contradict each other, who gives them, and why they cannot both hold."""
    assert told.finding.other is not None
    both = {told.finding.question, told.finding.other}
    questionnaire = told.comparison.questionnaire
    contradiction = next(one for one in questionnaire.contradictions if {one.lower, one.upper} == both)
    pair = (contradiction.lower, contradiction.upper)
    lower, upper = (_recommended(told, name) for name in pair)
    title = questionnaire.question_by_id[told.finding.other].title
    here, there = (lower, upper) if contradiction.lower == told.finding.question else (upper, lower)
    return f"Cannot hold together with “{title}”: {here} here, {there} there. {contradiction.text}"


def _recommended(told: Told, question: str) -> str:
    """The threshold that would be recommended of a quantity, with who gives it; or that it is the default."""
    questionnaire = told.comparison.questionnaire
    asked, item = questionnaire.question_by_id[question], told.comparison.question(question)
    entries = item.facets[0].teams if item else ()
    teams = team_thresholds(questionnaire, asked, entries)
    option = chosen_option(asked, teams)
    if option is None:
        _, defaults = recommended_values(questionnaire, asked, entries)
        unit = questionnaire.scale_by_id[asked.scale].unit
        return f"{listed(f'{value.normalize():f}' for value in defaults)} {unit} by default"
    label = questionnaire.scale_by_id[asked.scale].options[option].label
    named = [team.team for team in teams if team.option >= option]
    return f"{label} by {told.teams(named)}"
