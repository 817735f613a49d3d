"""What a tally counts where a round takes up a few questions only."""

from __future__ import annotations

from collections.abc import Mapping

from questionnaires import Answer
from questionnaires.words import Facet
from scoring import Tally, tally
from scoring.counts.tally import Distribution, Progress
from tests.given.builders import small
from tests.given.rounds import in_round


def counted(answers: Mapping[str, Answer], *only: str, team: str = "endpoint") -> Tally:
    return tally(small(), [in_round(2, team, answers, only=only)])


def places(counts: Tally) -> set[str]:
    return {question for question, _, _ in counts.cells}


def test_only_what_is_taken_up_counts_as_asked() -> None:
    result = counted({"risk.attitude": Answer(position=1)}, "risk.attitude", "control.release")
    assert places(result) == {"risk.attitude", "control.release"}
    assert result.cells["control.release", Facet.NEEDED, "endpoint"] == Distribution((0,) * 6, unanswered=1)
    # One facet of attitude, two of releasing.
    assert result.progress["endpoint"] == Progress(respondents=1, completed=1, asked=3, answered=1)


def test_what_is_taken_up_but_not_asked_of_the_team_does_not_count() -> None:
    result = counted({}, "risk.attitude", "risk.taste", team="security")
    assert places(result) == {"risk.attitude"}
    assert result.progress["security"].asked == 1


def test_where_nothing_is_taken_up_nothing_is_asked() -> None:
    result = counted({})
    assert (places(result), result.progress["endpoint"]) == (set(), Progress(respondents=1, completed=1))


def test_an_answer_beyond_what_is_taken_up_counts_all_the_same() -> None:
    result = counted({"risk.soak": Answer(position=4)}, "risk.attitude")
    assert result.cells["risk.soak", Facet.POSITION, "endpoint"].counts == (0, 0, 0, 0, 1, 0)
    assert places(result) == {"risk.attitude", "risk.soak"}


def test_a_note_beyond_what_is_taken_up_asks_nothing() -> None:
    assert places(counted({"risk.soak": Answer(note="Settled in May.", flag=True)}, "risk.attitude")) == {
        "risk.attitude"
    }


def test_people_who_were_asked_everything_and_people_who_were_not_add_up() -> None:
    everything = in_round(2, "endpoint", {"risk.attitude": Answer(position=0)}, respondent="endp1")
    few = in_round(2, "endpoint", {"risk.attitude": Answer(position=1)}, only=["risk.attitude"], respondent="endp2")
    result = tally(small(), [everything, few])
    assert result.cells["risk.attitude", Facet.POSITION, "endpoint"].counts == (1, 1, 0, 0, 0, 0)
    assert result.cells["risk.soak", Facet.POSITION, "endpoint"].unanswered == 1
