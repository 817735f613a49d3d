"""A place of its own for every test, the command, and the files that it is given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from maturity.cli import main
from maturity.files.examples import write_examples
from tests.given.builders import SMALL
from tests.given.files import Outcome
from tests.given.settled import write_settled

Command = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a workspace below it that does not exist yet."""
    monkeypatch.setenv("MATURITY_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.delenv("TERM", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command line in this process."""

    def run(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return run


@pytest.fixture
def own(place: Path) -> Path:
    """The small questionnaire as a folder, as somebody would keep a questionnaire of their own."""
    folder = place / "own"
    folder.mkdir()
    (folder / SMALL.name).write_bytes(SMALL.read_bytes())
    return folder


@pytest.fixture
def examples(place: Path) -> Path:
    """A folder with the example responses."""
    folder = place / "examples"
    write_examples(folder)
    return folder


@pytest.fixture
def settled(place: Path) -> Path:
    """A folder with the example responses, once the teams have settled what the gate counts in them."""
    return write_settled(place / "settled")
