"""The lists of the comparison: agenda, criteria, notes, and what moved since another round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from textual.content import Content

from maturity.app.screens.detail import People, colour_of, unnamed
from maturity.app.screens.room_rows import room_entry
from maturity.app.widgets.literal import Part, fitted, row
from maturity.app.widgets.pages import Entry, Quote
from maturity.pictures.glyphs import GLYPHS
from maturity.pictures.signs import FLAG, FRAGILE
from maturity.pictures.verdicts import figure_of, figure_words
from maturity.reports.conflicts import Conflict, by_conflict, conflict_of, named, of_gate
from maturity.reports.criteria import counted, if_decided, limit_told, now, owner_of, unit_of
from maturity.reports.decided import found_says
from maturity.reports.decisions import in_room
from maturity.reports.gate import state_words
from maturity.reports.gate_words import OUTCOMES
from maturity.reports.gates import GATES, gate_title
from maturity.reports.headline import unheard
from maturity.reports.invited import heard_in_results, not_heard
from maturity.reports.movement import by_step, movement_opening
from maturity.reports.outline import CLASSES
from maturity.results.criteria import CriterionResults
from maturity.results.findings import AgendaEntry
from maturity.results.gate import VerdictResults
from maturity.results.model import Results
from maturity.results.reading import NOT_IN_RESULTS
from maturity.results.values import Outcome
from maturity.rounds.notes import Notes
from questionnaires.words import Gate, Priority


def agenda_entries(results: Results, notes: Notes | None, *, is_narrow: bool = False) -> list[Entry]:
    """What to discuss, by class, the two lists of their own, and whom to ask for what is missing.

    Where the list `is_narrow` what stands beside it says the verdict.
    """
    entries: list[Entry] = []
    for name, title in CLASSES.items():
        of_class = [entry for entry in results.agenda if entry.urgency is name]
        if of_class:
            entries.append(_heading(f"{title} ({len(of_class)})", is_first=not entries))
        entries += [_agenda_entry(results, notes, entry, is_narrow=is_narrow) for entry in of_class]
    for title, mark, questions in in_room(results):
        entries.append(_heading(f"{title} ({len(questions)})", is_first=not entries))
        entries += [room_entry(results, mark, question) for question in questions]
    for title, findings in (
        ("Teams that first have to agree among themselves", results.no_common_position),
        ("Does this apply to us?", results.applicability_conflict),
    ):
        if findings:
            entries.append(_heading(f"{title} ({len(findings)})", is_first=not entries))
        for place, finding in enumerate(findings):
            identifier = f"question:{finding.question}:{finding.kind.value}{place}"
            entries.append(_titled(results.question_by_id[finding.question].title, found_says(finding), identifier))
    none = "Nothing is open." if results.settled or results.parked else "Nothing calls for a discussion."
    entries = entries or [_only(none)]
    return [*entries, *_missing_entries(results)]


def _missing_entries(results: Results) -> Iterator[Entry]:
    """The missing answers that would change most, below the teams of which there is none."""
    if results.to_ask:
        yield _heading("Ask first: whose answer is missing most")
        for said in not_heard(unheard(results), heard_in_results(results)):
            yield Entry("", (row((said, "$quiet")),))
    for missing in results.to_ask:
        identifier = f"question:{missing.question}:ask:{missing.team}"
        yield _titled(results.questionnaire.teams[missing.team], missing.says, identifier)


def _titled(title: str, says: str | None, identifier: str) -> Entry:
    """A sentence, where there is one, below the question or the team that it is about."""
    said = [row((f"  {says}", "$quiet"))] if says else []
    return Entry(identifier, (row((title, "bold")), *said))


def is_any_fragile(results: Results) -> bool:
    """Whether one answer would change every entry of the agenda, so that it is said once and not on each."""
    return bool(results.agenda) and all(entry.fragile for entry in results.agenda)


def _agenda_entry(results: Results, notes: Notes | None, entry: AgendaEntry, *, is_narrow: bool) -> Entry:
    """Number, glyph and title; where there is room the verdict; then what is to be known of it, as marks."""
    marks = [FRAGILE] if entry.fragile and not is_any_fragile(results) else []
    marks += [f"{FLAG}{entry.flags}"] if entry.flags else []
    written = len(notes.written_on(entry.question)) if notes else 0
    marks += [f"◆{written}"] if written else []
    number = f"{results.number_by_question[entry.question]:>{len(str(len(results.agenda)))}} "
    glyph = (f"{GLYPHS[entry.column]} ", colour_of(entry.column))
    title: list[Part] = [(entry.title, "bold")]
    if not is_narrow:
        longest = min(40, max(len(one.title) for one in results.agenda))
        verdict = results.question_by_id[entry.question].verdict
        title = [(_filled(entry.title, longest), "bold"), f"  {_filled(verdict.says if verdict else '', 20)}"]
    line = row(number, glyph, *title, (f"  {' '.join(marks)}" if marks else "", "$warning"))
    return Entry(f"question:{entry.question}", (line,))


def _filled(text: str, width: int) -> str:
    """The whole text, with blanks up to a width: nothing is cut."""
    return fitted(text, max(width, len(text)))


def _heading(words: str, *, is_first: bool = False) -> Entry:
    blank = [] if is_first else [row()]
    return Entry("", (*blank, row((words, "bold $primary"))))


def _only(words: str) -> Entry:
    """A sentence in place of a list without entries."""
    return Entry("", (row(words),))


def note_entries(results: Results, people: People) -> list[Entry]:
    """The notes by question: how many there are, and what they say where people are unfolded."""
    notes = people.notes
    if notes is None:
        return [_only(NOT_IN_RESULTS)]
    written = {item.id: notes.written_on(item.id) for item in results.question if notes.written_on(item.id)}
    if not written:
        return [_only("Nobody left a note.")]
    entries = []
    if not people.is_open:
        total = sum(map(len, written.values()))
        on = counted(len(written), "question", "questions")
        entries.append(_only(f"{counted(total, 'note', 'notes')} on {on}, folded away: p shows what they say."))
    for identifier, said in written.items():
        parts: list[Content | Quote] = [_note_title(results, identifier, len(said))]
        for one in said if people.is_open else ():
            before = "" if one.round == results.round else f", round {one.round}"
            parts += [row((f"    {results.questionnaire.teams[one.team]}{before}", "$accent")), Quote(one.note)]
        entries.append(Entry(f"question:{identifier}", tuple(parts)))
    return entries


def _note_title(results: Results, identifier: str, count: int) -> Content:
    """Number on the agenda, where it is on it, title, and how many notes there are."""
    number, most = results.number_by_question.get(identifier, ""), len(str(len(results.agenda)))
    title = results.question_by_id[identifier].title
    return row(f"{number:>{most}} ", (title, "bold"), (f"  ◆{count}", "$quiet"))


def criterion_entries(results: Results, *, is_open: bool = False) -> list[Entry]:
    """The criteria by gate, with the verdict of the pilot's figures where there is one: that gate first, and on it what
    fails. Names of people are left out unless people are unfolded."""
    entries: list[Entry] = []
    verdicts = {verdict.criterion: verdict for verdict in results.gate.verdict} if results.gate else {}
    judged = results.gate.gate if results.gate else None
    for gate in sorted(GATES, key=lambda one: one is not judged):
        title = gate_title(results, gate)
        criteria = [criterion for criterion in results.criterion if criterion.gate is gate]
        if criteria:
            entries.append(_heading(f"{title}: {of_gate(results, gate)}", is_first=not entries))
        for group in failures_first(list(by_conflict(criteria)), verdicts):
            if group[0].conflict:
                entries.append(_conflict_entry(gate, conflict_of(results, group[0].conflict)))
            named = group if is_open else map(unnamed, group)
            entries += [_criterion_entry(criterion, verdicts.get(criterion.id)) for criterion in named]
    return entries or [_only("No criterion is recommended.")]


_ORDER: Final = [Outcome.FAIL, Outcome.NOT_MEASURED, Outcome.WAIVED, Outcome.PASS]


def failures_first(groups: Sequence[Conflict], verdicts: dict[str, VerdictResults]) -> list[Conflict]:
    """What fails before what is not measured, set aside, or passes; those that exclude each other stay together."""

    def rank(group: Conflict) -> int:
        found = [_ORDER.index(verdicts[item.id].outcome) for item in group if item.id in verdicts]
        return min(found, default=len(_ORDER))

    return sorted(groups, key=rank) if verdicts else list(groups)


def _conflict_entry(gate: Gate, conflict: Conflict) -> Entry:
    """One line for all criteria whose limits exclude each other; they follow it. It may stand at two gates."""
    line = row(("CONFLICT  ", "$error bold"), (named(conflict), "bold"))
    said = [row((f"  {sentence}", "$quiet")) for sentence in conflict[0].conflict_says]
    return Entry(f"conflict:{conflict[0].id}:{gate.value}", (line, *said))


def _criterion_entry(criterion: CriterionResults, verdict: VerdictResults | None) -> Entry:
    is_must = criterion.priority is Priority.MUST and not criterion.conflict
    settled = [("  once settled", "$warning")] if criterion.conflict else []
    glyph = [(f"{OUTCOMES[verdict.outcome][0]} ", _COLOURS[verdict.outcome])] if verdict else []
    line = row(
        *glyph,
        (f"{criterion.priority.value.upper():<7}", "$accent bold" if is_must else "$quiet"),
        (criterion.title, "bold"),
        f"  {limit_told(criterion)}",
        *settled,
    )
    owner: Part = (
        f"{owner_of(criterion)}{if_decided(criterion.owner_origin)}",
        "$warning" if criterion.owner.startswith("to be") else "$quiet",
    )
    return Entry(
        f"criterion:{criterion.id}",
        (line, row(" " * (9 if verdict else 7), *_verdict(verdict), *_now(criterion), owner)),
    )


_COLOURS: Final = {
    Outcome.PASS: "$success",
    Outcome.FAIL: "$error",
    Outcome.NOT_MEASURED: "$quiet",
    Outcome.WAIVED: "$warning",
}


def _verdict(verdict: VerdictResults | None) -> list[Part]:
    if verdict is None:
        return []
    value = figure_of(verdict) if verdict.outcome in (Outcome.PASS, Outcome.FAIL) else None
    figure = f" {figure_words(verdict, value)} {unit_of(verdict, value)}" if value is not None else ""
    return [(f"{state_words(verdict)[2:]}{figure}  ", _COLOURS[verdict.outcome])]


def _now(criterion: CriterionResults) -> list[Part]:
    """What the answers count of what nobody measures."""
    words = now(criterion)
    return [(f"{words}  ", "$quiet")] if words else []


def movement_entries(results: Results) -> list[Entry]:
    """What moved since the other round: newly agreed first."""
    movement = results.movement
    if movement is None:
        return []
    entries = [_only(movement_opening(movement))]
    for _, words, items in by_step(movement):
        entries.append(_heading(f"{words[0].upper()}{words[1:]} ({len(items)})"))
        entries += [_titled(item.title, item.says, f"question:{item.question}") for item in items]
    return entries
