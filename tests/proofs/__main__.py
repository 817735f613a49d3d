"""`python -m tests.proofs` prints the catalogue: every place, its sentences, and when each is true."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator

from tests.proofs.catalogue import CATALOGUE
from tests.proofs.said import Row


def lines() -> Iterator[str]:
    """Rows that stand in several places once, below all of these."""
    places: dict[tuple[Row, ...], list[str]] = {}
    for place, rows in CATALOGUE.items():
        places.setdefault(rows, []).append(place)
    for rows, names in places.items():
        yield ", ".join(names)
        for row in rows:
            yield f"  {row.sentence}"
            yield textwrap.indent(textwrap.fill(" ".join(row.when.split()), 110), " " * 6)
        yield ""
    yield f"{len({row.sentence for rows in places for row in rows})} sentences in {len(CATALOGUE)} places."


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines()) + "\n")
