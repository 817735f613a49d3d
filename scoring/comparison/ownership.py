"""Who owns a criterion: whoever the teams say owns the task behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from questionnaires import Scale
from questionnaires.candidate import OwnerPart
from questionnaires.words import FindingKind, Means
from scoring.comparison.claims import Claims
from scoring.comparison.compare import Comparison

TO_BE_NAMED = "to be named"


_ELSEWHERE: Final = {Means.SERVICE: "some leave it to the service", Means.NOBODY: "some say nobody yet"}
"""What is said beside the candidates for an owner."""


class OwnerOrigin(StrEnum):
    """How an owner came about."""

    AGREED = "agreed"
    UNCONFIRMED = "unconfirmed"
    TO_BE_AGREED = "to_be_agreed"
    TO_BE_NAMED = "to_be_named"
    ONE_TEAM = "one_team"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for a criterion: `named` in words, `keys` the owners meant, `task` the question asked."""

    named: str
    origin: OwnerOrigin
    keys: tuple[str, ...] = ()
    task: str | None = None


def owner_of(comparison: Comparison, part: OwnerPart) -> Owner:
    """The owner from the claims on the task. Nobody is chosen for the teams: where they differ it says
    *to be agreed: A or B*; the service cannot own a criterion of the customer."""
    if part.task is None:
        assert part.role is not None
        return Owner(part.role, OwnerOrigin.ROLE)
    item = comparison.question(part.task)
    if item is None or item.claims is None:
        return Owner(TO_BE_NAMED, OwnerOrigin.TO_BE_NAMED, (), part.task)
    return owner_from(comparison.questionnaire.scale_by_id[item.question.scale], item.claims, part.task)


def owner_from(scale: Scale, claims: Claims, task: str) -> Owner:
    """The owner that these claims on a task leave."""
    labels = {option.key: option.label for option in scale.options}
    ours = {option.key for option in scale.options if option.means in (Means.TEAM, Means.OUTSIDE)}
    named = {owner for owners in claims.named.values() for owner in owners}
    keys = tuple(option.key for option in scale.options if option.key in named)
    if not ours & named:
        return Owner(TO_BE_NAMED, OwnerOrigin.TO_BE_NAMED, (), task)
    if len(keys) > 1:
        words = " or ".join(labels[key] for key in keys if key in ours)
        others = [_ELSEWHERE[means] for key in keys if (means := scale.means[key]) in _ELSEWHERE]
        aside = f" ({', '.join(others)})" if others else ""
        return Owner(f"to be agreed: {words}{aside}", OwnerOrigin.TO_BE_AGREED, keys, task)
    owner = labels[keys[0]]
    if len(claims.named) == 1:
        return Owner(owner, OwnerOrigin.ONE_TEAM, keys, task)
    if claims.pattern is FindingKind.UNCONFIRMED:
        return Owner(f"{owner} (to be confirmed: not heard yet)", OwnerOrigin.UNCONFIRMED, keys, task)
    return Owner(owner, OwnerOrigin.AGREED, keys, task)
