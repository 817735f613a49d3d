"""What was decided, by whom and when, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from questionnaires import Questionnaire, Scale
from questionnaires.decisions import Control, Decision, Outcome, Status
from questionnaires.words import Facet
from scoring.comparison.compare import Comparison
from scoring.criteria.room import Otherwise
from scoring.wording.words import FACET_WORDS, counted, listed, steps

_CONTROL: Final = {
    Control.KEPT: "this level is kept",
    Control.GIVEN_UP: "the rest was given up",
    Control.COVERED: "covered by another safeguard",
}

NO_REASON: Final = "without a reason given"
_MOST_NAMED: Final = 5
"""Entries in one sentence."""
_STAGES: Final = (Facet.TODAY, Facet.IN_12_MONTHS, Facet.IN_24_MONTHS)


def outcome_words(questionnaire: Questionnaire, decision: Decision) -> str:
    """What was settled in a few words: `Endpoint, deputy Operations`, `4 hours`, `parked`."""
    if decision.status in (Status.PARKED, Status.SUPERSEDED) or decision.outcome is None:
        return decision.status.value
    outcome = decision.outcome
    scale = questionnaire.scale_by_id[questionnaire.question_by_id[decision.question].scale]
    said = _chosen(outcome, scale)
    if outcome.deputy is not None:
        said += f", deputy {_label(scale, outcome.deputy)}"
    if decision.facet in _STAGES:
        said = f"{FACET_WORDS[decision.facet]}: {said}"
    if outcome.by is not None:
        said += f", by {outcome.by}"
    if outcome.control is not None:
        said += f" ({_CONTROL[outcome.control]})"
    return said


def _chosen(outcome: Outcome, scale: Scale) -> str:
    if outcome.option is not None:
        return scale.options[outcome.option].label
    if outcome.value is not None:
        return f"{outcome.value.normalize():f} {scale.unit}"
    return _label(scale, outcome.owner or outcome.status or "")


def _label(scale: Scale, key: str) -> str:
    return next((option.label for option in scale.options if option.key == key), key)


def decision_sentence(questionnaire: Questionnaire, decision: Decision) -> str:
    """A decision in sentences: when, by whom, what, why, and who objected.

    `Decided on 2026-11-27 by Anna Berg: Endpoint, deputy Operations. Security objected: no rota at night.`
    """
    return _sentence(questionnaire, decision, _what(questionnaire, decision))


def decisions_said(questionnaire: Questionnaire, decisions: Iterable[Decision]) -> str:
    """Several of them in sentences: what was said in one go, as of the stages of a shift, after one date and name.

    `Decided on 2026-11-27 by Anna Berg: today: Ask us; in 12 months: They inform us, by 2027-11-27.`
    """
    groups: dict[str, list[Decision]] = {}
    for one in decisions:
        # Alike in all but what was settled.
        groups.setdefault(_sentence(questionnaire, one, ""), []).append(one)
    return " ".join(
        _sentence(questionnaire, some[0], "; ".join(_what(questionnaire, one) for one in some))
        for some in groups.values()
    )


def _sentence(questionnaire: Questionnaire, decision: Decision, what: str) -> str:
    """When, by whom, `what`, why, and who objected."""
    said = f"{provenance(decision)}: {what}."
    if decision.because is not None:
        said += f" Why: {_ended(decision.because)}"
    names = {one.team: questionnaire.team_by_id[one.team].label for one in decision.objected_by}
    for objection in decision.objected_by:
        if objection.reason is not None:
            said += f" {names[objection.team]} objected: {_ended(objection.reason)}"
    if unsaid := [names[one.team] for one in decision.objected_by if one.reason is None]:
        said += f" {listed(unsaid)} objected, {NO_REASON}."
    return said


def told_in(comparison: Comparison, decision: Decision) -> str:
    """The same beside the answers of a round; also that it rests on those of a later one, where it does.

    A decision stands whichever round is looked at: what was settled stays settled.
    """
    said = decision_sentence(comparison.questionnaire, decision)
    if decision.round <= comparison.round:
        return said
    return f"{said} That rests on the answers of round {decision.round}, a later one."


def wanted_beside(comparison: Comparison, decision: Decision) -> str:
    """That the teams want different levels although one was decided; it tells of positions, so that nobody who is to
    answer first, or has not revealed anything, may see it. Empty of all else."""
    item = comparison.question(decision.question)
    if item is None or decision.facet is not Facet.NEEDED or decision.status is not Status.DECIDED:
        return ""
    return next((wanted_sentence(one.gap) for one in item.facets if one.facet is Facet.WANTED), "")


def wanted_sentence(gap: Fraction | float | None) -> str:
    """Beside a level of control that was decided: that the teams want different ones all the same, as only they can
    settle that; empty where they are within a step."""
    if gap is None or gap <= 1:
        return ""
    return f"What the teams want stays {steps(Fraction(gap))} apart; what is needed was decided."


def _ended(text: str) -> str:
    """What somebody wrote, with the end that a sentence needs."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def provenance(decision: Decision) -> str:
    """When it was settled, and by whom: `Decided on 2026-11-27 by Anna Berg`."""
    by = f" by {decision.decider}" if decision.decider else ""
    return f"{decision.status.value.capitalize()} on {decision.decided}{by}"


def _what(questionnaire: Questionnaire, decision: Decision) -> str:
    if decision.next_step is not None and decision.status is Status.PARKED:
        step = decision.next_step
        return f"{step.what.rstrip('.')} – {step.owner}, by {decision.due}"
    said = outcome_words(questionnaire, decision)
    if decision.outcome is not None and decision.outcome.safeguard is not None:
        team = questionnaire.team_by_id.get(decision.outcome.tested_by or "")
        said += f": {decision.outcome.safeguard.rstrip('.')}{f', to be tested by {team.label}' if team else ''}"
    return said


def clash_sentence(questionnaire: Questionnaire, entries: Sequence[Decision]) -> str:
    """That entries which all stand on one thing exclude each other; a single one is in a circle with what it replaces.

    `Decisions at odds on “Soak”: 4 days by Bea Ohm and 7 days by Cy Dorn; none of them counts until one is decided in
    their place.`
    """
    told = list(dict.fromkeys(_by_whom(questionnaire, one) for one in entries))
    more = [f"{len(told) - _MOST_NAMED} more"] if len(told) > _MOST_NAMED else []
    said = listed([*told[:_MOST_NAMED], *more])
    if len(entries) == 1:
        said += ", in a circle of entries that replace each other"
    elif len(told) == 1:
        said += f", in {len(entries)} entries that differ in the rest"
    title = questionnaire.question_by_id[entries[0].question].title
    return f"Decisions at odds on “{title}”: {said}; none of them counts until one is decided in their place."


def _by_whom(questionnaire: Questionnaire, one: Decision) -> str:
    said = outcome_words(questionnaire, one)
    status = " (proposed)" if one.status is Status.PROPOSED else ""
    return f"{said}{status}{f' by {one.decider}' if one.decider else ''}"


def otherwise_sentence(comparison: Comparison, decision: Decision, found: Otherwise) -> str:
    """Who answers otherwise since, and who did so before it was decided; empty where nobody does.

    `Decided on 2026-11-27; in round 2, 3 of 4 teams answer otherwise: Endpoint, Operations and Security; Security as
    before.`
    """
    if not found.teams:
        return ""
    teams, same = (listed(comparison.label(team) for team in some) for some in (found.teams, found.as_before))
    how_many = counted(len(found.teams), found.answered)
    verb = "answers otherwise" if len(found.teams) == 1 else "answer otherwise"
    if not same:
        said = f"now {verb}: {teams}"
    elif found.as_before == found.teams:
        said = f"{verb}, as {'it' if len(found.teams) == 1 else 'they'} did before: {teams}"
    else:
        said = f"{verb}: {teams}; {same} as before"
    return f"Decided on {decision.decided}; in round {comparison.round}, {how_many} {said}."


def decided_limit(comparison: Comparison, question: str) -> str:
    """Where a decided limit comes from, without the end of its sentence: `decided on 2026-11-27 by Anna Berg`."""
    found = comparison.settled.decided(question, Facet.POSITION)
    return f"{_told(found)}{_objected(comparison, found)}" if found else "decided"


def decided_owner(comparison: Comparison, task: str, named: str) -> str:
    """Where a decided owner comes from, without the end of its sentence; `named` is the task in words.

    `decided on 2026-11-27 by Anna Berg, for “Pausing”; Security objected; the deputy is Endpoint`
    """
    found = comparison.settled.owner(task)
    if found is None:
        return f"decided, for {named}"
    said = f"{_told(found)}, for {named}{_objected(comparison, found)}"
    deputy = found.outcome.deputy if found.outcome else None
    if deputy is None:
        return f"{said}; no deputy is named"
    questionnaire = comparison.questionnaire
    scale = questionnaire.scale_by_id[questionnaire.question_by_id[task].scale]
    return f"{said}; the deputy is {_label(scale, deputy)}"


def _told(decision: Decision) -> str:
    said = provenance(decision)
    return f"{said[0].lower()}{said[1:]}"


def _objected(comparison: Comparison, decision: Decision) -> str:
    """Who did not agree, after the rest; empty where nobody objected."""
    teams = [comparison.label(one.team) for one in decision.objected_by]
    return f"; {listed(teams)} objected" if teams else ""


def elsewhere_sentence(comparison: Comparison, others: Iterable[str]) -> str:
    """That limits which exclude each other by the answers can both hold by now; empty where nothing was decided.

    `With what was decided on “Days until the last ring is done”, the limits can hold together.`
    """
    titles = [f"“{comparison.questionnaire.question_by_id[other].title}”" for other in others]
    return f"With what was decided on {listed(titles)}, the limits can hold together." if titles else ""
