"""One question, several teams: what they said, and what that is found to mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from questionnaires import Question, Questionnaire, Scale
from questionnaires.words import DocumentedOwner, Facet, FindingKind, Kind
from scoring.comparison.claims import Claims, ServiceBoundary, absences, claims, service_boundary
from scoring.comparison.facets import FacetComparison, compare_facet
from scoring.comparison.findings import (
    Finding,
    control_findings,
    ordinal_findings,
    trajectory_findings,
    worst_facet,
)
from scoring.comparison.nominal_findings import ownership_findings, prerequisite_findings, state_findings
from scoring.counts.tally import Distribution, Place, Tally
from scoring.measures import pairwise_agreement

Cells = Mapping[Facet, Mapping[str, Distribution]]


@dataclass(frozen=True, slots=True)
class QuestionComparison:
    """Everything a comparison says about one question.

    `facets` holds the ordinal facets; `claims`, `boundary` are of ownership questions only, and `documented`: on which
    side of the line to the service the latest page puts the task.
    """

    question: Question
    cells: Cells
    facets: tuple[FacetComparison, ...]
    claims: Claims | None
    boundary: ServiceBoundary | None
    findings: tuple[Finding, ...]
    flags: Mapping[str, int]
    differences: Mapping[str, tuple[int, ...]]
    bases: Mapping[str, tuple[int, ...]]
    documented: DocumentedOwner | None

    @property
    def kinds(self) -> frozenset[FindingKind]:
        """The kinds of what was found."""
        return frozenset(finding.kind for finding in self.findings)

    @property
    def worst(self) -> FacetComparison | None:
        """The facet on which the teams are furthest apart; its band stands for the question."""
        return worst_facet(self.facets)

    @property
    def agreement(self) -> Fraction | None:
        """The pairwise agreement of a nominal or status facet, worked out when it is asked for."""
        first = self.cells[self.question.facets[0]]
        return None if self.facets else pairwise_agreement([cell.counts for cell in first.values()])

    def facet(self, facet: Facet) -> FacetComparison | None:
        """The teams on one facet; None where it is not ordinal or not asked."""
        return next((item for item in self.facets if item.facet is facet), None)

    def finding(self, kind: FindingKind) -> Finding | None:
        """The finding of a kind, where there is one."""
        return next((item for item in self.findings if item.kind is kind), None)

    @property
    def fewest(self) -> int:
        """Answers on the facet and of the team that has the fewest, of those that have any; 0 without answers."""
        return min((cell.answered for row in self.cells.values() for cell in row.values() if cell.answered), default=0)

    @property
    def answered(self) -> int:
        """Answers that are options, over all facets and teams."""
        return sum(cell.answered for teams in self.cells.values() for cell in teams.values())

    @property
    def is_outside(self) -> bool:
        """Whether all who said anything said that it does not apply."""
        cells = [cell for teams in self.cells.values() for cell in teams.values() if cell.said]
        return bool(cells) and all(cell.not_applicable == cell.said for cell in cells)


def compare_question(
    questionnaire: Questionnaire,
    counted: Tally,
    question: Question,
    cells: Cells,
    teams: tuple[str, ...],
    infeasible: tuple[Finding, ...],
) -> QuestionComparison:
    """One question across teams. `infeasible` are the contradictions found between all thresholds."""
    facets: tuple[FacetComparison, ...] = ()
    said: Claims | None = None
    boundary: ServiceBoundary | None = None
    first = cells[question.facets[0]]
    documented = questionnaire.documented_owner(question)
    if question.kind is Kind.OWNERSHIP:
        scale = questionnaire.scale_by_id[question.scale]
        counts = {team: cell.counts for team, cell in first.items()}
        said = claims(scale, counts, absences(scale, counted, question))
        boundary = boundary_of(scale, said, documented)
    elif question.kind is not Kind.PREREQUISITE:
        facets = tuple(compare_facet(questionnaire, counted, question, facet, teams) for facet in question.facets)
    findings = (
        *answer_findings(question, facets, said, boundary, first),
        *(finding for finding in infeasible if finding.question == question.id),
        *state_findings(question, cells),
    )
    return QuestionComparison(
        question,
        cells,
        facets,
        said,
        boundary,
        findings,
        _by_team(counted.flags, question, teams),
        _by_team(counted.differences, question, teams),
        _by_team(counted.bases, question, teams),
        documented,
    )


def boundary_of(scale: Scale, said: Claims | None, documented: DocumentedOwner | None) -> ServiceBoundary | None:
    """The claims against the documented owner."""
    return None if said is None else service_boundary(scale, said, documented)


def answer_findings(
    question: Question,
    facets: tuple[FacetComparison, ...],
    said: Claims | None,
    boundary: ServiceBoundary | None,
    first: Mapping[str, Distribution],
) -> Iterator[Finding]:
    """What the answers to one question say by themselves; `first` holds the counts of its first facet."""
    match question.kind:
        case Kind.OWNERSHIP:
            yield from ownership_findings(question, said, boundary)
        case Kind.PREREQUISITE:
            yield from prerequisite_findings(question, first)
        case _:
            yield from ordinal_findings(question, facets)
    if question.kind is Kind.CONTROL:
        yield from control_findings(question, *facets)
    if question.kind is Kind.TRAJECTORY:
        yield from trajectory_findings(question, *facets)


Value = TypeVar("Value")


def _by_team(values: Mapping[Place, Value], question: Question, teams: tuple[str, ...]) -> dict[str, Value]:
    """What was counted of one question besides its facets, for the teams that have any."""
    return {team: values[question.id, team] for team in teams if values.get((question.id, team))} if values else {}
