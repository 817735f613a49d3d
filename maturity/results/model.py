"""A results file as a whole: everything that was computed of one round, read back and checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from maturity.results.counting import ComputedResults
from maturity.results.criteria import CriterionResults
from maturity.results.decisions import ClashResults, DecisionResults
from maturity.results.findings import AgendaEntry, Finding, ToAsk
from maturity.results.gate import GateResults
from maturity.results.head import (
    AskedInPart,
    AskedResults,
    CarriedResults,
    Chance,
    Conventions,
    Fragility,
    LeftOut,
    Maker,
)
from maturity.results.invited import SilentTeam
from maturity.results.made import ResultsModel
from maturity.results.movement import MovementResults
from maturity.results.plan import PlanItemResults
from maturity.results.questions import QuestionResults
from maturity.results.rings import RingResults
from maturity.results.sections import NoiseResults, SectionResults, TeamResults
from maturity.results.values import MOST_ENTRIES, MOST_TO_ASK, Questions, Round
from questionnaires.decisions import Status
from questionnaires.faults import Fault, InvalidFile, validate
from questionnaires.parts import MOST_TEAMS, several
from questionnaires.reading import expect
from questionnaires.ring import MOST_RINGS
from questionnaires.words import FileKind, Priority


class Results(ResultsModel):
    """Everything that was computed of one round: figures with their counts, findings, agenda and exit criteria."""

    round: Round
    """The round that was compared, from 1."""
    questionnaire: AskedResults
    """The questionnaire, with the words that it explains and the questions that it no longer asks."""
    made_by: Maker
    """The program that made the file."""
    conventions: Conventions
    """The conventions behind the figures."""
    left_out: LeftOut
    """The files and answers that could not be used."""
    flagged: Questions
    """The ids of the questions that anybody wants discussed."""
    fragile: Fragility
    """How many findings and entries of the agenda rest on single answers."""
    chance: tuple[Chance, ...] = several(max_length=MOST_TEAMS)
    """What chance alone would do, by how many teams are compared, the most frequent first; empty without a gap."""
    team: tuple[TeamResults, ...] = several(max_length=MOST_TEAMS)
    """The teams that answered."""
    silent: tuple[SilentTeam, ...] = several(default=(), max_length=MOST_TEAMS)
    """The teams that were asked for this round and of which nothing counts here; absent where no roster says so."""
    section: tuple[SectionResults, ...] = several(max_length=MOST_ENTRIES)
    """The sections of the questionnaire."""
    question: tuple[QuestionResults, ...] = several(max_length=MOST_ENTRIES)
    """Every question that anybody was asked."""
    agenda: tuple[AgendaEntry, ...] = several(max_length=MOST_ENTRIES)
    """The questions to discuss, the most urgent first."""
    settled: tuple[AgendaEntry, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The questions of the agenda that were decided since, in the same order; absent where none was."""
    parked: tuple[AgendaEntry, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The questions of the agenda that were parked with a next step, in the same order; absent where none was."""
    decision: tuple[DecisionResults, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The decisions that stand, as the questionnaire asks; absent without any."""
    clash: tuple[ClashResults, ...] = several(default=(), max_length=MOST_ENTRIES)
    """Decisions that exclude each other, so that none of them counts; absent without any."""
    plan: tuple[PlanItemResults, ...] = several(default=(), max_length=MOST_ENTRIES)
    """What is to be done, of the musts and of the decisions; absent where nothing was decided or planned."""
    no_common_position: tuple[Finding, ...] = several(max_length=MOST_ENTRIES)
    """The teams that first have to agree among themselves, and on what."""
    applicability_conflict: tuple[Finding, ...] = several(max_length=MOST_ENTRIES)
    """The questions that some teams answer and others say do not apply."""
    criterion: tuple[CriterionResults, ...] = several(max_length=MOST_ENTRIES)
    """The exit criteria that the answers call for: by gate, then by priority."""
    to_ask: tuple[ToAsk, ...] = several(default=(), max_length=MOST_TO_ASK)
    """The missing answers that would change most criteria, and whom to ask for them; absent without any."""
    partial: bool = False
    """Whether the round asked everybody only what was on an agenda, and nothing was carried over; absent otherwise."""
    in_part: tuple[AskedInPart, ...] = several(default=(), max_length=MOST_TEAMS)
    """The teams of which some were asked only that, where others were not; absent otherwise."""
    carried: CarriedResults | None = None
    """The answers of another round that stand here as well; absent unless somebody asked for them."""
    movement: MovementResults | None = None
    """What moved since another round; absent unless it was set against one."""
    noise: NoiseResults | None = None
    """How often the gaps of all sections would be narrow or wide by chance; absent without a gap."""
    gate: GateResults | None = None
    """The verdict on the pilot's figures; absent without any."""
    ring: tuple[RingResults, ...] = several(default=(), max_length=MOST_RINGS)
    """The rings as the questionnaire presets them; absent where it names none."""

    @cached_property
    def question_by_id(self) -> dict[str, QuestionResults]:
        """The questions, by their ids."""
        return {item.id: item for item in self.question}

    @cached_property
    def decided_by_question(self) -> dict[str, DecisionResults]:
        """The decision that stands on a question, by the question: of several stages the last one decided."""
        found = (one for one in self.decision if one.status is Status.DECIDED)
        return {one.question: one for one in sorted(found, key=lambda one: one.decided)}

    @cached_property
    def number_by_question(self) -> dict[str, int]:
        """The numbers by which the entries of the agenda are called out, from 1, by their questions."""
        return {entry.question: place for place, entry in enumerate(self.agenda, start=1)}

    @property
    def is_begun(self) -> bool:
        """Whether the pilot has begun: a cycle of it was measured."""
        return self.gate is not None and any(verdict.cycle for verdict in self.gate.verdict)

    @cached_property
    def team_by_id(self) -> dict[str, TeamResults]:
        """The teams that answered, by their ids."""
        return {team.id: team for team in self.team}


def read_results(document: dict[str, object], name: str) -> Results:
    """The results in a parsed document. Raises InvalidFile with all faults."""
    try:
        results = validate(Results, expect(document, FileKind.RESULTS, name), name)
    except InvalidFile as error:
        raise InvalidFile([_explained(fault) for fault in error.faults]) from None
    faults = [Fault(name, key, message) for key, message in _inconsistencies(results)]
    if faults:
        raise InvalidFile(faults)
    return results


def _explained(fault: Fault) -> Fault:
    """Nobody writes results by hand: a part that is missing was lost on the way."""
    is_part = "." not in fault.key and "[" not in fault.key
    if is_part and fault.message.startswith("is missing"):
        return Fault(fault.file, fault.key, "is missing; the file may have been cut off, ask for it or export it again")
    return fault


def _inconsistencies(results: Results) -> Iterator[tuple[str, str]]:
    known = {question.id for question in results.question}
    for key, question in _named(results):
        if question not in known:
            yield key, f'is "{question}", which is not among the questions of this file'
    criteria = {criterion.id for criterion in results.criterion}
    for place, criterion in enumerate(results.criterion):
        if criterion.conflict and not {criterion.id} <= set(criterion.conflict) <= criteria:
            yield f"criterion[{place}].conflict", "names a criterion that is not in this file, or leaves out its own"
    for place, item in enumerate(results.question):
        if item.keys and len(item.keys) != len(item.scale):
            yield (
                f"question[{place}].keys",
                f"has {len(item.keys)} entries, but the scale has {len(item.scale)} options",
            )
    yield from _in_sections_and_teams(results)
    for key, figure in _computed(results):
        counted = figure.numerator + len(figure.open)
        if figure.denominator is not None and figure.denominator != counted:
            yield f"{key}.denominator", f"is {figure.denominator}, but numerator and open add up to {counted}"
    if results.gate is not None:
        yield from _miscounted(results.gate)


def _in_sections_and_teams(results: Results) -> Iterator[tuple[str, str]]:
    for place, section in enumerate(results.section):
        total = section.aligned + section.close + section.apart + section.far_apart
        if total != section.comparable:
            yield f"section[{place}].comparable", f"is {section.comparable}, but the four columns add up to {total}"
    for place, team in enumerate(results.silent):
        if team.id in results.team_by_id:
            yield f"silent[{place}].id", f'is "{team.id}", which is among the teams that answered'


def _named(results: Results) -> Iterator[tuple[str, str]]:
    """Every question that is referred to, with its key; of an earlier round only what was asked again."""
    for place, question in enumerate(results.flagged):
        yield f"flagged[{place}]", question
    for name in ("agenda", "settled", "parked", "no_common_position", "applicability_conflict", "to_ask"):
        for place, entry in enumerate(getattr(results, name)):
            yield f"{name}[{place}].question", entry.question
    for place, criterion in enumerate(results.criterion):
        for number, reason in enumerate(criterion.because):
            yield f"criterion[{place}].because[{number}].question", reason.question
        for number, change in enumerate(criterion.fragile):
            yield f"criterion[{place}].fragile[{number}].question", change.question
    for key, figure in _computed(results):
        yield from _counted(key, figure)
    for place, moved in enumerate(results.movement.question if results.movement else ()):
        if moved.step != "not_asked_again":
            yield f"movement.question[{place}].question", moved.question


def _counted(key: str, figure: ComputedResults) -> Iterator[tuple[str, str]]:
    for name, questions in (("open", figure.open), ("decided", figure.decided)):
        yield from ((f"{key}.{name}[{number}]", question) for number, question in enumerate(questions))


def _computed(results: Results) -> Iterator[tuple[str, ComputedResults]]:
    """Every figure that was computed, with its key."""
    for place, criterion in enumerate(results.criterion):
        if criterion.computed is not None:
            yield f"criterion[{place}].computed", criterion.computed
    for place, verdict in enumerate(results.gate.verdict if results.gate else ()):
        if verdict.computed is not None:
            yield f"gate.verdict[{place}].computed", verdict.computed


def _miscounted(gate: GateResults) -> Iterator[tuple[str, str]]:
    counted: Counter[str] = Counter(verdict.outcome for verdict in gate.verdict if verdict.priority is Priority.MUST)
    for outcome, said in gate.musts.model_dump(by_alias=True).items():
        if said != counted[outcome]:
            yield f"gate.musts.{outcome}", f"is {said}, but {counted[outcome]} of the verdicts on musts say so"
