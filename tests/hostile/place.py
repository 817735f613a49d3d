"""The place in which an item is tried, and the calls of the command that read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.hostile import field
from tests.hostile.documents import live_below
from tests.hostile.item import WRITING, Call, Hostile
from tests.hostile.links import fill_outside
from tests.hostile.watching import changes, state_of

_FIGURES: Final = ("figures", "listed.csv", "states.csv")
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
    (place / "listed.csv").write_text(field.LISTED, "utf-8")
    (place / "states.csv").write_text(field.STATES, "utf-8")
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
        yield "figures of files", ("figures", "listed.csv", *(f"{folder}/{name}" for name in inside), "-w", folder)
        yield "check files", ("check", *(f"{folder}/{name}" for name in inside))
    yield from _on_teams((), folder, figures)
    yield "tally", ("export", folder, "--tally", "-o", "out/tally.toml")
    yield "assess", ("assess", "--plain", "--team", "network", "-w", folder)
    yield from _more(folder, figures)
    yield from _on_results(f"{folder}/results.toml")


def _more(folder: str, figures: str) -> Iterator[tuple[str, Call]]:
    """Formats and verbs that say again, in other words, what those above have read."""
    yield "invite", ("invite", "-w", folder)
    yield "invite, roster", ("invite", "--roster", "-w", folder)
    yield "compare in brief", ("compare", "--brief", folder)
    yield "compare, criteria", ("compare", "--criteria", "--notes", folder)
    yield "second round", ("compare", "--round", "2", "--against", "1", "--notes", folder)
    yield "second round alone", ("compare", "--round", "2", "--against", "1", "--no-carry", folder)
    yield "report as Markdown", ("report", folder, "-o", "out/report.md")
    yield "report in brief", ("report", folder, "--brief", "-o", "out/report.txt")
    yield "export as JSON", ("export", folder, "-o", "out/results.json")
    yield "agreement as Markdown", ("agreement", folder, "-o", "out/agreement.md")
    yield "agreement as text", ("agreement", folder, "-o", "out/agreement.txt")
    yield "plan", ("plan", folder, "--all")
    yield "plan as JSON", ("plan", folder, "--json")
    yield "calendar", ("plan", folder, "--all", "--ics", "out/plan.ics")
    yield "gate as JSON", ("gate", figures, folder, "--json")
    yield "template", ("gate", "out/new.toml", folder, "--template")
    yield "doctor", ("doctor", "-w", folder)
    yield "plan, done", ("plan", folder, "--done", "one_owner")
    yield "assess again", ("assess", "--plain", "--team", "security", "-w", folder, "--contested", "--items", "ab")


def _on_results(file: str) -> Iterator[tuple[str, Call]]:
    yield "compare results", ("compare", file, "--criteria", "--notes")
    yield "compare results as JSON", ("compare", file, "--json")
    yield "compare results in brief", ("compare", file, "--brief")
    yield "export results", ("export", file, "-o", "out/again.toml")
    yield "report on results", ("report", file, "--actions", "-o", "out/again.html")
    yield "report on results as Markdown", ("report", file, "-o", "out/again.md")
    yield "agreement on results", ("agreement", file, "-o", "out/agreed.html")
    yield "agreement on results as text", ("agreement", file, "-o", "out/agreed.md")
    yield "plan of results", ("plan", file, "--all")
    yield "calendar of results", ("plan", file, "--all", "--ics", "out/again.ics")
    yield "assess by results", ("assess", "--plain", "--team", "operations", "-w", "out/answers", "--contested", file)


def _on_questionnaire(folder: str) -> Iterator[tuple[str, Call]]:
    own = ("-q", folder)
    yield "check", ("check", folder)
    yield from _on_teams(own, "teams", "actuals.toml")
    yield "assess", (*own, "assess", "--plain", "--team", "network", "-w", "out/answers")
    # A page that is at work: what may be live in it is looked at in tests/reports/test_form.py and tests/browser.
    yield "form", (*own, "form", "-o", "out/form.htm", "-w", "teams")


def _on_teams(own: Call, folder: str, figures: str) -> Iterator[tuple[str, Call]]:
    yield "compare", (*own, "compare", "--notes", folder)
    yield "profile", (*own, "profile", "--team", "endpoint", folder)
    yield "compare as JSON", (*own, "compare", "--json", "--notes", folder)
    yield "export", (*own, "export", folder, "-o", "out/results.toml")
    yield "report", (*own, "report", folder, "--actions", "-o", "out/report.html")
    yield "agreement", (*own, "agreement", folder, "-o", "out/agreement.html")
    yield "gate", (*own, "gate", figures, folder)
    yield "counts", (*own, "export", folder, "--counts", "out/counts.csv", "--site", "Here", "--least", "2")
    yield "figures", (*own, *_FIGURES, "-w", folder)
    yield "figures as JSON", (*own, *_FIGURES, "-w", folder, "--json")
    yield "figures, signed", (*own, *_FIGURES, "-w", folder, "-o", "out/filled.toml", "--by", "Ada")


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
        if verb in self.item.verbs and verb not in WRITING:
            for path in changes(self.inside, state_of(self.place / self.item.folder)):
                yield f"changed {path!r}"

    def of_documents(self) -> Iterator[str]:
        """What is live in the files that were written."""
        yield from live_below(self.place / WRITABLE[0])
