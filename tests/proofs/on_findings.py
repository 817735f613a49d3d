"""The sentences of the other findings, and all of them together: each with when it is true of the answers."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from maturity.results.findings import AgendaEntry
from questionnaires import Question
from questionnaires.question import Contradiction
from questionnaires.words import Facet, FindingKind
from tests.proofs import on_owners, on_positions, on_statuses
from tests.proofs.rooms import limit_in, limits_now
from tests.proofs.rules import backwards, contradicted, moves_on, recommended, sign, threshold_place, values_on
from tests.proofs.said import Holds, Row, Said, told
from tests.proofs.words import each_team, ends_in_words, names_in, number_words, place_in, rounded, steps_in, teams_in

_MOVER_TORN: Final = " (in the middle, without a common position)"


def _needs_more_than_offered(said: Said) -> bool:
    """Exactly the teams whose middle need is above what the service offers, each with it."""
    offered, needs = said.question.offered, said.reading.middles(said.question.id, Facet.NEEDED)
    if offered is None or offered.most is None or said.at("most") != offered.most:
        return False
    torn = said.reading.torn(said.question.id, Facet.NEEDED)
    listed = each_team(said.case.questionnaire, said["needs"], " needs ")
    beyond = {team: need for team, need in needs.items() if need > offered.most}
    ends = {team: ends_in_words(said.scale, said.reading.places(said.question.id, Facet.NEEDED)[team]) for team in torn}
    behind = {
        team: f" in the middle of its answers, {ends[team]}, without a common position" if team in ends else ""
        for team in listed
    }
    places = {team: place_in(said.scale, need.removesuffix(behind[team])) for team, need in listed.items()}
    return places == beyond and all(need.endswith(behind[team]) for team, need in listed.items())


def _offer_unknown(said: Said) -> bool:
    """The questionnaire says of no option that it is the most that can be had."""
    return said.question.offered is not None and said.question.offered.most is None


def _wants(more: int) -> Holds:
    """Exactly the teams whose middle answers are so, each with both: `A (4 against 2)`; of a torn team its ends."""

    def holds(said: Said) -> bool:
        needs, wants = (said.reading.middles(said.question.id, facet) for facet in (Facet.NEEDED, Facet.WANTED))
        found = [team for team in needs.keys() & wants.keys() if sign(wants[team] - needs[team]) == more]
        labels = said.case.questionnaire.team_by_id
        expected = {
            f"{labels[team].label} ({_short(said, Facet.WANTED, team)} against {_short(said, Facet.NEEDED, team)})"
            for team in found
        }
        return expected == set(names_in(said["teams"]))

    return holds


def _short(said: Said, facet: Facet, team: str) -> str:
    if team in said.reading.torn(said.question.id, facet):
        return ends_in_words(said.scale, said.reading.places(said.question.id, facet)[team])
    return number_words(said.reading.middles(said.question.id, facet)[team])


def _today_differs(said: Said) -> bool:
    """The middle answers for today are more than a step apart, by so many steps."""
    gap = said.reading.gap(said.question.id, Facet.TODAY)
    return gap is not None and gap > 1 and rounded(gap) == steps_in(said["gap"])


def _directions_differ(said: Said) -> bool:
    """Which way each team goes of which both ends are known, and not all one way."""
    moves = moves_on(said.reading, said.question.id)
    told: dict[str, int] = {}
    if not _movers_torn(said, said["ways"]):
        return False
    for part in said["ways"].replace(_MOVER_TORN, "").split("; "):
        found = re.fullmatch(r"(.+) moves? (up|nowhere|down)", part)
        if found is None:
            return False
        way = {"up": 1, "nowhere": 0, "down": -1}[found[2]]
        told |= dict.fromkeys(teams_in(said.case.questionnaire, found[1]), way)
    return told == {team: sign(move) for team, move in moves.items()} and len(set(told.values())) > 1


def _movers_torn(said: Said, words: str) -> bool:
    """Of exactly the teams without a common position today or in 24 months that is said."""
    torn = {team for facet in (Facet.TODAY, Facet.IN_24_MONTHS) for team in said.reading.torn(said.question.id, facet)}
    labels = said.case.questionnaire.team_by_id
    return all(
        (f"{labels[team].label}{_MOVER_TORN}" in words) == (team in torn)
        for team in moves_on(said.reading, said.question.id)
    )


def _same_way_at_another_pace(said: Said) -> bool:
    """Everybody of whom both ends are known moves, and one way, by so many steps each; more than one apart."""
    moves = moves_on(said.reading, said.question.id)
    told = {
        team: steps_in(words)
        for part in said["moves"].replace(_MOVER_TORN, "").split(", ")
        for team, words in each_team(said.case.questionnaire, part, " ").items()
    }
    signs = {sign(move) for move in moves.values()}
    is_told = told == {team: rounded(abs(move)) for team, move in moves.items()} and _movers_torn(said, said["moves"])
    return is_told and signs in ({1}, {-1}) and max(moves.values()) - min(moves.values()) > 1


def _has_an_earlier_target(said: Said) -> bool:
    """Exactly the teams with a later middle answer below an earlier one."""
    return set(said.teams("teams")) == set(backwards(said.reading, said.question))


def _cannot_hold(said: Said) -> bool:
    """The thresholds that would be recommended of both, and who gives them."""
    for one in contradicted(said.reading):
        if one.together or said.question.id not in one.questions or one.text != said["why"]:
            continue
        other = said.reading.question(next(name for name in one.questions if name != said.question.id))
        if other.title == said["title"] and _gives(said, said.question, said["here"]):
            return _gives(said, other, said["there"])
    return False


def _adds_up(said: Said) -> bool:
    """Shares that add up to more than there is, each with who gives it; of several defaults the largest."""
    mine = [one for one in contradicted(said.reading) if one.together and said.question.id in one.questions]
    return any(
        one.text == said["why"] and is_limits(said, one, said["limits"], said.question.id, said["sum"]) for one in mine
    )


def is_limits(said: Said, one: Contradiction, words: str, here: str | None, total: str) -> bool:
    """`5 % by A here, 3 % by default on “X” and …`: of each question of a contradiction its limit, and of shares the
    sum. Told from none of them where `here` is None."""
    order = [name for name in (here, *(name for name in one.questions if name != here)) if name is not None]
    places = [" here" if name == here else f" on “{said.reading.question(name).title}”" for name in order]
    rest = words
    for number, (name, place) in enumerate(zip(order, places, strict=True)):
        limit, _, rest = rest.partition(place)
        limit = limit.removeprefix(" and " if number == len(order) - 1 else ", ")
        if not _gives(said, said.reading.question(name), limit, largest=bool(one.together)):
            return False
    return not rest and total == (_sum(said, one) if one.together else "")


def _sum(said: Said, one: Contradiction) -> str:
    most = sum((max(_limits(said, name)) for name in one.questions), Fraction(0))
    unit = said.reading.scale(one.questions[0]).unit
    return f"{_plain(most)} {unit}, above {_plain(Fraction(one.at_most or 0))} {unit}"


def _is_decided(said: Said, question: str) -> bool:
    """Whether a limit was decided: what is found tells of the answers all the same, a conflict of criteria of it."""
    return said.place == "criterion.conflict_says" and limit_in(said.reading, question) is not None


def _limits(said: Said, question: str) -> list[Fraction]:
    return limits_now(said.reading, question) if _is_decided(said, question) else recommended(said.reading, question)


def _plain(value: Fraction) -> str:
    return f"{value.numerator}" if value.denominator == 1 else f"{float(value):g}"


def _gives(said: Said, question: Question, part: str, *, largest: bool = False) -> bool:
    """`5 days by A and B`: the strictest value, cut at the limit, by all that ask for it or more; or the default."""
    values = _limits(said, question.id)
    if _is_decided(said, question.id):
        return part == f"{_plain(values[0])} {said.reading.scale(question.id).unit} as decided"
    words, by, teams = part.rpartition(" by ")
    if teams == "default":
        unit = said.reading.scale(question.id).unit
        given = {_plain(value) for value in ([max(values)] if largest else values)}
        return not values_on(said.reading, question.id) and words == f"{' and '.join(sorted(given))} {unit}"
    place = threshold_place(said.reading, question.id)
    if not by or place is None:
        return False
    giving = {team for team, own in said.reading.stricter_middles(question.id).items() if own >= place}
    is_value = words == said.reading.scale(question.id).options[place].label
    return is_value and giving == set(teams_in(said.case.questionnaire, teams))


_EXACTLY: Final = "Exactly the teams whose middle answer for what they want is"

ROWS: Final = (
    *on_positions.ROWS,
    *on_owners.ROWS,
    *on_statuses.ROWS,
    Row("Blocker: {needs}; the service offers at most {most}.", _needs_more_than_offered),
    Row("What the service offers here is not clear from its documentation.", _offer_unknown),
    Row(
        "Comfort: {teams} {=wants|want} more control than {=it needs|they need}.",
        told(f"{_EXACTLY} above what they need.", _wants(1)),
    ),
    Row(
        "Exposed: {teams} {=wants|want} less control than {=it needs|they need}.",
        told(f"{_EXACTLY} below what they need.", _wants(-1)),
    ),
    Row("Today is seen differently: {gap} between the middle answers; evidence can settle that.", _today_differs),
    Row("Different directions over 24 months: {ways}.", _directions_differ),
    Row("Same direction, different pace over 24 months: {moves}.", _same_way_at_another_pace),
    Row(
        "{teams} {=has|have} a target at an earlier stage than today or than the target before it: please confirm.",
        _has_an_earlier_target,
    ),
    Row("Cannot hold together with “{title}”: {here} here, {there} there. {why}", _cannot_hold),
    Row("Cannot hold together: {limits} add up to {sum}. {why}", _adds_up),
)


def _joined(said: Said) -> bool:
    """The sentences of what put a question on the agenda, and of an offer that is not known, one after the other; each
    stands beside its finding too."""
    entry = said.within(AgendaEntry)
    found = said.results.question_by_id[entry.question].findings
    sentences = [one.says for one in found if one.kind in entry.findings]
    sentences += [one.says for one in found if one.kind is FindingKind.OFFER_UNKNOWN]
    return said.text == " ".join(dict.fromkeys(sentences))


REASONS: Final = (Row("{reason}", _joined),)
