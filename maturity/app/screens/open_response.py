"""What the screens of an open response share: one keeper, whether it is saved, and leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.binding import Binding
from textual.screen import Screen

from maturity.app.screens.copy import CopyDialog
from maturity.app.screens.page import Page
from maturity.app.widgets.top_bar import TopBar
from maturity.files.keeper import Keeper
from maturity.pictures.signs import FLAG
from maturity.rounds.sitting import Turn
from questionnaires import Questionnaire, Response

_AGAIN_AFTER: Final = (0.2, 0.4, 0.8, 1.6)
"""Seconds after which what is not saved is tried again by itself; then always the last."""

COPY: Final = (
    Binding("w", "write_anew", "Write anew", tooltip="Write the file again that was removed", id="response-copy"),
    Binding(
        "w",
        "copy",
        "Copy",
        show=False,
        tooltip="See where your answers are, and save a copy where you want it",
        id="response-copy",
    ),
)
"""A file that was removed is written anew before anything else can be done with it."""


Another = Callable[[Keeper, Questionnaire, Turn], Screen[None]]
"""Makes the other screen of a response, with what goes along from this one."""

Asks = Callable[[Callable[[], None]], None]
"""Asks whose answers these are, and goes on where they are those of whoever is here."""


class ResponsePage(Page):
    """A screen of one open response. Its answers are saved through the keeper and nowhere else."""

    def __init__(self, keeper: Keeper, questionnaire: Questionnaire, other: Another) -> None:
        """`other` makes the review where this asks the questions, and the other way round."""
        super().__init__()
        self._other = other
        self.keeper = keeper
        self.questionnaire = questionnaire
        self._waits = False
        self._times = 0
        self._was_refused = not keeper.is_saved

    def on_mount(self) -> None:
        """Goes on with what the screen before could not save."""
        if not self.keeper.is_saved:
            self._try_later()

    @property
    def response(self) -> Response:
        return self.keeper.response

    def turn_over(self, turn: Turn) -> None:
        """Goes on to the other screen of the same response, in place of this one."""
        self.app.switch_screen(self._other(self.keeper, self.questionnaire, turn))

    def show_state(self) -> None:
        """Shows whether everything is saved, and what depends on it."""

    def keep(self, response: Response) -> None:
        """Hands the newest answers over; what cannot be saved is said, and tried again in a moment."""
        self.keeper.keep(response)
        self.tell()

    def tell(self, besides: str = "") -> None:
        """Says what became of the last attempt; what was said of an earlier one no longer holds."""
        if self._was_refused:
            self.app.clear_notifications()
        self._was_refused = not self.keeper.is_saved
        if self.keeper.notice:
            self.notify(self.keeper.notice, severity="warning", markup=False)
        if self._was_refused:
            self.notify(f"{self._reason()}{besides}", severity="error", markup=False)
            self._times = 0
            self._try_later()

    def _reason(self) -> str:
        """Why it is not saved, and what can be done about it."""
        if self.keeper.is_gone:
            return f"{self.keeper.problem} Put it back, or press w to write it anew."
        return self.keeper.problem

    def _try_later(self) -> None:
        if not self._waits:
            self._waits = True
            self.set_timer(_AGAIN_AFTER[min(self._times, len(_AGAIN_AFTER) - 1)], self._try_again)

    def _try_again(self) -> None:
        self._waits = False
        self._times += 1
        if self.keeper.is_saved:
            return
        was_gone = self.keeper.is_gone
        if not self.keeper.try_again():
            self._try_later()
        if self.keeper.is_saved or self.keeper.is_gone is not was_gone:
            self.tell()
        self.show_state()
        self.refresh_bindings()

    def say_kept(self, place: str, before: str, saved: str) -> None:
        """Sets the top bar: how far one is, and whether that is saved."""
        is_saved = self.keeper.is_saved
        self.say_where(place, f"{before}{saved}" if is_saved else f"{before}{FLAG} NOT SAVED")
        self.query_one(TopBar).alarming = not is_saved

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("write_anew", "copy"):
            return self.keeper.is_gone is (action == "write_anew")
        return True

    def action_copy(self) -> None:
        self.app.push_screen(CopyDialog(self.keeper))

    def action_write_anew(self) -> None:
        """A file that somebody removed is written again only when a person says so."""
        self.keeper.write_anew()
        self.tell()
        self.show_state()
        self.refresh_bindings()

    def action_leave(self) -> None:
        """Back to the list, once everything is saved."""
        if self.keeper.settle():
            self.keeper.close()
            self.app.pop_screen()
            return
        self.tell(" You stay here until then; F10 quits without, and writes a copy.")
        self.show_state()
        self.refresh_bindings()
