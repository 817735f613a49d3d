"""What the room decided in a world: drawn from a seed, and what it leaves, worked out without `scoring`."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

from questionnaires import Question, Questionnaire
from questionnaires.decisions import Decision, Objection, Status
from questionnaires.question import Contradiction
from questionnaires.words import DocumentedOwner, Facet, FindingKind, Kind
from tests.given.decisions import decide, park
from tests.proofs.agenda_rules import class_by
from tests.proofs.reading import Reading, Room
from tests.proofs.rules import found_on, is_excluded, recommended

F = FindingKind
FACETS: Final[dict[Kind, tuple[Facet, ...]]] = {
    Kind.OWNERSHIP: (Facet.OWNER,),
    Kind.CONTROL: (Facet.NEEDED,),
    Kind.POSITION: (Facet.POSITION,),
    Kind.TRAJECTORY: (Facet.TODAY, Facet.IN_12_MONTHS, Facet.IN_24_MONTHS),
    Kind.PREREQUISITE: (Facet.STATUS,),
}
_STATUSES: Final = {"met": F.PREREQUISITE_MET, "partly": F.PREREQUISITE_PARTLY, "not_met": F.PREREQUISITE_NOT_MET}


def room_in(questionnaire: Questionnaire, chance: random.Random) -> tuple[Decision, ...]:
    """Decisions on some of the questions, each of which fits; a few are parked or only proposed."""
    share = chance.choice((0.2, 0.5, 0.9))
    places = [(one, facet) for one in questionnaire.questions for facet in FACETS[one.kind] if chance.random() < share]
    return tuple(_drawn(questionnaire, chance, f"d{n:05}", one, facet) for n, (one, facet) in enumerate(places))


def _drawn(
    questionnaire: Questionnaire, chance: random.Random, name: str, question: Question, facet: Facet
) -> Decision:
    if chance.random() < 0.15:
        return park(name, question.id, facet=facet)
    teams = [team.id for team in questionnaire.teams]
    parts: dict[str, Any] = {"status": "proposed" if chance.random() < 0.1 else "decided"}
    if chance.random() < 0.4:
        parts["because"] = "It was talked about."
    if chance.random() < 0.3:
        first, second = chance.sample(teams, 2)
        parts["objected_by"] = (Objection(team=first, reason="No rota."), Objection(team=second))
    return decide(
        name, question.id, on=questionnaire, facet=facet, **parts, **_outcome(questionnaire, chance, question)
    )


def with_counts(reading: Reading, one: Decision) -> Decision:
    """The same with the answers of each team before it; of every third decision nobody counted them."""
    assert one.facet is not None
    if int(one.id[1:]) % 3 == 0:
        return one
    rows = reading.places(one.question, one.facet)
    places = range(len(reading.scale(one.question).options))
    return one.model_copy(
        update={"before": {team: tuple(row.count(place) for place in places) for team, row in rows.items()}}
    )


def _outcome(questionnaire: Questionnaire, chance: random.Random, question: Question) -> dict[str, Any]:
    scale = questionnaire.scale_by_id[question.scale]
    match question.kind:
        case Kind.OWNERSHIP:
            ours = [one.key for one in scale.options if one.means in ("team", "outside")]
            owner, deputy = chance.sample(ours, 2)
            if questionnaire.documented_owner(question) is DocumentedOwner.SERVICE and chance.random() < 0.5:
                owner = next(one.key for one in scale.options if one.means == "service")
            return {"owner": owner} | ({"deputy": deputy} if chance.random() < 0.5 else {})
        case Kind.PREREQUISITE:
            return {"status_": chance.choice(scale.options).key}
        case Kind.CONTROL:
            most = question.offered.most if question.offered else None
            option = chance.randint(0, 5)
            if most is not None and option > most:
                team = chance.choice(questionnaire.teams).id
                return {"option": option, "control": "covered", "safeguard": "A board looks.", "tested_by": team}
            return {"option": option, "control": chance.choice(("kept", "given_up"))}
        case Kind.TRAJECTORY:
            return {"option": chance.randint(0, 5), "by": dt.date(2028, 11, 1)}
        case Kind.POSITION:
            most = question.limit.option if question.limit else 5
            place = chance.randint(0, most)
            low, high = scale.options[place].value, scale.options[max(place - 1, 0)].value
            if low is not None and high is not None and chance.random() < 0.3:
                return {"value": (low + high) / 2}
            return {"option": place}


def as_room(decisions: tuple[Decision, ...]) -> Room:
    """By question and facet."""
    return {(one.question, one.facet): one for one in decisions if one.facet is not None}


def decided(reading: Reading, question: str, facet: Facet) -> Decision | None:
    """What was decided; nothing of what is parked or only proposed."""
    found = reading.room.get((question, facet))
    return found if found is not None and found.status is Status.DECIDED else None


def is_decided(reading: Reading, question: Question) -> bool:
    """Whether anything of it was."""
    return any(decided(reading, question.id, facet) for facet in question.facets)


def is_parked(reading: Reading, question: Question) -> bool:
    """Whether anything of it was parked, and nothing decided."""
    states = [one.status for (name, _), one in reading.room.items() if name == question.id]
    return Status.PARKED in states and Status.DECIDED not in states


def limit_in(reading: Reading, question: str) -> Fraction | None:
    """The value of a quantity that was decided."""
    found = decided(reading, question, Facet.POSITION)
    if found is None or found.outcome is None:
        return None
    if found.outcome.value is not None:
        return Fraction(found.outcome.value)
    value = reading.scale(question).options[found.outcome.option or 0].value
    return None if value is None else Fraction(value)


def owner_in(reading: Reading, task: str) -> str | None:
    """The key of the owner that was decided."""
    found = decided(reading, task, Facet.OWNER)
    return found.outcome.owner if found is not None and found.outcome is not None else None


def limits_now(reading: Reading, question: str) -> list[Fraction]:
    """What is recommended of a quantity: the limit decided, else what the answers leave."""
    found = limit_in(reading, question)
    return recommended(reading, question) if found is None else [found]


def excluding(reading: Reading) -> list[Contradiction]:
    """The contradictions of which the limits cannot all hold, with those that were decided."""
    return [
        one
        for one in reading.questionnaire.contradictions
        if is_excluded(one, [limits_now(reading, name) for name in one.questions])
    ]


def found_now(reading: Reading, question: Question) -> set[FindingKind]:
    """What is found on a question once decisions count."""
    found = set(_found(reading, question)) - {F.INFEASIBLE_TOGETHER}
    return found | (
        {F.INFEASIBLE_TOGETHER} if any(question.id in one.questions for one in excluding(reading)) else set()
    )


def _found(reading: Reading, question: Question) -> Iterator[FindingKind]:
    if question.kind is Kind.TRAJECTORY or not is_decided(reading, question):
        yield from found_on(reading, question) - set(_ended(reading, question))
        return
    found = decided(reading, question.id, FACETS[question.kind][0])
    assert found is not None
    assert found.outcome is not None
    if question.kind is Kind.PREREQUISITE:
        yield _STATUSES[found.outcome.status or ""]
    elif question.kind is Kind.OWNERSHIP:
        yield F.AGREED
        means = reading.means(question.id)[found.outcome.owner or ""]
        if reading.documented(question.id) == "service" and means != "service":
            yield F.BOUNDARY_CLAIMED
    else:
        yield F.ALIGNED


def _ended(reading: Reading, question: Question) -> Iterator[FindingKind]:
    """The disputes on a shift that the decided stages end."""
    if question.kind is not Kind.TRAJECTORY:
        return
    today = decided(reading, question.id, Facet.TODAY) is not None
    then = decided(reading, question.id, Facet.IN_24_MONTHS) is not None
    if today:
        yield F.BASELINE_DISPUTE
    if then:
        yield F.DIRECTION_DISPUTE
        if today or F.BASELINE_DISPUTE not in found_on(reading, question):
            yield F.PACE_DISPUTE


def state_of(reading: Reading, question: Question) -> str:
    """Whether a question is open, settled or parked."""
    if is_parked(reading, question):
        return "parked"
    is_excluded_now = any(question.id in one.questions for one in excluding(reading))
    if is_excluded_now:
        return "open"
    if not is_decided(reading, question):
        return "settled" if _is_settled_elsewhere(reading, question) else "open"
    if question.kind is Kind.TRAJECTORY:
        apart = [
            facet
            for facet in question.facets
            if (reading.gap(question.id, facet) is None or _is_apart(reading, question, facet))
        ]
        if any(decided(reading, question.id, facet) is None for facet in apart):
            return "open"
    return "settled"


def decided_elsewhere(reading: Reading, question: Question) -> list[Question]:
    """The other limits, decided since, that excluded this one by the answers, where no limits of it do any more."""
    if any(question.id in one.questions for one in excluding(reading)):
        return []
    questions = reading.questionnaire.question_by_id
    names = dict.fromkeys(
        name
        for one in reading.questionnaire.contradictions
        if question.id in one.questions and is_excluded(one, [recommended(reading, other) for other in one.questions])
        for name in one.questions
        if name != question.id
    )
    return [questions[name] for name in names if is_decided(reading, questions[name])]


def _is_settled_elsewhere(reading: Reading, question: Question) -> bool:
    """Whether only limits that excluded each other called for a talk, and a decision on another one ended that."""
    besides = set(found_on(reading, question)) - {F.INFEASIBLE_TOGETHER}
    return bool(decided_elsewhere(reading, question)) and not class_by(reading, question, besides)


def _is_apart(reading: Reading, question: Question, facet: Facet) -> bool:
    gap = reading.gap(question.id, facet)
    return gap is None or gap > 1 or bool(reading.torn(question.id, facet))
