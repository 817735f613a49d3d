"""What somebody at a terminal sees while they wait: a line on standard error that is gone when it is done."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from maturity.files.gathering import Gathered, Gathering
from questionnaires import Questionnaire, one_line

_SOON: Final = 0.2
"""Seconds after which somebody begins to wonder, and between two looks at how far it is."""
_LONG: Final = 1.0
"""Seconds that the reading of one file may take before anything is said of it."""
_LONGEST_NAME: Final = 24
_ALL_GONE: Final = f"\r{'':<40}\r"
"""Over what was said and back to the beginning of the line, also where a console knows no codes."""


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """Says what takes so long, once it does."""
    if not sys.stderr.isatty():
        yield
        return
    said = threading.Timer(_SOON, _say, [words])
    said.daemon = True
    said.start()
    try:
        yield
    finally:
        said.cancel()
        said.join()
        _say("")


def gathered_at(paths: list[Path], questionnaire: Questionnaire, without: Path | None = None) -> Gathered:
    """Reads all files; how many of them are read is said from time to time where there are many."""
    gathering = Gathering(paths, questionnaire, without)
    if not sys.stderr.isatty():
        for _ in gathering.steps():
            pass
        return gathering.gathered()
    due = time.monotonic() + _SOON
    try:
        for _ in gathering.steps():
            if time.monotonic() >= due:
                _say(f"Reading {gathering.done:,} of {gathering.whole:,} files")
                due = time.monotonic() + _SOON
    finally:  # what an interruption says stands on a line of its own
        _say("")
    return gathering.gathered()


@contextmanager
def told_how_far(name: str) -> Iterator[Callable[[int, int], None]]:
    """Gives what is to be told how many bytes of how many are read, and says it from time to time of a large file."""
    due = time.monotonic() + _LONG

    def tell(done: int, size: int) -> None:
        nonlocal due
        if time.monotonic() >= due:
            _say(f"Reading {one_line(name, _LONGEST_NAME)}: {done * 100 // max(size, 1)} %")
            due = time.monotonic() + _SOON

    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    try:
        yield tell
    finally:
        _say("")


def _say(words: str) -> None:
    sys.stderr.write(f"{_ALL_GONE}{words}")
    sys.stderr.flush()
