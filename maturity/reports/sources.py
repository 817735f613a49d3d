"""Where a figure comes from: files that were counted, or somebody who typed it; and who signed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from maturity.results.gate import FigureResults, VerdictResults
from scoring.wording.words import listed

_COUNTED: Final = re.compile(r"(?:^|; )([^/\\:;]{1,120}?), [0-9,]{1,15} rows[:,]")
"""How the program says it of each file that it counted."""


def files_of(report: str | None) -> tuple[str, ...]:
    """The names of the files that were counted; none where somebody typed the figure. A name with a folder is none."""
    return tuple(dict.fromkeys(_COUNTED.findall(report or "")))


def source_sentences(verdict: VerdictResults) -> Iterator[str]:
    """Of all figures that decide, each source once: `counted in status.csv, signed by Kim Doe`."""
    rings: dict[str, list[str]] = {}
    for figure in verdict.figure:
        rings.setdefault(_source(figure), []).extend([figure.ring] if figure.ring else [])
    for source, some in rings.items():
        yield f"{', '.join(some)}: {source}" if some and len(rings) > 1 else source


def _source(figure: FigureResults) -> str:
    signed = f"signed by {figure.by}"
    if files := files_of(figure.report):
        return f"counted in {listed(list(files))}, {signed}"
    return f"typed by hand, {signed}{f': {figure.report}' if figure.report else ''}"
