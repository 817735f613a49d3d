"""What the room sees of one question: before the reveal what is asked and why, after it where everybody stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from textual.content import Content

from maturity.app.screens.talk_modes import Mode
from maturity.app.widgets.literal import Part, in_rows, paragraph, row
from maturity.app.widgets.pages import Entry, Writing
from maturity.pictures.of_question import of_question
from maturity.pictures.signs import CHOSEN, FLAG, OPEN
from maturity.reports.criteria import counted
from maturity.reports.plan_marked import nobody_named
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from maturity.rounds.room import HOLDS_AGAIN, Room
from maturity.rounds.workshop_items import Why, WorkshopItem
from maturity.rounds.workshop_talk import FactSaid, Revealed, Talk
from questionnaires.words import Facet, Kind
from scoring.wording.whatif import Difference
from scoring.wording.words import FACET_WORDS, listed

_FEW_ENDS: Final = 3
"""Answers that have a row each; of more the first one has, and the others share theirs."""
_ROWS: Final = 6
"""Rows for what became of a question, as the screen has them."""
CHANGES = "▲ changes "
STAYS = "  as now  "
_POINT = ("• ", "$accent")


class Key(NamedTuple):
    """A key as a sentence names it: the id of its binding, and what it usually is."""

    binding: str
    usual: str


def heading(words: str) -> Content:
    """What the lines below it are."""
    return row((words, "bold $primary"))


def points(title: str, sentences: Iterable[str]) -> Iterator[Writing]:
    """Sentences below a heading; nothing where there are none."""
    said = [sentence for sentence in sentences if sentence]
    if said:
        yield heading(title)
        yield from (row(_POINT, sentence) for sentence in said)
        yield row()


def hidden(talk: Talk) -> Iterator[Writing]:
    """Nothing that anybody answered: why the question matters, what was said of it before, and who has answered."""
    yield row()
    yield heading("Why it matters")
    yield paragraph(talk.why)
    yield from (row(_POINT, (talk.hangs, "bold")) for _ in range(1) if talk.hangs)
    yield row()
    yield from points("What was said of it before", talk.before)
    yield from points("Who has answered", (one.says for one in talk.heard))


def shown(results: Results, item: QuestionResults, told: Revealed) -> Iterator[Writing]:
    """The question to put to the room first; then where the teams stand, who speaks first, and what is documented."""
    yield row(("Ask the room: ", "$accent"), (told.ask, "bold $accent"))
    yield from _speaking(told, "name" if item.kind is Kind.OWNERSHIP else "say")
    yield row()
    if told.is_solved:
        yield row(("By the answers; what was decided solves the conflict of the limits:", "$quiet"))
    yield of_question(results, item)
    yield row()
    if told.facts:
        yield heading("What is documented")
        yield from _facts(told.facts)
        yield row()
    yield from points("What was found", told.found)
    yield from points("What would change that", told.flips)


def _speaking(told: Revealed, said: str) -> Iterator[Writing]:
    """Who explains, whoever speaks first before the others."""
    ends = told.ends
    for place, end in enumerate(ends[:1] if len(ends) > _FEW_ENDS else ends):
        is_one = len(end.teams) == 1
        verb = f"{said}s" if is_one else said
        about = f" ({told.about})" if told.about else ""
        turn = f"Speaks first{about}: " if is_one else f"Speak first{about}: "
        before = (turn, "$accent") if not place else ("then ", "$quiet")
        yield row(before, (end.names, "bold"), (f", who {verb} “{end.says}”", "$quiet"))
    if len(ends) > _FEW_ENDS:
        rest = "; ".join(f"{end.names} “{end.says}”" for end in ends[1:])
        yield row(("then ", "$quiet"), rest)
    if told.torn_says:
        yield row((told.torn_says, "$accent"))


def _facts(facts: Iterable[FactSaid]) -> Iterator[Content]:
    """Each fact once, with all who say so."""
    sources: dict[tuple[str, str], list[str]] = {}
    for fact in facts:
        sources.setdefault((fact.title, fact.text), []).append(fact.source)
    for (title, text), said in sources.items():
        newest = next(filter(None, reversed(said)), "")
        source = f"{newest}, and {counted(len(said) - 1, 'page', 'pages')} more" if len(said) > 1 else newest
        yield row(_POINT, (f"{title}: ", "bold"), text, (f" ({source})" if source else "", "$quiet"))


def refused_words(refusal: str, instead: str = "") -> str:
    """Why something cannot be decided, and the keys that lead on."""
    return f"{FLAG} NOT POSSIBLE  {refusal}{f' Park it instead: {instead}.' if instead else ''}"


def beyond_words(most: str, source: str) -> str:
    """That a level of control is more than can be had, before anybody tries to keep it."""
    return (
        f"{FLAG} The service offers at most “{most}” ({source}): say what covers it, or esc, and choose a lower level."
    )


def since(room: Room, question: str) -> tuple[Entry, ...]:
    """What followed from what was decided just now; nothing where nothing did, as when somebody else was at odds."""
    item, differences = room.workshop.item(question), room.followed.get(question, ())
    if not differences or (item is not None and item.conflict):
        return ()
    (entry,) = followed("What followed from it", differences)
    return (Entry("", (*entry.parts, row())),)


def followed(title: str, differences: Iterable[Difference]) -> tuple[Entry, ...]:
    """What would follow: what changes behind a mark and a word, and what stays as it is."""
    rows: list[Content] = [heading(title)]
    for one in differences:
        mark = (CHANGES, "bold $warning") if one.is_change else (STAYS, "$quiet")
        after = (("  → ", "$quiet"), (one.after, "bold")) if one.is_change else ()
        rows.append(row(mark, f"{one.what}: ", (one.before, "" if one.is_change else "$quiet"), *after))
    return (Entry("", tuple(rows)),)


_PROMPTS: Final[dict[Mode, tuple[Part | Key, ...]]] = {
    Mode.HIDDEN: (Key("talk-reveal", "r"), " shows where the teams stand; let everybody say it first."),
    Mode.SHOWN: (
        Key("talk-decide", "d"),
        " decides   ",
        Key("talk-try", "x"),
        " tries what would follow   ",
        Key("talk-park", "k"),
        " parks it",
    ),
    Mode.CHOOSING: (
        "A ",
        Key("", "digit"),
        " decides.  ",
        Key("", "↑ ↓"),
        " try first, ",
        Key("", "Enter"),
        " decides there.",
    ),
    Mode.TRYING: (
        Key("", "↑ ↓"),
        " try   ",
        Key("", "→"),
        " the next team   ",
        Key("", "Enter"),
        " decides on the outcome   ",
        Key("", "esc"),
        " forgets it",
    ),
    Mode.VOTING: ("A ", Key("", "digit"), " is the vote of this team.  ", Key("", "Enter"), " passes it over."),
    Mode.FILLING: (("Nothing is saved yet.", "$quiet"),),
    Mode.PARKING: (("Nothing is saved yet.", "$quiet"),),
}
_STAGES: Final[tuple[Part | Key, ...]] = (
    "A ",
    Key("", "digit"),
    " chooses, and the next stage follows.  ",
    Key("", "↑ ↓"),
    " try.  ",
    Key("", "Enter"),
    " ends it.",
)
_NEXT: Final[tuple[Part | Key, ...]] = (Key("talk-next", "n"), " goes to the next open item   ")
_SHORTER: Final[tuple[Part | Key, ...]] = (Key("talk-next", "n"), " next open item   ")
_NONE: Final[tuple[Part | Key, ...]] = ("No other item is open.   ",)
_BACK: Final[tuple[Part | Key, ...]] = (Key("talk-undo", "u"), " takes it back")
_KEPT: Final = "It is kept here and tried again.   "


def prompt_of(mode: Mode, room: Room, question: str, named: Callable[[str, str], str]) -> Content:
    """What can be pressed now, in a sentence; `named` gives the key of a binding, ours or somebody's own."""
    has_stages = mode is Mode.CHOOSING and len(room.workshop.facets(question)) > 1
    parts = _STAGES if has_stages else _PROMPTS[mode]
    if mode in (Mode.HIDDEN, Mode.SHOWN):
        item = room.workshop.item(question)
        is_done = item is not None and item.is_done
        is_any = bool(room.next_open(question))
        shorter = _SHORTER if is_any else ()
        if room.unsaved_on(question) is not None:
            parts = (_KEPT, *shorter, *_BACK)
        elif not is_done and (said := stages_words(*room.workshop.stages(question))):
            parts = ((said, "bold"), Key("talk-decide", "d"), " decides that   ", *shorter)
        elif is_done:
            parts = (*(_NEXT if is_any else _NONE), *(_BACK if room.last(question) else ()))
    return row(*((named(*part), "bold $accent") if isinstance(part, Key) else part for part in parts))


def typing_words() -> Content:
    """That whatever is pressed now is text."""
    keys: tuple[Part, ...] = (("Enter", "bold $accent"), " goes on   ", ("esc", "bold $accent"), " goes back   ")
    return row(("You type now.   ", "bold"), *keys, ("Nothing is saved yet.", "$quiet"))


def number_words(item: WorkshopItem) -> Content:
    """Where Enter leads once the number of an item was typed."""
    return row(("Enter", "bold $accent"), f" goes to item {item.number}: {item.title}")


def stages_words(decided: Iterable[Facet], left: Iterable[Facet]) -> str:
    """`24 months decided; 12 months open: `; "" where nothing or everything is decided."""
    done, todo = (listed(FACET_WORDS[facet].removeprefix("in ") for facet in facets) for facets in (decided, left))
    return f"{done} decided; {todo} open: " if done and todo else ""


def vote_words(moved: Mapping[str, int], names: Mapping[str, str]) -> tuple[str, list[Content]]:
    """What can become of a vote, and what each choice does."""
    who = listed(names[team] for team in moved)
    return (
        f"{who} voted. As answers of a new round they count in the comparison; what was said before stays on file.",
        [row("1  Only look at what would follow"), row("2  Record them as answers of a new round")],
    )


def status_rows(room: Room, question: str, width: int, plan_key: str = "s") -> Content:
    """The same in as many rows as there are; what is longer is marked, and where it stands whole."""
    is_in_list = not room.said and room.unsaved_on(question) is None
    return in_rows(
        status_of(room, question, plan_key), max(width, 1), _ROWS, "esc: the list shows all" if is_in_list else ""
    )


def status_of(room: Room, question: str, plan_key: str = "s") -> Content:
    """What was settled of it today, whether that is saved, and what the last key led to."""
    waiting = room.unsaved_on(question)
    if waiting is not None:
        return row((f"{FLAG} NOT SAVED ", "bold $error"), (room.problem, "$error"))
    item = room.workshop.item(question)
    if room.said:
        # What stands of it is said too, where that does not say so itself.
        stands = item.done_says if item is not None and not room.said.startswith(HOLDS_AGAIN) else ""
        return row((room.said, "$success"), (f" {CHOSEN} {stands}" if stands else "", "$success"))
    if item is not None and item.conflict:
        return row((f"{FLAG} {item.conflict}", "bold $error"))
    if item is not None and item.done_says:
        mark = CHOSEN if room.workshop.comparison.settled.is_any_decided(question) or item.is_done else OPEN
        excludes = f" {FLAG} {item.excludes_says}" if item.excludes_says else ""
        to_name = nobody_named(room.results, question, plan_key)
        return row(
            (f"{mark} {item.done_says}", "$success"),
            (f" {to_name}" if to_name else "", "$accent"),
            (excludes, "bold $warning"),
        )
    if item is not None and item.is_ready:
        return row((f"{Why.READY.value.capitalize()}: ", "$warning"), (item.why_says, "$quiet"))
    if item is not None and item.why_says:
        # Who answers otherwise now is a position as well, so it waits for the reveal.
        said = f": {item.why_says}" if question in room.revealed else ""
        return row((item.why.value.capitalize(), "$warning"), (said, "$quiet"))
    return row()
