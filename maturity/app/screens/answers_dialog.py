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
from maturity.app.screens.question_panels import facts
from maturity.app.widgets.literal import Part, paragraph, row, stacked
from maturity.app.widgets.quotation import Quotation
from maturity.files.trees import Tree
from maturity.pictures.glyphs import WORDS
from maturity.reports.criteria import criterion_rows
from maturity.reports.gate import OUTCOMES, figure_sentences
from questionnaires import Response, Scale, answers_for, label
from questionnaires.words import Facet
from scoring import Comparison, QuestionComparison
from scoring.comparison.facets import TeamFacet
from scoring.counts.tally import Distribution
from scoring.criteria.gate import Outcome
from scoring.fragility.findings import Flips
from scoring.wording.changes import distance_sentence, flip_sentence, pooled_sentence, variation_sentence
from scoring.wording.findings import chance_sentence, finding_sentence
from scoring.wording.words import FACET_WORDS

_POINT: Final[Part] = ("◆ ", "$accent")


class TextDialog(Dialog[None]):
    """A box of text that scrolls with the arrow keys: rows of ours, and what people wrote."""

    def __init__(self, title: str, pieces: Iterable[Content | Quotation]) -> None:
        super().__init__()
        self.heading = title
        self.pieces = list(pieces)

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
                yield Static(stacked(rows))
            yield piece
            rows = []
        if rows:
            yield Static(stacked(rows))

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()


class BehindDialog(TextDialog):
    """The answers behind a question; the team of the cell stands first."""

    def __init__(
        self,
        comparison: Comparison,
        flips: Flips,
        item: QuestionComparison,
        responses: tuple[Response, ...],
        first: str | None = None,
    ) -> None:
        super().__init__(item.question.title, behind(comparison, flips, item, responses, first))


class CriterionDialog(TextDialog):
    """One exit criterion in full."""

    def __init__(self, criterion: Tree, verdict: Tree | None = None) -> None:
        super().__init__("Exit criterion", _criterion(criterion, verdict))


def _criterion(tree: Tree, verdict: Tree | None) -> Iterator[Content]:
    """Statement first, then what the pilot's figures say, how it is measured, who answers for it, and why."""
    yield row((f"{tree['priority'].upper()}  {tree['title']}", "bold $primary"))
    rows = list(criterion_rows(tree, clock.now().date()))
    if verdict:
        outcome = OUTCOMES[Outcome(verdict["outcome"])]
        rows[1:1] = [("Verdict", words) for words in (outcome, *figure_sentences(verdict))]
    previous = ""
    for name, words in rows:
        if name and name != previous:
            yield row()
            yield row((name, "$accent"))
        yield row(f"  {words}") if name else row((words, "bold"))
        previous = name


def behind(
    comparison: Comparison, flips: Flips, item: QuestionComparison, responses: tuple[Response, ...], first: str | None
) -> Iterator[Content | Quotation]:
    """Findings, then the teams with every answer and note, then the facts."""
    question = item.question
    yield paragraph(question.text, "bold")
    yield row()
    for finding in item.findings:
        yield row(_POINT, finding_sentence(comparison, finding))
        if sentence := flip_sentence(comparison, flips, finding):
            yield row((f"    ~ {sentence}", "$quiet"))
    if item.worst is not None:
        options = len(comparison.questionnaire.scale_by_id[question.scale].options)
        for sentence in (
            chance_sentence(item.worst, options),
            pooled_sentence(comparison, item.worst),
            variation_sentence(item.worst),
            distance_sentence(comparison, item.worst),
        ):
            if sentence:
                yield row(_POINT, sentence)
    entry = next((entry for entry in comparison.agenda.entries if entry.question == question.id), None)
    if entry is not None:
        taken_back = "hard to take back" if question.reversible == "one-way" else "can be taken back"
        weight = f"{question.impact.value} impact, {taken_back}, {WORDS[entry.column]}"
        yield row(_POINT, f"On the agenda as {entry.agenda_class.value}: {weight}.")
    teams = sorted(comparison.teams, key=lambda team: team != first)
    for team in teams:
        yield row()
        yield row((comparison.label(team), "bold $primary"))
        yield from _team(comparison, item, team)
        yield from _people(comparison, item, responses, team)
    if known := list(facts(comparison.questionnaire, question, clock.now().date())):
        yield row()
        yield from known


def _team(comparison: Comparison, item: QuestionComparison, team: str) -> Iterator[Content]:
    scale = comparison.questionnaire.scale_by_id[item.question.scale]
    asked = False
    for facet, cells in item.cells.items():
        if team in cells:
            asked = True
            compared = item.facet(facet)
            entry = compared.team(team) if compared else None
            yield row(f"  {FACET_WORDS[facet]}: {_counts(scale, cells[team], entry)}")
    if not asked:
        yield row("  was not asked")


def _counts(scale: Scale, cell: Distribution, entry: TeamFacet | None) -> str:
    """The distribution in words, with how much it rests on."""
    said = []
    for place, count in enumerate(cell.counts):
        if count:
            option = scale.options[place].label
            number = f"{place} " if entry else ""
            said.append(f"{number}{option}" + (f" ×{count}" if count > 1 else ""))
    for count, word in (
        (cell.dont_know, "don't know"),
        (cell.not_applicable, "not applicable"),
        (cell.unanswered, "no answer yet"),
    ):
        if count:
            said.append(word + (f" ×{count}" if count > 1 else ""))
    grade = f" ({entry.evidence})" if entry and cell.answered else ""
    torn = "; no common position" if entry and entry.position is not None and not entry.has_common_position else ""
    return f"{', '.join(said)}{grade}{torn}"


def _people(
    comparison: Comparison, item: QuestionComparison, responses: tuple[Response, ...], team: str
) -> Iterator[Content | Quotation]:
    """Each person's own answer where a team has several, and every note and flag."""
    questionnaire = comparison.questionnaire
    mine = [response for response in responses if response.respondent.team == team]
    for place, response in enumerate(mine, start=1):
        answer = answers_for(response, questionnaire).get(item.question.id)
        if answer is None:
            continue
        said = [
            label(questionnaire.scale_of(item.question, facet), answer.choice(facet))
            for facet in (*item.question.facets, Facet.BASIS)
            if answer.choice(facet) is not None
        ]
        if len(mine) > 1:
            yield row(f"    person {place}: {' / '.join(said)}")
        if answer.flag:
            yield row(("    ▲ flagged for discussion", "$warning"))
        if answer.note:
            yield Quotation(answer.note)
