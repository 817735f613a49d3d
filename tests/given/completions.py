"""Makes what shells complete `maturity` by, from the parser of the command line.

`python -m tests.given.completions` writes it where it ships; a test says when that was forgotten.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import shtab

from maturity.cli import completions
from maturity.cli.completions import SHELLS
from maturity.cli.parser import parser

_FOLDERS_ONLY: Final = frozenset({"folder", "questionnaire"})
"""Options and arguments that take a folder and nothing else; a workspace may also be a file of results."""
_PLACES: Final = ("FILE", "DIR", "RESULTS", "ACTUALS")
"""What stands in the metavar of an option or argument that takes a place on disk."""


def made(shell: str) -> str:
    """The completion for a shell as the parser has it now."""
    root = parser()
    for action in _actions(root):
        if any(place in str(action.metavar) for place in _PLACES):
            taken = shtab.DIRECTORY if action.dest in _FOLDERS_ONLY else shtab.FILE
            vars(action)["complete"] = taken  # where shtab looks for it
    text: str = shtab.complete(root, shell)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _actions(one: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in one._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            verbs: dict[str, Any] = action.choices
            for verb in verbs.values():
                yield from _actions(verb)


def main() -> None:
    """Writes the completion for every shell beside the code that hands it out."""
    for shell, name in SHELLS.items():
        Path(completions.__file__).with_name(name).write_text(made(shell), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
