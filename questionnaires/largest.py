"""How large a questionnaire may be. Counted before anything of it is looked at, because each entry costs time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from questionnaires.candidate import Candidate, When
from questionnaires.export import MOST_EXPORTS
from questionnaires.faults import Fault
from questionnaires.model import Questionnaire
from questionnaires.question import Question
from questionnaires.response import MOST_ANSWERS, MOST_SCALES
from questionnaires.ring import MOST_RINGS

LARGEST_QUESTIONNAIRE: Final = 2 * 1024 * 1024
"""Bytes of all its files together: ten times the one that comes with the package."""

MOST_CRITERIA: Final = 500
"""That all rules together can make: nobody measures as many, and each of them costs time."""

MOST_GROUNDS: Final = 2000
"""Questions that all rules together look at: results name the answers behind each criterion, and have to be read."""

MOST_ENTRIES: Final[Mapping[str, int]] = {
    "team": 20,  # seven are allowed, which is said with their number
    "section": 50,  # each is a tab of the comparison
    "scale": MOST_SCALES,  # a response says what each of them meant
    "question": MOST_ANSWERS,  # a response holds no more answers
    "source": 1000,  # two for each question
    "criterion": MOST_CRITERIA,
    "contradiction": 100,  # each compares its questions anew
    "lapsed": 200,  # all of them stand in the results
    "term": 200,  # each is looked for in the text of a question
    "ring": MOST_RINGS,  # a group of devices has no more
    "export": MOST_EXPORTS,  # reports and lists, each saved by hand every month
    "renamed": 2 * MOST_ANSWERS,  # over the versions, more than there are today
}
"""By table, how many entries all files together may have."""

MOST_EXAMPLES: Final = 500
"""Beside all rules together: each of them is compared when a questionnaire is checked."""


def too_many(files: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Fault]:
    """The tables of these files, by name, that have more entries than a questionnaire may hold.

    Each is a fault of the file that has the first entry too many.
    """
    counted: Counter[str] = Counter()
    for name, body in files:
        for table, most in MOST_ENTRIES.items():
            entries = body.get(table)
            before = counted[table]
            counted[table] += len(entries) if isinstance(entries, list | dict) else 0
            if before <= most < counted[table]:
                yield Fault(name, table, f"has more than {most} entries in all; a questionnaire may hold {most}")


def rules_too_large(questionnaire: Questionnaire) -> Iterator[tuple[Candidate, str, str]]:
    """The rule that makes most where all rules together make too much; with its key and a sentence."""
    grounds = _grounds(questionnaire)
    rules = [rule for rule, _ in grounds]
    made = [len(found) if rule.when.each else 1 for rule, found in grounds]
    looked_at = [len(found) for _, found in grounds]
    shown = [len(rule.examples) for rule in rules]
    for counts, limit, key, sentence in (
        (
            made,
            MOST_CRITERIA,
            "when",
            "can make {most} criteria, and all rules together {all}; at most {limit} criteria in all, "
            "so name fewer questions, or leave out each",
        ),
        (
            looked_at,
            MOST_GROUNDS,
            "when",
            "looks at {most} questions, and all rules together at {all}; at most {limit} in all, so name fewer",
        ),
        (
            shown,
            MOST_EXAMPLES,
            "example",
            "all rules together have {all} examples; at most {limit} in all, so leave some out",
        ),
    ):
        if sum(counts) > limit:
            rule = rules[counts.index(max(counts))]
            yield rule, f"criterion {rule.id}.{key}", sentence.format(most=max(counts), all=sum(counts), limit=limit)


def _grounds(questionnaire: Questionnaire) -> list[tuple[Candidate, frozenset[str]]]:
    """Each rule with the ids of the questions that it looks at."""
    sections: defaultdict[str, list[Question]] = defaultdict(list)
    for question in questionnaire.questions:
        sections[question.section].append(question)
    return [(rule, frozenset(_covered(rule.when, sections))) for rule in questionnaire.candidates]


def _covered(when: When, sections: Mapping[str, list[Question]]) -> Iterator[str]:
    for section in {pattern.partition(".")[0] for pattern in when.questions}:
        for question in sections.get(section, ()):
            if when.covers(question.id, question.impact):
                yield question.id
