"""The lists of the comparison: agenda, criteria, notes, and what moved since another round."""

from __future__ import annotations

from textual.content import Content
from textual.widgets.option_list import Option

from maturity.gating import OUTCOMES
from maturity.pictures.glyphs import FLAG, FRAGILE, GLYPHS
from maturity.report import CLASSES, GATES
from maturity.report_of_criteria import bound
from maturity.report_of_movement import movement_headline
from maturity.rounds import Round
from maturity.trees import Tree
from scoring.agenda import AgendaEntry
from scoring.gate import Outcome, Verdict
from scoring.movement import Step
from scoring.wording import finding_sentence
from scoring.wording_of_movement import STEP_WORDS, movement_sentence


def agenda_options(found: Round) -> list[Option]:
    """What to discuss, by class, and the two lists of their own."""
    options: list[Option] = []
    comparison = found.comparison
    agenda = comparison.agenda
    questions = comparison.questionnaire.question_by_id
    for name, title in CLASSES.items():
        entries = [entry for entry in agenda.entries if entry.agenda_class.value == name]
        if entries:
            options.append(Option(Content.assemble((f"{title} ({len(entries)})", "bold $primary")), disabled=True))
        for entry in entries:
            sentences = dict.fromkeys(finding_sentence(comparison, finding) for finding in entry.findings)
            flag = f"  {FLAG} flagged ×{entry.flags}" if entry.flags else ""
            notes = sum(bool(response.answer(entry.question).note) for response in found.responses)
            flag += f"  ◆ {notes} {'note' if notes == 1 else 'notes'}" if notes else ""
            glyph = (f"{GLYPHS[entry.column]} ", f"${'far' if entry.column == 'far_apart' else entry.column.value}")
            line = Content.assemble(
                glyph,
                (questions[entry.question].title, "bold"),
                (_rests_on(found, entry), "$quiet"),
                (flag, "$warning"),
                (f"\n  {' '.join(sentences)}", "$quiet"),
            )
            options.append(Option(line, id=f"question:{entry.question}"))
    for title, findings in (
        ("Teams that first have to agree among themselves", agenda.no_common_position),
        ("Does this apply to us?", agenda.applicability),
    ):
        if findings:
            options.append(Option(Content.assemble((f"{title} ({len(findings)})", "bold $primary")), disabled=True))
        for place, finding in enumerate(findings):
            line = Content.assemble(
                "  ",
                (questions[finding.question].title, "bold"),
                (f"\n  {finding_sentence(comparison, finding)}", "$quiet"),
            )
            options.append(Option(line, id=f"question:{finding.question}:{finding.kind.value}{place}"))
    return options or [Option(Content("Nothing calls for a discussion."), disabled=True)]


def _rests_on(found: Round, entry: AgendaEntry) -> str:
    """How many answers a team it rests on, and whether one of them would change it; Enter says which."""
    item = found.comparison.question(entry.question)
    assert item is not None
    counts = sorted({cell.answered for teams in item.cells.values() for cell in teams.values() if cell.answered})
    if not counts:
        return ""
    size = f"{counts[0]}" if len(counts) == 1 else f"{counts[0]}–{counts[-1]}"
    is_fragile = any(finding in found.comparison.flips for finding in entry.findings)
    return f"  {f'{FRAGILE} ' if is_fragile else ''}{size} {'answer' if size == '1' else 'answers'}"


def note_options(found: Round) -> list[Option]:
    """Every note, by question: what people wanted to say besides."""
    options = []
    for item in found.comparison.questions:
        for response in found.responses:
            note = response.answer(item.question.id).note
            if note:
                team = found.comparison.questionnaire.team_by_id[response.respondent.team].label
                line = Content.assemble((item.question.title, "bold"), (f"  {team}\n", "$accent"), f"  “{note}”")
                options.append(Option(line, id=f"question:{item.question.id}:{response.respondent.id}"))
    return options or [Option(Content("Nobody left a note."), disabled=True)]


def criterion_options(found: Round, tree: Tree) -> list[Option]:
    """The criteria by gate, with the verdict of the pilot's figures where there is one."""
    options: list[Option] = []
    bounds = {item["id"]: item for item in tree["criterion"]}
    verdicts = {verdict.criterion.id: verdict for verdict in found.judgement.verdicts} if found.judgement else {}
    for gate, title in GATES.items():
        criteria = [criterion for criterion in found.criteria if criterion.gate.value == gate]
        if criteria:
            musts = sum(criterion.priority.value == "must" for criterion in criteria)
            line = f"{title}: {musts} must, {len(criteria) - musts} more"
            options.append(Option(Content.assemble((line, "bold $primary")), disabled=True))
        for criterion in criteria:
            is_open = criterion.owner.named.startswith("to be")
            content = Content.assemble(
                (
                    f"{criterion.priority.value.upper():<7}",
                    "$accent bold" if criterion.priority == "must" else "$quiet",
                ),
                (criterion.title, "bold"),
                f"  {bound(bounds[criterion.id])}",
                *_verdict(verdicts.get(criterion.id)),
                (f"\n       {criterion.owner.named}", "$warning" if is_open else "$quiet"),
            )
            options.append(Option(content, id=f"criterion:{criterion.id}"))
    return options or [Option(Content("No criterion is recommended."), disabled=True)]


_COLOURS = {
    Outcome.PASS: "$success",
    Outcome.FAIL: "$error",
    Outcome.NOT_MEASURED: "$quiet",
    Outcome.WAIVED: "$warning",
}


def _verdict(verdict: Verdict | None) -> list[tuple[str, str]]:
    return [(f"  {OUTCOMES[verdict.outcome]}", _COLOURS[verdict.outcome])] if verdict else []


def movement_options(found: Round, tree: Tree) -> list[Option]:
    """What moved since the other round: newly agreed first."""
    movement = found.movement
    if movement is None:
        return []
    questionnaire = found.comparison.questionnaire
    said = " ".join(filter(None, (movement_headline(tree["movement"]), tree["movement"].get("says"))))
    options = [Option(Content(said), disabled=True)]
    for step in Step:
        items = movement.of_step(step)
        if items:
            words = STEP_WORDS[step]
            title = f"{words[0].upper()}{words[1:]} ({len(items)})"
            options.append(Option(Content.assemble((title, "bold $primary")), disabled=True))
        for item in items:
            says = movement_sentence(questionnaire, movement, item)
            line = Content.assemble("  ", (item.question.title, "bold"), (f"\n  {says}" if says else "", "$quiet"))
            options.append(Option(line, id=f"question:{item.question.id}"))
    return options
