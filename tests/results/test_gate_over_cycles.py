"""What results hold of every cycle, against a reading of the entries that knows nothing of how the gate reads them."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.reports.gate import gate_text
from maturity.reports.nameless import nameless
from maturity.results.gate import FigureResults, GateResults, VerdictResults
from maturity.results.model import read_results
from maturity.results.values import Outcome
from maturity.results.writing import to_json, to_toml
from questionnaires.words import By, Direction
from tests.given.pictured import measured_results
from tests.given.pilots import TODAY, waiver
from tests.given.pilots_measured import KINDS, Entry, Pilot, last_of, misses, pilots, readings, value
from tests.given.three_cycles import three_cycles

ENOUGH: Final = settings(max_examples=max(100, settings().max_examples))
NEW: Final = {"cycle": {"figure", "missing_rings"}, "figure": {"overtakes"}, "waiver": {"hides"}, "verdict": {"stale"}}


def is_told(pilot: Pilot) -> bool:
    """Whether figures that are counted by cycle name more than one."""
    by_cycle = [name for name in pilot.names if By.CYCLE in KINDS[name].get("by", ())]
    return len({entry["cycle"] for name in by_cycle for entry in pilot.measured(name)}) > 1


@ENOUGH
@given(pilots)
def test_every_figure_that_stands_is_there_with_all_that_it_overtakes(pilot: Pilot) -> None:
    expected, gate = readings(pilot), pilot.judged()
    for verdict in gate.verdict:
        reading = expected[verdict.criterion]
        assert [cycle.number for cycle in verdict.cycle] == reading.cycles
        for cycle in verdict.cycle if is_told(pilot) else ():
            places = {place: reading.at(place, cycle.number) for place in reading.places}
            assert [one.ring for one in cycle.figure] == [place for place, entries in places.items() if entries]
            assert [*cycle.missing_rings] == [place for place, entries in places.items() if place and not entries]
            assert cycle.outcome.value == reading.in_cycle(cycle.number)
            for one in cycle.figure:
                figure_stands(verdict, one, places[one.ring])
        for one in verdict.figure if is_told(pilot) else ():
            figure_stands(verdict, one, reading.latest_at(one.ring))


def figure_stands(verdict: VerdictResults, one: FigureResults, entries: list[Entry]) -> None:
    """Of the latest day the worst; it overtakes all that is of an earlier one."""
    last = last_of(entries)
    worst = min if verdict.comparison is Direction.AT_LEAST else max
    assert one.value == round(float(worst(map(value, last))), 4)
    assert one.passes == (not any(map(misses, last)))
    assert one.date == last[0]["date"]
    assert (one.overtakes or 0) == len(entries) - len(last)
    assert (one.missed_before or 0) <= (one.overtakes or 0)
    counts = {(round(float(entry["numerator"]), 4), float(entry["denominator"])) for entry in last}
    assert (float(one.numerator), float(one.denominator)) in counts


@settings(max_examples=max(300, settings().max_examples))
@given(pilots)
def test_what_is_stale_names_its_ring_and_the_day_of_its_latest_figure(pilot: Pilot) -> None:
    expected = readings(pilot)
    for verdict in pilot.judged().verdict:
        reading = expected[verdict.criterion]
        latest = {place: last_of(reading.latest_at(place))[0] for place in reading.stale}
        assert [(one.ring, one.cycle, one.measured_cycle, one.since) for one in verdict.stale] == [
            (place, reading.due, entry["cycle"], entry["date"]) for place, entry in latest.items()
        ]


@ENOUGH
@given(pilots, st.integers(0, 2**32))
def test_a_waiver_hides_what_the_same_figures_say_without_it(pilot: Pilot, seed: int) -> None:
    chance = Random(seed)
    days = {name: TODAY + dt.timedelta(days=chance.choice([-1, 0, 1])) for name in pilot.names}
    waived = replace(pilot, waivers=tuple(waiver(day, criterion=name) for name, day in days.items()))
    without = {verdict.criterion: verdict.outcome for verdict in replace(pilot, waivers=()).judged().verdict}
    for verdict in waived.judged().verdict:
        assert verdict.waiver is not None
        is_hidden = days[verdict.criterion] >= TODAY and without[verdict.criterion] is not Outcome.PASS
        assert verdict.outcome is (Outcome.WAIVED if is_hidden else without[verdict.criterion])
        assert verdict.waiver.hides == (without[verdict.criterion] if is_hidden and is_told(pilot) else None)


@ENOUGH
@given(pilots, st.integers(0, 2**32))
def test_the_order_of_the_entries_changes_nothing(pilot: Pilot, seed: int) -> None:
    entries, waivers = [*pilot.entries], [*pilot.waivers]
    Random(seed).shuffle(entries)
    Random(seed).shuffle(waivers)
    shuffled = replace(pilot, entries=tuple(entries), waivers=tuple(waivers))
    assert to_json(shuffled.judged()) == to_json(pilot.judged())


def bare(gate: GateResults) -> GateResults:
    """The gate without what is told of several cycles."""
    tree = json.loads(to_json(gate))
    for verdict in tree["verdict"]:
        verdict.pop("stale", None)
        verdict.get("waiver", {}).pop("hides", None)
        for figure in verdict.get("figure", ()):
            figure.pop("overtakes", None)
        verdict["cycle"] = [{key: cycle[key] for key in ("number", "outcome")} for cycle in verdict.get("cycle", ())]
    return GateResults.model_validate_json(json.dumps(tree))


@ENOUGH
@given(pilots)
def test_what_the_gate_says_of_the_latest_figures_rests_on_none_of_it(pilot: Pilot) -> None:
    gate = pilot.judged()
    said = [line for line in gate_text(gate).splitlines() if "without the waiver" not in line]
    assert gate_text(bare(gate)).splitlines() == said


@ENOUGH
@given(pilots)
def test_before_a_second_cycle_there_is_no_key_of_it(pilot: Pilot) -> None:
    found = {key for verdict in json.loads(to_json(pilot.judged()))["verdict"] for key in new_keys("verdict", verdict)}
    assert not found or is_told(pilot)


def new_keys(part: str, tree: dict[str, Any]) -> Iterator[str]:
    yield from tree.keys() & NEW.get(part, set())
    for key, value_ in tree.items():
        for one in value_ if isinstance(value_, list) else [value_]:
            if isinstance(one, dict):
                yield from new_keys(key, one)


def test_results_that_are_sent_say_who_signed_in_each_cycle_and_no_place_that_was_typed() -> None:
    gate = nameless(measured_results()).gate
    assert gate is not None
    figures = [one for verdict in gate.verdict for cycle in verdict.cycle for one in cycle.figure]
    assert figures
    assert {one.report for one in figures} == {None}
    assert {one.by for one in figures} == {"Kim"}


def test_what_is_told_of_three_cycles_reads_back_as_it_was() -> None:
    document = tomllib.loads(to_toml(three_cycles()))
    assert read_results(document, "results.toml") == three_cycles()
    waived = next(one for one in document["gate"]["verdict"] if one["criterion"] == "business_scenarios")
    assert waived["waiver"]["hides"] == "fail"
