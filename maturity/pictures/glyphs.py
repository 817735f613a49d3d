"""The glyph and the word that stand beside every colour."""

from __future__ import annotations

from typing import Final

from maturity.pictures.bar import OPEN, bar
from maturity.results.values import Band
from questionnaires.words import FindingKind
from scoring.wording.findings import FINDING_WORDS

__all__ = ["BEFORE", "CHOSEN", "FLAG", "FRAGILE", "GLYPHS", "HERE", "NOTHING", "OPEN", "QUOTE", "WORDS", "bar"]

GLYPHS: Final = {Band.ALIGNED: "▁", Band.CLOSE: "▃", Band.APART: "▅", Band.FAR_APART: "▇"}
"""The higher the bar, the further apart."""

WORDS: Final = {band: FINDING_WORDS[FindingKind(band.value)] for band in Band}

NOTHING: Final = "–"
CHOSEN: Final = "◉"
FLAG: Final = "▲"
FRAGILE: Final = "~"
HERE: Final = "▸"
BEFORE: Final = "◂"
"""Stands beside one's own answer of an earlier round."""
QUOTE: Final = "│"
"""Stands before every line of what somebody wrote."""
