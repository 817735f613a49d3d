"""The talk at the scale: an outcome is chosen, something is tried, or the teams vote; beside it what would follow."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content
from textual.widgets import Static

from maturity.app.screens.talk_begun import TalkBegun
from maturity.app.screens.talk_modes import Mode
from maturity.app.screens.talk_words import followed, refused_words
from maturity.app.screens.trying import ROOM, Trial, asides, changed, most_voted, places_of
from maturity.app.widgets.literal import row
from maturity.app.widgets.pages import Entry
from maturity.app.widgets.scale_choice import ChoiceView
from maturity.pictures.codes import codes
from maturity.pictures.signs import CHOSEN
from maturity.pictures.widths import fitted
from maturity.rounds.drafting import Draft
from maturity.rounds.workshop_shown import Supposed
from questionnaires import Choice
from questionnaires.decisions import Control, Outcome
from questionnaires.words import Facet, Kind, Means
from scoring.wording.decisions import outcome_words
from scoring.wording.words import FACET_WORDS

_FEW = 6
"""Options that leave more room for what would follow."""
_LEAST = 20
"""Columns that are taken for granted before anything was drawn."""
_STAGE_WORDS = "← → another stage"


class TalkAtScale(TalkBegun):
    """What digits and arrows do while the scale has the focus."""

    draft: Draft
    trial: Trial
    _said_who = row()
    _known: dict[object, Supposed]
    """By what is tried, what would follow."""

    def begin_at_scale(self, mode: Mode, facet: Facet, who: str = ROOM, draft: Draft | None = None) -> None:
        """Shows the scale with nobody moved yet, the mark on what most voted for; `draft` is what was said already."""
        self._known = {}
        item = self.item
        asked = tuple(entry.id for one in item.facet if one.name is facet for entry in one.team) if item else ()
        self.trial = Trial(facet, asked, who if who in asked else ROOM)
        if mode is not Mode.VOTING and (found := self.votes_on(facet)) is not None:
            self.trial = replace(self.trial, outcome=most_voted(found))
        self.draft = draft or self.begun(facet)
        self.mode = mode
        self.set_class(len(self.kind_scale.options) <= _FEW, "-few")
        self.show_scale()
        self.enter(mode)

    # Keys

    def turn_to(self, column: int) -> None:
        """Another stage is decided, with what was chosen of others."""
        facet = self.workshop.facets(self.about)[column]
        if self.mode is Mode.CHOOSING and facet is not self.trial.facet:
            draft = self.draft.turned(facet) if self.draft.outcomes else None
            self.begin_at_scale(Mode.CHOOSING, facet, draft=draft)

    def put(self, place: int) -> None:
        """Whoever moves now is at this option, and beside it stands what would follow."""
        self.trial = self.trial.put(place)
        self.scale.mark(self._choices(), self._asides())
        self.show_follows()

    def choose(self, facet: Facet, choice: Choice) -> None:
        """A digit: it decides, or tries, or is the vote of a team."""
        place = self.kind_scale.index(choice)
        if place is None:
            return
        if self.mode is Mode.CHOOSING:
            self.take(place)
            return
        self.put(place)
        if self.mode is Mode.VOTING:
            self.vote_on()

    def take(self, place: int) -> None:
        """The room decides on an option."""

    def vote_on(self) -> None:
        """The next team votes; after the last one it is asked what becomes of it."""

    def action_turn(self, step: int) -> None:
        self.trial = self.trial.turned(step)
        self.show_scale()

    def action_facet(self) -> None:
        """Another part of the question, with nobody moved on it."""
        item = self.item
        if item is not None:
            facets = [one.name for one in item.facet]
            following = facets[(facets.index(self.trial.facet) + 1) % len(facets)]
            self.begin_at_scale(self.mode, following, self.trial.who)

    # Showing

    def show_scale(self) -> None:
        """The options with whoever stands there, and the mark where whoever moves now is."""
        facets, trial = self._facets(), self.trial
        self.scale.shown = ChoiceView(
            f"{self.about} {trial.who}",
            self.kind_scale,
            facets,
            self._choices(),
            facets.index(trial.facet),
            asides=self._asides(),
        )
        self.show_follows()

    def _facets(self) -> tuple[Facet, ...]:
        """The columns: of a question with stages each of them, where one of them is decided."""
        return self.workshop.facets(self.about) if self.mode is Mode.CHOOSING else (self.trial.facet,)

    def _choices(self) -> tuple[Choice | None, ...]:
        """Where whoever moves now is, else what was decided or answered."""
        trial = self.trial
        place = trial.place
        if place is None and not trial.is_of_room and self.item is not None:
            place = next(iter(places_of(self.item, trial.facet, trial.who)), None)
        here = self.kind_scale.choice(place) if place is not None else None
        if self.mode is Mode.CHOOSING and here is None:
            here = self.draft.choice
        return tuple(here if facet is trial.facet else self._chosen(facet) for facet in self._facets())

    def _chosen(self, facet: Facet) -> Choice | None:
        """What was chosen of another stage just now, else what was decided before."""
        for one in self.draft.stages:
            if one.facet is facet:
                return one.choice
        found = self.workshop.comparison.settled.decided(self.about, facet)
        return found.outcome.option if found is not None and found.outcome is not None else None

    def _asides(self) -> tuple[str, ...]:
        if self.item is None:
            return ()
        return asides(self.item, self.trial, codes(self.room.results))

    def show_follows(self) -> None:
        """What would follow from what is tried; without anything tried, how it is."""
        trial = self.trial
        self.show_supposed(self._supposed(trial), is_tried=self._is_tried)
        self._say_who()
        self.call_after_refresh(self._prepare)

    @property
    def _is_tried(self) -> bool:
        """Whether anything is moved, or chosen of another stage."""
        trial = self.trial
        is_chosen = self.mode is Mode.CHOOSING and bool(self.draft.outcomes)
        return trial.outcome is not None or bool(trial.moved) or is_chosen

    def show_supposed(self, found: Supposed, *, is_tried: bool) -> None:
        """What would follow, or why it cannot be."""
        title = "What would follow" if is_tried else "As it is; the arrows ↑ ↓ try an option"
        refused = [row((refused_words(found.refusal, self._instead()), "bold $error")), row()] if found.refusal else []
        if not is_tried and (decided := self._as_decided()):
            refused = [row((f"{CHOSEN} as decided: ", "bold $chosen"), (decided, "bold"))]
        entries = (Entry("", tuple(refused)), *followed(title, found.differences))
        self.follows.show(lambda: entries)

    def _as_decided(self) -> str:
        """What stands decided on what the scale shows; "" where nothing does."""
        found = self.workshop.comparison.settled.decided(self.about, self.trial.facet)
        return outcome_words(self.workshop.questionnaire, found) if found is not None else ""

    def _instead(self) -> str:
        """What can be done about a task that nobody can be found for."""
        place = self.trial.outcome
        if self.question.kind is not Kind.OWNERSHIP or place is None:
            return ""
        is_nobody = self.kind_scale.options[place].means is Means.NOBODY
        return f"esc, then {self.key_name('talk-park', 'k')}" if is_nobody else ""

    def _supposed(self, trial: Trial) -> Supposed:
        """What would follow, worked out once for each thing that is tried."""
        key = (trial.facet, trial.outcome, tuple(sorted(trial.moved.items())))
        if key not in self._known:
            can_be_decided = trial.facet in self.workshop.facets(self.about)
            place = trial.outcome if can_be_decided else None
            outcome = self.supposed_outcome(place) if place is not None else None
            stages = self.draft.outcomes if self.mode is Mode.CHOOSING else ()
            self._known[key] = self.workshop.what_if(self.about, trial.facet, trial.moved, outcome, stages)
        return self._known[key]

    def _prepare(self) -> None:
        """Works out what the next arrow may lead to, while nobody waits for it."""
        if self.mode.is_at_scale:
            whole, here = len(self.kind_scale.options), self.scale.cursor
            for place in ((here + 1) % whole, (here - 1) % whole):
                self._supposed(self.trial.put(place))

    def supposed_outcome(self, place: int) -> Outcome:
        """An option as an outcome. What is above what the service offers is supposed to be covered."""
        choice = self.kind_scale.choice(place)
        outcome = self.draft.chosen(choice).outcome
        if self.question.kind is not Kind.CONTROL:
            return outcome
        kept = outcome.model_copy(update={"control": Control.KEPT})
        if not self.workshop.refusal(self.about, self.trial.facet, kept):
            return kept
        tester = next(iter(self.names))
        return outcome.model_copy(update={"control": Control.COVERED, "safeguard": "?", "tested_by": tester})

    def _say_who(self) -> None:
        """Who moves now."""
        who = self._who()
        if who != self._said_who:
            self._said_who = who
            self.query_one("#who", Static).update(who, layout=False)

    def _moved(self) -> str:
        """How many stand elsewhere than they answered, and how many have voted."""
        if self.item is None or not self.trial.moved:
            return ""
        away = changed(self.item, self.trial)
        return f"   {len(self.trial.moved)} voted, {away} changed" if self.mode is Mode.VOTING else f"   {away} moved"

    def _who(self) -> Content:
        trial = self.trial
        facet = f" · {FACET_WORDS[trial.facet]}" if len(self.question.facets) > 1 else ""
        if self.mode is Mode.CHOOSING:
            stages = f"   {_STAGE_WORDS}" if len(self.workshop.facets(self.about)) > 1 else ""
            between = "   t types a limit between two" if self.kind_scale.is_quantity else ""
            return row((f"Which outcome?{facet}", "bold $accent"), (stages, "$quiet"), (between, "$quiet"))
        who = "the room decides" if trial.is_of_room else f"{self.names[trial.who]} answers"
        what = "Vote" if self.mode is Mode.VOTING else "What if"
        if trial.is_of_room and (voted := self.voted_on(trial.facet)):
            room = max(_LEAST, self.query_one("#who").size.width - len("Voted: "))
            return row(("Voted: ", "bold $accent"), (fitted(voted, room).rstrip(), "bold"))
        moved = self._moved()
        return row(
            (f"{what}: ", "bold $accent"),
            ("◂ ", "$accent"),
            (f"{who}{facet}", "bold"),
            (" ▸", "$accent"),
            (moved, "$quiet"),
        )
