"""From bytes to lines of text: in which encoding they are, and nothing that no text holds."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from maturity.exports.limits import LONGEST_LINE
from maturity.exports.source import Source
from questionnaires.faults import Fault, InvalidFile

_Decode = Callable[[bytes, str, bool], tuple[str, int]]
_DECODERS: Final[dict[str, _Decode]] = {
    "UTF-8": codecs.utf_8_decode,
    "UTF-16-LE": codecs.utf_16_le_decode,
    "UTF-16-BE": codecs.utf_16_be_decode,
}
_MARKS: Final = ((codecs.BOM_UTF8, "UTF-8"), (codecs.BOM_UTF16_LE, "UTF-16-LE"), (codecs.BOM_UTF16_BE, "UTF-16-BE"))
_OF_OLD: Final = "cp1252"
"""What Excel writes in western Europe and America where it is asked for plain CSV; the last that is tried."""
_HEAD: Final = 4096


class Text:
    """The text of an export, as often as somebody asks for it."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._encoding = "UTF-8"
        self._given = 0
        self._is_plain = True
        """Whether nothing but ASCII was seen so far, which is the same in UTF-8 and in what was used before it."""
        self.is_old = False
        """Whether it was found to be in what was used before Unicode."""

    def pieces(self) -> Iterator[str]:
        """All of it from the start, in pieces that end where a line ends. Raises InvalidFile where it is no text."""
        begun: list[str] = []
        length = 0
        for text in self.texts():
            end = max(text.rfind("\n"), text.rfind("\r", 0, -1)) + 1  # a CR at the end may be half of a line break
            self._given += 1
            if end:
                yield "".join((*begun, text[:end]))
                begun, length = [], 0
            begun.append(text[end:])
            length += len(text) - end
            if length > LONGEST_LINE:
                raise self._refused(f"has more than the {LONGEST_LINE:,} characters that are read of one line")
        yield "".join(begun)

    def texts(self) -> Iterator[str]:
        """The same in pieces that may end anywhere."""
        blocks = self._source.blocks()
        rest = next(blocks, b"")
        self._given, self._is_plain, self.is_old = 0, True, False
        self._encoding, mark = encoding_of(rest)
        rest = rest[len(mark) :]
        for block in blocks:
            text, used = self._decoded(rest, False)
            rest = rest[used:] + block
            yield text
        yield self._decoded(rest, True)[0]

    def _decoded(self, data: bytes, is_end: bool) -> tuple[str, int]:
        """The text, and of how many bytes it is: the last ones may be a part of a character."""
        try:
            if self.is_old:
                text, used = data.decode(_OF_OLD), len(data)
            else:
                text, used = _DECODERS[self._encoding](data, "strict", is_end)
        except UnicodeDecodeError as error:
            before = data[: error.start]
            if self.is_old or self._encoding != "UTF-8" or not (self._is_plain and before.isascii()):
                known = "is neither UTF-8 nor Windows-1252" if self.is_old else f"stops being {self._encoding}"
                words = f"{known}; it may have been cut off, save the report again"
                raise self._refused(words, before.decode(self._encoding, "ignore")) from None
            self.is_old = True
            return self._decoded(data, is_end)
        if 0 in data and (place := text.find("\0")) >= 0:  # bytes are searched thirty times as fast
            raise self._refused("holds NULs, which no text does; save the report again, as CSV", text[:place])
        self._is_plain = self._is_plain and text.isascii()
        return text, used

    def _refused(self, words: str, before: str = "") -> InvalidFile:
        """What is wrong in a line, after so much text that was not yet given.

        Lines are not counted before somebody wants to know: what was given is read once more.
        """
        ends = Counter(before)
        for text in islice(Text(self._source).texts(), self._given):
            ends.update({"\n": text.count("\n"), "\r": text.count("\r")})
        line = 1 + max(ends["\n"], ends["\r"])  # whichever ends lines, alone or together
        return InvalidFile([Fault(self._source.name, f"line {line}", words)])


def encoding_of(head: bytes) -> tuple[str, bytes]:
    """How a text that begins like this is encoded, and the mark that says so.

    Where there is no mark, NULs tell: the letters of headers have one in each pair of bytes.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, mark
    first = head[: min(_HEAD, len(head)) // 2 * 2]
    high, low = first[::2].count(0), first[1::2].count(0)
    if max(high, low) > len(first) // 4 and not min(high, low):
        return ("UTF-16-BE" if high else "UTF-16-LE"), b""
    return "UTF-8", b""
