"""The invitation to answer and the reminder, for each team: plain text to paste into a mail or a chat.

Nobody is named in them. What they promise is what the program does with an answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from maturity.reports.criteria import counted, wrapped
from maturity.rounds.invited import Heard
from scoring.wording.days import day_in_words

_WIDTH: Final = 72
"""Columns: no mail program breaks such lines again."""


WHO: Final = "[your name]"
WHERE: Final = "[where the program lies]"
"""What whoever sends it fills in."""
_INSTALLING: Final = ("\tpython -m pip install uv", "\tpython -m uv tool install --compile-bytecode .")


@dataclass(frozen=True, slots=True)
class Call:
    """What a team is asked to do: about what, by which command, in how many minutes, and until when.

    `open` is how many questions a later round takes up, None where everything is asked. `folder` is the name of the
    questionnaire's folder where it is one of somebody's own.
    """

    team: str
    title: str
    about: str
    command: str
    minutes: int
    round: int = 1
    open: int | None = None
    until: dt.date | None = None
    folder: str = ""


def invitation(call: Call) -> str:
    """What to send when answers are asked for."""
    by = f", by {day_in_words(call.until)}" if call.until else ""
    return _text(f"{call.team}: please answer{by}", _invitation(call))


def _invitation(call: Call) -> Iterator[str]:
    yield from _what(call)
    yield (
        f"It takes about {call.minutes} minutes. You can stop at any time: everything is saved, and the same command "
        "goes on where you were."
    )
    yield '"Don\'t know" is a fine answer, and so is "not applicable". You can write a note beside any answer.'
    yield (
        "Your answers stay in one file on your computer; nothing is sent anywhere. When you leave, the program says "
        "where the file is. Please send that file to me as a reply to this message"
        f"{f', by {day_in_words(call.until)}' if call.until else ''}."
    )
    yield (
        "Who sees what: the file holds your answers, your notes, and your name if you type one. Whoever collects the "
        "files can read them, and may show answers and notes when the teams talk. Reports show teams and counts, no "
        "names and no notes; where one person answers for a team, the team's answers are that person's."
    )


def _what(call: Call) -> Iterator[str]:
    """What it is about, and the command."""
    yield call.title
    later = f"This is round {call.round}. " if call.round > 1 else ""
    yield (
        f"{later}{WHO} asks you to answer for {call.team}. Each team answers for itself, and then the teams talk about "
        "where they differ and decide."
    )
    if call.open is None:
        yield call.about
    else:
        yield (
            f"Only what is open is asked: {counted(call.open, 'question', 'questions')} on which the teams differ or "
            "do not know. What you said before stands wherever nothing is asked again."
        )
    yield "Run this command in a terminal; ? explains whatever is on the screen:"
    yield f"\t{call.command}"
    yield (
        "It needs the program maturity. Ask me for it, or install it with Python 3.11 or newer by these two commands "
        f"in its folder, {WHERE}:"
    )
    yield from _INSTALLING
    if call.open is None:
        yield "If you cannot install anything, ask me for the same questions as a page that opens in your browser."
    if call.open is not None:
        yield (
            "Use the computer on which you answered before, if you did. results.toml comes with this message; it holds "
            "what the teams said before, and not who said it; of a decision it says who made it."
        )
    if call.folder:
        yield f"The folder {call.folder} with the questions comes with this message: put it where you run the command."


def reminder(call: Call, answered: int, begun: int, heard: Heard | None, today: dt.date) -> str:
    """What to send when answers are missing; of those who answered so many have only `begun`, and have not finished.
    `heard` where a roster says whom somebody asked."""
    return _text(f"{call.team}: a reminder", _reminder(call, answered, begun, heard, today))


def _reminder(call: Call, answered: int, begun: int, heard: Heard | None, today: dt.date) -> Iterator[str]:
    yield call.title
    yield f"{_so_far(call.team, answered, heard.asked if heard else None)}{_unfinished(answered, begun)}"
    if answered:
        yield "If your answers are among them, thank you: nothing more is needed."
    please = "If not, please" if answered else "Please"
    yield f"{please} run this command; if you have begun, it goes on where you stopped:"
    yield f"\t{call.command}"
    yield f'About {call.minutes} minutes. "Don\'t know" is a fine answer, and an answer to some of it helps as well.'
    if call.until is None:
        yield "Please send back the file whose place the program says when you leave."
    elif call.until >= today:
        yield f"Please send the file back by {day_in_words(call.until)}; the program says where it is when you leave."
    else:
        yield (
            f"We asked until {day_in_words(call.until)}. Please send the file back as soon as you can, or say that you "
            "will not answer: that helps as well."
        )


def _so_far(team: str, answered: int, asked: int | None) -> str:
    """How many of the team have answered; of how many only where that is known."""
    if not answered:
        return f"No answers of {team} have come back yet."
    has = "has" if answered == 1 else "have"
    return f"{answered:,} {f'of {asked:,} ' if asked else ''}of you {has} answered for {team} so far."


def _unfinished(answered: int, begun: int) -> str:
    """How many of those who answered have not finished; empty where nobody is known to be on the way."""
    if not begun:
        return ""
    of = "That answer has" if answered == 1 else f"{begun:,} of these {'has' if begun == 1 else 'have'}"
    return f" {of} been begun and not finished."


def _text(subject: str, paragraphs: Iterator[str]) -> str:
    """Subject, greeting and paragraphs; a line that begins with a tab is to be copied whole."""
    blocks = [f"Subject: {subject}", "Hello,"]
    for paragraph in paragraphs:
        if paragraph.startswith("\t"):
            blocks.append(f"    {paragraph[1:]}")
        else:
            blocks.append("\n".join(line for part in paragraph.split("\n") for line in wrapped(part, _WIDTH)))
    return "\n\n".join(blocks) + "\n"
