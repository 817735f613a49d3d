"""What is found on answers without an order: owners, prerequisites, and what stands in the way of comparing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from questionnaires import Question
from questionnaires.words import Facet, FindingKind
from scoring.comparison.claims import Boundary, Claims, ServiceBoundary
from scoring.comparison.findings import Finding
from scoring.counts.tally import Distribution


def ownership_findings(question: Question, said: Claims | None, boundary: ServiceBoundary | None) -> Iterator[Finding]:
    """The claim pattern, the undecided teams, and the boundary to the service."""
    if said is None or len(said.named) < 2:
        yield Finding(FindingKind.NOT_COMPARABLE, question.id)
    else:
        yield Finding(said.pattern, question.id, tuple(said.named), Facet.OWNER, said.owners)
    if said is None:
        return
    if said.undecided:
        yield Finding(FindingKind.UNDECIDED, question.id, said.undecided, Facet.OWNER)
    if boundary and boundary.kind is Boundary.CLAIMED:
        yield Finding(FindingKind.BOUNDARY_CLAIMED, question.id, boundary.teams, Facet.OWNER)
    if boundary and boundary.kind is Boundary.EXPECTED:
        yield Finding(FindingKind.BOUNDARY_EXPECTED, question.id, boundary.teams, Facet.OWNER)


def prerequisite_findings(question: Question, teams: Mapping[str, Distribution]) -> Iterator[Finding]:
    """Met (all), not met (all), split, or partly. Unknown is found for every kind of question."""
    met, partly, not_met = (sum(cell.counts[place] for cell in teams.values()) for place in range(3))
    answering = tuple(team for team, cell in teams.items() if cell.answered)
    if not answering:
        return
    if met and not_met:
        kind = FindingKind.PREREQUISITE_SPLIT
    elif partly:
        kind = FindingKind.PREREQUISITE_PARTLY
    else:
        kind = FindingKind.PREREQUISITE_MET if met else FindingKind.PREREQUISITE_NOT_MET
    short = tuple(team for team, cell in teams.items() if any(cell.counts[1:]))
    yield Finding(kind, question.id, short or answering, Facet.STATUS)


def state_findings(question: Question, cells: Mapping[Facet, Mapping[str, Distribution]]) -> Iterator[Finding]:
    """What don't know and not applicable say, on the first facet where they do."""
    # Over all facets and people: of a question on which most say don't know, the few answers stand for nobody.
    everything = [cell for teams in cells.values() for cell in teams.values()]
    if sum(cell.dont_know for cell in everything) > sum(cell.answered for cell in everything):
        facet, teams = next((f, t) for f, t in cells.items() if any(cell.dont_know for cell in t.values()))
        asking = tuple(team for team, cell in teams.items() if cell.dont_know)
        yield Finding(FindingKind.UNKNOWN, question.id, asking, facet)
    for facet, teams in cells.items():
        outside = tuple(team for team, cell in teams.items() if cell.not_applicable and not cell.answered)
        if outside and any(cell.answered for cell in teams.values()):
            yield Finding(FindingKind.APPLICABILITY_CONFLICT, question.id, outside, facet)
            break
