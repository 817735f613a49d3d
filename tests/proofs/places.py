"""Every text of a round's results and of its report, with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Final

from pydantic import BaseModel

from maturity.reports.by_cycle import again_sentences, besides, by_cycle, stale_sentences
from maturity.reports.gate import figure_sentences, gate_text
from maturity.reports.headline import cautions, headline
from maturity.reports.movement import movement_headline
from maturity.reports.outline import round_notice, text
from maturity.reports.owners import unconfirmed_owners
from maturity.results.gate import GateResults, VerdictResults
from questionnaires import Questionnaire, builtin
from questionnaires.response import FileModel
from tests.proofs.fields import small_field
from tests.proofs.said import Case, Said

_NOT_OF_ANSWERS: Final = ("conventions", "made_by", "question.fact", "questionnaire", "left_out")
"""Parts of the results that say nothing of what was answered."""
_CLAIMS: Final = ("movement.question.step", "gate.verdict.outcome", "gate.verdict.waiver.hides")
"""Words of a closed list that say something of the answers by themselves."""
_WIDE: Final = 20_000


def all_said(case: Case) -> Iterator[Said]:
    """The texts of the results first, then those of what is made of them."""
    texts = list(_texts(case, case.results, "", ()))
    yield from texts
    yield Said(case, "headline", headline(case.results))
    advice = "Together with the files of the round before, --carry takes over its answers."
    if notice := round_notice(case.results, advice):
        yield Said(case, "notice", notice)
    for line in cautions(case.results):
        yield Said(case, "caution", line)
    for line in unconfirmed_owners(case.results):
        yield Said(case, "owners without a word", line)
    if case.results.movement is not None:
        counted = movement_headline(case.results.movement).removesuffix(case.results.movement.coverage_says or "")
        yield Said(case, "movement counted", counted.rstrip())
    gate = case.results.gate
    if gate is not None:
        for line in gate_text(gate, _WIDE).splitlines():
            if line.startswith("In a row"):
                yield Said(case, "gate in a row", line)
        yield from (Said(case, "gate cycle by cycle", *said) for said in _cycles(gate))
    stand_elsewhere = {said.text for said in texts}
    yield from (Said(case, "report", line) for line in _lines(case) if line not in stand_elsewhere)


def _texts(case: Case, value: object, place: str, around: tuple[FileModel, ...], key: str = "") -> Iterator[Said]:
    if isinstance(value, str):
        # A word of a closed list is a claim in few places; everywhere else it is only a name.
        if value and (place in _CLAIMS or not (isinstance(value, Enum) or place.startswith(_NOT_OF_ANSWERS))):
            yield Said(case, place, value.replace("_", " ") if isinstance(value, Enum) else value, around, key)
    elif isinstance(value, FileModel):
        for name in type(value).model_fields:
            yield from _texts(case, getattr(value, name), f"{place}.{name}" if place else name, (*around, value))
        if isinstance(value, VerdictResults):
            yield from _figures(case, value, around)
    elif isinstance(value, dict | tuple):
        for name, item in value.items() if isinstance(value, dict) else (("", item) for item in value):
            yield from _texts(case, item, place, around, name)


def _figures(case: Case, verdict: VerdictResults, around: tuple[FileModel, ...]) -> Iterator[Said]:
    """What stands behind a verdict; the figures come first, in the order of the results."""
    for place, line in enumerate(figure_sentences(verdict)):
        figure = verdict.figure[place : place + 1]
        yield Said(case, "gate.verdict figures", line, (*around, verdict, *figure))


def _cycles(gate: GateResults) -> Iterator[tuple[str, tuple[FileModel, ...]]]:
    """What is told of each ring of each cycle, and besides."""
    found = by_cycle(gate)
    for one in found:
        for number, cells in one.cycles:
            for cell in cells:
                yield f"cycle {number}: {cell.says}{f', {cell.day}' if cell.day else ''}", (one.verdict,)
        if one.is_measured:
            for sentence in (*again_sentences(one), *stale_sentences(one.verdict)):
                yield sentence, (one.verdict,)
    yield from ((sentence, ()) for sentence in besides(gate, found))


_ITS_OWN: Final = re.compile(
    r".+ differ on “"
    r"|Nothing is open\. "
    r"|\d+ teams? (is|are) one person|With few answers|Beware of small|Aligned: .*\.$|Nothing: |- Firm: |Also flagged"
    r"|.* \d+ (person|people)( in round \d+)?(, \d+ not finished)?; |.* nobody in round \d+; |.{2,}?( +\d+){5}$"
    r"|(\d+\. )?(● pass|▲ FAIL|○ not measured|◆ waived) +((MUST|SHOULD|COULD) |.* – owner )"
    r"|.+: \d+ musts?(, \d+ conflicts? of limits)?, \d+ more$"
    r"|.+ \d+ +\d+ +\d+\.\d +\d+ +\d+\.\d$"
)
"""How the lines begin that only the report has; all others are layout around texts of the results."""


def _lines(case: Case) -> Iterator[str]:
    for line in text(case.results, case.today, width=_WIDE, whole=True).splitlines():
        if _ITS_OWN.match(line.strip()):
            yield re.sub(r" {2,}", " ", line.strip())


_NAME: Final = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+){0,2}")


def copied(said: Said) -> bool:
    """Whether a text is only a name, or stands in the questionnaire as it is."""
    if _NAME.fullmatch(said.text) or said.place.startswith("gate.verdict."):
        return True
    return said.text in _texts_of(said.case.questionnaire.head.id)


@cache
def _texts_of(questionnaire: str) -> frozenset[str]:
    whole: Questionnaire = builtin() if questionnaire == builtin().head.id else small_field()
    return frozenset(_strings(whole))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _strings(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
