"""Writing to a terminal that has vanished: nothing fails, and nothing waits for it."""

from __future__ import annotations

import io
import threading

from textual.app import App
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread
from textual.drivers.headless_driver import HeadlessDriver

from maturity.app.app import MaturityApp
from maturity.app.terminal import WhileItLasts
from maturity.files.workspace import Workspace


class Gone(io.StringIO):
    """A terminal whose other end is closed."""

    def write(self, _text: str, /) -> int:
        raise OSError(5, "Input/output error")

    def flush(self) -> None:
        raise OSError(5, "Input/output error")


def test_more_than_the_queue_holds_is_written_to_nowhere_and_the_writer_ends() -> None:
    writer = WriterThread(WhileItLasts(Gone()))  # type: ignore[arg-type]
    writer.start()

    def everything() -> None:
        for _ in range(3 * MAX_QUEUED_WRITES):
            writer.write("more")
        writer.stop()

    writing = threading.Thread(target=everything, daemon=True)
    writing.start()
    writing.join(timeout=20)
    assert not writing.is_alive()
    assert not writer.is_alive()


def test_a_terminal_that_is_there_is_written_to() -> None:
    there = io.StringIO()
    file = WhileItLasts(there)
    assert (file.write("words"), there.getvalue(), file.isatty()) == (5, "words", False)


class OnATerminal(HeadlessDriver):
    """A driver that writes to a file, as those of real terminals do."""

    def __init__(self, app: App[object], *, debug: bool, mouse: bool, size: tuple[int, int] | None) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file: object = Gone()


async def test_the_app_writes_to_its_terminal_while_that_lasts(workspace: Workspace) -> None:
    app = MaturityApp(workspace)
    app.driver_class = OnATerminal
    driver = app._build_driver(headless=False, inline=False, mouse=False, size=None)
    assert isinstance(driver, OnATerminal)
    assert isinstance(driver._file, WhileItLasts)
