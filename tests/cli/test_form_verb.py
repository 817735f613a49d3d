"""`maturity form`: the page is written, replaces nothing but a form, and its command says what is wrong."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from maturity import clock
from tests.given.asking import put_roster
from tests.given.commands import Command
from tests.given.rounds import first_round, handed_in


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: dt.date(2026, 11, 28))


def held(path: Path) -> dict[str, Any]:
    """What the script of a page is told."""
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', path.read_text("utf-8"))
    assert found is not None
    return dict(json.loads(found[1]))


def test_the_page_is_written_and_its_size_is_said(command: Command, place: Path) -> None:
    said = command("form", "-o", "form.html")
    size = (len((place / "form.html").read_bytes()) + 999) // 1000
    assert said.code == 0
    assert said.out == ""
    assert said.messages == [
        f"Wrote form.html ({size} kB): round 1, at most 42 questions, about 25 minutes.",
        "Put it on a share, or send it by mail, in a .zip where mail systems hold back .html. Each person opens it in "
        "a browser, and sends back the file that it saves.",
    ]


def test_team_depth_round_and_day_are_on_the_page(command: Command, place: Path) -> None:
    said = command(
        *("form", "-o", "form.html", "--team", "network", "--depth", "short", "--round", "3", "--until", "2026-12-11")
    )
    page = held(place / "form.html")
    assert said.code == 0
    assert [page[name] for name in ("team", "depth", "round", "until")] == ["network", "short", 3, "11 December 2026"]


def test_a_questionnaire_of_ones_own_is_asked(command: Command, own: Path, place: Path) -> None:
    assert command("-q", own, "form", "-o", "form.html").code == 0
    assert held(place / "form.html")["id"] == "small"


def test_the_round_is_the_one_under_way_and_teams_are_called_as_the_roster_says(
    command: Command, own: Path, place: Path
) -> None:
    handed_in(place / "answers", first_round())
    put_roster(place / "answers", head='round = 2\n[teams]\nendpoint = "Clients"\n')
    assert command("-q", own, "-w", "answers", "form", "-o", "form.html").code == 0
    page = held(place / "form.html")
    assert page["round"] == 1
    assert "Clients" in [team["label"] for team in page["teams"]]


def test_a_day_that_is_over_is_allowed_with_a_remark(command: Command, place: Path) -> None:
    said = command("form", "-o", "form.html", "--until", "2026-11-01")
    assert said.code == 0
    assert said.messages[0] == "2026-11-01 is over; the page names it all the same."
    assert held(place / "form.html")["until"] == "1 November 2026"


def test_an_earlier_form_is_replaced_and_nothing_else(command: Command, place: Path) -> None:
    assert command("form", "-o", "form.html").code == 0
    assert command("form", "-o", "form.html", "--team", "network").code == 0
    (place / "notes.html").write_text("<p>mine", "utf-8")
    said = command("form", "-o", "notes.html")
    assert said.code == 2
    assert "was left alone" in said.messages[0]
    assert (place / "notes.html").read_text("utf-8") == "<p>mine"


def test_a_report_does_not_take_the_place_of_a_form(command: Command, place: Path, examples: Path) -> None:
    assert command("form", "-o", "form.html").code == 0
    before = (place / "form.html").read_bytes()
    assert command("report", examples, "-o", "form.html").code == 2
    assert (place / "form.html").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("-o", "form.txt"), "form.txt: a form is a page for a browser; name it with .html or .htm."),
        (("-o", "form.html", "--team", "cooks"), 'There is no team "cooks"; the teams are endpoint'),
        (("-o", "form.html", "--depth", "deep"), "invalid choice"),
        (("-o", "form.html", "--until", "soon"), "a day is written as in 2026-12-11"),
        ((), "the following arguments are required: -o"),
    ],
)
def test_what_cannot_be_asked_for_is_said_and_nothing_is_written(
    command: Command, place: Path, options: tuple[str, ...], sentence: str
) -> None:
    said = command("form", *options)
    assert said.code == 2
    assert any(sentence in message for message in said.messages)
    assert list(place.iterdir()) == []


def test_a_depth_at_which_nothing_is_asked_is_refused(command: Command, own: Path, place: Path) -> None:
    said = command("-q", own, "form", "-o", "form.html", "--depth", "short")
    assert said.code == 2
    assert said.messages == ["This questionnaire asks the teams nothing at --depth short; it has core and full."]


def test_bad_files_beside_the_answers_are_named_and_the_page_is_written(command: Command, place: Path) -> None:
    (place / "answers").mkdir()
    (place / "answers" / "bad.toml").write_text('kind = "response"\n', "utf-8")
    said = command("-w", "answers", "form", "-o", "form.html")
    assert said.code == 3
    assert (place / "form.html").exists()
