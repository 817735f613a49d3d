"""From bytes to whole lines of text: which encoding it is, and nothing that no text holds."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from typing import Final

from maturity.exports.limits import LONGEST_LINE
from questionnaires.faults import Fault, InvalidFile

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEAD: Final = 4096
_Decode = Callable[[bytes, str, bool], tuple[str, int]]
_DECODERS: Final[dict[str, _Decode]] = {
    "utf-8": codecs.utf_8_decode,
    "utf-16-le": codecs.utf_16_le_decode,
    "utf-16-be": codecs.utf_16_be_decode,
}
_OF_OLD: Final = "cp1252"


class Decoding:
    """The text of some blocks of bytes. `is_old` once it was found not to be Unicode."""

    def __init__(self, name: str) -> None:
        self.is_old = False
        self._name = name
        self._encoding = "utf-8"
        self._is_plain = True
        """Whether nothing but ASCII was seen so far, which is the same in UTF-8 and in what was used before it."""

    def texts(self, blocks: Iterator[bytes]) -> Iterator[str]:
        """The text, piece by piece. Raises InvalidFile where it is none."""
        rest = next(blocks, b"")
        self._encoding, mark = encoding_of(rest)
        rest = rest[len(mark) :]
        for block in blocks:
            text, used = self._decoded(rest, False)
            rest = rest[used:] + block
            yield text
        yield self._decoded(rest, True)[0]

    def _decoded(self, data: bytes, is_end: bool) -> tuple[str, int]:
        if self.is_old:
            return self._old(data), len(data)
        try:
            text, used = _DECODERS[self._encoding](data, "strict", is_end)
        except UnicodeDecodeError as error:
            if self._encoding != "utf-8" or not (self._is_plain and data[: error.start].isascii()):
                raise self._refused(f"is {self._encoding.upper()} only in part") from None
            self.is_old = True
            return self._old(data), len(data)
        self._is_plain = self._is_plain and text.isascii()
        return self._sound(text), used

    def _old(self, data: bytes) -> str:
        try:
            return self._sound(data.decode(_OF_OLD))
        except UnicodeDecodeError:
            raise self._refused("is neither UTF-8 nor UTF-16 nor Windows-1252") from None

    def _sound(self, text: str) -> str:
        if "\0" in text:
            raise self._refused("holds NULs, which no text does")
        return text

    def _refused(self, words: str) -> InvalidFile:
        return InvalidFile([Fault(self._name, "", f"{words}; save the report again, as CSV in UTF-8")])


def encoding_of(head: bytes) -> tuple[str, bytes]:
    """How a text that begins like this is encoded, and the mark that says so; told by its NULs where there is none."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, mark
    first = head[: min(_HEAD, len(head)) // 2 * 2]
    high, low = first[::2].count(0), first[1::2].count(0)
    most, half = max(high, low), len(first) // 4
    if most and most > half and not min(high, low):
        return ("utf-16-be" if high > low else "utf-16-le"), b""
    return "utf-8", b""


def whole_lines(texts: Iterator[str], too_long: Callable[[], InvalidFile]) -> Iterator[str]:
    """The same text in pieces that end where a line ends. Raises what `too_long` gives for a line without an end."""
    begun: list[str] = []
    length = 0
    for text in texts:
        end = max(text.rfind("\n"), text.rfind("\r", 0, -1)) + 1  # a CR at the end may be half of a line break
        if end:
            yield "".join((*begun, text[:end]))
            begun, length = [], 0
        begun.append(text[end:])
        length += len(text) - end
        if length > LONGEST_LINE:
            raise too_long()
    yield "".join(begun)
