"""The pilot's figures, as somebody measured them: an entry for each criterion, ring, cycle and repetition."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import Field, StringConstraints, WithJsonSchema, model_validator

from questionnaires.bounds import (
    LARGEST_NUMBER,
    MOST_DECIMALS,
    ON_ONE_LINE,
    WRITTEN_AS_NUMBER,
    Day,
    Month,
    number_schema,
    text,
)
from questionnaires.faults import Fault, InvalidFile, validate
from questionnaires.parts import Label, QuestionIdentifier, QuestionnaireIdentifier, Sentence, several
from questionnaires.reading import expect
from questionnaires.response import FileModel
from questionnaires.words import FileKind

MOST_ENTRIES: Final = 2000
MOST_ROLES: Final = 200

Amount = Annotated[
    Decimal,
    Field(strict=False, ge=0, le=LARGEST_NUMBER, decimal_places=MOST_DECIMALS),
    WRITTEN_AS_NUMBER,
    WithJsonSchema(number_schema(0)),
]

_NAME_SCHEMA: Final = Field(json_schema_extra={"pattern": r"^\s*\S([^\n\t]*\S)?\s*$"})
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), _NAME_SCHEMA, ON_ONE_LINE]
CriterionId = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}(\.[a-z0-9_]{1,60}\.[a-z0-9_]{1,60})?$")]
"""The id of a rule, followed by that of a question where each question has a criterion of its own."""
RingName = Annotated[str, text(40), ON_ONE_LINE]


class Pilot(FileModel):
    """What the figures are about: the questionnaire, the round, and the rings of the pilot."""

    questionnaire: QuestionnaireIdentifier
    """The id of the questionnaire whose answers recommend the criteria."""
    round: Annotated[int, Field(ge=1, le=999)] = 1
    """The round of those answers, from 1."""
    rings: tuple[RingName, ...] = several(default=(), max_length=15)
    """The rings or sites of the pilot, at most 15; a criterion counted in one of them must be counted in all."""


class Actual(FileModel):
    """One figure. Without a numerator it says that nothing was measured yet."""

    criterion: CriterionId
    """The id of the criterion, as in the results and in the template."""
    ring: RingName | None = None
    """The ring that was counted, one of those of the pilot; absent when the pilot was counted as a whole."""
    cycle: Annotated[int, Field(ge=1, le=999)] | None = None
    """The number of the cycle that was counted, from 1; the last one decides. Absent when there is only one."""
    release: Month | None = None
    """The month of the release with which that cycle began, such as "2026-12"; where it is absent, the date tells."""
    date: Day | None = None
    """The local day, such as 2026-12-31; needed with a figure. The latest counts, of several on one day the worst."""
    numerator: Amount | None = None
    """What was counted or measured, 0 or more, as the criterion's measure says; absent when nothing was measured."""
    denominator: Amount | None = None
    """Out of how many, above 0; absent when nothing was measured, without one, and where the tool counts it."""
    report: Sentence | None = None
    """The report or record in which the figure can be looked up; may be left out."""
    by: Name | None = None
    """Who took the figure; needed with a figure."""
    took_part: Annotated[int, Field(ge=1, le=10_000_000)] | None = None
    """How many took part in the single thing that was measured, such as a drill; may be left out."""

    @model_validator(mode="after")
    def _is_whole(self) -> Actual:
        if self.numerator is None and self.denominator is not None:
            raise ValueError("denominator stands without a numerator; give both, or neither")
        if self.numerator is not None and (self.date is None or self.by is None):
            raise ValueError("a figure says when (date) and by whom (by) it was taken")
        if self.denominator == 0:
            raise ValueError("denominator is 0; leave both out while there is nothing to count")
        return self

    @property
    def divisor(self) -> Decimal:
        """What the numerator is divided by: 1 where a single thing was measured."""
        return Decimal(1) if self.denominator is None else self.denominator

    @property
    def is_measured(self) -> bool:
        """Whether there is anything to judge; nothing measured is never a pass."""
        return self.numerator is not None


class Waiver(FileModel):
    """A criterion that somebody with a name has set aside until a day."""

    criterion: CriterionId
    """The id of the criterion that is set aside."""
    by: Name
    """The person who answers for setting it aside."""
    until: Day
    """The last day on which it is set aside, such as 2027-01-31."""
    reason: Sentence
    """Why, in a sentence."""


class NamedRole(FileModel):
    """The person who answers for a task, or in a role: shown beside the owner of every criterion that rests on it."""

    task: QuestionIdentifier | None = None
    """The id of an ownership question, such as "ownership.approve"; absent with a role."""
    role: Label | None = None
    """A role as criteria name it, such as "Sponsor"; absent with a task."""
    name: Name
    """The person's name."""

    @model_validator(mode="after")
    def _is_one(self) -> NamedRole:
        if (self.task is None) == (self.role is None):
            raise ValueError("name either a task or a role; give one of the two")
        return self

    @property
    def answers_for(self) -> str:
        """The task or the role."""
        return self.task or self.role or ""


class Actuals(FileModel):
    """All figures of a pilot."""

    pilot: Pilot
    """Which pilot the figures are of."""
    actual: tuple[Actual, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The figures: one for each criterion, ring and cycle, and a further one for whatever is measured again."""
    waiver: tuple[Waiver, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The criteria that somebody has set aside."""
    role: tuple[NamedRole, ...] = several(default=(), max_length=MOST_ROLES)
    """The people behind the owners of criteria, each named once."""


def read_actuals(document: dict[str, Any], name: str) -> Actuals:
    """The figures in a parsed document. Raises InvalidFile with all faults of the document itself."""
    actuals = actuals_in(document, name)
    faults = [Fault(name, key, message) for key, message in inconsistencies(actuals)]
    if faults:
        raise InvalidFile(faults)
    return actuals


def actuals_in(document: dict[str, Any], name: str) -> Actuals:
    """The figures, each sound by itself; whether they are consistent is asked of `inconsistencies`."""
    return validate(Actuals, expect(document, FileKind.ACTUALS, name), name)


def inconsistencies(actuals: Actuals) -> Iterator[tuple[str, str]]:
    """Rings and roles named twice, rings not of the pilot, and figures of which nothing says what they belong to.

    The same ring and cycle may stand twice: what is measured again is told by its day.
    """
    for place, ring in enumerate(actuals.pilot.rings):
        if ring in actuals.pilot.rings[:place]:
            yield f"pilot.rings[{place}]", f'names "{ring}" a second time'
    roles = [named.answers_for for named in actuals.role]
    for place, named in enumerate(actuals.role):
        if named.answers_for in roles[:place]:
            part = "task" if named.task else "role"
            yield f"role[{place}].{part}", f'names "{named.answers_for}" a second time; keep one name'
    measured = [actual for actual in actuals.actual if actual.is_measured]
    in_cycles = {(actual.criterion, actual.ring) for actual in measured if actual.cycle}
    in_rings = {actual.criterion for actual in measured if actual.ring}
    for place, actual in enumerate(actuals.actual):
        if actual.ring is not None and actual.ring not in actuals.pilot.rings:
            rings = ", ".join(actuals.pilot.rings) or "none are named in pilot.rings"
            yield f"actual[{place}].ring", f'is "{actual.ring}", but the rings of the pilot are: {rings}'
        if actual.is_measured and actual.cycle is None and (actual.criterion, actual.ring) in in_cycles:
            yield (
                f"actual[{place}].cycle",
                "is missing, but other figures of this criterion and ring name theirs; add it",
            )
        if actual.is_measured and actual.ring is None and actual.criterion in in_rings:
            yield f"actual[{place}].ring", "is missing, but other figures of this criterion name theirs; add it"
