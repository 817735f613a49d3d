"""The built-in questionnaire as it was made ready beforehand: read at a fifth of what its TOML costs.

`autopatch.json` lies beside this module, in the checkout and in the wheel alike, and is made of the TOML by
`python -m tests.given.compiled`. It names the SHA-256 of the files that it was made of. Where those have changed since,
it is left alone and they are read as ever, so nobody ever answers questions that do not stand in the TOML.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from questionnaires.model import Questionnaire
from questionnaires.parts import QuestionnairePart

FOLDER: Final = Path(__file__).with_name("autopatch")
PLACE: Final = Path(__file__).with_name("autopatch.json")


class Compiled(QuestionnairePart):
    """A questionnaire that was checked when it was made ready, its fingerprint in it."""

    made_of: str
    """The SHA-256 of the TOML files, with their names."""
    questionnaire: Questionnaire


def builtin_files() -> list[tuple[str, bytes]]:
    """The name and the bytes of each TOML file of the built-in questionnaire, in the order of their names."""
    return [(path.name, path.read_bytes()) for path in sorted(FOLDER.glob("*.toml"))]


def digest(files: Iterable[tuple[str, bytes]]) -> str:
    """The SHA-256 of files and of their names; no two sets of files have the same."""
    found = hashlib.sha256()
    for name, data in files:
        found.update(f"{name}\n{len(data)}\n".encode())
        found.update(data)
    return found.hexdigest()


def compiled(files: Iterable[tuple[str, bytes]]) -> Questionnaire | None:
    """The questionnaire that was made ready of exactly these files; None where there is none, or none that is sound."""
    try:
        found = Compiled.model_validate_json(PLACE.read_bytes())
    except (OSError, ValidationError):
        return None
    return found.questionnaire if found.made_of == digest(files) else None
