"""The examples that come along: valid, four teams, and nobody's name."""

from __future__ import annotations

from pathlib import Path

from maturity.files.examples import examples, write_examples
from maturity.files.gathering import gather
from questionnaires import builtin
from tests.given.files import uncounted


def test_the_examples_are_of_four_teams() -> None:
    assert {response.respondent.team for response in examples()} == {
        "endpoint",
        "operations",
        "security",
        "architecture",
    }


def test_no_example_bears_a_name() -> None:
    assert {response.respondent.name for response in examples()} == {""}


def test_written_examples_read_back_as_they_were(tmp_path: Path) -> None:
    written = write_examples(tmp_path / "new" / "folder")
    gathered = gather(written, builtin())
    assert (gathered.faults, gathered.conflicts) == ((), ())
    assert {file.response.respondent.id: uncounted(file.response) for file in gathered.files} == {
        response.respondent.id: uncounted(response) for response in examples()
    }


def test_writing_them_twice_changes_nothing(tmp_path: Path) -> None:
    before = [path.read_bytes() for path in write_examples(tmp_path)]
    assert [path.read_bytes() for path in write_examples(tmp_path)] == before


def test_an_example_in_which_somebody_went_on_answering_is_left_alone(tmp_path: Path) -> None:
    first, second, *_ = write_examples(tmp_path)
    first.write_bytes(second.read_bytes())
    write_examples(tmp_path)
    assert first.read_bytes() == second.read_bytes()


def test_an_example_that_is_missing_is_written_again(tmp_path: Path) -> None:
    first, *_ = write_examples(tmp_path)
    before = first.read_bytes()
    first.unlink()
    write_examples(tmp_path)
    assert first.read_bytes() == before
