"""What a report says of decisions: what, by whom, when, what is overdue, and which thresholds and owners are theirs."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from maturity.reports.agreement import agreement
from maturity.reports.blocks import Block, Document, Item, Named, Table
from maturity.reports.decided import coming, overdue
from maturity.reports.decisions import in_room, said_on
from maturity.reports.document import document
from maturity.reports.document_next import steps
from maturity.reports.headline import headline, headline_in_short
from maturity.reports.outline import text
from maturity.reports.verdict import verdict
from maturity.results.values import AgendaClass
from questionnaires import builtin
from questionnaires.decisions import State
from tests.given.agreed import LATE, REVIEW, SOON, agreed_results, decisions, results_with
from tests.given.decisions import decide
from tests.given.example_results import example_results
from tests.reports.test_agreement import line, lines, part, words

NOW = dt.datetime(2026, 11, 28, 16, 42, tzinfo=dt.UTC)
AFTER = dt.datetime(2027, 3, 1, 9, 0, tzinfo=dt.UTC)


@cache
def report(moment: dt.datetime = NOW, *, brief: bool = False) -> Document:
    return document(agreed_results(), moment, "0", brief=brief)


def numbered(made: Document, title: str) -> list[str]:
    """The lines of a part whose title follows its number."""
    found = next(one for one in made.parts if one.title.endswith(f". {title}"))
    return [line for block in found.blocks if not isinstance(block, Item) for line in _lines(block)]


def _lines(block: Block) -> list[str]:
    says = getattr(block, "says", None)
    if says is not None:
        return [says]
    if isinstance(block, Table):
        return [" | ".join(words(cell) for cell in row) for row in block.rows]
    return [words(entry) for entry in getattr(block, "entries", ())] or [words(getattr(block, "words", ()))]


def test_without_decisions_no_report_has_a_word_on_them() -> None:
    for brief in (True, False):
        made = document(example_results(), NOW, "0", brief=brief)
        assert not {"decided", "agreement"} & {one.anchor for one in made.parts}
        said = text(example_results(), NOW.date(), brief=brief)
        assert not [one for one in ("What was decided", "Settled (", "Parked (", ", decided", "Of 25") if one in said]


@pytest.mark.parametrize("brief", [True, False])
def test_what_was_decided_stands_behind_the_first_page_with_who_and_when_and_who_objected(brief: bool) -> None:
    said = numbered(report(brief=brief), "What was decided")
    assert said[0] == (
        "Of 25 questions to discuss: 10 settled (1 by a decision on another question), 2 parked and 13 open. "
        "On record: 10 decided, 2 parked and 1 proposed, on 13 questions."
    )
    assert (
        "Calling a stop: Operations, deputy Endpoint (2026-11-27, Anna Berg; "
        "Operations, Security and Architecture agreed; "
        "Endpoint objected; review by 2027-02-26)." in said
    )
    assert "Holding back the next ring: Try one ring – Jo Klein, by 2026-12-10." in said
    assert said[-1] == "Proposed, not decided: Watching an update for harm: Operations."


@pytest.mark.parametrize("brief", [True, False])
def test_the_text_says_the_same(brief: bool) -> None:
    said = " ".join(text(agreed_results(), NOW.date(), brief=brief).split())
    assert "Calling a stop: Operations, deputy Endpoint (2026-11-27, Anna Berg; Operations, Security and" in said
    assert f"Next on {SOON}: “Holding back the next ring” (Jo Klein)" in said
    assert "Overdue" not in said
    assert "Pause drill: we can stop a rollout – at most 12 hours, decided – owner Operations, decided" in said


@pytest.mark.parametrize("brief", [True, False])
def test_what_is_past_its_day_is_overdue_on_the_first_page_and_in_the_text(brief: bool) -> None:
    (first, *_) = lines(part(report(AFTER, brief=brief), "Next"))
    assert first.startswith(f"Overdue on {LATE}: “Holding back the next ring” (Jo Klein) by {SOON}; ")
    assert f"Overdue on {LATE}:" in text(agreed_results(), LATE, brief=brief)
    assert not line(part(report(brief=brief), "Next"), "Settle").startswith("Overdue")


def test_what_is_due_on_the_day_itself_is_next_and_not_overdue() -> None:
    assert (overdue(agreed_results(), SOON), coming(agreed_results(), SOON).partition(":")[0]) == ("", str(SOON))
    after = SOON + dt.timedelta(days=1)
    assert overdue(agreed_results(), after).startswith("“Holding back the next ring” (Jo Klein)")
    assert coming(agreed_results(), after).startswith(f"{REVIEW}: ")
    assert coming(agreed_results(), LATE) == "2027-11-30: “Approving updates” (to be done)"
    assert coming(agreed_results(), dt.date(2027, 12, 1)) == ""


def test_of_what_is_parked_every_page_says_that_its_step_is_done() -> None:
    found = agreed_results()
    plan = tuple(one.model_copy(update={"state": State.DONE}) if one.decision == "hold1" else one for one in found.plan)
    done = found.model_copy(update={"plan": plan})
    row = f"{SOON}, step done: decide it now"
    brief = " ".join(text(done, NOW.date()).split())
    assert f"Holding back the next ring: Try one ring – Jo Klein, by {row}." in brief
    page = agreement(done, NOW, "0")
    (parked,) = [
        one for found in page.parts if found.title == "Parked" for one in found.blocks if isinstance(one, Table)
    ]
    assert parked.rows[0][3] == (row,)
    assert "Step done: decide it now." in list(said_on(done, "control.hold_next_ring"))
    assert "Step done: decide it now." not in list(said_on(found, "control.hold_next_ring"))


def test_settled_and_parked_questions_leave_the_agenda_for_lists_of_their_own() -> None:
    said = numbered(report(), "What to discuss")
    assert "Settled (10)" in said
    assert "Parked (2)" in said
    assert line_of(said, "Calling a stop").startswith("Calling a stop: Decided on 2026-11-27 by Anna Berg: Operations")
    assert line_of(said, "Holding back the next ring").startswith("Holding back the next ring: Parked on 2026-11-27")
    items = [one.heading.says for found in report().parts for one in found.blocks if isinstance(one, Item)]
    assert not [one for one in items if one.startswith("Item") and one.endswith(". Calling a stop")]
    assert "Settled (10)" in text(agreed_results(), NOW.date())


def line_of(said: list[str], begins: str) -> str:
    return next(one for one in said if one.startswith(begins))


def test_thresholds_and_owners_of_the_room_are_told_from_those_of_the_answers() -> None:
    (table,) = (
        one
        for one in part(report(), "What the pilot has to show, and who answers for it").blocks
        if isinstance(one, Table)
    )
    rows = {words(row[0]): (words(row[2]), words(row[4])) for row in table.rows}
    assert rows["Pause drill: we can stop a rollout"] == ("at most 12 hours, decided", "OPS, decided")
    assert rows["Few devices are not ready"] == ("at most 3 %", "END")


def test_the_verdict_and_the_headline_count_decisions() -> None:
    assert verdict(agreed_results()) == "Not yet: by the answers and decisions the pilot may neither start nor end."
    assert headline(agreed_results()).startswith("No urgent disagreement is open on the 40 of 42 questions")
    assert headline(agreed_results()).endswith(
        "Of 25 questions to discuss: 10 settled (1 by a decision on another question), 2 parked and 13 open."
    )
    assert "are settled or parked" in lines(part(report(), "What must be decided"))[0]


def test_evidence_that_is_a_page_names_what_writes_it_once_something_is_decided() -> None:
    evidence = {
        one.heading.says: words(dict(block.entries)["Evidence"])
        for found in report().parts
        for one in found.blocks
        if isinstance(one, Item)
        for block in one.blocks
        if isinstance(block, Named) and "Evidence" in dict(block.entries)
    }
    assert evidence["Go or hold by a written rule"].endswith(
        "“maturity agreement” writes what was decided of it on a page to sign."
    )
    assert "maturity agreement" not in evidence["Pause drill: we can stop a rollout"]
    assert not [one for one in example_results().criterion if one.page_says]


def test_a_class_of_the_agenda_says_how_many_are_due_before_the_time_that_it_names() -> None:
    said = numbered(document(example_results(), NOW, "0"), "What to discuss")
    found = {one.partition("  ")[0]: one for one in said if one[:3] in ("A  ", "B  ", "C  ")}
    assert found["A"] == "A  Settle first (7)"
    assert found["B"] == "B  Settle during the pilot (10, 1 of them before the pilot starts)"
    assert found["C"].startswith("C  Settle when time allows (8, ")
    assert [one for one in said if one.startswith("A class says how urgent a question is by itself.")]


def test_a_later_decision_takes_the_place_of_an_earlier_one_in_the_report() -> None:
    again = decide(
        "stop9", "ownership.customer_pause", owner="endpoint", on=builtin(), supersedes=("stop1",), review_by=REVIEW
    )
    found = results_with((*decisions(), again))
    said = numbered(document(found, NOW, "0"), "What was decided")
    assert line_of(said, "Calling a stop").startswith("Calling a stop: Endpoint (2026-11-27, Anna Berg; review by")


def test_the_whole_report_holds_the_agreement_without_its_lines_to_sign() -> None:
    said = numbered(report(), "The agreement")
    for title in ("When something breaks", "Who owns what", "Objections", "Parked", "When we look again"):
        assert title in said
    assert not [one for one in said if one.startswith("Service desk | ")]
    assert "The agreement" not in [one.title.partition(". ")[2] for one in report(brief=True).parts]


def test_a_team_without_a_common_position_is_still_named_where_it_was_settled_and_is_not_one_more_to_settle() -> None:
    entry = decide("button1", "risk_appetite.release_button", option=2, on=builtin())
    found = results_with((entry,))
    assert "and 1 on which a team has no common position" in headline(example_results())
    assert "no common position" not in headline(found)
    said = text(found, NOW.date(), brief=False)
    assert "Teams that first have to agree among themselves (1)" in said
    assert "Settled on 2026-11-27." in said


def test_one_line_counts_as_parked_what_the_agenda_lists_as_parked() -> None:
    results = agreed_results()
    listed = next(len(questions) for title, _, questions in in_room(results) if title.startswith("Parked"))
    assert f", {listed} parked (of " in headline_in_short(results)


def test_nothing_is_called_first_where_nothing_is_urgent() -> None:
    results = example_results()
    calm = tuple(entry for entry in results.agenda if entry.urgency is not AgendaClass.A)
    said = [words(step) for step in steps(results.model_copy(update={"agenda": calm}), NOW.date())]
    assert any(one.startswith("Settle with the teams next, none of it urgent: 1. ") for one in said)
    assert any(words(step).startswith("Settle with the teams first: 1. ") for step in steps(results, NOW.date()))
