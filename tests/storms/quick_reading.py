"""By hand: whether reading by patterns ever finds something else than reading every letter.

`python -m tests.storms.quick_reading [--files 2000] [--times 20] [--seed 1] [--toml FOLDER]` spoils so many files so
many times each, read as one folder after the other. With a folder of TOML documents, such as the valid and invalid ones
of toml-test, each of their lines is put among the lines of a respondent, of an answer and of a questionnaire.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from maturity.files.workspace import to_bytes
from questionnaires import Answer, Questionnaire, builtin
from questionnaires.patterns import Patterns
from tests.given.builders import respond, small
from tests.given.torn_responses import many_spoilt, read_whole

_IN_A_FOLDER: Final = 20
_PLACES: Final = (b"[questionnaire]\n", b"[questionnaire.scales]\n", b"[respondent]\n", b'[answers."risk.attitude"]\n')


def compared(files: Iterator[bytes], known: Patterns, questionnaire: Questionnaire) -> Counter[str]:
    """How many files were taken, left and refused; stops at the first that is read in two ways."""
    found: Counter[str] = Counter()
    for data in files:
        quick, whole = known.admitted(data), read_whole(data, questionnaire)
        if quick is not None and (quick != whole or repr(quick) != repr(whole)):
            sys.stdout.write(f"{data!r}\n{quick!r}\n{whole!r}\n")
            raise SystemExit(1)
        found["taken" if quick else "left to the whole reading" if whole else "refused by both"] += 1
    return found


def with_lines_of(folder: Path) -> Iterator[bytes]:
    """A response into which a line of these documents was put, or a few that follow one another."""
    plain = to_bytes(respond("endpoint", {"risk.attitude": Answer(position=3)}))
    for path in sorted(folder.rglob("*.toml")):
        lines = path.read_bytes().splitlines(keepends=True)[:400]
        for place in _PLACES:
            yield plain.replace(place, place + b"".join(lines))
            for number in range(len(lines)):
                for many in (1, 2):
                    yield plain.replace(place, place + b"".join(lines[number : number + many]))
        yield from (line + plain for line in lines)
        yield from (plain + line for line in lines)
        for known in (b"position = 3", b'name = ""', b"round = 1", b"started = 2026-11-21 09:00:00+00:00"):
            key = known.split(b" = ")[0]
            for line in lines:
                if value := line.partition(b"=")[2].strip():
                    yield plain.replace(known, key + b" = " + value)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--toml", type=Path)
    asked = parser.parse_args()
    if asked.toml:
        sys.stdout.write(
            f"lines of {asked.toml}: {dict(compared(with_lines_of(asked.toml), Patterns(small()), small()))}\n"
        )
    for questionnaire in (small(), builtin()):
        found: Counter[str] = Counter()
        for place in range(0, asked.files, _IN_A_FOLDER):
            files = many_spoilt(questionnaire, asked.seed + place, _IN_A_FOLDER, asked.times)
            found += compared(files, Patterns(questionnaire), questionnaire)
        sys.stdout.write(f"{questionnaire.head.id}: {dict(found)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
