"""Who owns a task: the pattern of the teams' claims, and the boundary to the service."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

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
    """The claim pattern, the first that fits; None without answers.

    *agreed*: every answering team names the same single owner (*unconfirmed* while that owner is
    a team that has not answered); *contested*: two or more teams name themselves; *unaware owner*:
    no team names itself, more than half of the teams name X, and X answered and names another;
    *orphan*: nobody leads, or no team names itself and no outside owner leads; else *split*.
    """
    named = {team: tuple(scale.options[index].key for index in modes(row)) for team, row in counts.items() if sum(row)}
    if not named:
        return None
    means = {option.key: option.means for option in scale.options}
    undecided = tuple(team for team, owners in named.items() if len(owners) > 1)
    pattern, owners = _pattern(named, means)
    return Claims(named, pattern, owners, undecided)


def _pattern(
    named: Mapping[str, tuple[str, ...]], means: Mapping[str, Means | None]
) -> tuple[FindingKind, tuple[str, ...]]:
    first = next(iter(named.values()))
    if len(first) == 1 and means[first[0]] is not Means.NOBODY and all(owners == first for owners in named.values()):
        silent = means[first[0]] is Means.TEAM and first[0] not in named
        return (FindingKind.UNCONFIRMED if silent else FindingKind.AGREED), first
    claimants = tuple(team for team, owners in named.items() if team in owners)
    if len(claimants) > 1:
        return FindingKind.CONTESTED, claimants
    votes = _votes(named)
    if not claimants:
        unaware = _unaware(named, means, votes)
        if unaware:
            return FindingKind.UNAWARE_OWNER, (unaware,)
    leader = _leader(votes)
    leads = means[leader] if leader else None
    if leads is Means.NOBODY or (not claimants and leads not in (Means.SERVICE, Means.OUTSIDE)):
        return FindingKind.ORPHAN, ()
    return FindingKind.SPLIT, tuple(owner for owner in votes if means[owner] is not Means.NOBODY)


def _votes(named: Mapping[str, tuple[str, ...]]) -> Counter[str]:
    """One vote a team, shared among its tied owners."""
    votes: Counter[str] = Counter()
    for owners in named.values():
        for owner in owners:
            votes[owner] += Fraction(1, len(owners))  # type: ignore[assignment]  # a Counter of exact shares
    return votes


def _leader(votes: Counter[str]) -> str | None:
    """The one owner with the most votes; None when tied."""
    ranked = votes.most_common(2)
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None


def _unaware(
    named: Mapping[str, tuple[str, ...]], means: Mapping[str, Means | None], votes: Counter[str]
) -> str | None:
    for owner, share in votes.items():
        if means[owner] is Means.TEAM and owner in named and 2 * share > len(named):
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
    means = {option.key: option.means for option in scale.options}
    wrong = {Means.SERVICE} if documented is DocumentedOwner.CUSTOMER else {Means.TEAM, Means.OUTSIDE}
    teams = tuple(team for team, owners in claimed.named.items() if any(means[owner] in wrong for owner in owners))
    if not teams:
        return ServiceBoundary(Boundary.ACCEPTED)
    kind = Boundary.EXPECTED if documented is DocumentedOwner.CUSTOMER else Boundary.CLAIMED
    return ServiceBoundary(kind, teams)
