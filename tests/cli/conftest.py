"""The fixtures of every room that works without a screen."""

from __future__ import annotations

from tests.given.commands import command, examples, own, place, settled
from tests.given.computed_once import once
from tests.given.figures_verb import figures

__all__ = ["command", "examples", "figures", "once", "own", "place", "settled"]
