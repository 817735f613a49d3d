"""A decision in the making asks for what its kind of question needs, one thing after the other, and for no more."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from maturity.rounds.changing import about_its_outcome, changing, is_as_before, is_noted
from maturity.rounds.drafting import Draft, Step, begin_draft, limit_in
from maturity.rounds.parking import Ask, Parking
from questionnaires import Choice
from questionnaires.decisions import Control, Decision, Objection, Outcome, Status
from questionnaires.words import Facet
from tests.given.builders import small

TODAY = dt.date(2026, 11, 21)


def draft(question: str, facet: Facet, decider: str = "") -> Draft:
    asked = small().question_by_id[question]
    return begin_draft(asked, small().scale_by_id[asked.scale], facet, TODAY, decider)


@pytest.mark.parametrize(
    ("question", "facet", "choice", "outcome"),
    [
        ("ownership.pause", Facet.OWNER, "endpoint", Outcome(owner="endpoint")),
        ("risk.soak", Facet.POSITION, 2, Outcome(option=2)),
        ("readiness.licences", Facet.STATUS, "met", Outcome(status="met")),
        ("future.approvals", Facet.TODAY, 3, Outcome(option=3)),
        ("future.approvals", Facet.IN_12_MONTHS, 3, Outcome(option=3, by=dt.date(2027, 11, 21))),
        ("future.approvals", Facet.IN_24_MONTHS, 3, Outcome(option=3, by=dt.date(2028, 11, 21))),
    ],
)
def test_after_the_outcome_only_the_decider_is_asked_and_all_else_is_offered(
    question: str, facet: Facet, choice: Choice, outcome: Outcome
) -> None:
    begun = draft(question, facet)
    assert begun.step is Step.OUTCOME
    chosen = begun.chosen(choice)
    assert chosen.step is Step.DECIDER
    assert chosen.decided_by("").step is Step.DECIDER, "nobody is no decider"
    last = chosen.decided_by("Ben")
    assert (last.step, last.outcome, last.review_by) == (Step.CONFIRM, outcome, dt.date(2027, 2, 19))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("9", "9"),
        (" 1,5 ", "1.5"),
        ("-1", None),
        ("soon", None),
        ("NaN", None),
        ("1e999999", None),
        ("0.0123456789", None),
        ("1,000", None),
    ],
)
def test_a_limit_may_lie_between_two_options(typed: str, value: str | None) -> None:
    limit = limit_in(typed)
    assert limit == (None if value is None else Decimal(value))
    between = replace(draft("risk.soak", Facet.POSITION).chosen(2), choice=None, value=limit)
    assert between.step is (Step.OUTCOME if limit is None else Step.DECIDER)
    assert limit is None or between.outcome == Outcome(value=limit)
    assert between.chosen(3).outcome == Outcome(option=3)


def test_of_control_also_what_becomes_of_it_and_who_tests_what_covers_it() -> None:
    level = draft("control.release", Facet.NEEDED).chosen(5)
    assert level.step is Step.CONTROL
    assert level.controlled(Control.KEPT).step is Step.DECIDER
    covered = level.controlled(Control.COVERED, "security")
    assert covered.step is Step.SAFEGUARD
    assert replace(covered, safeguard="Our rings wait.").outcome == Outcome(
        option=5, control=Control.COVERED, safeguard="Our rings wait.", tested_by="security"
    )


def test_only_a_level_above_the_offer_is_beyond_it() -> None:
    asked = draft("control.release", Facet.NEEDED)
    most = asked.question.offered.most if asked.question.offered else None
    assert most is not None
    assert [asked.chosen(place).is_beyond for place in (most - 1, most, most + 1)] == [False, False, True]
    assert not draft("risk.soak", Facet.POSITION).chosen(5).is_beyond


def test_every_step_back_takes_away_one_thing() -> None:
    level = draft("control.release", Facet.NEEDED).chosen(5)
    whole = replace(level.controlled(Control.COVERED, "security"), safeguard="Our rings wait.").decided_by("Anna")
    steps = []
    while whole.step is not Step.OUTCOME:
        whole = whole.back()
        steps.append(whole.step)
    assert steps == [Step.DECIDER, Step.SAFEGUARD, Step.CONTROL, Step.OUTCOME]
    assert whole.tested_by == ""


def test_who_decided_before_is_not_asked_for_again_but_can_be_changed() -> None:
    chosen = draft("risk.soak", Facet.POSITION, "Anna Berg").chosen(2)
    assert (chosen.step, chosen.decider) == (Step.CONFIRM, "Anna Berg")
    assert chosen.back().step is Step.OUTCOME
    assert (chosen.decided_by("Ben").step, chosen.decided_by("Ben").decider) == (Step.CONFIRM, "Ben")
    assert chosen.decided_by("").step is Step.DECIDER, "nobody is no decider"


def test_nobody_agrees_until_the_room_says_so_and_whoever_objects_does_not() -> None:
    asked = replace(draft("risk.soak", Facet.POSITION), answered=("endpoint", "operations", "security"))
    assert asked.agreed_by == ()
    objected = asked.objected("operations", "Too long.")
    assert objected.agreed_or_not().agreed_by == ("endpoint", "security")
    assert objected.agreed_or_not().agreed_or_not().agreed_by == ()
    assert asked.agreed("security").agreed_or_not().agreed_by == asked.answered
    later = asked.agreed_or_not().objected("security", "No.")
    assert (later.agreed_by, later.objects("security")) == (("endpoint", "operations"), True)
    changed = later.agreed("security")
    assert (changed.agreed_by[-1], changed.objections) == ("security", ())


def decided(owner: str, deputy: str | None = None) -> Decision:
    return Decision(
        id="before",
        question="ownership.pause",
        facet=Facet.OWNER,
        status=Status.DECIDED,
        outcome=Outcome(owner=owner, deputy=deputy),
        because="They are on call.",
        decider="Ben",
        agreed_by=("endpoint",),
        objected_by=(Objection(team="security", reason="Too few."),),
        decided=TODAY,
        recorded=dt.datetime(2026, 11, 21, 9, tzinfo=dt.UTC),
        review_by=dt.date(2027, 2, 19),
    )


def test_what_is_decided_anew_begins_from_all_that_was_said_before_and_can_begin_afresh() -> None:
    begun = changing(draft("ownership.pause", Facet.OWNER, "Anna"), decided("endpoint", "security"))
    changed = about_its_outcome(begun.chosen("endpoint"))
    assert changed.step is Step.CONFIRM
    assert changed.outcome == Outcome(owner="endpoint", deputy="security")
    assert (changed.decider, changed.because, is_as_before(changed)) == ("Ben", "They are on call.", True)
    assert (changed.agreed_by, [one.team for one in changed.objections]) == (("endpoint",), ["security"])
    assert not is_noted(changed)
    cleared = changed.afresh()
    assert (cleared.outcome, cleared.decider) == (Outcome(owner="endpoint"), "Ben")
    assert (cleared.because, cleared.agreed_by, cleared.objections, cleared.before) == ("", (), (), None)
    assert about_its_outcome(cleared.back().chosen("endpoint")).agreed_by == (), "cleared stays cleared"


def test_of_another_outcome_than_before_agreement_objections_and_reason_are_not_taken_over() -> None:
    begun = changing(draft("ownership.pause", Facet.OWNER), decided("endpoint", "security"))
    other = about_its_outcome(begun.chosen("operations"))
    assert other.outcome == Outcome(owner="operations", deputy="security"), "who stands in stays"
    assert (other.because, other.agreed_by, other.objections, is_as_before(other)) == ("", (), (), False)
    assert other.because_before == "They are on call.", "it is offered"
    again = about_its_outcome(other.back().chosen("endpoint"))
    assert (again.because, again.agreed_by) == ("They are on call.", ("endpoint",))
    assert about_its_outcome(again.back().chosen("operations")).because == ""
    written = replace(other, because="They asked for it.", agreed_by=("operations",))
    assert is_noted(written)
    back = about_its_outcome(written.back().chosen("security"))
    assert (back.because, back.agreed_by) == ("They asked for it.", ()), "who agreed did so to another outcome"


def test_the_same_limit_typed_as_a_number_is_no_other_outcome() -> None:
    parts = {"question": "risk.soak", "facet": Facet.POSITION, "outcome": {"option": 2}}
    before = Decision.model_validate({**decided("x").model_dump(), **parts})
    begun = changing(draft("risk.soak", Facet.POSITION), before)
    value = begun.scale.options[2].value
    assert about_its_outcome(replace(begun, value=value)).agreed_by == ("endpoint",)
    assert about_its_outcome(begun.chosen(3)).agreed_by == ()


def test_the_deputy_before_who_is_the_owner_now_is_dropped_and_known_and_restored_by_a_step_back() -> None:
    begun = changing(draft("ownership.pause", Facet.OWNER), decided("endpoint", "operations"))
    changed = begun.chosen("operations")
    assert (changed.outcome, changed.dropped) == (Outcome(owner="operations"), "operations")
    assert begun.chosen("security").outcome.deputy == "operations"
    for owner in ("security", "endpoint"):
        restored = changed.back().chosen(owner)
        assert (restored.outcome, restored.dropped) == (Outcome(owner=owner, deputy="operations"), "")
    assert changed.chosen("security").outcome.deputy == "operations", "also without a step back"
    assert not is_noted(changed.back()), "nothing was written down"


def test_a_review_moves_by_days_and_never_before_today() -> None:
    begun = draft("risk.soak", Facet.POSITION)
    assert begun.later(dt.timedelta(days=7)).review_by == dt.date(2027, 2, 26)
    assert begun.later(dt.timedelta(days=-700)).review_by == TODAY


def test_a_team_objects_until_it_does_neither() -> None:
    objected = draft("risk.soak", Facet.POSITION).objected("security", "Too long.").objected("endpoint", "No.")
    assert [(one.team, one.reason) for one in objected.objections] == [("security", "Too long."), ("endpoint", "No.")]
    assert not objected.silent("security").objects("security")
    assert [one.reason for one in objected.silent("endpoint").objected("endpoint").objections] == ["Too long.", None]


def test_what_is_parked_asks_what_is_done_by_whom_and_until_when() -> None:
    begun = Parking(TODAY)
    assert begun.ask is Ask.WHAT
    named = replace(begun, what="Ask.")
    assert named.ask is Ask.WHO
    whole = replace(named, who="Bea", is_who_said=True)
    assert (whole.ask, whole.back().ask, whole.back().back().ask) == (Ask.DUE, Ask.WHO, Ask.WHAT)
    assert whole.back().back().before == "Ask.", "what was typed is offered again"


def test_the_stages_of_one_go_are_settled_together_each_by_its_own_day() -> None:
    first = draft("future.approvals", Facet.IN_24_MONTHS, "Anna").chosen(4)
    both = first.turned(Facet.IN_12_MONTHS).chosen(2)
    assert both.outcomes == (
        (Facet.IN_12_MONTHS, Outcome(option=2, by=dt.date(2027, 11, 21))),
        (Facet.IN_24_MONTHS, Outcome(option=4, by=dt.date(2028, 11, 21))),
    )
    assert both.turned(Facet.IN_24_MONTHS).choice == 4
    left_out = both.turned(Facet.TODAY)
    assert (left_out.step, left_out.ended().facet, left_out.ended().choice) == (Step.OUTCOME, Facet.IN_12_MONTHS, 2)
    assert left_out.ended().outcomes == both.outcomes
    assert draft("future.approvals", Facet.TODAY).outcomes == ()


def test_after_an_owner_the_deputy_is_asked_for_once_and_not_where_one_was_taken_over() -> None:
    owner = draft("ownership.pause", Facet.OWNER, "Anna").chosen("operations")
    assert owner.asks_deputy
    assert not draft("ownership.pause", Facet.OWNER).chosen("operations").asks_deputy, "first who decides"
    assert not draft("risk.soak", Facet.POSITION, "Anna").chosen(2).asks_deputy
    assert not owner.named("").asks_deputy
    assert owner.named("endpoint").outcome == Outcome(owner="operations", deputy="endpoint")
    assert not owner.agreed_or_not().asks_deputy, "who goes on to who agrees has passed it over"
    assert owner.named("endpoint").chosen("endpoint").asks_deputy, "nobody is the deputy of oneself"
    changed = changing(draft("ownership.pause", Facet.OWNER), decided("endpoint")).chosen("operations")
    assert not changed.asks_deputy
