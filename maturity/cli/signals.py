"""Signals, turned into exceptions that end the program in order."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from maturity.cli.exit_codes import Exit

_ENDED_BY: Final = {"SIGTERM": Exit.TERMINATED, "SIGHUP": Exit.HUNG_UP}


class EndedBySignal(BaseException):
    """A signal ends the program; `code` is what a shell expects then."""

    def __init__(self, code: Exit) -> None:
        super().__init__()
        self.code = code


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Has SIGTERM and SIGHUP raise EndedBySignal, as an interruption raises KeyboardInterrupt."""
    before = {}
    for name, code in _ENDED_BY.items():
        if hasattr(signal, name):

            def end(*_: object, code: Exit = code) -> None:
                raise EndedBySignal(code)

            before[name] = signal.signal(getattr(signal, name), end)
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


@contextmanager
def interruptible() -> Iterator[None]:
    """From here on an interruption is a KeyboardInterrupt; where it is ignored, as in the background, it stays so."""
    was_silent = signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    if was_silent:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        if was_silent:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
