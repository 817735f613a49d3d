"""What is found on answers without an order: owners, prerequisites, and what stands in the way of comparing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
    """Met (all), not met (all), split, or partly: by the answers of all people, so that one voice that something is
    missing is not outvoted. Unknown is found for every kind of question.

    *Met* is *unconfirmed* while the team that the question concerns first has no answer, or mostly does not know.
    Of one team alone, as of one team on ownership, nothing can be compared: that it says *met* is no finding, but what
    it says is missing is one.
    """
    met, partly, not_met = (sum(cell.counts[place] for cell in teams.values()) for place in range(3))
    answering = tuple(team for team, cell in teams.items() if cell.answered)
    if len(answering) < 2:
        yield Finding(FindingKind.NOT_COMPARABLE, question.id)
    if met and not_met:
        kind = FindingKind.PREREQUISITE_SPLIT
    elif partly or not_met:
        kind = FindingKind.PREREQUISITE_PARTLY if partly else FindingKind.PREREQUISITE_NOT_MET
    else:
        yield from _met(question, teams, answering)
        return
    short = tuple(team for team, cell in teams.items() if any(cell.counts[1:]))
    yield Finding(kind, question.id, short, Facet.STATUS)


def _met(question: Question, teams: Mapping[str, Distribution], answering: tuple[str, ...]) -> Iterator[Finding]:
    """Of a prerequisite of which nobody says that anything is missing."""
    # Where no team knows, the few people who say so speak for none: what is found is that it is unknown.
    if not any(knows(cell) for cell in teams.values()):
        return
    if question.concerns is not None and not knows(teams.get(question.concerns)):
        spoke = tuple(team for team, cell in teams.items() if cell.said)
        yield Finding(FindingKind.PREREQUISITE_UNCONFIRMED, question.id, spoke, Facet.STATUS)
    elif len(answering) > 1:
        yield Finding(FindingKind.PREREQUISITE_MET, question.id, answering, Facet.STATUS)


def knows(cell: Distribution | None) -> bool:
    """Whether a team gives an answer on a facet, and no more of its people say that they do not know."""
    return cell is not None and cell.answered > 0 and cell.answered >= cell.dont_know


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a team can say on a question, over all its facets and people: answers, and *don't know*."""

    answered: int
    dont_know: int

    @property
    def is_missing(self) -> bool:
        """Whether the team does not know: more of what it said is *don't know* than an answer."""
        return self.dont_know > self.answered


def knowledge(cells: Mapping[Facet, Mapping[str, Distribution]]) -> dict[str, Knowledge]:
    """By team, what it knows of a question; only teams that gave an answer or said that they do not know."""
    found = {}
    for team in dict.fromkeys(team for row in cells.values() for team in row):
        mine = [row[team] for row in cells.values() if team in row]
        said = Knowledge(sum(cell.answered for cell in mine), sum(cell.dont_know for cell in mine))
        if said.answered or said.dont_know:
            found[team] = said
    return found


def state_findings(question: Question, cells: Mapping[Facet, Mapping[str, Distribution]]) -> Iterator[Finding]:
    """What don't know and not applicable say.

    *Unknown*: more than half of the teams that know or do not know, do not; one team, one vote here too. It is told of
    the first facet where one of them says so. Where the team that a prerequisite concerns first knows, it is known,
    however many others were never told. *Applicability conflict*: on each facet, the teams to which it does not
    apply while another answers it.
    """
    known = knowledge(cells)
    unsure = tuple(team for team, said in known.items() if said.is_missing)
    concerned = known.get(question.concerns) if question.concerns else None
    is_known = concerned is not None and not concerned.is_missing
    if 2 * len(unsure) > len(known) and not is_known:
        facet = next(f for f, row in cells.items() if any(row[team].dont_know for team in unsure if team in row))
        yield Finding(FindingKind.UNKNOWN, question.id, unsure, facet)
    for facet, teams in cells.items():
        outside = tuple(team for team, cell in teams.items() if cell.not_applicable and not cell.answered)
        if outside and any(cell.answered for cell in teams.values()):
            yield Finding(FindingKind.APPLICABILITY_CONFLICT, question.id, outside, facet)
