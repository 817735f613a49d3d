"""Every kind of finding in a short word and in a sentence: the same on screens, in reports and in files."""

from __future__ import annotations

from typing import Final

from questionnaires.words import FindingKind, Means
from scoring.comparison.compare import Comparison
from scoring.comparison.findings import Finding
from scoring.wording.ordinal import band, baseline, blocker, direction, no_common_position, pace, shape, wants
from scoring.wording.owners import boundary, contested, of_owner, orphan, split, unaware_owner
from scoring.wording.quantities import infeasible
from scoring.wording.sentences import Sentence, Told, always, of_teams
from scoring.wording.statuses import applicability, met, statuses, unknown

_F = FindingKind
_SAID: Final[dict[FindingKind, tuple[str, Sentence]]] = {
    _F.ALIGNED: ("aligned", band),
    _F.CLOSE: ("close", band),
    _F.APART: ("apart", band),
    _F.FAR_APART: ("far apart", band),
    _F.UNANIMOUS: ("unanimous", shape),
    _F.ADJACENT: ("next to each other", shape),
    _F.LONE_DISSENTER: ("one team stands alone", shape),
    _F.TWO_CAMPS: ("two camps", shape),
    _F.SPREAD: ("spread out", shape),
    _F.AGREED: ("agreed", of_owner("Agreed")),
    _F.UNCONFIRMED: ("not confirmed", of_owner("Not confirmed")),
    _F.CONTESTED: ("contested", contested),
    _F.UNAWARE_OWNER: ("unaware owner", unaware_owner),
    _F.ORPHAN: ("no owner", orphan),
    _F.SPLIT: ("split", split),
    _F.BOUNDARY_CLAIMED: (
        "claims the service's task",
        boundary(
            "{teams} gives this task to us",
            "{teams} give this task to us",
            "the documentation gives it to the service.",
            {Means.TEAM},
        ),
    ),
    _F.BOUNDARY_EXPECTED: (
        "left to the service",
        boundary(
            "{teams} leaves this to the service",
            "{teams} leave this to the service",
            "the documentation says it is ours.",
            {Means.SERVICE},
        ),
    ),
    _F.BLOCKER: ("blocker", blocker),
    _F.OFFER_UNKNOWN: ("offer unknown", always("What the service offers here is not clear from its documentation.")),
    _F.COMFORT: ("comfort", wants("Comfort", "more")),
    _F.EXPOSED: ("exposed", wants("Exposed", "less")),
    _F.BASELINE_DISPUTE: ("baseline disputed", baseline),
    _F.DIRECTION_DISPUTE: ("direction disputed", direction),
    _F.PACE_DISPUTE: ("pace disputed", pace),
    _F.BACKWARDS: (
        "goes backwards",
        of_teams(
            "{teams} has a later answer below an earlier one: please check.",
            "{teams} have a later answer below an earlier one: please check.",
        ),
    ),
    _F.INFEASIBLE_TOGETHER: ("cannot hold together", infeasible),
    _F.PREREQUISITE_MET: ("met", met("Met")),
    _F.PREREQUISITE_UNCONFIRMED: ("met, not confirmed", met("Met, not confirmed")),
    _F.PREREQUISITE_PARTLY: ("partly met", statuses("Partly met")),
    _F.PREREQUISITE_NOT_MET: ("not met", statuses("Not met")),
    _F.PREREQUISITE_SPLIT: ("answers differ", statuses("The answers differ")),
    _F.UNKNOWN: ("mostly unknown", unknown),
    _F.UNDECIDED: (
        "undecided team",
        of_teams("{teams} names several owners equally often.", "{teams} name several owners equally often."),
    ),
    _F.NO_COMMON_POSITION: ("no common position", no_common_position),
    _F.APPLICABILITY_CONFLICT: ("does it apply?", applicability),
    _F.NOT_COMPARABLE: ("not comparable", always("Fewer than two teams have an answer, so nothing can be compared.")),
}

FINDING_WORDS: Final = {kind: word for kind, (word, _) in _SAID.items()}
"""A short name for every finding."""


def finding_sentence(comparison: Comparison, finding: Finding) -> str:
    """One sentence on one finding, with the teams by name."""
    item = comparison.question(finding.question)
    assert item is not None
    word, sentence = _SAID[finding.kind]
    return sentence(Told(comparison, item, finding, word))
