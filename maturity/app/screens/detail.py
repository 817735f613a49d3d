"""All that stands behind a line: of a question, a criterion or a conflict of limits; beside a list or on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from maturity import clock
from maturity.app.screens.question_panels import fact_row
from maturity.app.screens.room_rows import decided_rows
from maturity.app.widgets.literal import Part, paragraph, row
from maturity.app.widgets.pages import Entry, Quote, Writing
from maturity.pictures.codes import codes
from maturity.pictures.glyphs import GLYPHS, WORDS
from maturity.pictures.of_question import of_question
from maturity.reports.conflicts import UNTIL_SETTLED, Conflict, named
from maturity.reports.criteria import counted, criterion_rows, priority_words
from maturity.reports.gate import figure_sentences
from maturity.reports.gate_words import OUTCOMES
from maturity.reports.nameless import unnamed_verdict
from maturity.results.criteria import CriterionResults
from maturity.results.gate import VerdictResults
from maturity.results.model import Results
from maturity.results.questions import QuestionResults, TeamAnswers
from maturity.results.reading import NOT_IN_RESULTS
from maturity.results.values import AgendaClass, Band, Step
from maturity.rounds.facts import each_once
from maturity.rounds.notes import Notes, Said
from questionnaires.words import Facet, Reversible
from scoring.wording.people import people_words
from scoring.wording.words import FACET_WORDS, listed

FOLDED: Final = "somebody (p shows who)"
"""Stands where a name would."""
_POINT: Final[Part] = ("• ", "$accent")
_WHEN: Final = {
    AgendaClass.A: "settle first",
    AgendaClass.B: "settle during the pilot",
    AgendaClass.C: "settle when time allows",
    AgendaClass.CONFIRM: "to confirm",
}


@dataclass(frozen=True, slots=True)
class Detail:
    """A title, and all that is said below it."""

    title: str
    parts: tuple[Writing, ...]

    def entries(self) -> tuple[Entry, ...]:
        """The same as lines, title first."""
        return (Entry("", (row((self.title, "bold $primary")), *self.parts)),)

    def body(self) -> tuple[Entry, ...]:
        """The same below a title."""
        return (Entry("", self.parts),)


@dataclass(frozen=True, slots=True)
class People:
    """What people said besides, and whether it is unfolded; the notes are None where there are only results."""

    notes: Notes | None
    is_open: bool = False


def colour_of(band: Band | None) -> str:
    """The style of a band's glyph."""
    return "$quiet" if band is None else f"${band.value}"


def unnamed(criterion: CriterionResults) -> CriterionResults:
    """A criterion without the name of the person who answers for it: for a room that sees teams only."""
    return criterion.model_copy(update={"owner_name": None})


def without_names(verdict: VerdictResults) -> VerdictResults:
    """A verdict without the names of those who measured or set something aside."""
    return unnamed_verdict(verdict, FOLDED)


def question_detail(results: Results, people: People, item: QuestionResults) -> Detail:
    """The question, its picture, what was found, every team's answers, and what is documented."""
    number = results.number_by_question.get(item.id)
    title = f"{number}  {item.title}" if number else item.title
    return Detail(title, tuple(_question(results, people, item)))


def criterion_detail(
    criterion: CriterionResults,
    verdict: VerdictResults | None,
    decided: Iterable[str] = (),
    history: Iterable[tuple[str, str]] = (),
) -> Detail:
    """One exit criterion in full, with what the room decided of it, and a line for each figure by cycle or by day,
    behind the name of that part."""
    return Detail(criterion.title, tuple(_criterion(criterion, verdict, decided, history)))


def conflict_detail(conflict: Conflict) -> Detail:
    """Limits that exclude each other, and then each criterion that rests on one of them."""
    return Detail("Conflict of limits", tuple(_conflict(conflict)))


def _conflict(conflict: Conflict) -> Iterator[Content]:
    yield row((f"CONFLICT  {named(conflict)}", "bold $error"))
    yield from (row(f"  {sentence}") for sentence in (*conflict[0].conflict_says, UNTIL_SETTLED))
    for criterion in conflict:
        yield row()
        yield row((criterion.title, "bold $primary"))
        yield from _criterion(criterion, None)


def _criterion(
    criterion: CriterionResults,
    verdict: VerdictResults | None,
    decided: Iterable[str] = (),
    history: Iterable[tuple[str, str]] = (),
) -> Iterator[Content]:
    """Statement first, then what the pilot's figures say, how it is measured, who answers for it, and why."""
    yield row((priority_words(criterion), "bold $accent"))
    rows = list(criterion_rows(criterion, clock.today(), decided))
    if verdict:
        rows = [(name, words) for name, words in rows if words != criterion.computed_says]  # the verdict says it too
        told = [("Verdict", words) for words in (OUTCOMES[verdict.outcome], *figure_sentences(verdict))]
        rows[1:1] = [*told, *history]
    previous = ""
    for name, words in rows:
        if name and name != previous:
            yield row()
            yield row((name, "$accent"))
        yield row(f"  {words}") if name else row((words, "bold"))
        previous = name


def _question(results: Results, people: People, item: QuestionResults) -> Iterator[Writing]:
    yield from _standing(results, item)
    yield row()
    yield paragraph(item.text, "bold")
    yield row()
    yield of_question(results, item)
    yield row()
    yield from decided_rows(results, item.id)
    yield from _found(item)
    entry = next((entry for entry in results.agenda if entry.question == item.id), None)
    if entry is not None and entry.leverage_says:
        yield row(_POINT, entry.leverage_says)
    yield from team_answers(results, people, item)
    if item.fact:
        yield row()
        yield from (fact_row(fact, clock.today()) for fact in each_once(item.fact))


def _standing(results: Results, item: QuestionResults) -> Iterator[Content]:
    """The verdict, and how urgent it is to settle what."""
    verdict = item.verdict
    band = verdict.column if verdict else None
    words = f"{GLYPHS[band]} {verdict.says}" if verdict and band else verdict.says if verdict else ""
    entry = next((entry for entry in results.agenda if entry.question == item.id), None)
    if entry is None:
        yield row((words or "nothing found", colour_of(band)))
        return
    taken_back = "hard to take back" if item.reversible is Reversible.ONE_WAY else "can be taken back"
    weight = f"{item.impact.value} impact, {taken_back}"
    column = "" if entry.column is band else f", {WORDS[entry.column]}"
    yield row((words, colour_of(band)), (f"   {_WHEN[entry.urgency]}: {weight}{column}", "$quiet"))


def _found(item: QuestionResults) -> Iterator[Content]:
    for finding in item.findings:
        yield row(_POINT, finding.says)
        limits = (finding.fragile, finding.margin, finding.if_known)
        yield from (row((f"    ~ {limit.says}", "$quiet")) for limit in limits if limit)
    for sentence in filter(None, (item.bands_say, item.beyond_says, *item.figures_say)):
        yield row(_POINT, sentence)


def team_answers(results: Results, people: People, item: QuestionResults) -> Iterator[Writing]:
    """Every team's answers; what each person said, and the notes, only where they are unfolded."""
    notes, known = people.notes, codes(results)
    yield row()
    for team in results.team:
        yield from _team(item, team.id, f"{known[team.id]} {team.name}")
        yield from _moved(results, item, team.id)
        if notes is not None and people.is_open:
            yield from _people(notes, item, team.id, results.round)
    if notes is None:
        yield row((NOT_IN_RESULTS, "$quiet"))
    elif not people.is_open:
        yield row((_folded(notes, item), "$quiet"))


def _folded(notes: Notes, item: QuestionResults) -> str:
    """How much is out of sight, and what shows it."""
    said = notes.on(item.id)
    written, flagged = sum(bool(one.note) for one in said), sum(one.is_flagged for one in said)
    parts = [
        counted(number, one, many)
        for number, one, many in ((written, "note", "notes"), (flagged, "flag", "flags"))
        if number
    ]
    return f"p shows what each person said{f' ({listed(parts)})' if parts else ''}."


def _team(item: QuestionResults, team: str, name: str) -> Iterator[Content]:
    """One answer stands beside the name of the team, several below it."""
    answers = item.answers_of(team)
    if len(answers) < 2:
        said = "".join(f"{FACET_WORDS[facet]}: {_counts(item, entry)}" for facet, entry in answers)
        yield row((name, "bold $primary"), f"  {said or 'was not asked'}")
        return
    yield row((name, "bold $primary"))
    for facet, entry in answers:
        yield row(f"  {FACET_WORDS[facet]}: {_counts(item, entry)}")
        if facet is Facet.NEEDED and team in item.bases_say:
            yield row(f"    {item.bases_say[team]}")


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
            number = f"{place} " if item.is_ordered and not item.values else ""
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


def _was(said: Said) -> str:
    """What the same person said in the earlier round, as an aside; empty where that is not known."""
    if not said.was:
        return ""
    return f" (as in round {said.was_in})" if said.is_confirmed else f" (round {said.was_in}: {' / '.join(said.was)})"


def _people(notes: Notes, item: QuestionResults, team: str, number: int) -> Iterator[Writing]:
    """Each person's own answer where a team has several, and every note and flag."""
    are_several = notes.count_of(team) > 1
    for place, said in notes.of_team(item.id, team):
        before = "" if said.round == number else f" (in round {said.round})"
        if are_several:
            yield row(f"    person {place}{before}: {' / '.join(said.choices)}{_was(said)}")
        elif said.was and not said.is_confirmed:
            yield row(f"    in round {said.was_in}: {' / '.join(said.was)}")
        elif before and said.choices:
            yield row(f"    answered in round {said.round}")
        if said.is_flagged:
            yield row(("    ▲ flagged for discussion", "$warning"))
        if said.note:
            yield Quote(said.note)
