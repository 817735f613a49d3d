"""Folders of responses, written by the command that is run, as anybody would."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.storms.sitting import ROOT

_ID: Final = re.compile(r'(?m)^id = "[a-z0-9]{4,32}"$')
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz"


def write_examples(folder: Path, code: Path = ROOT) -> list[Path]:
    """The examples of four teams; the folder is made."""
    subprocess.run(
        [sys.executable, "-m", "maturity", "demo", str(folder)],
        env={**os.environ, "PYTHONPATH": str(code)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return sorted(folder.glob("*.toml"))


def write_many(folder: Path, count: int, code: Path = ROOT) -> None:
    """So many responses, each of another person, with the answers of the examples in turn."""
    examples = write_examples(folder, code)
    texts = [path.read_text("utf-8") for path in examples]
    for path in examples:
        path.unlink()
    for number in range(count):
        letters = "".join(_LETTERS[number // len(_LETTERS) ** place % len(_LETTERS)] for place in range(4))
        head, mark, rest = texts[number % len(texts)].partition("[respondent]")
        text = head + mark + _ID.sub(f'id = "many{letters}"', rest, count=1)
        (folder / f"{number:05}.toml").write_text(text, "utf-8")
