"""Which entries stand: those that no other one takes back, and in whose place no other one stands.

Entries are never changed. One that supersedes others stands in their place; one with the status *superseded* takes
others back, as if they had never been written, and what they stood in place of holds again. The order of entries and
of files says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from questionnaires.decisions import Decision, PlanEntry, Status


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
    """The entries that stand, in the order of their ids; and those of which two or more stand on one thing, so that
    none of them counts."""

    entries: tuple[One, ...]
    clashes: tuple[tuple[One, ...], ...]


def standing_decisions(entries: Iterable[Decision]) -> Standing[Decision]:
    """The decisions that stand, at most one for each facet of a question."""
    return _standing(
        {entry.id: entry for entry in entries},
        lambda entry: (entry.question, entry.facet),
        lambda entry: entry.status is Status.SUPERSEDED,
    )


def standing_plan(entries: Iterable[PlanEntry]) -> Standing[PlanEntry]:
    """The entries of a plan that stand, at most one for each criterion or decision."""
    return _standing({entry.id: entry for entry in entries}, lambda entry: entry.subject, lambda _: False)


def _standing(
    entries: Mapping[str, One], about: Callable[[One], Hashable], takes_back: Callable[[One], bool]
) -> Standing[One]:
    back = {name: entry for name, entry in entries.items() if takes_back(entry)}
    withdrawn = _withdrawn(back)
    # Whoever is taken back leaves no trace; whoever is replaced still stands in place of those before.
    live = [name for name in entries if name not in withdrawn and name not in back]
    replaced = _reached(live, {name: entry.supersedes for name, entry in entries.items() if name not in back})
    groups: defaultdict[Hashable, list[One]] = defaultdict(list)
    for name in sorted(live):
        if name not in replaced:
            groups[about(entries[name])].append(entries[name])
    circles = _in_circles(live, entries)
    for name in circles:
        groups[about(entries[name])].append(entries[name])
    clashes = tuple(tuple(group) for group in groups.values() if len(group) > 1 or group[0].id in circles)
    alone = sorted((group[0] for group in groups.values() if len(group) == 1), key=lambda entry: entry.id)
    return Standing(tuple(entry for entry in alone if entry.id not in circles), clashes)


def _withdrawn(back: Mapping[str, One]) -> frozenset[str]:
    """What is taken back by entries that are not taken back themselves."""
    taken: dict[str, list[str]] = {}
    for name, entry in back.items():
        for other in entry.supersedes:
            taken.setdefault(other, []).append(name)
    holds: dict[str, bool] = {}
    # From those that nobody takes back inwards; those that take back each other in a circle take back nothing.
    waiting = {name: len(taken.get(name, ())) for name in back}
    ready = [name for name, count in waiting.items() if not count]
    while ready:
        name = ready.pop()
        holds[name] = not any(holds.get(other, False) for other in taken.get(name, ()))
        for other in back[name].supersedes:
            if other in waiting:
                waiting[other] -= 1
                if not waiting[other]:
                    ready.append(other)
    return frozenset(other for other, by in taken.items() if any(holds.get(name, False) for name in by))


def _reached(live: Iterable[str], replaces: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Everything in whose place the live ones stand, whether or not what lies between was taken back."""
    found: set[str] = set()
    ahead = [other for name in live for other in replaces[name]]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += replaces.get(name, ())
    return frozenset(found)


def _in_circles(live: Iterable[str], entries: Mapping[str, One]) -> tuple[str, ...]:
    """Those that supersede each other in a circle, so that nobody can say which came last."""
    alive = sorted(live)
    among = {name: [other for other in entries[name].supersedes if other in entries] for name in alive}
    # What is left when everything is taken away, again and again, that supersedes nothing that is left.
    left = dict.fromkeys(alive)
    count = {name: sum(other in left for other in among[name]) for name in alive}
    by: defaultdict[str, list[str]] = defaultdict(list)
    for name in alive:
        for other in among[name]:
            by[other].append(name)
    ready = [name for name in alive if not count[name]]
    while ready:
        name = ready.pop()
        left.pop(name, None)
        for other in by[name]:
            count[other] -= 1
            if not count[other]:
                ready.append(other)
    # Of the rest only those are in a circle that something left supersedes as well.
    needed = {other for name in left for other in among[name] if other in left}
    return tuple(name for name in left if name in needed)


def first_by_entry(entries: Iterable[Entry]) -> dict[str, str]:
    """By the id of each entry, that of the first one in whose place it came to stand: it stays when minds change.

    Of several the smallest; of entries in a circle each is its own first.
    """
    before = {entry.id: entry.supersedes for entry in entries}
    found: dict[str, str] = {}
    for name in before:
        reached = _reached([name], before) & before.keys()
        firsts = [other for other in reached if not any(one in before for one in before[other])]
        found[name] = min(firsts, default=name)
    return found
