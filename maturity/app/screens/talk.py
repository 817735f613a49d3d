"""The talk about one question: hidden until r, then what if, decide, park or vote; what is settled is saved at once."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content

from maturity.app.screens.choose import FORGET, ForgetDialog
from maturity.app.screens.talk_modes import Mode
from maturity.app.screens.talk_voting import TalkVoting
from maturity.app.screens.talk_words import number_words, prompt_of, typing_words
from maturity.app.screens.trying import ROOM
from maturity.rounds.drafting import Draft, Step
from maturity.rounds.objecting import otherwise
from questionnaires.words import Kind

_TALKING: Final = (Mode.HIDDEN, Mode.SHOWN)
_WHEN: Final[dict[str, tuple[Mode, ...]]] = {
    "reveal": (Mode.HIDDEN,),
    "reveal_first": (Mode.HIDDEN,),
    "decide": (Mode.SHOWN,),
    "what_if": (Mode.SHOWN,),
    "vote": (Mode.SHOWN,),
    "people": (Mode.SHOWN,),
    "park": _TALKING,
    "go": _TALKING,
    "next": _TALKING,
    "skip": _TALKING,
    "undo": _TALKING,
    "to_number": _TALKING,
    "leave": _TALKING,
    "turn": (Mode.TRYING, Mode.VOTING),
    "facet": (Mode.TRYING,),
    "take": (Mode.CHOOSING, Mode.TRYING),
    "type_limit": (Mode.CHOOSING,),
    "pass_over": (Mode.VOTING,),
    "scroll": (Mode.CHOOSING, Mode.TRYING, Mode.VOTING, Mode.FILLING, Mode.PARKING),
    "step_back": (Mode.CHOOSING, Mode.TRYING, Mode.VOTING, Mode.FILLING, Mode.PARKING),
}
"""By what a key does, when it works; all else belongs to the last step of a decision."""


_AT_LAST: Final = (
    "save",
    "propose",
    "review",
    "type_review",
    "type_by",
    "agreed",
    "object",
    "decider",
    "deputy",
    "why",
)
"""What can be done once everything was chosen."""


class TalkScreen(TalkVoting):
    """The keys of the talk; which of them work depends on what is asked."""

    HELP_TEXT = (
        "First everybody says where they stand; then r reveals it, and nothing else does. Those who are named first "
        "explain themselves first. d decides: a digit chooses the outcome, and Enter saves; who decides is asked only "
        "the first time, before it. n leads to the next open item, s skips this one. "
        "Of stages each digit leads on to the next one, and Enter leaves out the others; after an "
        "owner the next digit names a deputy. Before Enter a notes that the teams agree, a digit that one does, and "
        "again that it objects; o notes one after the other of those who answered otherwise. p saves it as proposed "
        "only. x tries: ↑ and ↓ move an outcome or, after →, the answer of a team, and beside it stands what would "
        "change. Enter makes the outcome a decision, Esc forgets all of it. k parks with a next step. v lets each "
        "team answer again with a digit. u takes back what was settled here last, and both entries stay in the file, "
        "or the vote, and its answers go. What is decided again begins from what was said before, and 0 clears that; "
        "of another outcome agreement, objections and reason are asked anew. A "
        "number of two digits leads to the item of that number, of one digit with Enter. The clock only informs."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Decide", tooltip="Decide on the outcome that was tried"),
        Binding("enter", "save", "Save", tooltip="Save the decision"),
        Binding("enter", "pass_over", "Pass", tooltip="This team does not vote"),
        Binding("enter", "to_number", "Go there", tooltip="To the item whose number was typed"),
        Binding("enter", "press_digit", "Digit", show=False, tooltip="Says which digits go on"),
        Binding("r", "reveal", "Reveal", tooltip="Show where the teams stand", id="talk-reveal"),
        Binding("d", "decide", "Decide", tooltip="Choose the outcome on the scale", id="talk-decide"),
        Binding("x", "what_if", "What if", tooltip="Try an outcome or other answers; nothing is saved", id="talk-try"),
        Binding("k", "park", "Park", tooltip="Not today: what is done next, by whom, until when", id="talk-park"),
        Binding("v", "vote", "Vote", tooltip="Each team answers again, with a digit", id="talk-vote"),
        Binding("d,x,v", "reveal_first", "Decide", show=False, tooltip="Says what comes before"),
        Binding("p", "people", "People", show=False, tooltip="Show or fold away what people said", id="talk-people"),
        Binding("n", "next", "Next open", tooltip="On to the next open item", id="talk-next"),
        Binding("right", "go(1)", "Item after", show=False, tooltip="The next item, open or not", id="talk-after"),
        Binding("b,left", "go(-1)", "Before", show=False, tooltip="The item before", id="talk-before"),
        Binding("s", "skip", "Skip", tooltip="Not now: on to the next open item", id="talk-skip"),
        Binding("u", "undo", "Undo", tooltip="Take back what was settled here", id="talk-undo"),
        Binding("escape", "leave", "List", tooltip="Back to the list", key_display="esc", id="talk-leave"),
        Binding("right", "turn(1)", "Next team", priority=True, tooltip="Move the next team", key_display="→"),
        Binding("left", "turn(-1)", "Team before", show=False, priority=True, tooltip="Move the team before"),
        Binding("tab", "facet", "Part", priority=True, tooltip="Another part of the question"),
        Binding("pagedown", "scroll(1)", "Down", show=False, tooltip="Further down in what would follow"),
        Binding("pageup", "scroll(-1)", "Up", show=False, tooltip="Further up in what would follow"),
        Binding("right", "review(1)", "Later", show=False, tooltip="Review it a week later"),
        Binding("left", "review(-1)", "Sooner", show=False, tooltip="Review it a week sooner"),
        Binding("t", "type_review", "Review", tooltip="Type the day of the review"),
        Binding("t", "type_limit", "Other", tooltip="Type a limit between two options"),
        Binding("b", "type_by", "By", tooltip="Type the day by which it is reached"),
        Binding("a", "agreed", "Agreed", tooltip="All who answered and do not object agree, or nobody again"),
        Binding("o", "object", "Objects", tooltip="The next team that answered otherwise objects"),
        Binding("p", "propose", "Propose", tooltip="Save it as proposed only: it stays open"),
        Binding("k", "control('kept')", "Keep", tooltip="We keep this level"),
        Binding("g", "control('given_up')", "Give up", tooltip="We give up what is above it"),
        Binding("c", "decider", "Decider", tooltip="Name another one who decides"),
        Binding("d", "deputy", "Deputy", tooltip="Name the next one as the deputy"),
        Binding("w", "why", "Why", tooltip="Write down why"),
        *(Binding(digit, f"digit({digit})", f"Choose {digit}", show=False) for digit in "0123456789"),
        Binding("escape", "step_back", "Back", tooltip="A step back", key_display="esc"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if (modes := _WHEN.get(action)) is not None:
            return self.mode in modes and self._can(action)
        if action == "digit":
            return self.mode in _TALKING or (self.mode is Mode.FILLING and not self.is_typing)
        if action in ("press_digit", "control"):
            return self.mode is Mode.FILLING and self.draft.step is Step.CONTROL
        if action in _AT_LAST:
            is_last = self.mode is Mode.FILLING and not self.is_typing and self.draft.step is Step.CONFIRM
            return is_last and self._can(action)
        return super().check_action(action, parameters)

    def _can(self, action: str) -> bool:
        if action == "undo":
            return bool(self.room.last(self.about))
        if action == "to_number":
            return self.number > 0
        if action == "next":
            return bool(self.room.next_open(self.about))
        if action == "facet":
            return self.item is not None and len(self.item.facet) > 1
        if action == "type_limit":
            return self.kind_scale.is_quantity
        if action == "deputy":
            return self.question.kind is Kind.OWNERSHIP
        if action == "type_by":
            return any(outcome.by for _, outcome in self.draft.outcomes)
        if action == "object":
            return bool(otherwise(self.draft))
        return True

    def prompt(self) -> Content:
        if self.mode.is_asking and self.panel.is_asking:
            return typing_words()
        if self.number:
            return number_words(self.workshop.items[self.number - 1])
        return prompt_of(self.mode, self.room, self.about, self.key_name)

    # Looking

    def action_reveal(self) -> None:
        self.room.revealed.add(self.about)
        self.enter(Mode.SHOWN)

    def action_reveal_first(self) -> None:
        """Nothing is decided, tried or voted on before everybody has seen where the teams stand."""
        self.notify(f"{self.key_name('talk-reveal', 'r')} shows where the teams stand first.", severity="warning")

    def action_people(self) -> None:
        """They stand below everything else, and are led to."""
        self.room.are_people_shown = not self.room.are_people_shown
        self.lines.show(self.told)
        if self.room.are_people_shown:
            self.lines.action_end(1)

    def action_scroll(self, pages: int) -> None:
        """Through what would follow, where there is more of it than room."""
        self.follows.action_page(pages)

    def action_go(self, step: int) -> None:
        """At either end it goes on from the other."""
        names = [item.question for item in self.workshop.items]
        place = names.index(self.about) if self.about in names else -step
        self.go_to(names[(place + step) % len(names)])

    def action_next(self) -> None:
        self.go_to(self.room.next_open(self.about))

    def action_skip(self) -> None:
        self.room.skipped.add(self.about)
        if following := self.room.next_open(self.about):
            self.go_to(following)

    # Choosing

    def action_decide(self) -> None:
        self.decide_from(self.stages_to_decide()[0])

    def action_what_if(self) -> None:
        self.begin_at_scale(Mode.TRYING, self.first_facet())

    def action_take(self) -> None:
        """Enter decides on the outcome that was tried, and on nothing that nobody chose: a stage is passed over."""
        if self.trial.outcome is not None:
            self.take(self.trial.outcome)
        elif self.mode is Mode.CHOOSING and self.draft.outcomes:
            self.fill(self.draft.ended())
        elif self.trial.is_of_room:
            self.notify("Choose an option first: ↑ ↓ lead to it, or press its digit.", severity="warning")
        else:
            self.notify("Only an outcome can be decided: ← leads to the room, ↑ ↓ to an option.", severity="warning")

    def take(self, place: int) -> None:
        """Goes on with an outcome; for one that cannot be, the fact stands where else would stand what follows."""
        self.trial = replace(self.trial, who=ROOM, moved={})
        self.put(place)
        if not self.workshop.refusal(self.about, self.trial.facet, self.supposed_outcome(place)):
            self._go_on(self.draft.chosen(self.kind_scale.choice(place)))

    def _go_on(self, draft: Draft) -> None:
        """To the next stage that is to be decided; after the last one to what else is said of the decision."""
        order = self.question.facets
        later = order[order.index(draft.facet) + 1 :] if self.mode is Mode.CHOOSING else ()
        chosen = {facet for facet, _ in draft.outcomes}
        following = next((one for one in self.stages_to_decide() if one in later and one not in chosen), None)
        if following is None:
            self.fill(draft)
        else:
            self.begin_at_scale(Mode.CHOOSING, following, draft=draft.turned(following))

    # Taking back

    def action_undo(self) -> None:
        """What is not saved yet is forgotten; what is saved is taken back by another entry."""
        self.room.said = self.room.take_back(self.about)
        self.anew()

    # Leaving

    def action_step_back(self) -> None:
        """From whatever is asked to the step before; from the scale back to the talk, and what was tried is gone."""
        if self.mode is Mode.FILLING and not self.is_typing:
            draft = self.draft.back()
            if draft.step is not Step.OUTCOME:
                self.fill(draft)
            else:  # what was written besides the outcome stays
                self.begin_at_scale(Mode.CHOOSING, draft.facet, draft=draft)
        elif self.mode is Mode.FILLING and self.draft.step is Step.OUTCOME and self.draft.is_decider_known:
            self.begin_at_scale(Mode.CHOOSING, self.draft.facet, draft=self.draft)
        elif self.mode is Mode.FILLING and self.draft.step is not Step.OUTCOME:
            self.fill(self.draft)
        elif self.mode is Mode.CHOOSING and self.draft.stages:  # the stage before is chosen anew
            draft = replace(self.draft, choice=None).ended()
            self.begin_at_scale(Mode.CHOOSING, draft.facet, draft=replace(draft, choice=None))
        elif self.mode is Mode.PARKING and self.parked.what:
            self.park_on(self.parked.back())
        elif self.unfinished:
            self.app.push_screen(ForgetDialog(self.unfinished, "Go back and forget it"), self._go_back)
        else:
            self.begin()

    def _go_back(self, place: int | None) -> None:
        if place == FORGET:
            self.begin()

    def action_leave(self) -> None:
        self.room.settle()
        self.room.pause()
        self.room.said = ""
        self.app.pop_screen()
