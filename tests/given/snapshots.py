"""What a screen looks like, as text and as a picture, each in a file of its own that can be looked at."""

from __future__ import annotations

import re
from typing import Any

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.app import App


class TextSnapshot(SingleFileSnapshotExtension):
    """Plain text, in a .txt file."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class PictureSnapshot(SingleFileSnapshotExtension):
    """A picture, in an .svg file."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


def screen_text(app: App[Any]) -> str:
    """The characters of the screen on top, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips).rstrip() + "\n"


def screen_picture(app: App[Any]) -> str:
    """The screen as SVG, without fonts from elsewhere and without ids that change with the content."""
    drawn = app.export_screenshot(simplify=True)
    # Without this some viewers swallow the blanks at the start of a piece of text.
    drawn = drawn.replace("<svg ", '<svg xml:space="preserve" ', 1)
    without_fonts = re.sub(r"\s*@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    return re.sub(r"terminal-\d+-", "terminal-", without_fonts)
