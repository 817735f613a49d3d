"""The list of a workshop: what was left open first, then the agenda, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from maturity.app.widgets.literal import Part, row
from maturity.app.widgets.pages import Entry
from maturity.pictures.signs import CHOSEN, FLAG, OPEN
from maturity.reports.agenda import CLASSES
from maturity.reports.criteria import counted
from maturity.results.findings import AgendaEntry
from maturity.rounds.room import Room
from maturity.rounds.workshop_items import Why, WorkshopItem

LEFT_OPEN: Final = (Why.READY, Why.DUE, Why.PARKED, Why.REVIEW, Why.OTHERWISE, Why.PROPOSED)
PARKED: Final = "▒"
_STROKE: Final = "┄" * 12
_STATES: Final = {"open": (OPEN, ""), "settled": (CHOSEN, "decided"), "parked": (PARKED, "parked")}
"""By what has become of an item, its mark and the word beside it."""


def entries(room: Room, within: int) -> list[Entry]:
    """Every item below the heading of its part, what was settled or parked today where it stood, and how far the time
    reaches."""
    found: list[Entry] = []
    heading, workshop = "", room.workshop
    hanging = {entry.question: _hanging(entry) for entry in room.results.agenda}
    left = workshop.plan(within).fit
    for item in workshop.items:
        part = _part(room.begun.get(item.question))
        if part != heading:
            heading = part
            found.append(Entry("", (*((row(),) if found else ()), row((part, "bold $primary")))))
        found.append(Entry(item.question, tuple(_lines(room, item, hanging.get(item.question, "")))))
        left -= not item.is_done
        if not left and not item.is_done and workshop.after(item.question) is not None:
            found.append(Entry("", (row((f"     {_STROKE} {within} minutes {_STROKE}", "$quiet")),)))
    return found or [Entry("", (row("Nothing is left to settle: no item is open, parked or due."),))]


def lead(room: Room, within: int, reveal: str) -> Iterator[Content]:
    """The plan of time, and what to press; `reveal` is the key that shows positions."""
    plan, minutes = room.workshop.plan(within), room.workshop.minutes
    hours = f"{plan.minutes // 60} h {plan.minutes % 60:02}" if plan.minutes >= 60 else f"{plan.minutes} min"
    fit = f"{plan.fit} fit in {within} minutes" if plan.fit < plan.items else f"they fit in {within} minutes"
    said = f"{counted(plan.items, 'item', 'items')} open, {minutes} minutes each: {hours}; {fit}."
    yield row((said if plan.items else "Nothing is open.", "bold"))
    yield row(
        ("Enter", "bold $accent"),
        " opens an item, its ",
        ("number", "bold $accent"),
        " leads to it; positions stay hidden until ",
        (reveal, "bold $accent"),
        ".",
    )


def _part(item: WorkshopItem | None) -> str:
    """The heading that an item had when the list was opened: it stays there, whatever a vote makes of it."""
    if item is None:
        return "New since this list was opened"
    if item.why in LEFT_OPEN:
        return "First: left open, due, or to be looked at again"
    return next((title for name, title in CLASSES.items() if name.value == item.urgency), "Not on the agenda")


def _hanging(entry: AgendaEntry) -> str:
    """What hangs on it, in a word or two."""
    found = entry.leverage
    if found is None or not found.musts + found.others:
        return ""
    return counted(found.musts, "must", "musts") if found.musts else counted(found.others, "criterion", "criteria")


def _so_far(room: Room, item: WorkshopItem) -> str:
    """What was done about an item that is open; nothing where nothing was."""
    if item.is_ready:
        return Why.READY.value
    settled = room.workshop.comparison.settled
    if item.excludes_says and item.done_says:
        return "decided, in conflict"
    if item.done_says and settled.is_any_decided(item.question):
        return "decided in part"
    if item.done_says and settled.on(item.question):
        return Why.PROPOSED.value
    if item.question in room.skipped:
        return "skipped"
    return item.why.value if item.why in LEFT_OPEN else ""


def _lines(room: Room, item: WorkshopItem, hanging: str) -> Iterator[Content]:
    """Its number, what became of it, its title, how long it takes while it is open, and what hangs on it."""
    is_open = not item.is_done
    mark, state = _STATES[item.state.value]
    if item.is_done and not state:
        mark, state = CHOSEN, "no longer open"
    elif item.is_done and state == "decided" and not room.workshop.comparison.settled.on(item.question):
        state = "settled by another"
    if is_open:
        mark = OPEN if item.is_ready else mark
        state = _so_far(room, item) or hanging
    colour = "$quiet" if is_open and state == hanging else "$warning" if is_open else "$success"
    if room.unsaved_on(item.question) is not None:
        state, colour = f"{FLAG} NOT SAVED", "bold $error"
    time = f"{room.workshop.minutes} min" if is_open else ""
    parts: list[Part] = [
        f"{item.number:>3} ",
        (f"{mark} ", "$accent" if is_open else "$success"),
        (f"{item.title:<42}", "bold" if is_open else "$quiet"),
        (f"{time:>7}  ", "$quiet"),
        (state, colour),
    ]
    yield row(*parts)
    if said := item.done_says or item.why_says:
        yield row((f"      {said}", "$quiet"))
    if item.excludes_says:
        yield row((f"      {FLAG} {item.excludes_says}", "$warning"))
    if item.conflict:
        yield row((f"      {FLAG} {item.conflict}", "$error"))
