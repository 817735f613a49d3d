"""The calendar of rings: what the service sets for each ring, and what the teams ask for, on one axis in days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from maturity.pictures.codes import codes
from maturity.pictures.positions import NONE, RANGE_KEY, cell, has_ranges, number_of, said, sentence
from maturity.pictures.quantities import in_unit, is_quantity, value_at
from maturity.pictures.shapes import Axis, Chart, Ink, Key, Lane, Mark, Sheet, Span, SpanKind, Tick
from maturity.pictures.tied_limits import value_range
from maturity.results.model import Results
from maturity.results.questions import QuestionResults, TeamAnswers
from maturity.results.rings import RingResults
from questionnaires.ring import RELEASE
from questionnaires.text import letters_of
from questionnaires.words import Facet, FindingKind

OBJECTIVE: Final = "●"
START: Final = "├"

_TITLE: Final = "Days after the release: what each ring takes, below it what the teams ask for"
_LEGEND: Final = (
    Key("─", "not offered yet, or not counted yet", Ink.QUIET),
    Key("█", "offered, until the deadline", Ink.PLAIN),
    Key("░", "grace, for those that come back late", Ink.OFFERED),
    Key(OBJECTIVE, "the service counts its objective"),
)
_NOTHING: Final = (
    "No ring is known: neither this questionnaire nor the pilot's figures name any, so there is no calendar."
)


def calendar(results: Results) -> Chart:
    """Rings by the days after a release, and below them the limits that the teams ask for."""
    named = _named(results)
    rings = _shown(results, named)
    limits = [item for item in results.question if item.days_from is not None and is_quantity(item)]
    if not rings:
        return Chart("calendar", _TITLE, _axis([], []), (), (), _NOTHING, Sheet(_HEADS, ()))
    names = codes(results)
    of_rings = tuple(_ring(name, ring) for name, ring in rings)
    of_teams = tuple(lane for item in limits for lane in (_limit(results, item, names), *_unfit(item, limits)))
    asked = [lane for lane in of_teams if not lane.is_heading]
    headings = (_heading(rings, named), Lane("calendar:limits", "What the teams ask for", is_heading=True))
    lanes = (headings[0], *of_rings, *((headings[1], *of_teams) if of_teams else ()))
    return Chart(
        "calendar",
        _TITLE,
        _axis([ring for _, ring in rings if ring], of_teams),
        lanes,
        (*_LEGEND, *_teams(results, limits, names, of_teams)),
        sentence(
            (
                _counted(rings, asked),
                headings[0].label,
                *_told(rings),
                *said(asked),
                *(lane.label for lane in of_teams if lane.is_heading),
            )
        ),
        Sheet(_HEADS, (*(_ring_row(name, ring) for name, ring in rings), *_limit_rows(results, limits))),
    )


def _counted(rings: Sequence[object], limits: Sequence[Lane]) -> str:
    return f"{number_of(len(rings), 'ring', 'rings')} and {number_of(len(limits), 'limit', 'limits')} of the teams"


def _told(rings: Iterable[tuple[str, RingResults | None]]) -> Iterator[str]:
    yield from (f"{name}: {_ring_words(ring)}" for name, ring in rings)


_HEADS: Final = (
    "Ring or team",
    "Deferral",
    "Deadline",
    "Grace",
    "Last day",
    "Objective counted",
    "Source, or what the teams ask for",
)


def _named(results: Results) -> list[str]:
    """The rings of the pilot's figures."""
    named: dict[str, None] = {}
    for verdict in results.gate.verdict if results.gate else ():
        found = (*(figure.ring for figure in verdict.figure), *verdict.missing_rings, *verdict.stale_rings)
        named |= dict.fromkeys(name for name in found if name is not None)
    return list(named)


def _shown(results: Results, named: Sequence[str]) -> list[tuple[str, RingResults | None]]:
    """The rings of the pilot's figures, each with its preset where it has one; without figures all presets."""
    if not named:
        return [(ring.name, ring) for ring in results.ring]
    presets = {letters_of(ring.name): ring for ring in results.ring}
    order = list(presets)
    keyed = sorted(named, key=lambda name: order.index(key) if (key := letters_of(name)) in presets else len(order))
    return [(name, presets.get(letters_of(name))) for name in keyed]


def _heading(shown: Sequence[tuple[str, RingResults | None]], named: Sequence[str]) -> Lane:
    """Whose rings they are, and where their days come from, with the years of the pages."""
    sources = [source for _, ring in shown if ring for source in ring.source]
    years = sorted({source.dated.year for source in sources if source.dated})
    dated = f" ({', '.join(map(str, years))})" if years else ""
    presets = f", by the documented presets{dated}" if any(ring for _, ring in shown) else ""
    return Lane("calendar:rings", f"{'Rings of the pilot' if named else 'Rings'}{presets}", is_heading=True)


def _ring(name: str, ring: RingResults | None) -> Lane:
    if ring is None:
        return Lane(f"ring:{name}", name, after="days not known", ink=Ink.QUIET)
    last, grace = ring.last_day, ring.last_day + ring.grace
    spans = [Span(ring.deferral, last, SpanKind.BAR, f"offered on day {ring.deferral}, due on day {last}", Ink.PLAIN)]
    if ring.deferral:
        spans.append(Span(0, ring.deferral, SpanKind.LINE, f"deferred for {_days(ring.deferral)}"))
    if ring.grace:
        spans.append(Span(last, grace, SpanKind.ZONE, f"grace until day {grace}", Ink.OFFERED))
    marks: tuple[Mark, ...] = ()
    told = f"day {ring.deferral} to {last}"
    if ring.reporting is not None:
        objective = last + ring.reporting
        marks = (Mark(objective, OBJECTIVE, f"objective counted after day {objective}"),)
        told += f", {OBJECTIVE} {objective}"
        if objective > grace:
            spans.append(Span(grace, objective, SpanKind.LINE, "reporting"))
    return Lane(f"ring:{ring.id}", name, marks, tuple(spans), told)


def _ring_words(ring: RingResults | None) -> str:
    if ring is None:
        return "days not known"
    counted = "" if ring.reporting is None else f", its objective counted after day {ring.last_day + ring.reporting}"
    remark = f" ({ring.remark.rstrip('.')})" if ring.remark else ""
    return f"offered on day {ring.deferral}, due on day {ring.last_day}{counted}{remark}"


def _days(number: float) -> str:
    return f"{in_unit(number)} {'day' if number == 1 else 'days'}"


def _start(results: Results, item: QuestionResults) -> tuple[float, str, str]:
    """From which day its days are counted, in short and in words."""
    ring = next((ring for ring in results.ring if ring.id == item.days_from), None)
    if ring is None or item.days_from == RELEASE:
        return 0, "from the release", "from the release"
    last = f"from day {ring.last_day}, the last of {ring.name}"
    return ring.last_day, f"after {ring.name}, day {ring.last_day}", last


def _limit(results: Results, item: QuestionResults, names: dict[str, str]) -> Lane:
    """The days that teams ask for, from the day on which these begin."""
    start, short, since = _start(results, item)
    entries = [(team, entry) for team in results.team if (entry := _entry(item, team.id)) is not None]
    marks = []
    for team, entry in entries:
        if entry.view is not None:
            days = value_at(item, entry.view)
            until = f", so day {in_unit(start + days)}" if start else ""
            words = f"{team.name}, {item.title}: {_days(days)} {since}{until}"
            marks.append(Mark(start + days, names[team.id], words))
    spans = [span for team, entry in entries for span in value_range(item, team, entry, names[team.id], start)]
    end = max((mark.place for mark in marks), default=start)
    path = [Span(start, end, SpanKind.LINE, since)] if end > start else []
    return Lane(
        f"calendar:{item.id}", item.title, tuple(marks), (*path, *spans), short if marks or spans else "no answer"
    )


def _unfit(item: QuestionResults, limits: Sequence[QuestionResults]) -> Iterator[Lane]:
    """In words what cannot be: days of waiting that are longer than all that the last ring is to take."""
    before = {other.id for other in limits[: limits.index(item)]}
    shown = {other.id for other in limits}
    for place, found in enumerate(item.findings):
        others = {*filter(None, (found.other, *found.others))}
        if found.kind is FindingKind.INFEASIBLE_TOGETHER and others and others <= shown and not others & before:
            label = f"▲ Does not fit. {found.says}"
            yield Lane(f"unfit:{item.id}:{place}", label, ink=Ink.FAR_APART, is_heading=True)


def _entry(item: QuestionResults, team: str) -> TeamAnswers | None:
    return dict(item.answers_of(team)).get(Facet.POSITION)


def _axis(rings: Sequence[RingResults], lanes: Sequence[Lane]) -> Axis:
    """From the release to the end of the week in which the last thing happens."""
    ends: list[float] = [ring.last_day + max(ring.grace, ring.reporting or 0) for ring in rings]
    ends += [mark.place for lane in lanes for mark in lane.marks]
    ends += [span.end for lane in lanes for span in lane.spans]
    weeks = max(1, -(-int(max(ends, default=0)) // 7))
    step = max(1, -(-weeks // 8))
    ticks = tuple(Tick(7 * week, str(7 * week)) for week in range(0, weeks + step, step))
    return Axis(ticks, "day 0: the release", "days after it")


def _teams(
    results: Results, limits: Sequence[QuestionResults], names: dict[str, str], lanes: Sequence[Lane]
) -> Iterator[Key]:
    asked = {entry.id for item in limits for facet in item.facet for entry in facet.team}
    yield from (Key(names[team.id], team.name) for team in results.team if team.id in asked)
    if has_ranges(lanes):
        yield RANGE_KEY


def _ring_row(name: str, ring: RingResults | None) -> tuple[str, ...]:
    if ring is None:
        return (name, *["not known"] * (len(_HEADS) - 1))
    counted = NONE if ring.reporting is None else f"after day {ring.last_day + ring.reporting}"
    pages = [f"{source.title}, {source.dated or 'undated'}" for source in ring.source]
    source = sentence((*pages, ring.remark or "")) or NONE
    return (name, *map(_days, (ring.deferral, ring.deadline, ring.grace)), f"day {ring.last_day}", counted, source)


def _limit_rows(results: Results, limits: Sequence[QuestionResults]) -> Iterator[tuple[str, ...]]:
    for item in limits:
        _, _, since = _start(results, item)
        asked = [(team.name, entry) for team in results.team if (entry := _entry(item, team.id)) is not None]
        said_of = "; ".join(f"{name} {cell(item, entry)}" for name, entry in asked)
        if asked:
            yield (f"{item.title}, {since}", *[NONE] * (len(_HEADS) - 2), said_of)
