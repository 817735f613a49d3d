"""A command that is suggested does nothing but what it says, whatever the files are called."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.cli.parser import parser
from maturity.cli.pasting import as_file, to_paste
from questionnaires import one_line
from tests.given.commands import Command
from tests.given.files import two_teams

NASTY: Final = ("$(touch gone)", "`touch gone`", "a;touch gone", "a&touch gone", "a|touch gone", "a>gone", "it's $HOME")
ANY: Final = st.lists(st.text(min_size=1).filter(lambda word: one_line(word) == word), min_size=1)
WORDS: Final = ANY.map(lambda words: [word.replace("\\", "'") for word in words])
SPECIAL: Final = re.compile(r"[\s\"'`$&|;<>()\[\]{}*?!#~\\^]")


@given(WORDS)
def test_a_shell_passes_on_exactly_these_words(words: list[str]) -> None:
    line = to_paste(words, "posix")
    assert line is not None
    assert shlex.split(line) == words


@given(WORDS)
def test_outside_of_quotes_nothing_is_special(words: list[str]) -> None:
    line = to_paste(words, "posix")
    assert line is not None
    without_quoted = re.sub(r"'[^']*'|\"'\"", "", line)
    assert not SPECIAL.search(without_quoted.replace(" ", ""))


@pytest.mark.parametrize("word", [*NASTY, "-w", "two words", "*.toml", "~", "#", "Jürgen.toml", "=ls"])
def test_a_real_shell_passes_on_exactly_these_words(place: Path, word: str) -> None:
    line = to_paste(["printf", "%s", word], "posix")
    assert line is not None
    said = subprocess.run(["sh", "-c", line], cwd=place, capture_output=True, check=True)
    assert said.stdout.decode() == word
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("system", ["posix", "nt"])
@pytest.mark.parametrize("word", ["", "a\nb", "a\tb", "a\x1b[2J", "a\u202eb", "a\u200bb", "\udcff"])
def test_a_line_that_would_not_show_what_it_holds_is_not_suggested(system: str, word: str) -> None:
    assert to_paste(["maturity", word], system) is None


@pytest.mark.parametrize("word", ["a\\", "a\\'; touch gone; '", "a\\b"])
def test_fish_would_leave_the_quotes_at_a_backslash(word: str) -> None:
    assert to_paste(["maturity", word], "posix") is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("C:\\answers\\pilot.toml", "C:\\answers\\pilot.toml"),
        ("C:\\my answers\\pilot.toml", '"C:\\my answers\\pilot.toml"'),
        ("C:\\Jürgen\\", "C:\\Jürgen\\"),
        ("C:\\my answers\\", None),
        ("%PATH%", None),
        ("$env:PATH", None),
        ('a"&calc', None),
        ("it's", None),
        ("a^b", None),
        ("a&b", None),
        ("a,b", None),
        ("*.toml", None),
        ("a\u201db", None),
        ("a\uff02b", None),
        ("a\u02bab", None),
        ("a\u01c0b", None),
    ],
)
def test_on_windows_only_harmless_letters_are_suggested(word: str, expected: str | None) -> None:
    assert to_paste([word], "nt") == expected


@given(ANY)
def test_on_windows_a_line_holds_nothing_that_a_shell_reads(words: list[str]) -> None:
    line = to_paste(words, "nt")
    assert line is None or not re.search(r"[^\w \\/:.\"-]", line)


@pytest.mark.parametrize(
    ("name", "expected"), [("-w", "./-w"), ("--template", "./--template"), ("=ls", "./=ls"), ("a-b", "a-b")]
)
def test_a_file_is_no_option(name: str, expected: str) -> None:
    assert as_file(name) == expected


@pytest.mark.parametrize("name", [*NASTY, "-w", "=ls", "two words", "[a-z]"])
def test_the_gate_would_suggest_a_call_that_runs_something(command: Command, own: Path, place: Path, name: str) -> None:
    two_teams(place / name)
    said = command("-q", own, "-w", f"./{name}", "gate", f"./{name}.toml", f"./{name}", "--round", "1", "--template")
    assert said.code == 0
    *_, suggested = said.messages[-1].partition(", then run: ")
    words = shlex.split(suggested)
    assert words[0] == "maturity"
    options = parser().parse_args(words[1:])
    assert (options.verb, options.template, options.round) == ("gate", False, 1)
    assert (options.questionnaire, options.workspace) == (own, Path(name))
    assert (options.actuals, [Path(file) for file in options.files]) == (Path(f"{name}.toml"), [Path(name)])
    again = command(*words[1:])
    assert (again.code, again.out.startswith("Nothing to judge: ")) == (1, True)


def test_the_gate_would_suggest_a_call_on_other_answers(command: Command, own: Path, place: Path) -> None:
    two_teams(place / "round")
    said = command("-q", own, "-w", "round", "gate", "pilot.toml", "--template")
    assert said.messages == [
        f"Wrote pilot.toml: fill it in, then run: maturity -q {shlex.quote(str(own))} -w round gate pilot.toml"
    ]


def test_the_gate_would_suggest_what_no_shell_passes_on(command: Command, own: Path, place: Path) -> None:
    said = command("-q", own, "gate", "pilot\nSaved.toml", two_teams(place / "round"), "--template")
    assert said.messages == ["Wrote pilot↵Saved.toml: fill it in, then run the same command without --template."]


@pytest.mark.parametrize("name", NASTY)
def test_the_demo_would_suggest_a_call_that_runs_something(command: Command, name: str) -> None:
    suggested = command("demo", name).messages[-1].partition("look at them with: ")[2]
    assert shlex.split(suggested) == ["maturity", "compare", name]


def test_the_demo_would_suggest_what_no_shell_passes_on(command: Command) -> None:
    said = command("demo", "a\nb")
    assert said.messages == [
        "6 example responses of four teams are in a↵b.",
        "Without a terminal, look at them with: maturity compare, and the name of that folder.",
    ]
