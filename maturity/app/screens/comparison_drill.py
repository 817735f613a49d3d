"""The key that writes down a drill: a form beside its criterion, and what it does to the gate once it is on disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from maturity.app.screens.comparison_plan import PlanPage
from maturity.app.screens.comparison_things import thing_of
from maturity.app.widgets.literal import within
from maturity.files.saving import HeldError, NotSavedError
from questionnaires import InvalidFile

if TYPE_CHECKING:
    from maturity.rounds.drill_typed import Typed
    from maturity.rounds.drills import Drill, Drills

_HELP: Final = "Criteria: m writes a drill down among the figures, that of the marked line or of its page."
HELD: Final = "Nothing was saved: another program is writing to the figures just now. Try it again."


class DrillPage(PlanPage):
    """A comparison in which drills can be written down, where its figures lie beside the answers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "drill", "Drill", tooltip="Write down a drill: from when to when", id="comparison-drill"),
    ]

    drills: Drills | None = None
    """Where drills are kept; None where there are only results, or no file of figures is in use."""
    offered = False
    """Whether the mark was on a drill, so that the key was shown."""
    signed = ""
    """Who took the time last, in this sitting."""

    def help_said(self) -> Iterator[str]:
        yield from super().help_said()
        if self.drills is not None:
            yield _HELP

    @property
    def drill(self) -> Drill | None:
        """The drill that the mark is on."""
        return self.drill_at(self.list.marked) if self.is_mounted else None

    def drill_at(self, identifier: str) -> Drill | None:
        """The drill that a line of the criteria is about."""
        if self.drills is None or self.tab.id != "criteria":
            return None
        kind, name = thing_of(self.results, identifier)
        return self.drills.drill(name) if kind == "criterion" else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.drill is not None if action == "drill" else super().check_action(action, parameters)

    def _follow(self, identifier: str) -> None:
        super()._follow(identifier)
        if self.offered != (self.drill is not None):
            self.offered = not self.offered
            self.refresh_bindings()

    def action_drill(self) -> None:
        self.write_drill(self.list.marked)

    def write_drill(self, identifier: str) -> None:
        """Opens the form for the drill that a line is about; nothing where it is about none."""
        drill, drills = self.drill_at(identifier), self.drills
        if drill is None or drills is None:
            return
        from maturity.app.screens.drill_dialog import DrillDialog

        def save(typed: Typed) -> str:
            return self._save(drills, drill, typed)

        self.app.push_screen(DrillDialog(drill, drills.path.name, self.signed, save))

    def _save(self, drills: Drills, drill: Drill, typed: Typed) -> str:
        """Adds what was typed, and compares anew; what stands against it in sentences, or nothing."""
        try:
            entry = drills.entry(drill, typed)
            said = drills.saved(drill, entry)
        except InvalidFile as error:
            return " ".join(f"{fault.key[:1].upper()}{fault.key[1:]} {fault.message}." for fault in error.faults)
        except HeldError:
            return HELD
        except NotSavedError as error:
            return str(error)
        self.signed = entry.by or ""
        self.notify(within(said), markup=False)
        self.compare_anew()
        return ""

    def compare_anew(self) -> None:
        """Shows what follows from what was added."""
        raise NotImplementedError
