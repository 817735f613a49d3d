"""Control: how much every team needs and wants, on the ladder of the question, with what the service offers."""

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
    option,
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

NEED: Final = "N"
WANT: Final = "w"
BOTH: Final = "◆"
DEFAULT: Final = "△"

_VERDICTS: Final = (
    (FindingKind.BLOCKER, "blocker: needs more than offered", Ink.FAR_APART),
    (FindingKind.EXPOSED, "wants less than it needs", Ink.APART),
    (FindingKind.COMFORT, "wants more than it needs", Ink.CLOSE),
)


def control(results: Results, item: QuestionResults) -> Chart:
    """One decision: what is offered, and a lane for every team that answered, from its need to its want."""
    names = codes(results)
    teams = tuple(lane for team in results.team if (lane := _lane(item, team, names[team.id])) is not None)
    lanes = (_service(item), *teams) if has_ranges(teams) or any(lane.marks for lane in teams) else ()
    return Chart(
        picture_id("control", item),
        item.title,
        options_axis(item),
        lanes,
        tuple(_legend(item, lanes)),
        sentence(_told(results, item, teams)) if lanes else why_empty(results, item),
        Sheet(
            ("Team", "Needs", "Wants", "Verdict", "Basis of a need of 4 or 5"),
            (*(_row(item, team) for team in results.team), ("The service", _offer(item), NONE, NONE, NONE)),
        ),
    )


def controls(results: Results) -> Iterator[Chart]:
    """A picture for every control question that anybody was asked."""
    yield from (control(results, item) for item in results.question if item.kind is Kind.CONTROL)


def _service(item: QuestionResults) -> Lane:
    """What holds by default, beside the zone of what can be had."""
    default = item.offered.default if item.offered else None
    marks = () if default is None else (Mark(default, DEFAULT, f"by default {option(item, default)}", Ink.OFFERED),)
    known = bool(marks) or (item.offered is not None and item.offered.most is not None)
    after = "" if known else "not known what is offered"
    return Lane(f"{item.id}:offered", "The service", marks, tuple(_offered(item)), after, Ink.QUIET)


def _lane(item: QuestionResults, team: TeamResults, code: str) -> Lane | None:
    entries = dict(item.answers_of(team.id))
    if not entries:
        return None
    need, want = entries.get(Facet.NEEDED), entries.get(Facet.WANTED)
    marks = tuple(_marks(item, team.name, need, want))
    ranges = [*torn_range(item, team, need, NEED, "needs"), *torn_range(item, team, want, WANT, "wants")]
    spans = [*_offered(item), *ranges]
    if len(marks) == 2:
        low, high = sorted(mark.place for mark in marks)
        spans.append(Span(low, high, SpanKind.LINE, f"{team.name}, from need to want"))
    words, ink = _verdict(item, team.id)
    if words and ranges:
        words += ", in the middle"
    after = "" if marks or ranges else why_absent((need, want))
    basis = item.bases_say.get(team.id, "")
    told = "; ".join(part for part in (words, basis, after) if part)
    return Lane(f"{item.id}:{team.id}", f"{code} {team.name}", marks, tuple(spans), told, ink)


def _marks(item: QuestionResults, name: str, need: TeamAnswers | None, want: TeamAnswers | None) -> Iterator[Mark]:
    """A team without a common position has no mark, but a range: no median passes for its view."""
    needed, wanted = need.view if need else None, want.view if want else None
    if needed is not None and needed == wanted:
        yield Mark(needed, BOTH, f"{name} needs and wants {at(item, needed)}")
        return
    if needed is not None:
        yield Mark(needed, NEED, f"{name} needs {at(item, needed)}")
    if wanted is not None:
        yield Mark(wanted, WANT, f"{name} wants {at(item, wanted)}")


def _offered(item: QuestionResults) -> Iterator[Span]:
    if item.offered is not None and item.offered.most is not None:
        most = item.offered.most
        yield Span(0, most, SpanKind.ZONE, f"the service offers up to {option(item, most)}", Ink.OFFERED)


def _offer(item: QuestionResults) -> str:
    """What the service offers, in words."""
    offered = item.offered
    if offered is None or (offered.default is None and offered.most is None):
        return "what the service offers is not known"
    steps = ["unknown" if step is None else option(item, step) for step in (offered.default, offered.most)]
    return f"the service offers by default {steps[0]}, at most {steps[1]}"


def _legend(item: QuestionResults, lanes: tuple[Lane, ...]) -> Iterator[Key]:
    """What occurs in the picture, and the steps of the ladder."""
    signs = {mark.sign for lane in lanes for mark in lane.marks}
    spans = [span for lane in lanes for span in lane.spans]
    keys = (
        Key(NEED, "needs"),
        Key(WANT, "wants"),
        Key(BOTH, "needs and wants alike"),
        Key(DEFAULT, "holds by default", Ink.OFFERED),
    )
    yield from (key for key in keys if key.sign in signs)
    if any(span.kind is SpanKind.ZONE for span in spans):
        yield Key("░", "what the service offers at most", Ink.OFFERED)
    if has_ranges(lanes):
        yield RANGE_KEY
    if lanes:
        yield from options_in_words(item)


def _verdict(item: QuestionResults, team: str) -> tuple[str, Ink]:
    kinds = {finding.kind for finding in item.findings if team in finding.teams}
    return next(((words, ink) for kind, words, ink in _VERDICTS if kind in kinds), ("", Ink.PLAIN))


def _told(results: Results, item: QuestionResults, lanes: tuple[Lane, ...]) -> Iterator[str]:
    """Where the teams stand, what that means, and what is offered."""
    yield counted(results, item)
    yield from said(lanes)
    yield from _verdicts_said(results, item)
    yield _offer(item)


def _verdicts_said(results: Results, item: QuestionResults) -> Iterator[str]:
    for team in results.team:
        words, _ = _verdict(item, team.id)
        if words:
            yield f"{team.name}, {words}"


def _row(item: QuestionResults, team: TeamResults) -> tuple[str, ...]:
    entries = dict(item.answers_of(team.id))
    words = (cell(item, entries.get(Facet.NEEDED)), cell(item, entries.get(Facet.WANTED)))
    return (team.name, *words, _verdict(item, team.id)[0] or NONE, item.bases_say.get(team.id, NONE))
