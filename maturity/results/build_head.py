"""What results say of themselves: of which round and questionnaire they are, by what rules, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict

from maturity import __version__
from maturity.results.build_sections import chance_results, noise_results
from maturity.results.head import AskedResults, Bands, CarriedResults, Chance, Conventions, LeftOut, Maker
from maturity.results.made import made_of
from maturity.results.sections import NoiseResults
from maturity.results.values import rounded
from questionnaires import Questionnaire
from questionnaires.words import FindingKind
from scoring import Comparison
from scoring.comparison.catalogue import agenda_rows, rows_at_high_impact
from scoring.conventions import COMMON_POSITION, GAP_BANDS, TIGHT
from scoring.counts.carrying import CarriedOver


class HeadParts(TypedDict):
    """The head of results, by the names that the model has for its parts."""

    round: int
    questionnaire: AskedResults
    made_by: Maker
    conventions: Conventions
    left_out: LeftOut
    chance: tuple[Chance, ...]
    noise: NoiseResults | None


def head_parts(comparison: Comparison, left_out: Iterable[str]) -> HeadParts:
    """Everything that does not depend on what was answered to a single question."""
    return {
        "round": comparison.round,
        "questionnaire": _asked(comparison.questionnaire),
        "made_by": Maker(maturity=__version__),
        "conventions": _conventions(),
        "left_out": LeftOut(
            files=tuple(sorted(left_out)),
            unknown=_sorted(comparison.unknown),
            incomparable=_sorted(comparison.incomparable),
        ),
        "chance": tuple(chance_results(comparison)),
        "noise": noise_results(comparison.questions),
    }


def _asked(questionnaire: Questionnaire) -> AskedResults:
    head = questionnaire.head
    return AskedResults(
        id=head.id,
        version=head.version,
        title=head.title,
        fingerprint=questionnaire.fingerprint,
        teams={team.id: team.label for team in questionnaire.teams},
        codes={team.id: team.code for team in questionnaire.teams if team.code},
        stop_rule=questionnaire.stop_rule,
        terms={term.word: term.meaning for term in questionnaire.terms},
        lapsed={lapsed.title: lapsed.reason for lapsed in questionnaire.lapsed},
    )


def carried_results(carried: CarriedOver) -> CarriedResults:
    """From which round answers were taken over, and to how many questions."""
    return made_of(CarriedResults, {"from": carried.number, "questions": dict(carried.questions)})


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def _conventions() -> Conventions:
    bands = {kind.value: f"gap of at most {largest} steps" for largest, kind in GAP_BANDS}
    bands[FindingKind.FAR_APART.value] = f"gap of more than {GAP_BANDS[-1][0]} steps"
    return Conventions(
        bands=made_of(Bands, bands),
        tight_spread=rounded(TIGHT),
        common_position_spread=rounded(COMMON_POSITION),
        evidence="1 answer single voice, 2 to 4 indicative, 5 to 9 fair, 10 and more good",
        position="the median; a team whose spread is above the limit has no common position, and where a team has none "
        "the question is at best close",
        vote="one team, one vote, however many respondents",
        agenda=agenda_rows(),
        agenda_at_high_impact=rows_at_high_impact(),
    )
