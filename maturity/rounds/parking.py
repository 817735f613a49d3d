"""Something parked in the making: what is done next, by whom and until when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import Enum, auto

from questionnaires.decisions import NextStep


class Ask(Enum):
    """What the room is asked about something parked."""

    WHAT = auto()
    WHO = auto()
    DUE = auto()


@dataclass(frozen=True, slots=True)
class Parking:
    """What is done next about something that is not decided today, by whom and until when."""

    due: dt.date
    who: str = ""
    what: str = ""
    is_who_said: bool = False
    before: str = ""
    """What was said of the next step before somebody went back to it."""

    @property
    def ask(self) -> Ask:
        """The first thing that is missing."""
        return Ask.WHAT if not self.what else Ask.DUE if self.is_who_said else Ask.WHO

    @property
    def next_step(self) -> NextStep:
        """As the file of decisions holds it."""
        return NextStep(what=self.what, owner=self.who)

    def back(self) -> Parking:
        """Without what was said last."""
        return replace(self, is_who_said=False) if self.is_who_said else replace(self, what="", before=self.what)
