"""The figures that saved exports tell: for each criterion by the first way of counting that the files allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from questionnaires.candidate import Candidate
from questionnaires.exported import Exported
from questionnaires.faults import Fault
from questionnaires.model import Questionnaire
from questionnaires.words import By
from scoring.exports import sentences
from scoring.exports.amounts import amount_of
from scoring.exports.choosing import Files, wanted_of
from scoring.exports.counting import Counting, Sums, count_rows
from scoring.exports.listing import Listing, read_listing
from scoring.exports.outcomes import Untold
from scoring.exports.rows import Found, find, joined_by
from scoring.exports.table import Counted, Occasion, Proposal, Table, Unfilled


def count_exports(tables: Sequence[Table], questionnaire: Questionnaire, occasion: Occasion) -> Counted:
    """Everything that these exports tell of the criteria; one of the tables is the list of the pilot.

    Where there are faults somebody has to mend a file first, and what is proposed besides does not rest on them.
    """
    lists = [table for table in tables if table.export.is_list]
    if len(lists) != 1:
        return Counted((), (), faults=tuple(_of_lists(tables, lists)))
    listing, faults = read_listing(lists[0])
    if faults:
        return Counted((), (), faults=tuple(faults))
    others = (table for table in tables if not table.export.is_list)
    found = [find(table, listing, wanted_of(table, questionnaire.candidates)) for table in others]
    none_found = _none_found(listing, lists[0], found)
    if none_found is not None:
        return Counted((), (), faults=(none_found,))
    titles = {export.id: export.title for export in questionnaire.exports}
    return _Figures(listing, occasion, Files(listing, found, titles)).of(questionnaire.candidates)


def _of_lists(tables: Sequence[Table], lists: Sequence[Table]) -> Iterator[Fault]:
    """Without a list there is nothing to count out of, and of two nobody knows which."""
    for table in lists[1:]:
        yield Fault(table.name, "", f"is a list of the pilot, and so is {lists[0].name}; give one of them")
    if not lists:
        for table in tables[:1]:
            yield Fault(table.name, "", "can only be counted with the list of the pilot; give that as well")


def _none_found(listing: Listing, table: Table, found: Sequence[Found]) -> Fault | None:
    """The list, where nothing on it stands in any export: then it is a list of something else."""
    asked = [one for one in found if one.rows and joined_by(one.table, listing)]
    if not asked or any(one.listed for one in asked):
        return None
    names = ", ".join(one.table.name for one in asked[:3])
    hint = table.export.when_none_is_found or "compare a few keys of both files"
    return Fault(table.name, "", f"none of {listing.counted(len(listing))} on it stands in {names}: {hint}")


@dataclass(slots=True)
class _Figures:
    """What has been read, and what the builds turned out to lack."""

    listing: Listing
    occasion: Occasion
    files: Files
    lacking: dict[tuple[str, Untold], int] = field(default_factory=dict)
    """By file and what the builds lack, how many it concerns."""

    def of(self, candidates: Iterable[Candidate]) -> Counted:
        """The figures of all criteria, in the order of the catalogue."""
        outcomes = [one for candidate in candidates for one in self._criterion(candidate)]
        of_files = (words for one in self.files.found for words in sentences.of_file(one, self.listing))
        return Counted(
            tuple(one for one in outcomes if isinstance(one, Proposal)),
            tuple(one for one in outcomes if isinstance(one, Unfilled)),
            (*self.listing.remarks, *of_files),
            tuple(
                sentences.lacking(name, untold, self.listing.counted(n)) for (name, untold), n in self.lacking.items()
            ),
        )

    def _criterion(self, candidate: Candidate) -> list[Proposal | Unfilled]:
        """By the first way that can be used; where none can, why not by the first that has a file."""
        reasons: list[str] = []
        for way in candidate.measure.exported:
            if not self.files.of(way.export):
                continue
            reason = self.files.cannot(way)
            if reason is None:
                return list(self._by_way(candidate, way))
            reasons.append(reason)
        ways = dict.fromkeys(self.files.titles[way.export] for way in candidate.measure.exported)
        if not reasons and ways:
            reasons.append(sentences.needs_file(ways))
        return [Unfilled(candidate.id, reasons[0])] if reasons else []

    def _by_way(self, candidate: Candidate, way: Exported) -> Iterator[Proposal | Unfilled]:
        """A figure for each ring where the measure is by ring, else one for all."""
        counted = self._counted(way)
        listed = self.listing.rings
        if By.RING in candidate.measure.by or way.each_ring:
            for ring in sorted(counted):
                if ring >= 0:
                    counting, found, sums = counted[ring]
                    yield self._figure(candidate, counting, [found], sums, listed[ring])
            return
        whole = Sums()
        used: list[Found] = []
        for _, found, sums in counted.values():
            whole.add(sums)
            used.extend([] if found in used else [found])
        last = max(counted.values(), key=lambda one: one[1].table.day)
        yield self._figure(candidate, last[0], used, whole, None)

    def _counted(self, way: Exported) -> dict[int, tuple[Counting, Found, Sums]]:
        """By ring, what was counted in the file that tells of it."""
        month = self.occasion.builds.of(self.occasion.month) if self.occasion.month else None
        counted: dict[int, tuple[Counting, Found, Sums]] = {}
        by_file: dict[int, dict[int, Sums]] = {}
        for ring, found in self.files.by_ring(way.export).items():
            beside = self.files.beside(way)
            first = self.files.first(way.export) if way.since_first else None
            counting = Counting(way, self.listing, self.occasion, month, beside, first)
            if id(found) not in by_file:
                by_file[id(found)] = count_rows(counting, found)
            counted[ring] = (counting, found, by_file[id(found)][ring])
        return counted

    def _figure(
        self, candidate: Candidate, counting: Counting, files: Sequence[Found], sums: Sums, ring: str | None
    ) -> Proposal | Unfilled:
        last = max(files, key=lambda one: one.table.day)
        if sums.untold:
            self._note_lacking(last, sums.untold)
            return Unfilled(candidate.id, sentences.untold(last.table, sums.untold, self.listing, ring))
        amount = amount_of(counting, last, sums, candidate.measure, self.files)
        if isinstance(amount, str):
            return Unfilled(candidate.id, f"{last.table.name}{f', {ring}' if ring else ''}: {amount}")
        return Proposal(
            candidate.id,
            ring,
            self.occasion.cycle if By.CYCLE in candidate.measure.by else None,
            last.table.day,
            *amount,
            sentences.report(files, counting),
            tuple(sentences.remarks(counting, files, sums, ring, self.files.titles)),
            counting.way.part,
        )

    def _note_lacking(self, found: Found, untold: Counter[Untold]) -> None:
        """Keeps what the builds lack, once for each file, with the most that it concerns in one figure."""
        for one, count in untold.items():
            if one.is_of_builds:
                key = (found.table.name, one)
                self.lacking[key] = max(count, self.lacking.get(key, 0))
