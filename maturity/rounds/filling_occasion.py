"""What figures are counted for: the month's release, the cycle, and the deadline of each ring."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from questionnaires import Questionnaire, one_line
from questionnaires.builds import Builds, MonthOfBuilds
from questionnaires.text import letters_of

_LONGEST: Final = dt.timedelta(days=35)
"""Between one month's release and the next; after that there is one that the builds do not know."""


@dataclass(frozen=True, slots=True)
class RingDays:
    """How many days after a release a ring has its deadline, and whether somebody named them; else the questionnaire
    says so. None where neither does."""

    ring: str
    days: int | None
    is_named: bool = False


def month_of(builds: Builds, day: dt.date) -> MonthOfBuilds | None:
    """The month whose release counts on a day: the latest, unless the builds must lack one that came after it."""
    came = [one for one in builds.month if one.released <= day]
    last = max(came, key=lambda one: one.released, default=None)
    return last if last is not None and day - last.released < _LONGEST else None


def end_of(month: MonthOfBuilds, builds: Builds) -> dt.date:
    """The day of the next release; where the builds do not know one, the latest by which it must have come."""
    return min(
        (one.released for one in builds.month if one.released > month.released), default=month.released + _LONGEST
    )


def deadlines_of(rings: Sequence[str], questionnaire: Questionnaire, named: Mapping[str, int]) -> tuple[RingDays, ...]:
    """For each ring when its deadline is: as somebody named it, or as the questionnaire says of the ring so called."""
    by_hand = {letters_of(ring): days for ring, days in named.items()}
    known = {letters_of(name): ring.last_day for ring in questionnaire.rings for name in (ring.id, ring.name)}
    return tuple(_days_of(ring, by_hand, known) for ring in rings)


def _days_of(ring: str, by_hand: Mapping[str, int], known: Mapping[str, int]) -> RingDays:
    if (days := by_hand.get(letters_of(ring))) is not None:
        return RingDays(ring, days, is_named=True)
    return RingDays(ring, next((known[name] for name in _names(ring) if name in known), None))


def _names(ring: str) -> Iterator[str]:
    """The letters of a ring's name, and of what stands last in it: reports put the name of a group before it."""
    yield letters_of(ring)
    yield letters_of(ring.rpartition(" - ")[2])


def unknown_rings(named: Iterable[str], rings: Iterable[str]) -> list[str]:
    """Those that somebody named a deadline of, and that the list does not have."""
    known = {letters_of(ring) for ring in rings}
    return [one_line(ring, 40) for ring in named if letters_of(ring) not in known]
