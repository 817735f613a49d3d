"""Writes results and tallies to a file, and reads them back before they count as written."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from maturity.files.replacing import refuse_to_replace
from maturity.files.saving import NotSavedError, write
from maturity.files.tallies import tally_bytes
from maturity.files.trees import Tree
from maturity.results.build import to_json, to_toml
from questionnaires import name_of

FORMATS: Final[dict[str, Callable[[Tree], str]]] = {".toml": to_toml, ".json": to_json}
"""By the suffix of the file."""


def export_results(tree: Tree, target: Path, *, within: Path | None = None) -> None:
    """Raises NotSavedError when the file cannot be written, holds what no export wrote, or does not read back as it
    was computed. Below the folder `within` nothing is written through a link."""
    suffix = target.suffix.lower()
    meant = tree if suffix == ".toml" else _without_dates(tree)
    _write(target, FORMATS[suffix](tree).encode("utf-8"), meant, within)


def export_tally(document: Tree, target: Path) -> None:
    """Raises NotSavedError like `export_results`."""
    _write(target, tally_bytes(document), document, None)


def _write(target: Path, data: bytes, meant: Tree, within: Path | None) -> None:
    """What would not read back is not written; what is on disk afterwards has to be what was written."""
    shown = name_of(target)
    refuse_to_replace(target)
    if _read(target, data) != meant:
        raise NotSavedError(f"{shown} would not read back as it was computed; nothing was written.")
    write(target, data, within=within)
    try:
        found = target.read_bytes()
    except OSError as error:
        raise NotSavedError(f"{shown} was written, but cannot be read back: {error.strerror}.") from error
    if found != data:
        raise NotSavedError(f"{shown} does not hold what was written; export it again, to another folder.")


def _read(target: Path, data: bytes) -> Tree | None:
    """The tree in these bytes; None when they are no sound file of the kind."""
    try:
        found: Tree = json.loads(data) if target.suffix.lower() == ".json" else tomllib.loads(data.decode("utf-8"))
    except ValueError:
        return None
    return found


def _without_dates(value: Any) -> Any:
    """The same tree as JSON holds it: dates as text."""
    if isinstance(value, dict):
        return {key: _without_dates(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_dates(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value
