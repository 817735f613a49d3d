"""Numbers and dates that are legal TOML and that nobody means."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from tests.hostile import field
from tests.hostile.item import Files, Hostile

NUMBERS: Final = {
    "1e999999": "1e999999",
    "-1e999999": "-1e999999",
    "1e-999999": "1e-999999",
    "1e99999999999999999999": "1e99999999999999999999",
    "5000 digits": "9" * 5000,
    "4299 digits": "9" * 4299,
    "60,000 hexadecimal digits": "0x" + "f" * 60_000,
    "4000 octal digits": "0o" + "7" * 4000,
    "4000 binary digits": "0b" + "1" * 4000,
    "inf": "inf",
    "-inf": "-inf",
    "nan": "nan",
    "-nan": "-nan",
    "-0.0": "-0.0",
    "-0": "-0",
    "2 to the 63rd": "9223372036854775808",
    "2 to the 64th": "18446744073709551616",
    "-2 to the 63rd": "-9223372036854775809",
    "one as a float": "1.0",
    "true": "true",
    "5000 digits after the point": "0." + "3" * 5000,
    "1e9 and a bit": "1000000000.000000001",
    "five": "5",
}

DATES: Final = {
    "the first moment": "0001-01-01T00:00:00Z",
    "before the first moment": "0001-01-01T00:00:00+23:59",
    "the last moment": "9999-12-31T23:59:59Z",
    "after the last moment": "9999-12-31T23:59:59.999999999-23:59",
    "no day": "2026-02-30T09:00:00Z",
    "no month": "2026-13-01T09:00:00Z",
    "no year": "0000-01-01T09:00:00Z",
    "no hour": "2026-11-21T24:00:00Z",
    "a leap second": "2026-11-21T23:59:60Z",
    "no offset": "2026-11-21T09:00:00",
    "an offset of a day": "2026-11-21T09:00:00+24:00",
    "a day alone": "2026-11-21",
    "the first day": "0001-01-01",
    "the last day": "9999-12-31",
    "a time alone": "09:00:00",
    "nanoseconds": "2026-11-21T09:00:00.999999999999Z",
    "a text": '"2026-11-21T09:00:00Z"',
    "a number": "1e999999",
}

_SAYING: Final = ("check", "check files", "compare")
_THEN: Final = "2026-11-21 09:00:00+00:00"

_NUMBERED: Final = {
    "response": ("schema = 1", "round = 1", "answered = 4", "needed = 3", "position = 1", 'team = "network"'),
    "tally": ("schema = 1", "round = 1", "respondents = 1", "asked = 19", "counts = [\n    1"),
    "actuals": ("schema = 1", "round = 1", "cycle = 1", "numerator = 1", "denominator = 2", 'by = "Ada"'),
    "decisions": ("schema = 1", "endpoint = [1", "option = 5", 'decider = "Anna Berg"', 'safeguard = "A board."'),
    "results": ("answers = 2", "respondents = 1"),
    "roster": ("schema = 1", "round = 1", "people = 3"),
}
_DATED: Final = {
    "response": (f"started = {_THEN}", f"updated = {_THEN}", "position = 1"),
    "actuals": ("date = 2026-11-22", "until = 2027-01-31"),
    "decisions": (
        "decided = 2026-11-27",
        "recorded = 2026-11-27T15:30:00Z",
        "review_by = 2027-05-27",
        "due = 2027-01-31",
    ),
    "roster": ("until = 2026-12-11", "until = 2026-12-18"),
}


def values() -> Iterator[Hostile]:
    for name, number in NUMBERS.items():
        yield Hostile("numbers", name, partial(_instead_of, _NUMBERED, number), verbs=_SAYING)
        yield Hostile("numbers", f"{name}, as a figure", partial(_figure, number), verbs=("check", "compare", "gate"))
    for name, date in DATES.items():
        yield Hostile("dates", name, partial(_instead_of, _DATED, date), verbs=_SAYING)
        yield Hostile("dates", f"{name}, everywhere", partial(_everywhere, date))


def _instead_of(places: dict[str, tuple[str, ...]], value: str) -> Files:
    """A file for each place that holds such a value, with this one in it."""
    files = {}
    for kind, texts in places.items():
        sound = field.sound(kind)
        for number, before in enumerate(texts):
            assert before in sound, f"{kind} has no {before}"
            instead = (
                f"{before[: before.index('[')]}[{value}" if "[" in before else f"{before.partition(' = ')[0]} = {value}"
            )
            changed = sound.replace(before, instead, 1)
            files[f"{kind} {number}.toml"] = changed.replace('"netw1"', f'"netw{number}"').encode()
    return files


def _figure(value: str) -> Files:
    """One file of figures, which is held against the criteria."""
    changed = field.FIGURES.replace("numerator = 1", f"numerator = {value}")
    return {"actuals.toml": changed.replace("denominator = 2", f"denominator = {value}").encode()}


def _everywhere(date: str) -> Files:
    """A response and figures that hold no other date."""
    changed = field.response().replace(_THEN, date).replace("[answers", f"completed = {date}\n[answers", 1)
    day = date.partition("T")[0]
    figures = field.FIGURES.replace("2026-11-22", day).replace("2027-01-31", day)
    return {"open.toml": changed.encode(), "actuals.toml": figures.encode()}
