"""Limits that exclude each other, on one axis in their unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maturity.pictures.codes import codes
from maturity.pictures.positions import RANGE_KEY, at, cell, has_ranges, said, sentence
from maturity.pictures.quantities import in_unit, is_quantity, value_at
from maturity.pictures.shapes import Axis, Chart, Ink, Key, Lane, Mark, Sheet, Span, SpanKind, Tick
from maturity.results.findings import Finding
from maturity.results.model import Results
from maturity.results.questions import QuestionResults, TeamAnswers
from maturity.results.sections import TeamResults
from questionnaires.words import Facet, FindingKind


def tied_to(results: Results, finding: Finding) -> tuple[QuestionResults, ...]:
    """The other questions of a contradiction, as far as they are in these results."""
    named = finding.others or ((finding.other,) if finding.other else ())
    return tuple(results.question_by_id[name] for name in named if name in results.question_by_id)


def tied_limits(results: Results) -> Iterator[Chart]:
    """A picture for each contradiction whose quantities have one unit."""
    drawn: set[frozenset[str]] = set()
    for item in results.question:
        for finding in item.findings:
            if finding.kind is not FindingKind.INFEASIBLE_TOGETHER:
                continue
            items = (item, *tied_to(results, finding))
            ids = frozenset(one.id for one in items)
            if ids not in drawn and len(ids) > 1 and _are_alike(items):
                drawn.add(ids)
                yield _together(results, items, finding, len(drawn))


def _are_alike(items: Sequence[QuestionResults]) -> bool:
    return all(map(is_quantity, items)) and len({one.unit for one in items}) == 1


def _together(results: Results, items: Sequence[QuestionResults], finding: Finding, number: int) -> Chart:
    names = codes(results)
    unit = items[0].unit or ""
    lanes = tuple(_lane(results, item, names) for item in items)
    asked = {entry.id for item in items for facet in item.facet for entry in facet.team}
    keys = [Key(names[team.id], team.name) for team in results.team if team.id in asked]
    torn = [RANGE_KEY] if has_ranges(lanes) else []
    heading = Lane(f"tied-{number}:heading", "These limits cannot hold together", ink=Ink.FAR_APART, is_heading=True)
    rows = tuple(
        (team.name, *(cell(item, _entry(item, team)) for item in items)) for team in results.team if team.id in asked
    )
    return Chart(
        f"tied-limits-{number}",
        " and ".join(item.title for item in items),
        value_axis([value for item in items for value in item.values], unit),
        (heading, *lanes),
        (*keys, *torn),
        sentence((f"{len(items)} limits", *said(lanes), finding.says)),
        Sheet(("Team", *(item.title for item in items)), rows),
    )


def value_axis(values: Sequence[float], unit: str) -> Axis:
    """From nothing, or the least where that is below, to the greatest, with the values at their places."""
    places = sorted({0.0, *values})
    if len(places) < 2:
        places.append(places[0] + 1)
    ticks = tuple(Tick(place, in_unit(place)) for place in places)
    return Axis(ticks, f"{in_unit(places[0])} {unit}", f"{in_unit(places[-1])} {unit}")


def _lane(results: Results, item: QuestionResults, names: dict[str, str]) -> Lane:
    marks = []
    spans: list[Span] = []
    for team in results.team:
        entry = _entry(item, team)
        if entry is None:
            continue
        if entry.view is not None:
            marks.append(
                Mark(value_at(item, entry.view), names[team.id], f"{team.name}, {item.title}: {at(item, entry.view)}")
            )
        spans += value_range(item, team, entry, names[team.id])
    return Lane(item.id, item.title, tuple(marks), tuple(spans))


def value_range(
    item: QuestionResults, team: TeamResults, entry: TeamAnswers, sign: str, start: float = 0
) -> Iterator[Span]:
    """The values between which a team without a common position lies, counted from `start`."""
    if entry.ends is not None:
        low, high = sorted(value_at(item, place) for place in entry.ends)
        says = f"{team.name}, {item.title}: anything from {in_unit(low)} to {in_unit(high)} {item.unit or ''}".rstrip()
        yield Span(start + low, start + high, SpanKind.RANGE, says, Ink.PLAIN, sign)


def _entry(item: QuestionResults, team: TeamResults) -> TeamAnswers | None:
    return dict(item.answers_of(team.id)).get(Facet.POSITION)
