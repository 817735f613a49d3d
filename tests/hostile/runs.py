"""Long runs of everything that TOML is made of: whoever reads them must not take longer than their length."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from tests.hostile.item import READING, Files, Hostile

SHORT: Final = 64 * 1024
LONG: Final = 1024 * 1024 - 64
"""As long as a file that is still read."""

_RUNS: Final[dict[str, tuple[str, str, str]]] = {
    "letters": ("", "a", ""),
    "letters as a key": ("", "a", " = 1\n"),
    "letters as a value": ("x = ", "a", "\n"),
    "letters in a header": ("[", "a", "]\n"),
    "capitals and digits": ("", "A1", ""),
    "digits": ("", "7", ""),
    "digits as a value": ("x = ", "7", "\n"),
    "digits and underscores": ("x = ", "1_", "1\n"),
    "digits after a point": ("x = 1.", "7", "\n"),
    "digits of an exponent": ("x = 1e", "7", "\n"),
    "hexadecimal digits": ("x = 0x", "f", "\n"),
    "octal digits": ("x = 0o", "7", "\n"),
    "binary digits": ("x = 0b", "1", "\n"),
    "dates": ("x = ", "2026-11-21", "\n"),
    "digits of a fraction of a second": ("x = 2026-11-21T09:00:00.", "7", "Z\n"),
    "spaces": ("", " ", ""),
    "spaces before a value": ("x =", " ", "1\n"),
    "spaces and letters": ("", "a ", ""),
    "spaces in an array": ("x = [", " ", "]\n"),
    "tabs": ("", "\t", ""),
    "tabs and points": ("", "\t.", ""),
    "newlines": ("", "\n", ""),
    "newlines in an array": ("x = [", "\n", "]\n"),
    "Windows newlines": ("", "\r\n", ""),
    "carriage returns": ("", "\r", ""),
    "points": ("", ".", ""),
    "points and spaces": ("", ". ", ""),
    "letters and points": ("", "a.", "a = 1\n"),
    "letters, spaces and points": ("", "a . ", "a = 1\n"),
    "nineteen parts again and again": ("", "a." * 18 + "a = 1\n", ""),
    "quoted points": ("", '"".', "a = 1\n"),
    "single-quoted points": ("", "''.", "a = 1\n"),
    "opening brackets": ("x = ", "[", ""),
    "closing brackets": ("x = ", "]", ""),
    "headers": ("", "[[a]]\n", ""),
    "headers that are not closed": ("", "[a\n", ""),
    "opening braces": ("x = ", "{", ""),
    "closing braces": ("x = ", "}", ""),
    "braces with a key": ("x = ", "{a=", ""),
    "brackets and braces": ("x = ", "[{a=", ""),
    "a text": ('x = "', "a", '"\n'),
    "a text that is not closed": ('x = "', "a", "\n"),
    "a single-quoted text": ("x = '", "a", "'\n"),
    "a single-quoted text that is not closed": ("x = '", "a", "\n"),
    "a text of lines": ('x = """', "a\n", '"""\n'),
    "a text of lines that is not closed": ('x = """', "a\n", "\n"),
    "a single-quoted text of lines": ("x = '''", "a\n", "'''\n"),
    "a single-quoted text of lines that is not closed": ("x = '''", "a\n", "\n"),
    "double quotes": ("x = ", '"', "\n"),
    "single quotes": ("x = ", "'", "\n"),
    "double quotes and letters": ("x = ", '"a', "\n"),
    "three double quotes and a letter": ("x = ", '"""a', "\n"),
    "three single quotes and a letter": ("x = ", "'''a", "\n"),
    "two quotes in a text of lines": ('x = """', '""a', '"""\n'),
    "texts that are not closed": ("", 'x = "a\n', ""),
    "escapes": ('x = "', "\\n", '"\n'),
    "escapes that are not closed": ('x = "', "\\n", "\n"),
    "escaped quotes that are not closed": ('x = "', '\\"', ""),
    "escapes by number": ('x = "', "\\u0041", '"\n'),
    "escapes by number that steer": ('x = "', "\\u001b", '"\n'),
    "folded lines": ('x = """', "\\\n", '"""\n'),
    "folded lines that are not closed": ('x = """', "\\\n", ""),
    "folded spaces": ('x = """\\', "\n ", '"""\n'),
    "backslashes": ("x = ", "\\", "\n"),
    "backslashes in a text": ('x = "', "\\\\", '"\n'),
    "backslashes in a text that is not closed": ('x = "', "\\\\", "\n"),
    "commas": ("x = [", ",", "]\n"),
    "equals": ("x ", "=", "\n"),
    "keys and equals": ("", "a=", "1\n"),
    "hashes": ("", "#", "\n"),
    "a comment": ("# ", "a", "\n"),
    "comments": ("", "#\n", ""),
    "minus": ("x = ", "-", "1\n"),
    "minus as a key": ("", "-", " = 1\n"),
    "plus": ("x = ", "+", "1\n"),
    "underscores": ("", "_", " = 1\n"),
    "underscores as a value": ("x = 1", "_", "1\n"),
    "colons": ("x = 07", ":", "00\n"),
    "letters beyond ASCII": ("x = ", "é", "\n"),
    "letters beyond ASCII in a text": ('x = "', "é", '"\n'),
    "marks that cannot be seen, in a text": ('x = "', "\u200b", '"\n'),
    "the same key": ("", "a = 1\n", ""),
    "ones": ("x = [", "1,", "]\n"),
    "empty arrays": ("x = [", "[],", "]\n"),
    "empty tables": ("x = [", "{},", "]\n"),
    "empty texts": ("x = [", '"",', "]\n"),
    "numbers too large": ("x = [", "1e999999,", "]\n"),
}
"""What stands before, what is repeated, and what follows."""

_IN_THE_SUITE: Final = (
    "letters",
    "spaces",
    "points",
    "letters and points",
    "opening brackets",
    "escaped quotes that are not closed",
    "texts that are not closed",
    "digits as a value",
    "newlines",
)
"""Also at full length in every run of the suite: of each cause of a long wait the worst."""


def runs() -> Iterator[Hostile]:
    """Each run at two lengths: what is quadratic is sixteen squared times as slow on the longer one."""
    for name in _RUNS:
        yield Hostile("runs", f"{name}, 64 KiB", partial(_run, name, SHORT), verbs=READING)
        heavy = name not in _IN_THE_SUITE
        yield Hostile("long runs", f"{name}, 1 MiB", partial(_run, name, LONG), verbs=("compare",), is_heavy=heavy)


def run(name: str, size: int) -> bytes:
    """So many bytes of a run."""
    before, again, after = _RUNS[name]
    room = size - len(before.encode()) - len(after.encode())
    return (before + again * (room // len(again.encode())) + after).encode()


def _run(name: str, size: int) -> Files:
    return {"run.toml": run(name, size)}
