"""What is said in passing: short, on one line, never markup; many faults in one notice, all of them on x."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events
from textual.content import Content
from textual.notifications import Notification, Notify
from textual.widgets import Input, Static, TextArea

from maturity.app.app import MaturityApp
from maturity.app.screens.answering import AnsweringScreen
from maturity.app.screens.problems import ProblemsDialog
from maturity.app.widgets.literal import LONGEST_NOTICE
from maturity.files.gathering import Gathered, Gathering
from maturity.files.saving import NotSavedError
from maturity.files.workspace import Workspace
from questionnaires import Fault
from tests.given.builders import small
from tests.given.files import put, two_teams
from tests.given.person import ANSWERS, Person, answering, at_home
from tests.given.pilots import MEASURED, TODAY

STRANGE = "[/b] [@click=app.quit]x[/] \x1b]52;c;eA==\x07\u202e\x9b\nForged"
SHOWN = "[/b] [@click=app.quit]x[/] \ufffd]52;c;eA==\ufffd\ufffd\ufffd↵Forged"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime.combine(TODAY, dt.time(9), dt.UTC))


def notices(person: Person) -> list[Notification]:
    return list(person.app._notifications)


async def test_whatever_is_said_is_clean_and_never_markup(workspace: Workspace) -> None:
    async with at_home(workspace, toasts=True) as person:
        person.app.notify(STRANGE, title=STRANGE, markup=True)
        person.app.screen.notify(STRANGE)
        person.app.screen.query_one("#folder").notify(STRANGE, markup=True)
        await person.settle()
        assert [notice.message for notice in notices(person)] == [SHOWN] * 3
        assert notices(person)[0].title == SHOWN
        assert not [notice for notice in notices(person) if notice.markup]
        assert person.sees().count("[@click=app.quit]x[/]") >= 3


async def test_a_notice_that_a_part_of_the_app_posts_itself_is_clean_too(workspace: Workspace) -> None:
    async with at_home(workspace, toasts=True) as person:
        person.app.post_message(Notify(Notification(STRANGE, STRANGE, markup=True)))
        await person.settle()
        (notice,) = notices(person)
        assert (notice.message, notice.title, notice.markup) == (SHOWN, SHOWN, False)


async def test_of_a_long_notice_both_ends_are_kept(workspace: Workspace) -> None:
    async with at_home(workspace, (80, 24), toasts=True) as person:
        person.app.notify(str(NotSavedError(f"first/{'deep/' * 800}file.toml was not saved: the disk is full.")))
        seen = await person.looks()  # a notice that is longer than the screen turns to its end
        (notice,) = notices(person)
        assert len(notice.message) <= LONGEST_NOTICE
        assert notice.message.startswith("first/deep/")
        assert notice.message.endswith("file.toml was not saved: the disk is full.")
        assert "is full." in seen


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 60)])
async def test_however_many_notices_there_are_the_top_line_stays_in_sight(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    """It says whether everything is saved."""
    async with at_home(workspace, size, toasts=True) as person:
        for number in range(20):
            person.app.notify(f"Notice {number}: {'word ' * 100}", severity="error")
        seen = (await person.looks()).splitlines()
        assert seen[0].startswith(" maturity · home")
        assert seen[0].endswith("0 responses")
        assert "word word" in "".join(seen[2:])


def figures(count: int) -> str:
    head = 'kind = "actuals"\nschema = 1\n[pilot]\nquestionnaire = "small"\nround = 1\n'
    entry = f'[[actual]]\ncriterion = "invented%d"\nnumerator = 1\ndenominator = 2\ndate = {MEASURED}\nby = "Kim"\n'
    return head + "".join(entry % place for place in range(count))


async def test_many_faulty_figures_make_one_notice_and_x_lists_them() -> None:
    put(two_teams(ANSWERS) / "figures.toml", figures(800))
    async with at_home(Workspace(ANSWERS, small()), (120, 40), toasts=True) as person:
        await person.press("c")
        assert person.screen == "ComparisonScreen"
        (notice,) = notices(person)
        assert "is not a criterion that these answers recommend" in notice.message
        assert notice.message.endswith("; and 799 more: x on the first screen lists the faults")
        await person.press("escape", "x")
        assert person.screen == "ProblemsDialog"
        assert "The pilot's figures could not be used." in person.sees()
        assert "invented0" in person.sees() or "answers/figures.toml: actual[0]" in person.sees()
        assert "and 780 more like it" in everything(person)


async def test_faults_of_figures_that_were_corrected_are_no_longer_listed() -> None:
    put(two_teams(ANSWERS) / "figures.toml", figures(2))
    async with at_home(Workspace(ANSWERS, small()), (120, 40), toasts=True) as person:
        await person.press("c", "escape")
        assert "x Problems" in await person.footer()
        (ANSWERS / "figures.toml").unlink()
        await person.press("r")
        assert "x Problems" not in await person.footer()


async def test_figures_of_other_rounds_make_one_notice() -> None:
    two_teams(ANSWERS)
    for number in (2, 3, 4):
        put(ANSWERS / f"figures{number}.toml", figures(1).replace("round = 1", f"round = {number}"))
    async with at_home(Workspace(ANSWERS, small()), (120, 40), toasts=True) as person:
        await person.press("c")
        (notice,) = notices(person)
        assert "and 2 more" in notice.message


def everything(person: Person) -> str:
    """All text of the dialog on top, seen or not."""
    parts = [widget.content for widget in person.app.screen.query(Static)]
    return "\n".join(part.plain for part in parts if isinstance(part, Content))


def faults(count: int) -> Sequence[Fault]:
    return [Fault(f"answers/{place:05}.toml", "", f"is not valid TOML{STRANGE * 20}") for place in range(count)]


async def test_thousands_of_faults_are_not_all_shown(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gathering, "gathered", lambda _: Gathered(faults=tuple(faults(5000))))
    async with at_home(workspace, (120, 40)) as person:
        await person.press("x")
        assert isinstance(person.app.screen, ProblemsDialog)
        said = everything(person)
    assert said.count("is not valid TOML") == 200
    assert "and 4800 more" in said
    assert max(map(len, said.splitlines())) < 620


async def test_what_is_pasted_into_a_note_is_cleaned_as_it_enters(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("n")
        person.app.post_message(events.Paste(STRANGE))
        await person.settle()
        assert person.app.screen.query_one(TextArea).text == SHOWN.replace("↵", "\n")


async def test_what_is_pasted_as_a_name_is_cleaned_as_it_enters(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        await person.press("n", "tab")
        person.app.post_message(events.Paste("\u202eKim\x1b[31m"))
        await person.settle()
        assert person.app.screen.query_one(Input).value == "\ufffdKim\ufffd[31m"


async def test_a_note_of_a_file_is_clean_in_the_editor(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        screen = person.app.screen
        assert isinstance(screen, AnsweringScreen)
        screen.take(screen.interview.note("ownership.pause", STRANGE, TODAY_AT))
        await person.press("n")
        assert person.app.screen.query_one(TextArea).text == SHOWN.replace("↵", "\n")


TODAY_AT = dt.datetime.combine(TODAY, dt.time(9), dt.UTC)


async def test_an_error_that_would_draw_itself_says_our_one_sentence(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("maturity.app.crash_report.log_file", lambda: tmp_path / "a\x1b]52;c;eA==\x07\u202e" / "log")
    app = MaturityApp(workspace)
    monkeypatch.setattr(app, "_close_messages_no_wait", lambda: None)
    app.panic(STRANGE)
    (said,) = app._exit_renderables
    assert str(said).startswith("maturity had to stop because of a fault of its own.")
    assert "a\ufffd]52;c;eA==\ufffd\ufffd" in str(said)
    assert "Forged" not in str(said)
