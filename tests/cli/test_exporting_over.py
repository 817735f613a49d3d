"""What an export may replace: an earlier export, and nothing else that somebody has."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.given.commands import Command
from tests.given.files import put, response_text, two_teams

LEFT_ALONE: Final = (
    "{} holds something that no export wrote, and was left alone; name another file, or move that one away."
)
OTHERS: Final = {
    "a response": response_text("endpoint"),
    "figures": 'kind = "actuals"\nschema = 1\n',
    "nothing": "",
    "a text": "Dear all,\n",
    "another program's TOML": '[tool]\nkind = "results"\n',
    "another program's JSON": '{"name": "x", "kind": "results"}',
    "a kind in a comment": '# kind = "results"\nkind = "response"\n',
    "a kind in a text": 'note = """\nkind = "results"\n"""\n',
    "half a kind": 'kind = "results',
    "UTF-16": 'kind = "results"\n'.encode("utf-16"),
    "bytes": bytes(range(256)),
    "an endless line": b" " * 3_000_000 + b'kind = "results"\n',
}


@pytest.mark.parametrize("content", OTHERS.values(), ids=OTHERS)
def test_an_export_would_replace_what_no_export_wrote(
    command: Command, own: Path, place: Path, content: str | bytes
) -> None:
    output = put(place / "out.toml", content)
    before = output.read_bytes()
    said = command("-q", own, "export", two_teams(place / "round"), "-o", "out.toml")
    assert (said.code, said.out, said.messages) == (2, "", [LEFT_ALONE.format("out.toml")])
    assert output.read_bytes() == before


@pytest.mark.parametrize("arguments", [("out.json",), ("out.toml", "--tally")])
def test_an_export_of_any_kind_would_replace_a_response(
    command: Command, own: Path, place: Path, arguments: tuple[str, ...]
) -> None:
    output = put(place / arguments[0], response_text("endpoint"))
    said = command("-q", own, "export", two_teams(place / "round"), "-o", *arguments)
    assert (said.code, said.out, said.messages) == (2, "", [LEFT_ALONE.format(arguments[0])])
    assert output.read_text(encoding="utf-8") == response_text("endpoint")


def test_an_export_would_replace_one_of_the_responses_it_is_made_of(command: Command, own: Path, place: Path) -> None:
    two_teams(place / "round")
    put(place / "round" / "bad.toml", "bad")
    before = (place / "round" / "endpoint.toml").read_bytes()
    said = command("-q", own, "export", "round", "-o", "round/endpoint.toml")
    assert (said.code, said.messages) == (2, [LEFT_ALONE.format(Path("round/endpoint.toml"))]), "nothing was read yet"
    assert (place / "round" / "endpoint.toml").read_bytes() == before


@pytest.mark.parametrize("make", [os.mkdir, *([os.mkfifo] if os.name == "posix" else [])])
def test_an_export_onto_what_is_no_file_would_wait_for_ever_or_replace_it(
    command: Command, own: Path, place: Path, make: Callable[[Path], None]
) -> None:
    make(place / "out.toml")
    said = command("-q", own, "export", two_teams(place / "round"), "-o", "out.toml")
    assert (said.code, said.out, said.messages) == (2, "", [LEFT_ALONE.format("out.toml")])
    assert not (place / "out.toml").is_file()


@pytest.mark.parametrize("first", [("out.toml",), ("out.json",), ("out.toml", "--tally")])
@pytest.mark.parametrize("then", [("out.toml",), ("out.json",), ("out.toml", "--tally")])
def test_an_earlier_export_is_replaced(
    command: Command, own: Path, place: Path, first: tuple[str, ...], then: tuple[str, ...]
) -> None:
    folder = two_teams(place / "round")
    assert command("-q", own, "export", folder, "-o", *first).code == 0
    (place / first[0]).rename(place / then[0])
    assert command("-q", own, "export", folder, "-o", *then).code == 0
    command("-q", own, "export", folder, "-o", f"fresh-{then[0]}", *then[1:])
    assert (place / then[0]).read_bytes() == (place / f"fresh-{then[0]}").read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        'kind = "results"',
        "kind='tally' # counts\n",
        '\n# Sent on Monday.\n\n  kind = "results"\r\nschema = 1\r\n',
        '\ufeffkind = "results"\n',
        '{"kind":"results","schema":1}',
        '\n{ "kind" : "tally" }',
    ],
)
def test_an_earlier_export_is_recognised_however_it_was_saved_since(
    command: Command, own: Path, place: Path, content: str
) -> None:
    put(place / "out.toml", content)
    assert command("-q", own, "export", two_teams(place / "round"), "-o", "out.toml").code == 0
