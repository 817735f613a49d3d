"""What the first screen says around its list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from textual.content import Content

from maturity.app.widgets.literal import LONGEST_NOTICE, Part, paragraph, row, stacked, within
from maturity.files.gathering import Gathered
from maturity.rounds.interview import DEPTH_WORDS, depths_of, minutes, usual_depth
from maturity.rounds.next_round import AnsweringAgain
from questionnaires import Fault, Questionnaire, name_of
from questionnaires.faults import counted
from scoring.wording.words import listed


def reading(done: int, whole: int) -> str:
    """How far reading is."""
    if not whole:
        return "Reading the folder"
    return f"Reading {done:,} of {whole:,} files"


def welcome(questionnaire: Questionnaire, *, with_example: bool) -> Content:
    """What this is about, in the words of the questionnaire, and what one can do."""
    usual = usual_depth(questionnaire)
    least = depths_of(questionnaire)[0]
    shorter = f" ({DEPTH_WORDS[least]} about {minutes(questionnaire, least)})" if least is not usual else ""
    words = (
        "Press n to answer for your team. It takes about "
        f"{minutes(questionnaire, usual)} minutes{shorter}, and you can stop at any time. "
        "When the teams have answered, you see what to settle and what the pilot has to show."
    )
    rows = [paragraph(questionnaire.head.about), row(), row(words)]
    if with_example:
        rows += [row(), row("To look at an example of four teams first, press e.")]
    return stacked(rows)


def summary(questionnaire: Questionnaire, gathered: Gathered) -> str:
    """Who has answered, and how many have finished."""
    labels = questionnaire.team_by_id
    present = [team for team in labels if team in gathered.answered_teams]
    done = sum(file.response.respondent.completed is not None for file in gathered.files)
    said = listed(labels[team].label for team in present) or "Nobody"
    words = f"{said} {'has' if len(present) < 2 else 'have'} answered; {done} of {len(gathered.files)} finished."
    people = sum(len(file.counted.people) for file in gathered.tallies)
    if people:
        words += f" {people} {'person is' if people == 1 else 'people are'} counted by tally files."
    return words


def advice(gathered: Gathered, folder: Path) -> Content:
    """What stands in the way, and what can be done next."""
    whole = [fault for fault in gathered.faults if fault.file == name_of(folder)]
    files = {fault.file for fault in (*gathered.faults, *gathered.conflicts)} - {name_of(folder)}
    rows = [
        row((f"▲ The folder {within(fault.file, 200)} {fault.message}. Press r to try again.", "$error"))
        for fault in whole
    ]
    if files:
        words = f"▲ {len(files)} {'file' if len(files) == 1 else 'files'} could not be used: x shows why."
        rows.append(row((words, "$error")))
    parts: list[Part] = []
    if len(gathered.answered_teams) >= 2:
        parts += ["Press ", ("c", "bold $accent"), " to compare the teams."]
    elif gathered.files:
        parts.append("One more team is needed to compare. Put its file into the folder below, or press n.")
    return stacked([*rows, row(*parts)])


def again(offered: AnsweringAgain) -> list[str]:
    """What can be answered again, a line for each choice."""
    if offered.only is None:
        return ["1  Everything: there is no agenda yet, or nothing is on it"]
    questions = f"{offered.count} {'question' if offered.count == 1 else 'questions'}"
    return [f"1  Only what is on the agenda: {questions} for this team", "2  Everything again"]


def problems(
    gathered: Gathered, faulty_figures: Sequence[Fault], other_figures: Sequence[Fault]
) -> dict[str, Sequence[Fault]]:
    """All that could not be used, by what is said of it."""
    return {
        "These files could not be used. The others are compared without them.": gathered.faults,
        "The same person and round, or names of teams, twice; it is not clear which counts:": gathered.conflicts,
        "The pilot's figures could not be used. There is no verdict on them.": faulty_figures,
        "Figures of other rounds, not used:": other_figures,
        "Files of another kind, left out:": gathered.skipped,
    }


def in_one(faults: Sequence[Fault]) -> str:
    """One notice for however many faults."""
    others = counted(faults) - 1
    more = f"; and {others} more: x on the first screen lists the faults" if others else ""
    return f"{within(str(replace(faults[0], more=0)), LONGEST_NOTICE - len(more))}{more}"
