"""What the room decided, wherever a comparison shows a question or a criterion."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.app.screens.comparison_lists import agenda_entries, criterion_entries
from maturity.app.screens.comparison_things import detail_of
from maturity.app.screens.detail import People
from maturity.app.screens.search_page import SearchPage
from maturity.pictures.agreement import agreement
from maturity.pictures.ownership import ownership
from maturity.reports.outline import text
from maturity.results.model import Results
from tests.given.example_results import example_results
from tests.given.plans import TODAY, asked, results_in, write_plan
from tests.given.rounds import SECOND, handed_in, in_round
from tests.given.written import written

NOBODY = People(None)
SAID = (
    "Decided on 2026-10-20 by Anna Berg: Operations, deputy Endpoint.",
    "To be carried out by 2026-11-10.",
    "To be looked at again by 2026-11-20.",
)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    return results_in(write_plan(tmp_path_factory.mktemp("answers")))


def pane(results: Results, identifier: str) -> str:
    detail = detail_of(results, NOBODY, identifier)
    assert detail is not None
    return written(detail.body())


def test_below_what_is_open_stands_what_was_parked_and_settled(results: Results) -> None:
    said = written(agenda_entries(results, None))
    assert said.index("Attitude") < said.index("Parked with a next step (1)") < said.index("Settled (")
    assert "▷ Taste\n  Parked on 2026-10-20: Look at the rota – Ben, by 2026-12-04." in said
    assert "■ Pausing\n  " + "\n  ".join(SAID) in said
    assert all(one.title in said for one in (*results.agenda, *results.settled, *results.parked))


def test_a_question_says_what_was_decided_above_what_was_found(results: Results) -> None:
    said = pane(results, "question:ownership.pause")
    assert "■ settled in the room\n  " + "\n  ".join(SAID) in said
    assert said.index("Decided on") < said.index("• ")
    assert "▷ parked" in pane(results, "question:risk.taste")
    assert "in the room" not in pane(results, "question:control.release")


def test_a_criterion_says_which_decision_it_follows(results: Results) -> None:
    said = pane(results, "criterion:stop")
    assert f"Decision\n  “Pausing”: {' '.join(SAID)}" in said
    assert "Operations, decided" in written(criterion_entries(results))
    whole = " ".join(text(results, TODAY, whole=True).split())
    assert f"Decision “Pausing”: {' '.join(SAID)}" in whole


def test_the_map_marks_what_is_settled_and_says_so_in_its_legend(results: Results) -> None:
    picture = agreement(results)
    titles = {line.id: line.label for line in picture.rows}
    assert titles["ownership.pause"].startswith("■ ")
    assert titles["risk.taste"].startswith("▷ ")
    assert not titles["control.release"].startswith(("■", "▷"))
    assert [(key.sign, key.says) for key in picture.legend if key.sign in "■▷"] == [
        ("■", "settled in the room"),
        ("▷", "parked"),
    ]
    assert not [key for key in agreement(example_results()).legend if key.sign in "■▷"]


def test_the_map_and_the_owners_show_who_won_in_place_of_what_was_found_before(results: Results) -> None:
    for picture in (agreement(results), ownership(results)):
        (line,) = [line for line in picture.rows if line.id == "ownership.pause"]
        assert (line.squares[0].sign, line.squares[0].says) == ("■", "decided: Operations")
        assert "settled in the room" in {key.says for key in picture.legend}
    assert "contested; decided: Operations" in {row[1] for row in agreement(results).sheet.rows}


def test_the_search_finds_decisions_by_anything_that_was_said(results: Results) -> None:
    found = SearchPage(results, NOBODY).found
    assert [one.entry.id for one in found if "anna berg" in one.words and "deputy" in one.words] == [
        "question:ownership.pause#pause1"
    ]


def test_a_later_round_says_who_answers_otherwise(tmp_path: Path) -> None:
    folder = write_plan(tmp_path / "answers")
    handed_in(folder, [in_round(2, team, said, questionnaire=asked()) for team, said in SECOND.items()])
    said = pane(results_in(folder), "question:ownership.pause")
    assert "Decided on 2026-10-20; in round 2, all 3 teams that answered now answer otherwise" in said


def test_the_text_says_first_whether_the_pilot_may_end_and_what_is_overdue(results: Results) -> None:
    lines = text(results, TODAY, width=200).splitlines()
    assert lines[3] == "Not known yet: no figures of the pilot were given."
    assert "▲ 1 decision is to be reviewed. 1 overdue in the plan. `maturity plan` lists what." in lines
    assert "Not yet: by the answers the pilot may neither start nor end." in text(example_results(), TODAY)
