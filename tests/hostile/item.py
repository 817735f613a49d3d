"""One hostile thing: what somebody may put into a folder of answers, or hand over as a questionnaire."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Files = Mapping[str, bytes]
Call = tuple[str, ...]

READING: tuple[str, ...] = ("check", "compare")
"""The verbs that suffice where a file ends at the boundary: all others read it in the same way."""
ALL: tuple[str, ...] = (
    *READING,
    "check files",
    "compare as JSON",
    "export",
    "report",
    "tally",
    "gate",
    "assess",
)

WRITING: tuple[str, ...] = ("assess", "assess again", "demo", "plan, done", "invite, roster")
"""The verbs that change the folder of the answers."""
EVERYTHING: tuple[str, ...] = (
    *(verb for verb in ALL if verb not in WRITING),
    "profile",
    "invite",
    "compare in brief",
    "compare, criteria",
    "second round",
    "second round alone",
    "report as Markdown",
    "report in brief",
    "export as JSON",
    "agreement",
    "agreement as Markdown",
    "agreement as text",
    "plan",
    "plan as JSON",
    "calendar",
    "counts",
    "figures",
    "figures as JSON",
    "figures, signed",
    "gate as JSON",
    "template",
    "doctor",
    *(verb for verb in WRITING if verb != "demo"),
)
"""All that read the files of a folder; those that write come last."""
OF_EXPORTS: tuple[str, ...] = ("figures of files",)
"""What reads each file as a saved export, which it is not."""
OF_RESULTS: tuple[str, ...] = (
    "check files",
    "compare results",
    "compare results as JSON",
    "compare results in brief",
    "export results",
    "report on results",
    "report on results as Markdown",
    "agreement on results",
    "agreement on results as text",
    "plan of results",
    "calendar of results",
    "assess by results",
)
"""All that read one file of results."""


def none() -> Files:
    return {}


@dataclass(frozen=True, slots=True)
class Hostile:
    """Files by name, and whatever cannot be said in bytes; the same in every run."""

    category: str
    name: str
    files: Callable[[], Files] = none
    """Made when they are wanted: together they are too large to be kept."""
    make: Callable[[Path, Path], None] | None = None
    """Makes links, pipes and the like in a folder; the second folder is the one that nobody may write into."""
    verbs: tuple[str, ...] = ALL
    calls: tuple[Call, ...] = ()
    """Further calls of the command, with the folder as FOLDER."""
    folder: str = "round"
    is_questionnaire: bool = False
    is_of_the_package: bool = field(default=False)
    """Whether it is about the questionnaire of the package, such as its example."""
    is_heavy: bool = False
    """Whether it takes longer than the suite has: `measure` runs it."""

    def __str__(self) -> str:
        return f"{self.category}: {self.name}"

    def write(self, folder: Path, outside: Path) -> None:
        """Puts everything into the folder. Raises OSError where the system cannot hold it."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in self.files().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if self.make is not None:
            self.make(folder, outside)


def holding(**files: bytes) -> Callable[[], Files]:
    """Files with the suffix .toml."""
    return lambda: {f"{name}.toml": data for name, data in files.items()}
