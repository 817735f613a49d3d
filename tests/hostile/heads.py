"""What the first screen says before it is loaded, against what reading says afterwards: the same, or nothing.

By hand: `python -m tests.hostile.heads [--count 50000] [--seed 0]` lays out every item of the corpus beside two sound
teams, and then changes a sound response so many times, as somebody would who knows what a file looks like.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from maturity.cli.console import put, say
from maturity.files.gathering import gather
from maturity.files.heads import Head, Heads, TeamSoFar, teams_so_far
from maturity.rounds.interview import is_open
from maturity.rounds.teams import Answered, team_states
from questionnaires import InvalidFile, Questionnaire, admit, parse, questions_for
from questionnaires.front import Front
from tests.given.front import front_of
from tests.hostile import field
from tests.hostile.corpus import corpus
from tests.hostile.links import fill_outside
from tests.hostile.loaders import seeds
from tests.hostile.mutations import mutated

_OURS: Final = 4
"""Of the responses to begin from, how many are as the program writes them."""
_LETTERS: Final = (
    *'0123456789abz_."=-:+TZ \\[]#\n\t\r\x00\x7f\x85\u2028\u200bé',
    *("", "\n\n", '"\n', '\\"', "\\n", " 9", "99", '"met"', "dont_know"),
)
NAME: Final = "file.toml"
FRONT: Final = front_of(field.questionnaire())
_HEADS: Final = Heads(FRONT)


def rows_of(folder: Path, questionnaire: Questionnaire) -> tuple[TeamSoFar, ...]:
    """What home says of the teams of a folder when it is read."""
    found = gather([folder], questionnaire)
    states = team_states(found.named(questionnaire), found, found.round_to_answer, Answered())
    labels = {team.id: team.label for team in found.named(questionnaire).teams}
    return tuple(
        TeamSoFar(labels[one.team], one.people, one.finished, one.answered, one.asked) for one in states if one.people
    )


def disagreement(folder: Path, questionnaire: Questionnaire, front: Front) -> str:
    """What is said of a folder that reading does not say; nothing where it is the same, or not known yet."""
    said = teams_so_far(folder, front)
    return f"says {said}, reading {read}" if said and said != (read := rows_of(folder, questionnaire)) else ""


def complaint(data: bytes, questionnaire: Questionnaire, heads: Heads) -> str:
    """What is said of one file that reading does not say; nothing where it is the same, or not known yet."""
    try:
        said = heads.of(data)
    except ValueError:
        return ""
    try:
        response = admit(parse(data, NAME), NAME, questionnaire)
    except InvalidFile as error:
        return f"takes what is refused: {error}"
    who, asked = response.respondent, questions_for(response, questionnaire)
    answered = sum(not is_open(question, response) for question in asked)
    read = Head(who.id, who.team, who.round, who.completed is not None, answered, len(asked))
    return "" if said == read and not who.voted else f"says {said}, reading {read}"


def complaints(data: bytes) -> Iterator[str]:
    """The same of one that answers the small questionnaire."""
    if wrong := complaint(data, field.questionnaire(), _HEADS):
        yield wrong


@cache
def sound() -> tuple[str, ...]:
    """Responses to begin from: those of other fuzzers, one that is finished, one without an answer, one half given."""
    whole = field.response()
    finished = whole.replace("answered =", 'completed = 2026-11-21 09:00:00+00:00\nat = "risk.attitude"\nanswered =')
    begun = f"{whole[: whole.index('answered =')]}answered = 0\n\n[answers]\n"
    noted = whole.replace("wanted = 2", 'note = "A \\"note\\".\\nOf lines."\nflag = true').replace('""', '"Zoë"')
    return (whole, finished, begun, noted, *(data.decode(errors="replace") for data in seeds("response")))


def changed(chance: random.Random) -> bytes:
    """A sound response after a few changes; most often so few that it is still taken."""
    text = chance.choice(sound() if chance.random() < 0.1 else sound()[:_OURS])
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        if chance.random() < 0.5:
            text = mutated(text, [(chance.getrandbits(16), chance.getrandbits(16), chance.getrandbits(16))])
        else:
            least = max(0, text.find("[respondent]")) if chance.random() < 0.9 else 0
            start, more = chance.randrange(least, len(text) + 1), chance.choice((0, 1, 1, 2))
            text = text[:start] + chance.choice(_LETTERS) + text[start + more :]
    return text.encode("utf-8", "surrogatepass")


def _items(root: Path) -> Iterator[str]:
    """The corpus: what it says, and how often something is known."""
    counted: Counter[str] = Counter()
    for number, item in enumerate(corpus()):
        place = root / str(number)
        fill_outside(place / "outside")
        folder = place / (item.folder if not item.is_questionnaire else "round")
        field.two_sound_teams(folder)
        try:
            item.write(folder, place / "outside")
        except OSError:
            counted["cannot be laid out"] += 1
            continue
        wrong = disagreement(folder, field.questionnaire(), FRONT)
        counted["known" if teams_so_far(folder, FRONT) else "not known yet"] += 1
        if wrong:
            yield f"{item}: {wrong}"
    put(f"corpus: {dict(counted)}\n")


def _changes(count: int, seed: int) -> Iterator[str]:
    chance, heads, known = random.Random(seed), Heads(FRONT), 0
    for _ in range(count):
        data = changed(chance)
        try:
            known += heads.of(data) is not None
        except ValueError:
            continue
        if wrong := complaint(data, field.questionnaire(), heads):
            yield f"{wrong}: {data!r}"
    put(f"{count} files, {known} known\n")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=50_000)
    options.add_argument("--seed", type=int, default=0)
    chosen = options.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as root:
        for wrong in (*_items(Path(root)), *_changes(chosen.count, chosen.seed)):
            bad += 1
            say(wrong[:2000])
    put(f"{bad} with complaints\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
