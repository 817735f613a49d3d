"""How many questions each person has answered: the same, judged once for each distinct answer or one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.files.gathering import gather
from maturity.rounds.interview import is_open
from maturity.rounds.teams import Answered
from questionnaires import questions_for
from tests.given.builders import small
from tests.given.torn_responses import many_spoilt


@pytest.mark.parametrize("seed", range(3))
def test_everybody_is_as_far_as_their_questions_one_by_one_say(tmp_path: Path, seed: int) -> None:
    for number, data in enumerate(many_spoilt(small(), seed, files=12, times=2)):
        (tmp_path / f"{number:03}.toml").write_bytes(data)
    known, found = Answered(), gather([tmp_path], small())
    for file in found.files:
        asked = questions_for(file.response, small())
        answered = sum(not is_open(question, file.response) for question in asked)
        assert known.of(small(), file) == (answered, len(asked))
    assert len({known.of(small(), file) for file in found.files}) > 1
