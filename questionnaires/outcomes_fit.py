"""Whether what was settled can be: what an outcome has that its kind of question does not, what it lacks, and what
goes beyond what is documented, each in a sentence with its key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from questionnaires.decisions import Control, Decision, Outcome
from questionnaires.model import Questionnaire
from questionnaires.question import Question
from questionnaires.scale import Scale
from questionnaires.words import Direction, DocumentedOwner, Facet, Kind, Means

_Said = tuple[str, str]
"""A key of the outcome, and a sentence."""

_KEYS: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.OWNERSHIP: ("owner", "deputy"),
    Kind.CONTROL: ("option", "control", "safeguard", "tested_by"),
    Kind.POSITION: ("option", "value"),
    Kind.TRAJECTORY: ("option", "by"),
    Kind.PREREQUISITE: ("status",),
}


def unfit(decision: Decision, outcome: Outcome, question: Question, questionnaire: Questionnaire) -> Iterator[_Said]:
    """What an outcome has that its kind of question does not, what it lacks, and what cannot be."""
    allowed = _KEYS[question.kind]
    given = [key for key in Outcome.model_fields if getattr(outcome, key) is not None]
    for key in given:
        if key not in allowed:
            yield key, f"does not belong to {a_kind(question)} question; it has {', '.join(allowed)}"
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


def a_kind(question: Question) -> str:
    """`an ownership`, `a control`: its kind, with the article."""
    return f"{'an' if question.kind is Kind.OWNERSHIP else 'a'} {question.kind}"


def _source(questionnaire: Questionnaire, keys: tuple[str, ...]) -> str:
    """The first page that says so, with its date."""
    source = questionnaire.source_by_id[keys[0]]
    return f"{source.title}, {source.dated}" if source.dated else source.title
