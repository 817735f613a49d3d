"""Control: how much every team needs and wants, on the ladder of the question, with what the service offers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.pictures.codes import codes
from maturity.pictures.shapes import Axis, Chart, Ink, Key, Lane, Mark, Sheet, Span, SpanKind, Tick
from maturity.results.model import Results
from maturity.results.questions import QuestionResults, TeamAnswers
from maturity.results.sections import TeamResults
from questionnaires.words import Facet, FindingKind, Kind

NEED: Final = "N"
WANT: Final = "w"
BOTH: Final = "◆"

_LEGEND: Final = (
    Key(NEED, "needs"),
    Key(WANT, "wants", Ink.QUIET),
    Key(BOTH, "needs and wants alike"),
    Key("░", "what the service offers", Ink.OFFERED),
    Key("┄", "from the lowest to the highest answer: no common position", Ink.QUIET),
)
_VERDICTS: Final = (
    (FindingKind.BLOCKER, "needs more than offered", Ink.FAR_APART),
    (FindingKind.EXPOSED, "wants less than it needs", Ink.APART),
    (FindingKind.COMFORT, "wants more than it needs", Ink.CLOSE),
)


def control(results: Results, item: QuestionResults) -> Chart:
    """One decision: a lane for every team that answered it, from its need to its want."""
    names = codes(results)
    lanes = tuple(lane for team in results.team if (lane := _lane(item, team, names[team.id])) is not None)
    ticks = tuple(Tick(place, str(place)) for place in range(len(item.scale)))
    return Chart(
        f"control-{item.id.replace('.', '-')}",
        item.title,
        Axis(ticks, item.scale[0], item.scale[-1]),
        lanes,
        _LEGEND if lanes else (),
        _says(item, lanes),
        Sheet(("Team", "Needs", "Wants", "Verdict"), tuple(_row(item, team) for team in results.team)),
    )


def controls(results: Results) -> Iterator[Chart]:
    """A picture for every control question that anybody was asked."""
    yield from (control(results, item) for item in results.question if item.kind is Kind.CONTROL)


def _lane(item: QuestionResults, team: TeamResults, code: str) -> Lane | None:
    entries = dict(item.answers_of(team.id))
    need, want = entries.get(Facet.NEEDED), entries.get(Facet.WANTED)
    marks = tuple(_marks(item, team.name, need, want))
    ranges = tuple(_ranges(need, want))
    if not marks and not ranges:
        return None
    spans = [*_offered(item), *ranges]
    if len(marks) == 2:
        low, high = sorted(mark.place for mark in marks)
        spans.append(Span(low, high, SpanKind.LINE, f"{team.name}, from need to want"))
    words, ink = _verdict(item, team.id)
    return Lane(f"{item.id}:{team.id}", f"{code} {team.name}", marks, tuple(spans), words, ink)


def _marks(item: QuestionResults, name: str, need: TeamAnswers | None, want: TeamAnswers | None) -> Iterator[Mark]:
    """A team without a common position has no mark, but a range: no median passes for its view."""
    needed, wanted = need.view if need else None, want.view if want else None
    if needed is not None and needed == wanted:
        yield Mark(needed, BOTH, f"{name} needs and wants {_words(item, needed)}")
        return
    if wanted is not None:
        yield Mark(wanted, WANT, f"{name} wants {_words(item, wanted)}", Ink.QUIET)
    if needed is not None:
        yield Mark(needed, NEED, f"{name} needs {_words(item, needed)}")


def _ranges(*entries: TeamAnswers | None) -> Iterator[Span]:
    for entry in entries:
        if entry is not None and entry.ends is not None:
            low, high = entry.ends
            yield Span(low, high, SpanKind.RANGE, f"answers between {low} and {high}")


def _offered(item: QuestionResults) -> Iterator[Span]:
    if item.offered is not None and item.offered.most is not None:
        most = item.offered.most
        yield Span(0, most, SpanKind.ZONE, f"the service offers up to {_words(item, most)}", Ink.OFFERED)


def _words(item: QuestionResults, place: float) -> str:
    return f"{place:g} “{item.scale[int(place)]}”" if place == int(place) else f"{place:g}"


def _verdict(item: QuestionResults, team: str) -> tuple[str, Ink]:
    kinds = {finding.kind for finding in item.findings if team in finding.teams}
    return next(((words, ink) for kind, words, ink in _VERDICTS if kind in kinds), ("", Ink.PLAIN))


def _row(item: QuestionResults, team: TeamResults) -> tuple[str, ...]:
    entries = dict(item.answers_of(team.id))
    words = (_cell(entries.get(Facet.NEEDED)), _cell(entries.get(Facet.WANTED)))
    return (team.name, *words, _verdict(item, team.id)[0] or "–")


def _cell(entry: TeamAnswers | None) -> str:
    if entry is None:
        return "not asked"
    if entry.ends is not None:
        return f"between {entry.ends[0]} and {entry.ends[1]} ({entry.answered} answers)"
    if entry.position is None:
        return "no answer"
    return f"{entry.position:g} ({entry.answered} {'answer' if entry.answered == 1 else 'answers'})"


def _says(item: QuestionResults, lanes: tuple[Lane, ...]) -> str:
    """What is to be seen, in words."""
    if not lanes:
        return "Nobody has answered it yet, so there is nothing to draw."
    marks = [mark.says for lane in lanes for mark in lane.marks]
    torn = [f"{lane.label} {span.says}" for lane in lanes for span in lane.spans if span.kind is SpanKind.RANGE]
    offer = [span.says for span in _offered(item)] or ["what the service offers is not known"]
    return "; ".join([*marks, *torn, *offer]) + "."
