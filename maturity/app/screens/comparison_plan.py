"""The keys of the plan in a comparison: what is done, who does it, until when; each is on disk before it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content

from maturity import clock
from maturity.app.screens.comparison_page import ComparisonPage
from maturity.app.screens.comparison_tabs import PLAN, WHOLE_LIST
from maturity.app.widgets.literal import paragraph, within
from maturity.files.saving import HeldError, NotSavedError
from maturity.results.model import Results
from maturity.results.plan import PlanItemResults, PlanKind
from questionnaires import InvalidFile
from questionnaires.decisions import State

if TYPE_CHECKING:
    from maturity.app.screens.plan_dialog import Save
    from maturity.rounds.planning import Entry, Planning, Wanted

_HELP: Final = (
    "Plan: who does what until when, what is overdue first; d marks a thing as done, or as open again, s says who does "
    "it and until when. What passes by the answers or the figures is done, and what fails is not, whatever was marked."
)
Asked = tuple[str, str, str, int]
"""What a field asks, what stands in it, how to write it, and how long it may be."""
_DAY: Final = "a day, as 2027-01-31, or +30"


@dataclass(frozen=True, slots=True)
class Plans:
    """What stands in the decisions of a folder at any time, and who hears of what was added."""

    now: Callable[[], Planning]
    tell: Callable[[Planning], None]


class PlanPage(ComparisonPage):
    """A comparison whose plan can be gone on with, where its decisions lie beside the answers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "done", "Done", tooltip="Mark a thing of the plan as done, or as open again", id="plan-done"),
        Binding("s", "plan", "Who", tooltip="Say who does it and until when", id="plan-set"),
    ]

    plans: Plans | None = None
    """Where the plan is kept; None where there are only results."""

    def help_text(self) -> Content:
        return paragraph(" ".join(self.help_said()))

    def help_said(self) -> Iterator[str]:
        """What help says above the keys, part by part."""
        yield self.HELP_TEXT
        if self.results.plan:
            yield _HELP

    @property
    def planned(self) -> PlanItemResults | None:
        """What the mark is on, of a plan that can be gone on with."""
        if self.plans is None or self.tab.id != PLAN:
            return None
        from maturity.app.screens.plan_list import item_at

        return item_at(self.results, self.list.marked)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("done", "plan"):
            return self.plans is not None and self.tab.id == PLAN
        return super().check_action(action, parameters)

    def action_done(self) -> None:
        """Of a decision that is to be looked at again: that it holds, and until when."""
        item = self.planned
        if item is not None and item.kind is PlanKind.REVIEW:
            self._review(item)
        elif item is not None:
            from maturity.rounds.planning import Wanted

            state = State.OPEN if item.state is State.DONE else State.DONE
            if said := self._say(item, Wanted(state=state), stays=True):
                self.notify(within(said), severity="error", markup=False)
            else:
                from maturity.reports.plan_marked import marked_says

                self.notify(within(marked_says(self.results, item.subject, clock.today())), markup=False)

    def action_plan(self) -> None:
        """Who does it until when; of a review only the day."""
        item = self.planned
        if item is not None and item.kind is PlanKind.REVIEW:
            self._review(item)
        elif item is not None:
            self._ask(item)

    def _ask(self, item: PlanItemResults) -> None:
        from maturity.rounds.planning import Wanted

        entry = self._now().plan.entries.get(item.subject)
        who, when = (entry.person if entry else None) or item.person or "", str(item.due) if item.due else ""

        def save(typed: Sequence[str]) -> str:
            return self._say(item, Wanted(typed[0], typed[1])) if list(typed) != [who, when] else ""

        about = "Enter saves it in the decisions of this folder. An empty field takes back what was said."
        fields = (("Who does it", who, "a person or a team", 80), ("Until when", when, _DAY, 10))
        self._open("Plan", item, about, fields, save)

    def _review(self, item: PlanItemResults) -> None:
        try:
            offered = self._now().offered_review(item.subject, clock.today())
        except InvalidFile as error:
            self.notify(within(str(error)), severity="error", markup=False)
            return
        about = "Enter saves that it holds, and when it is looked at again. To change it, decide it again."
        fields = (("Next review", str(offered), _DAY, 10),)
        self._open("Review", item, about, fields, lambda typed: self._hold(item, typed))

    def _open(self, title: str, item: PlanItemResults, about: str, fields: Iterable[Asked], save: Save) -> None:
        from maturity.app.screens.plan_dialog import Field, PlanDialog

        self.app.push_screen(PlanDialog(title, item.says, about, [Field(*one) for one in fields], save))

    def _say(self, item: PlanItemResults, wanted: Wanted, *, stays: bool = False) -> str:
        return self._add(lambda planning: planning.planned(self.results, item.subject, wanted), stays=stays)

    def _hold(self, item: PlanItemResults, typed: Sequence[str]) -> str:
        return self._add(lambda planning: planning.reviewed(item.subject, typed[0]), stays=True)

    def _now(self) -> Planning:
        assert self.plans is not None
        return self.plans.now()

    def _add(self, entries: Callable[[Planning], tuple[Entry, ...]], *, stays: bool = False) -> str:
        """Saves first, and shows what is on disk; what stands against it in a sentence, or nothing. The mark `stays` at
        its place, on the line that follows, or else goes with its line, which may stand elsewhere now."""
        assert self.plans is not None
        planning = self.plans.now()
        try:
            added = entries(planning)
            planning = planning.saved(added)
        except InvalidFile as error:
            return " ".join(f"{fault.key.capitalize()} {fault.message}." for fault in error.faults)
        except HeldError:
            return "Nothing was saved: another program is adding to the decisions just now. Try it again."
        except NotSavedError as error:
            return str(error)
        self.plans.tell(planning)
        self._show_planned(planning.shown(self.results), stays=stays)
        return ""

    def _show_planned(self, results: Results, *, stays: bool) -> None:
        from maturity.app.screens.plan_list import plan_entries

        was, stops = self.list.marked, self.list.stops
        self.results = results
        if stays and was in stops:
            entries = plan_entries(results, is_whole=self.view.name == WHOLE_LIST)
            names = [entry.id for entry in entries if entry.id]
            self.marks[PLAN] = names[min(stops.index(was), len(names) - 1)]
        for view in (self.list, self.pane):
            view.forget()
        self.show()
