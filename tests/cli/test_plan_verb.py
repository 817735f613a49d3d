"""`maturity plan`: what follows the verdict, as text, for programs and for calendars; and what is said of it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.given.builders import HEADER, THEN
from tests.given.commands import Command
from tests.given.decisions import planned
from tests.given.files import Outcome
from tests.given.plans import MUSTS, write_plan


@pytest.fixture
def plan(command: Command, own: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The verb on a folder with decisions, of the small questionnaire with two musts."""
    monkeypatch.setattr("maturity.clock.now", lambda: THEN)
    (own / "extra.toml").write_text(HEADER + MUSTS, encoding="utf-8")
    write_plan(place / "answers")

    def run(*arguments: str | Path) -> Outcome:
        return command("-q", own, "plan", "answers", *arguments)

    return run


def added() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(Path("answers/decisions.toml").read_text(encoding="utf-8"))["plan"]
    return found


def test_it_is_listed_by_date_and_for_programs(plan: Command) -> None:
    said = plan()
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[1] == "2 overdue, 3 open (1 without a date), 0 done."
    assert [one["id"] for one in json.loads(plan("--json").out)["plan"]] == [
        "pause1",
        "pause1",
        "taste1",
        "soak1",
        "prepared",
    ]
    assert "[stop]" in plan("--all").out


def test_who_and_until_when_are_kept_in_the_file_of_decisions(plan: Command) -> None:
    before = Path("answers/decisions.toml").read_bytes()
    said = plan("--set", "stop", "--person", "Kim Doe", "--due", "2027-01-31")
    assert said.code == 0
    assert said.messages == ["Saved in answers/decisions.toml."]
    assert said.out == "2027-01-31  ○ open     Show: A criterion – Kim Doe  [stop]\n"
    assert Path("answers/decisions.toml").read_bytes().startswith(before)
    (entry,) = added()
    assert (entry["criterion"], entry["person"], str(entry["due"])) == ("stop", "Kim Doe", "2027-01-31")


def test_what_is_done_can_be_opened_again(plan: Command) -> None:
    assert "● done     Carry out: Pausing" in " ".join(plan("--done", "pause1").out.splitlines())
    assert "▲ overdue  Carry out: Pausing" in plan("--open", "pause1").out
    first, second = added()
    assert (first["state"], second["supersedes"]) == ("done", [first["id"]])


def test_it_is_said_which_of_two_lines_with_one_id_was_marked(plan: Command) -> None:
    what = "Carry out: Pausing: Operations, deputy Endpoint. Its review on 2026-11-20 stays."
    assert plan("--done", "pause1").messages[1:] == [f"Marked as done: {what}"]
    assert plan("--open", "pause1").messages[1:] == [f"Marked as open: {what}"]
    assert plan("--done", "taste1").messages[1:] == ["Marked as done: Next step: Look at the rota (Taste)."]


def test_a_decision_that_holds_gets_another_day_of_review(plan: Command) -> None:
    said = plan("--reviewed", "soak1", "--due", "2027-12-31")
    assert said.code == 0
    assert said.out.startswith("2027-12-31  ○ open     Review: Days of watching")
    assert "2027-05-01" not in plan().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--done", "gone"),
            '"gone" is neither a criterion nor a decision of this round; maturity plan --all shows their ids.',
        ),
        (
            ("--done", "soak1"),
            '"soak1" has only a day of review: --reviewed soak1 --due DAY says that it holds until then.',
        ),
        (("--set", "stop"), "Say who or until when: --set stop --person NAME --due DAY."),
        (("--reviewed", "pause1"), "Say when it is looked at again: --reviewed pause1 --due DAY."),
        (
            ("--reviewed", "taste1", "--due", "2027-01-31"),
            '"taste1" is no decision that is reviewed; maturity plan shows those.',
        ),
        (
            ("--set", "stop", "--due", "31.1.2027"),
            'plan: due: is "31.1.2027"; write a day as in 2027-01-31, in a year from 2020 to 2100, or +30',
        ),
        (
            ("--person", "Kim Doe"),
            "Who and until when belong to something: --set ID --person NAME --due DAY; maturity plan shows the ids.",
        ),
        (("--ics", "plan.txt"), "plan.txt: a calendar is written as .ics."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(plan: Command, arguments: tuple[str, ...], said: str) -> None:
    before = Path("answers/decisions.toml").read_bytes()
    assert (plan(*arguments).code, plan(*arguments).messages) == (2, [said])
    assert Path("answers/decisions.toml").read_bytes() == before


def test_a_plan_is_kept_beside_the_answers_and_nowhere_else(plan: Command, command: Command, own: Path) -> None:
    files = sorted(Path("answers").glob("*.toml"))
    said = command("-q", own, "plan", *files, "--done", "pause1")
    assert (said.code, said.out) == (2, "")
    assert said.messages == ["What is planned is kept beside the answers: name their folder, and no file."]


def test_results_that_were_sent_show_the_plan_as_well(plan: Command, command: Command, own: Path) -> None:
    command("-q", own, "export", "answers", "-o", "results.toml")
    assert command("plan", "results.toml").out == plan().out
    assert command("plan", "results.toml", "--done", "pause1").code == 2


def test_days_are_written_for_a_calendar_and_only_such_a_file_is_replaced(plan: Command) -> None:
    said = plan("--ics", "plan.ics")
    assert (said.code, said.messages) == (0, ["Wrote plan.ics: 4 days of the plan."])
    written = Path("plan.ics").read_bytes()
    assert written.count(b"BEGIN:VEVENT") == 4
    assert b"UID:pause1-review@" in written
    plan("--reviewed", "pause1", "--due", "2027-05-20")
    assert plan("--ics", "plan.ics").code == 0
    assert b"UID:pause1-review@" in Path("plan.ics").read_bytes(), "the same event, moved to another day"
    Path("plan.ics").write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:mine\r\n")
    said = plan("--ics", "plan.ics")
    assert (said.code, "left alone" in said.err) == (1, True)
    assert Path("plan.ics").read_bytes() == b"BEGIN:VCALENDAR\r\nPRODID:mine\r\n"


def test_what_is_no_longer_recommended_can_be_marked_as_done(plan: Command) -> None:
    entry = planned("aaaa", "later", person="Kim Doe").model_copy(update={"recorded": THEN})
    write_plan(Path("answers"), entry)
    assert "(no longer recommended) – Kim Doe  [later]" in plan().out
    said = plan("--done", "later")
    assert (said.code, said.out) == (
        0,
        "no date     ● done     Show: A criterion (no longer recommended) – Kim Doe  [later]\n",
    )
    assert added()[-1]["criterion"] == "later"
