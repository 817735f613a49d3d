"""What a person sees when the app itself fails: one sentence, and a log without anybody's answers."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

from maturity.files.keeper import Holder, Keeper
from maturity.files.rescue import log_folder, rescue
from maturity.files.saving import NotSavedError, write_once
from questionnaires import clean, name_of


def log_file() -> Path:
    """Where the last fault of ours is written down."""
    return log_folder() / "last-fault.log"


def copied_beside_the_log(unsaved: Iterable[Keeper | Holder]) -> str:
    """Rescues what is not saved before the app ends; says where it is."""
    return rescue(unsaved, log_file().parent)


def explain_fault(unsaved: Iterable[Keeper | Holder] = ()) -> str:
    """Writes the fault being handled to a log, without values of variables, and says where it is.

    What is not saved goes beside the log. Only when there is none, everything is said to be saved.
    """
    kind, error, trace = sys.exc_info()
    places = "".join(traceback.format_tb(trace))
    # The text of an error may quote an answer, so only its kind is kept.
    words = f"{places}{kind.__name__ if kind else 'unknown'}: {type(error).__module__}\n"
    target = log_file()
    try:
        write_once(target, clean(words).encode("utf-8"))
        where = f"What happened is in {name_of(target)}; it holds no answers and no names."
    except NotSavedError:
        where = "The log could not be written."
    kept = copied_beside_the_log(unsaved) or "Everything you answered is saved."
    return f"maturity had to stop because of a fault of its own. {kept} {where}"
