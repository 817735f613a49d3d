"""The command line: parses and delegates. Textual is imported only when a screen is opened."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    from maturity.cli.exit_codes import Exit
    from maturity.cli.parser import parser

    _speak_utf8()
    # Pydantic would look through everything installed for plugins, at a tenth of the start, and let them hear answers.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    options = parser().parse_args(arguments)
    try:
        with _interruptible():
            return _run(options)
    except BrokenPipeError:
        sys.stdout = io.StringIO()  # whoever read us has gone; nothing is left to say
        return Exit.FAILED
    except KeyboardInterrupt:
        print("Interrupted. Everything you answered is saved.", file=sys.stderr)  # noqa: T201
        return Exit.INTERRUPTED


def _run(options: argparse.Namespace) -> int:
    """Opens the app where nothing has to be looked at before; everything else is a verb's."""
    if options.verb is None:
        from maturity.cli.opening import opened_at_once

        if (code := opened_at_once(options)) is not None:
            return int(code)
    from maturity.cli import verbs

    return int(verbs.run(options))


def run() -> None:
    """The `maturity` command."""
    _stand_in_for_closed_streams()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # While only modules are loaded, and when all is done, Ctrl+C ends at once, without a word or a traceback.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(main())


@contextmanager
def _interruptible() -> Iterator[None]:
    """From here on an interruption is a KeyboardInterrupt; where it is ignored, as in the background, it stays so."""
    was_silent = signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    if was_silent:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        if was_silent:
            signal.signal(signal.SIGINT, signal.SIG_DFL)


class _Closed(io.TextIOBase):
    """Standard output that was closed before the program began: whatever is written finds no reader."""

    def write(self, text: str) -> int:
        raise BrokenPipeError


def _stand_in_for_closed_streams() -> None:
    """Python has None where a shell closed a stream (`<&-`), and the next file opened would take its number."""
    for number, stream in enumerate((sys.stdin, sys.stdout, sys.stderr)):
        if stream is None and os.name == "posix":
            while os.open(os.devnull, os.O_RDWR) < number:
                continue
    sys.stdin = sys.stdin or io.StringIO()
    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or io.StringIO()


def _speak_utf8() -> None:
    """Pipes may use another encoding (PowerShell: cp437); what we print is UTF-8 and never fails."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
