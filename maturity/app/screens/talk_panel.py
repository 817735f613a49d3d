"""What the room is asked to settle or park something: a line for each thing, and a field only where one types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from maturity.app.widgets.literal import Part, row, stacked
from maturity.pictures.signs import HERE
from questionnaires import clean, one_line

_NAME: Final = 14
_GO_ON: Final = "go on with it or delete it, then Enter"


@dataclass(frozen=True, slots=True)
class Field:
    """What is typed: what it is called, what is offered, and what becomes of it."""

    name: str
    offered: str
    most: int
    take: Callable[[str], None]
    hint: str = "Enter takes it"
    wanted: str = ""
    """What is said where nothing is typed; "" where that is an answer as well."""
    is_edited: bool = False
    """Whether one goes on with what is offered, and does not begin anew."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the panel shows: a heading, lines that were said already, and either a field or what the keys do."""

    heading: str
    lines: Sequence[tuple[str, Sequence[Part]]]
    keys: Sequence[tuple[str, str]] = ()
    choices: Sequence[tuple[str, str]] = ()
    field: Field | None = None
    refusal: str = ""


class TalkPanel(Vertical, can_focus=True):
    """Takes the focus where single keys choose; its field takes it where one types."""

    DEFAULT_CSS = """
    TalkPanel {
        height: auto;
        display: none;
        padding: 0 1;
        background: $surface;
        border-top: solid $border;
        Input { height: 1; border: none; background: $background; padding: 0 1; display: none; }
        Input:focus { border: none; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="panel")
        self._field: Field | None = None

    def compose(self) -> ComposeResult:
        yield Static("", id="asked", markup=False)
        yield Input(select_on_focus=False)

    def ask(self, asked: Asked) -> None:
        """Shows it, and gives the focus to whatever takes the next key."""
        self.display = True
        self._field = asked.field
        self.query_one("#asked", Static).update(stacked(_rows(asked)))
        typed = self.query_one(Input)
        typed.display = asked.field is not None
        if asked.field is None:
            self.focus()
            return
        typed.max_length = asked.field.most
        typed.value = one_line(asked.field.offered)  # a name may stand in the file of a stranger
        typed.focus()
        if asked.field.is_edited:
            typed.action_end()
        else:
            typed.select_all()  # also where it had the focus: what is typed takes the place of what is offered

    @property
    def is_asking(self) -> bool:
        """Whether whatever is pressed now is text."""
        return self._field is not None

    @property
    def is_typed(self) -> bool:
        """Whether something was typed that nobody has taken yet."""
        return self._field is not None and self.query_one(Input).value.strip() not in ("", self._field.offered)

    def close(self) -> None:
        """Nothing is asked any more."""
        self._field = None
        self.display = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        field = self._field
        if field is None:
            return
        typed = " ".join(clean(event.value).split())
        if field.wanted and not typed:
            self.notify(field.wanted, severity="warning")
        else:
            field.take(typed)


def _rows(asked: Asked) -> Iterator[Content]:
    yield row((asked.heading, "bold $primary"))
    for name, parts in asked.lines:
        yield row((f"{name:<{_NAME}}", "$quiet"), *parts)
    if asked.keys:
        keys: list[Part] = []
        for key, says in asked.keys:
            keys += [(key, "bold $accent"), f" {says}   "]
        yield row(*keys)
    for key, says in asked.choices:
        yield row((f"[{key}] ", "bold $accent"), says)
    if asked.refusal:
        yield row((asked.refusal, "bold $error"))
    if asked.field is not None:
        hint = _GO_ON if asked.field.is_edited and asked.field.offered else asked.field.hint
        yield row((f"{HERE} ", "bold $accent"), (asked.field.name, "bold"), (f"   {hint}", "$quiet"))
