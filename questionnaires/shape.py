"""One pass over a text before any parser sees it: what it would cost is known, or it is refused.

The parser of the standard library takes quadratic time over long dotted keys, and a stack over deep brackets. Every
pattern here consumes what it matches for good (possessive repeats), and no character is looked at more than a fixed
number of times, so that this pass itself is linear in whatever it is given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

DEEPEST_NESTING: Final = 40
LONGEST_KEY_PATH: Final = 20
LONGEST_RUN: Final = 10_000
"""Characters in a row outside quotes: a whole number of more digits would take its time with the square of them."""
MOST_VALUES: Final = 100_000
"""Per MiB. A full response holds some 600; results of seven teams on everything, with another round beside, 80,000."""

_BARE: Final = r"[A-Za-z0-9_-]++"
_BASIC: Final = r'"[^"\\\n]*+"'
_MEMBER: Final = r'(?: "[^",\\\n]*+" | [0-9:T+Z.-]{1,100}+ )'
# Repeated groups are made atomic by `(?>`: before 3.11.5 Python's `)*+` forgets to go back where a group does not fit
# (gh-106052), and would take the first half of a string of many lines for a line of ours.
_TOKEN: Final = re.compile(
    rf"""
      (?P<plain> (?> (?:                                # whole lines such as our own files consist of
          {_BARE} [ ] = [ ] (?: {_BASIC} | [0-9:T+Z .-]{{1,100}}+ | true | false ) \r?+\n
        | \[{{1,2}} {_BARE} (?: \. (?: {_BARE} | {_BASIC} ) )? \]{{1,2}} \r?+\n
        | \#[^\n]*+\n
        | \r?+\n
      )+ ) )
    | (?P<row> {_BARE} [ ] = [ ] \[ (?> (?: {_MEMBER} (?: ,[ ] {_MEMBER} )* )? ) \] \r?+\n )  # a list on one line
    | (?P<skipped>
        "{{3}} (?> (?: [^"\\]++ | \\. | "(?!"") )* ) "{{3,5}}
      | '{{3}} (?> (?: [^']++ | '(?!'') )* ) '{{3,5}}
      | (?!"{{3}}) " (?> (?: [^"\\\n]++ | \\[^\n] )* ) "
      | (?!'{{3}}) ' [^'\n]*+ '
      | \#[^\n]*+
      | [^"'\#\[\]{{}}.=,\n]{{1,{LONGEST_RUN}}}+ (?! [^"'\#\[\]{{}}.=,\n] ) )
    | (?P<run> [^"'\#\[\]{{}}.=,\n]++ )
    | (?P<unclosed> ["'] )
    | (?P<opening> [\[{{] )
    | (?P<closing> [\]}}] )
    | (?P<dot> \. )
    | (?P<separator> [=,\n] )
    """,
    re.DOTALL | re.VERBOSE,
)


_DEEPER: Final[Mapping[str | None, int]] = {"opening": 1, "closing": -1}
_HEADER: Final = 4
_VALUES: Final[Mapping[str | None, int]] = {"opening": 1, "separator": 1, "dot": _HEADER}
"""What makes a table, a header or a part of a dotted key, costs the parser as much as four plain values."""


def excess(text: str, most_values: int = MOST_VALUES) -> str | None:
    """The first limit that the text breaks, in a sentence that names the line; None where a parser may have it.

    What a person wrote into a string or a comment does not count. At a string that is never closed, or a bracket that
    was never opened, the pass ends: no parser gets beyond it.
    """
    depth = dots = values = 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "skipped":
            continue
        dots = dots + 1 if kind == "dot" else 0
        depth += _DEEPER.get(kind, 0)
        values += _lines(token) if kind == "plain" else _row(token) if kind == "row" else _VALUES.get(kind, 0)
        if kind == "unclosed" or depth < 0:
            return None
        if kind == "run":
            return f"has more than {LONGEST_RUN} characters in a row outside quotes{_on_line(token)}"
        if dots >= LONGEST_KEY_PATH:
            return f"has a key of too many parts{_on_line(token)}; at most {LONGEST_KEY_PATH} are read"
        if depth > DEEPEST_NESTING:
            return f"is nested too deeply{_on_line(token)}; at most {DEEPEST_NESTING} brackets deep are read"
        if values > most_values:
            return f"holds more than {most_values} values{_on_line(token)}; no file of ours does"
    return None


def _lines(token: re.Match[str]) -> int:
    """What whole lines hold: one value each, and a header as much as `_HEADER`."""
    text, start, end = token.string, *token.span()
    headers = text.count("\n[", start, end) + text.startswith("[", start)
    return text.count("\n", start, end) + headers * (_HEADER - 1)


def _row(token: re.Match[str]) -> int:
    """What a list on one line holds: as much as its signs would count for one by one."""
    return token.string.count(",", *token.span()) + 3


def _on_line(token: re.Match[str]) -> str:
    return f" on line {token.string.count(chr(10), 0, token.start()) + 1}"
