"""Everything that reads what a stranger wrote, each with sound files to begin from."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import tomli_w

from maturity.app.app import MaturityApp, _places
from maturity.app.keys import keys_in
from maturity.cli.kinds import KINDS
from questionnaires import InvalidFile, parse
from questionnaires.faults import MOST_FAULTS
from questionnaires.loading import assemble
from tests.given.builders import SMALL
from tests.hostile import field
from tests.hostile.watching import STEERING

SEEDS: Final = Path(__file__).parent / "seeds"
NAME: Final = "any.toml"
_LONGEST: Final = 2000
"""Characters of a sentence; what it quotes is cut."""

KEYS: Final = """[keys]
answering-undo = "z"
answering-flag = "v,ctrl+f"
app-help = "f5,question_mark"
"""
FINISHED: Final = """kind = "response"
schema = 1

[questionnaire]
id = "small"
version = "2"
fingerprint = "0123456789abcdef"

[questionnaire.scales]
ladder = "3e1def23"

[respondent]
id = "oper1"
team = "operations"
name = "Ada"
depth = "core"
round = 2
only = ["risk.attitude", "risk.taste"]
at = "risk.taste"
started = 2026-11-21T09:00:00Z
updated = 2026-11-21T09:30:00Z
completed = 2026-11-21T09:30:00Z
answered = 1

[answers."risk.attitude"]
position = 2
note = "A note\\nof lines."
flag = true

[answers."risk.gone"]
status = "dont_know"
"""


@dataclass(frozen=True, slots=True)
class Loader:
    """What makes a value of bytes, or raises InvalidFile."""

    load: Callable[[bytes], object]
    sound: Callable[[], tuple[str, ...]]


def _checked(kind: str, data: bytes) -> object:
    return KINDS[kind].check(parse(data, NAME), NAME, field.questionnaire())


def _questionnaire(data: bytes) -> object:
    return assemble([(NAME, data)])


def _beside(data: bytes) -> object:
    """One more file of a questionnaire that is sound without it."""
    return assemble([("small.toml", SMALL.read_bytes()), (NAME, data)])


@cache
def _screens() -> tuple[Any, ...]:
    return tuple(_places())


def _keys(data: bytes) -> object:
    return keys_in(parse(data, NAME), NAME, MaturityApp, _screens())


def _extra() -> tuple[str, ...]:
    return (field.questionnaire_files()["extra.toml"].decode(),)


@cache
def _results() -> tuple[str, ...]:
    """Results with two of their questions: whatever holds the others is the same again."""
    found, kept = tomllib.loads(field.results_text()), ("ownership.pause", "risk.attitude")
    for table, key in (("question", "id"), ("agenda", "question")):
        found[table] = [item for item in found[table] if item[key] in kept]
    return (tomli_w.dumps(found),)


def _kind(kind: str, *more: str) -> Loader:
    return Loader(partial(_checked, kind), lambda: (field.sound(kind), *more))


LOADERS: Final[Mapping[str, Loader]] = {
    "response": _kind("response", FINISHED),
    "decisions": _kind("decisions"),
    "roster": _kind("roster"),
    "actuals": _kind("actuals"),
    "builds": _kind("builds"),
    "tickets": _kind("tickets"),
    "tally": _kind("tally"),
    "questionnaire": Loader(_questionnaire, lambda: (field.sound("questionnaire"),)),
    "criteria": Loader(_beside, _extra),
    "results": Loader(partial(_checked, "results"), _results),
    "keys": Loader(_keys, lambda: (KEYS,)),
}


def seeds(name: str) -> Iterator[bytes]:
    """What a loader is tried on first: what is sound, and what was found to go a way of its own."""
    yield from (text.encode() for text in LOADERS[name].sound())
    yield from (path.read_bytes() for path in sorted((SEEDS / name).glob("*.toml")))


def complaints(name: str, data: bytes) -> Iterator[str]:
    """What is wrong with how a loader took these bytes. Whatever it raises but InvalidFile is raised."""
    try:
        said = LOADERS[name].load(data)
    except InvalidFile as error:
        sentences = [str(fault) for fault in error.faults]
        if not sentences:
            yield "refused without a reason"
        if len(sentences) > MOST_FAULTS:
            yield f"{len(sentences)} sentences"
    else:
        sentences = [said] if isinstance(said, str) else []
    for sentence in sentences:
        if found := sorted(set(STEERING.findall(sentence))) or ["a line break"] * ("\n" in sentence):
            yield f"a sentence with {found!r}: {sentence[:200]!r}"
        if len(sentence) > _LONGEST:
            yield f"a sentence of {len(sentence)} characters: {sentence[:200]!r}"
