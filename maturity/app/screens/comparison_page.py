"""The comparison as it is looked at: a tab, a list or picture on it, and what stands behind the marked line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from maturity import clock
from maturity.app.screens.comparison_around import above, below
from maturity.app.screens.comparison_tabs import LIST, WHOLE_LIST, Look, Tab, View, tabs_of
from maturity.app.screens.comparison_things import detail_of, thing_of
from maturity.app.screens.comparison_top import top
from maturity.app.screens.detail import Detail, People
from maturity.app.screens.page import Page
from maturity.app.widgets.lines import ROOMY, LinesView
from maturity.app.widgets.literal import row, stacked
from maturity.app.widgets.pages import Entry
from maturity.app.widgets.tab_line import TabLine
from maturity.reports.people import teams_and_people
from maturity.results.model import Results
from maturity.rounds.notes import Notes

WIDE: Final = 110
"""Columns from which on there is room for a list and, beside it, for what stands behind its lines."""

_COLUMNS: Final = 164
"""Columns from which on a list beside a pane has room for more than titles."""
_NOTHING: Final = Entry("", (row(("Nothing more stands behind this line.", "$quiet")),))


class ComparisonPage(Page):
    """The tabs of one comparison, without the keys."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - declared for instances by Textual

    DEFAULT_CSS = """
    ComparisonPage {
        #lead { padding: 0 1; height: auto; max-height: 16; }
        #legend { padding: 0 1; height: auto; max-height: 3; }
        #list { width: 1fr; }
        #pane { overflow-y: hidden; }
        #beside { width: 1fr; display: none; border-left: solid $border-blurred; padding: 0 1 0 0; }
        &.-wide.-paired {
            #beside { display: block; }
            #list { width: 44%; min-width: 50; }
            &.-pictured #list { width: 1fr; min-width: 62; }
        }
    }
    """

    def __init__(self, results: Results, notes: Notes | None, *, is_sent: bool) -> None:
        """`is_sent` where there are only results."""
        super().__init__()
        self.is_sent = is_sent
        self.results = results
        self.look = Look(People(notes))
        self.current = 0
        self.chosen: dict[str, str] = {}
        """By tab the name of the view that was chosen."""
        self.marks: dict[str, str] = {}
        """By tab what was marked last."""
        self.is_busy = False
        """Whether something else is being compared."""
        self.tabs = tabs_of(self.results, self.look)

    def body(self) -> Iterable[Widget]:
        yield TabLine([tab.title for tab in self.tabs], [tab.shorter for tab in self.tabs], kept=4)
        yield Static("", id="lead", markup=False)
        yield Horizontal(
            LinesView(is_list=True, opens=self.opens, id="list"), Vertical(LinesView(id="pane"), id="beside")
        )
        yield Static("", id="legend", markup=False)

    @property
    def tab(self) -> Tab:
        return self.tabs[self.current]

    @property
    def view(self) -> View:
        """The chosen view of the tab, else its first."""
        chosen = self.chosen.get(self.tab.id)
        return next((view for view in self.tab.views if view.name == chosen), self.tab.views[0])

    @property
    def list(self) -> LinesView:
        return self.query_one("#list", LinesView)

    @property
    def pane(self) -> LinesView:
        return self.query_one("#pane", LinesView)

    def on_mount(self) -> None:
        self.pane.can_focus = False
        self.watch(self.list, "marked", self._follow, init=False)
        self.show()
        self.set_focus(self.list)

    def on_resize(self) -> None:
        width = self.size.width
        self.look = replace(self.look, is_wide=width >= WIDE, is_narrow=WIDE <= width < _COLUMNS)
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """The tab as it is looked at now, in place: the mark stays where it was."""
        self.tabs = tabs_of(self.results, self.look)
        sent = "results that were sent" if self.is_sent else "comparison"
        state = "Comparing…" if self.is_busy else teams_and_people(self.results)
        state += " · people shown" if self.look.people.is_open else ""
        self.say_where(f"{sent} · round {self.results.round}", state)
        tab, view = self.tab, self.view
        self.set_class(view.name not in (LIST, WHOLE_LIST), "-pictured")
        self.refresh_bindings()
        look = self.look
        key = f"{tab.id} {view.name} {look.only} {look.people.is_open} {look.is_narrow} {look.is_wide}"
        # An overview begins on the first thing to settle, and on no row that is agreed.
        first = self.results.agenda[0].question if tab.id == "overview" and self.results.agenda else ""
        wanted = self.marks.get(tab.id, first)
        self.list.show(view.entries, key, marked=wanted)
        self.set_class(tab.id != "overview" and bool(self.list.stops), "-paired")
        self._say_around(tab, view)
        self.mark(wanted)

    def _say_around(self, tab: Tab, view: View) -> None:
        size, rows = self.size, [*above(self.results, tab, view, self.look)]
        if tab.id == "overview":
            rows.insert(0, top(self.results, max(60, size.width) - 2, size.height, clock.today(), is_sent=self.is_sent))
        under = below(self.results, tab, max(60, size.width) - 2, clock.today(), is_roomy=size.height >= ROOMY)
        for name, said in (("#lead", rows), ("#legend", list(under))):
            line = self.query_one(name, Static)
            line.display = bool(said)
            line.update(stacked(said))

    def mark(self, identifier: str) -> None:
        """Moves the mark to a line, or to one that is about the same thing, and shows what stands behind it."""
        stops, wanted = self.list.stops, thing_of(self.results, identifier)
        found = [stop for stop in stops if stop == identifier] or [
            stop for stop in stops if wanted[0] and thing_of(self.results, stop) == wanted
        ]
        if found:
            self.list.marked = found[0]
        self._show_beside()

    def opens(self, identifier: str) -> bool:
        """Whether anything stands behind a line."""
        return bool(thing_of(self.results, identifier)[0])

    def detail_of(self, identifier: str) -> Detail | None:
        """All that stands behind a line; None where nothing does."""
        return detail_of(self.results, self.look.people, identifier)

    def _show_beside(self) -> None:
        """Shows what stands behind the marked line in the pane; the lines next to it are drawn when there is time."""
        if self.look.is_wide and self.has_class("-paired"):
            self.pane.show(*self._beside(self.list.marked))
            self.call_after_refresh(self._prepare_neighbours)

    def _beside(self, identifier: str) -> tuple[Callable[[], tuple[Entry, ...]], str]:
        """What stands behind a line, and the key under which it is kept."""

        def make() -> tuple[Entry, ...]:
            detail = self.detail_of(identifier) if identifier else None
            return detail.entries() if detail else (_NOTHING,)

        return make, f"{identifier} {self.look.people.is_open}"

    def _prepare_neighbours(self) -> None:
        stops = self.list.stops
        if self.list.marked in stops:
            place = stops.index(self.list.marked)
            for identifier in (*stops[place + 1 : place + 2], *stops[max(0, place - 1) : place]):
                self.pane.prepare(*self._beside(identifier))

    def _follow(self, identifier: str) -> None:
        """Goes with the mark at once, so that list and pane are drawn together."""
        self.marks[self.tab.id] = identifier
        self._show_beside()
