"""The exit codes of every command."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Documented in the README; scripts rely on them."""

    FINE = 0
    FAILED = 1
    USAGE = 2
    INVALID = 3
    CONFLICT = 4
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143
