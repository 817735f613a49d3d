"""One answer moved by one step, wherever that changes what its team says.

An ordinal answer or a status changes to the option beside it, an owner to any other. Changes that alter
neither a team's position, nor whether it has one, nor the owners it names are left out, because no
finding can depend on them; several changes with the same effect are one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from questionnaires import Scale
from questionnaires.words import Facet, Kind
from scoring.comparison.claims import Claims, claims_from, owners_at
from scoring.comparison.facets import FacetComparison, TeamFacet, facet_comparison, team_facet
from scoring.comparison.findings import Finding
from scoring.comparison.questions import QuestionComparison, answer_findings, boundary_of
from scoring.conventions import COMMON_POSITION
from scoring.counts.tally import Distribution
from scoring.measures import Counts, modes


@dataclass(frozen=True, slots=True)
class Change:
    """One answer of a team, from one place on the scale to another; `answers` is how many the team gave."""

    question: str
    facet: Facet
    team: str
    before: int
    after: int
    answers: int


@dataclass(frozen=True, slots=True)
class Changed:
    """What a question would show after a change. `findings` are those that rest on its own answers."""

    change: Change
    facets: tuple[FacetComparison, ...]
    claims: Claims | None
    findings: tuple[Finding, ...]


def single_changes(item: QuestionComparison, scale: Scale) -> Iterator[Changed]:
    """Every change on one question that can matter, in the order of facets, teams and options."""
    match item.question.kind:
        case Kind.OWNERSHIP:
            return _owners_changed(item, scale)
        case Kind.PREREQUISITE:
            return _statuses_changed(item)
        case _:
            return _positions_changed(item, len(scale.options))


def _positions_changed(item: QuestionComparison, options: int) -> Iterator[Changed]:
    first = item.cells[item.question.facets[0]]
    for place, compared in enumerate(item.facets):
        for number, entry in enumerate(compared.teams):
            for before, after, changed in _other_positions(entry):
                entries = (*compared.teams[:number], changed, *compared.teams[number + 1 :])
                facet = facet_comparison(compared.facet, entries, options)
                facets = (*item.facets[:place], facet, *item.facets[place + 1 :])
                change = Change(item.question.id, facet.facet, entry.team, before, after, entry.distribution.answered)
                yield Changed(change, facets, None, tuple(answer_findings(item.question, facets, None, None, first)))


def _other_positions(entry: TeamFacet) -> Iterator[tuple[int, int, TeamFacet]]:
    """The positions that one step of one answer leads to, with the step.

    Only changes that can matter are tried, for two reasons.
    1. A step alters the sum of the deviations from the median by at most one, so the spread by at most 1/n: a team
       further than that from the limit keeps, or keeps lacking, its common position.
    2. Where it keeps one, its spread is below one point. Every answer is at least half as far from the median as
       the two middle answers are from each other, so these are one step apart at most: the median rounded down and
       up. An answer outside them arrives at one of them at most, so the middle answers and the median stay.
    """
    if entry.position is None:
        return
    counts = entry.distribution.counts
    reach = Fraction(1, entry.distribution.answered)
    if entry.spread is not None and entry.spread - reach > COMMON_POSITION:
        return
    if entry.spread is not None and entry.spread + reach > COMMON_POSITION:
        places = [place for place, count in enumerate(counts) if count]
    else:
        places = sorted({math.floor(entry.position), math.ceil(entry.position)})
    seen: set[tuple[Fraction | None, bool]] = {(entry.position, entry.has_common_position)}
    for before in places:
        for after in (before - 1, before + 1):
            if not 0 <= after < len(counts):
                continue
            changed = team_facet(entry.team, _with(entry.distribution, before, after))
            found = (changed.position, changed.has_common_position)
            if found not in seen:
                seen.add(found)
                yield before, after, changed


def _owners_changed(item: QuestionComparison, scale: Scale) -> Iterator[Changed]:
    ((facet, cells),) = item.cells.items()
    if item.claims is None:
        return
    named, absent = item.claims.named, item.claims.absent
    for team in named:
        for before, after, changed in _other_modes(cells[team].counts):
            said = claims_from(scale, {**named, team: owners_at(scale, changed)}, absent)
            boundary = boundary_of(item.question, scale, said)
            change = Change(item.question.id, facet, team, before, after, cells[team].answered)
            yield Changed(change, (), said, tuple(answer_findings(item.question, (), said, boundary, cells)))


def _other_modes(counts: Counts) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """The modes that one answer given to another option leads to, with both options.

    Modes change only when an answer leaves one of them, or arrives at one or just below one.
    """
    most_named, most = modes(counts), max(counts)
    if len(most_named) == 1 and sum(count >= most - 2 for count in counts) == 1:
        return
    near = [place for place, count in enumerate(counts) if count >= most - 1]
    outside = next((place for place, count in enumerate(counts) if count and place not in most_named), None)
    pairs = [(before, after) for before in most_named for after in range(len(counts))]
    if outside is not None:
        pairs += [(outside, after) for after in near]
        # Where the first of them arrives at itself, another one may still do so.
        second = next((p for p, count in enumerate(counts) if count and p not in (*most_named, outside)), None)
        pairs += [(second, outside)] if second is not None else []
    seen = {most_named}
    for before, after in pairs:
        if before == after:
            continue
        row = list(counts)
        row[before] -= 1
        row[after] += 1
        changed = modes(row)
        if changed not in seen:
            seen.add(changed)
            yield before, after, changed


def _statuses_changed(item: QuestionComparison) -> Iterator[Changed]:
    ((facet, cells),) = item.cells.items()
    for team, cell in cells.items():
        for before in (place for place, count in enumerate(cell.counts) if count):
            for after in (before - 1, before + 1):
                if 0 <= after < len(cell.counts):
                    changed = {**cells, team: _with(cell, before, after)}
                    change = Change(item.question.id, facet, team, before, after, cell.answered)
                    yield Changed(change, (), None, tuple(answer_findings(item.question, (), None, None, changed)))


def _with(cell: Distribution, before: int, after: int) -> Distribution:
    """The same answers with one moved."""
    counts = list(cell.counts)
    counts[before] -= 1
    counts[after] += 1
    return replace(cell, counts=tuple(counts))
