"""How the report says what hangs on a question, whose answer is missing, and how firm the musts are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

import pytest

from maturity.reports.criteria import criterion_rows
from maturity.reports.firmness import ORDER, ask_first, hanging
from maturity.reports.outline import text
from maturity.results.build import results
from maturity.results.findings import LeverageResults
from maturity.results.model import Results
from scoring import recommend
from tests.given.builders import compared, criterion, small, voices_to
from tests.given.every_kind_of_criterion import PAUSING
from tests.given.example_results import example_results

TODAY: Final = dt.date(2026, 11, 21)
PAUSED: Final = small(criterion("stop", owner=PAUSING))


def found(**owner: str) -> Results:
    comparison = compared(voices_to(PAUSED, "ownership.pause", owner=owner), PAUSED)
    return results(comparison, recommend(comparison))


def joined(written: str) -> str:
    return " ".join(written.split())


def test_an_urgent_question_says_on_the_first_page_what_hangs_on_it() -> None:
    page = joined(text(found(endpoint="endpoint", operations="operations"), TODAY, brief=True))
    assert (
        "Settle these first, with the criteria that hang on each: 1. Pausing – contested – 1 must "
        "Contested: Endpoint and Operations each name themselves. To end"
    ) in page


def test_where_nothing_hangs_on_it_the_first_page_says_no_more_than_before() -> None:
    comparison = compared(
        voices_to(small(), "ownership.pause", owner={"endpoint": "endpoint", "operations": "operations"})
    )
    made = results(comparison, recommend(comparison))
    assert "Settle these first:\n\n   1. Pausing – contested\n" in text(made, TODAY, brief=True)
    assert "No recommended criterion hangs on it." in joined(text(made, TODAY))
    assert [hanging(entry) for entry in made.agenda] == [""]


@pytest.mark.parametrize(
    ("counts", "briefly"),
    [
        ({"owner": 7, "trigger": 1, "musts": 4, "others": 4}, "8 criteria, 4 of them musts"),
        ({"trigger": 2, "musts": 1, "others": 1}, "2 criteria, 1 of them a must"),
        ({"threshold": 1, "trigger": 1, "musts": 2}, "2 musts"),
        ({"owner": 2, "others": 2}, "2 criteria"),
        ({"owner": 1, "trigger": 1, "others": 1}, "1 criterion"),
        ({"trigger": 1, "musts": 1}, "1 must"),
    ],
)
def test_a_line_has_room_for_how_many_criteria_hang_on_it(counts: Mapping[str, int], briefly: str) -> None:
    """A criterion of which a question names the owner and gives the reason counts once among those that hang on it."""
    entry = example_results().agenda[0].model_copy(update={"leverage": LeverageResults.model_validate(counts)})
    assert hanging(entry) == briefly


def test_results_of_an_earlier_version_say_nothing_of_what_hangs_on_an_entry() -> None:
    entry = example_results().agenda[0].model_copy(update={"leverage": None, "leverage_says": None})
    assert hanging(entry) == ""


def test_what_calms_an_entry_stands_without_a_word_on_what_does_not() -> None:
    comparison = compared(voices_to(small(), "risk.attitude", position={"endpoint": [0] * 3, "security": [5] * 3}))
    made = results(comparison, ())
    (entry,) = made.agenda
    assert entry.margin
    assert entry.fragile is None
    _, _, after = text(made, TODAY).partition(f"{entry.title}  (")
    assert "No single answer" not in after.partition("~ It takes more than a step of one answer")[0]


def test_the_agenda_says_what_its_numbers_are_for() -> None:
    assert joined(ORDER) in joined(text(example_results(), TODAY))
    assert joined(ORDER) not in joined(text(found(endpoint="endpoint"), TODAY))


def test_whose_answer_is_missing_most_stands_on_the_first_page() -> None:
    made = found(endpoint="endpoint", security="dont_know")
    page = joined(text(made, TODAY, brief=True))
    assert (
        "Ask first, whose answer is missing most: 1. Ask Security about “Pausing”: its answer would change "
        "0.9 criteria on average (0 to 1, over 7 options)."
    ) in page
    assert ask_first(made) == "Ask first (end of Agenda): Security."


def test_where_no_missing_answer_would_change_anything_nobody_is_asked() -> None:
    made = found(endpoint="endpoint", security="endpoint")
    assert "Ask first, whose" not in text(made, TODAY)
    assert ask_first(made) == ""


def test_a_team_is_named_once_however_many_of_its_answers_are_missing() -> None:
    assert ask_first(example_results()) == ("Ask first (end of Agenda): Service desk, Security and Application owners.")
    twice = example_results().to_ask[:1] * 2
    assert ask_first(example_results().model_copy(update={"to_ask": twice})).startswith(
        "Ask first (end of Agenda): Service desk."
    )


def test_a_must_says_how_firm_it_is_and_a_should_does_not() -> None:
    for item in example_results().criterion:
        firm = [content for name, content in criterion_rows(item, TODAY) if name == "Firm"]
        assert firm == ([item.firm.says] if item.firm else []), item.id


def test_what_was_tried_to_see_how_firm_they_are_is_explained() -> None:
    several, one = (
        joined(text(made, TODAY, whole=True))
        for made in (found(endpoint="endpoint", security="endpoint"), found(endpoint="endpoint"))
    )
    assert "worked out anew in 22 variants. Each team was left out once, and twenty times about one answer" in several
    assert "worked out anew in 20 variants. Twenty times about one answer in five was moved by a step" in one
    assert "worked out anew" not in text(found(), TODAY)
