"""What is to be done, in a line of the plan."""

from __future__ import annotations

import datetime as dt
from typing import Final

from questionnaires.decisions import NextStep

STEP_DONE: Final = "step done: decide it now"
"""Of something parked, once what was to be done first is done."""


def show_words(title: str) -> str:
    """A must that the pilot has to show."""
    return f"Show: {title}"


def do_words(title: str, outcome: str, by: dt.date | None = None, due: dt.date | None = None) -> str:
    """Something decided that has to be carried out; where it was planned for another day than it was decided for, which
    day is which."""
    if by is not None and due not in (None, by):
        outcome = f"{outcome.removesuffix(f', by {by}')} (decided for {by}, planned for {due})"
    return f"Carry out: {title}: {outcome}"


def safeguard_words(title: str, safeguard: str) -> str:
    """A safeguard that covers what was needed, which a team tests."""
    return f"Test the safeguard: {title}: {safeguard.rstrip('.')}"


def provide_words(title: str, outcome: str) -> str:
    """A prerequisite of which the room says that it is not there, or only in part, as the outcome says."""
    return f"Put in place: {title}: {outcome}"


def decide_words(title: str, outcome: str) -> str:
    """Something that was only proposed."""
    return f"Decide: {title}: {outcome} (proposed)"


def step_words(title: str, step: NextStep) -> str:
    """What is done next about something parked."""
    return f"Next step: {step.what.rstrip('.')} ({title})"


def review_words(title: str, outcome: str) -> str:
    """A decision that is looked at again."""
    return f"Review: {title}: {outcome}"
