"""How many of those whom somebody asked have answered, in words: the same for every screen and report.

Who is missing is never said, for nobody is matched to an answer. Where no roster says whom somebody asked, nothing is
said at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from maturity.rounds.invited import Heard
from scoring.wording.days import day_in_words
from scoring.wording.words import listed

if TYPE_CHECKING:
    from maturity.results.model import Results


def heard_in_results(results: Results) -> list[Heard]:
    """The teams that were asked, in the order of the questionnaire."""
    invited = {team.id: team.invited for team in results.team} | {team.id: team.invited for team in results.silent}
    return [
        Heard(name, asked.answered, asked.people, asked.until)
        for team, name in results.questionnaire.teams.items()
        if (asked := invited.get(team)) is not None
    ]


def out_of(answered: int, asked: int | None) -> str:
    """`2 of 3`; the bare count where nobody knows of how many."""
    return f"{answered:,}" if asked is None else f"{answered:,} of {asked:,}"


def with_asked(names: Iterable[str], teams: Iterable[Heard]) -> Iterator[str]:
    """Teams that have not been heard, each with how many of it were asked: `Network (2 asked)`, `Operations (asked)`;
    its name alone where nobody was."""
    asked = {one.name: "asked" if one.asked is None else f"{one.asked:,} asked" for one in teams}
    yield from (f"{name} ({asked[name]})" if name in asked else name for name in names)


def not_heard(names: Iterable[str], teams: Iterable[Heard]) -> Iterator[str]:
    """`Not heard: Network (2 asked).`, and apart from them `Not asked: Operations.`: who was not asked is not waited
    for. Where nobody was, all that are silent are not heard."""
    names, teams = list(names), list(teams)
    of_roster = {one.name for one in teams}
    awaited = [name for name in names if name in of_roster or not teams]
    others = [name for name in names if name not in awaited]
    for word, those in (("Not heard", awaited), ("Not asked", others)):
        if those:
            yield f"{word}: {listed(with_asked(those, teams))}."


def to_remind(teams: Iterable[Heard]) -> list[str]:
    """`1 of Security`: how many are missing of the teams of which some have answered."""
    return [f"{one.missing:,} of {one.name}" for one in teams if one.answered and one.missing]


def deadlines(teams: Iterable[Heard], today: dt.date) -> Iterator[str]:
    """Until when teams are waited for; when that is over, how many have not answered, and nothing where all have."""
    teams = list(teams)
    days = sorted({one.until for one in teams if one.until is not None})
    for day in days:
        of_day = [one for one in teams if one.until == day]
        if late := [one for one in of_day if one.is_late(today)]:
            yield f"Asked until {day_in_words(day)}; {'; '.join(_missing(late))}."
        elif day >= today and any(one.lacks_some or one.asked is None for one in of_day):
            whom = "" if len(of_day) == len(teams) else f": {listed(one.name for one in of_day)}"
            yield f"Asked until {day_in_words(day)}{whom}."


def last_day(teams: Iterable[Heard], today: dt.date) -> str:
    """For a line with little room: the last day that is over with somebody missing, else the last one to come."""
    teams = list(teams)
    if late := [one.until for one in teams if one.until and one.is_late(today)]:
        return f"▲ asked until {day_in_words(max(late))}, which is over"
    due = [one.until for one in teams if one.until and one.until >= today]
    return f"asked until {day_in_words(max(due))}" if due else ""


def more_than_asked(teams: Iterable[Heard]) -> str:
    """Where more have answered than were asked: the roster is short of somebody, or somebody answered twice."""
    more = [f"{one.answered:,} of {one.name} ({one.asked:,} asked)" for one in teams if one.is_more]
    return f"More answered than were asked: {listed(more)}." if more else ""


def _missing(late: Iterable[Heard]) -> Iterator[str]:
    """`1 of Security has not answered`, `nobody of Network has answered`."""
    late = list(late)
    if some := [one for one in late if one.missing]:
        has = "has" if sum(one.missing or 0 for one in some) == 1 else "have"
        yield f"{listed(f'{one.missing:,} of {one.name}' for one in some)} {has} not answered"
    if unknown := [one.name for one in late if one.asked is None]:
        yield f"nobody of {listed(unknown, 'or')} has answered"
