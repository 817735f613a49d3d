"""Who owns a criterion: whoever the teams say owns the task behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from questionnaires.candidate import OwnerPart
from questionnaires.words import FindingKind, Means
from scoring.comparison import Comparison

TO_BE_NAMED = "to be named"


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
    scale = comparison.questionnaire.scale_by_id[item.question.scale]
    labels = {option.key: option.label for option in scale.options}
    ours = {option.key for option in scale.options if option.means in (Means.TEAM, Means.OUTSIDE)}
    named = {owner for owners in item.claims.named.values() for owner in owners}
    keys = tuple(option.key for option in scale.options if option.key in named)
    if not ours & named:
        return Owner(TO_BE_NAMED, OwnerOrigin.TO_BE_NAMED, (), part.task)
    if len(keys) > 1:
        words = " or ".join(labels[key] for key in keys)
        return Owner(f"to be agreed: {words}", OwnerOrigin.TO_BE_AGREED, keys, part.task)
    owner = labels[keys[0]]
    if len(item.claims.named) == 1:
        return Owner(owner, OwnerOrigin.ONE_TEAM, keys, part.task)
    if item.claims.pattern is FindingKind.UNCONFIRMED:
        return Owner(f"{owner} (to be confirmed: not heard yet)", OwnerOrigin.UNCONFIRMED, keys, part.task)
    return Owner(owner, OwnerOrigin.AGREED, keys, part.task)
