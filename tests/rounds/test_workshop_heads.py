"""What the head of an item says holds with what was decided, and agrees with all that stands below it."""

from __future__ import annotations

import datetime as dt

from maturity.files.decisions_file import add_entries
from maturity.files.workspace import Workspace
from maturity.rounds.room import Room
from maturity.rounds.workshop import Workshop
from maturity.rounds.workshop_entries import Said
from maturity.rounds.workshop_items import WorkshopItem
from questionnaires import Answer
from questionnaires.decisions import Objection, Outcome, PlanEntry, State
from questionnaires.words import Facet
from tests.given.rounds import handed_in, in_round
from tests.given.workshops import (
    NOW,
    QUESTIONNAIRE,
    RELEASE,
    TODAY,
    it_is_a_friday_in_november,
    numbers,
    opened,
    room,
)

__all__ = ["it_is_a_friday_in_november", "room"]

FLEET, EXPOSURE = "risk.fleet", "risk.exposure"


def tied(room: Workspace) -> Workshop:
    """The fleet takes longer than a flaw may stay open, by the answers of one team."""
    said = {FLEET: Answer(position=0), EXPOSURE: Answer(position=5)}
    handed_in(room.folder, [in_round(1, "network", said, questionnaire=QUESTIONNAIRE)])
    return opened(room)


def item(workshop: Workshop, question: str) -> WorkshopItem:
    found = workshop.item(question)
    assert found is not None
    return found


def found_on(workshop: Workshop, question: str) -> list[str]:
    shown = workshop.reveal(question)
    assert shown is not None
    return [said for said in shown.found if "Cannot hold together" in said]


def test_beside_a_conflict_of_limits_it_says_that_it_is_by_the_answers_once_a_decision_solves_it(
    room: Workspace,
) -> None:
    workshop = tied(room)
    (said,) = found_on(workshop, FLEET)
    assert said.startswith("Cannot hold together"), "nothing was decided"
    still = workshop.decide(EXPOSURE, Facet.POSITION, Outcome(option=4), "Anna")
    assert found_on(still, FLEET) == [said], "it excludes it as before"
    solved = still.decide(EXPOSURE, Facet.POSITION, Outcome(option=0), "Anna")
    assert item(solved, FLEET).done_says == "With what was decided on “Days open”, the limits can hold together."
    assert found_on(solved, FLEET) == [f"By the answers, and solved by what was decided: {said}"]
    shown = solved.reveal(FLEET)
    assert shown is not None
    assert shown.is_solved, "so the picture above it can say so"


def test_a_decision_that_leaves_a_conflict_of_limits_says_so_and_which(room: Workspace) -> None:
    workshop = tied(room).decide(EXPOSURE, Facet.POSITION, Outcome(option=4), "Anna")
    decided = item(workshop, EXPOSURE)
    here, there = (QUESTIONNAIRE.scale_by_id["open_days"].options[place].label for place in (4, 0))
    assert decided.excludes_says == (
        f"Still excludes “Days for the fleet”: {here} as decided here, {there} by Network there."
    )
    assert not decided.is_done
    assert item(workshop, FLEET).excludes_says == "", "nothing was decided there"
    after = workshop.decide(EXPOSURE, Facet.POSITION, Outcome(option=0), "Anna")
    assert (item(after, EXPOSURE).excludes_says, item(after, EXPOSURE).is_done) == ("", True)


def test_what_was_decided_in_one_go_is_told_after_one_date_and_one_name(room: Workspace) -> None:
    day = dt.date(2028, 11, 27)
    stages = [(Facet.IN_12_MONTHS, Outcome(option=2, by=day)), (Facet.IN_24_MONTHS, Outcome(option=4, by=day))]
    said = Said("Anna", "It is time.", TODAY, objected_by=(Objection(team="security"),))
    apart = {"operations": (1, 1, 1), "endpoint": (1, 3, 5)}
    answers = {team: Answer(today=a, in_12_months=b, in_24_months=c) for team, (a, b, c) in apart.items()}
    people = [
        in_round(1, team, {"future.approvals": one}, questionnaire=QUESTIONNAIRE, respondent=f"{team}2")
        for team, one in answers.items()
    ]
    handed_in(room.folder, people)
    told = item(opened(room).decide_in_one_go("future.approvals", stages, said), "future.approvals").done_says
    assert told.startswith("Decided on 2026-11-27 by Anna: in 12 months: ")
    assert "; in 24 months: " in told
    assert [told.count(once) for once in ("Decided on", "It is time.", "Security objected")] == [1, 1, 1]
    other = opened(room).decide("future.approvals", Facet.TODAY, Outcome(option=1), "Ben")
    assert item(other, "future.approvals").done_says.count("Decided on") == 2, "by another one"


def test_what_was_parked_today_and_is_done_says_so_comes_first_and_keeps_its_number(room: Workspace) -> None:
    before = opened(room)
    parked = before.park(RELEASE, Facet.NEEDED, "Ask.", "Ben")
    assert item(parked, RELEASE).is_done
    done = PlanEntry(id="plan1", decision=parked.sitting[-1], state=State.DONE, recorded=NOW)
    add_entries(room.folder / "plan.toml", QUESTIONNAIRE, [done], within=room.folder)
    for workshop in (parked.read_again(), opened(room)):
        ready = item(workshop, RELEASE)
        assert (ready.is_ready, ready.is_done, ready.done_says) == (True, False, "")
        assert ready.why_says.startswith("Parked on 2026-11-27: Ask – Ben")
        assert numbers(workshop) == numbers(before), "numbers hold for the day"
    assert Room(opened(room)).next_open() == RELEASE != Room(before).next_open()
