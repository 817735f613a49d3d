"""Responses that are counted alike: of the same team, asked the same, on the same version of the questionnaire.

Ten thousand people choose among few options. So it is counted how often each distinct answer was given, and each is
judged once; files that were read together share the objects of equal answers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable

from questionnaires import Answer, Foreign, Questionnaire, Response


class Alike:
    """How many responses are alike, and how often which answer stands in them; each is counted as the `example`."""

    def __init__(self, example: Response) -> None:
        self.example = example
        self.people = 0
        self.completed = 0
        self.votes = 0
        self._times: Counter[tuple[str, int]] = Counter()
        self._answers: dict[int, Answer] = {}

    def add(self, response: Response) -> None:
        """One more that is like the others."""
        if response.respondent.voted:
            self.votes += 1
        else:
            self.people += 1
            self.completed += response.respondent.completed is not None
        answers = response.answers
        distinct = len(self._times)
        # By identity, which takes no looking into an answer. It is no other's as long as the answer is held here.
        self._times.update(zip(answers, map(id, answers.values()), strict=True))
        if len(self._times) > distinct:
            self._answers.update(zip(map(id, answers.values()), answers.values(), strict=True))

    @property
    def size(self) -> int:
        """How many responses they are, with those that a team in the room voted."""
        return self.people + self.votes

    def by_question(self, questionnaire: Questionnaire, left_out: Foreign) -> dict[str, list[tuple[Answer, int]]]:
        """By what a question is called today, the answers to it that can be used, and how often each was given."""
        names = {
            key: questionnaire.renamed.get(key, key)
            for key, _ in self._times
            if key not in left_out.unknown
        }
        # Of two questions that are one by now, the answer that stands last in the response counts.
        last = {today: key for key, today in names.items()}
        found: defaultdict[str, list[tuple[Answer, int]]] = defaultdict(list)
        for (key, identity), times in self._times.items():
            if key in names and last[names[key]] == key:
                found[names[key]].append((self._answers[identity], times))
        return found


def what_alike_share(questionnaire: Questionnaire, response: Response) -> Hashable:
    """Equal for two responses that are counted alike, whatever their answers are."""
    who, written = response.respondent, response.questionnaire
    asked = (who.team, who.depth, who.only)
    if written.fingerprint == questionnaire.fingerprint and questionnaire.renamed.keys().isdisjoint(response.answers):
        return asked
    # Which answers can be used depends on the others beside them, and on what the scales meant.
    return (*asked, written.fingerprint, tuple(sorted(written.scales.items())), tuple(response.answers))
