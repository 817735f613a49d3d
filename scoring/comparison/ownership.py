"""Who owns a criterion: whoever the teams say owns the task behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from questionnaires import Scale
from questionnaires.candidate import OwnerPart
from questionnaires.words import FindingKind, Means
from scoring.comparison.claims import Absence, Claims
from scoring.comparison.compare import Comparison

TO_BE_NAMED = "to be named"


_ELSEWHERE: Final = {Means.SERVICE: "some leave it to the service", Means.NOBODY: "some say nobody yet"}
"""What is said beside the candidates for an owner."""

_TO_CONFIRM: Final = {
    Absence.UNHEARD: "not heard yet",
    Absence.NOT_ASKED: "was not asked this one",
    Absence.LEFT_OPEN: "has not answered this one",
    Absence.DONT_KNOW: "answered don't know",
    Absence.NOT_APPLICABLE: "answered not applicable",
    Absence.DONT_KNOW_OR_NOT_APPLICABLE: "answered don't know or not applicable",
}
"""What is said beside an owner that has not named one itself."""


class OwnerOrigin(StrEnum):
    """How an owner came about."""

    AGREED = "agreed"
    UNCONFIRMED = "unconfirmed"
    TO_BE_AGREED = "to_be_agreed"
    TO_BE_NAMED = "to_be_named"
    ONE_TEAM = "one_team"
    ROLE = "role"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for a criterion: `named` in words, `keys` the owners meant, `task` the question asked."""

    named: str
    origin: OwnerOrigin
    keys: tuple[str, ...] = ()
    task: str | None = None


def owner_of(comparison: Comparison, part: OwnerPart) -> Owner:
    """The owner from the claims on the task. Nobody is chosen for the teams: where they differ it says
    *to be agreed: A or B*; the service cannot own a criterion of the customer. What the room decided goes first."""
    if part.task is None:
        assert part.role is not None
        return Owner(part.role, OwnerOrigin.ROLE)
    if (decided := _decided(comparison, part.task)) is not None:
        return decided
    item = comparison.question(part.task)
    if item is None or item.claims is None:
        return Owner(TO_BE_NAMED, OwnerOrigin.TO_BE_NAMED, (), part.task)
    return owner_from(comparison.questionnaire.scale_by_id[item.question.scale], item.claims, part.task)


def _decided(comparison: Comparison, task: str) -> Owner | None:
    """The owner that was decided; None where none was, and where it is the service: that owns no criterion."""
    found = comparison.settled.owner(task)
    key = found.outcome.owner if found and found.outcome else None
    if key is None:
        return None
    scale = comparison.questionnaire.scale_by_id[comparison.questionnaire.question_by_id[task].scale]
    option = next((one for one in scale.options if one.key == key), None)
    if option is None or option.means is Means.SERVICE:
        return None
    return Owner(option.label, OwnerOrigin.DECIDED, (key,), task)


def owner_from(scale: Scale, claims: Claims, task: str) -> Owner:
    """The owner that these claims on a task leave.

    Where all teams but one name a team that has no answer itself, that one may name another owner: then it is to be
    agreed between the two. Names it none of ours, the first remains, to be confirmed.
    """
    labels = {option.key: option.label for option in scale.options}
    ours = {option.key for option in scale.options if option.means in (Means.TEAM, Means.OUTSIDE)}
    named = {owner for owners in claims.named.values() for owner in owners}
    keys = tuple(option.key for option in scale.options if option.key in named)
    if not ours & named:
        return Owner(TO_BE_NAMED, OwnerOrigin.TO_BE_NAMED, (), task)
    candidates = [key for key in keys if key in ours]
    others = [_ELSEWHERE[means] for key in keys if (means := scale.means[key]) in _ELSEWHERE]
    if claims.pattern is FindingKind.UNCONFIRMED and len(candidates) == 1 and len(claims.named) > 1:
        aside = "; ".join([_TO_CONFIRM[claims.absent[candidates[0]]], *others])
        owner = f"{labels[candidates[0]]} (to be confirmed: {aside})"
        return Owner(owner, OwnerOrigin.UNCONFIRMED, keys, task)
    if len(keys) > 1:
        aside = f" ({', '.join(others)})" if others else ""
        words = " or ".join(labels[key] for key in candidates)
        return Owner(f"to be agreed: {words}{aside}", OwnerOrigin.TO_BE_AGREED, keys, task)
    origin = OwnerOrigin.ONE_TEAM if len(claims.named) == 1 else OwnerOrigin.AGREED
    return Owner(labels[keys[0]], origin, keys, task)
