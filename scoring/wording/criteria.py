"""Where thresholds, owners and reasons come from, in plain sentences."""

from __future__ import annotations

from typing import Final

from scoring.comparison.compare import Comparison
from scoring.comparison.ownership import Owner
from scoring.comparison.thresholds import Origin, TeamThreshold, Threshold, own_value
from scoring.criteria.conflicts import broken_in
from scoring.criteria.criteria import Criterion
from scoring.wording.decisions import decided_limit
from scoring.wording.owners import owner_origin
from scoring.wording.quantities import conflict
from scoring.wording.words import counted, listed

_ORIGINS: Final = {
    Origin.AGREED: "agreed: {every} give this value",
    Origin.STRICTEST: "the strictest of the teams' values",
    Origin.NOT_AGREED: "the default until the teams agree, for no value is the strict one",
    Origin.LIMIT: "the documented limit: the strictest value that a team gives is more than the service can promise",
    Origin.ONE_TEAM: "only one team gives a value",
    Origin.DEFAULT_DOCUMENTED: "the documented objective of the service; no team gave a value",
    Origin.DEFAULT_OURS: "our suggestion, for want of a published figure: please confirm",
}


def threshold_sentence(comparison: Comparison, threshold: Threshold) -> str:
    """Where a threshold comes from, with every team's own value beside it."""
    item = comparison.question(threshold.question) if threshold.question else None
    spoke = sum(1 for entry in item.facets[0].teams if entry.distribution.said) if item else 0
    text = _origin(comparison, threshold, counted(len(threshold.teams), spoke))
    if threshold.teams:
        mark = ":" if threshold.origin is Origin.DECIDED else "."
        text += f"{mark} {'; '.join(_own(comparison, threshold, team) for team in threshold.teams)}"
    if threshold.far_apart:
        text += f". The teams are far apart on this: see {_list(comparison, threshold)}"
    for others in threshold.infeasible_with:
        titles = (comparison.questionnaire.question_by_id[other].title for other in others)
        named = listed(f"“{title}”" for title in titles)
        text += f". Not settled yet: it cannot hold together with {named}, see {_list(comparison, threshold)}"
    return f"{text[0].upper()}{text[1:]}."


def _list(comparison: Comparison, threshold: Threshold) -> str:
    """Where the question that sets it stands: on the agenda, unless the room has parked it."""
    is_parked = threshold.question is not None and comparison.settled.is_parked(threshold.question)
    return "what is parked" if is_parked else "the agenda"


def _origin(comparison: Comparison, threshold: Threshold, every: str) -> str:
    """How it came about, up to where the teams' own values follow."""
    if threshold.origin is Origin.DECIDED and threshold.question is not None:
        said = decided_limit(comparison, threshold.question)
        return f"{said}. The teams answered" if threshold.teams else said
    if threshold.origin is Origin.DEFAULT_DOCUMENTED and threshold.question is None:
        return "documented by the sources named below"
    return _ORIGINS[threshold.origin].format(every=every)


def _own(comparison: Comparison, threshold: Threshold, team: TeamThreshold) -> str:
    """A team's own value, and what to know about it."""
    assert threshold.question is not None
    asked = comparison.questionnaire.question_by_id[threshold.question]
    said = f"{comparison.label(team.team)} {own_value(comparison.questionnaire.scale_by_id[asked.scale], team)}"
    beyond = "" if team.reachable else "stricter than documented as possible"
    if team.is_torn:
        if asked.agreement_only:
            return f"{said} (no common position)"
        counts = f"no common position; {team.label} counts, the stricter of its middle answers"
        return f"{said} ({counts}{f'; {beyond}' if beyond else ''})"
    return f"{said} ({beyond})" if beyond else said


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


def conflict_sentences(comparison: Comparison, criterion: Criterion) -> list[str]:
    """Why the limits of a criterion and of others exclude each other, a sentence for each contradiction between them:
    the same for all that are in one conflict. Empty where there is none."""
    if not criterion.conflict:
        return []
    rules = {rule.id: rule.threshold.question for rule in comparison.questionnaire.candidates}
    asked = {rules[name.partition(".")[0]] for name in criterion.conflict}
    return [conflict(comparison, one) for one in broken_in(comparison) if len(asked.intersection(one.questions)) > 1]


def page_sentence(comparison: Comparison, criterion: Criterion) -> str | None:
    """What writes the page that its evidence asks for; None without one, and before anything is decided."""
    if not criterion.candidate.agreement or not comparison.settled.decisions:
        return None
    return "“maturity agreement” writes what was decided of it on a page to sign."
