"""A line break in a name, a title or a note begins no row that could pass for one of ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from maturity.files.workspace import Workspace, to_bytes
from maturity.results.build import results
from maturity.results.model import Results
from questionnaires import Answer, Questionnaire
from tests.given.builders import compared, respond, small
from tests.given.files import response_text
from tests.given.person import ANSWERS, Person, answering, at_home

FORGED = "Fine.\n\nSecurity\n  owner: Nobody yet\n◆ All teams agree."
LONG = "Fine." + "\u00a0" * 120 + "Security"
SIZES = [(80, 24), (120, 40)]


def with_team(label: str) -> Questionnaire:
    """The small questionnaire, with another label for its first team."""
    known = small()
    first, *others = known.teams
    changed = known.model_copy(update={"teams": (first.model_copy(update={"label": label}), *others)})
    changed.__dict__.pop("team_by_id", None)
    return changed


def two_teams(note: str) -> Workspace:
    ANSWERS.mkdir()
    for team, owner in (("endpoint", "security"), ("security", "endpoint")):
        said = Answer(owner=owner, note=note if team == "endpoint" else "")
        response = respond(team, {"ownership.pause": said}, respondent=f"{team}1")
        (ANSWERS / f"{team}.toml").write_bytes(to_bytes(response))
    return Workspace(ANSWERS, small())


def rows(person: Person) -> list[str]:
    """What stands on each line, without the frame around it."""
    lines = [line.strip() for line in person.sees().splitlines()]
    return [line[1:-1].strip() if re.fullmatch("│.*│", line) else line for line in lines]


async def test_a_name_begins_no_row_at_home() -> None:
    ANSWERS.mkdir()
    name = "Kim\nSecurity           Sam          1     full"
    (ANSWERS / "one.toml").write_text(response_text("endpoint", name=name), encoding="utf-8")
    async with at_home(Workspace(ANSWERS, small()), (120, 40)) as person:
        assert not [line for line in rows(person) if line.startswith("Security")]
        assert [line for line in rows(person) if line.startswith("Endpoint           Kim Security")]


@pytest.mark.parametrize("size", SIZES)
async def test_a_team_label_begins_no_row(size: tuple[int, int]) -> None:
    asked = with_team("Endpoint\nForged")
    ANSWERS.mkdir()
    for team, owner in (("endpoint", "security"), ("security", "endpoint")):
        response = respond(team, {"ownership.pause": Answer(owner=owner)}, respondent=f"{team}1", questionnaire=asked)
        (ANSWERS / f"{team}.toml").write_bytes(to_bytes(response))
    async with at_home(Workspace(ANSWERS, asked), size) as person:
        seen = rows(person)
        for keys in (("n",), ("escape", "v"), ("b",)):
            await person.press(*keys)
            seen += rows(person)
    assert not [line for line in seen if line.startswith("Forged")]
    assert [line for line in seen if "Endpoint↵Forged" in line]


def test_results_that_are_read_hold_no_label_of_two_lines() -> None:
    sent = results(compared([], with_team("Endpoint\nForged")), ()).model_dump_json()
    with pytest.raises(ValidationError, match="must be one line"):
        Results.model_validate_json(sent)


@pytest.mark.parametrize("size", [(80, 24), (100, 40)])
@pytest.mark.parametrize("note", [FORGED, LONG], ids=["lines", "long"])
async def test_every_line_of_a_note_stands_behind_a_bar(size: tuple[int, int], note: str) -> None:
    async with at_home(two_teams(note), size) as person:
        await person.press("c", "4", "p")
        in_the_list = rows(person)
        await person.press("enter")
        assert person.screen == "DetailPage"
        await person.press(*["down"] * 4)
        behind_it = rows(person)
    for seen in (in_the_list, behind_it):
        quoted = [line for line in seen if line.startswith("│ ")]
        words = {word for line in quoted for word in line.replace("”", "").split()}
        assert {"“Fine.", "Security"} <= words
        assert not [line for line in seen if line.startswith(("owner: Nobody", "◆ All", "Security”"))]
    assert "Security" not in in_the_list
    assert "Security" not in behind_it


async def test_a_note_of_several_lines_keeps_its_lines() -> None:
    async with at_home(two_teams("one\n\n  two"), (100, 40)) as person:
        await person.press("c", "4", "p")
        assert [line for line in rows(person) if line.startswith("│")] == ["│ “one", "│", "│   two”"]


async def test_a_file_name_is_one_line_among_the_problems() -> None:
    ANSWERS.mkdir()
    (ANSWERS / "a\nsecurity.toml: could not be read.toml").write_text("= [", encoding="utf-8")
    async with at_home(Workspace(ANSWERS, small()), (120, 40)) as person:
        await person.press("x")
        assert "- “answers/a↵security.toml: could not be read.toml”: is not valid TOML" in person.sees()
        assert not [line for line in rows(person) if line.startswith("security")]


async def test_the_name_of_a_folder_is_one_line() -> None:
    folder = Path("mine\nForged")
    async with at_home(Workspace(folder, small()), (120, 40)) as person:
        assert "Folder: mine↵Forged" in rows(person)
    async with answering(Workspace(folder, small()), size=(120, 40)) as person:
        await person.press("o", "end", "enter", "enter", "1", "enter")
        assert person.screen == "ReviewScreen"
        assert [line for line in rows(person) if line.startswith("mine↵Forged/endpoint--")]


async def test_a_section_that_explains_itself_in_paragraphs_is_shown_as_one() -> None:
    asked = small()
    about = "What it is.\n\nNo longer asked for:\nEverything."
    changed = asked.model_copy(update={"head": asked.head.model_copy(update={"about": about})})
    async with at_home(Workspace(ANSWERS, changed), (120, 40)) as person:
        assert "What it is. No longer asked for: Everything." in rows(person)
