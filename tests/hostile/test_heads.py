"""Whatever is in a folder: what the first screen says of it is what reading says, or nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.files.heads import Heads, teams_so_far
from tests.hostile import field
from tests.hostile.corpus import corpus
from tests.hostile.heads import FRONT, changed, complaint, disagreement, sound
from tests.hostile.links import fill_outside, links
from tests.hostile.running import limited
from tests.hostile.test_loaders import BYTES, LONGEST

HEADS = Heads(FRONT)
ITEMS = [item for item in corpus() if item.category in ("kinds", "encodings") and not item.is_questionnaire]
"""Those that begin as a response does, or as something else that is ours."""


@settings(max_examples=50)
@given(st.randoms(use_true_random=False))
def test_a_sound_response_with_a_few_changes_is_told_as_it_is_read_or_not_yet(chance: random.Random) -> None:
    with limited(LONGEST):
        assert complaint(changed(chance), field.questionnaire(), HEADS) == ""


@settings(max_examples=30)
@given(BYTES, st.integers(0, 2000))
def test_any_bytes_within_a_response_are_told_as_they_are_read_or_not_yet(data: bytes, place: int) -> None:
    whole = sound()[0].encode()
    assert complaint(whole[:place] + data + whole[place:], field.questionnaire(), HEADS) == ""


def test_files_of_other_kinds_and_encodings_are_told_as_they_are_read_or_not_yet() -> None:
    for item in ITEMS:
        for data in item.files().values():
            assert complaint(data, field.questionnaire(), HEADS) == "", str(item)


@pytest.mark.posix
@pytest.mark.parametrize("name", [item.name for item in links() if not item.calls and not item.is_questionnaire])
def test_links_pipes_and_devices_are_not_waited_for_and_told_as_they_are_read_or_not_yet(
    name: str, tmp_path: Path
) -> None:
    item = next(item for item in links() if item.name == name)
    fill_outside(tmp_path / "outside")
    item.write(tmp_path / "round", tmp_path / "outside")
    with limited(LONGEST):
        assert disagreement(tmp_path / "round", field.questionnaire(), FRONT) == ""


def test_what_two_sound_teams_say_is_known_at_once(tmp_path: Path) -> None:
    field.two_sound_teams(tmp_path)
    assert [(team.label, team.people) for team in teams_so_far(tmp_path, FRONT)] == [("Endpoint", 1), ("Security", 1)]
    assert disagreement(tmp_path, field.questionnaire(), FRONT) == ""
