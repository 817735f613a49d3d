"""What a person sees when the app itself fails: one sentence, and a log without anybody's answers."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import platformdirs

from maturity.files.saving import NotSavedError, write
from questionnaires import clean, name_of


def log_file() -> Path:
    return Path(platformdirs.user_log_dir("maturity", appauthor=False)) / "last-fault.log"


def explain_fault() -> str:
    """Writes the fault being handled to a log, without values of variables, and says where it is."""
    kind, error, trace = sys.exc_info()
    places = "".join(traceback.format_tb(trace))
    # The text of an error may quote an answer, so only its kind is kept.
    words = f"{places}{kind.__name__ if kind else 'unknown'}: {type(error).__module__}\n"
    target = log_file()
    try:
        write(target, clean(words).encode("utf-8"))
        where = f"What happened is in {name_of(target)}; it holds no answers and no names."
    except NotSavedError:
        where = "The log could not be written."
    return f"maturity had to stop because of a fault of its own. Everything you answered is saved. {where}"
