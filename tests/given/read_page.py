"""A page as a parser of HTML finds it, and what its own policy allows."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser
from typing import Final

_VOID: Final = frozenset({"meta", "br"})
_RAW: Final = frozenset({"script", "style"})


@dataclass
class Page(HTMLParser):
    """Elements with their attributes, levels of headings, texts, and what each style and script holds."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    raw: list[tuple[str, str]] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.open.append(tag)
        if tag in _RAW:
            self.raw.append((dict(attrs).get("type") or tag, ""))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self.open and self.open[-1] in _RAW:
            kind, before = self.raw.pop()
            self.raw.append((kind, before + data))

    def attributes(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def read_page(text: str) -> Page:
    """The page, each of whose elements ends where it should."""
    parsed = Page()
    parsed.feed(text)
    parsed.close()
    assert not parsed.open
    return parsed


def policy(parsed: Page) -> dict[str, str]:
    """What the page's one policy says of each kind of thing."""
    (content,) = [one["content"] for _, one in parsed.elements if one.get("http-equiv") == "Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in content.split(";"))


def digest(text: str) -> str:
    """How a policy names a style or a script of these words."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
