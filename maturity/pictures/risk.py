"""Risk: where the teams draw the line, with what is documented and what would hold without answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.pictures.codes import codes
from maturity.pictures.positions import (
    RANGE_KEY,
    at,
    cell,
    counted,
    has_ranges,
    option,
    options_in_words,
    picture_id,
    said,
    sentence,
    torn_range,
    why_absent,
    why_empty,
)
from maturity.pictures.quantities import in_unit, is_quantity, place_of, with_unit
from maturity.pictures.shapes import Axis, Chart, Ink, Key, Lane, Mark, Sheet, Span, SpanKind, Tick
from maturity.pictures.tied_limits import tied_limits, tied_to
from maturity.results.model import Results
from maturity.results.questions import DefaultResults, QuestionResults
from maturity.results.sections import TeamResults
from questionnaires.words import DefaultBasis, Facet, FindingKind, Kind

LIMIT: Final = "▲"
DEFAULT: Final = "△"
TOGETHER: Final = "cannot hold together"


def risk(results: Results, item: QuestionResults) -> Chart:
    """One question: all teams on one strip, each by its code, and those without a common position by their ends."""
    names = codes(results)
    strip = _strip(results, item, names)
    lanes = (*_tied(results, item), strip, *_bounds(item)) if strip.marks or has_ranges([strip]) else ()
    return Chart(
        picture_id("risk", item),
        item.title,
        _axis(item),
        lanes,
        tuple(_legend(results, item, lanes, names)),
        sentence((counted(results, item), *_told(item, lanes))) if lanes else why_empty(results, item),
        Sheet(("Team", "Answer"), (*(_row(item, team) for team in results.team), *_bounds_rows(item))),
    )


def risks(results: Results) -> Iterator[Chart]:
    """A picture for every question with one position that anybody was asked; then one for limits that exclude each
    other, where they have one unit."""
    yield from (risk(results, item) for item in results.question if item.kind is Kind.POSITION)
    yield from tied_limits(results)


def _axis(item: QuestionResults) -> Axis:
    """Options by their places; of a quantity with its values, the unit at both ends."""
    labels = map(in_unit, item.values) if is_quantity(item) else map(str, range(len(item.scale)))
    ticks = tuple(Tick(place, label) for place, label in enumerate(labels))
    ends = (item.scale[0], item.scale[-1])
    if not is_quantity(item) or item.agreement_only:
        return Axis(ticks, *ends)
    return Axis(ticks, f"{ends[0]}, loosest", f"{ends[1]}, strictest")


def _strip(results: Results, item: QuestionResults, names: dict[str, str]) -> Lane:
    entries = {team: dict(item.answers_of(team.id)).get(Facet.POSITION) for team in results.team}
    marks = tuple(
        Mark(entry.view, names[team.id], f"{team.name}: {at(item, entry.view)}")
        for team, entry in entries.items()
        if entry is not None and entry.view is not None
    )
    ranges = [span for team, entry in entries.items() for span in torn_range(item, team, entry, names[team.id], "says")]
    shown = len(marks) + len(ranges)
    asked = sum(entry is not None for entry in entries.values())
    silent = [
        f"{names[team.id]} {why_absent([entry])}"
        for team, entry in entries.items()
        if entry is not None and not entry.answered
    ]
    after = "; ".join([f"{shown} of {asked} teams", *silent])
    return Lane(f"{item.id}:teams", "Teams", marks, (*_reachable(item), *ranges), after)


def _reachable(item: QuestionResults) -> Iterator[Span]:
    """What the documented limit leaves."""
    if item.limit is not None:
        words = f"as is documented, no stricter than {option(item, item.limit)} can be reached"
        yield Span(0, item.limit, SpanKind.ZONE, words, Ink.OFFERED)


def _bounds(item: QuestionResults) -> Iterator[Lane]:
    """The documented limit, and the thresholds that would hold if nobody answered."""
    if item.limit is not None and item.limit < len(item.scale):
        mark = Mark(item.limit, LIMIT, f"strictest that can be reached: {option(item, item.limit)}", Ink.LIMIT)
        yield Lane(f"{item.id}:limit", "Limit", (mark,), (), option(item, item.limit), Ink.LIMIT)
    marks = tuple(Mark(place_of(item, default.value), DEFAULT, words, Ink.QUIET) for default, words in _defaults(item))
    if marks:
        after = ", ".join(with_unit(item, default.value) for default in item.default)
        yield Lane(f"{item.id}:default", "Default", marks, (), after, Ink.QUIET)


def _defaults(item: QuestionResults) -> Iterator[tuple[DefaultResults, str]]:
    for default in item.default if is_quantity(item) else ():
        basis = "documented" if default.basis is DefaultBasis.DOCUMENTED else "of this questionnaire"
        yield default, f"default {basis}: {with_unit(item, default.value)}"


def _tied(results: Results, item: QuestionResults) -> Iterator[Lane]:
    """Which other limits exclude this one."""
    for finding in item.findings:
        if finding.kind is FindingKind.INFEASIBLE_TOGETHER:
            words = " and ".join(f"“{other.title}”" for other in tied_to(results, finding)) or "another limit"
            yield Lane(
                f"{item.id}:together", f"{TOGETHER.capitalize()} with {words}", ink=Ink.FAR_APART, is_heading=True
            )


def _told(item: QuestionResults, lanes: tuple[Lane, ...]) -> Iterator[str]:
    yield from said(lanes)
    yield from (finding.says for finding in item.findings if finding.kind is FindingKind.INFEASIBLE_TOGETHER)


def _legend(results: Results, item: QuestionResults, lanes: tuple[Lane, ...], names: dict[str, str]) -> Iterator[Key]:
    if not lanes:
        return
    asked = {entry.id for facet in item.facet for entry in facet.team}
    yield from (Key(names[team.id], team.name) for team in results.team if team.id in asked)
    signs = {mark.sign for lane in lanes for mark in lane.marks}
    if LIMIT in signs:
        yield Key(LIMIT, "strictest that can be reached, as is documented", Ink.LIMIT)
        yield Key("░", "can be reached", Ink.OFFERED)
    if DEFAULT in signs:
        yield Key(DEFAULT, "holds where the answers give no limit", Ink.QUIET)
    if has_ranges(lanes):
        yield RANGE_KEY
    if not is_quantity(item):
        yield from options_in_words(item)


def _row(item: QuestionResults, team: TeamResults) -> tuple[str, str]:
    return team.name, cell(item, dict(item.answers_of(team.id)).get(Facet.POSITION))


def _bounds_rows(item: QuestionResults) -> Iterator[tuple[str, str]]:
    if item.limit is not None:
        yield "Documented limit", option(item, item.limit)
    yield from (("Default", words.partition(": ")[2]) for _, words in _defaults(item))
