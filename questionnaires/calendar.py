"""Checks that what a questionnaire puts on a calendar of rings can be drawn there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from questionnaires.model import Questionnaire
from questionnaires.parts import QuestionnairePart
from questionnaires.ring import DAYS, RELEASE, Ring
from questionnaires.text import letters_of


def unsound_calendar(questionnaire: Questionnaire) -> Iterator[tuple[QuestionnairePart, str, str]]:
    """Every ring that could not be told from another, and every question on days that has no place: with its key and a
    sentence."""
    names = Counter(letters_of(ring.name) for ring in questionnaire.rings)
    for ring in questionnaire.rings:
        yield from ((ring, f"ring {ring.id}.{key}", words) for key, words in _ring(ring, names))
    for question in questionnaire.questions:
        if question.days_from is None:
            continue
        place, scale = f"question {question.id}.days_from", questionnaire.scale_by_id.get(question.scale)
        if scale is None or not scale.is_quantity or scale.unit != DAYS:
            yield question, place, f'only a question whose scale has the unit "{DAYS}" has days to count'
        if question.days_from != RELEASE and question.days_from not in {ring.id for ring in questionnaire.rings}:
            yield question, place, f'there is no ring "{question.days_from}"; name one that is listed, or "{RELEASE}"'


def _ring(ring: Ring, names: Counter[str]) -> Iterator[tuple[str, str]]:
    if ring.id == RELEASE:
        yield "id", f'"{RELEASE}" is the day of the release; choose another id'
    if names[letters_of(ring.name)] > 1:
        yield "name", f"is the name of {names[letters_of(ring.name)]} rings; each needs one of its own"
