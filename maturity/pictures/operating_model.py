"""Operating model: where every team sees us today, in 12 and in 24 months, on the six stages of the question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.pictures.codes import codes
from maturity.pictures.positions import (
    NONE,
    RANGE_KEY,
    at,
    cell,
    counted,
    has_ranges,
    options_axis,
    options_in_words,
    picture_id,
    said,
    sentence,
    torn_range,
    why_absent,
    why_empty,
)
from maturity.pictures.shapes import Chart, Ink, Key, Lane, Mark, Sheet, Span, SpanKind
from maturity.results.model import Results
from maturity.results.questions import QuestionResults, TeamAnswers
from maturity.results.sections import TeamResults
from questionnaires.words import Facet, FindingKind, Kind
from scoring.wording.words import FACET_WORDS, listed

MOMENTS: Final = {Facet.TODAY: "○", Facet.IN_12_MONTHS: "◐", Facet.IN_24_MONTHS: "●"}
"""The sign of each moment: the fuller, the later."""

_DISPUTES: Final = {
    FindingKind.BASELINE_DISPUTE: "disputed: where we are today",
    FindingKind.DIRECTION_DISPUTE: "disputed: the direction",
    FindingKind.PACE_DISPUTE: "disputed: the pace",
}
_BACKWARDS: Final = "a target goes backwards"


def trajectory(results: Results, item: QuestionResults) -> Chart:
    """One shift: what is disputed, and a lane for every team that answered, from today to 24 months."""
    names = codes(results)
    teams = tuple(lane for team in results.team if (lane := _lane(item, team, names[team.id])) is not None)
    has_any = any(lane.marks or lane.spans for lane in teams)
    disputes = tuple(_disputes(item))
    lanes = (*disputes, *teams) if has_any else ()
    told = [finding.says for finding in item.findings if finding.kind in (*_DISPUTES, FindingKind.BACKWARDS)]
    return Chart(
        picture_id("trajectory", item),
        item.title,
        options_axis(item),
        lanes,
        tuple(_legend(item, lanes)),
        sentence((counted(results, item), *said(lanes), *told)) if has_any else why_empty(results, item),
        Sheet(
            ("Team", "Today", "In 12 months", "In 24 months", "Remark"),
            tuple(_row(item, team) for team in results.team),
        ),
    )


def trajectories(results: Results) -> Iterator[Chart]:
    """A picture for every shift that anybody was asked about."""
    yield from (trajectory(results, item) for item in results.question if item.kind is Kind.TRAJECTORY)


def _disputes(item: QuestionResults) -> Iterator[Lane]:
    """A heading for each thing that the teams do not see alike."""
    kinds = [finding.kind for finding in item.findings]
    words = [said for kind, said in _DISPUTES.items() if kind in kinds]
    if words:
        about = listed(said.partition(": ")[2] for said in words)
        yield Lane(f"{item.id}:disputed", f"Disputed: {about}", is_heading=True)


def _lane(item: QuestionResults, team: TeamResults, code: str) -> Lane | None:
    entries = dict(item.answers_of(team.id))
    if not entries:
        return None
    marks = tuple(_marks(item, team.name, entries))
    ranges = [
        span
        for facet, sign in MOMENTS.items()
        for span in torn_range(item, team, entries.get(facet), sign, f"says for {_when(facet)}")
    ]
    spans = [*ranges, *_path(team.name, marks)]
    words = _BACKWARDS if _goes_back(item, team.id) else ""
    if words and ranges:
        words += ", in the middle"
    after = words if marks or ranges else why_absent(entries.values())
    return Lane(
        f"{item.id}:{team.id}",
        f"{code} {team.name}",
        marks,
        tuple(spans),
        after,
        Ink.APART if words else Ink.PLAIN,
    )


def _when(facet: Facet) -> str:
    return FACET_WORDS[facet].removeprefix("in ")


def _marks(item: QuestionResults, name: str, entries: dict[Facet, TeamAnswers]) -> Iterator[Mark]:
    """A mark for each place, with the signs of all moments at which the team stands there."""
    places: dict[float, list[Facet]] = {}
    for facet in MOMENTS:
        entry = entries.get(facet)
        if entry is not None and entry.view is not None:
            places.setdefault(entry.view, []).append(facet)
    for place, facets in places.items():
        sign = "".join(MOMENTS[facet] for facet in facets)
        yield Mark(place, sign, f"{name} {listed(FACET_WORDS[facet] for facet in facets)}: {at(item, place)}")


def _path(name: str, marks: tuple[Mark, ...]) -> Iterator[Span]:
    if len(marks) > 1:
        places = [mark.place for mark in marks]
        yield Span(min(places), max(places), SpanKind.LINE, f"{name}, from today to the targets")


def _goes_back(item: QuestionResults, team: str) -> bool:
    return any(finding.kind is FindingKind.BACKWARDS and team in finding.teams for finding in item.findings)


def _legend(item: QuestionResults, lanes: tuple[Lane, ...]) -> Iterator[Key]:
    if not lanes:
        return
    yield from (Key(sign, FACET_WORDS[facet]) for facet, sign in MOMENTS.items())
    if has_ranges(lanes):
        yield RANGE_KEY
    yield from options_in_words(item)


def _row(item: QuestionResults, team: TeamResults) -> tuple[str, ...]:
    entries = dict(item.answers_of(team.id))
    cells = (cell(item, entries.get(facet)) for facet in MOMENTS)
    return (team.name, *cells, _BACKWARDS if _goes_back(item, team.id) else NONE)
