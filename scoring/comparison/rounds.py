"""One round against an earlier one: how agreement on each question moved.

Gaps and agreement are of the teams that answered a facet in both rounds: a gap that shrinks because a team is missing
is no agreement. Whether a named owner has spoken is looked up in each whole round. Where answers are carried over, how
things are now is what the carried round says: those who have not answered again stand with what they said before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from questionnaires import Question, Questionnaire
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from scoring.comparison.coverage import Coverage, coverage_of
from scoring.comparison.holding import Holding, holding
from scoring.comparison.people import PeopleMoved
from scoring.comparison.questions import Cells
from scoring.comparison.stands import Stand, WholeRound
from scoring.counts.carrying import carry
from scoring.counts.tally import Tally


class Step(StrEnum):
    """How agreement on a question moved from the earlier round to the later one."""

    NEWLY_AGREED = "newly_agreed"
    CLOSER = "closer"
    UNCHANGED = "unchanged"
    FURTHER_APART = "further_apart"
    NO_LONGER_AGREED = "no_longer_agreed"
    NOT_COMPARABLE = "not_comparable"
    NOT_ASKED_AGAIN = "not_asked_again"
    ASKED_FIRST = "asked_first"


@dataclass(frozen=True, slots=True)
class QuestionMovement:
    """A question in two rounds, over `teams`, which answered it in both.

    `before` and `after` hold these teams only, and are None where no facet has two of them. `apart` then holds where
    each that answered the same facet in both rounds stood and stands by itself, if any did. `missing` answered it in
    the earlier round only, `joined` in the later only; `instead` is what such a team said in the other round, where it
    said that it does not know, or that the question does not apply. `half` are, by facet, those of `teams` that
    answered it in one round only. `is_whole`: nobody's answer is left out of `before` and `after`. `standing` are teams
    that said nothing in the later round, whose earlier answers count in `after`. `holding`: the thresholds with which
    that of this question now holds together, or no longer does.
    """

    question: Question
    step: Step
    teams: tuple[str, ...]
    missing: tuple[str, ...]
    joined: tuple[str, ...]
    before: Stand | None = None
    after: Stand | None = None
    apart: tuple[Stand, Stand] | None = None
    instead: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    half: Mapping[Facet, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    is_whole: bool = False
    standing: tuple[str, ...] = ()
    holding: tuple[Holding, ...] = ()

    @property
    def stands(self) -> tuple[Stand, Stand] | None:
        """Both rounds with the teams that can be looked at in both, be it one; None where there is none."""
        if self.before is None or self.after is None:
            return self.apart
        return self.before, self.after

    @property
    def has_moved(self) -> bool:
        """Whether any of these teams stands elsewhere than before."""
        places = [one.places for one in (self.before, self.after) if one is not None]
        return any(place != places[0] for place in places)

    @property
    def is_agreed_in_both(self) -> bool:
        """Whether everybody who answered in either round agrees in both."""
        if self.step is not Step.UNCHANGED or not self.is_whole or self.before is None or self.after is None:
            return False
        return self.before.is_agreed and self.after.is_agreed

    @property
    def without_common_position(self) -> tuple[str, ...]:
        """The teams that are torn in one of the rounds."""
        stands = [one for one in (self.before, self.after) if one is not None]
        return tuple(dict.fromkeys(team for one in stands for team in one.torn))


@dataclass(frozen=True, slots=True)
class Movement:
    """All questions against an earlier round.

    `both` are the teams in both rounds, `gone` those that answered nothing again, `came` those that had answered
    nothing before. `people` is None where nothing is known of who answered.
    """

    against: int
    questions: tuple[QuestionMovement, ...]
    both: tuple[str, ...]
    gone: tuple[str, ...]
    came: tuple[str, ...]
    coverage: Coverage
    people: PeopleMoved | None = None

    def of_step(self, step: Step) -> tuple[QuestionMovement, ...]:
        """The questions that moved in this way."""
        return tuple(item for item in self.questions if item.step is step)


@dataclass(frozen=True, slots=True)
class _Rounds:
    """The earlier round, the later one by itself, and with what everybody said `last`.

    `again` is by whom and on what the teams are set side by side, `now` how things are in the end: with answers carried
    over, those beside whoever has answered again, and all that stand.
    """

    first: WholeRound
    second: WholeRound
    last: WholeRound
    again: WholeRound
    now: WholeRound


def movement(  # noqa: PLR0913 - two rounds, and what is known besides, each by its name
    questionnaire: Questionnaire,
    earlier: Tally,
    later: Tally,
    against: int,
    people: PeopleMoved | None = None,
    *,
    last: Tally | None = None,
    carrying: bool = False,
) -> Movement:
    """Every question that was answered in either round, in the order of the questionnaire; `against` is the number of
    the earlier one. `last` counts what everybody said last: by team, unless it is handed in. With `carrying`, that is
    how things are now; else the later round alone is."""
    last = carry(earlier, later, against)[0] if last is None else last
    spoken = {cell: last.cells[cell] if value.said else value for cell, value in later.cells.items()}
    first, second, whole = (WholeRound(questionnaire, counted) for counted in (earlier, later, last))
    again = WholeRound(questionnaire, replace(later, cells=MappingProxyType(spoken))) if carrying else second
    rounds = _Rounds(first, second, whole, again, whole if carrying else second)
    held = holding(first, rounds.now)
    return Movement(
        against,
        tuple(replace(item, holding=held.get(item.question.id, ())) for item in _movements(rounds)),
        tuple(team for team in first.teams if team in second.teams),
        tuple(team for team in first.teams if team not in second.teams),
        tuple(team for team in second.teams if team not in first.teams),
        coverage_of(first, second),
        people,
    )


def _movements(rounds: _Rounds) -> Iterator[QuestionMovement]:
    order = [team.id for team in rounds.first.questionnaire.teams]
    for question in rounds.first.questionnaire.questions:
        before, after = rounds.first.cells(question), rounds.again.cells(question)
        was, now = _answering(before), _answering(after)
        if not was and not now:
            continue
        missing = tuple(team for team in order if team in was and team not in now)
        joined = tuple(team for team in order if team in now and team not in was)
        instead = {team: said for team in missing if (said := _said_instead(after, team))}
        instead |= {team: said for team in joined if (said := _said_instead(before, team))}
        both = tuple(team for team in order if team in was and team in now)
        item = QuestionMovement(question, Step.NOT_COMPARABLE, both, missing, joined, instead=instead)
        if _is_silent(before) or _is_silent(after):
            yield replace(item, step=Step.ASKED_FIRST if now else Step.NOT_ASKED_AGAIN)
        else:
            yield _compared(item, rounds)


def _compared(item: QuestionMovement, rounds: _Rounds) -> QuestionMovement:
    """The question with where the teams stood that answered it in both rounds, and the step between."""
    question, first = item.question, rounds.first
    was, again, now = (_by_facet(one.cells(question)) for one in (first, rounds.again, rounds.now))
    kept = {facet: tuple(team for team in item.teams if team in was[facet] & again[facet]) for facet in was}
    half = {facet: tuple(team for team in item.teams if team in was[facet] ^ again[facet]) for facet in was}
    item = replace(item, half={facet: teams for facet, teams in half.items() if teams})
    if not any(kept.values()):
        return item
    before, after = first.stand(question, kept), rounds.now.stand(question, kept)
    if all(len(teams) < 2 for teams in kept.values()):
        return replace(item, apart=(before, after))
    is_whole = all(
        teams <= {*kept[facet], *one.besides}
        for one, facets in ((before, was), (after, now))
        for facet, teams in facets.items()
    )
    # Somebody who has not come back may still be of another mind, also inside a team.
    is_same = rounds.now.cells(question) == rounds.last.cells(question) and not (
        item.missing or item.joined or item.half
    )
    wholes = (before, after) if is_same else (first.whole(question), rounds.last.whole(question))
    # A facet that can no longer be compared may hold the very dispute, so that nothing is called agreed over the rest.
    is_complete = all(len(kept[f]) > 1 for facets in (was, again) for f, teams in facets.items() if len(teams) > 1)
    step = _step(before, after, wholes, is_complete)
    said = {team for row in rounds.second.cells(question).values() for team, cell in row.items() if cell.said}
    return replace(
        item,
        step=step,
        before=before,
        after=after,
        is_whole=is_whole,
        standing=tuple(team for team in after.besides if team not in said),
    )


def _by_facet(cells: Cells) -> dict[Facet, frozenset[str]]:
    """By facet the teams with an answer."""
    return {facet: frozenset(team for team, cell in row.items() if cell.answered) for facet, row in cells.items()}


def _answering(cells: Cells) -> set[str]:
    return {team for row in cells.values() for team, cell in row.items() if cell.answered}


def _is_silent(cells: Cells) -> bool:
    """Whether nobody said anything, not even that they do not know."""
    return not any(cell.said for row in cells.values() for cell in row.values())


def _said_instead(cells: Cells, team: str) -> str | None:
    """What a team said that gave no answer; of both states, that it does not know."""
    mine = [row[team] for row in cells.values() if team in row]
    if any(cell.dont_know for cell in mine):
        return DONT_KNOW
    return NOT_APPLICABLE if any(cell.not_applicable for cell in mine) else None


def _step(before: Stand, after: Stand, wholes: tuple[Stand, Stand], is_complete: bool) -> Step:
    """*Newly agreed*: these teams agree now, and so does everybody with what they said last, but before these did not.
    *No longer agreed*: everybody agreed before, and now these teams do not. All else goes by how far apart they are."""
    was, now = wholes
    if is_complete and after.is_agreed and now.is_agreed and not before.is_agreed:
        return Step.NEWLY_AGREED
    # That a named owner has not come back is nobody's change of mind.
    has_moved = bool(before.facets) or before.named != after.named
    if has_moved and was.is_agreed and not after.is_agreed:
        return Step.NO_LONGER_AGREED
    return _towards(before, after)


def _towards(before: Stand, after: Stand) -> Step:
    """By the widest facet of each round, or by agreement between the teams. *Closer* is never said of a gap that grew,
    nor of one that only narrowed in the middle of a team that has no common position any more."""
    nobody_tore = set(after.torn) <= set(before.torn)
    if nobody_tore and after.apartness < before.apartness and after.gap <= before.gap:
        return Step.CLOSER
    if after.apartness > before.apartness and after.gap >= before.gap:
        return Step.FURTHER_APART
    return Step.UNCHANGED
