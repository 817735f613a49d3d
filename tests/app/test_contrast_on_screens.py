"""What is really drawn can be read: every word and line of the screens, in every theme, as it meets its ground."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest
from rich.style import Style
from textual.color import Color
from textual.constants import DIM_FACTOR
from textual.strip import Strip
from textual.theme import Theme

from maturity.app import themes
from maturity.files.workspace import Workspace
from questionnaires.words import Depth
from tests.app.contrast import LINE, SIXTEEN, TEXT, contrast
from tests.given.person import Person, answering, at_home

_DRAWN: Final = re.compile(r"^[\s─-▟]+$")
"""Borders, rules and bars of blocks, which are no words."""
_LOOKS: Final = (
    *((theme, ("",)) for theme in themes.OF_MANY_COLOURS),
    *((theme, tuple(SIXTEEN.values())) for theme in (themes.SIXTEEN_DARK, themes.SIXTEEN_LIGHT)),
)
"""Each theme, with what a terminal may make of its colours."""


def seen(colour: Color, sixteen: str) -> Color | None:
    """A colour as a terminal shows it; None for the terminal's own two."""
    if colour.ansi is None:
        return colour
    return Color.parse(f"#{sixteen.split()[colour.ansi]}") if colour.ansi >= 0 else None


def contrast_of(style: Style, sixteen: str) -> float:
    """Words against their ground, turned and dimmed as a terminal does; one of them alone left to the terminal is 1."""
    assert style.color is not None
    assert style.bgcolor is not None
    words, ground = (seen(Color.from_rich_color(one), sixteen) for one in (style.color, style.bgcolor))
    if words is None or ground is None:
        return 21 if words is ground and not style.dim else 1
    return contrast(ground.blend(words, DIM_FACTOR) if style.dim else words, ground)


def faint_now(person: Person, terminals: tuple[str, ...]) -> Iterator[str]:
    """What on this screen is too faint, with how faint it is."""
    parts = {(part.text.strip()[:40], part.style) for strip in _strips(person) for part in strip if part.text.strip()}
    for words, style in parts:
        assert style is not None
        value = min(contrast_of(style, sixteen) for sixteen in terminals)
        if value < (LINE if _DRAWN.match(words) else TEXT):
            yield f"{person.app.theme}: {words!r}: {value:.1f} {style}"


def _strips(person: Person) -> list[Strip]:
    return person.app.screen._compositor.render_strips()


async def faint_on(person: Person, *keys: str) -> list[str]:
    """On the screen that the keys lead to, in every theme."""
    await person.press(*keys)
    found: set[str] = set()
    for theme, terminals in _LOOKS:
        person.app.theme = theme.name
        await person.rest()
        found.update(faint_now(person, terminals))
    return sorted(found)


async def test_the_palette(workspace: Workspace) -> None:
    """It is made in the colours of the theme in which it is opened, and closes before there is another."""
    async with at_home(workspace) as person:
        for theme, terminals in _LOOKS:
            person.app.theme = theme.name
            await person.press("f2")
            await person.rest()
            assert list(faint_now(person, terminals)) == []
            await person.press("escape")


@pytest.mark.parametrize("keys", ["", "n", "question_mark"])
async def test_home_and_what_opens_over_it(teams: Workspace, keys: str) -> None:
    async with at_home(teams, (120, 40)) as person:
        assert await faint_on(person, *keys.split()) == []


@pytest.mark.parametrize("keys", ["c", "c 2 enter", "c 3"])
async def test_the_comparison(examples: Workspace, keys: str) -> None:
    async with at_home(examples, (120, 40)) as person:
        assert await faint_on(person, *keys.split()) == []


@pytest.mark.parametrize("keys", ["", "enter r x down right down", "enter r d 1 a enter"])
async def test_the_workshop(teams: Workspace, keys: str) -> None:
    async with at_home(teams, (80, 24)) as person:
        assert await faint_on(person, "c", "w", *keys.split()) == []


@pytest.mark.parametrize("keys", ["3", "n x"])
async def test_answering(autopatch: Workspace, keys: str) -> None:
    async with answering(autopatch, "control.pause_rollout", depth=Depth.CORE) as person:
        assert await faint_on(person, *keys.split()) == []


async def test_notices(workspace: Workspace) -> None:
    async with at_home(workspace, toasts=True) as person:
        person.app.notify("It was said.", title="Hear")
        person.app.notify("It was said.", title="Hear", severity="warning")
        person.app.notify("It was said.", title="Hear", severity="error")
        assert await faint_on(person) == []
        assert "It was said." in person.sees()


@pytest.mark.parametrize(
    "theme", [themes.SIXTEEN_DARK, themes.SIXTEEN_LIGHT, themes.COLOURLESS], ids=lambda one: one.name
)
async def test_where_colours_are_few_the_marked_command_of_the_palette_is_reversed(
    workspace: Workspace, theme: Theme
) -> None:
    async with at_home(workspace) as person:
        person.app.theme = theme.name
        await person.press("f2")
        marked = []
        for _ in range(2):
            await person.rest()
            marked.append([words for words in _turned(person) if len(words) > 2])  # no cursor, no scrollbar
            await person.press("down")
        first, second = marked
        assert len(first) == len(second) == 2  # its name, and what it does
        assert first != second


def _turned(person: Person) -> list[str]:
    """Of each line what is drawn in reverse."""
    return ["".join(p.text for p in strip if p.style and p.style.reverse).strip() for strip in _strips(person)]


@pytest.mark.parametrize("theme", [themes.SIXTEEN_DARK, themes.COLOURLESS], ids=lambda one: one.name)
async def test_where_colours_are_few_the_option_one_is_on_is_reversed(autopatch: Workspace, theme: Theme) -> None:
    async with answering(autopatch, "risk_appetite.hours_to_stop", depth=Depth.CORE, size=(120, 40)) as person:
        person.app.theme = theme.name
        for label in ("0", "1"):
            await person.rest()
            assert [words.partition("]")[0][-1] for words in _turned(person) if "]" in words] == [label]
            await person.press("down")
