"""Writes the golden files anew: `python -m tests.golden`. Look at what changed before it is committed."""

from __future__ import annotations

from tests.golden.formats import FOLDER, formats

for name, content in formats().items():
    (FOLDER / name).write_bytes(content)
