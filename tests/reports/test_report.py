"""The comparison as text: complete, within its width, and in plain words."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import Any, Final

import pytest
from syrupy.assertion import SnapshotAssertion

from maturity.reports.criteria import WIDTH, bound, criterion_rows
from maturity.reports.headline import headline
from maturity.reports.outline import CLASSES, GATES, text
from maturity.results.build import results
from maturity.results.criteria import CriterionResults
from maturity.results.model import read_results
from maturity.results.values import AgendaClass
from questionnaires import Answer
from questionnaires.words import Direction, Gate, Priority
from scoring import recommend
from tests.given.builders import compared, respond, voices
from tests.given.example_results import example_document, example_results
from tests.given.snapshots import TextSnapshot

TODAY: Final = dt.date(2026, 11, 21)


def too_long(written: str, width: int = WIDTH) -> list[str]:
    """Lines over the width that are not one word that cannot be broken."""
    return [line for line in written.splitlines() if len(line) > width and len(line.split()) > 1]


def stretched(value: Any) -> Any:
    """A document with every title and name of a team as long as a questionnaire may make it."""
    if isinstance(value, dict):
        limits = {"title": 40, "name": 20}
        return {
            key: (item + " in so many words" * 3)[: limits[key]].rstrip()
            if key in limits and isinstance(item, str)
            else item
            if key == "facet"  # the names of facets are words of ours
            else stretched(item)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [stretched(item) for item in value]
    return value


def test_the_report_of_the_examples(snapshot: SnapshotAssertion) -> None:
    document = example_document()
    document["made_by"]["maturity"] = "0"
    assert text(read_results(document, "results.toml"), TODAY) == snapshot(extension_class=TextSnapshot)


def test_no_line_of_the_examples_is_wider_than_a_mail() -> None:
    assert not too_long(text(example_results(), TODAY))


def test_no_line_is_wider_however_long_the_titles() -> None:
    document = stretched(example_document())
    document["left_out"] |= {"unknown": {f"risk.gone{n}": 1 for n in range(30)}, "incomparable": {"risk.soak_days": 2}}
    found = read_results(document, "results.toml")
    assert max(len(section.title) for section in found.section) == 40
    assert max(len(team.name) for team in found.team) == 20
    assert not too_long(text(found, TODAY))


@pytest.mark.parametrize("width", [72, 100])
def test_running_text_follows_the_width_asked_for(width: int) -> None:
    criteria = text(example_results(), TODAY, width=width).partition("What the pilot has to show")[2]
    assert not too_long(criteria, width)


def test_no_line_ends_in_a_space_and_the_text_ends_in_a_line() -> None:
    written = text(example_results(), TODAY)
    assert not re.search(r"[ \t]\n", written)
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


def test_every_part_has_its_heading() -> None:
    lines = text(example_results(), TODAY).splitlines()
    headings = [title for title, rule in pairwise(lines) if rule and set(rule) == {"="}]
    wanted = ["Who answered", "Where the teams agree", "What to discuss", "How to read the figures"]
    assert [title for title in headings if title in wanted] == wanted
    assert any("exit criteria" in title for title in headings)


def test_everything_on_the_agenda_and_every_criterion_is_in_the_text() -> None:
    found = example_results()
    written = " ".join(text(found, TODAY, whole=True).split())
    assert found.agenda
    assert found.criterion
    for entry in found.agenda:
        assert f"{entry.title} (" in written
        assert " ".join(entry.reason.split()) in written
    for item in found.criterion:
        for _, content in criterion_rows(item, TODAY):
            assert all(word in written for word in content.split())
        assert item.statement in written


def test_no_key_of_the_program_stands_in_the_text() -> None:
    found = example_results()
    written = text(found, TODAY)
    for word in ("dont_know", "not_applicable", "leave_pilot", "at_least", "far_apart", "None", "in_12_months"):
        assert word not in written
    assert not [question.id for question in found.question if question.id in written]


def test_the_text_depends_on_nothing_but_what_a_file_holds() -> None:
    read = read_results(example_document(), "results.toml")
    assert text(read, TODAY) == text(example_results(), TODAY)


def test_left_out_questions_are_named() -> None:
    document = example_document()
    document["left_out"] = {"files": ["torn.toml"], "unknown": {"risk.gone": 1}, "incomparable": {"risk.changed": 2}}
    written = " ".join(text(read_results(document, "results.toml"), TODAY).split())
    assert "Files that could not be used are left out of everything below: torn.toml." in written
    assert "Answers to questions that this questionnaire does not have were left out: risk.gone." in written
    assert "Questions whose scale has changed since were not compared: risk.changed." in written


def test_an_empty_agenda_says_so() -> None:
    comparison = compared(voices("risk.attitude", position={"endpoint": [1] * 5, "security": [1] * 5}))
    written = text(results(comparison, ()), TODAY)
    assert "Nothing: no question calls for a discussion." in written
    assert "single voice:" not in written
    for title in (*GATES.values(), *CLASSES.values()):
        assert title not in written


def test_the_headline_says_that_one_team_is_not_enough() -> None:
    comparison = compared([respond("endpoint", {"risk.attitude": Answer(position=1)})])
    assert headline(results(comparison, recommend(comparison))).startswith("Only one team has answered")


@pytest.mark.parametrize(
    ("urgent", "musts", "said"),
    [
        (0, 1, ["No urgent disagreement", "1 must "]),
        (0, 2, ["No urgent disagreement", "2 musts "]),
        (1, 0, ["1 question ", "0 musts "]),
        (3, 1, ["3 questions ", "1 must "]),
    ],
)
def test_the_headline_counts_what_is_urgent_and_what_the_pilot_must_show(
    urgent: int, musts: int, said: list[str]
) -> None:
    found = example_results()
    classes = [*[AgendaClass.A] * urgent, AgendaClass.B]
    entries = [found.agenda[0].model_copy(update={"urgency": urgency}) for urgency in classes]
    gates = [("leave_pilot", "must")] * musts + [("leave_pilot", "should"), ("12_months", "must")]
    criteria = [
        found.criterion[0].model_copy(update={"gate": Gate(gate), "priority": Priority(priority), "conflict": ()})
        for gate, priority in gates
    ]
    assert len(found.team) > 1
    changed = found.model_copy(update={"agenda": tuple(entries), "criterion": tuple(criteria)})
    assert all(part in headline(changed) for part in said)


def test_a_criterion_that_moved_to_a_later_gate_says_so() -> None:
    document = example_document()
    item = next(one for one in document["criterion"] if one["priority"] == "must" and not one.get("conflict"))
    item["deferred"], title = True, item["title"]
    written = " ".join(text(read_results(document, "results.toml"), TODAY).split())
    assert f"MUST {title} (next in line: ten musts that always apply come first, to leave the pilot)" in written


def criterion_of(comparison: str, threshold: float, unit: str, one: str | None = None) -> CriterionResults:
    """The first criterion of the examples with another threshold."""
    change = {"comparison": Direction(comparison), "threshold": threshold, "unit": unit, "one": one}
    return example_results().criterion[0].model_copy(update=change)


@pytest.mark.parametrize(
    ("comparison", "value", "unit", "shown"),
    [
        ("at_least", 97, "%", "at least 97 %"),
        ("at_most", 0.5, "hours", "at most 0.5 hours"),
        ("at_least", 100, "%", "all"),
        ("at_least", 100, "devices", "at least 100 devices"),
        ("at_most", 0, "devices", "none at all"),
        ("at_least", 0, "%", "at least 0 %"),
        ("at_most", 1, "hours", "at most 1 hours"),
        ("at_most", 1_000_000, "devices", "at most 1000000 devices"),
        ("at_most", 1_234_567.5, "devices", "at most 1234567.5 devices"),
    ],
)
def test_a_threshold_is_said_in_words(comparison: str, value: float, unit: str, shown: str) -> None:
    assert bound(criterion_of(comparison, value, unit)) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(1, "at most 1 hour"), (2, "at most 2 hours"), (0.5, "at most 0.5 hours")]
)
def test_one_is_said_in_the_singular_where_it_is_known(value: float, shown: str) -> None:
    assert bound(criterion_of("at_most", value, "hours", "hour")) == shown


@pytest.mark.parametrize(("per", "shown"), [(1, "Hours ÷ Drills."), (100, "Hours ÷ Drills × 100.")])
def test_a_share_is_shown_times_a_hundred_and_a_plain_count_is_not(per: int, shown: str) -> None:
    document = example_document()
    document["criterion"][0]["measure"] |= {"numerator": "Hours.", "denominator": "Drills.", "per": per}
    item = read_results(document, "results.toml").criterion[0]
    assert dict(criterion_rows(item, TODAY))["Measure"] == shown
