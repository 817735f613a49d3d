"""What to discuss: the lookup table as it is published, the order, and the lists of their own."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

import pytest

from questionnaires import Answer, Choice, Response
from questionnaires.words import FindingKind, Impact, Reversible
from scoring.comparison.agenda import Agenda, AgendaEntry
from scoring.comparison.catalogue import CATALOGUE, column_of
from scoring.conventions import AgendaClass, Band, agenda_class
from tests.given.builders import Voices, compared, respond, small, voices, voices_to

LOOKUP = {
    ("high", "one-way"): "confirm B A A",
    ("high", "two-way"): "- C B A",
    ("medium", "one-way"): "- C B A",
    ("medium", "two-way"): "- - C B",
    ("low", "one-way"): "- - - C",
    ("low", "two-way"): "- - - C",
}
CELLS = [
    (impact, reversible, column, cell)
    for (impact, reversible), row in LOOKUP.items()
    for column, cell in zip(Band, row.split(), strict=True)
]


@pytest.mark.parametrize(("impact", "reversible", "column", "expected"), CELLS)
def test_the_class_comes_from_the_table(impact: str, reversible: str, column: Band, expected: str) -> None:
    found = agenda_class(Impact(impact), Reversible(reversible), column)
    assert found == (None if expected == "-" else AgendaClass(expected))


def test_the_table_covers_every_impact_and_every_reversibility() -> None:
    assert set(LOOKUP) == set(product(Impact, Reversible))


F, AS_FAR, AS_APART, AS_CLOSE = FindingKind, Band.FAR_APART, Band.APART, Band.CLOSE


@pytest.mark.parametrize(
    ("kind", "column"),
    [(F(band), band) for band in Band]
    + [(kind, AS_FAR) for kind in (F.CONTESTED, F.ORPHAN, F.UNAWARE_OWNER, F.INFEASIBLE_TOGETHER, F.BLOCKER)]
    + [
        (kind, AS_APART)
        for kind in (
            F.SPLIT,
            F.BOUNDARY_CLAIMED,
            F.BOUNDARY_EXPECTED,
            F.DIRECTION_DISPUTE,
            F.BASELINE_DISPUTE,
            F.PREREQUISITE_NOT_MET,
        )
    ]
    + [
        (kind, AS_CLOSE)
        for kind in (F.PACE_DISPUTE, F.COMFORT, F.EXPOSED, F.PREREQUISITE_PARTLY, F.UNKNOWN, F.OFFER_UNKNOWN)
    ],
)
def test_on_a_question_of_high_impact_a_finding_takes_its_column(kind: FindingKind, column: Band) -> None:
    assert column_of(kind, Impact.HIGH) is column


@pytest.mark.parametrize("impact", [Impact.MEDIUM, Impact.LOW])
def test_a_blocker_is_as_far_apart_only_where_the_impact_is_high(impact: Impact) -> None:
    assert column_of(FindingKind.BLOCKER, impact) is Band.APART


@pytest.mark.parametrize("kind", [kind for kind, row in CATALOGUE.items() if not row.column])
def test_what_is_listed_elsewhere_takes_no_column(kind: FindingKind) -> None:
    assert column_of(kind, Impact.HIGH) is None


def agenda(*responses: list[Response]) -> Agenda:
    return compared([one for some in responses for one in some]).agenda


def attitude(**position: Choice | Sequence[Choice]) -> list[Response]:
    return voices("risk.attitude", position=position)


def places(found: Agenda) -> list[tuple[str, str]]:
    return [(entry.question, entry.agenda_class.value) for entry in found.entries]


def entry_on(question: str, *responses: list[Response]) -> AgendaEntry | None:
    return next((entry for entry in agenda(*responses).entries if entry.question == question), None)


def test_a_question_takes_its_worst_finding() -> None:
    entry = entry_on("control.release", voices("control.release", needed={"endpoint": 4, "operations": 4}))
    assert entry is not None
    assert (entry.agenda_class, entry.column) == (AgendaClass.A, Band.FAR_APART)
    assert [finding.kind for finding in entry.findings] == [FindingKind.BLOCKER]


def test_classes_come_in_order() -> None:
    found = agenda(
        voices("control.release", needed={"endpoint": 1, "operations": 3}),
        attitude(endpoint=0, operations=5),
        voices("risk.soak", position={"endpoint": 0, "operations": 5}),
        voices("ownership.pause", owner={"endpoint": "endpoint", "operations": "endpoint"}),
    )
    assert places(found) == [
        ("risk.attitude", "A"),
        ("risk.soak", "B"),
        ("control.release", "C"),
        ("ownership.pause", "confirm"),
    ]


def test_within_a_class_they_stand_as_they_are_asked_however_far_the_teams_are_apart() -> None:
    def wide(question: str, second: int) -> list[Response]:
        return voices(question, position={"endpoint": 0, "operations": second})

    found = agenda(wide("risk.fleet", 5), wide("risk.exposure", 4), wide("risk.soak", 4))
    assert [question for question, _ in places(found)] == ["risk.soak", "risk.exposure", "risk.fleet"]
    assert [entry.distance for entry in found.entries] == [Fraction(4, 5), Fraction(4, 5), 1]


def wide_on(question: str, *, flagged_by: Sequence[str] = (), people: int = 1) -> list[Response]:
    """Two teams far apart, each of so many people."""
    return [
        respond(
            team, {question: Answer(position=said, flag=team in flagged_by)}, respondent=f"{team}{number}{question[5:]}"
        )
        for team, said in (("endpoint", 0), ("operations", 5))
        for number in range(people)
    ]


def test_within_a_class_what_most_people_want_discussed_comes_first() -> None:
    found = agenda(
        wide_on("risk.soak", people=2),
        wide_on("risk.exposure", flagged_by=["endpoint"]),
        wide_on("risk.fleet", flagged_by=["endpoint", "operations"]),
    )
    assert [question for question, _ in places(found)] == ["risk.fleet", "risk.exposure", "risk.soak"]


def test_within_a_class_what_rests_on_more_answers_of_each_team_comes_first() -> None:
    found = agenda(wide_on("risk.soak"), wide_on("risk.exposure", people=3), wide_on("risk.fleet", people=2))
    assert [(entry.question, entry.fewest) for entry in found.entries] == [
        ("risk.exposure", 3),
        ("risk.fleet", 2),
        ("risk.soak", 1),
    ]


def test_the_order_of_the_files_is_irrelevant() -> None:
    responses = attitude(endpoint=0, operations=5, security=[1, 5])
    responses += voices("risk.soak", position={"endpoint": 4, "operations": 0})
    responses += voices("ownership.pause", owner={"security": "nobody", "endpoint": "endpoint"})
    assert agenda(responses) == agenda(responses[::-1])


def test_aligned_single_voices_want_confirming() -> None:
    assert places(agenda(attitude(endpoint=2, operations=3))) == [("risk.attitude", "confirm")]


@pytest.mark.parametrize(
    ("unsure", "expected"), [(0, []), (4, []), (5, [("risk.attitude", "confirm")])], ids=lambda value: str(value)
)
def test_agreement_of_many_wants_confirming_when_a_third_does_not_know(
    unsure: int, expected: list[tuple[str, str]]
) -> None:
    said: list[Choice] = [*[2] * 5, *["dont_know"] * unsure]
    assert places(agenda(attitude(endpoint=[2] * 5, operations=said))) == expected


def test_one_indicative_team_among_many_voices_wants_confirming() -> None:
    assert places(agenda(attitude(endpoint=[2] * 5, operations=[2] * 4))) == [("risk.attitude", "confirm")]


def test_what_is_far_apart_is_discussed_however_much_it_rests_on() -> None:
    assert places(agenda(attitude(endpoint=[0] * 5, operations=[5] * 5))) == [("risk.attitude", "A")]


def test_an_entry_says_how_far_the_teams_are_apart() -> None:
    """On an ordinal question by their middle answers; on owners by how unlikely two of them name the same."""
    entry = entry_on("risk.attitude", attitude(endpoint=0, operations=[3, 3]))
    assert entry is not None
    assert (entry.gap, entry.distance, entry.fewest) == (Fraction(3), Fraction(3, 5), 1)
    named = {"endpoint": "endpoint", "operations": ["endpoint", "operations", "operations"]}
    entry = entry_on("ownership.pause", voices("ownership.pause", owner=named))
    assert entry is not None
    assert (entry.gap, entry.distance) == (None, Fraction(2, 3))
    alone = entry_on("ownership.deploy", voices("ownership.deploy", owner={"endpoint": "endpoint"}))
    assert alone is not None
    assert (alone.gap, alone.distance) == (None, None)


def test_what_can_be_taken_back_needs_no_confirming() -> None:
    assert places(agenda(voices("control.release", needed={"endpoint": 1, "operations": 1}))) == []


def test_teams_without_common_position_have_a_list_of_their_own() -> None:
    found = agenda(attitude(endpoint=[0, 5]))
    assert found.entries == ()
    assert [(finding.question, finding.teams) for finding in found.no_common_position] == [
        ("risk.attitude", ("endpoint",))
    ]


def test_undecided_owners_are_listed_as_having_no_common_position() -> None:
    found = agenda(voices("ownership.pause", owner={"endpoint": ["endpoint", "security"]}))
    assert [finding.kind for finding in found.no_common_position] == [FindingKind.UNDECIDED]


def test_applicability_conflicts_have_a_list_of_their_own() -> None:
    found = agenda(attitude(endpoint="not_applicable", operations=2))
    assert found.entries == ()
    assert [finding.teams for finding in found.applicability] == [("endpoint",)]


def test_a_flag_is_listed_where_the_question_is_not_on_the_agenda() -> None:
    found = agenda([respond("endpoint", {"risk.attitude": Answer(position=2, flag=True)})])
    assert found.flagged == ("risk.attitude",)


def test_a_flag_is_listed_and_counted_where_the_question_is_on_the_agenda() -> None:
    flagged = Answer(position=5, flag=True)
    found = agenda(attitude(endpoint=0), [respond("operations", {"risk.attitude": flagged})])
    assert (found.flagged, found.entries[0].flags) == (("risk.attitude",), 1)


def test_one_team_alone_has_no_agreement_to_confirm() -> None:
    assert agenda(voices("readiness.licences", status={"endpoint": "met"})).entries == ()


UNKNOWN_OFFER = """
[[question]]
id = "control.urgent"
kind = "control"
title = "Urgent releases"
text = "How much control over what is urgent?"
help = "Sources differ on what can be had."
scale = "ladder"
depth = "core"
impact = "high"
reversible = "one-way"
sources = ["page"]
offered = { price = "Unknown.", sources = ["page"] }
"""


def test_an_unknown_offer_is_on_the_agenda_even_where_one_team_answered() -> None:
    questionnaire = small(UNKNOWN_OFFER)
    same: Voices = {"endpoint": 3}
    found = compared(voices_to(questionnaire, "control.urgent", needed=same, wanted=same), questionnaire).agenda
    assert places(found) == [("control.urgent", "B")]
    assert [finding.kind for finding in found.entries[0].findings] == [FindingKind.OFFER_UNKNOWN]


def test_a_prerequisite_that_one_team_calls_not_met_is_on_the_agenda() -> None:
    assert places(agenda(voices("readiness.licences", status={"endpoint": "not_met"}))) == [("readiness.licences", "A")]


def test_every_question_of_an_entry_or_a_list_is_one_of_the_agenda() -> None:
    found = agenda(
        voices("control.minor", needed={"endpoint": [0, 5], "operations": 2}),
        voices("risk.soak", position={"endpoint": 0, "operations": 5}),
        voices("risk.fleet", position={"endpoint": 1, "operations": "not_applicable"}),
    )
    assert {"control.minor", "risk.fleet"}.isdisjoint(entry.question for entry in found.entries)
    assert found.questions == {"control.minor", "risk.soak", "risk.fleet"}
