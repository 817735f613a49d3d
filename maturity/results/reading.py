"""Opens results that somebody sent: everything that is shown is in them, so no answers are needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from maturity.results.model import Results, read_results
from questionnaires import InvalidFile, name_of, parse, read_bytes
from questionnaires.reading import says
from questionnaires.words import FileKind

NOT_IN_RESULTS = "Results hold no notes, and no person's own answers. They are in the files of the answers."
"""What is said in place of what results cannot know."""


def sent_results(paths: Sequence[Path]) -> Results | None:
    """The results in a file that is named alone; None where anything else is meant, sound or not.

    Raises InvalidFile with all faults of a file that says that it holds results and does not.
    """
    if len(paths) != 1:
        return None
    shown = name_of(paths[0])
    try:
        data = read_bytes(paths[0])
    except InvalidFile:
        return None  # a folder; or whoever reads answers says what is wrong
    return read_results(parse(data, shown), shown) if says(data) is FileKind.RESULTS else None
