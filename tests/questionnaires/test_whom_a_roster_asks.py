"""Whom somebody asked, by team: what a roster says of a round, and how each fault is said."""

from __future__ import annotations

import datetime as dt

import pytest

from questionnaires import InvalidFile, parse
from questionnaires.roster import MOST_ASKED, Invited, Roster, admit_roster
from tests.given.asking import UNTIL, asked, roster
from tests.given.builders import small

TEAMS = "endpoint, operations, security, network"
LATER = dt.date(2026, 12, 18)


def admitted(*entries: str, head: str = f"until = {UNTIL}") -> Roster:
    return admit_roster(parse(roster(*entries, head=head).encode(), "roster.toml"), "roster.toml", small())


def faults(*entries: str, head: str = f"until = {UNTIL}") -> list[str]:
    """Key and sentence of every fault."""
    with pytest.raises(InvalidFile) as caught:
        admitted(*entries, head=head)
    return [f"{fault.key}: {fault.message}" for fault in caught.value.faults]


def test_a_team_is_asked_by_number_or_by_labels_and_until_a_day_of_its_own_or_of_all() -> None:
    found = admitted(
        asked("endpoint", people=3),
        asked("security", labels='["Anna", " Night shift "]', until=LATER),
        asked("network"),
    )
    assert found.invited(1) == {
        "endpoint": Invited(3, UNTIL),
        "security": Invited(2, LATER, ("Anna", "Night shift")),
        "network": Invited(None, UNTIL),
    }


def test_an_entry_may_be_of_another_round_of_which_the_day_above_says_nothing() -> None:
    found = admitted(asked("endpoint", people=3), asked("endpoint", people=2, round=2), asked("security", round=2))
    assert found.invited(1) == {"endpoint": Invited(3, UNTIL)}
    assert found.invited(2) == {"endpoint": Invited(2), "security": Invited()}
    assert (found.rounds, found.invited(3)) == ((1, 2), {})


def test_the_round_above_holds_for_the_entries_that_name_none() -> None:
    found = admitted(asked("endpoint", people=3), head=f"round = 2\nuntil = {UNTIL}")
    assert (found.invited(1), found.invited(2)) == ({}, {"endpoint": Invited(3, UNTIL)})


def test_names_of_teams_may_stand_beside_those_who_were_asked_or_be_left_out() -> None:
    assert admitted(asked("endpoint"), "[teams]", 'endpoint = "Workplace"').teams == {"endpoint": "Workplace"}
    assert admitted(head="") == Roster()


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (asked("desktop"), f'asked[0].team: is "desktop", no team of this questionnaire; its teams are {TEAMS}'),
        (asked("Sec Ops"), f'asked[0].team: is "Sec Ops", no team of this questionnaire; its teams are {TEAMS}'),
        (asked("endpoint", people=0), "asked[0].people: is 0; the smallest allowed is 1"),
        (asked("endpoint", people=10_001), "asked[0].people: is 10001; the largest allowed is 10000"),
        (asked("endpoint", people='"3"'), 'asked[0].people: is "3"; a whole number was expected'),
        (
            asked("endpoint", people=3, labels='["Anna", "Ben"]'),
            "asked[0].people: is 3, but 2 labels are given; make them agree, or leave people out",
        ),
        (
            asked("endpoint", labels='["Anna", "ANNA"]'),
            'asked[0].labels[1]: is "ANNA" a second time; give each person a label of its own',
        ),
        (asked("endpoint", labels='["a\\nb"]'), "asked[0].labels[0]: must be one line; put a space in place of each"),
        (asked("endpoint", labels=f'["{"x" * 41}"]'), "asked[0].labels[0]: is too long; at most 40 characters"),
        (asked("endpoint", labels=["x"] * 501), "asked[0].labels: has more than 500 entries"),
        (asked("endpoint", round=1000), "asked[0].round: is 1000; the largest allowed is 999"),
        (asked("endpoint", until="2019-12-31"), "asked[0].until: is 2019-12-31; a year from 2020 to 2100 was expected"),
        (asked("endpoint", until="2026-12-31T09:00:00Z"), "asked[0].until: is 2026-12-31T09:00:00+00:00; a date was"),
        (asked("endpoint", until='"soon"'), 'asked[0].until: is "soon"; a date was expected, such as 2026-11-21'),
        (asked("endpoint", who=1), "asked[0].who: is not a known key; remove it or correct its name"),
        ("[[asked]]\npeople = 2\n", "asked[0].team: is missing; add it"),
    ],
)
def test_a_fault_says_where_and_what_to_do(entry: str, says: str) -> None:
    (found,) = faults(entry)
    assert found.startswith(says)


def test_a_team_stands_once_in_a_round_and_may_stand_in_several() -> None:
    twice = (asked("endpoint", people=3), asked("endpoint", round=2), asked("endpoint", people=2))
    assert faults(*twice) == ['asked[2].team: names "endpoint" a second time for round 1; keep one of the two']


def test_a_later_round_does_not_end_before_an_earlier_one() -> None:
    assert faults(asked("endpoint", round=2, until="2026-12-01"), asked("endpoint")) == [
        "asked[0].until: is 2026-12-01, but endpoint is asked until 2026-12-11 in round 1; set one of the days right"
    ]
    above = asked("endpoint", round=1, until="2026-12-24")
    assert faults(asked("endpoint"), above, head=f"round = 2\nuntil = {UNTIL}") == [
        "until: is 2026-12-11, but endpoint is asked until 2026-12-24 in round 1; set one of the days right"
    ]


def test_a_day_that_no_calendar_has_is_no_toml() -> None:
    (found,) = faults(asked("endpoint", until="2026-02-30"))
    assert found.startswith(": is not valid TOML: Invalid date")


def test_all_faults_are_named_together_those_among_sound_entries_as_well() -> None:
    found = faults(
        asked("endpoint", people=0),
        asked("desktop"),
        asked("security", people=1, labels='["Anna", "Ben"]'),
        asked("network"),
        asked("network"),
        head="until = 3",
    )
    assert [line.partition(":")[0] for line in found] == [
        "until",
        "asked[0].people",
        "asked[1].team",
        "asked[2].people",
        "asked[4].team",
    ]


def test_of_too_many_entries_only_as_many_are_looked_at_as_there_may_be() -> None:
    found = faults(*[asked("desktop")] * (MOST_ASKED + 1))
    assert found[0] == f"asked: has more than {MOST_ASKED} entries"
    assert len(found) < 50


def test_labels_are_cleaned() -> None:
    assert admitted(asked("endpoint", labels='["a\\u001bb"]')).invited(1)["endpoint"].labels == ("a\ufffdb",)
