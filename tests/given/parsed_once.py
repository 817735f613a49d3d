"""TOML that was weighed and parsed once in a process is not again: most tests read the same few files."""

from __future__ import annotations

import pickle
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Final
from unittest.mock import patch

from questionnaires.shape import excess

_loads: Final = tomllib.loads


@lru_cache(maxsize=64)
def _packed(text: str, parse_float: Any) -> bytes | tomllib.TOMLDecodeError:
    try:
        return pickle.dumps(_loads(text, parse_float=parse_float))
    except tomllib.TOMLDecodeError as error:
        return error.with_traceback(None)  # which would keep everything that was going on


def _unpacked(text: str, *, parse_float: Any = float) -> Any:
    packed = _packed(text, parse_float)
    if isinstance(packed, tomllib.TOMLDecodeError):
        raise packed.with_traceback(None)
    return pickle.loads(packed)


@contextmanager
def toml_parsed_once() -> Iterator[None]:
    """Everybody gets a document of their own, and what is no TOML is refused each time."""
    weighed = lru_cache(maxsize=64)(excess)
    with patch("tomllib.loads", _unpacked), patch("questionnaires.reading.excess", weighed):
        yield
