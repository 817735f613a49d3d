"""The numbers, texts and closed vocabularies that a results file is made of.

The vocabularies that scoring decides on are spelt out here, because this floor knows nothing of scoring.
"""

from __future__ import annotations

import datetime as dt
import math
from contextlib import suppress
from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field

from questionnaires.bounds import IN_OUR_TIME, LARGEST_NUMBER, MOST_DECIMALS, ON_ONE_LINE, YEAR_SCHEMA, text
from questionnaires.candidate import MOST_PER
from questionnaires.faults import shown
from questionnaires.parts import MOST_TEAMS, Identifier, QuestionIdentifier, several, word
from questionnaires.reading import LARGEST_RESULTS
from questionnaires.words import FindingKind

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


_NUMBER: Final = BeforeValidator(_number)
Figure = Annotated[float, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER), _NUMBER]
Amount = Annotated[float, Field(ge=0, le=LARGEST_NUMBER), _NUMBER]
Value = Annotated[float, Field(ge=0, le=LARGEST_NUMBER * 10**MOST_DECIMALS * MOST_PER), _NUMBER]
Points = Annotated[float, Field(ge=0, le=5), _NUMBER]
Spread = Annotated[float, Field(ge=0, le=2.5), _NUMBER]
Share = Annotated[float, Field(ge=0, le=1), _NUMBER]
Alpha = Annotated[float, Field(ge=-1, le=1), _NUMBER]
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

AgendaClass = Literal["A", "B", "C", "confirm"]
Band = Literal["aligned", "close", "apart", "far_apart"]
Boundary = Literal["accepted", "claimed", "expected", "undocumented"]
Effect = Literal["dropped", "threshold", "owner"]
Evidence = Literal["no answer", "single voice", "indicative", "fair", "good"]
Listed = Literal["says nothing by itself", "teams with no common position", "applicability conflicts"]
Metric = Literal["ordinal", "nominal"]
Origin = Literal["agreed", "strictest", "one_team", "limit", "default_documented", "default_ours"]
Outcome = Literal["pass", "fail", "not_measured", "waived"]
OwnerOrigin = Literal["agreed", "unconfirmed", "to_be_agreed", "to_be_named", "one_team", "role"]
Pattern = Literal["agreed", "unconfirmed", "contested", "unaware_owner", "orphan", "split"]
Shape = Literal["unanimous", "adjacent", "lone_dissenter", "two_camps", "spread"]
SpreadBand = Literal["tight", "acceptable", "no common position"]
Step = Literal[
    "newly_agreed",
    "closer",
    "unchanged",
    "further_apart",
    "no_longer_agreed",
    "not_comparable",
    "not_asked_again",
    "asked_first",
]
