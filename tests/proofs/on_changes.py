"""The sentences on what one answer would change: each is taken apart into a claim, and tried."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Final

from maturity.results.findings import AgendaEntry, Finding
from questionnaires import Candidate, Question, Scale
from questionnaires.words import DONT_KNOW, Facet, FindingKind, Level
from scoring.wording.findings import FINDING_WORDS
from tests.proofs.agenda_rules import column_of, in_place_of
from tests.proofs.claims import Another, Claim, Effects, Ending, Moves
from tests.proofs.moved import Move, moves_of, reread, tears
from tests.proofs.rules import found_on
from tests.proofs.said import Row, Said, told
from tests.proofs.words import Unreadable, known, teams_in

KINDS: Final = {word: kind for kind, word in FINDING_WORDS.items()}
_VERBS: Final = {Facet.OWNER: "named", Facet.NEEDED: "needed", Facet.WANTED: "wanted"}
_TIMES: Final = {
    Facet.TODAY: "for today",
    Facet.IN_12_MONTHS: "for 12 months from now",
    Facet.IN_24_MONTHS: "for 24 months from now",
}

_TIME: Final = "[ {time=for today|for 12 months from now|for 24 months from now}]"
_VERB: Final = "{verb=named|needed|wanted|said}"
IF: Final = f"If {{who}} {_VERB} {{after}} instead of {{before}}{_TIME}"
IF_KNOWN: Final = f"If {{unsure=.+?, who does not know,|one of the .+? who do not know}} {_VERB} {{after}}{_TIME}"
MARGIN: Final = f"It takes more than a step of one answer: if {{people}} {_VERB} {{after}}{_TIME}"
TORN: Final = "[, and {torn} would have no common position]"
ALSO: Final = "[; one answer of {also} could do the same]"


Builder = Callable[[Said], Claim]


def _claim(said: Said, *ways: Effects) -> Claim:
    """That the answer which the sentence speaks of does it, and one of each team named besides."""
    titles = {question.title: question for question in said.case.questionnaire.questions}
    question = known(titles, said["title"]) if said["title"] else said.question
    also = teams_in(said.case.questionnaire, said["also"], "or") if said["also"] else ()
    tied = [one.questions for one in said.case.questionnaire.contradictions if question.id in one.questions]
    # Of limits that contradict each other, an answer on any will do.
    others = {name for names in tied for name in names} - {question.id}
    asked = (question, *(said.reading.question(name) for name in sorted(others)))
    moved = tuple(_moved(said, question))
    if said["torn"] and any(_labels(said)[said["torn"]] != moves[0].team for moves in moved):
        return Claim((), ways)
    return Claim(moved, ways, also, asked, tearing=bool(said["torn"]))


def _labels(said: Said) -> dict[str, str]:
    return {team.label: team.id for team in said.case.questionnaire.teams}


def _moved(said: Said, question: Question) -> Iterator[Moves]:
    """The moves that a sentence may speak of; none where no team of that size has somebody who gave that answer."""
    facet, scale = _facet(said, question), said.reading.scale(question.id)
    if said["people"]:
        yield from _of_some(said, question, facet)
        return
    if said["unsure"]:
        count, label = _unsure(said["unsure"])
        team = known(_labels(said), label)
        if said.reading.state(question.id, facet, DONT_KNOW).get(team, 0) == count:
            yield (Move(question.id, facet, team, None, _place(scale, said["after"], team)),)
        return
    number, label = _one_of(said["who"])
    team = known(_labels(said), label)
    row = said.reading.places(question.id, facet).get(team, [])
    before, after = (_place(scale, said[part], team) for part in ("before", "after"))
    is_one_step = scale.level is Level.NOMINAL or abs(before - after) == 1
    if len(row) == number and before in row and is_one_step and before != after:
        yield (Move(question.id, facet, team, before, after),)


def _one_of(words: str) -> tuple[int, str]:
    """`one of the 3 people of A`, or `A`: how many people the team has, and its name."""
    found = re.fullmatch(r"one of the (\d+) people of (.+)", words)
    return (int(found[1]), found[2]) if found else (1, words)


def _unsure(words: str) -> tuple[int, str]:
    """`A, who does not know,` or `one of the 3 of A who do not know`."""
    found = re.fullmatch(r"one of the (\d+) of (.+) who do not know", words)
    return (int(found[1]), found[2]) if found else (1, words.removesuffix(", who does not know,"))


def _of_some(said: Said, question: Question, facet: Facet) -> Iterator[Moves]:
    """Every choice of so many answers of a team that are not the one named yet, all moved to it."""
    found = re.fullmatch(r"(?:(\d+) of the (\d+)|(both)|all (\d+)) people of (.+)", said["people"])
    moving, size, label = 1, 1, said["people"]
    if found:
        label = found[5]
        size = int(found[2] or found[4] or 2)
        moving = int(found[1] or size)
    team = known(_labels(said), label)
    row = said.reading.places(question.id, facet).get(team, [])
    after = _place(said.reading.scale(question.id), said["after"], team)
    if len(row) == size:
        for chosen in sorted(set(combinations([place for place in row if place != after], moving))):
            yield tuple(Move(question.id, facet, team, before, after) for before in chosen)


def _facet(said: Said, question: Question) -> Facet:
    for facet in question.facets:
        if _VERBS.get(facet, "said") == said["verb"] and _TIMES.get(facet, "") == said["time"]:
            return facet
    raise Unreadable(said.text)


def _place(scale: Scale, text: str, team: str) -> int:
    for place, option in enumerate(scale.options):
        is_number = scale.level is Level.ORDINAL and not scale.is_quantity
        if text in ({"itself", option.label} if option.key == team else {str(place) if is_number else option.label}):
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
    return (Ending(said.question, finding.kind, finding.facet, _others(finding), becomes),)


def _others(finding: Finding) -> tuple[str, ...]:
    """The other questions that it is about."""
    return (finding.other,) if finding.other else finding.others


def _falls_away(said: Said) -> Claim:
    return _claim(said, *(_ends(said, finding, None) for finding in _concerned(said)))


def _reads(said: Said) -> Claim:
    becomes = known(KINDS, said["becomes"])
    return _claim(said, *(_ends(said, finding, becomes) for finding in _concerned(said)))


_WITH: Final = "(?: with (“[^”]+”(?:(?:, | and )“[^”]+”)*))?"
_THEN: Final = f"“[^”]+”{_WITH.replace('(“', '(?:“')} would (?:fall away|read “[^”]+”)"
THENS: Final = f"{{thens={_THEN}(?:(?:, | and ){_THEN})*}}"


def _several(said: Said) -> Claim:
    """`“x” would fall away and “y” would read “z”`: which finding, and what becomes of it."""
    effects: Effects = ()
    for word, titles, then in re.findall(f"“([^”]+)”{_WITH} would (fall away|read “[^”]+”)", said["thens"]):
        becomes = known(KINDS, then.removeprefix("read “").removesuffix("”")) if then != "fall away" else None
        mine = [finding for finding in _concerned(said) if finding.kind is known(KINDS, word)]
        named = re.findall("“([^”]+)”", titles)
        mine = [one for one in mine if not named or [said.reading.question(q).title for q in _others(one)] == named]
        if not mine:
            raise Unreadable(said.text)
        # Of two findings by one name that stand there, a reader expects both to end.
        effects += tuple(effect for finding in mine for effect in _ends(said, finding, becomes))
    return _claim(said, effects)


def _of_one(build: Builder) -> Builder:
    """Only where one finding alone can be meant: of several the sentence has to say which."""

    def built(said: Said) -> Claim:
        return build(said) if len(_concerned(said)) == 1 else Claim((), ())

    return built


def _margin(build: Builder) -> Builder:
    """That so many answers do it, and that no single one makes the question calmer by a step."""

    def built(said: Said) -> Claim:
        claim = build(said)
        kinds = [effect.kind for effect in claim.ways[0] if isinstance(effect, Ending)] if claim.ways else []
        return Claim((), ()) if any(_calms(said, kind) for kind in kinds) else claim

    return built


def _calms(said: Said, kind: FindingKind) -> bool:
    """Whether one answer, moved by a step, ends a finding for a calmer one, without tearing its team."""
    now = column_of(kind, said.question)
    for team in said.reading.teams:
        for move in moves_of(said.reading, said.question, team):
            after = reread(said.reading, (move,))
            found = found_on(after, said.question)
            if kind in found or tears(said.reading, after, move):
                continue
            new = found - found_on(said.reading, said.question)
            instead = [column_of(one, said.question) for one in new if one in in_place_of(kind)]
            is_calmer = all(one is not None and one < (now or 0) for one in instead)
            if FindingKind.NOT_COMPARABLE not in new and is_calmer:
                return True
    return False


def candidate_of(said: Said) -> tuple[Candidate, str | None]:
    """The rule that a criterion comes from, and its own question where each has one."""
    identifier, _, question = said.criterion.id.partition(".")
    found = next(rule for rule in said.case.questionnaire.candidates if rule.id == identifier)
    return found, question or None


def _another(said: Said) -> Claim:
    rule, question = candidate_of(said)
    claim = _claim(said, (Another(said.criterion.id, rule, question, said["threshold"], said["owner"]),))
    return replace(claim, tearing=None)


ON_ONE: Final[Mapping[str, Builder]] = {
    f"{IF}[ on “{{title}}”], this would fall away{TORN}{ALSO}.": _of_one(_falls_away),
    f"{IF}[ on “{{title}}”], this would read “{{becomes}}”{TORN}{ALSO}.": _of_one(_reads),
}
"""Beside one finding."""

ON_SEVERAL: Final[Mapping[str, Builder]] = {f"{IF}[ on “{{title}}”], {THENS}{TORN}{ALSO}.": _several}
"""Beside an entry of the agenda, with several findings."""

KNOWN_ONE: Final[Mapping[str, Builder]] = {
    f"{IF_KNOWN}, this would fall away{TORN}{ALSO}.": _of_one(_falls_away),
    f"{IF_KNOWN}, this would read “{{becomes}}”{TORN}{ALSO}.": _of_one(_reads),
}
KNOWN_SEVERAL: Final[Mapping[str, Builder]] = {f"{IF_KNOWN}, {THENS}{TORN}{ALSO}.": _several}

MARGIN_ONE: Final[Mapping[str, Builder]] = {
    f"{MARGIN}, this would fall away.": _margin(_of_one(_falls_away)),
    f"{MARGIN}, this would read “{{becomes}}”.": _margin(_of_one(_reads)),
}
MARGIN_SEVERAL: Final[Mapping[str, Builder]] = {f"{MARGIN}, {THENS}.": _margin(_several)}

ON_CRITERIA: Final[Mapping[str, Builder]] = {
    f"{IF} on “{{title}}”, the threshold would be {{threshold}}.": _another,
    f"{IF} on “{{title}}”, the owner would read “{{owner}}”.": _another,
    f"{IF} on “{{title}}”, this criterion would fall away.": _another,
}
"""Beside a criterion."""

BUILDERS: Final = {
    **ON_SEVERAL,
    **ON_ONE,
    **KNOWN_SEVERAL,
    **KNOWN_ONE,
    **MARGIN_SEVERAL,
    **MARGIN_ONE,
    **ON_CRITERIA,
}


def _rows(builders: Mapping[str, Builder]) -> tuple[Row, ...]:
    def holds(build: Builder) -> Callable[[Said], bool]:
        words = (
            "So many people gave that answer, and without it all that is said follows; also by one of each other team."
        )
        return told(words, lambda said: build(said).true_in_answers(said.case))

    return tuple(Row(sentence, holds(build)) for sentence, build in builders.items())


FINDINGS: Final = _rows(ON_ONE)
ENTRIES: Final = _rows({**ON_SEVERAL, **ON_ONE})
FINDINGS_IF_KNOWN: Final = _rows(KNOWN_ONE)
ENTRIES_IF_KNOWN: Final = _rows({**KNOWN_SEVERAL, **KNOWN_ONE})
FINDING_MARGINS: Final = _rows(MARGIN_ONE)
ENTRY_MARGINS: Final = _rows({**MARGIN_SEVERAL, **MARGIN_ONE})
CRITERIA: Final = _rows(ON_CRITERIA)
