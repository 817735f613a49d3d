"""Which findings one answer would change: the smallest change there is, and what would stand instead.

Only the answers that can matter are moved, one question at a time; nothing is compared anew as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from questionnaires import Questionnaire
from questionnaires.words import Facet, Impact
from questionnaires.words import FindingKind as F
from scoring.comparison.catalogue import CATALOGUE, column_of, in_family
from scoring.comparison.compare import Comparison
from scoring.comparison.facets import FacetComparison
from scoring.comparison.findings import Finding
from scoring.comparison.questions import QuestionComparison
from scoring.comparison.thresholds import TeamThreshold, cannot_hold, team_thresholds
from scoring.conventions import BAND_ORDER
from scoring.fragility.changes import Change, single_changes


@dataclass(frozen=True, slots=True)
class Flip:
    """The one answer, moved by one step, that ends a finding, and the finding that would take its place.

    `becomes` is None where nothing would. `also` are the other teams of which one answer could do the same:
    a sentence that named one of them alone would put on it what all of them hold.
    """

    change: Change
    becomes: F | None
    also: tuple[str, ...] = ()


Flips = Mapping[Finding, Flip]
"""Of each fragile finding, the one answer that would change it."""


def fragility(comparison: Comparison) -> Flips:
    """The smallest change that ends each finding; a finding without one holds whatever one answer says.

    Of several such changes, the first one that makes the question calmer is named, else the first.
    """
    questionnaire = comparison.questionnaire
    items = {item.question.id: item for item in comparison.questions}
    found: dict[Finding, Flip] = {}
    for item in items.values():
        found.update(_flips_on(questionnaire, item))
        for finding in item.findings:
            if finding.kind is F.INFEASIBLE_TOGETHER and finding.other is not None:
                ends = list(_feasible_after(questionnaire, item, items[finding.other]))
                if ends:
                    _, *others = dict.fromkeys(change.team for change in ends)
                    found[finding] = Flip(ends[0], None, tuple(others))
    return found


def _flips_on(questionnaire: Questionnaire, item: QuestionComparison) -> dict[Finding, Flip]:
    """Of the findings that rest on the question's own answers."""
    found: dict[Finding, Flip] = {}
    sought = {finding for finding in item.findings if _may_end(finding)}
    if not sought:
        return found
    impact, standing = item.question.impact, _named(item.findings)
    for tried in single_changes(item, questionnaire.scale_by_id[item.question.scale]):
        after = _named(tried.findings)
        for finding in [finding for finding in sought if _name(finding) not in after]:
            becomes = next((kind for kind, _ in after - standing if kind in in_family(finding.kind)), None)
            found[finding] = _calmer(found.get(finding), Flip(tried.change, becomes), finding.kind, impact)
    return found


def _calmer(first: Flip | None, second: Flip, kind: F, impact: Impact) -> Flip:
    """The flip to name of two: the earlier one, unless only the later makes the question calmer."""
    # Whoever reads that an item may go away is helped more than by how it may get worse.
    now = _urgency(kind, impact)
    if first is None or _urgency(second.becomes, impact) < now <= _urgency(first.becomes, impact):
        return second
    teams = (first.change.team, *first.also)
    if second.becomes is first.becomes and second.change.team not in teams:
        return replace(first, also=(*first.also, second.change.team))
    return first


def _may_end(finding: Finding) -> bool:
    """Whether one answer on its own question might end a finding; a contradiction may be ended on two."""
    row = CATALOGUE[finding.kind]
    if row.lasts or finding.kind is F.INFEASIBLE_TOGETHER:
        return False
    # All teams that answered stand behind a contested task, but only those that claim it are the cause.
    causes = finding.owners if finding.kind is F.CONTESTED else finding.teams
    return row.causes is None or len(causes) <= row.causes


Name = tuple[F, Facet | None]


def _name(finding: Finding) -> Name:
    """What a finding is told apart by: its kind; where each facet has its own, the facet as well."""
    return finding.kind, finding.facet if CATALOGUE[finding.kind].by_facet else None


def _named(findings: Iterable[Finding]) -> set[Name]:
    return {_name(finding) for finding in findings}


def _urgency(kind: F | None, impact: Impact) -> int:
    """The place of a finding's column; below all of them without one. What cannot be compared is not calm."""
    if kind is F.NOT_COMPARABLE:
        return len(BAND_ORDER)
    column = column_of(kind, impact) if kind else None
    return BAND_ORDER.index(column) if column else -1


def _feasible_after(
    questionnaire: Questionnaire, lower: QuestionComparison, upper: QuestionComparison
) -> Iterator[Change]:
    """The changes on either of two thresholds after which they can hold together."""
    now = {item.question.id: thresholds_on(questionnaire, item, item.facets) for item in (lower, upper)}
    for item in (lower, upper):
        for tried in single_changes(item, questionnaire.scale_by_id[item.question.scale]):
            changed = now | {item.question.id: thresholds_on(questionnaire, item, tried.facets)}
            if not cannot_hold(changed[lower.question.id], changed[upper.question.id]):
                yield tried.change


def thresholds_on(
    questionnaire: Questionnaire, item: QuestionComparison, facets: tuple[FacetComparison, ...]
) -> tuple[TeamThreshold, ...]:
    """Every team's own value of a quantity, by these facets of its question."""
    return team_thresholds(questionnaire, item.question, facets[0].teams)
