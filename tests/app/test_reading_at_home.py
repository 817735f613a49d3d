"""The folder on the first screen: read while the screen is in use, and again only what changed."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from maturity.app.app import MaturityApp
from maturity.app.screens.home import HomeScreen
from maturity.files import gathering, one_file
from maturity.files.workspace import Workspace
from questionnaires import read_bytes
from tests.given.files import DIFFERENT, GOOD, put, response_text
from tests.given.person import ANSWERS, Person, at_home, sitting_at
from tests.given.rounds import FIRST, handed_in, in_round

LONG_AGO = 1_700_000_000
PATIENCE = 20
"""Seconds after which a test that goes wrong lets go."""


class Disk:
    """Opens files, and counts them; those from `held_from` on wait until they are let go."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.held_from: str | None = None
        self.released = threading.Event()

    def read(self, path: Path) -> bytes:
        if self.held_from is not None and path.name >= self.held_from:
            self.released.wait(PATIENCE)
        self.opened.append(path.name)
        return read_bytes(path)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """What is read is seen after every file, however quickly it goes."""
    disk = Disk()
    monkeypatch.setattr(one_file, "read_bytes", disk.read)
    for name in ("_FIRST_SIGHTING", "_BETWEEN_SIGHTINGS", "_MOSTLY_READING"):
        monkeypatch.setattr(gathering, name, 0)
    yield disk
    disk.released.set()


@pytest.fixture
def four(workspace: Workspace) -> Workspace:
    """Four responses that were written long ago: two teams in the first two files."""
    put(ANSWERS / "a.toml", response_text("security", DIFFERENT, "resp1", name="Ada"))
    put(ANSWERS / "b.toml", response_text("endpoint", GOOD, "resp2", name="Bo"))
    put(ANSWERS / "c.toml", response_text("endpoint", GOOD, "resp3", name="Cy"))
    put(ANSWERS / "d.toml", response_text("network", GOOD, "resp4", name="Di"))
    age()
    return workspace


def age() -> None:
    for path in ANSWERS.glob("*.toml"):
        os.utime(path, (LONG_AGO, LONG_AGO))


async def until(person: Person, seen: str) -> str:
    """The screen, once it says this."""
    while seen not in person.sees():
        await person.pilot.pause(0.001)
    return person.sees()


def home(person: Person) -> HomeScreen:
    screen = person.app.screen_stack[1]
    assert isinstance(screen, HomeScreen)
    return screen


def people(text: str) -> list[str]:
    return [name for line in text.splitlines() for name in ("Ada", "Bo", "Cy", "Di") if name in line.split()]


async def let_go(person: Person, disk: Disk) -> None:
    disk.released.set()
    person.is_patient = True
    while home(person).is_reading:
        await person.pilot.pause(0.001)
    await person.rest()


@pytest.fixture
def held(disk: Disk, four: Workspace) -> Workspace:
    """The third of four files keeps whoever opens it waiting."""
    disk.held_from = "c.toml"
    return four


async def test_what_is_read_shows_at_once_with_how_far_it_is(held: Workspace, disk: Disk) -> None:
    async with at_home(held, is_patient=False) as person:
        await until(person, "Reading 2 of 4 files")
        assert people(person.sees()) == [], "teams only, until somebody asks for the people"
        await person.press("f")
        said = await until(person, "Bo")  # the lines are laid out a turn of the loop after the count
        assert people(said) == ["Ada", "Bo"]
        assert "Press n to answer" not in said
        await let_go(person, disk)
        assert people(await person.looks()) == ["Bo", "Cy", "Ada", "Di"]
        assert "4 responses" in person.sees()
        assert "Reading" not in person.sees()


async def test_keys_help_and_the_palette_work_meanwhile(held: Workspace, disk: Disk) -> None:
    async with at_home(held, is_patient=False) as person:
        await until(person, "Reading 2 of 4 files")
        await person.press("f", "down")
        assert home(person).selected == home(person).view.rows.files[1]
        for key, screen in (("question_mark", "HelpDialog"), ("f2", "Palette"), ("n", "StartDialog")):
            await person.press(key)
            assert person.screen == screen
            await person.press("escape")
            assert person.screen == "HomeScreen"
        assert disk.opened == ["a.toml", "b.toml"]


async def test_one_stays_on_ones_line_when_the_others_come(held: Workspace, disk: Disk) -> None:
    async with at_home(held, is_patient=False) as person:
        await until(person, "Reading 2 of 4 files")
        await person.press("f", "down")
        await let_go(person, disk)
        selected = home(person).selected
        assert selected is not None
        assert selected.path.name == "b.toml"


@pytest.mark.parametrize(
    ("key", "screen"), [("c", "ComparisonScreen"), ("p", "ChooseDialog"), ("a", "ChooseDialog")], ids="cpa"
)
async def test_what_needs_the_whole_folder_comes_when_it_is_read(
    disk: Disk, workspace: Workspace, key: str, screen: str
) -> None:
    handed_in(ANSWERS, [in_round(1, team, answers) for team, answers in FIRST.items()])
    disk.held_from = "security"
    async with at_home(workspace, is_patient=False) as person:
        await until(person, "Reading 2 of 3 files")
        await person.press("f", key)
        assert person.screen == "HomeScreen"
        await until(person, "Reading 2 of 3 files. What you asked for comes when all are read.")
        await let_go(person, disk)
        while person.screen == "HomeScreen":
            await person.pilot.pause(0.001)
        assert person.screen == screen


async def test_who_has_opened_something_else_meanwhile_is_left_alone(held: Workspace, disk: Disk) -> None:
    async with at_home(held, is_patient=False) as person:
        await until(person, "Reading 2 of 4 files")
        await person.press("c", "question_mark")
        await let_go(person, disk)
        assert person.screen == "HelpDialog"
        await person.press("escape")
        assert person.screen == "HomeScreen"


async def test_new_answers_begin_when_the_round_they_belong_to_is_known(disk: Disk, workspace: Workspace) -> None:
    handed_in(ANSWERS, [in_round(number, team, FIRST[team]) for number in (1, 2) for team in ("endpoint", "security")])
    disk.held_from = "security"
    async with at_home(workspace, is_patient=False) as person:
        await until(person, "Reading 2 of 4 files")
        await person.press("n", "4")
        assert not list(ANSWERS.glob("network--*.toml"))
        await let_go(person, disk)
        await until(person, "question 1 of")
        assert person.screen == "AnsweringScreen"
    assert [path.name[-8:] for path in ANSWERS.glob("network--*.toml")] == ["-r2.toml"]


async def test_nobody_answers_for_another_because_the_others_were_not_read_yet(
    disk: Disk, workspace: Workspace
) -> None:
    handed_in(ANSWERS, [in_round(1, team, FIRST[team], completed=False) for team in ("endpoint", "security")])
    disk.held_from = "security"
    async with at_home(workspace, is_patient=False) as person:
        await until(person, "Reading 1 of 2 files")
        await person.press("enter")
        assert person.screen == "HomeScreen", "the people show first"
        await person.press("enter")
        assert person.screen == "ChooseDialog"


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quitting_does_not_wait_for_the_reading(held: Workspace, disk: Disk, key: str) -> None:
    async with at_home(held, is_patient=False) as person:
        await until(person, "Reading 2 of 4 files")
        await person.press(key)
        assert person.app.return_code == 0
    assert disk.opened == ["a.toml", "b.toml"]
    assert not disk.released.is_set()


@pytest.mark.parametrize("key", ["question_mark", "f2", "n", "x", "p"])
async def test_closing_help_the_palette_or_a_dialog_looks_at_nothing(
    disk: Disk, four: Workspace, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    put(ANSWERS / "broken.toml", "kind =")
    async with at_home(four) as person:
        disk.opened.clear()
        looked: list[object] = []
        monkeypatch.setattr(four, "reading", looked.append)
        await person.press(key)
        assert person.screen != "HomeScreen"
        await person.press("escape")
        assert (person.screen, disk.opened, looked) == ("HomeScreen", [], [])


async def test_coming_back_from_answering_reads_what_was_answered_and_nothing_else(
    disk: Disk, workspace: Workspace
) -> None:
    handed_in(ANSWERS, [in_round(1, team, FIRST[team], completed=False) for team in ("endpoint", "security")])
    age()
    async with at_home(workspace) as person:
        disk.opened.clear()
        await person.press("f", "enter", "2")
        assert person.screen == "AnsweringScreen"
        before = disk.opened.copy()
        await person.press("3", "enter", "escape")
        assert person.screen == "HomeScreen"
        assert {name.partition("--")[0] for name in disk.opened} == {"endpoint"}
        assert disk.opened.count("endpoint--endpoint1--r1.toml") > before.count("endpoint--endpoint1--r1.toml")


@pytest.mark.parametrize("keys", [("r",), ("c", "escape")], ids=["r", "coming back"])
async def test_what_others_added_changed_and_took_away_is_seen(
    disk: Disk, four: Workspace, keys: tuple[str, ...]
) -> None:
    async with at_home(four) as person:
        disk.opened.clear()
        await person.press("f")
        (ANSWERS / "a.toml").unlink()
        put(ANSWERS / "d.toml", response_text("security", DIFFERENT, "resp4", name="Di"))
        put(ANSWERS / "e.toml", response_text("endpoint", GOOD, "resp0", name="Ada"))
        await person.press(*keys)
        assert people(await person.looks()) == ["Ada", "Bo", "Cy", "Di"]
        assert sorted(disk.opened) == ["d.toml", "e.toml"]


async def test_straight_to_answering_the_folder_is_read_when_one_comes_home(disk: Disk, four: Workspace) -> None:
    file = four.begin("network", four.questionnaire.questions[0].depth)
    async with sitting_at(MaturityApp(four, file)) as person:
        assert [name for name in disk.opened if len(name) == len("a.toml")] == []
        await person.press("escape")
        assert "5 responses" in await person.looks()


async def test_a_folder_that_the_system_refuses_is_said_with_the_reason_and_ends_nothing(
    four: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = Path.iterdir

    def iterdir(self: Path) -> object:
        if self == ANSWERS:
            raise OSError(5, "Input/output error")
        return really(self)

    async with at_home(four) as person:
        with monkeypatch.context() as patched:
            patched.setattr(Path, "iterdir", iterdir)
            await person.press("r")
            said = " ".join((await person.looks()).split())
            assert "▲ The folder answers cannot be listed (Input/output error). Press r to try again." in said
            await person.press("x")
            assert "answers: cannot be listed (Input/output error)" in await person.looks()
            await person.press("escape")
        await person.press("r")
        assert "4 responses" in await person.looks()
        assert "▲" not in person.sees()


async def test_what_is_read_after_the_example_was_left_disturbs_nobody(four: Workspace) -> None:
    async with at_home(four) as person:
        example = HomeScreen(four, is_example=True)
        person.app.push_screen(example)
        await person.settle()
        await person.press("escape")
        example._see(gathering.Sighting(4, 4, example.gathered, is_all=True))
        assert "4 responses" in person.sees()
