"""What is behind a cell: every team's answers to a question, with the notes, and what is documented."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from maturity.gating import OUTCOMES, figure_sentences
from maturity.pictures.glyphs import WORDS
from maturity.report_of_criteria import criterion_rows
from maturity.results_of_criteria import criterion_tree
from maturity.screens.page import Dialog
from maturity.trees import Tree
from maturity.walk import revealed
from maturity.workspace import now
from questionnaires import Response, Scale, answers_for, label
from questionnaires.words import Facet
from scoring import Comparison, Criterion, QuestionComparison
from scoring.facets import TeamFacet
from scoring.gate import Outcome
from scoring.tally import Distribution
from scoring.wording import FACET_WORDS, chance_sentence, finding_sentence
from scoring.wording_of_changes import flip_sentence, movement_sentence, pooled_sentence, variation_sentence

Part = str | tuple[str, str]


class TextDialog(Dialog[None]):
    """A box of text that scrolls with the arrow keys."""

    def __init__(self, title: str, content: Content) -> None:
        super().__init__()
        self.heading = title
        self.content = content

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box") as box:
            box.border_title = self.heading
            box.border_subtitle = "↑↓ scroll, Esc closes"
            yield Static(self.content)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()


class BehindDialog(TextDialog):
    """The answers behind a question; the team of the cell stands first."""

    def __init__(
        self,
        comparison: Comparison,
        item: QuestionComparison,
        responses: tuple[Response, ...],
        first: str | None = None,
    ) -> None:
        super().__init__(item.question.title, behind(comparison, item, responses, first))


class CriterionDialog(TextDialog):
    """One exit criterion in full."""

    def __init__(self, comparison: Comparison, criterion: Criterion, verdict: Tree | None = None) -> None:
        super().__init__("Exit criterion", _criterion(criterion_tree(comparison, criterion), verdict))


def _criterion(tree: Tree, verdict: Tree | None) -> Content:
    """Statement first, then what the pilot's figures say, how it is measured, who answers for it, and why."""
    parts: list[Part] = [(f"{tree['priority'].upper()}  {tree['title']}\n", "bold $primary")]
    rows = list(criterion_rows(tree, now().date()))
    if verdict:
        outcome = OUTCOMES[Outcome(verdict["outcome"])]
        rows[1:1] = [("Verdict", words) for words in (outcome, *figure_sentences(verdict))]
    previous = ""
    for name, words in rows:
        if not name:
            parts.append((f"{words}\n", "bold"))
        else:
            parts.append((f"\n{name}\n" if name != previous else "", "$accent"))
            parts.append(f"  {words}\n")
        previous = name
    return Content.assemble(*parts).rstrip()


def behind(
    comparison: Comparison, item: QuestionComparison, responses: tuple[Response, ...], first: str | None
) -> Content:
    """Findings, then the teams with every answer and note, then the facts."""
    question = item.question
    parts: list[Part] = [(question.text, "bold"), "\n\n"]
    for finding in item.findings:
        parts += [("◆ ", "$accent"), f"{finding_sentence(comparison, finding)}\n"]
        if sentence := flip_sentence(comparison, finding):
            parts.append((f"    ~ {sentence}\n", "$quiet"))
    if item.worst is not None:
        options = len(comparison.questionnaire.scale_by_id[question.scale].options)
        for sentence in (
            chance_sentence(item.worst, options),
            pooled_sentence(comparison, item.worst),
            variation_sentence(item.worst),
            movement_sentence(comparison, item.worst),
        ):
            parts += [("◆ ", "$accent"), f"{sentence}\n"] if sentence else []
    entry = next((entry for entry in comparison.agenda.entries if entry.question == question.id), None)
    if entry is not None:
        taken_back = "hard to take back" if question.reversible == "one-way" else "can be taken back"
        weight = f"{question.impact.value} impact, {taken_back}, {WORDS[entry.column]}"
        parts += [("◆ ", "$accent"), f"On the agenda as {entry.agenda_class.value}: {weight}.\n"]
    teams = sorted(comparison.teams, key=lambda team: team != first)
    for team in teams:
        parts += ["\n", (comparison.label(team), "bold $primary"), "\n", *_team(comparison, item, team)]
        parts += _people(comparison, item, responses, team)
    facts = list(revealed(comparison.questionnaire, question, now().date()))
    if facts:
        parts.append("\n")
    for fact in facts:
        parts += [(f"{fact.title}: ", "bold"), fact.text, (f" ({fact.source})\n", "$quiet") if fact.source else "\n"]
    return Content.assemble(*parts).rstrip()


def _team(comparison: Comparison, item: QuestionComparison, team: str) -> Iterator[Part]:
    scale = comparison.questionnaire.scale_by_id[item.question.scale]
    asked = False
    for facet, cells in item.cells.items():
        if team in cells:
            asked = True
            compared = item.facet(facet)
            entry = compared.team(team) if compared else None
            yield f"  {FACET_WORDS[facet]}: {_counts(scale, cells[team], entry)}\n"
    if not asked:
        yield "  was not asked\n"


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
) -> Iterator[Part]:
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
            yield f"    person {place}: {' / '.join(said)}\n"
        if answer.flag:
            yield ("    ▲ flagged for discussion\n", "$warning")
        if answer.note:
            yield (f"    “{answer.note}”\n", "italic $quiet")
