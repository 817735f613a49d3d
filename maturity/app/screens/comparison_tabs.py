"""What each tab of the comparison can show: lists and pictures, one view at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from maturity.app.screens.comparison_lists import agenda_entries, criterion_entries, movement_entries, note_entries
from maturity.app.screens.detail import People, colour_of
from maturity.app.widgets.literal import row
from maturity.app.widgets.pages import Entry
from maturity.pictures.agreement import agreement, apart, columns, distances
from maturity.pictures.calendar import calendar
from maturity.pictures.exit_criteria import bullets, cycles
from maturity.pictures.glyphs import GLYPHS
from maturity.pictures.of_question import of_question
from maturity.pictures.ownership import Only, ownership
from maturity.pictures.readiness import readiness
from maturity.pictures.shapes import Line, Matrix, Picture
from maturity.results.model import Results
from maturity.results.sections import SectionResults
from questionnaires.words import Kind

_SHORT: Final = {Kind.OWNERSHIP: "Owners", Kind.TRAJECTORY: "Stages", Kind.PREREQUISITE: "Ready"}
"""Short whole words for sections of one kind."""
Entries = Callable[[], list[Entry]]

PLAN: Final = "plan"
SECTION_PREFIX: Final = "section-"
LIST: Final = "List"
WHOLE_LIST: Final = "Every gate"
OWNERS: Final = "Owners"
PICTURES: Final = "Pictures"


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at what a tab is about."""

    name: str
    entries: Entries


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its id, its title, its views, the first of which is shown first, and shorter words for its title."""

    id: str
    title: str
    views: tuple[View, ...]
    short: str = ""
    shortest: str = ""

    @property
    def shorter(self) -> tuple[str, str]:
        """What it is called where there is less room, and where there is least."""
        return self.short or self.title, self.shortest or self.short or self.title


@dataclass(frozen=True, slots=True)
class Look:
    """How one looks at results: whether people are unfolded, which tasks are shown, whether there is a pane, and
    whether it leaves a list so little room that only titles stand in it."""

    people: People
    only: Only | None = None
    is_wide: bool = False
    is_narrow: bool = False


def tabs_of(results: Results, look: Look) -> list[Tab]:
    """Overview, agenda, criteria, notes, a tab for each section, what moved, and the plan; nothing is drawn before it
    is seen."""
    people = look.people
    tabs = [
        Tab("overview", "Overview", tuple(_overview(results)), shortest="Map"),
        Tab(
            "agenda", "Agenda", (View(LIST, partial(agenda_entries, results, people.notes, is_narrow=look.is_narrow)),)
        ),
        Tab("criteria", "Criteria", tuple(_criteria(results, people)), shortest="Musts"),
        Tab("notes", "Notes", (View(LIST, lambda: note_entries(results, people)),)),
        *(
            Tab(
                f"{SECTION_PREFIX}{section.id}",
                section.title,
                tuple(_section(results, section, look)),
                _short(results, section),
            )
            for section in results.section
        ),
    ]
    if results.movement:
        title = f"Since round {results.movement.against}"
        tabs.append(Tab("since", title, (View(LIST, lambda: movement_entries(results)),), "Since"))
    if results.plan:
        tabs.append(Tab(PLAN, "Plan", tuple(_plan(results))))
    return tabs


def _short(results: Results, section: SectionResults) -> str:
    """The first word of its title, or a shorter one for its kind where no other section is of it."""
    kinds = {one.id: {item.kind for item in results.question if item.section == one.id} for one in results.section}
    first, mine = section.title.partition(" ")[0], kinds[section.id]
    if len(mine) != 1 or list(kinds.values()).count(mine) != 1:
        return first
    return min((first, *(word for kind, word in _SHORT.items() if kind in mine)), key=len)


def _plan(results: Results) -> Iterator[View]:
    from maturity.app.screens.plan_list import plan_entries  # where something was decided, and nowhere else

    yield View(LIST, lambda: plan_entries(results))
    yield View(WHOLE_LIST, lambda: plan_entries(results, is_whole=True))


def _overview(results: Results) -> Iterator[View]:
    yield View("Map", _alone(lambda: agreement(results)))
    yield View("Columns", _alone(lambda: columns(results)))
    yield View("Who stands apart", _alone(lambda: apart(results)))
    yield View("Who is far from whom", lambda: [_titled(distances(results, one.id)) for one in results.section])


def _criteria(results: Results, people: People) -> Iterator[View]:
    yield View(LIST, lambda: criterion_entries(results, is_open=people.is_open))
    yield View("Figures", _alone(lambda: bullets(results)))
    yield View("Cycles", _alone(lambda: cycles(results)))
    yield View("Rings", _alone(lambda: calendar(results)))


def _section(results: Results, section: SectionResults, look: Look) -> Iterator[View]:
    """The picture of its kind, and the table of who stands where: first with a pane, which has the pictures."""
    asked = frozenset(item.id for item in results.question if item.section == section.id)
    kinds = {results.question_by_id[identifier].kind for identifier in asked}
    table = View("Table", _alone(lambda: agreement(results, section.id)))
    if kinds == {Kind.OWNERSHIP}:
        yield View(OWNERS, _alone(lambda: _of(ownership(results, look.only), asked)))
        yield table
    elif kinds == {Kind.PREREQUISITE}:
        yield View("In place", _alone(lambda: _of(readiness(results), asked)))
        yield table
    else:
        pictures = View(PICTURES, lambda: list(_pictures(results, section)))
        yield from (table, pictures) if look.is_wide else (pictures, table)


def _alone(picture: Callable[[], Picture]) -> Entries:
    return lambda: [Entry("", (picture(),))]


def _titled(picture: Picture) -> Entry:
    return Entry("", (row((picture.title, "bold $primary")), picture, row()))


def _pictures(results: Results, section: SectionResults) -> Iterator[Entry]:
    """Each question with its picture, marked as one."""
    for item in results.question:
        if item.section == section.id:
            verdict = item.verdict
            band = verdict.column if verdict else None
            number = results.number_by_question.get(item.id)
            title = row(
                (f"{GLYPHS[band]} " if band else "", colour_of(band)),
                (item.title, "bold"),
                (f"  {verdict.says}" if verdict else "", colour_of(band)),
                (f"  {number} on the agenda" if number else "", "$quiet"),
            )
            yield Entry(f"question:{item.id}", (title, of_question(results, item), row()))


def _of(matrix: Matrix, asked: frozenset[str]) -> Matrix:
    """The rows on these questions, with their headings."""
    kept: list[Line] = []
    heading: Line | None = None
    for line in matrix.rows:
        if line.is_heading:
            heading = line
        elif line.id in asked:
            kept += [line] if heading is None else [heading, line]
            heading = None
    return replace(matrix, rows=tuple(kept))
