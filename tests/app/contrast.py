"""How well every colour of a theme can be read on every ground it meets, as WCAG counts it (2.2, 1.4.3 and 1.4.11).

`python -m tests.app.contrast` prints the table.
"""

from __future__ import annotations

from typing import Final

from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from maturity.app import themes
from maturity.pictures.shapes import Ink

TEXT: Final = 4.5
"""At least, for words."""
LINE: Final = 3.0
"""At least, for borders and scrollbars."""

_WORDS: Final = (
    *dict.fromkeys(ink.value for ink in Ink),
    *("foreground", "primary", "secondary", "accent", "success", "warning", "error", "chosen"),
    *("text", "text-muted", "text-disabled", "foreground-muted", "foreground-disabled"),
    *("text-primary", "text-accent", "text-warning", "text-error", "text-success"),
)
GROUNDS: Final = ("background", "surface", "panel", "cursor-line")
_PAIRS: Final = (
    *((words, ground, TEXT) for words in _WORDS for ground in GROUNDS),
    *(("background", ink.value, TEXT) for ink in Ink),  # the square one is on is drawn in reverse
    *(("surface", ink.value, TEXT) for ink in Ink),
    ("panel", "error", TEXT),  # what is not saved, at the top
    ("background", "primary", TEXT),  # the tab one is on
    ("footer-key-foreground", "footer-background", TEXT),
    ("footer-description-foreground", "footer-background", TEXT),
    ("footer-foreground", "footer-background", TEXT),
    ("block-cursor-foreground", "block-cursor-background", TEXT),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background", TEXT),
    ("input-cursor-foreground", "input-cursor-background", TEXT),
    ("input-selection-foreground", "input-selection-background", TEXT),
    ("screen-selection-foreground", "screen-selection-background", TEXT),
    *((border, ground, LINE) for border in ("border", "border-blurred") for ground in ("background", "surface")),
    *(("scrollbar", ground, LINE) for ground in ("scrollbar-background", "background", "surface")),
    ("scrollbar-active", "scrollbar-background", LINE),
)

SIXTEEN: Final = {
    "Windows Terminal": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
    "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
    "VGA": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
}
"""What the sixteen colours are, in the order of their numbers; a terminal may have others."""


OF_256: Final = "256"
"""A terminal of 256 colours, which are the same everywhere."""


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG defines it, 0 for black and 1 for white."""
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """From 1 for the same colour to 21 for black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def colour_of(theme: Theme, name: str, terminal: str = "") -> Color:
    """A variable of a theme as a terminal shows it: one of sixteen by the `terminal`'s own, any other as it is, or as
    the nearest of 256."""
    found = Color.parse({**theme.to_color_system().generate(), **theme.variables}[name])
    if found.ansi is not None:
        return Color.parse(f"#{terminal.split()[found.ansi]}")
    return of_256(found) if terminal == OF_256 else found


def of_256(colour: Color) -> Color:
    """What Rich writes of a colour where there are 256, as over SSH."""
    nearest = colour.rich_color.downgrade(ColorSystem.EIGHT_BIT)
    return Color.from_rich_color(nearest)


def pairs_of(theme: Theme, terminal: str = "") -> dict[tuple[str, str, float], float]:
    """Words or a line, the ground, what is needed at least, and what it is."""
    return {
        (words, ground, least): contrast(colour_of(theme, words, terminal), colour_of(theme, ground, terminal))
        for words, ground, least in _PAIRS
    }


def faint(theme: Theme, terminal: str = "") -> dict[str, float]:
    """What cannot be read, or not be seen, well enough."""
    found = pairs_of(theme, terminal).items()
    return {f"{words} on {ground}": round(value, 2) for (words, ground, least), value in found if value < least}


def _print_table() -> None:
    looks = [(theme, "", theme.name) for theme in themes.OF_MANY_COLOURS]
    looks += [(theme, OF_256, f"{theme.name}, 256 colours") for theme in themes.OF_MANY_COLOURS]
    looks += [
        (theme, sixteen, f"{theme.name}, {terminal}")
        for theme in (themes.SIXTEEN_DARK, themes.SIXTEEN_LIGHT)
        for terminal, sixteen in SIXTEEN.items()
    ]
    found = [pairs_of(theme, terminal) for theme, terminal, _ in looks]
    for place, (_, _, name) in enumerate(looks, start=1):
        print(f"{place} {name}: at least {min(found[place - 1].values()):.2f}")
    print(f"\n{'':<62}{'needed':>7}{''.join(f'{place:>7}' for place in range(1, len(looks) + 1))}")
    for pair in found[0]:
        words, ground, least = pair
        cells = "".join(f"{one[pair]:>6.1f}{' ' if one[pair] >= least else '!'}" for one in found)
        print(f"{words + ' on ' + ground:<62}{least:>7}{cells}")
    print(f"\n{themes.COLOURLESS.name} has the terminal's own two colours and no other.")


if __name__ == "__main__":
    _print_table()
