"""Exit criteria: what is asked of the pilot, what its figures say, and who answers for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from maturity.pictures.bullets import bullets
from maturity.pictures.codes import codes
from maturity.pictures.cycles import cycles
from maturity.pictures.positions import NONE, sentence
from maturity.pictures.shapes import Head, Ink, Key, Line, Matrix, Sheet, Square
from maturity.pictures.verdicts import (
    OUTCOMES,
    figure_of,
    figure_words,
    outcome_keys,
    rank,
    threshold_words,
    unit_of,
)
from maturity.results.criteria import CriterionResults
from maturity.results.gate import VerdictResults
from maturity.results.model import Results
from maturity.results.values import Outcome, OwnerOrigin
from questionnaires.words import Gate, Priority

__all__ = ["bullets", "cycles", "exit_criteria"]

GATE_WORDS: Final = {
    Gate.START_PILOT: "Before the pilot starts",
    Gate.LEAVE_PILOT: "To leave the pilot",
    Gate.BROAD_RING: "Before going broad",
    Gate.TWELVE_MONTHS: "After 12 months",
    Gate.TWENTY_FOUR_MONTHS: "After 24 months",
}
_HEADS: Final = (
    Head("verdict", "Verdict", is_told=True),
    Head("figure", "Figure / threshold", is_told=True),
    Head("owner", "Owner", is_told=True),
)
_COLUMNS: Final = ("Criterion", "Gate", "Priority", "Verdict", "Figure", "Threshold", "Owner")
_UNJUDGED: Final = "·"
_OPEN: Final = "◇"
_TO_BE_AGREED: Final = "to be agreed: "


def exit_criteria(results: Results) -> Matrix:
    """All criteria by gate, musts apart from the others; where there are figures, those that fail first."""
    verdicts = {verdict.criterion: verdict for verdict in results.gate.verdict} if results.gate else {}
    names = _codes_by_name(results)
    rows: list[Line] = []
    sheet: list[tuple[str, ...]] = []
    for heading, group in _groups(results.criterion):
        criteria = sorted(group, key=lambda one: rank(verdicts.get(one.id)))
        rows += [heading, *(_line(one, verdicts.get(one.id), names) for one in criteria)]
        sheet += [_sheet_row(one, verdicts.get(one.id)) for one in criteria]
    return Matrix(
        "exit-criteria",
        "Exit criteria",
        _HEADS,
        tuple(rows),
        tuple(_legend(results, rows)),
        _says(results),
        Sheet(_COLUMNS, tuple(sheet)),
    )


def _groups(criteria: Sequence[CriterionResults]) -> Iterator[tuple[Line, list[CriterionResults]]]:
    for gate in Gate:
        for is_must in (True, False):
            group = [one for one in criteria if one.gate is gate and (one.priority is Priority.MUST) is is_must]
            one, many = ("must", "musts") if is_must else ("other that is recommended", "others that are recommended")
            if group:
                heading = f"{GATE_WORDS[gate]}: {len(group)} {one if len(group) == 1 else many}"
                yield Line(f"gate:{gate.value}:{'must' if is_must else 'other'}", heading), group


def _line(one: CriterionResults, verdict: VerdictResults | None, names: Mapping[str, str]) -> Line:
    sign, word, ink = OUTCOMES[verdict.outcome] if verdict else (_UNJUDGED, "", Ink.QUIET)
    squares = (Square(sign, word, ink), Square("", _against(one, verdict), ink), _owner(one, names))
    return Line(one.id, one.title, squares)


def _against(one: CriterionResults, verdict: VerdictResults | None) -> str:
    """The figure that decides, or what the answers count so far, and what it is held against."""
    value = figure_of(verdict or one)
    bound = threshold_words(one)
    return bound if value is None else f"{figure_words(one, value)} / {bound}"


def _codes_by_name(results: Results) -> dict[str, str]:
    """The codes of the teams, by the names under which owners are given; the longest name first."""
    found = codes(results)
    named = results.questionnaire.teams | {team.id: team.name for team in results.team}
    ordered = sorted(named, key=lambda team: len(named[team]), reverse=True)
    return {named[team]: found[team] for team in ordered if team in found}


def _owner(one: CriterionResults, names: Mapping[str, str]) -> Square:
    """A team with its code, or those between whom it has to be agreed by their codes; the table says it in full."""
    person = f" ({one.owner_name})" if one.owner_name else ""
    if one.owner in names:
        return Square("", f"{names[one.owner]} {one.owner}{person}")
    pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names)
    told = re.sub(pattern, lambda found: names[found[0]], one.owner) if pattern else one.owner
    if one.owner_origin is not OwnerOrigin.TO_BE_AGREED:
        return Square("", f"{told}{person}")
    between = told.removeprefix(_TO_BE_AGREED).partition(" (")[0]
    return Square(_OPEN, f"{between}{person}", Ink.APART)


def _sheet_row(one: CriterionResults, verdict: VerdictResults | None) -> tuple[str, ...]:
    value = figure_of(verdict or one)
    return (
        one.title,
        GATE_WORDS[one.gate],
        one.priority.value,
        OUTCOMES[verdict.outcome][1] if verdict else "not judged",
        NONE if value is None else f"{figure_words(one, value)} {unit_of(one, value)}",
        threshold_words(one),
        f"{one.owner}, {one.owner_name}" if one.owner_name else one.owner,
    )


def _legend(results: Results, rows: Sequence[Line]) -> Iterator[Key]:
    """The verdicts, and the codes that occur."""
    signs = {row.squares[0].sign for row in rows if row.squares}
    yield from outcome_keys(signs)
    if _UNJUDGED in signs:
        yield Key(_UNJUDGED, "no verdict yet", Ink.QUIET)
    if any(row.squares[2].sign for row in rows if row.squares):
        yield Key(_OPEN, "owner to be agreed between these", Ink.APART)
    words = {word.strip("(),:;") for row in rows if row.squares for word in row.squares[2].says.split()}
    yield from (Key(code, name) for name, code in _codes_by_name(results).items() if code in words)


def _says(results: Results) -> str:
    if not results.criterion:
        return "No criterion is recommended, so there is nothing to show."
    if results.gate is None:
        musts = sum(one.priority is Priority.MUST for one in results.criterion)
        return f"Criteria: {len(results.criterion)}, of which {musts} are musts; there are no figures of the pilot yet."
    failing = [verdict.title for verdict in results.gate.verdict if verdict.outcome is Outcome.FAIL]
    return sentence((results.gate.says, *(f"“{title}” fails" for title in failing)))
