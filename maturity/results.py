"""The results as one tree: what `export` writes, and what every text is rendered from.

Numbers are rounded to four digits and stand beside their counts; a figure that is not defined
has no key. The same comparison gives the same tree, whatever the order of the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

import tomli_w

from maturity import __version__
from maturity.results_of_criteria import criterion_tree
from maturity.trees import Tree, number, number_or_none, present
from questionnaires import Questionnaire
from questionnaires.words import SCHEMA, FileKind, FindingKind, Kind
from scoring import Comparison, Criterion, Finding, QuestionComparison
from scoring.agenda import AgendaEntry
from scoring.conventions import COMMON_POSITION, FINDING_ROW, GAP_BANDS, TIGHT
from scoring.facets import FacetComparison
from scoring.sections import SectionSummary
from scoring.wording import finding_sentence


def results(comparison: Comparison, criteria: Iterable[Criterion], left_out: Iterable[str] = ()) -> Tree:
    """Everything computed, as plain tables, lists, texts and numbers. `left_out` names the unusable files."""
    questionnaire = comparison.questionnaire
    head = questionnaire.head
    agenda = comparison.agenda
    return {
        "kind": FileKind.RESULTS.value,
        "schema": SCHEMA,
        "round": comparison.round,
        "questionnaire": {
            "id": head.id,
            "version": head.version,
            "title": head.title,
            "fingerprint": questionnaire.fingerprint,
            "teams": {team.id: team.label for team in questionnaire.teams},
            "terms": {term.word: term.meaning for term in questionnaire.terms},
            "lapsed": {lapsed.title: lapsed.reason for lapsed in questionnaire.lapsed},
        },
        "made_by": {"maturity": __version__},
        "conventions": _conventions(),
        "left_out": {
            "files": sorted(set(left_out)),
            "unknown": _sorted(comparison.unknown),
            "incomparable": _sorted(comparison.incomparable),
        },
        "flagged": list(agenda.flagged),
        "team": [_team(comparison, team) for team in comparison.teams],
        "section": [_section(section) for section in comparison.sections],
        "question": [_question(comparison, item) for item in comparison.questions],
        "agenda": [_entry(comparison, entry) for entry in agenda.entries],
        "no_common_position": [_finding(comparison, finding) for finding in agenda.no_common_position],
        "applicability_conflict": [_finding(comparison, finding) for finding in agenda.applicability],
        "criterion": [criterion_tree(comparison, criterion) for criterion in criteria],
    }


def to_toml(tree: Tree) -> str:
    return tomli_w.dumps(tree)


def to_json(tree: Tree) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2, allow_nan=False, default=str) + "\n"


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def _conventions() -> Tree:
    return {
        "bands": {kind.value: f"gap of at most {largest} points" for largest, kind in GAP_BANDS}
        | {FindingKind.FAR_APART.value: f"gap of more than {GAP_BANDS[-1][0]} points"},
        "tight_spread": number(TIGHT),
        "common_position_spread": number(COMMON_POSITION),
        "evidence": "1 answer single voice, 2 to 4 indicative, 5 to 9 fair, 10 and more good",
        "position": "the median; a team whose spread is above the limit has no common position and is not compared",
        "vote": "one team, one vote, however many respondents",
        "agenda": {kind.value: row.value for kind, row in FINDING_ROW.items()},
    }


def _team(comparison: Comparison, team: str) -> Tree:
    progress = comparison.progress[team]
    return {
        "id": team,
        "name": comparison.label(team),
        "respondents": progress.respondents,
        "completed": progress.completed,
        "asked": progress.asked,
        "answered": progress.answered,
        "section": [
            {
                "id": section.section.id,
                "apart": section.standings[team].apart,
                "compared": section.standings[team].compared,
            }
            for section in comparison.sections
        ],
    }


def _section(summary: SectionSummary) -> Tree:
    return present(
        id=summary.section.id,
        title=summary.section.title,
        **{column.value: count for column, count in summary.columns.items()},
        comparable=summary.comparable,
        not_comparable=summary.not_comparable,
        median_gap=number_or_none(summary.median_gap),
        distance=[{"teams": list(pair), "points": number(mean)} for pair, mean in summary.far.items()] or None,
    )


def _question(comparison: Comparison, item: QuestionComparison) -> Tree:
    question = item.question
    questionnaire = comparison.questionnaire
    scale = questionnaire.scale_by_id[question.scale]
    return present(
        id=question.id,
        section=question.section,
        kind=question.kind.value,
        title=question.title,
        text=question.text,
        impact=question.impact.value,
        reversible=question.reversible.value,
        scale=[option.label for option in scale.options],
        unit=scale.unit,
        flags=dict(item.flags) or None,
        findings=[_finding(comparison, finding) for finding in item.findings],
        facet=[_facet(facet, len(scale.options)) for facet in item.facets] if item.facets else [_nominal(item)],
        **_ownership(item),
        offered=_offered(item),
        bases=_bases(questionnaire, item),
        differences={team: list(row) for team, row in item.differences.items()} or None,
    )


def _facet(facet: FacetComparison, options: int) -> Tree:
    return present(
        name=facet.facet.value,
        gap=number_or_none(facet.gap),
        distance=number_or_none(facet.distance),
        band=facet.band.value if facet.band else None,
        shape=facet.shape.kind.value if facet.shape else None,
        chance=number_or_none(facet.chance(options)),
        camps=[list(camp) for camp in facet.shape.camps] if facet.shape and facet.shape.camps else None,
        team=[
            present(
                id=entry.team,
                counts=list(entry.distribution.counts),
                dont_know=entry.distribution.dont_know,
                not_applicable=entry.distribution.not_applicable,
                unanswered=entry.distribution.unanswered,
                position=number_or_none(entry.position),
                spread=number_or_none(entry.spread),
                common_position=entry.has_common_position if entry.position is not None else None,
                evidence=entry.evidence.value,
            )
            for entry in facet.teams
        ],
    )


def _nominal(item: QuestionComparison) -> Tree:
    facet, cells = next(iter(item.cells.items()))
    return present(
        name=facet.value,
        agreement=number_or_none(item.agreement),
        team=[
            {
                "id": team,
                "counts": list(cell.counts),
                "dont_know": cell.dont_know,
                "not_applicable": cell.not_applicable,
                "unanswered": cell.unanswered,
            }
            for team, cell in cells.items()
        ],
    )


def _ownership(item: QuestionComparison) -> Tree:
    question = item.question
    if question.kind is not Kind.OWNERSHIP:
        return {}
    documented = question.documented_now.owner if question.documented_now else None
    return present(
        phase=question.phase,
        standing=question.standing.value,
        suggested=question.suggested,
        documented=documented.value if documented else None,
        pattern=item.claims.pattern.value if item.claims and len(item.claims.named) > 1 else None,
        named={team: list(owners) for team, owners in item.claims.named.items()} if item.claims else None,
        boundary=item.boundary.kind.value if item.boundary else None,
    )


def _offered(item: QuestionComparison) -> Tree | None:
    offered = item.question.offered
    if offered is None:
        return None
    return present(default=offered.default, most=offered.most, price=offered.price, sources=list(offered.sources))


def _bases(questionnaire: Questionnaire, item: QuestionComparison) -> Tree | None:
    if not item.bases:
        return None
    keys = [option.key for option in questionnaire.scale_by_id["basis"].options]
    return {
        team: {key: count for key, count in zip(keys, row, strict=True) if count} for team, row in item.bases.items()
    }


def _finding(comparison: Comparison, finding: Finding) -> Tree:
    return present(
        kind=finding.kind.value,
        question=finding.question,
        facet=finding.facet.value if finding.facet else None,
        teams=list(finding.teams),
        owners=list(finding.owners) or None,
        other=finding.other,
        says=finding_sentence(comparison, finding),
    )


def _entry(comparison: Comparison, entry: AgendaEntry) -> Tree:
    question = comparison.questionnaire.question_by_id[entry.question]
    return present(
        question=entry.question,
        section=question.section,
        title=question.title,
        **{"class": entry.agenda_class.value},
        column=entry.column.value,
        impact=question.impact.value,
        reversible=question.reversible.value,
        findings=[finding.kind.value for finding in entry.findings],
        reason=" ".join(dict.fromkeys(finding_sentence(comparison, finding) for finding in entry.findings)),
        distance=number_or_none(entry.distance),
        gap=number_or_none(entry.gap),
        flags=entry.flags or None,
    )
