"""A copy of answers that could not be saved where they belong, before the program ends."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import platformdirs

from maturity import clock
from maturity.files.keeper import Holder, Keeper
from maturity.files.saving import NotSavedError, write_once
from maturity.files.workspace import file_name, to_bytes
from questionnaires import name_of


def log_folder() -> Path:
    """Where the log of a fault is written, and rescued answers beside it."""
    return Path(platformdirs.user_log_dir("maturity", appauthor=False))


def rescue(unsaved: Iterable[Keeper | Holder], folder: Path) -> str:
    """Writes a file for each open response, or whatever else is not saved; says in one sentence each where it is."""
    return " ".join(_rescued(one, folder) if isinstance(one, Keeper) else one.rescue(folder) for one in unsaved)


def _rescued(keeper: Keeper, folder: Path) -> str:
    moment = clock.now().strftime("%Y%m%dT%H%M%S")
    name = f"{Path(file_name(keeper.response)).stem}--rescued-{moment}.toml"
    for place in (folder, Path(tempfile.gettempdir())):
        path = place / name
        try:
            write_once(path, to_bytes(keeper.response))
        except NotSavedError:
            continue
        return (
            f"{name_of(keeper.path)} could not be saved; all its answers are in {name_of(path)}: "
            "put that file in its place."
        )
    return f"{name_of(keeper.path)} could not be saved, and no copy could be written anywhere else."
