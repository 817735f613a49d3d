"""The workshop: what is to be settled, in its order, how long that takes, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from maturity import clock
from maturity.app import garbage
from maturity.app.background import latest_of
from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.page import Page
from maturity.app.screens.talk import TalkScreen
from maturity.app.screens.workshop_words import entries, lead
from maturity.app.widgets.lines import LinesView
from maturity.app.widgets.literal import row, stacked
from maturity.app.widgets.top_bar import TopBar
from maturity.files.workspace import Workspace
from maturity.pictures.signs import FLAG
from maturity.rounds.choosing import RoundChoice
from maturity.rounds.room import Room
from maturity.rounds.workshop import Workshop


def opened(workspace: Workspace, choice: RoundChoice | None) -> Room:
    """Everything read and worked out, which takes a moment. It is there as long as the room talks, so the collector of
    garbage need not look through it at every few keys, which would be felt."""
    room = Room(Workshop.open(workspace, choice, clock.today()))
    garbage.keep_what_is_there()
    return room


class WorkshopScreen(Page):
    """The list of items."""

    HELP_TEXT = (
        "What the room goes through: first what was left open, is due, or is to be looked at again, then the agenda, "
        "the most urgent first. Take them in any order: a number of two digits opens its item, one of one digit does "
        "with Enter, all positions hidden. Each decision is saved in decisions.toml beside the answers before anything "
        "else happens, and results, criteria and gate follow from it. + and - change the minutes for an item, t the "
        "time of the plan; it only informs. You can leave at any time and come back: it goes on at the first item that "
        "is open. An item keeps its number for the day; the agenda of the comparison numbers what is open anew."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next", "Next open", tooltip="Open the first item that is open", id="workshop-next"),
        *(Binding(digit, f"digit({digit})", f"Item {digit}", show=False) for digit in "0123456789"),
        Binding("u", "undo", "Undo", tooltip="Take back what was settled last", id="workshop-undo"),
        Binding("plus", "minutes(1)", "Minutes", tooltip="A minute more for each item", key_display="+ -"),
        Binding("minus", "minutes(-1)", "Less", show=False, tooltip="A minute less for each item"),
        Binding("t", "time", "Time", tooltip="Plan for half an hour up to four hours", id="workshop-time"),
        Binding("escape", "leave", "Back", tooltip="Back, once everything is saved", key_display="esc"),
    ]

    DEFAULT_CSS = """
    WorkshopScreen {
        ToastRack { dock: top; align: right top; margin: 1 0 0 0; }
        Toast { margin: 0; padding: 0 1; }
        #plan { padding: 0 1; height: auto; max-height: 4; margin: 0 0 1 0; }
    }
    """

    def __init__(self, workspace: Workspace, choice: RoundChoice | None) -> None:
        super().__init__()
        self.workspace = workspace
        self.choice = choice
        self.room: Room | None = None
        self.typed = 0
        """The number of an item as far as it was typed."""

    def body(self) -> Iterable[Widget]:
        yield Static(row("Reading the answers …"), id="plan", markup=False)
        yield LinesView(is_list=True, id="items")

    @property
    def list(self) -> LinesView:
        return self.query_one(LinesView)

    def on_mount(self) -> None:
        self.set_focus(self.list)
        self.say_where("workshop", "")
        self.run_worker(self._open(), group="reading", exclusive=True)

    async def _open(self) -> None:
        async for room in latest_of(opened(self.workspace, choice) for choice in (self.choice,)):
            for left in self.workspace.keepers.unsaved:
                if isinstance(left, Room):
                    room.take_over(left)
            self.room = room
            self.workspace.keepers.join(room)
            self.show(room.next_open())

    def show(self, marked: str) -> None:
        """The list as it is now, with the mark on one of them."""
        room = self.room
        if room is None or not self.is_there:
            return
        items, found = room.workshop.items, entries(room, room.within)
        self.list.show(lambda: found, marked=marked)
        self.query_one("#plan", Static).update(stacked(lead(room, room.within, self.key_name("talk-reveal", "r"))))
        done = sum(item.is_done for item in items)
        saved = "saved" if room.is_saved else f"{FLAG} NOT SAVED"
        self.say_where(f"workshop · round {room.results.round}", f"{done} of {len(items)} done · {saved}")
        self.query_one(TopBar).alarming = not room.is_saved
        self.refresh_bindings()

    def on_screen_resume(self) -> None:
        if self.room is not None and self.is_active:
            self.show(self.room.about or self.list.marked)

    def on_lines_view_opened(self, message: LinesView.Opened) -> None:
        message.stop()
        self.talk_about(message.identifier)

    def talk_about(self, question: str) -> None:
        """Opens an item; the mark follows where the talk goes."""
        if self.room is not None and self.app.screen is self:
            self.typed = 0
            self.room.settle()
            self.app.push_screen(TalkScreen(self.room, question))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        room = self.room
        if action == "next":
            return room is not None and bool(room.next_open())
        if action == "undo":
            return room is not None and bool(room.last())
        return True

    def action_next(self) -> None:
        if self.room is not None and (name := self.room.next_open()):
            self.talk_about(name)

    def action_digit(self, digit: int) -> None:
        """To the item of this number, or of the number that it goes on; once the mark has moved, it begins anew."""
        if self.room is None:
            return
        workshop = self.room.workshop
        marked = workshop.item(self.list.marked)
        before = self.typed if marked is not None and marked.number == self.typed else 0
        self.typed = workshop.number_typed(before, digit)
        if self.typed:
            self.list.marked = workshop.items[self.typed - 1].question
        if workshop.is_whole(self.typed):
            self.talk_about(self.list.marked)

    def action_minutes(self, more: int) -> None:
        room = self.room
        if room is not None:
            room.workshop = room.workshop.with_minutes(room.workshop.minutes + more)
            self.show(self.list.marked)

    def action_time(self) -> None:
        if self.room is not None:
            self.room.other_time()
            self.show(self.list.marked)

    def action_undo(self) -> None:
        """Takes back the last thing of the sitting; where that is not what the mark is on, it is named before."""
        room = self.room
        if room is None or not room.last():
            return
        if room.last() == self.list.marked:
            self._take_back(0)
            return
        lines = [row("1  Take it back"), row("2  Leave it as it is")]
        words = "This was the last thing of the sitting. Enter takes it back, Esc leaves it."
        self.app.push_screen(ChooseDialog("Take it back?", f"{room.undoes()} {words}", lines), self._take_back)

    def _take_back(self, place: int | None) -> None:
        room = self.room
        if room is not None and place == 0:
            room.about = room.last()
            self.notify(room.take_back())
            self.show(room.about)
            self.run_worker(self._look_again(room), group="reading", exclusive=True)

    async def _look_again(self, room: Room) -> None:
        """What hangs on each, worked out anew."""
        async for results in latest_of(one.worked_out() for one in (room,)):
            room.results = results
            self.show(self.list.marked)

    def action_leave(self) -> None:
        """Back, once everything is saved; without, only when somebody says so, and nothing is given up by it."""
        room = self.room
        if room is None or room.settle():
            self._left()
            return
        lines = [row("1  Stay here; it is tried again"), row("2  Leave; it is tried again when you come back, or quit")]
        self.app.push_screen(ChooseDialog("Not saved", room.problem, lines), self._left_without)

    def _left_without(self, place: int | None) -> None:
        if place == 1:
            self._left()
        elif self.room is not None:
            self.room.settle()
            self.show(self.list.marked)

    def _left(self) -> None:
        if self.room is not None and self.room.is_saved:
            self.room.close()
        self.app.pop_screen()
