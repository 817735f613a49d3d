"""The sentences on what the room decided, held against the entries as they were written and the answers."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from maturity.results.decisions import ClashResults, DecisionResults
from maturity.results.findings import AgendaEntry
from questionnaires import Scale
from questionnaires.decisions import Control, Decision, Status
from questionnaires.words import Facet
from tests.proofs.on_changes import candidate_of
from tests.proofs.reading import Reading
from tests.proofs.rooms import decided_elsewhere
from tests.proofs.said import Row, Said
from tests.proofs.words import listed, number_words

_CONTROL: Final = {
    Control.KEPT: "this level is kept",
    Control.GIVEN_UP: "the rest was given up",
    Control.COVERED: "covered by another safeguard",
}
_WHEN: Final = {Facet.TODAY: "today", Facet.IN_12_MONTHS: "in 12 months", Facet.IN_24_MONTHS: "in 24 months"}


def _entry(said: Said) -> Decision:
    """The entry that a decision of the results stands for."""
    shown = said.within(DecisionResults)
    return next(one for one in said.reading.room.values() if one.id == shown.id)


def outcome_of(reading: Reading, one: Decision) -> str:
    """`Endpoint, deputy Operations`, `today: Three, by 2028-11-01`, `4 hours`, `Two (this level is kept)`."""
    if one.outcome is None:
        return one.status.value
    scale, outcome = reading.scale(one.question), one.outcome
    labels = {option.key: option.label for option in scale.options}
    when = f"{_WHEN[one.facet]}: " if one.facet in _WHEN else ""
    deputy = f", deputy {labels[outcome.deputy]}" if outcome.deputy else ""
    by = f", by {outcome.by}" if outcome.by else ""
    control = f" ({_CONTROL[outcome.control]})" if outcome.control else ""
    return f"{when}{_chosen(scale, one)}{deputy}{by}{control}"


def _chosen(scale: Scale, one: Decision) -> str:
    assert one.outcome is not None
    if one.outcome.option is not None:
        return scale.options[one.outcome.option].label
    if one.outcome.value is not None:
        return f"{float(one.outcome.value):g} {scale.unit}"
    key = one.outcome.owner or one.outcome.status
    return next(option.label for option in scale.options if option.key == key)


def _whole(reading: Reading, one: Decision) -> str:
    """All that is told of an entry."""
    by = f" by {one.decider}" if one.decider else ""
    labels = {team.id: team.label for team in reading.questionnaire.teams}
    if one.status is Status.PARKED:
        assert one.next_step is not None
        what = f"{one.next_step.what.rstrip('.')} – {one.next_step.owner}, by {one.due}"
    else:
        what = outcome_of(reading, one)
        if one.outcome is not None and one.outcome.safeguard is not None:
            what += f": {one.outcome.safeguard.rstrip('.')}, to be tested by {labels[one.outcome.tested_by or '']}"
    why = f" Why: {one.because}" if one.because else ""
    objected = "".join(f" {labels[other.team]} objected: {other.reason}" for other in one.objected_by if other.reason)
    if silent := [labels[other.team] for other in one.objected_by if not other.reason]:
        objected += f" {listed(silent)} objected, without a reason given."
    return f"{one.status.value.capitalize()} on {one.decided}{by}: {what}.{why}{objected}"


def _told(said: Said, one: Decision) -> str:
    """The same, and that it rests on the answers of a later round than these."""
    is_later = one.round > said.results.round
    return _whole(said.reading, one) + (
        f" That rests on the answers of round {one.round}, a later one." if is_later else ""
    )


def _outcome(said: Said) -> bool:
    """What the entry settles, in the words of its scale."""
    return said.text == outcome_of(said.reading, _entry(said))


def _says(said: Said) -> bool:
    """When it was settled, by whom, what, why, and who objected, as the entry says."""
    return said.text == _told(said, _entry(said))


def _beside(said: Said) -> bool:
    """All entries on the question of this place of the agenda, in the order of its facets; and whether the limits that
    excluded each other can hold by what was decided on the others, or what the teams want stays apart."""
    question = said.within(AgendaEntry).question
    asked = said.reading.question(question)
    entries = [one for facet in asked.facets if (one := said.reading.room.get((question, facet)))]
    told = [part for one in entries for part in (_told(said, one), _wanted(said.reading, one)) if part]
    if titles := [f"“{other.title}”" for other in decided_elsewhere(said.reading, asked)]:
        told.append(f"With what was decided on {listed(titles)}, the limits can hold together.")
    return said.text == " ".join(told)


def _wanted(reading: Reading, one: Decision) -> str:
    """Beside a decided level of control, that the teams want different ones, more than a step apart."""
    gap = reading.gap(one.question, Facet.WANTED) if one.facet is Facet.NEEDED else None
    if one.status is not Status.DECIDED or gap is None or gap <= 1:
        return ""
    return f"What the teams want stays {number_words(gap)} steps apart; what is needed was decided."


def _as_written(said: Said) -> bool:
    """The words that stand in the entry."""
    one = _entry(said)
    outcome = one.outcome.safeguard if one.outcome else None
    step = (one.next_step.what, one.next_step.owner) if one.next_step else ()
    return said.text in (one.decider, one.because, outcome, *step, *(other.reason for other in one.objected_by))


def _otherwise(said: Said) -> bool:
    """Exactly the teams, of so many that gave an answer in the later round, of which the middle or most common answer
    that stands is another than was decided, or does not lie beside a value between two options; and nobody of them
    is known to have answered the same before it was decided."""
    return _is_otherwise(said) and not _as_before(said)


def _otherwise_as_before(said: Said) -> bool:
    """The same, where of each of these teams the answers are those that were counted before it was decided."""
    return _is_otherwise(said) and said["teams"] == listed(_as_before(said))


def _partly_as_before(said: Said) -> bool:
    """The same, where that holds of some of these teams, which are named, and not of the others."""
    same = _as_before(said)
    return _is_otherwise(said) and said["same"] == listed(same) != said["teams"]


def _is_otherwise(said: Said) -> bool:
    one, reading = _entry(said), said.reading
    answered, others = _heard_again(said)
    labels = [reading.questionnaire.team_by_id[team].label for team in others]
    all_of = {1: "the one team that answered", 2: "both teams that answered"}.get(
        len(answered), f"all {len(answered)} teams that answered"
    )
    count = f"{len(others)} of {len(answered)} teams" if len(others) < len(answered) else all_of
    return (
        one.status is Status.DECIDED
        and said["day"] == str(one.decided)
        and said.number("round") == said.results.round > one.round
        and said["count"] == count
        and said["teams"] == listed(labels)
    )


def _heard_again(said: Said) -> tuple[list[str], list[str]]:
    """The teams that gave an answer in the later round, and those of them that answer otherwise."""
    one, reading = _entry(said), said.reading
    assert one.facet is not None
    again = said.case.later.places(one.question, one.facet)
    answered = [team for team in reading.places(one.question, one.facet) if team in again]
    return answered, [team for team in answered if not _is_alike(reading, one, one.facet, team)]


def _as_before(said: Said) -> list[str]:
    """The names of those who answer otherwise with the very answers that the entry counts."""
    one, reading = _entry(said), said.reading
    assert one.facet is not None
    rows = reading.places(one.question, one.facet)
    _, others = _heard_again(said)
    return [
        reading.questionnaire.team_by_id[team].label
        for team in others
        if one.before.get(team) == tuple(rows[team].count(place) for place in range(len(one.before.get(team, ()))))
    ]


def _is_alike(reading: Reading, one: Decision, facet: Facet, team: str) -> bool:
    assert one.outcome is not None
    row, scale = reading.places(one.question, facet)[team], reading.scale(one.question)
    if key := one.outcome.owner or one.outcome.status:
        most = max(map(row.count, row))
        return {scale.options[place].key for place in row if row.count(place) == most} == {key}
    middle = Fraction(row[(len(row) - 1) // 2] + row[len(row) // 2], 2)
    if one.outcome.option is not None:
        return middle == one.outcome.option
    values = [Fraction(option.value or 0) for option in scale.options]
    wanted = Fraction(one.outcome.value or 0)
    ends = [
        place
        for place in range(6)
        if values[place] == wanted
        or any(_lies_between(wanted, values, place, other) for other in (place - 1, place + 1))
    ]
    return min(ends) <= middle <= max(ends)


def _lies_between(wanted: Fraction, values: list[Fraction], place: int, other: int) -> bool:
    if not 0 <= other < len(values) or wanted in values:
        return False
    return min(values[place], values[other]) < wanted < max(values[place], values[other])


def _clash(said: Said) -> bool:
    """What each entry that stands on it says, and who says so: two entries or more, none of which counts."""
    shown, reading = said.within(ClashResults), said.reading
    (entries,) = [
        some for some in reading.clashes if (some[0].question, some[0].facet) == (shown.question, shown.facet)
    ]
    told = [
        outcome_of(reading, one)
        + (" (proposed)" if one.status is Status.PROPOSED else "")
        + (f" by {one.decider}" if one.decider else "")
        for one in entries
    ]
    return (
        said["title"] == reading.question(shown.question).title
        and said["told"] == listed(told)
        and (shown.question, shown.facet) not in reading.room
    )


def _page(said: Said) -> bool:
    """Its evidence is a page that the tool writes, and something stands in the room."""
    rule, _ = candidate_of(said)
    return rule.agreement and bool(said.reading.room)


PAGES: Final = (Row("“maturity agreement” writes what was decided of it on a page to sign.", _page),)
OUTCOMES: Final = (Row("{outcome}", _outcome),)
SAYS: Final = (Row("{decision}", _says),)
BESIDE: Final = (Row("{decisions}", _beside),)
WRITTEN: Final = (Row("{words}", _as_written),)
CLASHES: Final = (
    Row("Decisions at odds on “{title}”: {told}; none of them counts until one is decided in their place.", _clash),
)
OTHERWISE: Final = (
    Row("Decided on {day}; in round {round}, {count} now {=answers|answer} otherwise: {teams}.", _otherwise),
    Row(
        "Decided on {day}; in round {round}, {count} {=answers|answer} otherwise, as {=it|they} did before: {teams}.",
        _otherwise_as_before,
    ),
    Row(
        "Decided on {day}; in round {round}, {count} answer otherwise: {teams}; {same} as before.",
        _partly_as_before,
    ),
)
