"""The decisions of several files put together: by their ids, with every conflict named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from maturity.files.found import DecisionsFile
from questionnaires import Fault, name_of
from questionnaires.decisions import Decision, PlanEntry
from scoring.decisions.standing import standing_decisions, standing_plan
from scoring.wording.words import listed


@dataclass(frozen=True, slots=True)
class Together:
    """The entries of all files that count, each once; entries about which they are at odds are left out."""

    decisions: tuple[Decision, ...] = ()
    plan: tuple[PlanEntry, ...] = ()


def together(found: Iterable[DecisionsFile]) -> tuple[Together, tuple[Fault, ...]]:
    """All entries, and the conflicts: one id with two contents, and two entries that stand on one thing.

    Neither side of a conflict counts, whatever the order of the files.
    """
    files = sorted(found, key=lambda file: (str(file.path), file.digest))
    places: defaultdict[str, list[tuple[DecisionsFile, Decision | PlanEntry]]] = defaultdict(list)
    for file in files:
        entries: tuple[Decision | PlanEntry, ...] = (*file.decisions.decision, *file.decisions.plan)
        for entry in entries:
            places[entry.id].append((file, entry))
    unlike = {name for name, some in places.items() if any(entry != some[0][1] for _, entry in some)}
    conflicts = [fault for name in sorted(unlike) for fault in _unlike(name, places[name])]
    once = [some[0][1] for name, some in sorted(places.items()) if name not in unlike]
    decisions = tuple(entry for entry in once if isinstance(entry, Decision))
    plan = tuple(entry for entry in once if isinstance(entry, PlanEntry))
    settled, planned = standing_decisions(decisions), standing_plan(plan)
    clashes: tuple[tuple[Decision, ...] | tuple[PlanEntry, ...], ...] = (*settled.clashes, *planned.clashes)
    at_odds = {entry.id for clash in clashes for entry in clash}
    for clash in clashes:
        conflicts += _at_odds(clash, places)
    kept = Together(
        tuple(entry for entry in decisions if entry.id not in at_odds),
        tuple(entry for entry in plan if entry.id not in at_odds),
    )
    return kept, tuple(sorted(conflicts))


def _unlike(name: str, some: list[tuple[DecisionsFile, Decision | PlanEntry]]) -> Iterator[Fault]:
    names = listed(dict.fromkeys(name_of(file.path.name) for file, _ in some))
    for file in dict.fromkeys(file.path for file, _ in some):
        sentence = f'says something else in {names}; an entry is never changed, add one that supersedes "{name}"'
        yield Fault(name_of(file), f'entry "{name}"', sentence)


def _at_odds(
    clash: tuple[Decision, ...] | tuple[PlanEntry, ...],
    places: defaultdict[str, list[tuple[DecisionsFile, Decision | PlanEntry]]],
) -> Iterator[Fault]:
    first = clash[0]
    about = first.question if isinstance(first, Decision) else first.subject
    names = listed(f'"{entry.id}"' for entry in clash)
    for entry in clash:
        file, _ = places[entry.id][0]
        if len(clash) == 1:
            sentence = f'on "{about}" and others supersede each other, so that none of them stands; keep the last one'
        else:
            sentence = f'is one of {names}, which all stand on "{about}"; add one that supersedes the others'
        yield Fault(name_of(file.path), f'entry "{entry.id}"', sentence)
