"""The closed vocabularies that every floor shares, in the words of the product."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

SCHEMA: Final = 1
"""The schema number that this version of the tool writes and reads."""

DONT_KNOW: Final = "dont_know"
NOT_APPLICABLE: Final = "not_applicable"
RESERVED: Final = frozenset({DONT_KNOW, NOT_APPLICABLE})
"""Answers that are not options: allowed on any facet, never a number, never merged."""

ORDINAL_OPTIONS: Final = 6
"""Every ordinal scale has six options, 0 to 5: there is no neutral middle to hide in."""


class FileKind(StrEnum):
    """What a file says of itself in its first line."""

    RESPONSE = "response"
    TALLY = "tally"
    RESULTS = "results"
    ACTUALS = "actuals"
    DECISIONS = "decisions"
    ROSTER = "roster"
    BUILDS = "builds"
    TICKETS = "tickets"
    QUESTIONNAIRE = "questionnaire"


class TicketsCounted(StrEnum):
    """What of a service desk's tickets one figure counts."""

    OF_CYCLE = "of_cycle"
    OF_BUSIEST_DAY = "of_busiest_day"


class Kind(StrEnum):
    """The kinds of question; the kind decides the facets."""

    OWNERSHIP = "ownership"
    CONTROL = "control"
    POSITION = "position"
    TRAJECTORY = "trajectory"
    PREREQUISITE = "prerequisite"


class Facet(StrEnum):
    """What one choice answers."""

    OWNER = "owner"
    NEEDED = "needed"
    WANTED = "wanted"
    BASIS = "basis"
    POSITION = "position"
    TODAY = "today"
    IN_12_MONTHS = "in_12_months"
    IN_24_MONTHS = "in_24_months"
    STATUS = "status"


FACETS: Final[dict[Kind, tuple[Facet, ...]]] = {
    Kind.OWNERSHIP: (Facet.OWNER,),
    Kind.CONTROL: (Facet.NEEDED, Facet.WANTED),
    Kind.POSITION: (Facet.POSITION,),
    Kind.TRAJECTORY: (Facet.TODAY, Facet.IN_12_MONTHS, Facet.IN_24_MONTHS),
    Kind.PREREQUISITE: (Facet.STATUS,),
}
"""The facets that every respondent is asked. *Basis* is asked only of a need of 4 or 5."""

BASIS_FROM: Final = 4
"""A need of this option or above is asked for its basis."""


class Level(StrEnum):
    """What the options of a scale can be compared by."""

    ORDINAL = "ordinal"
    NOMINAL = "nominal"
    STATUS = "status"


class Means(StrEnum):
    """What an option of a nominal owner scale stands for."""

    TEAM = "team"
    OUTSIDE = "outside"
    SERVICE = "service"
    NOBODY = "nobody"


class Depth(StrEnum):
    """How much is asked; each depth holds all questions of those before it."""

    SHORT = "short"
    CORE = "core"
    FULL = "full"

    def reaches(self, other: Depth) -> bool:
        """Whether somebody who answers at this depth is asked a question of the other."""
        depths = list(Depth)
        return depths.index(other) <= depths.index(self)


class Impact(StrEnum):
    """How much hangs on a question; set by its author, never by a respondent."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Reversible(StrEnum):
    """Whether the decision can be taken back."""

    ONE_WAY = "one-way"
    TWO_WAY = "two-way"


class TaskStatus(StrEnum):
    """What became of a documented task since it was first written down."""

    CURRENT = "current"
    RENAMED = "renamed"
    RETIRED = "retired"


class DocumentedOwner(StrEnum):
    """Whose task the service's documentation says it is."""

    CUSTOMER = "customer"
    SERVICE = "service"


class Gate(StrEnum):
    """When a criterion has to be met."""

    START_PILOT = "start_pilot"
    LEAVE_PILOT = "leave_pilot"
    BROAD_RING = "broad_ring"
    TWELVE_MONTHS = "12_months"
    TWENTY_FOUR_MONTHS = "24_months"


class Priority(StrEnum):
    """How firmly a criterion is recommended."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


class Direction(StrEnum):
    """How a measured value is held against a threshold."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class By(StrEnum):
    """What a criterion has a figure of its own for."""

    RING = "ring"
    CYCLE = "cycle"


class StopRule(StrEnum):
    """The parts of a stop rule: what happens when something breaks, who says stop, and who says whether it goes on."""

    BREAKS = "breaks"
    STOP = "stop"
    GO_OR_HOLD = "go_or_hold"


class DefaultBasis(StrEnum):
    """Where a default threshold comes from."""

    DOCUMENTED = "documented"
    OURS = "ours"


class FindingKind(StrEnum):
    """Everything a comparison can say about a question. Agenda, criteria and filters use nothing else."""

    # bands of the gap between the teams' positions
    ALIGNED = "aligned"
    CLOSE = "close"
    APART = "apart"
    FAR_APART = "far_apart"
    # shapes of the positions
    UNANIMOUS = "unanimous"
    ADJACENT = "adjacent"
    LONE_DISSENTER = "lone_dissenter"
    TWO_CAMPS = "two_camps"
    SPREAD = "spread"
    # claim patterns
    AGREED = "agreed"
    UNCONFIRMED = "unconfirmed"
    CONTESTED = "contested"
    UNAWARE_OWNER = "unaware_owner"
    ORPHAN = "orphan"
    SPLIT = "split"
    # ownership against the documented owner
    BOUNDARY_CLAIMED = "boundary_claimed"
    BOUNDARY_EXPECTED = "boundary_expected"
    # control
    BLOCKER = "blocker"
    OFFER_UNKNOWN = "offer_unknown"
    COMFORT = "comfort"
    EXPOSED = "exposed"
    # operating model
    BASELINE_DISPUTE = "baseline_dispute"
    DIRECTION_DISPUTE = "direction_dispute"
    PACE_DISPUTE = "pace_dispute"
    BACKWARDS = "backwards"
    # thresholds
    INFEASIBLE_TOGETHER = "infeasible_together"
    # readiness
    PREREQUISITE_MET = "prerequisite_met"
    PREREQUISITE_UNCONFIRMED = "prerequisite_unconfirmed"
    PREREQUISITE_PARTLY = "prerequisite_partly"
    PREREQUISITE_NOT_MET = "prerequisite_not_met"
    PREREQUISITE_SPLIT = "prerequisite_split"
    # what stands in the way of comparing
    UNKNOWN = "unknown"
    UNDECIDED = "undecided"
    NO_COMMON_POSITION = "no_common_position"
    APPLICABILITY_CONFLICT = "applicability_conflict"
    NOT_COMPARABLE = "not_comparable"
