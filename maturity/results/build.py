"""The results as one tree: what `export` writes, and what every text is rendered from.

Numbers are rounded to four digits and stand beside their counts; a figure that is not defined
has no key. The same comparison gives the same tree, whatever the order of the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from fractions import Fraction

import tomli_w

from maturity import __version__
from maturity.files.trees import Tree, number, number_or_none, present
from maturity.results.build_criteria import criterion_tree
from maturity.results.build_questions import entry_tree, finding_tree, question_tree
from questionnaires.words import ORDINAL_OPTIONS, SCHEMA, FileKind
from scoring import Comparison, Criterion, QuestionComparison
from scoring.comparison.agreement import agreement
from scoring.comparison.catalogue import agenda_rows
from scoring.comparison.sections import SectionSummary
from scoring.conventions import COMMON_POSITION, GAP_BANDS, TIGHT, Band
from scoring.fragility.criteria import criteria_fragility
from scoring.fragility.findings import Flips, fragility
from scoring.measures import Metric, chance_within


def results(
    comparison: Comparison, criteria: Iterable[Criterion], left_out: Iterable[str] = (), flips: Flips | None = None
) -> Tree:
    """Everything that one round shows, as plain tables, lists, texts and numbers. `left_out` names the unusable
    files. A `Round` adds what another round and the pilot's figures say, and hands in its `flips`."""
    flips = fragility(comparison) if flips is None else flips
    criteria = tuple(criteria)
    of_criteria = criteria_fragility(comparison, criteria)
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
            "files": sorted(left_out),
            "unknown": _sorted(comparison.unknown),
            "incomparable": _sorted(comparison.incomparable),
        },
        "flagged": list(agenda.flagged),
        "fragile": _fragile(comparison, flips),
        "chance": _chance(comparison),
        "team": [_team(comparison, team) for team in comparison.teams],
        "section": [_section(comparison, section) for section in comparison.sections],
        "question": [question_tree(comparison, flips, item) for item in comparison.questions],
        "agenda": [entry_tree(comparison, flips, entry) for entry in agenda.entries],
        "no_common_position": [finding_tree(comparison, flips, finding) for finding in agenda.no_common_position],
        "applicability_conflict": [finding_tree(comparison, flips, finding) for finding in agenda.applicability],
        "criterion": [criterion_tree(comparison, of_criteria, criterion) for criterion in criteria],
    }


def to_toml(tree: Tree) -> str:
    return tomli_w.dumps(tree)


def to_json(tree: Tree) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2, allow_nan=False, default=str) + "\n"


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def _conventions() -> Tree:
    return {
        "bands": {kind.value: f"gap of at most {largest} steps" for largest, kind in GAP_BANDS}
        | {Band.FAR_APART.value: f"gap of more than {GAP_BANDS[-1][0]} steps"},
        "tight_spread": number(TIGHT),
        "common_position_spread": number(COMMON_POSITION),
        "evidence": "1 answer single voice, 2 to 4 indicative, 5 to 9 fair, 10 and more good",
        "position": "the median; a team whose spread is above the limit has no common position and is not compared",
        "vote": "one team, one vote, however many respondents",
        "agenda": {kind.value: row.value for kind, row in agenda_rows().items()},
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


def _section(comparison: Comparison, summary: SectionSummary) -> Tree:
    return present(
        id=summary.section.id,
        title=summary.section.title,
        **{column.value: count for column, count in summary.columns.items()},
        comparable=summary.comparable,
        not_comparable=summary.not_comparable,
        median_gap=number_or_none(summary.median_gap),
        distance=[{"teams": list(pair), "points": number(mean)} for pair, mean in summary.distances.items()] or None,
        agreement=[
            present(
                metric=found.metric.value,
                items=found.items,
                alike=found.alike,
                plain=number(Fraction(found.alike, found.items)),
                alpha=number_or_none(found.alpha),
            )
            for metric in (Metric.ORDINAL, Metric.NOMINAL)
            if (found := agreement(_of_section(comparison, summary), metric))
        ]
        or None,
    )


def _of_section(comparison: Comparison, summary: SectionSummary) -> list[QuestionComparison]:
    return [item for item in comparison.questions if item.question.section == summary.section.id]


def _fragile(comparison: Comparison, flips: Flips) -> Tree:
    """How many findings, and how many entries of the agenda, one answer moved by one step would end."""
    entries = comparison.agenda.entries
    return {
        "findings": sum(len(item.findings) for item in comparison.questions),
        "fragile": len(flips),
        "agenda": len(entries),
        "agenda_fragile": sum(any(finding in flips for finding in entry.findings) for entry in entries),
    }


def _chance(comparison: Comparison) -> list[Tree]:
    """For as many single answers as there are teams: how likely chance alone puts them within a span."""
    teams = len(comparison.teams)
    return [
        {"answers": teams, "within": span, "chance": number(chance_within(teams, ORDINAL_OPTIONS, span))}
        for span in (1, 2)
        if teams >= 2
    ]
