"""The sentences on what one answer would change: each tried on the answers, and read again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from maturity.results.criteria import CriterionResults
from maturity.results.findings import AgendaEntry, Finding
from questionnaires import Candidate, Question, Scale
from questionnaires.words import Facet, FindingKind, Level
from scoring.wording.findings import FINDING_WORDS
from tests.proofs.criteria_rules import amount, calls_for, owner_words, threshold_on
from tests.proofs.moved import Move, moves_of, reread
from tests.proofs.reading import Reading
from tests.proofs.rules import contradicted, found_on, shape_of, worst_facets
from tests.proofs.said import Row, Said
from tests.proofs.words import Unreadable, known, teams_in

KINDS: Final = {word: kind for kind, word in FINDING_WORDS.items()}
_VERBS: Final = {Facet.OWNER: "named", Facet.NEEDED: "needed", Facet.WANTED: "wanted"}
_TIMES: Final = {
    Facet.TODAY: "for today",
    Facet.IN_12_MONTHS: "for 12 months from now",
    Facet.IN_24_MONTHS: "for 24 months from now",
}
_SHAPES: Final = {
    FindingKind.UNANIMOUS,
    FindingKind.ADJACENT,
    FindingKind.LONE_DISSENTER,
    FindingKind.TWO_CAMPS,
    FindingKind.SPREAD,
}

IF: Final = (
    "If {who} {verb=named|needed|wanted|said} {after} instead of {before}"
    "[ {time=for today|for 12 months from now|for 24 months from now}]"
)
ALSO: Final = "[; one answer of {also} could do the same]"

Happens = Callable[[Reading], bool]


def is_found(reading: Reading, question: Question, kind: FindingKind, facet: Facet | None = None) -> bool:
    """Whether something is found on a question; that a team has no common position, on this facet."""
    if kind in _SHAPES:
        return any(
            shape_of(reading.middles(question.id, worst))[0] is kind for worst in worst_facets(reading, question)
        )
    if kind is FindingKind.NO_COMMON_POSITION and facet is not None:
        return bool(reading.torn(question.id, facet))
    return kind in found_on(reading, question)


def move_said(said: Said, question: Question) -> Move | None:
    """The move that a sentence speaks of; None where no team of that size has somebody who gave that answer."""
    facet = _facet_said(said, question)
    who = said["who"]
    count, of, label = who.removeprefix("one of the ").partition(" people of ")
    team = known({team.label: team.id for team in said.case.questionnaire.teams}, label if of else who)
    row = said.reading.places(question.id, facet).get(team, [])
    scale = said.reading.scale(question.id)
    before, after = (_place(scale, said[part], team) for part in ("before", "after"))
    is_one_step = scale.level is Level.NOMINAL or abs(before - after) == 1
    if len(row) != (int(count) if of else 1) or before not in row or not is_one_step or before == after:
        return None
    return Move(question.id, facet, team, before, after)


def _facet_said(said: Said, question: Question) -> Facet:
    for facet in question.facets:
        if _VERBS.get(facet, "said") == said["verb"] and _TIMES.get(facet, "") == said["time"]:
            return facet
    raise Unreadable(said.text)


def _place(scale: Scale, text: str, team: str) -> int:
    for place, option in enumerate(scale.options):
        is_number = scale.level is Level.ORDINAL and not scale.is_quantity
        if text == ("itself" if option.key == team else str(place) if is_number else option.label):
            return place
    raise Unreadable(text)


def does(said: Said, happens: Happens) -> bool:
    """Whether the move said does it; and of each team that could do the same, one single move."""
    question = _question_of(said)
    move = move_said(said, question)
    if move is None or not happens(reread(said.reading, move)):
        return False
    also = teams_in(said.case.questionnaire, said["also"], "or") if said["also"] else ()
    asked = _together_with(said, question)
    return all(
        any(happens(reread(said.reading, move)) for other in asked for move in moves_of(said.reading, other, team))
        for team in also
    )


def _together_with(said: Said, question: Question) -> list[Question]:
    """The questions on which another team could do the same: of two limits either will do."""
    pairs = [(pair.lower, pair.upper) for pair in said.case.questionnaire.contradictions]
    other = next((name for pair in pairs if question.id in pair for name in pair if name != question.id), None)
    return [question, *([said.reading.question(other)] if other else [])]


def _question_of(said: Said) -> Question:
    """The question on which the answer was given: the one named, else the one that the sentence stands on."""
    if not said["title"]:
        return said.question
    titles = {question.title: question for question in said.case.questionnaire.questions}
    return known(titles, said["title"])


def _ends(said: Said, kind: FindingKind, facet: Facet | None, other: str | None = None) -> Happens:
    if kind is FindingKind.INFEASIBLE_TOGETHER and other is not None:
        pair = (said.question.id, other)
        return lambda reading: pair not in contradicted(reading)
    return lambda reading: not is_found(reading, said.question, kind, facet)


def _concerned(said: Said) -> list[Finding]:
    """The finding beside which a sentence stands; of an entry of the agenda any one that put it there."""
    for model in reversed(said.around):
        if isinstance(model, AgendaEntry):
            found = said.results.question_by_id[model.question].findings
            return [finding for finding in found if finding.kind in model.findings]
        if isinstance(model, Finding):
            return [model]
    raise Unreadable(said.place)


def _falls_away(said: Said) -> bool:
    return any(does(said, _ends(said, one.kind, one.facet, one.other)) for one in _concerned(said))


def _reads(said: Said) -> bool:
    becomes = known(KINDS, said["becomes"])

    def happens(finding: Finding) -> Happens:
        ends = _ends(said, finding.kind, finding.facet, finding.other)
        return lambda reading: ends(reading) and is_found(reading, said.question, becomes)

    return any(does(said, happens(finding)) for finding in _concerned(said))


def _several(said: Said) -> bool:
    """`“x” would fall away and “y” would read “z”`."""
    parts = []
    for piece in said["thens"].replace(" and “", ", “").split(", “"):
        word, _, then = piece.removeprefix("“").partition("” would ")
        ends = _ends(said, known(KINDS, word), None)
        becomes = known(KINDS, then.removeprefix("read “").removesuffix("”")) if then != "fall away" else None
        parts.append((ends, becomes))
    return does(
        said,
        lambda reading: all(
            ends(reading) and (becomes is None or is_found(reading, said.question, becomes)) for ends, becomes in parts
        ),
    )


def candidate_of(said: Said, criterion: CriterionResults) -> tuple[Candidate, str | None]:
    """The rule that a criterion comes from, and its own question where each has one."""
    identifier, _, question = criterion.id.partition(".")
    found = next(rule for rule in said.case.questionnaire.candidates if rule.id == identifier)
    return found, question or None


def _threshold_becomes(said: Said) -> bool:
    rule, _ = candidate_of(said, said.criterion)
    return does(said, lambda reading: amount(rule, threshold_on(reading, rule)) == said["threshold"])


def _owner_becomes(said: Said) -> bool:
    rule, _ = candidate_of(said, said.criterion)
    return does(said, lambda reading: owner_words(reading, rule) == said["owner"])


def _criterion_falls_away(said: Said) -> bool:
    rule, question = candidate_of(said, said.criterion)
    return does(said, lambda reading: not calls_for(reading, rule, question))


ON_ONE: Final = (
    Row(f"{IF}[ on “{{title}}”], this would fall away{ALSO}.", _falls_away),
    Row(f"{IF}[ on “{{title}}”], this would read “{{becomes}}”{ALSO}.", _reads),
)
"""Beside one finding."""

ON_SEVERAL: Final = (Row(f"{IF}[ on “{{title}}”], {{thens=“.+” would (?:fall away|read “.+”)}}{ALSO}.", _several),)
"""Beside an entry of the agenda, on which several findings may end at once."""

ON_CRITERIA: Final = (
    Row(f"{IF} on “{{title}}”, the threshold would be {{threshold}}.", _threshold_becomes),
    Row(f"{IF} on “{{title}}”, the owner would read “{{owner}}”.", _owner_becomes),
    Row(f"{IF} on “{{title}}”, this criterion would fall away.", _criterion_falls_away),
)
