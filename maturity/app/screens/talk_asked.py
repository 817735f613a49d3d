"""What the panel asks, step by step, to settle something or to park it; each answer gives another draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from maturity.app.screens.talk_panel import Asked, Field
from maturity.app.widgets.literal import Part
from maturity.pictures.signs import CHOSEN, FLAG
from maturity.reports.decided import NOT_HEARD
from maturity.rounds.changing import is_as_before
from maturity.rounds.drafting import Draft, Step
from maturity.rounds.interview import keys_of
from maturity.rounds.objecting import next_to_object, otherwise
from maturity.rounds.parking import Ask, Parking
from questionnaires import label
from questionnaires.decisions import Control
from questionnaires.words import Kind
from scoring.wording.decisions import NO_REASON
from scoring.wording.words import FACET_WORDS, listed

CONTROLS: Final = {Control.KEPT: "we keep this level", Control.GIVEN_UP: "we give up what is above it"}
_WRITES: Final = {Control.KEPT: "this level is kept", Control.GIVEN_UP: "given up beyond this"}
"""What the agreement says of them."""
CONTROL_KEYS: Final = {Control.KEPT: "k", Control.GIVEN_UP: "g"}
_COVERED: Final = "covered by a safeguard of ours"
_KEYS: Final = (("Enter", "saves it"), ("p", "saves it as proposed only"), ("esc", "goes a step back"))
_LONGEST_NAME: Final = 80
_LONGEST_SENTENCE: Final = 240


@dataclass(frozen=True, slots=True)
class Called:
    """What the teams are called, in the order of their digits, their codes, and whoever can own a task."""

    teams: Mapping[str, str]
    codes: Mapping[str, str]
    owners: Mapping[str, str]
    silent: frozenset[str] = frozenset()
    """The teams that have not answered anything; they can be named all the same."""


def deciding(title: str, draft: Draft, called: Called, take: Callable[[Draft], None], beyond: str = "") -> Asked:
    """What is asked next; `take` gets the draft that a typed answer leads to. `beyond` says that an outcome is more
    than the service offers."""
    lines, heading = tuple(_said(draft, called)), _heading(title, draft)
    match draft.step:
        case Step.CONTROL:
            return Asked(
                heading,
                (*lines, *_asks_of_control(draft, called)),
                choices=tuple(_controls(called, beyond)),
                refusal=beyond,
            )
        case Step.SAFEGUARD:
            name, before = "Which safeguard of ours covers it?", draft.safeguard_before
            field = _field(name, before, lambda said: take(replace(draft, safeguard=said)))
            wanted = "Type in a few words what covers it."
            return Asked(heading, lines, field=replace(field, wanted=wanted, is_edited=True))
        case Step.DECIDER:
            return replace(decider_of(title, draft, take), lines=lines)
        case _:
            return Asked(heading, (*lines, *_to_confirm(draft, called)), _KEYS)


def decider_of(title: str, draft: Draft, take: Callable[[Draft], None]) -> Asked:
    """Who decides; a name that is known is offered."""
    hint = "Enter takes this name" if draft.decider else "the name of one person or body, then Enter"
    wanted = "Type who decides: one person or body, by name."
    field = Field("Who decides?", draft.decider, _LONGEST_NAME, lambda said: take(draft.decided_by(said)), hint, wanted)
    return Asked(_heading(title, draft), (), field=field)


def tester_of(digit: int, teams: Sequence[str]) -> str:
    """The team that tests what covers the control, by the digit that it has everywhere; "" of one that no team has."""
    return teams[digit - 1] if 0 < digit <= len(teams) else ""


def reason_of(title: str, draft: Draft, team: str, called: Called, take: Callable[[Draft], None]) -> Asked:
    """Why a team objects."""
    is_noted = draft.objects(team)

    def taken(said: str) -> None:
        take(draft.silent(team) if is_noted and not said else draft.objected(team, said))

    field = _field(f"Why does {called.teams[team]} object?", "", taken)
    hint = "Enter alone: it does not object" if is_noted else "Enter goes on, also without a reason"
    return Asked(_heading(title, draft), (), field=replace(field, hint=hint))


def typed(
    title: str, draft: Draft, name: str, offered: str, take: Callable[[str], None], *, is_edited: bool = False
) -> Asked:
    """One thing that is typed on request; `is_edited` where what is offered was written of the same, and is gone on
    with."""
    return Asked(_heading(title, draft), (), field=replace(_field(name, offered, take), is_edited=is_edited))


def parking(
    title: str,
    parked: Parking,
    teams: Sequence[str],
    take: Callable[[Parking], None],
    due: Callable[[str], None],
) -> Asked:
    """What is done next, by whom and until when; the digit of a team, as everywhere, names that team."""
    said: list[tuple[str, Sequence[Part]]] = []
    if parked.what:
        said.append(("Next step", ((parked.what, "bold"),)))
    if parked.is_who_said:
        said.append(("Who", ((parked.who, "bold"),)))
    match parked.ask:
        case Ask.WHAT:
            field = _field("What is done next?", parked.before, lambda words: take(replace(parked, what=words)))
            field = replace(field, wanted="Type what is done next, in a sentence.")
        case Ask.WHO:
            name = "Who does it? A person or a team."
            then = lambda words: take(replace(parked, who=_team_or_name(words, teams), is_who_said=bool(words)))  # noqa: E731
            field = Field(name, parked.who, _LONGEST_NAME, then, wanted="Type who does it: a person or a team.")
        case _:
            field = Field("Until when?", str(parked.due), 12, due, "Enter takes it and parks; or a day, or +14")
    return Asked(f"Park: {title}", said, field=field)


def _team_or_name(words: str, teams: Sequence[str]) -> str:
    """The team of a digit; any other words as they were typed."""
    return teams[int(words) - 1] if words.isdecimal() and 1 <= int(words) <= len(teams) else words


def _heading(title: str, draft: Draft) -> str:
    """What is decided: of a question with several answers also which of them."""
    return f"Decide: {title}{f' · {_facet(draft)}' if _facet(draft) else ''}"


def _facet(draft: Draft) -> str:
    facets = [facet for facet, _ in draft.outcomes] or [draft.facet]
    return listed(FACET_WORDS[facet] for facet in facets) if len(draft.question.facets) > 1 else ""


def _asks_of_control(draft: Draft, called: Called) -> Iterator[tuple[str, Sequence[Part]]]:
    """Who needs more than was chosen, what is offered at most, and so what the room has to say."""
    options, offered = draft.scale.options, draft.question.offered
    chosen = draft.choice if isinstance(draft.choice, int) else 0
    most = max(draft.needs.values(), default=chosen)
    if most > chosen:
        who = listed(called.teams[team] for team, place in draft.needs.items() if place == most)
        yield "Needed", (f"“{options[most].label}”, by {who}",)
        if offered is not None and offered.most is not None and most > offered.most:
            yield "Offered", (f"at most “{options[offered.most].label}”",)
    rest = "What becomes of the rest?" if most > chosen else "Do we keep this level?"
    yield "What then?", (("What covers what is not offered?" if draft.is_beyond else rest, "bold"),)
    if most > chosen:
        yield "", (("Uncovered needs stand in the agreement, to be watched.", "$quiet"),)


def _controls(called: Called, beyond: str) -> Iterator[tuple[str, str]]:
    """What can become of the control; where the outcome is beyond the offer, only a safeguard can stand for it."""
    for place, team in enumerate(called.teams.values(), start=1):
        yield str(place), f"{_COVERED}, which {team} tests"
    for control, name in CONTROLS.items():
        writes = f"   the agreement says “{_WRITES[control]}”"
        yield CONTROL_KEYS[control], f"{name}{f'   {FLAG} NOT POSSIBLE' if beyond else writes}"


def _said(draft: Draft, called: Called) -> Iterator[tuple[str, Sequence[Part]]]:
    if draft.value is not None:
        yield "Outcome", ((f"{CHOSEN} {draft.value:f} {draft.scale.unit}", "bold $chosen"),)
    for facet, _ in draft.outcomes if draft.value is None else ():
        choice = draft.turned(facet).choice
        name = called.owners.get(str(choice)) or (label(draft.scale, choice) if choice is not None else "")
        about = f"   {FACET_WORDS[facet]}" if len(draft.question.facets) > 1 else ""
        silent = f"   {FLAG} {NOT_HEARD}" if choice in called.silent else ""
        yield "Outcome", ((f"{CHOSEN} {name}", "bold $chosen"), (about, "$quiet"), (silent, "$warning"))
    if draft.control is not None:
        yield "The control", (CONTROLS.get(draft.control, _COVERED),)
    if draft.safeguard:
        yield "Safeguard", (draft.safeguard,)
    if draft.tested_by:
        yield "Tested by", (called.teams[draft.tested_by],)


def _to_confirm(draft: Draft, called: Called) -> Iterator[tuple[str, Sequence[Part]]]:
    if draft.voted:
        yield "Voted", (draft.voted,)
    yield from _taken_over(draft)
    yield "Decided by", ((draft.decider, "bold"), ("   c names another", "$quiet"))
    yield "Review by", ((str(draft.review_by), "bold"), ("   ← → a week, t types it", "$quiet"))
    if days := [str(outcome.by) for _, outcome in draft.outcomes if outcome.by is not None]:
        yield "Reached by", ((listed(days), "bold"), ("   b types it", "$quiet"))
    if draft.question.kind is Kind.OWNERSHIP:
        names = "d names the next one" if draft.deputy else "d names one"
        names = "a digit names one, 0 nobody" if draft.asks_deputy else names
        yield "Deputy", (*_deputy(draft, called), (f"   {names}", "$quiet"))
    hint = "w writes it" if draft.because or not draft.because_before else "w offers the one before"
    yield "Why", (draft.because or "–", (f"   {hint}", "$quiet"))
    yield "Agreed by", (*_agreed(draft, called),)
    yield from _objections(draft, called)
    if draft.asks_deputy:
        yield "Deputies", (*_deputies(draft, called),)
    else:
        yield "Teams", (*_digits(called),)


def _taken_over(draft: Draft) -> Iterator[tuple[str, Sequence[Part]]]:
    """What is there from the decision that is changed, and that nothing is where the outcome is another."""
    before = draft.before
    if before is None or not draft.is_any_before:
        return
    if is_as_before(draft):
        yield "Taken over", (f"from the decision of {before.decided}", ("   0 clears all but who decides", "$quiet"))
    elif before.agreed_by or before.objected_by or before.because:
        yield "Asked anew", ("agreed, objected and why: the outcome is another",)


def _deputy(draft: Draft, called: Called) -> Iterator[Part]:
    """Who stands in; where the one before is the owner now, that nobody does."""
    yield called.owners.get(draft.deputy, "none")
    if draft.deputy in called.silent:
        yield (f"   {FLAG} {NOT_HEARD}", "$warning")
    if draft.dropped and not draft.deputy:
        name = called.owners.get(draft.dropped, draft.dropped)
        yield (f"   {FLAG} {name} was, and is the owner now", "$warning")


def _agreed(draft: Draft, called: Called) -> Iterator[Part]:
    """Who agreed, and what one key would note: all who answered and do not object, or nobody again."""
    named = ", ".join(called.codes[team] for team in called.teams if team in draft.agreed_by)
    yield (named, "bold") if named else "nobody noted"
    follows = draft.agreed_or_not().agreed_by
    would = " ".join(called.codes[team] for team in called.teams if team in follows)
    if follows != draft.agreed_by:
        one = "" if draft.asks_deputy else ", a digit one"
        yield (f"   a notes {f'{would}{one}' if would else 'nobody'}", "$quiet")


def _objections(draft: Draft, called: Called) -> Iterator[tuple[str, Sequence[Part]]]:
    """Who objects and why, and who would by the next key; nobody is supposed to who only answered otherwise."""
    for one in draft.objections:
        digit = list(called.teams).index(one.team) + 1
        why = (one.reason,) if one.reason else (NO_REASON, (f"   {digit} writes it", "$quiet"))
        yield "Objection", ((f"{FLAG} {called.teams[one.team]}: ", "$warning"), *why)
    following = " ".join(called.codes[team] for team in next_to_object(draft))
    could, noted = otherwise(draft), {one.team for one in draft.objections if not one.reason}
    if not draft.objections:
        hint = f"o notes {following}, who answered otherwise" if could else "a digit twice: that team"
        yield "Objections", ("none", (f"   {hint}", "$quiet"))
    elif noted.intersection(could):
        yield "", ((f"o notes {f'{following} instead' if following else 'none again'}", "$quiet"),)
    elif following:
        yield "", ((f"o notes {following} as well", "$quiet"),)


def _deputies(draft: Draft, called: Called) -> Iterator[Part]:
    """Who can stand in, with the digits of the scale."""
    for digit, option in zip(keys_of(draft.scale), draft.scale.options, strict=True):
        if option.key in called.owners and option.key != draft.choice:
            yield (digit, "bold $accent")
            yield (f" {called.codes.get(option.key, option.label)}  ", "$quiet")


def _digits(called: Called) -> Iterator[Part]:
    for place, team in enumerate(called.teams, start=1):
        yield (f"{place}", "bold $accent")
        yield (f" {called.codes[team]}  ", "$quiet")


def _field(name: str, offered: str, take: Callable[[str], None]) -> Field:
    return Field(name, offered, _LONGEST_SENTENCE, take, "Enter goes on")
