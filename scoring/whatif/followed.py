"""What would follow, as values: only what changes, each before and after."""

from __future__ import annotations

from dataclasses import dataclass

from questionnaires.question import Contradiction
from scoring.criteria.counting import Counted
from scoring.whatif.stands import CriterionStand, QuestionStand


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """A question before and after; the one that was asked about may be as it was."""

    question: str
    before: QuestionStand
    after: QuestionStand


@dataclass(frozen=True, slots=True)
class CriterionChange:
    """A criterion before and after: None where it is not recommended.

    `is_must` says whether it counts as a must, before and after: while limits exclude each other it does not.
    """

    id: str
    title: str
    before: CriterionStand | None
    after: CriterionStand | None
    is_must: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class CountChange:
    """What the tool counts of a criterion before and after: None where it is not recommended."""

    criterion: str
    title: str
    before: Counted | None
    after: Counted | None


@dataclass(frozen=True, slots=True)
class Followed:
    """What would follow: the question itself, None where nobody was asked it, and the `others` that it moves along.

    `conflicts` are the contradictions that its limits would come into, `conflicts_gone` those that they would leave,
    and `conflicts_left` those of the question itself that would stay.
    """

    asked: QuestionChange | None
    others: tuple[QuestionChange, ...]
    criteria: tuple[CriterionChange, ...]
    counts: tuple[CountChange, ...]
    musts: tuple[int, int]
    conflicts: tuple[Contradiction, ...]
    conflicts_gone: tuple[Contradiction, ...]
    conflicts_left: tuple[Contradiction, ...] = ()
