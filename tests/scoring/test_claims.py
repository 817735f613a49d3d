"""Who owns a task: hand-worked tables of what the teams name."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from questionnaires.words import DocumentedOwner, FindingKind
from scoring.comparison.claims import Absence, Boundary, Claims, absence, claims, claims_from, service_boundary
from scoring.comparison.minority import Minority, minority
from scoring.counts.tally import Distribution
from tests.given.builders import small

OWNER = small().scale_by_id["owner"]
LETTERS = {
    "e": "endpoint",
    "o": "operations",
    "s": "security",
    "n": "network",
    "P": "provider",
    "S": "service",
    "-": "nobody",
}


def counted(table: str) -> dict[str, tuple[int, ...]]:
    """Counts by team from `e:oo s:S`: two of endpoint name operations, one of security the service."""
    counts = {}
    for entry in table.split():
        team, _, named = entry.partition(":")
        counts[LETTERS[team]] = tuple(named.count(letter) for letter in LETTERS)
    return counts


def claimed(table: str) -> Claims:
    """The claims of such a table; whoever is not in it has not been heard."""
    found = claims(OWNER, counted(table))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("table", "pattern", "owners"),
    [
        ("e:e o:e s:e", FindingKind.AGREED, "e"),
        ("e:S o:S", FindingKind.AGREED, "S"),
        ("e:P o:P", FindingKind.AGREED, "P"),
        ("e:eeo o:e", FindingKind.AGREED, "e"),
        ("e:s o:s", FindingKind.UNCONFIRMED, "s"),
        ("e:e o:o", FindingKind.CONTESTED, "eo"),
        ("e:e o:o s:e n:e", FindingKind.CONTESTED, "eo"),
        ("e:eo o:o", FindingKind.CONTESTED, "eo"),
        ("e:s o:s s:e", FindingKind.UNAWARE_OWNER, "s"),
        ("e:s o:s s:-", FindingKind.UNAWARE_OWNER, "s"),
        ("e:- o:-", FindingKind.ORPHAN, ""),
        ("e:- o:- s:s", FindingKind.ORPHAN, ""),
        ("e:o o:s s:e", FindingKind.ORPHAN, ""),
        ("e:o o:e", FindingKind.ORPHAN, ""),
        ("e:s o:n", FindingKind.ORPHAN, ""),
        ("e:s o:s n:e", FindingKind.UNCONFIRMED, "s"),
        ("e:s o:s n:-", FindingKind.UNCONFIRMED, "s"),
        ("e:s o:s n:so", FindingKind.UNCONFIRMED, "s"),
        ("e:s o:s n:n", FindingKind.SPLIT, "sn"),
        ("e:s o:P n:S", FindingKind.ORPHAN, ""),
        ("e:s o:e", FindingKind.ORPHAN, ""),
        ("e:P o:P n:e", FindingKind.SPLIT, "Pe"),
        ("e:e o:s s:P", FindingKind.SPLIT, "esP"),
        ("e:e o:-", FindingKind.SPLIT, "e"),
        ("e:e o:S s:S", FindingKind.SPLIT, "eS"),
        ("e:S o:S s:-", FindingKind.SPLIT, "S"),
    ],
)
def test_the_first_pattern_that_fits_is_taken(table: str, pattern: FindingKind, owners: str) -> None:
    found = claimed(table)
    assert (found.pattern, set(found.owners)) == (pattern, {LETTERS[letter] for letter in owners})


def test_agreement_that_nobody_does_it_is_no_agreement() -> None:
    assert claimed("e:- o:- s:-").pattern is FindingKind.ORPHAN


def test_contested_comes_before_nobody() -> None:
    assert claimed("e:e o:o s:- n:-").pattern is FindingKind.CONTESTED


def test_half_of_the_teams_are_not_most() -> None:
    assert claimed("e:s o:s s:e n:e").pattern is FindingKind.ORPHAN


def test_a_tie_within_a_team_keeps_both_owners_and_names_the_team() -> None:
    found = claimed("e:eo o:s")
    assert (found.named["endpoint"], found.undecided) == (("endpoint", "operations"), ("endpoint",))


def test_a_tied_team_does_not_agree() -> None:
    assert claimed("e:eo o:eo").pattern is not FindingKind.AGREED


def test_a_tied_team_shares_its_vote() -> None:
    """Two and a half of four name security: most. One and a half of three would be half."""
    assert claimed("e:s o:s n:so s:e").pattern is FindingKind.UNAWARE_OWNER
    assert claimed("e:s o:se s:e").pattern is FindingKind.ORPHAN


def test_a_tie_of_votes_has_no_leader_however_finely_they_are_shared() -> None:
    """Provider and service have a vote each and a share of four: 1 + 1/7 + 1/6 + 1/5 + 1/4 = 739/420."""
    teams = ["P", "S", "eosnPS-", "osnPS-", "snPS-", "nPS-"]
    counts = {f"team {number}": tuple(map(named.count, LETTERS)) for number, named in enumerate(teams)}
    found = claims(OWNER, counts)
    assert found is not None
    assert found.pattern is FindingKind.ORPHAN


@pytest.mark.parametrize(
    ("table", "absent", "pattern"),
    [
        ("e:s o:s", {"security": Absence.DONT_KNOW}, FindingKind.UNCONFIRMED),
        ("e:s o:s", {}, FindingKind.AGREED),
        ("e:s o:s n:e", {"security": Absence.LEFT_OPEN}, FindingKind.UNCONFIRMED),
        ("e:s o:s n:e", {}, FindingKind.ORPHAN),
    ],
)
def test_an_owner_that_has_an_answer_elsewhere_in_the_round_is_not_unconfirmed(
    table: str, absent: dict[str, Absence], pattern: FindingKind
) -> None:
    found = claims_from(OWNER, claimed(table).named, absent)
    assert found is not None
    assert (found.pattern, found.absent) == (pattern, absent)


@pytest.mark.parametrize(
    ("cell", "heard", "why"),
    [
        (None, False, Absence.UNHEARD),
        (Distribution((0, 0), unanswered=1), False, Absence.UNHEARD),
        (None, True, Absence.NOT_ASKED),
        (Distribution((0, 0), unanswered=2), True, Absence.LEFT_OPEN),
        (Distribution((0, 0), dont_know=1, unanswered=2), True, Absence.DONT_KNOW),
        (Distribution((0, 0), not_applicable=1), True, Absence.NOT_APPLICABLE),
        (Distribution((0, 0), dont_know=2, not_applicable=1), True, Absence.DONT_KNOW_OR_NOT_APPLICABLE),
        (Distribution((0, 1), dont_know=2), True, None),
    ],
)
def test_a_team_has_no_answer_for_one_reason(cell: Distribution | None, heard: bool, why: Absence | None) -> None:
    assert absence(cell, heard=heard) is why


@pytest.mark.parametrize(
    ("table", "few"),
    [
        ("e:eeo o:e", Minority(1, 0, 4)),
        ("e:ee- o:eees", Minority(1, 1, 7)),
        ("e:s o:s s:ee", Minority(2, 0, 4)),
        ("e:e o:e", Minority(0, 0, 2)),
        ("e:e o:o", None),
        ("e:- o:-", None),
    ],
)
def test_the_minority_are_the_people_who_do_not_name_the_one_owner(table: str, few: Minority | None) -> None:
    cells = {team: Distribution(counts) for team, counts in counted(table).items()}
    assert minority(OWNER, claimed(table), cells) == few


def test_a_team_without_answers_names_nobody() -> None:
    assert set(claimed("e:e o:").named) == {"endpoint"}


def test_without_answers_there_are_no_claims() -> None:
    assert claims(OWNER, {"endpoint": (0,) * 7}) is None


def test_many_respondents_have_the_vote_of_one_team() -> None:
    found = claimed("e:eeeeeeeeeeeeeee o:oo")
    assert found.pattern is FindingKind.CONTESTED


def test_what_was_claimed_is_not_changed_afterwards() -> None:
    found = claimed("e:e o:o")
    with pytest.raises(FrozenInstanceError):
        found.pattern = FindingKind.AGREED  # type: ignore[misc]  # which is what is tested


CUSTOMER, SERVICE = DocumentedOwner.CUSTOMER, DocumentedOwner.SERVICE


@pytest.mark.parametrize(
    ("documented", "table", "kind", "teams"),
    [
        (CUSTOMER, "e:e o:P s:-", Boundary.ACCEPTED, ""),
        (CUSTOMER, "e:e o:S", Boundary.EXPECTED, "o"),
        (CUSTOMER, "e:eS", Boundary.EXPECTED, "e"),
        (SERVICE, "e:S o:S", Boundary.ACCEPTED, ""),
        (SERVICE, "e:- o:S", Boundary.ACCEPTED, ""),
        (SERVICE, "e:e o:s s:S", Boundary.CLAIMED, "eo"),
        (SERVICE, "e:P", Boundary.CLAIMED, "e"),
        (None, "e:e o:S", Boundary.UNDOCUMENTED, ""),
    ],
)
def test_the_boundary_is_held_against_the_documented_owner(
    documented: DocumentedOwner | None, table: str, kind: Boundary, teams: str
) -> None:
    boundary = service_boundary(OWNER, claimed(table), documented)
    assert (boundary.kind, boundary.teams) == (kind, tuple(LETTERS[letter] for letter in teams))


def test_the_same_boundary_found_twice_is_one_in_a_set() -> None:
    found = claimed("e:e o:S")
    assert len({service_boundary(OWNER, found, CUSTOMER) for _ in range(2)}) == 1
