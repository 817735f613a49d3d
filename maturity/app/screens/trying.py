"""What if: somebody moves a team or an outcome on the scale, and nothing is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from maturity.results.questions import QuestionResults
from questionnaires.words import Facet

ROOM: Final = ""
"""Stands for the room, which decides, in place of a team."""
MOVED: Final = "▸"
"""Stands before the code of a team that was moved."""
OUTCOME: Final = "◆outcome"
"""Stands at the option that the room was supposed to decide on, while a team moves."""
OFFERED: Final = "░ most offered"
LIMIT: Final = "░ strictest possible"
TORN: Final = "◇"
"""Stands before the code of a team that has no common position."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Who is moved now, and what was moved so far: by team the place of its option, and that of the outcome.

    `teams` are those that can be moved. A team that was moved keeps its place until the trial is forgotten.
    """

    facet: Facet
    teams: tuple[str, ...]
    who: str = ROOM
    outcome: int | None = None
    moved: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_of_room(self) -> bool:
        """Whether it is the outcome that moves now."""
        return self.who == ROOM

    @property
    def place(self) -> int | None:
        """Where whoever moves now was put; None where it was not moved."""
        return self.outcome if self.is_of_room else self.moved.get(self.who)

    def turned(self, step: int) -> Trial:
        """On to another one who moves: the room, and then team by team."""
        everybody = (ROOM, *self.teams)
        return replace(self, who=everybody[(everybody.index(self.who) + step) % len(everybody)])

    def put(self, place: int) -> Trial:
        """With whoever moves now at this option."""
        if self.is_of_room:
            return replace(self, outcome=place)
        return replace(self, moved={**self.moved, self.who: place})


def places_of(item: QuestionResults, facet: Facet, team: str) -> tuple[int, ...]:
    """The places of a team on a facet: its middle answer, of a torn team both ends, of owners all that it names most;
    none without answers."""
    entry = next((entry for name, entry in item.answers_of(team) if name is facet), None)
    if entry is None or not entry.answered:
        return ()
    if entry.ends is not None:
        return entry.ends
    if entry.position is None:
        return tuple(place for place, count in enumerate(entry.counts) if count == max(entry.counts))
    return (int(entry.position),)


def changed(item: QuestionResults, trial: Trial) -> int:
    """How many teams were moved away from where they stood."""
    return sum(places_of(item, trial.facet, team) != (place,) for team, place in trial.moved.items())


def most_voted(votes: Mapping[str, int]) -> int | None:
    """The place of the option that more teams voted for than for any other; None of a tie."""
    ranked = Counter(votes.values()).most_common(2)
    is_tie = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
    return None if is_tie or not ranked else ranked[0][0]


def voted_says(labels: Sequence[str], votes: Mapping[str, int]) -> str:
    """`Operations 2 of 3, Endpoint 1 of 3`; of a tie that it is one."""
    ranked = sorted(Counter(votes.values()).items(), key=lambda one: (-one[1], one[0]))
    said = ", ".join(f"{labels[place]} {count} of {len(votes)}" for place, count in ranked)
    return said if most_voted(votes) is not None else f"a tie, {said}"


def asides(item: QuestionResults, trial: Trial, codes: Mapping[str, str]) -> tuple[str, ...]:
    """By option the codes of the teams that stand there: those that were moved behind a mark, those without a common
    position at both ends of their answers."""
    at: list[list[str]] = [[] for _ in item.scale]
    for team in trial.teams:
        if team in trial.moved:
            at[trial.moved[team]].append(f"{MOVED}{codes[team]}")
            continue
        places = places_of(item, trial.facet, team)
        for place in places:
            at[place].append(f"{TORN}{codes[team]}" if len(places) > 1 else codes[team])
    offered = item.offered.most if item.offered is not None and trial.facet is Facet.NEEDED else item.limit
    if offered is not None:
        at[offered].append(OFFERED if item.offered is not None else LIMIT)
    if trial.outcome is not None and not trial.is_of_room:
        at[trial.outcome].append(OUTCOME)
    return tuple(" ".join(names) for names in at)
