"""What the tool counts by itself in the answers: which questions are settled, of those that somebody was asked."""

from __future__ import annotations

import pytest

from questionnaires import Answer
from questionnaires.words import Depth
from scoring import recommend
from scoring.criteria.counting import Computed, Counted, completed, computed, counts, denominator
from scoring.wording.counting import computed_sentence, counted_sentence
from tests.given.builders import compared, respond, small, voices
from tests.given.counted_criteria import BY_CYCLE, GUARDED, OWNED, agreed, asked, row, share
from tests.given.pilots import actuals


def counted(counting: str, *responses: object, **parts: str) -> Counted:
    """What a criterion counts in these responses."""
    comparison = asked(responses or agreed(), share("one", f"computed = {{ {counting} }}", **parts))  # type: ignore[arg-type]
    (found,) = counts(comparison, recommend(comparison)).values()
    return found


def test_a_question_with_the_finding_is_settled_and_all_others_that_were_asked_are_not() -> None:
    found = counted('questions = ["ownership.*"], with = ["agreed"]')
    assert found.settled == ("ownership.pause",)
    assert found.open == ("ownership.deploy", "ownership.marked", "ownership.retired")


def test_of_what_is_documented_the_latest_page_counts_and_no_task_that_is_no_longer() -> None:
    customer = counted('questions = ["ownership.*"], with = ["agreed"], documented = "customer"')
    service = counted('questions = ["ownership.*"], with = ["agreed"], documented = "service"')
    assert (customer.settled, customer.open) == (("ownership.pause",), ())
    assert (service.settled, service.open) == ((), ("ownership.deploy",))


def test_a_depth_leaves_out_what_is_asked_at_a_greater_one() -> None:
    found = counted('questions = ["ownership.*"], with = ["agreed"], depth = "core"')
    assert found.open == ("ownership.deploy",)


def test_a_question_that_nobody_was_asked_is_not_counted() -> None:
    at_core = respond("endpoint", {"ownership.pause": Answer(owner="endpoint")}, depth=Depth.CORE)
    found = counted('questions = ["ownership.*"], with = ["agreed"]', at_core)
    assert found == Counted((), ("ownership.pause", "ownership.deploy"))


def test_what_nobody_answered_has_no_finding_and_is_not_settled_by_that() -> None:
    found = counted('questions = ["risk.hours_to_stop", "risk.attitude"], without = ["far_apart"]')
    assert found == Counted((), ("risk.attitude", "risk.hours_to_stop"))


@pytest.mark.parametrize(("said", "settled"), [("dont_know", ()), (1, ("risk.attitude",))])
def test_dont_know_settles_nothing(said: int | str, settled: tuple[str, ...]) -> None:
    responses = voices("risk.attitude", position={"endpoint": said, "operations": said})
    assert counted('questions = ["risk.attitude"], without = ["far_apart"]', *responses).settled == settled


@pytest.mark.parametrize(
    ("security", "total"), [("not_applicable", 0), ("dont_know", 1)], ids=["nobody's", "perhaps somebody's"]
)
def test_what_applies_to_nobody_who_spoke_is_not_counted(security: str, total: int) -> None:
    responses = voices("risk.attitude", position={"endpoint": "not_applicable", "security": security})
    assert counted('questions = ["risk.attitude"], without = ["far_apart"]', *responses).total == total


@pytest.mark.parametrize(("far", "is_settled"), [(2, True), (3, False)])
def test_a_facet_is_settled_within_one_step(far: int, *, is_settled: bool) -> None:
    teams = {"endpoint": 1, "operations": 5}
    ends = {"endpoint": 1, "operations": far}
    responses = voices("future.approvals", today=teams, in_24_months=ends)
    found = counted('questions = ["future.*"], aligned = "in_24_months"', *responses)
    assert bool(found.settled) is is_settled


def test_a_criterion_for_each_question_counts_its_own() -> None:
    comparison = asked(
        voices("ownership.pause", owner={"endpoint": "endpoint", "operations": "operations"})
        + voices("ownership.deploy", owner={"endpoint": "endpoint", "operations": "operations"}),
        share(
            "one",
            'computed = { questions = ["ownership.*"], with = ["agreed"] }',
            when='{ findings = ["contested"], questions = ["ownership.*"], each = true }',
        ),
    )
    assert counts(comparison, recommend(comparison)) == {
        "one.ownership.pause": Counted((), ("ownership.pause",)),
        "one.ownership.deploy": Counted((), ("ownership.deploy",)),
    }


def test_with_nothing_to_count_there_is_no_value_and_no_pass() -> None:
    at_core = respond("endpoint", {"ownership.pause": Answer(owner="endpoint")}, depth=Depth.CORE)
    comparison = asked([at_core], share("one", 'computed = { questions = ["risk.fleet"], without = ["apart"] }'))
    (criterion,) = recommend(comparison)
    found = counts(comparison, [criterion])["one"]
    figure = computed(criterion, found, None)
    assert (figure.denominator, figure.value, figure.passes) == (0, None, False)
    assert computed_sentence(comparison, found) == "Nothing to count: none of its questions was asked in round 1."


def test_at_most_ten_of_the_questions_that_are_not_settled_are_named() -> None:
    comparison = compared(agreed(), small())
    ids = tuple(question.id for question in small().questions)
    says = computed_sentence(comparison, Counted(ids[:1], ids[1:13]))
    assert says.startswith("1 of 13, computed from the answers of round 1; not yet: “Deploying”, “Marking”, ")
    assert says.endswith(" and 2 more.")
    assert says.count("“") == 10
    assert computed_sentence(comparison, Counted(ids[:1], ())) == "1 of 1, computed from the answers of round 1."


def test_people_are_told_out_of_how_many_they_measure() -> None:
    comparison = asked(agreed(), GUARDED)
    found = counts(comparison, recommend(comparison))["guarded"]
    assert counted_sentence(comparison, found) == "Out of 1 by the answers of round 1: “Releasing”."


def test_where_nothing_is_counted_yet_people_are_told_so() -> None:
    comparison = compared(agreed(), small())
    says = "By the answers of round 1 there is nothing to count yet."
    assert counted_sentence(comparison, Counted((), ("control.release",))) == says


def test_exactly_ten_are_all_named() -> None:
    comparison = compared(agreed(), small())
    ids = tuple(question.id for question in small().questions)[:10]
    last = small().question_by_id[ids[-1]].title
    assert computed_sentence(comparison, Counted((), ids)).endswith(f" and “{last}”.")
    assert "more" not in computed_sentence(comparison, Counted((), ids))


def test_without_answers_or_cycles_nothing_is_counted_out_of_nothing() -> None:
    found = recommend(compared(agreed(), small(BY_CYCLE + row() + OWNED)))
    by_cycle, owned = (next(one for one in found if one.id == name) for name in ("row", "owned"))
    assert computed(by_cycle, None, None) == Computed(0, None, None, passes=False)
    assert computed(owned, None, None) == Computed(0, 0, None, passes=False)


def test_only_of_what_people_measure_do_the_answers_give_the_denominator() -> None:
    comparison = asked(agreed(), GUARDED + OWNED)
    guarded, owned = recommend(comparison)
    found = counts(comparison, (guarded, owned))
    assert (denominator(guarded, found), denominator(owned, found)) == (1, None)
    assert denominator(guarded, {}) is None


def test_an_entry_that_nobody_has_measured_gets_no_denominator() -> None:
    comparison = asked(agreed(), GUARDED)
    (guarded,) = recommend(comparison)
    (entry,) = actuals({"criterion": "guarded"}).actual
    assert completed(guarded, entry, counts(comparison, [guarded])) == entry
