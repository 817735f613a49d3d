"""Rings that a questionnaire presets, and the questions whose days are counted among them."""

from __future__ import annotations

from typing import Final

import pytest

from questionnaires import builtin
from questionnaires.loading import fingerprint
from questionnaires.ring import MOST_RINGS
from questionnaires.text import letters_of
from tests.given.builders import HEADER
from tests.given.sound_questionnaire import SOUND, changed, faults, questionnaire

RING: Final = """
[[ring]]
id = "first"
name = "First"
deferral = 1
deadline = 2
sources = ["page"]
"""
SOAK: Final = 'id = "rest.soak"\n'


def test_a_ring_has_days_and_those_that_are_left_out_are_none() -> None:
    (ring,) = questionnaire(SOUND + RING).rings
    assert (ring.name, ring.deferral, ring.deadline, ring.grace, ring.reporting) == ("First", 1, 2, 0, None)
    assert ring.last_day == 3


def test_a_questionnaire_needs_no_rings() -> None:
    assert questionnaire().rings == ()


@pytest.mark.parametrize("start", ["release", "first"])
def test_days_are_counted_from_the_release_or_from_a_ring(start: str) -> None:
    asked = questionnaire(changed(SOAK, f'{SOAK}days_from = "{start}"\n') + RING)
    assert asked.question_by_id["rest.soak"].days_from == start


def test_all_faults_of_rings_are_told_at_once() -> None:
    second = RING.replace("first", "second").replace('"First"', '"FIRST."')
    broken = RING.replace("first", "third").replace('"First"', '"Third"').replace("deferral = 1", "deferral = -1")
    release = RING.replace("first", "release").replace('"First"', '"Fourth"').replace('"page"', '"nowhere"')
    text = changed(SOAK, f'{SOAK}days_from = "elsewhere"\n')
    assert faults(text, HEADER + RING + second + broken + release) == [
        "b.toml: ring third.deferral: is -1; the smallest allowed is 0",
        "b.toml: ring first.name: is the name of 2 rings; each needs one of its own",
        "b.toml: ring second.name: is the name of 2 rings; each needs one of its own",
        'b.toml: ring release.id: "release" is the day of the release; choose another id',
        'a.toml: question rest.soak.days_from: there is no ring "elsewhere"; name one that is listed, or "release"',
        'b.toml: ring release.sources: there is no source "nowhere"; the sources are page, older, undated',
    ]


def test_only_a_question_on_days_is_counted_among_rings() -> None:
    found = faults(changed('id = "tasks.pause"\n', 'id = "tasks.pause"\ndays_from = "release"\n'))
    assert found == [
        'a.toml: question tasks.pause.days_from: only a question whose scale has the unit "days" has days to count'
    ]


def test_a_fact_on_a_ring_needs_a_dated_source() -> None:
    found = faults(SOUND + RING.replace('"page"', '"undated"'))
    assert found == ['a.toml: ring first.sources: a fact needs a dated source, and "undated" has no date']


def test_two_rings_of_one_id_are_a_fault() -> None:
    found = faults(SOUND + RING + RING.replace('"First"', '"Second"'))
    assert found == ["a.toml: first: this id is used 2 times; every id must be its own"]


def test_there_are_at_most_as_many_rings_as_a_pilot_has() -> None:
    rings = "".join(RING.replace("first", f"r{place}").replace("First", f"R{place}") for place in range(MOST_RINGS + 1))
    assert faults(SOUND + rings) == [
        "a.toml: ring: has more than 15 entries in all; a questionnaire may hold 15",
    ]


def test_rings_are_no_part_of_the_fingerprint_as_they_change_nothing_that_is_asked() -> None:
    shown = questionnaire(changed(SOAK, f'{SOAK}days_from = "first"\n') + RING)
    assert fingerprint(shown) == fingerprint(questionnaire())


@pytest.mark.parametrize(("name", "other"), [("Ring 1", "ring1"), ("RING-1", "Ring1"), ("Straße", "STRASSE")])
def test_a_ring_is_known_by_letters_and_digits(name: str, other: str) -> None:
    assert letters_of(name) == letters_of(other)


def test_a_name_of_signs_alone_is_known_by_these() -> None:
    assert letters_of("– –") != letters_of("++")


def test_the_built_in_rings_are_the_documented_presets() -> None:
    days = {ring.name: (ring.deferral, ring.deadline, ring.grace, ring.reporting) for ring in builtin().rings}
    assert days == {
        "Test": (0, 0, 0, 5),
        "Ring1": (1, 2, 2, 5),
        "Ring2": (5, 2, 2, 5),
        "Ring3": (9, 5, 2, 5),
        "Last": (10, 3, 2, 5),
    }
    counted = [ring.last_day + (ring.reporting or 0) for ring in builtin().rings]
    assert counted == [5, 8, 12, 19, 18]


def test_the_built_in_limits_on_days_stand_among_the_rings() -> None:
    counted = {question.id: question.days_from for question in builtin().questions if question.days_from}
    assert counted == {
        "risk_appetite.last_ring_days": "release",
        "risk_appetite.exploited_flaw_days": "release",
        "risk_appetite.soak_days": "ring1",
    }
