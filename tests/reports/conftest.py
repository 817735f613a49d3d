"""The fixtures of every room that works without a screen."""

from __future__ import annotations

from tests.given.commands import command, examples, own, place
from tests.given.computed_once import once

__all__ = ["command", "examples", "once", "own", "place"]
