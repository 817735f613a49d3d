"""The same people in two rounds, by team and id, from the files that they wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from questionnaires import Choice, Response
from questionnaires.words import Facet, FindingKind
from tests.proofs.agenda_rules import class_on
from tests.proofs.rules import found_on
from tests.proofs.said import Case

Person = tuple[str, str]
Choices = dict[str, dict[Facet, Choice]]
WAYS = ("moved", "stayed", "new", "gone")


def said_in(case: Case, number: int) -> dict[Person, Choices]:
    """By person who said anything in a round, what it chose."""
    found = {}
    for response in case.responses:
        if response.respondent.round == number and (said := dict(_choices(case, response))):
            found[response.respondent.team, response.respondent.id] = said
    return found


def _choices(case: Case, response: Response) -> Iterator[tuple[str, dict[Facet, Choice]]]:
    for question in case.questionnaire.questions:
        if answer := response.answers.get(question.id):
            said = {facet: choice for facet in question.facets if (choice := answer.choice(facet)) is not None}
            if said:
                yield question.id, said


def on_question(case: Case, question: str) -> dict[str, Counter[str]]:
    """By team, how many moved, stayed, came and went on a question."""
    first, second = said_in(case, case.results.round - 1), said_in(case, case.results.round)
    found: dict[str, Counter[str]] = {}
    for person in dict.fromkeys((*first, *second)):
        before, after = first.get(person, {}).get(question), second.get(person, {}).get(question)
        if before and after:
            both = [facet for facet in before if facet in after]
            way = ("stayed" if all(before[f] == after[f] for f in both) else "moved") if both else None
        else:
            way = "new" if after else "gone" if before else None
        if way:
            found.setdefault(person[0], Counter())[way] += 1
    return found


def in_all(case: Case) -> dict[str, Counter[str]]:
    """The same over the whole round: who changed any answer moved."""
    first, second = said_in(case, case.results.round - 1), said_in(case, case.results.round)
    found: dict[str, Counter[str]] = {}
    for person in dict.fromkeys((*first, *second)):
        pairs = list(_pairs(first.get(person, {}), second.get(person, {})))
        is_both = person in first and person in second
        moved = any(before != after for _, before, after in pairs)
        way = ("moved" if moved else "stayed") if is_both else "new" if person in second else "gone"
        found.setdefault(person[0], Counter())[way] += 1
    return found


def _pairs(before: Choices, after: Choices) -> Iterator[tuple[str, Choice, Choice]]:
    for question, said in before.items():
        for facet, choice in said.items():
            if facet in after.get(question, {}):
                yield question, choice, after[question][facet]


def repeated(case: Case) -> tuple[int, int]:
    """Answers that the same people gave again to questions that were not to be discussed; how many are the same."""
    first, second = said_in(case, case.results.round - 1), said_in(case, case.results.round)
    discussed = set(_discussed(case))
    pairs = [
        before == after
        for person, said in first.items()
        for question, before, after in _pairs(said, second.get(person, {}))
        if question not in discussed
    ]
    return len(pairs), sum(pairs)


def _discussed(case: Case) -> Iterator[str]:
    """What stood on the earlier round's agenda, in one of its lists, or was flagged."""
    assert case.earlier is not None
    lists = {FindingKind.NO_COMMON_POSITION, FindingKind.UNDECIDED, FindingKind.APPLICABILITY_CONFLICT}
    for question in case.earlier.answered_questions:
        if class_on(case.earlier, question) or found_on(case.earlier, question) & lists:
            yield question.id
    for response in case.responses:
        if response.respondent.round < case.results.round:
            yield from (question for question, answer in response.answers.items() if answer.flag)


def other_people(found: dict[str, Counter[str]]) -> list[str]:
    """The teams for which nobody answered again who had, but others did."""
    return [team for team, one in found.items() if one["new"] and one["gone"] and not one["moved"] + one["stayed"]]
