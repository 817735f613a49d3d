"""One person answers on a disk that may refuse, until it ends; and what was said of the answers, held against files."""

from __future__ import annotations

import random
import re
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from questionnaires import Questionnaire
from tests.storms.endings import ENDINGS, NOTE
from tests.storms.person import (
    NOT_SAVED,
    WHERE,
    Answers,
    Person,
    answers_in,
    held,
    holds,
    place_on,
    says_saved,
)
from tests.storms.plan import Seen, Storm
from tests.storms.sitting import ROOT, Sitting

_STANDS_STILL: Final = 4.0
"""Seconds that the app may take for a key before its screen counts."""
_NOTICES: Final = 7.0
"""Seconds: no notice lies over the screen afterwards."""
_ANSWERED: Final = re.compile(r"(\d+) of \d+ answered")


def weather(storm: Storm, questionnaire: Questionnaire, root: Path = ROOT) -> Seen:
    """Goes through one storm, in a folder of its own."""
    place = Path(tempfile.mkdtemp(prefix="maturity-storm-"))
    try:
        return _Weathering(storm, questionnaire, place, root).run()
    finally:
        shutil.rmtree(place, ignore_errors=True)


class _Weathering:
    def __init__(self, storm: Storm, questionnaire: Questionnaire, place: Path, root: Path) -> None:
        self.storm, self.place, self.root = storm, place, root
        self.folder = place / "answers"
        self.folder.mkdir()
        self.switch = place / "the disk refuses"
        self.person = Person(questionnaire, "network", storm.seed)
        self.chance = random.Random(storm.seed + 1)
        self.acknowledged: Answers = {}
        self.seen = Seen()

    def run(self) -> Seen:
        faults = dict(self.storm.faults)
        if faults:
            faults |= {"STORM_BELOW": str(self.folder), "STORM_SWITCH": str(self.switch)}
        begin = ["assess", "--team", "network", "-w", str(self.folder)]
        if self.storm.is_from_list:
            with Sitting(self.place, begin, root=self.root) as earlier:
                earlier.read_until(WHERE.pattern)
                earlier.press("ctrl+q")
                earlier.end()
        if faults and self.storm.is_from_start:
            self.switch.touch()
        arguments = begin[-2:] if self.storm.is_from_list else begin
        with Sitting(self.place, arguments, root=self.root, faults=faults) as sitting:
            if self._opens(sitting):
                self._answer(sitting)
                self._end(sitting)
            else:
                self._refused(sitting)
            if "Traceback (most recent" in sitting.written:
                self.seen.count("traceback", sitting.said_after[-300:])
            if "a fault of its own" in " ".join(sitting.said_after.split()):
                self.seen.count("a fault of its own")
        return self.seen

    def _opens(self, sitting: Sitting) -> bool:
        """Whether there is a question on the screen, after Enter where the list is shown first."""
        if self.storm.is_from_list and sitting.read_until(r"maturity · home\b.*\b1 response", 10):
            sitting.press("enter")
        elif self.storm.is_from_list:
            return False
        return sitting.read_until(WHERE.pattern)

    def _refused(self, sitting: Sitting) -> None:
        """The app did not open, or lists nothing. That is no loss, as long as it says why and ends in order."""
        if self.storm.is_from_list and sitting.process.poll() is None:
            sitting.press("ctrl+q")
        code = sitting.end()
        self.seen.count("did not open")
        if self.storm.is_from_list and code == 0:
            return
        if code not in (1, 3) or not sitting.said_after.strip():
            self.seen.count("a wrong exit code", f"{code} instead of opening: {sitting.said_after[-200:]!r}")

    # Answering

    def _answer(self, sitting: Sitting) -> None:
        self.person.arrive(place_on(sitting) or 0)
        keys = self.chance.randrange(4, 24)
        begins = self.chance.randrange(keys) if self.storm.faults else keys
        for number in range(keys):
            if number == begins:
                self.switch.touch()
            self._press(sitting, self.person.next_key())
            if sitting.process.poll() is not None:
                return

    def _press(self, sitting: Sitting, key: str) -> None:
        self.person.pressed(key)
        sitting.press(key)
        came = sitting.read(5.0)
        if not came and key not in "enterb" and sitting.process.poll() is None:
            # The same digit again changes nothing on the screen, and needs no answer.
            came = holds(self.folder, self.person.answers)
            if not came and not sitting.read(5.0):
                self.seen.count("a key without an answer", key)
        self._judge(sitting)

    def _judge(self, sitting: Sitting) -> None:
        """Holds what the line at the top says against the files. First the screen is looked at, then the disk."""
        if not WHERE.search(sitting.screen.rows[0]):
            return
        if not says_saved(sitting):
            self.seen.count(
                "keys shown as not saved" if NOT_SAVED in sitting.text else "keys shown without a word on saving"
            )
            return
        if not holds(self.folder, self.person.answers):
            if self._waits_for(sitting, lambda: not says_saved(sitting) or holds(self.folder, self.person.answers)):
                self.seen.count("keys shown as before for a moment")
            else:
                self._disagree(sitting)
            return
        self.acknowledged = self.person.remembered()
        self.seen.count("keys acknowledged as saved")

    def _waits_for(self, sitting: Sitting, is_so: Callable[[], bool]) -> bool:
        """Gives an app that stood still the time to go on."""
        end = time.monotonic() + _STANDS_STILL
        while time.monotonic() < end and sitting.process.poll() is None:
            sitting.read(0.1)
            if is_so():
                return True
        return is_so()

    def _disagree(self, sitting: Sitting) -> None:
        """The screen says saved, and no file holds the answers."""
        said, wanted, found = sitting.screen.rows[0].strip(), self.person.answers, held(self.folder)
        last = dict(list(wanted.items())[-2:])
        what = "saved said wrongly" if self.storm.faults else "other answers than were given"
        self.seen.count(what, f"{said!r}: {last} of {len(wanted)}, not {[dict(list(f.items())[-2:]) for f in found]}")

    # The end

    def _end(self, sitting: Sitting) -> None:
        ending = ENDINGS[self.storm.ending]
        before = self.person.remembered()
        if ending.is_kill and sitting.process.poll() is None:
            key = self.person.next_key()
            self.person.pressed(key)
            sitting.press(key)
        code = sitting.process.poll()
        if code is None:
            ending.act(sitting, self.person)
            if ending.then:
                self._judge_review(sitting)
            for key in ending.then:
                sitting.press(key)
                sitting.read(1.5)
            code = sitting.end(6 if ending.can_stay else 15)
        if ending.is_kill:
            self._judge_kill(sitting, before)
        elif code is None:
            self._judge_stayed(sitting)
        else:
            self._judge_code(sitting, sitting.end() or 0, ending.code)
        self._judge_loss()

    def _judge_review(self, sitting: Sitting) -> None:
        """The review says at its top whether everything is saved, once notices no longer lie over it."""
        end = time.monotonic() + (_NOTICES if self.storm.faults else 0)
        while time.monotonic() < end:
            sitting.read(0.5)
        if not self._waits_for(sitting, lambda: not says_saved(sitting) or holds(self.folder, self.person.answers)):
            self._disagree(sitting)

    def _judge_kill(self, sitting: Sitting, before: Answers) -> None:
        """The last key may be on disk or not; what the last screen counted has to be."""
        found = _ANSWERED.search(sitting.screen.rows[0])
        said = int(found[1]) if found and says_saved(sitting) else 0
        on_disk = held(self.folder)
        complete = max((self.person.complete(answers) for answers in on_disk), default=0)
        if said > complete:
            self.seen.count("saved said wrongly", f"{said} answered, {complete} on disk after a kill")
        if not self.storm.faults and not any(answers in (before, self.person.answers) for answers in on_disk):
            self.seen.count("other answers than were given", f"{before} or {self.person.answers}, not {on_disk}")
        # Nobody was told of the last key, and a kill cannot be answered: only what was acknowledged counts.
        if holds(self.folder, self.person.answers):
            self.acknowledged = self.person.answers
        self.person.answers = self.acknowledged

    def _judge_stayed(self, sitting: Sitting) -> None:
        """Keys may be refused only while something is not saved; once the disk is well again they lead out."""
        ending = ENDINGS[self.storm.ending]
        stayed = "stayed, because something was not saved"
        if not ending.can_stay or (says_saved(sitting) and not self.storm.faults):
            self.seen.count("did not end", sitting.screen.rows[0].strip())
            return
        self.seen.count(stayed)
        self.switch.unlink(missing_ok=True)
        for key in ("ctrl+q", "escape", "escape", "ctrl+q"):
            if sitting.process.poll() is not None:
                break
            sitting.press(key)
            sitting.end(2)
        code = sitting.end(4)
        if code != 0:
            self.seen.count(
                "did not end" if code is None else "a wrong exit code", f"{code} on a disk that is well again"
            )
            sitting.signal(signal.SIGKILL)

    def _judge_code(self, sitting: Sitting, code: int, due: int) -> None:
        """Code 1 says that something is not saved where it belongs, and names the copy; others say that all is."""
        is_saved = holds(self.folder, self.person.answers)
        said = "".join(sitting.said_after.split())
        copies = [path for path in (self.place / "home").rglob("*") if answers_in(path) == self.person.answers]
        # Answers that went and came back while the disk refused are on disk, but what the refused attempts have left
        # there nobody knows: an app that had said NOT SAVED may write a copy more.
        if code == 1 and due > 128 and copies and not (is_saved and says_saved(sitting)):
            self.seen.count("rescue copies")
            if not any("".join(str(path).split()) in said for path in copies):
                self.seen.count("a rescue copy not named", sitting.said_after[-200:])
        elif code != due or not is_saved:
            where = "saved" if is_saved else "not saved"
            self.seen.count("a wrong exit code", f"{code}, {due} was due; {where}; said {sitting.said_after[-160:]!r}")

    def _judge_loss(self) -> None:
        """Every choice that was made has to be in one of the files; each in the same one.

        What was acknowledged and taken back or changed later is not lost where the file holds the later.
        """
        files = [*held(self.folder), *held(self.place / "home")]
        if not any(_holds_or_later(self.acknowledged, self.person.answers, answers) for answers in files):
            if self.acknowledged:
                self.seen.count("acknowledged and lost", f"{self.acknowledged}")
        elif not any(_within(self.person.answers, answers) for answers in files):
            is_note = any(answer.get("note") == NOTE for answer in self.person.answers.values())
            self.seen.count("note being typed and lost" if is_note else "NOT SAVED and dropped")


def _within(some: Answers, whole: Answers) -> bool:
    return all(whole.get(question, {}).get(key) == value for question, a in some.items() for key, value in a.items())


def _holds_or_later(acknowledged: Answers, latest: Answers, found: Answers) -> bool:
    return all(
        found.get(question, {}).get(key) in (value, latest.get(question, {}).get(key))
        for question, answer in acknowledged.items()
        for key, value in answer.items()
    )
