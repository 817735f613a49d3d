"""Checks that the quantities of a questionnaire run one way, and that its own defaults can hold together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from questionnaires.model import Questionnaire
from questionnaires.parts import QuestionnairePart
from questionnaires.question import Contradiction
from questionnaires.scale import Scale
from questionnaires.words import Direction

_Unsound = tuple[QuestionnairePart, str, str]


def unsound_limits(questionnaire: Questionnaire) -> Iterator[_Unsound]:
    """Every quantity whose options are out of order, and every contradiction that is none or holds from the start."""
    for scale in questionnaire.scales:
        # Only values have an order that can be told without reading: of sentences nobody but people can say which is
        # the stricter one.
        if (place := scale.turning) is not None:
            yield scale, f"scale {scale.id}.{scale.options[place].key}", _out_of_order(scale, place)
    for contradiction in questionnaire.contradictions:
        yield from _contradiction(questionnaire, contradiction)


def _out_of_order(scale: Scale, place: int) -> str:
    before, value = (_plain(option.value) for option in scale.options[place - 1 : place + 1])
    return f"has the value {value} after {before}; options go from the loosest to the strictest, each beyond the last"


def _contradiction(questionnaire: Questionnaire, contradiction: Contradiction) -> Iterator[_Unsound]:
    place, scales = f"contradiction {contradiction.id}", []
    for number, name in enumerate(contradiction.questions):
        question = questionnaire.question_by_id.get(name)
        scale = questionnaire.scale_by_id.get(question.scale) if question else None
        if scale is None or not scale.is_quantity:
            key = f"together[{number}]" if contradiction.together else ("lower", "upper")[number]
            yield contradiction, f"{place}.{key}", f'"{name}" is no question about a quantity'
        else:
            scales.append(scale)
    if len({scale.unit for scale in scales}) > 1:
        which = "all" if contradiction.together else "both"
        yield contradiction, place, f"{which} quantities must have the same unit"
    elif len(scales) == len(contradiction.questions):
        if contradiction.together and all(scale.stricter is Direction.AT_MOST for scale in scales):
            sentence = (
                "one of its quantities must be asked for (at_least); what may only be used up leaves room for all"
            )
            yield contradiction, f"{place}.together", sentence
        elif contradiction.is_broken_by([defaults_of(questionnaire, name) for name in contradiction.questions]):
            yield contradiction, place, _broken_defaults(questionnaire, contradiction, scales[0].unit or "")


def defaults_of(questionnaire: Questionnaire, question: str) -> tuple[Decimal, ...]:
    """The thresholds that would be recommended of a quantity without answers: the defaults of the criteria that are
    always recommended. Of one that waits for a finding nobody knows yet whether it will be."""
    found = (one for one in questionnaire.candidates if one.when.always and one.threshold.question == question)
    return tuple(one.threshold.default for one in found)


def _broken_defaults(questionnaire: Questionnaire, contradiction: Contradiction, unit: str) -> str:
    """Which criteria give which defaults, so that one of them can be changed."""
    named = [
        f'{_plain(one.threshold.default)} {unit} of criterion "{one.id}"'
        for question in contradiction.questions
        for one in questionnaire.candidates
        if one.when.always and one.threshold.question == question
    ]
    most = (
        f"add up to more than {_plain(contradiction.at_most)} {unit}" if contradiction.together else "cannot both hold"
    )
    return f"the defaults {', '.join(named[:-1])} and {named[-1]} {most}; change one of them"


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
