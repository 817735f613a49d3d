"""A team's answer in words, and what figures say of a question."""

from __future__ import annotations

import re
from typing import Final

from questionnaires import Question
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from tests.proofs.agenda_rules import column_of, column_on, comparable
from tests.proofs.claims import is_found
from tests.proofs.on_changes import KINDS
from tests.proofs.reading import Reading, average_deviation
from tests.proofs.said import Row, Said, told
from tests.proofs.words import ends_in_words, known, place_in

_FACETS: Final = {
    "needs ": Facet.NEEDED,
    "wants ": Facet.WANTED,
    "today ": Facet.TODAY,
    "in 12 months ": Facet.IN_12_MONTHS,
    "in 24 months ": Facet.IN_24_MONTHS,
}


def states_answer(reading: Reading, question: Question, team: str, text: str) -> bool:
    """Whether the words are what the team answered, facet by facet, and leave out none that it answered."""
    said = {}
    for part in re.split(r"; (?=needs |wants |today |in 12 months |in 24 months )", text):
        start = next((start for start in _FACETS if part.startswith(start)), "")
        said[_FACETS.get(start, question.facets[0])] = part.removeprefix(start)
    for facet in question.facets:
        row = reading.row(question.id, facet).get(team, [])
        is_said = any(choice is not None for choice in row)
        if facet is Facet.NEEDED and facet in said:
            said[facet], basis = _parted(said[facet])
            if basis != needs_rest_on(reading, question, team):
                return False
        if is_said != (facet in said) or (is_said and not _states(reading, question, facet, team, said[facet])):
            return False
    return said.keys() <= set(question.facets)


def _parted(words: str) -> tuple[str, str]:
    """A need, and in brackets behind it what it rests on."""
    found = re.fullmatch(r"(.+) \(((?:by |needs of 4 or 5: ).+)\)", words)
    return (found[1], found[2]) if found else (words, "")


def needs_rest_on(reading: Reading, question: Question, team: str) -> str:
    """Of one person the basis, of several how many give which and how many of those with a high need give none."""
    given = reading.bases.get((question.id, team), [])
    needs = reading.places(question.id, Facet.NEEDED).get(team, [])
    if not given:
        return ""
    labels = {option.key: option.label for option in reading.questionnaire.scale_by_id["basis"].options}
    words = {key: f"by {text[0].lower()}{text[1:]}" for key, text in labels.items()}
    if len(needs) == 1:
        return words[given[0]]
    said = [f"{given.count(key)} {words[key]}" for key in labels if key in given]
    without = sum(place >= 4 for place in needs) - len(given)
    return f"needs of 4 or 5: {', '.join([*said, *([f'{without} without a basis'] if without else [])])}"


def _basis(said: Said) -> bool:
    """What the needs of 4 or 5 of the team rest on, counted where it has several people."""
    return said.text == needs_rest_on(said.reading, said.question, said.key)


def _bases(said: Said) -> bool:
    """Every team of which anybody gives a basis, with what its needs of 4 or 5 rest on, and no other."""
    labels = {team.id: team.label for team in said.case.questionnaire.teams}
    words = {team: needs_rest_on(said.reading, said.question, team) for team in said.reading.teams}
    return said["teams"] == "; ".join(f"{labels[team]}, {basis}" for team, basis in words.items() if basis)


BASES: Final = (Row("{basis}", _basis),)
BASIS_SAYS: Final = (Row("What the need rests on: {teams}.", _bases),)


def _states(reading: Reading, question: Question, facet: Facet, team: str, words: str) -> bool:
    places = reading.places(question.id, facet).get(team)
    unknown, outside = (reading.state(question.id, facet, state)[team] for state in (DONT_KNOW, NOT_APPLICABLE))
    if places is None:
        return words == _states_only(unknown, outside)
    if not reading.ordinal(question.id):
        return _names(reading, question, places, len(places) + unknown + outside, words)
    torn = re.fullmatch(r"no common position \((.+) to (.+)\)", words)
    if torn:
        is_torn = average_deviation(places) > 1
        return is_torn and f"{torn[1]} to {torn[2]}" == ends_in_words(reading.scale(question.id), places)
    return place_in(reading.scale(question.id), words) == reading.middles(question.id, facet)[team]


def _states_only(unknown: int, outside: int) -> str:
    """What a team says that gives no option: both, where some say the one and some the other."""
    words = [words for count, words in ((unknown, "don't know"), (outside, "not applicable")) if count]
    return " or ".join(words)


def _names(reading: Reading, question: Question, places: list[int], spoke: int, words: str) -> bool:
    """What most name; with how many of all who said anything, where these are not all."""
    most = max(map(places.count, places))
    modes = [
        reading.scale(question.id).options[place].label for place in sorted(set(places)) if places.count(place) == most
    ]
    share = "" if most == spoke else f" ({most} of {spoke})"
    return words == " or ".join(modes) + share


def _answer(said: Said) -> bool:
    """What the team answered, facet by facet: its middle answer, its ends where it is torn, or what most name."""
    return states_answer(said.reading, said.question, said.key, said.text)


ANSWERS: Final = (Row("{answer}", _answer),)


def _how_many(said: Said) -> bool:
    """The fewest and the most answers of a team, on any facet, of those that have any."""
    rows = [row for facet in said.question.facets for row in said.reading.places(said.question.id, facet).values()]
    sizes = sorted(map(len, rows))
    if not sizes:
        return said.text == "no answer"
    if sizes[0] == sizes[-1]:
        return said.text == f"{sizes[0]} {'answer' if sizes[0] == 1 else 'answers'} a team"
    return said.text == f"{sizes[0]} to {sizes[-1]} answers a team"


SIZES: Final = (Row("{sizes}", _how_many),)


def _verdict(said: Said) -> bool:
    """The word for something that is found, in the worst column of what is found; of a prerequisite of which most teams
    know nothing, that first."""
    kind = known(KINDS, said["word"])
    if not is_found(said.reading, said.question, kind):
        return False
    column = column_on(said.reading, said.question)
    return column_of(kind, said.question) == column or not comparable(said.reading, said.question)


def _teams_on(said: Said) -> set[str]:
    """The teams that give an option on any facet."""
    return {team for facet in said.question.facets for team in said.reading.places(said.question.id, facet)}


def _no_part_in_common(said: Said) -> bool:
    """Two teams or more give an option, and no two of them on the same facet."""
    return len(_teams_on(said)) > 1 and not comparable(said.reading, said.question)


VERDICTS: Final = (
    Row("no answer", told("No team gives an option.", lambda said: not _teams_on(said))),
    Row("one team only", told("One team gives an option.", lambda said: len(_teams_on(said)) == 1)),
    Row("no part in common", _no_part_in_common),
    Row("{word}", _verdict),
)
