"""Keys of one's own: a small file that gives other keys to what the screens do.

    [keys]
    answering-undo = "z"
    answering-flag = "v,ctrl+f"

A binding that can be remapped has an `id`. All faults of the file are found at once, before the app opens.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from textual.app import App
from textual.binding import Binding, InvalidBinding
from textual.dom import DOMNode
from textual.keys import Keys

from questionnaires import Fault, InvalidFile, name_of, one_line, parse, read_bytes

_TABLE: Final = "keys"
_LONGEST_QUOTED: Final = 40
_MOST_NAMED: Final = 5
"""What a sentence quotes of a line: letters of a key, and keys."""
_MODIFIERS: Final = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
_NAMED: Final = frozenset(key.value for key in Keys)

Place = tuple[type[DOMNode], ...]
"""A screen with the widgets that have the focus on it: their keys work together."""


def read_keys(path: Path, app: type[App[None]], screens: Callable[[], Iterable[Place]]) -> dict[str, str]:
    """By the id of a binding the keys that it gets. Empty where there is no such file and nobody named one; only where
    there is one `screens` is asked for.

    Raises InvalidFile like `keys_in`.
    """
    if not path.exists() and "MATURITY_KEYS" not in os.environ:
        return {}
    shown = name_of(path)
    return keys_in(parse(read_bytes(path), shown), shown, app, tuple(screens()))


def keys_in(
    document: Mapping[str, object], shown: str, app: type[App[None]], places: tuple[Place, ...]
) -> dict[str, str]:
    """The keys in a parsed document.

    Raises InvalidFile with everything that is wrong with it: ids that no screen has, what is no key, and keys that
    do something else on the same screen.
    """
    faults = [
        Fault(shown, one_line(key), "is unknown; there is one table, [keys]") for key in document if key != _TABLE
    ]
    table = document.get(_TABLE, {})
    if not isinstance(table, dict):
        raise InvalidFile([*faults, Fault(shown, _TABLE, "is a table of keys by what they do")])
    known = {binding.id for place in places for _, binding in _bindings((app, *place)) if binding.id}
    found: dict[str, str] = {}
    for name, keys in table.items():
        message = _wrong(name, keys, known)
        if message:
            faults.append(Fault(shown, f"{_TABLE}.{one_line(name)}", message))
        else:
            found[name] = keys
    faults += [Fault(shown, f"{_TABLE}.{name}", message) for name, message in _clashes(found, app, places)]
    if faults:
        raise InvalidFile(faults)
    return found


def _wrong(name: str, keys: object, known: Iterable[str]) -> str:
    """What is wrong with one line of the table; nothing where it is fine."""
    if name not in known:
        return f"is nothing that can have another key; there are {', '.join(sorted(known))}"
    if not isinstance(keys, str) or not keys.strip():
        return 'is a text of one key or several, such as "z" or "z,ctrl+z"'
    bad = [key for key in keys.split(",") if not _is_key(key.strip())]
    if bad:
        named = ", ".join(f'"{one_line(key.strip(), _LONGEST_QUOTED)}"' for key in bad[:_MOST_NAMED])
        named += f" and {len(bad) - _MOST_NAMED} more" * (len(bad) > _MOST_NAMED)
        return f'{named} is no key; write one letter, or a name such as "f5", "comma", "ctrl+z" or "pagedown"'
    return ""


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+")
    if not last or not all(modifier in _MODIFIERS for modifier in modifiers):
        return False
    return (
        (len(last) == 1 and last.isprintable() and not last.isspace()) or key in _NAMED or last in _NAMED or _sign(last)
    )


def _sign(name: str) -> bool:
    """Whether it is the name of a sign: `question_mark`, `full_stop`."""
    try:
        unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return False
    return True


def _bindings(classes: Iterable[type[DOMNode]]) -> Iterator[tuple[str, Binding]]:
    """The keys of these classes, each with what it does."""
    for one in classes:
        for base in one.__mro__:
            own = base.__dict__.get("BINDINGS", ()) if base.__module__.startswith("maturity.") else ()
            yield from ((binding.key, binding) for binding in Binding.make_bindings(own))


def _clashes(found: Mapping[str, str], app: type[App[None]], places: Iterable[Place]) -> Iterator[tuple[str, str]]:
    """Each line of the file with a key that does something else on the same screen."""
    said: set[tuple[str, str]] = set()
    for place in places:
        for name, key, other in _met(found, (app, *place)):
            if (name, key) not in said:
                said.add((name, key))
                yield name, f'"{key}" is also the key of {other} on the same screen'


def _met(found: Mapping[str, str], classes: Iterable[type[DOMNode]]) -> Iterator[tuple[str, str, str]]:
    """On one screen: a binding of the file, its key, and the other binding that has this key as well."""
    now: dict[str, list[Binding]] = {}
    for key, binding in _bindings(classes):
        own = found.get(binding.id or "")
        for each in _normal(own) if own else (key,):
            now.setdefault(each, []).append(binding)
    for key, bindings in now.items():
        for mine in bindings:
            others = [other for other in bindings if (other.id or other.action) != (mine.id or mine.action)]
            if mine.id is not None and mine.id in found and others:
                yield mine.id, key, others[0].id or f"“{others[0].description}”"


def _normal(keys: str) -> tuple[str, ...]:
    try:
        return tuple(binding.key for binding in Binding.make_bindings([Binding(keys, "")]))
    except InvalidBinding:
        return ()
