"""How far the teams of a folder have come in a round, and what comes next: for whoever collects the answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from maturity.files.gathering import Gathered, ResponseFile
from maturity.rounds.interview import is_open
from maturity.rounds.invited import Heard, heard_in
from questionnaires import Answer, Question, Questionnaire, Response, questions_for
from questionnaires.response import SharedAnswers
from questionnaires.words import Depth


@dataclass(frozen=True, slots=True)
class TeamState:
    """One team in one round. `answered` of `asked` are the questions of all whose answers are here; who is `counted` by
    a tally is one of the `people`, but nobody knows which questions are open there."""

    team: str
    people: int
    counted: int
    finished: int
    answered: int
    asked: int
    heard: Heard | None = None
    """How many have answered of those whom a roster says were asked; None where it does not say."""

    @property
    def left_open(self) -> int:
        """How many questions are open, of all whose answers are here."""
        return self.asked - self.answered

    @property
    def is_finished(self) -> bool:
        """Whether everybody has finished."""
        return self.finished == self.people


class _Asked:
    """The questions of everybody who is asked the same, who are thousands. Those who were read together share the
    objects of equal answers, so that each of these is judged once."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        self.questions = questions
        self._by_id = {question.id: question for question in questions}
        self._judged: dict[int, tuple[str, Answer]] = {}
        """By identity, which is no other's as long as the entry is held here."""
        self._whole: set[int] = set()
        """Those of them that leave nothing open of what was asked."""

    def answered(self, response: Response) -> int:
        """How many of the questions have a whole answer."""
        if not isinstance(response.answers, SharedAnswers):
            return sum(not is_open(question, response) for question in self.questions)
        entries = set(map(id, response.answers.entries))
        if not entries <= self._judged.keys():
            self._judge(response, response.answers.entries)
        return len(entries & self._whole)

    def _judge(self, response: Response, entries: Iterable[tuple[str, Answer]]) -> None:
        self._judged |= {id(entry): entry for entry in entries}
        named = ((id(entry), self._by_id.get(entry[0])) for entry in entries)
        self._whole |= {key for key, question in named if question and not is_open(question, response)}


class Answered:
    """How many questions each response has answered of those asked; counted anew only when its file changed."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[ResponseFile, tuple[int, int]]] = {}
        self._asked: dict[tuple[str, str, Depth, tuple[str, ...] | None], _Asked] = {}

    def of(self, questionnaire: Questionnaire, file: ResponseFile) -> tuple[int, int]:
        """Questions answered, and questions asked."""
        known = self._known.get(file.path)
        if known is None or known[0] is not file:
            asked = self._questions(questionnaire, file.response)
            known = self._known[file.path] = (file, (asked.answered(file.response), len(asked.questions)))
        return known[1]

    def _questions(self, questionnaire: Questionnaire, response: Response) -> _Asked:
        who = response.respondent
        key = (questionnaire.fingerprint, who.team, who.depth, who.only)
        if key not in self._asked:
            self._asked[key] = _Asked(questions_for(response, questionnaire))
        return self._asked[key]


def team_states(questionnaire: Questionnaire, gathered: Gathered, number: int, known: Answered) -> list[TeamState]:
    """Every team of the questionnaire, in its order, in this round; what it voted in the room is no person's."""
    files: dict[str, list[ResponseFile]] = {}
    for file in gathered.of_people:
        if file.response.respondent.round == number:
            files.setdefault(file.response.respondent.team, []).append(file)
    heard = heard_in(gathered, questionnaire, number)
    sent = [team for file in gathered.tallies if file.counted.round == number for team in file.counted.team]
    found = []
    for team in questionnaire.team_by_id:
        mine = files.get(team, [])
        done = [known.of(questionnaire, file) for file in mine]
        theirs = [one for one in sent if one.id == team]
        counted = sum(one.respondents for one in theirs)
        finished = sum(file.response.respondent.completed is not None for file in mine)
        finished += sum(one.completed for one in theirs)
        answered, asked = sum(one for one, _ in done), sum(one for _, one in done)
        found.append(TeamState(team, len(mine) + counted, counted, finished, answered, asked, heard.get(team)))
    return found


class Step(Enum):
    """What is to be done next with a folder of answers."""

    BEGIN = auto()
    """Nobody has begun."""
    GO_ON = auto()
    """One person has begun and is not through."""
    HAND_OVER = auto()
    """One person has finished; other teams are needed, or whoever compares needs this file."""
    ONE_MORE_TEAM = auto()
    """Several people of one team are there."""
    WAIT_FOR_SOME = auto()
    """Two teams or more can be compared, and somebody has not finished."""
    LATER_ROUND = auto()
    """A later round than the one to compare was begun."""
    COMPARE = auto()
    """Everybody who has begun has finished."""


def next_step(gathered: Gathered, states: list[TeamState]) -> Step:
    """What the state of the folder asks for."""
    if not gathered.files and not gathered.tallies:
        return Step.BEGIN
    if len(gathered.answered_teams) < 2:
        if len(gathered.files) == 1 and not gathered.tallies:
            finished = gathered.files[0].response.respondent.completed is not None
            return Step.HAND_OVER if finished else Step.GO_ON
        return Step.ONE_MORE_TEAM
    if gathered.round_to_answer > gathered.round_to_compare:
        return Step.LATER_ROUND
    return Step.COMPARE if all(state.is_finished for state in states) else Step.WAIT_FOR_SOME
