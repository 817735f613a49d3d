"""The command line: parses and delegates. Textual is imported only when a screen is opened."""

from __future__ import annotations

import gc
import io
import os
import sys

from maturity import __version__

TYPE_CHECKING = False  # of our own: the module that has it takes longer to load than the version to tell
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

_ALIVE = 200_000
"""How many things a command makes before a search for garbage is worth its while: most short ones never do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    _speak_utf8()
    if _asks_for_version(arguments):
        sys.stdout.write(f"maturity {__version__}\n")
        return 0
    from maturity.cli.parser import parsed

    words = sys.argv[1:] if arguments is None else list(arguments)
    options = parsed(words)
    from maturity.cli.exit_codes import Exit
    from maturity.cli.signals import interruptible

    try:
        with interruptible():
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
    if not _asks_for_version(None):
        _be_silent_while_loading()
        gc.set_threshold(_ALIVE, 20, 20)
        # No package that happens to be installed beside us looks on while answers are read, and none is sought.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    code = main()
    gc.freeze()  # nothing that is left is looked through once more: it goes with the process
    sys.exit(code)


def _be_silent_while_loading() -> None:
    """While only modules are loaded, and when all is done, Ctrl+C ends at once, without a word or a traceback."""
    import signal  # which nobody needs who asks for the version

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _asks_for_version(arguments: Sequence[str] | None) -> bool:
    """Whether nothing else is asked for: then it is told before anything is loaded."""
    return list(sys.argv[1:] if arguments is None else arguments) == ["--version"]


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
