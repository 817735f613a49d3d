"""The catalogue of findings: complete, and of one mind with itself."""

from __future__ import annotations

import pytest

from questionnaires.words import FindingKind, Impact
from scoring.comparison.catalogue import (
    CATALOGUE,
    TO_PREPARE,
    Family,
    Listing,
    agenda_rows,
    column_of,
    in_family,
    rows_at_high_impact,
)
from scoring.conventions import Band
from scoring.wording.findings import FINDING_WORDS

F = FindingKind
KINDS = pytest.mark.parametrize("kind", FindingKind)


def test_every_kind_of_finding_has_a_row_and_its_wording_in_the_order_of_the_kinds() -> None:
    kinds = list(FindingKind)
    assert (list(CATALOGUE), list(FINDING_WORDS)) == (kinds, kinds)
    assert len(set(FINDING_WORDS.values())) == len(kinds), "two findings would read alike"


@KINDS
def test_a_finding_takes_a_column_or_is_listed_but_not_both(kind: FindingKind) -> None:
    row = CATALOGUE[kind]
    assert not (row.column and row.listing is not Listing.NONE)
    assert row.column or not row.at_high_impact


def test_a_band_is_a_finding_by_the_same_word_and_takes_its_own_column() -> None:
    assert [column_of(F(band), impact) for band in Band for impact in Impact] == [b for b in Band for _ in Impact]


def test_readers_are_told_the_column_of_each_finding_or_the_list_it_is_in() -> None:
    rows = agenda_rows()
    assert set(rows) == set(F)
    assert (rows[F.SPLIT], rows[F.UNDECIDED], rows[F.SPREAD]) == (Band.APART, Listing.NO_COMMON_POSITION, Listing.NONE)
    assert rows_at_high_impact() == {F.BLOCKER: Band.FAR_APART}


def test_what_one_team_says_counts_by_itself_unless_it_is_about_several_teams() -> None:
    assert {kind for kind, row in CATALOGUE.items() if row.stands_alone} == {
        F.BOUNDARY_CLAIMED,
        F.BOUNDARY_EXPECTED,
        F.BLOCKER,
        F.OFFER_UNKNOWN,
        F.COMFORT,
        F.EXPOSED,
        F.BACKWARDS,
        F.INFEASIBLE_TOGETHER,
        F.PREREQUISITE_UNCONFIRMED,
        F.PREREQUISITE_PARTLY,
        F.PREREQUISITE_NOT_MET,
        F.PREREQUISITE_SPLIT,
        F.UNKNOWN,
    }


def test_one_answer_ends_what_one_team_gives_cause_for_and_a_claim_of_two() -> None:
    one = (F.BOUNDARY_CLAIMED, F.BOUNDARY_EXPECTED, F.BLOCKER, F.COMFORT, F.EXPOSED, F.BACKWARDS)
    of_one_team = dict.fromkeys((*one, F.UNDECIDED, F.NO_COMMON_POSITION), 1)
    assert {kind: row.causes for kind, row in CATALOGUE.items() if row.causes is not None} == {
        F.CONTESTED: 2,
        **of_one_team,
    }
    assert [kind for kind, row in CATALOGUE.items() if row.by_facet] == [F.NO_COMMON_POSITION]
    assert [kind for kind, row in CATALOGUE.items() if row.lasts] == [F.UNKNOWN, F.APPLICABILITY_CONFLICT]


def test_what_a_team_can_work_on_alone_is_in_the_order_of_the_places() -> None:
    assert [CATALOGUE[kind].to_prepare for kind in TO_PREPARE] == list(range(1, len(TO_PREPARE) + 1))
    assert TO_PREPARE[:3] == (F.BLOCKER, F.COMFORT, F.EXPOSED)


@KINDS
def test_only_what_is_in_a_family_takes_the_place_of_another(kind: FindingKind) -> None:
    family = CATALOGUE[kind].family
    assert in_family(kind) == {other for other, row in CATALOGUE.items() if family and row.family is family}
    assert (kind in in_family(kind)) is (family is not None)


def test_a_family_has_at_least_two_members() -> None:
    assert all(sum(row.family is family for row in CATALOGUE.values()) > 1 for family in Family)


@KINDS
def test_what_no_answer_ends_has_nothing_to_say_on_how_one_would(kind: FindingKind) -> None:
    row = CATALOGUE[kind]
    assert not (row.lasts and (row.family or row.causes or row.by_facet))
