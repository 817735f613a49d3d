"""Who owns a task: the pattern of the teams' claims, and the boundary to the service."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import lcm
from typing import Final

from questionnaires import Question, Scale
from questionnaires.words import DocumentedOwner, Facet, FindingKind, Means
from scoring.counts.tally import Distribution, Tally
from scoring.measures import modes

FEWEST_BUT_ONE: Final = 3
"""Of fewer teams, all but one is a single team's word."""


class Absence(StrEnum):
    """Why a team has no answer to a question. *Don't know* and *not applicable* are answers of their own."""

    UNHEARD = "unheard"
    NOT_ASKED = "not_asked"
    LEFT_OPEN = "left_open"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    DONT_KNOW_OR_NOT_APPLICABLE = "dont_know_or_not_applicable"


def absence(cell: Distribution | None, *, heard: bool) -> Absence | None:
    """Why a team that was `heard` anywhere in the round, or was not, has no answer; None where it has one.

    *Unheard* is who said nothing in the whole round, whatever was asked of it.
    """
    if cell is not None and cell.answered:
        return None
    if not heard:
        return Absence.UNHEARD
    if cell is None:
        return Absence.NOT_ASKED
    if cell.dont_know and cell.not_applicable:
        return Absence.DONT_KNOW_OR_NOT_APPLICABLE
    if cell.dont_know:
        return Absence.DONT_KNOW
    return Absence.NOT_APPLICABLE if cell.not_applicable else Absence.LEFT_OPEN


def absences(scale: Scale, counted: Tally, question: Question) -> dict[str, Absence]:
    """The teams among the owners that have no answer to a task in a whole round, and why."""
    heard = counted.answered_teams
    found = {
        team: absence(counted.cells.get((question.id, Facet.OWNER, team)), heard=team in heard)
        for team, means in scale.means.items()
        if means is Means.TEAM
    }
    return {team: why for team, why in found.items() if why}


@dataclass(frozen=True, slots=True)
class Claims:
    """What the teams say about one task.

    `named` holds, by team, the owners its members name most (several when tied); `pattern` is
    one of the claim patterns; `owners` are those the pattern is about; `absent` says of each team among
    the owners that has no answer why.
    """

    named: Mapping[str, tuple[str, ...]]
    pattern: FindingKind
    owners: tuple[str, ...]
    undecided: tuple[str, ...]
    absent: Mapping[str, Absence]


def claims(
    scale: Scale, counts: Mapping[str, tuple[int, ...]], absent: Mapping[str, Absence] | None = None
) -> Claims | None:
    """The claim pattern of counts over the options of the scale; None without answers.

    Without `absent`, whoever has no counts has not been heard.
    """
    named = {team: owners_at(scale, modes(row)) for team, row in counts.items() if sum(row)}
    if absent is None:
        teams = (owner for owner, means in scale.means.items() if means is Means.TEAM)
        absent = {team: Absence.UNHEARD for team in teams if team not in named}
    return claims_from(scale, named, absent)


def owners_at(scale: Scale, places: tuple[int, ...]) -> tuple[str, ...]:
    """The owners at these places of the scale."""
    return tuple([scale.options[place].key for place in places])


def claims_from(scale: Scale, named: Mapping[str, tuple[str, ...]], absent: Mapping[str, Absence]) -> Claims | None:
    """The claim pattern of the owners that each team names most; None without teams.

    By the rules for claims on nominal scales, of which the first that fits is taken:
    1. *agreed*: every answering team names the same single owner; *unconfirmed* while that owner is a team that
       has no answer here.
    2. *contested*: two or more teams name themselves.
    3. *unconfirmed* as well: no team names itself, and of three or more all but one name the same single owner, a
       team that has no answer here. What it says may settle it, so the task is not ownerless.
    4. *unaware owner*: no team names itself, more than half of the votes are X's, and X answered and names another,
       or says nobody yet. A vote of a tied team is shared among the owners it names.
    5. *orphan*: *nobody yet* leads by votes, or no team names itself and no outside owner leads. A service or an
       outside provider that leads alone is no lack of an owner.
    6. *split*: anything else.

    First that fits, and no score: each rule leaves something else to settle, and a task that two teams claim has to
    be settled between these two, however many others name a third.
    """
    if not named:
        return None
    undecided = tuple(team for team, owners in named.items() if len(owners) > 1)
    pattern, owners = _pattern(named, scale.means, absent)
    return Claims(named, pattern, owners, undecided, absent)


def _pattern(
    named: Mapping[str, tuple[str, ...]], means: Mapping[str, Means | None], absent: Mapping[str, Absence]
) -> tuple[FindingKind, tuple[str, ...]]:
    alone = Counter(owners[0] for owners in named.values() if len(owners) == 1)
    first, backing = alone.most_common(1)[0] if alone else ("", 0)
    if backing == len(named) and means[first] is not Means.NOBODY:
        return (FindingKind.UNCONFIRMED if first in absent else FindingKind.AGREED), (first,)
    claimants = tuple([team for team, owners in named.items() if team in owners])
    if len(claimants) > 1:
        return FindingKind.CONTESTED, claimants
    votes, vote = _votes(named)
    if not claimants:
        if first in absent and len(named) >= FEWEST_BUT_ONE and backing == len(named) - 1:
            return FindingKind.UNCONFIRMED, (first,)
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
    """*claimed*: teams name a customer's owner, themselves, another team or an outside provider, for what the service
    does; *expected*: teams leave to the service what the customer must do; *accepted* when neither; *undocumented*
    without a documented owner. A team whose people are tied counts where one of its owners does."""
    if documented is None:
        return ServiceBoundary(Boundary.UNDOCUMENTED)
    means = scale.means
    wrong = {Means.SERVICE} if documented is DocumentedOwner.CUSTOMER else {Means.TEAM, Means.OUTSIDE}
    teams = tuple([team for team, owners in claimed.named.items() if any(means[owner] in wrong for owner in owners)])
    if not teams:
        return ServiceBoundary(Boundary.ACCEPTED)
    kind = Boundary.EXPECTED if documented is DocumentedOwner.CUSTOMER else Boundary.CLAIMED
    return ServiceBoundary(kind, teams)
