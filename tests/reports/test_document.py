"""What the first page of a report says, held against the results, and that nobody is named in any format."""

from __future__ import annotations

import datetime as dt

import pytest

from maturity.reports.blocks import Bullets, Document, Item, Named, Paragraph, Part, Table
from maturity.reports.document import document
from maturity.reports.document_front import MOST_DECISIONS
from maturity.reports.nameless import nameless
from maturity.reports.outline import text
from maturity.reports.verdict import verdict
from maturity.reports.writing import BEGINNINGS, report_bytes
from maturity.results.build import results
from maturity.results.head import AskedResults
from maturity.results.model import Results
from maturity.results.values import AgendaClass, Origin
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
    assert verdict(results) == "Not yet: by the answers the pilot may neither start nor end."
    said = words(part(results, "verdict"))
    assert f"{len(failing)} of {len(musts)} musts fail by the answers, {len(rest)} are not measured" in said
    assert "Before the pilot starts: '), '0 of 1 must passes. '" in said


def test_with_figures_the_verdict_is_that_of_the_gate() -> None:
    found = everything().results()
    assert found.gate is not None
    assert verdict(found) == found.gate.says
    counts = found.gate.musts
    said = words(part(found, "verdict"))
    assert (f"{counts.passed} of " in said) == bool(counts.passed)
    assert "which is expected" not in said


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
        f"Item {place}. {entry.title}" for place, entry in enumerate(found.agenda, start=1)
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
    alone = everything().results().model_copy(update={"movement": None})
    assert "No other round was set beside this one." in words(part(alone, "changed"))
    assert "changed" not in [one.anchor for one in document(example_results(), MOMENT, "0").parts]


@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_nobody_is_named_but_those_who_signed_figures_and_waivers(suffix: str) -> None:
    found = everything().results()
    owned = found.model_copy(
        update={"criterion": tuple(one.model_copy(update={"owner_name": "Robin Roe"}) for one in found.criterion)}
    )
    written = report_bytes(owned, suffix, MOMENT).decode()
    assert "Robin" in text(owned, MOMENT.date())
    assert "Robin" not in written
    assert "signed by Kim" in " ".join(written.split())


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
                assert cell not in ("not asked", "no answer")


def test_teams_of_mostly_one_person_are_cautioned_against() -> None:
    assert "3 of 4 teams are one person each" in words(part(example_results(), "verdict"))
    both = [respond(team, {"risk.soak": Answer(position=2)}) for team in ("endpoint", "endpoint", "security")]
    assert "Caution" not in words(part(results(compared(both), ()), "verdict"))


def test_what_to_do_next_follows_from_the_results() -> None:
    found = example_results()
    asked, settled, early, confirmed = lines(found)
    assert "Service desk and Application owners, named as owners but not heard" in asked
    assert all(entry.title in settled for entry in found.agenda[:3])
    assert "(all 4 teams: END OPS SEC ARC)" in settled
    assert "Network endpoints" in early
    assert "7 of the 12 thresholds below" in confirmed


def test_with_nothing_open_nothing_is_next() -> None:
    found = example_results()
    done = found.model_copy(update={"agenda": (), "criterion": (), "question": (), "questionnaire": heard(found)})
    assert lines(done) == ["('Nothing is open.',)"]


def heard(results: Results) -> AskedResults:
    teams = {team.id: team.name for team in results.team}
    return results.questionnaire.model_copy(update={"teams": teams})


def lines(results: Results) -> list[str]:
    (bullets,) = part(results, "next").blocks
    assert isinstance(bullets, Bullets)
    return [repr(entry) for entry in bullets.entries]


def test_the_musts_stand_in_one_table_gate_by_gate_with_thresholds_of_ours_marked() -> None:
    found = example_results()
    (table,) = [block for block in part(found, "missing").blocks if isinstance(block, Table)]
    musts = [one for one in found.criterion if one.priority is Priority.MUST]
    shown = [one for one in musts if one.gate in (Gate.START_PILOT, Gate.LEAVE_PILOT)]
    assert len(table.rows) == len(shown)
    gates = [str(row[1][0]) for row in table.rows]
    assert gates == ["to start"] * gates.count("to start") + ["to end"] * gates.count("to end")
    ours = [one for one in shown if one.threshold_origin is Origin.DEFAULT_OURS]
    assert sum(str(row[2][0]).endswith(" *") for row in table.rows) == len(ours)
    assert "to be agreed: END or OPS" in repr(table)


def test_what_hangs_on_the_start_of_the_pilot_says_so_first() -> None:
    found = example_results()
    items = {item.heading.says: item for item in part(found, "discuss").blocks if isinstance(item, Item)}
    begins = {title for title, item in items.items() if repr(item.blocks[0]).count("Settle before the pilot starts")}
    assert "Item 22. Network endpoints" in begins
    assert "Item 1. Reading the update reports" not in begins


def test_limits_that_exclude_each_other_are_said_once_near_the_top_of_both_items() -> None:
    found = example_results()
    items = [item for item in part(found, "discuss").blocks if isinstance(item, Item)]
    tied = [item for item in items if "Conflict of limits" in repr(item.blocks[1])]
    says = next(one.conflict_says[0] for one in found.criterion if one.conflict)
    assert [says in repr(item.blocks[1]) for item in tied] == [True, True]
    paragraphs = [block for item in tied for block in item.blocks if isinstance(block, Paragraph)]
    assert not any("Cannot hold together with" in repr(block) for block in paragraphs)


def test_the_words_stand_by_the_alphabet_and_the_parts_are_numbered() -> None:
    found = example_results()
    (named,) = part(found, "words").blocks
    assert isinstance(named, Named)
    shown = [str(word).casefold() for word, _ in named.entries]
    assert shown == sorted(shown)
    whole = made(found)
    rest = whole.parts[whole.on_first_page :]
    assert [one.title.partition(". ")[0] for one in rest] == [str(number) for number in range(1, len(rest) + 1)]
