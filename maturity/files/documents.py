"""Documents of plain tables, lists, texts and numbers, as text."""

from __future__ import annotations

import json
from collections.abc import Mapping


def json_text(document: Mapping[str, object]) -> str:
    """As JSON for people and programs; dates stand as text."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False, default=str) + "\n"
