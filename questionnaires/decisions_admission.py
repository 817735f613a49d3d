"""Whether decisions fit a questionnaire: which can be used, which are refused, and which are of another version.

One decision that cannot hold leaves the others as they are: each is refused by itself, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from questionnaires.decisions import Control, Decision, Decisions, Outcome, Status, decisions_in
from questionnaires.faults import Fault, summed
from questionnaires.model import Questionnaire
from questionnaires.question import Question
from questionnaires.scale import Scale
from questionnaires.words import Direction, DocumentedOwner, Facet, Kind, Level, Means

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

_KEYS: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.OWNERSHIP: ("owner", "deputy"),
    Kind.CONTROL: ("option", "control", "safeguard", "tested_by"),
    Kind.POSITION: ("option", "value"),
    Kind.TRAJECTORY: ("option", "by"),
    Kind.PREREQUISITE: ("status",),
}


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
        if not is_same and (foreign := _foreign(decision, question)):
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
    question = questionnaire.question_by_id.get(questionnaire.renamed.get(decision.question, decision.question))
    return tuple(f"{key} {says}" for key, says in _misfits(decision, question, questionnaire))


def _foreign(decision: Decision, question: Question | None) -> str:
    """Why a decision of another version says nothing here; "" where it does."""
    if question is None:
        return f'settles "{decision.question}" of another version of the questionnaire; it was left out'
    if decision.scale is None and decision.outcome is not None:
        return "is of another version of the questionnaire and says no scale; it was left out"
    return ""


def _misfits(decision: Decision, question: Question | None, questionnaire: Questionnaire) -> Iterator[_Said]:
    if question is None:
        yield "question", f'is "{decision.question}", which is not a question of this questionnaire'
        return
    allowed = settles(question)
    if decision.facet is None and len(allowed) > 1:
        yield "facet", f"is missing; say which stage it settles: {', '.join(allowed)}"
    elif decision.facet is not None and decision.facet not in allowed:
        yield "facet", f'is "{decision.facet}"; {_a(question)} question is decided on {", ".join(allowed)}'
    yield from _unknown_names(decision, questionnaire)
    scale = questionnaire.scale_by_id[question.scale]
    if decision.scale is not None and decision.scale != scale.meaning:
        yield "scale", "is another than today's: its options have changed their meaning; decide it again"
        return
    yield from _miscounted(decision, scale)
    if decision.outcome is not None and decision.status is not Status.SUPERSEDED:
        found = _unfit(decision, decision.outcome, question, questionnaire)
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
    rules = {candidate.id for candidate in questionnaire.candidates}
    for place, criterion in enumerate(decision.confirmed_by):
        if criterion.partition(".")[0] not in rules:
            yield f"confirmed_by[{place}]", f'is "{criterion}", no criterion of this questionnaire'


def _miscounted(decision: Decision, scale: Scale) -> Iterator[_Said]:
    for team, counts in decision.before.items():
        if len(counts) != len(scale.options):
            yield f"before.{team}", f"has {len(counts)} numbers; the scale has {len(scale.options)} options"


def _unfit(decision: Decision, outcome: Outcome, question: Question, questionnaire: Questionnaire) -> Iterator[_Said]:
    """What an outcome has that its kind of question does not, what it lacks, and what cannot be."""
    allowed = _KEYS[question.kind]
    given = [key for key in Outcome.model_fields if getattr(outcome, key) is not None]
    for key in given:
        if key not in allowed:
            yield key, f"does not belong to {_a(question)} question; it has {', '.join(allowed)}"
    scale = questionnaire.scale_by_id[question.scale]
    match question.kind:
        case Kind.OWNERSHIP:
            yield from _owner(outcome, question, scale, questionnaire)
        case Kind.PREREQUISITE:
            yield from _status(outcome, scale)
        case Kind.CONTROL:
            yield from _control(outcome, question, scale, questionnaire)
        case Kind.TRAJECTORY:
            yield from _stage(decision, outcome)
        case Kind.POSITION:
            yield from _position(outcome, question, scale, questionnaire)


def _status(outcome: Outcome, scale: Scale) -> Iterator[_Said]:
    if outcome.status is None or scale.index(outcome.status) is None:
        yield "status", f"must be one of {', '.join(option.key for option in scale.options)}"


def _stage(decision: Decision, outcome: Outcome) -> Iterator[_Said]:
    if outcome.option is None:
        yield "option", "is missing; say which stage it is, 0 to 5"
    if outcome.by is None and decision.facet in (Facet.IN_12_MONTHS, Facet.IN_24_MONTHS):
        yield "by", "is missing; say by which day the stage is reached"
    if outcome.by is not None and outcome.by < decision.decided:
        yield "by", f"is {outcome.by}, before it was decided on {decision.decided}; correct one of them"


def _owner(outcome: Outcome, question: Question, scale: Scale, questionnaire: Questionnaire) -> Iterator[_Said]:
    can = [option.key for option in scale.options if option.means in (Means.TEAM, Means.OUTSIDE)]
    if outcome.owner is None:
        yield "owner", "is missing; say which team owns it, or park it"
    elif scale.means.get(outcome.owner) is Means.SERVICE:
        if questionnaire.documented_owner(question) is not DocumentedOwner.SERVICE:
            page = question.documented_now
            fact = f" ({_source(questionnaire, (page.source,))})" if page else ""
            yield "owner", f"is the service, but no page says that the service does this{fact}; name one of your own"
    elif outcome.owner not in can:
        yield "owner", f'is "{outcome.owner}"; an owner is one of {", ".join(can)}; where there is none, park it'
    if outcome.deputy is not None and outcome.deputy not in can:
        yield "deputy", f'is "{outcome.deputy}"; a deputy is one of {", ".join(can)}'
    elif outcome.deputy is not None and outcome.deputy == outcome.owner:
        yield "deputy", "is the owner as well; name another, or leave it out"


def _position(outcome: Outcome, question: Question, scale: Scale, questionnaire: Questionnaire) -> Iterator[_Said]:
    if (outcome.option is None) == (outcome.value is None):
        yield "option", "give either an option, 0 to 5, or a value" if scale.is_quantity else "is missing; give 0 to 5"
        return
    values = [option.value for option in scale.options if option.value is not None]
    value = outcome.value
    if value is not None and not values:
        yield "value", "belongs to a limit; this scale is no quantity, give an option"
    elif value is not None and not min(values) <= value <= max(values):
        yield "value", f"is {value:f}; the scale goes from {min(values):f} to {max(values):f} {scale.unit}"
    elif question.limit is not None and _is_beyond(outcome, question.limit.option, scale):
        said = scale.options[outcome.option].label if outcome.option is not None else f"{value:f} {scale.unit}"
        reach = scale.options[question.limit.option].label
        fact = f"{question.limit.text.rstrip('.')} ({_source(questionnaire, question.limit.sources)})"
        key = "option" if value is None else "value"
        yield key, f"is {said}, stricter than the service can do: {reach}. {fact}"


def _is_beyond(outcome: Outcome, limit: int, scale: Scale) -> bool:
    if outcome.option is not None:
        return outcome.option > limit
    reach = scale.options[limit].value
    if outcome.value is None or reach is None:
        return False
    return outcome.value > reach if scale.stricter is Direction.AT_LEAST else outcome.value < reach


def _control(outcome: Outcome, question: Question, scale: Scale, questionnaire: Questionnaire) -> Iterator[_Said]:
    if outcome.option is None:
        yield "option", "is missing; say which level of control is agreed, 0 to 5"
    if outcome.control is None:
        yield "control", f"is missing; say whether it is {', '.join(Control)}"
    is_covered = outcome.control is Control.COVERED
    for key in ("safeguard", "tested_by"):
        if is_covered and getattr(outcome, key) is None:
            yield key, "is missing; what is covered needs a safeguard, and a team that tests it"
        elif not is_covered and getattr(outcome, key) is not None:
            yield key, 'belongs to what is covered; say control = "covered", or remove it'
    most = question.offered.most if question.offered else None
    if outcome.option is not None and not is_covered and most is not None and outcome.option > most:
        assert question.offered is not None
        fact = _source(questionnaire, question.offered.sources)
        yield (
            "option",
            f'is "{scale.options[outcome.option].label}", more than the service offers: "{scale.options[most].label}" '
            f'({fact}); agree on no more than that, or say what covers it with control = "covered"',
        )


def _a(question: Question) -> str:
    return f"{'an' if question.kind is Kind.OWNERSHIP else 'a'} {question.kind}"


def _source(questionnaire: Questionnaire, keys: tuple[str, ...]) -> str:
    """The first page that says so, with its date."""
    source = questionnaire.source_by_id[keys[0]]
    return f"{source.title}, {source.dated}" if source.dated else source.title


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
