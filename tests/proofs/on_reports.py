"""The lines of the report that are sentences of its own, held against the answers."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from questionnaires.words import FindingKind, Gate, Priority
from tests.proofs.agenda_rules import class_on, column_on, comparable
from tests.proofs.on_figures import medians_within
from tests.proofs.reading import carried_questions
from tests.proofs.rules import pattern_on
from tests.proofs.said import Row, Said
from tests.proofs.words import known, teams_in


def _musts(said: Said) -> int:
    return sum(one.gate is Gate.LEAVE_PILOT and one.priority is Priority.MUST for one in said.results.criterion)


def _class_a(said: Said) -> list[str]:
    return [question.title for question in said.reading.answered_questions if class_on(said.reading, question) == "A"]


def _to_settle(said: Said) -> bool:
    return len(_class_a(said)) == int(said["count"]) > 0 and _musts(said) == int(said["musts"])


def _nothing_urgent(said: Said) -> bool:
    """Only where anything could be compared at all, and nothing is of class A."""
    any_compared = any(comparable(said.reading, question) for question in said.reading.answered_questions)
    return any_compared and not _class_a(said) and _musts(said) == int(said["musts"])


def _one_team(said: Said) -> bool:
    return len(said.reading.teams) == 1


def _no_team(said: Said) -> bool:
    return not said.reading.teams


HEADLINES: Final = (
    Row(
        "{count} {=question|questions} to settle first; then {musts} {=must|musts} to show before the pilot may end.",
        _to_settle,
    ),
    Row(
        "No urgent disagreement was found; {musts} {=must|musts} to show before the pilot may end.",
        _nothing_urgent,
    ),
    Row("Only one team has answered, so nothing can be compared yet. At least two are needed.", _one_team),
    Row("No team has answered, so nothing can be compared yet. At least two are needed.", _no_team),
)


def _carried(said: Said) -> bool:
    if said.case.earlier is None:
        return False
    labels = said.case.questionnaire.team_by_id
    counts = carried_questions(said.case.earlier, said.case.later)
    said_of = {
        f"{counts[team]} {'question' if counts[team] == 1 else 'questions'} of {labels[team].label}"
        for team in labels
        if counts.get(team)
    }
    listed = set(said["list"].replace(" and ", ", ").split(", ")) - {"nothing"}
    return said.case.carrying and listed == said_of


def _asked_only_part(said: Said) -> bool:
    asked = [
        response.respondent.only for response in said.case.responses if response.respondent.round == said.results.round
    ]
    return not said.case.carrying and any(only is not None for only in asked)


NOTICES: Final = (
    Row("▲ Not answered in round 2, and so taken over from round 1: {list}.", _carried),
    Row(
        "▲ Round 2 asked only what was on the agenda. What it did not ask is unknown here: thresholds stand on "
        "defaults, and tasks may lack their owner. Together with the files of the round before, --carry takes over "
        "its answers.",
        _asked_only_part,
    ),
)


def _not_heard(said: Said) -> bool:
    """All that others name on a task that is not confirmed, and that have said nothing at all in the round."""
    named = set()
    for question in said.reading.answered_questions:
        if question.kind == "ownership" and pattern_on(said.reading, question.id) is FindingKind.UNCONFIRMED:
            named |= {owner for owners in said.reading.named(question.id).values() for owner in owners}
    return set(teams_in(said.case.questionnaire, said["teams"])) == named - set(said.reading.teams)


def _fragile(said: Said) -> bool:
    responses = [r for r in said.case.responses if said.case.carrying or r.respondent.round == said.results.round]
    people: dict[str, set[str]] = {}
    for response in responses:
        people.setdefault(response.respondent.team, set()).add(response.respondent.id)
    shown = [team.respondents for team in said.results.team]
    entries = said.results.agenda
    return (
        int(said["all"]) == len(entries)
        and int(said["fragile"]) == sum(entry.fragile is not None for entry in entries)
        and int(said["singles"] or 0) == shown.count(1)
    )


def _small_numbers(said: Said) -> bool:
    """As many single answers as there are teams."""
    sizes = (1,) * len(said.reading.teams)
    chances = [round(100 * medians_within(sizes, Fraction(span))) for span in (1, 2)]
    return int(said["answers"]) == len(sizes) and chances == [int(said["one"]), int(said["two"])]


def _aligned(said: Said) -> bool:
    titles = {
        question.title
        for question in said.reading.answered_questions
        if comparable(said.reading, question) and column_on(said.reading, question) == 0
    }
    return set(said["titles"].split("; ")) == titles


def _nothing_to_discuss(said: Said) -> bool:
    """Nothing is in any class of the agenda."""
    return not any(class_on(said.reading, question) for question in said.reading.answered_questions)


def _person(said: Said) -> bool:
    """How many of a team have answered and finished, and of all that they were asked, how much."""
    by_label = {team.label[:20]: team.id for team in said.case.questionnaire.teams}
    team = known(by_label, said["team"].strip())
    mine = [response.respondent for response in said.case.responses if response.respondent.team == team]
    people = [who for who in mine if who.round == said.results.round]
    rows = [row for (_, name), facets in said.reading.cells.items() if name == team for row in facets.values()]
    answered = sum(choice is not None for row in rows for choice in row)
    counts = (int(said["people"]), int(said["open"] or 0), int(said["answered"]), int(said["asked"]))
    unfinished = sum(who.completed is None for who in people)
    return said.case.carrying or counts == (len(people), unfinished, answered, sum(map(len, rows)))


def _in_section(said: Said) -> bool:
    """A section's questions by their worst finding."""
    section = next(s for s in said.case.questionnaire.sections if s.title.startswith(said["title"].rstrip("…").strip()))
    mine = [question for question in said.reading.answered_questions if question.section == section.id]
    columns = [column_on(said.reading, q) if comparable(said.reading, q) else None for q in mine]
    counts = [columns.count(place) for place in (0, 1, 2, 3, None)]
    return counts == [int(said[name]) for name in ("aligned", "close", "apart", "far", "none")]


def _steps(said: Said) -> bool:
    """As many as there are questions with that step."""
    if said.results.movement is None or said.case.earlier is None:
        return False
    steps = [one.step.value for one in said.results.movement.question]
    teams = [team for team in said.case.earlier.teams if team in said.case.later.teams]
    words = {
        "newly agreed": "newly_agreed",
        "closer": "closer",
        "unchanged": "unchanged",
        "further apart": "further_apart",
        "no longer agreed": "no_longer_agreed",
        "cannot be set side by side": "not_comparable",
        "not answered again": "not_asked_again",
        "answered for the first time": "asked_first",
    }
    counted = dict.fromkeys(words.values(), 0)
    for part in said["steps"].split(", "):
        count, _, word = part.partition(" ")
        if word in words:
            counted[words[word]] = int(count)
    named = teams_in(said.case.questionnaire, said["teams"]) if said["teams"] else ()
    return list(named) == teams and all(steps.count(step) == count for step, count in counted.items())


LINES: Final = (
    Row("Named as owners, but not heard yet: {teams}. Ask them to answer.", _not_heard),
    Row(
        "[{singles} {=team is|teams are} one person each. ]With few answers much is fragile: on {fragile} of the {all} "
        "questions to discuss below, one answer moved by one step would change what is found. Each says which (~).",
        _fragile,
    ),
    Row(
        "Beware of small numbers: {answers} answers given at random on six options are within 1 step of each other in "
        "{one} of 100 cases and within 2 steps of each other in {two} of 100 cases.",
        _small_numbers,
    ),
    Row("Aligned: {titles}.", _aligned),
    Row("Nothing: no question calls for a discussion.", _nothing_to_discuss),
    Row(
        "{team} {people=\\d+} {=person|people}[, {open=\\d+} not finished]; {answered} of {asked} answers given",
        _person,
    ),
    Row("{title} {aligned=\\d+} {close=\\d+} {apart=\\d+} {far=\\d+} {none=\\d+}", _in_section),
    Row("Since round 1[, among {teams}]: {steps}.[ {rest=.*}]", _steps),
)
