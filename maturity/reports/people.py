"""Who answered, team by team, as text."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.reports.criteria import counted, wrapped
from maturity.reports.invited import out_of
from maturity.results.invited import InvitedResults
from maturity.results.model import Results
from maturity.results.sections import TeamResults


def people_lines(results: Results, width: int) -> Iterator[str]:
    """A line for each team: how many answered in this round, and what is taken over from the one before."""
    for team in results.team:
        yield from wrapped("; ".join(_answers_of(team, results)), width, f"  {team.name:<20.20} ")
    for silent in results.silent:
        yield from wrapped(_of_asked(silent.invited, 0), width, f"  {silent.name:<20.20} ")


def _answers_of(team: TeamResults, results: Results) -> Iterator[str]:
    """`2 people in round 2, 1 not finished`, `5 of 6 answers given`, `34 more taken over from round 1 (3 people
    then)`; the rounds are named only where there are two."""
    carried, taken = results.carried, team.taken_over
    this_round = f" in round {results.round}" if carried else ""
    if team.respondents:
        unfinished = team.respondents - team.completed
        open_ = f", {unfinished} not finished" if unfinished else ""
        yield f"{_of_asked(team.invited, team.respondents)}{this_round}{open_}"
        yield f"{team.answered} of {team.asked} answers given{', with a vote of the room' if team.votes else ''}"
    elif team.votes:
        asked = f"{_of_asked(team.invited, 0)}; " if team.invited else ""
        yield f"{asked}a vote of the room{this_round} ({counted(team.answered, 'answer', 'answers')})"
    else:
        yield f"{_of_asked(team.invited, 0)}{this_round}"
    if carried and taken:
        answers = (
            f"{taken.answers} more" if team.respondents or team.votes else counted(taken.answers, "answer", "answers")
        )
        people = counted(taken.people, "person", "people")
        yield f"{answers} taken over from round {carried.number} ({people} then)"


def _of_asked(invited: InvitedResults | None, people: int) -> str:
    """`2 of 3 asked`, or `4, where 3 were asked`; the people alone where nobody knows how many were asked."""
    if invited is None or invited.people is None:
        asked = "" if invited is None or people else ", although asked"
        return f"{counted(people, 'person', 'people') if people else 'nobody'}{asked}"
    if invited.answered > invited.people:
        return f"{invited.answered:,}, where {invited.people:,} {'was' if invited.people == 1 else 'were'} asked"
    began = people - invited.answered
    more = f", {began:,} more began without an answer" if began > 0 else ""
    return f"{out_of(invited.answered, invited.people)} asked{more}"


def teams_and_people(results: Results) -> str:
    """`3 teams, 5 people`, and that answers of another round are among theirs."""
    teams, people = len(results.team), sum(team.respondents for team in results.team)
    votes = sum(team.votes for team in results.team)
    who = [counted(people, "person", "people")] if people or not votes else []
    who += [counted(votes, "vote of the room", "votes of the room")] if votes else []
    said = f"{counted(teams, 'team', 'teams')}, {', '.join(who)}"
    if results.carried is None or not any(team.taken_over for team in results.team):
        return said
    return f"{said} and answers of round {results.carried.number}"
