"""Questionnaires that somebody hands over to be used with -q."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from tests.given.builders import HEADER, criterion
from tests.hostile import field
from tests.hostile.item import Files, Hostile
from tests.hostile.texts import TEXTS, quoted
from tests.hostile.values import DATES, NUMBERS

_READING: Final = ("check", "compare")
_JUDGING: Final = (*_READING, "export", "gate")

TEXT_KEYS: Final = ("title", "label", "about", "question", "text", "help", "behaviour", "place", "price")
"""The keys below which people write a text."""
_TEXTS: Final = (*TEXT_KEYS, "standing_note")
_IDENTIFIERS: Final = ("id", "scale", "key", "level", "kind", "depth", "impact", "means", "unit")


def questionnaires() -> Iterator[Hostile]:
    for category in TEXTS:
        yield _questionnaire(f"{category} in every text", partial(_with_texts, category, _TEXTS))
        yield _questionnaire(f"{category} in every name", partial(_with_texts, category, _IDENTIFIERS), _READING)
        yield _questionnaire(f"{category} in criteria", partial(_criteria_with, category))
        yield _questionnaire(f"{category} beside", partial(_beside, category), _READING)
    for name in ("1e999999", "1e-999999", "inf", "nan", "-0.0", "5000 digits", "5000 digits after the point"):
        yield _questionnaire(f"{name} in values", partial(_with_values, NUMBERS[name]), _JUDGING)
        yield _questionnaire(f"{name} as a default", partial(_with_default, NUMBERS[name]), _JUDGING)
    for name in ("the first day", "the last day", "the first moment", "a time alone", "before the first moment"):
        yield _questionnaire(f"{name} in every date", partial(_with_dates, DATES[name]), _JUDGING)
    yield _questionnaire("500 empty questions", partial(_empty, "question", 500), _READING)
    yield _questionnaire("50,000 empty questions", partial(_empty, "question", 50_000), _READING, is_heavy=True)
    yield _questionnaire("50,000 empty criteria", partial(_empty, "criterion", 50_000), _READING, is_heavy=True)
    yield _questionnaire("50,000 unknown tables", _unknown_tables, _READING, is_heavy=True)
    yield _questionnaire("100 questions, 20 criteria", partial(_many, 100, 20), _READING)
    yield _questionnaire("400 questions, 80 criteria", partial(_many, 400, 80), is_heavy=True)
    yield _questionnaire("2000 questions, 400 criteria", partial(_many, 2000, 400), _READING, is_heavy=True)
    yield _questionnaire("criteria for each question", partial(_for_each, 200, 40), _READING, is_heavy=True)
    yield _questionnaire("1000 terms", partial(_terms, 1000), is_heavy=True)
    yield _questionnaire("renamed in a circle", _renamed)
    yield _questionnaire("100 files", _hundred_files, _READING, is_heavy=True)
    yield _questionnaire("101 files", lambda: {f"{number}.toml": b"x" for number in range(101)}, _READING)
    yield _questionnaire("formats in a statement", _formats)


def _questionnaire(
    name: str, files: partial[Files] | object, verbs: tuple[str, ...] = (), is_heavy: bool = False
) -> Hostile:
    assert callable(files)
    chosen = verbs or ("check", "compare", "compare as JSON", "export", "gate", "assess", "form")
    return Hostile("questionnaires", name, files, verbs=chosen, is_questionnaire=True, is_heavy=is_heavy)


def with_texts_at(keys: Iterable[str], toml: str, text_for: Callable[[str], str]) -> str:
    """A questionnaire with another text below each of these keys, in their order; a key decides how long it may be."""
    return re.sub(rf'\b({"|".join(keys)}) = "[^"]*"', lambda found: f"{found[1]} = {quoted(text_for(found[1]))}", toml)


def _with_texts(category: str, places: tuple[str, ...]) -> Files:
    """The small questionnaire with the texts of a category in turn in these places, as far as they are long."""
    texts, turn = TEXTS[category], itertools.count(1)

    def text_for(key: str) -> str:
        text = texts[next(turn) % len(texts)]
        # The label of a team is the shortest: what is planted has to fit.
        return text.removeprefix("x")[:20] if key == "label" else text[:40]

    return {
        name: with_texts_at(places, data.decode(), text_for).encode()
        for name, data in field.questionnaire_files().items()
    }


def _criteria_with(category: str) -> Files:
    """A criterion for each text, always recommended, with the text wherever a criterion has one."""
    criteria = "".join(
        criterion(
            f"any_{number}",
            statement=quoted(f"{text} {{threshold}}"[:240]),
            owner=f"{{ role = {quoted(text[:60])} }}",
        )
        .replace('"A criterion"', quoted(text[:40]))
        .replace('"Because it matters."', quoted(text))
        .replace('"A trap."', quoted(text))
        .replace('"Hours."', quoted(text))
        for number, text in enumerate(TEXTS[category])
    )
    return {**field.questionnaire_files(), "more.toml": (HEADER + criteria).encode()}


def _beside(category: str) -> Files:
    """Unknown tables, renamed questions and unknown ids with these texts."""
    texts = TEXTS[category]
    tables = "".join(f"[{quoted(text)}]\nx = 1\n" for text in texts)
    renamed = "[renamed]\n" + "".join(f"{quoted(text + 'old')} = {quoted(text)}\n" for text in texts)
    parts = "".join(f"[[team]]\nid = {quoted(text)}\n{quoted(text)} = {quoted(text)}\n" for text in texts)
    return {**field.questionnaire_files(), "more.toml": (HEADER + renamed + tables + parts).encode()}


def _with_values(number: str) -> Files:
    return _replaced(r"value = \d+", f"value = {number}")


def _with_default(number: str) -> Files:
    return _replaced(r"threshold = \{ default = \d+", f"threshold = {{ default = {number}")


def _with_dates(date: str) -> Files:
    return _replaced(r"\d{4}-\d\d-\d\d", date)


def _replaced(pattern: str, instead: str) -> Files:
    return {
        name: re.sub(pattern, instead, data.decode()).encode() for name, data in field.questionnaire_files().items()
    }


def _empty(table: str, count: int) -> Files:
    return {**field.questionnaire_files(), "empty.toml": (HEADER + f"[[{table}]]\n" * count).encode()}


def _unknown_tables() -> Files:
    tables = "".join(f"[x{number}]\n" for number in range(50_000))
    return {**field.questionnaire_files(), "unknown.toml": (HEADER + tables).encode()}


def _question(number: int) -> str:
    return f"""
[[question]]
id = "risk.more{number}"
kind = "position"
title = "More {number}"
text = "Which risk, {number}?"
help = "One of many."
scale = "ladder"
depth = "core"
impact = "high"
reversible = "one-way"
sources = ["page"]
"""


def _many(questions: int, criteria: int) -> Files:
    """Sound, and far more than anybody would answer."""
    when = '{ findings = ["apart", "far_apart", "blocker", "not_comparable"], questions = ["risk.*", "control.*"] }'
    return {
        **field.questionnaire_files(),
        "questions.toml": (HEADER + "".join(map(_question, range(questions)))).encode(),
        "criteria.toml": (HEADER + "".join(criterion(f"more{n}", when=when) for n in range(criteria))).encode(),
    }


def _for_each(questions: int, criteria: int) -> Files:
    """Each criterion once for each question: their product."""
    when = '{ findings = ["not_comparable", "apart"], questions = ["risk.*"], each = true }'
    return {
        **field.questionnaire_files(),
        "questions.toml": (HEADER + "".join(map(_question, range(questions)))).encode(),
        "criteria.toml": (HEADER + "".join(criterion(f"more{n}", when=when) for n in range(criteria))).encode(),
    }


def _terms(count: int) -> Files:
    terms = "".join(
        f'[[term]]\nid = "term{number}"\nword = "{"a" * 20}{number}"\nforms = ["Pausing", "who"]\nmeaning = "A word."\n'
        for number in range(count)
    )
    return {**field.questionnaire_files(), "terms.toml": (HEADER + terms).encode()}


def _renamed() -> Files:
    renamed = '[renamed]\n"risk.attitude" = "risk.taste"\n"risk.taste" = "risk.attitude"\n"risk.soak" = "risk.soak"\n'
    return {**field.questionnaire_files(), "renamed.toml": (HEADER + renamed).encode()}


def _hundred_files() -> Files:
    """As many files as are read, each as large as is read."""
    filling = HEADER.encode() + b"# " + b"x" * (1024 * 1024 - 100) + b"\n"
    return {**field.questionnaire_files(), **{f"more{number}.toml": filling for number in range(98)}}


def _formats() -> Files:
    """Statements that a careless formatting would take for more than text."""
    statements = (
        "{threshold.__class__} {threshold}",
        "{0} {threshold}",
        "{threshold:>999999999}",
        "{",
        "%s {threshold!r}",
    )
    criteria = "".join(criterion(f"any_{n}", statement=quoted(text)) for n, text in enumerate(statements))
    return {**field.questionnaire_files(), "more.toml": (HEADER + criteria).encode()}
