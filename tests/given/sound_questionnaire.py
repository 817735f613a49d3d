"""A small questionnaire without a fault, as text, and the means to change one piece of it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from questionnaires import InvalidFile, Questionnaire
from questionnaires.loading import assemble

SOUND: Final = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")


def changed(old: str, new: str) -> str:
    """The sound text with one piece replaced; the piece must stand in it exactly once."""
    assert SOUND.count(old) == 1, f"{old!r} stands {SOUND.count(old)} times in the sound questionnaire"
    return SOUND.replace(old, new)


def questionnaire(text: str = SOUND) -> Questionnaire:
    """The questionnaire in this text, as if it were the only file of its folder."""
    return assemble([("small.toml", text.encode())])


def faults(*texts: str) -> list[str]:
    """The faults of a questionnaire in these files, named a.toml, b.toml … as a person reads them."""
    try:
        assemble((f"{letter}.toml", text.encode()) for letter, text in zip("abcdefgh", texts, strict=False))
    except InvalidFile as error:
        return [str(fault) for fault in error.faults]
    return []
