"""The page that teams sign: it answers who owns what, what was not agreed, and what happens when an update breaks."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from maturity.reports.agreement import agreement
from maturity.reports.blocks import Block, Bullets, Document, Item, Part, Run, Table
from maturity.reports.decided import found_says
from maturity.reports.decisions import decision_lines
from maturity.results.build import results
from maturity.results.decisions import ClashResults
from maturity.results.model import Results
from maturity.results.plan import PlanItemResults, PlanKind
from questionnaires import builtin
from questionnaires.decisions import Control, Objection, Status
from questionnaires.words import Facet
from tests.given.agreed import LATE, REVIEW, SOON, agreed_results, decisions, results_with
from tests.given.builders import compared, voices
from tests.given.decisions import decide, park, settled
from tests.given.example_results import example_results
from tests.given.written_files import everything

LINE = "_" * 26
"""For name and number."""
MOMENT = dt.datetime(2026, 11, 28, 16, 42, tzinfo=dt.UTC)


def page(results: Results, day: dt.date | None = None) -> Document:
    moment = MOMENT if day is None else dt.datetime.combine(day, dt.time(), dt.UTC)
    return agreement(results, moment, "0")


@cache
def agreed(day: dt.date | None = None) -> Document:
    return page(agreed_results(), day)


def part(document: Document, title: str) -> Part:
    return next(one for one in document.parts if one.title == title)


def titles(document: Document) -> list[str]:
    return [one.title for one in document.parts]


def words(run: Run) -> str:
    return "".join(word if isinstance(word, str) else word.says for word in run)


def lines(found: Part) -> list[str]:
    """Every line of a part: paragraphs, entries of lists, and rows with their cells parted by bars."""
    return [line for block in found.blocks for line in _lines(block)]


def _lines(block: Block | Item) -> list[str]:
    if isinstance(block, Table):
        return [" | ".join(words(cell) for cell in row) for row in block.rows]
    if isinstance(block, Bullets):
        return [words(entry) for entry in block.entries]
    return [words(getattr(block, "words", ()))]


def line(found: Part, begins: str) -> str:
    return next(one for one in lines(found) if one.startswith(begins))


def test_whoever_was_not_there_reads_first_whom_to_call_in_the_night() -> None:
    found = part(agreed(), "When something breaks")
    first, lead, stop, hold = lines(found)[:4]
    assert first == (
        "Operations leads, Service desk (has not been heard) in its place; Operations says stop, Endpoint in its "
        "place, although it alone objected; who says go or hold is not decided."
    )
    assert lead == (
        f"Leads when it breaks: When an update breaks something | Operations: {LINE} | "
        f"Service desk (has not been heard): {LINE} | "
        "2026-11-27, Anna Berg; Endpoint, Operations, Security and Architecture agreed. "
        "Review by 2027-02-26. Shown by: no criterion named."
    )
    assert stop == (
        f"Says stop: Calling a stop – Operations has a rota at night. | Operations: {LINE} | "
        f"Endpoint, although it alone objected: {LINE} | 2026-11-27, Anna Berg; "
        "Operations, Security and Architecture agreed; "
        "Endpoint objected. Review by 2027-02-26. "
        "Shown by: Pause drill: we can stop a rollout; Go or hold by a written rule."
    )
    assert hold.startswith(
        "Says go or hold: Monthly go or hold: who says it | Not decided yet. By the answers: Operations"
    )
    assert titles(agreed())[1] == found.title


def test_the_stop_rule_names_its_limits_where_their_values_come_from_and_who_answers_for_them() -> None:
    limits = lines(part(agreed(), "When something breaks"))[4:]
    begins = [one.partition(":")[0] for one in limits]
    assert begins == ["When it breaks"] * 2 + ["Stop, unless"] * 3 + ["Hold, unless"] * 2
    assert "at most 12 hours after the call" in limits[0]
    assert limits[0].endswith("| decided | Operations")
    assert "at most 2 % of the ready devices" in limits[2]
    assert limits[2].endswith("| not decided; the strictest answer | Operations")


def test_without_a_decision_it_says_so_and_how_far_the_answers_go_and_nobody_can_sign() -> None:
    document = page(example_results())
    assert lines(document.parts[0]) == [
        "No decision is on record yet. What stands below is what the answers say: there is nothing to sign."
    ]
    found = part(document, "When something breaks")
    assert (
        line(found, "Says stop").split(" | ")[1]
        == f"Not decided yet. By the answers: to be agreed: Endpoint or Operations. Until then: {LINE}"
    )
    assert titles(document) == [
        "What this page says",
        "When something breaks",
        "Who owns what",
        "Not agreed",
    ]


def test_it_counts_what_is_settled_parked_and_open() -> None:
    first, second = lines(agreed().parts[0])
    assert (
        first == "Of 25 questions to discuss: 10 settled (1 by a decision on another question), 2 parked and 13 open."
    )
    assert second.startswith("On record: 10 decided, 2 parked and 1 proposed, on 13 questions. ")


def test_owners_are_decided_or_agreed_by_the_answers_or_to_be_confirmed_and_each_is_said_apart() -> None:
    found = lines(part(agreed(), "Who owns what"))
    assert [one.split(" | ")[:3] for one in found[:2]] == [
        ["Reading the update reports", "Operations", "Endpoint"],
        ["Choosing drivers and firmware", "Endpoint", "none named"],
    ]
    above, agree, confirm = found[2:]
    assert above == (
        "Decided as well, and told under “When something breaks”: Calling a stop, When an update breaks something."
    )
    assert agree.startswith("Not decided in the room, but the answers agree: Architecture: Direction for updates, ")
    assert confirm.startswith("To be confirmed by the team that is named: Service desk: Telling people what is coming")


WANTED = "What the teams want stays 3 steps apart; what is needed was decided."


def test_a_decided_level_of_control_says_wherever_it_stands_that_what_teams_want_stays_apart() -> None:
    found = agreed_results()
    (decided,) = [one for one in found.decision if one.id == "month1"]
    assert WANTED in decision_lines(found, decided)
    (entry,) = [one for one in found.settled if one.question == decided.question]
    assert entry.decision_says is not None
    assert entry.decision_says.endswith(f" {WANTED}")
    item = found.question_by_id[decided.question]
    assert WANTED not in decided.says, "it tells of positions, and stands before the reveal"
    wanted = next(one for one in item.findings if one.facet is Facet.WANTED)
    assert found_says(wanted) == f"{wanted.says} What is needed was settled on 2026-11-27."


def test_limits_control_and_stages_say_what_became_of_them() -> None:
    assert line(part(agreed(), "Limits and attitudes"), "Days until the last ring").split(" | ")[1] == "18 days"
    control = part(agreed(), "Control kept, given up or covered")
    assert line(control, "Releasing the monthly update").split(" | ")[1:3] == [
        "It runs within our limits",
        "what goes beyond it is given up. Operations needs “Within our limits, and we can stop it”: not covered, to be "
        f"watched. {WANTED.rstrip('.')}",
    ]
    assert line(control, "Releasing drivers and firmware").split(" | ")[2] == (
        "covered by a safeguard: Drivers wait a week in the Test ring, to be tested by Endpoint. What the teams want "
        "stays 2 steps apart; what is needed was decided"
    )
    stages = part(agreed(), "Stages and prerequisites agreed")
    assert line(stages, "Approving updates").split(" | ")[1] == "in 12 months: No approvals, only holds, by 2027-11-30"


@pytest.mark.parametrize(("status", "words"), [("not_met", "Not met"), ("partly", "Partly met"), ("met", "")])
def test_a_prerequisite_that_is_not_met_is_missing_and_not_agreed_and_asks_who_mends_it(
    status: str, words: str
) -> None:
    entry = decide("old1", "readiness.no_conflicting_policies", on=builtin(), status_=status)
    document = page(results_with((*decisions(), entry)))
    stages = " ".join(lines(part(document, "Stages and prerequisites agreed")))
    assert ("Old" in stages) == (status == "met")
    if words:
        (line,) = lines(part(document, "What is missing"))
        assert line.split(" | ")[1:4] == [words, "person to be named", "no day named"]
    else:
        assert "What is missing" not in titles(document)


def test_an_attitude_is_told_as_one_beside_the_limits() -> None:
    attitude = decide("mind1", "risk_appetite.exposure_or_disruption", on=builtin(), option=2)
    found = lines(part(page(results_with((*decisions(), attitude))), "Limits and attitudes"))
    assert [one.split(" | ")[0] for one in found if one.startswith("Attitude: ")] == [
        "Attitude: Exposure or disruption"
    ]
    assert len(found) == 4


def test_objections_stand_with_their_reasons() -> None:
    assert lines(part(agreed(), "Objections")) == [
        "Calling a stop – Endpoint: Operations has no account that may pause at night.",
        "Days until the last ring is done – Security: Eighteen days is more than the auditor accepts.",
    ]


def test_what_is_not_agreed_is_named_with_the_teams_between_whom_it_is_open() -> None:
    found = part(agreed(), "Not agreed")
    assert line(found, "Microsoft 365 Apps and Edge") == (
        "Microsoft 365 Apps and Edge: split; to be agreed: Endpoint or Application owners; before the pilot ends."
    )
    assert line(found, "Exposure or disruption").startswith(
        "Exposure or disruption: apart; between Operations and Security"
    )
    assert line(found, "Watching an update for harm").endswith("; proposed: Operations.")
    assert line(found, "Approving updates").endswith(
        "; decided so far: in 12 months: No approvals, only holds, by 2027-11-30."
    )
    assert not [one for one in lines(found) if one.startswith("Soak before the broad ring")]
    assert line(found, "Rule for urgent updates").startswith(
        "Rule for urgent updates: split; to be agreed: Security, while Operations answers “Nobody yet”; "
    )
    assert (
        "Besides, 4 less urgent questions are open: Co-management workloads, Undoing a security update, Tickets on "
        "record for two cycles and Seeing what happened."
    ) in lines(found)
    assert "Not heard in this round: Network, Service desk and Application owners." in lines(found)
    assert not [one for one in lines(found) if one.startswith("Calling a stop")]


def test_decisions_of_two_facilitators_at_odds_are_the_first_thing_that_is_not_agreed() -> None:
    says = (
        "Decisions at odds on “Days until the last ring is done”: 4 days by Bea Ohm and 7 days by Cy Dorn; none of "
        "them counts until one is decided in their place."
    )
    clash = ClashResults(question="risk_appetite.last_ring_days", facet=Facet.POSITION, says=says)
    for found in (agreed_results(), example_results()):
        document = page(found.model_copy(update={"clash": (clash,)}))
        assert lines(part(document, "Not agreed"))[0] == says
    assert not [one for one in lines(part(agreed(), "Not agreed")) if "at odds" in one]


def test_what_is_parked_has_a_next_step_somebody_and_a_day() -> None:
    what = "Holding back the next ring – between Operations and Security"
    assert lines(part(agreed(), "Parked"))[0] == f"{what} | Try one ring | Jo Klein | {SOON}"


def test_what_is_past_its_day_on_the_day_of_the_page_is_said_to_be_overdue() -> None:
    assert not [one for found in agreed().parts for one in lines(found) if "overdue" in one.lower()]
    late = agreed(LATE)
    assert line(part(late, "Parked"), "Holding back").endswith(f"| {SOON}, overdue")
    assert line(part(late, "When we look again"), str(REVIEW)).startswith(f"{REVIEW}, overdue: 10 decisions")
    assert lines(late.parts[0])[2].startswith(f"Overdue on {LATE}: “Holding back the next ring” (Jo Klein) by {SOON}; ")


@pytest.mark.parametrize(("day", "is_late"), [(REVIEW, False), (REVIEW + dt.timedelta(days=1), True)])
def test_a_review_is_overdue_from_the_day_after(day: dt.date, is_late: bool) -> None:
    first = lines(part(agreed(day), "When we look again"))[0]
    assert first.startswith(f"{REVIEW}, overdue: " if is_late else f"{REVIEW}: ")


def test_each_team_that_answered_or_has_a_part_signs_and_reads_what_for() -> None:
    rows = {one.split(" | ")[0]: one.split(" | ")[1] for one in lines(part(agreed(), "Signed"))}
    assert rows == {
        "Endpoint": "owner of 1 task, deputy of 2 tasks, tests 1 safeguard, agreed to 9, objected to 1",
        "Operations": "owner of 3 tasks, agreed to 10",
        "Security": "agreed to 9, objected to 1",
        "Architecture": "agreed to 10",
        "Service desk": "deputy of 1 task, agreement not noted for 10",
    }


def test_where_nobody_noted_who_agreed_that_is_said_once_and_not_of_any_team() -> None:
    silent = tuple(one.model_copy(update={"agreed_by": ()}) for one in decisions())
    first, *rows = lines(part(page(results_with(silent)), "Signed"))
    assert first == "Who agreed was not noted in the room."
    assert {row.split(" | ")[0]: row.split(" | ")[1] for row in rows} == {
        "Endpoint": "owner of 1 task, deputy of 2 tasks, tests 1 safeguard, objected to 1",
        "Operations": "owner of 3 tasks",
        "Security": "objected to 1",
        "Architecture": "no part in a decision yet",
        "Service desk": "deputy of 1 task",
    }


def test_of_many_criteria_that_will_show_it_two_are_named_and_the_others_counted() -> None:
    ids = ("pause_drill", "stop_rule", "c3", "c4", "c5")
    many = tuple(
        one.model_copy(update={"confirmed_by": ids}) if one.id == "stop1" else one for one in agreed_results().decision
    )
    found = part(page(agreed_results().model_copy(update={"decision": many})), "When something breaks")
    assert line(found, "Says stop").endswith(
        " Shown by: Pause drill: we can stop a rollout; Go or hold by a written rule; and 3 more."
    )
    heads = {block.heads[-1] for one in agreed().parts for block in one.blocks if isinstance(block, Table)}
    assert "To be shown by" in heads
    assert "Confirmed by" not in heads


def test_a_provider_that_owns_something_signs_behind_the_teams_and_is_not_asked_whether_it_agreed() -> None:
    entry = decide("d001", "ownership.pause", owner="provider", deputy="network", agreed_by=("security",))
    people = voices("ownership.pause", owner={"endpoint": "endpoint", "security": "security"})
    found = results(settled(compared(people), entry), ())
    assert [one.split(" | ")[:2] for one in lines(part(page(found), "Signed"))] == [
        ["Endpoint", "agreement not noted for 1"],
        ["Security", "agreed to 1"],
        ["Network", "deputy of 1 task, agreement not noted for 1"],
        ["Provider", "owner of 1 task"],
    ]
    assert "| Provider | Network (has not been heard) |" in lines(part(page(found), "Who owns what"))[0]


def test_a_questionnaire_that_marks_no_task_is_said_to_mark_none() -> None:
    assert lines(part(page(everything().results()), "When something breaks")) == [
        "The questionnaire does not mark who says stop, who says go or hold, and who leads."
    ]


def test_a_decision_of_which_nobody_was_asked_still_stands_on_the_page() -> None:
    entry = decide("full1", "ownership.register_devices", owner="endpoint", on=builtin())
    found = results_with((*decisions(), entry))
    assert "ownership.register_devices" not in found.question_by_id
    assert line(part(page(found), "Who owns what"), "Choosing the devices that join").split(" | ")[1] == "Endpoint"


def test_teams_that_answer_otherwise_since_stand_once_by_question_and_stage_and_not_among_the_objections() -> None:
    says = "Decided on 2026-11-27; in round 2, 1 of 4 teams now answers otherwise: Security."
    later = {"otherwise": ("security",), "otherwise_says": says}
    entries = agreed_results().decision
    changed = [one.model_copy(update=later) if one.id in ("stop1", "stage1") else one for one in entries]
    document = page(agreed_results().model_copy(update={"decision": tuple(changed)}))
    assert sorted(lines(part(document, "Answered otherwise since"))) == [
        f"Approving updates, in 12 months: {says}",
        f"Calling a stop: {says}",
    ]
    assert part(document, "Objections") == part(agreed(), "Objections")
    assert "Answered otherwise since" not in titles(agreed())


@pytest.mark.parametrize(
    ("option", "by", "is_odd"),
    [(3, dt.date(2028, 11, 30), False), (2, dt.date(2028, 11, 30), True), (4, dt.date(2027, 1, 1), True)],
)
def test_stages_of_which_one_does_not_lead_to_the_other_are_named(option: int, by: dt.date, is_odd: bool) -> None:
    later = decide("stage2", "operating_model.approvals", facet=Facet.IN_24_MONTHS, option=option, by=by, on=builtin())
    said = lines(part(page(results_with((*decisions(), later))), "Stages and prerequisites agreed"))
    assert said[-1].startswith("To be looked at again") is is_odd
    assert not is_odd or "“Approving updates”, in 12 months: " in said[-1]


def test_what_could_not_be_used_of_the_files_is_said_before_anything_is_signed() -> None:
    found = agreed_results()
    left = found.left_out.model_copy(update={"files": ("decisions 7ffd73b0 (in part)",)})
    assert lines(page(found.model_copy(update={"left_out": left})).parts[0])[0] == (
        "Left out: 1 file could not be used whole; what cannot be used is not on this page. “maturity check” says why."
    )
    assert not lines(agreed().parts[0])[0].startswith("Left out")


def test_where_nothing_is_decided_there_is_nothing_to_sign() -> None:
    found = page(results_with(tuple(one for one in decisions() if one.status is not Status.DECIDED)))
    assert "there is nothing to sign" in lines(found.parts[0])[1]
    assert "Signed" not in titles(found)


def test_who_answers_for_a_limit_by_the_answers_alone_is_said_not_to_be_decided() -> None:
    def owners(document: Document) -> list[str]:
        return [one.split(" | ")[-1] for one in lines(part(document, "When something breaks"))]

    assert "Endpoint (not decided; the answers agree)" in owners(page(example_results()))
    assert "Operations" in owners(agreed())


@pytest.mark.parametrize("status", ["parked", "proposed"])
def test_a_task_of_the_stop_rule_that_is_parked_or_proposed_is_not_decided(status: str) -> None:
    others = [one for one in decisions() if one.question != "ownership.customer_pause"]
    stop = "ownership.customer_pause"
    if status == "parked":
        entry = park("stop2", stop, due=SOON)
    else:
        entry = decide("stop2", stop, on=builtin(), owner="operations", status=Status.PROPOSED, decider=None)
    found = part(page(results_with((*others, entry))), "When something breaks")
    assert "who says stop is not decided" in lines(found)[0]
    says = line(found, "Says stop").split(" | ")[1]
    open_ = "By the answers: to be agreed: Endpoint or Operations."
    middle = f"Parked: Look at the rota – Ben, by {SOON}" if status == "parked" else "Operations is proposed"
    assert says == f"Not decided yet. {middle}. {open_} Until then: {LINE}"


def test_limits_that_still_exclude_each_other_are_not_said_to_fit() -> None:
    others = [one for one in decisions() if one.id != "days1"]
    tight = decide("days2", "risk_appetite.last_ring_days", on=builtin(), value=3)
    found = lines(part(page(results_with((*others, tight))), "Not agreed"))
    assert [one for one in found if one.startswith("Limits that exclude each other: ")]
    assert not [one for one in found if "can hold" in one]


def test_who_is_named_in_the_plan_for_a_decision_stands_beside_the_team_that_is_called() -> None:
    found = agreed_results()
    item = PlanItemResults(kind=PlanKind.CARRY_OUT, decision="stop1", says="Carry out", person="Kim Doe")
    named = part(page(found.model_copy(update={"plan": (item,)})), "When something breaks")
    assert line(named, "Says stop").split(" | ")[1] == f"Operations – Kim Doe: {LINE}"
    assert line(named, "Leads when").split(" | ")[1] == f"Operations: {LINE}"


def test_a_deputy_that_objects_with_others_is_not_said_to_be_alone() -> None:
    objections = tuple(Objection(team=team, reason="No.") for team in ("endpoint", "security"))
    changed = [one.model_copy(update={"objected_by": objections}) for one in agreed_results().decision]
    document = page(agreed_results().model_copy(update={"decision": tuple(changed)}))
    assert "Endpoint, although it objected: " in line(part(document, "When something breaks"), "Says stop")
    assert line(part(document, "Who owns what"), "Choosing").split(" | ")[1] == "Endpoint, although it objected"


def test_a_limit_that_is_parked_says_until_when_and_with_whom() -> None:
    entry = park("hours2", "risk_appetite.recovery_hours", due=SOON)
    found = part(page(results_with((*decisions(), entry))), "When something breaks")
    (parked,) = [one for one in lines(found) if "parked until" in one]
    assert parked.startswith("When it breaks: In the recovery drill, ")
    assert parked.split(" | ")[1] == f"not decided; the strictest answer; parked until {SOON}, with Ben"
    assert all(one.parked_by is None for one in agreed_results().criterion)


@pytest.mark.parametrize(
    ("control", "parts", "ends"),
    [
        (Control.KEPT, {}, "not covered, to be watched"),
        (Control.COVERED, {"safeguard": "We test first.", "tested_by": "endpoint"}, "covered by it"),
    ],
)
def test_teams_that_need_more_than_was_agreed_are_named_and_whether_it_is_covered(
    control: Control, parts: dict[str, str], ends: str
) -> None:
    others = [one for one in decisions() if one.id != "hold1"]
    entry = decide("hold2", "control.hold_next_ring", on=builtin(), option=1, control=control, **parts)
    found = part(page(results_with((*others, entry))), "Control kept, given up or covered")
    became = line(found, "Holding back the next ring").split(" | ")[2]
    assert became.endswith(
        ". Operations needs “Nothing happens until we say yes”; Endpoint, Security and Architecture need “It runs "
        f"within our limits”: {ends}. {WANTED.rstrip('.')}"
    )
    assert "needs" not in line(found, "Releasing drivers and firmware")


def test_of_very_many_less_urgent_questions_twelve_are_named_and_the_others_counted() -> None:
    found = agreed_results()
    last = next(entry for entry in found.agenda if entry.title == "Seeing what happened")
    many = tuple(last.model_copy(update={"title": f"Question {number}"}) for number in range(20))
    said = line(part(page(found.model_copy(update={"agenda": many})), "Not agreed"), "Besides")
    assert said.startswith("Besides, 20 less urgent questions are open: Question 0, ")
    assert said.endswith("Question 11 and 8 more, which “maturity compare” lists.")


def test_a_stage_that_nobody_carries_out_yet_asks_for_a_person() -> None:
    found = part(agreed(), "Stages and prerequisites agreed")
    assert line(found, "Approving updates").split(" | ")[2] == "person to be named"
