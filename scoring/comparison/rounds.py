"""One round against an earlier one: how agreement on each question moved.

Gaps and agreement are of the teams that answered a facet in both rounds: a gap that shrinks because a team is missing
is no agreement. Whether a named owner has spoken, and whether a question is agreed at all, is looked up in each whole
round. Nothing is carried over from one round to the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from questionnaires import Question, Questionnaire
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from scoring.comparison.people import PeopleMoved
from scoring.comparison.questions import Cells
from scoring.comparison.stands import Stand, WholeRound
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
    answered it in one round only. `is_whole`: nobody's answer is left out of `before` and `after`.
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
    def without_common_position(self) -> tuple[str, ...]:
        """The teams that are torn in one of the rounds."""
        stands = [one for one in (self.before, self.after) if one is not None]
        return tuple(dict.fromkeys(team for one in stands for team in one.torn))


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the later round can say by itself, with nothing carried over.

    Of `teams` with a file some are `answering`. Of the questions `asked` of two teams or more so many are `compared`,
    because two have answered; so many of them could be compared in the earlier round `again`, and so many questions in
    all `before`.
    """

    asked: int
    teams: int
    answering: int
    compared: int
    again: int
    before: int


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


def movement(
    questionnaire: Questionnaire, earlier: Tally, later: Tally, against: int, people: PeopleMoved | None = None
) -> Movement:
    """Every question that was answered in either round, in the order of the questionnaire; `against` is the
    number of the earlier one."""
    first, second = WholeRound(questionnaire, earlier), WholeRound(questionnaire, later)
    return Movement(
        against,
        tuple(_movements(first, second)),
        tuple(team for team in first.teams if team in second.teams),
        tuple(team for team in first.teams if team not in second.teams),
        tuple(team for team in second.teams if team not in first.teams),
        _coverage(first, second),
        people,
    )


def _coverage(first: WholeRound, second: WholeRound) -> Coverage:
    questions = first.questionnaire.questions
    asked = [question for question in questions if second.is_asked(question)]
    return Coverage(
        len(asked),
        len(second.counted.progress),
        len(second.teams),
        sum(second.is_comparable(question) for question in asked),
        sum(first.is_comparable(question) for question in asked),
        sum(first.is_comparable(question) for question in questions),
    )


def _movements(first: WholeRound, second: WholeRound) -> Iterator[QuestionMovement]:
    order = [team.id for team in first.questionnaire.teams]
    for question in first.questionnaire.questions:
        before, after = first.cells(question), second.cells(question)
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
            yield _compared(item, first, second)


def _compared(item: QuestionMovement, first: WholeRound, second: WholeRound) -> QuestionMovement:
    """The question with where the teams stood that answered it in both rounds, and the step between."""
    question = item.question
    answered = [
        {facet: frozenset(team for team, cell in row.items() if cell.answered) for facet, row in cells.items()}
        for cells in (first.cells(question), second.cells(question))
    ]
    was, now = answered
    kept = {facet: tuple(team for team in item.teams if team in was[facet] & now[facet]) for facet in question.facets}
    half = {facet: tuple(team for team in item.teams if team in was[facet] ^ now[facet]) for facet in question.facets}
    item = replace(item, half={facet: teams for facet, teams in half.items() if teams})
    if not any(kept.values()):
        return item
    before, after = first.stand(question, kept), second.stand(question, kept)
    if all(len(teams) < 2 for teams in kept.values()):
        return replace(item, apart=(before, after))
    is_whole = all(
        teams <= {*kept[facet], *one.besides}
        for one, facets in zip((before, after), answered, strict=True)
        for facet, teams in facets.items()
    )
    # Somebody who has not come back may still be of another mind.
    is_same = not (item.missing or item.joined or item.half)
    wholes = (before, after) if is_same else (first.whole(question), second.whole(question, since=first))
    # A facet that can no longer be compared may hold the very dispute, so that nothing is called agreed over the rest.
    is_complete = all(len(kept[facet]) > 1 for facets in answered for facet, teams in facets.items() if len(teams) > 1)
    step = _step(before, after, wholes, is_complete)
    return replace(item, step=step, before=before, after=after, is_whole=is_whole)


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
