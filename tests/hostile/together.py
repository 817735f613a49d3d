"""Whole folders in which nothing is wrong: texts of every category wherever any text is taken, through every verb."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import cycle
from pathlib import Path
from typing import Final

import tomli_w

from maturity import clock
from maturity.files.gathering import gather
from maturity.results.model import read_results
from maturity.rounds.choosing import choice_of, judged_round
from questionnaires import InvalidFile, parse
from questionnaires.actuals import read_actuals
from questionnaires.decisions import Decision, Objection, PlanEntry, decisions_in
from questionnaires.roster import admit_roster
from tests.given.decisions import decide, decisions_text, park, planned
from tests.given.example_results import plain
from tests.given.hostile_results import poisoned
from tests.hostile import field
from tests.hostile.item import EVERYTHING, OF_RESULTS, Files, Hostile
from tests.hostile.texts import FORGED, TEXTS, quoted

_SLOT: Final = "TEXT"
_WAITING: Final = "Slot"
_THEN: Final = "2026-11-21 09:00:00+00:00"
_ALL_TEXTS: Final = tuple(text for texts in TEXTS.values() for text in texts)
_PARTS: Final = 2
"""So many folders share the texts: each holds as many as it has places for."""


def together() -> Iterator[Hostile]:
    for part in range(_PARTS):
        texts = _ALL_TEXTS[part::_PARTS]
        yield Hostile("everything", f"sound folder {part + 1}", partial(sound_folder, texts), verbs=EVERYTHING)
    for part in range(_PARTS):
        texts = _ALL_TEXTS[part::_PARTS]
        yield Hostile("everything", f"sound results {part + 1}", partial(sound_results, texts), verbs=OF_RESULTS)


@cache
def sound_folder(texts: tuple[str, ...]) -> Files:
    """People of two rounds, decisions and a plan, figures, and whom somebody asked."""
    asked, later, last = field.questionnaire(), texts[9:] + texts[:9], texts[::-1]
    return {
        **dict(_people(texts)),
        "decisions.toml": _filled(_decisions(), texts, lambda text: decisions_in(parse(text, "x"), "x")),
        "actuals.toml": _filled(_FIGURES, last, lambda text: read_actuals(parse(text, "x"), "x")),
        "roster.toml": _filled(_ROSTER, later, lambda text: admit_roster(parse(text, "x"), "x", asked)),
    }


def _people(texts: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for number, (name, note) in enumerate(zip(texts, (*texts[1:], texts[0]), strict=True)):
        sound = field.response("operations", f"oper{number}").replace('name = ""', f"name = {quoted(name[:80])}")
        sound = sound.replace("position = 1", f"position = 1\nnote = {quoted(note)}\nflag = true")
        if number:
            sound = sound.replace("answered = 4", f"completed = {_THEN}\nanswered = 4")
        yield f"of {number}.toml", sound.encode()
        if number < 4:
            yield f"again {number}.toml", sound.replace("round = 1", "round = 2").encode()
    for team in ("endpoint", "security"):
        yield f"{team} again.toml", field.response(team, f"{team[:4]}1").replace("round = 1", "round = 2").encode()


def _decisions() -> str:
    """A file with a slot for each text that a decision or a plan may hold."""
    asked = field.questionnaire()
    said = {"because": _SLOT, "decider": _SLOT, "objected_by": (Objection(team="security", reason=_SLOT),)}
    covered = {**said, "option": 5, "control": "covered", "safeguard": _SLOT, "tested_by": "security"}
    entries: list[Decision | PlanEntry] = []
    for number, task in enumerate(("pause", "deploy", "marked")):
        entries.append(
            decide(f"own{number}", f"ownership.{task}", on=asked, owner="endpoint", deputy="network", **said)
        )
    for number, task in enumerate(("release", "minor")):
        entries.append(decide(f"con{number}", f"control.{task}", on=asked, **covered))
    for number, task in enumerate(("attitude", "taste")):
        step = park("step", f"risk.{task}").next_step
        step = step and step.model_copy(update={"what": _SLOT, "owner": _SLOT})
        entries.append(park(f"par{number}", f"risk.{task}", because=_SLOT, next_step=step))
    entries += [planned(f"plan{number}", one.id, person=_SLOT) for number, one in enumerate(asked.candidates)]
    return decisions_text(*entries, on=asked)


_FIGURES: Final = """kind = "actuals"
schema = 1

[pilot]
questionnaire = "small"
round = 2
rings = ["TEXT"]

[[actual]]
criterion = "stop_in_time"
cycle = 1
numerator = 30
date = 2026-11-22
report = "TEXT"
by = "TEXT"

[[waiver]]
criterion = "one_owner"
by = "TEXT"
until = 2027-01-31
reason = "TEXT"

[[role]]
role = "Sponsor"
name = "TEXT"
"""
_ROSTER: Final = """kind = "roster"
schema = 1
until = 2026-12-11

[teams]
endpoint = "TEXT"
network = "TEXT"

[[asked]]
team = "security"
labels = ["TEXT", "TEXT", "TEXT"]

[[asked]]
team = "operations"
people = 40
"""


def _filled(text: str, texts: Sequence[str], read: Callable[[bytes], object]) -> bytes:
    """The text with the next text that is taken in each slot, cut where it has to be."""
    given = cycle(texts)
    for number in range(text.count(f'"{_SLOT}"')):  # whatever has to differ does so before anything is filled in
        text = _once(text, f"{_WAITING} {number}")
    for number in range(text.count(_WAITING)):
        for _ in texts:
            some = next(given)
            filled = next(
                (one for cut in (240, 80, 40, 20) if _is_taken(one := _instead(text, number, some[:cut]), read)), None
            )
            if filled is not None:
                break
        text = filled or text
    return text.encode()


def _instead(text: str, number: int, some: str) -> str:
    return text.replace(f'"{_WAITING} {number}"', quoted(some))


def _once(text: str, instead: str) -> str:
    return text.replace(f'"{_SLOT}"', quoted(instead), 1)


def _is_taken(text: str, read: Callable[[bytes], object]) -> bool:
    try:
        read(text.encode())
    except InvalidFile:
        return False
    return True


@cache
def sound_results(texts: tuple[str, ...]) -> Files:
    """Results of such a folder in its second round, with texts that no program of ours would have written."""
    asked = field.questionnaire()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        field.two_sound_teams(place)
        for file, data in sound_folder(texts).items():
            (place / file).write_bytes(data)
        gathered = gather([place], asked)
    round_ = judged_round(gathered, asked, choice_of(gathered), clock.today()).round
    # What is sent as results is the document of who sent it: any line of it may begin as they like.
    taken = [text for text in texts if text.isprintable() and not any(line in text for line in FORGED)]
    data = tomli_w.dumps(poisoned(plain(round_.results()), taken)).encode()
    read_results(parse(data, "results.toml"), "results.toml")
    return {"results.toml": data}
