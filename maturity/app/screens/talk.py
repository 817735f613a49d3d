"""The talk about one question: hidden until r, then what if, decide, park or vote; what is settled is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from maturity import clock
from maturity.app.screens.talk_asked import CONTROLS, deciding, parking, reason_of, typed
from maturity.app.screens.talk_page import Mode, TalkPage
from maturity.app.screens.trying import Trial
from maturity.app.widgets.scale_choice import ScaleChoice
from maturity.rounds.drafting import WEEK, Draft, Parking, Step, begin_draft
from questionnaires import Choice
from questionnaires.words import Facet, Kind

_DIGITS: Final = "1234567890"


class TalkScreen(TalkPage):
    """The keys of the talk; which of them work depends on what is asked."""

    HELP_TEXT = (
        "First everybody says where they stand; then r reveals it, and nothing else does. The teams at the ends explain "
        "themselves, the ones named first begin. d decides: a digit chooses the outcome, Enter takes the decider and "
        "the dates that are offered, and saves. x tries: the arrows up and down move an outcome or, after the arrow "
        "to the right, a team, and beside it stands what would change; Enter makes the outcome a decision, Esc forgets "
        "it. k parks with a next step. v asks each team again by a digit. u takes the last decision back: the entry "
        "stays in the file, and another one says that it no longer holds. The clock only informs."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "reveal", "Reveal", tooltip="Show where the teams stand", id="talk-reveal"),
        Binding("d", "decide", "Decide", tooltip="Choose the outcome on the scale", id="talk-decide"),
        Binding("x", "what_if", "What if", tooltip="Try an outcome or another answer; nothing is saved", id="talk-try"),
        Binding("k", "park", "Park", tooltip="Not today: what is done next, by whom, until when", id="talk-park"),
        Binding("v", "vote", "Vote", tooltip="Each team answers again, with a digit", id="talk-vote"),
        Binding("u", "undo", "Undo", tooltip="Take back what was settled here", id="talk-undo"),
        Binding("n,right,pagedown", "go(1)", "Next", tooltip="The next question", key_display="n", id="talk-next"),
        Binding("b,left,pageup", "go(-1)", "Before", show=False, tooltip="The question before", id="talk-before"),
        Binding("s", "skip", "Skip", show=False, tooltip="Not now: on to the next open question", id="talk-skip"),
        Binding("p", "people", "People", show=False, tooltip="Show or fold away what people said", id="talk-people"),
        Binding("right", "turn(1)", "Next who", priority=True, tooltip="Move the next team", key_display="→"),
        Binding("left", "turn(-1)", "Who before", show=False, priority=True, tooltip="Move the one before"),
        Binding("tab", "facet", "Part", priority=True, tooltip="Another part of the question"),
        Binding("enter", "take", "Take it", tooltip="Decide on the line that you are on"),
        Binding("enter", "save", "Save", tooltip="Save the decision"),
        Binding("right", "review(1)", "Later", tooltip="Review a week later", key_display="→"),
        Binding("left", "review(-1)", "Sooner", tooltip="Review a week sooner", key_display="←"),
        Binding("t", "type_review", "Date", tooltip="Type the day of the review"),
        Binding("b", "type_by", "By", tooltip="Type the day by which it is reached"),
        Binding("d", "deputy", "Deputy", tooltip="Name the next one as the deputy"),
        Binding("w", "why", "Why", tooltip="Write down why"),
        *(Binding(digit, f"digit({place})", digit, show=False) for place, digit in enumerate(_DIGITS)),
        Binding("escape,q", "leave", "List", tooltip="Back to the list", key_display="esc", id="talk-leave"),
        Binding("escape", "step_back", "Back", tooltip="A step back", key_display="esc"),
    ]

    def __init__(self, room: Room, question: str) -> None:
        super().__init__()
        self.room = room
        self.name_now = question
        self.draft: Draft | None = None
        self.parking: Parking | None = None
        self.trial: Trial | None = None
        self.is_typing_more = False

    # What is looked at

    @property
    def workshop(self) -> Workshop:
        return self.room.workshop

    @property
    def question(self) -> Question:
        return self.workshop.questionnaire.question_by_id[self.name_now]

    @property
    def item(self) -> QuestionResults | None:
        return self.workshop.results.question_by_id.get(self.name_now)

    @property
    def is_revealed(self) -> bool:
        return self.name_now in self.room.revealed
