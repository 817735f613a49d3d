"""The built-in questionnaire made ready beforehand is the one in the TOML, or it is not used."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import questionnaires.front
from questionnaires import Questionnaire, builtin
from questionnaires.compiled import PLACE, builtin_files, compiled, digest
from questionnaires.loading import assemble, fingerprint
from tests.given.compiled import made
from tests.given.front import made as front

Files = list[tuple[str, bytes]]


def told(questionnaire: Questionnaire) -> str:
    """Every field of every part, and how each number is written."""
    return questionnaire.model_dump_json()


@pytest.fixture(scope="module")
def from_toml() -> Questionnaire:
    return assemble(builtin_files())


def test_what_ships_is_made_of_the_toml_as_it_is_now() -> None:
    said = "made of other TOML or by other models: run python -m tests.given.compiled"
    assert PLACE.read_text(encoding="utf-8") == made(), said


def test_both_ways_give_the_same_questionnaire(from_toml: Questionnaire) -> None:
    ready = compiled(builtin_files())
    assert ready is not None
    assert ready == from_toml
    assert told(ready) == told(from_toml)
    assert ready.fingerprint == from_toml.fingerprint == fingerprint(ready)
    assert [scale.meaning for scale in ready.scales] == [scale.meaning for scale in from_toml.scales]


def test_what_was_said_in_the_toml_is_what_counts_as_said(from_toml: Questionnaire) -> None:
    ready = compiled(builtin_files())
    assert ready is not None
    assert [one.model_fields_set for one in ready.questions] == [one.model_fields_set for one in from_toml.questions]


@pytest.mark.parametrize(
    "changed",
    [
        lambda files: [(name, data + b"\n") for name, data in files],
        lambda files: files[1:],
        lambda files: [*files, ("zzz.toml", b"")],
        lambda files: [(f"a{name}", data) for name, data in files],
    ],
    ids=["a byte more", "a file less", "a file more", "other names"],
)
def test_it_is_left_alone_where_the_toml_has_changed(changed: Callable[[Files], Files]) -> None:
    assert compiled(changed(builtin_files())) is None


@pytest.mark.parametrize("data", [None, b"", b"{}", b"[" * 100_000], ids=["missing", "empty", "no parts", "nested"])
def test_without_a_sound_one_the_toml_is_read(
    data: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, from_toml: Questionnaire
) -> None:
    place = tmp_path / "ready.json"
    if data is not None:
        place.write_bytes(data)
    monkeypatch.setattr("questionnaires.compiled.PLACE", place)
    assert builtin.__wrapped__() == from_toml


def test_one_that_names_the_right_files_but_breaks_a_rule_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = json.loads(PLACE.read_bytes())
    assert document["made_of"] == digest(builtin_files())
    document["questionnaire"]["scales"][0]["options"] = []
    (tmp_path / "ready.json").write_text(json.dumps(document))
    monkeypatch.setattr("questionnaires.compiled.PLACE", tmp_path / "ready.json")
    assert compiled(builtin_files()) is None


def test_the_front_that_ships_is_that_of_the_questionnaire_as_it_is_now() -> None:
    said = "of other teams or questions: run python -m tests.given.front"
    assert Path(questionnaires.front.__file__).with_name("front.json").read_text(encoding="utf-8") == front(), said
