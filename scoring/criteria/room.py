"""What has become of a question in the room: settled, parked, or open; and what a later round says of a decision."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from questionnaires import Scale
from questionnaires.decisions import Decision, Status
from questionnaires.decisions_admission import settles
from questionnaires.words import Direction, Facet, FindingKind, Kind
from scoring.comparison.agenda import entry_of
from scoring.comparison.compare import Comparison
from scoring.comparison.questions import QuestionComparison
from scoring.conventions import Band
from scoring.measures import median, modes


class RoomState(StrEnum):
    """Where a question stands after the talk."""

    OPEN = "open"
    SETTLED = "settled"
    PARKED = "parked"


def room_state(comparison: Comparison, item: QuestionComparison, excluded: Collection[str]) -> RoomState:
    """Settled when everything is decided on which the teams are not at one; limits that exclude each other are open
    whatever was decided (`excluded` are their questions). Where they were all that there is to talk about, a decision
    on the other limit settles this one as well."""
    settled, name = comparison.settled, item.question.id
    if settled.is_parked(name):
        return RoomState.PARKED
    if name in excluded:
        return RoomState.OPEN
    if not settled.is_any_decided(name):
        return RoomState.SETTLED if _is_settled_elsewhere(comparison, item, excluded) else RoomState.OPEN
    return RoomState.OPEN if open_stages(comparison, item) else RoomState.SETTLED


def open_stages(comparison: Comparison, item: QuestionComparison) -> tuple[Facet, ...]:
    """The stages on which the teams are not at one and nothing is decided; none of a question without stages."""
    if item.question.kind is not Kind.TRAJECTORY:
        return ()
    apart = (one.facet for one in item.facets if one.band is not Band.ALIGNED)
    return tuple(facet for facet in apart if comparison.settled.decided(item.question.id, facet) is None)


def decided_elsewhere(comparison: Comparison, item: QuestionComparison, excluded: Collection[str]) -> tuple[str, ...]:
    """The other limits whose decision ends that this one and they exclude each other; none while they still do."""
    if item.question.id in excluded:
        return ()
    others = (other for finding in item.findings for other in finding.others)
    return tuple(dict.fromkeys(other for other in others if comparison.settled.is_any_decided(other)))


def _is_settled_elsewhere(comparison: Comparison, item: QuestionComparison, excluded: Collection[str]) -> bool:
    if not decided_elsewhere(comparison, item, excluded):
        return False
    besides = tuple(finding for finding in item.findings if finding.kind is not FindingKind.INFEASIBLE_TOGETHER)
    return entry_of(replace(item, findings=besides)) is None


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The teams that answer otherwise in a later round than was decided, of so many that answer in it; `as_before` are
    those of them whose answers are the ones that were talked about: whoever only repeats them does not turn."""

    teams: tuple[str, ...]
    answered: int
    as_before: tuple[str, ...] = ()


def otherwise(comparison: Comparison, decision: Decision) -> Otherwise | None:
    """Who now answers otherwise than was decided; None of the round that was talked about, where nobody answers, and
    of what is only proposed."""
    item = comparison.question(decision.question)
    if item is None or decision.status is not Status.DECIDED or comparison.round <= decision.round:
        return None
    facet = decision.facet or settles(item.question)[0]
    row = item.cells.get(facet, {})
    said = [team for team, cell in row.items() if cell.answered and comparison.is_anew(item.question.id, facet, team)]
    teams = tuple(team for team in said if not _is_as_decided(comparison, item, facet, team, decision))
    as_before = tuple(team for team in teams if decision.before.get(team) == row[team].counts)
    return Otherwise(teams, len(said), as_before) if said else None


def _is_as_decided(
    comparison: Comparison, item: QuestionComparison, facet: Facet, team: str, decision: Decision
) -> bool:
    """Whether a team's own view is what was decided: its middle answer, or the one option that it names most."""
    assert decision.outcome is not None
    scale = comparison.questionnaire.scale_by_id[item.question.scale]
    key = decision.outcome.owner or decision.outcome.status
    if key is not None:
        return modes(item.cells[facet][team].counts) == (scale.index(key),)
    position = median(item.cells[facet][team].counts)
    assert position is not None, "only who answered is asked about"
    if decision.outcome.value is None:
        return position == decision.outcome.option
    low, high = _around(scale, decision.outcome.value)
    return low <= position <= high


def _around(scale: Scale, value: Decimal) -> tuple[int, int]:
    """The places of the options on both sides of a value, which is all that a team can say of it; both the same where
    it is an option's own."""
    values = [option.value for option in scale.options if option.value is not None]
    below = [place for place, own in enumerate(values) if own <= value]
    above = [place for place, own in enumerate(values) if own >= value]
    if scale.stricter is Direction.AT_MOST:
        below, above = above, below
    return max(below), min(above)
