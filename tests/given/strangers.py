"""A workspace in which every text, name and path is a stranger's, and tries to be more than text."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from maturity.files.gathering import Gathered, Gathering, KnownFiles, ResponseFile
from maturity.files.workspace import Workspace, to_bytes
from questionnaires import Answer, Questionnaire, Response
from questionnaires.decisions import Decision, NextStep
from questionnaires.loading import assemble
from questionnaires.parts import Section
from tests.given.builders import HEADER, SMALL, THEN, criterion
from tests.given.decisions import decide, decisions_text, park
from tests.given.rounds import FIRST, SECOND, in_round

MARKED: Final = {
    "m1m": "[/b]",
    "m2m": "[b]",
    "m3m": "[link='https://x']",
    "m4m": "[@click=app.quit]",
    "m5m": "[@click=app.bell]",
}
"""By the mark that follows it: what would vanish, or end the app, where it is read as markup."""

ENDS: Final = {"m3m": "[/link]", "m4m": "[/]", "m5m": "[/]"}
STEERING: Final = "\x1b]52;c;eA==\x07\u202e\x9b\u200b\n"

LONGEST_TITLE: Final = 40
"""What is computed of a questionnaire is held to its limits once more: on one line, and no longer than a title."""

DAY: Final = THEN.date()

FOLDER: Final = Path("[") / "b]m1m [@click=app.bell]m5m[" / f"]{STEERING}answers"
"""Relative, so that only what is meant here stands in it. The slashes make [/b] and [/] of the names of folders."""

EXCLUDING: Final = {"risk.soak": Answer(position=5), "risk.exposure": Answer(position=5)}
"""More days of watching than a flaw may stay open."""


def limit(question: str, comparison: str) -> str:
    """A must whose threshold the teams set."""
    days = f'default = 2, unit = "days", comparison = "{comparison}", basis = "ours", sources = ["page"]'
    return criterion(question, threshold=f'{{ question = "risk.{question}", {days} }}')


EXTRA: Final = (
    criterion("stop", owner='{ task = "ownership.pause" }')
    + criterion("also", gate='"broad_ring"', priority='"should"')
    + limit("soak", "at_least")
    + limit("exposure", "at_most")
    + """
[[term]]
id = "pausing"
word = "Pausing"
forms = ["pauses"]
meaning = "To stop for a while."

[[lapsed]]
id = "gone"
title = "Old licences"
reason = "Nobody asks for them."
sources = ["page"]
"""
)

_SHORT: Final = frozenset({"title", "label", "word", "role", "one", "unit", "phase", "place"})
_LONG: Final = frozenset({"about", "text", "help", "behaviour", "price", "standing_note", "meaning", "reason"})
_OF_CRITERIA: Final = frozenset({"statement", "evidence", "numerator", "denominator", "entry", "report", "traps"})
_TEXTS: Final = _SHORT | _LONG | _OF_CRITERIA
"""The fields of a questionnaire that hold words, by their names; all others hold ids and closed words."""

Piece = TypeVar("Piece", bound=BaseModel)


def canaries() -> Iterator[str]:
    """Each begins with one of the marked, so that it is there however short the text is cut."""
    for mark, tag in itertools.cycle(MARKED.items()):
        yield f"{tag}{mark}{ENDS.get(mark, '')}{STEERING}"


def poisoned(piece: Piece, tags: Iterator[str]) -> Piece:
    """A part of a questionnaire with a canary at the beginning of every text in it."""
    texts = _TEXTS | ({"question"} if isinstance(piece, Section) else set())
    changed: dict[str, Any] = {}
    for name in type(piece).model_fields:
        value = getattr(piece, name)
        if isinstance(value, BaseModel):
            changed[name] = poisoned(value, tags)
        elif isinstance(value, tuple):
            changed[name] = tuple(
                poisoned(item, tags)
                if isinstance(item, BaseModel)
                else f"{next(tags)}{item}".replace("\n", "")
                if name in texts
                else item
                for item in value
            )
        elif isinstance(value, str) and name in texts:
            text = f"{next(tags)}{value}".replace("\n", "")
            changed[name] = text[:LONGEST_TITLE] if name in _SHORT else text
    copied = piece.model_copy(update=changed)
    for name in set(copied.__dict__) - set(type(piece).model_fields):  # what was computed from the texts before
        del copied.__dict__[name]
    return copied


def questionnaire() -> Questionnaire:
    """The small questionnaire in the hands of a stranger, past every boundary at which it would be read."""
    text = SMALL.read_text(encoding="utf-8").replace(
        'id = "ownership.pause"', 'id = "ownership.pause"\nphase = "Begin"'
    )
    text = text.replace('id = "ownership.marked"', 'id = "ownership.marked"\nsuggested = "security"')
    return poisoned(assemble([("small.toml", text.encode()), ("extra.toml", (HEADER + EXTRA).encode())]), canaries())


class StrangersWorkspace(Workspace):
    """What is read has canaries in its names and notes, as though no boundary had cleaned anything."""

    def reading(self, known: KnownFiles | None = None) -> Gathering:
        return StrangersGathering(self._swept(), self.questionnaire, known=known)


class StrangersGathering(Gathering):
    def gathered(self) -> Gathered:
        found = super().gathered()
        tags = canaries()
        entries = tuple(poisoned_decision(one, tags) for one in found.entries)
        return replace(found, files=tuple(_strange(file, tags) for file in found.files), entries=entries)


def _strange(file: ResponseFile, tags: Iterator[str]) -> ResponseFile:
    response = file.response
    answers = {
        question: answer.model_copy(update={"note": f"{next(tags)}a note\nof lines", "flag": True})
        for question, answer in response.answers.items()
    }
    who = response.respondent.model_copy(update={"name": f"{next(tags)}Kim"})
    return replace(file, response=response.model_copy(update={"answers": answers, "respondent": who}))


def poisoned_decision(decision: Decision, tags: Iterator[str]) -> Decision:
    """A decision with a canary in every text in it, each on one line."""
    why, who, what, owner = (next(tags).replace("\n", "") for _ in range(4))
    step = decision.next_step and NextStep.model_construct(what=f"{what}Ask", owner=f"{owner}Jo")
    return decision.model_copy(update={"because": f"{why}It helps", "decider": f"{who}Kim", "next_step": step})


def responses(asked: Questionnaire) -> Iterator[Response]:
    """Three teams in two rounds; the first team has not finished the second one, in which limits exclude each other."""
    for team, answers in FIRST.items():
        yield in_round(1, team, answers, questionnaire=asked)
    for team, answers in SECOND.items():
        said = {**answers, **EXCLUDING}
        yield in_round(2, team, said, questionnaire=asked, completed=team != "endpoint")


def strangers_workspace() -> StrangersWorkspace:
    """The folder on disk, with unusable files beside the good ones, and figures that do not fit."""
    asked = questionnaire()
    FOLDER.mkdir(parents=True)
    tags = canaries()
    for response in responses(asked):
        name = next(tags).replace("/", "⁄")  # no name holds a slash
        who = response.respondent
        (FOLDER / f"{name}{who.team}-{who.round}.toml").write_bytes(to_bytes(response))
    (FOLDER / f"[b]m2m{STEERING}unusable.toml").write_text('kind = "[/b]"', encoding="utf-8")
    (FOLDER / f"[@click=app.quit]m4m{STEERING}other.toml").write_text('kind = "results"', encoding="utf-8")
    for is_done in (True, False):
        double = in_round(1, "network", {}, questionnaire=asked, respondent="twice", completed=is_done)
        (FOLDER / f"[b]m2m{STEERING}{is_done}.toml").write_bytes(to_bytes(double))
    (FOLDER / f"[b]m2m{STEERING}export.csv").write_text("Task,Who\nSweep,[@click=app.quit]m4m\n", encoding="utf-8")
    figures = (
        'kind = "actuals"\nschema = 1\n[pilot]\nquestionnaire = "small"\nround = 2\n'
        + '[[actual]]\ncriterion = "stop"\nring = "[/b]m1m"\n' * 2
        + '[[actual]]\ncriterion = "stop"\nring = "[b]m2m"\n'
    )
    (FOLDER / f"[b]m2m{STEERING}figures.toml").write_text(figures, encoding="utf-8")
    entries = (
        decide("pause1", "ownership.pause", on=asked, owner="security", decided=DAY, recorded=THEN),
        park("taste1", "risk.taste", decided=DAY, recorded=THEN),
    )
    decisions = FOLDER / f"[b]m2m{STEERING}decisions.toml"
    decisions.write_text(decisions_text(*entries, on=asked), encoding="utf-8")
    return StrangersWorkspace(FOLDER, asked)
