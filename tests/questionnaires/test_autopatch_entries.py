"""Every entry of the built-in questionnaire is well formed: ids, lengths, wording, and a source for every fact."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from questionnaires import Scale, builtin
from questionnaires.parts import QuestionnairePart
from questionnaires.words import ORDINAL_OPTIONS, DefaultBasis, DocumentedOwner, Level

QUESTIONNAIRE = builtin()
SCALES = QUESTIONNAIRE.scales
QUESTIONS = QUESTIONNAIRE.questions
CANDIDATES = {candidate.id: candidate for candidate in QUESTIONNAIRE.candidates}
ORDINALS = [scale for scale in SCALES if scale.level is Level.ORDINAL]
OPTIONS = [(f"{scale.id}.{option.key}", option) for scale in SCALES for option in scale.options]
FORBIDDEN = re.compile("—|[\U0001f000-\U0001faff\u2600-\u27bf]|\\b(?:simply|obviously|of course)\\b", re.IGNORECASE)


def facts() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every stated fact, by name, with the sources that carry it."""
    for question in QUESTIONS:
        if question.documented:
            yield f"{question.id} documented", tuple(entry.source for entry in question.documented)
        if question.offered:
            yield f"{question.id} offered", question.offered.sources
        if question.limit:
            yield f"{question.id} limit", question.limit.sources
    for candidate in QUESTIONNAIRE.candidates:
        if candidate.threshold.basis is DefaultBasis.DOCUMENTED:
            yield f"{candidate.id} threshold", candidate.threshold.sources
    for lapsed in QUESTIONNAIRE.lapsed:
        yield f"{lapsed.id} lapsed", (*lapsed.sources, *(entry.source for entry in lapsed.documented))


def texts(part: object) -> Iterator[str]:
    """Every text in a part and in the parts it consists of."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple | list):
        for item in part:
            yield from texts(item)
    elif isinstance(part, QuestionnairePart):
        for name in type(part).model_fields:
            yield from texts(getattr(part, name))


FACTS = list(facts())


@pytest.mark.parametrize(
    "word", ["teams", "sections", "scales", "questions", "sources", "candidates", "lapsed", "terms"]
)
def test_every_id_is_its_own(word: str) -> None:
    ids = [part.id for part in getattr(QUESTIONNAIRE, word)]
    assert len(set(ids)) == len(ids) > 0


@pytest.mark.parametrize("scale", ORDINALS, ids=lambda scale: scale.id)
def test_an_ordinal_scale_has_six_different_options(scale: Scale) -> None:
    assert len(scale.options) == ORDINAL_OPTIONS
    assert len({option.label for option in scale.options}) == ORDINAL_OPTIONS
    assert len({option.behaviour for option in scale.options}) == ORDINAL_OPTIONS


def test_labels_fit_their_column() -> None:
    assert [name for name, option in OPTIONS if len(option.label) > 38] == []


def test_behaviours_are_one_line_that_ends_in_a_full_stop() -> None:
    assert [name for name, option in OPTIONS if len(option.behaviour) > 76 or not option.behaviour.endswith(".")] == []


@pytest.mark.parametrize(("word", "longest"), [("title", 36), ("text", 140), ("help", 300)])
def test_the_texts_of_a_question_fit_their_place(word: str, longest: int) -> None:
    assert [question.id for question in QUESTIONS if not 0 < len(getattr(question, word)) <= longest] == []


def test_texts_and_helps_are_whole_sentences() -> None:
    assert [q.id for q in QUESTIONS if not q.text.endswith((".", "?")) or not q.help.endswith((".", "?"))] == []


def test_no_two_questions_read_the_same() -> None:
    assert len({question.text for question in QUESTIONS}) == len(QUESTIONS)
    assert len({(question.section, question.title) for question in QUESTIONS}) == len(QUESTIONS)


def test_no_text_uses_a_forbidden_word_or_sign() -> None:
    assert [text for text in texts(QUESTIONNAIRE) if FORBIDDEN.search(text)] == []


@pytest.mark.parametrize(("fact", "sources"), FACTS, ids=[name for name, _ in FACTS])
def test_every_fact_is_sourced_dated_and_checked(fact: str, sources: tuple[str, ...]) -> None:
    assert sources
    for identifier in sources:
        source = QUESTIONNAIRE.source_by_id[identifier]
        assert not source.ours, f"{fact} is our own judgement, not a fact"
        assert source.dated is not None
        assert source.dated <= source.checked


def test_a_default_of_ours_says_so() -> None:
    ours = [item.threshold for item in CANDIDATES.values() if item.threshold.basis is DefaultBasis.OURS]
    assert all(QUESTIONNAIRE.source_by_id[source].ours for threshold in ours for source in threshold.sources)


def test_the_counts_that_the_readme_names_hold() -> None:
    """Run with -s to see them."""
    by_section = Counter((question.section, question.depth.value) for question in QUESTIONS)
    pages = [question.documented for question in QUESTIONS] + [lapsed.documented for lapsed in QUESTIONNAIRE.lapsed]
    first = [entry for documented in pages for entry in documented if entry.source == "roles_2022"]
    owners = Counter(entry.owner for entry in first)
    ours, theirs = owners[DocumentedOwner.CUSTOMER], owners[DocumentedOwner.SERVICE]
    dated = {source.id for source in QUESTIONNAIRE.sources if source.dated}
    sourced = [name for name, sources in FACTS if sources and dated.issuperset(sources)]
    core = sum(len(question.facets) for question in QUESTIONS if question.depth == "core")
    lines = [
        f"rows of 2022: {len(first)}, customer {ours}, service {theirs}",
        *(f"{section:16} {depth:4} {number:3}" for (section, depth), number in by_section.items()),
        f"questions: {len(QUESTIONS)}; facets in core: {core}",
        f"criteria: {len(CANDIDATES)}",
        f"facts: {len(FACTS)}, with source and date: {len(sourced)}",
    ]
    sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert (len(first), ours, theirs) == (47, 28, 19)
    assert core <= 56
    assert len(CANDIDATES) >= 28
    assert len(sourced) == len(FACTS) > 0
