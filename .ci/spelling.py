"""The spelling of every text and name, British throughout.

What codespell knows to be wrong anywhere, and its list of British words read backwards, so that an American word is a
fault. Texts that people read are held to all of it; code may say `color` where Textual and Python do.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

import codespell_lib

ROOT: Final = Path(__file__).parents[1]
BRITISH: Final = Path(codespell_lib.__file__).parent / "data" / "dictionary_en-GB_to_en-US.txt"

TEXTS: Final = ["README.md", "CHANGELOG.md", ".github", "questionnaires/autopatch"]
CODE: Final = ["maturity", "scoring", "questionnaires", "tests", ".ci", "pyproject.toml", ".pre-commit-config.yaml"]

# Right in British English too, each in its own meaning: a computer's program, to license, a practice. And what the
# admin center and Delivery Optimization are called by those who make them.
BOTH: Final = {
    "center",
    "dialog",
    "dialogs",
    "focused",
    "license",
    "licensed",
    "licenses",
    "optimization",
    "practice",
    "program",
    "programs",
    "writable",
}
# Names that others gave, which code has to repeat.
NAMES: Final = {"capitalize", "centered", "color", "colors", "gray", "math", "normalize", "normalized"}


def reversed_list(without: set[str]) -> str:
    """American words with their British ones, a pair a line, as codespell reads a dictionary."""
    pairs = (line.split("->") for line in BRITISH.read_text(encoding="utf-8").splitlines())
    american = ((there, british) for british, many in pairs for there in many.rstrip(",").split(","))
    return "".join(f"{there.strip()}->{british}\n" for there, british in american if there.strip() not in without)


def faults(places: list[str], without: set[str], folder: Path) -> int:
    """How many faults codespell finds in these files and folders, each printed with its line."""
    dictionary = folder / "british.txt"
    dictionary.write_text(reversed_list(without), encoding="utf-8")
    paths = [str(ROOT / place) for place in places]
    return codespell_lib.main("--dictionary", "-", "--dictionary", str(dictionary), *paths)


def main() -> int:
    """Both kinds of files, so that all faults show at once."""
    with tempfile.TemporaryDirectory() as folder:
        found = [faults(TEXTS, BOTH, Path(folder)), faults(CODE, BOTH | NAMES, Path(folder))]
    return 1 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main())
