"""The order in which files are given, and their names, change nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from maturity.files.gathering import gather
from maturity.results.build import results
from maturity.results.writing import to_toml
from questionnaires import builtin
from scoring import compare, recommend, tally
from tests.given.commands import Command


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("form", ["text", "json", "toml"])
def test_the_order_of_the_files_changes_no_byte(command: Command, examples: Path, seed: int, form: str) -> None:
    files = sorted(examples.iterdir())
    mixed = random.Random(seed).sample(files, len(files))
    written = []
    for order in (files, mixed):
        if form == "toml":
            assert command("export", *order, "-o", "results.toml").code == 0
            written.append(Path("results.toml").read_bytes())
        else:
            said = command("compare", *order, *(["--json"] if form == "json" else []))
            assert said.code == 0
            written.append(said.out.encode())
    assert written[0] == written[1]


def test_the_names_of_the_files_change_no_byte(command: Command, examples: Path, place: Path) -> None:
    before = command("compare", "--json", examples).out
    renamed = place / "renamed"
    renamed.mkdir()
    for number, file in enumerate(sorted(examples.iterdir(), reverse=True)):
        file.rename(renamed / f"{number}.toml")
    assert command("compare", "--json", renamed).out == before


def test_the_order_of_the_responses_changes_no_byte(examples: Path) -> None:
    questionnaire = builtin()
    responses = gather([examples], questionnaire).of_round(1)
    written = set()
    for turn in range(0, len(responses), 3):
        turned = responses[turn:] + responses[:turn]
        comparison = compare(questionnaire, tally(questionnaire, turned), 1)
        written.add(to_toml(results(comparison, recommend(comparison))))
    assert len(written) == 1
