"""Everything that the first screen needs, loaded in a thread while its beginnings show: the only place where it is.

`maturity.app.app` imports at its top what is needed to paint, and nothing else; what is imported here is loaded once,
by one thread, while nothing else imports anything of ours. Screens import what they need at their tops, as ever.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from maturity.app.screens.folder_page import BegunReading
    from maturity.files.workspace import Workspace


_PATIENCE: Final = 2.0
"""Seconds."""
_BEHIND: Final = (
    "maturity.app.screens.start",
    "maturity.app.screens.help",
    "maturity.app.widgets.palette",
    "maturity.app.screens.opening",
    "maturity.results.build_facts",
    "maturity.app.screens.note",
    "maturity.app.screens.review",
    "maturity.app.screens.comparison",
    "maturity.app.screens.profile",
    "maturity.rounds.choosing",
    "maturity.rounds.next_round",
)
"""What the keys of the first screen lead to, those first that are pressed first."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workspace, and its folder as it was read so far."""

    workspace: Workspace
    begun: BegunReading
    is_shown: Event
    """Set when home shows it, and what was typed early has had its effect: what comes after would only hold that up."""


def load(folder: Path) -> Iterator[Loaded | None]:
    """Loads the first screen and the questionnaire, and begins to read the folder. A step that is over gives None:
    whoever does not want the rest any more stops there. When home shows, all that it leads to is loaded as well."""
    import maturity.app.screens.home  # noqa: F401 - with all that it shows

    yield None
    from maturity.app.screens.folder_page import begun_reading
    from maturity.files.workspace import Workspace
    from questionnaires import builtin

    workspace = Workspace(folder, builtin())
    yield None
    loaded = Loaded(workspace, begun_reading(workspace), Event())
    yield loaded
    loaded.is_shown.wait(_PATIENCE)
    for _ in load_behind():
        yield loaded  # again, as only the latest is seen


def load_behind() -> Iterator[None]:
    """Loads what is shown after the first screen, so that nobody waits for it at a key."""
    for name in _BEHIND:
        import_module(name)
        yield None


def is_behind_loaded() -> bool:
    """Whether that has been done in this process."""
    return all(name in sys.modules for name in _BEHIND)
