"""How much of a saved export is read. Real ones have at most some hundred thousand rows of a few hundred characters."""

from __future__ import annotations

from typing import Final

MOST_BYTES: Final = 500_000_000
"""Of a file, unpacked."""
MOST_RATIO: Final = 200
"""How many times larger than in its archive: texts of identifiers, names and days are packed to a tenth or less."""
MOST_HEADERS: Final = 2_000
MOST_ROWS: Final = 2_000_000
LONGEST_CELL: Final = 1024 * 1024
"""Characters."""
LONGEST_LINE: Final = 4 * 1024 * 1024
"""Characters; of a row as well, where its cells hold line breaks."""
BLOCK: Final = 128 * 1024
"""Bytes that are read at a time."""
MOST_FAULTS: Final = 20
"""Of one file; more would be of the same kind."""
