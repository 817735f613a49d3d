"""Which findings one answer would change: the smallest change there is, and what would stand instead.

Only the answers that can matter are moved, one question at a time; nothing is compared anew as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from questionnaires.question import Contradiction
from questionnaires.words import Facet, Impact
from questionnaires.words import FindingKind as F
from scoring.comparison.catalogue import CATALOGUE, column_of, in_family
from scoring.comparison.compare import Comparison
from scoring.comparison.findings import Finding
from scoring.comparison.questions import QuestionComparison
from scoring.comparison.thresholds import Values, cannot_hold, recommended_values
from scoring.conventions import BAND_ORDER
from scoring.fragility.changes import Change, Changed, known_changes, single_changes


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


def fragility(comparison: Comparison) -> Flips:
    """The smallest change that ends each finding; a finding without one holds whatever one answer says.

    Of several such changes, the first one that makes the question calmer is named, else the first; one that tears its
    team, only where there is no other.
    """
    questionnaire = comparison.questionnaire
    found: dict[Finding, Flip] = {}
    for item in comparison.questions:
        found.update(_flips_on(item, partial(single_changes, item, questionnaire.scale_by_id[item.question.scale])))
        for finding in item.findings:
            if finding.kind is F.INFEASIBLE_TOGETHER and (ends := list(_feasible_after(comparison, finding))):
                found[finding] = Flip(ends[0], None, tuple(ends[1:]))
    return found


def fragility_if_known(comparison: Comparison) -> Flips:
    """The same for an answer of somebody who does not know, which is the likeliest of all changes."""
    found: dict[Finding, Flip] = {}
    for item in comparison.questions:
        found.update(
            _flips_on(item, partial(known_changes, item, comparison.questionnaire.scale_by_id[item.question.scale]))
        )
    return found


def _flips_on(item: QuestionComparison, changes: Callable[[], Iterator[Changed]]) -> dict[Finding, Flip]:
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
    """Whether one answer on its own question might end a finding; a contradiction may be ended on two."""
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


def _feasible_after(comparison: Comparison, finding: Finding) -> Iterator[Change]:
    """The changes on either of two thresholds after which they can hold together."""
    for pair in comparison.questionnaire.contradictions:
        if finding.other is None or {pair.lower, pair.upper} != {finding.question, finding.other}:
            continue
        for identifier in (finding.question, finding.other):
            item = comparison.question(identifier)
            if item is None:
                continue
            for tried in single_changes(item, comparison.questionnaire.scale_by_id[item.question.scale]):
                if not still_contradicts(comparison, pair, tried):
                    yield tried.change


def still_contradicts(comparison: Comparison, pair: Contradiction, tried: Changed) -> bool:
    """Whether two thresholds cannot hold together after a change on one of them."""
    (below, lower), (above, upper) = (_recommended(comparison, name, tried) for name in (pair.lower, pair.upper))
    return bool(below or above) and cannot_hold(lower, upper)


def _recommended(comparison: Comparison, identifier: str, tried: Changed) -> tuple[Values, tuple[Decimal, ...]]:
    questionnaire = comparison.questionnaire
    item = comparison.question(identifier)
    facets = tried.facets if identifier == tried.change.question else item.facets if item else ()
    return recommended_values(
        questionnaire, questionnaire.question_by_id[identifier], facets[0].teams if facets else ()
    )
