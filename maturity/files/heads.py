"""What the responses in a folder say at once: who answered and how far, before anything is loaded that reads them.

This may only accept. A file is taken letter by letter as the program itself writes it, so that what is said of it is
what reading it will say; of a folder that holds anything else - a roster, a tally, a vote, several rounds, a file that
somebody wrote by hand - nothing is said until it is read. Nothing is loaded for it but what every start of the program
has loaded, and it goes on beside the start in a thread that nobody waits for: a disk that hangs holds up nobody.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from questionnaires.front import Front, front
from questionnaires.reading import read_bytes
from questionnaires.words import FACETS, Depth, Facet, Kind

_MOST_FILES: Final = 100
"""More are not worth waiting for."""
_LONGEST: Final = 64 * 1024
"""Bytes; a response with an answer to every question has some 16,000, and notes are short."""
_SOON: Final = 0.05
"""Seconds: reading goes on beside the start, and has long ended when the screen is drawn; else it is on a slow disk."""

_TEXT: Final = r'(?:[^"\\\x00-\x08\x0a-\x1f\x7f]|\\[nt"\\])'
_MOMENT: Final = r"((?:20[2-9]\d|2100)-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{6})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))\n"
_WHO: Final = re.compile(
    rf'id = "([a-z0-9]{{4,32}})"\nteam = "([a-z0-9_]{{1,60}})"\n(?:name = "(?>{_TEXT}{{0,80}})"\n)?'
    rf'round = ([1-9]\d{{0,2}})\ndepth = "(short|core|full)"\n'
    rf"started = {_MOMENT}updated = {_MOMENT}(?:completed = {_MOMENT})?"
    rf'(?:at = "[a-z0-9_]{{1,60}}\.[a-z0-9_]{{1,60}}"\n)?answered = (0|[1-9]\d{{0,2}})\n',
    re.ASCII,
)
_NOTE: Final = re.compile(rf'"(?>{_TEXT}{{0,2000}})"')
_ANSWER: Final = '\n[answers."'
_NO_ANSWERS: Final = "\n[answers]\n"
_OF_NO_ROW: Final = re.compile(rb'kind = "(?:decisions|actuals|results)"\nschema = 1\n')


@dataclass(frozen=True, slots=True)
class Head:
    """What a response says of a person: `answered` are the questions of those `asked` of which no part is open."""

    respondent: str
    team: str
    round: int
    is_finished: bool
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class TeamSoFar:
    """What the heads say of a team together: its people, who has finished, and the questions answered and asked."""

    label: str
    people: int
    finished: int
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class Folder:
    """What is known of a folder before it is read. No teams where the heads do not tell."""

    title: str
    teams: tuple[TeamSoFar, ...] = ()


class FolderSoFar:
    """Looks at a folder in a thread of its own, from the moment it is made."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._front = front()
        self._teams: tuple[TeamSoFar, ...] = ()
        self._thread = threading.Thread(target=self._look, name="heads", daemon=True)
        self._thread.start()

    def _look(self) -> None:
        self._teams = teams_so_far(self.path, self._front)

    def known(self) -> Folder:
        """What is known by now."""
        self._thread.join(_SOON)
        return Folder(self._front.title, self._teams)


def teams_so_far(folder: Path, of: Front) -> tuple[TeamSoFar, ...]:
    """The teams of a folder that have begun, in their order; none where not all that there is to say is known yet."""
    try:
        heads = list(_heads_in(folder, Heads(of)))
    except (OSError, ValueError):
        return ()
    people, rounds = {head.respondent for head in heads}, {head.round for head in heads}
    if len(rounds) > 1 or len(people) < len(heads):
        return ()
    by_team: dict[str, list[Head]] = {team: [] for team in of.teams}
    for head in heads:
        by_team[head.team].append(head)
    return tuple(_together(of.teams[team], found) for team, found in by_team.items() if found)


def _heads_in(folder: Path, heads: Heads) -> Iterator[Head]:
    """What each response says. Raises OSError or ValueError at the first file of which nothing can be said yet."""
    with os.scandir(folder) as entries:
        paths = [entry.path for entry in entries if entry.name.lower().endswith(".toml") and entry.name[:1] != "."]
    if len(paths) > _MOST_FILES:
        raise _NotYetError
    for path in paths:
        data = read_bytes(Path(path))
        if not _OF_NO_ROW.match(data):
            yield heads.of(data)


class _NotYetError(ValueError):
    """Something looks another way than the program writes it."""


class Heads:
    """Takes responses as the program writes them to one questionnaire; lines that stand in many are judged once."""

    def __init__(self, of: Front) -> None:
        self._of = of
        self._judged: dict[str, frozenset[str]] = {}
        self._asked: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, data: bytes) -> Head:
        """What a file says. Raises ValueError for any but a response that reading takes as well."""
        text = data.decode()
        who = _WHO.match(text, len(self._of.written))
        if len(data) > _LONGEST or who is None or not text.startswith(self._of.written):
            raise _NotYetError
        respondent, team, number, depth, *moments, promised = who.groups()
        started, *later = (dt.datetime.fromisoformat(moment) for moment in moments if moment)
        answers = self._answers(text[who.end() :])
        if min(later) < started or team not in self._of.teams or int(promised) != len(answers):
            raise _NotYetError
        asked = self._questions(team, depth)
        answered = sum(is_whole for question, is_whole in answers.items() if question in asked)
        return Head(respondent, team, int(number), moments[-1] is not None, answered, len(asked))

    def _questions(self, team: str, depth: str) -> frozenset[str]:
        """What a team is asked at a depth."""
        key = (team, depth)
        if key not in self._asked:
            asked = self._of.asked[team].items()
            self._asked[key] = frozenset(one for one, least in asked if Depth(depth).reaches(Depth(least)))
        return self._asked[key]

    def _answers(self, text: str) -> dict[str, bool]:
        """The questions that are answered, and whether no part of them is open."""
        if text == _NO_ANSWERS:
            return {}
        before, *tables = text.split(_ANSWER)
        answers = {}
        for table in tables:
            question, _, lines = table.partition('"]\n')
            kind, keys = Kind(self._of.kinds.get(question, "")), self._keys(lines)
            if not keys <= _MAY_SAY[kind]:
                raise _NotYetError
            answers[question] = keys.issuperset(FACETS[kind])
        if before or len(answers) < len(tables):
            raise _NotYetError
        return answers

    def _keys(self, lines: str) -> frozenset[str]:
        """What an answer says: whole lines, each with a key and a value that it may have."""
        if lines not in self._judged:
            *written, end = lines.split("\n")
            parts = [line.partition(" = ") for line in written]
            keys = frozenset(key for key, _, _ in parts)
            if end or len(keys) < len(parts) or not all(self._may_be(key, value) for key, _, value in parts):
                raise _NotYetError
            self._judged[lines] = keys
        return self._judged[lines]

    def _may_be(self, key: str, value: str) -> bool:
        if key == "note":
            return _NOTE.fullmatch(value) is not None
        return value == "true" if key == "flag" else value in self._of.choices.get(key, ())


_MAY_SAY: Final = {
    kind: frozenset((*facets, "note", "flag", *((Facet.BASIS,) if kind is Kind.CONTROL else ())))
    for kind, facets in FACETS.items()
}


def _together(label: str, heads: Sequence[Head]) -> TeamSoFar:
    return TeamSoFar(
        label,
        len(heads),
        sum(head.is_finished for head in heads),
        sum(head.answered for head in heads),
        sum(head.asked for head in heads),
    )
