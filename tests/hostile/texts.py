"""What strangers write where a text is expected, and where in each kind of file a text stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from tests.hostile import field

FORGED: Final = (
    "security.toml: fine, 40 questions with an answer",
    "Security  Mallory  1",
    "round/security.toml: fine, 40 questions with an answer",
)
"""Lines that pass for ours if anybody else can begin a line with them."""

BREAKS: Final = ("\n", "\r\n", "\r", "\u2028", "\x85", "\v")

SEEN: Final = "SEEN"
"""Shows, without its brackets, that somebody took markup for markup."""

TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "line breaks": tuple(f"x{mark}{FORGED[place % 3]}" for place, mark in enumerate(BREAKS)),
    "wrapping": tuple(f"{'x' * width} {FORGED[place % 2]}" for place, width in enumerate((20, 60, 74, 80, 90, 121))),
    "markup": (
        "[b]SEEN[/b]",
        "[@click=app.quit]SEEN[/]",
        "[@click=app.screenshot('x','..')]SEEN",
        "[link=https://example.org]SEEN[/link]",
        "[link='https://example.org']SEEN",
        "[/]",
        "[/b]",
        "[",
        "\\[b]SEEN[/b]",
        "[$error]SEEN[/]",
        "[@click='app.quit']SEEN[/]",
        "[on red blink]SEEN",
        ":skull: [bold",
    ),
    "escape sequences": (
        "\x1b]52;c;aGVsbG8=\x07",
        "\x1b]8;;https://example.org\x07go\x1b]8;;\x07",
        "\x1b[2J\x1b[H",
        "\x1b[31;5mred",
        "\x1b]0;title\x1b\\",
        "\x1bP+q544e\x1b\\",
        "\x1b_Gi=1\x1b\\",
        "\x1b[6n",
        "\x1bc",
        "\x9b31m",
        "\x9d52;c;aGVsbG8=\x9c",
        "\x90+q\x9c",
        "\x07\x08\x08\x7f\x00",
        "\x0e\x0f\x1b(0lqqk",
    ),
    "bidi": tuple(
        f"a{mark}txt.b" for mark in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
    ),
    "invisible": tuple(
        f"end{mark}point" for mark in "\u200b\u2060\ufeff\u00ad\u034f\u115f\u3164\uffa0\u2800\u180e\U000e0041\ufe00"
    ),
    "look-alikes": (
        "\u0455ecurity",
        "secur\u0456ty",
        "\uff53ecurity",
        "secur\u0131ty",
        "security\u0301",
        "a" + "\u0316\u0300" * 15,
        "\U0001f468\u200d\U0001f469\u200d\U0001f467\ufe0f",
        "\ufffdsecurity",
        "security ",
        "\u2024toml",
    ),
    "documents": (
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        '=HYPERLINK("http://example.org")',
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "[go](javascript:alert(1)) ![x](http://example.org/x)",
        "| a | b | `code` # head <!-- no -->",
        "END:VEVENT BEGIN:VALARM ACTION:AUDIO;x=y,z\\n",
        "&lt;b&gt; &#0; https://example.org/a",
        "x</style></title><svg onload=alert(1)>",
        "a;=1+1\t-2+3",
    ),
}
"""By category."""


def quoted(text: str) -> str:
    """A TOML string that holds this text, written so that the file itself is plain ASCII."""
    letters = (letter if " " <= letter <= "~" and letter not in '"\\' else f"\\U{ord(letter):08x}" for letter in text)
    return f'"{"".join(letters)}"'


_PLACES: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "response": {
        "kind": ('kind = "response"', "kind = {}"),
        "schema": ("schema = 1", "schema = {}"),
        "unknown table": ("schema = 1", "schema = 1\n{} = 1"),
        "questionnaire": ('id = "small"', "id = {}"),
        "version": ('version = "1"', "version = {}"),
        "fingerprint": ("[questionnaire.scales]", "[questionnaire.scales]\n{0} = {0}"),
        "respondent": ('id = "netw1"', "id = {}"),
        "team": ('team = "network"', "team = {}"),
        "name": ('name = ""', "name = {}"),
        "depth": ('depth = "full"', "depth = {}"),
        "only": ('depth = "full"', 'depth = "full"\nonly = [{}]'),
        "at": ('depth = "full"', 'depth = "full"\nat = {}'),
        "round": ("round = 1", "round = {}"),
        "question": ('"risk.attitude"', "{}"),
        "owner": ('owner = "endpoint"', "owner = {}"),
        "needed": ("needed = 3", "needed = {}"),
        "basis": ("needed = 3", "needed = 5\nbasis = {}"),
        "position": ("position = 1", "position = {}"),
        "status": ('status = "partly"', "status = {}"),
        "note": ("position = 1", "position = 1\nnote = {}"),
        "unknown key": ("position = 1", "position = 1\n{} = 1"),
    },
    "tally": {
        "kind": ('kind = "tally"', "kind = {}"),
        "unknown table": ("schema = 1", "schema = 1\n{} = 1"),
        "questionnaire": ('id = "small"', "id = {}"),
        "version": ('version = "1"', "version = {}"),
        "team": ('id = "network"', "id = {}"),
        "question": ('question = "risk.attitude"', "question = {}"),
        "facet": ('facet = "position"', "facet = {}"),
        "team of a count": ('team = "network"', "team = {}"),
        "left out": ("schema = 1", "schema = 1\nunknown = {{ {} = 1 }}"),
        "unknown key": ("respondents = 1", "respondents = 1, {} = 1"),
    },
    "actuals": {
        "questionnaire": ('questionnaire = "small"', "questionnaire = {}"),
        "unknown table": ("schema = 1", "schema = 1\n{} = 1"),
        "ring of the pilot": ('rings = ["first"]', 'rings = ["first", {0}, {0}]'),
        "criterion": ('criterion = "stop_in_time"', "criterion = {}"),
        "ring": ('ring = "first"', "ring = {}"),
        "numerator": ("numerator = 1", "numerator = {}"),
        "date": ("date = 2026-11-22", "date = {}"),
        "report": ('report = "A report."', "report = {}"),
        "by": ('by = "Ada"', "by = {}"),
        "waived": ('criterion = "one_owner"', "criterion = {}"),
        "reason": ('reason = "A reason."', "reason = {}"),
        "unknown key": ("cycle = 1", "cycle = 1\n{} = 1"),
    },
    "roster": {
        "unknown table": ("schema = 1", "schema = 1\n{} = 1"),
        "team": ("endpoint =", "{} ="),
        "name": ('"Workplace"', "{}"),
        "team that was asked": ('team = "security"', "team = {}"),
        "people": ("people = 3", "people = {}"),
        "label": ('labels = ["Anna"', "labels = [{}"),
        "last day": ("until = 2026-12-11", "until = {}"),
        "unknown key": ("people = 3", "people = 3\n{} = 1"),
    },
    "decisions": {
        "unknown table": ("schema = 1", "schema = 1\n{} = 1"),
        "questionnaire": ('id = "small"', "id = {}"),
        "version": ('version = "1"', "version = {}"),
        "entry": ('id = "aaaa"', "id = {}"),
        "question": ('question = "ownership.pause"', "question = {}"),
        "facet": ('question = "ownership.pause"', 'question = "ownership.pause"\nfacet = {}'),
        "status": ('status = "decided"', "status = {}"),
        "owner": ('owner = "endpoint"', "owner = {}"),
        "deputy": ('deputy = "security"', "deputy = {}"),
        "because": ('because = "A reason."', "because = {}"),
        "decider": ('decider = "Anna Berg"', "decider = {}"),
        "who agreed": ('agreed_by = ["endpoint"]', "agreed_by = [{0}, {0}]"),
        "who objected": ('team = "security"', "team = {}"),
        "objection": ('reason = "An objection."', "reason = {}"),
        "before": ("endpoint = [1", "{} = [1"),
        "confirmed": ('confirmed_by = ["one_owner"]', "confirmed_by = [{}]"),
        "superseded": ('supersedes = ["zzzz"]', "supersedes = [{}]"),
        "safeguard": ('safeguard = "A board."', "safeguard = {}"),
        "who tests": ('tested_by = "security"', "tested_by = {}"),
        "next step": ('what = "Look at the rota."', "what = {}"),
        "who does it": ('owner = "Ben"', "owner = {}"),
        "decided": ("decided = 2026-11-27", "decided = {}"),
        "person": ('person = "Ada"', "person = {}"),
        "planned": ('criterion = "one_owner"', "criterion = {}"),
        "decision of the plan": ('decision = "aaaa"', "decision = {}"),
        "state": ('state = "done"', "state = {}"),
        "day of the plan": ("due = 2027-01-31", "due = {}"),
        "entry of the plan": ('id = "pppp"', "id = {}"),
        "unknown key": ('decider = "Anna Berg"', '{} = "Anna Berg"'),
    },
    "results": {
        "title": ('title = "Small"', "title = {}"),
        "questionnaire": ('id = "small"', "id = {}"),
        "unknown table": ("schema = 1", "schema = 1\n{} = 1"),
        "flagged": ("round = 1", "flagged = [{}]\nround = 1"),
        "team": ('id = "endpoint"', "id = {}"),
        "version": ('version = "1"', "version = {}"),
        "question": ('id = "risk.attitude"', "id = {}"),
        "question of the agenda": ('question = "risk.attitude"', "question = {}"),
        "question's title": ('title = "Attitude"', "title = {}"),
        "statement": ('statement = "Stopped within 24 hours."', "statement = {}"),
    },
}
"""By kind of file and place in it: what stands there, and what is put instead."""

_ACCEPTED: Final = ("name", "note", "version")
"""Where a response holds any text, so that it goes through to every screen and report."""


def fields(kind: str) -> tuple[str, ...]:
    """The places of a text in a kind of file."""
    return tuple(_PLACES[kind])


def with_text(kind: str, place: str, text: str, number: int = 0) -> bytes:
    """A file with this text in this place; a response is of another person for each number."""
    before, instead = _PLACES[kind][place]
    sound = field.sound(kind)
    if kind == "results" and place == "flagged":
        sound = sound.replace("flagged = []\n", "")
    if before not in sound:
        raise ValueError(f"{kind} has no {before}")
    text_of_file = sound.replace(before, instead.format(quoted(text)))
    if kind == "response" and number:
        text_of_file = text_of_file.replace('"netw1"', f'"netw{number}x"').replace('"network"', '"operations"')
    return text_of_file.encode()


def left_out(text: str, number: int) -> bytes:
    """A response to another version of the questionnaire, which has a question of this name."""
    sound = with_text("response", "question", text, number).decode()
    return sound.replace(field.questionnaire().fingerprint, "another").encode()


def in_every_place(kind: str, category: str) -> dict[str, bytes]:
    """A file for each place of a text, and where any text is accepted one for each text of the category."""
    texts = TEXTS[category]
    files = {
        f"{place} {number}.toml": with_text(kind, place, texts[number % len(texts)], number)
        for number, place in enumerate(_PLACES[kind])
    }
    if kind == "response":
        files |= dict(_accepted(texts))
    return files


def _accepted(texts: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for number, text in enumerate(texts):
        for place in _ACCEPTED:
            name = f"{place} of any text {number}.toml"
            yield name, with_text("response", place, text, 100 + 10 * number + _ACCEPTED.index(place))
        yield f"left out {number}.toml", left_out(text, 500 + number)
