"""Texts that are hard to write into a file, to read back, and to count."""

from __future__ import annotations

from itertools import chain
from typing import Final

from tests.hostile.texts import TEXTS

HARD: Final = (
    *chain.from_iterable(TEXTS.values()),
    "",
    " \t\n ",
    "quotes \" and ' and \"\"\" and '''",
    "back\\slash \\n \\u0041 \\",
    "two\nlines\r\nthree\rfour\n\n",
    "\ttabs\tinside\t",
    "".join(map(chr, range(0x20))),
    "".join(map(chr, range(0x7E, 0xA2))),
    "half \ud83d of a character",
    "\udc00",
    "\U0001f600" * 1999,
    "ab" + "\U0001f600" * 1999,
    "x" * 2000,
    "y" * 1999 + " z",
    "z" * 2001,
    "\u00a0\u2003no-break\u3000",
    "\ufeffmark",
    "e\u0301 \u00e9 \ufb01",
    "שלום مرحبا 日本語",
    '[answers."x.y"]\nneeded = 5\n',
    "# comment = 1",
    "${x} <!-- --> ]]>",
    "\ud7ff\ue000\uffff\U0010ffff",
)
