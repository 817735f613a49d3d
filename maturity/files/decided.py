"""The decisions of several files put together: by their ids, with every conflict named."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from maturity.files.found import DecisionsFile
from maturity.files.not_yet import without_future
from questionnaires import Fault, InvalidFile, Questionnaire, name_of
from questionnaires.decisions import Decision, PlanEntry, Status
from questionnaires.decisions_admission import Admitted
from questionnaires.faults import summed
from scoring.wording.words import listed

_Entry = Decision | PlanEntry
_MOST_NAMED: Final = 5
"""Entries in one sentence."""
_Places = Mapping[str, Sequence[tuple[DecisionsFile, _Entry]]]
"""By the id of an entry, the files that hold it, with what they say."""


@dataclass(frozen=True, slots=True)
class Together:
    """The entries of all files that can be used, each once; and those on one thing that exclude each other."""

    decisions: tuple[Decision, ...] = ()
    plan: tuple[PlanEntry, ...] = ()
    clashes: tuple[tuple[Decision, ...], ...] = ()


def together(found: Iterable[DecisionsFile], questionnaire: Questionnaire) -> tuple[Together, tuple[Fault, ...]]:
    """All entries, and the conflicts: one id with two contents, and two entries that stand on one thing.

    Neither side of a conflict counts, whatever the order of the files, and what they replaced does not count again:
    nobody holds to it any more. The same goes for what an entry replaced that is refused.
    """
    files = sorted(found, key=lambda file: (str(file.path), file.digest))
    if not files:
        return Together(), ()
    from scoring.decisions.standing import standing_decisions, standing_plan  # of most folders nothing needs it

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
    conflicts: list[Fault] = []
    at_odds = list(settled.clashes)
    for name in sorted(unlike & (settled.void | planned.void)):
        versions = _versions(places[name])
        at_odds += [versions] if versions else []
        conflicts += [] if versions else _unlike(name, places)
    conflicts += [fault for clash in at_odds for fault in _clash(questionnaire, clash, places)]
    conflicts += [fault for clash in planned.clashes for fault in _at_odds(clash, places)]
    # Beside entries that cannot be used nobody could tell later what these replaced, so that only those are kept that
    # stand.
    kept = Together(settled.entries if void else decisions, planned.entries if void else plan, tuple(at_odds))
    return kept, tuple(summed(sorted(conflicts)))


class ConflictingFile(InvalidFile):
    """A file whose entries are at odds with each other; carries all that is wrong with it."""


def check_alone(found: Admitted, name: str, questionnaire: Questionnaire, today: dt.date) -> None:
    """Raises InvalidFile where not all of one file can be used, ConflictingFile where it is at odds with itself."""
    file, ahead = without_future(DecisionsFile(Path(name), found.decisions, "", found.refused), today)
    _, conflicts = together([file], questionnaire)
    faults = [*found.faults, *found.skipped, *(replace(fault, file=name) for fault in (*ahead, *conflicts))]
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
    names = _files(places, name)
    for file in dict.fromkeys(file.path for file, _ in places[name]):
        sentence = f'says something else in {names}; an entry is never changed, add one that supersedes "{name}"'
        yield Fault(name_of(file), f'entry "{name}"', sentence)


def _versions(places: Sequence[tuple[DecisionsFile, _Entry]]) -> tuple[Decision, ...]:
    """What one id says of one thing in several ways; nothing where it speaks of several, or of a plan."""
    found = [entry for _, entry in places if isinstance(entry, Decision)]
    if len(found) < len(places) or len({(entry.question, entry.facet) for entry in found}) > 1:
        return ()
    return tuple(entry for place, entry in enumerate(found) if entry not in found[:place])


def _clash(questionnaire: Questionnaire, clash: Sequence[Decision], places: _Places) -> Iterator[Fault]:
    """Said of each file that holds one of them, with all of them by their ids and files."""
    from scoring.wording.decisions import clash_sentence  # of most folders nothing needs it

    words = clash_sentence(questionnaire, clash).rstrip(".")
    ids = list(dict.fromkeys(entry.id for entry in clash))
    more = [f"{len(ids) - _MOST_NAMED} more"] if len(ids) > _MOST_NAMED else []
    names = listed([*(f'"{name}" ({_files(places, name)})' for name in ids[:_MOST_NAMED]), *more])
    sentence = f"{words[0].lower()}{words[1:]}; add one that supersedes {names}"
    first = {file.path: name for name in reversed(ids) for file, _ in reversed(places[name])}
    for path, name in sorted(first.items()):
        yield Fault(name_of(path), f'entry "{name}"', sentence)


def _files(places: _Places, name: str) -> str:
    return listed(dict.fromkeys(name_of(file.path.name) for file, _ in places[name]))


def _at_odds(clash: Sequence[PlanEntry], places: _Places) -> Iterator[Fault]:
    more = [f"{len(clash) - _MOST_NAMED} more"] if len(clash) > _MOST_NAMED else []
    names = listed([*(f'"{entry.id}"' for entry in clash[:_MOST_NAMED]), *more])
    for entry in clash:
        file, _ = places[entry.id][0]
        if len(clash) == 1:
            sentence = f'on "{entry.subject}" and others supersede each other in a circle; add one that supersedes them'
        else:
            sentence = f'is one of {names}, which all stand on "{entry.subject}"; add one that supersedes the others'
        yield Fault(name_of(file.path), f'entry "{entry.id}"', sentence)
