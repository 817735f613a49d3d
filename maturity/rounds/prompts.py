"""What somebody at a question is told to do next; the front ends put it in words."""

from __future__ import annotations

from enum import Enum, auto


class Prompt(Enum):
    """What the respondent is told to do next."""

    RULE_FIRST = auto()
    """The rule of a section is read before its first question."""
    ASKED = auto()
    """The current column waits for a choice."""
    ASKED_AGAIN = auto()
    """What was answered in an earlier round can be confirmed in every column that waits."""
    LEFT_HALF_OPEN = auto()
    """Enter was pressed on a question that is half answered; once more leaves it so."""
    HALF_ANSWERED = auto()
    """No column waits, but one of them was passed over."""
    ANSWERED = auto()
    """The next question follows."""
    ANSWERED_NEXT_OPEN = auto()
    """The next open question follows."""
    ANSWERED_LAST = auto()
    """The review follows."""
