"""What stands above and below a list or picture of the comparison: what would else be said on each of its lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from textual.content import Content

from maturity.app.screens.comparison_lists import is_any_fragile
from maturity.app.screens.comparison_tabs import OWNERS, PICTURES, SECTION_PREFIX, Look, Tab, View
from maturity.app.widgets.literal import Part, row
from maturity.pictures.codes import codes
from maturity.pictures.ownership import Only
from maturity.pictures.widths import width_of
from maturity.reports.gate import verdict_in_short
from maturity.reports.invited import heard_in_results, last_day, out_of
from maturity.results.model import Results

_EACH: Final = "~ one answer would change it"
ANY_CHANGES: Final = "~ One answer would change any of these."
_MOST_ROWS: Final = 3
"""Rows that the people of the teams may take."""
_MARKS: Final = "▲ flagged for discussion   ◆ notes"
FILTERS: Final = {
    None: "all tasks",
    Only.CONTESTED: "only contested tasks",
    Only.UNAWARE: "only tasks whose owner does not know",
    Only.NOBODY: "only tasks of nobody",
    Only.BOUNDARY: "only tasks on the line to the service",
}


def above(results: Results, tab: Tab, view: View, look: Look) -> Iterator[Content]:
    """What the marks mean, what decides, or what a section asks; then the views that there are."""
    if tab.id == "agenda":
        yield row((f"{ANY_CHANGES}   {_MARKS}" if is_any_fragile(results) else f"{_EACH}   {_MARKS}", "$quiet"))
    elif tab.id == "criteria":
        gate = results.gate
        said = verdict_in_short(gate) if gate else "No figures of the pilot yet."
        yield row((said, "bold" if gate else "$quiet"))
    elif view.name == PICTURES:
        section = next(one for one in results.section if f"{SECTION_PREFIX}{one.id}" == tab.id)
        yield row((section.question or section.title, "bold"))
    if len(tab.views) > 1:
        yield row(*_views(tab, view, look))


def _views(tab: Tab, shown: View, look: Look) -> Iterator[Part]:
    """The names of the views, the one that is shown set apart, and the filter."""
    for view in tab.views:
        yield (f" {view.name} ", "bold reverse" if view.name == shown.name else "$quiet")
        yield " "
    if shown.name == OWNERS:
        yield (f"  {FILTERS[look.only]}", "$accent" if look.only else "$quiet")


def below(results: Results, tab: Tab, width: int, today: dt.date, *, is_roomy: bool) -> Iterator[Content]:
    """The teams by their codes, where no legend in sight says so; of a section its gaps beside those of answers at
    random. `today` decides who is late."""
    is_pictured = tab.id == "overview" or tab.id.startswith(SECTION_PREFIX)
    if tab.id == "overview" or (is_pictured and not is_roomy):
        yield from _teams(results, width, today, is_roomy=is_roomy)
    if is_roomy:
        sections = (one for one in results.section if tab.id == f"{SECTION_PREFIX}{one.id}")
        yield from (row((one.noise.says, "$quiet")) for one in sections if one.noise)


def _teams(results: Results, width: int, today: dt.date, *, is_roomy: bool) -> list[Content]:
    """The teams by the codes that stand for them everywhere, with how many people of each have answered; where a roster
    says so also of how many, and until when, as far as there are rows for it."""
    day = "" if is_roomy else last_day(heard_in_results(results), today)
    rows: list[Content] = []
    for with_asked, said in ((True, day), (True, ""), (False, "")):
        words = [*_people(results, with_asked=with_asked, is_roomy=is_roomy), *([("", said)] if said else [])]
        rows = list(_in_rows(words, width))
        if len(rows) <= _MOST_ROWS:
            break
    return rows


def _people(results: Results, *, with_asked: bool, is_roomy: bool) -> Iterator[tuple[str, str]]:
    """A code and a name with its people, for each team, and what the marks mean."""
    known = codes(results)
    taken = results.carried is not None and any(team.taken_over for team in results.team)
    yield "", "People:"
    for team in results.team:
        earlier = f"+{team.taken_over.people}" if taken and team.taken_over else ""
        room = f"{team.respondents} and a vote" if team.respondents else "a vote"
        people = f"{room if team.votes else team.respondents}{earlier}"
        if with_asked and team.invited is not None and team.invited.people is not None:
            asked = out_of(team.invited.answered, team.invited.people)
            people = f"{asked}, {earlier}" if earlier else asked
        yield f"{known[team.id]} ", f"{team.name} {people}"
    if any(team.people == 1 for team in results.team) and is_roomy:
        yield "", "1 = single voice"
    if taken and results.carried:
        yield "", f"+ = people of round {results.carried.number}"


def _in_rows(words: Iterable[tuple[str, str]], width: int) -> Iterator[Content]:
    """Codes and names in rows of that width; no code is parted from its name."""
    line: list[Part] = []
    left = width
    for code, name in words:
        size = width_of(code + name) + 2
        if line and size > left + 2:
            yield row(*line)
            line, left = [], width
        line += [(code, "bold"), (f"{name}  ", "$quiet")]
        left -= size
    yield row(*line)
