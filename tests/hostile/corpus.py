"""The corpus: everything hostile that we know of, by category, made anew by each run and the same in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.hostile.bytes_and_kinds import bytes_and_kinds
from tests.hostile.item import Hostile
from tests.hostile.links import links
from tests.hostile.names import names
from tests.hostile.questionnaires import questionnaires
from tests.hostile.runs import runs
from tests.hostile.shapes import shapes
from tests.hostile.texts_in_files import in_files
from tests.hostile.together import together
from tests.hostile.values import values

CATEGORIES = (
    "line breaks",
    "wrapping",
    "markup",
    "escape sequences",
    "bidi",
    "invisible",
    "look-alikes",
    "documents",
    "everything",
    "runs",
    "long runs",
    "nesting",
    "keys alike",
    "huge tables",
    "numbers",
    "dates",
    "kinds",
    "encodings",
    "formats",
    "cut off",
    "names of files",
    "names of folders",
    "links",
    "questionnaires",
)


def corpus() -> Iterator[Hostile]:
    """Every item, in a fixed order."""
    for part in (in_files, together, runs, shapes, values, bytes_and_kinds, names, links, questionnaires):
        yield from part()


def counts() -> Counter[str]:
    """How many items there are of each category."""
    return Counter(item.category for item in corpus())
