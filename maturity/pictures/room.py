"""How a question that the room has talked about is marked: before its title, with a line of the legend."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from maturity.pictures.shapes import Ink, Key, Square
from maturity.results.model import Results
from questionnaires.decisions import Status

SETTLED: Final = Key("■", "settled in the room", Ink.QUIET)
PARKED: Final = Key("▷", "parked", Ink.QUIET)


def room_mark(results: Results, question: str) -> Key | None:
    """Settled where it is decided and nothing of it is open, parked where it waits; None of all others."""
    if question in results.decided_by_question:
        return None if question in results.number_by_question else SETTLED
    is_waiting = any(one.question == question and one.status is Status.PARKED for one in results.decision)
    return PARKED if is_waiting else None


def marked(results: Results, question: str, title: str) -> str:
    """The title behind its mark."""
    mark = room_mark(results, question)
    return f"{mark.sign} {title}" if mark else title


def settled_square(results: Results, question: str) -> Square | None:
    """What was decided, in the place of what was found before; None of what is not settled by a decision."""
    if room_mark(results, question) is not SETTLED:
        return None
    return Square(SETTLED.sign, f"decided: {_outcome(results, question)}", Ink.QUIET)


def _outcome(results: Results, question: str) -> str:
    """The owner without deputy, the level of control without what became of the rest; of anything else all of it."""
    one, item = results.decided_by_question[question], results.question_by_id.get(question)
    if item is None:
        return one.outcome
    if one.owner in item.keys:
        return item.scale[item.keys.index(one.owner)]
    if one.control is not None and one.option is not None and one.option < len(item.scale):
        return item.scale[one.option]
    return one.outcome


def room_keys(results: Results, questions: Iterable[str]) -> tuple[Key, ...]:
    """The lines of the legend that occur."""
    found = {room_mark(results, one) for one in questions} if results.decision else set()
    return tuple(key for key in (SETTLED, PARKED) if key in found)
