"""Responses that look as we write them, read quickly: what was seen before is not read and judged again.

Ten thousand people choose among few options, so the same few lines stand in many files. A file is cut where its tables
begin, and each table that is not known by its very letters is parsed and judged as any other file is. This way only
ever accepts: a file in which anything looks another way, or is wrong, is left to the whole reading, whose messages are
the only ones.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from questionnaires.admission import misfits
from questionnaires.model import Questionnaire
from questionnaires.reading import clean_tree, expect
from questionnaires.response import MOST_ANSWERS, Answer, QuestionnaireRef, Response, SharedAnswers
from questionnaires.shape import MOST_VALUES
from questionnaires.text import clean
from questionnaires.words import FileKind

_MOST_FRONTS: Final = 32
"""Versions of questionnaires whose answers are kept apart."""
_MOST_PATTERNS: Final = 20_000
"""Of all versions: as many as a hundred questions with two hundred ways to answer each have."""
_MOST_PLACES: Final = 1_000
"""Sets of questions that people answered."""
_LONGEST_PATTERN: Final = 400
"""Characters. Longer ones are read each time, so that what is kept is bounded."""

_RESPONDENT: Final = "\n[respondent]"
_ANSWER: Final = "\n[answers."
_END: Final = r"\r?+\n"
_BARE: Final = r"[A-Za-z0-9_-]{1,100}+"
_PLAIN: Final = r'"[^"\\\x00-\x1f\x7f]*+"'
# Repeated groups are made atomic by `(?>`: before 3.11.5 Python's `)*+` forgets to go back where a group does not fit.
_WRITTEN: Final = r'"(?>(?:[^"\\\x00-\x1f\x7f]|\\[^\x00-\x1f\x7f])*)"'
_FRONT_LINES: Final = re.compile(
    rf'kind = "response"{_END}schema = [0-9]{{1,9}}{_END}(?>(?:{_END})*)'
    rf"\[questionnaire\]{_END}(?>(?:{_BARE} = {_PLAIN}{_END}|{_END})*)"
    rf"(?>(?:\[questionnaire\.scales\]{_END}(?:{_BARE} = {_PLAIN}{_END}|{_END})*)?)"
)
_LIST: Final = rf"\[(?>(?:{_END}(?:    {_PLAIN},{_END})*)?)\]"
_WHO_LINES: Final = re.compile(
    rf"{_END}(?>(?:{_BARE} = (?:{_WRITTEN}|{_LIST}|[0-9:T+Z .-]{{1,40}}+|true|false){_END}|{_END})*)"
)
_DATE: Final = r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{6})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)"
_WHO_LINE: Final = re.compile(
    rf'({_BARE}) = (?:"([^"\\\x00-\x1f\x7f]*+)"|({_DATE})|(0|[1-9][0-9]{{0,8}})|(true|false))\r?', re.ASCII
)
"""One value of a respondent, of which reading can do without a parser."""
_ANSWER_LINES: Final = re.compile(
    rf'(?:{_BARE}|"[A-Za-z0-9_.-]{{1,100}}+")\]{_END}'
    rf"(?>(?:{_BARE} = (?:{_WRITTEN}|[0-9]{{1,9}}+|true|false){_END}|{_END})*)"
)
"""Whole lines, each with one key and one value that ends on it. So a text of such lines means the same to a parser
whether it is read at once or table by table."""


@dataclass(frozen=True, slots=True)
class _Front:
    """The questionnaire that files name with the same words, and the answers to it that were read so far."""

    questionnaire: QuestionnaireRef
    answers: dict[str, tuple[str, Answer]] = field(default_factory=dict)


class _OtherwiseError(Exception):
    """The file does not look as we write it."""


class Patterns:
    """Reads responses to a questionnaire; equal answers become one object, which nobody can change."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self._fronts: dict[str, _Front] = {}
        self._places: dict[tuple[str, ...], dict[str, int]] = {}

    def admitted(self, data: bytes) -> Response | None:
        """The response in these bytes, the same as the whole reading finds; None where only that can tell."""
        if len(data) > MOST_VALUES:  # a value takes a byte at least, so that fewer bytes break no limit
            return None
        try:
            return self._admitted(data.decode())
        except (_OtherwiseError, ValueError, ArithmeticError, RecursionError, MemoryError):
            return None

    def _admitted(self, text: str) -> Response:
        if text.endswith("\r"):  # no end of a line: nothing follows it
            raise _OtherwiseError
        head, *written = text.split(_ANSWER)
        front, _, who = head.partition(_RESPONDENT)
        if len(written) > MOST_ANSWERS:
            raise _OtherwiseError
        known = self._fronts.get(front)
        patterns = {} if known is None else known.answers
        entries = tuple(map(patterns.get, written))
        unknown = (
            [lines for lines, entry in zip(written, entries, strict=True) if entry is None] if None in entries else []
        )
        body = {
            "questionnaire": _front(front) if known is None else known.questionnaire,
            "respondent": _values(who) or _parsed(_WHO_LINES, [f"{who}\n"], _RESPONDENT)["respondent"],
            "answers": _parsed(_ANSWER_LINES, [f"{lines}\n" for lines in unknown], _ANSWER).get("answers", {}),
        }
        part = Response.model_validate(body)
        if any(misfits(part, self._questionnaire, beside=len(written) - len(unknown))):
            raise _OtherwiseError
        fresh = dict(zip(unknown, part.answers.items(), strict=True))
        self._keep(front, part.questionnaire, fresh)
        if fresh:
            entries = tuple([entry or fresh[lines] for lines, entry in zip(written, entries, strict=True)])
        return part.model_copy(update={"answers": self._shared(tuple(filter(None, entries)))})

    def _shared(self, entries: tuple[tuple[str, Answer], ...]) -> SharedAnswers:
        """These answers; refused where a question is answered twice."""
        questions = tuple([question for question, _ in entries])
        places = self._places.get(questions)
        if places is None:
            places = {question: place for place, question in enumerate(questions)}
            if len(self._places) < _MOST_PLACES:
                self._places[questions] = places
        if len(places) < len(entries):
            raise _OtherwiseError
        return SharedAnswers(places, entries)

    def _keep(self, front: str, questionnaire: QuestionnaireRef, fresh: dict[str, tuple[str, Answer]]) -> None:
        """Remembers what fits; a note is hardly ever written twice."""
        if front not in self._fronts and len(self._fronts) < _MOST_FRONTS:
            self._fronts[front] = _Front(questionnaire)
        known = self._fronts.get(front)
        if not fresh or known is None:
            return
        room = _MOST_PATTERNS - sum(len(one.answers) for one in self._fronts.values())
        short = (
            (lines, entry) for lines, entry in fresh.items() if not entry[1].note and len(lines) <= _LONGEST_PATTERN
        )
        known.answers.update(islice(short, max(0, room)))


def _front(text: str) -> object:
    """The questionnaire that a response names before anything else; the end of the last line is missing."""
    return expect(_parsed(_FRONT_LINES, [f"{text}\n"]), FileKind.RESPONSE, "")["questionnaire"]


def _values(text: str) -> dict[str, Any]:
    """The plain values below the header of a table, as a parser reads them; none where one of them is not plain."""
    end, *lines = text.split("\n")
    found: dict[str, Any] = {}
    for line in [line for line in lines if line.rstrip("\r")]:
        parts = _WHO_LINE.fullmatch(line)
        if parts is None or parts[1] in found:
            return {}
        match parts.lastindex:
            case 2:
                found[parts[1]] = clean(parts[2])
            case 3:
                found[parts[1]] = dt.datetime.fromisoformat(parts[3])
            case 4:
                found[parts[1]] = int(parts[4])
            case _:
                found[parts[1]] = parts[5] == "true"
    return {} if end.rstrip("\r") else found


def _parsed(lines: re.Pattern[str], texts: list[str], beginning: str = "") -> dict[str, Any]:
    """What a parser finds in these texts, if they are such lines once the `beginning` of each is left out."""
    if not all(map(lines.fullmatch, texts)):
        raise _OtherwiseError
    whole = "".join(f"{beginning}{text}" for text in texts)
    return clean_tree(tomllib.loads(whole, parse_float=Decimal)) if texts else {}
