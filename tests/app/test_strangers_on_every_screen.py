"""Whoever writes a text, a name or a path: on every screen it is text, in full sight, and nothing else."""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

import pytest
from rich.segment import Segment
from textual import events
from textual.command import CommandPalette
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, TextArea

import maturity.app.screens
from maturity import clock
from maturity.app.screens.answering import AnsweringScreen
from maturity.app.screens.arriving import ArrivingScreen
from maturity.app.screens.choose import QuitDialog
from maturity.app.widgets.literal import LONGEST_NOTICE
from maturity.files.saving import ChangedElsewhereError, NotSavedError
from maturity.files.workspace import Workspace
from tests.given.person import Person, at_home
from tests.given.strangers import ENDS, MARKED, STEERING, strangers_workspace

SIZE: Final = (120, 100)
"""So high that everything is on the screen at once."""


ELSEWHERE: Final = frozenset({ArrivingScreen, QuitDialog})
"""Before home is loaded, which `test_arriving` looks at, and where something cannot be saved, which
`test_keeping_answers` does: neither shows a word of a file but the names of our own teams."""


def every_screen() -> set[type[Screen[Any]]]:
    """Every class of a screen that the app has, those of a later day as well."""
    found = set()
    for module in pkgutil.iter_modules(maturity.app.screens.__path__):
        loaded = importlib.import_module(f"maturity.app.screens.{module.name}")
        found |= {
            thing
            for thing in vars(loaded).values()
            if isinstance(thing, type) and issubclass(thing, Screen) and thing.__module__ == loaded.__name__
        }
    return found


class Inspector:
    """Looks at every widget of the screen on top, and remembers where it has been."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.visited: set[type] = set()
        self.met: set[str] = set()

    async def press(self, *keys: str) -> None:
        """Presses keys, and looks after each."""
        for key in keys:
            await self.person.press(key)
            self.look()

    async def rest(self) -> None:
        await self.person.rest()
        self.look()

    def look(self) -> None:
        screen = self.person.app.screen
        if type(screen) not in self.visited:  # later it is made of the same widgets, and each of them is looked at
            self.only_text([Strip(strip) for strip in screen._compositor.render_strips()], "the screen")
        self.visited |= set(type(screen).__mro__)
        for widget in screen.walk_children(with_self=True):
            assert isinstance(widget, Widget)
            self._look_at(widget)
        for command in self.person.app.get_system_commands(screen):
            assert is_clean(command.title + command.help)
        for notice in self.person.app._notifications:
            assert notice.markup is False
            assert is_clean(notice.message + notice.title), repr(notice.message)
            assert len(notice.message) <= LONGEST_NOTICE
            self.literal(notice.message, "a notice")

    def _look_at(self, widget: Widget) -> None:
        where = f"{type(self.person.app.screen).__name__}: {widget!r}"
        for title in (widget._border_title, widget._border_subtitle):
            if title is not None:
                assert isinstance(title, Content)
                assert is_clean(title.plain), where
                assert not [span for span in title.spans if "link" in str(span.style) or "click" in str(span.style)]
                self.literal(title.plain, where)
        assert widget.tooltip is None or (isinstance(widget.tooltip, str) and is_clean(widget.tooltip, "["))
        if widget.size.area and not isinstance(widget, Screen):
            strips = widget.render_lines(Region(0, 0, *widget.outer_size))
            self.only_text(strips, where)
            if not widget.children:
                self.literal("".join(segment.text for strip in strips for segment in strip), where)

    def only_text(self, strips: Iterable[Strip], where: str) -> None:
        """Nothing that steers the terminal or cannot be seen, no link, and no action but those of the app itself."""
        for segment in segments(strips):
            assert is_clean(segment.text), f"{where}: {segment.text!r}"
            assert segment.style is None or segment.style.link is None, f"{where}: {segment.text!r} is a link"
            meta = segment.style.meta if segment.style else {}
            assert "@click" not in meta, f"{where}: {segment.text!r} would run {meta['@click']}"

    def literal(self, text: str, where: str) -> None:
        """The brackets stand where they were written; line breaks and frames between them do not count, nor do words of
        the column beside it where a cell has several rows."""
        shown = re.sub(r"[\s│▌]", "", text)
        for mark in re.finditer(r"m\dm", shown):
            tag = MARKED[mark.group()]
            before = shown[: mark.start()].replace("⁄", "/")
            letters = iter(before[-4 * len(tag) :])
            assert all(letter in letters for letter in tag), f"{where}: {tag} became {before[-20:]!r}"
            self.met.add(mark.group())


def segments(strips: Iterable[Strip]) -> Iterator[Segment]:
    for strip in strips:
        yield from strip


@cache
def is_clean(text: str, also: str = "") -> bool:
    """No control, format or separator character but the line's own blanks, and no lone half of a pair."""
    return not any(unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs") for character in text) and not (
        set(text) & set(also)
    )


@pytest.fixture
def workspace() -> Workspace:
    return strangers_workspace()


async def test_a_strangers_text_is_nothing_but_text_on_every_screen(workspace: Workspace) -> None:
    async with at_home(workspace, SIZE, toasts=True) as person:
        inspector = Inspector(person)
        inspector.look()
        await around_home(inspector)
        await through_the_comparison(inspector)
        await through_the_workshop(inspector)
        await through_the_questions(inspector)
        await through_a_later_round(inspector)
        await person.pilot.resize_terminal(30, 10)
        await inspector.rest()
    assert every_screen() - inspector.visited == ELSEWHERE, "a screen that this walk does not come to"
    assert inspector.met == set(MARKED)


async def around_home(inspector: Inspector) -> None:
    person = inspector.person
    await inspector.press("question_mark", "escape", "x")
    assert person.screen == "ProblemsDialog"
    await inspector.press("escape", "p", "1")
    assert person.screen == "ProfileScreen"
    await inspector.press("enter", "escape", "escape", "f2")
    await inspector.rest()
    assert isinstance(person.app.screen, CommandPalette)
    await person.type("re")
    person.app.post_message(events.Paste(f"[b]m2m{STEERING}"))
    await inspector.rest()
    assert not person.app.screen.query_one(Input).value.isascii(), "the paste has arrived"
    await inspector.press("escape", "n", "f3", "tab")
    person.app.post_message(events.Paste(f"[b]m2m{STEERING}"))
    await person.settle()
    inspector.look()
    assert person.app.screen.query_one(Input).value.startswith("[b]m2m\ufffd]52;c;")
    await inspector.press("escape", "escape", "f", "end", "a")
    assert person.screen == "ChooseDialog"
    await inspector.press("escape")


async def through_the_comparison(inspector: Inspector) -> None:
    person = inspector.person
    await inspector.press("c")
    assert person.screen == "ComparisonScreen"
    assert person.app._notifications, "the figures do not fit"
    await inspector.press("question_mark", "escape", "e")
    for tab in "123456789":
        await inspector.press(tab)
        await person.press("down")
        await inspector.press("enter")
        await person.press("escape")
        if person.screen == "HomeScreen":  # from the overview, where nothing had opened
            await inspector.press("c")
    await inspector.press("3", "home", "enter")
    assert person.screen == "DetailPage", "the conflict of limits stands below it"
    await inspector.press("escape", "1", "shift+tab", "end", "s")
    assert person.screen == "PlanDialog"
    person.app.post_message(events.Paste(f"[b]m2m{STEERING}"))
    await person.settle()
    inspector.look()
    await inspector.press("enter", "1", "v", "v", "v", "slash")
    assert person.screen == "SearchPage"
    await person.type("[b]m2m")
    inspector.look()
    await inspector.press("escape", "escape", "x", "escape")
    assert person.screen == "HomeScreen"


async def through_the_workshop(inspector: Inspector) -> None:
    person = inspector.person
    await inspector.press("c", "w")
    assert person.screen == "WorkshopScreen"
    await inspector.press("enter")
    assert person.screen == "TalkScreen"
    await inspector.press("r", "p", "x", "right", "down", "escape", "d")
    person.app.post_message(events.Paste(f"[b]m2m{STEERING}"))
    await person.settle()
    await inspector.press("enter", "1", "enter", "question_mark", "escape", "n", "k")
    person.app.post_message(events.Paste("[b]m2m"))
    await person.settle()
    await inspector.press("f10")
    assert person.screen == "ForgetDialog"
    await inspector.press("escape", "enter")
    await person.type("[b]m2m")
    await inspector.press("enter", "enter", "escape", "escape", "escape", "x", "escape")
    assert person.screen == "HomeScreen"


async def through_the_questions(inspector: Inspector) -> None:
    person = inspector.person
    await inspector.press("home")
    person.app.screen.query_one("#rows", Widget)
    place = next(
        place
        for place, file in enumerate(person.app.screen.view.rows.files)  # type: ignore[attr-defined]
        if file.response.respondent.completed is None
    )
    await inspector.press(*["down"] * place, "enter")
    assert person.screen == "ChooseDialog"
    await inspector.press("2")
    screen = person.app.screen
    assert isinstance(screen, AnsweringScreen)
    for number in range(len(screen.interview.questions)):
        screen.go(screen.interview.jump(number, clock.now()))
        inspector.look()
        await person.read_rule()
        await person.press("1", "1", "1", "1")
        inspector.look()
        await inspector.press("question_mark")
        await person.press("escape")
    await inspector.press("n")
    assert person.screen == "NoteDialog"
    person.app.post_message(events.Paste(f"[b]m2m{STEERING}"))
    await person.settle()
    inspector.look()
    assert person.app.screen.query_one(TextArea).text.endswith("[b]m2m\ufffd]52;c;eA==\ufffd\ufffd\ufffd\ufffd\n")
    await inspector.press("escape", "enter", "w", "enter", "escape", "u", "o", "escape")
    await a_file_that_cannot_be_saved(inspector)
    screen.review()
    await person.settle()
    inspector.look()
    assert person.screen == "ReviewScreen"
    await inspector.press("question_mark", "escape", "f", "p", "escape", "escape")
    assert person.screen == "HomeScreen"


async def through_a_later_round(inspector: Inspector) -> None:
    """With the earlier answer and the teams of the round before on every question."""
    person = inspector.person
    await inspector.press("end", "a")
    assert person.screen == "ChooseDialog"
    await inspector.press("end", "up", "enter")
    assert person.screen == "ChooseItemsDialog"
    items = person.app.screen.items  # type: ignore[attr-defined]
    await inspector.press(*["space", "down"] * len(items), "enter")
    screen = person.app.screen
    assert isinstance(screen, AnsweringScreen)
    for number in range(len(screen.interview.questions)):
        screen.go(screen.interview.jump(number, clock.now()))
        await person.read_rule()
        inspector.look()
        assert "The teams in round 2" in person.sees()
    await inspector.press("question_mark", "escape", "escape")
    assert person.screen == "HomeScreen"


async def a_file_that_cannot_be_saved(inspector: Inspector) -> None:
    screen = inspector.person.app.screen
    assert isinstance(screen, AnsweringScreen)
    errors = [NotSavedError(f"{screen.keeper.path} was not saved."), ChangedElsewhereError(screen.keeper.path)]
    store = screen.keeper.store
    assert isinstance(store, Workspace)
    keep = store.save

    def save(file: Any, tried: Any = ()) -> Any:
        if errors:
            raise errors.pop(0)
        return keep(file, tried)

    store.save = save  # type: ignore[method-assign]
    await inspector.press("f", "f")
    assert not errors
    store.save = keep  # type: ignore[method-assign]


def test_the_canaries_would_be_noticed() -> None:
    """What this walk looks for is what markup makes of these texts."""
    for mark in ENDS:
        read = Content.from_markup(f"{MARKED[mark]}{mark}{ENDS[mark]}")
        assert read.plain == mark
        assert "link" in str(read.spans) or "click" in str(read.spans)
