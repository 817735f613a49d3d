"""Collects responses from files and folders: the good ones, and every fault of the others."""

from __future__ import annotations

import glob
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from maturity.files.saving import digest
from maturity.files.tallies import to_tally
from maturity.files.tally_model import CountedFile, admit_counts, person
from questionnaires import (
    Fault,
    InvalidFile,
    Questionnaire,
    Response,
    admit,
    kind_of,
    name_of,
    one_line,
    parse,
    read_bytes,
)
from questionnaires.actuals import Actuals, actuals_in
from questionnaires.reading import says
from questionnaires.words import FileKind
from scoring import Tally, tally

_SUFFIX: Final = ".toml"
UNREADABLE: Final = "unreadable file"
"""What results call a file of which nothing is known, not even its bytes."""


@dataclass(frozen=True, slots=True)
class ResponseFile:
    """A response and the file it came from, with the digest of its bytes."""

    path: Path
    response: Response
    digest: str


@dataclass(frozen=True, slots=True)
class CountsFile:
    """A tally and the file it came from, with the digest of its bytes."""

    path: Path
    counted: CountedFile
    digest: str


@dataclass(frozen=True, slots=True)
class FiguresFile:
    """The pilot's figures and the file they came from."""

    path: Path
    actuals: Actuals


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found: responses, tallies and figures in a fixed order, faults of unusable files, conflicts,
    skipped files."""

    files: tuple[ResponseFile, ...] = ()
    tallies: tuple[CountsFile, ...] = ()
    figures: tuple[FiguresFile, ...] = ()
    faults: tuple[Fault, ...] = ()
    conflicts: tuple[Fault, ...] = ()
    skipped: tuple[Fault, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    """By the name of a file, what results call it when it could not be used: the name may be a person's."""

    @property
    def left_out(self) -> tuple[str, ...]:
        """What results call the files that could not be used."""
        return self.called(fault.file for fault in (*self.faults, *self.conflicts))

    def called(self, names: Iterable[str]) -> tuple[str, ...]:
        """What results call these files: their kind and a short digest of what is in them."""
        return tuple(sorted(self.labels.get(name, UNREADABLE) for name in set(names)))

    @property
    def rounds(self) -> tuple[int, ...]:
        """The rounds that hold answers; an empty file alone makes no round, unless there is nothing else."""
        files = [file.response for file in self.files]
        answered = {response.respondent.round for response in files if response.answers}
        present = answered | {file.counted.round for file in self.tallies}
        return tuple(sorted(present or {response.respondent.round for response in files}))

    @property
    def round_to_compare(self) -> int:
        """The round that is meant when nobody names one: the latest that two teams have answered.

        Where no round has two teams it is the lowest present, and 1 where there is none. So one file of one
        team, whatever round it says, never takes the comparison away from the answers of the others.
        """
        return max(self._rounds_of_two_teams(), default=min(self.rounds, default=1))

    @property
    def round_to_answer(self) -> int:
        """The round in which new answers begin: from the one to compare, the rounds present without a hole.

        Somebody who has begun round 2 draws the others along; a lone file of round 999 does not. Files without
        an answer count here as well: their round has been begun.
        """
        present = {file.response.respondent.round for file in self.files}
        present |= {file.counted.round for file in self.tallies}
        number = max(self._rounds_of_two_teams(), default=min(present, default=1))
        while number + 1 in present:
            number += 1
        return number

    def _rounds_of_two_teams(self) -> Iterator[int]:
        teams: defaultdict[int, set[str]] = defaultdict(set)
        for file in self.files:
            if file.response.answers:
                teams[file.response.respondent.round].add(file.response.respondent.team)
        for sent in self.tallies:
            teams[sent.counted.round].update(team.id for team in sent.counted.team if team.answered)
        return (number for number, names in teams.items() if len(names) >= 2)

    def rounds_after(self, number: int) -> tuple[int, ...]:
        """The rounds with answers after this one; of the one to compare, those that fewer than two teams answered."""
        return tuple(later for later in self.rounds if later > number)

    def files_outside(self, rounds: Container[int | None]) -> int:
        """How many responses and tallies are of other rounds."""
        present = [file.response.respondent.round for file in self.files]
        present += [file.counted.round for file in self.tallies]
        return sum(number not in rounds for number in present)

    def of_round(self, number: int) -> tuple[Response, ...]:
        return tuple(file.response for file in self.files if file.response.respondent.round == number)

    def counts_of_round(self, questionnaire: Questionnaire, number: int) -> Tally:
        """Everything counted of a round: the responses, and the tallies that others made."""
        counted = tally(questionnaire, self.of_round(number))
        for file in self.tallies:
            if file.counted.round == number:
                counted += to_tally(file.counted)
        return counted


def expand(arguments: Iterable[str]) -> list[Path]:
    """The paths that arguments name; patterns are expanded here, because not every shell does it."""
    paths: list[Path] = []
    for argument in arguments:
        if exists(Path(argument)) or not glob.has_magic(argument):
            paths.append(Path(argument))
        else:
            paths.extend(Path(found) for found in sorted(glob.glob(argument, recursive=True)))
    return list(dict.fromkeys(paths))


def exists(path: Path) -> bool:
    """Whether there is such a file or folder; a name that no system can hold names nothing."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def gather(paths: Iterable[Path], questionnaire: Questionnaire, without: Path | None = None) -> Gathered:
    """Everything in these files and folders but the one `without`. One bad file never stops the others."""
    found: list[ResponseFile] = []
    counts: list[CountsFile] = []
    figures: list[FiguresFile] = []
    faults: list[Fault] = []
    skipped: list[Fault] = []
    labels: dict[str, str] = {}
    for path, named in _files(paths, faults):
        if without is not None and _resolved(path) == _resolved(without):
            continue
        try:
            data = read_bytes(path)
            name = name_of(path)
            labels[name] = f"{says(data) or 'file'} {digest(data)[:8]}"
            document = {"kind": says(data)} if says(data) is FileKind.RESULTS else parse(data, name)
            kind = kind_of(document)
            if kind is FileKind.TALLY:
                counts.append(CountsFile(path, admit_counts(document, name, questionnaire), digest(data)))
                continue
            if kind is FileKind.ACTUALS:
                actuals = actuals_in(document, name)
                if actuals.pilot.questionnaire == questionnaire.head.id:
                    figures.append(FiguresFile(path, actuals))
                    continue
                sentence = f'is "{actuals.pilot.questionnaire}", another questionnaire; the figures were left out'
                skipped.append(Fault(name, "pilot.questionnaire", sentence))
                continue
            if kind not in (FileKind.RESPONSE, None) and not named:
                skipped.append(Fault(name, "kind", f'says kind = "{kind}" and is no response; it was left out'))
                continue
            found.append(ResponseFile(path, admit(document, name, questionnaire), digest(data)))
        except InvalidFile as error:
            faults.extend(error.faults)
    files, conflicts = _without_conflicts(found)
    tallies, doubled = _without_doubles(counts, files)
    return Gathered(
        files,
        tallies,
        tuple(sorted(figures, key=lambda file: str(file.path))),
        tuple(sorted(faults)),
        (*conflicts, *doubled),
        tuple(sorted(skipped)),
        MappingProxyType(labels),
    )


def files_in(folder: Path) -> list[Path]:
    """The files of a folder that may be ours, by name. Raises OSError when it cannot be listed."""
    return sorted(entry for entry in folder.iterdir() if entry.suffix.lower() == _SUFFIX)


def _files(paths: Iterable[Path], faults: list[Fault]) -> Iterator[tuple[Path, bool]]:
    """Each file once, and whether it was named itself rather than found in a folder."""
    seen: set[Path] = set()
    for path in paths:
        if exists(path) and path.is_dir():
            try:
                inside = files_in(path)
            except OSError as error:
                faults.append(
                    Fault(name_of(path), "", f"cannot be listed ({one_line(error.strerror or 'unknown reason')})")
                )
                continue
        else:
            inside = [path]
        for file in inside:
            resolved = _resolved(file)
            named = file is path
            if resolved not in seen and (named or not file.name.startswith(".")):
                seen.add(resolved)
                yield file, named


def _resolved(path: Path) -> Path:
    """The file behind links; the path itself where links lead in a circle, which reading then reports."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def _without_conflicts(found: list[ResponseFile]) -> tuple[tuple[ResponseFile, ...], tuple[Fault, ...]]:
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


def _without_doubles(
    found: list[CountsFile], files: tuple[ResponseFile, ...]
) -> tuple[tuple[CountsFile, ...], tuple[Fault, ...]]:
    """Tallies that count nobody twice. Identical copies count once; one that overlaps is left out."""
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
