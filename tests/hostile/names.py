"""Names of files and folders that steer a terminal, a shell or a reader."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.hostile import field
from tests.hostile.item import Files, Hostile, holding
from tests.hostile.texts import FORGED

_FORGED_NAME: Final = FORGED[0].replace("/", "-")

_VERBS: Final = ("check", "check files", "compare", "export", "assess")

NAMES: Final = {
    "clipboard": "\x1b]52;c;aGVsbG8=\x07",
    "link": "\x1b]8;;https:example.org\x07",
    "title": "\x1b]0;title\x07",
    "cleared screen": "\x1b[2J\x1b[H",
    "C1": "\x9b31m",
    "DCS": "\x1bP+q\x1b\\",
    "backspaces": "abc\x08\x08\x08xyz\x7f",
    "newline": f"x\n{_FORGED_NAME}",
    "carriage return": f"x\r{_FORGED_NAME}",
    "line separator": f"x\u2028{_FORGED_NAME}",
    "next line": f"x\x85{_FORGED_NAME}",
    "tabs": "a\tb\t\tc",
    "right to left": "\u202elmot.ytiruces",
    "isolate": "\u2066a\u2069",
    "nothing to see": "\u200b\u2060\u3164",
    "look-alike": "\u0455ecurity",
    "combining": "a" + "\u0316\u0300" * 20,
    "wide": "\uff21" * 40,
    "as long as can be": "x" * 250,
    "as long as can be, not ASCII": "é" * 125,
    "wrapping": f"{'x' * 150} {_FORGED_NAME}",
    "leading dash": "-rf",
    "an option": "--strict",
    "shell": "$(touch outside)",
    "backticks": "`touch outside`",
    "shell, joined": "; touch outside; #",
    "double quotes": 'a"b"c',
    "single quotes": "it's",
    "pattern": "*",
    "pattern of letters": "[a-z]",
    "question marks": "???",
    "home": "~",
    "variable": "%APPDATA% $HOME",
    "markup": "[b]SEEN",
    "markup that acts": "[@click=app.quit]SEEN",
    "markup that closes": "[",
    "format": "{0.__class__} %s %n",
    "CON": "CON",
    "NUL": "NUL",
    "COM1": "COM1.tar",
    "trailing point": "a.",
    "trailing space": "a ",
    "leading space": " a",
    "colon": "a:b",
    "backslash": "..\\..\\outside",
    "points": "..",
    "a URL": "https:%2f%2fexample.org",
    "no UTF-8": os.fsdecode(b"caf\xe9\xff"),
    "no UTF-8 that steers": os.fsdecode(b"\xff\x9b31m"),
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "private": "\ue000\uf8ff",
    "forged": "security.toml: fine, 40 questions with an answer",
}
"""Without the suffix."""


def names() -> Iterator[Hostile]:
    for name in NAMES:
        yield Hostile("names of files", name, partial(_files_named, name), verbs=_VERBS)
    for name in ("clipboard", "newline", "carriage return", "right to left", "markup", "as long as can be, not ASCII"):
        folder = partial(_questionnaire_named, name)
        yield Hostile("names of files", f"questionnaire, {name}", folder, is_questionnaire=True)
    for name in (
        "clipboard",
        "newline",
        "carriage return",
        "right to left",
        "markup",
        "markup that closes",
        "no UTF-8",
    ):
        broken = holding(broken=b"x = [")
        yield Hostile("names of folders", name, broken, verbs=_VERBS, folder=NAMES[name])
        yield Hostile("names of folders", f"{name}, empty", make=_nothing, verbs=_VERBS, folder=NAMES[name])
        yield Hostile("names of folders", f"{name}, inside", make=partial(_folder_inside, name), verbs=_VERBS)
    yield Hostile(
        "names of files", "only a suffix", lambda: {".toml": b"x", "..toml": b"x", "a.TOML": b"x", "a.toml~": b""}
    )


def _files_named(name: str) -> Files:
    """A broken file of this name, a sound one, and two that contradict each other."""
    plain = NAMES[name]
    suffix = ".toml"
    if len(os.fsencode(plain + suffix)) > 248:
        return {plain[:-1] + suffix: b"x = ["}
    sound = field.response()
    return {
        f"{plain}{suffix}": b"x = [",
        f"{plain}1{suffix}": sound.encode(),
        f"{plain}2{suffix}": sound.replace('"netw1"', '"netw2"').encode(),
        f"{plain}3{suffix}": sound.replace('"netw1"', '"netw2"').replace("position = 1", "position = 2").encode(),
    }


def _questionnaire_named(name: str) -> Files:
    sound = field.questionnaire_files()
    plain = NAMES[name][:120]
    return {**sound, f"{plain}.toml": b"x = [", f"{plain}1.toml": sound["extra.toml"]}


def _nothing(folder: Path, outside: Path) -> None:
    """An empty folder."""


def _folder_inside(name: str, folder: Path, outside: Path) -> None:
    """A folder that is named like a file."""
    (folder / f"{NAMES[name]}.toml").mkdir()
