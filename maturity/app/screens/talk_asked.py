"""What the panel asks, step by step, to settle something or to park it; each answer gives another draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from maturity.app.screens.talk_panel import Asked, Field
from maturity.app.widgets.literal import Part
from maturity.pictures.glyphs import CHOSEN, FLAG
from maturity.rounds.drafting import Ask, Draft, Parking, Step
from questionnaires import label
from questionnaires.decisions import Control
from questionnaires.words import Kind

CONTROLS: Final = {
    Control.KEPT: "we keep it",
    Control.GIVEN_UP: "the rest is given up",
    Control.COVERED: "covered by a safeguard of ours",
}
_KEYS: Final = (("Enter", "saves it"), ("esc", "goes a step back"))
_LONGEST_NAME: Final = 80
_LONGEST_SENTENCE: Final = 240


@dataclass(frozen=True, slots=True)
class Called:
    """What the teams are called, in the order of their digits, their codes, and whoever can own a task."""

    teams: Mapping[str, str]
    codes: Mapping[str, str]
    owners: Mapping[str, str]


def deciding(title: str, draft: Draft, called: Called, take: Callable[[Draft], None]) -> Asked:
    """What is asked next; `take` gets the draft that a typed answer leads to."""
    lines, heading = tuple(_said(draft, called)), f"Decide: {title}"
    match draft.step:
        case Step.CONTROL:
            return Asked(
                heading, (*lines, ("The control", ("what becomes of it?",))), choices=_numbered(CONTROLS.values())
            )
        case Step.SAFEGUARD:
            field = _field("Which safeguard of ours covers it?", "", lambda said: take(replace(draft, safeguard=said)))
            return Asked(heading, lines, field=field)
        case Step.TESTED_BY:
            return Asked(heading, (*lines, ("Tested by", ("which team?",))), choices=_numbered(called.teams.values()))
        case Step.DECIDER:
            hint = "Enter takes this name" if draft.decider else "the name of one person or body, then Enter"
            field = Field("Who decides?", draft.decider, _LONGEST_NAME, lambda said: take(draft.decided_by(said)), hint)
            return Asked(heading, lines, field=field)
        case _:
            return Asked(heading, (*lines, *_to_confirm(draft, called)), _KEYS)


def reason_of(title: str, draft: Draft, team: str, called: Called, take: Callable[[Draft], None]) -> Asked:
    """Why a team objects."""
    field = _field(f"Why does {called.teams[team]} object?", "", lambda said: take(draft.objected(team, said)))
    return Asked(f"Decide: {title}", (), field=field)


def typed(title: str, name: str, offered: str, take: Callable[[str], None]) -> Asked:
    """One thing that is typed on request."""
    return Asked(f"Decide: {title}", (), field=_field(name, offered, take))


def parking(title: str, parked: Parking, take: Callable[[Parking], None], due: Callable[[str], None]) -> Asked:
    """What is done next, by whom and until when."""
    said: list[tuple[str, Sequence[Part]]] = []
    if parked.what:
        said.append(("Next step", ((parked.what, "bold"),)))
    if parked.is_who_said:
        said.append(("Who", ((parked.who, "bold"),)))
    match parked.ask:
        case Ask.WHAT:
            field = _field("What is done next?", "", lambda words: take(replace(parked, what=words)))
        case Ask.WHO:
            name = "Who does it? A person or a team."
            then = lambda words: take(replace(parked, who=words, is_who_said=bool(words)))  # noqa: E731
            field = Field(name, parked.who, _LONGEST_NAME, then)
        case _:
            field = Field("Until when?", str(parked.due), 12, due, "Enter takes it and parks; or a day, or +14")
    return Asked(f"Park: {title}", said, field=field)


def _said(draft: Draft, called: Called) -> Iterator[tuple[str, Sequence[Part]]]:
    if draft.value is not None:
        yield "Outcome", ((f"{CHOSEN} {draft.value:f} {draft.scale.unit}", "bold $chosen"),)
    elif draft.choice is not None:
        name = called.owners.get(str(draft.choice)) or label(draft.scale, draft.choice)
        yield "Outcome", ((f"{CHOSEN} {name}", "bold $chosen"),)
    if draft.control is not None:
        yield "The control", (CONTROLS[draft.control],)
    if draft.safeguard:
        tested = f", tested by {called.teams[draft.tested_by]}" if draft.tested_by else ""
        yield "Safeguard", (f"{draft.safeguard}{tested}",)
    if draft.is_decider_said:
        yield "Decided by", ((draft.decider, "bold"),)


def _to_confirm(draft: Draft, called: Called) -> Iterator[tuple[str, Sequence[Part]]]:
    yield "Review by", ((str(draft.review_by), "bold"), ("   ← → a week, t types it", "$quiet"))
    if draft.by is not None:
        yield "Reached by", ((str(draft.by), "bold"), ("   b types it", "$quiet"))
    if draft.question.kind is Kind.OWNERSHIP:
        yield "Deputy", (called.owners.get(draft.deputy, "none"), ("   d names the next one", "$quiet"))
    yield "Why", (draft.because or "–", ("   w writes it", "$quiet"))
    for one in draft.objections:
        yield "Objection", ((f"{FLAG} {called.teams[one.team]}: ", "$warning"), one.reason)
    yield (
        "Objections" if not draft.objections else "More",
        ("none   " if not draft.objections else "", *_digits(called)),
    )


def _digits(called: Called) -> Iterator[Part]:
    for place, team in enumerate(called.teams, start=1):
        yield (f"{place}", "bold $accent")
        yield (f" {called.codes[team]}  ", "$quiet")


def _numbered(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(place), name) for place, name in enumerate(names, start=1))


def _field(name: str, offered: str, take: Callable[[str], None]) -> Field:
    return Field(name, offered, _LONGEST_SENTENCE, take, "Enter goes on")
