"""The app: a table of contents of its screens."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from textual import events
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.geometry import Size
from textual.notifications import Notify
from textual.screen import Screen
from textual.theme import Theme

from maturity.app import themes
from maturity.app.arriving import ArrivingApp
from maturity.app.theme_choice import short_name, theme_to_open_with, why_not_remembered
from maturity.app.widgets.literal import row, within
from maturity.app.widgets.terminal_cursor import cursor_on
from maturity.files.heads import FolderSoFar
from questionnaires import clean

if TYPE_CHECKING:
    from maturity.app.keys import Place
    from maturity.app.loading import Loaded
    from maturity.files.found import ResponseFile
    from maturity.files.workspace import Workspace
    from maturity.results.model import Results
    from maturity.rounds.stood import Stood


def _places() -> tuple[Place, ...]:
    """The screens whose keys can be others, with what has the focus there."""
    from maturity.app.screens.answering import AnsweringScreen
    from maturity.app.screens.comparison import ComparisonScreen
    from maturity.app.screens.detail_page import DetailPage
    from maturity.app.screens.figures import FiguresPage
    from maturity.app.screens.figures_page import Figures
    from maturity.app.screens.home import HomeScreen
    from maturity.app.screens.profile import ProfileScreen
    from maturity.app.screens.review import ReviewScreen
    from maturity.app.screens.talk import TalkScreen
    from maturity.app.screens.talk_page import TalkLines
    from maturity.app.screens.workshop import WorkshopScreen
    from maturity.app.widgets.choices import Choices
    from maturity.app.widgets.lines import LinesView
    from maturity.app.widgets.scale_choice import ScaleChoice

    return (
        (AnsweringScreen, ScaleChoice),
        (ReviewScreen, Choices),
        (HomeScreen, Choices),
        (ProfileScreen, Choices),
        (ComparisonScreen, LinesView),
        (DetailPage, LinesView),
        (FiguresPage, Figures),
        (WorkshopScreen, LinesView),
        (TalkScreen, TalkLines),
    )


def own_keys() -> dict[str, str]:
    """The keys that somebody wants instead of ours. Raises InvalidFile with all faults of the file."""
    from maturity.app.keys import read_keys
    from maturity.files.places import keys_file

    return read_keys(keys_file(), MaturityApp, _places)


def _commands() -> type[Provider]:
    from maturity.app.widgets.palette import Commands

    return Commands


class MaturityApp(ArrivingApp):
    """Opens on the home screen, goes straight to answering, or shows results that somebody sent."""

    TITLE = "maturity"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f1,question_mark",
            "show_help",
            "Help",
            tooltip="What this screen is for, and its keys",
            key_display="?",
            id="app-help",
        ),
        Binding(
            "f2,ctrl+p",
            "command_palette",
            "Palette",
            show=False,
            tooltip="Find any command by its name",
            id="app-palette",
        ),
        Binding(
            "f10,ctrl+q",
            "quit",
            "Quit",
            show=False,
            tooltip="Leave, once everything is saved",
            priority=True,
            id="app-quit",
        ),
    ]

    CSS = """
    Screen { background: $background; color: $foreground; }
    Toast { background: $panel; }
    ToastRack { max-height: 90%; }  /* the top line, which says whether everything is saved, stays in sight */
    /* Where a theme has few colours, Textual takes the terminal's own for one of words and ground, or dims them. */
    Toast:ansi, Input:ansi, TextArea:ansi { background: $background; color: $foreground; }
    Input:ansi > .input--placeholder { color: $quiet; text-style: none; }
    Input:ansi > .input--cursor { background: $background; color: $foreground; text-style: reverse; }
    Input:ansi > .input--selection { background: $background; color: $foreground; text-style: reverse; }
    """

    def __init__(
        self,
        workspace: Workspace | FolderSoFar,
        straight_to: ResponseFile | None = None,
        results: Results | None = None,
        own_keys: Mapping[str, str] | None = None,
        stood: Stood | None = None,
        *,
        is_workshop: bool = False,
    ) -> None:
        """A folder in place of a workspace is loaded once its beginnings show. `own_keys` are keys by the id of what
        they do, in the place of ours; `stood` is where the teams stood in an earlier round, by results that somebody
        sent; `is_workshop` goes straight to the talk."""
        choice = theme_to_open_with(os.environ)
        # Without colours, Textual would else make greys of the terminal's own: black on black.
        super().__init__(workspace, ansi_color=True if choice.theme is themes.COLOURLESS else None)
        self.straight_to = straight_to
        self.results = results
        self.is_workshop = is_workshop
        self.own_keys = own_keys or {}
        self.stood = stood
        self.set_keymap(dict(self.own_keys))
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = choice.theme.name
        self._about_theme = choice.notice
        self._has_said_why = False

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(themes.DEFAULTS)

    def on_mount(self) -> None:
        self.end_in_order()
        if self._about_theme:
            self.notify(self._about_theme, severity="warning")
        self.begin()

    def show_home(self, loaded: Loaded | None) -> None:
        if self.results is not None:
            from maturity.app.screens.comparison import ComparisonScreen
            from maturity.app.screens.comparison_rounds import Shown

            self.push_screen(ComparisonScreen(Shown(self.results, None), self.workspace.folder))
            return
        from maturity.app.screens.home import HomeScreen

        self.push_screen(
            HomeScreen(
                self.workspace,
                stood=self.stood,
                begun=self.straight_to,
                begun_reading=loaded.begun if loaded else None,
                is_workshop=self.is_workshop,
            )
        )
        if self.straight_to is not None:
            from maturity.app.screens.opening import open_to_answer
            from maturity.rounds.earlier import earlier_in

            earlier = earlier_in(self.workspace, self.straight_to.response.respondent, self.stood)
            open_to_answer(self, self.workspace, self.straight_to, earlier)
        if loaded is not None:
            self._stand_aside_where_too_small(self.size)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:  # Textual's own
        """With whatever is drawn, the terminal's own cursor comes to where one is."""
        if self.screen_stack:
            self.cursor_position = cursor_on(self.screen_stack[-1])
        super()._display(screen, renderable)

    def on_resize(self, event: events.Resize) -> None:
        """Below the smallest size a sentence stands instead of a broken screen; it goes by itself."""
        if self.is_loaded:
            self._stand_aside_where_too_small(event.size)

    def _stand_aside_where_too_small(self, size: Size) -> None:
        from maturity.app.screens.too_small import TooSmall, is_too_small

        if is_too_small(size) and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())

    async def on_event(self, event: events.Event) -> None:
        """Whatever is pasted, into whichever field, is cleaned as it comes in."""
        if isinstance(event, events.Paste):
            event.text = clean(event.text)
        if isinstance(event, events.InputEvent) and not self.screen_stack:
            return  # typed in one breath with the key that ended the app: there is nobody left to hear it
        await super().on_event(event)

    def on_notify(self, event: Notify) -> None:
        """Every notice, of a screen or of Textual itself: short, clean and on one line; never markup, whoever asks."""
        notice = event.notification
        notice.message, notice.title, notice.markup = within(notice.message), within(notice.title, 80), False

    def action_command_palette(self) -> None:
        """One palette at a time, wherever it lies."""
        from maturity.app.screens.too_small import TooSmall
        from maturity.app.widgets.palette import Palette

        if not any(isinstance(screen, Palette | TooSmall) for screen in self.screen_stack):
            self.push_screen(Palette())

    def action_show_help(self) -> None:
        from maturity.app.screens.help import HelpDialog, keys_now
        from maturity.app.screens.page import WithHelp
        from maturity.app.screens.too_small import TooSmall

        if isinstance(self.screen, HelpDialog | TooSmall):
            return
        page = self.screen if isinstance(self.screen, WithHelp) else None
        text, words = (page.help_text(), tuple(page.help_words())) if page else (row(), ())
        self.push_screen(HelpDialog(text, keys_now(self.screen), words))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette offers every action that works now, by the words of its binding, and the themes."""
        seen = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            name = binding.action.removeprefix("app.")
            if active.enabled and binding.tooltip and name not in seen and "(" not in name:
                seen.add(name)
                node = active.node

                async def act(action: str = binding.action, node: object = node) -> None:
                    await self.run_action(action, default_namespace=node)  # type: ignore[arg-type]

                yield SystemCommand(binding.description, binding.tooltip, act)
        for theme in themes.THEMES:
            choose = partial(self._choose_theme, theme)
            yield SystemCommand(f"Theme: {short_name(theme)}", themes.SAYS[theme.name], choose)

    def _choose_theme(self, theme: Theme) -> None:
        """From now on and the next time as well; why it cannot be remembered is said once."""
        self.theme = theme.name
        problem = why_not_remembered(theme)
        if problem and not self._has_said_why:
            self._has_said_why = True
            self.notify(problem, severity="warning")
