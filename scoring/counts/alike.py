"""Responses that are counted alike: of the same team, asked the same, on the same version of the questionnaire.

Ten thousand people choose among few options. So it is counted how often each distinct answer was given, and each is
judged once; files that were read together share the objects of equal answers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable

from questionnaires import Answer, Foreign, Questionnaire, Response
from questionnaires.response import SharedAnswers


class Alike:
    """How many responses are alike, and how often which answer stands in them; each is counted as the `example`."""

    def __init__(self, example: Response) -> None:
        self.example = example
        self.people = 0
        self.completed = 0
        self.votes = 0
        self._times: Counter[int] = Counter()
        self._entries: dict[int, tuple[str, Answer]] = {}

    def add(self, response: Response) -> None:
        """One more that is like the others."""
        if response.respondent.voted:
            self.votes += 1
        else:
            self.people += 1
            self.completed += response.respondent.completed is not None
        answers = response.answers
        entries = answers.entries if isinstance(answers, SharedAnswers) else tuple(answers.items())
        distinct = len(self._times)
        # By identity, which takes no looking into an answer. It is no other's as long as the entry is held here.
        self._times.update(map(id, entries))
        if len(self._times) > distinct:
            self._entries.update(zip(map(id, entries), entries, strict=True))

    @property
    def size(self) -> int:
        """How many responses they are, with those that a team in the room voted."""
        return self.people + self.votes

    def by_question(self, questionnaire: Questionnaire, left_out: Foreign) -> dict[str, list[tuple[Answer, int]]]:
        """By what a question is called today, the answers to it that can be used, and how often each was given."""
        renamed = questionnaire.renamed
        names = {key: renamed.get(key, key) for key, _ in self._entries.values() if key not in left_out.unknown}
        # Of two questions that are one by now, the answer that stands last in the response counts.
        last = {today: key for key, today in names.items()}
        found: defaultdict[str, list[tuple[Answer, int]]] = defaultdict(list)
        for identity, (key, answer) in self._entries.items():
            if key in names and last[names[key]] == key:
                found[names[key]].append((answer, self._times[identity]))
        return found


def what_alike_share(questionnaire: Questionnaire, response: Response) -> Hashable:
    """Equal for two responses that are counted alike, whatever their answers are."""
    who, written = response.respondent, response.questionnaire
    asked = (who.team, who.depth, who.only)
    if written.fingerprint == questionnaire.fingerprint and questionnaire.renamed.keys().isdisjoint(response.answers):
        return asked
    # Which answers can be used depends on the others beside them, and on what the scales meant.
    return (*asked, written.fingerprint, tuple(sorted(written.scales.items())), tuple(response.answers))
