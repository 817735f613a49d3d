"""Checks that everything a questionnaire refers to exists and fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from questionnaires.admission import ill_fitting
from questionnaires.calendar import unsound_calendar
from questionnaires.candidate import Candidate, Example
from questionnaires.counting import miscounted
from questionnaires.exports_fit import unsound_exports
from questionnaires.largest import rules_too_large
from questionnaires.limits import unsound_limits
from questionnaires.model import Questionnaire
from questionnaires.parts import MOST_TEAMS, Lapsed, QuestionnairePart
from questionnaires.question import Question
from questionnaires.words import Depth, Gate, Kind, Level, Means, Priority, StopRule

Unsound = tuple[QuestionnairePart, str, str]
"""The part at fault, its key, and a sentence."""

MOST_FACETS = {Depth.SHORT: 14, Depth.CORE: 66}
"""Answers that fit into a first talk, and into one sitting."""
_MOST_NAMED = 10
_LATER: Final = (Gate.TWELVE_MONTHS, Gate.TWENTY_FOUR_MONTHS)
"""Gates that are a year away: what they rest on can be asked in full by then."""

_LEVEL_OF_KIND = {
    Kind.OWNERSHIP: Level.NOMINAL,
    Kind.CONTROL: Level.ORDINAL,
    Kind.POSITION: Level.ORDINAL,
    Kind.TRAJECTORY: Level.ORDINAL,
    Kind.PREREQUISITE: Level.STATUS,
}


def _no(word: str, identifier: str, known: Mapping[str, object]) -> str:
    """That there is none of this name, and which ones there are: the first ten."""
    more = f" and {len(known) - _MOST_NAMED} more" if len(known) > _MOST_NAMED else ""
    names = f"the {word}s are {', '.join(list(known)[:_MOST_NAMED])}{more}" if known else f"no {word} is listed"
    return f'there is no {word} "{identifier}"; {names}'


def unsound_references(questionnaire: Questionnaire) -> Iterator[Unsound]:
    """Every dangling, doubled or ill-fitting reference of a questionnaire."""
    yield from _doubled(questionnaire)
    yield from _doubled_codes(questionnaire)
    yield from _doubled_parts(questionnaire)
    yield from _whole(questionnaire)
    yield from _scales(questionnaire)
    for question in questionnaire.questions:
        yield from _question(questionnaire, question)
    for candidate in questionnaire.candidates:
        yield from _candidate(questionnaire, candidate)
    yield from unsound_limits(questionnaire)
    yield from unsound_calendar(questionnaire)
    yield from unsound_exports(questionnaire)
    yield from _others(questionnaire)
    yield from rules_too_large(questionnaire)


def _doubled(questionnaire: Questionnaire) -> Iterator[Unsound]:
    for word in (
        "teams",
        "sections",
        "scales",
        "questions",
        "sources",
        "candidates",
        "contradictions",
        "lapsed",
        "terms",
        "rings",
        "exports",
    ):
        parts = getattr(questionnaire, word)
        counts = Counter(part.id for part in parts)
        for part in {part.id: part for part in parts if counts[part.id] > 1}.values():
            yield part, part.id, f"this id is used {counts[part.id]} times; every id must be its own"


def _doubled_codes(questionnaire: Questionnaire) -> Iterator[Unsound]:
    """Every team but the first of those that share a code."""
    first: dict[str, str] = {}
    for team in questionnaire.teams:
        if team.code and first.setdefault(team.code, team.id) != team.id:
            yield team, f"team {team.id}.code", f'"{team.code}" is the code of {first[team.code]}; give it its own'


def _doubled_parts(questionnaire: Questionnaire) -> Iterator[Unsound]:
    """Every task but the first that names who says the same: two of them would be two answers in the night."""
    first: dict[StopRule, str] = {}
    for question in questionnaire.questions:
        part = question.stop_rule
        if part and first.setdefault(part, question.id) != question.id:
            yield question, f"question {question.id}.stop_rule", f'"{part}" is that of {first[part]}; keep one of them'


def _whole(questionnaire: Questionnaire) -> Iterator[Unsound]:
    head = questionnaire.head
    if not 1 <= len(questionnaire.teams) <= MOST_TEAMS:
        yield head, "team", f"there must be 1 to {MOST_TEAMS} teams; there are {len(questionnaire.teams)}"
    if not questionnaire.sections:
        yield head, "section", "there must be at least one section"
    if not questionnaire.questions:
        yield head, "question", "there must be at least one question"
    used = {question.section for question in questionnaire.questions}
    for section in questionnaire.sections:
        if section.id not in used:
            yield section, f"section {section.id}", "has no question"
    for depth, most in MOST_FACETS.items():
        facets = sum(len(question.facets) for question in questionnaire.questions if depth.reaches(question.depth))
        if facets > most:
            yield head, "question", f"{depth.value} holds {facets} facets; at most {most} fit into one sitting"


def _scales(questionnaire: Questionnaire) -> Iterator[Unsound]:
    used = {question.scale for question in questionnaire.questions}
    if any(question.kind is Kind.CONTROL for question in questionnaire.questions):
        used.add("basis")
        basis = questionnaire.scale_by_id.get("basis")
        if basis is None or basis.level is not Level.NOMINAL:
            yield (
                questionnaire.head,
                "scale basis",
                "control questions need a nominal scale with the id basis",
            )
    for scale in questionnaire.scales:
        if scale.id not in used:
            yield scale, f"scale {scale.id}", "is used by no question"
        for option in scale.options:
            if option.means is Means.TEAM and option.key not in questionnaire.team_by_id:
                missing = _no("team", option.key, questionnaire.team_by_id)
                yield scale, f"scale {scale.id}.{option.key}", f"stands for a team, but {missing}"


def _question(questionnaire: Questionnaire, question: Question) -> Iterator[Unsound]:
    place = f"question {question.id}"
    if question.section not in questionnaire.section_by_id:
        yield question, place, _no("section", question.section, questionnaire.section_by_id)
    scale = questionnaire.scale_by_id.get(question.scale)
    if scale is None:
        yield question, f"{place}.scale", _no("scale", question.scale, questionnaire.scale_by_id)
    elif scale.level is not _LEVEL_OF_KIND[question.kind]:
        wanted = _LEVEL_OF_KIND[question.kind].value
        yield question, f"{place}.scale", f"a {question.kind.value} question needs a scale of level {wanted}"
    elif question.kind is Kind.PREREQUISITE and [option.key for option in scale.options] != STATUSES:
        yield question, f"{place}.scale", f"a status scale has the options {', '.join(STATUSES)}"
    if question.limit and (scale is None or not scale.is_quantity):
        yield question, f"{place}.limit", "only a threshold, whose options carry values, can have a limit"
    if question.agreement_only and (scale is None or not scale.is_quantity):
        yield question, f"{place}.agreement_only", "only a threshold, whose options carry values, can need agreement"
    if question.agreement_only and question.limit:
        yield question, f"{place}.limit", "agreement_only says that no option is the strict one; remove one of the two"
    yield from _teams_of(questionnaire, question, place)
    facts = [entry.source for entry in question.documented]
    facts += question.offered.sources if question.offered else ()
    facts += question.limit.sources if question.limit else ()
    yield from _dangling_sources(questionnaire, question, place, question.sources)
    yield from _dangling_sources(questionnaire, question, place, facts, dated=True)
    yield from _pages_in_order(questionnaire, question, place)


def _pages_in_order(questionnaire: Questionnaire, part: Question | Lapsed, place: str) -> Iterator[Unsound]:
    sources = [questionnaire.source_by_id.get(entry.source) for entry in part.documented]
    dates = [source.dated for source in sources if source and source.dated]
    if dates != sorted(dates):
        yield part, f"{place}.documented", "list the pages in the order of their dates, the latest last"


def _teams_of(questionnaire: Questionnaire, question: Question, place: str) -> Iterator[Unsound]:
    named = {"asked": question.asked, "suggested": (question.suggested,), "concerns": (question.concerns,)}
    for key, teams in named.items():
        for team in teams:
            if team and team not in questionnaire.team_by_id:
                yield question, f"{place}.{key}", _no("team", team, questionnaire.team_by_id)
    if question.concerns and question.asked and question.concerns not in question.asked:
        yield question, f"{place}.concerns", f'"{question.concerns}" is not among the teams in asked'


STATUSES = ["met", "partly", "not_met"]


def _candidate(questionnaire: Questionnaire, candidate: Candidate) -> Iterator[Unsound]:
    place = f"criterion {candidate.id}"
    yield from _dangling_sources(questionnaire, candidate, place, candidate.sources)
    yield from _dangling_sources(questionnaire, candidate, place, candidate.threshold.sources, dated=True)
    yield from _when(questionnaire, candidate, place)
    yield from _statement(candidate, place)
    needs_core = candidate.priority is Priority.MUST and candidate.gate not in _LATER
    for key, reference, kind in (
        ("threshold.question", candidate.threshold.question, Kind.POSITION),
        ("owner.task", candidate.owner.task, Kind.OWNERSHIP),
    ):
        question = questionnaire.question_by_id.get(reference or "")
        if reference is None:
            continue
        if question is None:
            yield candidate, f"{place}.{key}", f'there is no question "{reference}"'
        elif question.kind is not kind:
            yield candidate, f"{place}.{key}", f"must be a question of kind {kind.value}"
        elif needs_core and not Depth.CORE.reaches(question.depth):
            yield candidate, f"{place}.{key}", f'"{reference}" must be in core, because this is a must'
    yield from _threshold(questionnaire, candidate, place)
    yield from ((candidate, f"{place}.{key}", words) for key, words in miscounted(questionnaire, candidate))
    for number, example in enumerate(candidate.examples):
        for key, message in _example(questionnaire, example):
            yield candidate, f"{place}.example[{number}].{key}", message


def _example(questionnaire: Questionnaire, example: Example) -> Iterator[tuple[str, str]]:
    """The keys of an example at which no team could have said what it says."""
    for identifier, said in example.answers.items():
        place = f'answers."{identifier}"'
        question = questionnaire.question_by_id.get(identifier)
        if question is None:
            yield place, f'there is no question "{identifier}"'
        for team, answer in said.items():
            if team not in questionnaire.team_by_id:
                yield f"{place}.{team}", _no("team", team, questionnaire.team_by_id)
            if question is not None and question.scale in questionnaire.scale_by_id:
                has_basis = "basis" in questionnaire.scale_by_id
                yield from ill_fitting(question, answer, questionnaire, f"{place}.{team}", has_basis)


def _when(questionnaire: Questionnaire, candidate: Candidate, place: str) -> Iterator[Unsound]:
    for pattern in candidate.when.questions:
        section, _, rest = pattern.partition(".")
        known = section in questionnaire.section_by_id if rest == "*" else pattern in questionnaire.question_by_id
        if not known:
            yield candidate, f"{place}.when.questions", f'there is no question or section "{pattern}"'


def _statement(candidate: Candidate, place: str) -> Iterator[Unsound]:
    if "{question}" in candidate.statement and not candidate.when.each:
        yield candidate, f"{place}.statement", "{question} needs when.each = true"
    left = candidate.statement.replace("{threshold}", "").replace("{question}", "")
    if "{" in left or "}" in left:
        yield candidate, f"{place}.statement", "only {threshold} and {question} can be filled in"


def _threshold(questionnaire: Questionnaire, candidate: Candidate, place: str) -> Iterator[Unsound]:
    question = questionnaire.question_by_id.get(candidate.threshold.question or "")
    scale = questionnaire.scale_by_id.get(question.scale) if question else None
    if scale is None:
        return
    if not scale.is_quantity:
        yield candidate, f"{place}.threshold.question", "the options of its scale carry no values"
        return
    if scale.unit != candidate.threshold.unit:
        yield candidate, f"{place}.threshold.unit", f'must be the unit of its question, "{scale.unit}"'
    if scale.stricter is not candidate.threshold.comparison:
        yield (
            candidate,
            f"{place}.threshold.comparison",
            f"must be {scale.stricter.value}, as its question's scale runs from “{scale.options[0].label}”, "
            f"the loosest, to “{scale.options[-1].label}”",
        )


def _others(questionnaire: Questionnaire) -> Iterator[Unsound]:
    for lapsed in questionnaire.lapsed:
        place = f"lapsed {lapsed.id}"
        facts = [*lapsed.sources, *(entry.source for entry in lapsed.documented)]
        yield from _dangling_sources(questionnaire, lapsed, place, facts, dated=True)
        yield from _pages_in_order(questionnaire, lapsed, place)
    for ring in questionnaire.rings:
        yield from _dangling_sources(questionnaire, ring, f"ring {ring.id}", ring.sources, dated=True)
    for export in questionnaire.exports:
        yield from _dangling_sources(questionnaire, export, f"export {export.id}", export.sources)
    for old, new in questionnaire.renamed.items():
        if new not in questionnaire.question_by_id:
            yield questionnaire.head, f"renamed.{old}", f'there is no question "{new}"'
        if old in questionnaire.question_by_id:
            yield questionnaire.head, f"renamed.{old}", "this id is still in use"


def _dangling_sources(
    questionnaire: Questionnaire, part: QuestionnairePart, place: str, sources: Sequence[str], *, dated: bool = False
) -> Iterator[Unsound]:
    for identifier in sources:
        source = questionnaire.source_by_id.get(identifier)
        if source is None:
            yield part, f"{place}.sources", _no("source", identifier, questionnaire.source_by_id)
        elif dated and source.dated is None:
            yield part, f"{place}.sources", f'a fact needs a dated source, and "{identifier}" has no date'
