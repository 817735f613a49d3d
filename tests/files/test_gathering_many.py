"""Files of a folder that look alike are read quickly, and nothing else is found than by reading every letter."""

from __future__ import annotations

import random
from pathlib import Path
from unittest import mock

import pytest

from maturity.files import gathering, one_file
from maturity.files.gathering import Gathered, gather
from maturity.files.workspace import Workspace, to_bytes
from questionnaires import builtin, parse
from questionnaires.patterns import Patterns
from questionnaires.response import SharedAnswers
from questionnaires.words import Facet
from scoring import tally
from tests.given.builders import THEN, small
from tests.given.counted_one_by_one import counted_one_by_one
from tests.given.torn_responses import many_spoilt, some_response


def letter_by_letter(folder: Path) -> Gathered:
    """What is found where nothing is taken from what was seen before."""
    with mock.patch.object(Patterns, "admitted", return_value=None):
        return gather([folder], small())


def fill(folder: Path, seed: int) -> Path:
    """Sound files, spoilt ones, copies and versions that differ."""
    for number, data in enumerate(many_spoilt(small(), seed, files=8, times=4)):
        (folder / f"{number:03}.toml").write_bytes(data)
    return folder


@pytest.mark.parametrize("seed", range(6))
def test_a_folder_holds_the_same_however_it_is_read(tmp_path: Path, seed: int) -> None:
    found, whole = gather([fill(tmp_path, seed)], small()), letter_by_letter(tmp_path)
    assert found == whole
    assert [list(file.response.answers) for file in found.files] == [
        list(file.response.answers) for file in whole.files
    ]
    assert found.faults


@pytest.mark.parametrize("seed", range(3))
def test_it_is_counted_the_same_in_whatever_parts_and_order_it_is_read(tmp_path: Path, seed: int) -> None:
    fill(tmp_path, seed)
    files = sorted(tmp_path.iterdir())
    random.Random(seed).shuffle(files)
    responses = [file.response for file in gather([tmp_path], small()).files]
    parts = [tally(small(), [file.response for file in gather(files[place::3], small()).files]) for place in range(3)]
    alone = {file.path for place in range(3) for file in gather(files[place::3], small()).files}
    both = {file.path for file in gather([tmp_path], small()).files}
    assert tally(small(), responses) == counted_one_by_one(small(), responses)
    if alone == both:  # nothing in one part is at odds with another
        assert parts[0] + parts[1] + parts[2] == tally(small(), responses)


def test_thousands_share_their_answers_and_the_places_of_these(tmp_path: Path) -> None:
    made = some_response(builtin(), random.Random(1)).model_copy(update={"answers": {}})
    for question in builtin().asked_of(made.respondent.team, made.respondent.depth):
        made = made.with_choice(question.id, question.facets[0], "dont_know", THEN)
    for number in range(20):
        who = made.respondent.model_copy(update={"id": f"resp{number:02}"})
        (tmp_path / f"{number}.toml").write_bytes(to_bytes(made.model_copy(update={"respondent": who})))
    answers = [file.response.answers for file in gather([tmp_path], builtin()).files]
    shared = [one for one in answers if isinstance(one, SharedAnswers)]
    assert len(shared) == 20
    assert len({id(one._places) for one in shared}) == 1
    assert len({id(entry) for one in shared for entry in one.entries}) == len(made.answers)


def test_of_a_folder_only_what_differs_is_parsed(tmp_path: Path) -> None:
    chance = random.Random(3)
    made = some_response(small(), chance).model_copy(update={"answers": {}})
    for number in range(50):
        chosen = made.with_choice("risk.attitude", Facet.POSITION, number % 6, THEN)
        who = chosen.respondent.model_copy(update={"id": f"resp{number:02}"})
        (tmp_path / f"{number}.toml").write_bytes(to_bytes(chosen.model_copy(update={"respondent": who})))
    with mock.patch.object(one_file, "parse", wraps=parse) as parsed:
        assert len(gather([tmp_path], small()).files) == 50
    assert parsed.call_count == 0


def test_what_was_read_quickly_is_written_and_goes_on_as_before(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, small())
    made = some_response(small(), random.Random(5))
    (tmp_path / "a.toml").write_bytes(to_bytes(made))
    (file,) = workspace.read().files
    assert isinstance(file.response.answers, SharedAnswers)
    assert to_bytes(file.response) == to_bytes(made)
    (same,) = letter_by_letter(tmp_path).files
    changed = [one.response.with_choice("risk.attitude", Facet.POSITION, 1, THEN) for one in (file, same)]
    assert changed[0] == changed[1]
    assert to_bytes(changed[0]) == to_bytes(changed[1])
    assert gathering.Gathered((file,)) == gathering.Gathered((same,))
    assert repr(file.response) == repr(same.response)
