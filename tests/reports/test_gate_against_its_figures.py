"""Everything the gate says, held against a reading of the same entries that knows nothing of how it reads them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.reports.gate import figure_sentences, gate_text
from maturity.results.gate import FigureResults, GateResults, VerdictResults
from questionnaires.words import Direction
from tests.given.pilots import TODAY, figure, waiver
from tests.given.pilots_measured import (
    KINDS,
    MISSING,
    Entry,
    Pilot,
    Reading,
    last_of,
    misses,
    pilots,
    readings,
    row_of,
    value,
)

ENOUGH: Final = settings(max_examples=max(120, settings().max_examples))
NUMBERS: Final = {
    "pass": r"(\d+) of \d+ musts? pass",
    "fail": r"(\d+) fails?\b",
    "not_measured": r"(\d+) (?:is|are) not measured",
    "waived": r"(\d+) (?:is|are) waived",
}


@ENOUGH
@given(pilots)
def test_all_that_the_gate_says_is_what_the_entries_say(pilot: Pilot) -> None:
    expected, gate = readings(pilot), pilot.judged()
    musts = [one for one in expected.values() if one.is_must]
    for verdict in gate.verdict:
        outcome_is_true(verdict, expected[verdict.criterion])
        figures_are_true(verdict, expected[verdict.criterion])
        sentences_are_true(verdict)
    first_line_is_true(gate, musts)
    row_is_true(gate, musts)


def outcome_is_true(verdict: VerdictResults, reading: Reading) -> None:
    assert verdict.outcome.value == reading.outcome
    assert [*verdict.missing_rings] == reading.missing
    assert [*verdict.stale_rings] == [place for place in reading.stale if place]
    assert verdict.behind_cycle == (reading.due if reading.stale else None)
    assert (verdict.waiver is not None and not verdict.waiver.expired) == reading.is_waived
    assert verdict.cycles_in_a_row == row_of([reading])[0]


def figures_are_true(verdict: VerdictResults, reading: Reading) -> None:
    shown = {one.ring: one for one in verdict.figure}
    assert list(shown) == [place for place in reading.places if reading.at(place)]
    for place, one in shown.items():
        figure_is_true(one, reading.latest_at(place), is_high_good=verdict.comparison is Direction.AT_LEAST)


def figure_is_true(one: FigureResults, entries: Sequence[Entry], *, is_high_good: bool) -> None:
    last = last_of(entries)
    values = [value(entry) for entry in last]
    assert one.passes == (not any(map(misses, last)))
    assert one.value == round(float(min(values) if is_high_good else max(values)), 4)
    assert (one.date, one.cycle) == (last[0]["date"], last[0].get("cycle"))
    assert one.of_day == (len(last) if len(set(values)) > 1 else None)
    assert (one.missed_before or 0) == sum(misses(entry) for entry in entries if entry not in last)


def sentences_are_true(verdict: VerdictResults) -> None:
    said = list(figure_sentences(verdict))
    for one in verdict.figure:
        sentence = said.pop(0)
        shown = re.search(r"(just (?:under|over) )?([\d.]+) (?:%|hours) \(", sentence)
        assert shown is not None
        assert ("▲ misses the threshold" in sentence) == (not one.passes)
        assert bool(shown[1]) == (not one.passes and float(shown[2]) == verdict.threshold)
        day = "that day" if one.cycle is None else "this cycle and day"
        assert (f" of {one.of_day} figures of {day}" in sentence) == (one.of_day is not None)
        assert ("before it missed" in sentence) == (one.missed_before is not None)
    missing, stale = (", ".join(rings) for rings in (verdict.missing_rings, verdict.stale_rings))
    behind = f"not measured in cycle {verdict.behind_cycle}, the latest{': ' if stale else ''}{stale}"
    expected = [behind] * bool(verdict.behind_cycle) + [f"not measured in {missing}"] * bool(missing)
    assert [sentence for sentence in said if sentence.startswith("not measured")] == expected


def first_line_is_true(gate: GateResults, musts: Sequence[Reading]) -> None:
    line = gate_text(gate, 10_000).splitlines()[0]
    outcomes = Counter(must.outcome for must in musts)
    is_shut = bool(outcomes["fail"] or outcomes["not_measured"] or not musts)
    assert gate.open == (not is_shut)
    if not musts:
        assert line == "Nothing to judge: these answers recommend no must for this gate."
        return
    said = {name: int(found[1]) if (found := re.search(pattern, line)) else 0 for name, pattern in NUMBERS.items()}
    assert said == {name: outcomes[name] for name in NUMBERS}
    assert f" of {len(musts)} must" in line
    assert line.partition(":")[0] == ("Not yet" if is_shut else "Waived through" if outcomes["waived"] else "Yes")


def row_is_true(gate: GateResults, musts: Sequence[Reading]) -> None:
    """The row of cycles, and every must that a sentence names for having ended it."""
    counted = [must for must in musts if must.is_by_cycle]
    row, ended = row_of(musts)
    assert gate.cycles_in_a_row == row
    assert gate.says.startswith("Yes") <= (row != 0)
    if row is None:
        assert gate.cycles_say is None
        return
    assert gate.cycles_say is not None
    first, _, rest = gate.cycles_say.removesuffix(".").partition(". ")
    all_ = {1: "the one must that is", 2: "both musts that are"}.get(len(counted), f"all {len(counted)} musts that are")
    cycles = f"{row} {'cycle' if row == 1 else 'cycles'} up to cycle {row + ended}"
    assert first == (f"In a row: {cycles}, in which {all_} counted by cycle passed" if row else "In a row: none")
    if not ended:
        assert re.findall("“(.+?)”", rest) == ([] if row else [must.name for must in counted])
        return
    assert rest.startswith(f"In cycle {ended}{'' if row else ', the latest'}, ")
    parts = rest.partition(". ")[0].split("; ")
    said = {name: part for part in parts for name in re.findall("“(.+?)”", part)}
    enders = [must for must in counted if must.in_cycle(ended) != "pass"]
    assert set(said) == {must.name for must in enders}
    assert rest.endswith(". A waiver makes no good cycle") == any(must.outcome == "waived" for must in enders)
    for must in counted:
        part, state, is_in = said.get(must.name, ""), must.in_cycle(ended), ended in must.cycles
        assert part.endswith(" failed") == (state == "fail")
        assert part.endswith(" not measured in every ring") == (state == "not_measured" and is_in)
        assert part.endswith(" not measured") == (state == "not_measured" and not is_in)
        assert (f"“{must.name}” (waived)" in part) == (bool(part) and must.outcome == "waived")


@given(pilots, st.randoms(use_true_random=False))
def test_the_order_of_the_entries_changes_nothing(pilot: Pilot, chance: Random) -> None:
    mixed = replace(pilot, entries=tuple(chance.sample(pilot.entries, len(pilot.entries))))
    assert mixed.judged() == pilot.judged()


@given(pilots, st.sampled_from(sorted(KINDS)))
def test_a_waiver_changes_no_row_and_no_figure(pilot: Pilot, name: str) -> None:
    without = replace(pilot, waivers=()).judged()
    waived = replace(pilot, waivers=(waiver(TODAY, criterion=name),)).judged()
    assert waived.cycles_in_a_row == without.cycles_in_a_row
    assert [one.figure for one in waived.verdict] == [one.figure for one in without.verdict]


@given(pilots, st.sampled_from(sorted(KINDS)))
def test_a_later_figure_that_misses_opens_nothing(pilot: Pilot, name: str) -> None:
    part, whole = MISSING[KINDS[name]["unit"]][0]
    latest = max(pilot.measured(name), key=lambda entry: (entry.get("cycle", 0), entry["date"]), default={})
    where = {key: said for key, said in latest.items() if key in ("ring", "cycle")}
    later = figure(part, whole, criterion=name, date=TODAY, **where)
    if latest:
        after = replace(pilot, entries=(*pilot.entries, later)).judged()
        (outcome,) = (one.outcome.value for one in after.verdict if one.criterion == name)
        assert outcome in ("fail", "waived")
        assert after.open <= pilot.judged().open
