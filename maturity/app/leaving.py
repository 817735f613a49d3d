"""Leaving the app, however that comes about: nothing that was typed is lost, or it is said where a copy of it is."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
from typing import TYPE_CHECKING, Final

from rich.console import RenderableType
from rich.text import Text
from textual.app import App
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.worker import WorkerFailed

from maturity.app.terminal import WhileItLasts

if TYPE_CHECKING:
    from maturity.files.keeper import Holder, Keeper, Keepers
    from maturity.files.workspace import Workspace

_LOOK_FOR_THE_TERMINAL: Final = 0.5
"""Seconds: without a terminal, Textual's reading of keys takes half a processor for ever."""


_LAST_KEYS: Final = 0.1
"""Seconds: a signal overtakes the keys that were typed before it, and they are answers as well."""


def _has_hung_up(descriptor: int) -> bool:
    """Whether the other end of a terminal is gone. POSIX only."""
    poll = select.poll()
    poll.register(descriptor, 0)
    return any(events & (select.POLLHUP | select.POLLNVAL) for _, events in poll.poll(0))


class LeavingApp(App[None]):
    """An app on a workspace that ends in order: by a key, a signal, a terminal that has gone, or a fault of ours."""

    def __init__(self, workspace: Workspace | None, *, ansi_color: bool | None = None) -> None:
        """Without a workspace as long as the program is being loaded: nothing can be open then, and nothing lost."""
        super().__init__(ansi_color=ansi_color)
        self._workspace = workspace
        self.last_words = ""
        """What is to be said on standard error when the screen is gone."""
        self.is_rescued = False

    @property
    def workspace(self) -> Workspace:
        """Where everything is saved, once everything is loaded."""
        assert self._workspace is not None
        return self._workspace

    @property
    def keepers(self) -> Keepers | None:
        """Of all that is open; None while the program is being loaded."""
        return None if self._workspace is None else self._workspace.keepers

    def end_in_order(self) -> None:
        """From now on a signal, or a terminal that has gone, ends the app with everything saved that can be."""
        self._end_on_signals()
        if os.name == "posix" and not self.is_headless:
            self.set_interval(_LOOK_FOR_THE_TERMINAL, self._end_without_terminal)

    def on_unmount(self) -> None:
        """What cannot be saved goes beside the log, and the code is 1 then. Only here has every key been heard that
        came in one breath with the end."""
        if self.keepers is None:
            return
        if not self.keepers.settle() and not self.is_rescued:
            from maturity.app.crash_report import copied_beside_the_log

            self.is_rescued = True
            self.last_words = copied_beside_the_log(self.keepers.unsaved)
            self.exit(return_code=1)
        self.keepers.close()

    def _build_driver(
        self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None
    ) -> Driver:  # Textual's own
        driver = super()._build_driver(headless, inline, mouse, size)
        if file := getattr(driver, "_file", None):
            vars(driver)["_file"] = WhileItLasts(file)
        return driver

    def _end_on_signals(self) -> None:
        """A closed terminal window ends the app in order, with the code that belongs to the signal."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            if hasattr(signal, name) and os.name == "posix":
                number = getattr(signal, name)
                loop.add_signal_handler(number, loop.call_later, _LAST_KEYS, self._end, 128 + number)

    def _end_without_terminal(self) -> None:
        """A terminal can vanish without a signal, as when what had opened it is killed; nobody is there any more."""
        if sys.__stdin__ is None or _has_hung_up(sys.__stdin__.fileno()):
            self._end(0)

    def _end(self, code: int) -> None:
        """Ends at once, whether or not everything is saved."""
        self._hand_over()
        if self.keepers is not None:
            self.keepers.settle()
        self.exit(return_code=code)

    def _hand_over(self) -> None:
        """What is being typed belongs to the answers, also where nobody has come to the end of it."""
        if self.keepers is None:
            return
        from maturity.app.screens.note import NoteDialog

        for screen in self.screen_stack:
            if isinstance(screen, NoteDialog):
                screen.hand_over()

    async def action_quit(self) -> None:
        """Leaves, once everything is saved; without, only when somebody says so."""
        if self.keepers is None:
            self.exit()
            return
        from maturity.app.screens.choose import ForgetDialog
        from maturity.app.screens.page import Page

        self._hand_over()
        unfinished = next((one.unfinished for one in self.screen_stack if isinstance(one, Page) and one.unfinished), "")
        if not unfinished:
            self._quit_saved()
        elif not isinstance(self.screen, ForgetDialog):
            self.clear_notifications()
            self.push_screen(ForgetDialog(unfinished, "Leave and forget it"), self._quit_forgetting)

    def _quit_forgetting(self, place: int | None) -> None:
        from maturity.app.screens.choose import FORGET

        if place == FORGET:
            self._quit_saved()

    def _quit_saved(self) -> None:
        from maturity.app.screens.choose import QuitDialog

        if self.workspace.keepers.settle():
            self.exit()
        elif not isinstance(self.screen, QuitDialog):
            self.clear_notifications()  # they would lie over the question
            self.push_screen(QuitDialog(self.workspace.keepers.unsaved[0].problem), self._quit_without)

    def _quit_without(self, place: int | None) -> None:
        """The second line of the question is to quit; everything else is to stay."""
        if place == 1:
            self._end(0)
        else:
            self.workspace.keepers.settle()

    def panic(self, *renderables: RenderableType) -> None:
        """Errors that would print themselves quote what they failed on."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """In place of Textual's traceback, which shows the values of variables, and so people's notes."""
        from maturity.app.crash_report import explain_fault

        self._exit_renderables.append(Text(explain_fault(self._at_risk())))
        self._close_messages_no_wait()

    def _at_risk(self) -> tuple[Keeper | Holder, ...]:
        """What a fault would lose; a note that is being typed is handed over before."""
        self._hand_over()
        self.is_rescued = True
        return () if self.keepers is None else self.keepers.unsaved

    def _handle_exception(self, error: Exception) -> None:
        """A screen that is still being made when the app ends finds none of its parts, and nobody misses them."""
        failed = error.error if isinstance(error, WorkerFailed) else error
        is_ending = self.return_code is not None or not self.is_running
        if not is_ending or not isinstance(failed, NoMatches):
            super()._handle_exception(error)
