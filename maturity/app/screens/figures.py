"""Figures from exports: what the files beside the answers tell, to be accepted by a person with a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.figures_page import FiguresView
from maturity.app.screens.plan_dialog import Field, PlanDialog, Save
from maturity.app.widgets.literal import row, within
from maturity.files.saving import HeldError, NotSavedError
from maturity.reports.criteria import counted
from maturity.rounds.filling_folder import Named
from maturity.rounds.filling_saving import figures_at, save_figures
from questionnaires import InvalidFile, name_of, one_line
from questionnaires.bounds import day_in, month_in

_MOST_CYCLES: Final = 999
_COUNTS: Final = "Enter counts again."
_LONGEST_NAME: Final = 40


class AskDialog(PlanDialog):
    """One field; what was typed is used at once, and lost with Esc."""

    HELP_TEXT = "Enter takes what you typed, Esc goes back and changes nothing."

    def action_close(self) -> None:
        self.dismiss(None)


class FiguresPage(FiguresView):
    """Nothing is written before Enter, and then what is ticked."""

    HELP_TEXT = (
        "Saved exports (.csv, .zip) beside the answers are read, and what they tell of the criteria is counted. "
        "Nothing is written before you accept it. ■ is ticked: Enter adds these figures to the pilot's figures, under "
        "the name that you give once; Space takes a tick away. ● meets its threshold, ▲ misses it; ◐ may still do "
        "either, as its days are not over, and is not ticked; ◇ is a part of a figure, which a person completes, and "
        "= stands in the file already. What is behind a line is said below the list. d, m and c name the day that the "
        "files show, the month of the release and the cycle; r reads again. On a file that may be several reports, w "
        "says which. So far: later days count as well."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick", tooltip="Tick this figure, or take its tick away", id="figures-tick"),
        Binding("d", "day", "Day", tooltip="The day that the exports show", id="figures-day"),
        Binding("m", "month", "Month", tooltip="The month of the release that is counted", id="figures-month"),
        Binding("c", "cycle", "Cycle", tooltip="The number of the cycle that is counted", id="figures-cycle"),
        Binding("w", "which", "Which", tooltip="Say which report the file of this line is", id="figures-which"),
        Binding("r", "again", "Read", tooltip="Read the files again", id="figures-read"),
        Binding("escape", "leave", "Back", tooltip="Back to the comparison; nothing is written", key_display="esc"),
    ]

    def action_again(self) -> None:
        self.read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "tick":
            return self.found is not None and self.found.filled is not None
        if action == "which":
            return self.open_kind is not None
        if action in ("day", "month", "cycle"):
            return self.found is not None
        return super().check_action(action, parameters)

    def action_tick(self) -> None:
        filled = self.found.filled if self.found is not None else None
        figure = next((one for one in filled.new if one.id == self.marked), None) if filled is not None else None
        if figure is not None:
            self.ticked ^= {figure.id}
            self.unticked ^= {(figure.criterion, figure.ring)}
            self.draw()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter accepts what is ticked; the name is asked for once."""
        event.stop()
        if not self.ticked or self.reading:
            return
        if self.sitting.name:
            if said := self._write(self.sitting.name):
                self.notify(within(said), severity="error", markup=False)
            return
        field = Field("Who takes these figures", "", "a name, which stands beside each of them")
        figures = counted(len(self.ticked), "figure", "figures")
        self._ask(
            "Sign", f"{figures} from saved exports.", "Enter adds them to the pilot's figures.", field, self._signed
        )

    def _signed(self, typed: Sequence[str]) -> str:
        name = typed[0].strip()
        if not name:
            return "A person signs: write your name."
        said = self._write(name)
        if not said:
            self.sitting.name = name
        return said

    def _write(self, name: str) -> str:
        """Writes what is ticked, and says so once it is on disk; what stands against it in a sentence, or nothing."""
        found = self.found
        assert found is not None
        assert found.at is not None
        assert found.filled is not None
        try:
            added = save_figures(found.at, found.filled, name, self.ticked)
            at = figures_at(found.at.path, found.at.found, found.at.today)
        except InvalidFile as error:
            return " ".join(f"{fault.key}: {fault.message}." for fault in error.faults[:3])
        except HeldError:
            return "Nothing was saved: another program is adding to the figures just now. Try it again."
        except NotSavedError as error:
            return str(error)
        figures = tuple(replace(one, is_known=True) if one.id in self.ticked else one for one in found.filled.figures)
        self.ticked = set()
        self.found = replace(found, at=at, filled=replace(found.filled, figures=figures))
        self.tell()
        self.notify(
            within(f"Added {counted(len(added.added), 'figure', 'figures')} to {name_of(at.path.name)}."), markup=False
        )
        self.draw()
        return ""

    def action_day(self) -> None:
        shown = str(self.named.day) if self.named.day else ""
        field = Field("Day", shown, "as 2026-12-01; empty for the day on which each was saved", 10)
        self._ask("The day that the exports show", "", _COUNTS, field, self._take_day)

    def _take_day(self, typed: Sequence[str]) -> str:
        text = typed[0].strip()
        if text and day_in(text) is None:
            return "A day is written as in 2026-12-01."
        return self._read_as(replace(self.named, day=day_in(text)))

    def action_month(self) -> None:
        filled = self.found.filled if self.found is not None else None
        shown = self.named.month or (filled.month if filled is not None else None) or ""
        field = Field("Month", shown, "as 2026-11; empty for that of the files", 7)
        self._ask("The release that is counted", "", _COUNTS, field, self._take_month)

    def _take_month(self, typed: Sequence[str]) -> str:
        text = typed[0].strip()
        if text and month_in(text) is None:
            return "A month is written as in 2026-11."
        return self._read_as(replace(self.named, month=text or None))

    def action_cycle(self) -> None:
        filled = self.found.filled if self.found is not None else None
        shown = str(self.named.cycle or (filled.cycle if filled is not None else ""))
        field = Field("Cycle", shown, "a number from 1; empty for the one that is due", 3)
        self._ask("The cycle that is counted", "", _COUNTS, field, self._take_cycle)

    def _take_cycle(self, typed: Sequence[str]) -> str:
        text = typed[0].strip()
        if text and not (text.isdecimal() and text.isascii() and 1 <= int(text) <= _MOST_CYCLES):
            return "A cycle is a number from 1 to 999."
        return self._read_as(replace(self.named, cycle=int(text) if text else None))

    def action_which(self) -> None:
        """Lists the reports that the file of this line may be; the one chosen is read at once."""
        kind = self.open_kind
        if kind is None:
            return

        def take(place: int | None) -> None:
            if place is not None:
                self._read_as(replace(self.named, exports={**self.named.exports, kind.name: kind.fitting[place].id}))

        titles = [row(f"{place}  {one_line(one.title)}") for place, one in enumerate(kind.fitting, 1)]
        chosen = kind.fitting.index(kind.chosen) if kind.chosen is not None else 0
        about = f"{one_line(kind.name, _LONGEST_NAME)} has the columns of each."
        self.app.push_screen(ChooseDialog("Which report is this file?", about, titles, chosen), take)

    def _read_as(self, named: Named) -> str:
        self.named = named
        self.read()
        return ""

    def _ask(self, title: str, says: str, about: str, field: Field, save: Save) -> None:
        self.app.push_screen(AskDialog(title, says, about, [field], save))

    def action_leave(self) -> None:
        self.run += 1
        self.app.pop_screen()
