"""Findings with their sentences, and the entries of the agenda."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from maturity.results.findings import (
    AgendaEntry,
    Finding,
    FindingChange,
    FindingMargin,
    LeverageResults,
    MinorityResults,
    ToAsk,
)
from maturity.results.made import made_of
from maturity.results.values import Absence, rounded, rounded_if_any
from questionnaires import Scale
from questionnaires.decisions import Status
from questionnaires.words import Facet, FindingKind
from scoring import Comparison
from scoring import Finding as FindingFound
from scoring.comparison.agenda import AgendaEntry as Entry
from scoring.comparison.minority import minority
from scoring.comparison.questions import QuestionComparison
from scoring.conventions import evidence
from scoring.criteria.findings_now import excluded_now
from scoring.criteria.leverage import Leverage
from scoring.criteria.room import RoomState, decided_elsewhere, room_state
from scoring.firmness.missing import Missing
from scoring.fragility.changes import Change
from scoring.fragility.findings import Flips
from scoring.fragility.fragile import Fragile
from scoring.fragility.margins import Margins
from scoring.wording.changes import (
    answers_sentence,
    flip_sentence,
    flip_sentences,
    margin_sentence,
    margin_sentences,
    pooled_sentence,
)
from scoring.wording.decisions import elsewhere_sentence, told_in, wanted_beside
from scoring.wording.findings import finding_sentence
from scoring.wording.firmness import leverage_sentence, missing_sentence


def finding_results(comparison: Comparison, fragile: Fragile, finding: FindingFound) -> Finding:
    """A finding with its sentence, and what would end it."""
    return Finding(
        kind=finding.kind,
        question=finding.question,
        facet=finding.facet,
        teams=finding.teams,
        owners=finding.owners,
        other=finding.others[0] if len(finding.others) == 1 else None,
        others=finding.others if len(finding.others) > 1 else (),
        says=finding_sentence(comparison, finding),
        fragile=_change(comparison, fragile.flips, finding),
        if_known=_change(comparison, fragile.known, finding),
        margin=_margin(comparison, fragile.margins, finding),
        settled=settled_on(comparison, finding.question),
    )


def settled_on(comparison: Comparison, question: str) -> dt.date | None:
    """The day on which a question was settled, here or on another limit, of several decisions the last; None while
    anything of it is open."""
    item = comparison.question(question)
    if item is None or not comparison.settled.decisions:
        return None
    excluded = excluded_now(comparison)
    if room_state(comparison, item, excluded) is not RoomState.SETTLED:
        return None
    names = (
        (question,) if comparison.settled.is_any_decided(question) else decided_elsewhere(comparison, item, excluded)
    )
    made = [one for name in names for one in comparison.settled.on(name) if one.status is Status.DECIDED]
    return max((one.decided for one in made), default=None)


def _decision_says(comparison: Comparison, item: QuestionComparison) -> str | None:
    """What was decided here, and what a decision elsewhere does to it."""
    if not comparison.settled.decisions:
        return None
    stand = comparison.settled.on(item.question.id)
    said = [part for one in stand for part in (told_in(comparison, one), wanted_beside(comparison, one))]
    others = decided_elsewhere(comparison, item, excluded_now(comparison))
    return " ".join(filter(None, [*said, elsewhere_sentence(comparison, others)])) or None


def _change(comparison: Comparison, flips: Flips, finding: FindingFound) -> FindingChange | None:
    """The one answer that would end a finding, if there is one."""
    flip = flips.get(finding)
    if flip is None:
        return None
    return FindingChange(
        **one_answer(flip.change),
        becomes=flip.becomes,
        also=flip.also,
        tears=True if flip.tears else None,
        says=flip_sentence(comparison, flips, finding),
    )


def _margin(comparison: Comparison, margins: Margins, finding: FindingFound) -> FindingMargin | None:
    """The fewest answers of one team that would calm a finding, where a step of one does not."""
    margin = margins.get(finding)
    if margin is None:
        return None
    return FindingMargin(
        question=finding.question,
        facet=margin.change.facet,
        team=margin.change.team,
        moved=margin.moved,
        after=margin.change.after,
        answers=margin.change.answers,
        becomes=margin.becomes,
        says=margin_sentence(comparison, margin, finding),
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
    before: int | None
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


def agenda_entry(comparison: Comparison, fragile: Fragile, entry: Entry, hanging: Leverage) -> AgendaEntry:
    """A line of the agenda, with the reason why it stands there, what hangs on it and what would change it."""
    question = comparison.questionnaire.question_by_id[entry.question]
    item = comparison.question(entry.question)
    assert item is not None
    worst = item.worst
    return made_of(
        AgendaEntry,
        {
            "question": entry.question,
            "section": question.section,
            "title": question.title,
            "class": entry.agenda_class,
            "column": entry.column,
            "impact": question.impact,
            "reversible": question.reversible,
            "findings": tuple(finding.kind for finding in entry.findings),
            "reason": _reason(comparison, entry, item),
            "fragile": flip_sentences(comparison, fragile.flips, entry.findings) or None,
            "if_known": flip_sentences(comparison, fragile.known, entry.findings) or None,
            "margin": margin_sentences(comparison, fragile.margins, entry.findings) or None,
            "pooled": (pooled_sentence(comparison, worst) or None) if worst else None,
            "answers": answers_sentence(item),
            "evidence": evidence(item.fewest),
            "distance": rounded_if_any(entry.distance),
            "gap": rounded_if_any(entry.gap),
            "flags": entry.flags,
            "flagged_by": tuple(comparison.label(team) for team in item.flags),
            "leverage": _leverage_results(hanging),
            "leverage_says": leverage_sentence(hanging),
            "decision_says": _decision_says(comparison, item),
        },
    )


def _reason(comparison: Comparison, entry: Entry, item: QuestionComparison) -> str:
    """What put it there; and that the offer is not known, also where that alone would not: it has to be found out
    before anything can be settled."""
    unknown = [finding for finding in item.findings if finding.kind is FindingKind.OFFER_UNKNOWN]
    told = (*entry.findings, *unknown)
    return " ".join(dict.fromkeys(finding_sentence(comparison, finding) for finding in told))


def _leverage_results(hanging: Leverage) -> LeverageResults:
    pilot_musts, musts, others = hanging.weight
    return LeverageResults(
        owner=len(hanging.owner),
        threshold=len(hanging.threshold),
        trigger=len(hanging.trigger),
        counted=len(hanging.counted),
        pilot_musts=pilot_musts,
        musts=musts,
        others=others,
    )


def to_ask(comparison: Comparison, missing: Missing) -> ToAsk:
    """A missing answer, with whom to ask for it."""
    return ToAsk(
        team=missing.team,
        question=missing.question,
        facet=missing.facet,
        mean=rounded(missing.mean),
        changes=missing.changes,
        unheard=not missing.is_heard,
        says=missing_sentence(comparison, missing),
    )
