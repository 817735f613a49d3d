"""Every sentence that a comparison can produce, by the place where it stands, a row each; and all of them held."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from tests.proofs import (
    on_answers,
    on_changes,
    on_counting,
    on_criteria,
    on_cycles,
    on_decisions,
    on_figures,
    on_findings,
    on_firmness,
    on_gate,
    on_movement,
    on_movers,
    on_plan,
    on_reports,
)
from tests.proofs.places import copied
from tests.proofs.said import Fault, Row, Said, fault
from tests.proofs.words import Unreadable, pattern_of

_PLACES: Final[Mapping[str, tuple[Row, ...]]] = {
    "question.findings.says": on_findings.ROWS,
    "no_common_position.says": on_findings.ROWS,
    "applicability_conflict.says": on_findings.ROWS,
    "question.findings.fragile.says": on_changes.FINDINGS,
    "no_common_position.fragile.says": on_changes.FINDINGS,
    "question.findings.if_known.says": on_changes.FINDINGS_IF_KNOWN,
    "no_common_position.if_known.says": on_changes.FINDINGS_IF_KNOWN,
    "question.findings.margin.says": on_changes.FINDING_MARGINS,
    "agenda.if_known": on_changes.ENTRIES_IF_KNOWN,
    "agenda.margin": on_changes.ENTRY_MARGINS,
    "agenda.reason": on_findings.REASONS,
    "agenda.fragile": on_changes.ENTRIES,
    "agenda.leverage_says": on_firmness.LEVERAGE,
    "to_ask.says": on_firmness.TO_ASK,
    "criterion.firm.says": on_firmness.FIRM,
    "agenda.pooled": on_figures.FIGURES,
    "agenda.answers": on_answers.SIZES,
    "question.answers": on_answers.ANSWERS,
    "question.bases_say": on_answers.BASES,
    "question.basis_says": on_answers.BASIS_SAYS,
    "question.figures_say": on_figures.FIGURES,
    "question.bands_say": on_figures.BANDS_SAY,
    "question.beyond_says": on_figures.BEYOND_SAYS,
    "noise.says": on_figures.NOISE,
    "section.noise.says": on_figures.NOISE,
    "question.facet.pooled.says": on_figures.FIGURES,
    "question.verdict.says": on_answers.VERDICTS,
    "criterion.title": on_criteria.TITLES,
    "criterion.statement": on_criteria.STATEMENTS,
    "criterion.threshold_says": on_criteria.THRESHOLDS,
    "criterion.conflict_says": on_criteria.CONFLICTS,
    "criterion.owner": on_criteria.OWNERS,
    "criterion.owner_says": on_criteria.OWNERS_SAY,
    "criterion.computed_says": on_counting.COMPUTED,
    "criterion.counted_says": on_counting.COUNTED,
    "criterion.because.answer": on_criteria.REASONS,
    "criterion.because_says": on_criteria.BECAUSE,
    "criterion.fragile.owner": on_criteria.OTHER_OWNERS,
    "criterion.fragile.says": on_changes.CRITERIA,
    "movement.says": on_movement.PRESENCE,
    "movement.question.says": on_movement.SENTENCES,
    "movement counted": on_movement.COUNTED,
    "movement.moved_say": on_movers.SENTENCES,
    "movement.coverage_says": on_movement.COVERAGE,
    "movement.people_say": on_movement.PEOPLE,
    "movement.question.step": on_movement.STEPS,
    "gate.says": on_gate.HEADLINES,
    "gate.verdict.outcome": on_gate.OUTCOMES,
    "gate.cycles_say": on_gate.IN_A_ROW,
    "gate in a row": on_gate.IN_A_ROW,
    "gate.verdict.computed_says": on_counting.COMPUTED,
    "gate.verdict.waiver.hides": on_cycles.HIDES,
    "gate.verdict figures": (*on_gate.FIGURES, *on_counting.FIGURES),
    "gate cycle by cycle": on_cycles.CYCLES,
    "headline": on_reports.HEADLINES,
    "caution": on_reports.CAUTIONS,
    "owners without a word": on_reports.UNCONFIRMED,
    "notice": on_reports.NOTICES,
    "report": (*on_reports.LINES, *on_gate.LISTED),
    "agenda.decision_says": on_decisions.BESIDE,
    "criterion.page_says": on_decisions.PAGES,
    "plan.says": on_plan.LINES,
    "plan.person": on_plan.PEOPLE,
    "plan.owner": on_plan.OWNERS,
    "decision.outcome": on_decisions.OUTCOMES,
    "decision.says": on_decisions.SAYS,
    "clash.says": on_decisions.CLASHES,
    "decision.otherwise_says": on_decisions.OTHERWISE,
    **dict.fromkeys(
        (
            "decision.because",
            "decision.decider",
            "decision.safeguard",
            "decision.objected_by.reason",
            "decision.next_step.what",
            "decision.next_step.owner",
        ),
        on_decisions.WRITTEN,
    ),
}
_LISTS: Final = ("agenda", "settled", "parked")
CATALOGUE: Final[Mapping[str, tuple[Row, ...]]] = {
    f"{name}.{place.removeprefix('agenda.')}" if name else place: rows
    for place, rows in _PLACES.items()
    for name in (_LISTS if place.startswith("agenda.") else ("",))
}
"""By place in the results, or in what is made of them, the sentences that may stand there. An entry of the agenda says
the same wherever the room has moved it."""

_SEVERAL: Final = {
    "agenda.fragile": r"(?<=\.) (?=If )",
    "agenda.if_known": r"(?<=\.) (?=If )",
    "agenda.margin": r"(?<=\.) (?=It takes )",
    **dict.fromkeys(("settled.fragile", "parked.fragile"), r"(?<=\.) (?=If )"),
    **dict.fromkeys(("settled.if_known", "parked.if_known"), r"(?<=\.) (?=If )"),
    **dict.fromkeys(("settled.margin", "parked.margin"), r"(?<=\.) (?=It takes )"),
    "movement.question.says": r"(?<=\.) (?=[A-Z])",
    "movement.people_say": r"(?<=\.) (?=[A-Z])",
    "movement.says": r"(?<=\.) (?=[A-Z])",
}
"""Where several sentences stand in a row, what lies between them."""

_PATTERNS: Final[dict[str, re.Pattern[str]]] = {
    row.sentence: pattern_of(row.sentence) for rows in CATALOGUE.values() for row in rows
}


@dataclass
class Held:
    """How often each sentence was held against the answers, and which of them were false or matched no row."""

    checked: Counter[tuple[str, str]] = field(default_factory=Counter)
    false: list[Fault] = field(default_factory=list)
    unproved: list[Fault] = field(default_factory=list)


def hold(texts: Iterable[Said], held: Held) -> None:
    """Holds every text against the answers of its case."""
    for said in texts:
        if said.place in CATALOGUE:
            for sentence in sentences_of(said):
                _hold_one(sentence, held)
        elif not copied(said):
            held.unproved.append(fault(said))


def sentences_of(said: Said) -> Iterator[Said]:
    """Each sentence of a text by itself, where several stand in a row."""
    between = _SEVERAL.get(said.place)
    for sentence in re.split(between, said.text) if between else [said.text]:
        yield replace(said, text=sentence)


def _hold_one(said: Said, held: Held) -> None:
    """Against the first row that it is true by; false where rows fit it and it is true by none."""
    fitting = None
    for row, found in _fitting(said):
        try:
            is_true = row.holds(replace(said, parts=found.groupdict()))
        except Unreadable:
            continue
        except (LookupError, ValueError, StopIteration):  # it speaks of what is not there
            is_true = False
        if is_true:
            held.checked[said.place, row.sentence] += 1
            return
        fitting = fitting or row
    if fitting is None:
        held.unproved.append(fault(said))
        return
    held.checked[said.place, fitting.sentence] += 1
    held.false.append(fault(said, fitting.sentence))


def _fitting(said: Said) -> Iterator[tuple[Row, re.Match[str]]]:
    for row in CATALOGUE[said.place]:
        if found := _PATTERNS[row.sentence].fullmatch(said.text):
            yield row, found
