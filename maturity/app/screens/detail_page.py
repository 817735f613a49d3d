"""One thing in full on a page of its own, with the one before and the next of its list a key away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.widget import Widget

from maturity.app.screens.detail import Detail
from maturity.app.screens.page import Page
from maturity.app.widgets.lines import LinesView
from maturity.app.widgets.pages import Entry
from maturity.pictures.widths import width_of
from maturity.reports.glossary import GLOSSARY


class Drilling(NamedTuple):
    """Whether a line is about a drill that can be written down, and what writes it down once the list shows again."""

    is_drill: Callable[[str], bool]
    write: Callable[[str], None]


class DetailPage(Page):
    """What stands beside the list where there is room for both, in full; the list follows where one goes."""

    HELP_TEXT = (
        "All that stands behind the line you came from. The arrows up and down scroll, those to the right and left go "
        "to the next of the list and the one before. Esc leads back to the line that is shown here."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,n,l", "go(1)", "Next", tooltip="The next of the list", key_display="→", id="page-next"),
        Binding(
            "left,b,h", "go(-1)", "Before", tooltip="The one before it in the list", key_display="←", id="page-before"
        ),
        Binding("p", "people", "People", tooltip="Show or fold away what each person said", id="page-people"),
        Binding("m", "drill", "Drill", tooltip="Write down this drill: from when to when", id="page-drill"),
        Binding("escape", "leave", "Back", tooltip="Back to the list", key_display="esc"),
    ]

    drills: Drilling | None = None
    """How drills are written down; None where they are not."""

    def __init__(
        self,
        place: str,
        identifiers: Sequence[str],
        at: int,
        detail_of: Callable[[str], Detail | None],
        follow: Callable[[str], None],
        fold: Callable[[], None] | None,
    ) -> None:
        """`place` names the list. `follow` moves its mark, `fold` folds people away or unfolds them; None where there
        are none."""
        super().__init__()
        self.place = place
        self.identifiers = identifiers
        self.at = at
        self.detail_of = detail_of
        self.follow = follow
        self.fold = fold

    def help_words(self) -> Iterable[tuple[str, str]]:
        return GLOSSARY

    def body(self) -> Iterable[Widget]:
        yield LinesView()

    def on_mount(self) -> None:
        self.view.focus()
        self.show()

    @property
    def view(self) -> LinesView:
        return self.query_one(LinesView)

    def show(self) -> None:
        """What is at this place of the list; what lies next to it is drawn when there is time."""
        detail = self.detail_of(self.identifiers[self.at])
        if detail is not None:
            self.say_where(*self._named(self.at, detail))
            self.view.show(*self._drawn(self.at, detail))
            self.call_after_refresh(self._prepare_neighbours)

    def _named(self, at: int, detail: Detail) -> tuple[str, str]:
        """What the top line says."""
        return f"{self.place} · {detail.title}", f"line {at + 1} of {len(self.identifiers)}"

    def _drawn(self, at: int, detail: Detail) -> tuple[Callable[[], Iterable[Entry]], str]:
        """All of it, and the key under which it is kept; without its title where the top line has room for that."""
        place, state = self._named(at, detail)
        is_named = width_of(place) + width_of(state) + 3 < self.app.size.width
        return detail.body if is_named else detail.entries, f"{self.identifiers[at]} {is_named}"

    def _prepare_neighbours(self) -> None:
        for at in ((self.at + 1) % len(self.identifiers), self.at - 1):
            if self.is_there and (detail := self.detail_of(self.identifiers[at])) is not None:
                self.view.prepare(*self._drawn(at, detail))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "go":
            return len(self.identifiers) > 1
        if action == "drill":
            return self.drills is not None and self.drills.is_drill(self.identifiers[self.at])
        return self.fold is not None if action == "people" else True

    def action_go(self, step: int) -> None:
        """At either end it goes on from the other."""
        self.at = (self.at + step) % len(self.identifiers)
        self.follow(self.identifiers[self.at])
        self.show()
        self.refresh_bindings()

    def action_people(self) -> None:
        if self.fold is not None:
            self.fold()
            view = self.view
            place = view.scroll_offset.y
            view.forget()
            self.show()
            view.scroll_to(y=place, animate=False, force=True)

    def action_drill(self) -> None:
        """Back to the line, and to the form over it: the verdict changes there once it is on disk."""
        if self.drills is not None:
            self.app.pop_screen()
            self.drills.write(self.identifiers[self.at])

    def action_leave(self) -> None:
        self.app.pop_screen()
