"""Checks that what a questionnaire says of exports fits together: columns, headers, and the tests beside criteria."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from questionnaires.export import Export, Holds, Role
from questionnaires.exported import Exported, RowTest, RowTestPart, What
from questionnaires.model import Questionnaire
from questionnaires.parts import QuestionnairePart
from questionnaires.text import letters_of
from questionnaires.words import By

_Unsound = tuple[QuestionnairePart, str, str]

_FITS: Final[dict[RowTest, tuple[Holds, ...]]] = {
    RowTest.IS: (Holds.WORD, Holds.TEXT),
    RowTest.IS_NOT: (Holds.WORD, Holds.TEXT),
    RowTest.FILLED: tuple(Holds),
    RowTest.EMPTY: tuple(Holds),
    RowTest.AT_LEAST: (Holds.NUMBER,),
    RowTest.AT_MOST: (Holds.NUMBER,),
    RowTest.HAS_BITS: (Holds.NUMBER,),
    RowTest.SINCE: (Holds.DAY,),
    RowTest.BEFORE: (Holds.DAY,),
    RowTest.CURRENT: (Holds.BUILD, Holds.RELEASE),
    RowTest.NOT_CURRENT: (Holds.BUILD, Holds.RELEASE),
    RowTest.HOTPATCHED: (Holds.BUILD,),
    RowTest.IN_SUPPORT: (Holds.BUILD,),
}
_OF_WHAT: Final[dict[What, tuple[Holds, ...]]] = {
    What.OLDEST: (Holds.DAY,),
    What.DAYS_UNTIL: (Holds.DAY,),
    What.SUM: (Holds.NUMBER,),
    What.MOST_FREQUENT: (Holds.NUMBER,),
    What.DISTINCT: (Holds.TEXT, Holds.WORD),
}
_OF_ROLE: Final[dict[Role, tuple[Holds, ...]]] = {
    Role.NAME: (Holds.TEXT,),
    Role.RING: (Holds.TEXT, Holds.WORD),
    Role.RELEASE: (Holds.RELEASE,),
    Role.HOTPATCHED: (Holds.WORD,),
    Role.EDITION: (Holds.TEXT, Holds.WORD),
}


def unsound_exports(questionnaire: Questionnaire) -> Iterator[_Unsound]:
    """Every export whose columns could not be told apart, and every way of counting that does not fit its export."""
    lists = [export.id for export in questionnaire.exports if export.is_list]
    for export in questionnaire.exports:
        yield from ((export, f"export {export.id}.{key}", words) for key, words in _export(export))
        if export.is_list and export.id != lists[0]:
            yield export, f"export {export.id}.is_list", f'"{lists[0]}" is the list of the pilot; keep one list'
    for candidate in questionnaire.candidates:
        for place, way in enumerate(candidate.measure.exported):
            where = f"criterion {candidate.id}.measure.exported[{place}]"
            for key, words in _way(questionnaire, way):
                yield candidate, f"{where}.{key}", words
            if way.wait is not None and By.CYCLE not in candidate.measure.by:
                yield candidate, f"{where}.wait", "is counted from a deadline, so measure.by names cycle"
            if way.aim is not None and candidate.measure.denominator is None:
                yield candidate, f"{where}.aim", "is counted out of, so the measure has a denominator"


def _export(export: Export) -> Iterator[tuple[str, str]]:
    ids = Counter(column.id for column in export.columns)
    yield from (("column", f'"{name}" stands {count} times') for name, count in ids.items() if count > 1)
    yield from _roles(export)
    for key in ("key", "latest", "row_key", "known_by", "one_of"):
        value = getattr(export, key)
        for name in value if isinstance(value, tuple) else (value,):
            if name is not None and name not in ids:
                yield key, f'there is no column "{name}"'
    seen: dict[str, str] = {}
    for column in export.columns:
        for header in column.headers:
            if seen.setdefault(letters_of(header), column.id) != column.id:
                yield "column", f'the header "{header}" is that of {seen[letters_of(header)]} and of {column.id}'
        written: dict[str, str] = {}
        for word, forms in column.words.items():
            for form in forms:
                if written.setdefault(letters_of(form), word) != word:
                    yield "column", f'{column.id} writes "{form}" for {written[letters_of(form)]} and for {word}'


def _roles(export: Export) -> Iterator[tuple[str, str]]:
    roles = Counter(column.role for column in export.columns if column.role is not None)
    yield from (("column", f'{count} columns have the role "{role}"') for role, count in roles.items() if count > 1)
    for column in export.columns:
        if column.role is None:
            continue
        if column.holds not in _OF_ROLE[column.role]:
            yield "column", f'{column.id} holds a {column.holds.value}, which cannot have the role "{column.role}"'
        elif column.role is Role.HOTPATCHED and Role.HOTPATCHED.value not in column.words:
            yield "column", f'{column.id} has the role "{column.role}" and lacks the word "{Role.HOTPATCHED.value}"'
    key = export.column(export.key)
    if key is not None and key.holds is not Holds.KEY and key.role is not Role.NAME:
        yield "key", f'"{key.id}" is neither a key nor a name'
    if export.is_list and Role.RING not in roles:
        yield "column", 'no column has the role "ring", which the list of the pilot needs'


def _way(questionnaire: Questionnaire, way: Exported) -> Iterator[tuple[str, str]]:
    export = questionnaire.export_by_id.get(way.export)
    if export is None:
        yield "export", f'there is no export "{way.export}"'
        return
    if way.column is not None:
        found = export.column(way.column)
        if found is None:
            yield "column", f'the export "{export.id}" has no column "{way.column}"'
        elif found.holds not in _OF_WHAT[way.what]:
            needed = " or ".join(holds.value for holds in _OF_WHAT[way.what])
            yield "column", f'"{way.column}" holds no {needed}, which {way.what.value} needs'
    for test in way.tests:
        yield from _test(export, test)
    yield from _further(questionnaire, way, export)


def _further(questionnaire: Questionnaire, way: Exported, export: Export) -> Iterator[tuple[str, str]]:
    """What a way of counting asks besides: of all rows of a file, and of other exports."""
    if way.what is What.DISTINCT:
        yield from _of_all("among", export, way.among)
    if way.beside is not None:
        yield from (("beside", words) for words in _elsewhere(questionnaire, way.beside.export, way.beside.tests))
        other = questionnaire.export_by_id.get(way.beside.export)
        if way.beside.row is not None and other is not None:
            yield from (("beside", words) for one in (export, other) for words in _row(one, way.beside.row))
        if way.beside.export == way.export:
            yield "beside", f'names "{way.export}", in which it is counted already'
    if way.aim is not None:
        yield from (("aim", words) for words in _elsewhere(questionnaire, way.aim.export, way.aim.among))
        if (counted := questionnaire.export_by_id.get(way.aim.export)) is not None:
            yield from _of_all("aim", counted, way.aim.among)


def _elsewhere(questionnaire: Questionnaire, name: str, tests: Iterable[RowTestPart]) -> Iterator[str]:
    """What does not fit of tests that are asked of another export."""
    export = questionnaire.export_by_id.get(name)
    if export is None:
        yield f'there is no export "{name}"'
        return
    for test in tests:
        yield from (words for _, words in _test(export, test))


def _row(export: Export, name: str) -> Iterator[str]:
    """What does not fit of the key by which row is held against row."""
    column = export.column(name)
    if column is None or column.holds is not Holds.KEY:
        yield f'the export "{export.id}" has no key "{name}"'


def _of_all(key: str, export: Export, tests: Iterable[RowTestPart]) -> Iterator[tuple[str, str]]:
    """Of all rows of a file only few different cells are kept, so no days are asked."""
    for test in tests:
        column = export.column(test.column)
        if column is not None and column.holds is Holds.DAY:
            yield key, f'asks "{column.id}" of all rows of a file, which cannot be asked of days'


def _test(export: Export, test: RowTestPart) -> Iterator[tuple[str, str]]:
    column = export.column(test.column)
    if column is None:
        yield "column", f'the export "{export.id}" has no column "{test.column}"'
        return
    if column.holds not in _FITS[test.test]:
        yield "test", f'"{test.test.value}" cannot be asked of "{column.id}", which holds a {column.holds.value}'
    for word in test.words:
        if column.holds is Holds.WORD and word not in column.words:
            yield "words", f'"{word}" is no word of "{column.id}"; its words are {", ".join(column.words) or "none"}'
