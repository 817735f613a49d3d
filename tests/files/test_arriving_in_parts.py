"""However files arrive, a few at a time and in whatever order, they come to the same bytes as read in one pass."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.files.gathering import Gathered, Gathering, KnownFiles, gather, whole
from maturity.files.tallies import people_in, tally_bytes, tally_document
from maturity.results.writing import to_json
from maturity.rounds.choosing import choice_of, round_chosen
from questionnaires import Response
from scoring import Tally, tally
from tests.given.builders import respond, small
from tests.given.files import DIFFERENT, GOOD, put, response_text, two_teams
from tests.given.torn_responses import many_spoilt

LONG_AGO = 1_700_000_000
FILES = 31


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Sound files and spoilt ones, copies, versions that differ, a later round, and tallies of which one counts
    somebody twice; all written so long ago that what was read of them stands."""
    folder = two_teams(tmp_path_factory.mktemp("answers"))
    for number, data in enumerate(many_spoilt(small(), seed=4, files=3, times=5)):
        put(folder / f"{number:02}.toml", data)
    for name, answers in (("one", GOOD), ("other", DIFFERENT), ("copy", GOOD)):
        put(folder / f"{name}.toml", response_text("network", answers, "netw1"))
    for name in ("twin", "double"):
        put(folder / f"{name}.toml", response_text("endpoint", GOOD, "endp2"))
    put(folder / "later.toml", response_text("endpoint", DIFFERENT, "endp1", number=2))
    for name, who in (("sent", ("netw7", "netw8")), ("sent-again", ("netw8", "secu1"))):
        put(folder / f"{name}.toml", tally_of([respond("network", DIFFERENT, respondent=one) for one in who]))
    put(folder / "broken.toml", "kind =")
    put(folder / "results.toml", 'kind = "results"\nschema = 1\n')
    put(folder / "nothing.toml", "")
    found = sorted(folder.iterdir())
    for file in found:
        os.utime(file, (LONG_AGO, LONG_AGO))
    assert len(found) == FILES
    return found


@pytest.fixture(scope="module")
def once(files: list[Path]) -> Gathered:
    """What one pass finds."""
    found = gather(files, small())
    assert len(found.conflicts) == 6
    assert len(found.faults) == 17
    return found


@pytest.fixture(scope="module")
def said(once: Gathered) -> tuple[str, ...]:
    """What is said of that."""
    return written(once)


def tally_of(responses: Sequence[Response], counted: Tally | None = None) -> bytes:
    """The file of their counts; these are `counted` where somebody has done so."""
    rows = tally(small(), responses) if counted is None else counted
    return tally_bytes(tally_document(small(), rows, people_in(responses), 1))


def written(found: Gathered) -> tuple[str, ...]:
    """All that is said of a folder: the results, and each file that is left out and why."""
    results = round_chosen(found, small(), choice_of(found)).results()
    return (to_json(results), *map(repr, (found.faults, found.conflicts, found.skipped, found.left_out)))


cuts = st.sets(st.integers(1, FILES - 1), max_size=6).map(lambda places: [0, *sorted(places), FILES])
orders = st.permutations(range(FILES))


@settings(max_examples=10)
@given(order=orders, places=cuts)
def test_files_that_arrive_a_few_at_a_time_come_to_the_same_bytes(
    files: list[Path], once: Gathered, said: tuple[str, ...], order: list[int], places: list[int]
) -> None:
    known = KnownFiles()
    for end in places[1:]:
        found = whole(Gathering([files[place] for place in order[:end]], small(), known=known))
    assert found == once
    assert written(found) == said


@settings(max_examples=10)
@given(order=orders, places=cuts)
def test_counts_of_any_split_add_up_to_the_same_bytes(
    files: list[Path], once: Gathered, order: list[int], places: list[int]
) -> None:
    counting = {file.path for file in once.files if file.response.respondent.round == 1}
    responses: list[Response] = []
    counted = Tally()
    for start, end in pairwise(places):
        part = gather([files[place] for place in order[start:end] if files[place] in counting], small())
        responses += part.of_round(1)
        counted += tally(small(), part.of_round(1))
    assert tally_of(responses, counted) == tally_of(once.of_round(1))
