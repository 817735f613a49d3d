"""What the first screen shows of a folder: what comes next, the teams, and below them, folded away, the people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from maturity import clock
from maturity.app.screens import home_words
from maturity.app.widgets.choices import Choices
from maturity.app.widgets.literal import row, stacked
from maturity.app.widgets.response_list import ResponseList, columns
from maturity.files.gathering import Gathered, ResponseFile, Sighting
from maturity.rounds.teams import Answered, TeamState, next_step, team_states
from questionnaires import Questionnaire

_FEWEST_TEAMS: Final = 2
"""Teams that have answered, from which on there is something to talk about."""


def _people_in(files: Sequence[ResponseFile]) -> int:
    """How many people these are of; a vote in the room is nobody's."""
    return len({file.response.respondent.id for file in files if not file.response.respondent.voted})


class FolderView(VerticalScroll):
    """The teams with the words around them. People show on request, or where there is only one."""

    DEFAULT_CSS = """
    FolderView {
        padding: 1 2;
        #summary, #teams, #overdue, #advice, #rows { margin: 0 0 1 0; }
        #begin { margin: 0 0 1 0; }
    }
    """

    def __init__(self, questionnaire: Questionnaire, folder: Path, keys: home_words.Keys) -> None:
        super().__init__(can_focus=False)
        self.questionnaire = questionnaire
        self.folder = folder
        self.keys = keys
        self.answered = Answered()
        self.wants_people: bool | None = None
        """Whether the people show; None until somebody unfolds them, or there is only one."""
        self.rows = ResponseList(questionnaire, self.answered, id="rows")
        self.begin = Choices(id="begin", markup=False)
        self.parts = {
            name: Static("", id=name, markup=False) for name in ("summary", "teams", "overdue", "advice", "people")
        }
        self.columns = Static(
            row(columns("team", "person", "round", "depth", "answered")), id="columns", classes="quiet", markup=False
        )

    def compose(self) -> ComposeResult:
        yield Static(row(self.questionnaire.head.title), id="headline", classes="title", markup=False)
        yield self.parts["summary"]
        yield self.begin
        yield self.parts["teams"]
        yield self.parts["overdue"]
        yield self.parts["advice"]
        yield self.parts["people"]
        yield self.columns
        yield self.rows
        yield Static(row(f"Folder: {self.folder}"), id="folder", classes="quiet", markup=False)

    def on_mount(self) -> None:
        self._show_list()

    @property
    def is_unfolded(self) -> bool:
        """Whether the people show."""
        return bool(self.wants_people)

    def fold(self) -> None:
        """Shows the people, or hides them again."""
        self.wants_people = not self.is_unfolded
        self._show_list()

    def made_ready(self, sighting: Sighting) -> Sighting:
        """The same, once it is known of it what will be told; in whatever thread reads it, for of thousands of files
        that takes longer than a key may."""
        next_step(sighting.gathered, self._states(sighting.gathered))
        return sighting

    def show_some(self, gathered: Gathered, words: str) -> None:
        """What was read so far, and `words` on how far that is."""
        self.rows.add(gathered.files)
        self._tell("summary", row(words))
        if gathered.files:
            self._tell_teams(gathered, self._states(gathered))
        self._show_list()

    def show_all(self, questionnaire: Questionnaire, gathered: Gathered, *, with_example: bool) -> None:
        """Everything that is there, the teams called as there; where nothing is, what one can do, and whether there
        is an example to look at."""
        self.questionnaire = questionnaire
        self.rows.show(gathered.files, questionnaire)
        if self.wants_people is None and _people_in(gathered.files) == 1:
            self.wants_people = True  # and they stay, whoever comes beside
        ways: list[Content] = []
        states = self._states(gathered)
        if gathered.files or gathered.tallies:
            rows = (home_words.next_words(questionnaire, gathered, states, self.keys), self._workshop(gathered))
            self._tell("summary", stacked(one for one in rows if one.plain))
        else:
            self._tell("summary", home_words.welcome(questionnaire))
            ways = home_words.ways_to_begin(questionnaire, self.keys, with_example=with_example)
        self.begin.replace_by(Option(way) for way in ways)
        self._tell_teams(gathered, states)
        self._tell_overdue(gathered)
        self._tell("advice", home_words.advice(gathered, self.folder, self.keys))
        self._show_list()

    def _states(self, gathered: Gathered) -> list[TeamState]:
        """The teams in the round that goes on."""
        return team_states(self.questionnaire, gathered, gathered.round_to_answer, self.answered)

    def _tell_teams(self, gathered: Gathered, states: list[TeamState]) -> None:
        number = gathered.round_to_answer if len(gathered.rounds) > 1 else None
        rows = (
            home_words.team_rows(self.questionnaire, states, number),
            home_words.votes_row(self.questionnaire, gathered),
            home_words.asked_row(states, clock.today()),
        )
        self._tell("teams", stacked(one for one in rows if one.plain))

    def _workshop(self, gathered: Gathered) -> Content:
        """How far the workshop has come; nothing where there is nobody to talk."""
        if len(gathered.answered_teams) < _FEWEST_TEAMS:
            return row()
        found = (0, 0)
        if gathered.entries:  # of most folders nothing has to be loaded for it
            from maturity.rounds.overdue import progress_in

            found = progress_in(gathered, self.questionnaire)
        return home_words.workshop_words(*found, self.keys)

    def _tell_overdue(self, gathered: Gathered) -> None:
        words = row()
        if gathered.entries:  # of most folders nothing has to be loaded for it
            from maturity.rounds.overdue import overdue_in

            words = home_words.overdue_words(overdue_in(gathered, self.questionnaire, clock.today()), self.keys)
        self._tell("overdue", words)

    def _tell(self, part: str, words: Content) -> None:
        """Shows a part only when it has something to say."""
        self.parts[part].display = bool(words.plain)
        self.parts[part].update(words)

    def _show_list(self) -> None:
        files, is_unfolded = self.rows.files, self.is_unfolded
        votes = sum(file.response.respondent.voted for file in files)
        words = home_words.people_line(_people_in(files), self.keys, is_unfolded=is_unfolded, votes=votes)
        self._tell("people", words if files else row())
        self.rows.display = self.columns.display = bool(files) and is_unfolded
        self.begin.display = self.begin.option_count > 0
        shown = next((one for one in (self.rows, self.begin) if one.display), None)
        if shown is None:
            self.screen.set_focus(None)
        elif self.screen.focused is not shown:
            shown.focus()
