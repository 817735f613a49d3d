"""The first sentences of every report and of the comparison: what matters most, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.pictures.codes import codes
from maturity.reports.conflicts import conflicts, musts
from maturity.reports.criteria import counted
from maturity.reports.decided import discussed
from maturity.reports.decisions import in_room
from maturity.reports.invited import heard_in_results, more_than_asked, not_heard
from maturity.results.model import Results
from maturity.results.values import AgendaClass
from questionnaires.words import Gate
from scoring.wording.words import listed

_MOST_NAMED: Final = 3
"""Names of teams that have room beside each other on a narrow terminal."""


def headline(results: Results) -> str:
    """What to settle and what to show, of how many questions: never of more than could be compared."""
    if len(results.team) < 2:
        who = "Only one team has" if results.team else "No team has"
        return f"{who} answered, so nothing can be compared yet. At least two are needed."
    asked = len(results.question)
    compared = sum(question.column is not None for question in results.question)
    shown = f"{counted(len(musts(results)), 'must', 'musts')} to show before the pilot may end{_to_settle(results)}"
    part = f"Round {results.round} asked {counted(asked, 'question', 'questions')} again. " if results.partial else ""
    if not compared:
        return f"{part}Nothing can be compared yet: no question has an answer of two teams."
    first = sum(entry.urgency is AgendaClass.A for entry in results.agenda)
    room = f" {discussed(results)}" if results.settled or results.parked else ""
    if first:
        scope = _of(compared, asked)
        settle = f"{counted(first, 'question', 'questions')} to settle first{_and_torn(results)}; then {shown}."
        return f"{part}{settle} {scope[0].upper()}{scope[1:]} can be compared.{room}"
    on = f"{'the ' if compared < asked else ''}{_of(compared, asked)} that can be compared{_on_torn(results)}"
    if parked := sum(entry.urgency is AgendaClass.A for entry in results.parked):
        are = counted(parked, "urgent question is", "urgent questions are")
        return f"{part}{are} parked, and no other urgent disagreement is open on {on}; {shown}.{room}"
    return f"{part}No urgent disagreement {'is open' if room else 'was found'} on {on}; {shown}.{room}"


def _and_torn(results: Results) -> str:
    """On how many questions a team is not of one mind: those can look close, and are not settled."""
    torn = _torn_open(results)
    return f", and {torn} on which a team has no common position" if torn else ""


def _on_torn(results: Results) -> str:
    """The same, after a sentence that says on which questions nothing was found."""
    torn = _torn_open(results)
    return f"; on {counted(torn, 'question', 'questions')} a team has no common position" if torn else ""


def _torn_open(results: Results) -> int:
    """Of how many questions that are not settled a team has no common position."""
    return len({finding.question for finding in results.no_common_position if finding.settled is None})


def _of(compared: int, asked: int) -> str:
    """`all 40 questions`, `38 of 40 questions`, `the one question`."""
    if compared == asked:
        return f"all {asked} questions" if asked > 1 else "the one question"
    return f"{compared} of {counted(asked, 'question', 'questions')}"


def _to_settle(results: Results) -> str:
    """The conflicts of limits that stand in the way of musts; empty without any."""
    standing = len(conflicts(results, Gate.LEAVE_PILOT))
    return f", and {counted(standing, 'conflict', 'conflicts')} of limits to settle" if standing else ""


def headline_in_short(results: Results) -> str:
    """The headline for one line of a narrow terminal; the whole of it where nothing can be compared."""
    from maturity.pictures.room import PARKED  # shapes, which no text needs

    first = sum(entry.urgency is AgendaClass.A for entry in results.agenda)
    compared = sum(question.column is not None for question in results.question)
    if len(results.team) < 2 or not compared:
        return headline(results)
    shown = counted(len(musts(results)), "must", "musts")
    standing = len(conflicts(results, Gate.LEAVE_PILOT))
    shown += f", {counted(standing, 'conflict', 'conflicts')}" if standing else " to show"
    of_them = counted(compared, "question", "questions")
    parked = next((len(questions) for _, mark, questions in in_room(results) if mark is PARKED), 0)
    aside = f", {parked} parked" if parked else ""
    return f"{first or 'None'} to settle first{aside} (of {of_them} compared); then {shown}."


def cautions(results: Results) -> Iterator[str]:
    """Who is missing from the headline: the teams that have not been heard, and those that are not of one mind."""
    heard = heard_in_results(results)
    yield from not_heard(unheard(results), heard)
    if more := more_than_asked(heard):
        yield more
    torn = (
        f"{name} on {f'“{titles[0]}”' if len(titles) == 1 else f'{len(titles)} questions'}"
        for name, titles in _torn(results).items()
    )
    if said := listed(list(torn)):
        yield f"No common position: {said}."
    unknown = (f"{name} ({count} of {given} answers)" for name, count, given in _mostly_unknown(results))
    if said := listed(list(unknown)):
        yield f"Mostly don't know: {said}."


def cautions_in_short(results: Results) -> str:
    """The same teams for one line of a narrow terminal, by their codes and by the word or the mark of the legend; up to
    three that have not been heard by their names."""
    from maturity.pictures.squares import TORN  # as above

    known = codes(results)
    code_of = {team.name: known[team.id] for team in results.team}
    torn = [f"{code_of[name]} {len(titles)}" for name, titles in _torn(results).items()]
    torn = [torn[0].replace(" ", " on ")] if len(torn) == 1 else torn
    said = (
        *_silent_in_short(results),
        (TORN, ", ".join(torn)),
        ("Mostly don't know:", ", ".join(code_of[name] for name, _, _ in _mostly_unknown(results))),
    )
    return " ".join(f"{word} {names}." for word, names in said if names)


def _silent_in_short(results: Results) -> Iterator[tuple[str, str]]:
    """`Not heard: Network, Service desk` of those who were asked, the others `Not asked: Architecture`; by their codes
    where they are many."""
    silent, known = unheard(results), codes(results)
    shown = {name: name for name in silent}
    if len(silent) > _MOST_NAMED:
        shown = {label: known[team] for team, label in results.questionnaire.teams.items() if label in silent}
    names = {one.name for one in heard_in_results(results)}
    yield "Not heard:", ", ".join(short for label, short in shown.items() if label in names or not names)
    yield "Not asked:", ", ".join(short for label, short in shown.items() if names and label not in names)


def unheard(results: Results) -> list[str]:
    """The names of the teams without any answer, where others have given some."""
    heard = {team.id for team in results.team}
    return [label for team, label in results.questionnaire.teams.items() if heard and team not in heard]


def _torn(results: Results) -> dict[str, list[str]]:
    """By the name of each team without a common position, the titles of the questions."""
    found: dict[str, dict[str, str]] = {team.id: {} for team in results.team}
    for finding in results.no_common_position:
        for team in finding.teams:
            found[team][finding.question] = results.question_by_id[finding.question].title
    return {team.name: list(found[team.id].values()) for team in results.team if found[team.id]}


def _mostly_unknown(results: Results) -> Iterator[tuple[str, int, int]]:
    """The teams of which more than half of what they answered is don't know; how much, and of how many answers."""
    for team in results.team:
        mine = [
            entry for item in results.question for facet in item.facet for entry in facet.team if entry.id == team.id
        ]
        unknown = sum(entry.dont_know for entry in mine)
        given = unknown + sum(entry.answered + entry.not_applicable for entry in mine)
        if 2 * unknown > given:
            yield team.name, unknown, given
