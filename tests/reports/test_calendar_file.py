"""A file for calendars, read by the library that others read it with."""

from __future__ import annotations

import datetime as dt
from typing import Any

from icalendar import Component

from maturity.reports.calendar_file import BEGINS, calendar
from maturity.reports.plan import PlanLine, PlanState
from maturity.results.plan import PlanItemResults, PlanKind
from questionnaires import one_line

MADE = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))
DAY = dt.date(2027, 1, 31)
STRANGE = "Review: “Pausing”, by\nBEGIN:VEVENT; \\n 漢字 🎉 " + "ü" * 90 + "; end"


def line(says: str = "Show: A criterion", state: PlanState = PlanState.OPEN, **parts: Any) -> PlanLine:
    whole: dict[str, Any] = {"criterion": "stop", "due": DAY, "first": "aaaa", "person": "Kim Doe", **parts}
    return PlanLine(PlanItemResults.model_construct(kind=PlanKind.SHOW, says=says, **whole), state)


def events(*lines: PlanLine) -> list[Component]:
    return Component.from_ical(calendar(lines, "Who owns updates?", MADE)).walk("VEVENT")


def test_a_day_is_an_event_of_the_whole_day_that_blocks_nothing() -> None:
    (event,) = events(line())
    assert event.decoded("DTSTART") == DAY
    assert not isinstance(event.decoded("DTSTART"), dt.datetime)
    assert event.decoded("DTSTAMP") == dt.datetime(2026, 11, 21, 7, 0, tzinfo=dt.UTC)
    assert (str(event["SUMMARY"]), str(event["TRANSP"])) == ("Show: A criterion", "TRANSPARENT")
    assert str(event["DESCRIPTION"]) == "Who: Kim Doe. From: Who owns updates?"
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP"}


def test_what_is_done_or_has_no_day_is_left_out() -> None:
    assert events(line(state=PlanState.DONE), line(due=None)) == []
    assert len(events(line(state=PlanState.OVERDUE))) == 1


def test_a_thing_keeps_its_id_when_day_and_words_change_and_has_one_for_each_kind() -> None:
    first, later = events(line()) + events(line("Show: Another title", due=dt.date(2028, 1, 1), entry="bbbb"))
    assert first["UID"] == later["UID"]
    assert events(line(first="cccc"))[0]["UID"] != first["UID"]
    one, other = events(line(first=None), line(first=None, criterion="recovery"))
    assert one["UID"] != other["UID"]


def test_what_a_stranger_wrote_is_text_and_begins_no_line() -> None:
    data = calendar([line(STRANGE)], "x", MADE)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    (event,) = events(line(STRANGE))
    assert str(event["SUMMARY"]).replace(" ", "") == one_line(STRANGE).replace(" ", "")


def test_a_file_of_ours_is_known_by_how_it_begins() -> None:
    assert BEGINS.match(calendar([], "x", MADE))
    assert not BEGINS.match(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\n")
