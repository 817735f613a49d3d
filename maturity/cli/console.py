"""Messages go to standard error, data to standard output; both cleaned of what could steer a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from questionnaires import Fault, one_line


def say(message: str) -> None:
    """One message for the person at the terminal, on one line: nothing in it can pass for another message."""
    print(one_line(message), file=sys.stderr)  # noqa: T201


def say_all(faults: Iterable[Fault]) -> None:
    """Each fault as a message of its own."""
    for fault in faults:
        say(str(fault))


def put(data: str) -> None:
    """Data for whoever reads standard output."""
    sys.stdout.write(data)
    sys.stdout.flush()
