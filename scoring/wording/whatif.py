"""What would follow, in short sentences: only what changes, each as it is and as it would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from questionnaires.words import FindingKind
from scoring.comparison.catalogue import CATALOGUE, Family
from scoring.comparison.compare import Comparison
from scoring.comparison.thresholds import Origin
from scoring.conventions import AgendaClass
from scoring.criteria.counting import Counted
from scoring.criteria.room import RoomState
from scoring.whatif.followed import CriterionChange, Followed
from scoring.whatif.stands import CriterionStand, FacetStand, QuestionStand
from scoring.wording.findings import FINDING_WORDS
from scoring.wording.words import FACET_WORDS, listed, steps

ARROW: Final = "→"
_BY_GAP: Final = (Family.BAND, Family.SHAPE)
_NOT_COMPARED: Final = "not compared"
_NOT_ON_AGENDA: Final = "not on it"
_ORIGINS: Final = {
    Origin.AGREED: "agreed",
    Origin.STRICTEST: "the strictest",
    Origin.NOT_AGREED: "the default until agreed",
    Origin.ONE_TEAM: "by one team",
    Origin.LIMIT: "the documented limit",
    Origin.DEFAULT_DOCUMENTED: "the documented default",
    Origin.DEFAULT_OURS: "our suggestion",
    Origin.DECIDED: "decided",
}
_FIT, _EXCLUDE = "hold together", "exclude each other"
_ROOM: Final = {RoomState.OPEN: "open", RoomState.SETTLED: "settled", RoomState.PARKED: "parked"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing as it is and as it would be: `Hours to stop a rollout`, `8 hours`, `4 hours`.

    Without a change `before` and `after` are alike.
    """

    what: str
    before: str
    after: str

    @property
    def is_change(self) -> bool:
        """Whether anything would be otherwise."""
        return self.before != self.after

    @property
    def says(self) -> str:
        """The whole in a line: `Hours to stop a rollout: 8 hours → 4 hours`."""
        if not self.is_change:
            return f"{self.what}: {self.before}, as now"
        return f"{self.what}: {self.before} {ARROW} {self.after}"


def differences(comparison: Comparison, followed: Followed) -> tuple[Difference, ...]:
    """What would be otherwise: the question itself first, with its gap or finding even where that stays."""
    asked = followed.asked
    return (
        *(_question(asked.before, asked.after) if asked is not None else ()),
        *_moved_along(comparison, followed),
        *_limits(followed.criteria),
        *_owners(followed.criteria),
        *_recommended(followed.criteria),
        *_musts(followed),
        *_counts(followed),
        *_conflicts(comparison, followed),
    )


def _question(before: QuestionStand, after: QuestionStand) -> Iterator[Difference]:
    for was, now in zip(before.facets, after.facets, strict=True):
        name = "Gap" if len(before.facets) == 1 else f"Gap, {FACET_WORDS[was.facet]}"
        yield Difference(name, _gap(was), _gap(now))
    is_decided = RoomState.SETTLED in (before.room, after.room) and before.room == after.room
    found = Difference("The answers" if is_decided else "Found", _found(before), _found(after))
    if found.is_change or not before.facets:
        yield found
    if before.agenda != after.agenda:
        yield Difference("On the agenda", _class(before), _class(after))
    if before.room != after.room:
        yield Difference("In the room", _ROOM[before.room], _ROOM[after.room])


def _gap(stand: FacetStand) -> str:
    if stand.gap is None or stand.band is None:
        return _NOT_COMPARED
    return f"{steps(stand.gap)}, {FINDING_WORDS[FindingKind(stand.band)]}"


def _found(stand: QuestionStand) -> str:
    """The findings in words; how far apart the teams are is said by the gap already."""
    kinds = (kind for kind in stand.kinds if CATALOGUE[kind].family not in _BY_GAP)
    return listed(FINDING_WORDS[kind] for kind in kinds) or "nothing"


def _class(stand: QuestionStand) -> str:
    if stand.agenda is None:
        return _NOT_ON_AGENDA
    return "to be confirmed" if stand.agenda is AgendaClass.CONFIRM else f"class {stand.agenda.value}"


def _moved_along(comparison: Comparison, followed: Followed) -> Iterator[Difference]:
    """Other questions that would be on the agenda, or no longer."""
    for change in followed.others:
        title = comparison.questionnaire.question_by_id[change.question].title
        if change.before.agenda != change.after.agenda:
            yield Difference(f"“{title}” on the agenda", _class(change.before), _class(change.after))


def _limits(changes: Iterable[CriterionChange]) -> Iterator[Difference]:
    for change in changes:
        was, now = change.before, change.after
        if was is None or now is None or (was.value, was.origin) == (now.value, now.origin):
            continue
        is_otherwise_made = was.origin is not now.origin
        yield Difference(change.title, *(_limit(one, says_origin=is_otherwise_made) for one in (was, now)))


def _limit(stand: CriterionStand, *, says_origin: bool) -> str:
    """`8 hours`; where it would come about otherwise `8 hours, the strictest`."""
    unit = stand.one if stand.value == 1 and stand.one else stand.unit
    value = f"{stand.value.normalize():f} {unit}"
    return f"{value}, {_ORIGINS[stand.origin]}" if says_origin else value


def _owners(changes: Iterable[CriterionChange]) -> Iterator[Difference]:
    """Criteria of which the owner changes alike, in one sentence."""
    groups: dict[tuple[str, str], list[str]] = {}
    for change in changes:
        if change.before is not None and change.after is not None:
            named = change.before.owner.named, change.after.owner.named
            if named[0] != named[1]:
                groups.setdefault(named, []).append(change.title)
    for (was, now), titles in groups.items():
        what = f"Owner of “{titles[0]}”" if len(titles) == 1 else f"Owner of {len(titles)} criteria"
        yield Difference(what, was, now)


def _recommended(changes: Iterable[CriterionChange]) -> Iterator[Difference]:
    for change in changes:
        if change.before is None or change.after is None:
            words = ("not recommended", "recommended")
            yield Difference(change.title, *(words if change.before is None else words[::-1]))


def _musts(followed: Followed) -> Iterator[Difference]:
    before, after = followed.musts
    if before != after:
        yield Difference("Musts of all gates", str(before), str(after))


def _counts(followed: Followed) -> Iterator[Difference]:
    for change in followed.counts:
        yield Difference(change.title, _count(change.before), _count(change.after))


def _count(counted: Counted | None) -> str:
    if counted is None:
        return "not counted"
    return f"{len(counted.settled)} of {counted.total} settled" if counted.total else "nothing to count"


def _conflicts(comparison: Comparison, followed: Followed) -> Iterator[Difference]:
    titles = comparison.questionnaire.question_by_id
    changes = (
        (followed.conflicts, (_FIT, _EXCLUDE)),
        (followed.conflicts_gone, (_EXCLUDE, _FIT)),
        (followed.conflicts_left, (_EXCLUDE, _EXCLUDE)),
    )
    for contradictions, words in changes:
        for one in contradictions:
            named = listed(f"“{titles[name].title}”" for name in one.questions)
            yield Difference(f"Limits on {named}", *words)
