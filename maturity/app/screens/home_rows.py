"""The lines of the teams on the first screen, drawn alike from the heads of files and from all that is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from maturity.app.widgets.literal import fitted, row
from maturity.pictures.signs import OPEN, bar


@dataclass(frozen=True, slots=True)
class TeamRow:
    """What a line shows: `said` is how many people, in words where some were asked; `away` how many are missing."""

    label: str
    people: int
    finished: int
    answered: int
    asked: int
    said: str = ""
    away: int = 0


_PEOPLE: Final = 7
"""Columns for the people of a team; what more they take is taken from the room beside the bar."""


def team_table(teams: Sequence[TeamRow], head: str = "team") -> list[Content]:
    """What stands above the columns, and a line for each team; nothing where there is none."""
    if not teams:
        return []
    width = max(_PEOPLE, *(len(_people(team)) for team in teams))
    above = row((f"{_cells(head, 'people', 'finished', 'answered', width)}missing", "$quiet"))
    return [above, *(_line(team, width) for team in teams)]


def reading(done: int, whole: int) -> str:
    """How far reading is."""
    if not whole:
        return "Reading the folder"
    return f"Reading {done:,} of {whole:,} files"


def _people(team: TeamRow) -> str:
    return team.said or str(team.people)


def _cells(team: str, people: str, finished: str, answered: str, width: int) -> str:
    """A line in the columns of the teams, and what stands above them; `width` is that of the column of people."""
    room = 20 + _PEOPLE - width
    return f"{fitted(team, 20)} {fitted(people, width)} {fitted(finished, 9)} {fitted(answered, room)}  "


def _line(team: TeamRow, width: int) -> Content:
    share = f"{bar(team.answered, team.asked, 7)} {team.answered:,}/{team.asked:,}" if team.asked else "only counted"
    line = _cells(team.label, _people(team), f"{team.finished} of {team.people}", share, width)
    if team.asked - team.answered:
        missing = f"{OPEN} {team.asked - team.answered:,} open"
    elif team.finished != team.people:
        missing = f"{OPEN} to finish"
    else:
        missing = f"{OPEN} {team.away:,} {'person' if team.away == 1 else 'people'}" if team.away else "● nothing"
    style = "$success" if missing.startswith("●") else "$accent"
    return row(line, (missing, style))
