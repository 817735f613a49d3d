"""Folders for the app to be opened on: the corpus in few visits, and a harmless folder for the same screens."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from maturity.cli.console import say
from tests.hostile import field as subject
from tests.hostile.corpus import corpus
from tests.hostile.item import OF_RESULTS, Files, Hostile
from tests.hostile.links import fill_outside
from tests.hostile.texts import TEXTS


@dataclass(frozen=True, slots=True)
class Visit:
    """Folders to lay out, and how the app is opened on them."""

    name: str
    items: tuple[Hostile, ...]
    folder: str = "round"
    questionnaire: Hostile | None = None
    is_of_the_package: bool = False
    has_teams: bool = True
    opens: str = ""
    """A file of the folder that is opened instead of it: results that somebody sent."""


def visits() -> Iterator[Visit]:
    """The corpus in few visits: what ends at the boundary together, the rest by itself."""
    items = [item for item in corpus() if not item.is_heavy or item.name == "sound files"]
    for item in items:
        if item.is_questionnaire:
            if any(
                part in item.name
                for part in ("in every text", "in criteria", "1e999999 in values", "formats", "first day", "last day")
            ):
                yield Visit(f"{item}", (), questionnaire=item)
        elif item.category in TEXTS and item.name in ("sound files", "response", "left out"):
            yield Visit(f"{item}", (item,))
        elif item.category == "everything" and item.verbs == OF_RESULTS:
            yield Visit(f"{item}", (item,), has_teams=False, opens="results.toml")
        elif item.category == "names of folders" and item.files():
            yield Visit(f"{item}", (item,), folder=item.folder)
        elif item.category == "links" and (item.is_of_the_package or item.name in _ALONE):
            yield Visit(f"{item}", (item,), is_of_the_package=item.is_of_the_package, has_teams=item.name in _ALONE)
        elif (item.category == "dates" and item.name in _MOMENTS) or item.name in _BY_THEMSELVES:
            yield Visit(f"{item}", (item,))
    for category in ("tally", "actuals", "roster", "results"):
        found = tuple(one for one in items if one.name == category and not one.calls)
        yield Visit(f"texts in {category}", tuple(one for one in found if one.category != "wrapping"))
        yield from (Visit(f"{one}", (one,)) for one in found if one.category == "wrapping")
    yield from _together(items)


_MOMENTS: Final = tuple(
    f"{name} moment, everywhere" for name in ("the first", "before the first", "the last", "after the last")
)
_BY_THEMSELVES: Final = ("a round of 999", "a note of marks", "long names of questions", "500 answers to nothing")
_ALONE: Final = (
    "a folder of results",
    "results in their folder",
    "a temporary file",
    "to an unfinished response",
    "by hand",
    "a pipe",
    "to zeros",
)


def _together(items: list[Hostile]) -> Iterator[Visit]:
    sizes = {
        "names of files": 9,
        "nesting": 40,
        "numbers": 24,
        "kinds": 18,
        "keys alike": 6,
        "huge tables": 8,
        "encodings": 40,
        "formats": 40,
        "cut off": 40,
    }
    for category, size in (*sizes.items(), ("runs", 30), ("links", 40), ("dates", 40), ("names of folders", 30)):
        found = [one for one in items if one.category == category and not one.is_questionnaire]
        found = [one for one in found if not one.is_of_the_package and one.name not in _ALONE]
        found = [one for one in found if category != "links" or not one.calls]
        for start in range(0, len(found), size):
            yield Visit(f"{category} from {start + 1}", tuple(found[start : start + size]))


def harmless() -> Iterator[Visit]:
    """The same screens without anything hostile."""

    def sound() -> Files:
        plain = subject.response().replace("position = 1", 'position = 1\nnote = "A note."\nflag = true')
        finished = plain.replace('"netw1"', '"oper1"').replace('"network"', '"operations"')
        return {
            "open.toml": plain.replace('name = ""', 'name = "Ada"').encode(),
            "finished.toml": finished.replace("answered", "completed = 2026-11-21 09:00:00+00:00\nanswered").encode(),
            "actuals.toml": subject.FIGURES.encode(),
            "broken.toml": b"x = [",
        }

    item = Hostile("harmless", "sound", sound)
    yield Visit("harmless", (item,))
    sent = Hostile("harmless", "results", lambda: {"results.toml": subject.results_text().encode()})
    yield Visit("harmless, results", (sent,), has_teams=False, opens="results.toml")
    yield Visit("harmless, alone", (Hostile("harmless", "broken", lambda: {"broken.toml": b"x = ["}),), has_teams=False)
    yield Visit("harmless, nothing", (), has_teams=False, is_of_the_package=True)


def lay_out(place: Path, visit: Visit) -> list[str]:
    """Lays everything out and returns how the app is opened on it."""
    fill_outside(place / "outside")
    folder = place / visit.folder
    folder.mkdir()
    if visit.has_teams:
        subject.two_sound_teams(folder)
    for number, item in enumerate(visit.items):
        # Of one item everything keeps its name; of several what would collide does not.
        one = (
            item
            if len(visit.items) == 1 or item.category == "names of files"
            else replace(item, files=_renamed(item, number))
        )
        try:
            one.write(folder, place / "outside")
        except OSError as error:
            say(f"{item}: cannot be laid out ({error.strerror})")
    own = place / "own"
    own.mkdir()
    chosen = visit.questionnaire
    files = chosen.files() if chosen else subject.questionnaire_files()
    for name, data in files.items():
        (own / name).write_bytes(data)
    questionnaire = [] if visit.is_of_the_package else ["-q", str(own)]
    return [sys.executable, "-m", "maturity", *questionnaire, "-w", str(folder / visit.opens)]


def _renamed(item: Hostile, number: int) -> Callable[[], Files]:
    def files() -> Files:
        return {
            f"{number} {name}": data.replace(b'"netw', f'"n{number:03}'.encode()) for name, data in item.files().items()
        }

    return files
