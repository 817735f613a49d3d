"""Who does something until when: two fields that are saved with Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.page import Dialog
from maturity.app.widgets.literal import paragraph, row

Save = Callable[[Sequence[str]], str]
"""Saves what was typed, a text for each field; says what stands against it, or nothing."""


@dataclass(frozen=True, slots=True)
class Field:
    """What is asked, what stands there, and how to write it."""

    label: str
    value: str
    how: str
    most: int = 80


class PlanDialog(Dialog[None]):
    """Closes when what was typed is on disk; until then it stays, with what stands against it."""

    HELP_TEXT = (
        "Who does it, and until when. A day is written as 2027-01-31, or as +30 for so many days from today; an empty "
        "field takes back what was said. Tab or the arrows go to the other field, Enter saves both. Esc goes back, and "
        "asks before what you changed is saved or thrown away."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        # At once, so that what a slow line delivers together with the key goes to the other field.
        Binding("tab,down", "app.focus_next", "Next", tooltip="To the next field", priority=True),
        Binding(
            "up,shift+tab",
            "app.focus_previous",
            "Before",
            show=False,
            tooltip="To the field before",
            priority=True,
        ),
    ]

    DEFAULT_CSS = """
    PlanDialog {
        Input { height: 1; border: none; background: $background; padding: 0 1; margin: 0 0 1 0; }
        Input:focus { border: none; }
    }
    """

    def __init__(self, title: str, says: str, about: str, fields: Sequence[Field], save: Save) -> None:
        """`about` is what Enter does; `save` is tried with each."""
        super().__init__()
        self.heading = title
        self.says = says
        self.about = about
        self.fields = fields
        self.save = save
        self.inputs = [Input(field.value, max_length=field.most, select_on_focus=False) for field in fields]

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            self.name_box(box, self.heading, "Enter saves, Esc goes back")
            yield Static(paragraph(self.says), classes="title")
            yield Static(paragraph(self.about), classes="quiet")
            yield Static("", id="fault", markup=False)
            for field, typed in zip(self.fields, self.inputs, strict=True):
                yield from self.field(field, typed)
            yield from self.below()

    def field(self, field: Field, typed: Input) -> Iterable[Widget]:
        """A field as it stands in the box."""
        yield Static(row((field.label, "bold"), (f"  {field.how}", "$quiet")))
        yield typed

    def below(self) -> Iterable[Widget]:
        """What stands below the fields."""
        return ()

    def on_mount(self) -> None:
        self.query_one("#fault").display = False
        self.inputs[0].focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._keep()

    def _keep(self) -> None:
        if not self.is_active:  # a second Enter in the same breath would say it twice
            return
        fault = self.query_one("#fault", Static)
        if said := self.save([typed.value for typed in self.inputs]):
            fault.display = True
            fault.update(paragraph(f"▲ {said}", "$error"))
        else:
            self.dismiss(None)

    @property
    def _is_changed(self) -> bool:
        return any(typed.value != field.value for typed, field in zip(self.inputs, self.fields, strict=True))

    def action_close(self) -> None:
        if not self._is_changed:
            self.dismiss(None)
            return
        lines = [row("1  Save it"), row("2  Throw the change away"), row("3  Go on writing")]
        self.app.push_screen(ChooseDialog("It was changed", "Esc goes on writing.", lines), self._closed_with)

    def _closed_with(self, place: int | None) -> None:
        if place == 0:
            self._keep()
        elif place == 1:
            self.dismiss(None)
