"""Work in a thread, looked at from the event loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from maturity.app.background import latest_of


async def test_the_last_value_is_always_seen() -> None:
    seen = [value async for value in latest_of(range(1, 1000))]
    assert seen[-1] == 999
    assert seen == sorted(set(seen))


async def test_of_nothing_nothing_is_seen() -> None:
    nothing: tuple[int, ...] = ()
    assert [value async for value in latest_of(nothing)] == []


async def test_what_goes_wrong_in_the_thread_goes_wrong_where_it_is_awaited() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ZeroDivisionError

    seen = []
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 - what comes before the fault is seen first
        async for value in latest_of(broken()):
            seen.append(value)  # noqa: PERF401
    assert seen == [1]


async def test_who_no_longer_looks_does_not_wait_and_the_thread_stops_at_its_next_value() -> None:
    begun, held, over = threading.Event(), threading.Event(), threading.Event()

    def slow() -> Iterator[int]:
        try:
            yield 1
            begun.set()
            held.wait(10)
            yield 2
            raise AssertionError
        finally:
            over.set()

    async def look() -> None:
        async for value in latest_of(slow()):
            assert value == 1

    task = asyncio.create_task(look())
    while not begun.is_set():
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not over.is_set()
    held.set()
    assert await asyncio.to_thread(over.wait, 10)
