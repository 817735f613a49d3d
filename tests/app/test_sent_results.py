"""Results that somebody sent, in the app: looked at like a folder of answers, and what they cannot know is said."""

from __future__ import annotations

import re
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from maturity.app.app import MaturityApp
from maturity.files.workspace import Workspace
from maturity.results.reading import NOT_IN_RESULTS, sent_results
from maturity.results.writing import export_results
from maturity.rounds.choosing import choice_of, round_chosen
from questionnaires import builtin
from tests.given.person import Person, at_home, sitting_at


def words(text: str) -> str:
    return " ".join(text.replace("│", " ").split())


def below_the_tabs(person: Person) -> list[str]:
    """What the results say: neither the first line, which names the screen, nor the keys in the last."""
    lines = [line.rstrip() for line in person.sees().splitlines()]
    return lines[2:-1]


def sent(examples: Workspace, folder: Path) -> MaturityApp:
    """The app on a file of results in a folder of its own, opened as the command line opens it."""
    gathered = examples.read()
    path = folder / "sent" / "results.toml"
    export_results(round_chosen(gathered, builtin(), choice_of(gathered)).results(), path)
    results = sent_results([path])
    assert results is not None
    return MaturityApp(Workspace(path.parent, builtin()), results=results)


LISTS = (100, 40)
"""No room for what stands behind a line, which would say what results do not hold."""


def opened(examples: Workspace, folder: Path, size: tuple[int, int] = (120, 40)) -> AbstractAsyncContextManager[Person]:
    return sitting_at(sent(examples, folder), size)


async def test_every_tab_shows_what_the_answers_show_but_for_the_notes(examples: Workspace, tmp_path: Path) -> None:
    async with at_home(examples, LISTS) as person:
        await person.press("c")
        there = []
        for key in "12356789":
            await person.press(key)
            there.append(below_the_tabs(person))
    async with opened(examples, tmp_path, LISTS) as person:
        here = []
        for key in "12356789":
            await person.press(key)
            here.append(below_the_tabs(person))
    without_notes = [[re.sub(r" ◆\d", "", line) for line in tab] for tab in there]
    for shown, expected in zip(here, without_notes, strict=True):
        # Where a note is left out, whatever follows in the line moves, be it the bar that scrolls.
        assert [words(line) for line in shown] == [words(line) for line in expected]


async def test_what_results_cannot_know_is_said_where_it_would_stand(examples: Workspace, tmp_path: Path) -> None:
    async with opened(examples, tmp_path) as person:
        assert "results that were sent · round 1" in person.sees()
        await person.press("4")
        assert NOT_IN_RESULTS in words(person.sees())
        await person.press("2", "enter")
        await person.press("end")
        assert NOT_IN_RESULTS in words(person.sees())


async def test_nothing_is_offered_that_needs_the_answers(examples: Workspace, tmp_path: Path) -> None:
    async with opened(examples, tmp_path) as person:
        footer = await person.footer()
        assert not {"Export", "Round", "Earlier"} & set(footer)
        await person.press("e", "r", "t")
        assert person.screen == "ComparisonScreen"
    assert [path.name for path in (tmp_path / "sent").iterdir()] == ["results.toml"]


async def test_leaving_the_overview_ends_the_app(examples: Workspace, tmp_path: Path) -> None:
    async with opened(examples, tmp_path) as person:
        await person.press("2", "escape")
        assert person.app.is_running
        await person.press("escape")
        assert person.app.return_code == 0


async def test_a_workshop_says_why_it_does_not_work_on_results_that_were_sent(
    examples: Workspace, tmp_path: Path
) -> None:
    async with sitting_at(sent(examples, tmp_path), toasts=True) as person:
        await person.press("w")
        assert person.screen == "ComparisonScreen"
        assert "A workshop needs the folder" in words(person.sees())
