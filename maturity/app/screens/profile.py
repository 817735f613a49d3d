"""One team by itself: positions, needed, wanted and offered, limits, the way ahead, claims, and what to prepare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from maturity.app.screens.page import Page
from maturity.app.widgets.hanging import Hanging
from maturity.app.widgets.literal import row
from maturity.pictures.squares import short
from maturity.pictures.track import track
from maturity.results.profile import Profile
from questionnaires.words import Facet, Kind
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

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self.profile = profile

    def body(self) -> Iterable[Widget]:
        yield VerticalScroll(Static(Hanging(self.rows()), markup=False), id="profile")

    def on_mount(self) -> None:
        people = self.profile.team.respondents
        self.say_where(f"{self.profile.team.name} · profile", f"{people} {'person' if people == 1 else 'people'}")
        self.query_one("#profile").focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one("#profile").scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        self.app.pop_screen()

    def rows(self) -> list[Content]:
        """Everything, part by part."""
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
        return [*rows, row()]

    def _title(self, question: str) -> str:
        return self.profile.results.question_by_id[question].title

    def _sections(self, kind: Kind) -> str:
        """The titles of the sections that ask this kind of question."""
        asking = {item.section for item in self.profile.of_kind(kind)}
        return listed(section.title for section in self.profile.results.section if section.id in asking)

    def _prepare(self) -> Iterator[Content]:
        found = self.profile.prepare
        if not found:
            yield row("  Nothing stands out.")
        for finding in found:
            yield row(f"  ◆ {self._title(finding.question)}: ", (finding.says, "$quiet"))

    def _claims(self) -> Iterator[Content]:
        by_owner: dict[str, list[str]] = {}
        own = self.profile.team.name
        for item in self.profile.of_kind(Kind.OWNERSHIP):
            if self.profile.team.id in item.named:
                labels = dict(zip(item.keys, item.scale, strict=True))
                words = listed((labels[owner] for owner in item.named[self.profile.team.id]), "or")
                by_owner.setdefault(words, []).append(item.title)
        for owner, titles in sorted(by_owner.items(), key=lambda entry: (entry[0] != own, -len(entry[1]), entry[0])):
            yield row((f"  {owner} ({len(titles)}): ", "bold"), "; ".join(titles))

    def _control(self) -> Iterator[Content]:
        for item in self.profile.of_kind(Kind.CONTROL):
            needed, wanted = self.profile.view(item, Facet.NEEDED), self.profile.view(item, Facet.WANTED)
            most = item.offered.most if item.offered else None
            line = track([("N", needed), ("W", wanted), ("O", most)])
            figures = f" N{short(needed)} W{short(wanted)} O{short(most) if most is not None else '?'}"
            yield row(f"  {item.title:<34.34}{line:<24}", (figures, "$quiet"))
            if basis := item.bases_say.get(self.profile.team.id):
                yield row(f"    needs it {basis}" if basis.startswith("by ") else f"    {basis}")

    def _way(self) -> Iterator[Content]:
        for item in self.profile.of_kind(Kind.TRAJECTORY):
            marks = [
                (mark, self.profile.view(item, facet))
                for mark, facet in (("●", Facet.TODAY), ("◆", Facet.IN_12_MONTHS), ("▲", Facet.IN_24_MONTHS))
            ]
            figures = f" {' → '.join(short(position) for _, position in marks)}"
            line = track(marks, side_by_side=False)
            yield row(f"  {item.title:<34.34}{line:<24}", (figures, "$quiet"))

    def _words(self, kind: Kind) -> Iterator[Content]:
        for item in self.profile.of_kind(kind):
            words = item.answers.get(self.profile.team.id, "no answer")
            yield row(f"  {item.title:<38.38}", (words, "$quiet" if words == "no answer" else ""))
