"""Home: the responses of the workspace, and the three things one comes for: answer, continue, compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from maturity.app.screens import home_rows
from maturity.app.screens.folder_page import BegunReading
from maturity.app.screens.home_answering import HomeAnswering
from maturity.app.screens.home_comparing import HomeComparing
from maturity.files.examples import examples_fit, write_examples
from maturity.files.gathering import Gathered, ResponseFile
from maturity.files.saving import HeldError, NotSavedError
from maturity.files.workspace import Workspace

if TYPE_CHECKING:
    from maturity.rounds.stood import Stood


class HomeScreen(HomeAnswering, HomeComparing):
    """The list of responses."""

    AUTO_FOCUS = ""

    HELP_TEXT = (
        "How far each team has come: collect the files of the teams in this folder, then compare them. Below the teams "
        "are the people, folded away until you ask for them: a line for each person's answers, one file in this "
        "folder. Enter continues it."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "New", tooltip="Answer for a team", id="home-new"),
        Binding("c", "compare", "Compare", tooltip="See what the teams agree on, and what not", id="home-compare"),
        Binding(
            "w",
            "workshop",
            "Talk",
            show=False,
            tooltip="The workshop: settle the agenda in the room",
            id="home-workshop",
        ),
        Binding("p", "profile", "Profile", tooltip="What one team says, by itself", id="home-profile"),
        Binding("v", "review", "Review", tooltip="What is open, flagged or unknown in these answers", id="home-review"),
        Binding("a", "again", "Again", tooltip="Answer as the same person in the next round", id="home-again"),
        Binding("x", "problems", "Problems", tooltip="Files that could not be used, and why", id="home-problems"),
        Binding("f", "fold", "People", tooltip="Show the people below the teams, or hide them", id="home-people"),
        Binding("enter", "unfold", "People", show=False, tooltip="Show the people below the teams"),
        Binding("e", "example", "Example", tooltip="Look at the example, in a folder of its own", id="home-example"),
        Binding("escape", "back", "Back", tooltip="Back to your own answers", key_display="esc", id="home-back"),
        Binding("r", "reload", "Reload", show=False, tooltip="Read the folder again", id="home-reload"),
        Binding("q", "app.quit", "Quit", tooltip="Leave, once everything is saved", id="home-quit"),
    ]

    def __init__(
        self,
        workspace: Workspace,
        *,
        is_example: bool = False,
        stood: Stood | None = None,
        begun: ResponseFile | None = None,
        begun_reading: BegunReading | None = None,
        is_workshop: bool = False,
    ) -> None:
        """`is_workshop` goes on to the talk as soon as everything is read."""
        super().__init__(workspace, is_example=is_example, stood=stood, begun=begun, begun_reading=begun_reading)
        if is_workshop:
            self.afterwards = self.begin_workshop

    def on_mount(self) -> None:
        if self.answered_first is not None:
            self.view.rows.stand_on(self.answered_first)
        self.say_what_works("")
        self.show_begun()

    def show_reading(self) -> None:
        words = home_rows.reading(self.done, self.whole)
        then = " What you asked for comes when all are read." if self.afterwards else ""
        self.view.show_some(Gathered() if self.has_read else self.gathered, f"{words}.{then}")
        self.say_what_works(words)

    def show_all(self, before: Gathered) -> None:
        if self.gathered != before:
            self.faulty_figures = self.other_figures = ()
        self.view.show_all(
            self.workspace.questionnaire, self.gathered, with_example=bool(self.check_action("example", ()))
        )
        count = len(self.gathered.files)
        self.say_what_works(f"{count} {'response' if count == 1 else 'responses'}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("fold", "profile"):
            return bool(self.gathered.files) or (action == "profile" and bool(self.gathered.tallies))
        if action == "unfold":
            return bool(self.gathered.files) and not self.view.is_unfolded
        if action in ("continue", "review"):
            return self.selected is not None
        if action == "again":
            return self.view.is_unfolded and self.gathered.is_anybody_finished
        if action in ("compare", "workshop"):
            return len(self.gathered.answered_teams) >= 2
        if action == "example":
            # Among the keys of a list of people there is no room for it, and nobody looks for it there.
            is_free = not self.gathered.files or not self.view.is_unfolded
            return self.has_read and is_free and not self.is_example and examples_fit(self.workspace.questionnaire)
        if action == "back":
            return self.is_example
        if action == "problems":
            return any(self.problems().values())
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        # A second Enter in one breath would open the response twice, and the older view undo the newer one's answers.
        if self.app.screen is not self:
            return
        if event.option_list is self.view.begin:
            (self.action_new, self.action_example)[event.option_index]()
        else:
            self.action_continue()

    def action_fold(self) -> None:
        """The people, folded away so that a projector shows teams only."""
        self.view.fold()
        self.refresh_bindings()

    def action_unfold(self) -> None:
        self.action_fold()

    def action_example(self) -> None:
        """The example lies in a folder of its own, so that it is never compared with real answers."""
        folder = self.workspace.folder / "example"
        try:
            write_examples(folder, within=self.workspace.folder, is_patient=False)
        except HeldError:
            self.notify(f"{folder} cannot be written just now. Press e again.", severity="error")
            return
        except NotSavedError as error:
            self.notify(str(error), severity="error")
            return
        self.app.push_screen(HomeScreen(self.workspace.at(folder), is_example=True))

    def action_back(self) -> None:
        self.app.pop_screen()
