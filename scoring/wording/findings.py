"""Every kind of finding in a short word and in a sentence: the same on screens, in reports and in files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from questionnaires.words import FindingKind, Means
from scoring.comparison.compare import Comparison
from scoring.comparison.findings import Finding
from scoring.wording.ordinal import band, baseline, blocker, direction, no_common_position, pace, shape, wants
from scoring.wording.owners import boundary, contested, of_owner, orphan, split, unaware_owner
from scoring.wording.quantities import infeasible
from scoring.wording.sentences import Sentence, Told, always, of_teams
from scoring.wording.statuses import applicability, met, statuses, unknown


@dataclass(frozen=True, slots=True)
class Said:
    """How a kind of finding is told: its short word, its sentence, and when these are true of the answers.

    A torn team is one without a common position. `tests.proofs` holds every sentence against answers by its own reading
    of them: whoever changes one of the three changes the others, and the proof.
    """

    word: str
    sentence: Sentence
    holds: str


_F = FindingKind
_SAID: Final[dict[FindingKind, Said]] = {
    _F.ALIGNED: Said(
        "aligned",
        band,
        "at most 1 step between the middle answers of the teams that answered, and none of them is torn",
    ),
    _F.CLOSE: Said("close", band, "at most 2 steps between the middle answers, or at most 1 while a team is torn"),
    _F.APART: Said("apart", band, "more than 2 and at most 3 steps between the middle answers"),
    _F.FAR_APART: Said("far apart", band, "more than 3 steps between the middle answers"),
    _F.UNANIMOUS: Said("unanimous", shape, "the middle answers are equal and no team is torn"),
    _F.ADJACENT: Said("next to each other", shape, "the middle answers differ by at most 1 step and no team is torn"),
    _F.LONE_DISSENTER: Said(
        "one team stands alone",
        shape,
        "of three or more teams, none torn, one lies at least 2 steps beyond the others, further than those are apart",
    ),
    _F.TWO_CAMPS: Said(
        "two camps",
        shape,
        "no team is torn, and a gap of at least 2 steps, wider than either side, lies between two groups",
    ),
    _F.SPREAD: Said(
        "spread out",
        shape,
        "a team is torn, or the middle answers differ by more than 1 step and fall into no two groups",
    ),
    _F.AGREED: Said(
        "agreed",
        of_owner("Agreed"),
        "every team with an answer names one and the same owner most, and that is no team without an answer",
    ),
    _F.UNCONFIRMED: Said(
        "not confirmed",
        of_owner("Not confirmed"),
        "every team with an answer (or all but one of three, none naming itself) names one team that has none",
    ),
    _F.CONTESTED: Said("contested", contested, "two or more teams name themselves most, alone or tied"),
    _F.UNAWARE_OWNER: Said(
        "unaware owner",
        unaware_owner,
        "no team names itself, one has more than half of the votes, and it has answered and names another",
    ),
    _F.ORPHAN: Said(
        "no owner",
        orphan,
        "nobody yet has most votes, or no team with an answer names itself and neither service nor provider leads",
    ),
    _F.SPLIT: Said("split", split, "none of the other patterns holds"),
    _F.BOUNDARY_CLAIMED: Said(
        "claims the service's task",
        boundary(
            "{teams} gives this task to us",
            "{teams} give this task to us",
            "the documentation gives it to the service.",
            {Means.TEAM},
        ),
        "the service's documentation gives the task to the service, and these teams name a team or a provider",
    ),
    _F.BOUNDARY_EXPECTED: Said(
        "left to the service",
        boundary(
            "{teams} leaves this to the service",
            "{teams} leave this to the service",
            "the documentation says it is ours.",
            {Means.SERVICE},
        ),
        "the service's documentation gives the task to the customer, and these teams name the service",
    ),
    _F.BLOCKER: Said("blocker", blocker, "these teams' middle need is above the most that the service offers"),
    _F.OFFER_UNKNOWN: Said(
        "offer unknown",
        always("What the service offers here is not clear from its documentation."),
        "somebody says what is needed, and no source says what the service offers at most",
    ),
    _F.COMFORT: Said(
        "comfort",
        wants("Comfort", "more"),
        "these teams' middle answer for what is wanted is above the one for what is needed",
    ),
    _F.EXPOSED: Said(
        "exposed",
        wants("Exposed", "less"),
        "these teams' middle answer for what is wanted is below the one for what is needed",
    ),
    _F.BASELINE_DISPUTE: Said("baseline disputed", baseline, "more than 1 step between the middle answers for today"),
    _F.DIRECTION_DISPUTE: Said(
        "direction disputed",
        direction,
        "of the teams with both ends, some move up and some do not, or some move down and some do not",
    ),
    _F.PACE_DISPUTE: Said(
        "pace disputed",
        pace,
        "the teams with both ends all move, the same way, and their moves differ by more than 1 step",
    ),
    _F.BACKWARDS: Said(
        "target before today",
        of_teams(
            "{teams} has a target at an earlier stage than today or than the target before it: please confirm.",
            "{teams} have a target at an earlier stage than today or than the target before it: please confirm.",
        ),
        "a later middle answer of these teams is below an earlier one",
    ),
    _F.INFEASIBLE_TOGETHER: Said(
        "cannot hold together",
        infeasible,
        "the threshold recommended of one question lies above the one recommended of the other, or those of shares "
        "add up to more than there is",
    ),
    _F.PREREQUISITE_MET: Said(
        "met",
        met("Met"),
        "two or more teams have an answer, all answers are met, and so is that of the team it concerns first",
    ),
    _F.PREREQUISITE_UNCONFIRMED: Said(
        "met, not confirmed",
        met("Met, not confirmed"),
        "all answers are met, and the team it concerns first has none or mostly does not know",
    ),
    _F.PREREQUISITE_PARTLY: Said(
        "partly met", statuses("Partly met"), "somebody says partly, and nobody says both met and not met"
    ),
    _F.PREREQUISITE_NOT_MET: Said("not met", statuses("Not met"), "all answers are not met"),
    _F.PREREQUISITE_SPLIT: Said(
        "answers differ", statuses("The answers differ"), "somebody says met and somebody says not met"
    ),
    _F.UNKNOWN: Said(
        "mostly unknown", unknown, "more than half of the teams that answered or do not know, mostly do not know"
    ),
    _F.UNDECIDED: Said(
        "undecided team",
        of_teams("{teams} names several owners equally often.", "{teams} name several owners equally often."),
        "these teams name two or more owners equally often, and none more often",
    ),
    _F.NO_COMMON_POSITION: Said(
        "no common position",
        no_common_position,
        "these teams' answers lie more than 1 step from their middle one on average",
    ),
    _F.APPLICABILITY_CONFLICT: Said(
        "does it apply?",
        applicability,
        "these teams say only that it does not apply, or do not know, and another team has an answer",
    ),
    _F.NOT_COMPARABLE: Said(
        "not comparable",
        always("Fewer than two teams have an answer, so nothing can be compared."),
        "fewer than two teams have an answer",
    ),
}

FINDING_WORDS: Final = {kind: said.word for kind, said in _SAID.items()}
"""A short name for every finding."""

FINDING_HOLDS: Final = {kind: said.holds for kind, said in _SAID.items()}
"""When a finding is there, by the answers."""


def finding_sentence(comparison: Comparison, finding: Finding) -> str:
    """One sentence on one finding, with the teams by name."""
    item = comparison.question(finding.question)
    assert item is not None
    said = _SAID[finding.kind]
    return said.sentence(Told(comparison, item, finding, said.word))
