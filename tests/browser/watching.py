"""A page that is watched: what it asks for, says and refuses, and what axe finds on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, Request, WebSocket

_REFUSALS: Final = """
globalThis.refusals = [];
addEventListener("securitypolicyviolation", (one) => refusals.push(`${one.effectiveDirective} ${one.blockedURI}`));
"""
_ONLY_FAULTS: Final = {"resultTypes": ["violations"]}
"""All rules, without a word on each element that keeps them: on a long page that takes half of the time."""
_LIVE: Final = (
    "script, iframe, object, embed, form, img, link, base, [style], a:not([href^='#']), [onload], [onerror], [onclick]"
)


class Look(NamedTuple):
    """How somebody looks at a page."""

    name: str
    width: int
    scheme: Literal["light", "dark"]
    is_touch: bool = False


LOOKS: Final = (Look("light", 1200, "light"), Look("dark", 1200, "dark"), Look("narrow", 320, "light"))


@dataclass
class Watched:
    """A page, and what has been seen of it."""

    page: Page
    expected: set[str] = field(default_factory=set)
    """Addresses of our own."""
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    times_asked_to_stay: int = 0

    def open(self, path: Path) -> None:
        """Opens a page as by a double click."""
        self.expected.add(path.as_uri())
        self.page.goto(path.as_uri())

    def asked_for(self, one: Request | WebSocket) -> None:
        """Keeps whatever is asked for but the page itself."""
        if one.url not in self.expected:
            self.requests.append(one.url)

    def told(self, message: ConsoleMessage) -> None:
        """Keeps what a page complains about."""
        if message.type == "error":
            self.errors.append(message.text)

    def failed(self, error: Error) -> None:
        """Keeps what a script did not expect."""
        self.errors.append(error.message)

    def asked(self, dialog: Dialog) -> None:
        """Keeps a dialog's words, and closes it; whoever means to leave a page does so."""
        if dialog.type == "beforeunload":
            self.times_asked_to_stay += 1
            dialog.accept()
            return
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def looked_at(self, look: Look) -> None:
        """Changes the window, and which colours are preferred."""
        self.page.set_viewport_size({"width": look.width, "height": 900})
        self.page.emulate_media(color_scheme=look.scheme)

    def live(self, selector: str = _LIVE) -> list[str]:
        """Elements that could run, ask for something or lead elsewhere."""
        return [str(one) for one in self.page.eval_on_selector_all(selector, "all => all.map(one => one.outerHTML)")]

    def refusals(self) -> list[str]:
        """What the page tried and its own policy refused."""
        return [str(one) for one in self.page.evaluate("refusals")]

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    def faults(self) -> list[str]:
        """What axe finds wrong, a line for each rule."""
        violations = Axe().run(self.page, options=_ONLY_FAULTS).response["violations"]
        return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in violations]

    def can_be_read(self) -> bool:
        """In light, in dark and narrow, axe finds nothing wrong, and nothing is wider than the window."""
        for look in LOOKS:
            self.looked_at(look)
            assert self.faults() == [], look
            assert self.sideways() <= 0, look
        return True

    def is_quiet(self) -> bool:
        """Nothing was asked for, tried, opened or complained about."""
        seen = [self.requests, self.dialogs, self.errors, self.refusals()]
        assert seen == [[], [], [], []], seen
        return True


@contextmanager
def watched(browser: Browser, look: Look = LOOKS[0]) -> Iterator[Watched]:
    """An empty page that is watched."""
    context = browser.new_context(
        viewport={"width": look.width, "height": 900},
        color_scheme=look.scheme,
        has_touch=look.is_touch,
        is_mobile=look.is_touch,
        locale="tr-TR",  # whose letters change their case otherwise
        timezone_id="Pacific/Kiritimati",  # where it is tomorrow
    )
    context.add_init_script(_REFUSALS)
    page = context.new_page()
    seen = Watched(page)
    context.on("request", seen.asked_for)
    page.on("websocket", seen.asked_for)
    page.on("console", seen.told)
    page.on("pageerror", seen.failed)
    page.on("dialog", seen.asked)
    yield seen
    context.close()
