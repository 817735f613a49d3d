"""The figures that saved exports tell: for each criterion the first way of counting that its files allow."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from questionnaires.candidate import Candidate
from questionnaires.export import Exported, Role, What
from questionnaires.faults import Fault
from questionnaires.words import By
from scoring.exports import sentences
from scoring.exports.counting import Counting, Sums, count_rows, needed, until_share
from scoring.exports.listing import Listing, read_listing
from scoring.exports.outcomes import Untold
from scoring.exports.rows import Found, find, joins
from scoring.exports.table import Counted, Occasion, Proposal, Table, Unfilled

_ROLES = (Role.RELEASE, Role.HOTPATCHED, Role.EDITION)


def count_exports(tables: Sequence[Table], candidates: Sequence[Candidate], occasion: Occasion) -> Counted:
    """Everything that these exports tell of these criteria; one of the tables is the list of the pilot.

    Where there are faults somebody has to mend a file first, and what is proposed besides does not rest on them.
    """
    lists = [table for table in tables if table.export.is_list]
    if len(lists) != 1:
        return Counted((), (), faults=tuple(_of_lists(tables, lists)))
    listing, faults = read_listing(lists[0])
    if faults:
        return Counted((), (), faults=tuple(faults))
    found = [find(table, listing, _wanted(table, candidates)) for table in tables if not table.export.is_list]
    none_found = _none_found(listing, lists[0], found)
    if none_found is not None:
        return Counted((), (), faults=(none_found,))
    return _Figures(listing, occasion, found).of(candidates)


def _of_lists(tables: Sequence[Table], lists: Sequence[Table]) -> Iterator[Fault]:
    """Without a list there is nothing to count out of, and of two nobody knows which."""
    for table in lists[1:]:
        yield Fault(table.name, "", f"is a list of the pilot, and so is {lists[0].name}; give one of them")
    if not lists:
        for table in tables[:1]:
            yield Fault(table.name, "", "can only be counted with the list of the pilot; give that as well")


def _wanted(table: Table, candidates: Iterable[Candidate]) -> set[str]:
    """The columns of an export that any way of counting looks at."""
    wanted = {column.id for role in _ROLES if (column := table.export.with_role(role)) is not None}
    for candidate in candidates:
        for way in candidate.measure.exported:
            if way.export == table.export.id:
                wanted.update(test.column for test in way.tests)
                wanted.update((way.column,) if way.column else ())
    return wanted


def _none_found(listing: Listing, table: Table, found: Sequence[Found]) -> Fault | None:
    """The list, where nothing on it stands in any export: then it is a list of something else."""
    asked = [one for one in found if one.rows and joins(one.table, listing)]
    if not asked or any(one.listed for one in asked):
        return None
    names = ", ".join(one.table.name for one in asked[:3])
    hint = table.export.when_none_is_found or "compare a few keys of both files"
    return Fault(table.name, "", f"none of {listing.counted(len(listing))} on it stands in {names}: {hint}")


@dataclass(slots=True)
class _Figures:
    """What has been read, and what came out of it so far."""

    listing: Listing
    occasion: Occasion
    found: Sequence[Found]
    faults: dict[Untold, Counter[str]] = field(default_factory=dict)
    """What the builds lack, and by file in how many rows."""

    def of(self, candidates: Iterable[Candidate]) -> Counted:
        """The figures of all criteria, in the order of the catalogue."""
        proposals: list[Proposal] = []
        unfilled: list[Unfilled] = []
        for candidate in candidates:
            if candidate.measure.exported:
                outcome = self._criterion(candidate)
                proposals.extend(one for one in outcome if isinstance(one, Proposal))
                unfilled.extend(one for one in outcome if isinstance(one, Unfilled))
        remarks = [
            *self.listing.remarks,
            *(words for one in self.found for words in sentences.of_file(one, self.listing)),
        ]
        faults = [
            Fault(name, "", f"{self.listing.counted(count)} {untold.why}; add it to the builds")
            for untold, files in self.faults.items()
            for name, count in files.items()
        ]
        return Counted(tuple(proposals), tuple(unfilled), tuple(remarks), tuple(faults))

    def _criterion(self, candidate: Candidate) -> list[Proposal | Unfilled]:
        """By the first way that can be used; where none can, why not by the first that has a file."""
        reasons: list[str] = []
        for way in candidate.measure.exported:
            files = [one for one in self.found if one.table.export.id == way.export]
            if not files:
                continue
            reason = self._cannot(way, files)
            if reason is None:
                return list(self._by_way(candidate, way, files))
            reasons.append(reason)
        if not reasons:
            return []
        return [Unfilled(candidate.id, reasons[0])]

    def _cannot(self, way: Exported, files: Sequence[Found]) -> str | None:
        """Why these files do not allow this way of counting."""
        last = max(files, key=lambda one: one.table.day)
        if joins(last.table, self.listing) is None:
            return sentences.lacks(last.table, [self._join_column(last.table)])
        lacking = list(dict.fromkeys(needed(way, last)))
        return sentences.lacks(last.table, lacking) if lacking else None

    def _join_column(self, table: Table) -> str:
        name = table.export.with_role(Role.NAME)
        return name.id if self.listing.is_by_name and name is not None else table.export.key

    def _by_way(self, candidate: Candidate, way: Exported, files: Sequence[Found]) -> Iterator[Proposal | Unfilled]:
        month = self.occasion.builds.of(self.occasion.month) if self.occasion.month else None
        counting = Counting(way, self.listing, self.occasion, month)
        last = max(files, key=lambda one: one.table.day)
        by_ring = count_rows(counting, last)
        if By.RING in candidate.measure.by:
            for ring in sorted(by_ring):
                if ring >= 0:
                    yield self._figure(candidate, counting, last, by_ring[ring], self.listing.rings[ring])
            return
        whole = Sums()
        for sums in by_ring.values():
            whole.add(sums)
        yield self._figure(candidate, counting, last, whole, None)

    def _figure(
        self, candidate: Candidate, counting: Counting, found: Found, sums: Sums, ring: str | None
    ) -> Proposal | Unfilled:
        if sums.untold:
            for untold, count in sums.untold.items():
                if untold.is_of_builds:
                    self.faults.setdefault(untold, Counter())[found.table.name] = max(
                        count, self.faults.get(untold, Counter())[found.table.name]
                    )
            return Unfilled(candidate.id, sentences.untold(found.table, sums.untold, self.listing, ring))
        amount = _amount(counting, sums, found.table.day)
        if isinstance(amount, str):
            return Unfilled(candidate.id, amount)
        measure = candidate.measure
        has_denominator = measure.denominator is not None and measure.counted is None
        if has_denominator and not sums.below:
            return Unfilled(candidate.id, sentences.out_of_none(found.table, self.listing, ring))
        return Proposal(
            candidate.id,
            ring,
            self.occasion.cycle if By.CYCLE in measure.by else None,
            found.table.day,
            amount,
            Decimal(sums.below) if has_denominator else None,
            sentences.report(found, counting.way),
            tuple(sentences.remarks(counting, found, sums, ring)),
            counting.way.part,
        )


def _amount(counting: Counting, sums: Sums, day: dt.date) -> Decimal | str:
    """The numerator, or why there is none."""
    way = counting.way
    match way.what:
        case What.COUNT:
            return Decimal(sums.above)
        case What.SUM:
            return sum((Decimal(value) * count for value, count in sums.values.items()), Decimal(0))
        case What.OLDEST:
            return Decimal(day.toordinal() - min(map(int, sums.values))) if sums.values else Decimal(0)
        case What.MOST_FREQUENT:
            if not sums.values:
                return "no row has a number there"
            return Decimal(min(sums.values, key=lambda value: (-sums.values[value], value)))
        case What.DAYS_UNTIL:
            if counting.month is None:
                return "the day of the release is not known"
            days = until_share(way, sums, counting.month.released)
            return f"less than {way.share} % have it so far" if days is None else Decimal(days)
