"""Days as people say them, whatever language the machine speaks."""

from __future__ import annotations

import datetime as dt
from typing import Final

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day_in_words(day: dt.date) -> str:
    """`11 December 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
