"""Decisions in results: each with all that was written, the questions it settles, and what stays as it was said."""

from __future__ import annotations

import json
import tomllib
from decimal import Decimal
from pathlib import Path

from maturity.files.found import Gathered, ResponseFile
from maturity.results.model import Results, read_results
from maturity.results.writing import to_json, to_toml
from maturity.rounds.round import round_of
from questionnaires import Questionnaire, Response, parse
from questionnaires.decisions import Decision, Objection
from questionnaires.words import Facet
from tests.given.builders import criterion, small, voices
from tests.given.decisions import DAY, LATER, decide, park
from tests.given.every_kind_of_criterion import CONTRADICTION
from tests.given.written_files import faults_by_schema

OWNER = decide(
    "aaaa",
    "ownership.pause",
    facet=Facet.OWNER,
    owner="operations",
    deputy="endpoint",
    because="They are there at night.",
    agreed_by=("operations",),
    objected_by=(Objection(team="endpoint", reason="We do it now."),),
    before={"endpoint": (1, 0, 0, 0, 0, 0, 0)},
    due=LATER,
    confirmed_by=("stop",),
)
LIMIT = decide("bbbb", "risk.hours_to_stop", facet=Facet.POSITION, value=Decimal(12), status="proposed")
PARKED = park("cccc", "risk.attitude", facet=Facet.POSITION)


def said(number: int = 1) -> list[Response]:
    """Two teams that disagree on three questions."""
    return [
        one.model_copy(update={"respondent": one.respondent.model_copy(update={"round": number, "id": f"a{place:04}"})})
        for place, one in enumerate(
            [
                *voices("ownership.pause", owner={"endpoint": "endpoint", "operations": "operations"}),
                *voices("risk.hours_to_stop", position={"endpoint": 0, "operations": 4}),
                *voices("risk.attitude", position={"endpoint": 0, "operations": 5}),
            ]
        )
    ]


def results(*decisions: Decision, number: int = 1) -> Results:
    files = tuple(ResponseFile(Path(f"{one.respondent.id}.toml"), one, "") for one in said(number))
    rule = criterion("stop", owner='{ task = "ownership.pause" }')
    return round_of(Gathered(files=files, entries=decisions), small(rule), number).results()


def of(answers: list[Response], questionnaire: Questionnaire, *decisions: Decision) -> Results:
    files = tuple(ResponseFile(Path(f"{number}.toml"), one, "") for number, one in enumerate(answers))
    return round_of(Gathered(files=files, entries=decisions), questionnaire, 1).results()


def test_a_decision_stands_with_all_that_was_written() -> None:
    (found,) = results(OWNER).decision
    assert (found.id, found.title, found.outcome, found.facet) == (
        "aaaa",
        "Pausing",
        "Operations, deputy Endpoint",
        "owner",
    )
    assert found.says == (
        "Decided on 2026-11-27 by Anna Berg: Operations, deputy Endpoint. Why: They are there at night. "
        "Endpoint objected: We do it now."
    )
    assert (found.owner, found.deputy, found.option, found.value) == ("operations", "endpoint", None, None)
    assert (found.agreed_by, found.objected_by) == (OWNER.agreed_by, OWNER.objected_by)
    assert (found.before, found.confirmed_by) == (OWNER.before, ("stop",))
    assert (found.decided, found.due, found.review_by) == (DAY, LATER, LATER)
    assert (found.otherwise, found.otherwise_says) == ((), None)


def test_a_limit_that_is_only_proposed_has_its_value_and_sets_nothing() -> None:
    found = results(LIMIT)
    assert (found.decision[0].value, found.decision[0].option, found.decision[0].status) == (12, None, "proposed")
    assert [entry.question for entry in found.settled] == []
    (entry,) = (one for one in found.agenda if one.question == "risk.hours_to_stop")
    assert entry.decision_says == "Proposed on 2026-11-27 by Anna Berg: 12 hours."


def test_a_limit_at_an_option_has_both() -> None:
    (found,) = results(decide("dddd", "risk.soak", facet=Facet.POSITION, option=4)).decision
    assert (found.option, found.value) == (4, 7)


def test_the_agenda_parts_into_what_is_open_settled_and_parked() -> None:
    found, before = results(OWNER, PARKED), results()
    assert [entry.question for entry in found.settled] == ["ownership.pause"]
    assert [entry.question for entry in found.parked] == ["risk.attitude"]
    assert [entry.question for entry in found.agenda] == ["risk.hours_to_stop"]
    assert (before.settled, before.parked, len(before.agenda)) == ((), (), 3)
    assert found.settled[0].reason == next(e.reason for e in before.agenda if e.question == "ownership.pause")
    assert found.parked[0].decision_says == "Parked on 2026-11-27: Look at the rota – Ben, by 2027-05-27."


def test_findings_stay_true_and_say_since_when_it_is_settled() -> None:
    found, before = results(OWNER), results()
    mine, then = found.question_by_id["ownership.pause"], before.question_by_id["ownership.pause"]
    assert [one.says for one in mine.findings] == [one.says for one in then.findings]
    assert {one.settled for one in mine.findings} == {DAY}
    assert {one.settled for one in then.findings} == {None}
    assert any(one.fragile for one in then.findings)
    assert not any(one.fragile or one.if_known or one.margin for one in mine.findings)


def test_a_shift_of_which_one_stage_is_decided_is_not_said_to_be_settled() -> None:
    stages = decide("dddd", "future.approvals", facet=Facet.TODAY, option=1)
    answers = voices(
        "future.approvals", today={"endpoint": 0, "operations": 5}, in_24_months={"endpoint": 1, "operations": 5}
    )
    files = tuple(ResponseFile(Path(f"{one.respondent.id}.toml"), one, "") for one in answers)
    found = round_of(Gathered(files=files, entries=(stages,)), small(), 1).results()
    assert [entry.question for entry in found.agenda] == ["future.approvals"]
    assert {one.settled for one in found.question_by_id["future.approvals"].findings} == {None}


def test_what_one_answer_would_change_of_the_stages_that_are_open_is_still_said() -> None:
    answers = voices(
        "future.approvals", today={"endpoint": 1, "operations": 1}, in_24_months={"endpoint": 1, "operations": 3}
    )
    today = decide("dddd", "future.approvals", facet=Facet.TODAY, option=1)
    (before,), (found,) = of(answers, small()).agenda, of(answers, small(), today).agenda
    assert (before.fragile, before.margin) == (found.fragile, found.margin)
    assert found.fragile or found.margin


def test_limits_that_exclude_each_other_are_not_said_to_be_settled_though_one_was_decided() -> None:
    answers = [
        *voices("risk.fleet", position={"endpoint": 0, "operations": 0}),
        *voices("risk.exposure", position={"endpoint": 5, "operations": 5}),
    ]
    decided = decide("dddd", "risk.fleet", facet=Facet.POSITION, option=0)
    found = of(answers, small(CONTRADICTION), decided)
    assert "infeasible_together" in {one.kind for one in found.question_by_id["risk.fleet"].findings}
    assert {one.settled for one in found.question_by_id["risk.fleet"].findings} == {None}


def test_what_was_decided_in_a_later_round_stands_beside_an_earlier_one_and_says_so() -> None:
    found = results(OWNER.model_copy(update={"round": 2}))
    assert found.decision[0].says.endswith(" That rests on the answers of round 2, a later one.")
    assert found.settled[0].decision_says == found.decision[0].says
    assert "later one" not in results(OWNER).decision[0].says


def test_nobody_is_said_to_answer_otherwise_than_what_was_only_proposed() -> None:
    (found,) = results(LIMIT, number=2).decision
    assert (found.otherwise, found.otherwise_says) == ((), None)


def test_how_much_is_fragile_is_counted_of_what_is_open() -> None:
    assert (results().fragile.agenda, results(OWNER, PARKED).fragile.agenda) == (3, 1)


def test_a_later_round_says_who_answers_otherwise() -> None:
    (found,) = results(OWNER, number=2).decision
    assert (found.otherwise, found.otherwise_says) == (
        ("endpoint",),
        "Decided on 2026-11-27; in round 2, 1 of 2 teams now answers otherwise: Endpoint.",
    )


def test_results_with_decisions_read_back_and_fit_their_schema() -> None:
    found = results(OWNER, LIMIT, PARKED)
    for document in (json.loads(to_json(found)), tomllib.loads(to_toml(found))):
        assert faults_by_schema("results", document) == []
    written = to_toml(found).encode()
    assert read_results(parse(written, "results.toml"), "results.toml") == found
