"""The lines of the report that are sentences of its own, held against the answers."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from questionnaires import Choice, Question, Respondent
from questionnaires.words import DONT_KNOW, Facet, FindingKind, Gate, Kind
from tests.proofs.agenda_rules import class_on, column_on, comparable
from tests.proofs.criteria_rules import called_for, conflict_of
from tests.proofs.last_words import carried_questions
from tests.proofs.on_figures import chance_of, compared, noise_of, of_hundred
from tests.proofs.on_gate import is_by_cycle, measured
from tests.proofs.reading import Reading
from tests.proofs.rooms import is_decided, state_of
from tests.proofs.rules import owner_meant, pattern_on
from tests.proofs.said import Row, Said
from tests.proofs.words import known, listed, names_in, rounded, teams_in


def _musts(said: Said) -> bool:
    """Those to leave the pilot, but for those in a conflict of limits, which counts once."""
    musts = [one.id for one in called_for(said.reading) if one.is_must and one.gate is Gate.LEAVE_PILOT]
    groups = [frozenset(conflict_of(said.reading, must)) for must in musts]
    return (int(said["musts"]), int(said["conflicts"] or 0)) == (
        groups.count(frozenset()),
        len({*groups} - {frozenset()}),
    )


def _class_a(said: Said, state: str = "open") -> list[str]:
    """What is open of it: neither settled nor parked in the room; or what is in another state."""
    asked = said.reading.answered_questions
    return [
        question.title
        for question in asked
        if class_on(said.reading, question) == "A" and state_of(said.reading, question) == state
    ]


def _is_room(said: Said) -> bool:
    """How many of the questions that call for a discussion are settled, parked and open; said where any is not open. Of
    the settled ones how many were not decided themselves."""
    called = [one for one in said.reading.answered_questions if class_on(said.reading, one)]
    states = [state_of(said.reading, one) for one in called]
    settled = [one for one, state in zip(called, states, strict=True) if state == "settled"]
    others = sum(not is_decided(said.reading, one) for one in settled)
    how = {"settled": f" ({others} by a decision on another question)"} if others else {}
    names = [name for name in ("settled", "parked", "open") if name in states]
    counts = [f"{states.count(name)} {name}{how.get(name, '')}" for name in names]
    total = f"{len(states)} {'question' if len(states) == 1 else 'questions'}"
    expected = f"Of {total} to discuss: {listed(counts)}." if {*states} - {"open"} else ""
    return said["room"] == expected


def _compared(said: Said) -> tuple[int, int]:
    """How many questions can be compared, of how many that anybody was asked."""
    asked = said.reading.answered_questions
    return sum(comparable(said.reading, question) for question in asked), len(asked)


def _is_scope(said: Said) -> bool:
    """`all 40 questions`, `38 of 40 questions`, `the one question`; and of a partial round how many it asked."""
    some, asked = _compared(said)
    words = f"{some} of {asked} {'question' if asked == 1 else 'questions'}"
    if some == asked:
        words = f"all {asked} questions" if asked > 1 else "the one question"
    the = "the " if some < asked and "urgent" in said.text else ""
    return said["scope"].lower() == f"{the}{words}" and some > 0 and _is_part(said)


def _is_part(said: Said) -> bool:
    asked = len(said.reading.answered_questions)
    expected = f"{asked} {'question' if asked == 1 else 'questions'}" if said.results.partial else ""
    return said["again"] == expected and (not expected or int(said["round"]) == said.results.round)


def _to_settle(said: Said) -> bool:
    """So many questions are of class A and so many musts are to be shown, of so many that can be compared."""
    is_counted = len(_class_a(said)) == int(said["count"]) > 0 and _musts(said)
    return is_counted and _is_torn_count(said) and _is_scope(said) and _is_room(said)


def _nothing_urgent(said: Said) -> bool:
    """Only where anything could be compared at all, and nothing is of class A."""
    is_said = _musts(said) and _is_torn_count(said) and _is_scope(said) and _is_room(said)
    is_none = not _class_a(said) and not _class_a(said, "parked")
    return is_said and is_none and (said["is"] == "is open") == bool(said["room"])


def _only_parked(said: Said) -> bool:
    """So many of class A are parked, and none is open."""
    is_said = _musts(said) and _is_torn_count(said) and _is_scope(said) and _is_room(said)
    return is_said and not _class_a(said) and len(_class_a(said, "parked")) == int(said["parked"]) > 0


def _nothing_compared(said: Said) -> bool:
    """Two teams or more have answered, and no facet has an answer of two."""
    return len(said.reading.teams) > 1 and _compared(said)[0] == 0 and _is_part(said)


def _one_team(said: Said) -> bool:
    """One team has said anything."""
    return len(said.reading.teams) == 1


def _no_team(said: Said) -> bool:
    """Nobody has said anything."""
    return not said.reading.teams


_SHOW: Final = (
    "{musts} {=must|musts} to show before the pilot may end"
    "[, and {conflicts} {=conflict|conflicts} of limits to settle]"
)
_TORN: Final = "[, and {torn} on which a team has no common position]"
_ON_TORN: Final = "[; on {torn} {=question|questions} a team has no common position]"
_ROOM: Final = "[ {room=Of \\d+ .+}]"
_AGAIN: Final = "[Round {round} asked {again} again. ]"

HEADLINES: Final = (
    Row(
        f"{_AGAIN}{{count}} {{=question|questions}} to settle first{_TORN}; then {_SHOW}. "
        f"{{scope}} can be compared.{_ROOM}",
        _to_settle,
    ),
    Row(
        f"{_AGAIN}No urgent disagreement {{is=was found|is open}} on {{scope}} that can be compared"
        f"{_ON_TORN}; {_SHOW}.{_ROOM}",
        _nothing_urgent,
    ),
    Row(
        f"{_AGAIN}{{parked}} urgent {{=question is|questions are}} parked, and no other urgent disagreement is open on "
        f"{{scope}} that can be compared{_ON_TORN}; {_SHOW}.{_ROOM}",
        _only_parked,
    ),
    Row(
        f"{_AGAIN}Nothing can be compared yet: no question has an answer of two teams.",
        _nothing_compared,
    ),
    Row("Only one team has answered, so nothing can be compared yet. At least two are needed.", _one_team),
    Row("No team has answered, so nothing can be compared yet. At least two are needed.", _no_team),
)


def _unheard(said: Said) -> bool:
    """Exactly the teams that have said nothing in the round."""
    everybody = {team.id for team in said.case.questionnaire.teams}
    return set(said.teams("teams")) == everybody - set(said.reading.teams)


def _torn_on(said: Said) -> bool:
    """Of each team the questions on which it is torn: by the title of the one, or how many."""
    expected = []
    for team in said.reading.teams:
        titles = [question.title for question in said.reading.answered_questions if _is_torn(said, team, question)]
        if titles:
            on = f"“{titles[0]}”" if len(titles) == 1 else f"{len(titles)} questions"
            expected.append(f"{said.case.questionnaire.team_by_id[team].label} on {on}")
    return said["list"] == listed(expected)


def _is_torn(said: Said, team: str, question: Question) -> bool:
    """Its people lie apart on a facet, or name several owners equally often."""
    if question.kind is Kind.OWNERSHIP:
        return len(said.reading.named(question.id).get(team, ())) > 1
    facets = question.facets if said.reading.ordinal(question.id) else ()
    return any(team in said.reading.torn(question.id, facet) for facet in facets)


def _is_torn_count(said: Said) -> bool:
    """As many questions that are not settled as have a team without a common position."""
    torn = [
        question
        for question in said.reading.answered_questions
        if state_of(said.reading, question) != "settled"
        and any(_is_torn(said, team, question) for team in said.reading.teams)
    ]
    return said["torn"] == (str(len(torn)) if torn else "")


def _mostly_unknown(said: Said) -> bool:
    """Of each team of which more than half of what it answered is don't know: how much, of how many answers."""
    expected = []
    for team in said.reading.teams:
        given = said.reading.said_by(team)
        unknown = sum(choice == DONT_KNOW for choice in given)
        if 2 * unknown > len(given):
            expected.append(f"{said.case.questionnaire.team_by_id[team].label} ({unknown} of {len(given)} answers)")
    return said["list"] == listed(expected)


CAUTIONS: Final = (
    Row("Not heard: {teams}.", _unheard),
    Row("No common position: {list}.", _torn_on),
    Row("Mostly don't know: {list}.", _mostly_unknown),
)


def _carried(said: Said) -> bool:
    """By team, on so many questions anything counts that its people said in the earlier round."""
    if said.case.words is None:
        return False
    labels = said.case.questionnaire.team_by_id
    counts = carried_questions(said.case.words)
    said_of = {
        f"{counts[team]} {'question' if counts[team] == 1 else 'questions'} of {labels[team].label}"
        for team in labels
        if counts.get(team)
    }
    listed = set(said["list"].replace(" and ", ", ").split(", ")) - {"nothing"}
    return said.case.carrying and listed == said_of


def _asked_only_part(said: Said) -> bool:
    """Everybody was asked a part only, and nothing was carried over."""
    asked = [
        response.respondent.only for response in said.case.responses if response.respondent.round == said.results.round
    ]
    return not said.case.carrying and all(only is not None for only in asked)


def _some_only_part(said: Said) -> bool:
    """Exactly these were asked a part only, others were not, and nothing was carried over."""
    mine = [one.respondent for one in said.case.responses if one.respondent.round == said.results.round]
    names = []
    for team in said.case.questionnaire.teams:
        of = [who.only is not None for who in mine if who.team == team.id]
        if any(of):
            names.append(team.label if all(of) else f"{sum(of)} of {len(of)} people of {team.label}")
    is_some = any(who.only is None for who in mine) and any(who.only is not None for who in mine)
    return not said.case.carrying and is_some and said["who"] == listed(names)


NOTICES: Final = (
    Row("▲ Taken over from round 1, where those who answered then have not answered again: {list}.", _carried),
    Row(
        "▲ Round 2 asked only what was on the agenda. What it did not ask is unknown here: thresholds stand on "
        "defaults, and tasks may lack their owner. Together with the files of the round before, --carry takes over "
        "its answers.",
        _asked_only_part,
    ),
    Row(
        "▲ In round 2 {who} {=was|were} asked only what was on the agenda. What was not asked of them is unknown here. "
        "Together with the files of the round before, --carry takes over its answers.",
        _some_only_part,
    ),
)


def _without_a_word(said: Said) -> dict[str, dict[str, int]]:
    """The owners of tasks that are not confirmed: by why they have no answer, each with the number of tasks."""
    found: dict[str, dict[str, int]] = {}
    for question in said.reading.answered_questions:
        if question.kind == "ownership" and pattern_on(said.reading, question.id) is FindingKind.UNCONFIRMED:
            owner = owner_meant(said.reading, question.id) or ""
            why = found.setdefault(said.reading.absence(question.id, Facet.OWNER, owner) or "", {})
            why[owner] = why.get(owner, 0) + 1
    return found


def _not_heard(said: Said) -> bool:
    """Exactly the owners of tasks that are not confirmed who have said nothing in the round."""
    return set(teams_in(said.case.questionnaire, said["teams"])) == _without_a_word(said)["has not been heard"].keys()


def _without_their_word(said: Said) -> bool:
    """`X (2 tasks)`: of each that answered without saying so, on how many tasks, by why."""
    whys = {"were not asked": "was not asked this one", "left it open": "has not answered this one"}
    owners = _without_a_word(said)[whys.get(said["why"], said["why"])]
    labels = said.case.questionnaire.team_by_id
    expected = {
        f"{labels[owner].label} ({tasks} {'task' if tasks == 1 else 'tasks'})" for owner, tasks in owners.items()
    }
    return set(names_in(said["list"])) == expected


UNCONFIRMED: Final = (
    Row("Named as owners, but not heard yet: {teams}. Ask them to answer.", _not_heard),
    Row("Named as owners, but {why=were .+?|left .+?|answered .+?}: {list}.", _without_their_word),
)


def _fragile(said: Said) -> bool:
    """On so many entries of the agenda a sentence says which one answer would change them."""
    entries = said.results.agenda
    return (
        int(said["all"]) == len(entries)
        and int(said["fragile"]) == sum(entry.fragile is not None for entry in entries)
        and int(said["singles"] or 0) == sum(_most_people(said, team) == 1 for team in said.reading.teams)
    )


def _most_people(said: Said, team: str) -> int:
    """Of either round whose answers count, the most people of a team that took part."""
    number = said.results.round
    earlier = (number - 1,) if _taken_over(said, team) else ()
    return max(len(_people_of(said, team, one)) for one in (number, *earlier))


def _small_numbers(said: Said) -> bool:
    """By how many teams are compared on a question at most: how many questions, and their mean chance; most first."""
    found: dict[int, list[Fraction]] = {}
    for question in said.reading.answered_questions:
        if rows := compared(said.reading, question):
            chance = chance_of(said.reading, question, Fraction(1))
            found.setdefault(max(map(len, rows.values())), []).append(chance)
    ordered = sorted(found.items(), key=lambda row: (-len(row[1]), row[0]))
    (teams, first), rest = ordered[0], ordered[1:]
    expected = f"{teams} teams are compared on {len(first)} of {sum(map(len, found.values()))} questions with a gap; "
    expected += f"answers at random would lie within 1 step on {_mean(first)} of 100 such."
    for teams, chances in rest:
        expected += f" {teams} teams are compared on {len(chances)}; there on {_mean(chances)} of 100."
    return said["list"] == expected


def _mean(chances: list[Fraction]) -> str:
    mean = sum(chances, Fraction(0)) / len(chances)
    return of_hundred(Fraction(round(mean, 4)))


def _noise_row(said: Said) -> bool:
    """A section, or all, by gaps alone: as many as the sentence on it says, and chances to one digit."""
    mine = [
        section.id
        for section in said.case.questionnaire.sections
        if section.title.startswith(said["title"].rstrip("…").strip())
    ]
    sections: list[str | None] = [*mine, *([None] if said["title"] == "In all" else [])]
    counts = [int(said[name]) for name in ("all", "near", "far")]
    return any(_is_noise(said, counts, section) for section in sections)


def _is_noise(said: Said, counts: list[int], section: str | None) -> bool:
    """The averages to one digit of what the results hold, which have four."""
    *expected, near, far = noise_of(said.reading, section)
    shown = (Fraction(said["near_chance"]), Fraction(said["far_chance"]))
    return counts == expected and shown == (rounded(round(near, 4)), rounded(round(far, 4)))


def _variants(said: Said) -> bool:
    """One variant for each team left out, unless it is the only one, and twenty turns."""
    teams = len(said.reading.teams)
    expected = 20 + (teams if teams > 1 else 0)
    return int(said["variants"]) == expected and (said["left"].startswith("Each team")) == (teams > 1)


def _flagged(said: Said) -> bool:
    """What somebody flagged and does not stand on the agenda."""
    case = said.case
    mine = [response for response in case.responses if response.respondent.round == said.results.round]
    flagged = {question for response in mine for question, answer in response.answers.items() if answer.flag}
    if case.carrying and case.words:
        flagged = {question.id for question in case.questionnaire.questions if case.words.is_flagged(question)}
    titles = {
        question.title
        for question in said.reading.answered_questions
        if question.id in flagged and not class_on(said.reading, question)
    }
    return set(said["titles"].split("; ")) == titles


def _has_begun(said: Said) -> bool:
    """A cycle was measured of a criterion to leave the pilot that is counted by cycle."""
    leaving = [one.id for one in said.results.criterion if one.gate is Gate.LEAVE_PILOT]
    return said.case.actuals is not None and any(is_by_cycle(said, one) and measured(said, one) for one in leaving)


def _musts_more(said: Said) -> bool:
    """As many criteria of a gate, musts and others; those in conflicts of limits only as so many conflicts."""
    starts = "Due before the pilot started" if _has_begun(said) else "Before the pilot starts"
    gates = {
        starts: Gate.START_PILOT,
        "To leave the pilot": Gate.LEAVE_PILOT,
        "Before going broad": Gate.BROAD_RING,
        "After 12 months": Gate.TWELVE_MONTHS,
        "After 24 months": Gate.TWENTY_FOUR_MONTHS,
    }
    mine = [one for one in called_for(said.reading) if one.gate is gates.get(said["gate"])]
    tied = {one.id: frozenset(conflict_of(said.reading, one.id)) for one in mine}
    free = [one for one in mine if not tied[one.id]]
    musts = sum(one.is_must for one in free)
    conflicts = len({*tied.values()} - {frozenset()})
    counts = (said.number("musts"), int(said["conflicts"] or 0), said.number("more"))
    return said["gate"] in gates and counts == (musts, conflicts, len(free) - musts)


def _aligned(said: Said) -> bool:
    """Exactly the questions that can be compared and on which nothing worse is found."""
    titles = {
        question.title
        for question in said.reading.answered_questions
        if comparable(said.reading, question) and column_on(said.reading, question) == 0
    }
    return set(said["titles"].split("; ")) == titles


def _nothing_open(said: Said) -> bool:
    """Something called for a discussion, and all of it is settled or parked."""
    states = {state_of(said.reading, one) for one in said.reading.answered_questions if class_on(said.reading, one)}
    return bool(states) and "open" not in states and _is_room(said)


def _nothing_to_discuss(said: Said) -> bool:
    """Nothing is in any class of the agenda."""
    return not any(class_on(said.reading, question) for question in said.reading.answered_questions)


def _person(said: Said) -> bool:
    """How many of a team have answered in this round and finished, and of all that they were asked, how much."""
    team = _team_of(said)
    people = _people_of(said, team, said.results.round)
    rows = _rows_of(said.case.later, team)
    counts = (int(said["people"] or 0), int(said["open"] or 0), int(said["answered"] or 0), int(said["asked"] or 0))
    unfinished = sum(who.completed is None for who in people)
    expected = (len(people), unfinished, _given(rows), sum(map(len, rows)))
    is_named = said["round"] == (str(said.results.round) if said.case.carrying and said.case.earlier else "")
    return counts == expected and is_named and _is_taken_over(said, team)


def _is_taken_over(said: Said, team: str) -> bool:
    """With the answers of this round they make up all that count; and so many people had answered before."""
    taken = _taken_over(said, team)
    if not said["taken"]:
        return taken == 0
    return (int(said["taken"]), int(said["then"])) == (taken, len(_people_of(said, team, said.results.round - 1)))


def _taken_over(said: Said, team: str) -> int:
    return _given(_rows_of(said.reading, team)) - _given(_rows_of(said.case.later, team))


def _team_of(said: Said) -> str:
    return known({team.label[:20]: team.id for team in said.case.questionnaire.teams}, said["team"].strip())


def _people_of(said: Said, team: str, number: int) -> list[Respondent]:
    respondents = [response.respondent for response in said.case.responses]
    return [who for who in respondents if (who.team, who.round) == (team, number)]


def _rows_of(reading: Reading, team: str) -> list[list[Choice | None]]:
    return [row for (_, name), facets in reading.cells.items() if name == team for row in facets.values()]


def _given(rows: list[list[Choice | None]]) -> int:
    return sum(choice is not None for row in rows for choice in row)


def _in_section(said: Said) -> bool:
    """A section's questions by their worst finding."""
    section = next(s for s in said.case.questionnaire.sections if s.title.startswith(said["title"].rstrip("…").strip()))
    mine = [question for question in said.reading.answered_questions if question.section == section.id]
    columns = [column_on(said.reading, q) if comparable(said.reading, q) else None for q in mine]
    counts = [columns.count(place) for place in (0, 1, 2, 3, None)]
    return counts == [int(said[name]) for name in ("aligned", "close", "apart", "far", "none")]


def _pair(said: Said) -> bool:
    """Exactly the questions that these two alone answer on, and on a part of them lie more than 2 steps apart, or
    give no answer alike."""
    pair = set(said.teams("teams"))
    titles = {
        question.title
        for question in said.reading.answered_questions
        if _beside_others(said, question) == pair and any(_differ(said, question, facet) for facet in question.facets)
    }
    return len(pair) == 2 and len(said.reading.teams) > 2 and set(re.findall("“(.+?)”", said["titles"])) == titles


def _beside_others(said: Said, question: Question) -> set[str]:
    """The teams that have an answer on any part of it on which another has one as well."""
    rows = [said.reading.places(question.id, facet) for facet in question.facets]
    return {team for row in rows if len(row) > 1 for team in row}


def _differ(said: Said, question: Question, facet: Facet) -> bool:
    rows = said.reading.places(question.id, facet)
    if len(rows) < 2:
        return False
    if said.reading.ordinal(question.id):
        return (said.reading.gap(question.id, facet) or 0) > 2
    one, other = ({place for place in row if row.count(place) == max(map(row.count, row))} for row in rows.values())
    return not one & other


LINES: Final = (
    Row("{teams} differ on {titles}: only these two can be compared there, so both count as apart.", _pair),
    Row(
        "[{singles} {=team is|teams are} one person[ each]. ]"
        "With few answers much is fragile: on {fragile} of the {all} "
        "questions to discuss below, one answer moved by one step would change what is found. Each says which (~).",
        _fragile,
    ),
    Row("Beware of small numbers. {list}", _small_numbers),
    Row(
        "{title} {all=\\d+} {near=\\d+} {near_chance=\\d+\\.\\d} {far=\\d+} {far_chance=\\d+\\.\\d}",
        _noise_row,
    ),
    Row(
        "- Firm: each must was worked out anew in {variants} variants. {left=Each team was left out once, and twenty|"
        "Twenty} times about one answer in five was moved by a step and one owner in twenty replaced, by a fixed "
        "sequence without chance.",
        _variants,
    ),
    Row("Also flagged for discussion: {titles}.", _flagged),
    Row(
        "{gate=Before the pilot starts|Due before the pilot started|To leave the pilot|Before going broad|"
        "After 12 months|After 24 months}: "
        "{musts} {=must|musts}[, {conflicts} {=conflict|conflicts} of limits], {more} more",
        _musts_more,
    ),
    Row("Aligned: {titles}.", _aligned),
    Row("Nothing: no question calls for a discussion.", _nothing_to_discuss),
    Row("Nothing is open. {room=Of .+}", _nothing_open),
    Row(
        "{team} {people=\\d+} {=person|people}[ in round {round=\\d+}][, {open=\\d+} not finished]; "
        "{answered=\\d+} of {asked=\\d+} answers given"
        "[; {taken=\\d+} more taken over from round 1 ({then} {=person|people} then)]",
        _person,
    ),
    Row(
        "{team} nobody in round {round=\\d+}; {taken=\\d+} {=answer|answers} taken over from round 1 "
        "({then} {=person|people} then)",
        _person,
    ),
    Row("{title} {aligned=\\d+} {close=\\d+} {apart=\\d+} {far=\\d+} {none=\\d+}", _in_section),
)
