"""What must never be said or done, whatever was read; independent of the code that sees to it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from tests.given.files import Outcome
from tests.hostile.item import Hostile

EXITS: Final = frozenset({0, 1, 2, 3, 4, 130})

STEERING: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ud800-\udfff]"
)
"""Controls but tab and newline, directions, and what cannot be seen; joiners and the last selector are for emoji."""

_FORGED: Final = ("security.toml: fine", "Security Mallory", "round/security.toml: fine, 40")
"""What no line may begin with, of `FORGED`; quotations are cut."""

_OURS: Final = re.compile(
    r"Nothing was written, because of --strict\."
    r"|There is no (response of round \d|team \"|response of \"|round after)"
    r"|Round \d+ (is compared|can only be|cannot be)"
    r"|Say (from which round|which team)"
    r"|Several (unfinished responses|people of this team)"
    r"|Somebody of this team has finished"
    r"|Nothing is on the agenda of round"
    r"|No decision is on record yet, "
    r"|Put it on a share, or send it by mail, "
    r"|Wrote |A tally holds the counts|The example answers|Without a terminal, look|The app needs a terminal"
    r"|\d+ example responses of four teams are in "
    r"|(\d+ questions are|1 question is) on the agenda of round"
    r"|\d+ of the \d+ questions on the agenda of round"
    r"|Send results\.toml along; this writes it: |Saved in .+/decisions\.toml”?\.|Marked as done: Show: A criterion"
    r"|network\.toml is a link: |No roster (in .+ says whom|was written)"
    r"|Nothing is written yet: |There is nothing to write: |Added \d+ figures? to out/filled\.toml"
    r"|Interrupted\.|usage: maturity|questionnaire: "
)
"""How messages begin that are not about a file."""

OWN_NAMES: Final = (
    "round",
    "out/",
    "teams/",
    "actuals.toml: ",
    "listed.csv: ",
    "filled.toml: ",
    "endpoint.toml: ",
    "security.toml: kind: ",
)


def complaints(item: Hostile, said: Outcome) -> Iterator[str]:
    """What is wrong with what a command said about an item."""
    if said.code not in EXITS:
        yield f"exit code {said.code}"
    if "Traceback" in said.err or "Traceback" in said.out:
        yield f"a traceback: {said.err.strip().splitlines()[-1]}"
    for stream, text in (("output", said.out), ("messages", said.err)):
        if found := sorted(set(STEERING.findall(text))):
            yield f"{stream} with {', '.join(f'U+{ord(letter):04X}' for letter in found)}"
        for line in forged(text.splitlines()):
            yield f"a forged line in the {stream}: {line!r}"
    names = tuple(_names(item)) if said.err else ()
    for line in said.err.splitlines():
        about = line.removeprefix("“")  # a name that could be read on is quoted
        if line and not (_OURS.match(line) or about.startswith(names)):
            yield f"a message that begins with neither a file nor a sentence of ours: {line[:100]!r}"


def forged(lines: Iterable[str]) -> Iterator[str]:
    """The lines that begin as a stranger wanted them to."""
    for line in lines:
        if line[:1].strip() and " ".join(line.split()).startswith(_FORGED):
            yield line[:100]


def _names(item: Hostile) -> Iterator[str]:
    """How lines begin that are about a file: names as far as they are plain."""
    yield from OWN_NAMES
    for name in (item.folder, *item.files()):
        yield re.split(r"[^ -~]", name)[0] or name[0] if name[0].isprintable() else "\ufffd"


State = Mapping[str, tuple[object, ...]]


def state_of(folder: Path, without: Iterable[str] = ()) -> State:
    """Everything below a folder, links as links: what it is, its size, its time, and where it points."""
    found: dict[str, tuple[object, ...]] = {}
    passed = [folder / name for name in without]
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if Path(place, name) not in passed]
        for name in (*folders, *files):
            path = Path(place, name)
            status = path.lstat()
            target = str(path.readlink()) if stat.S_ISLNK(status.st_mode) else ""
            # What is in a folder is looked at by itself; on some systems its size and time tell more.
            content = () if stat.S_ISDIR(status.st_mode) else (status.st_size, status.st_mtime_ns)
            found[str(path)] = (status.st_mode, status.st_ino, target, *content)
    return found


def changes(before: State, after: State) -> list[str]:
    """The paths that are not as they were."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
