"""Responses as they are written, and what may become of them: cut, doubled, mixed, and spoilt in other ways."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final

from maturity.files.workspace import to_bytes
from questionnaires import Answer, InvalidFile, Question, Questionnaire, Response, admit, parse
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Depth, Level
from tests.given.builders import respond

NOTES: Final = ("", "", "", "Why?", 'They said "no".', "Two\nlines", "[answers.x]", "é → ü", "\u202egnp.exe", "x" * 500)
PIECES: Final = (
    b"\n",
    b"\r",
    b"\r\n",
    b'"',
    b"'",
    b"\\",
    b"#",
    b"# a comment\n",
    b"=",
    b" ",
    b"\t",
    b"[",
    b"]",
    b"[[",
    b"{",
    b"}",
    b",",
    b'"""',
    b"'''",
    b"\n[answers.",
    b"\n[respondent]\n",
    b"[answers]\n",
    b'[answers."a"]\n',
    b"[answers.a.b]\n",
    b"note = 1\n",
    b'note = """\n',
    b'note = "\\e"\n',
    b'note = "\\u0041"\n',
    b'"note" = "x"\n',
    b"flag = true\n",
    b"flag.a = 1\n",
    b"needed = 3\n",
    b"needed = 03\n",
    b"needed = +3\n",
    b"needed = 3.0\n",
    b"needed = nan\n",
    b"needed = 0x3\n",
    b"needed = 1_0\n",
    b"needed = true\n",
    b"round = 99999999999999999999\n",
    b"started = 2026-11-21 09:00:00+00:00\n",
    b"completed = 2026-11-21T09:00:00Z\n",
    b"completed = 2026-11-21 09:00Z\n",
    b"completed = 2026-11-21T09:00:00.1234567Z\n",
    b"completed = 2026-13-21T09:00:00Z\n",
    b"completed = 2026-11-21T09:00:60Z\n",
    b"completed = 2026-11-21T09:00:00\n",
    b"completed = 2026-11-21T09:00:00+24:00\n",
    b'only = [\n    "risk.attitude",\n]\n',
    b'only = ["risk.attitude"]\n',
    b"only = [\n]\n",
    b'at = "risk.soak"\n',
    b"schema = 2\n",
    b'kind = "tally"\n',
    b"answered = 999\n",
    b"\x00",
    b"\x1b",
    b"\x7f",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xa8",
    "é".encode(),
    "\u202e".encode(),
    b"ENDPOINT",
    b"endpoint",
    b"0",
    b"9",
)
"""What a hand, another program or a broken disk may put somewhere."""


def answer(question: Question, questionnaire: Questionnaire, chance: random.Random) -> Answer:
    """Any answer that fits, now and then with a note, a flag or a basis."""
    scale = questionnaire.scale_by_id[question.scale]
    chosen: dict[str, int | str] = {}
    for facet in question.facets:
        if chance.random() < 0.8:
            states = (DONT_KNOW, NOT_APPLICABLE)
            chosen[facet.value] = scale.choice(chance.randrange(len(scale.options)))
            chosen[facet.value] = chance.choice(states) if chance.random() < 0.1 else chosen[facet.value]
    if scale.level is Level.ORDINAL and chosen.get("needed") in (4, 5):
        chosen["basis"] = questionnaire.scale_by_id["basis"].options[0].key
    return Answer(**chosen, note=chance.choice(NOTES), flag=chance.random() < 0.1)  # type: ignore[arg-type]


def some_response(questionnaire: Questionnaire, chance: random.Random, number: int = 0) -> Response:
    """Any response to this questionnaire, as somebody may have left it."""
    team = chance.choice(questionnaire.teams).id
    asked = [question for question in questionnaire.questions if chance.random() < 0.8]
    answers = {question.id: answer(question, questionnaire, chance) for question in asked}
    made = respond(
        team,
        answers,
        questionnaire=questionnaire,
        depth=chance.choice(list(Depth)),
        completed=chance.random() < 0.5,
        respondent=f"resp{number:04}",
    )
    only = chance.choice([None, None, (), tuple(question.id for question in asked)])
    parts = {"only": only, "voted": chance.random() < 0.1, "name": chance.choice(["", "Ada", 'A "B" C', "Zoë"])}
    return made.model_copy(update={"respondent": made.respondent.model_copy(update=parts)})


def spoilt(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """The bytes, changed in one to three places."""
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(_WAYS)(data, others, chance)
    return data


def _at_a_place(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    place, gone = chance.randint(0, len(data)), chance.choice([0, 0, 1, 5])
    return data[:place] + chance.choice(PIECES) + data[place + gone :]


def _before_a_line(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    lines.insert(chance.randint(0, len(lines)), chance.choice(PIECES))
    return b"".join(lines)


def _line_moved(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    lines, theirs = data.splitlines(keepends=True), chance.choice(others).splitlines(keepends=True)
    lines.insert(chance.randint(0, len(lines)), chance.choice([*lines, *theirs] or [b""]))
    del lines[chance.randrange(len(lines)) :: max(1, chance.choice([1, len(lines)]))]
    return b"".join(lines)


def _cut(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _as_windows_writes(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    return data.replace(b"\n", b"\r\n")


def _tables_mixed(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    mine, theirs = data.split(b"\n\n"), chance.choice(others).split(b"\n\n")
    mine.insert(chance.randint(0, len(mine)), chance.choice(theirs))
    if chance.random() < 0.3:
        chance.shuffle(mine)
    return b"\n\n".join(mine)


_WAYS: Final = (
    _at_a_place,
    _at_a_place,
    _before_a_line,
    _before_a_line,
    _line_moved,
    _cut,
    _as_windows_writes,
    _tables_mixed,
)


def read_whole(data: bytes, questionnaire: Questionnaire) -> Response | None:
    """What reading every letter finds; None where it is no response that can be used."""
    try:
        return admit(parse(data, "file"), "file", questionnaire)
    except InvalidFile:
        return None


def many_spoilt(questionnaire: Questionnaire, seed: int, files: int, times: int) -> Iterator[bytes]:
    """Files as they are written, and each spoilt in some ways: one after the other, as a folder holds them."""
    chance = random.Random(seed)
    written = [to_bytes(some_response(questionnaire, chance, number)) for number in range(files)]
    for data in written:
        yield data
        yield from (spoilt(data, written, chance) for _ in range(times))
