"""Which entries stand: those that no other one takes back, and in whose place no other one stands.

Entries are never changed. One that supersedes others stands in their place; one with the status *superseded* takes
others back, as if they had never been written, and what they stood in place of holds again. The order of entries and
of files says nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from questionnaires.decisions import Decision, PlanEntry, Status
from scoring.decisions.circles import circles


class Entry(Protocol):
    """What has an id, and names the entries that it supersedes."""

    @property
    def id(self) -> str:
        """Its own name."""

    @property
    def supersedes(self) -> tuple[str, ...]:
        """The ids of others."""


One = TypeVar("One", bound=Entry)


@dataclass(frozen=True, slots=True)
class Standing(Generic[One]):
    """The entries that stand, in the order of their ids; those of which two or more stand on one thing, so that none
    of them counts; and the ids of those that hold but cannot be used."""

    entries: tuple[One, ...]
    clashes: tuple[tuple[One, ...], ...]
    void: frozenset[str]


def standing_decisions(entries: Iterable[Decision], void: Collection[str] = ()) -> Standing[Decision]:
    """The decisions that stand, at most one for each facet of a question.

    `void` are the ids of entries that cannot be used: what they stand in place of is not held by anybody any more.
    """
    return _standing(
        {entry.id: entry for entry in entries},
        lambda entry: (entry.question, entry.facet),
        lambda entry: entry.status is Status.SUPERSEDED,
        void,
    )


def standing_plan(entries: Iterable[PlanEntry], void: Collection[str] = ()) -> Standing[PlanEntry]:
    """The entries of a plan that stand, at most one for each criterion or decision."""
    return _standing({entry.id: entry for entry in entries}, lambda entry: entry.subject, lambda _: False, void)


def _standing(
    entries: Mapping[str, One],
    about: Callable[[One], Hashable],
    takes_back: Callable[[One], bool],
    void: Collection[str],
) -> Standing[One]:
    back = {name: entry for name, entry in entries.items() if takes_back(entry)}
    withdrawn = _withdrawn(back)
    # Whoever is taken back leaves no trace; whoever is replaced still stands in place of those before.
    replaces = {
        name: tuple(other for other in entry.supersedes if other in entries and other not in back)
        for name, entry in entries.items()
        if name not in back
    }
    groups: defaultdict[Hashable, list[One]] = defaultdict(list)
    at_odds: set[Hashable] = set()
    unusable = {name for name in back if name in void and name not in withdrawn}
    for names in _last(withdrawn, replaces):
        unusable.update(name for name in names if name in void)
        for name in names:
            if name not in void:
                groups[about(entries[name])].append(entries[name])
                if len(names) > 1:
                    at_odds.add(about(entries[name]))
    at_odds |= {place for place, group in groups.items() if len(group) > 1}
    clashes = (tuple(sorted(groups[place], key=_id)) for place in at_odds)
    alone = (entry for place, group in groups.items() if place not in at_odds for entry in group)
    return Standing(
        tuple(sorted(alone, key=_id)), tuple(sorted(clashes, key=lambda clash: clash[0].id)), frozenset(unusable)
    )


def _id(entry: Entry) -> str:
    return entry.id


def _last(withdrawn: Collection[str], replaces: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The live ones in whose place no other live one stands, whether or not what lies between was taken back; together
    those that supersede each other in a circle, so that nobody can say which came last."""
    replaced: set[str] = set()
    for names in circles(replaces):
        living = tuple(name for name in names if name not in withdrawn)
        is_replaced = not replaced.isdisjoint(names)
        if living and not is_replaced:
            yield living
        if living or is_replaced:
            replaced.update(other for name in names for other in replaces[name])


def _withdrawn(back: Mapping[str, One]) -> frozenset[str]:
    """What is taken back by entries that are not taken back themselves."""
    waiting = Counter(other for entry in back.values() for other in entry.supersedes)
    withdrawn: set[str] = set()
    # From those that nobody takes back inwards; those that take back each other in a circle take back nothing.
    holding = [name for name in back if not waiting[name]]
    while holding:
        for other in back[holding.pop()].supersedes:
            if other in withdrawn:
                continue
            withdrawn.add(other)
            # What it took back itself waits for one less.
            for further in back[other].supersedes if other in back else ():
                waiting[further] -= 1
                if further in back and not waiting[further]:
                    holding.append(further)
    return frozenset(withdrawn)


def first_by_entry(entries: Iterable[Entry]) -> dict[str, str]:
    """By the id of each entry, that of the first one in whose place it came to stand: it stays when minds change.

    Of several the smallest; those that supersede each other in a circle have one together.
    """
    supersedes = {entry.id: entry.supersedes for entry in entries}
    arrows = {name: tuple(other for other in others if other in supersedes) for name, others in supersedes.items()}
    found: dict[str, str] = {}
    for names in reversed(tuple(circles(arrows))):  # what is superseded comes before what supersedes it
        firsts = [found[other] for name in names for other in arrows[name] if other in found]
        found |= dict.fromkeys(names, min(firsts, default=names[0]))
    return found
