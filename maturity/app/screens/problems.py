"""Files of the workspace that could not be used, each with its faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from maturity.app.screens.page import Dialog
from maturity.app.widgets.literal import row, stacked, within
from questionnaires import Fault

MOST_SHOWN: Final = 200
"""Faults of one sort: nobody reads more at once, and a screen of thousands takes seconds."""


WHAT_TO_DO: Final = "Mend a file or ask whoever wrote it, then press r on the first screen."
"""Above the faults, for whoever opens no help."""


class ProblemsDialog(Dialog[None]):
    """Faults by what is said of them; nothing was changed in the files."""

    HELP_TEXT = (
        "These files, or parts of them, are left out of every comparison. Mend a file, or ask whoever wrote it; r "
        "on the first screen then reads the folder again."
    )

    def __init__(self, problems: Mapping[str, Sequence[Fault]], labels: Mapping[str, str]) -> None:
        """`labels` are what the comparison calls a file instead of by its name."""
        super().__init__()
        self.problems = problems
        self.labels = labels

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box") as box:
            self.name_box(box, "Problems", "Esc closes")
            yield Static(row(WHAT_TO_DO), classes="quiet")
            for title, faults in self.problems.items():
                if faults:
                    lines = [row(f"- {within(str(fault))}") for fault in faults[:MOST_SHOWN]]
                    if len(faults) > MOST_SHOWN:
                        lines.append(row(f"and {len(faults) - MOST_SHOWN} more"))
                    yield Static(row(title), classes="title")
                    yield Static(stacked([*lines, *self._called(faults[:MOST_SHOWN]), row()]))

    def _called(self, faults: Sequence[Fault]) -> Iterator[Content]:
        """What the comparison calls these files, so that its line on what was left out can be followed."""
        for file in dict.fromkeys(fault.file for fault in faults):
            if file in self.labels:
                yield row(
                    (
                        f"  In the comparison: {self.labels[file]} = {file.replace(chr(92), '/').rpartition('/')[2]}",
                        "$quiet",
                    )
                )
