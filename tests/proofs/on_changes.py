"""The sentences on what one answer would change: each is taken apart into a claim, and tried."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from maturity.results.findings import AgendaEntry, Finding
from questionnaires import Candidate, Question, Scale
from questionnaires.words import Facet, FindingKind, Level
from scoring.wording.findings import FINDING_WORDS
from tests.proofs.claims import Another, Claim, Effects, Ending
from tests.proofs.moved import Move
from tests.proofs.said import Row, Said
from tests.proofs.words import Unreadable, known, teams_in

KINDS: Final = {word: kind for kind, word in FINDING_WORDS.items()}
_VERBS: Final = {Facet.OWNER: "named", Facet.NEEDED: "needed", Facet.WANTED: "wanted"}
_TIMES: Final = {
    Facet.TODAY: "for today",
    Facet.IN_12_MONTHS: "for 12 months from now",
    Facet.IN_24_MONTHS: "for 24 months from now",
}

IF: Final = (
    "If {who} {verb=named|needed|wanted|said} {after} instead of {before}"
    "[ {time=for today|for 12 months from now|for 24 months from now}]"
)
ALSO: Final = "[; one answer of {also} could do the same]"


def _claim(said: Said, *ways: Effects) -> Claim:
    """That the answer which the sentence speaks of does it, and one of each team named besides."""
    titles = {question.title: question for question in said.case.questionnaire.questions}
    question = known(titles, said["title"]) if said["title"] else said.question
    also = teams_in(said.case.questionnaire, said["also"], "or") if said["also"] else ()
    pairs = [(pair.lower, pair.upper) for pair in said.case.questionnaire.contradictions]
    # Of two limits that contradict each other, an answer on either will do.
    others = {name for pair in pairs if question.id in pair for name in pair} - {question.id}
    asked = (question, *(said.reading.question(name) for name in sorted(others)))
    return Claim(_move(said, question), ways, also, asked)


def _move(said: Said, question: Question) -> Move | None:
    """The move that a sentence speaks of; None where no team of that size has somebody who gave that answer."""
    facet = _facet(said, question)
    count, of, label = said["who"].removeprefix("one of the ").partition(" people of ")
    team = known({team.label: team.id for team in said.case.questionnaire.teams}, label if of else said["who"])
    row = said.reading.places(question.id, facet).get(team, [])
    scale = said.reading.scale(question.id)
    before, after = (_place(scale, said[part], team) for part in ("before", "after"))
    is_one_step = scale.level is Level.NOMINAL or abs(before - after) == 1
    if len(row) != (int(count) if of else 1) or before not in row or not is_one_step or before == after:
        return None
    return Move(question.id, facet, team, before, after)


def _facet(said: Said, question: Question) -> Facet:
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


def _concerned(said: Said) -> list[Finding]:
    """The finding beside which a sentence stands; of an entry of the agenda any one that put it there."""
    for model in reversed(said.around):
        if isinstance(model, AgendaEntry):
            found = said.results.question_by_id[model.question].findings
            return [finding for finding in found if finding.kind in model.findings]
        if isinstance(model, Finding):
            return [model]
    raise Unreadable(said.place)


def _ends(said: Said, finding: Finding, becomes: FindingKind | None) -> Effects:
    return (Ending(said.question, finding.kind, finding.facet, finding.other, becomes),)


def _falls_away(said: Said) -> Claim:
    return _claim(said, *(_ends(said, finding, None) for finding in _concerned(said)))


def _reads(said: Said) -> Claim:
    becomes = known(KINDS, said["becomes"])
    return _claim(said, *(_ends(said, finding, becomes) for finding in _concerned(said)))


def _several(said: Said) -> Claim:
    """`“x” would fall away and “y” would read “z”`."""
    effects: Effects = ()
    for piece in said["thens"].replace(" and “", ", “").split(", “"):
        word, _, then = piece.removeprefix("“").partition("” would ")
        becomes = known(KINDS, then.removeprefix("read “").removesuffix("”")) if then != "fall away" else None
        mine = [finding for finding in _concerned(said) if finding.kind is known(KINDS, word)]
        if not mine:
            raise Unreadable(said.text)
        # Of two findings by one name that stand there, a reader expects both to end.
        effects += tuple(effect for finding in mine for effect in _ends(said, finding, becomes))
    return _claim(said, effects)


def candidate_of(said: Said) -> tuple[Candidate, str | None]:
    """The rule that a criterion comes from, and its own question where each has one."""
    identifier, _, question = said.criterion.id.partition(".")
    found = next(rule for rule in said.case.questionnaire.candidates if rule.id == identifier)
    return found, question or None


def _another(said: Said) -> Claim:
    rule, question = candidate_of(said)
    return _claim(said, (Another(said.criterion.id, rule, question, said["threshold"], said["owner"]),))


Builder = Callable[[Said], Claim]

ON_ONE: Final[Mapping[str, Builder]] = {
    f"{IF}[ on “{{title}}”], this would fall away{ALSO}.": _falls_away,
    f"{IF}[ on “{{title}}”], this would read “{{becomes}}”{ALSO}.": _reads,
}
"""Beside one finding."""

ON_SEVERAL: Final[Mapping[str, Builder]] = {
    f"{IF}[ on “{{title}}”], {{thens=“.+” would (?:fall away|read “.+”)}}{ALSO}.": _several,
}
"""Beside an entry of the agenda, on which several findings may end at once."""

ON_CRITERIA: Final[Mapping[str, Builder]] = {
    f"{IF} on “{{title}}”, the threshold would be {{threshold}}.": _another,
    f"{IF} on “{{title}}”, the owner would read “{{owner}}”.": _another,
    f"{IF} on “{{title}}”, this criterion would fall away.": _another,
}
"""Beside a criterion."""

BUILDERS: Final = {**ON_ONE, **ON_SEVERAL, **ON_CRITERIA}


def _rows(builders: Mapping[str, Builder]) -> tuple[Row, ...]:
    def holds(build: Builder) -> Callable[[Said], bool]:
        return lambda said: build(said).true_in_answers(said.case)

    return tuple(Row(sentence, holds(build)) for sentence, build in builders.items())


FINDINGS: Final = _rows(ON_ONE)
ENTRIES: Final = _rows({**ON_SEVERAL, **ON_ONE})
CRITERIA: Final = _rows(ON_CRITERIA)
