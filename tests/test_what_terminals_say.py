"""What a terminal says of itself by its environment."""

from __future__ import annotations

import pytest
from rich.console import Console

from maturity.terminal import Colours, has_light_ground, hosts_of, palette_of


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Colours.ALL),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, Colours.ALL),
        ({"TERM": "xterm-256color"}, Colours.MANY),
        ({"TERM": "screen-256color"}, Colours.MANY),
        ({"TERM": "xterm-kitty"}, Colours.MANY),
        ({"TERM": "xterm"}, Colours.SIXTEEN),
        ({"TERM": "linux"}, Colours.SIXTEEN),
        ({"TERM": "xterm-16color"}, Colours.SIXTEEN),
        ({}, Colours.SIXTEEN),
        ({"TERM": "vt220"}, Colours.NONE),
        ({"TERM": "xterm-mono"}, Colours.NONE),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, Colours.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, Colours.MANY),
    ],
)
def test_how_many_colours_a_terminal_has_is_read_from_its_environment(
    environment: dict[str, str], colours: Colours
) -> None:
    palette = palette_of(environment, is_windows=False)
    assert palette.colours is colours
    assert palette.why


@pytest.mark.parametrize("term", ["xterm", "linux", "xterm-256color", "tmux-256color", "xterm-kitty", "screen"])
def test_what_writes_the_colours_counts_as_many(term: str) -> None:
    written = Console(force_terminal=True, legacy_windows=False, _environ={"TERM": term}).color_system
    names = {"standard": Colours.SIXTEEN, "256": Colours.MANY, "truecolor": Colours.ALL}
    assert palette_of({"TERM": term}, is_windows=False).colours is names[written or ""]


def test_windows_has_all_colours_without_saying_so() -> None:
    assert palette_of({}, is_windows=True).colours is Colours.ALL
    assert palette_of({"NO_COLOR": "1"}, is_windows=True).colours is Colours.NONE


@pytest.mark.parametrize(
    ("said", "is_light"), [("0;15", True), ("0;default;7", True), ("15;0", False), ("", False), ("0;115", False)]
)
def test_a_light_ground_is_known_where_the_terminal_says_so(said: str, is_light: bool) -> None:
    assert has_light_ground({"COLORFGBG": said}) is is_light


def test_programs_that_keep_keys_for_themselves_are_known() -> None:
    assert [host.name for host in hosts_of({"TERM_PROGRAM": "vscode", "WT_SESSION": "1"})] == [
        "VS Code",
        "Windows Terminal",
    ]
    assert hosts_of({"TERM_PROGRAM": "Apple_Terminal"}) == []
