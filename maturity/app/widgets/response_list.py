"""The responses of a folder, a line each; one can be on a line, and stays on it when others come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from rich.cells import set_cell_size
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets.option_list import Option

from maturity.app.widgets.choices import Choices
from maturity.app.widgets.literal import row
from maturity.files.gathering import ResponseFile
from maturity.pictures.signs import bar
from maturity.rounds.teams import Answered
from questionnaires import Questionnaire, Respondent, one_line

_WIDEST: Final = 73
"""Cells of the widest line: there is room for it wherever a screen shows at all, so that none is ever wrapped."""


def columns(team: str, person: str, number: str, depth: str, answered: str) -> str:
    """A line in the columns of the list, and what stands above them."""
    return f"{_cut(team, 18)} {_cut(person, 12)} {number:<6}{depth:<6}{answered}"


def _cut(text: str, cells: int) -> str:
    """In exactly so many cells: a name in wide letters must not push the others out of their columns."""
    return set_cell_size(one_line(text), cells)


def who_answered(respondent: Respondent) -> str:
    """Who a line is of: a name or an id, or that it is nobody's but a vote."""
    return "room's vote" if respondent.voted else respondent.name or respondent.id


class _Line(Visual):
    """A line that is made when it comes into sight: of thousands hardly any ever does. How high it is, is known."""

    def __init__(self, make: Callable[[], Content]) -> None:
        self._make = make

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return self._make().render_strips(width, height, style, options)[:1]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return _WIDEST

    def get_minimal_width(self, rules: RulesMap) -> int:
        return _WIDEST

    def get_height(self, rules: RulesMap, width: int) -> int:
        return 1


class ResponseList(Choices):
    """Thousands of lines, of which each is made when it comes into sight."""

    def __init__(self, questionnaire: Questionnaire, answered: Answered, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, markup=False)
        self.questionnaire = questionnaire
        self.answered = answered
        self.files: list[ResponseFile] = []
        self._keeps_to_files = False
        """Whether it is a file that one is on, whatever line that has; before, one has not moved from the first."""

    @property
    def selected(self) -> ResponseFile | None:
        """The response one is on."""
        place = self.highlighted
        return self.files[place] if place is not None and place < len(self.files) else None

    def stand_on(self, file: ResponseFile) -> None:
        """Marks a response, listed or not yet: who comes back from it finds it there, not what was marked before."""
        if all(one.path != file.path for one in self.files):
            self.add([file])
        self.highlighted = next(place for place, one in enumerate(self.files) if one.path == file.path)
        self._keeps_to_files = True

    def add(self, files: Sequence[ResponseFile]) -> None:
        """Shows those that are not listed yet below the others, and the others as they are now."""
        now = {file.path: file for file in files}
        listed = [now.pop(file.path, file) for file in self.files]
        self._show([*listed, *now.values()])

    def show(self, files: Sequence[ResponseFile], questionnaire: Questionnaire) -> None:
        """Shows these and no others, by team in the order of the questionnaire, which may have got other names."""
        if questionnaire.teams != self.questionnaire.teams:
            self.questionnaire, self.files = questionnaire, []
            self.clear_options()
        teams = {team: place for place, team in enumerate(self.questionnaire.team_by_id)}
        self._show(sorted(files, key=lambda file: teams[file.response.respondent.team]))
        self._keeps_to_files = True

    def _show(self, files: list[ResponseFile]) -> None:
        known = len(self.files)
        is_longer = all(one is other for one, other in zip(self.files, files, strict=False)) and known <= len(files)
        if not is_longer:
            was, place = self.selected, self.highlighted or 0
            self.files = []
            self.clear_options()
        added = files[len(self.files) :]
        self.files = files
        if added:
            self.add_options([Option(_Line(partial(self._line, file))) for file in added])
        if not is_longer and files:
            same = (at for at, file in enumerate(files) if was is not None and file.path == was.path)
            # While the folder is read for the first time, whoever is on the first line has not moved yet, and stays
            # at the top. Later it is the file that counts: another's answers must not slip below somebody's cursor.
            follows = place > 0 or self._keeps_to_files
            self.highlighted = next(same, min(place, len(files) - 1)) if follows else 0
        elif files and self.highlighted is None:
            self.highlighted = 0

    def _line(self, file: ResponseFile) -> Content:
        respondent = file.response.respondent
        label = self.questionnaire.team_by_id[respondent.team].label
        done, whole = self.answered.of(self.questionnaire, file)
        state = "finished" if respondent.completed else "open"
        line = columns(label, who_answered(respondent), str(respondent.round), respondent.depth.value, "")
        return row(
            line,
            (f"{bar(done, whole, 7)} ", "$success" if respondent.completed else "$accent"),
            f"{done:>3} of {whole:<3} ",
            ("● " if respondent.completed else "○ ") + state,
        )
