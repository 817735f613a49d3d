"""What moved since another round, as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.reports.criteria import wrapped
from maturity.results.movement import MovementResults, QuestionMoved
from maturity.results.values import Step
from scoring.wording.rounds import AGREED_IN_BOTH, STEP_WORDS
from scoring.wording.words import listed

_OTHERWISE: Final = ", but not as before"
"""Of what moved without a step, in a list of what moved."""


def movement_lines(movement: MovementResults, width: int) -> Iterator[str]:
    """Counts first; then every question that moved, or could not be set beside the other round. What is as it was
    before needs no line."""
    yield from wrapped(movement_opening(movement), width)
    yield ""
    for step, words, all_items in by_step(movement):
        items = [item for item in all_items if item.is_news]
        if not items:
            continue
        title = f"{words}{_OTHERWISE}" if step is Step.UNCHANGED else words
        yield f"{title[0].upper()}{title[1:]} ({len(items)})"
        yield ""
        if step in (Step.NOT_ASKED_AGAIN, Step.ASKED_FIRST):
            again = step is Step.NOT_ASKED_AGAIN
            titles = "; ".join(item.title for item in items)
            rest = " What they said before is not compared anew." if again else ""
            yield from wrapped(f"{titles}.{rest}", width, "   -  ")
            for item in items:
                if item.says:
                    yield from wrapped(f"{item.title}: {item.says}", width, "   -  ")
        else:
            for item in items:
                yield from wrapped(f"{item.title}: {item.says}", width, "   -  ")
        yield ""


def by_step(movement: MovementResults) -> Iterator[tuple[Step, str, list[QuestionMoved]]]:
    """The questions by where they moved, with the words for it; what is agreed in both rounds apart from the rest."""
    for step, words in STEP_WORDS.items():
        items = [item for item in movement.question if item.step is step]
        agreed = [item for item in items if item.agreed]
        for how, some in ((AGREED_IN_BOTH, agreed), (words, [item for item in items if not item.agreed])):
            if some:
                yield step, how, some


def movement_opening(movement: MovementResults) -> str:
    """What moved, then which teams it is about, and how many of their people."""
    said = (movement_headline(movement), movement.says, movement.moved_say, movement.people_say)
    return " ".join(filter(None, said))


def movement_headline(movement: MovementResults) -> str:
    """What moved, in one line; of a round that is not answered in full also how little it can say.

    `Since round 1: 3 newly agreed, 2 closer, 5 neither closer nor further apart, 24 not answered again.`
    """
    said = [f"{len(items)} {words}{_by_others(movement, step)}" for step, words, items in by_step(movement)]
    among = f", among {listed(movement.teams)}" if movement.teams else ""
    counted = f"Since round {movement.against}{among}: {', '.join(said) or 'nothing to compare'}."
    return " ".join(filter(None, (counted, movement.coverage_says)))


def _by_others(movement: MovementResults, step: Step) -> str:
    """How many questions are only agreed since other people answer, so that nobody takes that for persuasion."""
    count = sum(item.has_other_people for item in movement.question if item.step is step)
    return f" ({count} of them with other people answering)" if count and step is Step.NEWLY_AGREED else ""
