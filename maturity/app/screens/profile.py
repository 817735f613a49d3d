"""One team by itself: positions, needed, wanted and offered, limits, the way ahead, claims, and what to prepare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from maturity.app.screens.page import Page
from maturity.app.widgets.literal import row, stacked
from maturity.pictures.matrix import short
from maturity.pictures.track import track
from questionnaires import Questionnaire, label
from questionnaires.words import Facet, Kind
from scoring import QuestionComparison, Tally
from scoring.comparison.answers import answer_in_words
from scoring.comparison.profile import profile
from scoring.wording.findings import finding_sentence
from scoring.wording.words import listed


class ProfileScreen(Page):
    """What one team says, before anybody is compared with anybody."""

    HELP_TEXT = (
        "This is one team by itself. On the control tracks N is the control needed, W wanted, O the most the service "
        "offers. On the way ahead ● is today, ◆ in 12 months, ▲ in 24 months. – stands where the team has "
        "no common position. Nothing here is a judgement: it helps the team to prepare for the workshop."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", tooltip="Back to where you came from", key_display="esc"),
        Binding("up,k", "scroll(-1)", "Up", show=False, tooltip="Scroll up"),
        Binding("down,j", "scroll(1)", "Down", tooltip="Scroll down", key_display="↑↓"),
        Binding("pageup", "scroll(-10)", "Page up", show=False, tooltip="Scroll up a page"),
        Binding("pagedown,space", "scroll(10)", "Page down", show=False, tooltip="Scroll down a page"),
    ]

    DEFAULT_CSS = """
    ProfileScreen #profile { padding: 0 2; }
    """

    def __init__(self, questionnaire: Questionnaire, counted: Tally, team: str, round_number: int) -> None:
        super().__init__()
        self.questionnaire = questionnaire
        self.profile = profile(questionnaire, counted, team, round_number)

    def body(self) -> Iterable[Widget]:
        yield VerticalScroll(Static(self.content(), markup=False), id="profile")

    def on_mount(self) -> None:
        people = self.profile.comparison.progress[self.profile.team].respondents
        label = self.questionnaire.team_by_id[self.profile.team].label
        self.say_where(f"{label} · profile", f"{people} {'person' if people == 1 else 'people'}")
        self.query_one("#profile").focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one("#profile").scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        self.app.pop_screen()

    def content(self) -> Content:
        rows: list[Content] = []
        for title, lines in (
            ("What you may want to prepare", self._prepare()),
            ("Who owns what, as you see it", self._claims()),
            ("Control: N needed, W wanted, O the most that is offered", self._control()),
            (f"{self._sections(Kind.POSITION)}: your limits and leanings", self._words(Kind.POSITION)),
            ("The way ahead: ● today, ◆ 12 months, ▲ 24 months", self._way()),
            (f"{self._sections(Kind.PREREQUISITE)}: what is in place", self._words(Kind.PREREQUISITE)),
        ):
            content = list(lines)
            if content:
                rows += [row(), row((title, "bold $primary")), *content]
        return stacked([*rows, row()])

    def _title(self, question: str) -> str:
        return self.questionnaire.question_by_id[question].title

    def _sections(self, kind: Kind) -> str:
        """The titles of the sections that ask this kind of question."""
        asking = dict.fromkeys(item.question.section for item in self.profile.of_kind(kind))
        return listed(self.questionnaire.section_by_id[section].title for section in asking)

    def _prepare(self) -> Iterator[Content]:
        found = self.profile.prepare
        if not found:
            yield row("  Nothing stands out.")
        for finding in found:
            said = finding_sentence(self.profile.comparison, finding)
            yield row(f"  ◆ {self._title(finding.question)}: ", (said, "$quiet"))

    def _claims(self) -> Iterator[Content]:
        by_owner: dict[str, list[str]] = {}
        for item in self.profile.of_kind(Kind.OWNERSHIP):
            if item.claims is not None:
                scale = self.questionnaire.scale_of(item.question)
                owners = item.claims.named[self.profile.team]
                words = listed((label(scale, owner) for owner in owners), "or")
                by_owner.setdefault(words, []).append(item.question.title)
        own = self.questionnaire.team_by_id[self.profile.team].label
        for owner, titles in sorted(by_owner.items(), key=lambda entry: (entry[0] != own, -len(entry[1]), entry[0])):
            yield row((f"  {owner} ({len(titles)}): ", "bold"), "; ".join(titles))

    def _control(self) -> Iterator[Content]:
        for item in self.profile.of_kind(Kind.CONTROL):
            needed, wanted = self._position(item, Facet.NEEDED), self._position(item, Facet.WANTED)
            offered = item.question.offered
            most = Fraction(offered.most) if offered and offered.most is not None else None
            line = track([("N", needed), ("W", wanted), ("O", most)])
            figures = f" N{short(needed)} W{short(wanted)} O{short(most) if most is not None else '?'}"
            yield row(f"  {item.question.title:<34.34}{line:<24}", (figures, "$quiet"))

    def _way(self) -> Iterator[Content]:
        for item in self.profile.of_kind(Kind.TRAJECTORY):
            marks = [
                (mark, self._position(item, facet))
                for mark, facet in (("●", Facet.TODAY), ("◆", Facet.IN_12_MONTHS), ("▲", Facet.IN_24_MONTHS))
            ]
            figures = f" {' → '.join(short(position) for _, position in marks)}"
            line = track(marks, side_by_side=False)
            yield row(f"  {item.question.title:<34.34}{line:<24}", (figures, "$quiet"))

    def _words(self, kind: Kind) -> Iterator[Content]:
        for item in self.profile.of_kind(kind):
            words = answer_in_words(self.questionnaire, item, self.profile.team) or "no answer"
            yield row(f"  {item.question.title:<38.38}", (words, "$quiet" if words == "no answer" else ""))

    def _position(self, item: QuestionComparison, facet: Facet) -> Fraction | None:
        """The team's view; None where its members have no common position, so that no median passes for one."""
        compared = item.facet(facet)
        return compared.positions.get(self.profile.team) if compared else None
