"""What a room sees of a question: nobody's answer before the reveal; after it where all stand and what to ask."""

from __future__ import annotations

import datetime as dt

import pytest

from maturity.results.build import results
from maturity.results.model import Results
from maturity.rounds.workshop_questions import TO_ASK, question_for
from maturity.rounds.workshop_talk import Revealed, revealed, talk_of
from maturity.rounds.workshop_time import day_typed, gone_says, months_after, plan_of
from questionnaires.decisions import Outcome
from questionnaires.words import DONT_KNOW, Facet, FindingKind, Kind
from scoring import recommend
from scoring.decisions.settled import settled_by
from tests.given.builders import Voices, compared, respond, small, voices
from tests.given.decided import decided

TODAY = dt.date(2026, 11, 27)


def shown(question: str, **facets: Voices) -> Results:
    comparison = compared(voices(question, **facets))
    return results(comparison, recommend(comparison))


def reveal(question: str, **facets: Voices) -> Revealed:
    found = shown(question, **facets)
    return revealed(found, found.question_by_id[question], TODAY)


def speakers(found: Revealed) -> list[tuple[str, str, bool]]:
    return [(end.says, end.names, end.speaks_first) for end in found.ends]


# Before the reveal


def test_before_the_reveal_it_says_who_has_answered_and_nothing_of_what() -> None:
    said: Voices = {"endpoint": [0, 5], "operations": DONT_KNOW, "security": 3}
    responses = [*voices("risk.attitude", position=said), respond("operations", {}, respondent="silent")]
    found = results(comparison := compared(responses), recommend(comparison))
    talk = talk_of(found, small().question_by_id["risk.attitude"], "Nothing hangs on it.")
    assert [one.says for one in talk.heard] == ["Endpoint: 2 of 2", "Operations: 1 of 2", "Security: 1 of 1"]
    options = small().scale_by_id[small().question_by_id["risk.attitude"].scale].options
    assert not any(option.label in str(talk) for option in options)


def test_before_the_reveal_it_says_what_was_decided_on_it() -> None:
    entry = decided("ownership.pause", Facet.OWNER, Outcome(owner="endpoint"))
    comparison = compared(voices("ownership.pause", owner={"endpoint": "endpoint"}))
    settled = comparison.with_settled(settled_by(small(), [entry]))
    talk = talk_of(results(settled, recommend(settled)), small().question_by_id["ownership.pause"], "")
    assert talk.before == ("Decided on 2026-11-21 by Anna Berg: Endpoint.",)


def test_nobody_has_answered_what_was_not_asked() -> None:
    talk = talk_of(shown("risk.attitude", position={"endpoint": 1}), small().question_by_id["risk.taste"], "")
    assert talk.heard == () or all(one.people == 0 for one in talk.heard)


# After the reveal


def test_both_ends_of_a_scale_explain_themselves_and_the_smaller_one_first() -> None:
    found = reveal("risk.attitude", position={"endpoint": 0, "operations": 0, "security": 5, "network": 3})
    labels = [option.label for option in small().scale_by_id[small().question_by_id["risk.attitude"].scale].options]
    assert speakers(found) == [(labels[5], "Security", True), (labels[0], "Endpoint and Operations", False)]


def test_of_two_ends_of_one_size_the_looser_speaks_first() -> None:
    found = reveal("risk.attitude", position={"endpoint": 5, "operations": 1})
    assert [end.names for end in found.ends] == ["Operations", "Endpoint"]


def test_nobody_stands_at_an_end_where_all_are_at_one() -> None:
    assert reveal("risk.attitude", position={"endpoint": 2, "operations": 2}).ends == ()


def test_a_torn_team_is_named_as_such() -> None:
    found = reveal("risk.attitude", position={"endpoint": [0, 0, 0, 5, 5, 5], "operations": 5})
    assert found.torn_says == "Endpoint is torn: let both sides within speak."
    assert [end.names for end in found.ends] == ["Endpoint (torn)", "Operations"]


def test_of_several_answers_the_one_on_which_the_teams_are_furthest_apart_is_told() -> None:
    found = reveal("control.release", needed={"endpoint": 1, "security": 2}, wanted={"endpoint": 0, "security": 5})
    assert found.about == "control wanted"
    assert [end.teams for end in found.ends] == [("endpoint",), ("security",)]


def test_whoever_names_an_owner_alone_is_heard_before_those_who_are_many() -> None:
    found = reveal(
        "ownership.pause", owner={"endpoint": "operations", "security": "operations", "operations": "endpoint"}
    )
    assert speakers(found) == [("Endpoint", "Operations", True), ("Operations", "Endpoint and Security", False)]


def test_facts_come_with_their_source_and_findings_with_what_would_flip_them() -> None:
    found = reveal("risk.hours_to_stop", position={"endpoint": 0, "operations": 4})
    assert any(fact.source for fact in found.facts)
    assert found.found
    assert any("would read" in flip for flip in found.flips)


# The question to the room


@pytest.mark.parametrize("kind", FindingKind)
def test_every_finding_has_a_question_that_is_short_open_and_blames_nobody(kind: FindingKind) -> None:
    asked = question_for([kind], Kind.POSITION)
    assert asked == TO_ASK[kind]
    assert asked.endswith("?")
    assert len(asked) <= 80
    assert not {"why", "fault", "wrong of", "failed"} & set(asked.lower().split())


def test_of_several_findings_the_one_that_matters_most_is_asked_about() -> None:
    kinds = [FindingKind.FAR_APART, FindingKind.SPREAD, FindingKind.INFEASIBLE_TOGETHER]
    assert question_for(kinds, Kind.POSITION) == TO_ASK[FindingKind.INFEASIBLE_TOGETHER]


@pytest.mark.parametrize("kind", Kind)
def test_where_nothing_was_found_it_is_asked_what_the_question_is(kind: Kind) -> None:
    assert question_for([], kind).endswith("?")


# Time


@pytest.mark.parametrize(
    ("items", "within", "says"),
    [
        (17, 60, "7 of 17 items in 60 minutes; 17 take 136"),
        (3, 60, "3 items in 24 minutes"),
        (1, 5, "0 of 1 item in 5 minutes; 1 takes 8"),
        (0, 60, "0 items in 0 minutes"),
    ],
)
def test_the_plan_says_how_many_items_fit_into_the_time(items: int, within: int, says: str) -> None:
    assert plan_of(items, 8, within).says == says


def test_the_clock_says_how_much_of_the_time_has_gone() -> None:
    began = dt.datetime(2026, 11, 27, 15, 0, tzinfo=dt.UTC)
    assert gone_says(began, began + dt.timedelta(minutes=23, seconds=59), 60) == "23 of 60 minutes"
    assert gone_says(began, began - dt.timedelta(minutes=5), 60) == "0 of 60 minutes"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-11", dt.date(2026, 12, 11)),
        (" +14 ", dt.date(2026, 12, 11)),
        ("+ 14 d", dt.date(2026, 12, 11)),
        ("+0", TODAY),
        ("2026-02-30", None),
        ("20261211", None),
        ("2026-W50-5", None),
        ("2101-01-01", None),
        ("2028-02-29", dt.date(2028, 2, 29)),
        ("2027-02-29", None),
        ("+9999", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_typed_as_a_date_or_as_days_from_today(typed: str, day: dt.date | None) -> None:
    assert day_typed(typed, TODAY) == day


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (dt.date(2026, 11, 27), 24, dt.date(2028, 11, 27)),
        (dt.date(2027, 3, 1), 12, dt.date(2028, 3, 1)),
        (dt.date(2028, 2, 29), 12, dt.date(2029, 2, 28)),
        (dt.date(2026, 12, 31), 2, dt.date(2027, 2, 28)),
    ],
)
def test_months_later_it_is_the_same_day_or_the_last_of_a_shorter_month(
    day: dt.date, months: int, found: dt.date
) -> None:
    assert months_after(day, months) == found
