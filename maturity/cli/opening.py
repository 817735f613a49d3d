"""Opens the app: where there is a terminal, and at once where nothing has to be looked at before.

Nothing is loaded here that the first screen does not need; the app loads the rest once that is painted.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from maturity.cli.console import put, say
from maturity.cli.exit_codes import Exit
from maturity.cli.folders import folder_of
from questionnaires import one_line

if TYPE_CHECKING:
    from maturity.app.app import MaturityApp

_OFTEN: Final = (700, 10, 10)
"""As Python does by itself: a search for garbage that comes seldom takes long, and somebody waits for each key."""


def opened_at_once(options: argparse.Namespace) -> Exit | None:
    """Opens the app on the folder of the workspace. None, and nothing is done, where something has to be looked at
    before: a questionnaire or keys of one's own, which may be faulty, or results that somebody sent."""
    from maturity.files.places import has_own_keys

    folder = folder_of(options)
    if getattr(options, "questionnaire", None) or has_own_keys() or not _is_folder_or_nothing(folder):
        return None
    if is_refused():
        return Exit.USAGE
    gc.disable()  # nothing that is loaded ever becomes garbage; the app collects again once it is there
    try:
        from maturity.files.heads import FolderSoFar

        so_far = FolderSoFar(folder)  # read while textual is loaded
        from maturity.app.app import MaturityApp

        return opened(MaturityApp(so_far))
    finally:
        gc.enable()


def opened(app: MaturityApp) -> Exit:
    """Runs the app, and says where everything is when it has ended."""
    gc.set_threshold(*_OFTEN)
    app.run()
    with contextlib.suppress(OSError):  # the terminal may be gone, and everything is done that can be
        if app.last_words:
            say(app.last_words)
        for path in app.keepers.answered if app.keepers else ():
            put(f"Your answers are in {one_line(str(path.absolute()))}\n")
        for path in app.keepers.decided if app.keepers else ():
            put(f"The decisions are in {one_line(str(path.absolute()))}\n")
    _let_go_of_what_is_gone()
    return Exit(app.return_code or 0)


def _let_go_of_what_is_gone() -> None:
    """What waits for a terminal that is gone can never be written: Python would end with a code of its own (120)."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except OSError:
            setattr(sys, name, io.StringIO())


def _is_folder_or_nothing(path: Path) -> bool:
    """A name that no system can hold is neither, and is told so where it is read."""
    try:
        return path.is_dir() or not path.exists()
    except (OSError, ValueError):
        return False


def has_terminal() -> bool:
    """Whether somebody types, and sees what is shown."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def is_refused() -> bool:
    """Says why the app cannot open here. Textual would wait for ever without a terminal."""
    if not has_terminal():
        say(
            "The app needs a terminal. Without one, use: maturity compare, report, export, gate, check, demo, "
            "assess --plain."
        )
        return True
    if os.environ.get("TERM") == "dumb":
        say("This terminal cannot show the app. Use: maturity assess --plain, or maturity compare.")
        return True
    return False
