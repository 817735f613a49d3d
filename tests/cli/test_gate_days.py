"""Days of the gate are local days: of whoever takes a figure, sets a criterion aside, or begins to answer."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
import tomli_w

from maturity import clock
from questionnaires import Response
from tests.given.builders import HEADER, THEN, criterion
from tests.given.commands import Command
from tests.given.files import Outcome, put, two_teams
from tests.given.pilots import figure, waiver
from tests.given.rounds import first_round, handed_in, second_round

AUCKLAND: Final = dt.timezone(dt.timedelta(hours=13))
HONOLULU: Final = dt.timezone(dt.timedelta(hours=-10))
DAY: Final = dt.timedelta(days=1)
ROUND: Final = THEN.date()
"""The day on which the answers were begun, at Greenwich at 9 in the morning."""


@pytest.fixture
def measured(own: Path) -> Path:
    """The small questionnaire with a must that always applies."""
    put(own / "extra.toml", HEADER + criterion("stop"))
    return own


@pytest.fixture
def answers(place: Path) -> Path:
    return two_teams(place / "round")


def at(monkeypatch: pytest.MonkeyPatch, moment: dt.datetime, zone: dt.tzinfo = dt.UTC) -> None:
    """It is this moment, in this place."""
    monkeypatch.setattr("maturity.clock.now", lambda: moment)
    monkeypatch.setattr("maturity.clock.zone", lambda: zone)


def judged(
    command: Command, questionnaire: Path, answers: Path, *dates: dt.date, until: dt.date | None = None, number: int = 1
) -> Outcome:
    """What the gate says to figures of these days that pass, and to a waiver, where there are any."""
    document = {
        "kind": "actuals",
        "schema": 1,
        "pilot": {"questionnaire": "small", "round": number},
        "actual": [figure(1, 1, date=date) for date in dates],
        "waiver": [waiver(until)] if until else [],
    }
    pilot = put(answers.parent / "pilot.toml", tomli_w.dumps(document))
    return command("-q", questionnaire, "gate", pilot, answers)


EVENING: Final = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
"""At Greenwich it is noon of the 24th, in Auckland one in the morning of the 25th."""


def test_a_figure_of_today_is_accepted_where_today_has_begun(
    monkeypatch: pytest.MonkeyPatch, command: Command, measured: Path, answers: Path
) -> None:
    today = dt.date(2026, 11, 25)
    at(monkeypatch, EVENING, AUCKLAND)
    said = judged(command, measured, answers, today)
    assert (said.code, said.out.splitlines()[0]) == (0, "Yes: 1 of 1 must passes.")
    assert judged(command, measured, answers, today + DAY).code == 3
    at(monkeypatch, EVENING)
    said = judged(command, measured, answers, today)
    assert (said.code, said.messages[0].partition("date: ")[2]) == (
        3,
        "is 2026-11-25, which has not come yet; enter what was measured (stop)",
    )


@pytest.mark.parametrize(("zone", "today"), [(AUCKLAND, "2026-11-25"), (dt.UTC, "2026-11-24")])
def test_the_template_proposes_the_day_it_is_here(
    monkeypatch: pytest.MonkeyPatch, command: Command, measured: Path, answers: Path, zone: dt.tzinfo, today: str
) -> None:
    at(monkeypatch, EVENING, zone)
    assert command("-q", measured, "gate", "pilot.toml", answers, "--template").code == 0
    assert f"# date = {today}\n" in Path("pilot.toml").read_text(encoding="utf-8")


def test_a_waiver_ends_with_the_local_day(
    monkeypatch: pytest.MonkeyPatch, command: Command, measured: Path, answers: Path
) -> None:
    last = dt.date(2026, 11, 24)
    night = dt.datetime(2026, 11, 25, 9, 59, tzinfo=dt.UTC)
    at(monkeypatch, night, HONOLULU)
    said = judged(command, measured, answers, until=last)
    assert (said.code, said.out.splitlines()[0]) == (0, "Waived through: 0 of 1 must passes, 1 is waived.")
    at(monkeypatch, night + dt.timedelta(minutes=1), HONOLULU)
    said = judged(command, measured, answers, until=last)
    assert (said.code, said.out.splitlines()[0]) == (1, "No: nothing has been measured yet.")


def test_answers_are_begun_on_a_local_day(
    monkeypatch: pytest.MonkeyPatch, command: Command, measured: Path, answers: Path
) -> None:
    at(monkeypatch, EVENING, HONOLULU)
    assert judged(command, measured, answers, ROUND - DAY).code == 0
    at(monkeypatch, EVENING)
    assert judged(command, measured, answers, ROUND - DAY).code == 3


def later(response: Response) -> Response:
    """The same response, begun ten days later."""
    moved = {key: getattr(response.respondent, key) + 10 * DAY for key in ("started", "updated", "completed")}
    return response.model_copy(update={"respondent": response.respondent.model_copy(update=moved)})


def test_with_answers_carried_over_figures_count_since_these_were_begun(
    monkeypatch: pytest.MonkeyPatch, command: Command, measured: Path, place: Path
) -> None:
    at(monkeypatch, EVENING + 20 * DAY)
    folder = place / "rounds"
    handed_in(folder, [*first_round(), *(later(response) for response in second_round())])
    assert judged(command, measured, folder, ROUND + DAY, number=2).code == 0
    assert judged(command, measured, folder, ROUND - DAY, number=2).messages == [
        f"{place / 'pilot.toml'}: actual[0].date: is 2026-11-20, before these answers were begun on 2026-11-21; "
        "it belongs to an earlier round (stop)"
    ]
    said = command("-q", measured, "gate", place / "pilot.toml", folder, "--no-carry")
    assert "before these answers were begun on 2026-12-01" in said.messages[-1]


def test_a_tally_does_not_say_when_its_answers_were_begun(
    monkeypatch: pytest.MonkeyPatch, command: Command, measured: Path, answers: Path
) -> None:
    at(monkeypatch, EVENING)
    tally, theirs = answers / "sent.toml", answers / "security.toml"
    assert command("-q", measured, "export", "--tally", theirs, "-o", tally).code == 0
    theirs.unlink()
    assert judged(command, measured, answers, ROUND - DAY).code == 0


@pytest.mark.parametrize(("zone", "day"), [(AUCKLAND, 25), (dt.UTC, 24), (HONOLULU, 24)])
def test_a_moment_has_the_day_it_has_here(monkeypatch: pytest.MonkeyPatch, zone: dt.tzinfo, day: int) -> None:
    at(monkeypatch, EVENING, zone)
    assert clock.today() == clock.day_of(EVENING) == dt.date(2026, 11, day)


def test_no_day_is_earlier_than_files_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, dt.datetime(2020, 1, 1, tzinfo=dt.UTC), HONOLULU)
    assert clock.today() == dt.date(2020, 1, 1)


@pytest.mark.posix
@pytest.mark.parametrize(("zone", "day"), [("<+13>-13", "2026-11-25"), ("<-10>10", "2026-11-24")])
def test_without_another_word_days_are_those_of_the_system(zone: str, day: str) -> None:
    asks = "import datetime as dt; from maturity import clock; print(clock.day_of(dt.datetime.fromisoformat({!r})))"
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", asks.format(EVENING.isoformat())],
        env={**os.environ, "PYTHONPATH": root, "TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == day
