"""The month's builds: which build of each version of Windows has a month's release, ordinary and hotpatch apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Final, Self

from pydantic import Field, model_validator

from questionnaires.bounds import ON_ONE_LINE, Day, Month, text
from questionnaires.faults import Fault, InvalidFile, validate
from questionnaires.parts import Sentence, several
from questionnaires.reading import expect, parse
from questionnaires.response import FileModel
from questionnaires.ring import MOST_RINGS
from questionnaires.words import FileKind

_BUILTIN: Final = "builds.toml"
MOST_MONTHS: Final = 240
MOST_BUILDS: Final = 40

RingOfList = Annotated[str, text(40), ON_ONE_LINE]
DaysAfter = Annotated[int, Field(ge=0, le=365)]
BaseBuild = Annotated[int, Field(ge=10000, le=99999)]
Revision = Annotated[int, Field(ge=0, le=99999)]


class Build(FileModel):
    """The least build of one version in use that has a month's release."""

    base: BaseBuild
    """The base build, such as 26100: builds are compared inside one base build only."""
    ordinary: Revision | None = None
    """The revision of the ordinary release, such as 4349; it and all later ones have it. Absent where unknown."""
    hotpatch: Revision | None = None
    """The revision of the same month's release without a restart, which is lower; absent in a month without one."""
    is_hotpatch_unknown: bool = False
    """Whether the month has a release without a restart whose revision nobody has entered; then it tells nothing."""
    source: Sentence
    """Where both can be looked up."""
    checked: Day
    """The day on which somebody last looked."""

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if self.ordinary is None and self.hotpatch is None:
            raise ValueError("names neither the ordinary nor the hotpatch revision; give one of them")
        if self.ordinary is not None and self.hotpatch is not None and self.hotpatch >= self.ordinary:
            raise ValueError("the hotpatch's revision is lower than the ordinary one of its month")
        if self.is_hotpatch_unknown and (self.hotpatch is not None or self.ordinary is None):
            raise ValueError("says that the hotpatch is unknown where only the ordinary revision is named")
        return self


class MonthOfBuilds(FileModel):
    """One month's release."""

    month: Month
    """The month, such as "2026-11"."""
    released: Day
    """The day of the release, from which deferrals and deadlines are counted."""
    build: tuple[Build, ...] = several(min_length=1, max_length=MOST_BUILDS)
    """The builds of the versions in use."""


class Support(FileModel):
    """Until when a version is in support."""

    base: BaseBuild
    """Its base build."""
    edition: Annotated[str, Field(min_length=1, max_length=60)] | None = None
    """The edition, as the export names it; absent where the day holds for all others."""
    until: Day
    """The last day of support."""
    source: Sentence
    """Where it can be looked up."""
    checked: Day
    """The day on which somebody last looked."""


class Builds(FileModel):
    """The months whose builds are known, and until when versions are in support."""

    month: tuple[MonthOfBuilds, ...] = several(default=(), max_length=MOST_MONTHS)
    """The months."""
    support: tuple[Support, ...] = several(default=(), max_length=MOST_BUILDS)
    """Until when versions are in support."""
    deadlines: Annotated[dict[RingOfList, DaysAfter], Field(max_length=MOST_RINGS)] = Field(default_factory=dict)
    """By ring, the days from a release to its deadline, where they are not as the questionnaire says."""

    def of(self, month: str) -> MonthOfBuilds | None:
        """The builds of this month."""
        return next((one for one in self.month if one.month == month), None)


def read_builds(document: dict[str, Any], name: str) -> Builds:
    """The builds in a parsed document. Raises InvalidFile with all faults."""
    builds = validate(Builds, expect(document, FileKind.BUILDS, name), name)
    faults = [Fault(name, key, message) for key, message in _doubled(builds)]
    if faults:
        raise InvalidFile(faults)
    return builds


def _doubled(builds: Builds) -> Iterator[tuple[str, str]]:
    """What is said twice."""
    months = [one.month for one in builds.month]
    for place, month in enumerate(builds.month):
        if month.month in months[:place]:
            yield f"month[{place}].month", f'"{month.month}" stands twice; keep one'
        bases = [one.base for one in month.build]
        for number, build in enumerate(month.build):
            if build.base in bases[:number]:
                yield f"month[{place}].build[{number}].base", f"{build.base} stands twice in this month; keep one"
    supported = [(one.base, one.edition) for one in builds.support]
    for place, support in enumerate(builds.support):
        if (support.base, support.edition) in supported[:place]:
            yield f"support[{place}].base", f"{support.base} stands twice for the same edition; keep one"


@cache
def builtin_builds() -> Builds:
    """The builds that come with the package, as far as they are publicly known."""
    file = files("questionnaires") / _BUILTIN
    return read_builds(parse(file.read_bytes(), _BUILTIN), _BUILTIN)


def overlaid(below: Builds, above: Builds) -> Builds:
    """Both together: what `above` says of a version goes before what is said of it below."""
    named = {one.month: one for one in above.month}
    months = [_both(one, named.pop(one.month)) if one.month in named else one for one in below.month]
    said = {(one.base, one.edition) for one in above.support}
    support = (*above.support, *(one for one in below.support if (one.base, one.edition) not in said))
    deadlines = {**below.deadlines, **above.deadlines}
    return Builds(month=(*months, *named.values()), support=support, deadlines=deadlines)


def _both(below: MonthOfBuilds, above: MonthOfBuilds) -> MonthOfBuilds:
    bases = {one.base for one in above.build}
    rest = tuple(one for one in below.build if one.base not in bases)
    return above.model_copy(update={"build": (*above.build, *rest)})
