"""What a need rests on stands wherever the need does: behind a cell, and in the profile of a team."""

from __future__ import annotations

import datetime as dt

from maturity.app.screens.detail import People, question_detail
from maturity.app.screens.profile import ProfileScreen
from maturity.reports.outline import text
from maturity.results.build import results
from maturity.results.profile import profile_of
from questionnaires import Answer
from tests.given.builders import compared, respond, small

RELEASE = "control.release"
NEEDS = {
    "endpoint": [Answer(needed=5, wanted=5, basis="law")],
    "security": [Answer(needed=0, wanted=0), Answer(needed=4, wanted=4, basis="judgement"), Answer(needed=4, wanted=4)],
}
PEOPLE = [
    respond(team, {RELEASE: answer}, respondent=f"{team}{place:02}")
    for team, answers in NEEDS.items()
    for place, answer in enumerate(answers)
]


def test_the_answers_behind_a_cell_say_what_each_teams_need_rests_on() -> None:
    found = results(compared(PEOPLE), ())
    lines = [str(part) for part in question_detail(found, People(None), found.question_by_id[RELEASE]).parts]
    endpoint, security = (lines.index(name) for name in ("END Endpoint", "SEC Security"))
    assert lines[endpoint + 2] == "    by law"
    assert lines[security + 2] == "    needs of 4 or 5: 1 by judgement, 1 without a basis"


def test_the_profile_says_it_below_the_need() -> None:
    lines = [str(line) for line, _ in ProfileScreen(profile_of(small(), PEOPLE[0])).rows()]
    place = next(place for place, line in enumerate(lines) if "N5 W5" in line)
    assert lines[place + 1] == "    the need rests on law"


def test_the_report_says_it_below_what_calls_for_a_discussion() -> None:
    said = " ".join(text(results(compared(PEOPLE), ()), dt.date(2026, 12, 15), whole=True).split())
    assert (
        "What the need rests on: Endpoint, by law; "
        "Security, needs of 4 or 5: 1 by judgement, 1 without a basis." in said
    )


def test_results_hold_the_counts_and_the_words_by_team() -> None:
    item = results(compared(PEOPLE), ()).question_by_id[RELEASE]
    assert item.bases == {"endpoint": {"law": 1}, "security": {"judgement": 1}}
    assert item.bases_say == {
        "endpoint": "by law",
        "security": "needs of 4 or 5: 1 by judgement, 1 without a basis",
    }
