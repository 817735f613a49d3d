"""What somebody at a question is asked and told to do next; the front ends put it in words."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from questionnaires.words import Facet

ASKS: Final = {
    Facet.OWNER: "Who answers for it? One team.",
    Facet.NEEDED: "How much control do we need? Below it we could not sign off.",
    Facet.WANTED: "How much control do we want? If nobody asked why.",
    Facet.BASIS: "What asks for a need this high? You may skip it.",
    Facet.POSITION: "Which comes closest?",
    Facet.TODAY: "Where are we today?",
    Facet.IN_12_MONTHS: "Where should our organisation be in 12 months?",
    Facet.IN_24_MONTHS: "Where should our organisation be in 24 months?",
    Facet.STATUS: "Is it met?",
}
"""What a column asks, the same in the app and in the form."""

COLUMNS: Final = {Facet.NEEDED: "need", Facet.WANTED: "want"}
"""The columns that have a shorter word where an answer is said in words."""


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
