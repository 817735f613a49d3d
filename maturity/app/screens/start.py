"""Before the first question: which team, how much, and a name if one likes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from maturity.app.screens.page import Dialog
from maturity.app.widgets.choices import Choices
from maturity.app.widgets.literal import row, stacked
from maturity.rounds.interview import DEPTH_WORDS, depths_of, minutes, usual_depth
from questionnaires import Questionnaire, clean
from questionnaires.words import Depth

_KEYS: Final = "digit: begin   F3: how much   Tab: name   ?: help   Esc: back"
_KEYS_IN_FIELD: Final = "Enter, ↑ or Esc: back to the teams"


@dataclass(frozen=True, slots=True)
class NewResponse:
    """Who is going to answer."""

    team: str
    depth: Depth
    name: str
    round: int


class StartDialog(Dialog[NewResponse]):
    """A digit chooses the team and begins; depth and name can be set before."""

    HELP_TEXT = (
        "You answer for one team, in a file of your own. A digit, or Enter on a line, chooses the team and begins. The "
        "core questions are enough for a comparison. F3 asks for fewer, for a first talk, or for all; whoever begins "
        "with fewer can go on with the others later. A name is only for you and whoever has your file."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "depth", "How much", tooltip="Change between a short set, the core questions and all of them"),
        Binding("tab", "app.focus_next", "Name", tooltip="Go to the field for your name, and back"),
        Binding("up", "to_teams", "Teams", show=False, tooltip="From the name back to the teams"),
    ]

    DEFAULT_CSS = """
    StartDialog {
        Choices { background: $surface; margin: 1 0; }
        Input { height: 1; border: none; background: $background; padding: 0 1; }
        Input:focus { border: none; }
    }
    """

    def __init__(self, questionnaire: Questionnaire, round_number: int) -> None:
        super().__init__()
        self.questionnaire = questionnaire
        self.round = round_number
        self.depths = depths_of(questionnaire)
        self.depth = usual_depth(questionnaire)

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            self.name_box(box, "New answers", _KEYS)
            yield Static(row("Which team do you answer for?"), classes="title")
            yield Choices(
                *(
                    Option(row((f"{place} ", "bold $accent"), f"{team.label:<20}", (team.about, "$quiet")))
                    for place, team in enumerate(self.questionnaire.teams, start=1)
                ),
                markup=False,
            )
            yield Static("", id="depth", markup=False)
            yield Static(row("Your name, if you like. It stays in your file and is never exported."), classes="quiet")
            yield Input(max_length=80, placeholder="optional", select_on_focus=False)

    def on_mount(self) -> None:
        self._show_depth()
        self.query_one(Choices).focus()

    def _show_depth(self) -> None:
        most = sum(self.depth.reaches(question.depth) for question in self.questionnaire.questions)
        time = minutes(self.questionnaire, self.depth)
        words = f"How much: {DEPTH_WORDS[self.depth]}, at most {most}: about {time} minutes"
        line = row(("F3 ", "bold $accent"), words)
        self.query_one("#depth", Static).update(stacked([line, row()]))

    def action_depth(self) -> None:
        self.depth = self.depths[(self.depths.index(self.depth) + 1) % len(self.depths)]
        self._show_depth()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._begin(event.option_index)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_to_teams()

    def on_descendant_focus(self) -> None:
        """What the keys do now: in the field every letter and digit belongs to the name."""
        is_typing = isinstance(self.focused, Input)
        self.name_box(self.query_one(".box"), "New answers", _KEYS_IN_FIELD if is_typing else _KEYS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return isinstance(self.focused, Input) if action == "to_teams" else True

    def action_to_teams(self) -> None:
        """From the name, which stays, to the teams: one of them begins."""
        self.query_one(Choices).focus()

    def action_close(self) -> None:
        """From the field back to the teams; from there back to where one came from."""
        if isinstance(self.focused, Input):
            self.action_to_teams()
        else:
            super().action_close()

    def on_key(self, event: events.Key) -> None:
        teams = len(self.questionnaire.teams)
        typing = isinstance(self.focused, Input)
        if not typing and event.character and event.character.isdigit() and 1 <= int(event.character) <= teams:
            event.stop()
            self._begin(int(event.character) - 1)

    def _begin(self, place: int) -> None:
        name = clean(self.query_one(Input).value).replace("\n", " ").strip()
        self.dismiss(NewResponse(self.questionnaire.teams[place].id, self.depth, name, self.round))
