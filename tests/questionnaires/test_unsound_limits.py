"""Quantities out of order, contradictions that are none, defaults that exclude each other, musts on what core does not
ask: named together, each with its place."""

from __future__ import annotations

from typing import Final

import pytest

from questionnaires import builtin
from questionnaires.words import Depth, Gate, Priority
from tests.given.sound_questionnaire import SOUND, changed, faults

D8: Final = '{ key = "d8", value = 8, label = "8 days", behaviour = "We wait for eight days." }'
E16: Final = '{ key = "d16", value = 16, label = "16 days", behaviour = "Two weeks pass." }'
PAIR: Final = 'lower = "rest.soak"\nupper = "rest.exposure"'
LATE: Final = 'id = "rest.soak"'


def limit(identifier: str, question: str, days: int, comparison: str, **parts: str) -> str:
    """One more criterion on a quantity."""
    lines = {"priority": "should", "gate": "leave_pilot", "task": "tasks.pause"} | parts
    return f"""
[[criterion]]
id = "{identifier}"
title = "Another"
statement = "Within {{threshold}}."
reason = "It matters."
evidence = "The log."
priority = "{lines["priority"]}"
gate = "{lines["gate"]}"
when = {{ always = true }}
owner = {{ task = "{lines["task"]}" }}
threshold = {{ question = "{question}", default = {days}, unit = "days", comparison = "{comparison}", basis = "ours", \
sources = ["page"] }}
measure = {{ numerator = "Days.", denominator = "Always 1.", report = "The log.", traps = ["None."] }}
sources = ["undated"]
"""


TOGETHER: Final = """
[[contradiction]]
id = "days_leave_no_room"
together = ["rest.soak", "rest.exposure"]
at_most = 20
text = "There are twenty days."
"""
OPEN: Final = limit("open", "rest.exposure", 19, "at_most")


def test_several_at_once_are_all_named_and_nothing_else() -> None:
    text = (
        changed(D8, D8.replace("value = 8", "value = 1"))
        .replace(E16, E16.replace("value = 16", "value = 32"))
        .replace(
            'depth = "core"\nimpact = "high"\nreversible = "two-way"\nasked',
            'depth = "full"\nimpact = "high"\nreversible = "two-way"\nasked',
        )
    )
    found = faults(text, HEADER + TOGETHER + OPEN + limit("shut", "rest.exposure", 1, "at_most"))
    assert sorted(found) == [
        'a.toml: contradiction soak_exceeds_exposure: the defaults 2 days of criterion "soak_kept", 19 days of '
        'criterion "open" and 1 days of criterion "shut" cannot both hold; change one of them',
        'a.toml: criterion soak_kept.owner.task: "tasks.pause" must be in core, because this is a must',
        "a.toml: scale exposure.d16: has the value 32 after 32; options go from the loosest to the strictest, each "
        "beyond the last",
        "a.toml: scale soak.d8: has the value 1 after 4; options go from the loosest to the strictest, each beyond the "
        "last",
        'b.toml: contradiction days_leave_no_room: the defaults 2 days of criterion "soak_kept", 19 days of '
        'criterion "open" and 1 days of criterion "shut" add up to more than 20 days; change one of them',
    ]


HEADER: Final = 'kind = "questionnaire"\nschema = 1\n'


@pytest.mark.parametrize(("days", "fits"), [(18, True), (19, False)])
def test_defaults_may_use_up_all_that_there_is_and_no_more(days: int, fits: bool) -> None:
    found = faults(SOUND, HEADER + TOGETHER + limit("open", "rest.exposure", days, "at_most"))
    assert (found == []) is fits


def test_the_default_of_a_criterion_that_waits_for_a_finding_breaks_nothing() -> None:
    waiting = OPEN.replace("{ always = true }", '{ findings = ["apart"], questions = ["rest.*"] }')
    assert faults(SOUND, HEADER + TOGETHER + waiting) == []


def test_a_quantity_that_runs_against_its_criterion_is_told_with_both_ends() -> None:
    assert faults(SOUND, HEADER + limit("open", "rest.exposure", 9, "at_least")) == [
        "b.toml: criterion open.threshold.comparison: must be at_most, as its question's scale runs from “32 days”, "
        "the loosest, to “1 day”"
    ]


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ('lower = "rest.soak"', "names either lower and upper, or two questions or more in together, with at_most"),
        (f'{PAIR}\ntogether = ["rest.soak", "rest.exposure"]\nat_most = 9', "names either lower and upper"),
        (f"{PAIR}\nat_most = 9", "names either lower and upper"),
        ('together = ["rest.soak", "rest.exposure"]', "names either lower and upper"),
        ('together = ["rest.soak"]\nat_most = 9', "names either lower and upper"),
        ('lower = "rest.soak"\nupper = "rest.soak"', "names a question twice; a limit cannot contradict itself"),
        ('together = ["rest.soak", "rest.soak"]\nat_most = 9', "names a question twice"),
    ],
)
def test_a_contradiction_has_one_of_two_forms(form: str, fault: str) -> None:
    (found,) = faults(changed(PAIR, form))
    assert found.startswith(f"a.toml: contradiction soak_exceeds_exposure: {fault}")


def test_shares_that_may_only_be_used_up_exclude_nothing() -> None:
    """Two limits of at most so much are both met by none at all."""
    more = SOUND[SOUND.index('[[question]]\nid = "rest.exposure"') : SOUND.index('[[question]]\nid = "rest.approvals"')]
    second = more.replace("rest.exposure", "rest.other")
    text = HEADER + second + TOGETHER.replace("rest.soak", "rest.other")
    (found,) = faults(SOUND, text)
    assert found.startswith(
        "b.toml: contradiction days_leave_no_room.together: one of its quantities must be asked for"
    )


def test_what_is_no_quantity_or_has_another_unit_cannot_be_added_up() -> None:
    text = HEADER + TOGETHER.replace('"rest.soak"', '"rest.approvals", "rest.lost", "rest.soak"')
    assert faults(SOUND, text) == [
        'b.toml: contradiction days_leave_no_room.together[0]: "rest.approvals" is no question about a quantity',
        'b.toml: contradiction days_leave_no_room.together[1]: "rest.lost" is no question about a quantity',
    ]


@pytest.mark.parametrize("gate", list(Gate), ids=str)
def test_a_must_of_the_first_year_rests_on_what_is_asked_in_core(gate: Gate) -> None:
    found = faults(SOUND, HEADER + limit("open", "rest.exposure", 16, "at_most", priority="must", gate=gate.value))
    expected = 'b.toml: criterion open.threshold.question: "rest.exposure" must be in core, because this is a must'
    assert found == ([] if gate in (Gate.TWELVE_MONTHS, Gate.TWENTY_FOUR_MONTHS) else [expected])


def test_every_must_of_ours_up_to_the_broad_ring_rests_on_what_core_asks() -> None:
    ours = builtin()
    musts = [one for one in ours.candidates if one.priority is Priority.MUST and "months" not in one.gate.value]
    rests_on = [name for one in musts for name in (one.owner.task, one.threshold.question) if name is not None]
    assert rests_on
    assert all(Depth.CORE.reaches(ours.question_by_id[name].depth) for name in rests_on)
