"""Answering line by line on standard input and output, for screen readers and poor terminals."""

from __future__ import annotations

import sys
from typing import Final

from maturity import clock
from maturity.cli.exit_codes import Exit
from maturity.files.gathering import ResponseFile
from maturity.files.workspace import ChangedElsewhereError, Workspace
from maturity.rounds.interview import (
    facets_to_ask,
    is_open,
    keys_of,
    not_applicable,
    revealed,
    same_as_above,
    starting_place,
)
from maturity.rounds.resuming import Start, UnclearStartError, find_or_begin
from questionnaires import Choice, Question, Response, Scale, clean, label, name_of, one_line, questions_for
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from scoring.wording.words import FACET_WORDS

_HELP: Final = (
    "Type the number of an option, or: d don't know, a not applicable, s same as above, k skip, b back, "
    "n TEXT note, f flag, l list the options again, ? why this is asked, q leave. Everything is saved at once."
)


class _Leave(Exception):
    """The respondent wants to stop here."""


def assess_plainly(workspace: Workspace, start: Start) -> Exit:
    """Walks through the questions; every answer is on disk before the next is asked."""
    try:
        file = find_or_begin(workspace, start)
    except UnclearStartError as error:
        print(one_line(str(error)), file=sys.stderr)  # noqa: T201
        return Exit.USAGE
    walk = _PlainWalk(workspace, file)
    try:
        walk.run()
    except _Leave:
        _say(f"Saved in {name_of(walk.file.path)}. Come back with the same command.")
    except ChangedElsewhereError as error:
        print(f"{one_line(str(error))} Nothing was overwritten; start again to continue from it.", file=sys.stderr)  # noqa: T201
        return Exit.CONFLICT
    return Exit.FINE


def _say(line: str = "") -> None:
    """One line: a text of several is read as one, so that no line of a questionnaire passes for ours."""
    sys.stdout.write(" ".join(line.split("\n")) + "\n")
    sys.stdout.flush()


class _PlainWalk:
    def __init__(self, workspace: Workspace, file: ResponseFile) -> None:
        self.workspace = workspace
        self.questionnaire = workspace.questionnaire
        self.file = file
        self.questions = questions_for(file.response, self.questionnaire)
        self.listed: Scale | None = None

    @property
    def response(self) -> Response:
        return self.file.response

    def save(self, response: Response) -> None:
        self.file = self.workspace.save(ResponseFile(self.file.path, response, self.file.digest))

    def run(self) -> None:
        team = self.questionnaire.team_by_id[self.response.respondent.team].label
        title = self.questionnaire.head.title
        stop = "" if title.endswith((".", "?", "!")) else "."
        _say(f"{title}{stop} {team}{self._round()}, {len(self.questions)} questions.")
        _say(_HELP)
        place = starting_place(self.questions, self.response)
        section = ""
        while 0 <= place < len(self.questions):
            question = self.questions[place]
            self.save(self.response.at(question.id, clock.now()))
            if question.section != section:
                section = question.section
                _say()
                _say(f"Section {self.questionnaire.section_by_id[section].title}.")
                _say(self.questionnaire.section_by_id[section].about)
            place = max(0, place + self.ask(question, place))
        still_open = [question.title for question in self.questions if is_open(question, self.response)]
        _say()
        if still_open:
            count = "1 question is" if len(still_open) == 1 else f"{len(still_open)} questions are"
            _say(f"{count} open: {'; '.join(still_open)}.")
            if self.read("Finish as it is? y or n: ").lower() not in ("y", "yes"):
                raise _Leave
        self.save(self.response.completed(clock.now()))
        _say(f"Finished. Your answers are in {name_of(self.file.path)}.")

    def _round(self) -> str:
        number = self.response.respondent.round
        return f", round {number}" if number > 1 else ""

    def ask(self, question: Question, place: int) -> int:
        """Asks every facet; returns the step to the next question: 1, or −1 for back."""
        _say()
        _say(f"Question {place + 1} of {len(self.questions)}. {question.text}")
        done = 0
        while True:
            facets = facets_to_ask(question, self.response)
            if done >= len(facets):
                break
            facet = facets[done]
            scale = self.questionnaire.scale_of(question, facet)
            if scale is not self.listed:
                self.list_options(scale)
            step = self.ask_facet(question, facet, place)
            if step < 0:
                return -1
            done += step
        if is_open(question, self.response):
            return 1
        for fact in revealed(self.questionnaire, question, clock.now().date()):
            _say(f"  {fact.title}: {fact.text}{f' ({fact.source})' if fact.source else ''}")
        return 1

    def list_options(self, scale: Scale) -> None:
        """Every option with its key. The same list is not read out again for each question; l repeats it."""
        self.listed = scale
        for key, option in zip(keys_of(scale), scale.options, strict=True):
            _say(f"  {key}. {option.label}. {option.behaviour}")

    def ask_facet(self, question: Question, facet: Facet, place: int) -> int:
        """Asks until there is an answer; returns how many facets are done with, or −1 to go back."""
        scale = self.questionnaire.scale_of(question, facet)
        keys = keys_of(scale)
        given = self.response.answer(question.id).choice(facet)
        prompt = f"{FACET_WORDS[facet].capitalize()} [{label(scale, given)}]: "
        while True:
            said = self.read(prompt)
            choice: Choice | None = None
            if said in keys:
                choice = scale.choice(keys.index(said))
            elif said == "d":
                choice = DONT_KNOW
            elif said == "a":
                self.save(not_applicable(question, facet, self.response, clock.now()))
                _say(f"  Saved: {label(scale, NOT_APPLICABLE)}.")
                return len(question.facets) if facet is not Facet.BASIS else 1
            elif said == "s":
                choice = same_as_above(self.questions, place, self.response)
            if choice is not None:
                self.save(self.response.with_choice(question.id, facet, choice, clock.now()))
                _say(f"  Saved: {label(scale, choice)}.")
                return 1
            if said == "k" or (not said and given is not None):
                return 1
            if said == "b":
                return -1
            if said == "l":
                self.list_options(scale)
                continue
            self.aside(question, said)

    def aside(self, question: Question, said: str) -> None:
        """Everything that is not an answer."""
        answer = self.response.answer(question.id)
        if said == "q":
            raise _Leave
        if said == "?":
            _say(f"  {question.help}")
        elif said == "f":
            self.save(self.response.with_flag(question.id, not answer.flag, clock.now()))
            _say("  Flagged for discussion." if not answer.flag else "  No longer flagged.")
        elif said.startswith("n "):
            self.save(self.response.with_note(question.id, clean(said[2:].strip()), clock.now()))
            _say("  Note saved.")
        else:
            _say(f"  {_HELP}")

    def read(self, prompt: str) -> str:
        sys.stdout.write(prompt)
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise _Leave
        return line.strip()
