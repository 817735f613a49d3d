"""The values of published.toml, and answers as counts, for the tests of the measures."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

PUBLISHED: Final[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "published.toml").read_text("utf-8"))


def counted(answers: Sequence[int], options: int = 6) -> list[int]:
    """How often each option was chosen, zeros kept."""
    return [answers.count(option) for option in range(options)]
