"""The lists of the comparison: agenda, criteria, notes, and what moved since another round."""

from __future__ import annotations

from collections.abc import Iterator

from textual.widgets.option_list import Option

from maturity.app.widgets.hanging import Hanging
from maturity.app.widgets.literal import Part, row, stacked
from maturity.app.widgets.quotation import Quoted
from maturity.pictures.glyphs import FLAG, FRAGILE, GLYPHS
from maturity.reports.conflicts import Conflict, by_conflict, conflict_of, named, of_gate
from maturity.reports.criteria import bound, now, owner_of
from maturity.reports.firmness import hanging_how
from maturity.reports.gate import OUTCOMES
from maturity.reports.headline import unheard
from maturity.reports.movement import movement_opening
from maturity.reports.outline import CLASSES, GATES
from maturity.results.criteria import CriterionResults
from maturity.results.findings import AgendaEntry
from maturity.results.gate import VerdictResults
from maturity.results.model import Results
from maturity.results.reading import NOT_IN_RESULTS
from maturity.results.values import Band, Outcome, Step
from maturity.rounds.notes import Notes
from questionnaires.words import Gate, Priority
from scoring.wording.rounds import STEP_WORDS
from scoring.wording.words import listed


def agenda_options(results: Results, notes: Notes | None) -> list[Option]:
    """What to discuss, by class, the two lists of their own, and whom to ask for what is missing."""
    options: list[Option] = []
    for name, title in CLASSES.items():
        entries = [entry for entry in results.agenda if entry.urgency is name]
        if entries:
            options.append(_heading(f"{title} ({len(entries)})"))
        options += [_agenda_option(results, notes, entry) for entry in entries]
    for title, findings in (
        ("Teams that first have to agree among themselves", results.no_common_position),
        ("Does this apply to us?", results.applicability_conflict),
    ):
        if findings:
            options.append(_heading(f"{title} ({len(findings)})"))
        for place, finding in enumerate(findings):
            identifier = f"question:{finding.question}:{finding.kind.value}{place}"
            options.append(_titled(results.question_by_id[finding.question].title, finding.says, identifier))
    options = options or [Option(row("Nothing calls for a discussion."), disabled=True)]
    return [*options, *_missing_options(results)]


def _missing_options(results: Results) -> Iterator[Option]:
    """The missing answers that would change most, below the teams of which there is none."""
    if results.to_ask:
        yield _heading("Ask first: whose answer is missing most")
        if names := listed(unheard(results)):
            yield Option(row((f"  Not heard: {names}.", "$quiet")), disabled=True)
    for missing in results.to_ask:
        identifier = f"question:{missing.question}:ask:{missing.team}"
        yield _titled(results.questionnaire.teams[missing.team], missing.says, identifier)


def _titled(title: str, says: str | None, identifier: str) -> Option:
    """A sentence, where there is one, below the question or the team that it is about."""
    said = [row((f"  {says}", "$quiet"))] if says else []
    return Option(Hanging([row("  ", (title, "bold")), *said]), id=identifier)


def _agenda_option(results: Results, notes: Notes | None, entry: AgendaEntry) -> Option:
    flag = f"  {FLAG} flagged ×{entry.flags}" if entry.flags else ""
    written = len(notes.written_on(entry.question)) if notes else 0
    flag += f"  ◆ {written} {'note' if written == 1 else 'notes'}" if written else ""
    glyph = (f"{GLYPHS[entry.column]} ", f"${'far' if entry.column is Band.FAR_APART else entry.column.value}")
    line = row(glyph, (entry.title, "bold"), (_rests_on(results, entry), "$quiet"), (flag, "$warning"))
    said = [row((f"  {words}", "$quiet")) for words in (entry.reason, hanging_how(entry)) if words]
    return Option(Hanging([line, *said]), id=f"question:{entry.question}")


def _heading(words: str) -> Option:
    return Option(row((words, "bold $primary")), disabled=True)


def _rests_on(results: Results, entry: AgendaEntry) -> str:
    """How many answers a team it rests on, and whether one of them would change it; Enter says which."""
    item = results.question_by_id[entry.question]
    counts = sorted({team.answered for facet in item.facet for team in facet.team if team.answered})
    if not counts:
        return ""
    size = f"{counts[0]}" if len(counts) == 1 else f"{counts[0]}–{counts[-1]}"
    return f"  {f'{FRAGILE} ' if entry.fragile else ''}{size} {'answer' if size == '1' else 'answers'}"


def note_options(results: Results, notes: Notes | None) -> list[Option]:
    """Every note, by question: what people wanted to say besides."""
    if notes is None:
        return [Option(row(NOT_IN_RESULTS), disabled=True)]
    options = []
    for item in results.question:
        for said in notes.written_on(item.id):
            before = "" if said.round == results.round else f", round {said.round}"
            line = row((item.title, "bold"), (f"  {results.questionnaire.teams[said.team]}{before}", "$accent"))
            options.append(Option(Quoted(line, said.note), id=f"question:{item.id}:{said.person}"))
    return options or [Option(row("Nobody left a note."), disabled=True)]


def criterion_options(results: Results) -> list[Option]:
    """The criteria by gate, with the verdict of the pilot's figures where there is one."""
    options: list[Option] = []
    verdicts = {verdict.criterion: verdict for verdict in results.gate.verdict} if results.gate else {}
    for gate, title in GATES.items():
        criteria = [criterion for criterion in results.criterion if criterion.gate is gate]
        if criteria:
            options.append(_heading(f"{title}: {of_gate(results, gate)}"))
        for group in by_conflict(criteria):
            if group[0].conflict:
                options.append(_conflict_option(gate, conflict_of(results, group[0].conflict)))
            options += [_criterion_option(criterion, verdicts.get(criterion.id)) for criterion in group]
    return options or [Option(row("No criterion is recommended."), disabled=True)]


def _conflict_option(gate: Gate, conflict: Conflict) -> Option:
    """One line for all criteria whose limits exclude each other; they follow it. It may stand at two gates."""
    line = row(("CONFLICT  ", "$error bold"), (named(conflict), "bold"))
    said = [row((f"  {sentence}", "$quiet")) for sentence in conflict[0].conflict_says]
    return Option(Hanging([line, *said]), id=f"conflict:{conflict[0].id}:{gate.value}")


def _criterion_option(criterion: CriterionResults, verdict: VerdictResults | None) -> Option:
    is_must = criterion.priority is Priority.MUST and not criterion.conflict
    settled = [("  once settled", "$warning")] if criterion.conflict else []
    line = row(
        (f"{criterion.priority.value.upper():<7}", "$accent bold" if is_must else "$quiet"),
        (criterion.title, "bold"),
        f"  {bound(criterion)}",
        *settled,
        *_verdict(verdict),
        *_now(criterion),
    )
    owner = row((f"       {owner_of(criterion)}", "$warning" if criterion.owner.startswith("to be") else "$quiet"))
    return Option(stacked([line, owner]), id=f"criterion:{criterion.id}")


_COLOURS = {
    Outcome.PASS: "$success",
    Outcome.FAIL: "$error",
    Outcome.NOT_MEASURED: "$quiet",
    Outcome.WAIVED: "$warning",
}


def _verdict(verdict: VerdictResults | None) -> list[Part]:
    return [(f"  {OUTCOMES[verdict.outcome]}", _COLOURS[verdict.outcome])] if verdict else []


def _now(criterion: CriterionResults) -> list[Part]:
    """What the answers count of what nobody measures."""
    words = now(criterion)
    return [(f"  {words}", "$quiet")] if words else []


def movement_options(results: Results) -> list[Option]:
    """What moved since the other round: newly agreed first."""
    movement = results.movement
    if movement is None:
        return []
    options = [Option(row(movement_opening(movement)), disabled=True)]
    for step in Step:
        items = [item for item in movement.question if item.step is step]
        if items:
            words = STEP_WORDS[step]
            options.append(_heading(f"{words[0].upper()}{words[1:]} ({len(items)})"))
        options += [_titled(item.title, item.says, f"question:{item.question}") for item in items]
    return options
