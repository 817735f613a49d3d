"""Files that are not what they say: other kinds, other encodings, other formats, half of a file."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import partial
from typing import Final

from tests.hostile import field
from tests.hostile.item import READING, Files, Hostile, holding

_VERBS: Final = (*READING, "check files")
_KINDS: Final = ("response", "tally", "results", "actuals", "roster", "decisions", "questionnaire", "mystery")
_BODIES: Final = ("response", "tally", "results", "actuals", "roster", "decisions", "questionnaire")


def bytes_and_kinds() -> Iterator[Hostile]:
    yield from _kinds()
    yield from _encodings()
    yield from _formats()
    yield from _cut_off()


def _kinds() -> Iterator[Hostile]:
    for body in _BODIES:
        for kind in _KINDS:
            yield Hostile("kinds", f"{body} as {kind}", partial(_as, body, kind), verbs=_VERBS)
        yield Hostile(
            "kinds", f"{body} of a newer schema", partial(_changed, body, "schema = 1", "schema = 2"), verbs=_VERBS
        )
        yield Hostile("kinds", f"{body} without a kind", partial(_changed, body, f'kind = "{body}"', ""), verbs=_VERBS)
        yield Hostile(
            "kinds", f"{body} of a list of kinds", partial(_changed, body, f'"{body}"', f'["{body}"]'), verbs=_VERBS
        )
    yield Hostile("kinds", "all in one folder", _all_kinds)
    yield Hostile("kinds", "twice the same person", _conflict)
    yield Hostile("kinds", "twice the same figures", _double_figures)
    yield Hostile("kinds", "decisions at odds", _decisions_at_odds)


def _as(body: str, kind: str) -> Files:
    return _changed(body, f'kind = "{body}"', f'kind = "{kind}"')


def _changed(body: str, before: str, instead: str) -> Files:
    return {f"{body}.toml": field.sound(body).replace(before, instead, 1).encode()}


def _all_kinds() -> Files:
    others = {f"{kind}.toml": f'kind = "{kind}"\nschema = 1\n'.encode() for kind in _KINDS}
    return {**others, **{f"sound {kind}.toml": field.sound(kind).encode() for kind in _BODIES}}


def _conflict() -> Files:
    sound = field.response()
    return {"a.toml": sound.encode(), "b.toml": sound.replace("position = 1", "position = 4").encode()}


def _decisions_at_odds() -> Files:
    sound = field.decisions_text()
    return {
        "a.toml": sound.encode(),
        "b.toml": sound.replace('"Anna Berg"', '"Ben"').encode(),
        "c.toml": sound.replace('"aaaa"', '"eeee"').replace('"bbbb"', '"ffff"').encode(),
    }


def _double_figures() -> Files:
    return {"a.toml": field.FIGURES.encode(), "b.toml": (field.FIGURES + "\n").encode()}


def _encodings() -> Iterator[Hostile]:
    sound = field.response().replace('name = ""', 'name = "Zoë"')
    encoded = {
        "UTF-16 with a mark": sound.encode("utf-16"),
        "UTF-16, big end first": b"\xfe\xff" + sound.encode("utf-16-be"),
        "UTF-16 without a mark": sound.encode("utf-16-le"),
        "UTF-32": sound.encode("utf-32"),
        "UTF-7": sound.encode("utf-7"),
        "a mark of UTF-8": sound.encode("utf-8-sig"),
        "two marks of UTF-8": b"\xef\xbb\xbf" + sound.encode("utf-8-sig"),
        "half a mark": b"\xff\xfe",
        "latin-1": sound.encode("latin-1"),
        "cp437": sound.encode("cp437"),
        "NULs": sound.encode().replace(b"\n", b"\x00\n"),
        "only NULs": b"\x00" * 4096,
        "surrogates as bytes": sound.encode().replace("ë".encode(), b"\xed\xa0\x80"),
        "surrogates as escapes": sound.replace("Zoë", "\\ud800").encode(),
        "beyond Unicode": sound.replace("Zoë", "\\U00110000").encode(),
        "the last character": sound.replace("Zoë", "\\U0010ffff").encode(),
        "no characters": sound.replace("Zoë", "\ufffe\uffff").encode(),
        "too long a form": sound.encode().replace("ë".encode(), b"\xc0\xaf"),
        "carriage returns": sound.replace("\n", "\r").encode(),
        "Windows": sound.replace("\n", "\r\n").encode(),
        "line separators": sound.replace("\n", "\u2028").encode(),
        "random bytes": bytes(number * 97 % 256 for number in range(5000)),
    }
    for name, data in encoded.items():
        yield Hostile("encodings", name, holding(file=data), verbs=(*READING, "check files", "assess"))


def _formats() -> Iterator[Hostile]:
    others = {
        "JSON": b'{"kind": "response", "schema": 1}',
        "JSON, a list": b"[1, 2]",
        "JSON, deep": b'{"a":' * 100_000,
        "YAML": b"kind: response\nschema: 1\n",
        "CSV": b"kind,schema\r\nresponse,1\r\n",
        "HTML": b"<!doctype html><script>alert(1)</script>",
        "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "a program": b"\x7fELF\x02\x01\x01" + b"\x00" * 57,
        "an archive": gzip.compress(b"\x00" * 100_000, mtime=0),
        "a script": b"#!/bin/sh\nrm -rf /\n",
        "empty": b"",
        "one newline": b"\n",
        "spaces": b" \t\r\n" * 10,
        "a comment": b"# nothing\n",
        "one letter": b"k",
        "one byte too large": b"#" * (1024 * 1024 + 1),
        "5 MiB": b"#" * (5 * 1024 * 1024),
    }
    for name, data in others.items():
        yield Hostile("formats", name, holding(file=data), verbs=(*READING, "check files", "assess"))


def _cut_off() -> Iterator[Hostile]:
    for kind in _BODIES:
        yield Hostile("cut off", kind, partial(_pieces, kind), verbs=(*READING, "check files"))
    yield Hostile("cut off", "response, at every byte of its head", _every_byte, verbs=("check",))


def _pieces(kind: str) -> Files:
    data = field.sound(kind).encode()
    return {f"{part} of 16.toml": data[: len(data) * part // 16] for part in range(1, 16)}


def _every_byte() -> Files:
    data = field.response().encode()
    return {f"{size}.toml": data[:size] for size in range(1, 400, 3)}
