"""Loads a questionnaire from its folder, with the faults of all its files reported together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import ConfigDict, TypeAdapter, ValidationError

from questionnaires.candidate import Candidate
from questionnaires.compiled import builtin_files, compiled
from questionnaires.export import Export
from questionnaires.faults import Fault, InvalidFile, validate
from questionnaires.largest import LARGEST_QUESTIONNAIRE, too_many
from questionnaires.model import Head, Questionnaire
from questionnaires.parts import Lapsed, QuestionIdentifier, QuestionnairePart, Section, Source, Team, Term
from questionnaires.question import Contradiction, Question
from questionnaires.reading import expect, parse, read_bytes, says
from questionnaires.references import unsound_references
from questionnaires.ring import Ring
from questionnaires.roster import admit_roster
from questionnaires.scale import Scale
from questionnaires.team_names import with_names
from questionnaires.text import name_of, one_line
from questionnaires.words import FileKind

if TYPE_CHECKING:
    from pydantic.main import IncEx

_MOST_FILES: Final = 100

TABLES: Final[dict[str, type[QuestionnairePart]]] = {
    "team": Team,
    "section": Section,
    "scale": Scale,
    "question": Question,
    "source": Source,
    "criterion": Candidate,
    "contradiction": Contradiction,
    "lapsed": Lapsed,
    "term": Term,
    "ring": Ring,
    "export": Export,
}
"""The arrays of tables any file of a questionnaire may hold; the folder is the sum of its files."""


@cache
def builtin() -> Questionnaire:
    """The questionnaire on Windows Autopatch that comes with the package."""
    files = builtin_files()
    return compiled(files) or assemble(files)


def load(folder: Path) -> Questionnaire:
    """The questionnaire in a folder of TOML files, with the names of teams in a roster among them.

    A roster by itself names the teams of the built-in questionnaire. Raises InvalidFile with all faults of all files.
    """
    shown = name_of(folder)
    try:
        is_folder, is_file = folder.is_dir(), folder.is_file()
    except (OSError, ValueError):  # a name that no system can hold
        is_folder = is_file = False
    if is_file and says(read_bytes(folder)) is FileKind.ROSTER:
        return _under_names(builtin(), [(shown, read_bytes(folder))])
    if not is_folder:
        raise InvalidFile([Fault(shown, "", "is not a folder; a questionnaire is a folder of TOML files")])
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise InvalidFile([Fault(shown, "", "holds no .toml file; a questionnaire is a folder of TOML files")])
    if len(paths) > _MOST_FILES:
        raise InvalidFile([Fault(shown, "", f"holds more than {_MOST_FILES} files")])
    faults: list[Fault] = []
    files = list(_contents(paths, faults))
    rosters = [(name, data) for name, data in files if says(data) is FileKind.ROSTER]
    return _under_names(assemble((file for file in files if file not in rosters), faults), rosters)


def _under_names(questionnaire: Questionnaire, rosters: list[tuple[str, bytes]]) -> Questionnaire:
    """With the names of the one roster; of several that differ nobody could say which counts."""
    if len({data for _, data in rosters}) > 1:
        raise InvalidFile([Fault(one_line(name), "kind", "is one of several rosters; keep one") for name, _ in rosters])
    if not rosters:
        return questionnaire
    name = one_line(rosters[0][0])
    return with_names(questionnaire, admit_roster(parse(rosters[0][1], name), name, questionnaire).teams)


def _contents(paths: Iterable[Path], faults: list[Fault]) -> Iterator[tuple[str, bytes]]:
    """The bytes of each file by its name; what cannot be read is a fault."""
    for path in paths:
        try:
            yield path.name, read_bytes(path)
        except InvalidFile as error:
            faults.extend(error.faults)


def _weighed(files: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """All files, as long as they are not too much together; the others are not even read."""
    found: list[tuple[str, bytes]] = []
    size = 0
    for given, data in files:
        name = one_line(given)
        size += len(data)
        if size > LARGEST_QUESTIONNAIRE:
            sentence = f"is too much: the files of a questionnaire have at most {LARGEST_QUESTIONNAIRE} bytes in all"
            raise InvalidFile([Fault(name, "", sentence)])
        found.append((name, data))
    return found


def assemble(files: Iterable[tuple[str, bytes]], known_faults: Iterable[Fault] = ()) -> Questionnaire:
    """One questionnaire from the bytes of its files, given in the order of their names.

    Raises InvalidFile with the faults of all files, after those already known.
    """
    read = [(name, *_body(data, name)) for name, data in _weighed(files)]
    faults = list(known_faults)
    if endless := list(too_many((name, body) for name, body, _ in read)):
        raise InvalidFile([*faults, *(fault for _, _, found in read for fault in found), *endless])
    parts = _Parts()
    for name, body, found in read:
        faults.extend((*found, *parts.take(body, name)))
    heads = parts.heads
    if len(heads) != 1:
        faults.append(
            Fault("questionnaire", "questionnaire", f"exactly one file names id and version; {len(heads)} do")
        )
    questionnaire = parts.put_together()
    faults.extend(
        Fault(parts.origins.get(id(part), "questionnaire"), key, message)
        for part, key, message in unsound_references(questionnaire)
    )
    if faults:
        raise InvalidFile(faults)
    return questionnaire.model_copy(update={"fingerprint": fingerprint(questionnaire)})


_RENAMED: Final = TypeAdapter(dict[QuestionIdentifier, QuestionIdentifier], config=ConfigDict(defer_build=True))


def _body(data: bytes, name: str) -> tuple[dict[str, Any], list[Fault]]:
    """The tables of one file; none where it has faults as a whole."""
    try:
        return expect(parse(data, name), FileKind.QUESTIONNAIRE, name), []
    except InvalidFile as error:
        return {}, error.faults


class _Parts:
    """What the files hold, as far as it is sound, with the file that each part came from."""

    def __init__(self) -> None:
        self.heads: list[Head] = []
        self.tables: dict[str, list[Any]] = {table: [] for table in TABLES}
        self.renamed: dict[str, str] = {}
        self.origins: dict[int, str] = {}

    def take(self, body: dict[str, Any], name: str) -> list[Fault]:
        """Keeps the sound parts of one file and returns the faults of the others."""
        faults: list[Fault] = []
        for key, value in body.items():
            try:
                if key == "questionnaire":
                    self.heads.append(validate(Head, value, name, key))
                elif key == "renamed":
                    self.renamed.update(_renamed(value, name))
                elif key in TABLES:
                    for part in _sound(key, value, name, faults):
                        self.origins[id(part)] = name
                        self.tables[key].append(part)
                else:
                    faults.append(Fault(name, key, "is not a known table; remove it or correct its name"))
            except InvalidFile as error:
                faults.extend(error.faults)
        return faults

    def put_together(self) -> Questionnaire:
        """One questionnaire, its questions in the order of the sections."""
        tables = self.tables
        order = {section.id: place for place, section in enumerate(tables["section"])}
        questions = sorted(tables["question"], key=lambda question: order.get(question.section, len(order)))
        return Questionnaire.model_construct(
            head=self.heads[0] if self.heads else Head.model_construct(id="", version="", title="", about=""),
            teams=tuple(tables["team"]),
            sections=tuple(tables["section"]),
            scales=tuple(tables["scale"]),
            questions=tuple(questions),
            sources=tuple(tables["source"]),
            candidates=tuple(tables["criterion"]),
            contradictions=tuple(tables["contradiction"]),
            lapsed=tuple(tables["lapsed"]),
            terms=tuple(tables["term"]),
            rings=tuple(tables["ring"]),
            exports=tuple(tables["export"]),
            renamed=self.renamed,
        )


def _sound(table: str, value: object, name: str, faults: list[Fault]) -> Iterator[QuestionnairePart]:
    """The sound parts of one array of tables; the faults of the others are collected."""
    if not isinstance(value, list):
        faults.append(Fault(name, table, f"must be written as [[{table}]]"))
        return
    for place, item in enumerate(value):
        identifier = item.get("id") if isinstance(item, dict) else None
        prefix = f"{table} {identifier}" if isinstance(identifier, str) else f"{table}[{place}]"
        try:
            yield validate(TABLES[table], item, name, prefix)
        except InvalidFile as error:
            faults.extend(error.faults)


def _renamed(value: object, name: str) -> dict[str, str]:
    try:
        return _RENAMED.validate_python(value)
    except ValidationError:
        raise InvalidFile([Fault(name, "renamed", 'must be a table of "old.id" = "new.id"')]) from None


_OF_CRITERIA: Final[Mapping[str, IncEx | bool]] = {
    "examples": True,
    "stop_rule": True,
    "agreement": True,
    "measure": {"exported", "fewest", "tickets"},
}
_ASIDE: Final[Mapping[str, IncEx | bool]] = {
    "fingerprint": True,
    "rings": True,
    "exports": True,
    "teams": {"__all__": {"code"}},
    "candidates": {"__all__": _OF_CRITERIA},
    "questions": {"__all__": {"days_from", "stop_rule"}},
}


def fingerprint(questionnaire: Questionnaire) -> str:
    """A short name for the exact content: 16 hexadecimal digits of its SHA-256.

    Nothing is left out but the examples beside the criteria, the codes of teams, the rings with the place of limits
    among them, what stands on the page that teams sign, how figures are counted in exports or tickets, and how many
    take part in a drill: they change neither what is asked nor what follows from it.
    """
    canonical = questionnaire.model_dump_json(exclude=_ASIDE)
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]
