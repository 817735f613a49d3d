"""The fields of the questionnaire: ownership, control, risk, operating model, readiness, each with its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.reports.blocks import Block, Heading, Item, Link, Part, Pictured, Strong, Words, said
from maturity.reports.document_agenda import anchor_of
from maturity.reports.pictures import map_of, overview_of, picture_of
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from questionnaires.words import Kind

_TITLES: Final = {
    Kind.OWNERSHIP: "Who owns what",
    Kind.CONTROL: "How much control the teams need and want",
    Kind.POSITION: "Which risks the teams take",
    Kind.TRAJECTORY: "Where the teams want to be in 12 and 24 months",
    Kind.PREREQUISITE: "What has to be ready",
}

_SHOWN_AT_ONCE: Final = (Kind.OWNERSHIP, Kind.PREREQUISITE)
"""One picture of these shows all questions; of the others each has one of its own."""


def fields(results: Results) -> Iterator[Part]:
    """A part for every kind of question that anybody was asked."""
    asked = [kind for kind in _TITLES if any(item.kind is kind for item in results.question)]
    for kind in asked:
        items = [item for item in results.question if item.kind is kind]
        yield Part(f"field-{kind.value}", _TITLES[kind], tuple(_blocks(results, kind, items)))


def _blocks(results: Results, kind: Kind, items: list[QuestionResults]) -> Iterator[Block | Item]:
    yield from (Pictured(picture) for picture in overview_of(results, kind))
    if kind in _SHOWN_AT_ONCE:
        return
    for section in dict.fromkeys(item.section for item in items):
        yield map_of(results, section)
    on_agenda = {entry.question for entry in results.agenda}
    above = [item for item in items if item.id in on_agenda]
    if above:
        words: list[Words] = []
        for item in above:
            words += ["; "] * bool(words) + [Link(item.title, anchor_of(results, item.id))]
        yield said("On the agenda, with their pictures: ", *words, ".")
    rest = [item for item in items if item.id not in on_agenda]
    yield from (_item(results, item, legend=place == 0) for place, item in enumerate(rest))


def _item(results: Results, item: QuestionResults, *, legend: bool) -> Item:
    """A question that is not on the agenda."""
    found = " ".join(finding.says for finding in item.findings)
    decided = results.decided_by_question.get(item.id)
    settled = (said(Strong(f"Decided on {decided.decided}: "), f"{decided.outcome}."),) if decided else ()
    blocks = (*settled, *((said(found),) if found else ()), Pictured(picture_of(results, item), legend=legend))
    return Item(Heading(3, item.title, f"picture-{item.id.replace('.', '-')}"), blocks)
