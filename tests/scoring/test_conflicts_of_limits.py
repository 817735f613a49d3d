"""Criteria whose limits exclude each other are one conflict until it is settled, and no gate opens before that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from questionnaires.actuals import Actual, Actuals, Pilot, Waiver
from questionnaires.words import Gate
from scoring import Criterion, recommend
from scoring.criteria.gate import Judgement, Outcome, Verdict, judge
from scoring.wording.criteria import conflict_sentences
from scoring.wording.gate import headline
from tests.given.builders import Voices, compared, criterion, small, voices_to
from tests.scoring.test_shares_that_leave_no_room import TOGETHER

TODAY: Final = dt.date(2026, 11, 21)


def limit(identifier: str, question: str, days: int, **parts: str) -> str:
    """A criterion on a limit as TOML."""
    comparison = "at_least" if question == "soak" else "at_most"
    threshold = (
        f'{{ question = "risk.{question}", default = {days}, unit = "days", one = "day", comparison = "{comparison}",'
        ' basis = "ours", sources = ["page"] }'
    )
    return criterion(identifier, threshold=threshold, statement='"Within {threshold}."', **parts)


PAIR: Final = limit("watch", "soak", 1) + criterion("plain") + limit("open", "exposure", 7)
ALL: Final = PAIR + limit("fleet", "fleet", 30, priority='"should"') + TOGETHER
WATCHED: Final[Voices] = {"endpoint": 4}
OPEN: Final[Voices] = {"security": 4}


def criteria(extra: str, **limits: Voices) -> tuple[Criterion, ...]:
    questionnaire = small(extra)
    responses = [
        one for name, voices in limits.items() for one in voices_to(questionnaire, f"risk.{name}", position=voices)
    ]
    return recommend(compared(responses, questionnaire))


def tied(found: tuple[Criterion, ...]) -> dict[str, tuple[str, ...]]:
    return {one.id: one.conflict for one in found if one.conflict}


def test_two_criteria_whose_limits_exclude_each_other_are_tied() -> None:
    """Seven days of watching against three days open."""
    both = ("watch", "open")
    assert tied(criteria(PAIR, soak=WATCHED, exposure=OPEN)) == {"watch": both, "open": both}


def test_limits_that_fit_tie_nothing() -> None:
    assert tied(criteria(PAIR, soak=WATCHED, exposure={"security": 3})) == {}


def test_a_limit_without_a_criterion_of_its_own_ties_nothing() -> None:
    assert tied(criteria(limit("watch", "soak", 1) + limit("too", "soak", 3), soak=WATCHED, exposure=OPEN)) == {}


def test_shares_that_add_up_to_too_much_tie_all_their_criteria() -> None:
    three = ("watch", "open", "fleet")
    found = criteria(ALL, soak={"endpoint": 2}, exposure={"security": 1}, fleet={"endpoint": 1})
    assert tied(found) == dict.fromkeys(three, three)


def test_conflicts_that_share_a_criterion_are_one_and_each_tells_all_of_it() -> None:
    """Seven days of watching against three open, and with sixty for the fleet more than there is."""
    questionnaire = small(ALL)
    responses = [
        one
        for name, place in (("soak", 4), ("exposure", 4), ("fleet", 0))
        for one in voices_to(questionnaire, f"risk.{name}", position={"endpoint": place})
    ]
    comparison = compared(responses, questionnaire)
    found = recommend(comparison)
    assert set(tied(found).values()) == {("watch", "open", "fleet")}
    told = [conflict_sentences(comparison, one) for one in found if one.conflict]
    assert told == [told[0]] * 3
    assert told[0] == [
        "7 days by Endpoint on “Days of watching” and 3 days by Endpoint on “Days open” cannot both hold. "
        "Watching cannot take longer than a flaw may stay open.",
        "7 days by Endpoint on “Days of watching”, 3 days by Endpoint on “Days open” and 60 days by Endpoint on "
        "“Days for the fleet” add up to 70 days, above 50 days. There are fifty days in all.",
    ]


def test_criteria_of_other_gates_and_priorities_are_tied_as_well() -> None:
    later = limit("watch", "soak", 1, gate='"broad_ring"', priority='"should"') + limit("open", "exposure", 7)
    assert set(tied(criteria(later, soak=WATCHED, exposure=OPEN))) == {"watch", "open"}


MISSES: Final = {"watch": Decimal(0), "open": Decimal(99)}


def judged(found: tuple[Criterion, ...], *waived: str, gate: Gate = Gate.LEAVE_PILOT) -> Judgement:
    """Figures that meet every threshold, and these criteria waived, whose figures miss theirs."""
    actual = tuple(
        Actual(
            criterion=one.id,
            date=TODAY,
            numerator=MISSES[one.id] if one.id in waived else one.threshold.value,
            denominator=Decimal(1),
            by="Kim",
        )
        for one in found
    )
    waivers = tuple(Waiver(criterion=name, by="Sam", until=TODAY, reason="Agreed.") for name in waived)
    pilot = Pilot(questionnaire="small", round=1, rings=())
    return judge(found, Actuals(pilot=pilot, actual=actual, waiver=waivers), TODAY, gate)


def test_a_gate_is_shut_while_a_conflict_of_its_musts_stands_whatever_was_measured() -> None:
    found = judged(criteria(PAIR, soak=WATCHED, exposure=OPEN))
    assert [verdict.outcome for verdict in found.musts] == [Outcome.PASS] * 3
    assert (found.conflicts, found.is_open) == (1, False)
    assert headline(found).endswith("3 of 3 musts pass. First settle 1 conflict of limits that exclude each other.")
    assert not headline(found).startswith("Yes")


def test_the_same_figures_open_it_once_the_limits_fit() -> None:
    found = judged(criteria(PAIR, soak=WATCHED, exposure={"security": 3}))
    assert (found.conflicts, found.is_open) == (0, True)
    assert "conflict" not in headline(found)


def test_a_conflict_is_set_aside_only_with_each_of_its_musts() -> None:
    found = criteria(PAIR, soak=WATCHED, exposure=OPEN)
    assert (judged(found, "open").conflicts, judged(found, "open").is_open) == (1, False)
    assert (judged(found, "open", "watch").conflicts, judged(found, "open", "watch").is_open) == (0, True)


def test_a_conflict_without_a_must_of_the_gate_does_not_shut_it() -> None:
    later = limit("watch", "soak", 1, gate='"broad_ring"') + limit("open", "exposure", 7, gate='"broad_ring"')
    found = criteria(later + criterion("plain"), soak=WATCHED, exposure=OPEN)
    assert judged(found).is_open
    assert not judged(found, gate=Gate.BROAD_RING).is_open


def test_several_conflicts_are_counted() -> None:
    found = judged(criteria(PAIR, soak=WATCHED, exposure=OPEN))
    twice = replace(found, verdicts=tuple(found.verdicts) + tuple(_renamed(found)))
    assert twice.conflicts == 2
    assert headline(twice).endswith("First settle 2 conflicts of limits that exclude each other.")


def _renamed(judgement: Judgement) -> Iterator[Verdict]:
    """The same verdicts on criteria of other names, in a conflict of their own."""
    for verdict in judgement.verdicts:
        tied_to = tuple(f"{name}_too" for name in verdict.criterion.conflict)
        yield replace(verdict, criterion=replace(verdict.criterion, id=f"{verdict.criterion.id}_too", conflict=tied_to))


def test_a_contradiction_that_touches_one_of_the_criteria_alone_is_no_part_of_their_conflict() -> None:
    """Without a criterion on days open, watching is tied to nothing that it contradicts there."""
    questionnaire = small(ALL)
    comparison = compared(
        [
            one
            for name, place in (("soak", 4), ("exposure", 4), ("fleet", 0))
            for one in voices_to(questionnaire, f"risk.{name}", position={"endpoint": place})
        ],
        questionnaire,
    )
    watch, *_ = (one for one in recommend(comparison) if one.id == "watch")
    apart = replace(watch, conflict=("watch", "fleet"))
    assert len(conflict_sentences(comparison, apart)) == 1
    assert conflict_sentences(comparison, replace(watch, conflict=("watch",))) == []
