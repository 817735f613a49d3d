"""Responses read by what was seen before: the same as every letter read, or left to that."""

from __future__ import annotations

import random
from collections.abc import Callable
from unittest import mock

import pytest

from maturity.files.workspace import to_bytes
from questionnaires import Answer, Response, patterns
from questionnaires.patterns import Patterns
from tests.given.builders import respond, small
from tests.given.torn_responses import many_spoilt, read_whole, some_response
from tests.given.versions import OTHER_BASIS, OTHER_LADDER, OTHER_NAME, OTHER_TEXT

PLAIN = respond("endpoint", {"risk.attitude": Answer(position=3), "control.release": Answer(needed=2, wanted=2)})


def read(*files: bytes) -> list[Response | None]:
    """What is found in these files, read one after the other."""
    known = Patterns(small())
    return [known.admitted(data) for data in files]


def whole(*made: Response) -> list[Response | None]:
    """The same as reading every letter of their files finds."""
    return [read_whole(to_bytes(one), small()) for one in made]


def edited(old: str, new: str, made: Response = PLAIN) -> bytes:
    text = to_bytes(made).decode()
    assert text.count(old) == 1
    return text.replace(old, new).encode()


@pytest.mark.parametrize("version", [small(), OTHER_TEXT, OTHER_LADDER, OTHER_BASIS, OTHER_NAME])
def test_what_is_written_is_read_as_it_was(version: object) -> None:
    chance, known = random.Random(7), Patterns(small())
    for number in range(60):
        made = some_response(version, chance, number)  # type: ignore[arg-type]
        found = known.admitted(to_bytes(made))
        assert found == read_whole(to_bytes(made), small())
        assert found is not None
        assert list(found.answers) == list(made.answers)


@pytest.mark.parametrize("seed", range(5))
def test_whatever_becomes_of_a_file_is_read_as_every_letter_says_or_left_to_that(seed: int) -> None:
    known, taken = Patterns(small()), 0
    for data in many_spoilt(small(), seed, files=12, times=25):
        found = known.admitted(data)
        taken += found is not None
        assert found is None or found == read_whole(data, small()), data
    assert taken > 20


def test_equal_answers_are_one_object_in_all_files() -> None:
    first, second = read(to_bytes(PLAIN), to_bytes(PLAIN))
    assert first is not None
    assert second is not None
    assert all(first.answers[name] is second.answers[name] for name in PLAIN.answers)


def test_what_was_seen_before_is_not_parsed_again() -> None:
    known = Patterns(small())
    known.admitted(to_bytes(PLAIN))
    with mock.patch("tomllib.loads", side_effect=AssertionError):
        assert known.admitted(to_bytes(respond("security", PLAIN.answers, respondent="abcd"))) is not None


def test_notes_are_not_kept() -> None:
    known = Patterns(small())
    noted = [respond("endpoint", {"risk.attitude": Answer(position=3, note=f"No. {place}")}) for place in range(9)]
    assert [known.admitted(to_bytes(made)) for made in noted] == whole(*noted)
    (front,) = known._fronts.values()
    assert front.answers == {}


def test_no_more_is_kept_than_a_folder_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_MOST_PATTERNS", 3)
    known = Patterns(small())
    made = [respond("endpoint", {"risk.attitude": Answer(position=place)}) for place in range(6)]
    assert [known.admitted(to_bytes(one)) for one in made * 2] == whole(*made * 2)
    assert [len(front.answers) for front in known._fronts.values()] == [3]


@pytest.mark.parametrize(
    "data",
    [
        edited("position = 3", "position = 9"),
        edited("position = 3", "owner = 3"),
        edited("position = 3", "position = 3\nposition = 3"),
        edited("position = 3", "position = 03"),
        edited("position = 3", "position = 3 # three"),
        edited('[answers."risk.attitude"]', '[answers."risk.other"]'),
        edited('[answers."risk.attitude"]', '[answers."control.release"]'),
        edited('[answers."risk.attitude"]', "[answers.risk.attitude]"),
        edited("answered = 2", "answered = 3"),
        edited("answered = 2", "answered = 2\nanswered = 2"),
        edited("answered = 2", 'answered = 2\nname = """\n"""'),
        edited("schema = 1", "schema = 2"),
        edited('team = "endpoint"', 'team = "nobody"'),
        to_bytes(PLAIN) + b"\r",
        to_bytes(PLAIN) + b"\x00",
        b"\xef\xbb\xbf" + to_bytes(PLAIN),
        to_bytes(PLAIN).replace(b"endpoint", b"\xff"),
        b'kind = "response"\n',
        b"",
    ],
)
def test_what_looks_another_way_or_is_wrong_is_left_to_the_whole_reading(data: bytes) -> None:
    assert read(to_bytes(PLAIN), data)[1] is None


@pytest.mark.parametrize("change", [lambda data: data.replace(b"\n", b"\r\n"), lambda data: data.rstrip(b"\n")])
def test_other_ends_of_lines_are_read_as_well(change: Callable[[bytes], bytes]) -> None:
    assert read(to_bytes(PLAIN), change(to_bytes(PLAIN)), to_bytes(PLAIN)) == whole(PLAIN) * 3
