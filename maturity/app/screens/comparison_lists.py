"""The lists of the comparison: agenda, criteria, notes, and what moved since another round."""

from __future__ import annotations

from collections.abc import Iterator

from textual.widgets.option_list import Option

from maturity.app.widgets.literal import Part, row, stacked
from maturity.app.widgets.quotation import Quoted
from maturity.files.trees import Tree
from maturity.pictures.glyphs import FLAG, FRAGILE, GLYPHS
from maturity.reports.criteria import bound
from maturity.reports.gate import OUTCOMES
from maturity.reports.movement import movement_headline
from maturity.reports.outline import CLASSES, GATES
from maturity.rounds.round import Round
from questionnaires import Respondent, answers_for
from scoring.comparison.agenda import AgendaEntry
from scoring.comparison.rounds import Step
from scoring.criteria.gate import Outcome, Verdict
from scoring.wording.findings import finding_sentence
from scoring.wording.rounds import STEP_WORDS, movement_sentence


def agenda_options(found: Round) -> list[Option]:
    """What to discuss, by class, and the two lists of their own."""
    options: list[Option] = []
    comparison = found.comparison
    agenda = comparison.agenda
    questions = comparison.questionnaire.question_by_id
    written = tuple(_notes(found))
    for name, title in CLASSES.items():
        entries = [entry for entry in agenda.entries if entry.agenda_class.value == name]
        if entries:
            options.append(_heading(f"{title} ({len(entries)})"))
        for entry in entries:
            sentences = dict.fromkeys(finding_sentence(comparison, finding) for finding in entry.findings)
            flag = f"  {FLAG} flagged ×{entry.flags}" if entry.flags else ""
            notes = sum(question == entry.question for question, _, _ in written)
            flag += f"  ◆ {notes} {'note' if notes == 1 else 'notes'}" if notes else ""
            glyph = (f"{GLYPHS[entry.column]} ", f"${'far' if entry.column == 'far_apart' else entry.column.value}")
            asked = (questions[entry.question].title, "bold")
            line = row(glyph, asked, (_rests_on(found, entry), "$quiet"), (flag, "$warning"))
            said = row((f"  {' '.join(sentences)}", "$quiet"))
            options.append(Option(stacked([line, said]), id=f"question:{entry.question}"))
    for title, findings in (
        ("Teams that first have to agree among themselves", agenda.no_common_position),
        ("Does this apply to us?", agenda.applicability),
    ):
        if findings:
            options.append(_heading(f"{title} ({len(findings)})"))
        for place, finding in enumerate(findings):
            line = row("  ", (questions[finding.question].title, "bold"))
            said = row((f"  {finding_sentence(comparison, finding)}", "$quiet"))
            identifier = f"question:{finding.question}:{finding.kind.value}{place}"
            options.append(Option(stacked([line, said]), id=identifier))
    return options or [Option(row("Nothing calls for a discussion."), disabled=True)]


def _heading(words: str) -> Option:
    return Option(row((words, "bold $primary")), disabled=True)


def _rests_on(found: Round, entry: AgendaEntry) -> str:
    """How many answers a team it rests on, and whether one of them would change it; Enter says which."""
    item = found.comparison.question(entry.question)
    assert item is not None
    counts = sorted({cell.answered for teams in item.cells.values() for cell in teams.values() if cell.answered})
    if not counts:
        return ""
    size = f"{counts[0]}" if len(counts) == 1 else f"{counts[0]}–{counts[-1]}"
    is_fragile = any(finding in found.flips for finding in entry.findings)
    return f"  {f'{FRAGILE} ' if is_fragile else ''}{size} {'answer' if size == '1' else 'answers'}"


def note_options(found: Round) -> list[Option]:
    """Every note, by question: what people wanted to say besides."""
    options = []
    written = tuple(_notes(found))
    for item in found.comparison.questions:
        for question, who, note in written:
            if question == item.question.id:
                line = row((item.question.title, "bold"), (f"  {found.comparison.label(who.team)}", "$accent"))
                options.append(Option(Quoted(line, note), id=f"question:{question}:{who.id}"))
    return options or [Option(row("Nobody left a note."), disabled=True)]


def _notes(found: Round) -> Iterator[tuple[str, Respondent, str]]:
    """Every note with the question it is on, by today's id, and who wrote it."""
    for response in found.responses:
        for question, answer in answers_for(response, found.comparison.questionnaire).items():
            if answer.note:
                yield question, response.respondent, answer.note


def criterion_options(found: Round, tree: Tree) -> list[Option]:
    """The criteria by gate, with the verdict of the pilot's figures where there is one."""
    options: list[Option] = []
    bounds = {item["id"]: item for item in tree["criterion"]}
    verdicts = {verdict.criterion.id: verdict for verdict in found.judgement.verdicts} if found.judgement else {}
    for gate, title in GATES.items():
        criteria = [criterion for criterion in found.criteria if criterion.gate.value == gate]
        if criteria:
            musts = sum(criterion.priority.value == "must" for criterion in criteria)
            options.append(_heading(f"{title}: {musts} must, {len(criteria) - musts} more"))
        for criterion in criteria:
            is_open = criterion.owner.named.startswith("to be")
            line = row(
                (
                    f"{criterion.priority.value.upper():<7}",
                    "$accent bold" if criterion.priority == "must" else "$quiet",
                ),
                (criterion.title, "bold"),
                f"  {bound(bounds[criterion.id])}",
                *_verdict(verdicts.get(criterion.id)),
            )
            owner = row((f"       {criterion.owner.named}", "$warning" if is_open else "$quiet"))
            options.append(Option(stacked([line, owner]), id=f"criterion:{criterion.id}"))
    return options or [Option(row("No criterion is recommended."), disabled=True)]


_COLOURS = {
    Outcome.PASS: "$success",
    Outcome.FAIL: "$error",
    Outcome.NOT_MEASURED: "$quiet",
    Outcome.WAIVED: "$warning",
}


def _verdict(verdict: Verdict | None) -> list[Part]:
    return [(f"  {OUTCOMES[verdict.outcome]}", _COLOURS[verdict.outcome])] if verdict else []


def movement_options(found: Round, tree: Tree) -> list[Option]:
    """What moved since the other round: newly agreed first."""
    movement = found.movement
    if movement is None:
        return []
    questionnaire = found.comparison.questionnaire
    said = " ".join(filter(None, (movement_headline(tree["movement"]), tree["movement"].get("says"))))
    options = [Option(row(said), disabled=True)]
    for step in Step:
        items = movement.of_step(step)
        if items:
            words = STEP_WORDS[step]
            title = f"{words[0].upper()}{words[1:]} ({len(items)})"
            options.append(_heading(title))
        for item in items:
            says = movement_sentence(questionnaire, movement, item)
            rows = [row("  ", (item.question.title, "bold")), *([row((f"  {says}", "$quiet"))] if says else [])]
            options.append(Option(stacked(rows), id=f"question:{item.question.id}"))
    return options
