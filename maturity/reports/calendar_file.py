"""Days of the plan as an iCalendar file (RFC 5545), for whatever calendar people keep.

Only what such a file needs is written here, in forty lines: the library for it (icalendar, with dateutil and tzdata)
weighs six megabytes, most of it for time zones and repetition, which days do not have. Tests read the file with it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

from maturity.reports.plan import CLOSED, PlanLine
from questionnaires import one_line

_OCTETS: Final = 75
"""Of a line at most, its end not counted."""
BEGINS: Final = re.compile(rb"BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-//maturity//plan//EN\r\n")
"""How a file of ours begins, by which the next one knows what it may replace."""


def calendar(lines: Iterable[PlanLine], title: str, moment: dt.datetime) -> bytes:
    """An event of a whole day for each thing that is open and has a day; `moment` is when the file is made."""
    said = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//maturity//plan//EN", "CALSCALE:GREGORIAN"]
    for line in lines:
        if line.item.due is not None and line.state not in CLOSED:
            said += _event(line, line.item.due, title, moment)
    return "".join(f"{folded}\r\n" for one in [*said, "END:VCALENDAR"] for folded in _folded(one)).encode()


def _event(line: PlanLine, day: dt.date, title: str, moment: dt.datetime) -> Iterator[str]:
    """The same thing has the same id whenever the file is made, so that a calendar moves it and adds no other."""
    yield "BEGIN:VEVENT"
    yield f"UID:{line.item.first or line.item.subject}-{line.item.kind.value}@maturity.invalid"
    yield f"DTSTAMP:{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"SUMMARY:{_escaped(line.item.says)}"
    yield f"DESCRIPTION:{_escaped(f'Who: {line.who}. From: {title}')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", one_line(text))


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, each but the first behind a blank; no sign is cut in two."""
    piece = ""
    for sign in line:
        if len((piece + sign).encode()) > _OCTETS:
            yield piece
            piece = " "
        piece += sign
    yield piece
