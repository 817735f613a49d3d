"""Equal answers are counted together, and everything is counted as response by response."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from questionnaires import Answer, Questionnaire, Response, reference_to
from questionnaires.words import Depth
from scoring.counts.tally import tally
from tests.given.builders import respond, small
from tests.given.counted_one_by_one import counted_one_by_one
from tests.given.versions import OTHER_BASIS, OTHER_LADDER, OTHER_NAME, OTHER_TEXT

LADDER = st.sampled_from([None, 0, 1, 2, 5, "dont_know", "not_applicable"])
OWNERS = st.builds(Answer, owner=st.sampled_from([None, "endpoint", "nobody", "dont_know"]), flag=st.booleans())
NEEDS = st.builds(Answer, needed=LADDER, wanted=LADDER, basis=st.sampled_from([None, "law"]), note=st.just("Why?"))
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "ownership.pause": OWNERS,
        "control.release": NEEDS,
        "risk.attitude": st.builds(Answer, position=LADDER),
        "risk.posture": st.builds(Answer, position=LADDER),
        "risk.gone": st.builds(Answer, position=LADDER),
        "future.approvals": st.builds(Answer, today=LADDER, in_12_months=LADDER, in_24_months=LADDER),
    },
)
VERSIONS = [small(), OTHER_TEXT, OTHER_LADDER, OTHER_BASIS, OTHER_NAME]
RENAMING = small().model_copy(update={"renamed": {"risk.posture": "risk.attitude", "risk.gone": "risk.attitude"}})
ONLY = st.sampled_from([None, (), ("risk.attitude",), ("ownership.pause", "risk.posture")])
ONE = st.tuples(
    st.sampled_from(["endpoint", "security"]),
    st.integers(0, 5),
    st.sampled_from(list(Depth)),
    ONLY,
    st.booleans(),
    st.booleans(),
    st.sampled_from(VERSIONS),
)


def responses(pool: Sequence[dict[str, Answer]], heads: Sequence[tuple[object, ...]]) -> list[Response]:
    """Responses that share what they answer, as those of a folder do."""
    return [response(pool, *head) for head in heads]  # type: ignore[arg-type]  # in the order of `ONE`


def response(
    pool: Sequence[dict[str, Answer]],
    team: str,
    place: int,
    depth: Depth,
    only: tuple[str, ...] | None,
    voted: bool,
    completed: bool,
    version: Questionnaire,
) -> Response:
    made = respond(team, pool[place % len(pool)], depth=depth, completed=completed)
    who = made.respondent.model_copy(update={"only": only, "voted": voted})
    return made.model_copy(update={"respondent": who, "questionnaire": reference_to(version)})


@given(st.lists(ANSWERS, min_size=1, max_size=4), st.lists(ONE, max_size=8), st.sampled_from([small(), RENAMING]))
def test_equal_answers_count_as_if_each_was_counted_by_itself(
    pool: list[dict[str, Answer]], heads: list[tuple[object, ...]], questionnaire: Questionnaire
) -> None:
    some = responses(pool, heads)
    assert tally(questionnaire, some) == counted_one_by_one(questionnaire, some)


def test_an_answer_that_is_let_go_meanwhile_is_not_taken_for_another() -> None:
    """Answers are told apart by which object they are, so each has to be kept while others are counted."""
    made = (respond("endpoint", {"risk.attitude": Answer(position=number % 6)}) for number in range(600))
    (counts,) = [cell.counts for key, cell in tally(small(), made).cells.items() if key[0] == "risk.attitude"]
    assert counts == (100,) * 6
