"""Criteria that the tool cannot count as they say, each named when the questionnaire is read."""

from __future__ import annotations

import pytest

from questionnaires import InvalidFile
from tests.given.builders import criterion, small
from tests.given.counted_criteria import BY_CYCLE, QUESTIONNAIRE, row, share


def faults(*criteria: str) -> list[str]:
    """What is wrong with the small questionnaire with these criteria."""
    with pytest.raises(InvalidFile) as refused:
        small("".join(criteria))
    return [str(fault) for fault in refused.value.faults]


def test_those_that_can_be_counted_are_sound() -> None:
    assert [one.id for one in QUESTIONNAIRE.candidates] == ["stop", "owned", "found", "guarded", "row"]


@pytest.mark.parametrize(
    ("counting", "fault"),
    [
        ('questions = ["ownership.lost"], with = ["agreed"]', 'questions: there is no question or section "ownership.'),
        ('questions = ["lost.*"], with = ["agreed"]', 'questions: there is no question or section "lost.*"'),
        ('questions = ["risk.*"], aligned = "today"', 'aligned: "risk.attitude" has no facet "today"; "risk.taste"'),
        ('questions = ["risk.*"], aligned = "today"', 'has no facet "today" (and 3 more)'),
        ('questions = ["ownership.*"], aligned = "owner"', 'aligned: is "owner", which is answered on no order'),
        (
            'questions = ["ownership.pause", "risk.soak"], with = ["agreed"], documented = "customer"',
            'documented: "risk.soak" is no task',
        ),
        (
            'questions = ["ownership.marked"], with = ["agreed"], depth = "core"',
            "questions: no question that is named fits documented and depth",
        ),
    ],
)
@pytest.mark.parametrize("name", ["computed", "counted"])
def test_what_cannot_be_counted_is_named(name: str, counting: str, fault: str) -> None:
    found = faults(share("one", f"{name} = {{ {counting} }}"))
    assert any(f"criterion one.measure.{name}.{fault}" in words or fault in words for words in found)


def test_all_of_it_is_named_together() -> None:
    part = 'questions = ["lost.*", "risk.soak"], aligned = "today", documented = "customer"'
    assert len(faults(share("one", f"computed = {{ {part} }}"), share("two", f"computed = {{ {part} }}"))) >= 6


def test_each_counts_every_question_that_can_call_for_it() -> None:
    when = '{ findings = ["contested"], questions = ["ownership.*"], each = true }'
    part = 'computed = { questions = ["ownership.pause"], with = ["agreed"] }'
    (found,) = faults(share("one", part, when=when))
    assert '"ownership.deploy" can call for a criterion of its own, and is not counted' in found


def test_cycles_need_a_must_that_is_measured_by_cycle() -> None:
    (found,) = faults(criterion("stop"), row())
    assert "cycles: cannot be counted: no must of the gate leave_pilot has a figure by cycle" in found


def test_cycles_are_counted_as_they_are_and_can_only_be_too_few() -> None:
    as_share = row().replace('entry = "The pilot."', 'denominator = "All of them."')
    at_most = row("two").replace("at_least", "at_most")
    found = faults(BY_CYCLE, as_share, at_most)
    assert any("give an entry in measure instead of a denominator" in words for words in found)
    assert any("threshold.comparison must be at_least" in words for words in found)


def test_cycles_are_no_denominator() -> None:
    (found,) = faults(BY_CYCLE, share("one", "counted = { cycles = true }"))
    assert "counted.cycles: are no denominator; name the questions that are counted" in found


def test_questions_are_counted_out_of_so_many() -> None:
    part = 'entry = "The pilot.", computed = { questions = ["risk.*"], without = ["apart"] }, report'
    (found,) = faults(criterion("one").replace('entry = "One thing.", report', part))
    assert "measure.computed: counts questions out of so many" in found
