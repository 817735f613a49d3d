"""What this terminal can do, and whether everything is in place: a line each, with what to do where it is not."""

from __future__ import annotations

import locale
import os
import platform
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from maturity import __version__
from maturity.cli.console import put
from maturity.cli.exit_codes import Exit
from maturity.cli.pager import columns
from maturity.files.listing import exists
from maturity.files.settings import settings_folder
from maturity.terminal import Colours, hosts_of, palette_of
from questionnaires import name_of, one_line

_WIDE: Final = 80
_HIGH: Final = 24
_LONGEST: Final = 400
"""Characters of a line, whatever names stand in it."""
_SMALLEST: Final = (60, 16)
"""Columns and rows below which the app shows no screen."""
_COLOURS: Final = {
    Colours.NONE: "none",
    Colours.SIXTEEN: "16",
    Colours.MANY: "256",
    Colours.ALL: "16 million",
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing looked at: what it is, and what to do, which is empty where nothing has to be done."""

    about: str
    says: str
    to_do: str = ""


def examine(workspace: Path) -> Exit:
    """Prints a line for each thing looked at. The code is 1 where something asks for attention."""
    signs = [*_of_terminal(os.environ), *_of_folders(workspace), *_of_versions()]
    put("".join(f"{line}\n" for sign in signs for line in _lines(sign)))
    waiting = sum(1 for sign in signs if sign.to_do)
    put(f"\n{_counted(waiting)}\n")
    return Exit.FAILED if waiting else Exit.FINE


def _lines(sign: Sign) -> list[str]:
    """One line, or at a terminal as many as it takes."""
    mark = "attention" if sign.to_do else "ok"
    said = f"{sign.says}. {sign.to_do}" if sign.to_do else f"{sign.says}."
    line = one_line(f"{mark:<10} {sign.about}: {said}", _LONGEST)
    return textwrap.wrap(line, columns(_LONGEST), subsequent_indent=" " * 11, break_on_hyphens=False)


def _counted(waiting: int) -> str:
    if not waiting:
        return "Everything is fine."
    return "1 line asks for attention." if waiting == 1 else f"{waiting} lines ask for attention."


def _of_terminal(environment: Mapping[str, str]) -> Iterator[Sign]:
    yield _ends()
    yield _size()
    yield _colours(environment)
    yield _kind(environment)
    yield _letters()
    hosts = hosts_of(environment)
    for host in hosts:
        yield Sign("keys", f"{host.name} may keep {host.keys} for itself; {host.instead}")
    if not hosts:
        yield Sign("keys", "no program is known to keep any for itself here")
    yield Sign("clipboard", "cannot be known, as no terminal says whether it takes a copy (OSC 52); files always work")


def _ends() -> Sign:
    missing = [name for name, stream in (("input", sys.stdin), ("output", sys.stdout)) if not stream.isatty()]
    if not missing:
        return Sign("terminal", "input and output are one")
    said = f"standard {' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} none"
    return Sign("terminal", said, "The app cannot open here; use compare, report, gate, check or assess --plain.")


def _size() -> Sign:
    try:
        width, height = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except (OSError, ValueError):
        return Sign("size", "unknown, as nothing here is a terminal")
    said = f"{width} wide and {height} high"
    if width >= _WIDE and height >= _HIGH:
        return Sign("size", said)
    if width >= _SMALLEST[0] and height >= _SMALLEST[1]:
        return Sign("size", said, f"Make the window {_WIDE} wide and {_HIGH} high, so that whole titles fit.")
    return Sign("size", said, f"Make the window {_WIDE} wide and {_HIGH} high: in this one the app shows no screen.")


def _colours(environment: Mapping[str, str]) -> Sign:
    palette = palette_of(environment, is_windows=sys.platform == "win32")
    said = f"{_COLOURS[palette.colours]}, as {palette.why}"
    if palette.colours is Colours.SIXTEEN:
        return Sign("colours", said, "The app reads with 16; set COLORTERM=truecolor where your terminal has more.")
    return Sign("colours", said)


def _kind(environment: Mapping[str, str]) -> Sign:
    term = environment.get("TERM", "")
    if term == "dumb":
        return Sign("TERM", "dumb", "The app cannot open here; use assess --plain, and compare.")
    if not term and sys.platform != "win32":
        return Sign("TERM", "not set", "Set TERM=xterm-256color where your terminal is a usual one.")
    return Sign("TERM", one_line(term, 40) or "not set, which is usual on Windows")


def _letters() -> Sign:
    """What a program writes is UTF-8 whatever the locale says; a terminal reads it by its locale."""
    said = locale.getencoding()
    if said.upper().replace("-", "") in ("UTF8", "CP65001"):
        return Sign("letters", "UTF-8, so lines and signs are drawn as they are meant")
    to_do = "Windows: chcp 65001" if sys.platform == "win32" else "Set LANG to a UTF-8 locale, as C.UTF-8"
    return Sign("letters", f"the system says {one_line(said, 20)}, and maturity writes UTF-8", f"{to_do}.")


def _of_folders(workspace: Path) -> Iterator[Sign]:
    yield _writable("answers", workspace, "Choose another with -w or MATURITY_WORKSPACE.")
    yield _writable("settings", settings_folder(), "The app opens all the same; a theme holds until you quit.")


def _writable(about: str, folder: Path, to_do: str) -> Sign:
    """Really writes where the folder is there already; else looks at the one that it would be made in."""
    shown = _shown(folder)
    try:
        folder.stat()
    except (FileNotFoundError, NotADirectoryError):
        above = next((one for one in folder.absolute().parents if exists(one)), folder)
        if above.is_dir() and os.access(above, os.W_OK):
            return Sign(about, f"{shown} is made when something is saved")
        return Sign(about, f"{shown} does not exist and cannot be made", to_do)
    except (OSError, ValueError) as error:  # no rights to look, or a name that no system can hold
        reason = error.strerror if isinstance(error, OSError) else None
        return Sign(about, f"{shown} cannot be used ({reason or 'its name cannot be used'})", to_do)
    if not folder.is_dir():
        return Sign(about, f"{shown} is no folder", to_do)
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".", suffix=".maturity-tmp"):
            return Sign(about, f"{shown} can be written")
    except OSError:
        return Sign(about, f"{shown} cannot be written", to_do)


def _shown(folder: Path) -> str:
    """Without the name of whoever is at home there."""
    try:
        return name_of(Path("~") / folder.absolute().relative_to(Path.home()))
    except (ValueError, RuntimeError):  # elsewhere, or nobody is at home
        return name_of(folder)


def _of_versions() -> Iterator[Sign]:
    yield Sign("reader", "TOML is read by tomllib, which comes with Python")
    packages = ", ".join(f"{name} {_version(name)}" for name in ("textual", "pydantic"))
    python = f"Python {platform.python_version()} on {platform.system() or 'an unknown system'}"
    yield Sign("versions", f"maturity {__version__}, {python}, {packages}")


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "of an unknown version"
