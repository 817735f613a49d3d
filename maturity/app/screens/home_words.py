"""What the first screen says around its list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from maturity.app.screens.home_rows import TeamRow, team_table
from maturity.app.widgets.literal import LONGEST_NOTICE, paragraph, row, stacked, within
from maturity.files.gathering import Gathered, ResponseFile
from maturity.reports.invited import deadlines, more_than_asked, not_heard, out_of
from maturity.rounds.interview import depths_of, is_open, minutes, usual_depth
from maturity.rounds.teams import Step, TeamState, next_step
from questionnaires import Fault, Questionnaire, name_of, questions_for
from questionnaires.faults import counted
from scoring.wording.words import listed

if TYPE_CHECKING:
    from maturity.rounds.next_round import AnsweringAgain, Offer
    from maturity.rounds.overdue import Overdue

Keys = Callable[[str, str], str]
"""The key of what is done, by the id of its binding and the usual key."""


def welcome(questionnaire: Questionnaire) -> Content:
    """What this is about, in the words of the questionnaire."""
    words = "When the teams have answered, you see what to settle and what the pilot has to show."
    return stacked([paragraph(questionnaire.head.about), row(), row(words)])


def ways_to_begin(questionnaire: Questionnaire, keys: Keys, *, with_example: bool) -> list[Content]:
    """What one can do where nothing is yet, one as good as the other."""
    usual = usual_depth(questionnaire)
    least = depths_of(questionnaire)[0]
    shorter = f", or {minutes(questionnaire, least)} for the short set" if least is not usual else ""
    time = f"about {minutes(questionnaire, usual)} minutes{shorter}"
    rows = [row((f"{keys('home-new', 'n')}  ", "bold $accent"), f"{'Answer for your team':<22}", (time, "$quiet"))]
    if with_example:
        words = "what four teams said, and what follows from it"
        rows.append(
            row((f"{keys('home-example', 'e')}  ", "bold $accent"), f"{'Look at an example':<22}", (words, "$quiet"))
        )
    return rows


def next_words(questionnaire: Questionnaire, gathered: Gathered, states: Sequence[TeamState], keys: Keys) -> Content:
    """What to do next, in one sentence, by the state of the folder."""
    compare = (keys("home-compare", "c"), "bold $accent")
    left = sum(state.left_open for state in states)
    open_ = f"{left} {'question is' if left == 1 else 'questions are'} open"
    match next_step(gathered, list(states)):
        case Step.BEGIN:
            return row()
        case Step.GO_ON:
            return row("Next: press ", ("Enter", "bold $accent"), f" to go on answering; {open_}.")
        case Step.HAND_OVER:
            return row("Next: hand this file to whoever compares, or put the other teams' files beside it.")
        case Step.ONE_MORE_TEAM:
            return row("Next: put the file of another team into this folder. One more team is needed to compare.")
        case Step.LATER_ROUND:
            number = gathered.round_to_compare
            words = f"Next: round {gathered.round_to_answer} goes on. Press "
            return row(words, compare, f" to compare the teams in round {number}.")
        case Step.WAIT_FOR_SOME:
            some = [state for state in states if not state.is_finished]
            teams = questionnaire.team_by_id
            who = teams[some[0].team].label if len(some) == 1 else f"{len(some)} teams"
            has = "has" if len(some) == 1 else "have"
            return row("Next: press ", compare, f" to compare the teams; {who} {has} not finished.")
        case Step.COMPARE:
            rest = f" round {gathered.round_to_answer}" if len(gathered.rounds) > 1 else ""
            return row("Next: press ", compare, f" to compare the teams. Everybody who began{rest} has finished.")


def team_rows(questionnaire: Questionnaire, states: Sequence[TeamState], number: int | None) -> Content:
    """A line for each team that has begun in a round, and below who has not; nothing where nobody has. The round is
    named where there are several."""
    begun = [state for state in states if state.people]
    heard = [state.heard for state in states if state.heard]
    if not begun and not heard:
        return row()
    head = f"team, round {number}" if number else "team"
    rows = team_table([_team_row(questionnaire.team_by_id[state.team].label, state) for state in begun], head)
    silent = [questionnaire.team_by_id[state.team].label for state in states if not state.people]
    return stacked([*rows, *(row((said, "$quiet")) for said in not_heard(silent, heard))])


def votes_row(questionnaire: Questionnaire, gathered: Gathered) -> Content:
    """Which teams voted in the room besides; nothing where none did."""
    voted = {file.response.respondent.team for file in gathered.files if file.response.respondent.voted}
    names = listed(team.label for team in questionnaire.teams if team.id in voted)
    return row((f"And a vote of the room: {names}.", "$quiet")) if names else row()


def asked_row(states: Sequence[TeamState], today: dt.date) -> Content:
    """Until when the teams are waited for, who is late, and where more answered than were asked."""
    heard = [state.heard for state in states if state.heard]
    late = any(one.is_late(today) for one in heard)
    said = " ".join(filter(None, (*deadlines(heard, today), more_than_asked(heard))))
    return row((f"{'▲ ' if late else ''}{said}", "$warning" if late else "$quiet")) if said else row()


def _team_row(label: str, state: TeamState) -> TeamRow:
    """Where a roster says how many were asked, how many of them have answered stands for the people."""
    heard = state.heard
    said = "" if heard is None or heard.asked is None else out_of(heard.answered, heard.asked)
    away = (heard.missing if heard else None) or 0
    return TeamRow(label, state.people, state.finished, state.answered, state.asked, said, away)


def people_line(count: int, keys: Keys, *, is_unfolded: bool, votes: int = 0) -> Content:
    """How many people's answers there are, with votes of the room beside them, and the key that shows or hides them."""
    room = f" and {votes:,} {'vote' if votes == 1 else 'votes'} of the room" if votes else ""
    who = f"{count:,} {'person' if count == 1 else 'people'}{room}, one by one"
    mark, does = ("▾", "hides") if is_unfolded else ("▸", "shows")
    return row(f"{mark} {who}: ", (keys("home-people", "f"), "bold $accent"), f" {does} them")


def overdue_words(late: Overdue, keys: Keys) -> Content:
    """How many decisions should have been looked at again or carried out by now; nothing where none should."""
    reviews = f"{late.reviews} {'decision' if late.reviews == 1 else 'decisions'} to review" if late.reviews else ""
    dues = f"{late.dues} overdue in the plan" if late.dues else ""
    if not (said := ", ".join(filter(None, (reviews, dues)))):
        return row()
    key = (keys("home-compare", "c"), "bold $accent")
    return row((f"▲ {said}: ", "$warning"), key, (", then the tab Plan.", "$warning"))


def workshop_words(decided: int, parked: int, keys: Keys) -> Content:
    """How far the room has come, and what leads there: before anything is decided only that."""
    key = (keys("home-workshop", "w"), "bold $accent")
    if not decided + parked:
        return row("Then: press ", key, " for the workshop, in which the teams settle what is open.")
    said = [f"decided on {decided} {'question' if decided == 1 else 'questions'}"] if decided else []
    said += [f"{parked} parked"] if parked else []
    return row((f"Workshop: {', '.join(said)}; ", "bold"), "press ", key, " to go on.")


def advice(gathered: Gathered, folder: Path, keys: Keys) -> Content:
    """What stands in the way; nothing where nothing does."""
    whole = [fault for fault in gathered.faults if fault.file == name_of(folder)]
    files = {fault.file for fault in (*gathered.faults, *gathered.conflicts)} - {name_of(folder)}
    again = keys("home-reload", "r")
    rows = [
        row((f"▲ The folder {within(fault.file, 200)} {fault.message}. Press {again} to try again.", "$error"))
        for fault in whole
    ]
    if files:
        shows = keys("home-problems", "x")
        words = f"▲ {len(files)} {'file' if len(files) == 1 else 'files'} could not be used: {shows} shows why."
        rows.append(row((words, "$error")))
    return stacked(rows)


def again(offered: AnsweringAgain) -> list[str]:
    """What can be answered again, a line for each choice."""
    if offered.found is None:
        return ["1  Everything: there is no agenda yet, or nothing is on it"]
    decided = len(offered.found.settled & offered.asked)
    return [f"{place}  {_offer(one, decided)}" for place, one in enumerate(offered.offers, start=1)]


def _offer(one: Offer, decided: int) -> str:
    from maturity.rounds.next_round import Which

    questions = f"{one.count} {'question' if one.count == 1 else 'questions'}"
    match one.which:
        case Which.AGENDA:
            besides = f" ({decided} more decided)" if decided else ""
            return f"Only the open agenda: {questions} for this team{besides}"
        case Which.A:
            return f"Only A: {questions}"
        case Which.A_AND_B:
            return f"Only A and B: {questions}"
        case Which.CHOSEN:
            return f"Choose from the agenda, which has {questions} for this team"
        case Which.EVERYTHING:
            return "Everything again"


def open_words(files: Sequence[ResponseFile]) -> str:
    """How many answers of a team are open: `open answers`, `open answers of 3 people`."""
    return "open answers" if len(files) == 1 else f"open answers of {len(files)} people"


def open_or_new(questionnaire: Questionnaire, files: Sequence[ResponseFile]) -> list[str]:
    """Each of these open responses to go on with, and last that one is somebody else, a line each."""
    lines = []
    for place, file in enumerate(files, start=1):
        who, asked = file.response.respondent, questions_for(file.response, questionnaire)
        done = sum(not is_open(question, file.response) for question in asked)
        lines.append(f"{place}  Go on as {who.name or who.id}: {done} of {len(asked)} answered")
    return [*lines, f"{len(files) + 1}  Answer as another person"]


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
