"""Limits that exclude each other: recommended thresholds that cannot all hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from questionnaires import Questionnaire
from questionnaires.question import Contradiction
from questionnaires.words import Facet, FindingKind
from scoring.comparison.facets import TeamFacet, team_facet
from scoring.comparison.findings import Finding
from scoring.comparison.thresholds import Values, recommended_values
from scoring.counts.tally import Tally, cells_of

Entries = Callable[[str], tuple[TeamFacet, ...]]
"""What the teams say on a quantity, by the id of its question."""

Limits = tuple[tuple[Values, tuple[Decimal, ...]], ...]
"""For each question of a contradiction, every team's own value, and the thresholds that would be recommended."""


def limits_of(questionnaire: Questionnaire, contradiction: Contradiction, entries: Entries) -> Limits:
    """What the answers leave of all quantities of a contradiction, in its order."""
    return tuple(
        recommended_values(questionnaire, questionnaire.question_by_id[name], entries(name))
        for name in contradiction.questions
    )


def cannot_hold(contradiction: Contradiction, limits: Limits) -> bool:
    """Whether the recommended thresholds exclude each other. Defaults never do by themselves: that is a fault of the
    questionnaire, which is found when it is loaded."""
    return contradiction.is_broken_by([recommended for _, recommended in limits])


def contradictions(questionnaire: Questionnaire, counted: Tally, teams: tuple[str, ...]) -> tuple[Finding, ...]:
    """Recommended thresholds that cannot hold together, as a finding on each question, with the teams concerned."""

    def entries(name: str) -> tuple[TeamFacet, ...]:
        question = questionnaire.question_by_id[name]
        return tuple(team_facet(team, cell) for team, cell in cells_of(counted, question, Facet.POSITION, teams))

    return tuple(
        finding
        for contradiction in questionnaire.contradictions
        for finding in _findings(contradiction, limits_of(questionnaire, contradiction, entries), teams)
    )


def _findings(contradiction: Contradiction, limits: Limits, teams: tuple[str, ...]) -> Iterator[Finding]:
    if not cannot_hold(contradiction, limits):
        return
    concerned = set(_concerned(contradiction, limits))
    named = tuple(team for team in teams if team in concerned)
    for question in contradiction.questions:
        others = tuple(name for name in contradiction.questions if name != question)
        yield Finding(FindingKind.INFEASIBLE_TOGETHER, question, named, Facet.POSITION, (), others, contradiction.id)


def _concerned(contradiction: Contradiction, limits: Limits) -> Iterator[str]:
    """The teams whose own value, in place of the one recommended of its question, could not hold with the others."""
    recommended = [found for _, found in limits]
    for place, (own, _) in enumerate(limits):
        for team, value in own.items():
            if contradiction.is_broken_by([*recommended[:place], (value,), *recommended[place + 1 :]]):
                yield team
