"""Whether decisions fit a questionnaire: which can be used, which are refused, and which are of another version.

One decision that cannot hold leaves the others as they are: each is refused by itself, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from questionnaires.decisions import Decision, Decisions, Status, decisions_in
from questionnaires.faults import Fault, summed
from questionnaires.model import Questionnaire
from questionnaires.outcomes_fit import a_kind, unfit
from questionnaires.question import Question
from questionnaires.scale import Scale
from questionnaires.words import Facet, Kind, Level

_Said = tuple[str, str]
"""A key below the decision, and a sentence."""

_SETTLES: Final[dict[Kind, tuple[Facet, ...]]] = {
    Kind.OWNERSHIP: (Facet.OWNER,),
    Kind.CONTROL: (Facet.NEEDED,),
    Kind.POSITION: (Facet.POSITION,),
    Kind.TRAJECTORY: (Facet.TODAY, Facet.IN_12_MONTHS, Facet.IN_24_MONTHS),
    Kind.PREREQUISITE: (Facet.STATUS,),
}
"""What of a question can be decided. What is wanted is nobody's to settle but those who want it."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """What one file gives: the decisions that can be used, under today's ids and each with its facet; why others are
    refused; which belong to another questionnaire or version, and are listed; and all these as they stand there."""

    decisions: Decisions
    faults: tuple[Fault, ...] = ()
    skipped: tuple[Fault, ...] = ()
    refused: tuple[Decision, ...] = ()


def settles(question: Question) -> tuple[Facet, ...]:
    """The facets of a question that can be decided."""
    return _SETTLES[question.kind]


def admit_decisions(document: dict[str, Any], name: str, questionnaire: Questionnaire) -> Admitted:
    """The decisions in a parsed document. Raises InvalidFile with all faults where it is no sound file by itself."""
    decisions = decisions_in(document, name)
    other = decisions.questionnaire.id
    if other != questionnaire.head.id:
        sentence = f'is "{other}", another questionnaire; its decisions were left out'
        nothing = decisions.model_copy(update={"decision": (), "plan": ()})
        return Admitted(nothing, skipped=(Fault(name, "questionnaire.id", sentence),))
    is_same = decisions.questionnaire.fingerprint == questionnaire.fingerprint
    used: list[Decision] = []
    refused: list[Decision] = []
    faults: list[Fault] = []
    skipped: list[Fault] = []
    for place, decision in enumerate(decisions.decision):
        key = f"decision[{place}]"
        question = questionnaire.question_by_id.get(questionnaire.renamed.get(decision.question, decision.question))
        if not is_same and (foreign := _foreign(decision, question, questionnaire)):
            skipped.append(Fault(name, key, foreign))
            refused.append(decision)
            continue
        wrong = [Fault(name, f"{key}.{below}", says) for below, says in _misfits(decision, question, questionnaire)]
        faults += wrong
        if not wrong and question is not None:
            facet = decision.facet or settles(question)[0]
            used.append(decision.model_copy(update={"question": question.id, "facet": facet}))
        else:
            refused.append(decision)
    kept = decisions.model_copy(update={"decision": tuple(used)})
    return Admitted(kept, tuple(summed(faults)), tuple(summed(skipped)), tuple(refused))


def refusals(decision: Decision, questionnaire: Questionnaire) -> tuple[str, ...]:
    """Why a decision cannot be used, each in a sentence without its point; empty where it can."""
    return tuple(f"{fault.key} {fault.message}" for fault in misfits_of(decision, "", questionnaire))


def misfits_of(decision: Decision, name: str, questionnaire: Questionnaire) -> Iterator[Fault]:
    """The same with the key of each; nothing where it can be used."""
    question = questionnaire.question_by_id.get(questionnaire.renamed.get(decision.question, decision.question))
    for key, says in _misfits(decision, question, questionnaire):
        yield Fault(name, key, says)


def _foreign(decision: Decision, question: Question | None, questionnaire: Questionnaire) -> str:
    """Why a decision of another version says nothing here; "" where it does."""
    if question is None:
        return f'settles "{decision.question}" of another version of the questionnaire; it was left out'
    if decision.scale is None and decision.outcome is not None:
        today = questionnaire.scale_by_id[question.scale].meaning
        return (
            "is of another version of the questionnaire and says no scale; it was left out: where the options still "
            f'mean the same, add scale = "{today}"'
        )
    return ""


def _misfits(decision: Decision, question: Question | None, questionnaire: Questionnaire) -> Iterator[_Said]:
    if question is None:
        yield "question", f'is "{decision.question}", which is not a question of this questionnaire'
        return
    allowed = settles(question)
    if decision.facet is None and len(allowed) > 1:
        yield "facet", f"is missing; say which stage it settles: {', '.join(allowed)}"
    elif decision.facet is not None and decision.facet not in allowed:
        yield "facet", f'is "{decision.facet}"; {a_kind(question)} question is decided on {", ".join(allowed)}'
    yield from _unknown_names(decision, questionnaire)
    scale = questionnaire.scale_by_id[question.scale]
    if decision.scale is not None and decision.scale != scale.meaning:
        yield "scale", "is another than today's: its options have changed their meaning; decide it again"
        return
    yield from _miscounted(decision, scale)
    if decision.outcome is not None and decision.status is not Status.SUPERSEDED:
        found = unfit(decision, decision.outcome, question, questionnaire)
        yield from ((f"outcome.{key}", says) for key, says in found)


def _unknown_names(decision: Decision, questionnaire: Questionnaire) -> Iterator[_Said]:
    teams = questionnaire.team_by_id
    named = [(f"agreed_by[{place}]", team) for place, team in enumerate(decision.agreed_by)]
    named += [(f"objected_by[{place}].team", one.team) for place, one in enumerate(decision.objected_by)]
    named += [(f"before.{team}", team) for team in decision.before]
    if decision.outcome is not None and decision.outcome.tested_by is not None:
        named.append(("outcome.tested_by", decision.outcome.tested_by))
    for key, team in named:
        if team not in teams:
            yield key, f'is "{team}", no team of this questionnaire; its teams are {", ".join(teams)}'
    rules = {candidate.id for candidate in questionnaire.candidates} if decision.confirmed_by else ()
    for place, criterion in enumerate(decision.confirmed_by):
        if criterion.partition(".")[0] not in rules:
            yield f"confirmed_by[{place}]", f'is "{criterion}", no criterion of this questionnaire'


def _miscounted(decision: Decision, scale: Scale) -> Iterator[_Said]:
    for team, counts in decision.before.items():
        if len(counts) != len(scale.options):
            yield f"before.{team}", f"has {len(counts)} numbers; the scale has {len(scale.options)} options"


def choice_of(decision: Decision, scale: Scale) -> int | None:
    """The place of what was decided on its scale; None where it lies between two options, and of what is parked."""
    outcome = decision.outcome
    if outcome is None:
        return None
    if outcome.option is not None:
        return outcome.option
    if outcome.value is not None:
        values = [option.value for option in scale.options]
        return values.index(outcome.value) if outcome.value in values else None
    key = outcome.owner or outcome.status
    return scale.index(key) if key is not None and scale.level is not Level.ORDINAL else None
