"""What is behind a cell: every team's answers to a question, with the notes, and what is documented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from maturity import clock
from maturity.app.screens.page import Dialog
from maturity.app.screens.question_panels import fact_row
from maturity.app.widgets.hanging import Hanging
from maturity.app.widgets.literal import Part, paragraph, row
from maturity.app.widgets.quotation import Quotation
from maturity.pictures.glyphs import WORDS
from maturity.reports.conflicts import UNTIL_SETTLED, Conflict, named
from maturity.reports.criteria import criterion_rows, priority_words
from maturity.reports.gate import OUTCOMES, figure_sentences
from maturity.reports.glossary import GLOSSARY
from maturity.results.criteria import CriterionResults
from maturity.results.gate import VerdictResults
from maturity.results.model import Results
from maturity.results.questions import QuestionResults, TeamAnswers
from maturity.results.reading import NOT_IN_RESULTS
from maturity.results.values import Step
from maturity.rounds.notes import Notes
from questionnaires.words import Facet, Reversible
from scoring.wording.people import people_words
from scoring.wording.words import FACET_WORDS

_POINT: Final[Part] = ("◆ ", "$accent")


class TextDialog(Dialog[None]):
    """A box of text that scrolls with the arrow keys: rows of ours, and what people wrote."""

    HELP_TEXT = "All that stands behind the line or the cell you came from. Esc leads back to it."

    def __init__(self, title: str, pieces: Iterable[Content | Quotation]) -> None:
        super().__init__()
        self.heading = title
        self.pieces = list(pieces)

    def help_words(self) -> Iterable[tuple[str, str]]:
        return GLOSSARY

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box") as box:
            self.name_box(box, self.heading, "↑↓ scroll, Esc closes")
            yield from self._blocks()

    def _blocks(self) -> Iterator[Widget]:
        """Rows that follow each other in one widget, each quotation in its own."""
        rows: list[Content] = []
        for piece in self.pieces:
            if isinstance(piece, Content):
                rows.append(piece)
                continue
            if rows:
                yield Static(Hanging(rows))
            yield piece
            rows = []
        if rows:
            yield Static(Hanging(rows))

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()


class AnswersDialog(TextDialog):
    """The answers behind a question; the team of the cell stands first."""

    def __init__(self, results: Results, notes: Notes | None, item: QuestionResults, first: str | None = None) -> None:
        super().__init__(item.title, answers_behind(results, notes, item, first))


class CriterionDialog(TextDialog):
    """One exit criterion in full."""

    def __init__(self, criterion: CriterionResults, verdict: VerdictResults | None = None) -> None:
        super().__init__("Exit criterion", _criterion(criterion, verdict))


class ConflictDialog(TextDialog):
    """Limits that exclude each other, and then each criterion that rests on one of them."""

    def __init__(self, conflict: Conflict) -> None:
        super().__init__("Conflict of limits", _conflict(conflict))


def _conflict(conflict: Conflict) -> Iterator[Content]:
    yield row((f"CONFLICT  {named(conflict)}", "bold $error"))
    yield from (row(f"  {sentence}") for sentence in (*conflict[0].conflict_says, UNTIL_SETTLED))
    for criterion in conflict:
        yield row()
        yield from _criterion(criterion, None)


def _criterion(criterion: CriterionResults, verdict: VerdictResults | None) -> Iterator[Content]:
    """Statement first, then what the pilot's figures say, how it is measured, who answers for it, and why."""
    yield row((f"{priority_words(criterion)}  {criterion.title}", "bold $primary"))
    rows = list(criterion_rows(criterion, clock.today()))
    if verdict:
        rows = [(name, words) for name, words in rows if words != criterion.computed_says]  # the verdict says it too
        rows[1:1] = [("Verdict", words) for words in (OUTCOMES[verdict.outcome], *figure_sentences(verdict))]
    previous = ""
    for name, words in rows:
        if name and name != previous:
            yield row()
            yield row((name, "$accent"))
        yield row(f"  {words}") if name else row((words, "bold"))
        previous = name


def answers_behind(
    results: Results, notes: Notes | None, item: QuestionResults, first: str | None
) -> Iterator[Content | Quotation]:
    """Findings, then the teams with every answer and note, then the facts."""
    yield paragraph(item.text, "bold")
    yield row()
    for finding in item.findings:
        yield row(_POINT, finding.says)
        limits = (finding.fragile, finding.margin, finding.if_known)
        yield from (row((f"    ~ {limit.says}", "$quiet")) for limit in limits if limit)
    for sentence in filter(None, (item.bands_say, item.beyond_says, *item.figures_say)):
        yield row(_POINT, sentence)
    entry = next((entry for entry in results.agenda if entry.question == item.id), None)
    if entry is not None:
        taken_back = "hard to take back" if item.reversible is Reversible.ONE_WAY else "can be taken back"
        weight = f"{item.impact.value} impact, {taken_back}, {WORDS[entry.column]}"
        yield row(_POINT, f"On the agenda as {entry.urgency.value}: {weight}.")
        if entry.leverage_says:
            yield row(_POINT, entry.leverage_says)
    for team in sorted(results.team, key=lambda team: team.id != first):
        yield row()
        yield row((team.name, "bold $primary"))
        yield from _team(item, team.id)
        yield from _moved(results, item, team.id)
        if notes is not None:
            yield from _people(notes, item, team.id, results.round)
    if notes is None:
        yield row()
        yield row((NOT_IN_RESULTS, "$quiet"))
    if item.fact:
        yield row()
        yield from (fact_row(fact, clock.today()) for fact in item.fact)


def _team(item: QuestionResults, team: str) -> Iterator[Content]:
    answers = item.answers_of(team)
    for facet, entry in answers:
        yield row(f"  {FACET_WORDS[facet]}: {_counts(item, entry)}")
        if facet is Facet.NEEDED and team in item.bases_say:
            yield row(f"    {item.bases_say[team]}")
    if not answers:
        yield row("  was not asked")


def _moved(results: Results, item: QuestionResults, team: str) -> Iterator[Content]:
    """How many people of a team moved on a question since the other round, where that is known."""
    movement = results.movement
    moved = next((one for one in movement.question if one.question == item.id), None) if movement else None
    if movement is None or moved is None or moved.step in (Step.NOT_ASKED_AGAIN, Step.ASKED_FIRST):
        return
    for count in moved.people:
        if count.team == team:
            words = people_words(count.moved, count.stayed, count.new, count.gone)
            yield row((f"  since round {movement.against}: {words}", "$quiet"))


def _counts(item: QuestionResults, entry: TeamAnswers) -> str:
    """The distribution in words, with how much it rests on."""
    said = []
    for place, (option, count) in enumerate(zip(item.scale, entry.counts, strict=True)):
        if count:
            number = f"{place} " if item.is_ordered else ""
            said.append(f"{number}{option}" + (f" ×{count}" if count > 1 else ""))
    for count, word in (
        (entry.dont_know, "don't know"),
        (entry.not_applicable, "not applicable"),
        (entry.unanswered, "no answer yet"),
    ):
        if count:
            said.append(word + (f" ×{count}" if count > 1 else ""))
    grade = f" ({entry.evidence})" if item.is_ordered and entry.answered else ""
    return f"{', '.join(said)}{grade}{'; no common position' if entry.common_position is False else ''}"


def _people(notes: Notes, item: QuestionResults, team: str, number: int) -> Iterator[Content | Quotation]:
    """Each person's own answer where a team has several, and every note and flag."""
    are_several = notes.count_of(team) > 1
    for place, said in notes.of_team(item.id, team):
        before = "" if said.round == number else f" (in round {said.round})"
        if are_several:
            yield row(f"    person {place}{before}: {' / '.join(said.choices)}")
        elif before and said.choices:
            yield row(f"    answered in round {said.round}")
        if said.is_flagged:
            yield row(("    ▲ flagged for discussion", "$warning"))
        if said.note:
            yield Quotation(said.note)
