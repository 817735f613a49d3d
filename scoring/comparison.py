"""Several teams side by side: what each question shows, the sections, and the agenda."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from questionnaires import Question, Questionnaire
from questionnaires.words import Facet, FindingKind, Kind, Standing
from scoring.agenda import Agenda, agenda_of
from scoring.claims import Claims, ServiceBoundary, claims, service_boundary
from scoring.facets import FacetComparison, compare_facet
from scoring.findings import (
    Finding,
    control_findings,
    ordinal_findings,
    ownership_findings,
    prerequisite_findings,
    state_findings,
    trajectory_findings,
    worst_facet,
)
from scoring.measures import pairwise_agreement
from scoring.sections import SectionSummary, summarise
from scoring.tally import Distribution, Place, Progress, Tally, cells_of, teams_in
from scoring.thresholds import contradictions

Cells = Mapping[Facet, Mapping[str, Distribution]]


@dataclass(frozen=True, slots=True)
class QuestionComparison:
    """Everything a comparison says about one question.

    `facets` holds the ordinal facets; `claims`, `boundary` are of ownership questions only;
    `agreement` is the pairwise agreement of a nominal or status facet.
    """

    question: Question
    cells: Cells
    facets: tuple[FacetComparison, ...]
    claims: Claims | None
    boundary: ServiceBoundary | None
    agreement: Fraction | None
    findings: tuple[Finding, ...]
    flags: Mapping[str, int]
    differences: Mapping[str, tuple[int, ...]]
    bases: Mapping[str, tuple[int, ...]]

    @property
    def kinds(self) -> frozenset[FindingKind]:
        return frozenset(finding.kind for finding in self.findings)

    @property
    def worst(self) -> FacetComparison | None:
        return worst_facet(self.facets)

    def facet(self, facet: Facet) -> FacetComparison | None:
        return next((item for item in self.facets if item.facet is facet), None)

    def finding(self, kind: FindingKind) -> Finding | None:
        return next((item for item in self.findings if item.kind is kind), None)

    @property
    def answered(self) -> int:
        """Answers that are options, over all facets and teams."""
        return sum(cell.answered for teams in self.cells.values() for cell in teams.values())


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole of what the teams of one round said, and what follows for the talk."""

    questionnaire: Questionnaire
    round: int
    teams: tuple[str, ...]
    progress: Mapping[str, Progress]
    questions: tuple[QuestionComparison, ...]
    sections: tuple[SectionSummary, ...]
    agenda: Agenda
    unknown: Mapping[str, int]
    incomparable: Mapping[str, int]

    def question(self, identifier: str) -> QuestionComparison | None:
        return next((item for item in self.questions if item.question.id == identifier), None)

    def label(self, team: str) -> str:
        return self.questionnaire.team_by_id[team].label


def compare(questionnaire: Questionnaire, counted: Tally, round_number: int) -> Comparison:
    """The comparison of everything counted. Same counts, same result; nothing else matters."""
    teams = teams_in(questionnaire, counted)
    infeasible = contradictions(questionnaire, counted, teams)
    questions = tuple(_questions(questionnaire, counted, teams, infeasible))
    return Comparison(
        questionnaire,
        round_number,
        teams,
        counted.progress,
        questions,
        tuple(summarise(section, questions, teams) for section in questionnaire.sections),
        agenda_of(questions),
        counted.unknown,
        counted.incomparable,
    )


def _questions(
    questionnaire: Questionnaire, counted: Tally, teams: tuple[str, ...], infeasible: tuple[Finding, ...]
) -> Iterator[QuestionComparison]:
    for question in questionnaire.questions:
        cells = {facet: dict(cells_of(counted, question, facet, teams)) for facet in question.facets}
        if any(cells.values()):
            yield _question(questionnaire, counted, question, cells, teams, infeasible)


def _question(
    questionnaire: Questionnaire,
    counted: Tally,
    question: Question,
    cells: dict[Facet, dict[str, Distribution]],
    teams: tuple[str, ...],
    infeasible: tuple[Finding, ...],
) -> QuestionComparison:
    facets: tuple[FacetComparison, ...] = ()
    said: Claims | None = None
    boundary: ServiceBoundary | None = None
    findings: list[Finding] = []
    first = cells[question.facets[0]]
    match question.kind:
        case Kind.OWNERSHIP:
            scale = questionnaire.scale_by_id[question.scale]
            said = claims(scale, {team: cell.counts for team, cell in first.items()})
            documented = question.documented_now
            if said:
                holds = documented if question.standing is not Standing.RETIRED else None
                boundary = service_boundary(scale, said, holds.owner if holds else None)
            findings += ownership_findings(question, said, boundary)
        case Kind.PREREQUISITE:
            findings += prerequisite_findings(question, first)
        case _:
            facets = tuple(compare_facet(questionnaire, counted, question, facet, teams) for facet in question.facets)
            findings += ordinal_findings(question, facets)
    if question.kind is Kind.CONTROL:
        findings += control_findings(question, *facets)
    if question.kind is Kind.TRAJECTORY:
        findings += trajectory_findings(question, *facets)
    findings += (finding for finding in infeasible if finding.question == question.id)
    findings += state_findings(question, cells)
    return QuestionComparison(
        question,
        cells,
        facets,
        said,
        boundary,
        None if facets else pairwise_agreement([cell.counts for cell in first.values()]),
        tuple(findings),
        _by_team(counted.flags, question, teams),
        _by_team(counted.differences, question, teams),
        _by_team(counted.bases, question, teams),
    )


Value = TypeVar("Value")


def _by_team(values: Mapping[Place, Value], question: Question, teams: tuple[str, ...]) -> dict[str, Value]:
    """What was counted of one question besides its facets, for the teams that have any."""
    return {team: values[question.id, team] for team in teams if values.get((question.id, team))}
