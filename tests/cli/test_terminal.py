"""The app opens in a terminal that can show it, and nowhere else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from maturity import clock
from maturity.app.app import MaturityApp
from maturity.cli.round_verbs import ROUND_VERBS
from maturity.files.examples import write_examples
from maturity.rounds.resuming import open_response
from tests.given.commands import Command
from tests.given.files import Outcome


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[MaturityApp]:
    """The apps that were run, without running them."""
    apps: list[MaturityApp] = []
    monkeypatch.setattr(MaturityApp, "run", lambda app: apps.append(app))
    return apps


@pytest.fixture
def at_terminal(command: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs the command line as at a terminal."""

    def run(*arguments: str | Path) -> Outcome:
        with monkeypatch.context() as patched:
            patched.setattr("sys.stdin", Terminal())
            patched.setattr("sys.stdout", Terminal())
            return command(*arguments)

    return run


@pytest.mark.parametrize(
    "arguments", [[], ["assess"], ["assess", "--team", "endpoint"], ["-w", "somewhere"], ["workshop", "somewhere"]]
)
def test_without_a_terminal_the_app_names_what_works(
    command: Command, opened: list[MaturityApp], place: Path, arguments: list[str]
) -> None:
    said = command(*arguments)
    assert said == Outcome(
        2,
        "",
        "The app needs a terminal. Without one, use: maturity compare, report, export, gate, check, demo, "
        "assess --plain.\n",
    )
    assert opened == []
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("stream", ["sys.stdin", "sys.stdout"])
def test_half_a_terminal_is_none(
    command: Command, opened: list[MaturityApp], monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(stream, Terminal())
        assert (command().code, opened) == (2, [])


@pytest.mark.parametrize("arguments", [[], ["assess", "--team", "endpoint"], ["demo"]])
def test_a_dumb_terminal_is_sent_to_the_plain_way(
    at_terminal: Command, opened: list[MaturityApp], monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    said = at_terminal(*arguments)
    assert (said.code, opened) == (2, [])
    assert said.messages[-1] == (
        "This terminal cannot show the app. Use: maturity assess --plain, or maturity compare."
    )


def test_no_verb_opens_the_workspace(at_terminal: Command, opened: list[MaturityApp], place: Path) -> None:
    assert at_terminal().code == 0
    assert [(app.folder, app.straight_to) for app in opened] == [(place / "workspace", None)]


def test_a_workspace_can_be_named(at_terminal: Command, opened: list[MaturityApp]) -> None:
    assert at_terminal("-w", "somewhere").code == 0
    assert opened[0].folder == Path("somewhere")


def test_demo_opens_on_the_examples(at_terminal: Command, opened: list[MaturityApp]) -> None:
    assert at_terminal("demo", "looking").code == 0
    assert opened[0].workspace.folder == Path("looking")
    assert len(opened[0].workspace.read().files) == 6


def test_workshop_goes_straight_to_the_talk_in_the_folder_that_is_named(
    at_terminal: Command, opened: list[MaturityApp]
) -> None:
    assert at_terminal("workshop", "talking").code == 0
    assert at_terminal("workshop", "-w", "somewhere").code == 0
    assert [(app.workspace.folder, app.is_workshop) for app in opened] == [
        (Path("talking"), True),
        (Path("somewhere"), True),
    ]


def test_no_workshop_on_results_alone(at_terminal: Command, opened: list[MaturityApp], place: Path) -> None:
    write_examples(place / "answers")
    assert at_terminal("export", place / "answers", "-o", place / "results.toml").code == 0
    said = at_terminal("workshop", place / "results.toml")
    assert (said.code, opened) == (2, [])
    assert "holds results only; decisions are kept beside the answers" in said.err


def test_assess_goes_straight_to_answering(at_terminal: Command, opened: list[MaturityApp], place: Path) -> None:
    assert at_terminal("assess", "--team", "network", "--depth", "full", "--name", "Olga").code == 0
    file = opened[0].straight_to
    assert file is not None
    assert file.path.parent == place / "workspace"
    assert (file.response.respondent.team, file.response.respondent.depth) == ("network", "full")


def test_assess_asks_back_when_it_is_unclear_who_answers(at_terminal: Command, opened: list[MaturityApp]) -> None:
    said = at_terminal("assess")
    assert (said.code, opened) == (2, [])
    assert said.err.startswith("Say which team you answer for: --team, one of endpoint, ")


def test_what_the_app_returns_is_the_exit_code(
    at_terminal: Command, opened: list[MaturityApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MaturityApp, "return_code", 1)
    assert at_terminal().code == 1


def test_an_interruption_says_that_everything_is_saved(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(ROUND_VERBS, "compare", interrupted)
    assert command("compare") == Outcome(130, "", "Interrupted. Everything you answered is saved.\n")


def test_a_reader_who_went_away_is_no_fault_to_talk_about(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setitem(ROUND_VERBS, "compare", closed)
    assert command("compare") == Outcome(1, "", "")


def test_on_quitting_the_path_of_what_was_answered_is_printed_whole(
    at_terminal: Command, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    said: list[str] = []
    monkeypatch.setattr("maturity.cli.opening.put", said.append)
    monkeypatch.setattr(MaturityApp, "run", answers_once)
    assert at_terminal("assess", "--team", "network").code == 0
    (path,) = (place / "workspace").glob("*.toml")
    assert said == [f"Your answers are in {path}\n"]
    assert "flag = true" in path.read_text(encoding="utf-8")


def answers_once(app: MaturityApp) -> None:
    """In the place of a person at the app: flags the first question."""
    assert app.straight_to is not None
    keeper = open_response(app.workspace, app.straight_to)
    keeper.keep(keeper.response.with_flag(app.workspace.questionnaire.questions[0].id, True, clock.now()))
    keeper.close()


def test_where_nothing_was_answered_no_path_is_printed(
    at_terminal: Command, opened: list[MaturityApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("maturity.cli.opening.put", said.append)
    assert at_terminal("assess", "--team", "network").code == 0
    assert (len(opened), said) == (1, [])


def test_a_bad_file_of_keys_is_said_before_the_app_opens(
    at_terminal: Command, opened: list[MaturityApp], monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    (place / "keys.toml").write_text('[keys]\nfly = "x"\nhome-new = "nope"\n', encoding="utf-8")
    monkeypatch.setenv("MATURITY_KEYS", str(place / "keys.toml"))
    said = at_terminal("assess", "--team", "network")
    assert (said.code, opened, len(said.messages)) == (3, [], 2)
