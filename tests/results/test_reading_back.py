"""What is exported counts as written only when it reads back as it was computed."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli_w

from maturity.files.documents import json_text
from maturity.files.saving import NotSavedError
from maturity.files.tallies import people_in, tally_bytes, tally_document
from maturity.files.trees import Tree
from maturity.results.model import Results, read_results
from maturity.results.writing import FORMATS, export_results, export_tally, to_json, to_toml
from scoring import tally
from tests.given.builders import small
from tests.given.commands import Command
from tests.given.example_results import example_results
from tests.given.files import put, two_teams
from tests.given.rounds import first_round

Write = Callable[[Results], str]


def without_agenda(write: Write) -> Write:
    """The same format, which loses the agenda."""
    return lambda found: write(found.model_copy(update={"agenda": ()}))


def without_key(write: Write) -> Write:
    """The same format, which loses a key that has to be there."""

    def losing(found: Results) -> str:
        document = json.loads(to_json(found)) if write is to_json else tomllib.loads(to_toml(found))
        del document["agenda"]
        return json_text(document) if write is to_json else tomli_w.dumps(document)

    return losing


def halved(write: Write) -> Write:
    """The same format, which loses its second half."""
    return lambda found: write(found)[: len(write(found)) // 2]


def counts() -> Tree:
    responses = first_round()
    return tally_document(small(), tally(small(), responses), people_in(responses), 1)


@pytest.fixture
def lossy_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file called `out` is read without its last byte."""
    really = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: really(path)[: -1 if path.stem == "out" else None])


@pytest.fixture
def locked_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file called `out` can be read."""
    really = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.stem == "out":
            raise PermissionError(13, "Permission denied")
        return really(path)

    monkeypatch.setattr(Path, "read_bytes", read)


@pytest.mark.parametrize("name", ["out.toml", "out.json", "OUT.TOML"])
def test_what_was_computed_reads_back(place: Path, name: str) -> None:
    export_results(example_results(), place / name)
    text = (place / name).read_text(encoding="utf-8")
    document = json.loads(text) if name.endswith("json") else tomllib.loads(text)
    assert document["criterion"][0]["id"]
    assert read_results(document, name) == example_results()


@pytest.mark.parametrize("spoilt", [without_agenda, without_key, halved])
@pytest.mark.parametrize(("suffix", "write"), [(".toml", to_toml), (".json", to_json)])
@pytest.mark.parametrize("before", [None, '{"kind": "results", "of": "earlier"}'])
def test_results_that_would_not_read_back_are_not_written(
    command: Command,
    examples: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoilt: Callable[[Write], Write],
    suffix: str,
    write: Write,
    before: str | None,
) -> None:
    monkeypatch.setitem(FORMATS, suffix, spoilt(write))
    output = Path(f"out{suffix}")
    if before is not None:
        put(output, before)
    said = command("export", examples, "-o", output)
    assert (said.code, said.out) == (1, "")
    assert said.messages == [f"{output} would not read back as it was computed; nothing was written."]
    assert (output.read_text() if output.exists() else None) == before


def test_a_tally_that_would_not_read_back_is_not_written(
    command: Command, own: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def losing(document: Tree) -> bytes:
        return tally_bytes({key: value for key, value in document.items() if key != "flag"})

    monkeypatch.setattr("maturity.results.writing.tally_bytes", losing)
    said = command("-q", own, "export", "--tally", two_teams(place / "round"), "-o", "out.toml")
    assert (said.code, said.out) == (1, "")
    assert said.messages == ["out.toml would not read back as it was computed; nothing was written."]
    assert not Path("out.toml").exists()


@pytest.mark.usefixtures("lossy_disk")
@pytest.mark.parametrize("arguments", [("out.toml",), ("out.json",), ("out.toml", "--tally")])
def test_a_disk_that_does_not_hold_what_was_written_is_said(
    command: Command, examples: Path, arguments: tuple[str, ...]
) -> None:
    said = command("export", examples, "-o", *arguments)
    assert (said.code, said.out) == (1, "")
    assert said.messages == [f"{arguments[0]} does not hold what was written; export it again, to another folder."]


@pytest.mark.usefixtures("locked_disk")
@pytest.mark.parametrize("arguments", [("out.toml",), ("out.json",), ("out.toml", "--tally")])
def test_a_file_that_cannot_be_read_back_is_said(command: Command, examples: Path, arguments: tuple[str, ...]) -> None:
    said = command("export", examples, "-o", *arguments)
    assert (said.code, said.out) == (1, "")
    assert said.messages == [f"{arguments[0]} was written, but cannot be read back: Permission denied."]


@pytest.mark.usefixtures("lossy_disk")
@pytest.mark.parametrize(
    "write", [lambda path: export_results(example_results(), path), lambda path: export_tally(counts(), path)]
)
def test_the_fault_reaches_whoever_exports(place: Path, write: Callable[[Path], None]) -> None:
    with pytest.raises(NotSavedError, match="does not hold what was written"):
        write(place / "out.toml")


@pytest.mark.parametrize("name", ["out.toml", "out.json"])
def test_a_number_that_was_rounded_on_the_way_is_noticed(
    place: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    found = example_results()
    chance = tuple(row.model_copy(update={"chance": round(row.chance, 1)}) for row in found.chance)
    assert chance != found.chance
    rounded = found.model_copy(update={"chance": chance})
    write = to_json if name.endswith("json") else to_toml
    monkeypatch.setitem(FORMATS, Path(name).suffix, lambda _: write(rounded))
    with pytest.raises(NotSavedError):
        export_results(found, place / name)
    assert not (place / name).exists()
