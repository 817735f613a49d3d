"""How much a round can say by itself that not everybody has answered yet."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.comparison.stands import WholeRound


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the later round can say by itself, with nothing carried over.

    Of `teams` with a file in it, or with answers in the earlier round, some are `answering`. Of the questions `asked`
    of two teams or more so many are `compared`, because two have answered; so many of them could be compared in the
    earlier round `again`, and so many questions in all `before`.
    """

    asked: int
    teams: int
    answering: int
    compared: int
    again: int
    before: int


def coverage_of(first: WholeRound, second: WholeRound) -> Coverage:
    """What the second of two rounds can say by itself, beside the first."""
    questions = first.questionnaire.questions
    asked = [question for question in questions if second.is_asked(question)]
    return Coverage(
        len(asked),
        len({*first.teams, *second.counted.progress}),
        len(second.teams),
        sum(second.is_comparable(question) for question in asked),
        sum(first.is_comparable(question) for question in asked),
        sum(first.is_comparable(question) for question in questions),
    )
