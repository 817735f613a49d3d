"""What the builds do not know and a figure rests on: in a sentence, and as lines to be filled in and pasted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from questionnaires.builds import Build, Builds

_OPEN: Final = "…"
"""Stands where a person has to write what nobody has entered: no file with it can be read by mistake."""


@dataclass(frozen=True, slots=True)
class Lack:
    """A revision of a month and a base build, or the end of the support of a base build."""

    base: int
    month: str | None = None
    """None where it is about support."""
    which: str = ""
    """Which of the month's two builds, by its key; empty where there is none of this base build at all."""

    @property
    def words(self) -> str:
        """`The hotpatch build of 2026-09 for 26200 is not known`."""
        if self.month is None:
            return f"Until when builds of {self.base} are in support is not known"
        return f"The {f'{self.which} ' if self.which else ''}build of {self.month} for {self.base} is not known"


@dataclass(frozen=True, slots=True)
class Lacking:
    """Everything that the builds lack and a figure rests on."""

    says: tuple[str, ...] = ()
    """What is not known, and of how many, in a sentence each."""
    lines: tuple[str, ...] = ()
    """What would tell it in a file of builds, with … in place of what nobody has entered."""


NOTHING: Final = Lacking()


def lacking_of(lacks: Mapping[Lack, str], builds: Builds, today: dt.date) -> Lacking:
    """What the builds lack, each with how many it concerns, in words."""
    found = sorted(lacks, key=lambda one: (one.month is None, one.month or "", one.base))
    says = tuple(f"{one.words} ({lacks[one]})." for one in found)
    return Lacking(says, tuple(_lines(found, builds, today)))


def _lines(lacks: Sequence[Lack], builds: Builds, today: dt.date) -> Iterator[str]:
    end = (f'source = "{_OPEN}"', f"checked = {today.isoformat()}", "")
    for month in dict.fromkeys(one.month for one in lacks if one.month is not None):
        known = builds.of(month)
        assert known is not None
        yield from ("[[month]]", f'month = "{month}"', f"released = {known.released.isoformat()}", "")
        for one in (one for one in lacks if one.month == month):
            build = next((build for build in known.build if build.base == one.base), None)
            yield from ("[[month.build]]", f"base = {one.base}", *_revisions(one, build), *end)
    for one in (one for one in lacks if one.month is None):
        yield from ("[[support]]", f"base = {one.base}", f"until = {_OPEN}", *end)


def _revisions(lack: Lack, known: Build | None) -> Iterator[str]:
    ordinary = None if known is None else known.ordinary
    hotpatch = None if known is None else known.hotpatch
    yield f"ordinary = {_OPEN if ordinary is None else ordinary}"
    if hotpatch is not None or lack.which == "hotpatch":
        yield f"hotpatch = {_OPEN if hotpatch is None else hotpatch}"
