"""What looks for faults finds them: a corpus that nothing fails on proves nothing by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.cli.round_verbs import ROUND_VERBS
from tests.given.files import Outcome
from tests.hostile.documents import live_in
from tests.hostile.escapes import Screen, kinds
from tests.hostile.item import Hostile
from tests.hostile.running import TooLongError, run
from tests.hostile.texts import FORGED, TEXTS
from tests.hostile.watching import changes, complaints, state_of

ITEM = Hostile("links", "any", lambda: {"odd\x1bname.toml": b""})


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (Outcome(5, "", ""), "exit code 5"),
        (Outcome(1, "", "Traceback (most recent call last):\nValueError: x\n"), "a traceback: ValueError: x"),
        (Outcome(0, "\x9b31m", ""), "output with U+009B"),
        (Outcome(0, "", "round: x\u202e\n"), "messages with U+202E"),
        (Outcome(0, f"round/a.toml: fine\n{FORGED[0]}\n", ""), f"a forged line in the output: {FORGED[0]!r}"),
        (Outcome(0, f"x\r{FORGED[1]}\n", ""), "output with U+000D"),
        (
            Outcome(3, "", "Trust me.\n"),
            "a message that begins with neither a file nor a sentence of ours: 'Trust me.'",
        ),
    ],
)
def test_what_is_wrong_is_named(said: Outcome, wrong: str) -> None:
    assert wrong in list(complaints(ITEM, said))


@pytest.mark.parametrize(
    "text", [text for texts in TEXTS.values() for text in texts if "\x1b" in text or "\x9b" in text]
)
def test_every_sequence_of_the_corpus_is_seen(text: str) -> None:
    assert list(complaints(ITEM, Outcome(0, text, "")))


def test_what_is_ours_is_no_fault() -> None:
    said = Outcome(
        3, "Small\n  security.toml: fine, it says\n", "round/a.toml: is empty\nodd\ufffdname.toml: no\nWrote x.\n"
    )
    assert list(complaints(ITEM, said)) == []


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("a.html", "<p>fine<script>x</script></p>", "a.html: <script>"),
        ("a.html", '<p onclick="x">go</p>', "a.html: <p onclick='x'>"),
        ("a.html", '<a href="https://example.org">go</a>', "a.html: <a href='https://example.org'>"),
        ("a.html", '<meta http-equiv="refresh" content="0">', "a.html: a page that leads on"),
        ("a.csv", '"a"\r\n"=1+1"\r\n', "a.csv: a formula: '=1+1'"),
        ("a.csv", '"a"\r\n"“+1"\r\n', "a.csv: a formula: '“+1'"),
        ("a.csv", '"a","b"\r\n"1"\r\n', "a.csv: a row of 1 cells: '1'"),
        ("a.md", "go [x](https:&#8203;//e)", "a.md: live: 'go [x](https:&#8203;//e)'"),
        ("a.md", "at https://e", "a.md: live: 'at https://e'"),
        ("a.md", "<b>x", "a.md: live: '<b>x'"),
        ("a.md", "x\u202ey", "a.md: with U+202E"),
        ("a.toml", "x = [", "a.toml: is no TOML: Invalid value (at end of document)"),
        (
            "a.json",
            "{",
            "a.json: is no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        ),
        ("a.txt", f"x\n{FORGED[0]}\n", f"a.txt: a forged line: {FORGED[0]!r}"),
    ],
)
def test_what_is_live_in_a_document_is_named(name: str, text: str, wrong: str) -> None:
    assert wrong in list(live_in(name, text.encode()))


@pytest.mark.parametrize(
    "line", ["ATTACH:https://e", "BEGIN:VALARM", "SUMMARY:" + "x" * 80, "SUMMARY:x\nX:y", "UID:a b@maturity.invalid"]
)
def test_a_line_of_a_calendar_that_is_not_ours_is_named(line: str) -> None:
    event = f"BEGIN:VEVENT\r\nDTSTAMP:20261127T150000Z\r\n{line}\r\nEND:VEVENT\r\n"
    assert list(live_in("a.ics", f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{event}END:VCALENDAR\r\n".encode()))


def test_a_document_of_ours_has_nothing_live() -> None:
    assert not list(live_in("a.html", b'<p id="x"><a href="#x">go</a></p>'))
    assert not list(live_in("a.csv", '\ufeff"a"\r\n"\'=1"\r\n'.encode()))
    assert not list(live_in("a.md", b"<!-- maturity report -->\n\\[x\\](y)<br>www&#8203;.e.org\n"))


def test_a_file_written_through_a_link_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("before")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "link").symlink_to("../target")
    before = state_of(tmp_path, ("inside",))
    (tmp_path / "inside" / "new").write_text("not looked at")
    assert changes(before, state_of(tmp_path, ("inside",))) == []
    (tmp_path / "inside" / "link").write_text("after!")
    (tmp_path / "more").mkdir()
    assert changes(before, state_of(tmp_path, ("inside",))) == [str(tmp_path / "more"), str(tmp_path / "target")]


def test_a_command_that_takes_too_long_is_ended(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(*_: object) -> None:
        while True:
            pass

    monkeypatch.setitem(ROUND_VERBS, "compare", wait)
    with pytest.raises(TooLongError):
        run(["compare"], 0.05)


def test_sequences_are_told_apart_by_kind() -> None:
    written = "a\x1b[2J\x1b[?25l\x1b]52;c;x\x07\x1b]8;;y\x1b\\\x1bP+q\x1b\\\x1b_G\x1b\\\x1bc\x1b[38;2;1;2;3;5mb\x9b"
    assert kinds(written) == {
        "CSI J", "CSI ?25l", "OSC 52", "OSC 8", "DCS", "APC", "ESC c", "style 5", "CSI m", "U+009B",
    }  # fmt: skip


def test_the_screen_shows_what_a_terminal_would() -> None:
    screen = Screen(10, 3)
    screen.write("\x1b[2;3Hab\r\nc\x1b[31md\x1b[2;4H\x1b[KX")
    assert screen.rows == ["", "  aX", "cd"]
