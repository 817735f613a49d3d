"""The decisions of several files put together: by their ids, with every conflict named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from maturity.files.found import DecisionsFile
from questionnaires import Fault, InvalidFile, name_of
from questionnaires.decisions import Decision, PlanEntry, Status
from questionnaires.decisions_admission import Admitted
from questionnaires.faults import summed
from scoring.decisions.standing import standing_decisions, standing_plan
from scoring.wording.words import listed

_Entry = Decision | PlanEntry
_MOST_NAMED: Final = 5
"""Entries in one sentence."""
_Places = Mapping[str, Sequence[tuple[DecisionsFile, _Entry]]]
"""By the id of an entry, the files that hold it, with what they say."""


@dataclass(frozen=True, slots=True)
class Together:
    """The entries of all files that can be used, each once."""

    decisions: tuple[Decision, ...] = ()
    plan: tuple[PlanEntry, ...] = ()


def together(found: Iterable[DecisionsFile]) -> tuple[Together, tuple[Fault, ...]]:
    """All entries, and the conflicts: one id with two contents, and two entries that stand on one thing.

    Neither side of a conflict counts, whatever the order of the files, and what they replaced does not count again:
    nobody holds to it any more. The same goes for what an entry replaced that is refused.
    """
    files = sorted(found, key=lambda file: (str(file.path), file.digest))
    places: defaultdict[str, list[tuple[DecisionsFile, _Entry]]] = defaultdict(list)
    for file in files:
        entries: tuple[_Entry, ...] = (*file.decisions.decision, *file.decisions.plan)
        for entry in entries:
            places[entry.id].append((file, entry))
    unlike = {name for name, some in places.items() if any(entry != some[0][1] for _, entry in some)}
    void: dict[str, _Entry] = {entry.id: entry for file in files for entry in file.refused if entry.id not in places}
    void |= {name: _either([entry for _, entry in places[name]]) for name in unlike}
    used = [some[0][1] for name, some in sorted(places.items()) if name not in unlike]
    decisions = tuple(entry for entry in used if isinstance(entry, Decision))
    plan = tuple(entry for entry in used if isinstance(entry, PlanEntry))
    settled = standing_decisions((*decisions, *(one for one in void.values() if isinstance(one, Decision))), void)
    planned = standing_plan((*plan, *(one for one in void.values() if isinstance(one, PlanEntry))), void)
    conflicts = [fault for name in sorted(unlike & (settled.void | planned.void)) for fault in _unlike(name, places)]
    clashes: tuple[Sequence[_Entry], ...] = (*settled.clashes, *planned.clashes)
    conflicts += [fault for clash in clashes for fault in _at_odds(clash, places)]
    # Beside entries that cannot be used nobody could tell later what these replaced, so that only those are kept that
    # stand.
    kept = Together(settled.entries if void else decisions, planned.entries if void else plan)
    return kept, tuple(summed(sorted(conflicts)))


class ConflictingFile(InvalidFile):
    """A file whose entries are at odds with each other; carries all that is wrong with it."""


def check_alone(found: Admitted, name: str) -> None:
    """Raises InvalidFile where not all of one file can be used, ConflictingFile where it is at odds with itself."""
    _, conflicts = together([DecisionsFile(Path(), found.decisions, "", found.refused)])
    faults = [*found.faults, *found.skipped, *(replace(conflict, file=name) for conflict in conflicts)]
    if conflicts:
        raise ConflictingFile(faults)
    if faults:
        raise InvalidFile(faults)


def _either(some: Sequence[_Entry]) -> _Entry:
    """One for all that an id says: it replaces what any of them replaces, and takes something back if all do."""
    first = min(some, key=lambda entry: (isinstance(entry, PlanEntry), _takes_back(entry)))
    replaced = dict.fromkeys(name for entry in some for name in entry.supersedes)
    return first.model_copy(update={"supersedes": tuple(sorted(replaced))})


def _takes_back(entry: _Entry) -> bool:
    return isinstance(entry, Decision) and entry.status is Status.SUPERSEDED


def _unlike(name: str, places: _Places) -> Iterator[Fault]:
    names = listed(dict.fromkeys(name_of(file.path.name) for file, _ in places[name]))
    for file in dict.fromkeys(file.path for file, _ in places[name]):
        sentence = f'says something else in {names}; an entry is never changed, add one that supersedes "{name}"'
        yield Fault(name_of(file), f'entry "{name}"', sentence)


def _at_odds(clash: Sequence[_Entry], places: _Places) -> Iterator[Fault]:
    first = clash[0]
    about = first.question if isinstance(first, Decision) else first.subject
    more = [f"{len(clash) - _MOST_NAMED} more"] if len(clash) > _MOST_NAMED else []
    names = listed([*(f'"{entry.id}"' for entry in clash[:_MOST_NAMED]), *more])
    for entry in clash:
        file, _ = places[entry.id][0]
        if len(clash) == 1:
            sentence = f'on "{about}" and others supersede each other in a circle; add one that supersedes them'
        else:
            sentence = f'is one of {names}, which all stand on "{about}"; add one that supersedes the others'
        yield Fault(name_of(file.path), f'entry "{entry.id}"', sentence)
