"""What every screen has: a top bar, a footer that shows what works now, and help from its own bindings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Generic, Protocol, TypeVar, runtime_checkable

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from maturity.app.widgets.key_line import KeyLine
from maturity.app.widgets.literal import paragraph, row
from maturity.app.widgets.top_bar import TopBar

Result = TypeVar("Result")

SMALLEST_WIDTH = 60
SMALLEST_HEIGHT = 16


@runtime_checkable
class WithOwnKeys(Protocol):
    """An app in which somebody has given other keys to what is done."""

    own_keys: Mapping[str, str]


class WithHelp:
    """What help says of a screen; `HELP_TEXT` stands above the keys."""

    HELP_TEXT: ClassVar[str] = ""

    def help_text(self) -> Content:
        """What help says above the keys."""
        return paragraph(self.HELP_TEXT)

    def help_words(self) -> Iterable[tuple[str, str]]:
        """Words of this screen with their meanings, which help gives below the keys."""
        return ()


class Page(WithHelp, Screen[None]):
    """A full screen."""

    DEFAULT_CSS = """
    Page {
        background: $background;
        .quiet { color: $quiet; }
        .title { color: $primary; text-style: bold; }
    }
    """

    @property
    def unfinished(self) -> str:
        """What would be forgotten by leaving now, in a sentence; "" where nothing would."""
        return ""

    def compose(self) -> ComposeResult:
        yield TopBar()
        yield from self.body()
        yield KeyLine()

    def body(self) -> Iterable[Widget]:
        """The widgets between the top bar and the footer."""
        return ()

    def key_name(self, name: str, usual: str) -> str:
        """The key of a binding with an id, for a sentence that names it: the usual one, or the one given to it."""
        own = self.app.own_keys.get(name) if isinstance(self.app, WithOwnKeys) else None
        return self.app.get_key_display(Binding(own.split(",")[0].strip(), name)) if own else usual

    @property
    def is_there(self) -> bool:
        """Whether nobody has left it, or the app: else its parts are being taken away."""
        return self in self.app.screen_stack and self.is_attached and self.display

    def say_where(self, place: str, state: str = "") -> None:
        """Sets the top bar."""
        bar = self.query_one(TopBar)
        bar.place, bar.state = place, state


class Dialog(WithHelp, ModalScreen[Result], Generic[Result]):
    """A box over the screen; Esc closes it without a result."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", tooltip="Close this box"),
        Binding("f1,question_mark", "app.show_help", "Help", tooltip="What this box is for, and its keys"),
    ]

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        .box {
            width: 76;
            max-width: 96%;
            height: auto;
            max-height: 92%;
            border: round $border;
            background: $surface;
            padding: 0 1;
        }
        .title { color: $primary; text-style: bold; }
        .quiet { color: $quiet; }
    }
    """

    def name_box(self, box: Widget, title: str, subtitle: str) -> None:
        """Writes into the border of a box; a plain string there would be read as markup."""
        box.border_title, box.border_subtitle = row(title), row(subtitle)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Closes this box, once: a second key in the same breath would close what lies below it as well."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_close(self) -> None:
        self.dismiss(None)
