"""What holds of decisions whatever they are: of no decisions, of their order, of an undo, and of what was answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from maturity.files.decided import together
from maturity.files.found import DecisionsFile, Gathered, ResponseFile
from maturity.reports.outline import text
from maturity.results.model import Results
from maturity.results.writing import to_toml
from maturity.rounds.round import round_of
from questionnaires import Questionnaire, Response
from questionnaires.decisions import Decision, Decisions, DecisionsRef
from questionnaires.decisions_admission import settles
from questionnaires.words import Kind
from scoring.decisions.settled import Settled, settled_by
from tests.given.builders import criterion, small, voices
from tests.given.counted_criteria import FOUND, GUARDED, OWNED
from tests.given.decisions import DAY, decide, park, take_back

_THRESHOLD: Final = 'default = 3, unit = "{}", comparison = "{}", basis = "ours", sources = ["page"] }}'
_CRITERIA: Final = (
    criterion(
        "stop",
        threshold='{ question = "risk.hours_to_stop", ' + _THRESHOLD.format("hours", "at_most"),
        owner='{ task = "ownership.pause" }',
    )
    + criterion("soak", threshold='{ question = "risk.soak", ' + _THRESHOLD.format("days", "at_least"))
    + criterion("open", threshold='{ question = "risk.exposure", ' + _THRESHOLD.format("days", "at_most"))
    + criterion("settle", when='{ findings = ["contested"], questions = ["ownership.*"], each = true }')
    + OWNED
    + FOUND
    + GUARDED
)
_HEAD: Final = DecisionsRef(id="small", version="1", fingerprint="abc")
_few: Final = settings(max_examples=settings().max_examples // 4)
"""Whole results take their time."""
_PLACES: Final = tuple((question, facet) for question in small().questions for facet in settles(question))


@cache
def asked() -> Questionnaire:
    return small(_CRITERIA)


@cache
def answers() -> tuple[Response, ...]:
    """Three teams that disagree on most of it."""
    told = (
        ("ownership.pause", {"owner": {"endpoint": "endpoint", "operations": "operations", "security": "dont_know"}}),
        ("ownership.deploy", {"owner": {"endpoint": "service", "operations": "operations"}}),
        ("control.release", {"needed": {"endpoint": 5, "operations": 1}, "wanted": {"endpoint": 2, "operations": 4}}),
        ("risk.hours_to_stop", {"position": {"endpoint": 0, "operations": 4, "security": 3}}),
        ("risk.soak", {"position": {"endpoint": 5, "operations": 5}}),
        ("risk.exposure", {"position": {"endpoint": 5, "operations": 3}}),
        ("risk.attitude", {"position": {"endpoint": 0, "operations": 5}}),
        (
            "future.approvals",
            {
                "today": {"endpoint": 0, "operations": 3},
                "in_12_months": {"endpoint": 2, "operations": 3},
                "in_24_months": {"endpoint": 5, "operations": 1},
            },
        ),
        ("readiness.licences", {"status": {"endpoint": "met", "operations": "not_met"}}),
    )
    whole: dict[str, Response] = {}
    for question, facets in told:
        for one in voices(question, **facets):
            team = one.respondent.team
            known = whole.setdefault(team, one)
            whole[team] = known.model_copy(update={"answers": {**known.answers, **one.answers}})
    return tuple(whole.values())


def gathered(*files: Sequence[Decision]) -> Gathered:
    """The answers, and decisions in these files."""
    named = [Path(f"d{number}.toml") for number in range(len(files))]
    found = [
        DecisionsFile(path, Decisions(questionnaire=_HEAD, decision=tuple(entries)), path.name)
        for path, entries in zip(named, files, strict=True)
    ]
    entries, _ = together(found, small())
    responses = tuple(ResponseFile(Path(f"{one.respondent.team}.toml"), one, "") for one in answers())
    return Gathered(files=responses, decisions=tuple(found), entries=entries.decisions, plan=entries.plan)


def results(*files: Sequence[Decision]) -> Results:
    return round_of(gathered(*files), asked(), 1).results()


def standing(*files: Sequence[Decision]) -> Settled:
    """What the room settled: beside the answers, all that results are made of."""
    return settled_by(asked(), gathered(*files).entries)


@cache
def undecided() -> Results:
    return results()


@st.composite
def decisions(draw: DrawFn, prefix: str = "d") -> tuple[Decision, ...]:
    """A few decisions on places of their own, decided or parked, each of which fits."""
    chosen = draw(st.lists(st.sampled_from(_PLACES), min_size=1, max_size=6, unique=True))
    return tuple(_decision(draw, f"{prefix}{number:04}", place) for number, place in enumerate(chosen))


def _decision(draw: DrawFn, identifier: str, place: tuple[object, object]) -> Decision:
    question, facet = next((question, facet) for question, facet in _PLACES if (question, facet) == place)
    if draw(st.integers(0, 3)) == 0:
        return park(identifier, question.id, facet=facet)
    outcome: dict[str, Any]
    match question.kind:
        case Kind.OWNERSHIP:
            outcome = {"owner": draw(st.sampled_from(("endpoint", "operations", "security", "provider")))}
        case Kind.PREREQUISITE:
            outcome = {"status_": draw(st.sampled_from(("met", "partly", "not_met")))}
        case Kind.CONTROL:
            return decide(identifier, question.id, facet=facet, control="kept", option=draw(st.integers(0, 1)))
        case Kind.TRAJECTORY:
            by = dt.date(2028, 1, 1)
            return decide(identifier, question.id, facet=facet, by=by, option=draw(st.integers(0, 5)))
        case Kind.POSITION:
            return decide(identifier, question.id, facet=facet, option=draw(st.integers(0, 3)))
    return decide(identifier, question.id, facet=facet, **outcome)


def test_without_decisions_not_a_byte_changes() -> None:
    assert to_toml(results([])) == to_toml(results([], [])) == to_toml(undecided())
    today = dt.date(2026, 11, 27)
    assert text(results([]), today, width=100) == text(undecided(), today, width=100)
    for name in ("[[settled]]", "[[parked]]", "[[decision]]", "settled = ", "decision_says"):
        assert name not in to_toml(undecided())


@_few
@given(decisions())
def test_an_undo_restores_the_results_exactly(some: tuple[Decision, ...]) -> None:
    undo = take_back("undo", *(one.id for one in some))
    assert to_toml(results([*some, undo])) == to_toml(undecided())


@given(decisions(), st.data())
def test_an_undo_restores_what_stood_before(some: tuple[Decision, ...], data: st.DataObject) -> None:
    before = data.draw(st.sampled_from(some))
    other = decide("mmmm", before.question, facet=before.facet, supersedes=(before.id,), **_otherwise(before))
    undone = [*some, other, take_back("undo", "mmmm")]
    assert standing(undone) == standing(some)
    assert standing([*undone, take_back("redo", "undo")]) == standing([*some, other]) != standing(some)


def _otherwise(decision: Decision) -> dict[str, Any]:
    """Another outcome on the same place."""
    match asked().question_by_id[decision.question].kind:
        case Kind.OWNERSHIP:
            return {"owner": "network"}
        case Kind.PREREQUISITE:
            return {"status_": "met"}
        case Kind.CONTROL:
            return {"option": 0, "control": "given_up"}
        case _:
            return {"option": 2}


@given(decisions(), st.data())
def test_the_order_of_entries_and_of_files_says_nothing(some: tuple[Decision, ...], data: st.DataObject) -> None:
    whole = [
        *some,
        decide("mmmm", some[0].question, facet=some[0].facet, supersedes=(some[0].id,), **_otherwise(some[0])),
    ]
    mixed = data.draw(st.permutations(whole))
    cut = data.draw(st.integers(0, len(mixed)))
    assert standing(mixed[:cut], mixed[cut:]) == standing(whole)
    assert gathered(mixed[:cut], mixed[cut:]).entries == gathered(whole).entries


@_few
@given(decisions())
def test_a_decision_never_changes_what_the_teams_answered(some: tuple[Decision, ...]) -> None:
    found, before = results(some), undecided()
    assert [_answered(one) for one in found.question] == [_answered(one) for one in before.question]
    for name in ("team", "section", "noise", "unknown", "incomparable", "flagged"):
        assert getattr(found, name, None) == getattr(before, name, None), name


@_few
@given(decisions())
def test_nothing_leaves_the_agenda_but_to_where_it_is_settled_or_parked(some: tuple[Decision, ...]) -> None:
    found, before = results(some), undecided()
    listed = [entry.question for part in (found.agenda, found.settled, found.parked) for entry in part]
    assert sorted(listed) == sorted(entry.question for entry in before.agenda)
    order = [entry.question for entry in before.agenda]
    said = {entry.question: _said(entry) for entry in before.agenda}
    for part in (found.agenda, found.settled, found.parked):
        assert [_said(entry) for entry in part] == [said[entry.question] for entry in part]
    assert {one.question for one in found.decision} == {one.question for one in some}
    assert set(order) >= {entry.question for entry in found.settled}
    assert all(one.decided == DAY for one in found.decision)


_FRAGILE: Final = frozenset({"fragile", "if_known", "margin", "settled"})


def _answered(question: object) -> object:
    """All that is said of a question but on which single answers it rests and when it was settled."""
    assert hasattr(question, "model_dump")
    return _without(question.model_dump())


def _without(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without(item) for key, item in value.items() if key not in _FRAGILE}
    return [_without(item) for item in value] if isinstance(value, list | tuple) else value


def _said(entry: object) -> object:
    assert hasattr(entry, "model_dump")
    whole = entry.model_dump(exclude={"decision_says", "leverage", "leverage_says"})
    return _without(whole)
