"""Every number in a sentence on owners, prerequisites and what nobody knows, counted again from the answers."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

import pytest
from hypothesis import given

from questionnaires import Choice, Response
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from questionnaires.words import FindingKind as F
from scoring.wording.findings import finding_sentence
from tests.given.answers_moved import People, people, responses_of
from tests.given.builders import CONCERNING, compared, small

QUESTIONNAIRE: Final = small(CONCERNING)
OWNERS: Final = {option.label: option.key for option in QUESTIONNAIRE.scale_by_id["owner"].options}
LABELS: Final = {team.id: team.label for team in QUESTIONNAIRE.teams}
COUNT: Final = re.compile(
    r"(?:(?P<which>all (?P<every>\d+) teams|both teams|the one team) that answered|(?P<some>\d+) of (?P<of>\d+) teams)"
    r" (?:names?|says?) (?P<what>nobody yet|so|The service|\w+)"
)
PEOPLE: Final = re.compile(r"(?P<some>\d+) of (?P<of>\d+) people (?:names?|says?) ")

Answers = dict[str, list[Choice]]


def answers(responses: list[Response], question: str, facet: Facet) -> Answers:
    """By team, what its people said on a facet: options, don't know and not applicable."""
    found: Answers = {}
    for response in responses:
        choice = response.answer(question).choice(facet)
        if choice is not None:
            found.setdefault(response.respondent.team, []).append(choice)
    return found


def options(said: list[Choice]) -> list[Choice]:
    return [choice for choice in said if choice not in (DONT_KNOW, NOT_APPLICABLE)]


def most_named(said: list[Choice]) -> set[Choice]:
    counts = Counter(options(said))
    return {choice for choice, count in counts.items() if count == max(counts.values())}


def sentences(responses: list[Response], question: str) -> dict[F, str]:
    comparison = compared(responses, QUESTIONNAIRE)
    item = comparison.question(question)
    return {finding.kind: finding_sentence(comparison, finding) for finding in item.findings} if item else {}


def counted_in(sentence: str) -> tuple[int, int, str]:
    """How many of how many teams, and what they name or say."""
    found = COUNT.search(sentence)
    assert found is not None, sentence
    if found["which"]:
        every = {"both teams": 2, "the one team": 1}.get(found["which"]) or int(found["every"])
        return every, every, found["what"]
    return int(found["some"]), int(found["of"]), found["what"]


COUNTED: Final = (F.AGREED, F.UNCONFIRMED, F.UNAWARE_OWNER, F.ORPHAN)


@given(people(QUESTIONNAIRE, ["ownership.pause"]))
def test_the_teams_and_people_of_a_sentence_on_owners_are_those_who_said_so(some: People) -> None:
    responses = responses_of(QUESTIONNAIRE, some)
    said = answers(responses, "ownership.pause", Facet.OWNER)
    for kind, sentence in sentences(responses, "ownership.pause").items():
        if kind not in COUNTED or sentence.startswith("No owner:"):
            continue
        number, of, what = counted_in(sentence)
        key = "nobody" if what == "nobody yet" else OWNERS[what]
        naming = [team for team, choices in said.items() if key in most_named(choices)]
        alone = [team for team in naming if most_named(said[team]) == {key}]
        assert (number, of) == (len(alone if kind in (F.AGREED, F.UNCONFIRMED) else naming), len(said)), sentence
        if found := PEOPLE.search(sentence):
            everybody = [choice for choices in said.values() for choice in options(choices)]
            others = [choice for choice in everybody if choice != key]
            assert (int(found["some"]), int(found["of"])) == (len(others), len(everybody)), sentence


@given(people(QUESTIONNAIRE, ["ownership.pause"]))
def test_it_is_not_said_that_no_team_takes_what_a_team_takes(some: People) -> None:
    responses = responses_of(QUESTIONNAIRE, some)
    said = answers(responses, "ownership.pause", Facet.OWNER)
    takes = {team for team, choices in said.items() if team in most_named(choices)}
    sentence = sentences(responses, "ownership.pause").get(F.ORPHAN, "")
    assert not (takes and "no team that answered takes it" in sentence)
    assert all(f"{LABELS[team]} names itself" in sentence for team in takes) or not sentence


@pytest.mark.parametrize("question", ["readiness.licences", "readiness.reach"])
@given(some=people(QUESTIONNAIRE, ["readiness.licences", "readiness.reach"]))
def test_the_teams_of_a_sentence_on_what_is_met_are_those_who_say_so(question: str, some: People) -> None:
    responses = responses_of(QUESTIONNAIRE, some)
    said = answers(responses, question, Facet.STATUS)
    met = [team for team, c in said.items() if options(c) and len(options(c)) >= c.count(DONT_KNOW)]
    found = sentences(responses, question)
    for kind in (F.PREREQUISITE_MET, F.PREREQUISITE_UNCONFIRMED):
        if kind in found:
            assert counted_in(found[kind])[:2] == (len(met), len(said)), found[kind]
            assert set().union(*(options(said[team]) for team in said)) == {"met"}
    if question == "readiness.reach" and ("network" not in met):
        assert F.PREREQUISITE_MET not in found


@given(people(QUESTIONNAIRE, ["risk.attitude"]))
def test_what_is_mostly_unknown_is_what_most_teams_do_not_know(some: People) -> None:
    responses = responses_of(QUESTIONNAIRE, some)
    said = answers(responses, "risk.attitude", Facet.POSITION)
    either = {team: c for team, c in said.items() if options(c) or DONT_KNOW in c}
    unsure = [team for team, c in either.items() if c.count(DONT_KNOW) > len(options(c))]
    sentence = sentences(responses, "risk.attitude").get(F.UNKNOWN, "")
    assert bool(sentence) is (2 * len(unsure) > len(either))
    if sentence and len(either) > 1:
        assert sentence.startswith(f"Mostly unknown: {len(unsure)} of {len(either)} teams")
    named = sentence.partition("not know")[2] if len(either) > 1 else sentence
    assert {team for team in either if LABELS[team] in named} == (set(unsure) if sentence else set())
