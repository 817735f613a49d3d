"""The command line: parses and delegates. Textual is imported only when a screen is opened."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

from maturity.cli.exit_codes import Exit
from maturity.cli.parser import parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    _speak_utf8()
    options = parser().parse_args(arguments)
    from maturity.cli import verbs

    try:
        return int(verbs.run(options))
    except BrokenPipeError:
        sys.stdout = io.StringIO()  # whoever read us has gone; nothing is left to say
        return Exit.FAILED
    except KeyboardInterrupt:
        print("Interrupted. Everything you answered is saved.", file=sys.stderr)  # noqa: T201
        return Exit.INTERRUPTED


def run() -> None:
    """The `maturity` command."""
    sys.exit(main())


def _speak_utf8() -> None:
    """Pipes may use another encoding (PowerShell: cp437); what we print is UTF-8 and never fails."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
