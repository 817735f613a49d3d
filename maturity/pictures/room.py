"""How a question that the room has talked about is marked: before its title, with a line of the legend."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from maturity.pictures.shapes import Ink, Key
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


def room_keys(results: Results, questions: Iterable[str]) -> tuple[Key, ...]:
    """The lines of the legend that occur."""
    found = {room_mark(results, one) for one in questions} if results.decision else set()
    return tuple(key for key in (SETTLED, PARKED) if key in found)
