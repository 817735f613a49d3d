"""How much it takes to calm a question, where one step of one answer does not: how many answers, by how many steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice, repeat
from typing import Final

from questionnaires import Scale
from questionnaires.words import FindingKind, Kind
from scoring.comparison.compare import Comparison
from scoring.comparison.findings import Finding
from scoring.comparison.questions import QuestionComparison
from scoring.fragility.changes import Change, changed_to, says
from scoring.fragility.findings import Flips, instead, may_end, name, named, urgency
from scoring.measures import Counts


@dataclass(frozen=True, slots=True)
class Margin:
    """Answers of one team that would end a finding if all of them were the same option instead.

    `moved` are the places of the answers that change, from 0, those furthest from the option first; `change` holds the
    first of them, and how many answers the team gave. `becomes` is the calmer finding that would take its place.
    """

    change: Change
    moved: tuple[int, ...]
    becomes: FindingKind | None

    @property
    def steps(self) -> int:
        """By how many options the answer moves that moves furthest."""
        return max(abs(place - self.change.after) for place in self.moved)


MOST_MOVED: Final = 3
"""Who would have to change the minds of more people than this talks about something else than a margin."""

Margins = Mapping[Finding, Margin]
"""Of the findings on the agenda that no step of one answer calms, the fewest answers of one team that would."""


def margins(comparison: Comparison, flips: Flips) -> Margins:
    """Fewest answers first, at most three, and of as many the fewest steps; none where that calms nothing.

    Only the answers furthest from an option are moved to it, so that what is named always suffices; that fewer would
    not is true of moves to one option.
    """
    found: dict[Finding, Margin] = {}
    for entry in comparison.agenda.entries:
        item = comparison.question(entry.question)
        assert item is not None
        if comparison.settled.is_all_decided(item.question):
            continue
        scale = comparison.questionnaire.scale_by_id[item.question.scale]
        for finding in entry.findings:
            if _is_calmed(item, finding, flips) or not may_end(finding):
                continue
            if margin := _margin(item, scale, finding):
                found[finding] = margin
    return found


def _is_calmed(item: QuestionComparison, finding: Finding, flips: Flips) -> bool:
    """Whether one answer, moved by one step, makes the question calmer already."""
    flip, impact = flips.get(finding), item.question.impact
    return flip is not None and not flip.tears and urgency(flip.becomes, impact) < urgency(finding.kind, impact)


def _margin(item: QuestionComparison, scale: Scale, finding: Finding) -> Margin | None:
    most = max((cell.answered for cells in item.cells.values() for cell in cells.values()), default=0)
    for answers in range(1, min(most, MOST_MOVED) + 1):
        found = [
            margin
            for change, moved in _moves(item, scale, finding, answers)
            if (margin := _ends(item, scale, finding, change, moved))
        ]
        if found:
            return min(found, key=lambda margin: margin.steps if item.question.kind is not Kind.OWNERSHIP else 0)
    return None


def _moves(
    item: QuestionComparison, scale: Scale, finding: Finding, answers: int
) -> Iterator[tuple[Change, tuple[int, ...]]]:
    """That many answers of one team, on the facet that the finding is about, to one option."""
    ordered = item.question.kind is not Kind.OWNERSHIP
    for facet, cells in item.cells.items():
        if finding.facet not in (facet, None):
            continue
        for team, cell in cells.items():
            for after in range(len(scale.options)):
                moved = _furthest(cell.counts, after, answers, ordered=ordered)
                if len(moved) == answers:
                    yield Change(item.question.id, facet, team, moved[0], after, cell.answered), moved


def _furthest(counts: Counts, after: int, answers: int, *, ordered: bool) -> tuple[int, ...]:
    """The places of the answers that are furthest from an option; of owners, of those named most first."""
    places = [place for place, count in enumerate(counts) if count and place != after]
    places.sort(key=lambda place: -abs(place - after) if ordered else -counts[place])
    return tuple(islice(chain.from_iterable(repeat(place, counts[place]) for place in places), answers))


def _ends(
    item: QuestionComparison, scale: Scale, finding: Finding, change: Change, moved: tuple[int, ...]
) -> Margin | None:
    """The margin, if these answers end the finding and make the question calmer by it."""
    counts = list(item.cells[change.facet][change.team].counts)
    for place in moved:
        counts[place] -= 1
        counts[change.after] += 1
    if says(item, counts) == says(item, item.cells[change.facet][change.team].counts):
        return None
    tried = changed_to(item, scale, change, counts)
    after, standing = named(tried.findings), named(item.findings)
    if name(finding) in after or tried.tears:
        return None
    becomes, impact = instead(finding, after - standing), item.question.impact
    calm = urgency(becomes, impact) < urgency(finding.kind, impact)
    # Something else that is as urgent would be no calm.
    now = max((urgency(kind, impact) for kind, _ in standing), default=-1)
    worst = max((urgency(kind, impact) for kind, _ in after), default=-1)
    return Margin(change, moved, becomes) if calm and worst <= now else None
