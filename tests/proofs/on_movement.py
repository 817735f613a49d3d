"""The sentences on what moved since an earlier round, held against the answers of both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from questionnaires import Question
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet, FindingKind
from scoring.wording.findings import FINDING_WORDS
from tests.proofs import people
from tests.proofs.agenda_rules import column_of
from tests.proofs.on_moves import MOVES
from tests.proofs.rules import BANDS, found_on, shape_on
from tests.proofs.said import Holds, Row, Said, told
from tests.proofs.two_rounds import Side, TwoRounds
from tests.proofs.words import FACETS, known, listed, number_words, teams_in

F = FindingKind
_WHERE: Final = {facet: words for words, facet in FACETS.items()}
_HOW_FAR: Final = {
    *(F.ALIGNED, F.CLOSE, F.APART, F.FAR_APART, F.NOT_COMPARABLE),
    *(F.AGREED, F.UNCONFIRMED, F.CONTESTED, F.UNAWARE_OWNER, F.ORPHAN, F.SPLIT),
    *(F.PREREQUISITE_MET, F.PREREQUISITE_UNCONFIRMED, F.PREREQUISITE_PARTLY, F.PREREQUISITE_NOT_MET),
    F.PREREQUISITE_SPLIT,
}
_ELSEWHERE: Final = {F.UNKNOWN, F.OFFER_UNKNOWN}


def two(said: Said) -> TwoRounds:
    """The question in both rounds."""
    return TwoRounds(said.case, said.question)


def _labels(said: Said, teams: list[str] | set[str]) -> list[str]:
    return [team.label for team in said.case.questionnaire.teams if team.id in teams]


def _is_state(said: Said, side: Side, text: str) -> bool:
    """`close (2 steps today, two camps; comfort)`: how far apart these teams are, and all else found on them."""
    word, _, details = text.removesuffix(")").partition(" (")
    far, beside = (details.partition("; ")[::2] if side.widest else ("", details)) if details else ("", "")
    if side.widest and "; " not in details and not _is_far(said, side, far):
        far, beside = details, ""
    all_found = found_on(side.reading, said.question)
    found = all_found - _ELSEWHERE
    expected = {FINDING_WORDS[kind] for kind in found if kind not in _HOW_FAR and _takes_a_column(kind, said.question)}
    are_beside = expected == set(beside.split(", ") if beside else ())
    if side.widest is None:
        kinds = [kind for kind in found if kind in _HOW_FAR] or [kind for kind in all_found if kind is F.UNKNOWN]
        return are_beside and [word] == [FINDING_WORDS[kind] for kind in kinds]
    return are_beside and word == BANDS[side.apart[0]].value.replace("_", " ") and _is_far(said, side, far)


def _takes_a_column(kind: FindingKind, question: Question) -> bool:
    return column_of(kind, question) is not None and kind is not F.INFEASIBLE_TOGETHER


def _is_far(said: Said, side: Side, text: str) -> bool:
    """The gap of the widest facet and how the teams lie on it, and who is torn on any."""
    assert side.widest is not None
    question, gap = said.question, side.apartness(side.widest)[1]
    rows = [side.alone.places(question.id, facet) for facet in question.facets]
    parts = ["all alike" if all(_is_one(row) for row in rows) else "the same middle answers"]
    if gap:
        where = f" {_WHERE[side.widest]}" if len(question.facets) > 1 else ""
        words = number_words(gap)
        shape = shape_on(side.alone, question.id, side.widest)[0]
        parts = [f"{words} {'step' if words == '1' else 'steps'}{where}", FINDING_WORDS[shape]]
    if side.torn:
        labels = said.case.questionnaire.team_by_id
        parts.append(f"no common position inside {listed([labels[team].label for team in side.torn])}")
    return text == ", ".join(parts)


def _is_one(row: dict[str, list[int]]) -> bool:
    return len({place for places in row.values() for place in places}) <= 1


def _are_states(said: Said, rounds: TwoRounds) -> bool:
    before, after = rounds.sides
    was, now = said["was"] or said["now"], said["now"]
    return rounds.is_compared and _is_state(said, before, was) and _is_state(said, after, now)


def _everybody(said: Said) -> bool:
    """Of a sentence that names no teams: nobody's answer is left out."""
    rounds = two(said)
    return rounds.is_whole and _are_states(said, rounds) and (not said["was"] or said["was"] != said["now"])


def _some(said: Said) -> bool:
    """Exactly the teams with an answer in both rounds, and where they stood and stand."""
    rounds = two(said)
    return list(said.teams("teams")) == rounds.teams and _are_states(said, rounds)


def _same_names(said: Said) -> bool:
    """Exactly these teams, which name the same as before, while what is found has changed."""
    before, after = two(said).sides
    return _some(said) and before.most_said == after.most_said


def _fewer_than_two(said: Said) -> bool:
    """Fewer than two teams have an answer in both rounds."""
    rounds = two(said)
    return not rounds.is_compared and len(rounds.teams) < 2


def _no_part(said: Said) -> bool:
    """Two teams or more have an answer in both rounds, and no two of them on the same facet."""
    rounds = two(said)
    return not rounds.is_compared and len(rounds.teams) > 1


_INSTEAD: Final = {
    "now says don't know": ("again", "dont_know"),
    "now say don't know": ("again", "dont_know"),
    "now says that it does not apply": ("again", "not_applicable"),
    "now say that it does not apply": ("again", "not_applicable"),
    "did not answer it again": ("again", None),
    "said don't know before": ("before", "dont_know"),
    "said before that it does not apply": ("before", "not_applicable"),
    "did not answer it before": ("before", None),
}


def _is_missing(rounds: TwoRounds, team: str, words: str) -> bool:
    """Whether a team answered in the other round only, and what it says in this one."""
    when, state = known(_INSTEAD, words)
    absent = rounds.was - rounds.now if when == "again" else rounds.now - rounds.was
    return team in absent and rounds.instead(team) == state


def _without(said: Said) -> bool:
    """These teams answered in the other round only, and say this instead."""
    rounds = two(said)
    besides = {team for side in rounds.sides for team in side.besides} if rounds.is_compared else set()
    return all(_is_missing(rounds, team, said["did"]) and team not in besides for team in said.teams("names"))


def _named_as_owner(said: Said) -> bool:
    """It is named as an owner, and says this without being among the teams compared."""
    rounds, (team,) = two(said), said.teams("name")
    if not rounds.is_compared or not any(team in side.besides for side in rounds.sides):
        return False
    if team in rounds.was | rounds.now:
        return _is_missing(rounds, team, said["did"])
    # It names no owner in either round: what it says instead, now if it says anything now.
    before, after = rounds.sides
    side = after if team in after.besides else before
    is_now = side is after and team in said.case.later.spoke(said.question.id, Facet.OWNER)
    (row,) = side.whole.cells[said.question.id, team].values()
    state = DONT_KNOW if DONT_KNOW in row else NOT_APPLICABLE
    now = {DONT_KNOW: "says don't know", NOT_APPLICABLE: "says that it does not apply"}
    was = {DONT_KNOW: "said don't know before", NOT_APPLICABLE: "said before that it does not apply"}
    return said["did"] == (now if is_now else was)[state]


def _half(said: Said) -> bool:
    """Exactly these teams answered that facet in one of the rounds only."""
    facet, rounds = known(FACETS, said["where"]), two(said)
    is_compared = len(rounds.kept[facet]) > 1
    return rounds.half[facet] == set(said.teams("names")) and bool(said["without"]) == is_compared


def _moved_people(said: Said) -> bool:
    """Of the people of the teams compared: how many changed, confirmed, came and went on the question; and of which of
    several teams those are that changed."""
    rounds = two(said)
    found = people.on_question(said.case, said.question.id)
    mine = {team: found[team] for team in rounds.teams if team in found}
    return _is_turnover(said, sum(mine.values(), Counter())) and _are_of(said, mine)


def _are_of(said: Said, found: dict[str, Counter[str]]) -> bool:
    """Each team with anybody who changed, how many they are, and of how many in both rounds; where one team has all of
    these people, nothing is said of it."""
    labels = said.case.questionnaire.team_by_id
    both = {team: one["moved"] + one["stayed"] for team, one in found.items()}
    expected = {
        f"{one['moved']} of {both[team]} of {labels[team].label}" for team, one in found.items() if one["moved"]
    }
    is_one = sum(map(bool, both.values())) < 2
    return set(filter(None, (said["which"] or "").split(", "))) == (set() if is_one else expected)


def _is_turnover(said: Said, total: Counter[str]) -> bool:
    told = {way: int(said[way] or said[f"{way}_too"] or 0) for way in people.WAYS}
    return (
        told == {way: total[way] for way in people.WAYS}
        and said.number("both") == total["moved"] + total["stayed"] > 0
        and (said["who"] == "person") == (said["both"] == "1")
    )


def _other_people_on(said: Said) -> bool:
    """Nobody who had answered for these teams answered it again, and somebody else did."""
    found = people.on_question(said.case, said.question.id)
    return set(said.teams("names")) == set(people.other_people(found)) & set(two(said).teams)


SENTENCES: Final = (
    Row("Was {was}, is now {now}.", _everybody),
    Row("Still {now}.", _everybody),
    Row("{teams} as before: {now}.", _some),
    Row("{teams} name the same as before: was {was}, is now {now}.", _same_names),
    Row("{teams}: was {was}, is now {now}.", _some),
    Row("Fewer than two teams have an answer in both rounds.", _fewer_than_two),
    Row("No part of it has answers of two teams in both rounds.", _no_part),
    Row(
        "{without=Without }{names} {where=today|in .+|on control .+}, answered in one of the rounds only.",
        _half,
    ),
    Row("Nothing is compared {where}: {names} answered that in one of the rounds only.", _half),
    Row("Without {names}, who {did}.", _without),
    Row("{name}, named as an owner, {did}.", _named_as_owner),
    Row(
        "Of {both} {who=person|people} in both rounds [{moved} changed[ ({which})]][{=, |}{stayed} confirmed]"
        "[; {new} answered only now][, {gone} only before][; {gone_too} answered only before].",
        _moved_people,
    ),
    Row("Other people than before answered for {names}.", _other_people_on),
    *MOVES,
)


def _only_in(earlier: bool) -> Holds:
    def holds(said: Said) -> bool:
        assert said.case.earlier is not None
        first, second = (set(reading.teams) for reading in (said.case.earlier, said.case.later))
        teams = set(teams_in(said.case.questionnaire, said["names"]))
        besides = set(_heard_besides(said))
        is_heard = bool(besides & teams) == bool(said["but"])
        return teams == (first - second if earlier else second - first) and is_heard

    which = "the earlier" if earlier else "this"
    return told(
        f"Exactly the teams that said anything in {which} round only; and whether one is heard as owner.", holds
    )


def _heard_besides(said: Said) -> Iterator[str]:
    for question in said.case.questionnaire.questions:
        rounds = TwoRounds(said.case, question)
        if rounds.is_compared and not rounds.silent(rounds.first) and not rounds.silent(rounds.second):
            yield from (team for side in rounds.sides for team in side.besides)


_BUT: Final = "[{but=, except as an owner whom others name}]"

PRESENCE: Final = (
    Row(f"{{names}} answered in round 1 only, and {{=is|are}} left out here{_BUT}.", _only_in(earlier=True)),
    Row(f"{{names}} answered in this round only, and {{=is|are}} left out here{_BUT}.", _only_in(earlier=False)),
)


def _step(said: Said) -> bool:
    """The way that agreement moved, by who agreed before and agrees now, else by how far apart they are."""
    return two(said).step == said.text


STEPS: Final = (Row("{step}", _step),)

_STEP_WORDS: Final = {
    "newly agreed": "newly agreed",
    "closer": "closer",
    "agreed in both rounds": "agreed in both rounds",
    "neither closer nor further apart": "unchanged",
    "further apart": "further apart",
    "no longer agreed": "no longer agreed",
    "cannot be set side by side": "not comparable",
    "not answered again": "not asked again",
    "answered for the first time": "asked first",
}


def _counted(said: Said) -> bool:
    """As many questions as moved that way, and the teams that are in both rounds."""
    assert said.case.earlier is not None
    both = [team for team in said.case.earlier.teams if team in said.case.later.teams]
    rounds = [TwoRounds(said.case, question) for question in said.case.questionnaire.questions]
    answered = [one for one in rounds if one.was | one.now]
    counts = Counter("agreed in both rounds" if _is_agreed_in_both(one) else one.step for one in answered)
    told: Counter[str] = Counter()
    for part in said["steps"].split(", ") if said["steps"] != "nothing to compare" else []:
        found = re.fullmatch(r"(\d+) (.+?)(?: \((\d+) of them with other people answering\))?", part)
        if found is None:
            return False
        told[known(_STEP_WORDS, found[2])] = int(found[1])
        others = sum(_has_others(said, one) for one in answered if one.step == "newly agreed")
        if found[2] == "newly agreed" and int(found[3] or 0) != others:
            return False
    return list(teams_in(said.case.questionnaire, said["teams"]) if said["teams"] else ()) == both and told == counts


def _is_agreed_in_both(rounds: TwoRounds) -> bool:
    """Whether everybody agrees in both rounds, and that is no other step."""
    is_whole = rounds.step == "unchanged" and rounds.is_whole
    return is_whole and all(side.is_agreed for side in rounds.sides)


def _has_others(said: Said, rounds: TwoRounds) -> bool:
    return bool(set(people.other_people(people.on_question(said.case, rounds.question.id))) & set(rounds.teams))


COUNTED: Final = (Row("Since round 1[, among {teams}]: {steps}.", _counted),)


def _coverage(said: Said) -> bool:
    """What each round could compare by itself, of the questions that the later one asks of two teams or more."""
    assert said.case.earlier is not None
    asked = Counter(question for question, _ in said.case.later.cells)
    mine = [said.reading.question(question) for question, teams in asked.items() if teams > 1]
    files = {r.respondent.team for r in said.case.responses if r.respondent.round == said.results.round}
    files |= set(said.case.earlier.teams)
    compared = [
        sum(any(len(one.places(question.id, facet)) > 1 for facet in question.facets) for question in mine)
        for one in (said.case.later, said.case.earlier)
    ]
    told = [said.number(part) for part in ("compared", "again", "asked", "answering", "teams")]
    is_of_all = {said.number(part) for part in ("all", "same")} == {len(mine)}
    expected = [*compared, len(mine), len(said.case.later.teams), len(files)]
    return is_of_all and told == expected and compared[0] < compared[1]


COVERAGE: Final = (
    Row(
        "{answering} of {teams} teams {=has|have} answered in this round. It asks {asked} {=question|questions} of two "
        "teams or more. By itself it can compare {compared} of {all}. Round 1 could compare {again} of the same "
        "{same}.",
        _coverage,
    ),
)


def _changed(said: Said) -> bool:
    """So many people are in both rounds; so many changed any answer, came and went; and of which teams they are."""
    found = people.in_all(said.case)
    return _is_turnover(said, sum(found.values(), Counter())) and _are_of(said, found)


def _one_person(said: Said) -> bool:
    """One person is in both rounds, and changed any answer or none; so many came and went."""
    total = sum(people.in_all(said.case).values(), Counter())
    told = {
        "moved": int(said["change"] == "an answer"),
        "stayed": int(said["change"] == "no answer"),
        "new": int(said["new"] or 0),
        "gone": int(said["gone"] or said["gone_too"] or 0),
    }
    return told == {way: total[way] for way in people.WAYS}


def _nobody_again(said: Said) -> bool:
    """No person answered in both rounds; so many came and went."""
    total = sum(people.in_all(said.case).values(), Counter())
    told = (int(said["new"] or 0), int(said["gone"] or said["gone_too"] or 0))
    return not total["moved"] + total["stayed"] and told == (total["new"], total["gone"])


def _other_people(said: Said) -> bool:
    """Nobody who had answered for these teams answered again, and somebody else did."""
    return set(said.teams("names")) == set(people.other_people(people.in_all(said.case)))


def _repeated(said: Said) -> bool:
    """So many answers on questions that were not to be discussed were given twice, and so many alike."""
    return (said.number("answers"), said.number("same")) == people.repeated(said.case)


_CAME: Final = "[; {new} {=is|are} new][, {gone} {=was|were} not heard again][; {gone_too} {=was|were} not heard again]"

PEOPLE: Final = (
    Row(
        "Of {both} {who=person|people} in both rounds {moved} changed an answer[ ({which})], {stayed} "
        "changed none" + _CAME + ".",
        _changed,
    ),
    Row(f"The one person in both rounds changed {{change=an answer|no answer}}{_CAME}.", _one_person),
    Row(f"No person is in both rounds{_CAME}.", _nobody_again),
    Row("Other people than before answered for {names}.", _other_people),
    Row(
        "Of {answers} {=answer|answers} that the same people gave again to questions that nobody had put on the agenda "
        "of round 1, {same} {=is|are} the same.",
        _repeated,
    ),
)
