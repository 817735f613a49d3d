"""Whether one has a month's release: by what it says itself, else by its build, inside one base build only."""

from __future__ import annotations

import datetime as dt

from questionnaires.builds import Build, Builds, MonthOfBuilds, Support
from questionnaires.text import letters_of, one_line
from scoring.exports.cells import Release, Unread, Value, Version
from scoring.exports.lacks import Lack
from scoring.exports.outcomes import Outcome, Untold

HOTPATCHED = "hotpatched"
"""The word of the column with this role that says so."""
_WITH_THE_MONTH = ("", "B", "C", "D")
"""The weeks of a month whose releases hold the month's own; others may have come before it."""
_MOST_QUOTED = 40


def has_release(month: MonthOfBuilds, build: Value, release: Value, hotpatched: Value | Untold) -> Outcome:
    """Whether it has the month's release or a later one. What says nothing has not."""
    if isinstance(release, Release):
        if release.month != month.month:
            return release.month > month.month
        if release.letter in _WITH_THE_MONTH:
            return True
    if isinstance(build, Version):
        return _by_build(month, build, hotpatched)
    if isinstance(build, Unread):
        return Untold(f'with the build "{one_line(build.text, _MOST_QUOTED)}", which cannot be read')
    if isinstance(release, Unread):
        return Untold(f'with the release "{one_line(release.text, _MOST_QUOTED)}", which cannot be read, and no build')
    return False


def _by_build(month: MonthOfBuilds, version: Version, hotpatched: Value | Untold) -> Outcome:
    known = next((one for one in month.build if one.base == version.base), None)
    if known is None:
        return _lacks(month, version.base)
    if version.revision is None:
        return Untold(f"with the build {version.base} and no revision")
    if known.ordinary is not None and version.revision >= known.ordinary:
        return True
    return _by_hotpatch(month, known, version.revision, hotpatched)


def _by_hotpatch(month: MonthOfBuilds, known: Build, revision: int, hotpatched: Value | Untold) -> Outcome:
    """Below the ordinary build: whether it is in the line without a restart."""
    if known.hotpatch is None and not known.is_hotpatch_unknown:
        return False
    if known.hotpatch is not None and revision < known.hotpatch:
        return False
    if isinstance(hotpatched, Untold):
        return hotpatched
    if isinstance(hotpatched, Unread):
        return Untold(
            f'with "{one_line(hotpatched.text, _MOST_QUOTED)}" for the release without a restart, which cannot be read'
        )
    if hotpatched == HOTPATCHED:
        return True if known.hotpatch is not None else _lacks(month, known.base, "hotpatch")
    return False if known.ordinary is not None else _lacks(month, known.base, "ordinary")


def _lacks(month: MonthOfBuilds, base: int, which: str = "") -> Untold:
    return Untold(f"with builds of {base}", Lack(base, month.month, which))


def is_hotpatch(month: MonthOfBuilds, build: Value) -> Outcome:
    """Whether its build is in the month's line without a restart."""
    if isinstance(build, Unread):
        return Untold(f'with the build "{one_line(build.text, _MOST_QUOTED)}", which cannot be read')
    if not isinstance(build, Version):
        return False
    known: Build | None = next((one for one in month.build if one.base == build.base), None)
    if known is None:
        return _lacks(month, build.base)
    if build.revision is not None and known.ordinary is not None and build.revision >= known.ordinary:
        return False
    if known.is_hotpatch_unknown:
        return _lacks(month, known.base, "hotpatch")
    if known.hotpatch is None:
        if any(one.hotpatch is not None or one.is_hotpatch_unknown for one in month.build):
            return False
        return Untold(f"in {month.month}, which had no release without a restart")
    if build.revision is None:
        return Untold(f"with the build {build.base} and no revision")
    return build.revision >= known.hotpatch


def in_support(builds: Builds, day: dt.date, build: Value, edition: Value | Untold) -> Outcome:
    """Whether its version is in support on the day, for its edition where that makes a difference."""
    if isinstance(build, Unread):
        return Untold(f'with the build "{one_line(build.text, _MOST_QUOTED)}", which cannot be read')
    if not isinstance(build, Version):
        return False
    known = [one for one in builds.support if one.base == build.base]
    outcomes = {day <= one.until for one in known}
    if len(outcomes) == 1:
        return outcomes.pop()
    if not known:
        return Untold(f"with builds of {build.base}", Lack(build.base))
    return _by_edition(known, day, build.base, edition)


def _by_edition(known: list[Support], day: dt.date, base: int, edition: Value | Untold) -> Outcome:
    if isinstance(edition, Untold):
        return edition
    named = letters_of(edition) if isinstance(edition, str) else None
    own = next((one for one in known if one.edition is not None and letters_of(one.edition) == named), None)
    other = next((one for one in known if one.edition is None), None)
    found = own or other
    if named is None or found is None:
        return Untold(f"with builds of {base}, whose support ends by edition, and with none that the builds know")
    return day <= found.until
