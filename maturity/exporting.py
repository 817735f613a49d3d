"""Writes results to a file; the suffix decides the format, and TOML is read back before it counts as written."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

from maturity.results import to_json, to_toml
from maturity.saving import NotSavedError, write
from maturity.trees import Tree

FORMATS: Final = {".toml": to_toml, ".json": to_json}


def export_results(tree: Tree, target: Path) -> None:
    """Raises NotSavedError when the file cannot be written or would not read back as computed."""
    data = FORMATS[target.suffix.lower()](tree)
    if target.suffix.lower() == ".toml" and tomllib.loads(data) != tree:
        raise NotSavedError(f"{target} would not read back as it was computed; nothing was written.")
    write(target, data.encode("utf-8"))
