"""What hangs on a question, whom to ask first, and how firm the musts are, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.reports.criteria import counted, wrapped
from maturity.results.findings import AgendaEntry
from maturity.results.model import Results
from scoring.wording.words import listed

ORDER: Final = (
    "Within a class, the questions on which most hangs come first: those that decide most musts to leave the pilot, "
    "then most other musts, then most other criteria. The numbers are there to call a question out; where as much "
    "hangs on two of them, they are no rank."
)
"""How the agenda is sorted, for whoever reads it."""


def hanging(entry: AgendaEntry) -> str:
    """How many criteria hang on an entry, each counted once: `8 criteria, 4 of them musts`; empty where none does, or
    where that is not known."""
    counts = entry.leverage
    if counts is None or counts.musts + counts.others == 0:
        return ""
    criteria, musts = counts.musts + counts.others, counts.musts
    if criteria == musts:
        return counted(musts, "must", "musts")
    of_them = f", {musts} of them {'a must' if musts == 1 else 'musts'}" if musts else ""
    return f"{counted(criteria, 'criterion', 'criteria')}{of_them}"


def ask_first(results: Results) -> str:
    """The teams whose answers are missing most, in a sentence; empty where no missing answer would change anything."""
    teams = dict.fromkeys(results.questionnaire.teams[missing.team] for missing in results.to_ask)
    return f"Ask first (end of Agenda): {listed(teams)}." if teams else ""


def to_ask_lines(results: Results, width: int) -> Iterator[str]:
    """The missing answers that would change most, with whom to ask for them."""
    if results.to_ask:
        yield "Ask first, whose answer is missing most:"
        yield ""
        for place, missing in enumerate(results.to_ask, start=1):
            yield from wrapped(missing.says, width, f"  {place:>2}. ")
        yield ""


def variants_tried(results: Results) -> Iterator[str]:
    """How it was found out how firm the musts are; nothing where it was not."""
    variants = next((item.firm.variants for item in results.criterion if item.firm), None)
    if variants is not None:
        left_out = "Each team was left out once, and twenty" if variants > 20 else "Twenty"
        yield (
            f"Firm: each must was worked out anew in {variants} variants. {left_out} times about one answer in five "
            "was moved by a step and one owner in twenty replaced, by a fixed sequence without chance."
        )
