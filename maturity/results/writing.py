"""Writes results and tallies to a file, and reads them back before they count as written."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import tomli_w

from maturity.files.documents import json_text
from maturity.files.replacing import refuse_to_replace, replace_ours
from maturity.files.saving import NotSavedError, write, write_once
from maturity.files.tallies import tally_bytes
from maturity.results.gate import GateResults
from maturity.results.model import Results, read_results
from questionnaires import InvalidFile, name_of
from questionnaires.words import SCHEMA, FileKind


def document(results: Results | GateResults) -> dict[str, object]:
    """Results as a file holds them; what is not defined has no key. The whole says first what it is."""
    head = {"kind": FileKind.RESULTS.value, "schema": SCHEMA} if isinstance(results, Results) else {}
    return {**head, **results.model_dump(by_alias=True, exclude_defaults=True)}


def to_toml(results: Results | GateResults) -> str:
    """Results as TOML; undefined is an absent key."""
    return tomli_w.dumps(document(results))


def to_json(results: Results | GateResults) -> str:
    """The same tree as JSON."""
    return json_text(document(results))


FORMATS: Final[dict[str, Callable[[Results], str]]] = {".toml": to_toml, ".json": to_json}
"""By the suffix of the file."""


def export_results(results: Results, target: Path, *, within: Path | None = None, is_patient: bool = True) -> None:
    """Raises NotSavedError when the file cannot be written, holds what no export wrote, or does not read back as it
    was computed. Below the folder `within` nothing is written through a link. `is_patient` is waiting up to three
    seconds for a file that is held; otherwise HeldError says so at once."""
    suffix = target.suffix.lower()
    data = FORMATS[suffix](results).encode("utf-8")
    parse = _json if suffix == ".json" else _toml

    def reads_back() -> bool:
        return read_results(parse(data), target.name) == results

    _write(target, data, reads_back, partial(write if is_patient else write_once, within=within))


def export_tally(counted: dict[str, object], target: Path) -> None:
    """Raises NotSavedError like `export_results`."""
    data = tally_bytes(counted)
    _write(target, data, lambda: _toml(data) == counted, write)


def _write(target: Path, data: bytes, reads_back: Callable[[], bool], put_there: Callable[[Path, bytes], None]) -> None:
    """What would not read back is not written; what is on disk afterwards has to be what was written."""
    shown = name_of(target)
    refuse_to_replace(target)
    if not _is_sound(reads_back):
        raise NotSavedError(f"{shown} would not read back as it was computed; nothing was written.")
    replace_ours(target, data, put_there)


def _is_sound(reads_back: Callable[[], bool]) -> bool:
    """Whether the bytes read back as what was meant; they may not be sound at all."""
    try:
        return reads_back()
    except (ValueError, InvalidFile):
        return False


def _toml(data: bytes) -> dict[str, object]:
    return tomllib.loads(data.decode("utf-8"))


def _json(data: bytes) -> dict[str, object]:
    found: dict[str, object] = json.loads(data)
    return found
