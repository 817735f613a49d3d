"""By hand: the workshop, the plan and the agreement on decisions that a stranger wrote, in a terminal of 80 by 24.

`python -m tests.hostile.talk [--only CATEGORY] [--show]` puts texts of each category wherever a decision holds a text,
walks through the screens that show them, writes the agreement and the calendar, and looks for what steers a terminal,
lines that somebody forged, markup taken for markup, and keys that take longer than half a second.
"""

from __future__ import annotations

import argparse
import datetime as dt
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import Final

from maturity.cli.console import put
from maturity.files.decisions_file import DECISIONS_NAME
from maturity.files.examples import write_examples
from questionnaires import InvalidFile, builtin, parse
from questionnaires.decisions import NextStep, Objection, decisions_in
from questionnaires.words import Kind
from tests.given.decisions import decide, decisions_text, park, planned
from tests.hostile.documents import live_in
from tests.hostile.escapes import kinds
from tests.hostile.terminal import LONGEST, Seen, complaints
from tests.hostile.texts import TEXTS, quoted
from tests.hostile.watching import STEERING, forged
from tests.storms.sitting import ROOT, Sitting

_SLOT: Final = '"TEXT"'
_EARLIER: Final = dt.date(2026, 1, 5)
_THEN: Final = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
_DAYS: Final = {"decided": _EARLIER, "recorded": _THEN}
PLAIN: Final = ("A plain sentence.", "Anna Berg")
CATEGORIES: Final[Mapping[str, tuple[str, ...]]] = {
    **TEXTS,
    "any script": ("ماذا نقرر هنا", "נחליט כאן", "決定する" * 12, "ผู้ตัดสินใจ", "हम तय करते हैं", "e\u0301" * 40),
    "as long as can be": ("x" * 80, "word " * 15 + "word", "\U0001f468\u200d\U0001f469" * 20),
}
KEYS: Final = (
    *("down", "down", "up", "enter", "r", "pagedown", "pagedown", "d", "1", "enter", "escape", "escape", "escape"),
    *("escape", "k", "Ask\r", "enter", "escape", "escape", "escape", "x", "down", "down", "escape", "p", "n", "r"),
    *("d", "1", "enter", "enter", "u", "n", "r", "d", "2", "enter", "enter", "n", "r", "v", "1", "2", "escape"),
    *("escape", "n", "r", "n", "r", "pagedown", "b", "escape", "u", "pagedown", "?", "escape", "escape", "c"),
    *("8", "pagedown", "7", "pagedown", "6", "pagedown", "5", "4", "pagedown", "3", "pagedown", "2", "pagedown"),
    *("enter", "pagedown", "escape", "tab", "enter", "escape", "ctrl+q"),
)


def hostile_decisions(texts: tuple[str, ...]) -> str:
    """A file in which these texts stand in turn wherever any text may stand. Those that are refused are left out."""
    field, slots = builtin(), {"because": "TEXT", "decider": "TEXT"}
    objection = (Objection(team="security", reason="TEXT"),)
    entries = []
    for place, question in enumerate(field.questions):
        name = f"made{place}"
        if question.kind is Kind.TRAJECTORY:
            continue
        if place % 3 == 2:
            step = NextStep(what="TEXT", owner="TEXT")
            entries.append(park(name, question.id, because="TEXT", next_step=step, due=_EARLIER, **_DAYS))
        elif question.kind is Kind.OWNERSHIP:
            parts = {**slots, **_DAYS, "objected_by": objection, "review_by": _EARLIER}
            entries.append(decide(name, question.id, on=field, owner="endpoint", deputy="operations", **parts))
        elif question.kind is Kind.CONTROL:
            parts = {**slots, **_DAYS, "safeguard": "TEXT", "tested_by": "security"}
            entries.append(decide(name, question.id, on=field, option=5, control="covered", **parts))
    plan = [planned(f"plan{place}", one.id, person="TEXT") for place, one in enumerate(field.candidates)]
    plan += [
        planned(f"step{place}", "one", person="TEXT").model_copy(update={"criterion": None, "decision": f"made{place}"})
        for place in range(9)
    ]
    written = decisions_text(*entries, *plan, on=field)
    given = cycle([text for text in texts if _is_taken(written, text)] or ["x"])
    first, *rest = written.split(_SLOT)
    return first + "".join(quoted(next(given)) + part for part in rest)


def _is_taken(written: str, text: str) -> bool:
    try:
        decisions_in(parse(written.replace(_SLOT, quoted(text)).encode(), "x"), "x")
    except InvalidFile:
        return False
    return True


def walk(place: Path, folder: Path) -> Seen:
    """Through the screens."""
    seen = Seen()
    with Sitting(place, ["workshop", str(folder)], size=(80, 24)) as sitting:
        sitting.read_until(r"workshop · round")
        sitting.read(1.0, 0.3)
        seen.screens.append(sitting.screen.rows)
        for key in KEYS:
            began = time.monotonic()
            sitting.press(key)
            sitting.read(LONGEST if key == "ctrl+q" else 0.6, 0.12)
            seen.slowest = max(seen.slowest, sitting.last_byte - began)
            seen.screens.append(sitting.screen.rows)
        seen.code = sitting.end()
        seen.written = sitting.written.encode()
    return seen


def written(place: Path, folder: Path) -> tuple[dict[str, str], list[str]]:
    """The agreement in every format and the calendar, and what was said."""
    calls: list[tuple[str, ...]] = [("agreement", "-o", f"agreement{suffix}") for suffix in (".html", ".md", ".txt")]
    calls += [("plan",), ("plan", "--all"), ("plan", "--ics", "plan.ics"), ("report", "-o", "report.md")]
    said = []
    for call in calls:
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "maturity", call[0], str(folder), *call[1:]],
            cwd=place,
            env={"PYTHONPATH": str(ROOT), "HOME": str(place), "PATH": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        said.append(done.stdout + done.stderr)
        if done.returncode not in (0, 4):
            said.append(f"Traceback? {call} ended with {done.returncode}: {done.stderr[-300:]}")
        put(f"   {' '.join(call)}: {time.monotonic() - began:.1f} s, code {done.returncode}\n")
    return {path.name: path.read_bytes().decode() for path in sorted(place.glob("*.*")) if path.is_file()}, said


def faults_in(files: Mapping[str, str], said: list[str]) -> Iterator[str]:
    """What is live in a document, or steers, or passes for ours."""
    for name, text in files.items():
        yield from live_in(name, text.encode())
    for place, text in enumerate(said):
        if letters := sorted(set(STEERING.findall(text))):
            yield f"output {place}: characters {', '.join(f'U+{ord(letter):04X}' for letter in letters)}"
        yield from (f"output {place}: a forged line {line!r}" for line in forged(text.splitlines()))
        if "Traceback" in text:
            yield f"output {place}: {text[-300:]}"


def visit(texts: tuple[str, ...], *, show: bool) -> tuple[Seen, dict[str, str], list[str]]:
    """Everything on one file."""
    with tempfile.TemporaryDirectory(prefix="maturity-talk-") as name:
        place = Path(name)
        folder = place / "answers"
        write_examples(folder)
        (folder / DECISIONS_NAME).write_text(hostile_decisions(texts), "utf-8")
        files, said = written(place, folder)
        seen = walk(place, folder)
        if show:
            put("\n".join("\n".join((*rows, "=" * 80)) for rows in seen.screens))
            put("\n".join((*said, *files.values())))
        return seen, files, said


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", default="", help="only categories with this in their name")
    options.add_argument("--show", action="store_true", help="print the screens and documents as well")
    chosen = options.parse_args()
    seen, _, _ = visit(PLAIN, show=False)
    text = seen.written.decode()
    known, letters = kinds(text), set(STEERING.findall(text))
    put(f"harmless: exit code {seen.code}, a key took {seen.slowest:.1f} s\n")
    bad = 0
    for category, texts in CATEGORIES.items():
        if chosen.only not in category:
            continue
        seen, files, said = visit(texts, show=chosen.show)
        found = [*complaints(seen, known, letters, category == "wrapping"), *faults_in(files, said)]
        bad += bool(found)
        put(f"{category}: a key took {seen.slowest:.1f} s; {'; '.join(found[:8]) or 'fine'}\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
