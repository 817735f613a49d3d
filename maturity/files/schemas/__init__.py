"""The JSON Schemas of the files, as data beside this one: so they need no sources, and cost nothing to make.

They are made of the models by `python -m tests.given.schemas`, whenever one of these has changed.
"""

from __future__ import annotations

from pathlib import Path


def schema_text(kind: str) -> str:
    """The schema of a kind of file, as it is printed."""
    return Path(__file__).with_name(f"{kind}.json").read_text(encoding="utf-8")
