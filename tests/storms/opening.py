"""The app in this process, as the command line makes it; and the screens that it has."""

from __future__ import annotations

import importlib
import io
import pkgutil
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual.screen import Screen

import maturity.app.screens
from maturity.app.app import MaturityApp
from maturity.cli import main as command


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def open_app(folder: Path) -> MaturityApp:
    """The app as the command line makes it, not yet running."""
    made: list[MaturityApp] = []
    with (
        patch.object(MaturityApp, "run", lambda app, *_, **__: made.append(app)),
        patch.object(sys, "stdin", _Terminal()),
        patch.object(sys, "stdout", _Terminal()),
    ):
        command(["-w", str(folder)])
    return made[0]


def every_screen() -> set[str]:
    """The names of all screens that somebody can come to."""
    for module in pkgutil.iter_modules(maturity.app.screens.__path__):
        importlib.import_module(f"maturity.app.screens.{module.name}")
    found: set[str] = set()
    waiting: list[type[Screen[Any]]] = [Screen]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("maturity.app.") and not kind.__subclasses__():
                found.add(kind.__name__)
    return found
