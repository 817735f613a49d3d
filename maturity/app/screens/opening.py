"""Opens a response on the screen that fits: to answer, to look it through, or only to read."""

from __future__ import annotations

from textual.app import App
from textual.screen import Screen

from maturity.app.screens.answering import AnsweringScreen
from maturity.app.screens.open_response import Asks, ResponsePage
from maturity.files.gathering import ResponseFile
from maturity.files.keeper import Keeper
from maturity.files.workspace import Workspace
from maturity.rounds.earlier import NOTHING_EARLIER, Earlier
from maturity.rounds.resuming import UnclearStartError, open_response
from maturity.rounds.sitting import Sitting, Turn
from questionnaires import Questionnaire

_OPEN_ELSEWHERE = (
    "These answers are open in another window or on another machine. You can read them here; close them there to "
    "go on answering."
)


def open_to_answer(
    app: App[None], workspace: Workspace, file: ResponseFile, earlier: Earlier = NOTHING_EARLIER
) -> None:
    """Opens a response at the question where one stopped, with what is known of earlier rounds. What cannot be opened
    is said."""
    keeper = _opened(app, workspace, file)
    if keeper is None:
        return
    show = _review if keeper.is_for_reading else _questions
    app.push_screen(show(keeper, workspace.questionnaire, Turn(Sitting(earlier=earlier))))


def open_to_review(
    app: App[None],
    workspace: Workspace,
    file: ResponseFile,
    earlier: Earlier = NOTHING_EARLIER,
    asks: Asks | None = None,
) -> None:
    """Opens a response on its review; `asks` whose answers they are before anything of them is changed. What cannot be
    opened is said."""
    from maturity.app.screens.review import ReviewScreen

    keeper = _opened(app, workspace, file)
    if keeper is not None:
        turn = Turn(Sitting(earlier=earlier))
        app.push_screen(ReviewScreen(keeper, workspace.questionnaire, _questions, turn, asks))


def _questions(keeper: Keeper, questionnaire: Questionnaire, turn: Turn) -> Screen[None]:
    return AnsweringScreen(keeper, questionnaire, _review, turn)


def _review(keeper: Keeper, questionnaire: Questionnaire, turn: Turn) -> Screen[None]:
    from maturity.app.screens.review import ReviewScreen  # whoever begins to answer comes to it last

    return ReviewScreen(keeper, questionnaire, _questions, turn)


def _opened(app: App[None], workspace: Workspace, file: ResponseFile) -> Keeper | None:
    try:
        keeper = open_response(workspace, file)
    except UnclearStartError as error:
        app.notify(str(error), severity="error")
        return None
    if any(isinstance(screen, ResponsePage) and screen.keeper is keeper for screen in app.screen_stack):
        return None  # it is on the screen already
    if keeper.is_for_reading:
        app.notify(_OPEN_ELSEWHERE, severity="warning")
    return keeper
