"""One answer moved by one step, or given by somebody who does not know, wherever that changes what a team says.

An ordinal answer or a status changes to the option beside it, an owner to any other; a *don't know* becomes any option.
Changes that alter neither a team's position, nor whether it has one, nor the owners it names are left out, because no
finding can depend on them; several changes with the same effect are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
from scoring.measures import Counts, average_deviation, middles, modes


@dataclass(frozen=True, slots=True)
class Change:
    """One answer of a team, from one place on the scale to another; `before` is None where it was *don't know*.

    `answers` is how many people of the team it may be of: those with an answer, or those who do not know.
    """

    question: str
    facet: Facet
    team: str
    before: int | None
    after: int
    answers: int


@dataclass(frozen=True, slots=True)
class Changed:
    """What a question would show after a change. `findings` are those that rest on its own answers; `tears` says that
    the change leaves its team without the common position that it had."""

    change: Change
    facets: tuple[FacetComparison, ...]
    claims: Claims | None
    findings: tuple[Finding, ...]
    tears: bool = False


def single_changes(item: QuestionComparison, scale: Scale) -> Iterator[Changed]:
    """Every change of one answer on one question that can matter, in the order of facets, teams and options."""
    match item.question.kind:
        case Kind.OWNERSHIP:
            return _owners_changed(item, scale)
        case Kind.PREREQUISITE:
            return _statuses_changed(item)
        case _:
            return _positions_changed(item, len(scale.options))


def known_changes(item: QuestionComparison, scale: Scale) -> Iterator[Changed]:
    """Every answer that somebody who does not know might give instead, in the same order; of several with the same
    effect, the first."""
    for facet, cells in item.cells.items():
        for team, cell in cells.items():
            if not cell.dont_know:
                continue
            seen = {says(item, cell.counts)}
            for after in range(len(scale.options)):
                known = says(item, _with(cell, None, after).counts)
                if known not in seen:
                    seen.add(known)
                    yield changed_to(item, scale, Change(item.question.id, facet, team, None, after, cell.dont_know))


def says(item: QuestionComparison, counts: Counts) -> object:
    """All that findings can depend on in the counts of one team: two that say the same are found to be the same."""
    match item.question.kind:
        case Kind.OWNERSHIP:
            return modes(counts)
        case Kind.PREREQUISITE:
            return tuple(counts)
        case _:
            spread = average_deviation(counts)
            return middles(counts), spread is not None and spread > COMMON_POSITION


def changed_to(item: QuestionComparison, scale: Scale, change: Change, moved: Counts | None = None) -> Changed:
    """What the question shows after one change; `moved` are the counts that it leaves, where more than one moves."""
    cells, facet, team = item.cells[change.facet], change.facet, change.team
    cell = replace(cells[team], counts=tuple(moved)) if moved else _with(cells[team], change.before, change.after)
    changed = {**cells, team: cell}
    if item.question.kind is Kind.OWNERSHIP:
        named = {name: owners_at(scale, modes(one.counts)) for name, one in changed.items() if one.answered}
        return _owned(item, scale, change, named, changed)
    if item.question.kind is Kind.PREREQUISITE:
        return Changed(change, (), None, tuple(answer_findings(item.question, (), None, None, changed)))
    compared = item.facet(facet)
    assert compared is not None
    before = compared.team(team)
    assert before is not None
    return _positioned(item, len(scale.options), compared, before, team_facet(team, cell), change)


def _positions_changed(item: QuestionComparison, options: int) -> Iterator[Changed]:
    for compared in item.facets:
        for entry in compared.teams:
            for before, after, changed in _other_positions(entry):
                answers = entry.distribution.answered
                change = Change(item.question.id, compared.facet, entry.team, before, after, answers)
                yield _positioned(item, options, compared, entry, changed, change)


def _positioned(
    item: QuestionComparison,
    options: int,
    compared: FacetComparison,
    entry: TeamFacet,
    changed: TeamFacet,
    change: Change,
) -> Changed:
    """What the question shows when a team stands elsewhere on one facet."""
    first = item.cells[item.question.facets[0]]
    facet = facet_comparison(
        compared.facet, tuple([changed if one is entry else one for one in compared.teams]), options
    )
    facets = tuple([facet if one is compared else one for one in item.facets])
    tears = changed.is_torn and not entry.is_torn
    return Changed(change, facets, None, tuple(answer_findings(item.question, facets, None, None, first)), tears)


def _other_positions(entry: TeamFacet) -> Iterator[tuple[int, int, TeamFacet]]:
    """The positions that one step of one answer leads to, with the step.

    Only changes that can matter are tried, for two reasons.
    1. A step alters the sum of the deviations from the median by at most one, so the spread by at most 1/n: a team
       further than that from the limit keeps, or keeps lacking, its common position.
    2. The median is made of the two middle answers, and nothing lies between these. An answer outside them arrives at
       one of them at most, so the middle answers and the median stay.
    """
    middle = middles(entry.distribution.counts)
    if middle is None:
        return
    counts = entry.distribution.counts
    reach = Fraction(1, entry.distribution.answered)
    if entry.spread is not None and abs(entry.spread - COMMON_POSITION) <= reach:
        places = [place for place, count in enumerate(counts) if count]
    else:
        places = sorted(set(middle))
    # By the middle answers and not by the position between them: a threshold is made of the stricter one.
    seen = {(middle, entry.has_common_position)}
    for before in places:
        for after in (before - 1, before + 1):
            if not 0 <= after < len(counts):
                continue
            changed = team_facet(entry.team, _with(entry.distribution, before, after))
            found = (middles(changed.distribution.counts) or middle, changed.has_common_position)
            if found not in seen:
                seen.add(found)
                yield before, after, changed


def _owners_changed(item: QuestionComparison, scale: Scale) -> Iterator[Changed]:
    ((facet, cells),) = item.cells.items()
    if item.claims is None:
        return
    named = item.claims.named
    for team in named:
        for before, after, changed in _other_modes(cells[team].counts):
            change = Change(item.question.id, facet, team, before, after, cells[team].answered)
            yield _owned(item, scale, change, {**named, team: owners_at(scale, changed)}, cells)


def _owned(
    item: QuestionComparison,
    scale: Scale,
    change: Change,
    named: Mapping[str, tuple[str, ...]],
    cells: Mapping[str, Distribution],
) -> Changed:
    """What the question shows when the teams name these owners."""
    absent = item.claims.absent if item.claims else {}
    said = claims_from(scale, named, {team: why for team, why in absent.items() if team not in named})
    boundary = boundary_of(scale, said, item.documented)
    return Changed(change, (), said, tuple(answer_findings(item.question, (), said, boundary, cells)))


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


def _with(cell: Distribution, before: int | None, after: int) -> Distribution:
    """The same answers with one moved, or with one more where somebody did not know."""
    counts = list(cell.counts)
    counts[after] += 1
    if before is None:
        return replace(cell, counts=tuple(counts), dont_know=cell.dont_know - 1)
    counts[before] -= 1
    return replace(cell, counts=tuple(counts))
