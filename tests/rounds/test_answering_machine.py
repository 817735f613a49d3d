"""Anything a respondent may do, in any order, while the disk refuses now and then: the file ends as was answered."""

from __future__ import annotations

import errno
import os
import tempfile
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from maturity.files.workspace import Workspace
from maturity.rounds.answering import Interview, begin_interview
from maturity.rounds.resuming import open_response
from maturity.rounds.sitting import Turn
from questionnaires import Choice, clean
from questionnaires.words import BASIS_FROM, DONT_KNOW, NOT_APPLICABLE, Depth, Facet
from tests.given.builders import THEN, small

FAULTS: Final = [
    OSError(errno.ENOSPC, "No space left on device"),
    OSError(errno.EIO, "Input/output error"),
    PermissionError(errno.EACCES, "Permission denied"),
]
CALLS: Final = [(Path, "replace"), (Path, "lstat"), (Path, "chmod"), (os, "fsync"), (os, "open"), (tempfile, "mkstemp")]


State = tuple[dict[str, dict[str, Any]], bool]
"""The answers as their file holds them, and whether they are finished."""


class Respondent(RuleBasedStateMachine):
    """Answers through an interview and a keeper; `said` is the model: what was answered, in the plainest form."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.patch = pytest.MonkeyPatch()
        self.workspace = Workspace(Path(self.place.name) / "answers", small())
        self.keeper = open_response(self.workspace, self.workspace.begin("endpoint", Depth.FULL))
        self.interview = begin_interview(small(), self.keeper.response, THEN)
        self.said: dict[str, dict[str, Any]] = {}
        self.is_finished = False
        self.known = self.expected()
        self.before: list[State] = []

    def go(self, interview: Interview, *, finishes: bool = False) -> None:
        """Goes on to what an event leads to. What says the same again is no change: it can neither be taken back, nor
        does it open what was finished."""
        answers, was_finished = self.known
        if self.expected()[0] != answers:
            self.before.append(self.known)
        elif not finishes:
            self.is_finished = was_finished
        self.take(interview)

    def take(self, interview: Interview) -> None:
        self.known = self.expected()
        self.interview = interview
        if interview.response is not self.keeper.response:
            self.keeper.keep(interview.response)

    def says(self, facet: Facet, choice: Choice | None) -> None:
        answer = self.said.setdefault(self.interview.question.id, {})
        answer[facet.value] = choice
        needed = answer.get("needed")
        if not (isinstance(needed, int) and needed >= BASIS_FROM):
            answer["basis"] = None
        self.is_finished = False

    @rule(data=st.data())
    def choose(self, data: st.DataObject) -> None:
        facet = data.draw(st.sampled_from(self.interview.facets))
        scale = small().scale_of(self.interview.question, facet)
        choice = scale.choice(data.draw(st.integers(0, len(scale.options) - 1)))
        self.says(facet, choice)
        self.go(self.interview.choose(facet, choice, THEN))

    @rule()
    def not_known(self) -> None:
        self.says(self.interview.facet, DONT_KNOW)
        self.go(self.interview.state(DONT_KNOW, THEN))

    @rule()
    def not_applicable(self) -> None:
        here, given = self.interview.facet, self.said.get(self.interview.question.id, {})
        columns = self.interview.question.facets
        open_ones = [facet for facet in columns if facet is here or given.get(facet.value) is None]
        for facet in [here] if here is Facet.BASIS else open_ones:
            self.says(facet, NOT_APPLICABLE)
        self.go(self.interview.state(NOT_APPLICABLE, THEN))

    @rule()
    def same(self) -> None:
        place, questions = self.interview.place, self.interview.questions
        above = self.said.get(questions[place - 1].id, {}).get("owner") if place else None
        if above is not None and Facet.OWNER in questions[place].facets:
            self.says(Facet.OWNER, above)
        self.go(self.interview.same(THEN))

    @rule()
    def clear(self) -> None:
        self.says(self.interview.facet, None)
        self.go(self.interview.clear(THEN))

    @rule()
    def flag(self) -> None:
        answer = self.said.setdefault(self.interview.question.id, {})
        answer["flag"] = not answer.get("flag", False)
        self.is_finished = False
        self.go(self.interview.flag(THEN))

    @rule(text=st.text(max_size=20).map(clean), data=st.data())
    def note(self, text: str, data: st.DataObject) -> None:
        question = data.draw(st.sampled_from(self.interview.questions)).id
        self.said.setdefault(question, {})["note"] = text
        self.is_finished = False
        self.go(self.interview.note(question, text, THEN))

    @rule(event=st.sampled_from(["next", "back", "next_open", "leave_question"]))
    def move(self, event: str) -> None:
        self.go(getattr(self.interview, event)(THEN))

    @rule(place=st.integers(-1, 20))
    def jump(self, place: int) -> None:
        self.go(self.interview.jump(place, THEN))

    @rule(column=st.integers(0, 2))
    def turn_to(self, column: int) -> None:
        self.go(self.interview.turn_to(min(column, len(self.interview.shown_facets) - 1)))

    @rule(at=st.integers(0, 14))
    def come_back_from_the_review(self, at: int) -> None:
        question = self.interview.questions[at].id
        turn = Turn(self.interview.sitting, question)
        self.go(begin_interview(small(), self.keeper.response, THEN, turn))

    @rule()
    def finish(self) -> None:
        self.is_finished = True
        self.go(self.interview.finish(THEN), finishes=True)

    @rule()
    def undo(self) -> None:
        """Exactly what was there before the last change of this sitting; nothing where there is none."""
        if self.before:
            answers, self.is_finished = self.before.pop()
            self.said = {question: dict(answer) for question, answer in answers.items()}
        undone = self.interview.undo(THEN)
        assert len(undone.sitting.changes) == len(self.before)
        self.take(undone)

    @rule()
    def undo_everything(self) -> None:
        """Back to where this sitting began, and no further."""
        while self.interview.sitting.changes:
            self.undo()
        assert not self.before

    @rule(call=st.sampled_from(CALLS), error=st.sampled_from(FAULTS), every=st.integers(1, 3))
    def let_the_disk_refuse(self, call: tuple[Any, str], error: OSError, every: int) -> None:
        """Every so many calls of one kind fail from now on."""
        self.patch.undo()
        really, calls = getattr(*call), [0]

        def perhaps(*arguments: Any, **named: Any) -> Any:
            calls[0] += 1
            if calls[0] % every == 0:
                raise error
            return really(*arguments, **named)

        self.patch.setattr(*call, perhaps)

    @rule()
    def let_the_disk_work(self) -> None:
        self.patch.undo()

    @precondition(lambda self: not self.keeper.is_saved)
    @rule()
    def try_again(self) -> None:
        self.keeper.try_again()

    @rule()
    def leave_and_continue(self) -> None:
        if self.keeper.settle():
            self.patch.undo()
            self.keeper.close()
            (file,) = self.workspace.read().files
            self.keeper = open_response(self.workspace, file)
            self.interview = begin_interview(small(), self.keeper.response, THEN)
            self.before = []

    @invariant()
    def what_is_said_to_be_saved_is_on_disk(self) -> None:
        if self.keeper.is_saved:
            assert self.on_disk() == self.expected()
            assert self.keeper.problem == ""

    def expected(self) -> State:
        said = {
            question: {key: value for key, value in answer.items() if value is not None and value not in ("", False)}
            for question, answer in self.said.items()
        }
        # 0 is an answer and equals False.
        for question, answer in self.said.items():
            said[question] |= {key: 0 for key, value in answer.items() if value == 0 and value is not False}
        return {question: answer for question, answer in said.items() if answer}, self.is_finished

    def on_disk(self) -> State:
        document = tomllib.loads(self.keeper.path.read_text(encoding="utf-8"))
        return document["answers"], "completed" in document["respondent"]

    def teardown(self) -> None:
        self.patch.undo()
        assert self.keeper.settle()
        assert self.on_disk() == self.expected()
        assert sorted(path.suffix for path in self.keeper.path.parent.glob("*")) in (
            [".toml"],
            [".maturity-lock", ".toml"],
        )
        self.keeper.close()
        self.place.cleanup()


TestRespondent = Respondent.TestCase
TestRespondent.settings = settings(max_examples=10, stateful_step_count=30, deadline=None)
