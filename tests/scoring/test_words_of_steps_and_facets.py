"""The short words that steps between rounds and the parts of an answer are called by."""

from __future__ import annotations

from questionnaires.words import Facet
from scoring.comparison.rounds import Step
from scoring.wording.rounds import STEP_WORDS
from scoring.wording.words import FACET_WORDS


def test_every_step_between_rounds_is_called_by_its_word() -> None:
    assert STEP_WORDS == {
        Step.NEWLY_AGREED: "newly agreed",
        Step.CLOSER: "closer",
        Step.UNCHANGED: "neither closer nor further apart",
        Step.FURTHER_APART: "further apart",
        Step.NO_LONGER_AGREED: "no longer agreed",
        Step.NOT_COMPARABLE: "cannot be set side by side",
        Step.NOT_ASKED_AGAIN: "not answered again",
        Step.ASKED_FIRST: "answered for the first time",
    }


def test_every_part_of_an_answer_is_called_by_its_word() -> None:
    assert FACET_WORDS == {
        Facet.OWNER: "owner",
        Facet.NEEDED: "control needed",
        Facet.WANTED: "control wanted",
        Facet.BASIS: "basis",
        Facet.POSITION: "answer",
        Facet.TODAY: "today",
        Facet.IN_12_MONTHS: "in 12 months",
        Facet.IN_24_MONTHS: "in 24 months",
        Facet.STATUS: "status",
    }
