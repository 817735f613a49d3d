"""The heads of the responses in a folder: who answered and how far, as their first lines say, before any is read whole.

This may only accept. The lines are those that the program itself writes, and of a folder that holds anything else - a
roster, a tally, a vote, several rounds, a file that somebody wrote by hand - nothing is said until it is read. Nothing
is loaded for it but what every start of the program has loaded, and it goes on beside the start in a thread that
nobody waits for: a disk that hangs holds up nobody.
"""

from __future__ import annotations

import os
import re
import stat
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from questionnaires.front import Front, front

_MOST_FILES: Final = 100
"""More are not worth waiting for."""
_HEAD: Final = 8192
"""Bytes; the head of a response takes some 1,700."""
_SOON: Final = 0.05
"""Seconds: reading goes on beside the start, and has long ended when the screen is drawn; else it is on a slow disk."""

_KEY: Final = rb'[a-z0-9_]{1,60} = "[0-9a-f]{1,64}"\n'
_MOMENT: Final = rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)\n"
_RESPONSE: Final = re.compile(
    rb'kind = "response"\nschema = 1\n\n'
    rb'\[questionnaire\]\nid = "[a-z0-9-]{1,60}"\nversion = "[^"\\\n]{1,60}"\nfingerprint = "([0-9a-f]{1,64})"\n\n'
    rb"\[questionnaire\.scales\]\n(?:" + _KEY + rb")*\n"
    rb'\[respondent\]\nid = "([a-z0-9]{1,60})"\nteam = "([a-z0-9_]{1,60})"\n(?:name = "[^"\\\n]{0,400}"\n)?'
    rb'round = (\d{1,3})\ndepth = "(short|core|full)"\n'
    rb"started = " + _MOMENT + rb"updated = " + _MOMENT + rb"(completed = " + _MOMENT + rb")?"
    rb'(?:at = "[a-z0-9_.]{1,130}"\n)?answered = (\d{1,3})\n(?:\n|\Z)'
)
_OF_NO_ROW: Final = re.compile(rb'kind = "(?:decisions|actuals|results)"\nschema = 1\n')


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of a response say."""

    fingerprint: str
    respondent: str
    team: str
    round: int
    depth: str
    is_finished: bool
    answered: int


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
    """The teams of a folder that have begun, in their order; none where the heads do not tell all there is to say."""
    try:
        heads = list(_heads_in(folder))
    except (OSError, ValueError):
        return ()
    if any(one is None for one in heads):
        return ()
    known = [one for one in heads if one is not None]
    if not _are_of_one_round(known, of):
        return ()
    by_team: dict[str, list[Head]] = {team: [] for team in of.teams}
    for head in known:
        by_team[head.team].append(head)
    return tuple(_together(of.teams[team], found, of.asked[team]) for team, found in by_team.items() if found)


def _heads_in(folder: Path) -> Iterator[Head | None]:
    """The head of each response; None for a file of which the first lines say too little."""
    with os.scandir(folder) as entries:
        names = [entry.path for entry in entries if entry.name.lower().endswith(".toml") and entry.name[:1] != "."]
    if len(names) > _MOST_FILES:
        yield None
        return
    for name in names:
        first = _first_bytes(name)
        if not _OF_NO_ROW.match(first):
            yield head_in(first)


def _first_bytes(path: str) -> bytes:
    """Of a regular file, opened without waiting; raises OSError for anything else."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(path)
        return os.read(descriptor, _HEAD)
    finally:
        os.close(descriptor)


def head_in(first: bytes) -> Head | None:
    """What the first bytes of a file say, where they are what the program writes."""
    found = _RESPONSE.match(first)
    if found is None:
        return None
    fingerprint, respondent, team, number, depth, completed, answered = found.groups()
    return Head(
        fingerprint.decode(),
        respondent.decode(),
        team.decode(),
        int(number),
        depth.decode(),
        completed is not None,
        int(answered),
    )


def _are_of_one_round(heads: Sequence[Head], of: Front) -> bool:
    """Whether they answer this questionnaire, in one round, each person once and no more than is asked."""
    return (
        len({head.round for head in heads}) <= 1
        and len({head.respondent for head in heads}) == len(heads)
        and all(
            head.fingerprint == of.fingerprint and head.team in of.teams and head.answered <= _asked(head, of)
            for head in heads
        )
    )


def _asked(head: Head, of: Front) -> int:
    return of.asked[head.team][head.depth]


def _together(label: str, heads: Sequence[Head], asked: Mapping[str, int]) -> TeamSoFar:
    return TeamSoFar(
        label,
        len(heads),
        sum(head.is_finished for head in heads),
        sum(head.answered for head in heads),
        sum(asked[head.depth] for head in heads),
    )
