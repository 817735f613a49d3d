"""What a room sees of one question: before the reveal who has answered, after it where everybody stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterator
from dataclasses import dataclass

from maturity.results.decisions import DecisionResults
from maturity.results.findings import Finding
from maturity.results.model import Results
from maturity.results.questions import FacetResults, QuestionResults
from maturity.rounds.facts import said_by
from maturity.rounds.workshop_questions import question_for
from questionnaires import Question
from questionnaires.words import FindingKind
from scoring.comparison.catalogue import CATALOGUE, Family
from scoring.conventions import BAND_ORDER, Band
from scoring.wording.words import FACET_WORDS, listed


@dataclass(frozen=True, slots=True)
class Heard:
    """How many people of a team have said anything on a question; `of` is how many were asked."""

    team: str
    label: str
    people: int
    of: int

    @property
    def says(self) -> str:
        """`Endpoint: 2 of 3`."""
        return f"{self.label}: {self.people} of {self.of}"


@dataclass(frozen=True, slots=True)
class End:
    """The teams on one answer of a scale, or one owner that is named: `says` is the answer in words."""

    says: str
    teams: tuple[str, ...]
    names: str
    speaks_first: bool = False


@dataclass(frozen=True, slots=True)
class FactSaid:
    """A documented fact, and who says so."""

    title: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What is shown of a question before anything is revealed."""

    question: str
    title: str
    text: str
    why: str
    hangs: str
    heard: tuple[Heard, ...]
    before: tuple[str, ...] = ()
    """What was decided, proposed or parked on it, in sentences."""


@dataclass(frozen=True, slots=True)
class Revealed:
    """What is shown after the reveal. The picture is that of the question in the results.

    `about` is the answer of which the ends are told, such as `control needed`; "" where the question has but one.
    `ends` are those who explain themselves, the first to speak first; `torn` the teams without a view of their own.
    """

    question: str
    ask: str
    about: str
    found: tuple[str, ...]
    ends: tuple[End, ...]
    torn: tuple[str, ...]
    torn_says: str
    facts: tuple[FactSaid, ...]
    flips: tuple[str, ...]
    is_solved: bool = False
    """Whether limits exclude each other by the answers, and no longer by what was decided."""


def talk_of(results: Results, question: Question, hangs: str) -> Talk:
    """The question before the reveal: no position of anybody. `hangs` says what hangs on it."""
    item = results.question_by_id.get(question.id)
    before = tuple(one.says for one in decisions_on(results, question.id))
    heard = tuple(_heard(results, item)) if item is not None else ()
    return Talk(question.id, question.title, question.text, question.help, hangs, heard, before)


def decisions_on(results: Results, question: str) -> tuple[DecisionResults, ...]:
    """What stands on a question."""
    return tuple(one for one in results.decision if one.question == question)


def _heard(results: Results, item: QuestionResults) -> Iterator[Heard]:
    facet = item.facet[0]
    for team in facet.team:
        said = team.answered + team.dont_know + team.not_applicable
        yield Heard(team.id, results.team_by_id[team.id].name, said, said + team.unanswered)


def revealed(results: Results, item: QuestionResults, today: dt.date, *, is_solved: bool = False) -> Revealed:
    """Where everybody stands, who speaks first, and what to ask. `is_solved` says that what was decided ends that its
    limit and another exclude each other."""
    facet = worst_facet(item)
    torn = tuple(team.id for team in facet.team if team.ends is not None) if item.is_ordered else ()
    return Revealed(
        item.id,
        question_for((finding.kind for finding in item.findings), item.kind),
        FACET_WORDS[facet.name] if len(item.facet) > 1 else "",
        tuple(_found_says(finding, is_solved=is_solved) for finding in item.findings),
        _first_marked(tuple(_ends(results, item, facet))),
        torn,
        _torn_says(results, torn),
        tuple(_facts(item, today)),
        tuple(_flips(item)),
        is_solved and any(finding.kind is FindingKind.INFEASIBLE_TOGETHER for finding in item.findings),
    )


def _found_says(finding: Finding, *, is_solved: bool) -> str:
    """What was found among the answers, which no decision changes; where one solves it, that it does."""
    is_by_answers = is_solved and finding.kind is FindingKind.INFEASIBLE_TOGETHER
    return f"By the answers, and solved by what was decided: {finding.says}" if is_by_answers else finding.says


def _facts(item: QuestionResults, today: dt.date) -> Iterator[FactSaid]:
    """Each fact once, by the last page that says so."""
    last = {(fact.title, fact.text): fact for fact in item.fact}
    yield from (FactSaid(fact.title, fact.text, said_by(fact, today)) for fact in last.values())


def worst_facet(item: QuestionResults) -> FacetResults:
    """The facet that stands for the question: the worst band, then as the comparison has it."""
    return max(
        item.facet,
        key=lambda facet: (
            BAND_ORDER.index(Band(facet.band)) if facet.band is not None else -1,
            facet.distance or 0,
            facet.gap or 0,
        ),
    )


def _ends(results: Results, item: QuestionResults, facet: FacetResults) -> Iterator[End]:
    """Of a scale with an order both ends; of owners and statuses whoever names the same."""
    if not item.is_ordered:
        yield from _named(results, item, facet)
        return
    positions = {team.id: team.position for team in facet.team if team.position is not None}
    if not positions or min(positions.values()) == max(positions.values()):
        return
    for end in (min(positions.values()), max(positions.values())):
        there = [team for team in facet.team if positions.get(team.id) == end]
        yield _end(results, _on_scale(item, end), [team.id for team in there], [team.id for team in there if team.ends])


def _named(results: Results, item: QuestionResults, facet: FacetResults) -> Iterator[End]:
    groups: dict[tuple[int, ...], list[str]] = {}
    for team in facet.team:
        most = max(team.counts)
        if most:
            groups.setdefault(tuple(n for n, count in enumerate(team.counts) if count == most), []).append(team.id)
    if len(groups) > 1:
        # Whoever is alone with an answer is heard before those who are many.
        for places, teams in sorted(groups.items(), key=lambda one: (len(one[1]), one[0])):
            yield _end(results, listed((item.scale[place] for place in places), "or"), teams)


def _end(results: Results, says: str, teams: list[str], torn: Container[str] = ()) -> End:
    names = (f"{results.team_by_id[team].name}{' (torn)' if team in torn else ''}" for team in teams)
    return End(says, tuple(teams), listed(names))


def _on_scale(item: QuestionResults, position: float) -> str:
    low = int(position)
    return item.scale[low] if position == low else f"between {item.scale[low]} and {item.scale[low + 1]}"


def _first_marked(ends: tuple[End, ...]) -> tuple[End, ...]:
    """The end with fewer teams speaks first; of two alike the looser one."""
    if not ends:
        return ()
    first = min(ends, key=lambda end: len(end.teams))
    others = tuple(end for end in ends if end is not first)
    return (End(first.says, first.teams, first.names, speaks_first=True), *others)


def _torn_says(results: Results, torn: tuple[str, ...]) -> str:
    if not torn:
        return ""
    names = listed(results.team_by_id[team].name for team in torn)
    return f"{names} {'is' if len(torn) == 1 else 'are'} torn: let both sides within speak."


def _flips(item: QuestionResults) -> Iterator[str]:
    """What would change what was found, one answer or what it takes; how the answers lie to each other is no matter."""
    said = [
        change.says
        for finding in item.findings
        if CATALOGUE[finding.kind].family is not Family.SHAPE
        for change in (finding.fragile, finding.if_known, finding.margin)
        if change is not None
    ]
    yield from dict.fromkeys(said)
