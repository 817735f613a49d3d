"""What a verb may write to, asked before anything is computed: a suffix it knows, and nothing but an earlier export."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from maturity.cli.console import say
from maturity.files.saving import NotSavedError
from questionnaires import name_of


def is_other(output: Path, formats: Iterable[str]) -> bool:
    """Whether the suffix is none of these; it is said then."""
    if output.suffix.lower() in formats:
        return False
    say(f"{name_of(output)}: the suffix decides the format; use one of {', '.join(formats)}.")
    return True


def is_left_alone(refuse: Callable[[], None]) -> bool:
    """Whether something is there that is not replaced, for which `refuse` raises NotSavedError; it is said then."""
    try:
        refuse()
    except NotSavedError as error:
        say(str(error))
        return True
    return False
