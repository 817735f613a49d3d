"""Who owns a task: the pattern of the teams' claims, and the boundary to the service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import lcm

from questionnaires import Scale
from questionnaires.words import DocumentedOwner, FindingKind, Means
from scoring.measures import modes


@dataclass(frozen=True, slots=True)
class Claims:
    """What the teams say about one task.

    `named` holds, by team, the owners its members name most (several when tied); `pattern` is
    one of the claim patterns; `owners` are those the pattern is about.
    """

    named: Mapping[str, tuple[str, ...]]
    pattern: FindingKind
    owners: tuple[str, ...]
    undecided: tuple[str, ...]


def claims(scale: Scale, counts: Mapping[str, tuple[int, ...]]) -> Claims | None:
    """The claim pattern of counts over the options of the scale; None without answers."""
    return claims_from(scale, {team: owners_at(scale, modes(row)) for team, row in counts.items() if sum(row)})


def owners_at(scale: Scale, places: tuple[int, ...]) -> tuple[str, ...]:
    """The owners at these places of the scale."""
    return tuple([scale.options[place].key for place in places])


def claims_from(scale: Scale, named: Mapping[str, tuple[str, ...]]) -> Claims | None:
    """The claim pattern of the owners that each team names most; None without teams.

    By the rules for claims on nominal scales, of which the first that fits is taken:
    1. *agreed*: every answering team names the same single owner; *unconfirmed* while that owner is a team that
       has not answered.
    2. *contested*: two or more teams name themselves.
    3. *unaware owner*: no team names itself, more than half of the teams name X, and X answered and names another.
    4. *orphan*: nobody leads, or no team names itself and no outside owner leads.
    5. *split*: anything else.

    First that fits, and no score: each rule leaves something else to settle, and a task that two teams claim has to
    be settled between these two, however many others name a third.
    """
    if not named:
        return None
    undecided = tuple(team for team, owners in named.items() if len(owners) > 1)
    pattern, owners = _pattern(named, scale.means)
    return Claims(named, pattern, owners, undecided)


def _pattern(
    named: Mapping[str, tuple[str, ...]], means: Mapping[str, Means | None]
) -> tuple[FindingKind, tuple[str, ...]]:
    first = next(iter(named.values()))
    if len(first) == 1 and means[first[0]] is not Means.NOBODY and all(owners == first for owners in named.values()):
        silent = means[first[0]] is Means.TEAM and first[0] not in named
        return (FindingKind.UNCONFIRMED if silent else FindingKind.AGREED), first
    claimants = tuple([team for team, owners in named.items() if team in owners])
    if len(claimants) > 1:
        return FindingKind.CONTESTED, claimants
    votes, vote = _votes(named)
    if not claimants:
        unaware = _unaware(named, means, votes, vote)
        if unaware:
            return FindingKind.UNAWARE_OWNER, (unaware,)
    leader = _leader(votes)
    leads = means[leader] if leader else None
    if leads is Means.NOBODY or (not claimants and leads not in (Means.SERVICE, Means.OUTSIDE)):
        return FindingKind.ORPHAN, ()
    return FindingKind.SPLIT, tuple(owner for owner in votes if means[owner] is not Means.NOBODY)


def _votes(named: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, int], int]:
    """One vote a team, shared among its tied owners; in whole parts, with the parts of one vote.

    A vote has as many parts as every number of tied owners divides: shares stay exact without fractions.
    """
    vote = lcm(*(len(owners) for owners in named.values()))
    votes: dict[str, int] = {}
    for owners in named.values():
        for owner in owners:
            votes[owner] = votes.get(owner, 0) + vote // len(owners)
    return votes, vote


def _leader(votes: Mapping[str, int]) -> str | None:
    """The one owner with the most votes; None when tied."""
    most = max(votes.values())
    leaders = [owner for owner, count in votes.items() if count == most]
    return leaders[0] if len(leaders) == 1 else None


def _unaware(
    named: Mapping[str, tuple[str, ...]], means: Mapping[str, Means | None], votes: Mapping[str, int], vote: int
) -> str | None:
    for owner, count in votes.items():
        if means[owner] is Means.TEAM and owner in named and 2 * count > len(named) * vote:
            return owner
    return None


class Boundary(StrEnum):
    """Named owners against the documented one."""

    ACCEPTED = "accepted"
    CLAIMED = "claimed"
    EXPECTED = "expected"
    UNDOCUMENTED = "undocumented"


@dataclass(frozen=True, slots=True)
class ServiceBoundary:
    """Whether the teams see the line between service and customer where the documentation draws it."""

    kind: Boundary
    teams: tuple[str, ...] = ()


def service_boundary(scale: Scale, claimed: Claims, documented: DocumentedOwner | None) -> ServiceBoundary:
    """*claimed*: teams name a customer's owner for what the service does; *expected*: teams leave to the
    service what the customer must do; *accepted* when neither; *undocumented* without a documented owner."""
    if documented is None:
        return ServiceBoundary(Boundary.UNDOCUMENTED)
    means = scale.means
    wrong = {Means.SERVICE} if documented is DocumentedOwner.CUSTOMER else {Means.TEAM, Means.OUTSIDE}
    teams = tuple([team for team, owners in claimed.named.items() if any(means[owner] in wrong for owner in owners)])
    if not teams:
        return ServiceBoundary(Boundary.ACCEPTED)
    kind = Boundary.EXPECTED if documented is DocumentedOwner.CUSTOMER else Boundary.CLAIMED
    return ServiceBoundary(kind, teams)
