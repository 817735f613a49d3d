"""Which export a file is, by its headers, and which of its columns are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from maturity.exports.heading import meaning_of
from questionnaires.export import Export
from questionnaires.faults import Fault, InvalidFile
from questionnaires.text import letters_of, one_line

_ONLY_TICKED: Final = "only the columns you tick are exported"
_MOST_NAMED: Final = 3


class SeveralFitError(InvalidFile):
    """A file may be several exports, and somebody has to say which."""

    def __init__(self, name: str, fitting: Sequence[Export]) -> None:
        self.fitting = tuple(fitting)
        ids = " or ".join(f"--as FILE={one.id}" for one in fitting)
        super().__init__([Fault(name, "", f"may be {_titles(fitting)}; say which it is: {ids}")])


@dataclass(frozen=True, slots=True)
class Columns:
    """What is read of a file: its export, and by the id of a column the places of the cells that are that column's."""

    export: Export
    places: dict[str, tuple[int, ...]]

    @property
    def ids(self) -> tuple[str, ...]:
        """In the order of the file."""
        return tuple(self.places)

    @property
    def fits(self) -> bool:
        """Whether the file has what this export is known by."""
        return not self.missing

    @property
    def missing(self) -> tuple[str, ...]:
        """How the columns are called that it would have to have besides; of several that will do, in one text."""
        names = [_named(self.export, one) for one in self.export.known_by if one not in self.places]
        if self.export.one_of and not any(one in self.places for one in self.export.one_of):
            names.append(" or ".join(_named(self.export, one) for one in self.export.one_of))
        return tuple(names)

    @property
    def cells(self) -> frozenset[int]:
        """The places of all cells that are read."""
        return frozenset(place for places in self.places.values() for place in places)


def columns_of(headers: Sequence[str], exports: Sequence[Export], name: str, told: str | None = None) -> Columns:
    """What the file is: what was told, or the one export that its headers fit. Raises InvalidFile where that is none,
    SeveralFitError where it is several."""
    meanings = [meaning_of(header) for header in headers]
    if told is not None:
        return _told(meanings, exports, name, told)
    read = [_read(meanings, export) for export in exports]
    fitting = [one for one in read if one.fits]
    best = [one for one in fitting if not any(one.cells < other.cells for other in fitting)]
    if len(best) == 1:
        return best[0]
    if best:
        raise SeveralFitError(name, [one.export for one in best])
    raise InvalidFile([Fault(name, "", _of_none(read))])


def _told(meanings: Sequence[str], exports: Sequence[Export], name: str, told: str) -> Columns:
    export = next((one for one in exports if one.id == told), None)
    if export is None:
        ids = ", ".join(one.id for one in exports)
        raise InvalidFile([Fault(name, "", f'was called "{one_line(told, 40)}", which is none of {ids}')])
    found = _read(meanings, export)
    if not found.fits:
        raise InvalidFile([Fault(name, "", f"{_lacks(found)}; {_ONLY_TICKED}")])
    return found


def _read(meanings: Sequence[str], export: Export) -> Columns:
    by_header = {letters_of(header): column.id for column in export.columns for header in column.headers}
    places: dict[str, list[int]] = {}
    for place, meaning in enumerate(meanings):
        if (column := by_header.get(meaning)) is not None:
            places.setdefault(column, []).append(place)
    return Columns(export, {column: tuple(cells) for column, cells in places.items()})


def _of_none(read: Sequence[Columns]) -> str:
    """Why no export fits: what the nearest lack. The file's own headers are not quoted: without a line of headers, they
    are what is said of people."""
    near = sorted((one for one in read if one.places), key=lambda one: (len(one.missing), -len(one.places)))
    if not near:
        known = (
            _titles([one.export for one in read])
            if len(read) <= _MOST_NAMED
            else f"any of the {len(read)} reports that are read"
        )
        return f"names in its first line no column of {known}"
    nearest = [one for one in near if len(one.missing) == len(near[0].missing)]
    return f"{'; or it '.join(map(_lacks, nearest[:_MOST_NAMED]))}; {_ONLY_TICKED}"


def _lacks(found: Columns) -> str:
    return f"lacks {' and '.join(found.missing)} to be “{one_line(found.export.title)}”"


def _titles(exports: Sequence[Export]) -> str:
    return " or ".join(f"“{one_line(one.title)}”" for one in exports)


def _named(export: Export, column: str) -> str:
    """A column as the file would call it."""
    found = export.column(column)
    return f'"{one_line(found.headers[0])}"' if found is not None else f'"{column}"'
