"""Results in which every text that a stranger may write tries to be more than text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import tomli_w

from maturity.files.trees import Tree
from maturity.results.model import Results, read_results
from questionnaires import parse
from tests.given.example_results import example_document

ATTACKS: Final = (
    "<script>document.title='owned'</script>",
    "</style><style>body{display:none}</style>",
    "</title></head><body onload=alert(1)>",
    '"><img src="https://evil.example/x.png" onerror=alert(1)>',
    "<a href='javascript:alert(1)'>go</a>",
    "[go](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "https://evil.example/x www.evil.example @everyone #1",
    "| a | b |\\",
    "`code` **bold** ~~gone~~ $x$ <!-- gone",
    "&lt;b&gt; &amp; &#60;i&#62; &copy",
    '=HYPERLINK("https://evil.example";"x")',
    "  '+1+1|cmd",
    "；＝1+1",
    "a;=1+1;-2+3",
    "]]> --> *{}\\ # - 1. x",
    "שלום עולם مرحبا 日本語の題",
    "W" * 4000,
    "ａ漢" * 1300,
    "x \u202eevil\u202c \u2066y",
)

_LIMITS: Final = {
    **dict.fromkeys(("title", "name", "scale", "phase", "unit", "one", "teams", "flagged_by", "verdict"), 20),
    **dict.fromkeys(("question", "price", "remark", "place", "terms", "lapsed", "about", "text"), 200),
    **dict.fromkeys(("numerator", "denominator", "entry", "report", "traps", "evidence", "reason", "trap"), 200),
    **dict.fromkeys(("because", "safeguard", "next_step.what"), 200),
    **dict.fromkeys(("decider", "person", "next_step.owner"), 60),
}
_KEPT: Final = frozenset(
    {"codes", "id", "kind", "fingerprint", "version", "maturity", "conventions", "band", "evidence"}
)
_WORDS: Final = re.compile(r"[a-z0-9_.-]+|[A-C]|single voice|no answer|not_applicable")
"""Ids and closed words, which nobody can choose freely."""


def hostile_document() -> Tree:
    """The example's results, with a hostile text in the place of each text that somebody may have written."""
    return poisoned(example_document())


def poisoned(document: Tree, texts: Iterable[str] = ATTACKS) -> Tree:
    """A document of results with the same done to it, or with other texts."""
    turn = itertools.cycle(texts)
    return {key: _poisoned(value, key, turn) for key, value in document.items()}


def hostile_bytes() -> bytes:
    """The same as a file that was sent."""
    return tomli_w.dumps(hostile_document()).encode()


def hostile_results() -> Results:
    """The same, read as the command reads it."""
    return read_results(parse(hostile_bytes(), "results.toml"), "results.toml")


def _poisoned(value: Any, key: str, turn: Iterator[str]) -> Any:
    if key in _KEPT:
        return value
    if isinstance(value, dict):
        is_named = key in ("teams", "terms", "lapsed", "verdict")
        above = "next_step." if key == "next_step" else ""
        return {name: _poisoned(item, key if is_named else f"{above}{name}", turn) for name, item in value.items()}
    if isinstance(value, list):
        return [_poisoned(item, key, turn) for item in value]
    if not isinstance(value, str) or _WORDS.fullmatch(value):
        return value
    return next(turn)[: _LIMITS.get(key, 4000)]
