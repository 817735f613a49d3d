"""Links in a folder that somebody sent: the app writes nothing to where they lead, and says so."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from maturity.files.saving import digest
from maturity.files.workspace import Workspace
from tests.given.person import ANSWERS, Person, answering, at_home, saved_answers, the_file
from tests.given.rounds import FIRST, handed_in, in_round

STARTS: Final = "echo the start file of a shell\n"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The start file of a shell, alone in a folder of somebody's own."""
    path = tmp_path / "home" / "profile"
    path.parent.mkdir()
    path.write_text(STARTS)
    return path


def is_untouched(profile: Path) -> bool:
    return list(profile.parent.iterdir()) == [profile] and profile.read_text() == STARTS


async def told(person: Person) -> str:
    """What the app says in passing, at the right of the screen."""
    lines = (await person.looks()).splitlines()
    return " ".join(" ".join(line.partition("▌")[2].replace("▐", " ") for line in lines).split())


async def test_e_would_replace_the_start_file_of_a_shell(teams: Workspace, profile: Path) -> None:
    (ANSWERS / "results").mkdir()
    (ANSWERS / "results" / "results.toml").symlink_to(profile)
    async with at_home(teams, toasts=True) as person:
        await person.press("c", "e")
        assert "results.toml is a link" in await told(person)
    assert is_untouched(profile)


async def test_e_would_write_into_a_folder_behind_a_link(teams: Workspace, profile: Path) -> None:
    (ANSWERS / "results").symlink_to(profile.parent, target_is_directory=True)
    async with at_home(teams, toasts=True) as person:
        await person.press("c", "e")
        assert "answers/results is a link, and nothing is written" in await told(person)
    assert is_untouched(profile)


async def test_e_would_replace_what_no_export_wrote(teams: Workspace) -> None:
    (ANSWERS / "results").mkdir()
    (ANSWERS / "results" / "results.toml").write_text("mine")
    async with at_home(teams, toasts=True) as person:
        await person.press("c", "e")
        assert "holds something that no export wrote" in await told(person)
    assert (ANSWERS / "results" / "results.toml").read_text() == "mine"


async def test_e_twice_replaces_the_first_export(teams: Workspace) -> None:
    async with at_home(teams, toasts=True) as person:
        await person.press("c", "e", "e")
        assert "was left alone" not in await told(person)


async def test_the_example_would_be_written_behind_a_link(autopatch: Workspace, profile: Path) -> None:
    ANSWERS.mkdir()
    (ANSWERS / "example").symlink_to(profile.parent, target_is_directory=True)
    async with at_home(autopatch, toasts=True) as person:
        await person.press("e")
        assert "answers/example is a link, and nothing is written" in await told(person)
        assert "maturity · home" in person.sees()
    assert is_untouched(profile)


@pytest.mark.parametrize("key", ["enter", "v"])
async def test_a_response_that_is_a_link_would_be_answered_elsewhere(
    workspace: Workspace, tmp_path: Path, key: str
) -> None:
    handed_in(ANSWERS, [in_round(1, "endpoint", FIRST["endpoint"], completed=False)])
    real = the_file().rename(tmp_path / "elsewhere.toml")
    (ANSWERS / "endpoint.toml").symlink_to(real)
    async with at_home(workspace, toasts=True) as person:
        assert "Endpoint" in await person.looks()
        await person.press(key)
        assert person.screen == "HomeScreen"
        assert "endpoint.toml is a link: it is compared, but not answered" in await told(person)


async def test_again_would_write_behind_a_dangling_link(workspace: Workspace, profile: Path) -> None:
    handed_in(ANSWERS, [in_round(1, "endpoint", FIRST["endpoint"])])
    (ANSWERS / the_file().name.replace("--r1", "--r2")).symlink_to(profile.with_name("not-there"))
    async with at_home(workspace, toasts=True) as person:
        await person.press("a", "1")
        assert "exists already and was left alone" in await told(person)
        assert person.screen == "HomeScreen"
    assert is_untouched(profile)


async def test_an_answer_would_follow_a_response_that_became_a_link(workspace: Workspace, profile: Path) -> None:
    async with answering(workspace, "ownership.pause", toasts=True) as person:
        path = the_file()
        path.unlink()
        path.symlink_to(profile)
        await person.press("3")
        assert "is a link" in await told(person)
        assert "▲ NOT SAVED" in person.sees()
        assert list(ANSWERS.glob("*.bak")) == []
        path.unlink()
        await person.press("f")
        assert "▲ NOT SAVED" in person.sees()
        await person.press("w")
        assert "NOT SAVED" not in person.sees()
    assert saved_answers() == {"ownership.pause": {"owner": "security", "flag": True}}
    assert is_untouched(profile)


async def test_an_answer_beside_which_nothing_can_be_set_aside_would_end_the_app(
    workspace: Workspace, profile: Path
) -> None:
    async with answering(workspace, "ownership.pause", toasts=True) as person:
        theirs = the_file().read_bytes() + b"# changed by hand\n"
        the_file().write_bytes(theirs)
        aside = ANSWERS / f"{the_file().name}.{digest(theirs)[:8]}.bak"
        aside.symlink_to(profile)
        await person.press("3")
        assert "▲ NOT SAVED" in person.sees()
        assert the_file().read_bytes() == theirs
        aside.unlink()
        await person.press("f")
        assert "NOT SAVED" not in person.sees()
    assert saved_answers() == {"ownership.pause": {"owner": "security", "flag": True}}
    assert is_untouched(profile)


async def test_finishing_where_nothing_can_be_set_aside_would_end_the_app(workspace: Workspace, profile: Path) -> None:
    async with answering(workspace, "readiness.licences", toasts=True) as person:
        await person.press("1", "enter")
        theirs = the_file().read_bytes() + b"# changed by hand\n"
        the_file().write_bytes(theirs)
        (ANSWERS / f"{the_file().name}.{digest(theirs)[:8]}.bak").symlink_to(profile)
        await person.press("f")
        assert ".bak is a link" in await told(person)
        assert "Finished" not in person.sees()
        assert person.screen == "ReviewScreen"
    assert the_file().read_bytes() == theirs
    assert is_untouched(profile)


async def test_an_answer_to_a_file_that_became_a_folder_would_end_the_app(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause", toasts=True) as person:
        path = the_file()
        path.unlink()
        path.mkdir()
        await person.press("3")
        assert "▲ NOT SAVED" in person.sees()
        path.rmdir()
        await person.press("f", "w")
    assert saved_answers() == {"ownership.pause": {"owner": "security", "flag": True}}
