"""The one clock: whoever wants another time or place, as tests do, changes it here.

Files hold moments in UTC, so that they mean the same everywhere. Days are local: the date of a figure and the last day
of a waiver were read off a calendar on a wall, and in UTC they would begin and end in the middle of somebody's day.
"""

from __future__ import annotations

import datetime as dt

from questionnaires.bounds import FIRST_YEAR


def now() -> dt.datetime:
    """The current time in UTC, to the second, as files hold it; from 2020 on, whatever the clock says."""
    return max(dt.datetime.now(dt.UTC).replace(microsecond=0), dt.datetime(FIRST_YEAR, 1, 1, tzinfo=dt.UTC))


def zone() -> dt.tzinfo | None:
    """The time zone here; None stands for that of the system, whatever it is on the day in question."""
    return None


def day_of(moment: dt.datetime) -> dt.date:
    """The local day of a moment; from 2020 on, as no file holds an earlier one."""
    return max(moment.astimezone(zone()).date(), dt.date(FIRST_YEAR, 1, 1))


def today() -> dt.date:
    """The day it is here."""
    return day_of(now())
