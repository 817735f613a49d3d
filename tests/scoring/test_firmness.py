"""How firm each must is: worked out by hand, and against comparing every variant anew as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from types import MappingProxyType
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires import Questionnaire, Response
from questionnaires.words import Level, Priority
from scoring import Criterion, Tally, compare, recommend, tally
from scoring.firmness.musts import Firmness, firmness, variants_of
from scoring.firmness.variants import TURNS, Variant, moved_answers, replaced_owners, standing
from scoring.wording.firmness import firmness_sentence
from tests.given.answers_moved import EXAMPLES, people, responses_of
from tests.given.builders import compared, criterion, small, voices_to
from tests.given.every_kind_of_criterion import HOURS, PAUSING, QUESTIONNAIRE, SOAK, when


def firm(questionnaire: Questionnaire, responses: list[Response]) -> Mapping[str, Firmness]:
    comparison = compared(responses, questionnaire)
    return firmness(comparison, recommend(comparison))


def sentence(found: Firmness) -> str:
    return firmness_sentence(compared([]), found)


EXPOSURE: Final = HOURS.replace("risk.hours_to_stop", "risk.exposure").replace('"hours"', '"days"')


def test_a_threshold_worked_out_by_hand() -> None:
    """Days open, at most: Endpoint says 14 days (option 2), Security 3 days (option 4); the strictest is 3 days.

    Left out: without Endpoint it stays 3 days; without Security it is 14. So it stays in 1 of these 2.

    Moved: Endpoint's answer has number 0, Security's number 1. `risk.exposure` is at place 11 of the questions, from 0.
    On a circle of 1,000,000 they lie at number × 618,034 + place × 414,214, without the whole rounds:
        Endpoint 4,556,354 → 556,354, in twentieths 11; Security 5,174,388 → 174,388, in twentieths 3.
    In turn t an answer stands t twentieths further. It moves at 0 and 1 up, and at 2 and 3 down.
        Endpoint stands at 0 … 3 in turns 9 … 12: it becomes 7 days or 30 days, and 3 days stay the strictest.
        Security stands at 0 and 1 in turns 17 and 18: 1 day; at 2 and 3 in turns 19 and 0: 7 days. Each is another.
    So it changes in 4 of 20, and stays in 16. With those left out: 17 of 22.
    """
    questionnaire = small(criterion("done", threshold=EXPOSURE))
    assert [place for place, one in enumerate(questionnaire.questions) if one.id == "risk.exposure"] == [11]
    assert [[standing(number, 11, turn) for turn in (0, 9, 17)] for number in (0, 1)] == [[11, 0, 8], [3, 12, 0]]
    said = voices_to(questionnaire, "risk.exposure", position={"endpoint": 2, "security": 4})
    found = firm(questionnaire, said)
    assert found == {"done": Firmness(22, None, 17, None, ("security",))}
    assert sentence(found["done"]) == (
        "Recommended whatever the answers; its threshold stays in 17 of 22 variants."
        " Leaving out Security would change it."
    )


def test_an_owner_and_what_calls_for_a_must_worked_out_by_hand() -> None:
    """Pausing: Endpoint names itself, so does Operations, and Security names Endpoint: two claim it, it is contested.

    Left out: without Endpoint one claims it, and `owned` falls away. Without Operations the others agree, and it falls
    away. Without Security it stays, with the same owners named. It stays in 1 of these 3, and its owner too.

    Replaced: place 0 of the questions, the answers have the numbers 0 (Endpoint), 1 (Operations), 2 (Security).
        number 0 → 0: twentieth 0, replaced in turn 0:  by Endpoint + 1 + (0 + 0) mod 6 = Operations.
            Endpoint and Operations name Operations, Security names Endpoint: one claims it, no longer contested.
        number 1 → 618,034: twentieth 12, replaced in turn 8: by Operations + 1 + 1 = Network.
            Endpoint names itself and nobody else itself: no longer contested.
        number 2 → 236,068: twentieth 4, replaced in turn 16: by Endpoint + 1 + 2 = Network.
            Endpoint and Operations name themselves: contested; the owners named are three instead of two.
    So it stays in 18 of 20, with the same owners in 17. Together 19 of 23, and its owner in 18.
    """
    questionnaire = small(criterion("owned", owner=PAUSING, when=when("contested", on="ownership.*")))
    assert questionnaire.questions[0].id == "ownership.pause"
    named = {"endpoint": "endpoint", "operations": "operations", "security": "endpoint"}
    found = firm(questionnaire, voices_to(questionnaire, "ownership.pause", owner=named))
    assert found == {"owned": Firmness(23, 19, None, 18, ("endpoint", "operations"))}
    assert sentence(found["owned"]) == (
        "Stays in 19 of 23 variants; its owner in 18. Leaving out Endpoint or Operations would change it."
    )


def test_what_rests_on_no_answer_is_neither_firm_nor_soft() -> None:
    """A default that nobody answered, an owner that nobody named, and a role."""
    questionnaire = small(criterion("stop", threshold=HOURS, owner=PAUSING) + criterion("sponsored"))
    found = firm(questionnaire, voices_to(questionnaire, "risk.attitude", position={"endpoint": 1, "security": 2}))
    assert found == dict.fromkeys(("stop", "sponsored"), Firmness(22, None, None, None))
    assert (
        sentence(found["stop"]) == "Recommended whatever the answers; neither its threshold nor its owner rests on one."
    )


def test_only_musts_are_tried_whatever_their_gate() -> None:
    questionnaire = small(
        criterion("stop", threshold=HOURS, gate='"12_months"') + criterion("watch", threshold=SOAK, priority='"should"')
    )
    assert firm(questionnaire, voices_to(questionnaire, "risk.soak", position={"endpoint": 1})).keys() == {"stop"}


def test_where_nobody_has_answered_nothing_is_tried() -> None:
    assert firm(small(criterion("stop", threshold=HOURS)), []) == {}


def test_the_only_team_is_not_left_out() -> None:
    comparison = compared(voices_to(small(), "risk.attitude", position={"endpoint": 1}))
    assert variants_of(comparison) == tuple(Variant(turn=turn) for turn in range(TURNS))


def test_an_owner_is_the_same_whether_or_not_it_is_confirmed() -> None:
    """Without Endpoint the others still name it, and it has not been heard then."""
    questionnaire = small(criterion("stop", owner=PAUSING))
    named = dict.fromkeys(("endpoint", "operations", "security"), "endpoint")
    (found,) = firm(questionnaire, voices_to(questionnaire, "ownership.pause", owner=named)).values()
    assert found.owner == 3 + TURNS - 3


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Firmness(24, 19, 12, 18), "Stays in 19 of 24 variants; its threshold in 12, its owner in 18."),
        (Firmness(24, 19, 12, None), "Stays in 19 of 24 variants; its threshold in 12."),
        (Firmness(24, 19, None, None), "Stays in 19 of 24 variants."),
        (
            Firmness(24, 19, None, None, ("endpoint", "network", "security")),
            "Stays in 19 of 24 variants. Leaving out Endpoint, Network or Security would change it.",
        ),
        (
            Firmness(24, None, 12, 18),
            "Recommended whatever the answers; its threshold stays in 12 of 24 variants, its owner in 18.",
        ),
        (Firmness(24, None, None, 0), "Recommended whatever the answers; its owner stays in 0 of 24 variants."),
    ],
)
def test_how_firm_a_must_is_is_said_in_a_sentence(found: Firmness, words: str) -> None:
    assert sentence(found) == words


# What moves in the variants.

PLACES: Final = range(0, 130, 7)


@pytest.mark.parametrize("place", PLACES)
def test_over_all_turns_every_answer_moves_in_a_fifth_and_every_owner_in_a_twentieth(place: int) -> None:
    for number in range(40):
        stands = [standing(number, place, turn) for turn in range(TURNS)]
        assert sorted(stands) == list(range(TURNS))
        for option, options in product(range(6), (6,)):
            one = tuple(int(at == option) for at in range(options))
            after = Counter(moved_answers(one, number, place, turn).index(1) - option for turn in range(TURNS))
            up, down = (0, 4) if option == 5 else (4, 0) if option == 0 else (2, 2)
            assert after == Counter({0: 16, 1: up, -1: down})
            named = [replaced_owners(one, number, place, turn).index(1) for turn in range(TURNS)]
            assert sum(owner != option for owner in named) == 1


def test_replaced_owners_go_to_every_other_one_in_turn() -> None:
    one = (0, 0, 1, 0, 0, 0, 0)
    gone_to = {
        owner
        for number in range(6)
        for turn in range(TURNS)
        for owner, count in enumerate(replaced_owners(one, number, 0, turn))
        if count
    }
    assert gone_to == set(range(7))


@pytest.mark.parametrize("people", [3, 5, 15, 75])
def test_in_every_turn_about_a_fifth_of_the_answers_to_a_question_moves(people: int) -> None:
    for place, turn in product(PLACES, range(TURNS)):
        moving = sum(standing(number, place, turn) < 4 for number in range(people))
        assert abs(moving - people / 5) <= 2


@settings(max_examples=200)
@given(
    st.lists(st.integers(0, 9), min_size=3, max_size=9).map(tuple),
    st.integers(0, 500),
    st.integers(0, 500),
    st.integers(0, TURNS - 1),
)
def test_answers_are_moved_and_none_is_lost(counts: tuple[int, ...], number: int, place: int, turn: int) -> None:
    for changed in (moved_answers(counts, number, place, turn), replaced_owners(counts, number, place, turn)):
        assert sum(changed) == sum(counts)
        assert len(changed) == len(counts)
        assert min(changed) >= 0


def test_several_answers_of_a_team_are_moved_one_by_one() -> None:
    """Numbers 0 … 4 at place 0 stand at 0, 12, 4, 17 and 9 in turn 0: the first moves. In turn 3 the one at 17 does."""
    assert [standing(number, 0, 0) for number in range(5)] == [0, 12, 4, 17, 9]
    assert moved_answers((0, 2, 0, 3, 0, 0), 0, 0, 0) == (0, 1, 1, 3, 0, 0)
    assert moved_answers((0, 2, 0, 3, 0, 0), 0, 0, 3) == (1, 1, 0, 2, 1, 0)


# Against comparing every variant anew.


def varied(questionnaire: Questionnaire, counted: Tally, variant: Variant) -> Tally:
    """The whole counts of a variant, question by question in the order of facets and teams."""
    if variant.without is not None:
        cells = {cell: counts for cell, counts in counted.cells.items() if cell[2] != variant.without}
        progress = {team: one for team, one in counted.progress.items() if team != variant.without}
        return replace(counted, cells=MappingProxyType(cells), progress=MappingProxyType(progress))
    changed = dict(counted.cells)
    for place, question in enumerate(questionnaire.questions):
        is_nominal = questionnaire.scale_by_id[question.scale].level is Level.NOMINAL
        number = 0
        for facet, team in product(question.facets, [team.id for team in questionnaire.teams]):
            counts = counted.cells.get((question.id, facet, team))
            if counts is None or not counted.progress[team].answered:
                continue
            moved = (replaced_owners if is_nominal else moved_answers)(counts.counts, number, place, variant.turn)
            changed[question.id, facet, team] = replace(counts, counts=moved)
            number += counts.answered
    return replace(counted, cells=MappingProxyType(changed))


def musts(questionnaire: Questionnaire, counted: Tally) -> dict[str, Criterion]:
    found = recommend(compare(questionnaire, counted, 1))
    return {one.id: one for one in found if one.priority is Priority.MUST}


@pytest.mark.parametrize(
    "questions",
    [
        ["control.release", "control.unclear", "ownership.pause"],
        ["risk.hours_to_stop", "ownership.pause"],
        ["risk.soak", "risk.exposure", "risk.fleet"],
        ["readiness.licences"],
    ],
    ids=" ".join,
)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_a_must_is_as_firm_as_comparing_every_variant_anew_says(questions: list[str], data: st.DataObject) -> None:
    responses = responses_of(QUESTIONNAIRE, data.draw(people(QUESTIONNAIRE, questions)))
    counted = tally(QUESTIONNAIRE, responses)
    comparison = compare(QUESTIONNAIRE, counted, 1)
    now = musts(QUESTIONNAIRE, counted)
    found = firmness(comparison, now.values())
    outcomes = [musts(QUESTIONNAIRE, varied(QUESTIONNAIRE, counted, variant)) for variant in variants_of(comparison)]
    assert found.keys() == (now.keys() if comparison.teams else set())
    for name, one in found.items():
        there = [outcome[name] for outcome in outcomes if name in outcome]
        assert one.variants == len(outcomes)
        assert one.stays in (None, len(there))
        assert (one.stays is None) == now[name].candidate.when.always
        thresholds = sum(after.threshold.value == now[name].threshold.value for after in there)
        owners = sum(after.owner.keys == now[name].owner.keys for after in there)
        assert one.threshold == (thresholds if now[name].threshold.teams else None)
        assert one.owner in (None, owners)
        of_teams = zip(comparison.teams, outcomes, strict=False) if len(comparison.teams) > 1 else ()
        assert list(one.rests_on) == [team for team, outcome in of_teams if not _is_same(now[name], outcome.get(name))]


def _is_same(before: Criterion, after: Criterion | None) -> bool:
    return after is not None and (before.threshold.value, before.owner.keys) == (
        after.threshold.value,
        after.owner.keys,
    )
