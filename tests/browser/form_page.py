"""The form in a browser, by what a person does: keys, clicks, reloads, and the files that it gives and takes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as NotInTime

from tests.browser.watching import Watched

_SEEN = """() => {
    const main = document.getElementById("main");
    const key = Object.keys(localStorage).find((each) => each.startsWith("maturity-form/"));
    return {
        view: main.dataset.view,
        question: main.dataset.question ?? "",
        facet: main.querySelector("[data-active]")?.dataset.facet ?? "",
        file: key ? JSON.parse(localStorage.getItem(key)).file : "",
    };
}"""
_KEPT = "Object.entries(localStorage).sort()"
_WRITE_NOTE = """(() => {{
    const note = document.getElementById("note");
    note.focus();
    note.value = {text};
    note.setSelectionRange(note.value.length, note.value.length);
    note.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
}})()"""
_ATTEMPTS = 5
_PATIENCE = 1_000
"""Milliseconds."""
_READ = "#main:not([data-view=start]), #take-file, #trouble:not(:empty)"


class StorageLost(Exception):
    """Now and then, under load, Chromium shows to no other window what a page has stored and reads back: its private
    window has lost its storage. That says nothing about the page."""


class Seen(NamedTuple):
    """What is on the page, and what this browser keeps of it."""

    view: str
    question: str
    facet: str
    """The column that waits; empty where none does."""
    file: str
    """The file as it is kept; empty where nothing is."""


class FormPage:
    """A page of the form."""

    def __init__(self, page: Page, beside: str = "about:blank") -> None:
        self.page = page
        self._beside = beside
        self._witness: Page | None = None

    def seen(self) -> Seen:
        """What is there now."""
        return Seen(**self.page.evaluate(_SEEN))

    def person(self) -> str:
        """The id that was drawn, by the key under which answers are kept."""
        return str(self.page.evaluate("Object.keys(localStorage)[0]")).rpartition("/")[2]

    def at(self, moment: dt.datetime) -> None:
        """What the clock says from now on."""
        self.page.clock.set_fixed_time(moment)

    def press(self, *keys: str) -> None:
        """Keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def click(self, selector: str) -> None:
        """A click in the middle of an element."""
        self.page.click(selector)

    def text(self, selector: str) -> str:
        """What an element says."""
        said: str = self.page.inner_text(selector)
        return said

    def is_there(self, selector: str) -> bool:
        """Whether there is such an element, in sight."""
        is_seen: bool = self.page.is_visible(selector)
        return is_seen

    def go_on(self) -> None:
        """Enter; by a click where Enter would press another button, which has the focus."""
        if self.page.evaluate("document.activeElement.matches('button:not(#next)')"):
            self.click("#next")
        else:
            self.press("Enter")

    def choose_by_arrows(self, choice: str, with_key: str) -> None:
        """Down to an option of the column that waits, and the key that chooses it."""
        for _ in range(20):
            self.press("ArrowDown")
            if self.page.evaluate("document.activeElement.value") == choice:
                self.press(with_key)
                return
        raise AssertionError(f"the arrows never came to {choice}")

    def write_note(self, text: str) -> None:
        """Puts a whole text into the note, which may hold what no transport of texts carries, and leaves it."""
        self.press("n")
        self.page.evaluate(_WRITE_NOTE.format(text=json.dumps(text)))
        self.press("Escape")

    def reload(self) -> None:
        """The first page again, once what is kept would survive it: Chromium may lose what is written while a page is
        loaded again by a program, faster than by any hand."""
        kept = self.page.evaluate(_KEPT)
        self.until_kept_for_others()
        for _ in range(_ATTEMPTS):
            self.page.reload()
            if self.page.evaluate(_KEPT) == kept:
                return
        raise AssertionError(f"what was kept did not survive a reload: {kept}")

    def until_kept_for_others(self) -> None:
        """Waits until what is kept has come to another window: Chromium says that it is kept a moment before. The other
        is no form, which would forbid Playwright to ask more than once."""
        kept = self.page.evaluate(_KEPT)
        if self._witness is None:
            self._witness = self.page.context.new_page()
            self._witness.goto(self._beside)
        same = f"kept => JSON.stringify({_KEPT}) === JSON.stringify(kept)"
        for _ in range(_ATTEMPTS):
            with suppress(NotInTime):
                # A window behind another paints no frames to ask in.
                self._witness.wait_for_function(same, arg=kept, polling=20, timeout=_PATIENCE)
                return
            self._witness.reload()  # now and then it is told nothing, and has to ask
        raise StorageLost(f"what is kept never came to another window: {self._witness.evaluate(_KEPT)}")

    def begin(self, team: str, name: str = "") -> None:
        """From the first page on."""
        if self.is_there(f"#team-{team}"):
            self.page.check(f"#team-{team}")
        self.page.fill("#name", name)
        self.click("#begin")

    def given(self, do: Callable[[], None]) -> tuple[str, bytes]:
        """The name and the bytes of the file that is given for it."""
        with self.page.expect_download() as given:
            do()
        return given.value.suggested_filename, given.value.path().read_bytes()

    def saved(self, button: str) -> tuple[str, bytes]:
        """The same for a click on a button."""
        return self.given(lambda: self.click(button))

    def read(self, data: bytes, name: str = "answers.toml") -> None:
        """Chooses a file on the first page, and waits for what comes of it."""
        self.page.set_input_files("#file", {"name": name, "mimeType": "application/toml", "buffer": data})
        self.page.wait_for_selector(_READ)


def open_form(seen: Watched, path: Path, moment: dt.datetime) -> FormPage:
    """The form in a file, opened at a moment."""
    seen.page.clock.set_fixed_time(moment)
    seen.open(path)
    beside = path.with_name("beside.html")
    beside.write_text("<!DOCTYPE html><title>Beside</title>", encoding="utf-8")
    seen.expected.add(beside.as_uri())
    return FormPage(seen.page, beside.as_uri())
