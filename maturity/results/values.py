"""The numbers, texts and closed vocabularies that results are made of.

The vocabularies are scoring's own; whoever shows results takes them from here.
"""

from __future__ import annotations

import datetime as dt
import math
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field, PlainSerializer

from questionnaires.bounds import IN_OUR_TIME, LARGEST_NUMBER, MOST_DECIMALS, ON_ONE_LINE, YEAR_SCHEMA, text
from questionnaires.candidate import MOST_PER
from questionnaires.faults import shown
from questionnaires.parts import MOST_TEAMS, Identifier, QuestionIdentifier, several, word
from questionnaires.reading import LARGEST_RESULTS
from questionnaires.words import FindingKind
from scoring.comparison.catalogue import Listing as Listed
from scoring.comparison.claims import Absence, Boundary
from scoring.comparison.ownership import OwnerOrigin
from scoring.comparison.rounds import Step
from scoring.comparison.thresholds import Origin
from scoring.conventions import AgendaClass, Band, Evidence, SpreadBand
from scoring.criteria.gate import Outcome
from scoring.firmness.missing import MOST_TO_ASK
from scoring.fragility.criteria import Effect

__all__ = [
    "MOST_TO_ASK",
    "Absence",
    "AgendaClass",
    "Band",
    "Boundary",
    "Effect",
    "Evidence",
    "Listed",
    "Origin",
    "Outcome",
    "OwnerOrigin",
    "SpreadBand",
    "Step",
]

MOST_ENTRIES: Final = LARGEST_RESULTS // 500
"""No file that is small enough to be read holds more questions than this, or anything else with a sentence."""

MOST_NAMED: Final = 20_000
MOST_OPTIONS: Final = 10
MOST_FACETS: Final = 3


def _number(value: object) -> object:
    """A number of TOML, which is exact, or of JSON, which is not."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        with suppress(OverflowError):
            if math.isfinite(number := float(value)):
                return number
    raise ValueError(f"is {shown(value)}; a number was expected")


def _day(value: object) -> object:
    """A date of TOML, or the text that stands for it in JSON."""
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else value
    except ValueError:
        return value


def _as_written(value: float) -> int | float:
    """A whole number as such."""
    return int(value) if value.is_integer() else value


def rounded(value: Fraction | Decimal) -> float:
    """Four digits after the point: what every figure of the results is rounded to."""
    return round(float(value), 4)


def rounded_if_any(value: Fraction | Decimal | None) -> float | None:
    return None if value is None else rounded(value)


_NUMBER: Final = BeforeValidator(_number)
_WRITTEN: Final = PlainSerializer(_as_written)
Figure = Annotated[float, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER), _NUMBER, _WRITTEN]
Amount = Annotated[float, Field(ge=0, le=LARGEST_NUMBER), _NUMBER, _WRITTEN]
Value = Annotated[float, Field(ge=0, le=LARGEST_NUMBER * 10**MOST_DECIMALS * MOST_PER), _NUMBER, _WRITTEN]
Points = Annotated[float, Field(ge=0, le=5), _NUMBER, _WRITTEN]
Spread = Annotated[float, Field(ge=0, le=2.5), _NUMBER, _WRITTEN]
Share = Annotated[float, Field(ge=0, le=1), _NUMBER, _WRITTEN]
Alpha = Annotated[float, Field(ge=-1, le=1), _NUMBER, _WRITTEN]
Count = Annotated[int, Field(ge=0, le=10**9)]
Place = Annotated[int, Field(ge=0, le=MOST_OPTIONS - 1)]
Round = Annotated[int, Field(ge=1, le=999)]
Day = Annotated[dt.date, BeforeValidator(_day)]
DayOfPilot = Annotated[Day, YEAR_SCHEMA, IN_OUR_TIME]

Name = Annotated[str, text(160), ON_ONE_LINE]
"""A label or a title, or two of them together."""
Text = Annotated[str, text(4000), ON_ONE_LINE]
"""One sentence or several."""

Teams = Annotated[tuple[Identifier, ...], several(max_length=MOST_TEAMS)]
Owners = Annotated[tuple[Identifier, ...], several(max_length=MOST_OPTIONS)]
Questions = Annotated[tuple[QuestionIdentifier, ...], several(max_length=MOST_ENTRIES)]
Findings = Annotated[tuple[Annotated[FindingKind, word()], ...], several(max_length=len(FindingKind))]

Scales = Literal["ordinal", "nominal"]
"""On which scales agreement is counted: with an order, or without."""
Pattern = Literal["agreed", "unconfirmed", "contested", "unaware_owner", "orphan", "split"]
"""The kinds of findings that say how claims to a task fit together."""
Shape = Literal["unanimous", "adjacent", "lone_dissenter", "two_camps", "spread"]
"""The kinds of findings that say how positions lie to each other."""
