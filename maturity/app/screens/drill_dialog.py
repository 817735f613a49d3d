"""From when to when a drill took: a form that shows the figure against its threshold before it is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from maturity import clock
from maturity.app.screens.plan_dialog import Field, PlanDialog
from maturity.app.widgets.literal import paragraph, row
from maturity.rounds.drill_typed import Typed
from maturity.rounds.drills import Drill, so_far

_UNKNOWN: Final = "The figure shows here once start and stop are a day and a time."


class DrillDialog(PlanDialog):
    """Closes when the drill is on disk; until then it stays, with what stands against it."""

    HELP_TEXT = (
        "When the drill began and when it was over, as 2026-11-27 21:30; without a day the stop is on that of the "
        "start. The figure follows from the two, and shows before anything is saved. How many took part may stay empty "
        "where no number is asked for, and where it can be looked up. Tab or the arrows go to the other fields, Enter "
        "saves. Esc goes back, and asks before what you typed is saved or thrown away."
    )

    DEFAULT_CSS = """
    DrillDialog {
        .box { overflow-y: auto; }
        .field { height: 1; }
        .field Static { width: 30; }
        Input { width: 1fr; margin: 0; }
        .title, #fault, .quiet { margin: 0 0 1 0; }
        #figure { margin: 1 0 0 0; }
    }
    """

    def __init__(self, drill: Drill, file: str, signed: str, save: Callable[[Typed], str]) -> None:
        """`file` is where it is added, `signed` who took the time before; `save` says what stands against it."""
        today = clock.today()
        fields = (
            Field("Start", f"{today} ", "as 2026-11-27 21:30", 20),
            Field("Stop", f"{today} ", "or a time of that day", 20),
            Field("On how many", "", "optional" if drill.fewest is None else f"at least {drill.fewest}", 7),
            Field("Who took the time", signed, ""),
            Field("Where to look it up", "", "optional", 100),
        )
        about = f"{drill.entry} Enter adds it to {file}."
        super().__init__(drill.title, drill.measures, about, fields, lambda typed: save(Typed(*typed)))
        self.drill = drill

    def field(self, field: Field, typed: Input) -> Iterable[Widget]:
        yield Horizontal(Static(row((field.label, "bold"), (f"  {field.how}", "$quiet"))), typed, classes="field")

    def below(self) -> Iterable[Widget]:
        yield Static("", id="figure", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Says at once what the figure would be; every field says so of itself when it is shown first."""
        event.stop()
        said = so_far(self.drill, Typed(*(typed.value for typed in self.inputs)))
        self.query_one("#figure", Static).update(paragraph(said, "bold") if said else paragraph(_UNKNOWN, "$quiet"))
