"""Completion for each shell, as data beside this module: shtab makes it of the parser, and is not needed to print it.

`python -m tests.given.completions` writes the files, whenever a verb or an option has changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

SHELLS: Final = {"bash": "maturity.bash", "zsh": "_maturity", "fish": "maturity.fish", "powershell": "maturity.ps1"}
"""Every shell, with the name that its file goes by."""


def completion_text(shell: str) -> str:
    """What a shell reads in order to complete `maturity`."""
    return Path(__file__).with_name(SHELLS[shell]).read_text(encoding="utf-8")
