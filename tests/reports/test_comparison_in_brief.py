"""The comparison says each thing once and in a few lines; all that is known comes when it is asked for."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from maturity.reports.criteria import bound, owner_of
from maturity.reports.outline import text
from maturity.results.build import results
from questionnaires.words import FindingKind, Priority
from tests.given.builders import compared, voices
from tests.given.example_results import example_results

TODAY: Final = dt.date(2026, 11, 21)
ROOMY: Final = 100


def joined(written: str) -> str:
    return " ".join(written.split())


def test_the_comparison_of_the_examples_is_of_a_length_that_people_read() -> None:
    assert len(text(example_results(), TODAY, width=ROOMY).splitlines()) <= 430
    assert len(text(example_results(), TODAY, width=ROOMY, whole=True).splitlines()) > 1500


def test_no_criterion_threshold_or_owner_is_left_out() -> None:
    found = example_results()
    written = joined(text(found, TODAY).partition("What the pilot has to show")[2])
    assert found.criterion
    for item in found.criterion:
        threshold, owner = re.escape(f"{item.title} – {bound(item)} –"), re.escape(f"owner {owner_of(item)}")
        assert re.search(f"{threshold}.{{0,20}}{owner}", written), item.title
        is_must = item.priority is Priority.MUST and not item.conflict
        assert (item.statement in written) is is_must, item.title


def test_no_reason_of_the_agenda_is_left_out_nor_what_hangs_on_it_nor_what_would_change_it() -> None:
    found = example_results()
    written = joined(text(found, TODAY))
    assert found.agenda
    for entry in found.agenda:
        for said in (entry.reason, entry.leverage_says, entry.fragile):
            assert said
            assert joined(said) in written


def test_entries_have_the_number_of_their_place_on_the_whole_agenda() -> None:
    found = example_results()
    agenda = text(found, TODAY).partition("What to discuss")[2].partition("What the pilot has to show")[0]
    numbered = re.findall(r"^ {1,3}(\d+)\. (.+?)  \(", agenda, re.MULTILINE)
    assert [(int(number), title) for number, title in numbered] == [
        (place, entry.title) for place, entry in enumerate(found.agenda, start=1)
    ]


def test_detail_is_there_when_it_is_asked_for_and_not_before() -> None:
    brief, whole = (text(example_results(), TODAY, whole=is_whole) for is_whole in (False, True))
    for detail in ("  Measure   ", "  Trap      ", "What the need rests on", "No longer asked for"):
        assert detail not in brief
        assert detail in whole
    assert "`maturity compare --criteria`" in joined(brief)
    assert "--criteria" not in whole


def test_two_teams_that_alone_can_be_compared_are_said_to_differ() -> None:
    everybody = voices("risk.attitude", position={"endpoint": 1, "security": 1, "operations": 1})
    pair = voices("risk.soak", position={"endpoint": 1, "security": 5})
    written = joined(text(results(compared([*everybody, *pair]), ()), TODAY))
    said = "Endpoint and Security differ on “Days of watching”: only these two can be compared there"
    assert f"{said}, so both count as apart." in written


def test_three_teams_of_which_one_stands_apart_are_no_pair() -> None:
    people = voices("risk.attitude", position={"endpoint": 1, "security": 5, "operations": 1})
    assert "differ on" not in text(results(compared(people), ()), TODAY)


def test_an_offer_that_is_not_known_is_named_where_another_finding_leads() -> None:
    sentence = "What the service offers here is not clear from its documentation."
    entries = {entry.question: entry for entry in example_results().agenda}
    unknown = [
        item.id
        for item in example_results().question
        if any(finding.kind is FindingKind.OFFER_UNKNOWN for finding in item.findings) and item.id in entries
    ]
    assert unknown
    assert all(sentence in entries[question].reason for question in unknown)


def test_the_verdict_on_a_prerequisite_that_most_do_not_know_is_that_it_is_unknown() -> None:
    (item,) = [one for one in example_results().question if one.title == "Network endpoints"]
    assert {FindingKind.PREREQUISITE_PARTLY, FindingKind.UNKNOWN} <= {finding.kind for finding in item.findings}
    assert item.verdict is not None
    assert item.verdict.says == "mostly unknown"
