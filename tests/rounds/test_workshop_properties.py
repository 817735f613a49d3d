"""Whatever a room decides, parks and takes back: numbers stay, the file holds all of it, and undo leads back."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.rounds.workshop import NothingToUndoError, Workshop
from maturity.rounds.workshop_entries import RefusedError
from questionnaires.decisions import Decision
from tests.given.decided import outcomes
from tests.given.workshops import QUESTIONNAIRE, answered, it_is_a_friday_in_november, numbers, opened, written

__all__ = ["it_is_a_friday_in_november"]


def stepped(workshop: Workshop, chance: Random) -> Workshop:
    """One thing that a room may do; what is refused changes nothing."""
    item = chance.choice(workshop.items)
    facet = chance.choice(workshop.facets(item.question))
    outcome = chance.choice(list(outcomes(QUESTIONNAIRE, QUESTIONNAIRE.question_by_id[item.question], facet)))
    try:
        match chance.randrange(5):
            case 0:
                return workshop.undo()
            case 1:
                return workshop.park(item.question, facet, "Ask.", "Ben")
            case 2:
                return workshop.propose(item.question, facet, outcome)
            case _:
                return workshop.decide(item.question, facet, outcome, "Anna Berg")
    except (RefusedError, NothingToUndoError):
        return workshop


@settings(max_examples=8)
@given(st.integers(0, 2**32))
def test_numbers_stay_nothing_is_lost_and_undo_leads_back_to_where_it_began(seed: int) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        chance, began = Random(seed), opened(answered(folder))
        workshop = began
        before: tuple[Decision, ...] = ()
        for _ in range(12):
            workshop = stepped(workshop, chance)
            assert numbers(began).items() <= numbers(workshop).items()
            entries = written(workshop.workspace) if workshop.sitting else before
            assert entries[: len(before)] == before
            before = entries
        while workshop.undoes:
            workshop = workshop.undo()
        with pytest.raises(NothingToUndoError):
            workshop.undo()
        assert workshop.comparison.settled == began.comparison.settled
        assert [item.is_done for item in workshop.items] == [False] * len(workshop.items)
        assert opened(workshop.workspace).items == began.items
    finally:
        shutil.rmtree(folder)
