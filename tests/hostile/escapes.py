"""What a program writes to a terminal: the kinds of its sequences, and what the screen shows after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

_SEQUENCE: Final = re.compile(
    r"(?P<csi>\x1b\[(?P<private>[<=>?]*)(?P<given>[0-9;:]*)(?P<between>[ -/]*)(?P<final>[@-~]))"
    r"|\x1b\](?P<osc>[^\x07\x1b\x9c]*)(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b(?P<string>[PX^_])(?:[^\x1b]|\x1b(?!\\))*(?:\x1b\\)?"
    r"|\x1b(?P<single>[ -/]*[0-~])"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f])"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)",
    re.DOTALL,
)
_COLOURS: Final = re.compile(r"[34]8[;:](?:2[;:]\d+[;:]\d+[;:]\d+|5[;:]\d+)")
_NAMES: Final = {"P": "DCS", "X": "SOS", "^": "PM", "_": "APC"}


def kinds(written: str) -> set[str]:
    """The kinds of sequences: final byte and private mark, modes and styles by number, OSC by number."""
    return {kind for found in _SEQUENCE.finditer(written) for kind in _kinds_of(found)}


def _kinds_of(found: re.Match[str]) -> Iterator[str]:
    if found["csi"]:
        yield from _controls(found)
    elif found["osc"] is not None:
        yield f"OSC {found['osc'].partition(';')[0][:10]}"
    elif found["string"]:
        yield _NAMES[found["string"]]
    elif found["single"]:
        yield f"ESC {found['single']}"
    elif found["control"] and found["control"] not in "\r\n":
        yield f"U+{ord(found['control']):04X}"


def _controls(found: re.Match[str]) -> Iterator[str]:
    name = f"CSI {found['private']}{found['between']}"
    if found["final"] in "hl":
        yield from (f"{name}{mode}{found['final']}" for mode in found["given"].split(";"))
    elif found["final"] == "m" and not found["private"]:
        styles = [style for style in _COLOURS.sub("", found["given"]).split(";") if style]
        yield from (f"style {style}" for style in styles if len(style) == 1 or style.startswith("2"))
        yield f"{name}m"
    else:
        yield f"{name}{found['final']}"


class Screen:
    """As much of a terminal as the app uses: text, the cursor, and erasing."""

    def __init__(self, columns: int, lines: int) -> None:
        self.columns = columns
        self.cells = [[" "] * columns for _ in range(lines)]
        self.line = self.column = 0

    @property
    def rows(self) -> list[str]:
        return ["".join(cells).rstrip() for cells in self.cells]

    def write(self, written: str) -> None:
        for found in _SEQUENCE.finditer(written):
            if found["text"]:
                self._put(found["text"])
            elif found["csi"] and not found["private"]:
                self._control(found["final"], [int(part or 0) for part in re.split("[;:]", found["given"])])
            elif found["control"] == "\r":
                self.column = 0
            elif found["control"] == "\n":
                self.line = min(self.line + 1, len(self.cells) - 1)

    def _put(self, text: str) -> None:
        for letter in text:
            width = cell_len(letter)
            if width == 0 and self.column:
                self.cells[self.line][self.column - 1] += letter
            elif width and self.column + width <= self.columns:
                self.cells[self.line][self.column : self.column + width] = [letter, ""][:width]
                self.column += width

    def _control(self, final: str, given: list[int]) -> None:
        if final in "Hf":
            self.line = min(max(given[0], 1), len(self.cells)) - 1
            self.column = min(max(given[1] if len(given) > 1 else 1, 1), self.columns) - 1
        elif final == "J" and given[0] in (2, 3):
            self.cells = [[" "] * self.columns for _ in self.cells]
        elif final == "K":
            self.cells[self.line][self.column :] = [" "] * (self.columns - self.column)
        elif final in "ABCD":
            step = max(given[0], 1) * (1 if final in "BC" else -1)
            if final in "AB":
                self.line = min(max(self.line + step, 0), len(self.cells) - 1)
            else:
                self.column = min(max(self.column + step, 0), self.columns - 1)
