"""Texts of strangers in every place of every kind of file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from tests.hostile import field
from tests.hostile.item import EVERYTHING, READING, Files, Hostile
from tests.hostile.texts import TEXTS, fields, in_every_place, left_out, with_text
from tests.hostile.together import sound_folder

_SAYING: Final = ("check", "check files", "compare")
"""The verbs that say what is wrong with a file; all others say what these do."""

KINDS: Final = ("response", "tally", "actuals", "roster", "decisions", "results")
_RAW: Final = {
    "clipboard": b"\x1b]52;c;aGVsbG8=\x07",
    "link": b"\x1b]8;;https://example.org\x07",
    "cursor": b"\x1b[2J\x1b[H",
    "C1": b"\xc2\x9b31m",
    "DCS": b"\x1bP+q\x1b\\",
    "DEL": b"\x7f\x08\x08",
    "right to left": "\u202e".encode(),
    "mark": "\u200b\ufeff".encode(),
}


def in_files() -> Iterator[Hostile]:
    """Each category in each kind of file, line breaks place by place."""
    for category in TEXTS:
        sound = partial(sound_folder, TEXTS[category])
        yield Hostile(category, "sound files", sound, verbs=EVERYTHING, is_heavy=True)
        for kind in KINDS:
            yield Hostile(category, kind, partial(_all, kind, category), verbs=_SAYING, calls=_contested(kind))
    for kind in KINDS:
        for place in fields(kind):
            yield Hostile("line breaks", f"{kind}, {place}", partial(_one, kind, place), verbs=_few(kind))
    for text in ("name", "note", "version", "at", "only"):
        yield Hostile("line breaks", f"going on, {text}", partial(_going_on, text))
    yield Hostile("line breaks", "left out", partial(_left_out, "line breaks"))
    yield Hostile("wrapping", "left out", _left_out_at_every_width)
    for name, raw in _RAW.items():
        yield Hostile("escape sequences", f"raw, {name}", partial(_raw, raw), verbs=(*READING, "check files"))


def _few(kind: str) -> tuple[str, ...]:
    """Results are left out of a folder unread, so they are named."""
    return ("check files", "compare") if kind == "results" else ("check", "compare")


def _contested(kind: str) -> tuple[tuple[str, ...], ...]:
    """Results are read by who answers again."""
    names = ("title 0", "question's title 8") if kind == "results" else ()
    call = ("assess", "--plain", "--team", "operations", "-w", "out/answers", "--contested")
    return tuple((*call, f"FOLDER/{name}.toml") for name in names)


def _all(kind: str, category: str) -> Files:
    return in_every_place(kind, category)


def _one(kind: str, place: str) -> Files:
    return {
        f"{place} {number}.toml": with_text(kind, place, text, number)
        for number, text in enumerate(TEXTS["line breaks"])
    }


def _going_on(place: str) -> Files:
    """One response, which who answers goes on with."""
    return {"open.toml": with_text("response", place, TEXTS["line breaks"][0])}


def _left_out(category: str) -> Files:
    return {f"left out {number}.toml": left_out(text, number) for number, text in enumerate(TEXTS[category])}


def _left_out_at_every_width() -> Files:
    return {f"{number}.toml": left_out(f"{'x' * number} security.toml: fine", number) for number in range(40, 120, 4)}


def _raw(raw: bytes) -> Files:
    """As bytes in a text, a key, a comment and outside of all."""
    sound = field.response().encode()
    return {
        "in a text.toml": sound.replace(b'name = ""', b'name = "' + raw + b'"'),
        "in a key.toml": sound.replace(b"position =", b'"' + raw + b'" ='),
        "in a comment.toml": sound + b"# " + raw + b"\n",
        "outside.toml": raw + sound,
        "as a value.toml": sound.replace(b"position = 1", b"position = " + raw),
        "as a header.toml": sound + b"\n[" + raw + b"]\n",
    }
