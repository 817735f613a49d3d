"""`maturity invite`: what to send to each team, and the roster of whom to ask."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from maturity.files.gathering import gather
from maturity.files.workspace import Workspace
from maturity.rounds.next_round import to_settle_here
from tests.given.asking import AFTER, BEFORE, UNTIL, asked, put_roster
from tests.given.builders import small
from tests.given.commands import Command
from tests.given.rounds import first_round, handed_in

HINT = (
    "No roster in answers says whom you asked; this writes one to fill in: maturity -q own -w answers invite --roster"
)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.clock.today", lambda: BEFORE)


@pytest.fixture
def answers(place: Path, own: Path) -> Path:
    """The answers of three teams to the small questionnaire, one person each."""
    handed_in(place / "answers", first_round())
    return Path("answers")


def headings(out: str) -> list[str]:
    return [line.strip("= ") for line in out.splitlines() if line.startswith("====")]


def words(text: str) -> str:
    return " ".join(text.split())


def test_without_a_roster_every_team_gets_both_texts_and_how_to_write_one_is_said(command: Command, own: Path) -> None:
    said = command("-q", "own", "-w", "answers", "invite")
    assert (said.code, said.messages) == (0, [HINT])
    assert headings(said.out)[:3] == ["Endpoint: invitation", "Endpoint: reminder", "Operations: invitation"]
    assert len(headings(said.out)) == 2 * len(small().teams)
    assert "No answers of Endpoint have come back yet." in said.out


def test_the_invitation_says_everything_that_one_needs_to_answer(command: Command, place: Path) -> None:
    said = words(command("-w", "answers", "invite", "--team", "security", "--until", "2026-12-18").out)
    for sentence in (
        "Subject: Security: please answer, by 18 December 2026",
        "Windows Autopatch: who owns updates?",
        "maturity assess --team security",
        "It takes about 25 minutes.",
        '"Don\'t know" is a fine answer',
        "Your answers stay in one file on your computer; nothing is sent anywhere.",
        "Please send it back as a reply to this message, by 18 December 2026.",
        "Whoever collects the files can read them",
        "no names and no notes",
    ):
        assert sentence in said
    assert "round" not in said.lower()


def test_lines_are_short_and_without_markup(command: Command, answers: Path) -> None:
    put_roster(answers, asked("endpoint", labels='["Anna", "Night shift"]'))
    text = command("-w", "answers", "invite").out.split("====")[-1]
    assert max(map(len, text.splitlines())) <= 72
    assert not any(mark in text for mark in "*_#<>[]|`")


def test_with_a_roster_those_who_were_asked_are_invited_and_reminded_by_their_counts(
    command: Command, answers: Path
) -> None:
    put_roster(
        answers, asked("security", labels='["Anna", "Night shift"]'), asked("endpoint", people=1), asked("network")
    )
    said = command("-q", "own", "-w", answers, "invite")
    assert (said.code, said.messages) == (0, ["Endpoint: 1 of 1 answered; no reminder is needed."])
    assert headings(said.out) == [
        "Endpoint: invitation, for 1 person",
        "Security: invitation, for Anna, Night shift",
        "Security: reminder",
        "Network: invitation",
        "Network: reminder",
    ]
    assert said.out.count("by 11 December 2026") == 8
    assert "1 of 2 of you has answered for Security so far." in said.out
    assert "No answers of Network have come back yet." in said.out


def test_labels_stand_above_the_text_and_never_in_it(command: Command, answers: Path) -> None:
    put_roster(answers, asked("security", labels='["Anna", "Ben", "Cleo"]'))
    said = command("-q", "own", "-w", answers, "invite").out
    assert [line for line in said.splitlines() if "Anna" in line] == [
        "==== Security: invitation, for Anna, Ben, Cleo ===="
    ]


def test_who_answered_beyond_those_asked_is_said_and_nobody_is_reminded(command: Command, answers: Path) -> None:
    handed_in(
        answers,
        [
            one.model_copy(update={"respondent": one.respondent.model_copy(update={"id": "endp9"})})
            for one in first_round()[:1]
        ],
    )
    put_roster(answers, asked("endpoint", people=1))
    said = command("-q", "own", "-w", answers, "invite")
    assert said.messages == ["Endpoint: 2 answered, where 1 was asked; no reminder is needed."]


def test_after_the_last_day_the_reminder_says_so_and_the_invitation_names_no_day(
    command: Command, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.clock.today", lambda: AFTER)
    put_roster(answers, asked("security", people=2))
    said = command("-q", "own", "-w", answers, "invite")
    assert said.messages == ["Security was asked until 2026-12-11, which is over; name another day with --until."]
    assert said.out.count("11 December 2026") == 1
    assert "We asked until 11 December 2026. Please send the file back as soon as you can" in words(said.out)


def test_a_later_round_asks_only_what_is_open_and_sends_the_results_along(command: Command, answers: Path) -> None:
    said = command("-q", "own", "-w", answers, "invite", "--round", "2", "--team", "security")
    open_ = [name for name in to_settle_here(Workspace(answers, small()), 2).questions if name != "risk.taste"]
    assert f"Only what is open is asked: {len(open_)} questions" in words(said.out)
    assert "This is round 2." in said.out
    assert "and not who said it; of a decision it says who made it." in words(said.out)
    assert "maturity -q own assess --team security --contested results.toml" in said.out
    assert said.messages[-1] == (
        "Send results.toml along; this writes it: maturity -q own -w answers export --round 1 -o results.toml"
    )


def test_where_nothing_says_what_is_open_a_later_round_asks_everything(command: Command, own: Path) -> None:
    said = command("-q", "own", "-w", "answers", "invite", "--round", "2", "--team", "network")
    assert "maturity -q own assess --team network --round 2" in said.out
    assert said.messages[-1] == "No answers here say what is open before round 2, so that it asks everything."


def test_a_roster_that_asks_for_a_later_round_invites_to_that_one(command: Command, answers: Path) -> None:
    put_roster(answers, asked("security", people=2), asked("security", people=1, round=2))
    assert "This is round 2." in command("-q", "own", "-w", answers, "invite").out
    assert "This is round" not in command("-q", "own", "-w", answers, "invite", "--round", "1").out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--team", "nobody"], 'There is no team "nobody"; the teams are endpoint, operations, security, network.'),
        (["--until", "2026-12-10"], "2026-12-10 is over; name a day from 2026-12-11 on."),
        (["--until", "tomorrow"], "a day is written as in 2026-12-11"),
        (["--until", "20261231"], "a day is written as in 2026-12-11, in a year from 2020 to 2100"),
        (["--round", "0"], "a round is a number from 1 to 999"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_printed(
    command: Command, own: Path, options: list[str], says: str
) -> None:
    said = command("-q", "own", "-w", "answers", "invite", *options)
    assert (said.code, said.out) == (2, "")
    assert says in said.err


def test_what_the_roster_does_not_say_of_a_team_or_round_is_said(command: Command, answers: Path) -> None:
    put_roster(answers, asked("security", people=2))
    said = command("-q", "own", "-w", answers, "invite", "--team", "network")
    assert said.messages == ["answers/roster.toml says nothing of network in round 1."]
    said = command("-q", "own", "-w", answers, "invite", "--team", "network", "--round", "2")
    assert said.messages[0] == "answers/roster.toml says of no team whom you asked for round 2."


def test_a_roster_that_cannot_be_used_is_named_and_the_texts_are_printed_all_the_same(
    command: Command, answers: Path
) -> None:
    put_roster(answers, asked("desktop"))
    said = command("-q", "own", "-w", answers, "invite")
    (says,) = said.messages
    assert said.code == 3
    assert 'asked[0].team: is "desktop", no team of this questionnaire' in says
    assert headings(said.out)[0] == "Endpoint: invitation"


def test_the_roster_is_written_beside_the_answers_and_names_nobody_until_it_is_filled_in(
    command: Command, own: Path
) -> None:
    said = command("-q", "own", "-w", "answers", "invite", "--roster", "--until", "2026-12-18")
    assert (said.code, said.out) == (0, "")
    assert said.err == "Wrote answers/roster.toml: fill it in, then run: maturity -q own -w answers invite\n"
    path = Path("answers/roster.toml")
    assert command("-q", "own", "check", path).out == "answers/roster.toml: fine, it names nobody yet\n"


def test_the_lines_of_the_roster_count_once_their_mark_is_taken_away(command: Command, own: Path) -> None:
    command("-q", "own", "-w", "answers", "invite", "--roster", "--until", "2026-12-18")
    path = Path("answers/roster.toml")
    filled_in = re.sub(r"^# (?=\[\[asked|team =|people =)", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(filled_in, encoding="utf-8")
    each = ", ".join(f"1 of {team.label} until 2026-12-18" for team in small().teams)
    said = command("-q", "own", "check", path)
    assert said.out == f"answers/roster.toml: fine, asked for round 1: {each}\n"


def test_a_filled_in_roster_says_whom_it_holds(command: Command, answers: Path) -> None:
    path = put_roster(
        answers,
        asked("security", labels='["Anna", "Night shift"]'),
        asked("network", until="2026-12-18"),
        asked("endpoint", people=1, round=2),
        "[teams]",
        'network = "Lines"',
    )
    says = (
        "answers/roster.toml: fine, Lines for Network; asked for round 1: 2 of Security (Anna, Night shift) until "
        "2026-12-11, Network (it does not say how many) until 2026-12-18; asked for round 2: 1 of Endpoint\n"
    )
    assert command("-q", "own", "check", path).out == says
    assert says in command("-q", "own", "check", answers).out


def test_a_roster_is_never_written_over_another(command: Command, answers: Path) -> None:
    put_roster(answers, asked("security", people=2)).rename(answers / "names.toml")
    said = command("-q", "own", "-w", answers, "invite", "--roster")
    assert said.code == 2
    assert said.err.startswith("answers/names.toml is there already and was left alone; add to it, for each team")
    assert not (answers / "roster.toml").exists()
    put_roster(answers, asked("security", people=3))
    said = command("-q", "own", "-w", answers, "invite", "--roster")
    assert (said.code, said.messages[-1]) == (4, "No roster was written; say first which of these files count.")


def test_the_roster_of_a_later_round_says_its_round(command: Command, own: Path) -> None:
    command("-q", "own", "-w", "answers", "invite", "--roster", "--round", "2")
    roster = gather([Path("answers")], small()).roster
    assert roster is not None
    assert (roster.roster.round, roster.roster.until) == (2, None)
    example = UNTIL + dt.timedelta(weeks=2)
    assert f"# until = {example} " in roster.path.read_text(encoding="utf-8")
