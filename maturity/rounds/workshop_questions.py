"""The question to put to the room, by what was found: short and open, and nobody is to blame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from questionnaires.words import FindingKind, Kind

_F = FindingKind

TO_ASK: Final[dict[FindingKind, str]] = {
    _F.INFEASIBLE_TOGETHER: "Of these limits, which protects more, and what would the other need?",
    _F.CONTESTED: "Who of you is called at night when this goes wrong?",
    _F.ORPHAN: "If nobody does this next month, who notices first, and what do they do then?",
    _F.UNAWARE_OWNER: "What would you need to take this on: people, rights, or a mandate?",
    _F.SPLIT: "Who did this the last time, and who should do it the next?",
    _F.UNCONFIRMED: "Who asks the team that is named, and what would it need to say yes?",
    _F.BOUNDARY_CLAIMED: "What do you do here that the service does not, and what if you stopped?",
    _F.BOUNDARY_EXPECTED: "If the service does not do this, how would you find out, and who steps in?",
    _F.BLOCKER: "What happens to us if we never get this control, and what else could cover it?",
    _F.BASELINE_DISPUTE: "What did you last see here yourself, and when?",
    _F.DIRECTION_DISPUTE: "What would get better for us if we moved, and what would get worse?",
    _F.PACE_DISPUTE: "What holds the slower ones back, and what would the faster ones give to help?",
    _F.FAR_APART: "What would have to be true for the looser end to be safe?",
    _F.APART: "What have you seen that the other end has not?",
    _F.PREREQUISITE_SPLIT: "What would you show somebody who asks whether this is in place?",
    _F.PREREQUISITE_NOT_MET: "What is the first step, and who can take it this week?",
    _F.UNDECIDED: "What speaks for each of the owners that you name?",
    _F.NO_COMMON_POSITION: "What do you see differently within the team?",
    _F.APPLICABILITY_CONFLICT: "For which devices or people does this apply, and for which not?",
    _F.BACKWARDS: "What is better where you come from than where you are going?",
    _F.PREREQUISITE_PARTLY: "What is missing, and does the pilot need it?",
    _F.PREREQUISITE_UNCONFIRMED: "Who can confirm this, and where would they look?",
    _F.UNKNOWN: "Who would know this, and how do we ask them before we meet again?",
    _F.OFFER_UNKNOWN: "Who finds out what the service offers here, and what do we do until then?",
    _F.COMFORT: "What would you miss if you had only what you need?",
    _F.EXPOSED: "What keeps you from wanting all that you need?",
    _F.CLOSE: "What would you need to live with the other answer?",
    _F.LONE_DISSENTER: "What does this team know that the others do not?",
    _F.TWO_CAMPS: "What would each side need to live with the other answer?",
    _F.SPREAD: "What does each of you have in mind when you answer this?",
    _F.ADJACENT: "Which of the two answers would you sign, and why?",
    _F.NOT_COMPARABLE: "Who else has to say something here before we decide?",
    _F.AGREED: "You name the same owner: does that hold at night and in the holidays?",
    _F.PREREQUISITE_MET: "You say that it is in place: what would show it to somebody from outside?",
    _F.ALIGNED: "You are close to each other: is there anything that would change your mind?",
    _F.UNANIMOUS: "You answer alike: what have we not thought of?",
}
"""In this order: of several things found on one question, the first one here is asked about."""

_OF_KIND: Final[dict[Kind, str]] = {
    Kind.OWNERSHIP: "Who of you would own this?",
    Kind.CONTROL: "How much control do we need here?",
    Kind.POSITION: "What would you answer here?",
    Kind.TRAJECTORY: "Where are we, and where do we want to be?",
    Kind.PREREQUISITE: "Is this in place, and who can show it?",
}
"""What is asked where nothing was found yet."""


def question_for(kinds: Iterable[FindingKind], kind: Kind) -> str:
    """The question to put to the room."""
    found = set(kinds)
    return next((asked for one, asked in TO_ASK.items() if one in found), _OF_KIND[kind])
