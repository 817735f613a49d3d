"""How many people of each team have answered in a round, of those whom somebody asked for it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from maturity.files.gathering import Gathered
from questionnaires import Questionnaire


@dataclass(frozen=True, slots=True)
class Heard:
    """A team that was asked for a round: its name, how many of it have answered, of how many, and until when.

    Nobody is matched to an answer, so that only counts are told; `asked` is None where nobody knows how many they are.
    """

    name: str
    answered: int
    asked: int | None
    until: dt.date | None

    @property
    def missing(self) -> int | None:
        """How many of those asked have not answered; None where nobody knows."""
        return None if self.asked is None else max(0, self.asked - self.answered)

    @property
    def lacks_some(self) -> bool:
        """Whether somebody who was asked is known not to have answered."""
        return self.answered == 0 or bool(self.missing)

    @property
    def is_more(self) -> bool:
        """Whether more have answered than were asked."""
        return self.asked is not None and self.answered > self.asked

    def is_late(self, today: dt.date) -> bool:
        """Whether the last day is over and somebody has not answered."""
        return self.lacks_some and self.until is not None and self.until < today


def heard_in(gathered: Gathered, questionnaire: Questionnaire, number: int) -> dict[str, Heard]:
    """By id, the teams that somebody asked for this round, in the order of the questionnaire; none without a roster."""
    asked = {} if gathered.roster is None else gathered.roster.roster.invited(number)
    answered = people_answered(gathered, number) if asked else {}
    return {
        team.id: Heard(team.label, answered.get(team.id, 0), asked[team.id].people, asked[team.id].until)
        for team in questionnaire.teams
        if team.id in asked
    }


def people_answered(gathered: Gathered, number: int) -> Counter[str]:
    """By team, how many people have an answer in this round; whoever has only begun has none, nor is a vote one.

    A tally does not say that: of a team with answers there all its people count.
    """
    found = (response for response in gathered.of_round(number) if not response.respondent.voted)
    people = Counter(response.respondent.team for response in found if response.answers)
    for file in gathered.tallies:
        if file.counted.round == number:
            people.update({team.id: team.respondents for team in file.counted.team if team.answered})
    return people


def people_begun(gathered: Gathered, number: int) -> Counter[str]:
    """By team, how many people with an answer in this round have not finished; of a tally nobody knows that."""
    found = gathered.of_round(number)
    return Counter(one.respondent.team for one in found if one.answers and one.respondent.completed is None)
