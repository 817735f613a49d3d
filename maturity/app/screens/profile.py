"""One team by itself: what to prepare, claims, needed, wanted and offered, limits, and the way ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from maturity import clock
from maturity.app.screens.page import Dialog, Page
from maturity.app.screens.question_panels import fact_row
from maturity.app.widgets.choices import Choices
from maturity.app.widgets.hanging import Hanging
from maturity.app.widgets.literal import fitted, row
from maturity.pictures.squares import short
from maturity.pictures.track import track
from maturity.reports.profile import NOTHING, answers_in_words, claims, has_answered, is_not_applicable, sections
from maturity.results.profile import Profile
from maturity.results.questions import QuestionResults
from maturity.rounds.facts import each_once
from questionnaires.words import Facet, Kind

Line = tuple[Content, str]
"""A line of the profile, and the question that is behind it; none behind a line on several."""


class ProfileScreen(Page):
    """What one team says, before anybody is compared with anybody."""

    HELP_TEXT = (
        "This is one team by itself, first what it may want to prepare. Enter shows what is behind a line: the "
        "question, the answers, and what is documented. On the control tracks N is the control needed, W wanted, O the "
        "most the service offers. On the way ahead ○ is today, ◐ in 12 months, ● in 24 months. – stands where the "
        "team has no common position. Nothing here is a judgement. maturity profile prints it."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", tooltip="Back to where you were", key_display="esc", id="profile-back"),
    ]

    DEFAULT_CSS = """
    /* With room for a scrollbar in any case: lines are counted before there is one, and the last would be cut. */
    ProfileScreen Choices { height: 1fr; padding: 0 1; scrollbar-gutter: stable; }
    """

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self.profile = profile
        self.lines = list(self.rows())

    def body(self) -> Iterable[Widget]:
        """Lines that nothing is behind are passed over by the arrow keys."""
        yield Choices(*(Option(Hanging([line]), disabled=not behind) for line, behind in self.lines), markup=False)

    def on_mount(self) -> None:
        people = self.profile.team.respondents
        self.say_where(f"{self.profile.team.name} · profile", f"{people} {'person' if people == 1 else 'people'}")
        self.query_one(Choices).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        question = self.lines[event.option_index][1]
        if question and self.app.screen is self:
            self.app.push_screen(BehindDialog(self.profile, self.profile.results.question_by_id[question]))

    def action_leave(self) -> None:
        self.app.pop_screen()

    def rows(self) -> Iterator[Line]:
        """Everything, part by part."""
        for title, lines in (
            ("What you may want to prepare", self._prepare()),
            (
                "Who owns what, as you see it",
                ((row((f"  {words}", "$foreground")), "") for words in claims(self.profile)),
            ),
            ("Control: N needed, W wanted, O the most that is offered", self._control()),
            (f"{sections(self.profile, Kind.POSITION)}: your limits and leanings", self._words(Kind.POSITION)),
            ("The way ahead: ○ today, ◐ 12 months, ● 24 months", self._way()),
            (f"{sections(self.profile, Kind.PREREQUISITE)}: what is in place", self._words(Kind.PREREQUISITE)),
        ):
            content = list(lines)
            if content:
                yield row(), ""
                yield row((title, "bold $primary")), ""
                yield from content

    def _prepare(self) -> Iterator[Line]:
        titles = self.profile.results.question_by_id
        if not self.profile.prepare:
            yield row(f"  {NOTHING}"), ""
        for one in self.profile.prepare:
            question = one.finding.question
            yield row("  • ", (f"{titles[question].title}: ", "bold"), one.says), question

    def _control(self) -> Iterator[Line]:
        for item in self.profile.of_kind(Kind.CONTROL):
            if not has_answered(item, self.profile.team.id):  # what is offered would answer for the team
                yield row(f"  {fitted(item.title, 34)}", ("no answer yet", "$quiet")), item.id
                continue
            if is_not_applicable(item, self.profile.team.id):
                yield _not_applicable(item)
                continue
            needed, wanted = self.profile.view(item, Facet.NEEDED), self.profile.view(item, Facet.WANTED)
            most = item.offered.most if item.offered else None
            line = track([("N", needed), ("W", wanted), ("O", most)])
            figures = f" N{short(needed)} W{short(wanted)} O{short(most) if most is not None else '?'}"
            yield row(f"  {fitted(item.title, 34)}{line:<24}", (figures, "$quiet")), item.id
            if basis := self.profile.basis(item):
                yield row((f"    {basis}", "$quiet")), ""

    def _way(self) -> Iterator[Line]:
        for item in self.profile.of_kind(Kind.TRAJECTORY):
            if is_not_applicable(item, self.profile.team.id):
                yield _not_applicable(item)
                continue
            marks = [
                (mark, self.profile.view(item, facet))
                for mark, facet in (("○", Facet.TODAY), ("◐", Facet.IN_12_MONTHS), ("●", Facet.IN_24_MONTHS))
            ]
            figures = f" {' → '.join(short(position) for _, position in marks)}"
            line = track(marks, side_by_side=False)
            yield row(f"  {fitted(item.title, 34)}{line:<24}", (figures, "$quiet")), item.id

    def _words(self, kind: Kind) -> Iterator[Line]:
        for item in self.profile.of_kind(kind):
            words = item.answers.get(self.profile.team.id, "no answer")
            yield row(f"  {fitted(item.title, 38)}", (words, "$quiet" if words == "no answer" else "")), item.id


def _not_applicable(item: QuestionResults) -> Line:
    return row(f"  {fitted(item.title, 34)}", ("does not apply", "$quiet")), item.id


class BehindDialog(Dialog[None]):
    """What is behind a line: the question, the team's answers counted, what was found, and what is documented."""

    HELP_TEXT = "All that stands behind the line you came from. Esc leads back to it."

    def __init__(self, profile: Profile, item: QuestionResults) -> None:
        super().__init__()
        self.profile = profile
        self.item = item

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box") as box:
            self.name_box(box, self.item.title, "↑↓ scroll, Esc closes")
            yield Static(Hanging(list(self._rows())), markup=False)

    def _rows(self) -> Iterator[Content]:
        item = self.item
        yield row((item.text, "bold"))
        yield row()
        yield from (row(f"  {words}") for words in answers_in_words(item, self.profile.team.id))
        if basis := self.profile.basis(item):
            yield row(f"  {basis}")
        for one in self.profile.prepare:
            if one.finding.question == item.id:
                yield row()
                yield row(("• ", "$accent"), one.says)
                yield row(f"  {one.finding.says}")
        if item.fact and has_answered(item, self.profile.team.id):
            yield row()
            yield from (fact_row(fact, clock.today()) for fact in each_once(item.fact))
