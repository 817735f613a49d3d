"""Which round a comparison shows: another is compared while it stands, and the same anew once something has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from maturity.app.background import latest_of
from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.comparison_drill import DrillPage
from maturity.app.screens.comparison_tabs import tabs_of
from maturity.app.widgets.literal import row
from maturity.app.widgets.tab_line import TabLine
from maturity.results.model import Results
from maturity.rounds.choosing import RoundChoice
from maturity.rounds.drills import Drills
from maturity.rounds.notes import Notes

NO_WORKSHOP: Final = (
    "A workshop needs the folder of answers, as decisions are kept beside them. These are results that were sent: "
    "whoever has the answers can open it with maturity workshop."
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a comparison shows: results, the notes, and the drills of its round; None where there are only results."""

    results: Results
    notes: Notes | None
    drills: Drills | None = None


@dataclass(frozen=True, slots=True)
class OtherRounds:
    """What else can be looked at: the round that is shown, those that there are, how one is looked at when only its
    number is named, and what shows it; `show_anew` after something was decided, in the `workshop` for example, or
    `figures` were written."""

    choice: RoundChoice
    numbers: tuple[int, ...]
    chosen: Callable[[int], RoundChoice]
    show: Callable[[RoundChoice], Shown]
    show_anew: Callable[[RoundChoice], Shown]
    workshop: Callable[[RoundChoice], None]
    figures: Callable[[RoundChoice, Callable[[], None]], None]


class ComparisonRounds(DrillPage):
    """A comparison of one round among others, and what is gone into from it that may change what it shows."""

    def __init__(self, shown: Shown, folder: Path, others: OtherRounds | None = None) -> None:
        """`others` are None where only these results are known. Exports go below the folder."""
        super().__init__(shown.results, shown.notes, is_sent=others is None)
        self.others = others
        self.folder = folder
        self.drills = shown.drills
        self.has_talked = False
        """Whether a workshop was opened or figures were written, so that something may have changed since this was
        compared."""

    def action_carry(self) -> None:
        """The same round, with or without the answers of the round before."""
        if self.others is not None:
            choice = replace(self.others.choice, carrying=not self.others.choice.carrying)
            self._compare(choice)

    def action_round(self) -> None:
        """Another round, looked at as it would be if it were the latest."""
        others = self.others
        if others is None:
            return
        numbers = others.numbers

        def go(place: int | None) -> None:
            if place is not None and numbers[place] != others.choice.number:
                self._compare(others.chosen(numbers[place]))

        rounds = enumerate(numbers, start=1)
        lines = [row(f"{place}  Round {number}{_against(others.chosen(number))}") for place, number in rounds]
        words = "A round opens with the answers of the one before it, where people have not answered anew."
        chosen = numbers.index(others.choice.number)
        self.app.push_screen(ChooseDialog("Which round?", words, lines, chosen), go)

    def _compare(self, choice: RoundChoice, show: Callable[[RoundChoice], Shown] | None = None) -> None:
        self.is_busy = True
        self.show()
        self.run_worker(self._compared(choice, show), group="reading", exclusive=True)

    async def _compared(self, choice: RoundChoice, show: Callable[[RoundChoice], Shown] | None) -> None:
        """What was chosen, compared in a thread of its own, as it may take long; what is shown stays until then."""
        assert self.others is not None
        others = replace(self.others, choice=choice)
        make = show or others.show
        async for shown in latest_of(make(choice) for _ in range(1)):
            if not self.is_there:
                return
            was = self.tab.id
            self.others, self.results, self.is_busy = others, shown.results, False
            self.drills = shown.drills
            self.look = replace(self.look, people=replace(self.look.people, notes=shown.notes))
            self.tabs = tabs_of(self.results, self.look)
            ids = [tab.id for tab in self.tabs]
            self.current = ids.index(was) if was in ids else 0
            line = self.query_one(TabLine)
            line.name_tabs([tab.title for tab in self.tabs], [tab.shorter for tab in self.tabs])
            line.active = self.current
            for view in (self.list, self.pane):
                view.forget()
            self.show()

    def action_workshop(self) -> None:
        """The same round, to be settled; beside results that were sent lie no answers, so no decisions either."""
        if self.others is None:
            self.notify(NO_WORKSHOP, severity="warning")
        else:
            self.has_talked = True
            self.others.workshop(self.others.choice)

    def action_figures(self) -> None:
        """What the saved exports tell that lie beside the answers."""
        if self.others is not None:
            self.others.figures(self.others.choice, self._hear_of_figures)

    def _hear_of_figures(self) -> None:
        self.has_talked = True

    def on_screen_resume(self) -> None:
        if self.has_talked and self.others is not None and self.is_active:
            self.has_talked = False
            self.compare_anew()
        elif self.is_active and (wanted := self.marks.get(self.tab.id, "")) != self.list.marked and wanted:
            self.mark(wanted)

    def compare_anew(self) -> None:
        if self.others is not None:
            self._compare(self.others.choice, self.others.show_anew)


def _against(choice: RoundChoice) -> str:
    return f", and what moved since round {choice.against}" if choice.against is not None else ""
