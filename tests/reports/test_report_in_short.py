"""The first page of the report, and what explains it to somebody who has seen nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

import pytest

from maturity.reports.criteria import WIDTH, bound, criterion_rows, wrapped
from maturity.reports.glossary import GLOSSARY
from maturity.reports.outline import text
from maturity.results.build import results
from maturity.results.criteria import CriterionResults, SourceResults
from maturity.results.model import Results
from maturity.results.values import AgendaClass
from questionnaires import Answer, Choice, Questionnaire, Response
from questionnaires.words import Depth
from scoring import recommend
from scoring.wording.findings import FINDING_WORDS
from tests.given.builders import compared, criterion, respond, small, voices, voices_to
from tests.given.example_results import example_results

TODAY: Final = dt.date(2026, 11, 21)
TERM: Final = """
[[term]]
id = "ring"
word = "Ring"
meaning = "A group of devices."
"""
LAPSED: Final = """
[[lapsed]]
id = "tool"
title = "The tool"
reason = "It is gone."
sources = ["page"]
"""


def results_of(responses: Iterable[Response], questionnaire: Questionnaire | None = None) -> Results:
    comparison = compared(responses, questionnaire)
    return results(comparison, recommend(comparison))


def part(found: Results, heading: str) -> str:
    """The text below a heading, its lines joined."""
    below = text(found, TODAY).partition(f"\n{heading}\n{'=' * len(heading)}\n")[2]
    lines: list[str] = []
    for line in below.splitlines():
        if line and set(line) == {"="}:
            lines.pop()
            break
        lines.append(line)
    return " ".join(" ".join(lines).split())


def test_everything_urgent_and_every_must_of_the_pilot_is_on_the_first_page() -> None:
    found = example_results()
    page = part(found, "In short")
    assert found.agenda
    assert found.criterion
    for entry in found.agenda:
        assert (f". {entry.title} – " in page) is (entry.urgency == "A"), entry.title
    for item in found.criterion:
        line = f". {item.title} – {bound(item)} – owner {item.owner}"
        is_shown = item.gate == "leave_pilot" and item.priority == "must" and not item.conflict
        assert (line in page) is is_shown, item.title


def test_the_first_page_says_what_is_the_matter_with_a_question() -> None:
    orphan = voices("ownership.pause", owner={"endpoint": "nobody", "security": "network"})
    assert "1. Pausing – no owner" in part(results_of(orphan), "In short")


def test_without_anything_urgent_the_first_page_names_the_musts_alone() -> None:
    questionnaire = small(criterion("stop"))
    same = voices_to(questionnaire, "risk.soak", position={"endpoint": 1, "security": 1})
    page = part(results_of(same, questionnaire), "In short")
    assert page == "To end the pilot, show these: 1. A criterion – at most 24 hours – owner Sponsor"


def test_brief_is_the_opening_the_first_page_and_who_answered() -> None:
    found = example_results()
    brief, whole = text(found, TODAY, brief=True), text(found, TODAY, whole=True)
    urgent = [entry.reason for entry in found.agenda if entry.urgency is AgendaClass.A]
    reasons = [line for reason in urgent for line in wrapped(reason, WIDTH, " " * 6)]
    lines = brief.splitlines()
    assert [line for line in lines if line in reasons] == reasons
    following = iter(whole.splitlines())
    assert all(line in following for line in lines if line and line not in reasons)
    assert "In short" in brief
    assert "answers given" in brief
    assert "  Words  " not in brief


@pytest.mark.parametrize(
    ("owner", "named"),
    [
        ({"endpoint": "network", "operations": "network"}, "Network"),
        ({"endpoint": "security", "operations": "security"}, "Security"),
    ],
)
def test_who_is_named_but_has_not_answered_is_asked_to(owner: dict[str, str], named: str) -> None:
    page = part(results_of(voices("ownership.pause", owner=owner)), "In short")
    assert page.endswith(f"Named as owners, but not heard yet: {named}. Ask them to answer.")


def test_a_team_that_answered_something_else_has_been_heard() -> None:
    named = voices("ownership.pause", owner={"endpoint": "network", "operations": "network"})
    found = results_of([*named, respond("network", {"risk.attitude": Answer(position=1)})])
    assert "not heard yet" not in part(found, "In short")


@pytest.mark.parametrize(
    ("said", "but"),
    [
        ("dont_know", "answered don't know"),
        ("not_applicable", "answered not applicable"),
        (["dont_know", "not_applicable"], "answered don't know or not applicable"),
        (None, "left it open"),
    ],
)
def test_who_is_named_and_answered_without_saying_so_has_own_words(
    said: Choice | list[Choice] | None, but: str
) -> None:
    named = {"endpoint": "network", "operations": "network"}
    people = voices("ownership.pause", owner=named) + voices("ownership.deploy", owner=named)
    people.append(respond("network", {"risk.attitude": Answer(position=1)}))
    if said is not None:
        people += voices("ownership.pause", owner={"network": said}) + voices(
            "ownership.deploy", owner={"network": said}
        )
    page = part(results_of(people), "In short")
    assert page.endswith(f"Named as owners, but {but}: Network (2 tasks).")


def test_who_was_not_asked_is_not_said_to_have_left_it_open() -> None:
    named = voices("ownership.marked", owner={"endpoint": "network", "operations": "network"})
    core = respond("network", {"risk.attitude": Answer(position=1)}, depth=Depth.CORE)
    assert part(results_of([*named, core]), "In short").endswith(
        "Named as owners, but were not asked: Network (1 task)."
    )


def test_results_of_an_earlier_version_still_name_who_has_not_been_heard() -> None:
    found = results_of(voices("ownership.pause", owner={"endpoint": "network", "operations": "network"}))
    earlier = [one.model_copy(update={"absent": {}}) for one in found.question]
    page = part(found.model_copy(update={"question": tuple(earlier)}), "In short")
    assert page.endswith("Named as owners, but not heard yet: Network. Ask them to answer.")


def test_a_team_that_opened_its_file_and_said_nothing_has_not_been_heard() -> None:
    named = voices("ownership.pause", owner={"endpoint": "network", "operations": "network"})
    found = results_of([*named, respond("network", {})])
    assert "not heard yet: Network." in part(found, "In short")


def test_no_word_is_explained_before_a_text_that_does_not_use_it() -> None:
    assert "What the words mean" not in text(example_results(), TODAY)
    assert "Ring:" not in text(results_of([], small(TERM)), TODAY)


@pytest.mark.parametrize(
    "word",
    ["contested", "unaware owner", "no owner", "split", "left to the service", "blocker", "comfort", "exposed"],
)
def test_a_finding_that_needs_explaining_is_explained_by_the_name_it_has(word: str) -> None:
    assert word in FINDING_WORDS.values()
    assert any(word in words.lower() for words, _ in GLOSSARY)


def test_an_entry_says_on_how_many_answers_it_rests_and_which_teams_want_it_discussed() -> None:
    people = [
        respond(team, {"risk.attitude": Answer(position=said, flag=flag)}, respondent=f"{team}{place}")
        for place, (team, said, flag) in enumerate(
            [("endpoint", 0, True), ("endpoint", 0, True), ("operations", 0, False), ("security", 5, True)]
        )
    ]
    found = results_of(people)
    assert (
        "1. Attitude (Risk; high impact, hard to take back; 1 to 2 answers a team) [flagged by Endpoint and Security]"
        " Far apart: 5 steps between Endpoint and Operations (0 “Zero”) and Security (5 “Five”)."
    ) in " ".join(text(found, TODAY, whole=True).split())
    (entry,) = found.agenda
    assert (entry.evidence, entry.flags) == ("single voice", 3)


def test_what_one_answer_would_make_of_a_criterion_stands_in_a_row_of_its_own() -> None:
    questionnaire = small(criterion("stop", owner='{ task = "ownership.pause" }'))
    people = voices_to(questionnaire, "ownership.pause", owner={"endpoint": "endpoint"})
    (item,) = results_of(people, questionnaire).criterion
    assert [content for name, content in criterion_rows(item, TODAY) if name == "Changes"] == [
        "If Endpoint named Operations instead of itself on “Pausing”, the owner would read “Operations”."
    ]


def test_what_is_no_longer_asked_for_is_listed_with_the_reason() -> None:
    written = text(results_of([], small(LAPSED)), TODAY, whole=True)
    assert "No longer asked for\n===================\n\n  - The tool: It is gone.\n" in written
    assert "No longer asked for" not in text(results_of([]), TODAY, whole=True)


def sources(item: CriterionResults, today: dt.date) -> list[str]:
    return [content for name, content in criterion_rows(item, today) if name == "Source"]


def test_a_criterion_names_its_sources_with_their_dates() -> None:
    item = results_of([], small(criterion("stop"))).criterion[0]
    assert sources(item, TODAY) == ["A page, 2026-01-01, checked 2026-11-21"]
    later = TODAY + dt.timedelta(days=181)
    assert sources(item, later) == ["A page, 2026-01-01, checked 2026-11-21: may be out of date"]


def test_a_source_without_a_date_and_our_own_judgement_say_so() -> None:
    named = (
        SourceResults(title="A page", place="here", checked=TODAY),
        SourceResults(title="Ours", place="-", ours=True),
    )
    item = example_results().criterion[0].model_copy(update={"source": named})
    assert sources(item, TODAY) == ["A page, undated, checked 2026-11-21", "judgement of the questionnaire's authors"]


def test_the_results_carry_what_the_text_needs_of_the_questionnaire() -> None:
    questionnaire = small(TERM + LAPSED)
    head = results_of([], questionnaire).questionnaire
    assert head.teams == {team.id: team.label for team in questionnaire.teams}
    assert (head.terms, head.lapsed) == ({"Ring": "A group of devices."}, {"The tool": "It is gone."})


def test_files_that_were_left_out_are_in_the_results_in_order() -> None:
    comparison = compared([])
    assert results(comparison, ()).left_out.files == ()
    assert results(comparison, (), ["file b", "file a"]).left_out.files == ("file a", "file b")
