"""The words of reports and screens, for somebody who has seen nothing else."""

from __future__ import annotations

from typing import Final

from maturity.results.model import Results

GLOSSARY: Final = (
    ("Aligned, close", "at most 1, at most 2 steps of the scale between the teams' middle answers"),
    ("Apart, far apart", "at most 3 steps, or more; scales have six options, 0 to 5"),
    ("No common position", "a team's people are more than a step from its middle answer on average; at best close"),
    ("Single voice, indicative", "a team's middle answer rests on one answer, or on two to four"),
    (
        "Stands apart",
        "a team whose middle answer is more than 2 steps from the others'; on owners and prerequisites, one that fewer "
        "than half of the others answer like",
    ),
    ("At random", "everybody picks any option, with the same teams and as many answers"),
    (
        "Agreed, not confirmed",
        "all teams that name an owner name the same; not confirmed while that owner is a team that has no answer on "
        "it, even if one of three or more names another",
    ),
    ("Contested", "two or more teams each say that they own it"),
    ("Unaware owner", "more than half name a team that itself names another, or says nobody yet"),
    ("No owner", "no team that answered takes it, or nobody yet is said more than any owner is named"),
    ("Split", "the teams do not all name one owner, in another way"),
    ("Left to the service", "a team leaves to the service what its documentation gives to us"),
    ("Met, not confirmed", "all say it is met, but not the team that it concerns first, or that team does not know"),
    ("Mostly unknown", "more than half of the teams do not know; a team does not when most of its answers say so"),
    ("Blocker", "a team needs more control than the service offers"),
    ("Comfort, exposed", "a team wants more, or less, control than it says it needs"),
    ("Baseline, direction, pace", "a dispute about today, about which way to move, or about how far"),
    (
        "Hangs on it",
        "criteria whose owner this question names, whose threshold it sets, that it calls for, or in which it counts",
    ),
    ("Ask first", "whose answer is missing most: the missing answers that would change most criteria"),
    (
        "Must, should, could",
        "how firmly it is recommended; at most ten musts to end the pilot always apply, more where answers call for "
        "them",
    ),
    (
        "Conflict of limits",
        "limits that exclude each other; their criteria are no musts before they fit together",
    ),
    ("Computed", "counted by this tool from the answers or from the cycles; nobody enters it"),
    ("Basis", "what a need of 4 or 5 rests on, such as a law or an audit finding"),
    ("Firm", "in how many variants of the answers a must, its threshold and its owner stay"),
    ("In a row", "cycles up to the latest in which every must counted by cycle passed, waived or not"),
    ("Waived through", "no must fails or is missing, but somebody has set some aside"),
)


_TOLD: Final = frozenset(
    {
        "Agreed, not confirmed",
        "Contested",
        "Unaware owner",
        "No owner",
        "Split",
        "Left to the service",
        "Met, not confirmed",
        "Blocker",
        "Comfort, exposed",
        "Baseline, direction, pace",
        "Ask first",
        "Conflict of limits",
    }
)
"""What a text says in the sentence that begins with the word, or that stands beside it."""


def words_to_explain(results: Results) -> tuple[tuple[str, str], ...]:
    """Each word that a text uses without saying what it means."""
    return tuple((word, meaning) for word, meaning in words_of(results) if word not in _TOLD)


def words_of(results: Results) -> tuple[tuple[str, str], ...]:
    """Each word with its meaning: ours, then those of the questionnaire."""
    return (*GLOSSARY, *results.questionnaire.terms.items())
