"""Sound files with a few things changed, as by somebody who knows what a file looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tests.hostile.texts import TEXTS, quoted
from tests.hostile.values import DATES, NUMBERS

_VALUE: Final = re.compile(
    r'"(?:[^"\\\n]|\\.)*"|\d{4}-\d\d-\d\d(?:[T ][0-9:.]+(?:Z|[+-]\d\d:\d\d)?)?|-?\d+(?:\.\d+)?|true|false'
)
_KEY: Final = re.compile(r"[A-Za-z_][\w-]*(?= =)|(?<=[\[.])[a-z_]+(?=[\].])")

Change = tuple[int, int, int]
"""What is done, where, and with what: any numbers, each taken modulo what there is."""

VALUES: Final = (
    *(number for number in NUMBERS.values() if len(number) < 100),
    *DATES.values(),
    *(quoted(text) for texts in TEXTS.values() for text in texts),
    *(
        '""',
        "''",
        "[]",
        "{}",
        "[[]]",
        "[{}]",
        "[1]",
        '[""]',
        "{ a = 1 }",
        '{ "" = 1 }',
        "[0, 0]",
        "0",
        "-1",
        "1",
        "999",
        "1000",
    ),
    *(
        "2019-12-31",
        "2100-12-31",
        "2101-01-01",
        "0.5",
        "1_000",
        "0x1F",
        '"endpoint"',
        '"network"',
        '"one_owner"',
        '"risk.attitude"',
    ),
    *(quoted("x" * length) for length in (41, 81, 241, 2001, 20_000)),
    *(
        '"a.b"',
        '"*"',
        '"risk.*"',
        '"{threshold}"',
        '"dont_know"',
        '"not_applicable"',
        '"superseded"',
        '"decided"',
        '"parked"',
    ),
)
_ODD_KEYS: Final = (*(text for texts in TEXTS.values() for text in texts), "x" * 3000, "é" * 9000, "a.b", "")


def mutated(text: str, changes: Iterable[Change]) -> str:
    """The text after these changes, one after the other."""
    for what, where, instead in changes:
        text = _CHANGES[what % len(_CHANGES)](text, where, instead)
    return text


def _replaced(pattern: re.Pattern[str], text: str, where: int, instead: str) -> str:
    found = list(pattern.finditer(text))
    if not found:
        return text
    start, end = found[where % len(found)].span()
    return text[:start] + instead + text[end:]


def _other_value(text: str, where: int, instead: int) -> str:
    return _replaced(_VALUE, text, where, VALUES[instead % len(VALUES)])


def _value_of_the_file(text: str, where: int, instead: int) -> str:
    """What stands elsewhere in the file, so that names meet names."""
    found = _VALUE.findall(text) or ["1"]
    return _replaced(_VALUE, text, where, found[instead % len(found)])


def _key_of_the_file(text: str, where: int, instead: int) -> str:
    found = _KEY.findall(text) or ["x"]
    return _replaced(_KEY, text, where, found[instead % len(found)])


def _odd_key(text: str, where: int, instead: int) -> str:
    return _replaced(_KEY, text, where, quoted(_ODD_KEYS[instead % len(_ODD_KEYS)]))


def _without_line(text: str, where: int, instead: int) -> str:
    lines = text.splitlines(keepends=True)
    if lines:
        del lines[where % len(lines)]
    return "".join(lines)


def _line_elsewhere(text: str, where: int, instead: int) -> str:
    """A line once more, at another place."""
    lines = text.splitlines(keepends=True)
    if lines:
        lines.insert(instead % len(lines), lines[where % len(lines)])
    return "".join(lines)


def _table_again(text: str, where: int, instead: int) -> str:
    tables = re.split(r"(?m)^(?=\[)", text)
    return text + "\n" + tables[where % len(tables)] if len(tables) > 1 else text


def _without_table(text: str, where: int, instead: int) -> str:
    tables = re.split(r"(?m)^(?=\[)", text)
    if len(tables) > 1:
        del tables[1 + where % (len(tables) - 1)]
    return "".join(tables)


def _in_a_list(text: str, where: int, instead: int) -> str:
    found = _VALUE.findall(text) or ["1"]
    value = found[where % len(found)]
    return _replaced(_VALUE, text, where, f"[{', '.join([value] * (1 + instead % 12))}]")


def _more_in_a_list(text: str, where: int, instead: int) -> str:
    found = _VALUE.findall(text) or ["1"]
    return _replaced(re.compile(r"(?<=\[)(?=[^\[\]\n])"), text, where, f"{found[instead % len(found)]}, ")


_CHANGES: Final = (
    _other_value,
    _value_of_the_file,
    _other_value,
    _value_of_the_file,
    _key_of_the_file,
    _odd_key,
    _without_line,
    _line_elsewhere,
    _table_again,
    _without_table,
    _in_a_list,
    _more_in_a_list,
)
