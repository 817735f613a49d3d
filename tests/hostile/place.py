"""The place in which an item is tried, and the calls of the command that read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.hostile import field
from tests.hostile.item import Call, Hostile
from tests.hostile.links import fill_outside
from tests.hostile.watching import changes, state_of

_MOST_FILES: Final = 40
"""Files named one by one in one call."""
WRITABLE: Final = ("out",)
"""Where the tool is told to write, besides the folder of the answers."""


def lay_out(place: Path, item: Hostile) -> None:
    """The item, two sound teams beside it, the pilot's figures, and a folder that nobody may write into.

    Raises OSError where the system cannot hold the item.
    """
    outside = place / "outside"
    fill_outside(outside)
    (place / "out").mkdir()
    (place / "actuals.toml").write_text(field.FIGURES, "utf-8")
    field.two_sound_teams(place / ("teams" if item.is_questionnaire else item.folder))
    item.write(place / item.folder, outside)


def calls(place: Path, item: Hostile) -> Iterator[tuple[str, Call]]:
    """The verbs to try on an item, each with its arguments."""
    every = dict(_on_questionnaire(item.folder) if item.is_questionnaire else _on_folder(place, item))
    yield from ((verb, every[verb]) for verb in item.verbs if verb in every)
    for call in item.calls:
        yield f"{call[0]}, further", tuple(part.replace("FOLDER", item.folder) for part in call)


def _on_folder(place: Path, item: Hostile) -> Iterator[tuple[str, Call]]:
    folder = item.folder
    ours = {"endpoint.toml", "security.toml"}
    inside = sorted(path.name for path in (place / folder).iterdir() if path.name not in ours)[:_MOST_FILES]
    figures = f"{folder}/actuals.toml" if "actuals.toml" in inside else "actuals.toml"
    yield "check", ("check", folder)
    if inside:
        yield "check files", ("check", *(f"{folder}/{name}" for name in inside))
    yield from _on_teams((), folder, figures)
    yield "tally", ("export", folder, "--tally", "-o", "out/tally.toml")
    yield "assess", ("assess", "--plain", "--team", "network", "-w", folder)


def _on_questionnaire(folder: str) -> Iterator[tuple[str, Call]]:
    own = ("-q", folder)
    yield "check", ("check", folder)
    yield from _on_teams(own, "teams", "actuals.toml")
    yield "assess", (*own, "assess", "--plain", "--team", "network", "-w", "out/answers")


def _on_teams(own: Call, folder: str, figures: str) -> Iterator[tuple[str, Call]]:
    yield "compare", (*own, "compare", "--notes", folder)
    yield "profile", (*own, "profile", "--team", "endpoint", folder)
    yield "compare as JSON", (*own, "compare", "--json", "--notes", folder)
    yield "export", (*own, "export", folder, "-o", "out/results.toml")
    yield "report", (*own, "report", folder, "--actions", "-o", "out/report.html")
    yield "agreement", (*own, "agreement", folder, "-o", "out/agreement.html")
    yield "gate", (*own, "gate", figures, folder)


class Watch:
    """What lies around an item, to be compared with what lies there after a call."""

    def __init__(self, place: Path, item: Hostile) -> None:
        self.place = place
        self.item = item
        self.around = state_of(place, (*WRITABLE, item.folder))
        self.inside = state_of(place / item.folder)

    def complaints(self, verb: str) -> Iterator[str]:
        """What a call wrote where it should not have; only who answers changes the folder of the answers."""
        for path in changes(self.around, state_of(self.place, (*WRITABLE, self.item.folder))):
            yield f"wrote outside: {path!r}"
        if verb in self.item.verbs and verb not in ("assess", "demo"):
            for path in changes(self.inside, state_of(self.place / self.item.folder)):
                yield f"changed {path!r}"
