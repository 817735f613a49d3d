"""The glyph and the word that stand beside the colour of every band."""

from __future__ import annotations

from typing import Final

from maturity.results.values import Band
from questionnaires.words import FindingKind
from scoring.wording.findings import FINDING_WORDS

GLYPHS: Final = {Band.ALIGNED: "▁", Band.CLOSE: "▃", Band.APART: "▅", Band.FAR_APART: "▇"}
"""The higher the bar, the further apart."""

WORDS: Final = {band: FINDING_WORDS[FindingKind(band.value)] for band in Band}
