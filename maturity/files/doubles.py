"""Which of several files on the same people count: one of identical copies, none where they differ."""

from __future__ import annotations

from collections import defaultdict

from maturity.files.found import CountsFile, ResponseFile, RosterFile
from maturity.files.tally_model import person
from questionnaires import Fault, name_of


def without_conflicts(found: list[ResponseFile]) -> tuple[tuple[ResponseFile, ...], tuple[Fault, ...]]:
    """One file for each respondent and round. Identical copies count once; differing ones not at all."""
    groups: defaultdict[tuple[str, int], list[ResponseFile]] = defaultdict(list)
    for file in found:
        respondent = file.response.respondent
        groups[respondent.id, respondent.round].append(file)
    files, conflicts = [], []
    for (identifier, number), same in sorted(groups.items()):
        same.sort(key=lambda file: str(file.path))
        if len({file.digest for file in same}) == 1:
            files.append(same[0])
            continue
        for file in same:
            others = ", ".join(name_of(other.path.name) for other in same if other is not file)
            sentence = f'differs from {others} for respondent "{identifier}" in round {number}; keep one of them'
            conflicts.append(Fault(name_of(file.path), "respondent.id", sentence))
    return tuple(files), tuple(conflicts)


def without_doubles(
    found: list[CountsFile], files: tuple[ResponseFile, ...]
) -> tuple[tuple[CountsFile, ...], tuple[Fault, ...]]:
    """Tallies that count nobody twice. Identical copies count once; one that overlaps is left out."""
    if not found:  # of most folders: then nobody has to be recognised
        return (), ()
    counted = {person(file.response.respondent): file.path.name for file in files}
    kept: list[CountsFile] = []
    doubled: list[Fault] = []
    unique = {file.digest: file for file in sorted(found, key=lambda file: str(file.path), reverse=True)}
    for file in sorted(unique.values(), key=lambda file: (file.digest, str(file.path))):
        twice = sorted({counted[one] for one in file.counted.people if one in counted})
        if twice:
            sentence = f"counts people who are already counted in {', '.join(map(name_of, twice))}; keep one of them"
            doubled.append(Fault(name_of(file.path), "people", sentence))
            continue
        kept.append(file)
        counted.update(dict.fromkeys(file.counted.people, file.path.name))
    return tuple(kept), tuple(doubled)


def one_roster(found: list[RosterFile]) -> tuple[RosterFile | None, tuple[Fault, ...]]:
    """The names of teams that count. Identical copies count once; of several that differ none does."""
    files = sorted(found, key=lambda file: str(file.path))
    if len({file.digest for file in files}) <= 1:
        return (files[0] if files else None), ()
    conflicts = []
    for file in files:
        others = ", ".join(name_of(other.path.name) for other in files if other is not file)
        sentence = f"names the teams, and so does {others}; none of them is used, keep one"
        conflicts.append(Fault(name_of(file.path), "teams", sentence))
    return None, tuple(conflicts)
