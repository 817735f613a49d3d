"""The file that says how a service desk writes its tickets, proposed from the headers of one that was saved."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from questionnaires.export import Export
from questionnaires.text import letters_of, one_line
from questionnaires.tickets import DATE, KEY, MOST_ABOUT
from questionnaires.words import SCHEMA, FileKind

_ABOUT: Final = "about"
_UNKNOWN: Final = "…"


def tickets_template(headers: Sequence[str], known: Export) -> str:
    """A file to look through: of the headers that the questionnaire knows the first for each; what is not known is to
    be filled in."""
    found = {column: _fitting(headers, known, column) for column in (DATE, _ABOUT, KEY)}
    dates, about, keys = found[DATE], found[_ABOUT], found[KEY]
    column = known.column(_ABOUT)
    words = [form for forms in (column.words if column else {}).values() for form in forms] or [_UNKNOWN]
    lines = [
        f'kind = "{FileKind.TICKETS}"',
        f"schema = {SCHEMA}",
        "",
        "# The header of the column that says when a ticket was opened.",
        f"date = {_quoted(dates[0] if dates else _UNKNOWN)}",
        "",
        "# The header of a column with the key that the list of the pilot has as well. Without one every ticket of the",
        "# file counts that has the words: then save only those of the pilot's users.",
        f"key = {_quoted(keys[0])}" if keys else '# key = "…"',
        "",
        "# A ticket counts where a cell of one of these columns contains one of its words, in capitals or not.",
    ]
    for header in about[:MOST_ABOUT] or [_UNKNOWN]:
        lines += ["", "[[about]]", f"column = {_quoted(header)}", f"words = [{', '.join(map(_quoted, words))}]"]
    return "\n".join(lines) + "\n"


def is_whole(headers: Sequence[str], known: Export) -> bool:
    """Whether nothing has to be filled in."""
    return bool(_fitting(headers, known, DATE) and _fitting(headers, known, _ABOUT))


def _fitting(headers: Sequence[str], known: Export, name: str) -> list[str]:
    """Those headers that the column is known by, in the order in which it names them."""
    column = known.column(name)
    by_letters = {letters_of(header): one_line(header.strip(), 60) for header in reversed(headers)}
    wanted = column.headers if column is not None else ()
    return [by_letters[letters_of(header)] for header in wanted if letters_of(header) in by_letters]


def _quoted(text: str) -> str:
    """A basic TOML string; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)
