"""What the first page of a report says, held against the results, and that nobody is named in any format."""

from __future__ import annotations

import datetime as dt

import pytest

from maturity.reports.blocks import Document, Item, Part, Table
from maturity.reports.document import document
from maturity.reports.document_front import MOST_DECISIONS, verdict
from maturity.reports.nameless import nameless
from maturity.reports.outline import text
from maturity.reports.writing import BEGINNINGS, report_bytes
from maturity.results.build import results
from maturity.results.model import Results
from maturity.results.values import AgendaClass
from questionnaires import Answer
from questionnaires.words import Gate, Priority
from tests.given.builders import compared, respond
from tests.given.example_results import example_results
from tests.given.written_files import everything

MOMENT = dt.datetime(2026, 11, 27, 16, 42, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def made(results: Results) -> Document:
    return document(results, MOMENT, "1.2.3")


def part(results: Results, anchor: str) -> Part:
    return next(one for one in made(results).parts if one.anchor == anchor)


def words(part: Part) -> str:
    return repr(part)


def test_without_figures_the_verdict_counts_the_musts_that_the_answers_fail() -> None:
    results = example_results()
    musts = [one for one in results.criterion if one.priority is Priority.MUST and one.gate is Gate.LEAVE_PILOT]
    failing = [one for one in musts if one.computed and not one.computed.passes]
    rest = [one for one in musts if not one.computed]
    assert verdict(results).startswith(f"Not yet: {len(failing)} of {len(musts)} musts are counted")
    assert f"the other {len(rest)}." in verdict(results)


def test_with_figures_the_verdict_is_that_of_the_gate() -> None:
    found = everything().results()
    assert found.gate is not None
    assert verdict(found) == found.gate.says


def test_without_answers_that_fail_nothing_is_known() -> None:
    alone = results(compared([respond("endpoint", {"risk.soak": Answer(position=2)})]), ())
    assert verdict(alone) == "Not known yet: no figures of the pilot were given."
    assert "Only one team has answered" in words(part(alone, "verdict"))


def test_at_most_ten_decisions_stand_on_the_first_page_and_the_rest_is_counted() -> None:
    found = example_results()
    entries = [entry.model_copy(update={"urgency": AgendaClass.A}) for entry in found.agenda]
    many = part(found.model_copy(update={"agenda": tuple(entries)}), "decide")
    (table,) = [block for block in many.blocks if isinstance(block, Table)]
    assert len(table.rows) == MOST_DECISIONS
    assert f"{len(entries) - MOST_DECISIONS} more questions are to settle first" in words(many)


def test_every_entry_of_the_agenda_is_an_item_with_lines_to_write() -> None:
    found = example_results()
    items = [block for block in part(found, "discuss").blocks if isinstance(block, Item)]
    assert [item.heading.says for item in items] == [
        f"{place}. {entry.title}" for place, entry in enumerate(found.agenda, start=1)
    ]
    assert all("'Decision', 'Owner', 'Review by'" in repr(item) for item in items)


def test_the_report_says_what_it_rests_on_and_when_it_was_written() -> None:
    found = example_results()
    said = words(part(found, "rests-on"))
    asked = found.questionnaire
    for expected in (asked.version, asked.fingerprint, "Endpoint 3", "27 November 2026, 16:42 (UTC+01:00)", "1.2.3"):
        assert expected in said


def test_what_is_left_out_is_counted() -> None:
    found = example_results()
    left = found.left_out.model_copy(update={"files": ("response 12ab",), "unknown": {"x.y": 2}})
    assert "1 file and 2 answers, which could not be used" in words(
        part(found.model_copy(update={"left_out": left}), "rests-on")
    )


def test_what_changed_since_the_round_before_is_said() -> None:
    assert "Since round 1" in words(part(everything().results(), "changed"))
    assert "No other round was set beside this one." in words(part(example_results(), "changed"))


@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_nobody_is_named(suffix: str) -> None:
    found = everything().results()
    owned = found.model_copy(
        update={"criterion": tuple(one.model_copy(update={"owner_name": "Robin Roe"}) for one in found.criterion)}
    )
    written = report_bytes(owned, suffix, MOMENT).decode()
    assert "Kim" in text(owned, MOMENT.date())
    for name in ("Kim", "Sam", "Robin"):
        assert name not in written


def test_the_text_is_what_compare_prints() -> None:
    found = example_results()
    assert report_bytes(found, ".txt", MOMENT).decode() == text(found, MOMENT.date())
    assert nameless(found) == found


def test_the_places_of_figures_may_be_hosts_and_paths_and_are_left_out() -> None:
    gate = nameless(everything().results()).gate
    assert gate is not None
    assert [figure.report for verdict in gate.verdict for figure in verdict.figure] == [None] * sum(
        len(verdict.figure) for verdict in gate.verdict
    )


@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_a_report_is_known_by_its_first_bytes(suffix: str) -> None:
    assert BEGINNINGS[suffix].match(report_bytes(example_results(), suffix, MOMENT)[:4096])


def test_results_of_nobody_make_a_report_that_says_so() -> None:
    for people in ([], [respond("endpoint", {})]):
        assert report_bytes(results(compared(people), ()), ".html", MOMENT)


def test_the_appendix_tells_whoever_was_not_asked_from_whoever_has_not_answered() -> None:
    found = example_results()
    tables = [block for block in part(found, "questions").blocks if isinstance(block, Table)]
    rows = {anchor: row for table in tables for anchor, row in zip(table.anchors, table.rows, strict=True)}
    for item in found.question:
        for team, (cell,) in zip(found.team, rows[f"q-{item.id.replace('.', '-')}"][2:], strict=True):
            entries = [entry for _, entry in item.answers_of(team.id)]
            if not entries:
                assert cell == "not asked"
            elif all(entry.unanswered and not entry.answered + entry.dont_know for entry in entries):
                assert cell == "no answer"
            else:
                assert cell == item.answers[team.id]
