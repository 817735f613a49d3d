"""The figures that saved exports tell: for each criterion by the first way of counting that the files allow."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final, TypeVar

from questionnaires.candidate import Candidate
from questionnaires.exported import Exported
from questionnaires.faults import Fault, InvalidFile
from questionnaires.model import Questionnaire
from questionnaires.words import By
from scoring.exports import sentences
from scoring.exports.amounts import amount_of, said_of_aim
from scoring.exports.asking import Counting
from scoring.exports.choosing import Files, only_grows, wanted_of
from scoring.exports.counting import Sums, count_rows
from scoring.exports.lacks import Lack, lacking_of
from scoring.exports.listing import Listing, nobody, read_listing
from scoring.exports.rows import Found, find, joined_by
from scoring.exports.table import Counted, Occasion, Proposal, Table, Unfilled

Read = TypeVar("Read")
InRings = Mapping[int, tuple[Found, Sums]]
"""By ring, as a place among those of the list, what was counted, and in which file."""
_MOST_NAMED: Final = 3


def count_exports(
    tables: Sequence[Table], questionnaire: Questionnaire, occasion: Occasion, listing: Listing | None = None
) -> Counted:
    """Everything that these exports tell of the criteria; one of the tables is the list of the pilot, which is read
    where it is not handed over as `listing`.

    Where there are faults somebody has to mend a file first, and what is proposed besides does not rest on them.
    """
    lists = [table for table in tables if table.export.is_list]
    faults = list(_of_lists(tables, lists))
    if faults:
        return Counted((), (), faults=tuple(faults))
    found: list[Found] = []
    if listing is None:
        listing = _read(lambda: read_listing(lists[0], tables), faults)
    if listing is None:
        listing = nobody(lists[0])
    faults.extend(listing.faults)
    for table in (table for table in tables if not table.export.is_list):
        rows = _read(partial(find, table, listing, wanted_of(table, questionnaire.candidates)), faults)
        found.extend((rows,) if rows is not None else ())
    if not faults:
        faults.extend(_none_found(listing, lists[0], found))
    if faults:
        return Counted((), (), faults=tuple(faults))
    titles = {export.id: export.title for export in questionnaire.exports}
    month = occasion.builds.of(occasion.month) if occasion.month else None
    return _Figures(listing, occasion, Files(listing, found, titles, month)).of(questionnaire.candidates)


def _read(reading: Callable[[], Read], faults: list[Fault]) -> Read | None:
    """What comes of reading a file to its end; every file is read, so that all faults are told together."""
    try:
        return reading()
    except InvalidFile as error:
        faults.extend(error.faults)
        return None


def _of_lists(tables: Sequence[Table], lists: Sequence[Table]) -> Iterator[Fault]:
    """Without a list there is nothing to count out of, and of two nobody knows which."""
    for table in lists[1:]:
        yield Fault(table.name, "", f"is a list of the pilot, and so is {lists[0].name}; give one of them")
    if not lists:
        for table in tables[:1]:
            yield Fault(table.name, "", "can only be counted with the list of the pilot; give that as well")


def _none_found(listing: Listing, table: Table, found: Sequence[Found]) -> Iterator[Fault]:
    """The list, where nothing on it stands in any export: then it is a list of something else."""
    asked = [one for one in found if one.rows and joined_by(one.table, listing)]
    if asked and not any(one.listed for one in asked):
        names = ", ".join(one.table.name for one in asked[:_MOST_NAMED])
        hint = table.export.when_none_is_found or "compare a few keys of both files"
        yield Fault(table.name, "", f"none of {listing.counted(len(listing))} on it stands in {names}: {hint}")


@dataclass(slots=True)
class _Figures:
    """What has been read, and what the builds turned out to lack."""

    listing: Listing
    occasion: Occasion
    files: Files
    lacking: Counter[Lack] = field(default_factory=Counter)
    """By what the builds lack, how many it concerns; of several figures the most."""

    def of(self, candidates: Iterable[Candidate]) -> Counted:
        """The figures of all criteria, in the order of the catalogue."""
        outcomes = [one for candidate in candidates for one in self._criterion(candidate)]
        of_files = (words for one in self.files.found for words in sentences.of_file(one, self.listing))
        builds, today = self.occasion.builds, self.occasion.today
        lacks = {lack: self.listing.counted(count) for lack, count in self.lacking.items()}
        return Counted(
            tuple(one for one in outcomes if isinstance(one, Proposal)),
            tuple(one for one in outcomes if isinstance(one, Unfilled)),
            (*self.listing.remarks, *of_files),
            lacking=lacking_of(lacks, builds, today),
        )

    def _criterion(self, candidate: Candidate) -> list[Proposal | Unfilled]:
        """By the first way that can be used; where none can, why not by the first that has a file."""
        ways = candidate.measure.exported
        reasons: list[str] = []
        for way in (way for way in ways if self.files.of(way.export)):
            reason = self.files.cannot(way, self.files.since(candidate.measure, way))
            if reason is None:
                return self._by_way(candidate, way)
            reasons.append(reason)
        if ways and not reasons:
            reasons.append(sentences.needs_file(dict.fromkeys(self.files.titles[way.export] for way in ways)))
        return [Unfilled(candidate.id, reason) for reason in reasons[:1]]

    def _by_way(self, candidate: Candidate, way: Exported) -> list[Proposal | Unfilled]:
        """A figure for each ring where the measure is by ring, else one for all."""
        counting, counted = self._counted(way, self.files.since(candidate.measure, way))
        lacking: Counter[Lack] = Counter()
        for _, sums in counted.values():
            for untold, count in sums.untold.items():
                if untold.lack is not None:
                    lacking[untold.lack] += count
        self.lacking |= lacking
        if By.RING not in candidate.measure.by and not way.each_ring:
            return [self._figure(candidate, counting, counted, None)]
        rings = sorted(ring for ring in counted if ring >= 0)
        if not rings:
            return [Unfilled(candidate.id, f"{self.listing.name} names no ring, and this is counted by ring.")]
        return [self._figure(candidate, counting, {ring: counted[ring]}, self.listing.rings[ring]) for ring in rings]

    def _counted(self, way: Exported, since: dt.date | None) -> tuple[Counting, InRings]:
        """By ring, what was counted in the file that tells of it."""
        first = self.files.first(way.export) if way.since_first else None
        latest = self.files.of(way.export)[-1].table.day
        beside = self.files.beside(way, since)
        counting = Counting(way, self.listing, self.occasion, self.files.month, latest, beside, first)
        by_ring = self.files.by_ring(way.export, since)
        by_file = {found: count_rows(counting, found) for found in dict.fromkeys(by_ring.values())}
        return counting, {ring: (found, by_file[found][ring]) for ring, found in by_ring.items()}

    def _figure(
        self, candidate: Candidate, counting: Counting, counted: InRings, ring: str | None
    ) -> Proposal | Unfilled:
        """One figure, of one ring or of all."""
        sums = Sums()
        for _, of_ring in counted.values():
            sums.add(of_ring)
        last = max((found for found, _ in counted.values()), key=lambda found: found.table.day)
        if sums.untold:
            lacks = sentences.unknown_builds(sums.untold)
            if lacks:
                return Unfilled(candidate.id, lacks, ring)
            return Unfilled(candidate.id, sentences.untold(last.table, sums.untold, self.listing, ring))
        amount = amount_of(counting, last, sums, candidate.measure, self.files)
        if isinstance(amount, str):
            return Unfilled(candidate.id, f"{last.table.name}{f', {ring}' if ring else ''}: {amount}.")
        files = {place: found for place, (found, _) in counted.items()}
        beside = self.files.titles[counting.way.beside.export] if counting.way.beside is not None else ""
        so_far = sentences.so_far(counting, files)
        towards = said_of_aim(counting, sums, self.files)
        of_all = self.files.last(counting.way.aim.export) if counting.way.aim is not None and towards else None
        report = sentences.report(dict.fromkeys(files.values()), counting, of_all)
        return Proposal(
            candidate.id,
            ring,
            self.occasion.cycle if By.CYCLE in candidate.measure.by else None,
            last.table.day,
            *amount,
            sentences.report_so_far(report, last.table.day) if so_far else report,
            (*((towards,) if towards else ()), *sentences.remarks(counting, files, sums, beside)),
            counting.way.part,
            so_far,
            only_grows=only_grows(counting.way),
        )
