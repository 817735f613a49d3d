"""A folder that was mailed or cloned may hold links: nothing is ever written to where they lead."""

from __future__ import annotations

import io
import itertools
from pathlib import Path
from typing import Final

import platformdirs
import pytest

from maturity.app.crash_report import explain_fault
from maturity.files.gathering import ResponseFile
from maturity.files.saving import NotSavedError, digest
from maturity.files.workspace import Workspace, to_bytes
from maturity.rounds.resuming import Start, UnclearStartError, begin_again, find_or_begin
from questionnaires.words import Depth, Facet
from tests.given.builders import THEN, respond, small
from tests.given.commands import Command
from tests.given.files import GOOD, put, response_text, snapshot_of, two_teams

STARTS: Final = "echo the start file of a shell\n"


@pytest.fixture
def elsewhere(place: Path) -> Path:
    """A folder of somebody's own, with the start file of a shell in it."""
    put(place / "elsewhere" / "profile", STARTS)
    return place / "elsewhere"


@pytest.fixture
def workspace(place: Path) -> Workspace:
    (place / "answers").mkdir()
    return Workspace(place / "answers", small())


def is_untouched(elsewhere: Path) -> bool:
    return snapshot_of(elsewhere) == {"profile": STARTS.encode()}


def answered(file: ResponseFile) -> ResponseFile:
    response = file.response.with_choice("risk.attitude", Facet.POSITION, 4, THEN)
    return ResponseFile(file.path, response, file.digest)


@pytest.mark.parametrize("arguments", [("results.toml",), ("results.json",), ("results.toml", "--tally")])
@pytest.mark.parametrize("leads_to", ["profile", "not-there", "results.toml"])
def test_an_export_onto_a_link_would_replace_a_file_elsewhere(
    command: Command, own: Path, place: Path, elsewhere: Path, arguments: tuple[str, ...], leads_to: str
) -> None:
    output = place / arguments[0]
    output.symlink_to(output if leads_to == output.name else elsewhere / leads_to)
    said = command("-q", own, "export", two_teams(place / "round"), "-o", *arguments)
    assert (said.code, said.out) == (2, "")
    assert said.messages == [f"{arguments[0]} is a link and was left alone; remove it, or name another file."]
    assert is_untouched(elsewhere)
    assert output.is_symlink()


@pytest.mark.parametrize("leads_to", ["profile", "not-there"])
def test_a_template_onto_a_link_would_begin_a_file_elsewhere(
    command: Command, own: Path, place: Path, elsewhere: Path, leads_to: str
) -> None:
    (place / "pilot.toml").symlink_to(elsewhere / leads_to)
    said = command("-q", own, "gate", "pilot.toml", two_teams(place / "round"), "--template")
    assert (said.code, said.out) == (2, "")
    assert said.messages == ["pilot.toml: is a link and was left alone; name another file for the template."]
    assert is_untouched(elsewhere)


def test_the_example_would_land_behind_a_link_that_nobody_named(command: Command, place: Path, elsewhere: Path) -> None:
    (place / "maturity-demo").symlink_to(elsewhere, target_is_directory=True)
    said = command("demo")
    assert (said.code, said.out, len(said.messages)) == (1, "", 1)
    assert "maturity-demo is a link" in said.err
    assert is_untouched(elsewhere)


def test_the_example_would_go_to_where_the_folder_named_for_it_leads(command: Command, place: Path) -> None:
    (place / "real").mkdir()
    (place / "looking").symlink_to(place / "real", target_is_directory=True)
    assert command("demo", "looking").code == 1
    assert snapshot_of(place / "real") == {}


def test_an_example_response_that_is_a_link_would_replace_a_file_elsewhere(
    command: Command, place: Path, elsewhere: Path
) -> None:
    command("demo", "looking")
    for path in sorted((place / "looking").iterdir()):
        path.unlink()
        path.symlink_to(elsewhere / "profile")
    said = command("demo", "looking")
    assert (said.code, said.out, len(said.messages)) == (1, "", 1)
    assert "is a link" in said.err
    assert is_untouched(elsewhere)


def test_a_new_response_would_be_written_behind_a_dangling_link(
    workspace: Workspace, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = itertools.cycle("abcdefgh")
    monkeypatch.setattr("maturity.files.workspace.secrets.choice", lambda known: next(letters))
    (workspace.folder / "endpoint--abcdefgh--r1.toml").symlink_to(elsewhere / "not-there")
    with pytest.raises(NotSavedError, match="exists already and was left alone"):
        workspace.begin("endpoint", Depth.CORE)
    assert is_untouched(elsewhere)


def test_the_next_round_would_be_written_behind_a_dangling_link(workspace: Workspace, elsewhere: Path) -> None:
    before = workspace.begin("endpoint", Depth.CORE)
    again = before.path.with_name(before.path.name.replace("--r1", "--r2"))
    again.symlink_to(elsewhere / "not-there")
    with pytest.raises(NotSavedError, match="exists already and was left alone"):
        begin_again(workspace, before, 2)
    assert is_untouched(elsewhere)


def linked(workspace: Workspace, elsewhere: Path) -> Path:
    """A response in the workspace that is a link to one elsewhere."""
    real = put(elsewhere / "answers.toml", response_text("endpoint", GOOD))
    link = workspace.folder / "endpoint.toml"
    link.symlink_to(real)
    return link


@pytest.mark.parametrize("start", [Start(), Start("endpoint"), Start(respondent="k7m2")])
def test_a_response_that_is_a_link_would_be_answered_elsewhere(
    workspace: Workspace, elsewhere: Path, start: Start
) -> None:
    linked(workspace, elsewhere)
    with pytest.raises(UnclearStartError, match=r"^endpoint\.toml is a link: it is compared, but not answered; "):
        find_or_begin(workspace, start)


def test_answering_plainly_what_is_a_link_would_write_elsewhere(
    command: Command, own: Path, workspace: Workspace, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\nq\n"))
    linked(workspace, elsewhere)
    before = snapshot_of(elsewhere)
    said = command("-q", own, "-w", workspace.folder, "assess", "--plain", "--team", "endpoint")
    assert (said.code, said.out, len(said.messages)) == (2, "", 1)
    assert "is a link" in said.err
    assert snapshot_of(elsewhere) == before


def test_a_response_that_is_a_link_is_read_and_compared(
    command: Command, own: Path, workspace: Workspace, elsewhere: Path
) -> None:
    linked(workspace, elsewhere)
    said = command("-q", own, "compare", workspace.folder)
    assert (said.code, said.err) == (0, "")
    assert "Only one team has answered" in said.out


def test_saving_would_follow_a_response_that_became_a_link(workspace: Workspace, elsewhere: Path) -> None:
    file = workspace.begin("endpoint", Depth.CORE)
    moved = file.path.rename(elsewhere / "moved.toml")
    file.path.symlink_to(moved)
    with pytest.raises(NotSavedError, match="is a link"):
        workspace.save(answered(file))
    assert digest(moved.read_bytes()) == file.digest
    assert file.path.is_symlink()


def test_setting_aside_would_copy_what_a_link_leads_to(workspace: Workspace, elsewhere: Path) -> None:
    file = workspace.begin("endpoint", Depth.CORE)
    file.path.unlink()
    file.path.symlink_to(elsewhere / "profile")
    for keep in (workspace.save, workspace.keep_both):
        with pytest.raises(NotSavedError, match="is a link"):
            keep(answered(file))
    assert [path.name for path in workspace.folder.iterdir()] == [file.path.name]
    assert is_untouched(elsewhere)


def test_setting_aside_would_write_behind_a_link(workspace: Workspace, elsewhere: Path) -> None:
    file = workspace.begin("endpoint", Depth.CORE)
    theirs = to_bytes(respond("endpoint", {}))
    file.path.write_bytes(theirs)
    (workspace.folder / f"{file.path.name}.{digest(theirs)[:8]}.bak").symlink_to(elsewhere / "profile")
    with pytest.raises(NotSavedError, match=r"\.bak is a link"):
        workspace.keep_both(answered(file))
    assert file.path.read_bytes() == theirs
    assert is_untouched(elsewhere)


def test_a_workspace_that_is_a_link_is_where_somebody_chose_to_answer(place: Path) -> None:
    (place / "real").mkdir()
    (place / "link").symlink_to(place / "real", target_is_directory=True)
    workspace = Workspace(place / "link", small())
    workspace.save(answered(workspace.begin("endpoint", Depth.CORE)))
    assert len(snapshot_of(place / "real")) == 1


def test_the_log_of_a_fault_would_be_written_behind_a_link(
    place: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_log_dir", lambda name, **_: str(place / "logs"))
    (place / "logs").mkdir()
    (place / "logs" / "last-fault.log").symlink_to(elsewhere / "profile")
    try:
        raise ValueError
    except ValueError:
        assert explain_fault().endswith("The log could not be written.")
    assert is_untouched(elsewhere)
