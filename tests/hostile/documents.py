"""What in a written file would act, lead elsewhere, steer, or pass for what we wrote; by its format."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from icalendar import Calendar

from tests.hostile.watching import STEERING, forged

_TAGS: Final = frozenset(
    re.findall(
        r"\w+",
        "a article b body br caption circle code col colgroup dd defs desc details div dl dt em figcaption figure"
        " footer g h1 h2 h3 h4 head header html i li line main meta nav ol p path pattern polygon polyline rect section"
        " small span strong style sub summary sup svg table tbody td text tfoot th thead time title tr tspan ul use",
    )
)
_LEADS: Final = frozenset({"href", "src", "action", "formaction", "srcset", "xlink:href", "data", "poster", "ping"})
_FORMULA: Final = re.compile(r"[\s\"“”‘’]*[=+\-@＝＋－＠]")
"""An apostrophe before it is what takes the formula away."""
_LINES_OF_CALENDARS: Final = re.compile(
    r"(BEGIN|END):(VCALENDAR|VEVENT)|VERSION:2\.0|PRODID:-//maturity//plan//EN|CALSCALE:GREGORIAN|TRANSP:TRANSPARENT"
    r"|UID:[a-z0-9_.-]+@maturity\.invalid|DTSTAMP:\d{8}T\d{6}Z|DTSTART;VALUE=DATE:\d{8}|(SUMMARY|DESCRIPTION):.*| .*"
)
_LIVE: Final = re.compile(r"(?<!\\)\]\(|<(?!br>)|://|(?<![\w;])www\.")
"""In Markdown, besides the mark at the beginning: a link, HTML but a line break, and what becomes a link by itself."""
_MARK: Final = re.compile(r"\A<!-- [^\n]*-->\n")


class _Page(HTMLParser):
    """What in a page acts or leads elsewhere."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.found.append(f"<{tag}>")
        if tag == "meta" and any(name == "http-equiv" and value == "refresh" for name, value in attrs):
            self.found.append("a page that leads on")
        for name, value in attrs:
            if name.startswith("on") or (name in _LEADS and not (value or "").startswith("#")):
                self.found.append(f"<{tag} {name}={value!r}>")


def _of_html(text: str) -> Iterator[str]:
    yield from _Page(text).found


def _of_csv(text: str) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    yield from (f"a row of {len(row)} cells: {row[0][:60]!r}" for row in rows if len(row) != len(rows[0]))
    yield from (f"a formula: {cell[:60]!r}" for row in rows for cell in row if _FORMULA.match(cell))


def _of_markdown(text: str) -> Iterator[str]:
    for line in _MARK.sub("", text).splitlines():
        if found := _LIVE.search(line):
            yield f"live: {line[max(0, found.start() - 20) : found.start() + 40]!r}"


def _of_calendar(text: str) -> Iterator[str]:
    for line in text.split("\r\n")[:-1]:
        if len(line.encode()) > 75:
            yield f"a line of {len(line.encode())} bytes: {line[:60]!r}"
        if not _LINES_OF_CALENDARS.fullmatch(line):
            yield f"a line that is not ours: {line[:60]!r}"
    try:
        read = Calendar.from_ical(text)
    except ValueError as error:
        yield f"is no calendar: {str(error)[:60]!r}"
        return
    if len(read.walk()) - 1 != text.count("\r\nBEGIN:VEVENT\r\n"):
        yield "components that we did not begin"


def _of_toml(text: str) -> Iterator[str]:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        yield f"is no TOML: {error}"


def _of_json(text: str) -> Iterator[str]:
    try:
        json.loads(text)
    except ValueError as error:
        yield f"is no JSON: {error}"


def _of_text(text: str) -> Iterator[str]:
    yield from (f"a forged line: {line!r}" for line in forged(text.splitlines()))


_FORMATS: Final[Mapping[str, Callable[[str], Iterator[str]]]] = {
    ".html": _of_html,
    ".csv": _of_csv,
    ".md": _of_markdown,
    ".ics": _of_calendar,
    ".toml": _of_toml,
    ".json": _of_json,
    ".txt": _of_text,
}


def live_in(name: str, data: bytes) -> Iterator[str]:
    """What is wrong with a written file."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        yield f"{name}: is not UTF-8 ({error})"
        return
    suffix = Path(name).suffix
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n") if suffix in (".csv", ".ics") else text
    if letters := sorted(set(STEERING.findall(plain)) - ({"\u200b"} if suffix == ".md" else set())):
        yield f"{name}: with {', '.join(f'U+{ord(letter):04X}' for letter in letters)}"
    if suffix in _FORMATS:
        yield from (f"{name}: {found}" for found in _FORMATS[suffix](text))


def live_below(folder: Path) -> Iterator[str]:
    """The same of every file in a folder."""
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield from live_in(path.name, path.read_bytes())
