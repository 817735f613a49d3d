"""Where thresholds, owners and reasons come from, in plain sentences."""

from __future__ import annotations

from typing import Final

from scoring.comparison.compare import Comparison
from scoring.comparison.ownership import Owner
from scoring.comparison.thresholds import Origin, Threshold
from scoring.criteria.criteria import Criterion
from scoring.wording.owners import owner_origin

_ORIGINS: Final = {
    Origin.AGREED: "agreed: all teams with a common position give this value",
    Origin.STRICTEST: "the strictest of the teams' values that the service's documented limits allow",
    Origin.LIMIT: "the documented limit: every team asks for more than the service can do",
    Origin.ONE_TEAM: "only one team has a common position on it",
    Origin.DEFAULT_DOCUMENTED: "the documented objective of the service; the teams gave no other value",
    Origin.DEFAULT_OURS: "our suggestion, for want of a published figure: please confirm",
}


def threshold_sentence(comparison: Comparison, threshold: Threshold) -> str:
    """Where a threshold comes from, with every team's own value beside it."""
    text = _ORIGINS[threshold.origin]
    if threshold.origin is Origin.DEFAULT_DOCUMENTED and threshold.question is None:
        text = "documented by the sources named below"
    own = [
        f"{comparison.label(team.team)} {team.label}"
        + ("" if team.used else " (no common position, not used)")
        + ("" if team.reachable else " (stricter than documented as possible)")
        for team in threshold.teams
    ]
    if own:
        text += f". {'; '.join(own)}"
    if threshold.far_apart:
        text += ". The teams are far apart on this: see the agenda"
    for other in threshold.infeasible_with:
        title = comparison.questionnaire.question_by_id[other].title
        text += f". Not settled yet: it cannot hold together with “{title}”, see the agenda"
    return f"{text[0].upper()}{text[1:]}."


def owner_sentence(comparison: Comparison, owner: Owner) -> str:
    """Where an owner comes from; empty for a role, which the catalogue names."""
    if owner.task is None:
        return ""
    title = comparison.questionnaire.question_by_id[owner.task].title
    text = owner_origin(comparison, owner, f"“{title}”")
    return f"{text[0].upper()}{text[1:]}."


def because_sentences(comparison: Comparison, criterion: Criterion) -> list[str]:
    """The answers behind a criterion, a line for each question: `title: Team: answer; …`."""
    lines: dict[str, list[str]] = {}
    for reason in criterion.because:
        lines.setdefault(reason.question, []).append(f"{comparison.label(reason.team)}: {reason.answer}")
    titles = comparison.questionnaire.question_by_id
    return [f"{titles[question].title} – {'; '.join(answers)}" for question, answers in lines.items()]
