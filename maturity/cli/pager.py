"""Long texts at a terminal go through the pager that people are used to; everywhere else they are only written."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from maturity.cli.console import put

_USUAL: Final = ("less", "-R")
_LESS: Final = "-FRX"
"""What `less` does where its user has not said: ends at once with a text that fits, keeps colours and leaves the text
on the screen."""
WIDEST: Final = 120
"""Columns of a text at a terminal: in longer lines the eye does not find the next one."""


def is_terminal() -> bool:
    """Whether somebody reads what is written on standard output, rather than a program."""
    return sys.stdout.isatty()


def columns(usual: int) -> int:
    """How wide a text may be: as wide as the terminal, and without one as ever."""
    return max(40, min(WIDEST, shutil.get_terminal_size((usual, 24)).columns)) if is_terminal() else usual


def page(text: str, *, wanted: bool) -> None:
    """Shows a text page by page where it is longer than the terminal; else, or where no pager is found, writes it."""
    command = _pager(os.environ) if wanted and _is_too_long(text) else ()
    if not command or not _shown_by(command, text):
        put(text)


def _is_too_long(text: str) -> bool:
    return is_terminal() and text.count("\n") >= shutil.get_terminal_size().lines


def _pager(environment: Mapping[str, str]) -> Sequence[str]:
    """The command that PAGER names, or less where it is there; nothing where pages make no sense."""
    if environment.get("TERM") == "dumb":
        return ()
    named = environment.get("PAGER")
    if named is None:
        return () if sys.platform == "win32" or shutil.which(_USUAL[0]) is None else _USUAL
    try:
        return shlex.split(named, posix=sys.platform != "win32")
    except ValueError:  # a quote that is never closed
        return ()


def _shown_by(command: Sequence[str], text: str) -> bool:
    """Whether the pager began. What it is sent when its user has read enough is lost, and Ctrl+C is its own key."""
    program = shutil.which(command[0])
    if program is None:
        return False
    import subprocess  # for whoever has a pager

    try:
        pager = subprocess.Popen(  # noqa: S603  # whoever sits at the terminal says what PAGER is
            [program, *command[1:]], stdin=subprocess.PIPE, env={"LESS": _LESS, **os.environ}, encoding="utf-8"
        )
    except OSError:
        return False
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        pager.communicate(text)
    while pager.poll() is None:
        with contextlib.suppress(KeyboardInterrupt):
            pager.wait()
    return True
