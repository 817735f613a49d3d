"""Which findings one answer would change: the smallest change there is, and what would stand instead.

Only the answers that can matter are moved, one question at a time; nothing is compared anew as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from questionnaires.question import Contradiction
from questionnaires.words import Facet, Impact
from questionnaires.words import FindingKind as F
from scoring.comparison.catalogue import CATALOGUE, column_of, in_family
from scoring.comparison.compare import Comparison
from scoring.comparison.contradictions import cannot_hold, limits_of
from scoring.comparison.facets import TeamFacet
from scoring.comparison.findings import Finding
from scoring.comparison.questions import QuestionComparison
from scoring.conventions import BAND_ORDER
from scoring.fragility.changes import Change, Changed, known_changes
from scoring.fragility.shared import ChangesOn, changes_in


@dataclass(frozen=True, slots=True)
class Flip:
    """The one answer, changed, that ends a finding, and the finding that would take its place.

    `becomes` is None where nothing would. `others` are the other single changes that do the same: a sentence that
    named one team alone would put on it what all of them hold. `tears` as in `Changed`.
    """

    change: Change
    becomes: F | None
    others: tuple[Change, ...] = ()
    tears: bool = False

    @property
    def also(self) -> tuple[str, ...]:
        """The other teams of which one answer could do the same."""
        return tuple(dict.fromkeys(change.team for change in self.others if change.team != self.change.team))


Flips = Mapping[Finding, Flip]
"""Of each fragile finding, the one answer that would change it."""


def fragility(comparison: Comparison, changes_on: ChangesOn | None = None) -> Flips:
    """The smallest change that ends each finding; a finding without one holds whatever one answer says.

    Of several such changes, the first one that makes the question calmer is named, else the first; one that tears its
    team, only where there is no other. `changes_on` are the comparison's, of whoever has them already.
    """
    changes_on = changes_on or changes_in(comparison)
    found: dict[Finding, Flip] = {}
    for item in comparison.undecided:
        found.update(_flips_on(item, partial(changes_on, item.question.id)))
        for finding in item.findings:
            if finding.kind is F.INFEASIBLE_TOGETHER and (flip := _feasible(comparison, finding, changes_on)):
                found[finding] = flip
    return found


def fragility_if_known(comparison: Comparison) -> Flips:
    """The same for an answer of somebody who does not know, which is the likeliest of all changes."""
    found: dict[Finding, Flip] = {}
    for item in comparison.undecided:
        found.update(
            _flips_on(item, partial(known_changes, item, comparison.questionnaire.scale_by_id[item.question.scale]))
        )
    return found


def _flips_on(item: QuestionComparison, changes: Callable[[], Iterable[Changed]]) -> dict[Finding, Flip]:
    """Of the findings that rest on the question's own answers."""
    found: dict[Finding, Flip] = {}
    sought = {finding for finding in item.findings if may_end(finding)}
    if not sought:
        return found
    impact, standing = item.question.impact, named(item.findings)
    for tried in changes():
        after = named(tried.findings)
        for finding in [finding for finding in sought if name(finding) not in after]:
            flip = Flip(tried.change, instead(finding, after - standing), (), tried.tears)
            found[finding] = _calmer(found.get(finding), flip, finding.kind, impact)
    return found


def instead(finding: Finding, new: Iterable[Name]) -> F | None:
    """Which of new findings takes the place of one that has ended."""
    return next((kind for kind, _ in new if kind in in_family(finding.kind)), None)


def _calmer(first: Flip | None, second: Flip, kind: F, impact: Impact) -> Flip:
    """The flip to name of two: the earlier one, unless only the later makes the question calmer."""
    # Whoever reads that an item may go away is helped more than by how it may get worse.
    now = urgency(kind, impact)
    if first is None or (_rank(second, now, impact) < _rank(first, now, impact)):
        return second
    if second.becomes is first.becomes and second.tears is first.tears:
        return replace(first, others=(*first.others, second.change))
    return first


def _rank(flip: Flip, now: int, impact: Impact) -> tuple[bool, bool]:
    """Smaller is better to name: what tears a team is no way to make a question calm."""
    return flip.tears, urgency(flip.becomes, impact) >= now


def may_end(finding: Finding) -> bool:
    """Whether one answer on its own question might end a finding; a contradiction may be ended on several."""
    row = CATALOGUE[finding.kind]
    if row.lasts or finding.kind is F.INFEASIBLE_TOGETHER:
        return False
    # All teams that answered stand behind a contested task, but only those that claim it are the cause.
    causes = finding.owners if finding.kind is F.CONTESTED else finding.teams
    return row.causes is None or len(causes) <= row.causes


Name = tuple[F, Facet | None]


def name(finding: Finding) -> Name:
    """What a finding is told apart by: its kind; where each facet has its own, the facet as well."""
    return finding.kind, finding.facet if CATALOGUE[finding.kind].by_facet else None


def named(findings: Iterable[Finding]) -> set[Name]:
    """What these findings are told apart by."""
    return {name(finding) for finding in findings}


def urgency(kind: F | None, impact: Impact) -> int:
    """The place of a finding's column; below all of them without one. What cannot be compared is not calm."""
    if kind is F.NOT_COMPARABLE:
        return len(BAND_ORDER)
    column = column_of(kind, impact) if kind else None
    return BAND_ORDER.index(column) if column else -1


def _feasible(comparison: Comparison, finding: Finding, changes_on: ChangesOn) -> Flip | None:
    """The first change after which limits can hold together; one that tears its team only where there is no other."""
    ends = list(_feasible_after(comparison, finding, changes_on))
    tears = all(tried.tears for tried in ends)
    alike = [tried.change for tried in ends if tried.tears is tears]
    return Flip(alike[0], None, tuple(alike[1:]), tears) if alike else None


def _feasible_after(comparison: Comparison, finding: Finding, changes_on: ChangesOn) -> Iterator[Changed]:
    """The changes on any of the thresholds of a contradiction after which they can hold together."""
    found = next(one for one in comparison.questionnaire.contradictions if one.id == finding.contradiction)
    for identifier in finding.questions:
        for tried in changes_on(identifier):
            if not still_contradicts(comparison, found, tried):
                yield tried


def still_contradicts(comparison: Comparison, contradiction: Contradiction, tried: Changed) -> bool:
    """Whether thresholds cannot hold together after a change on one of them."""

    def entries(name: str) -> tuple[TeamFacet, ...]:
        item = comparison.question(name)
        facets = tried.facets if name == tried.change.question else item.facets if item else ()
        return facets[0].teams if facets else ()

    return cannot_hold(contradiction, limits_of(comparison.questionnaire, contradiction, entries))
