"""Work that takes long, in a thread of its own, looked at from the event loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import suppress
from typing import Generic, TypeVar

Value = TypeVar("Value")


class _Thread(Generic[Value]):
    """Goes through the values in a thread, and tells the loop when there is a new one, and the end."""

    def __init__(self, values: Iterable[Value], loop: asyncio.AbstractEventLoop) -> None:
        self.latest: Value | None = None
        self.error: BaseException | None = None
        self.is_over = False
        self.is_unwanted = False
        self.news = asyncio.Event()
        self._values = values
        self._loop = loop

    def run(self) -> None:
        try:
            for value in self._values:
                if self.is_unwanted:
                    break
                self.latest = value
                self._tell()
        except BaseException as error:  # noqa: BLE001 - a fault of ours: it is raised again where the values are awaited
            self.error = error
        self.is_over = True
        self._tell()

    def _tell(self) -> None:
        with suppress(RuntimeError):  # the app has ended meanwhile, and its loop with it
            self._loop.call_soon_threadsafe(self.news.set)


def made_within(seconds: float, make: Callable[[], Value]) -> Value | None:
    """What is made, in a thread; None where it takes longer, and the thread is left behind as below."""
    values: list[Value] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            values.append(make())
        except BaseException as error:  # noqa: BLE001 - a fault of ours: it is raised again where the value is awaited
            errors.append(error)

    thread = threading.Thread(target=run, name="beginning", daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    return values[0] if values else None


async def latest_of(values: Iterable[Value]) -> AsyncIterator[Value]:
    """The latest of these values whenever there is a new one, and always the last; they are made in a thread.

    Nobody waits for that thread: the executor that Textual gives its own thread workers is waited for when an app
    ends, and a disk that hangs would hold the terminal for ever. This one is left behind, and stops at its next value.
    """
    thread = _Thread(values, asyncio.get_running_loop())
    threading.Thread(target=thread.run, name="reading", daemon=True).start()
    seen: Value | None = None
    try:
        while True:
            await thread.news.wait()
            thread.news.clear()
            is_over = thread.is_over  # before the latest value: what comes in between is news again
            if (latest := thread.latest) is not None and latest is not seen:
                seen = latest
                yield latest
            if is_over:
                break
        if thread.error is not None:
            raise thread.error
    finally:
        thread.is_unwanted = True
