"""Findings with their sentences, and the entries of the agenda."""

from __future__ import annotations

from typing import TypedDict

from maturity.results.findings import AgendaEntry, Finding, FindingChange, MinorityResults
from maturity.results.values import Absence, rounded_if_any
from questionnaires import Scale
from questionnaires.words import Facet
from scoring import Comparison
from scoring import Finding as FindingFound
from scoring.comparison.agenda import AgendaEntry as Entry
from scoring.comparison.minority import minority
from scoring.comparison.questions import QuestionComparison
from scoring.conventions import evidence
from scoring.fragility.changes import Change
from scoring.fragility.findings import Flips
from scoring.wording.changes import answers_sentence, flip_sentence, flip_sentences, pooled_sentence
from scoring.wording.findings import finding_sentence


def finding_results(comparison: Comparison, flips: Flips, finding: FindingFound) -> Finding:
    """A finding with its sentence, and the one answer that would end it, if there is one."""
    flip = flips.get(finding)
    return Finding(
        kind=finding.kind,
        question=finding.question,
        facet=finding.facet,
        teams=finding.teams,
        owners=finding.owners,
        other=finding.other,
        says=finding_sentence(comparison, finding),
        fragile=FindingChange(
            **one_answer(flip.change),
            becomes=flip.becomes,
            also=flip.also,
            says=flip_sentence(comparison, flips, finding),
        )
        if flip
        else None,
    )


def minority_results(scale: Scale, item: QuestionComparison) -> MinorityResults | None:
    """The people who do not name the one owner that the claim pattern is about; of one team there is no pattern."""
    if item.claims is None or len(item.claims.named) < 2:
        return None
    few = minority(scale, item.claims, item.cells[Facet.OWNER])
    return MinorityResults(people=few.people, of=few.answers) if few else None


def absent_owners(item: QuestionComparison) -> dict[str, Absence]:
    """Why the owners that a claim pattern is about have no answer; those that have one are left out."""
    if item.claims is None or len(item.claims.named) < 2:
        return {}
    return {owner: item.claims.absent[owner] for owner in item.claims.owners if owner in item.claims.absent}


class OneAnswerParts(TypedDict):
    """One answer changed, by the names that the models have for its parts."""

    question: str
    facet: Facet
    team: str
    before: int
    after: int
    answers: int


def one_answer(change: Change) -> OneAnswerParts:
    """One answer changed: options are places on the scale, from 0."""
    return {
        "question": change.question,
        "facet": change.facet,
        "team": change.team,
        "before": change.before,
        "after": change.after,
        "answers": change.answers,
    }


def agenda_entry(comparison: Comparison, flips: Flips, entry: Entry) -> AgendaEntry:
    """A line of the agenda, with the reason why it stands there and what would change it."""
    question = comparison.questionnaire.question_by_id[entry.question]
    item = comparison.question(entry.question)
    assert item is not None
    worst = item.worst
    return AgendaEntry.model_validate(
        {
            "question": entry.question,
            "section": question.section,
            "title": question.title,
            "class": entry.agenda_class,
            "column": entry.column,
            "impact": question.impact,
            "reversible": question.reversible,
            "findings": [finding.kind for finding in entry.findings],
            "reason": " ".join(dict.fromkeys(finding_sentence(comparison, finding) for finding in entry.findings)),
            "fragile": flip_sentences(comparison, flips, entry.findings) or None,
            "pooled": (pooled_sentence(comparison, worst) or None) if worst else None,
            "answers": answers_sentence(item),
            "evidence": evidence(item.fewest),
            "distance": rounded_if_any(entry.distance),
            "gap": rounded_if_any(entry.gap),
            "flags": entry.flags,
            "flagged_by": [comparison.label(team) for team in item.flags],
        }
    )
