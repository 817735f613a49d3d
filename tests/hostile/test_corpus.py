"""Nothing that a stranger puts into a folder steers a terminal, forges a line, writes elsewhere or ends in a fault."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from maturity.cli.exit_codes import Exit
from tests.hostile.corpus import CATEGORIES, corpus, counts
from tests.hostile.item import Hostile
from tests.hostile.place import Watch, calls, lay_out
from tests.hostile.running import TooLongError, run
from tests.hostile.watching import complaints

LONGEST: Final = 5.0
"""Seconds of the processor for one call: far more than any needs, and no test hangs."""

ITEMS: Final = tuple(item for item in corpus() if not item.is_heavy)


def _way(item: Hostile) -> tuple[object, ...]:
    """How an item is made and called: items alike in this differ in the text, number or name that is planted."""
    made = item.make or item.files
    how = made.func if isinstance(made, partial) else made
    kinds = item.name.partition(",")[0] if item.category in ("line breaks", "nesting") else ""
    return item.category, how, kinds, item.verbs, item.calls, item.is_questionnaire


def _tried_by_all() -> Iterator[Hostile]:
    """The first item of each way, and of the others a quarter by the checksum of their names, so that an item that is
    added does not change which of the others are tried. `--whole-corpus` tries every one."""
    ways = set()
    for item in ITEMS:
        if _way(item) not in ways or zlib.crc32(str(item).encode()) % 4 == 0:
            yield item
        ways.add(_way(item))


TRIED: Final = tuple(_tried_by_all())

_UNHARMED: Final = (
    "endpoint.toml: fine, 4 questions with an answer\n",
    "security.toml: fine, 3 questions with an answer\n",
)
"""The two that lie beside every hostile file."""


def _named(item: Hostile) -> object:
    """Windows has no pipes and devices in folders, and keeps links for those who may make them."""
    return pytest.param(item, id=str(item), marks=[pytest.mark.posix] if item.category == "links" else [])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "item" in metafunc.fixturenames:
        is_whole = metafunc.config.getoption("whole_corpus")
        metafunc.parametrize("item", [_named(item) for item in (ITEMS if is_whole else TRIED)])


def test_a_hostile_file_is_only_a_file(item: Hostile, place: Path) -> None:
    lay_out(place, item)
    assert "\n".join(_tried(place, item)) == ""


def _tried(place: Path, item: Hostile) -> Iterator[str]:
    """Every complaint about every call; after one that takes too long, no further call."""
    watch = Watch(place, item)
    for verb, arguments in calls(place, item):
        try:
            said = run(arguments, LONGEST)
        except TooLongError:
            yield f"{verb}: takes more than {LONGEST:.0f} s"
            return
        if item.category == "everything" and said.code in (Exit.USAGE, Exit.INVALID) and verb != "invite, roster":
            yield f"{verb}: refuses what is sound: {said.err[:200]}"
        if verb == "check" and not item.is_questionnaire:
            yield from (
                f"{verb}: does not say {line!r}" for line in _UNHARMED if line not in said.out.replace("”:", ":")
            )
        for complaint in (*complaints(item, said), *watch.complaints(verb)):
            yield f"{verb}: {complaint}"
    yield from watch.of_documents()


def test_the_corpus_is_large_and_has_something_of_every_category() -> None:
    assert len(ITEMS) >= 650
    assert set(counts()) == set(CATEGORIES)


def test_what_is_always_tried_has_something_of_every_category_and_of_every_way_in() -> None:
    assert len(TRIED) >= 250
    assert {item.category for item in TRIED} == set(CATEGORIES)
    assert {_way(item) for item in TRIED} == {_way(item) for item in ITEMS}
    assert {verb for item in TRIED for verb in item.verbs} == {verb for item in ITEMS for verb in item.verbs}


def test_every_item_has_a_name_of_its_own_and_is_the_same_in_every_run() -> None:
    names = [str(item) for item in corpus()]
    assert len(set(names)) == len(names)
    for one, again in zip(ITEMS, (item for item in corpus() if not item.is_heavy), strict=True):
        if one.category not in ("runs", "long runs", "huge tables"):
            assert one.files() == again.files()
